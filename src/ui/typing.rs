//! The keys that edit a line of text, as in shells.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use tui_input::{Input, InputRequest};

use crate::report::replacement;

/// Returns what a key does to a line of text; `None` if it does not edit text.
#[must_use]
pub fn request(key: &KeyEvent) -> Option<InputRequest> {
    // On Windows, Ctrl+Alt with a character is AltGr and means the character.
    let altgr = key.modifiers.contains(KeyModifiers::CONTROL | KeyModifiers::ALT);
    let control = !altgr && key.modifiers.contains(KeyModifiers::CONTROL);
    let alt = !altgr && key.modifiers.contains(KeyModifiers::ALT);
    Some(match key.code {
        KeyCode::Char(c) if control => match c.to_ascii_lowercase() {
            'a' => InputRequest::GoToStart,
            'e' => InputRequest::GoToEnd,
            'b' => InputRequest::GoToPrevChar,
            'f' => InputRequest::GoToNextChar,
            'h' => InputRequest::DeletePrevChar,
            'd' => InputRequest::DeleteNextChar,
            'w' => InputRequest::DeletePrevWord,
            'u' => InputRequest::DeleteFromStart,
            'k' => InputRequest::DeleteTillEnd,
            _ => return None,
        },
        KeyCode::Char('b') if alt => InputRequest::GoToPrevWord,
        KeyCode::Char('f') if alt => InputRequest::GoToNextWord,
        KeyCode::Char('d') if alt => InputRequest::DeleteNextWord,
        // A character that hides or reorders text would be saved unseen.
        KeyCode::Char(c) if !alt && replacement(c).is_none() => InputRequest::InsertChar(c),
        KeyCode::Backspace if control || alt => InputRequest::DeletePrevWord,
        KeyCode::Backspace => InputRequest::DeletePrevChar,
        KeyCode::Delete => InputRequest::DeleteNextChar,
        KeyCode::Left if control || alt => InputRequest::GoToPrevWord,
        KeyCode::Right if control || alt => InputRequest::GoToNextWord,
        KeyCode::Left => InputRequest::GoToPrevChar,
        KeyCode::Right => InputRequest::GoToNextChar,
        KeyCode::Home => InputRequest::GoToStart,
        KeyCode::End => InputRequest::GoToEnd,
        _ => return None,
    })
}

/// Pastes a text at the cursor, in one line: control characters become spaces.
pub fn paste(line: &mut Input, text: &str) {
    for c in text.chars() {
        line.handle(InputRequest::InsertChar(if c.is_control() { ' ' } else { c }));
    }
}
