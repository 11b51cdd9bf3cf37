//! What a row or a line of a page is about, so that keys know what they are pressed on.

use std::hash::{DefaultHasher, Hash, Hasher};

use crate::model::{Id, Path, Place, RecordKind, RecordRef};
use crate::rules::Occurrence;

/// What a row is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Target {
    /// A startup.
    Startup(Id),
    /// A convention or a framework.
    Convention(Id),
    /// A party.
    Party(Id),
    /// A due instance of an obligation.
    Occurrence(Box<Occurrence>),
    /// A contribution, or one of its tranches by number from 1.
    Contribution {
        /// The convention.
        convention: Id,
        /// The contribution's id.
        contribution: String,
        /// The tranche.
        tranche: Option<usize>,
        /// Where it is written.
        path: Path,
    },
    /// A commit.
    Commit {
        /// Its name, in full.
        name: String,
        /// The first record that it touched.
        record: RecordRef,
    },
    /// Any other fact, by where it is written.
    Fact(Place),
}

impl Target {
    /// A value of a record.
    #[must_use]
    pub const fn value(record: RecordRef, path: Path) -> Self {
        Self::Fact(Place::Value(record, path))
    }

    /// A whole record.
    #[must_use]
    pub const fn record(record: RecordRef) -> Self {
        Self::value(record, Path::top())
    }

    /// Whether two are about the same, whatever has become of it.
    #[must_use]
    pub fn is_same(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Occurrence(one), Self::Occurrence(other)) => is_same_occurrence(one, other),
            (one, other) => one == other,
        }
    }

    /// What it is known by, whatever becomes of the data: the same number for the same thing.
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

    /// Where it is written.
    #[must_use]
    pub fn place(&self) -> Place {
        let of = |kind, id: &Id, path: &Path| Place::Value(RecordRef::new(kind, id.clone()), path.clone());
        match self {
            Self::Startup(id) => of(RecordKind::Startup, id, &Path::top()),
            Self::Convention(id) => of(RecordKind::Convention, id, &Path::top()),
            Self::Party(id) => of(RecordKind::Party, id, &Path::top()),
            Self::Occurrence(occurrence) => of(RecordKind::Convention, &occurrence.convention, &occurrence.path),
            Self::Contribution { convention, path, .. } => of(RecordKind::Convention, convention, path),
            Self::Commit { record, .. } => Place::Value(record.clone(), Path::top()),
            Self::Fact(place) => place.clone(),
        }
    }

    /// The convention that it belongs to, where it belongs to one.
    #[must_use]
    pub fn convention(&self) -> Option<&Id> {
        match self {
            Self::Convention(id) | Self::Contribution { convention: id, .. } => Some(id),
            Self::Occurrence(occurrence) => Some(&occurrence.convention),
            Self::Startup(_) | Self::Party(_) | Self::Commit { .. } => None,
            Self::Fact(place) => {
                place.record().filter(|record| record.kind == RecordKind::Convention).map(|record| &record.id)
            }
        }
    }

    /// The startup that it is of, where it is of one alone.
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

/// What an occurrence is known by, whatever its state.
#[must_use]
pub fn occurrence_identity(occurrence: &Occurrence) -> u64 {
    let mut hasher = DefaultHasher::new();
    (4, occurrence.due, &occurrence.obligation, &occurrence.convention, &occurrence.startups).hash(&mut hasher);
    hasher.finish()
}

/// Whether two occurrences are the same one, whatever their states.
#[must_use]
pub fn is_same_occurrence(one: &Occurrence, other: &Occurrence) -> bool {
    one.due == other.due
        && one.obligation == other.obligation
        && one.convention == other.convention
        && one.startups == other.startups
}
