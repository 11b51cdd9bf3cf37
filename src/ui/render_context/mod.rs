//! What drawing reads, and the texts for the answers of the rules: a symbol, a token and a word together.

mod amounts;
mod names;

use std::sync::Arc;

use crate::locale::Locale;
use crate::model::{Convention, Date, Id, KeyPath, MessageArg, PathStep, RecordKind, RecordRef, Startup};
use crate::report::{Diagnostic, sanitize, words};
use crate::rules::check::CONFLICT_MARKERS;
use crate::rules::{ClockState, CommitteeClock, ConventionStatus, Occurrence, Unknown};
use crate::ui::command::Command;
use crate::ui::keymap::{KeyContext, keys_name};
use crate::ui::state_style::{StateStyle, clock_style, occurrence_style, status_style};
use crate::ui::summary::DataSummary;
use crate::ui::widget::text::{Piece, StyledLine, piece, width};
use crate::ui::{Data, Keymap, SinceChoice, Token};

pub use amounts::{first_that_fits, months_between};

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

    /// Returns the label of the keys for a command on the page of a record, or of the palette if it has none.
    #[must_use]
    pub fn key(&self, command: Command) -> String {
        self.key_in(KeyContext::Startup, command)
    }

    /// Returns the label of the keys for a command in `context`, or of the palette if it has none.
    #[must_use]
    pub fn key_in(&self, context: KeyContext, command: Command) -> String {
        let keys = |command| self.keymap?.keys_of(context, command).first().copied();
        keys(command).or_else(|| keys(Command::Palette)).map_or_else(String::new, |keys| keys_name(self.locale, keys))
    }

    /// Returns the message `key`.
    #[must_use]
    pub fn text(&self, key: &str) -> String {
        self.locale.text(key)
    }

    /// Returns a symbol and a word.
    #[must_use]
    pub fn marked(&self, (sign, token): StateStyle, word: &str) -> Piece {
        piece(token, format!("{sign} {word}"))
    }

    /// Returns the message `key` with a capital first letter.
    #[must_use]
    pub fn capital(&self, key: &str) -> String {
        self.locale.capital(key)
    }

    /// Returns the error in the startup's record or in one of its conventions that makes its figures unreliable.
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

    /// Returns whether git left two versions of a record in its file. Opening it then asks which values to keep.
    #[must_use]
    pub fn is_in_conflict(&self, record: &RecordRef) -> bool {
        let is_conflict = |diagnostic: &Diagnostic| {
            let finding = &diagnostic.finding;
            finding.check == CONFLICT_MARKERS.name && finding.record() == Some(record)
        };
        self.data.diagnostics.iter().any(is_conflict)
    }

    #[must_use]
    pub fn startup(&self, id: &Id) -> Option<&'a Startup> {
        self.data.portfolio.startups.get(id).map(AsRef::as_ref)
    }

    #[must_use]
    pub fn convention(&self, id: &Id) -> Option<&'a Convention> {
        self.data.portfolio.conventions.get(id).map(AsRef::as_ref)
    }

    /// `art. 5.1`; empty if there is none.
    #[must_use]
    pub fn article(&self, article: Option<&str>) -> String {
        article.map_or_else(String::new, |article| sanitize(&self.locale.article(article)).into_owned())
    }

    /// Returns a paper that a call needs, translated if the program knows it.
    #[must_use]
    pub fn paper(&self, paper: &str) -> String {
        sanitize(&self.locale.suggested("paper", paper)).into_owned()
    }

    /// Returns the working time of a seconded person, translated if the program knows it.
    #[must_use]
    pub fn share(&self, share: &str) -> String {
        sanitize(&self.locale.suggested("share", share)).into_owned()
    }

    /// Returns the name of a field: that of the last key of its path.
    #[must_use]
    pub fn field_words(&self, path: &KeyPath) -> String {
        let key = path.iter().rev().find_map(|step| match step {
            PathStep::Key(key) => Some(key),
            PathStep::Index(_) => None,
        });
        let Some(key) = key else { return self.text("field-all") };
        let known = format!("value-{key}");
        if self.locale.has(&known) { self.text(&known) } else { sanitize(key).into_owned() }
    }

    /// Returns the address that a text of a record is or names; `None` if the terminal shows no links.
    #[must_use]
    pub fn link(&self, text: &str) -> Option<Arc<str>> {
        self.data.links.as_ref()?.text(text)
    }

    /// Returns the address of a file of the folder, as [`Self::link`]. The files of a past commit have none.
    #[must_use]
    pub fn link_to_file(&self, file: &str) -> Option<Arc<str>> {
        self.data.links.as_ref().filter(|_| self.data.past.is_none())?.file(file)
    }

    /// Returns the page of a commit, as [`Self::link`].
    #[must_use]
    pub fn link_to_commit(&self, name: &str) -> Option<Arc<str>> {
        self.data.links.as_ref()?.commit(name)
    }

    /// Returns the line for an empty part of a page: a message, and the key that adds the first entry.
    #[must_use]
    pub fn empty_hint(&self, message: &str, command: Command) -> StyledLine {
        vec![
            piece(Token::Muted, format!("{}  ", self.text(message))),
            piece(Token::Key, self.key(command)),
            piece(Token::Muted, format!(" {}", self.text(&format!("command-{}", command.name())))),
        ]
    }

    /// Returns the message `key` with `count`.
    #[must_use]
    pub fn count(&self, key: &str, count: usize) -> String {
        self.locale.message(key, &[("count", MessageArg::count(count))])
    }

    /// Returns the message `key` with `date`.
    #[must_use]
    pub fn dated(&self, key: &str, date: Date) -> String {
        self.locale.message(key, &[("date", MessageArg::Date(date))])
    }

    /// From when on changes are marked, in words.
    #[must_use]
    pub fn since_words(&self, since: &SinceChoice) -> String {
        match since {
            SinceChoice::Committee => self.text("changed-since-committee"),
            SinceChoice::Review => self.text("changed-since-review"),
            SinceChoice::Typed(typed) => {
                let typed = [("revision", MessageArg::Text(sanitize(typed).into_owned()))];
                self.locale.message("changed-since-typed", &typed)
            }
        }
    }

    /// Returns what the debtor has to do.
    #[must_use]
    pub fn what(&self, occurrence: &Occurrence) -> String {
        sanitize(&words::what_short(occurrence, self.locale)).into_owned()
    }

    /// Returns the missing fact in a word: `signature`.
    #[must_use]
    pub fn missing(&self, unknown: Unknown) -> String {
        self.text(&format!("missing-{}", unknown.name()))
    }

    /// Returns the missing fact in a word of at most `room` cells.
    #[must_use]
    pub fn missing_in(&self, unknown: Unknown, room: usize) -> String {
        let word = self.missing(unknown);
        match unknown {
            Unknown::Signature if width(&word) > room => self.text("missing-short-signature"),
            _ => word,
        }
    }

    /// Returns the day of an occurrence with its symbol: `✗ 20/08/2020`, `? signature`.
    #[must_use]
    pub fn when(&self, occurrence: &Occurrence) -> Piece {
        self.due_cell(occurrence, usize::MAX)
    }

    /// Returns the day of an occurrence with its symbol, in `room` cells.
    #[must_use]
    pub fn due_cell(&self, occurrence: &Occurrence, room: usize) -> Piece {
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

    /// Returns the state of a committee clock: `✗ 103 j`, `○ 20/02/2021`, `? signature`.
    #[must_use]
    pub fn clock(&self, clock: &CommitteeClock) -> Piece {
        self.clock_in(clock, usize::MAX)
    }

    /// Returns the state of a committee clock, in `room` cells.
    #[must_use]
    pub fn clock_in(&self, clock: &CommitteeClock, room: usize) -> Piece {
        let mark = clock_style(clock.state);
        let word = match (clock.state, clock.planned.or(clock.next_due), clock.unknown) {
            (ClockState::Late, ..) => self.late_short(clock.days_late),
            (ClockState::None, ..) => return piece(mark.1, mark.0),
            (_, Some(day), _) => self.date_in(day, room.saturating_sub(2)),
            (_, None, Some(unknown)) => self.missing_in(unknown, room.saturating_sub(2)),
            (state, None, None) => self.text(&format!("clock-{}", state.name())),
        };
        self.marked(mark, &word)
    }

    /// Returns the status of a convention: `? non signée`, `→ 20/08/2021`.
    #[must_use]
    pub fn status(&self, status: ConventionStatus, ends: Option<Date>, is_estimated: bool) -> Piece {
        self.status_in(status, ends, is_estimated, usize::MAX)
    }

    /// Returns the variant of [`Self::status`] that abbreviates the date if `room` cells are too few.
    #[must_use]
    pub fn status_in(&self, status: ConventionStatus, ends: Option<Date>, is_estimated: bool, room: usize) -> Piece {
        let (sign, token) = status_style(status);
        let day = |ends| self.date_in(ends, room.saturating_sub(2));
        match (status, ends) {
            (ConventionStatus::InForce | ConventionStatus::Ending, Some(ends)) => {
                let sign = match status {
                    _ if is_estimated => "≈",
                    ConventionStatus::Ending => sign,
                    _ => "→",
                };
                piece(token, format!("{sign} {}", day(ends)))
            }
            (ConventionStatus::Ended | ConventionStatus::Terminated, Some(ends)) => {
                piece(token, format!("{sign} {}", day(ends)))
            }
            _ => self.marked((sign, token), &self.text(&format!("status-short-{}", status.name()))),
        }
    }

    #[must_use]
    pub fn is_unsigned(&self, id: &Id) -> bool {
        self.convention(id).is_some_and(|convention| convention.signed.is_none())
    }
}
