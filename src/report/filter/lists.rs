//! Which keys and values the rows of each list can have. A filter that asks for others is refused, however many rows
//! there are today.

use super::FilterKey;
use crate::model::RecordKind;
use crate::rules::{ClockState, OccurrenceState, TrancheState};

/// The lists that filters apply to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum FilteredList {
    /// Startups, frameworks, and records that cannot be read.
    #[default]
    Startups,
    /// What needs attention.
    Today,
    Occurrences,
    /// Contributions by tranche.
    Commitments,
    Committees,
    Findings,
    Commits,
}

impl FilteredList {
    pub const ALL: [Self; 7] = [
        Self::Today,
        Self::Startups,
        Self::Occurrences,
        Self::Commitments,
        Self::Committees,
        Self::Findings,
        Self::Commits,
    ];

    /// Returns the keys that its rows may have values of.
    #[must_use]
    pub const fn keys(self) -> &'static [FilterKey] {
        use FilterKey::{
            Amount, Article, Author, Check, Coach, Committee, Convention, Due, Ends, Incubator, Kind, On, Owes, Owner,
            Party, Phase, Record, Severity, Startup, State, Status, To, Verb,
        };
        match self {
            Self::Startups => &[
                Due, Ends, Amount, Startup, Convention, Party, Phase, Incubator, Coach, State, Committee, Status, Kind,
                Record,
            ],
            Self::Today => &[Due, Amount, Startup, Convention, Incubator, Coach, Owner, Record],
            Self::Occurrences => &[
                Due, Owes, To, Amount, Startup, Convention, Party, Phase, Incubator, Coach, Owner, State, Kind,
                Article, On,
            ],
            Self::Commitments => {
                &[Due, Owes, To, Amount, Startup, Convention, Party, Incubator, Coach, State, Kind, Article]
            }
            Self::Committees => &[Due, Startup, Convention, Party, Incubator, Coach, State, Committee, Article, On],
            Self::Findings => &[Startup, Convention, Party, Incubator, Coach, Kind, Severity, Check, Record],
            Self::Commits => &[Startup, Convention, Party, Kind, Verb, Record, Author, On],
        }
    }

    /// Returns whether its rows may have values of a key.
    #[must_use]
    pub fn has(self, key: FilterKey) -> bool {
        self.keys().contains(&key)
    }

    /// Returns whether its rows may have a value. Only states and kinds differ between lists.
    #[must_use]
    pub fn has_value(self, key: FilterKey, name: &str) -> bool {
        let is_record_kind = || RecordKind::ALL.iter().any(|kind| kind.name() == name);
        match (self, key) {
            (Self::Startups, FilterKey::State) => {
                [OccurrenceState::Late, OccurrenceState::Undetermined].iter().any(|state| state.name() == name)
            }
            (Self::Occurrences, FilterKey::State) => OccurrenceState::ALL.iter().any(|state| state.name() == name),
            (Self::Commitments, FilterKey::State) => TrancheState::ALL.iter().any(|state| state.name() == name),
            (Self::Committees, FilterKey::State) => ClockState::ALL.iter().any(|state| state.name() == name),
            (Self::Startups, FilterKey::Kind) => name == "framework" || is_record_kind(),
            (Self::Commitments, FilterKey::Kind) => name == "framework",
            (Self::Findings | Self::Commits, FilterKey::Kind) => is_record_kind(),
            (Self::Occurrences, FilterKey::Kind) => !is_record_kind() && !["framework", "amendment"].contains(&name),
            _ => true,
        }
    }
}
