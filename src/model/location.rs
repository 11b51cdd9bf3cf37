//! Locations of facts: the record, and a key or byte range in it.

use std::cell::RefCell;
use std::fmt;
use std::ops::{Deref, Range};
use std::sync::Arc;

use super::{Id, Text};

/// The kinds of records: one folder each, and `portfolio.toml`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum RecordKind {
    /// `portfolio.toml`.
    Portfolio,
    /// `parties/<id>.toml`.
    Party,
    /// `startups/<id>.toml`.
    Startup,
    /// `conventions/<id>.toml`.
    Convention,
    /// `reviews/<id>.toml`.
    Review,
}

impl RecordKind {
    /// All values, in display order.
    pub const ALL: [Self; 5] = [Self::Portfolio, Self::Party, Self::Startup, Self::Convention, Self::Review];

    /// Returns the singular word used on the command line and in JSON.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Portfolio => "portfolio",
            Self::Party => "party",
            Self::Startup => "startup",
            Self::Convention => "convention",
            Self::Review => "review",
        }
    }

    /// Returns the folder of this kind; `None` for the portfolio itself.
    #[must_use]
    pub const fn folder(self) -> Option<&'static str> {
        match self {
            Self::Portfolio => None,
            Self::Party => Some("parties"),
            Self::Startup => Some("startups"),
            Self::Convention => Some("conventions"),
            Self::Review => Some("reviews"),
        }
    }
}

/// One record of the folder.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RecordRef {
    pub kind: RecordKind,
    /// The file name without `.toml`.
    pub id: Id,
}

impl RecordRef {
    #[must_use]
    pub const fn new(kind: RecordKind, id: Id) -> Self {
        Self { kind, id }
    }

    /// Returns the record `portfolio.toml`.
    #[must_use]
    pub fn of_portfolio() -> Self {
        Self::new(RecordKind::Portfolio, Id::of_portfolio())
    }

    /// Parses `startup/comobi` or `startups/comobi`.
    #[must_use]
    pub fn spelled(text: &str) -> Option<Self> {
        let (kind, id) = text.split_once('/')?;
        let kind = RecordKind::ALL.into_iter().find(|known| known.name() == kind || known.folder() == Some(kind))?;
        Some(Self::new(kind, Id::new(id).ok()?))
    }
}

/// Formats as in JSON and messages: `convention/histologe-pau-anct`.
impl fmt::Display for RecordRef {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.kind.name(), self.id)
    }
}

/// A step of a path: a key of a table, or an index of a list from 0.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PathStep {
    Key(Text),
    /// An index from 0.
    Index(usize),
}

/// The path from the root of a record to a value: `contributions`, 0, `amount`. Empty for the whole record. Cheap to
/// clone; the paths of most entries share their memory with those of other records.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct KeyPath(Arc<[PathStep]>);

/// The number of entries of each list whose paths a thread remembers. Few lists are longer.
const REMEMBERED: usize = 256;

thread_local! {
    /// The paths of the first entries of each list. Records have few lists, all with the same names.
    static KNOWN: RefCell<Vec<(Text, Vec<KeyPath>)>> = const { RefCell::new(Vec::new()) };
}

impl KeyPath {
    /// Returns the path of the record itself.
    #[must_use]
    pub fn top() -> Self {
        Self::default()
    }

    /// Returns the path of an entry of a list of the record, by its index from 0.
    #[must_use]
    pub fn entry(list: &str, index: usize) -> Self {
        KNOWN.with_borrow_mut(|known| {
            let in_list = known.iter().position(|(name, _)| *name == *list).unwrap_or_else(|| {
                known.push((list.into(), Vec::new()));
                known.len() - 1
            });
            let (list, paths) = &mut known[in_list];
            let path = |index| Self(Arc::new([PathStep::Key(list.clone()), PathStep::Index(index)]));
            if index >= REMEMBERED {
                return path(index);
            }
            (paths.len()..=index).for_each(|next| paths.push(path(next)));
            paths[index].clone()
        })
    }

    /// Returns the path with a key appended.
    #[must_use]
    pub fn key(&self, key: &str) -> Self {
        self.step(PathStep::Key(key.into()))
    }

    /// Returns the path with an index from 0 appended.
    #[must_use]
    pub fn index(&self, index: usize) -> Self {
        self.step(PathStep::Index(index))
    }

    #[must_use]
    pub fn as_slice(&self) -> &[PathStep] {
        &self.0
    }

    /// Returns the path without its last step; the path of the record for that path itself.
    #[must_use]
    pub fn parent(&self) -> Self {
        self.split_last().map_or_else(Self::top, |(_, parent)| parent.into())
    }

    /// Returns the path with a step appended.
    #[must_use]
    pub fn step(&self, step: PathStep) -> Self {
        self.0.iter().cloned().chain([step]).collect()
    }
}

impl Deref for KeyPath {
    type Target = [PathStep];

    fn deref(&self) -> &[PathStep] {
        &self.0
    }
}

impl<'a> IntoIterator for &'a KeyPath {
    type Item = &'a PathStep;
    type IntoIter = std::slice::Iter<'a, PathStep>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.iter()
    }
}

impl From<&[PathStep]> for KeyPath {
    fn from(steps: &[PathStep]) -> Self {
        Self(steps.into())
    }
}

impl FromIterator<PathStep> for KeyPath {
    fn from_iter<T: IntoIterator<Item = PathStep>>(steps: T) -> Self {
        Self(steps.into_iter().collect())
    }
}

/// `contributions[0].amount`
impl fmt::Display for KeyPath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (n, step) in self.0.iter().enumerate() {
            match step {
                PathStep::Key(key) if n == 0 => f.write_str(key)?,
                PathStep::Key(key) => write!(f, ".{key}")?,
                PathStep::Index(index) => write!(f, "[{index}]")?,
            }
        }
        Ok(())
    }
}

/// The location of a finding.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Location {
    /// A value of a record. If it doesn't exist, its nearest parent is meant.
    Value(RecordRef, KeyPath),
    /// A part of a file that couldn't be read.
    Text(TextRange),
}

/// A byte range of a file.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct TextRange {
    /// The path below the folder, with `/` as separator.
    pub file: String,
    /// The record, if the file name is valid.
    pub record: Option<RecordRef>,
    /// The bytes; `0..0` for the whole file.
    pub bytes: Range<usize>,
}

impl Location {
    /// Returns the record that contains it.
    #[must_use]
    pub const fn record(&self) -> Option<&RecordRef> {
        match self {
            Self::Value(record, _) => Some(record),
            Self::Text(spot) => spot.record.as_ref(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_is_written_as_in_messages() {
        let path = KeyPath::entry("contributions", 1).key("tranches").index(0);
        assert_eq!(path.to_string(), "contributions[1].tranches[0]");
        assert_eq!(path.parent().parent(), KeyPath::top().key("contributions").index(1));
        assert_eq!(KeyPath::top().parent(), KeyPath::top());
    }

    #[test]
    fn entries_share_the_memory_of_their_paths() {
        let [one, other] = ["payments", "payments"].map(|list| KeyPath::entry(list, 3));
        assert!(Arc::ptr_eq(&one.0, &other.0));
        assert_eq!(KeyPath::entry("payments", REMEMBERED + 1).to_string(), format!("payments[{}]", REMEMBERED + 1));
    }
}
