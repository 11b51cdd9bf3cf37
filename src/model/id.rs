//! Ids of records: the file name without `.toml`.

use std::fmt;
use std::sync::Arc;

use super::text::shared;

/// Letters, digits, hyphens and dots, beginning with a letter or a digit. Cheap to clone.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Id(Arc<str>);

/// Why a text is not an [`Id`].
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum IdError {
    /// The text is empty.
    #[error("an id cannot be empty")]
    Empty,
    /// A character that is not allowed at all, or not at its position.
    #[error("`{0}` is not allowed there in an id: use unaccented letters, digits, hyphens, and single dots inside")]
    Character(char),
    /// A name that Windows reserves for devices.
    #[error("`{0}` is reserved by Windows")]
    Reserved(String),
}

/// The names of devices on Windows, which no file can have there, whatever follows the first dot.
const RESERVED: [&str; 4] = ["con", "prn", "aux", "nul"];

impl Id {
    /// Parses an id.
    ///
    /// # Errors
    /// If it is empty, contains anything but unaccented letters, digits, `-` and single dots, begins with `-` or a dot,
    /// ends with a dot, or is the name of a device on Windows.
    pub fn new(text: &str) -> Result<Self, IdError> {
        let first = text.chars().next().ok_or(IdError::Empty)?;
        if matches!(first, '-' | '.') {
            return Err(IdError::Character(first));
        }
        if let Some(wrong) = text.chars().find(|c| !c.is_ascii_alphanumeric() && !matches!(c, '-' | '.')) {
            return Err(IdError::Character(wrong));
        }
        if text.ends_with('.') || text.contains("..") {
            return Err(IdError::Character('.'));
        }
        if is_reserved(text) {
            return Err(IdError::Reserved(text.to_owned()));
        }
        Ok(Self(shared(text)))
    }

    /// Returns the id of `portfolio.toml`.
    pub(super) fn of_portfolio() -> Self {
        Self(shared("portfolio"))
    }

    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

fn is_reserved(text: &str) -> bool {
    let name = text.split('.').next().unwrap_or_default().to_ascii_lowercase();
    let numbered = |device| name.strip_prefix(device).is_some_and(|n| matches!(n.as_bytes(), [b'1'..=b'9']));
    RESERVED.contains(&name.as_str()) || numbered("com") || numbered("lpt")
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
    fn ids_are_valid_file_names_on_every_system() {
        for text in ["histologe-2", "A11y", "service.public", "x.y-z", "console", "com10", "nullable.fr"] {
            assert_eq!(Id::new(text).map(|id| id.to_string()), Ok(text.to_owned()));
        }
        assert_eq!(Id::new(""), Err(IdError::Empty));
        for (text, wrong) in
            [("a_b", '_'), ("é", 'é'), ("-a", '-'), ("a/b", '/'), (".a", '.'), ("a.", '.'), ("a..b", '.'), ("a b", ' ')]
        {
            assert_eq!(Id::new(text), Err(IdError::Character(wrong)), "{text}");
        }
        for text in ["con", "NUL", "aux.x", "Com1", "lpt9.a.b"] {
            assert_eq!(Id::new(text), Err(IdError::Reserved(text.to_owned())), "{text}");
        }
    }
}
