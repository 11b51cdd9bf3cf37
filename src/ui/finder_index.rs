//! What the finder searches: startups, conventions, parties and people under all their names, obligations, actions,
//! conditions and notes. The finder itself adds screens and actions, which are few.

use std::sync::LazyLock;

use crate::model::Id;
use crate::report::filter::{MatchScore, Query, TextIndex};

/// A record or an entry of one that the finder can open.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Destination {
    /// A startup, by its index in the answers.
    Startup(usize),
    /// A convention, a framework or an amendment.
    Convention(Id),
    Party(Id),
    /// A person of the portfolio.
    Person(Id),
    /// An obligation, an action or a condition, by the index of its most urgent occurrence in the answers.
    Obligation(usize),
    /// A note of a startup, by its index.
    Note(Id, usize),
}

impl Destination {
    /// Returns the rank among entries with equal scores, the lowest first.
    #[must_use]
    pub const fn rank(&self) -> u8 {
        match self {
            Self::Startup(_) => 0,
            Self::Convention(_) => 1,
            Self::Party(_) => 2,
            Self::Person(_) => 3,
            Self::Obligation(_) => 5,
            Self::Note(..) => 6,
        }
    }
}

/// The entries of the finder and their searchable texts.
#[derive(Debug, Default)]
pub struct FinderIndex {
    /// All entries: records, then obligations and notes.
    pub entries: Vec<Destination>,
    /// The texts of the records, in the same order.
    pub names: TextIndex,
    /// The texts of the obligations and notes, which are twenty times as many.
    pub others: TextIndex,
    /// The index of the first of them.
    pub first_other: usize,
}

/// With more obligations and notes than this, they are searched only if at least [`LETTERS`] letters were typed: fewer
/// letters match most of them.
const MANY: usize = 20_000;
const LETTERS: usize = 3;

/// What the finder shows until its index is built.
pub static NO_ENTRIES: LazyLock<FinderIndex> = LazyLock::new(FinderIndex::default);

impl FinderIndex {
    /// Returns the index and score of each entry that matches.
    pub fn scores(&self, query: &Query) -> impl Iterator<Item = (usize, MatchScore)> {
        let all = self.entries.len() - self.first_other <= MANY || query.letters() >= LETTERS;
        let others = if all { self.others.scores(query) } else { Vec::new() };
        let named = self.names.scores(query);
        named.into_iter().chain(others).enumerate().filter_map(|(n, score)| Some((n, score?)))
    }
}
