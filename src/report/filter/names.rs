//! The values that may stand after a key, by every name that they have in either language.

use std::collections::HashMap;

use super::Key;
use crate::locale::{Language, Locale, fold};
use crate::model::{CommitteeState, Phase, Portfolio, RecordKind, Severity, VERBS};
use crate::rules::check::CHECKS;
use crate::rules::{ClockState, ConventionStatus, OccurrenceKind, OccurrenceState, TrancheState};

/// A value: what it is called in records and in JSON, and by what else it is found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Value {
    pub name: String,
    /// What it is called on screen.
    pub shown: String,
    forms: Vec<String>,
}

/// How well a typed word names a value, the best first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Fit {
    Whole,
    Beginning,
    BeginningOfWord,
    Inside,
}

/// The values that are known before any row is.
#[derive(Clone, Debug, Default)]
pub struct Names {
    values: [Vec<Value>; Key::ALL.len()],
    /// The number of each by what it is called.
    known: [HashMap<String, u32>; Key::ALL.len()],
}

impl Names {
    /// The names of a portfolio's records, and the words of the program in both languages.
    #[must_use]
    pub fn new(portfolio: &Portfolio, locale: &Locale) -> Self {
        let mut names = Self::default();
        for party in portfolio.parties.values() {
            names.add(Key::Party, party.id.as_str(), &party.name, &party.also);
        }
        for startup in portfolio.startups.values() {
            names.add(Key::Startup, startup.id.as_str(), &startup.name, &startup.also);
        }
        for convention in portfolio.conventions.values() {
            names.add(Key::Convention, convention.id.as_str(), &convention.title, &[]);
        }
        let both = Language::ALL.map(Locale::new);
        let mut words = |key, prefix: &str, all: &[&str]| {
            for name in all {
                let message = format!("{prefix}-{name}");
                names.add(key, name, &locale.text(&message), &both.each_ref().map(|locale| locale.text(&message)));
            }
        };
        words(Key::State, "occurrence", &OccurrenceState::ALL.map(OccurrenceState::name));
        words(Key::State, "tranche", &TrancheState::ALL.map(TrancheState::name));
        words(Key::State, "clock", &ClockState::ALL.map(ClockState::name));
        words(Key::State, "committee-state", &CommitteeState::ALL.map(CommitteeState::name));
        words(Key::Committee, "clock", &ClockState::ALL.map(ClockState::name));
        words(Key::Phase, "phase", &Phase::ALL.map(Phase::name));
        words(Key::Status, "convention-status", &ConventionStatus::ALL.map(ConventionStatus::name));
        words(Key::Kind, "kind", &OccurrenceKind::ALL.map(OccurrenceKind::name));
        words(Key::Kind, "filter-kind", &["committee", "payment"]);
        words(Key::Kind, "kind", &["partnership", "framework", "amendment"]);
        words(Key::Kind, "record-kind", &RecordKind::ALL.map(RecordKind::name));
        words(Key::Verb, "verb", &VERBS);
        words(Key::Severity, "severity", &Severity::ALL.map(Severity::name));
        for check in CHECKS {
            names.add(Key::Check, check.name, check.name, &[]);
        }
        names
    }

    /// A value, what it is called on screen, and its other names; those of a value that is known already are its
    /// own too.
    fn add(&mut self, key: Key, name: &str, shown: &str, also: &[String]) {
        let number = self.number(key, name);
        if let Some(value) = self.values[domain(key) as usize].get_mut(number as usize) {
            if value.shown == value.name {
                shown.clone_into(&mut value.shown);
            }
            value.forms.extend(also.iter().map(String::as_str).chain([shown]).map(normal));
        }
    }

    /// The number of a value among those of its key, where it is known.
    pub(super) fn known(&self, key: Key, name: &str) -> Option<u32> {
        self.known[domain(key) as usize].get(name).copied()
    }

    /// The number of a value among those of its key. One that nobody told of is known by what it is called.
    pub(super) fn number(&mut self, key: Key, name: &str) -> u32 {
        if let Some(number) = self.known(key, name) {
            return number;
        }
        let key = domain(key) as usize;
        let values = &mut self.values[key];
        let number = u32::try_from(values.len()).unwrap_or(u32::MAX);
        values.push(Value { name: name.to_owned(), shown: name.to_owned(), forms: vec![normal(name)] });
        self.known[key].insert(name.to_owned(), number);
        number
    }

    /// The values of a key, in the order of their numbers.
    pub(super) fn of(&self, key: Key) -> &[Value] {
        &self.values[domain(key) as usize]
    }
}

impl Value {
    /// How well a word, in its normal form, names it.
    pub(super) fn fit(&self, word: &str) -> Option<Fit> {
        let fit = |form: &String| {
            if form == word {
                return Some(Fit::Whole);
            }
            if form.starts_with(word) {
                return Some(Fit::Beginning);
            }
            let mut found = form.match_indices(word).peekable();
            found.peek()?;
            let begins = found.any(|(at, _)| !form[..at].ends_with(char::is_alphanumeric));
            Some(if begins { Fit::BeginningOfWord } else { Fit::Inside })
        };
        self.forms.iter().filter_map(fit).min()
    }

    /// Whether a folded text stands in one of its names.
    pub(super) fn says(&self, folded: &str) -> bool {
        self.forms.iter().any(|form| form.contains(folded))
    }
}

/// Whose values a key takes: parties are parties, whatever they do.
pub(super) const fn domain(key: Key) -> Key {
    match key {
        Key::Owes | Key::To | Key::Incubator => Key::Party,
        key => key,
    }
}

/// Accents and case folded, and a hyphen as good as a space: nobody can type a space within a word.
pub(in crate::report) fn normal(text: &str) -> String {
    fold(text).replace(['-', '\u{a0}', '_'], " ")
}
