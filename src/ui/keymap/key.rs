//! Keys by name: as the terminal tells them, and as people write them.

use crossterm::event::{KeyCode, KeyEvent, KeyEventKind, KeyModifiers};

/// A key's name in sequences: `x`, `G`, `Ctrl-d`, `Alt-Enter`, `Shift-Tab`, `F1`; `None` for what is no press of a key
/// that has one.
#[must_use]
pub fn name(key: &KeyEvent) -> Option<String> {
    if key.kind == KeyEventKind::Release {
        return None;
    }
    let is_character = matches!(key.code, KeyCode::Char(_));
    // Ctrl+Alt with a character is AltGr on Windows: the character.
    let altgr = is_character && key.modifiers.contains(KeyModifiers::CONTROL | KeyModifiers::ALT);
    let control = key.modifiers.contains(KeyModifiers::CONTROL) && !altgr;
    let alt = key.modifiers.contains(KeyModifiers::ALT) && !altgr;
    // A character is what Shift made of it.
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
