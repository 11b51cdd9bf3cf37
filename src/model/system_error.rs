//! Errors of the operating system.

use std::fmt;
use std::io::ErrorKind;

/// An error of the operating system.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SystemError {
    /// The kind; the locale translates the common ones.
    pub kind: ErrorKind,
    /// The system's own message.
    pub said: String,
}

impl SystemError {
    /// Creates an error of unknown kind.
    #[must_use]
    pub const fn said(said: String) -> Self {
        Self { kind: ErrorKind::Other, said }
    }
}

impl From<&std::io::Error> for SystemError {
    /// Removes Rust's "(os error 2)" suffix.
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
