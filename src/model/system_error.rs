//! What the operating system answers where it does not do what was asked.

use std::fmt;
use std::io::ErrorKind;

/// Why the system refused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SystemError {
    /// Of which kind that is: the locale has words for the common ones.
    pub kind: ErrorKind,
    /// In its own words, for the rest.
    pub said: String,
}

impl SystemError {
    /// Of no kind that is known.
    #[must_use]
    pub const fn said(said: String) -> Self {
        Self { kind: ErrorKind::Other, said }
    }
}

impl From<&std::io::Error> for SystemError {
    /// Without Rust's "(os error 2)" behind the words.
    fn from(error: &std::io::Error) -> Self {
        let words = error.to_string();
        let said = words.split(" (os error").next().unwrap_or_default().to_owned();
        Self { kind: error.kind(), said }
    }
}

impl fmt::Display for SystemError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.said)
    }
}
