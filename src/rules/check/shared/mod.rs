//! Places and arguments of findings.

#[cfg(test)]
pub mod fixtures;

use std::fmt::Display;

use super::CheckInput;
use crate::model::{Convention, Id, KeyPath, Location, MessageArg, RecordKind, RecordRef};

/// A value of a convention.
pub fn in_convention(id: &Id, path: KeyPath) -> Location {
    Location::Value(RecordRef::new(RecordKind::Convention, id.clone()), path)
}

/// A value of a startup.
pub fn in_startup(id: &Id, path: KeyPath) -> Location {
    Location::Value(RecordRef::new(RecordKind::Startup, id.clone()), path)
}

/// A value of a party.
pub fn in_party(id: &Id, path: KeyPath) -> Location {
    Location::Value(RecordRef::new(RecordKind::Party, id.clone()), path)
}

/// The name of a startup; its id if it has no record.
pub fn startup_name(context: &CheckInput<'_>, id: &Id) -> MessageArg {
    text(context.portfolio.startups.get(id).map_or(id.as_str(), |startup| &startup.name))
}

/// The name of a party; its id if it has no record.
pub fn party_name(context: &CheckInput<'_>, id: &Id) -> MessageArg {
    text(context.portfolio.parties.get(id).map_or(id.as_str(), |party| &party.name))
}

/// What people call a convention: its startups, or its title if it is for none.
pub fn convention_name(context: &CheckInput<'_>, convention: &Convention) -> MessageArg {
    if convention.startups.is_empty() {
        return text(&convention.title);
    }
    let name = |id: &Id| context.portfolio.startups.get(id).map_or_else(|| id.to_string(), |one| one.name.clone());
    MessageArg::List(convention.startups.iter().map(name).collect())
}

/// The n-th entry of a list at the top of a record.
pub fn entry(list: &str, index: usize) -> KeyPath {
    KeyPath::top().key(list).index(index)
}

/// A text as an argument.
pub fn text(value: impl Display) -> MessageArg {
    MessageArg::Text(value.to_string())
}

/// The convention that an amendment amends.
pub fn amended<'a>(context: &CheckInput<'a>, convention: &Convention) -> Option<&'a Convention> {
    match &convention.kind {
        crate::model::ConventionKind::Amendment { amends } => {
            context.portfolio.conventions.get(amends).map(|arc| &**arc)
        }
        _ => None,
    }
}
