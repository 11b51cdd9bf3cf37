//! Arguments that take one of a closed list of words, by the names that files and JSON give them.

use clap::builder::{PossibleValuesParser, TypedValueParser};

use crate::edit::HandEdits;
use crate::locale::Language;
use crate::model::{Decision, Phase, RecordKind, Severity};

/// One of a closed list of values, by its name.
fn named<T>(all: &'static [T], name: fn(T) -> &'static str) -> impl TypedValueParser<Value = T>
where
    T: Copy + Send + Sync + 'static,
{
    let names: Vec<&'static str> = all.iter().map(|value| name(*value)).collect();
    PossibleValuesParser::new(names).try_map(move |typed| {
        all.iter().copied().find(|value| name(*value) == typed).ok_or_else(|| format!("no {typed}"))
    })
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

/// What becomes of changes made by hand; without a word they are in the way.
pub(super) fn hand_edits() -> impl TypedValueParser<Value = HandEdits> {
    named(&[HandEdits::Together, HandEdits::Apart], |what| match what {
        HandEdits::Together => "commit",
        HandEdits::Apart => "leave",
        HandEdits::Refuse => "refuse",
    })
}

pub(super) fn language() -> impl TypedValueParser<Value = Language> {
    named(&Language::ALL, Language::tag)
}
