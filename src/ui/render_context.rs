//! What drawing reads, and the texts for the answers of the rules: a symbol, a token and a word together.

use std::borrow::Cow;
use std::iter::once_with;

use chrono::Datelike;

use crate::locale::Locale;
use crate::model::{
    Convention, Date, DayOff, Id, Indicator, IndicatorValue, KeyPath, MessageArg, Money, PathStep, RecordKind,
    RecordRef, Startup,
};
use crate::report::{Diagnostic, sanitize, words};
use crate::rules::{
    ClockState, Commitment, CommitteeClock, ConventionStatus, Figure, Figures, Occurrence, OccurrenceState, Unknown,
};

use super::command::Command;
use super::keymap::{KeyContext, keys_name};
use super::state_style::{StateStyle, clock_style, occurrence_style, status_style};
use super::summary::DataSummary;
use super::widget::text::{Piece, StyledLine, piece, width};
use super::{Data, Keymap, Token};

/// The longest name in cells that a narrow column shows instead of the id.
const SHORT: usize = 12;

/// The data, the language, and the keys.
#[derive(Clone, Copy)]
pub struct RenderContext<'a> {
    pub data: &'a Data,
    pub summary: &'a DataSummary,
    pub locale: &'a Locale,
    /// The keymap, for lines that name keys; rows are drawn without it.
    pub keymap: Option<&'a Keymap>,
}

impl<'a> RenderContext<'a> {
    #[must_use]
    pub fn new(data: &'a Data, locale: &'a Locale) -> Self {
        Self { data, summary: &data.index.summary, locale, keymap: None }
    }

    /// Adds the keymap.
    #[must_use]
    pub const fn with_keys(mut self, keymap: &'a Keymap) -> Self {
        self.keymap = Some(keymap);
        self
    }

    /// The label of the keys for a command on the page of a record, or of the palette if it has none.
    #[must_use]
    pub fn key(&self, command: Command) -> String {
        self.key_in(KeyContext::Startup, command)
    }

    /// The label of the keys for a command in `context`, or of the palette if it has none.
    #[must_use]
    pub fn key_in(&self, context: KeyContext, command: Command) -> String {
        let keys = |command| self.keymap?.keys_of(context, command).first().copied();
        keys(command).or_else(|| keys(Command::Palette)).map_or_else(String::new, |keys| keys_name(self.locale, keys))
    }

    /// The message `key`.
    #[must_use]
    pub fn text(&self, key: &str) -> String {
        self.locale.text(key)
    }

    /// A symbol and a word.
    #[must_use]
    pub fn marked(&self, (sign, token): StateStyle, word: &str) -> Piece {
        piece(token, format!("{sign} {word}"))
    }

    /// The message `key` with a capital first letter.
    #[must_use]
    pub fn capital(&self, key: &str) -> String {
        let text = self.text(key);
        let mut chars = text.chars();
        chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
    }

    /// The error in the startup's record or in one of its conventions that makes its figures unreliable.
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

    #[must_use]
    pub fn startup(&self, id: &Id) -> Option<&'a Startup> {
        self.data.portfolio.startups.get(id).map(AsRef::as_ref)
    }

    #[must_use]
    pub fn convention(&self, id: &Id) -> Option<&'a Convention> {
        self.data.portfolio.conventions.get(id).map(AsRef::as_ref)
    }

    /// The name of a startup, or its id if there is no such record.
    #[must_use]
    pub fn startup_words(&self, id: &'a Id) -> Cow<'a, str> {
        self.startup(id).map_or_else(|| id.as_str().into(), |startup| sanitize(&startup.name))
    }

    /// The name of a party, or its id if there is no such record.
    #[must_use]
    pub fn party_words(&self, id: &'a Id) -> Cow<'a, str> {
        self.data.portfolio.parties.get(id).map_or_else(|| id.as_str().into(), |party| sanitize(&party.name))
    }

    /// The owned variant of [`Self::startup_words`].
    #[must_use]
    pub fn startup_name(&self, id: &Id) -> String {
        self.startup(id).map_or_else(|| id.to_string(), |startup| sanitize(&startup.name).into_owned())
    }

    /// The owned variant of [`Self::party_words`].
    #[must_use]
    pub fn party_name(&self, id: &Id) -> String {
        let party = self.data.portfolio.parties.get(id);
        party.map_or_else(|| id.to_string(), |party| sanitize(&party.name).into_owned())
    }

    /// The name of a party within a sentence: in French with its article, `la DINUM`.
    #[must_use]
    pub fn party_in_sentence(&self, id: &Id) -> String {
        let party = self.data.portfolio.parties.get(id);
        let article = party.and_then(|party| party.article.as_deref());
        sanitize(&self.locale.in_sentence(&self.party_name(id), article)).into_owned()
    }

    /// The names of several startups, separated by commas.
    #[must_use]
    pub fn startup_names(&self, ids: &[Id]) -> String {
        ids.iter().map(|id| self.startup_name(id)).collect::<Vec<_>>().join(", ")
    }

    /// The startups of an obligation, or the words for a framework if there are none.
    #[must_use]
    pub fn whose(&self, startups: &[Id]) -> String {
        if startups.is_empty() { self.text("whose-framework") } else { self.startup_names(startups) }
    }

    /// The name of a party if it is short, else its id.
    #[must_use]
    pub fn party_short(&self, id: &Id) -> String {
        let name = self.party_name(id);
        if width(&name) <= SHORT.max(id.as_str().len()) { name } else { id.to_string() }
    }

    /// Debtor and creditor: `Pau Béarn Pyrénées → ANCT`.
    #[must_use]
    pub fn between(&self, debtor: Option<&Id>, creditor: Option<&Id>) -> String {
        arrow(debtor.map(|id| self.party_name(id)), creditor.map(|id| self.party_name(id)))
    }

    /// Debtor and creditor for a narrow column: `pau → ANCT`.
    #[must_use]
    pub fn between_short(&self, debtor: Option<&Id>, creditor: Option<&Id>) -> String {
        arrow(debtor.map(|id| self.party_short(id)), creditor.map(|id| self.party_short(id)))
    }

    /// `art. 5.1`; empty if there is none.
    #[must_use]
    pub fn article(&self, article: Option<&str>) -> String {
        article.map_or_else(String::new, |article| sanitize(&self.locale.article(article)).into_owned())
    }

    /// A paper that a call needs, translated if the program knows it.
    #[must_use]
    pub fn paper(&self, paper: &str) -> String {
        sanitize(&self.locale.suggested("paper", paper)).into_owned()
    }

    /// The working time of a seconded person, translated if the program knows it.
    #[must_use]
    pub fn share(&self, share: &str) -> String {
        sanitize(&self.locale.suggested("share", share)).into_owned()
    }

    /// The name of a record.
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

    /// The name of a field: that of the last key of its path.
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

    /// The message `key` with `count`.
    #[must_use]
    pub fn count(&self, key: &str, count: usize) -> String {
        self.locale.message(key, &[("count", MessageArg::count(count))])
    }

    /// The message `key` with `date`.
    #[must_use]
    pub fn dated(&self, key: &str, date: Date) -> String {
        self.locale.message(key, &[("date", MessageArg::Date(date))])
    }

    /// A day on which something is due or planned, in full: `Wednesday 14 July 2021 · public holiday (Bastille Day)`.
    #[must_use]
    pub fn deadline(&self, date: Date) -> String {
        let day = self.locale.date_long(date);
        match DayOff::of(date) {
            Some(off) => format!("{day} · {}", self.text(&format!("day-off-{}", off.name()))),
            None => day,
        }
    }

    /// A value of an indicator with its unit: `1 240 personnes`.
    #[must_use]
    pub fn indicator_value(&self, indicator: &Indicator, value: &IndicatorValue) -> String {
        let unit = indicator.unit.as_deref().map(|unit| format!(" {}", sanitize(unit))).unwrap_or_default();
        format!("{}{unit}", self.locale.decimal(value.value))
    }

    /// The day on which the money runs out, with the months until then: `28 February 2021 · 2 months`.
    #[must_use]
    pub fn runway(&self, day: Date) -> String {
        let date = self.locale.date(day);
        if day < self.data.as_of {
            return date;
        }
        format!("{} · {}", date.trim_start(), self.count("months-count", months_between(self.data.as_of, day)))
    }

    /// The name of a person, or `owner` itself if it is no id of a person.
    #[must_use]
    pub fn person_name(&self, owner: &str) -> String {
        let person = self.data.portfolio.incubator.people.iter().find(|person| person.id.as_str() == owner);
        sanitize(person.map_or(owner, |person| &person.name)).into_owned()
    }

    /// The names of those who coach a startup on the day of the answers.
    #[must_use]
    pub fn coaches(&self, startup: &Startup) -> String {
        let as_of = self.data.as_of;
        let now = startup.coaches.iter().filter(|coach| {
            coach.from.is_none_or(|from| from <= as_of) && coach.until.is_none_or(|until| until >= as_of)
        });
        now.map(|coach| self.person_name(coach.person.as_str())).collect::<Vec<_>>().join(", ")
    }

    /// The token for a day at which a decision or the money runs out: [`Token::Bad`] from 45 days before it on,
    /// [`Token::Warning`] from 90 days before it on.
    #[must_use]
    pub fn remaining(&self, day: Date) -> Token {
        match (day - self.data.as_of).num_days() {
            ..=45 => Token::Bad,
            46..=90 => Token::Warning,
            _ => Token::Text,
        }
    }

    /// `243 days late`.
    #[must_use]
    pub fn days_late(&self, days: i64) -> String {
        self.locale.message("days-late", &[("days", MessageArg::Count(days))])
    }

    /// A figure; `?` if it is unknown, with the known part before it if there is one.
    #[must_use]
    pub fn figure(&self, figures: &Figures, figure: Figure) -> String {
        match figures.value(figure) {
            Some(amount) => self.locale.money(amount),
            None if figures.get(figure).is_zero() => "?".to_owned(),
            None => format!("{} + ?", self.locale.money(figures.get(figure))),
        }
    }

    /// The startups of a commitment and the title of its convention.
    #[must_use]
    pub fn commitment_title(&self, commitment: &Commitment) -> String {
        let title = self.convention_title(&commitment.contribution.convention);
        match commitment.startups.as_slice() {
            [] => title,
            startups => format!("{} · {title}", self.startup_names(startups)),
        }
    }

    /// Debtors and creditors of an occurrence: `ADEME + ANCT → DINUM`.
    #[must_use]
    pub fn parties_of(&self, occurrence: &Occurrence) -> String {
        let names = |ids: &[Id]| ids.iter().map(|id| self.party_name(id)).collect::<Vec<_>>();
        self.joined(names(&occurrence.debtors), names(&occurrence.creditors), occurrence)
    }

    /// Debtors and creditors of an occurrence for a narrow column.
    #[must_use]
    pub fn parties_short(&self, occurrence: &Occurrence) -> String {
        let names = |ids: &[Id]| ids.iter().map(|id| self.party_short(id)).collect::<Vec<_>>();
        self.joined(names(&occurrence.debtors), names(&occurrence.creditors), occurrence)
    }

    /// Whoever owes together is joined by a plus; an action or a condition has an owner instead.
    fn joined(&self, debtors: Vec<String>, creditors: Vec<String>, occurrence: &Occurrence) -> String {
        let owner = occurrence.owner.as_deref().filter(|_| debtors.is_empty() && creditors.is_empty());
        if let Some(owner) = owner {
            return self.person_name(owner);
        }
        let joined = |names: Vec<String>| (!names.is_empty()).then(|| names.join(" + "));
        arrow(joined(debtors), joined(creditors))
    }

    /// The message `key` with `amount`.
    #[must_use]
    pub fn amount(&self, key: &str, amount: Money) -> String {
        self.locale.message(key, &[("amount", MessageArg::Text(self.locale.money_short(amount)))])
    }

    /// What the debtor has to do.
    #[must_use]
    pub fn what(&self, occurrence: &Occurrence) -> String {
        sanitize(&words::what_short(occurrence, self.locale)).into_owned()
    }

    /// The missing fact in a word: `signature`.
    #[must_use]
    pub fn missing(&self, unknown: Unknown) -> String {
        self.text(&format!("missing-{}", unknown.name()))
    }

    /// The missing fact in a word of at most `room` cells.
    #[must_use]
    pub fn missing_in(&self, unknown: Unknown, room: usize) -> String {
        let word = self.missing(unknown);
        match unknown {
            Unknown::Signature if width(&word) > room => self.text("missing-short-signature"),
            _ => word,
        }
    }

    /// The day of an occurrence with its symbol: `✗ 20/08/2020`, `? signature`.
    #[must_use]
    pub fn when(&self, occurrence: &Occurrence) -> Piece {
        self.when_in(occurrence, usize::MAX)
    }

    /// The day of an occurrence with its symbol, in `room` cells.
    #[must_use]
    pub fn when_in(&self, occurrence: &Occurrence, room: usize) -> Piece {
        let mark = occurrence_style(occurrence.state);
        let day = |day| self.date_in(day, room.saturating_sub(2));
        let word = match (&occurrence.done, occurrence.due, occurrence.unknown) {
            (_, Some(due), _) => day(due),
            (Some((on, _)), None, _) => day(*on),
            (None, None, Some(unknown)) => self.missing_in(unknown, room.saturating_sub(2)),
            (None, None, None) => self.text(&format!("occurrence-{}", occurrence.state.name())),
        };
        self.marked(mark, &word)
    }

    /// The state of a committee clock: `✗ 103 j`, `○ 20/02/2021`, `? signature`.
    #[must_use]
    pub fn clock(&self, clock: &CommitteeClock) -> Piece {
        self.clock_in(clock, usize::MAX)
    }

    /// The state of a committee clock, in `room` cells.
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

    /// The status of a convention: `? non signée`, `→ 20/08/2021`.
    #[must_use]
    pub fn status(&self, status: ConventionStatus, ends: Option<Date>, is_estimated: bool) -> Piece {
        let (sign, token) = status_style(status);
        let date = |day| format!("{}{}", if is_estimated { "≈ " } else { "" }, self.locale.date(day).trim_start());
        match (status, ends) {
            (ConventionStatus::InForce | ConventionStatus::Ending, Some(ends)) => {
                let sign = if status == ConventionStatus::Ending { sign } else { "→" };
                piece(token, format!("{sign} {}", date(ends)))
            }
            (ConventionStatus::Ended | ConventionStatus::Terminated, Some(ends)) => {
                piece(token, format!("{sign} {}", date(ends)))
            }
            _ => self.marked((sign, token), &self.text(&format!("status-short-{}", status.name()))),
        }
    }

    /// The title of a convention, or its id if there is no such record.
    #[must_use]
    pub fn convention_title(&self, id: &Id) -> String {
        self.convention(id).map_or_else(|| id.to_string(), |convention| sanitize(&convention.title).into_owned())
    }

    /// `0 / 52 500 €`: the currency is shown once.
    #[must_use]
    pub fn received_of(&self, received: Money, payable: Money) -> String {
        let received = self.locale.money_short(received);
        let received = received.trim_end_matches('€').trim_end();
        format!("{received} / {}", self.locale.money_short(payable))
    }

    /// Received and payable in `room` cells, in thousands or millions if the exact amounts don't fit.
    #[must_use]
    pub fn received_of_in(&self, received: Money, payable: Money, room: usize) -> String {
        let brief = |airy| self.locale.money_of_brief(received, payable, airy);
        let full = once_with(|| self.received_of(received, payable));
        first_that_fits(full.chain(once_with(|| brief(true))), room).unwrap_or_else(|| brief(false))
    }

    /// An amount in `room` cells, in thousands or millions if the exact amount doesn't fit.
    #[must_use]
    pub fn money_in(&self, amount: Money, room: usize) -> String {
        first_that_fits([self.locale.money_short(amount)], room).unwrap_or_else(|| self.locale.money_brief(amount))
    }

    /// A day in `room` cells: in full, without the year, or the month alone.
    #[must_use]
    pub fn date_in(&self, date: Date, room: usize) -> String {
        let days = [Locale::date, Locale::date_short].into_iter().map(|form| form(self.locale, date));
        first_that_fits(days, room).unwrap_or_else(|| self.locale.month_short(date))
    }

    #[must_use]
    pub fn received_in_words(&self, received: Money, payable: Money) -> String {
        let money = [
            ("received", MessageArg::Text(self.locale.money_short(received))),
            ("payable", MessageArg::Text(self.locale.money_short(payable))),
        ];
        self.locale.message("total-received", &money)
    }

    /// An amount whose due day is unknown: `? 87 500 € sans date connue`.
    #[must_use]
    pub fn undetermined(&self, amount: Money) -> Piece {
        let words = format!("{} {}", self.locale.money_short(amount), self.text("figure-undetermined"));
        self.marked(occurrence_style(OccurrenceState::Undetermined), &words)
    }

    #[must_use]
    pub fn is_unsigned(&self, id: &Id) -> bool {
        self.convention(id).is_some_and(|convention| convention.signed.is_none())
    }
}

/// Whole months from `from` to `to`; 0 if `to` is earlier.
pub fn months_between(from: Date, to: Date) -> usize {
    let months = |day: Date| day.year() * 12 + day.month0().cast_signed();
    let whole = months(to) - months(from) - i32::from(to.day() < from.day());
    usize::try_from(whole).unwrap_or(0)
}

/// The first text that fits in `room` cells; the texts go from long to short.
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whole_months_are_counted() {
        let day = |text: &str| text.parse().expect("a day");
        for (from, to, months) in [
            ("2020-01-31", "2020-02-29", 0),
            ("2020-01-31", "2020-03-31", 2),
            ("2019-12-15", "2020-12-14", 11),
            ("2019-12-15", "2020-12-15", 12),
            ("2020-12-15", "2019-12-15", 0),
        ] {
            assert_eq!(months_between(day(from), day(to)), months, "{from} to {to}");
        }
    }
}
