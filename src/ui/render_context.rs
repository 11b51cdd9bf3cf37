//! What drawing reads, and the words for what the rules answer: a sign, a colour and a word together.

use std::borrow::Cow;
use std::iter::once_with;

use crate::locale::Locale;
use crate::model::{Convention, Date, Id, KeyPath, MessageArg, Money, PathStep, RecordKind, RecordRef, Startup};
use crate::report::{Diagnostic, sanitize};
use crate::rules::{
    ClockState, CommitteeClock, ConventionStatus, Occurrence, OccurrenceSource, OccurrenceState, Unknown,
};

use super::command::Command;
use super::keymap::{KeyContext, keys_name};
use super::state_style::{StateStyle, clock_style, occurrence_style, status_style};
use super::summary::DataSummary;
use super::widget::text::{Piece, StyledLine, piece, width};
use super::{Data, Keymap, Token};

/// A name of more cells than this is long for a column.
const SHORT: usize = 12;

/// What the screens read: the data, its tallies, and the words.
#[derive(Clone, Copy)]
pub struct RenderContext<'a> {
    /// Records, answers, findings.
    pub data: &'a Data,
    /// Counted once per data.
    pub summary: &'a DataSummary,
    /// The words.
    pub locale: &'a Locale,
    /// The keys, where lines are made that name some; rows are made without.
    pub keymap: Option<&'a Keymap>,
}

impl<'a> RenderContext<'a> {
    /// Of some data, in the words of a language.
    #[must_use]
    pub fn new(data: &'a Data, locale: &'a Locale) -> Self {
        Self { data, summary: &data.index.summary, locale, keymap: None }
    }

    /// Of the same data, for lines that name the keys of commands.
    #[must_use]
    pub const fn with_keys(mut self, keymap: &'a Keymap) -> Self {
        self.keymap = Some(keymap);
        self
    }

    /// The keys that ask for a command on the page of a record, as the keyboard names them; those of the palette where
    /// it has none.
    #[must_use]
    pub fn key(&self, command: Command) -> String {
        self.key_in(KeyContext::Startup, command)
    }

    /// The keys that ask for a command where `context` says, as the keyboard names them; those of the palette where it
    /// has none.
    #[must_use]
    pub fn key_in(&self, context: KeyContext, command: Command) -> String {
        let keys = |command| self.keymap?.keys_of(context, command).first().copied();
        keys(command).or_else(|| keys(Command::Palette)).map_or_else(String::new, |keys| keys_name(self.locale, keys))
    }

    /// Words of our own.
    #[must_use]
    pub fn text(&self, key: &str) -> String {
        self.locale.text(key)
    }

    /// A mark and a word after it.
    #[must_use]
    pub fn marked(&self, (sign, token): StateStyle, word: &str) -> Piece {
        piece(token, format!("{sign} {word}"))
    }

    /// A message beginning with a capital: a name at the head of a line.
    #[must_use]
    pub fn capital(&self, key: &str) -> String {
        let text = self.text(key);
        let mut chars = text.chars();
        chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
    }

    /// What is so wrong in a startup's record, or in those of its conventions, that its figures cannot be trusted.
    #[must_use]
    pub fn broken_startup(&self, id: &Id) -> Option<&'a Diagnostic> {
        let broken = &self.summary.broken;
        if broken.is_empty() {
            return None;
        }
        let own = broken.get(&RecordRef::new(RecordKind::Startup, id.clone()));
        let of_conventions = || {
            let mut conventions = self.data.portfolio.conventions_of(id);
            conventions.find_map(|found| broken.get(&RecordRef::new(RecordKind::Convention, found.id.clone())))
        };
        self.data.diagnostics.get(*own.or_else(of_conventions)?)
    }

    /// A startup.
    #[must_use]
    pub fn startup(&self, id: &Id) -> Option<&'a Startup> {
        self.data.portfolio.startups.get(id).map(AsRef::as_ref)
    }

    /// A convention.
    #[must_use]
    pub fn convention(&self, id: &Id) -> Option<&'a Convention> {
        self.data.portfolio.conventions.get(id).map(AsRef::as_ref)
    }

    /// A startup's name, or its id where there is no such record.
    #[must_use]
    pub fn startup_words(&self, id: &'a Id) -> Cow<'a, str> {
        self.startup(id).map_or_else(|| id.as_str().into(), |startup| sanitize(&startup.name))
    }

    /// A party's name, or its id where there is no such record.
    #[must_use]
    pub fn party_words(&self, id: &'a Id) -> Cow<'a, str> {
        self.data.portfolio.parties.get(id).map_or_else(|| id.as_str().into(), |party| sanitize(&party.name))
    }

    /// A startup's name, or its id where there is no such record.
    #[must_use]
    pub fn startup_name(&self, id: &Id) -> String {
        self.startup(id).map_or_else(|| id.to_string(), |startup| sanitize(&startup.name).into_owned())
    }

    /// A party's name, or its id where there is no such record.
    #[must_use]
    pub fn party_name(&self, id: &Id) -> String {
        let party = self.data.portfolio.parties.get(id);
        party.map_or_else(|| id.to_string(), |party| sanitize(&party.name).into_owned())
    }

    /// The names of several startups.
    #[must_use]
    pub fn startup_names(&self, ids: &[Id]) -> String {
        ids.iter().map(|id| self.startup_name(id)).collect::<Vec<_>>().join(", ")
    }

    /// Whose an obligation is: the startups', or the framework's.
    #[must_use]
    pub fn whose(&self, startups: &[Id]) -> String {
        if startups.is_empty() { self.text("whose-framework") } else { self.startup_names(startups) }
    }

    /// A party's name where it is short, else its id.
    #[must_use]
    pub fn party_short(&self, id: &Id) -> String {
        let name = self.party_name(id);
        if width(&name) <= SHORT.max(id.as_str().len()) { name } else { id.to_string() }
    }

    /// Who owes to whom: `Pau Béarn Pyrénées → ANCT`.
    #[must_use]
    pub fn between(&self, debtor: Option<&Id>, creditor: Option<&Id>) -> String {
        arrow(debtor.map(|id| self.party_name(id)), creditor.map(|id| self.party_name(id)))
    }

    /// Who owes to whom, for a column: `pau → ANCT`.
    #[must_use]
    pub fn between_short(&self, debtor: Option<&Id>, creditor: Option<&Id>) -> String {
        arrow(debtor.map(|id| self.party_short(id)), creditor.map(|id| self.party_short(id)))
    }

    /// `art. 5.1`; nothing where there is none.
    #[must_use]
    pub fn article(&self, article: Option<&str>) -> String {
        article.map_or_else(String::new, |article| {
            self.locale.message("article", &[("article", MessageArg::Text(sanitize(article).into_owned()))])
        })
    }

    /// A paper that must come with a call: in the language's words where the program knows it.
    #[must_use]
    pub fn paper(&self, paper: &str) -> String {
        sanitize(&self.locale.suggested("paper", paper)).into_owned()
    }

    /// How much of their time somebody is lent for: in the language's words where the program knows it.
    #[must_use]
    pub fn share(&self, share: &str) -> String {
        sanitize(&self.locale.suggested("share", share)).into_owned()
    }

    /// A record by its name.
    #[must_use]
    pub fn record_words(&self, record: &RecordRef) -> String {
        match record.kind {
            RecordKind::Startup => self.startup_name(&record.id),
            RecordKind::Party => self.party_name(&record.id),
            RecordKind::Convention => self.convention_title(&record.id),
            RecordKind::Portfolio => {
                let name = self.data.portfolio.incubator.name.as_deref();
                sanitize(name.unwrap_or(record.id.as_str())).into_owned()
            }
        }
    }

    /// A field by its name: that of the last part of the way to it.
    #[must_use]
    pub fn field_words(&self, path: &KeyPath) -> String {
        let key = path.0.iter().rev().find_map(|step| match step {
            PathStep::Key(key) => Some(key),
            PathStep::Index(_) => None,
        });
        let Some(key) = key else { return self.text("field-all") };
        let known = format!("value-{key}");
        if self.locale.has(&known) { self.text(&known) } else { sanitize(key).into_owned() }
    }

    /// The line for an empty part of a page: a message, and the key that adds the first entry.
    #[must_use]
    pub fn empty_hint(&self, message: &str, command: Command) -> StyledLine {
        vec![
            piece(Token::Muted, format!("{}  ", self.text(message))),
            piece(Token::Key, self.key(command)),
            piece(Token::Muted, format!(" {}", self.text(&format!("command-{}", command.name())))),
        ]
    }

    /// A number of things: `key` is a message that takes `count`.
    #[must_use]
    pub fn count(&self, key: &str, count: usize) -> String {
        self.locale.message(key, &[("count", MessageArg::count(count))])
    }

    /// A day in a message that takes `date`.
    #[must_use]
    pub fn dated(&self, key: &str, date: Date) -> String {
        self.locale.message(key, &[("date", MessageArg::Date(date))])
    }

    /// Money in a message that takes `amount`.
    #[must_use]
    pub fn amount(&self, key: &str, amount: Money) -> String {
        self.locale.message(key, &[("amount", MessageArg::Text(self.locale.money_short(amount)))])
    }

    /// What is to be done.
    #[must_use]
    pub fn what(&self, occurrence: &Occurrence) -> String {
        match &occurrence.source {
            OccurrenceSource::Committee(_) => self.text("screen-what-committee"),
            OccurrenceSource::Payment(..) => match occurrence.amount.filter(|amount| !amount.is_zero()) {
                Some(amount) => self.amount("screen-what-payment", amount),
                None => self.text("screen-what-payment-in-full"),
            },
            OccurrenceSource::Obligation => sanitize(&occurrence.what).into_owned(),
        }
    }

    /// What is missing, in one short word: `signature`.
    #[must_use]
    pub fn missing(&self, unknown: Unknown) -> String {
        self.text(&format!("missing-{}", unknown.name()))
    }

    /// What is missing, in `room` cells.
    #[must_use]
    pub fn missing_in(&self, unknown: Unknown, room: usize) -> String {
        let word = self.missing(unknown);
        match unknown {
            Unknown::Signature if width(&word) > room => self.text("missing-short-signature"),
            _ => word,
        }
    }

    /// When an occurrence is due, with its sign: `✗ 20/08/2020`, `? signature`.
    #[must_use]
    pub fn when(&self, occurrence: &Occurrence) -> Piece {
        self.when_in(occurrence, usize::MAX)
    }

    /// When an occurrence is due, with its sign, in `room` cells.
    #[must_use]
    pub fn when_in(&self, occurrence: &Occurrence, room: usize) -> Piece {
        let mark = occurrence_style(occurrence.state);
        let day = |day| self.date_in(day, room.saturating_sub(2));
        let word = match (&occurrence.done, occurrence.due, occurrence.unknown) {
            (Some((on, _)), ..) => day(*on),
            (None, Some(due), _) => day(due),
            (None, None, Some(unknown)) => self.missing_in(unknown, room.saturating_sub(2)),
            (None, None, None) => self.text(&format!("occurrence-{}", occurrence.state.name())),
        };
        self.marked(mark, &word)
    }

    /// Where a committee clock stands, short: `✗ 103 j`, `○ 20/02/2021`, `? signature`.
    #[must_use]
    pub fn clock(&self, clock: &CommitteeClock) -> Piece {
        self.clock_in(clock, usize::MAX)
    }

    /// Where a committee clock stands, in `room` cells.
    #[must_use]
    pub fn clock_in(&self, clock: &CommitteeClock, room: usize) -> Piece {
        let mark = clock_style(clock.state);
        let word = match (clock.state, clock.planned.or(clock.next_due), clock.unknown) {
            (ClockState::Late, ..) => {
                self.locale.message("days-late-short", &[("days", MessageArg::Count(clock.days_late))])
            }
            (ClockState::None, ..) => return piece(mark.1, mark.0),
            (_, Some(day), _) => self.date_in(day, room.saturating_sub(2)),
            (_, None, Some(unknown)) => self.missing_in(unknown, room.saturating_sub(2)),
            (state, None, None) => self.text(&format!("clock-{}", state.name())),
        };
        self.marked(mark, &word)
    }

    /// Where a convention stands, short: `? non signée`, `→ 20/08/2021`.
    #[must_use]
    pub fn status(&self, status: ConventionStatus, ends: Option<Date>) -> Piece {
        let (sign, token) = status_style(status);
        match (status, ends) {
            (ConventionStatus::InForce | ConventionStatus::Ending, Some(ends)) => {
                let sign = if status == ConventionStatus::Ending { sign } else { "→" };
                piece(token, format!("{sign} {}", self.locale.date(ends)))
            }
            (ConventionStatus::Ended | ConventionStatus::Terminated, Some(ends)) => {
                piece(token, format!("{sign} {}", self.locale.date(ends)))
            }
            _ => self.marked((sign, token), &self.text(&format!("status-short-{}", status.name()))),
        }
    }

    /// A convention without its startup's name before it: `convention de partenariat Pau – ANCT`.
    #[must_use]
    pub fn convention_title(&self, id: &Id) -> String {
        self.convention(id).map_or_else(|| id.to_string(), |convention| sanitize(&convention.title).into_owned())
    }

    /// `0 / 52 500 €`: the currency once.
    #[must_use]
    pub fn received_of(&self, received: Money, committed: Money) -> String {
        let received = self.locale.money_short(received);
        let received = received.trim_end_matches('€').trim_end();
        format!("{received} / {}", self.locale.money_short(committed))
    }

    /// What came in of what was promised, in `room` cells: in thousands or millions where all digits find no room.
    #[must_use]
    pub fn received_of_in(&self, received: Money, committed: Money, room: usize) -> String {
        let brief = |airy| self.locale.money_of_brief(received, committed, airy);
        let full = once_with(|| self.received_of(received, committed));
        first_that_fits(full.chain(once_with(|| brief(true))), room).unwrap_or_else(|| brief(false))
    }

    /// An amount in `room` cells: in thousands or millions where all digits find no room.
    #[must_use]
    pub fn money_in(&self, amount: Money, room: usize) -> String {
        first_that_fits([self.locale.money_short(amount)], room).unwrap_or_else(|| self.locale.money_brief(amount))
    }

    /// A day in `room` cells, with less of it where there is less room.
    #[must_use]
    pub fn date_in(&self, date: Date, room: usize) -> String {
        let days = [Locale::date, Locale::date_short].into_iter().map(|form| form(self.locale, date));
        first_that_fits(days, room).unwrap_or_else(|| self.locale.month_short(date))
    }

    /// `0 € reçus sur 52 500 € promis`.
    #[must_use]
    pub fn received_in_words(&self, received: Money, committed: Money) -> String {
        let money = [
            ("received", MessageArg::Text(self.locale.money_short(received))),
            ("committed", MessageArg::Text(self.locale.money_short(committed))),
        ];
        self.locale.message("total-received", &money)
    }

    /// `? 87 500 € sans date connue`: money of which nobody knows when it is due.
    #[must_use]
    pub fn undetermined(&self, amount: Money) -> Piece {
        let words = format!("{} {}", self.locale.money_short(amount), self.text("figure-undetermined"));
        self.marked(occurrence_style(OccurrenceState::Undetermined), &words)
    }

    /// Whether a convention lacks its signature.
    #[must_use]
    pub fn is_unsigned(&self, id: &Id) -> bool {
        self.convention(id).is_some_and(|convention| convention.signed.is_none())
    }
}

/// The first of several texts, the fullest first, that finds room in `room` cells.
pub fn first_that_fits(texts: impl IntoIterator<Item = String>, room: usize) -> Option<String> {
    texts.into_iter().find(|text| width(text) <= room)
}

fn arrow(debtor: Option<String>, creditor: Option<String>) -> String {
    match (debtor, creditor) {
        (Some(debtor), Some(creditor)) => format!("{debtor} → {creditor}"),
        (Some(debtor), None) => debtor,
        (None, Some(creditor)) => format!("? → {creditor}"),
        (None, None) => "?".to_owned(),
    }
}
