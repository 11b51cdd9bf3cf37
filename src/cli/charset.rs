//! Whether the locale's letters are UTF-8: where they are not, the screen is drawn with the signs of ASCII.

/// Whether the environment says that the terminal does not read UTF-8.
pub fn is_other_than_utf8() -> bool {
    names_another(["LC_ALL", "LC_CTYPE", "LANG"].map(|name| std::env::var(name).ok()))
}

/// The first that is set decides, as everywhere; one that names no letters, or none at all, tells nothing.
fn names_another(values: [Option<String>; 3]) -> bool {
    let Some(locale) = values.into_iter().flatten().find(|value| !value.is_empty()) else { return false };
    if matches!(locale.as_str(), "C" | "POSIX") {
        return true;
    }
    let letters = locale.split_once('.').map(|(_, letters)| letters.split('@').next().unwrap_or(letters));
    letters.is_some_and(|letters| !["utf-8", "utf8"].contains(&letters.to_lowercase().as_str()))
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
