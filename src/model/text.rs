//! Short texts that many records repeat: ids, articles, sentences of a template.

use std::cell::RefCell;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::Arc;
use std::{fmt, ops};

/// A text that is cheap to clone. Equal texts that are made one soon after the other share their memory.
#[derive(Clone, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Text(Arc<str>);

/// The number of texts that each thread remembers.
const REMEMBERED: usize = 1 << 11;
/// Longer texts are hardly repeated.
const LONGEST: usize = 256;

thread_local! {
    /// The last text of each hash.
    static KNOWN: RefCell<Vec<Option<Arc<str>>>> = const { RefCell::new(Vec::new()) };
}

/// Returns a text, shared with an equal one if the thread remembers it.
pub(super) fn shared(text: &str) -> Arc<str> {
    if text.len() > LONGEST {
        return text.into();
    }
    let mut hasher = DefaultHasher::new();
    text.hash(&mut hasher);
    let at = usize::try_from(hasher.finish() % REMEMBERED as u64).unwrap_or_default();
    KNOWN.with_borrow_mut(|known| {
        known.resize(REMEMBERED, None);
        let Some(place) = known.get_mut(at) else { return text.into() };
        match place {
            Some(same) if **same == *text => Arc::clone(same),
            _ => Arc::clone(place.insert(text.into())),
        }
    })
}

impl Text {
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl ops::Deref for Text {
    type Target = str;

    fn deref(&self) -> &str {
        &self.0
    }
}

impl From<&str> for Text {
    fn from(text: &str) -> Self {
        Self(shared(text))
    }
}

impl From<&String> for Text {
    fn from(text: &String) -> Self {
        text.as_str().into()
    }
}

impl From<String> for Text {
    fn from(text: String) -> Self {
        text.as_str().into()
    }
}

impl PartialEq<str> for Text {
    fn eq(&self, other: &str) -> bool {
        *self.0 == *other
    }
}

impl PartialEq<&str> for Text {
    fn eq(&self, other: &&str) -> bool {
        *self.0 == **other
    }
}

impl PartialEq<String> for Text {
    fn eq(&self, other: &String) -> bool {
        *self.0 == **other
    }
}

impl PartialEq<Text> for String {
    fn eq(&self, other: &Text) -> bool {
        **self == *other.0
    }
}

impl PartialEq<Text> for str {
    fn eq(&self, other: &Text) -> bool {
        *self == *other.0
    }
}

impl fmt::Display for Text {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

impl fmt::Debug for Text {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&*self.0, f)
    }
}

impl AsRef<str> for Text {
    fn as_ref(&self) -> &str {
        &self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_texts_share_their_memory() {
        let [one, other] = ["art. 5.1", "art. 5.1"].map(|text| Text::from(text.to_owned()));
        assert!(Arc::ptr_eq(&one.0, &other.0));
        assert_ne!(one, Text::from("art. 5.2"));
    }

    #[test]
    fn no_more_texts_are_remembered_than_there_are_places() {
        for n in 0..10 * REMEMBERED {
            assert_eq!(Text::from(format!("text {n}")), format!("text {n}"));
        }
        let remembered = KNOWN.with_borrow(|known| known.iter().flatten().count());
        assert!(remembered <= REMEMBERED);
    }
}
