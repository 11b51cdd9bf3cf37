//! The records that the finder searches: startups, conventions, parties and obligations, under all their names. The
//! finder itself adds screens and actions, which are few.

use crate::model::Id;
use crate::report::filter::{MatchScore, Query, TextIndex};

/// A record or obligation that the finder can open.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Destination {
    /// A startup, by its index in the answers.
    Startup(usize),
    /// A convention, a framework or an amendment.
    Convention(Id),
    /// A party.
    Party(Id),
    /// An obligation, by the index of its most urgent occurrence in the answers.
    Obligation(usize),
}

impl Destination {
    /// The rank among entries with equal scores, the lowest first.
    #[must_use]
    pub const fn rank(&self) -> u8 {
        match self {
            Self::Startup(_) => 0,
            Self::Convention(_) => 1,
            Self::Party(_) => 2,
            Self::Obligation(_) => 5,
        }
    }
}

/// The entries of the finder and their searchable texts.
#[derive(Debug, Default)]
pub struct FinderIndex {
    /// All entries, obligations last.
    pub entries: Vec<Destination>,
    /// The texts of all entries but the obligations, in the same order.
    pub names: TextIndex,
    /// The texts of the obligations, which are twenty times as many.
    pub obligations: TextIndex,
    /// The index of the first obligation.
    pub first_obligation: usize,
}

/// With more obligations than this, they are searched only if at least [`LETTERS`] letters were typed: fewer letters
/// match most of them.
const MANY: usize = 20_000;
const LETTERS: usize = 3;

impl FinderIndex {
    /// The index and score of each entry that matches.
    pub fn scores(&self, query: &Query) -> impl Iterator<Item = (usize, MatchScore)> {
        let all = self.entries.len() - self.first_obligation <= MANY || query.letters() >= LETTERS;
        let due = if all { self.obligations.scores(query) } else { Vec::new() };
        let named = self.names.scores(query);
        named.into_iter().chain(due).enumerate().filter_map(|(n, score)| Some((n, score?)))
    }
}
