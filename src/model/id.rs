//! Ids of records: the file name without `.toml`.

use std::fmt;
use std::sync::Arc;

/// Lowercase letters, digits and hyphens, beginning with a letter or a digit. Cheap to clone.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Id(Arc<str>);

/// Why a text is not an [`Id`].
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum IdError {
    /// The text is empty.
    #[error("an id cannot be empty")]
    Empty,
    /// A character other than lowercase letters, digits and hyphens.
    #[error("`{0}` cannot stand in an id: use lowercase letters, digits and hyphens")]
    Character(char),
    /// A device of Windows, where no file can have this name.
    #[error("`{0}` is reserved by Windows")]
    Reserved(String),
}

/// The names of devices, which Windows does not allow for files, whatever their extension.
fn is_reserved(text: &str) -> bool {
    let is_port = |prefix| {
        let number = text.strip_prefix(prefix).map(str::as_bytes);
        matches!(number, Some([b'1'..=b'9']))
    };
    matches!(text, "con" | "prn" | "aux" | "nul") || is_port("com") || is_port("lpt")
}

impl Id {
    /// Parses an id.
    ///
    /// # Errors
    /// If it is empty or contains anything but `a`–`z`, `0`–`9` and `-` (not at the beginning).
    pub fn new(text: &str) -> Result<Self, IdError> {
        let first = text.chars().next().ok_or(IdError::Empty)?;
        if first == '-' {
            return Err(IdError::Character(first));
        }
        match text.chars().find(|c| !matches!(c, 'a'..='z' | '0'..='9' | '-')) {
            Some(wrong) => Err(IdError::Character(wrong)),
            None if is_reserved(text) => Err(IdError::Reserved(text.to_owned())),
            None => Ok(Self(text.into())),
        }
    }

    /// The id of `portfolio.toml`.
    pub(super) fn of_portfolio() -> Self {
        Self("portfolio".into())
    }

    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

impl AsRef<str> for Id {
    fn as_ref(&self) -> &str {
        &self.0
    }
}

impl std::borrow::Borrow<str> for Id {
    fn borrow(&self) -> &str {
        &self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_is_lowercase_letters_digits_and_hyphens() {
        assert_eq!(Id::new("histologe-2").map(|id| id.to_string()), Ok("histologe-2".to_owned()));
        assert_eq!(Id::new(""), Err(IdError::Empty));
        for (text, wrong) in [("Pau", 'P'), ("a_b", '_'), ("é", 'é'), ("-a", '-'), ("a/b", '/'), ("a.b", '.')] {
            assert_eq!(Id::new(text), Err(IdError::Character(wrong)), "{text}");
        }
    }
}
