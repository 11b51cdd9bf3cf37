//! The values of keys, with their names in both languages.

use std::collections::HashMap;

use super::FilterKey;
use crate::locale::{Language, Locale, fold_name};
use crate::model::{CommitteeState, Id, Phase, Portfolio, RecordKind, Severity};
use crate::rules::check::CHECKS;
use crate::rules::{ClockState, ConventionStatus, OccurrenceKind, OccurrenceState, TrancheState};

/// A value with its names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct NamedValue {
    /// As in records and JSON.
    pub name: String,
    /// As on screen.
    pub shown: String,
    /// All names, folded.
    forms: Vec<String>,
}

/// How a word matches a value, the best first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum MatchKind {
    Whole,
    Beginning,
    BeginningOfWord,
    Inside,
}

/// The values known for each key.
#[derive(Clone, Debug, Default)]
pub struct ValueNames {
    values: [Vec<NamedValue>; FilterKey::ALL.len()],
    /// The number of each value by its name.
    known: [HashMap<String, u32>; FilterKey::ALL.len()],
    /// The number of the user's person among the values of [`FilterKey::Owner`].
    pub(super) me: Option<u32>,
}

impl ValueNames {
    /// Collects the names of a portfolio's records, and the program's keywords in both languages. `me` is the user's
    /// person, if it is known.
    #[must_use]
    pub fn new(portfolio: &Portfolio, locale: &Locale, me: Option<&Id>) -> Self {
        let mut names = Self::default();
        for party in portfolio.parties.values() {
            names.add(FilterKey::Party, party.id.as_str(), &party.name, &party.also);
        }
        for person in &portfolio.incubator.people {
            names.add(FilterKey::Owner, person.id.as_str(), &person.name, &[]);
        }
        names.me = me.map(|id| names.number(FilterKey::Owner, id.as_str()));
        for startup in portfolio.startups.values() {
            names.add(FilterKey::Startup, startup.id.as_str(), &startup.name, &startup.also);
        }
        for convention in portfolio.conventions.values() {
            names.add(FilterKey::Convention, convention.id.as_str(), &convention.title, &[]);
        }
        let both = Language::ALL.map(Locale::new);
        let mut words = |key, prefix: &str, all: &[&str]| {
            for name in all {
                let message = format!("{prefix}-{name}");
                names.add(key, name, &locale.text(&message), &both.each_ref().map(|locale| locale.text(&message)));
            }
        };
        words(FilterKey::State, "occurrence", &OccurrenceState::ALL.map(OccurrenceState::name));
        words(FilterKey::State, "tranche", &TrancheState::ALL.map(TrancheState::name));
        words(FilterKey::State, "clock", &ClockState::ALL.map(ClockState::name));
        words(FilterKey::State, "committee-state", &CommitteeState::ALL.map(CommitteeState::name));
        words(FilterKey::Committee, "clock", &ClockState::ALL.map(ClockState::name));
        words(FilterKey::Phase, "phase", &Phase::ALL.map(Phase::name));
        words(FilterKey::Status, "convention-status", &ConventionStatus::ALL.map(ConventionStatus::name));
        words(FilterKey::Kind, "kind", &OccurrenceKind::ALL.map(OccurrenceKind::name));
        words(FilterKey::Kind, "filter-kind", &["committee", "payment"]);
        words(FilterKey::Kind, "kind", &["partnership", "framework", "amendment"]);
        words(FilterKey::Kind, "record-kind", &RecordKind::ALL.map(RecordKind::name));
        // Each verb has its word.
        words(FilterKey::Verb, "verb", &locale.names("verb"));
        words(FilterKey::Severity, "severity", &Severity::ALL.map(Severity::name));
        for check in CHECKS {
            names.add(FilterKey::Check, check.name, check.name, &[]);
        }
        names
    }

    /// Adds a value with its names, or more names of a known one.
    fn add(&mut self, key: FilterKey, name: &str, shown: &str, also: &[String]) {
        let number = self.number(key, name);
        if let Some(value) = self.values[domain(key) as usize].get_mut(number as usize) {
            if value.shown == value.name {
                shown.clone_into(&mut value.shown);
            }
            value.forms.extend(also.iter().map(String::as_str).chain([shown]).map(fold_name));
        }
    }

    /// Returns the number of a known value.
    pub(super) fn known(&self, key: FilterKey, name: &str) -> Option<u32> {
        self.known[domain(key) as usize].get(name).copied()
    }

    /// Returns the number of a value, and adds it if it is unknown.
    pub(super) fn number(&mut self, key: FilterKey, name: &str) -> u32 {
        if let Some(number) = self.known(key, name) {
            return number;
        }
        let key = domain(key) as usize;
        let values = &mut self.values[key];
        let number = u32::try_from(values.len()).unwrap_or(u32::MAX);
        values.push(NamedValue { name: name.to_owned(), shown: name.to_owned(), forms: vec![fold_name(name)] });
        self.known[key].insert(name.to_owned(), number);
        number
    }

    /// Returns the values of a key by number.
    pub(super) fn of(&self, key: FilterKey) -> &[NamedValue] {
        &self.values[domain(key) as usize]
    }
}

impl NamedValue {
    /// Returns how a folded word matches, if it does.
    pub(super) fn fit(&self, word: &str) -> Option<MatchKind> {
        let fit = |form: &String| {
            if form == word {
                return Some(MatchKind::Whole);
            }
            if form.starts_with(word) {
                return Some(MatchKind::Beginning);
            }
            let mut found = form.match_indices(word).peekable();
            found.peek()?;
            let begins = found.any(|(at, _)| !form[..at].ends_with(char::is_alphanumeric));
            Some(if begins { MatchKind::BeginningOfWord } else { MatchKind::Inside })
        };
        self.forms.iter().filter_map(fit).min()
    }
}

/// Returns the key that holds the values of a key: all kinds of parties share theirs, and so do people.
pub(super) const fn domain(key: FilterKey) -> FilterKey {
    match key {
        FilterKey::Owes | FilterKey::To | FilterKey::Incubator => FilterKey::Party,
        FilterKey::Coach => FilterKey::Owner,
        key => key,
    }
}
