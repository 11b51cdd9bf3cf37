//! Chooses between Unicode and ASCII symbols by the encoding of the locale.

use super::config::Config;
use crate::ui::Symbols;

/// Returns the symbols to use: by option, else by configuration, else by environment.
pub fn symbols(is_ascii_asked: bool, config: &Config) -> Symbols {
    let is_ascii = is_ascii_asked || config.ascii.unwrap_or_else(is_other_than_utf8);
    if is_ascii { Symbols::Ascii } else { Symbols::Unicode }
}

/// Returns whether the environment names another encoding than UTF-8.
pub fn is_other_than_utf8() -> bool {
    names_another(["LC_ALL", "LC_CTYPE", "LANG"].map(|name| std::env::var(name).ok()))
}

/// The first variable that is set decides, as in POSIX. A locale without an encoding counts as UTF-8.
fn names_another(values: [Option<String>; 3]) -> bool {
    let Some(locale) = values.into_iter().flatten().find(|value| !value.is_empty()) else { return false };
    if matches!(locale.as_str(), "C" | "POSIX") {
        return true;
    }
    let encoding = locale.split_once('.').map(|(_, rest)| rest.split('@').next().unwrap_or(rest));
    encoding.is_some_and(|encoding| !["utf-8", "utf8"].contains(&encoding.to_lowercase().as_str()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_locale_that_is_set_decides() {
        let is_other =
            |all: &str, ctype: &str, lang: &str| names_another([all, ctype, lang].map(|one| Some(one.into())));
        assert!(is_other("C", "", "fr_FR.UTF-8") && is_other("", "fr_FR.ISO-8859-15@euro", "fr_FR.UTF-8"));
        assert!(is_other("", "", "POSIX"));
        assert!(!is_other("", "C.UTF-8", "C") && !is_other("", "", "fr_FR.utf8@euro") && !is_other("", "", "fr_FR"));
        assert!(!names_another([None, None, None]));
    }
}
