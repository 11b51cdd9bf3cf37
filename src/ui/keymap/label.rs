//! The labels of keys in the language of the user.

use crate::locale::Locale;

/// Returns the label of a key on the keyboard of the language: `Enter` → `Entrée`, `Shift-Tab` → `Maj-Tab`.
#[must_use]
pub fn key_name(locale: &Locale, key: &str) -> String {
    for modifier in ["Ctrl-", "Alt-", "Shift-"] {
        if let Some(rest) = key.strip_prefix(modifier).filter(|rest| !rest.is_empty()) {
            let shift = modifier == "Shift-";
            let name = if shift { locale.text("key-shift") } else { modifier.to_owned() };
            return format!("{name}{}", key_name(locale, rest));
        }
    }
    match key {
        "Up" => "↑".to_owned(),
        "Down" => "↓".to_owned(),
        "Left" => "←".to_owned(),
        "Right" => "→".to_owned(),
        "Enter" | "Esc" | "Tab" | "Backspace" | "Delete" | "Insert" | "Home" | "End" | "PgUp" | "PgDn" | "Space" => {
            locale.text(&format!("key-{}", key.to_lowercase()))
        }
        _ => key.to_owned(),
    }
}

/// Returns the labels of a key sequence, separated by spaces.
#[must_use]
pub fn keys_name(locale: &Locale, keys: &str) -> String {
    keys.split(' ').map(|key| key_name(locale, key)).collect::<Vec<_>>().join(" ")
}
