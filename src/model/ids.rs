//! Short lists of ids, most of which have one entry.

use std::hash::{Hash, Hasher};
use std::ops::Deref;
use std::sync::Arc;

use super::Id;

/// Ids in a fixed order. Cheap to clone; takes no memory of its own for one id.
#[derive(Clone, Debug, Default)]
pub enum Ids {
    #[default]
    Empty,
    One(Id),
    Several(Arc<[Id]>),
}

impl Ids {
    #[must_use]
    pub fn as_slice(&self) -> &[Id] {
        match self {
            Self::Empty => &[],
            Self::One(id) => std::slice::from_ref(id),
            Self::Several(ids) => ids,
        }
    }
}

impl Deref for Ids {
    type Target = [Id];

    fn deref(&self) -> &[Id] {
        self.as_slice()
    }
}

/// Compares the ids, however they are stored.
impl PartialEq for Ids {
    fn eq(&self, other: &Self) -> bool {
        self.as_slice() == other.as_slice()
    }
}

impl Eq for Ids {}

impl Hash for Ids {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.as_slice().hash(state);
    }
}

impl PartialEq<Vec<Id>> for Ids {
    fn eq(&self, other: &Vec<Id>) -> bool {
        self.as_slice() == other.as_slice()
    }
}

impl<const N: usize> PartialEq<[Id; N]> for Ids {
    fn eq(&self, other: &[Id; N]) -> bool {
        self.as_slice() == other.as_slice()
    }
}

impl From<&[Id]> for Ids {
    fn from(ids: &[Id]) -> Self {
        match ids {
            [] => Self::Empty,
            [id] => Self::One(id.clone()),
            ids => Self::Several(ids.into()),
        }
    }
}

impl From<Vec<Id>> for Ids {
    fn from(ids: Vec<Id>) -> Self {
        ids.as_slice().into()
    }
}

impl From<Option<Id>> for Ids {
    fn from(id: Option<Id>) -> Self {
        id.map_or(Self::Empty, Self::One)
    }
}

impl<'a> IntoIterator for &'a Ids {
    type Item = &'a Id;
    type IntoIter = std::slice::Iter<'a, Id>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}
