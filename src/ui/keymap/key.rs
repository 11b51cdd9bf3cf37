//! The names of keys: from terminal events, and as people write them.

use crossterm::event::{KeyCode, KeyEvent, KeyEventKind, KeyModifiers};

/// Returns the name of a key: `x`, `G`, `Ctrl-d`, `Alt-Enter`, `Shift-Tab`, `F1`; `None` for a release or a key without
/// a name.
#[must_use]
pub fn name(key: &KeyEvent) -> Option<String> {
    if key.kind == KeyEventKind::Release {
        return None;
    }
    let is_character = matches!(key.code, KeyCode::Char(_));
    // On Windows, Ctrl+Alt with a character is AltGr and means the character.
    let altgr = is_character && key.modifiers.contains(KeyModifiers::CONTROL | KeyModifiers::ALT);
    let control = key.modifiers.contains(KeyModifiers::CONTROL) && !altgr;
    let alt = key.modifiers.contains(KeyModifiers::ALT) && !altgr;
    // The character already shows whether Shift was held.
    let shift = key.modifiers.contains(KeyModifiers::SHIFT) && !is_character;
    let (base, shift) = match key.code {
        KeyCode::Char(c) if control => (c.to_lowercase().to_string(), shift),
        KeyCode::Char(' ') => ("Space".to_owned(), shift),
        KeyCode::Char(c) => (c.to_string(), shift),
        KeyCode::F(n) => (format!("F{n}"), shift),
        KeyCode::BackTab => ("Tab".to_owned(), true),
        KeyCode::PageUp => ("PgUp".to_owned(), shift),
        KeyCode::PageDown => ("PgDn".to_owned(), shift),
        code @ (KeyCode::Enter
        | KeyCode::Esc
        | KeyCode::Tab
        | KeyCode::Backspace
        | KeyCode::Delete
        | KeyCode::Insert
        | KeyCode::Up
        | KeyCode::Down
        | KeyCode::Left
        | KeyCode::Right
        | KeyCode::Home
        | KeyCode::End) => (format!("{code:?}"), shift),
        _ => return None,
    };
    let prefix = |on: bool, name: &'static str| if on { name } else { "" };
    let (control, alt, shift) = (prefix(control, "Ctrl-"), prefix(alt, "Alt-"), prefix(shift, "Shift-"));
    Some(format!("{control}{alt}{shift}{base}"))
}

/// Why a sequence of keys cannot be read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum KeyError {
    /// It has no key.
    #[error("no key")]
    Empty,
    /// No key has that name.
    #[error("no key is called `{0}`")]
    Unknown(String),
}

/// Keys with names, and their alternative names.
const NAMED: [(&str, &[&str]); 15] = [
    ("Enter", &["return"]),
    ("Esc", &["escape"]),
    ("Tab", &[]),
    ("Space", &[]),
    ("Backspace", &[]),
    ("Delete", &["del"]),
    ("Insert", &["ins"]),
    ("Up", &[]),
    ("Down", &[]),
    ("Left", &[]),
    ("Right", &[]),
    ("Home", &[]),
    ("End", &[]),
    ("PgUp", &["pageup"]),
    ("PgDn", &["pagedown"]),
];

/// Normalises a sequence of keys: `ctrl-D` → `Ctrl-d`, `g  g` → `g g`, `shift-g` → `G`.
///
/// # Errors
/// If a word is not the name of a key.
pub fn sequence(written: &str) -> Result<String, KeyError> {
    let keys = written.split_whitespace().map(|word| one(word).ok_or_else(|| KeyError::Unknown(word.to_owned())));
    let keys = keys.collect::<Result<Vec<_>, _>>()?;
    if keys.is_empty() { Err(KeyError::Empty) } else { Ok(keys.join(" ")) }
}

fn one(word: &str) -> Option<String> {
    let (mut control, mut alt, mut shift, mut base) = (false, false, false, word);
    while let Some((modifier, rest)) = base.split_once(['-', '+']).filter(|(_, rest)| !rest.is_empty()) {
        match modifier.to_ascii_lowercase().as_str() {
            "ctrl" | "control" | "c" => control = true,
            "alt" | "meta" | "m" => alt = true,
            "shift" | "s" => shift = true,
            _ => return None,
        }
        base = rest;
    }
    let mut characters = base.chars();
    let base = match (characters.next()?, characters.next()) {
        (c, None) if control => {
            // Terminals don't distinguish Ctrl-X from Ctrl-x, and Ctrl with Alt and a character is AltGr.
            return (!alt && !shift).then(|| format!("Ctrl-{}", c.to_lowercase()));
        }
        (c, None) if shift => {
            shift = false;
            c.to_uppercase().to_string()
        }
        (c, None) => c.to_string(),
        _ => named(base)?,
    };
    let prefix = |on: bool, name: &'static str| if on { name } else { "" };
    let (control, alt, shift) = (prefix(control, "Ctrl-"), prefix(alt, "Alt-"), prefix(shift, "Shift-"));
    Some(format!("{control}{alt}{shift}{base}"))
}

fn named(word: &str) -> Option<String> {
    let lower = word.to_ascii_lowercase();
    let function = lower.strip_prefix('f').and_then(|number| number.parse::<u8>().ok());
    if let Some(number @ 1..=24) = function {
        return Some(format!("F{number}"));
    }
    let is = |(name, others): &&(&str, &[&str])| name.eq_ignore_ascii_case(word) || others.contains(&lower.as_str());
    NAMED.iter().find(is).map(|(name, _)| (*name).to_owned())
}

/// Returns whether a sequence of one key is a character, which is typed in a line of text.
#[must_use]
pub fn is_typed(key: &str) -> bool {
    key == "Space" || key.chars().count() == 1
}
