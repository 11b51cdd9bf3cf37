//! Short lists of ids, which the entries of a record repeat.

use std::cell::RefCell;
use std::ops::Deref;
use std::sync::Arc;

use super::Id;

/// Ids in a fixed order. Cheap to clone. Equal lists that are made one soon after the other share their memory.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Ids(Option<Arc<[Id]>>);

/// The number of lists that each thread remembers. The entries of a record name few parties.
const REMEMBERED: usize = 8;

thread_local! {
    /// The last lists, the latest first.
    static KNOWN: RefCell<Vec<Arc<[Id]>>> = const { RefCell::new(Vec::new()) };
}

/// Returns a list, shared with an equal one if the thread remembers it.
fn shared(ids: &[Id]) -> Arc<[Id]> {
    KNOWN.with_borrow_mut(|known| {
        if let Some(at) = known.iter().position(|one| **one == *ids) {
            known[..=at].rotate_right(1);
        } else {
            known.truncate(REMEMBERED - 1);
            known.insert(0, ids.into());
        }
        Arc::clone(&known[0])
    })
}

impl Ids {
    pub const EMPTY: Self = Self(None);

    #[must_use]
    pub fn as_slice(&self) -> &[Id] {
        self.0.as_deref().unwrap_or_default()
    }
}

impl Deref for Ids {
    type Target = [Id];

    fn deref(&self) -> &[Id] {
        self.as_slice()
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
        Self((!ids.is_empty()).then(|| shared(ids)))
    }
}

impl From<&Id> for Ids {
    fn from(id: &Id) -> Self {
        std::slice::from_ref(id).into()
    }
}

impl From<Vec<Id>> for Ids {
    fn from(ids: Vec<Id>) -> Self {
        ids.as_slice().into()
    }
}

impl From<Option<Id>> for Ids {
    fn from(id: Option<Id>) -> Self {
        id.as_slice().into()
    }
}

impl<'a> IntoIterator for &'a Ids {
    type Item = &'a Id;
    type IntoIter = std::slice::Iter<'a, Id>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::portfolios::id;

    #[test]
    fn equal_lists_share_their_memory() {
        let [one, other] = ["pau", "pau"].map(|name| Ids::from(&id(name)));
        assert!(one.0.zip(other.0).is_some_and(|(one, other)| Arc::ptr_eq(&one, &other)));
    }

    #[test]
    fn lists_keep_their_order_however_many_there_are() {
        let names = (0..3 * REMEMBERED).map(|n| id(&format!("party-{n}"))).collect::<Vec<_>>();
        for (n, name) in names.iter().enumerate() {
            assert_eq!(Ids::from(name).first(), Some(name));
            assert_eq!(Ids::from(&names[n..]).as_slice(), &names[n..]);
        }
        assert_eq!(Ids::from(None), Ids::EMPTY);
        assert_eq!(Ids::EMPTY.as_slice(), []);
    }
}
