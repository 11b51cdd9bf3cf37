//! Tests of the table of keys.

use crossterm::event::{KeyCode, KeyEventKind, KeyModifiers};

use crate::edit::Verb;

use super::*;
use crate::locale::{Language, Locale};

fn key(name: &str) -> KeyEvent {
    let (modifiers, name) = match name.split_once('-') {
        Some(("Ctrl", rest)) => (KeyModifiers::CONTROL, rest),
        Some(("Alt", rest)) => (KeyModifiers::ALT, rest),
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
fn every_sequence_runs_its_command() {
    let keymap = Keymap::built_in();
    for binding in BINDINGS.iter() {
        for context in binding.contexts {
            for keys in binding.keys {
                let mut pending = Vec::new();
                let steps: Vec<_> =
                    keys.split(' ').map(|name| keymap.press(*context, &mut pending, &key(name))).collect();
                let (last, before) = steps.split_last().unwrap();
                assert_eq!(*last, KeyMatch::Command(binding.command), "{keys} in {context:?}");
                assert!(before.iter().all(|step| *step == KeyMatch::Pending), "{keys} in {context:?}");
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
            // The palette offers every verb, so that a rare one needs no key.
            let has_key = BINDINGS.iter().any(|binding| binding.command == command);
            assert!(has_key || command.verb().is_some(), "{command:?} has no key");
            has(format!("command-{}", command.name()));
        }
        for binding in BINDINGS.iter().filter(|binding| binding.hint > 0) {
            has(format!("hint-{}", binding.command.name()));
        }
        for section in HelpSection::ALL {
            has(format!("help-{}", section.name()));
        }
    }
}

#[test]
fn hints_of_a_context_have_distinct_positions() {
    let keymap = Keymap::built_in();
    for context in KeyContext::ALL {
        let hints = keymap.hints(context);
        assert!(!hints.is_empty(), "{context:?}");
        assert!(hints.windows(2).all(|pair| pair[0].hint < pair[1].hint), "{context:?}");
    }
}

#[test]
fn altgr_types_the_character_and_releases_are_ignored() {
    let keymap = Keymap::built_in();
    let altgr = KeyEvent::new(KeyCode::Char('/'), KeyModifiers::CONTROL | KeyModifiers::ALT);
    assert_eq!(keymap.press(KeyContext::Portfolio, &mut Vec::new(), &altgr), KeyMatch::Command(Command::Filter));
    let shifted = KeyEvent::new(KeyCode::Char('G'), KeyModifiers::SHIFT);
    assert_eq!(keymap.press(KeyContext::Portfolio, &mut Vec::new(), &shifted), KeyMatch::Command(Command::Last));
    let mut release = key("x");
    release.kind = KeyEventKind::Release;
    assert_eq!(keymap.press(KeyContext::Portfolio, &mut Vec::new(), &release), KeyMatch::None);
}

#[test]
fn an_unbound_key_sequence_is_discarded() {
    let keymap = Keymap::built_in();
    let mut pending = Vec::new();
    assert_eq!(keymap.press(KeyContext::Portfolio, &mut pending, &key("g")), KeyMatch::Pending);
    let next: Vec<_> = keymap.following(KeyContext::Portfolio, &pending).collect();
    assert!(next.contains(&("g", Command::First)) && next.contains(&("r", Command::Reload)), "{next:?}");
    assert_eq!(keymap.press(KeyContext::Portfolio, &mut pending, &key("x")), KeyMatch::None);
    assert_eq!(
        keymap.press(KeyContext::Portfolio, &mut pending, &key("x")),
        KeyMatch::Command(Command::Verb(Verb::Done))
    );
}

fn asked(command: Command, context: Option<KeyContext>, keys: &[&str]) -> Rebinding {
    Rebinding { command, context, keys: keys.iter().map(|keys| (*keys).to_owned()).collect() }
}

#[test]
fn keys_are_read_as_people_write_them() {
    for (written, name) in [
        ("x", "x"),
        ("shift-g", "G"),
        ("ctrl-D", "Ctrl-d"),
        ("C-x  c-S", "Ctrl-x Ctrl-s"),
        ("Alt+d", "Alt-d"),
        ("f12", "F12"),
        ("space", "Space"),
        ("Shift-Tab", "Shift-Tab"),
        ("shift-enter", "Shift-Enter"),
        ("pageup", "PgUp"),
        ("-", "-"),
        ("+", "+"),
        ("Ctrl--", "Ctrl--"),
        ("é", "é"),
        ("g é", "g é"),
    ] {
        assert_eq!(sequence(written).as_deref(), Ok(name), "{written}");
    }
    for written in ["Hyper-x", "word", "Ctrl-Alt-x", "F25", "Ctrl-"] {
        assert_eq!(sequence(written), Err(KeyError::Unknown(written.to_owned())));
    }
    assert_eq!(sequence("  "), Err(KeyError::Empty));
}

#[test]
fn every_built_in_sequence_is_normalised() {
    for keys in BINDINGS.iter().flat_map(|binding| binding.keys) {
        assert_eq!(sequence(keys).as_deref(), Ok(*keys));
    }
}

#[test]
fn commands_are_unique_in_a_context_and_no_sequence_hides_another() {
    for context in KeyContext::ALL {
        let here: Vec<_> = BINDINGS.iter().filter(|binding| binding.contexts.contains(&context)).collect();
        let mut all: Vec<_> = here.iter().map(|binding| binding.command.name()).collect();
        all.sort_unstable();
        assert!(all.windows(2).all(|pair| pair[0] != pair[1]), "{context:?}: {all:?}");
        let mut keys: Vec<_> = here.iter().flat_map(|binding| binding.keys).map(|keys| format!("{keys} ")).collect();
        keys.sort_unstable();
        for pair in keys.windows(2) {
            assert!(!pair[1].starts_with(&pair[0]), "{context:?}: {pair:?}");
        }
    }
}

#[test]
fn a_key_of_the_user_beats_a_built_in_one_and_the_loss_is_reported() {
    let (keymap, conflicts) = Keymap::with(&[asked(Command::Verb(Verb::Done), None, &["p", "Alt-x"])]);
    let press = |name| keymap.press(KeyContext::Portfolio, &mut Vec::new(), &key(name));
    assert_eq!(press("p"), KeyMatch::Command(Command::Verb(Verb::Done)));
    assert_eq!(press("x"), KeyMatch::None);
    assert_eq!(keymap.keys_of(KeyContext::Obligations, Command::Verb(Verb::Done)), ["p", "Alt-x"]);
    assert!(keymap.keys_of(KeyContext::Portfolio, Command::Verb(Verb::Pay)).is_empty());
    assert_eq!(
        conflicts,
        [KeyConflict {
            rebinding: 0,
            key: Some(0),
            reason: ConflictReason::TakenFrom("p".to_owned(), Command::Verb(Verb::Pay))
        }]
    );
    let both = [asked(Command::Verb(Verb::Done), None, &["p"]), asked(Command::Verb(Verb::Pay), None, &["x"])];
    assert_eq!(Keymap::with(&both).1, [], "exchanged");
}

#[test]
fn of_two_conflicting_keys_of_the_user_the_first_applies() {
    let both = [asked(Command::Verb(Verb::Done), None, &["F2"]), asked(Command::Verb(Verb::Pay), None, &["F2", "F3"])];
    let (keymap, conflicts) = Keymap::with(&both);
    assert_eq!(keymap.keys_of(KeyContext::Portfolio, Command::Verb(Verb::Done)), ["F2"]);
    assert_eq!(keymap.keys_of(KeyContext::Portfolio, Command::Verb(Verb::Pay)), ["F3"]);
    assert_eq!(
        conflicts,
        [KeyConflict {
            rebinding: 1,
            key: Some(0),
            reason: ConflictReason::TakenBy("F2".to_owned(), Command::Verb(Verb::Done))
        }]
    );
}

#[test]
fn sequences_that_hide_others_are_reported() {
    let (keymap, conflicts) = Keymap::with(&[asked(Command::Verb(Verb::Done), None, &["g"])]);
    assert_eq!(
        keymap.press(KeyContext::Portfolio, &mut Vec::new(), &key("g")),
        KeyMatch::Command(Command::Verb(Verb::Done))
    );
    let first =
        KeyConflict { rebinding: 0, key: Some(0), reason: ConflictReason::TakenFrom("g g".to_owned(), Command::First) };
    assert!(conflicts.contains(&first), "{conflicts:?}");
    assert_eq!(keymap.keys_of(KeyContext::Portfolio, Command::First), ["Home"]);
    let (keymap, conflicts) = Keymap::with(&[asked(Command::Help, None, &["x h"])]);
    assert_eq!(keymap.press(KeyContext::Portfolio, &mut Vec::new(), &key("x")), KeyMatch::Pending);
    assert_eq!(
        conflicts,
        [KeyConflict {
            rebinding: 0,
            key: Some(0),
            reason: ConflictReason::TakenFrom("x".to_owned(), Command::Verb(Verb::Done))
        }]
    );
}

#[test]
fn required_keys_cannot_be_removed() {
    let rebindings = [
        asked(Command::Quit, None, &[]),
        asked(Command::Accept, None, &["y"]),
        asked(Command::Cancel, Some(KeyContext::Date), &[]),
        asked(Command::Verb(Verb::Pay), None, &["Ctrl-c"]),
        asked(Command::Verb(Verb::Pay), Some(KeyContext::Findings), &["p"]),
    ];
    let (keymap, conflicts) = Keymap::with(&rebindings);
    assert_eq!(keymap.keys_of(KeyContext::Portfolio, Command::Quit), ["Ctrl-c"]);
    assert_eq!(keymap.keys_of(KeyContext::Date, Command::Accept), ["Enter"]);
    assert_eq!(keymap.keys_of(KeyContext::Date, Command::Cancel), ["Esc"]);
    let conflict = |rebinding, key, reason| KeyConflict { rebinding, key, reason };
    let lost = ConflictReason::TakenBy("Ctrl-c".to_owned(), Command::Quit);
    assert_eq!(
        conflicts,
        [
            conflict(0, None, ConflictReason::Required),
            conflict(1, Some(0), ConflictReason::IsText),
            conflict(2, None, ConflictReason::Required),
            conflict(3, Some(0), lost),
            conflict(4, None, ConflictReason::NotAvailable),
        ]
    );
}

#[test]
fn keys_apply_to_their_context_and_letters_stay_text_while_typing() {
    let rebindings = [
        asked(Command::Down, None, &["n", "Ctrl-n"]),
        asked(Command::Verb(Verb::Done), Some(KeyContext::Obligations), &[]),
    ];
    let (keymap, conflicts) = Keymap::with(&rebindings);
    assert_eq!(keymap.keys_of(KeyContext::Filter, Command::Down), ["Ctrl-n"]);
    assert_eq!(keymap.keys_of(KeyContext::Reading, Command::Down), ["n", "Ctrl-n"]);
    assert!(keymap.keys_of(KeyContext::Obligations, Command::Verb(Verb::Done)).is_empty());
    assert_eq!(keymap.keys_of(KeyContext::Portfolio, Command::Verb(Verb::Done)), ["x"]);
    assert_eq!(
        conflicts,
        [KeyConflict {
            rebinding: 0,
            key: Some(0),
            reason: ConflictReason::TakenFrom("n".to_owned(), Command::NextMatch)
        }]
    );
}
