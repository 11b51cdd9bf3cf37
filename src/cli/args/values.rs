//! Arguments with a closed list of values, named as in files and JSON or as on screen.

use std::ffi::OsStr;

use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};
use clap::{Arg, Command, Error};

use crate::edit::HandEditPolicy;
use crate::locale::Language;
use crate::model::{Decision, Phase, RecordKind, Severity};
use crate::report::words;

/// One of a closed list of values.
#[derive(Clone)]
struct Named<T: 'static> {
    all: &'static [T],
    name: fn(T) -> &'static str,
}

const fn named<T>(all: &'static [T], name: fn(T) -> &'static str) -> Named<T> {
    Named { all, name }
}

impl<T: Copy + Send + Sync + 'static> Named<T> {
    fn names(&self) -> impl Iterator<Item = &'static str> + '_ {
        self.all.iter().map(|value| (self.name)(*value))
    }

    fn is(&self, name: &str) -> Option<T> {
        self.all.iter().copied().find(|value| (self.name)(*value) == name)
    }
}

impl<T: Copy + Send + Sync + 'static> TypedValueParser for Named<T> {
    type Value = T;

    fn parse_ref(&self, command: &Command, arg: Option<&Arg>, typed: &OsStr) -> Result<T, Error> {
        let called = |typed: &str| self.is(words::named(typed, self.names())?);
        if let Some(value) = typed.to_str().and_then(|typed| self.is(typed).or_else(|| called(typed))) {
            return Ok(value);
        }
        // clap reports an unknown value, with a suggestion.
        let this = self.clone();
        let names = PossibleValuesParser::new(self.names());
        names.try_map(move |typed| this.is(&typed).ok_or(typed)).parse_ref(command, arg, typed)
    }

    fn possible_values(&self) -> Option<Box<dyn Iterator<Item = PossibleValue> + '_>> {
        Some(Box::new(self.names().map(PossibleValue::new)))
    }
}

pub(super) fn severity() -> impl TypedValueParser<Value = Severity> {
    named(&Severity::ALL, Severity::name)
}

pub(super) fn decision() -> impl TypedValueParser<Value = Decision> {
    named(&Decision::ALL, Decision::name)
}

pub(super) fn phase() -> impl TypedValueParser<Value = Phase> {
    named(&Phase::ALL, Phase::name)
}

pub(super) fn kind() -> impl TypedValueParser<Value = RecordKind> {
    named(&RecordKind::ALL, RecordKind::name)
}

/// How to treat manual edits.
pub(super) fn hand_edits() -> impl TypedValueParser<Value = HandEditPolicy> {
    named(&[HandEditPolicy::Commit, HandEditPolicy::Leave], |what| match what {
        HandEditPolicy::Commit => "commit",
        HandEditPolicy::Leave => "leave",
        HandEditPolicy::Refuse => "refuse",
    })
}

pub(super) fn language() -> impl TypedValueParser<Value = Language> {
    named(&Language::ALL, Language::tag)
}
