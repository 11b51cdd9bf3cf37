//! Helpers of the checks: locations and message arguments of findings.

#[cfg(test)]
pub mod fixtures;

use std::fmt::Display;

use super::CheckInput;
use crate::model::{Convention, Id, KeyPath, Location, MessageArg, RecordKind, RecordRef};

pub fn in_convention(id: &Id, path: KeyPath) -> Location {
    Location::Value(RecordRef::new(RecordKind::Convention, id.clone()), path)
}

pub fn in_startup(id: &Id, path: KeyPath) -> Location {
    Location::Value(RecordRef::new(RecordKind::Startup, id.clone()), path)
}

pub fn in_party(id: &Id, path: KeyPath) -> Location {
    Location::Value(RecordRef::new(RecordKind::Party, id.clone()), path)
}

pub fn in_review(id: &Id, path: KeyPath) -> Location {
    Location::Value(RecordRef::new(RecordKind::Review, id.clone()), path)
}

/// Returns the name of a startup, or its id if it has no record.
pub fn startup_name(context: &CheckInput<'_>, id: &Id) -> MessageArg {
    text(context.portfolio.startups.get(id).map_or(id.as_str(), |startup| &startup.name))
}

/// Returns the name of a party, or its id if it has no record.
pub fn party_name(context: &CheckInput<'_>, id: &Id) -> MessageArg {
    text(context.portfolio.parties.get(id).map_or(id.as_str(), |party| &party.name))
}

/// Returns the names of a convention's startups, or its title if it has none.
pub fn convention_name(context: &CheckInput<'_>, convention: &Convention) -> MessageArg {
    if convention.startups.is_empty() {
        return text(&convention.title);
    }
    let name = |id: &Id| context.portfolio.startups.get(id).map_or_else(|| id.to_string(), |one| one.name.clone());
    MessageArg::List(convention.startups.iter().map(name).collect())
}

/// Returns the path of an entry of a top-level list.
pub fn entry(list: &str, index: usize) -> KeyPath {
    KeyPath::top().key(list).index(index)
}

/// Returns whether a record was read completely. If not, a missing entry proves nothing.
pub fn is_whole(context: &CheckInput<'_>, kind: RecordKind, id: &Id) -> bool {
    !context.portfolio.half_read.contains(&RecordRef::new(kind, id.clone()))
}

pub fn text(value: impl Display) -> MessageArg {
    MessageArg::Text(value.to_string())
}

/// Returns the convention that an amendment amends.
pub fn amended<'a>(context: &CheckInput<'a>, convention: &Convention) -> Option<&'a Convention> {
    match &convention.kind {
        crate::model::ConventionKind::Amendment { amends } => {
            context.portfolio.conventions.get(amends).map(|arc| &**arc)
        }
        _ => None,
    }
}
