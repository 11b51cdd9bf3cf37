//! The table of keys holds what it promises.

use crossterm::event::{KeyCode, KeyEventKind, KeyModifiers};

use super::*;
use crate::locale::{Language, Locale};

fn key(name: &str) -> KeyEvent {
    let (modifiers, name) = match name.split_once('-') {
        Some(("Ctrl", rest)) => (KeyModifiers::CONTROL, rest),
        Some(("Shift", _)) => (KeyModifiers::SHIFT, "BackTab"),
        _ => (KeyModifiers::NONE, name),
    };
    let code = match name {
        "Enter" => KeyCode::Enter,
        "Esc" => KeyCode::Esc,
        "Tab" => KeyCode::Tab,
        "BackTab" => KeyCode::BackTab,
        "Up" => KeyCode::Up,
        "Down" => KeyCode::Down,
        "Left" => KeyCode::Left,
        "Right" => KeyCode::Right,
        "Home" => KeyCode::Home,
        "End" => KeyCode::End,
        "PgUp" => KeyCode::PageUp,
        "PgDn" => KeyCode::PageDown,
        "F1" => KeyCode::F(1),
        "Space" => KeyCode::Char(' '),
        name => KeyCode::Char(name.chars().next().unwrap()),
    };
    KeyEvent::new(code, modifiers)
}

#[test]
fn every_sequence_of_the_table_leads_to_its_command_and_no_other() {
    let keymap = Keymap::built_in();
    for binding in BINDINGS {
        for context in binding.holds {
            for keys in binding.keys {
                let mut pending = Vec::new();
                let steps: Vec<_> =
                    keys.split(' ').map(|name| keymap.press(*context, &mut pending, &key(name))).collect();
                let (last, before) = steps.split_last().unwrap();
                assert_eq!(*last, Match::Command(binding.command), "{keys} in {context:?}");
                assert!(before.iter().all(|step| *step == Match::Pending), "{keys} in {context:?}");
                assert!(pending.is_empty());
            }
        }
    }
}

#[test]
fn every_command_has_keys_and_words_in_both_languages() {
    for language in [Language::French, Language::English] {
        let locale = Locale::new(language);
        let has = |key: String| assert_ne!(locale.text(&key), key, "{language:?}");
        for &command in Command::ALL {
            assert!(BINDINGS.iter().any(|binding| binding.command == command), "{command:?} has no key");
            has(format!("command-{}", command.name()));
        }
        for binding in BINDINGS.iter().filter(|binding| binding.hint > 0) {
            has(format!("hint-{}", binding.command.name()));
        }
        for chapter in Chapter::ALL {
            has(format!("help-{}", chapter.name()));
        }
    }
}

#[test]
fn hints_of_one_context_have_places_of_their_own() {
    let keymap = Keymap::built_in();
    for context in Context::ALL {
        let hints = keymap.hints(context);
        assert!(!hints.is_empty(), "{context:?}");
        assert!(hints.windows(2).all(|pair| pair[0].hint < pair[1].hint), "{context:?}");
    }
}

#[test]
fn a_character_with_altgr_is_the_character_and_releases_are_nothing() {
    let keymap = Keymap::built_in();
    let altgr = KeyEvent::new(KeyCode::Char('/'), KeyModifiers::CONTROL | KeyModifiers::ALT);
    assert_eq!(keymap.press(Context::Portfolio, &mut Vec::new(), &altgr), Match::Command(Command::Filter));
    let shifted = KeyEvent::new(KeyCode::Char('G'), KeyModifiers::SHIFT);
    assert_eq!(keymap.press(Context::Portfolio, &mut Vec::new(), &shifted), Match::Command(Command::Last));
    let mut release = key("x");
    release.kind = KeyEventKind::Release;
    assert_eq!(keymap.press(Context::Portfolio, &mut Vec::new(), &release), Match::None);
}

#[test]
fn a_sequence_that_leads_nowhere_is_forgotten() {
    let keymap = Keymap::built_in();
    let mut pending = Vec::new();
    assert_eq!(keymap.press(Context::Portfolio, &mut pending, &key("g")), Match::Pending);
    let next: Vec<_> = keymap.following(Context::Portfolio, &pending).collect();
    assert!(next.contains(&("g", Command::First)) && next.contains(&("r", Command::Reload)), "{next:?}");
    assert_eq!(keymap.press(Context::Portfolio, &mut pending, &key("x")), Match::None);
    assert_eq!(keymap.press(Context::Portfolio, &mut pending, &key("x")), Match::Command(Command::Done));
}
