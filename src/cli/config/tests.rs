//! Valid settings apply, and errors are reported with their position.

use crate::edit::Verb;

use super::*;
use crate::locale::Locale;
use crate::ui::Command;
use crate::ui::keymap::KeyContext;

fn parsed(text: &str) -> Config {
    parse(PathBuf::from("config.toml"), text.to_owned())
}

/// Each problem as `line:column message`.
fn reported(config: &Config) -> Vec<String> {
    let locale = Locale::new(Language::English);
    let line = |one: &Diagnostic| format!("{}:{} {}", one.line, one.column, one.message(&locale));
    config.problems.iter().map(line).collect()
}

#[test]
fn every_setting_is_read() {
    let config = parsed(
        "language = \"en\"\ntheme = \"light\"\nmouse = false\nascii = true\n\
         [keys]\ndone = [\"alt-x\", \"alt-d\"]\npay = \"F6\"\nundo = []\n[keys.in.findings]\nnext-match = \"z\"\n",
    );
    assert_eq!(reported(&config), [""; 0]);
    assert_eq!(config.language, Some(Language::English));
    assert_eq!((config.theme.as_deref(), config.mouse, config.ascii), (Some("light"), Some(false), Some(true)));
    assert_eq!(config.keymap.keys_of(KeyContext::Obligations, Command::Verb(Verb::Done)), ["Alt-x", "Alt-d"]);
    assert_eq!(config.keymap.keys_of(KeyContext::Obligations, Command::Verb(Verb::Pay)), ["F6"]);
    assert!(config.keymap.keys_of(KeyContext::Obligations, Command::Undo).is_empty());
    assert_eq!(config.keymap.keys_of(KeyContext::Findings, Command::NextMatch), ["z"]);
    assert_eq!(config.keymap.keys_of(KeyContext::Portfolio, Command::NextMatch), ["n"]);
}

#[test]
fn former_names_of_commands_bind_the_current_ones() {
    let former = [
        ("add-account", Verb::Account),
        ("add-action", Verb::Action),
        ("add-amendment", Verb::Amend),
        ("add-call", Verb::Call),
        ("add-committee", Verb::Plan),
        ("add-convention", Verb::NewConvention),
        ("add-expenditure", Verb::Spend),
        ("add-indicator", Verb::Indicator),
        ("add-note", Verb::Note),
        ("add-resource", Verb::Resource),
        ("add-startup", Verb::NewStartup),
        ("fulfil", Verb::Done),
    ];
    for (name, verb) in former {
        let config = parsed(&format!("[keys]\n{name} = \"F9\"\n[keys.in.startup]\n{name} = \"F10\"\n"));
        assert_eq!(reported(&config), [""; 0], "{name}");
        assert_eq!(config.keymap.keys_of(KeyContext::Startup, Command::Verb(verb)), ["F10"], "{name}");
    }
}

#[test]
fn errors_are_reported_by_position_and_the_rest_applies() {
    let config = parsed(
        "langage = \"fr\"\nlanguage = \"de\"\nmouse = \"no\"\ntheme = 3\nascii = true\n\
         [keys]\ndnoe = \"x\"\npay = [\"Hyper-p\", \"F6\"]\nsign = 3\nhold = [\" \"]\nquit = []\n\
         [keys.in.obligation]\ndone = \"d\"\n[keys.in.findings]\npay = \"p\"\n",
    );
    assert_eq!(
        reported(&config),
        [
            "1:1 unknown setting `langage`",
            "2:12 `language` cannot be “de”",
            "3:9 `mouse` takes true or false",
            "4:9 `theme` takes a text in quotes",
            "7:1 unknown command `dnoe`",
            "8:8 unknown key `Hyper-p`",
            "9:8 `sign` takes a key or a list of keys, in quotes",
            "10:9 empty key",
            "11:1 `quit` needs a key",
            "12:10 unknown context `obligation`",
            "15:1 `pay` cannot be used in `findings`",
        ]
    );
    assert_eq!(config.ascii, Some(true));
    assert_eq!(config.keymap.keys_of(KeyContext::Portfolio, Command::Verb(Verb::Pay)), ["F6"]);
    assert_eq!(config.keymap.keys_of(KeyContext::Portfolio, Command::Verb(Verb::Hold)), ["c"]);
    let help = |n: usize| config.problems[n].help(&Locale::new(Language::French));
    assert_eq!(
        [help(0), help(4)],
        ["vouliez-vous dire «\u{a0}language\u{a0}»\u{a0}?", "vouliez-vous dire «\u{a0}done\u{a0}»\u{a0}?"]
    );
}

#[test]
fn key_conflicts_are_reported_at_the_losing_key() {
    let config =
        parsed("[keys]\ndone = [\"p\"]\nsign = \"g\"\nhold = [\"x n\", \"z\"]\nexplain = \"z\"\nas-of = \"p x\"\n");
    let reported = reported(&config);
    for wanted in [
        "2:9 `p` no longer belongs to `pay`",
        "3:8 `g g` no longer belongs to `first`: `g` hides it",
        "5:11 `z` already belongs to `hold`",
        "6:9 `p x` starts with `p`, which belongs to `done`",
    ] {
        assert!(reported.iter().any(|line| line == wanted), "{wanted}: {reported:#?}");
    }
}

#[test]
fn a_syntax_error_leaves_other_lines_valid() {
    let config = parsed("theme = \"light\"\nmouse = = true\nascii = true\n");
    assert_eq!((config.theme.as_deref(), config.ascii), (Some("light"), Some(true)));
    assert_eq!(reported(&config), ["2:9 invalid TOML: extra `=`, expected nothing"]);
}

#[test]
fn the_template_shows_the_defaults() {
    for language in Language::ALL {
        let text = default_text(&Locale::new(language));
        let as_is = parsed(&text);
        assert_eq!(reported(&as_is), [""; 0]);
        assert_eq!(format!("{:?}", as_is.keymap), format!("{:?}", Keymap::built_in()));
        let settings = text.lines().map(|line| line.strip_prefix("# ").filter(|rest| is_setting(rest)).unwrap_or(line));
        let uncommented = parsed(&settings.collect::<Vec<_>>().join("\n"));
        assert_eq!(reported(&uncommented), [""; 0]);
        for &command in Command::ALL {
            let keys = uncommented.keymap.keys_of(KeyContext::Portfolio, command);
            assert_eq!(keys, Keymap::built_in().keys_of(KeyContext::Portfolio, command), "{command:?}");
        }
    }
}

fn is_setting(line: &str) -> bool {
    if line.starts_with("[keys.in.") {
        return true;
    }
    let name = line.split(" = ").next().unwrap_or_default();
    line.contains(" = ") && name.chars().all(|c| c.is_ascii_lowercase() || c == '-')
}
