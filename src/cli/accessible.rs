//! `ACCESSIBLE=1`: the user wants questions line by line instead of options and screens.

use std::io::IsTerminal;

/// Returns whether `ACCESSIBLE=1` is set.
#[must_use]
pub fn is_set() -> bool {
    std::env::var_os("ACCESSIBLE").is_some_and(|value| value == "1")
}

/// Returns whether it is set and somebody is there to answer.
#[must_use]
pub fn is_asked_for() -> bool {
    is_set() && std::io::stdin().is_terminal()
}
