//! What a row or a line of a page is about: the subject of commands.

use std::hash::{DefaultHasher, Hash, Hasher};

use crate::model::{Date, Id, KeyPath, Location, RecordKind, RecordRef};
use crate::rules::{Commitment, Occurrence, OccurrenceKind, TrancheSummary};

/// What a row is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Target {
    Startup(Id),
    Convention(Id),
    Party(Id),
    /// A due instance of an obligation.
    Occurrence(Box<Occurrence>),
    /// A contribution, or one of its tranches by number from 1.
    Contribution {
        convention: Id,
        contribution: String,
        tranche: Option<usize>,
        /// The record of the convention, or of the amendment that states the contribution.
        record: RecordRef,
        path: KeyPath,
    },
    Commit {
        /// The full hash.
        name: String,
        /// The first record that it changed.
        record: RecordRef,
    },
    /// Any other fact, by its location.
    Fact(Location),
}

impl Target {
    /// Creates a value of a record.
    #[must_use]
    pub const fn value(record: RecordRef, path: KeyPath) -> Self {
        Self::Fact(Location::Value(record, path))
    }

    /// Creates a whole record.
    #[must_use]
    pub fn record(record: RecordRef) -> Self {
        Self::value(record, KeyPath::top())
    }

    /// Creates a commitment, or one of its tranches.
    #[must_use]
    pub fn promise(promise: &Commitment, tranche: Option<&TrancheSummary>) -> Self {
        let contribution = &promise.contribution;
        let (record, path) =
            tranche.map_or((&contribution.record, &contribution.path), |tranche| (&tranche.record, &tranche.path));
        Self::Contribution {
            convention: contribution.convention.clone(),
            contribution: contribution.id.clone(),
            tranche: tranche.map(|tranche| tranche.number),
            record: record.clone(),
            path: path.clone(),
        }
    }

    /// Returns whether two targets are the same thing, even if its state has changed.
    #[must_use]
    pub fn is_same(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Occurrence(one), Self::Occurrence(other)) => is_same_occurrence(one, other),
            (one, other) => one == other,
        }
    }

    /// Returns a number that identifies the target, whatever becomes of the data.
    #[must_use]
    pub fn identity(&self) -> u64 {
        let mut hasher = DefaultHasher::new();
        match self {
            Self::Startup(id) => (0, id).hash(&mut hasher),
            Self::Convention(id) => (1, id).hash(&mut hasher),
            Self::Occurrence(occurrence) => return occurrence_identity(occurrence),
            Self::Contribution { convention, contribution, tranche, .. } => {
                (2, convention, contribution, tranche).hash(&mut hasher);
            }
            Self::Fact(place) => (3, place).hash(&mut hasher),
            Self::Party(id) => (4, id).hash(&mut hasher),
            Self::Commit { name, .. } => (5, name).hash(&mut hasher),
        }
        hasher.finish()
    }

    /// Returns the location where it is recorded.
    #[must_use]
    pub fn place(&self) -> Location {
        let whole = |kind, id: &Id| Location::Value(RecordRef::new(kind, id.clone()), KeyPath::top());
        match self {
            Self::Startup(id) => whole(RecordKind::Startup, id),
            Self::Convention(id) => whole(RecordKind::Convention, id),
            Self::Party(id) => whole(RecordKind::Party, id),
            Self::Occurrence(occurrence) => Location::Value(occurrence.record.clone(), occurrence.path.clone()),
            Self::Contribution { record, path, .. } => Location::Value(record.clone(), path.clone()),
            Self::Commit { record, .. } => Location::Value(record.clone(), KeyPath::top()),
            Self::Fact(place) => place.clone(),
        }
    }

    /// Returns the convention that it belongs to, if any.
    #[must_use]
    pub fn convention(&self) -> Option<&Id> {
        match self {
            Self::Convention(id) | Self::Contribution { convention: id, .. } => Some(id),
            Self::Occurrence(occurrence) => occurrence.convention.as_ref(),
            Self::Startup(_) | Self::Party(_) | Self::Commit { .. } => None,
            Self::Fact(place) => {
                place.record().filter(|record| record.kind == RecordKind::Convention).map(|record| &record.id)
            }
        }
    }

    /// Returns the startup that it belongs to, if it is only one.
    #[cfg(test)]
    pub fn startup(&self) -> Option<&Id> {
        match self {
            Self::Startup(id) => Some(id),
            Self::Occurrence(occurrence) => occurrence.startups.first(),
            Self::Fact(place) => {
                place.record().filter(|record| record.kind == RecordKind::Startup).map(|record| &record.id)
            }
            Self::Convention(_) | Self::Party(_) | Self::Contribution { .. } | Self::Commit { .. } => None,
        }
    }
}

/// [`Target::identity`] of an occurrence, whatever its state.
#[must_use]
pub fn occurrence_identity(occurrence: &Occurrence) -> u64 {
    let mut hasher = DefaultHasher::new();
    (4, identifying(occurrence)).hash(&mut hasher);
    hasher.finish()
}

/// Returns whether two occurrences are the same one, whatever their states.
#[must_use]
pub fn is_same_occurrence(one: &Occurrence, other: &Occurrence) -> bool {
    identifying(one) == identifying(other)
}

/// Returns what identifies an occurrence. An action or a condition stays the same one if its due date moves.
fn identifying(one: &Occurrence) -> (Option<&RecordRef>, &str, Option<Date>, Option<&Id>, &[Id]) {
    let (convention, startups) = (one.convention.as_ref(), one.startups.as_slice());
    match one.kind {
        _ if one.is_obligation() => (None, &one.obligation, one.due, convention, startups),
        OccurrenceKind::Action | OccurrenceKind::Condition => (Some(&one.record), &one.id, None, None, startups),
        _ => (Some(&one.record), &one.id, one.due, None, startups),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Moment, Timing};
    use crate::rules::commitments_of;
    use crate::testing::portfolios::{
        amendment, at, contribution, convention, day, id, obligation, portfolio, startup,
    };

    #[test]
    fn actions_of_one_day_differ_and_stay_the_same_if_the_day_moves() {
        let mut startup = startup("comobi");
        let action = |what: &str| crate::model::Action {
            id: None,
            committee: None,
            what: what.to_owned(),
            owner: None,
            due: Some(day("2021-06-01")),
            done: None,
        };
        startup.actions = vec![action("Call"), action("Write")];
        let of = |startup: &crate::model::Startup| {
            let portfolio = portfolio(vec![startup.clone()], vec![]);
            crate::rules::answers(&portfolio, day("2021-03-01")).occurrences
        };
        let before = of(&startup);
        startup.actions[1].due = Some(day("2021-07-01"));
        let after = of(&startup);
        let [call, write] = [0, 1].map(|n| before.iter().find(|one| one.path == KeyPath::entry("actions", n)));
        let moved = after.iter().find(|one| one.what == "Write").unwrap();
        assert_ne!(occurrence_identity(call.unwrap()), occurrence_identity(write.unwrap()));
        assert!(!is_same_occurrence(call.unwrap(), write.unwrap()));
        assert_eq!(occurrence_identity(write.unwrap()), occurrence_identity(moved));
    }

    /// What an amendment restates is edited in the amendment, not in the convention.
    #[test]
    fn restated_facts_are_edited_in_the_amendment() {
        let restated = contribution("pau", &[("10000", at("signature")), ("5000", at("end"))]);
        let standing = |name: &str| obligation(name, Timing::Once(Some(Moment::On(day("2021-06-01")))));
        let base = crate::model::Convention {
            contributions: vec![contribution("oise", &[]), contribution("pau", &[("10000", at("signature"))])],
            obligations: vec![standing("publish"), standing("report")],
            ..convention("agreement", &["comobi"], "2021-01-01")
        };
        let amending = crate::model::Convention {
            contributions: vec![restated],
            obligations: vec![standing("report")],
            ..amendment("amended", "agreement", "2021-02-01")
        };
        let portfolio = portfolio(vec![startup("comobi")], vec![base, amending]);
        let of = |id: &str, path: KeyPath| {
            Location::Value(RecordRef::new(RecordKind::Convention, Id::new(id).unwrap()), path)
        };
        let first = |list: &str| KeyPath::top().key(list).index(0);

        let promises = commitments_of(&portfolio, &id("agreement"), day("2021-03-01"));
        let pau = promises.iter().find(|promise| promise.contribution.id == "pau").unwrap();
        assert_eq!(Target::promise(pau, None).place(), of("amended", first("contributions")));
        let tranche = Target::promise(pau, pau.tranches.get(1)).place();
        assert_eq!(tranche, of("amended", first("contributions").key("tranches").index(1)));
        let oise = promises.iter().find(|promise| promise.contribution.id == "oise").unwrap();
        assert_eq!(Target::promise(oise, None).place(), of("agreement", first("contributions")));

        let occurrences = crate::rules::answers(&portfolio, day("2021-03-01")).occurrences;
        let report = occurrences.into_iter().find(|one| one.obligation == "report").unwrap();
        assert_eq!(Target::Occurrence(Box::new(report)).place(), of("amended", first("obligations")));
    }
}
