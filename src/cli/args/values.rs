//! Arguments that accept one word of a closed list.

use std::ffi::OsStr;

use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};
use clap::{Arg, Command, Error};

use crate::edit::HandEditPolicy;
use crate::locale::Language;
use crate::model::{RecordKind, Severity};
use crate::report::words;

/// Accepts the words of a closed list, by their names in files and JSON or as the screen calls them.
#[derive(Clone)]
pub(super) struct WordParser(Vec<&'static str>);

/// Accepts one of these words.
pub(super) fn word(names: Vec<&'static str>) -> WordParser {
    WordParser(names)
}

/// Accepts the name of one of these values.
fn named<T>(all: &'static [T], name: fn(T) -> &'static str) -> impl TypedValueParser<Value = T>
where
    T: Copy + Send + Sync + 'static,
{
    let value = move |typed: String| all.iter().copied().find(|value| name(*value) == typed).ok_or(typed);
    word(all.iter().map(|value| name(*value)).collect()).try_map(value)
}

impl TypedValueParser for WordParser {
    type Value = String;

    fn parse_ref(&self, command: &Command, arg: Option<&Arg>, typed: &OsStr) -> Result<String, Error> {
        let known = |typed: &str| self.0.iter().copied().find(|name| *name == typed);
        let called = |typed: &str| words::named(typed, self.0.iter().copied());
        if let Some(name) = typed.to_str().and_then(|typed| known(typed).or_else(|| called(typed))) {
            return Ok(name.to_owned());
        }
        // clap reports an unknown word itself, with the nearest one.
        PossibleValuesParser::new(self.0.clone()).parse_ref(command, arg, typed)
    }

    fn possible_values(&self) -> Option<Box<dyn Iterator<Item = PossibleValue> + '_>> {
        Some(Box::new(self.0.iter().map(PossibleValue::new)))
    }
}

pub(super) fn severity() -> impl TypedValueParser<Value = Severity> {
    named(&Severity::ALL, Severity::name)
}

pub(super) fn kind() -> impl TypedValueParser<Value = RecordKind> {
    named(&RecordKind::ALL, RecordKind::name)
}

/// Returns the policies for uncommitted manual edits; without the option, they stop the edit.
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
