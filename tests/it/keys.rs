//! Keys, the palette, the finder and the help: complete, documented, and configurable.

use std::fmt::Write as _;

use couveuse::edit::Verb;

use couveuse::locale::{Language, Locale};
use couveuse::model::{Finding, Location, Severity, TextRange};
use couveuse::report::Diagnostic;
use couveuse::ui::keymap::{ConflictReason, HelpSection, KeyContext, Keymap, Rebinding};
use couveuse::ui::{Command, ConfigStatus, Depth, Effect, Setup, Theme};

use crate::docs::assert_generated;
use crate::driver::{Screen, day, sample};
use crate::support::Repo;

/// The keys that lead to each context.
const PLACES: [(KeyContext, &str); 8] = [
    (KeyContext::Portfolio, ""),
    (KeyContext::Today, "1"),
    (KeyContext::Obligations, "3"),
    (KeyContext::Funding, "4"),
    (KeyContext::Committees, "5"),
    (KeyContext::Findings, "6"),
    (KeyContext::History, "7"),
    (KeyContext::Startup, "<Enter>"),
];

fn setup(language: Language, size: (u16, u16)) -> Setup {
    Setup::new(language, Theme::named("dark", Depth::True).unwrap(), day("2020-12-01"), size)
}

fn rebound(rebindings: &[(Command, &[&str])]) -> Setup {
    let asked = |(command, keys): &(Command, &[&str])| Rebinding {
        command: *command,
        context: None,
        keys: keys.iter().map(|keys| (*keys).to_owned()).collect(),
    };
    let (keymap, conflicts) = Keymap::with(&rebindings.iter().map(asked).collect::<Vec<_>>());
    assert!(conflicts.iter().all(|conflict| matches!(conflict.reason, ConflictReason::TakenFrom(..))), "{conflicts:?}");
    Setup { keymap, ..setup(Language::English, (120, 60)) }
}

fn status(screen: &Screen) -> String {
    screen.text().lines().last().unwrap_or_default().trim().to_owned()
}

/// Collapses spaces and line breaks, which a narrow column adds.
fn squeezed(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn every_command_is_in_the_help_and_the_palette_of_its_contexts() {
    let keymap = Keymap::built_in();
    let mut seen = Vec::new();
    for language in Language::ALL {
        let locale = Locale::new(language);
        for (context, keys) in PLACES {
            let size = (90, 250);
            let mut help = Screen::of(sample(), setup(language, size));
            let mut palette = Screen::of(sample(), setup(language, size));
            let (help, palette) = (squeezed(&help.keys(keys).keys("?").text()), palette.keys(keys).keys(":").text());
            for binding in keymap.bindings().iter().filter(|binding| binding.contexts.contains(&context)) {
                let name = binding.command.name();
                let words = locale.text(&format!("command-{name}")).replace('\u{a0}', " ");
                assert!(help.contains(&words), "{words} in the help of {context:?}:\n{help}");
                if !matches!(binding.command, Command::Palette | Command::Finder) {
                    assert!(palette.contains(&format!(" {name} ")), "{name} in the palette of {context:?}:\n{palette}");
                }
                seen.push(binding.command);
            }
        }
    }
    let of_places = |context: &KeyContext| PLACES.iter().any(|(place, _)| place == context);
    for binding in keymap.bindings().iter().filter(|binding| binding.contexts.iter().any(of_places)) {
        assert!(seen.contains(&binding.command), "{:?} was looked for", binding.command);
    }
}

#[test]
fn the_palette_runs_the_picked_action_in_either_language() {
    for typed in ["versement", "pay"] {
        let mut screen = Screen::of_sample(Language::French, (120, 40));
        screen.keys("jjj:").keys(typed).keys("<Enter>");
        assert!(screen.text().contains("Versement perçu · Poubelles Battle"), "{typed}: {}", screen.text());
    }
    let mut screen = Screen::of_sample(Language::French, (120, 40));
    screen.keys(":constats<Enter>");
    assert!(screen.text().contains("startups/anti-gaspi.toml"), "{}", screen.text());
    let recent = screen.keys(":").text();
    let first = recent.lines().find(|line| line.contains(": ")).unwrap_or_default().to_owned();
    assert!(first.contains("Constats"), "what was picked last comes first: {recent}");
    screen.keys("<Esc>");
    assert!(!screen.text().contains("Actions ─"));
}

#[test]
fn the_palette_finds_actions_by_other_words_of_both_languages() {
    for language in Language::ALL {
        let locale = Locale::new(language);
        for (typed, action) in [
            ("payer", "pay"),
            ("transfer", "pay"),
            ("delete", "undo"),
            ("supprimer", "undo"),
            ("annuler", "undo"),
            ("supprimer", "set"),
            ("export", "papers"),
            ("exporter", "papers"),
            ("task", "action"),
            ("tâche", "action"),
            ("résilier", "terminate"),
            ("repay", "refund"),
            ("relancer", "remind"),
            ("avenant", "amend"),
            ("push", "sync"),
            ("pourquoi", "explain"),
            ("quitter", "quit"),
            ("search", "finder"),
            ("chercher", "finder"),
            ("search", "filter"),
            ("rechercher", "filter"),
        ] {
            let mut screen = Screen::of(sample(), setup(language, (120, 60)));
            let text = screen.keys("3jj:").keys(typed).text();
            let name = locale.text(&format!("command-{action}"));
            let plain = |text: &str| text.to_lowercase().replace('\u{a0}', " ");
            assert!(plain(&text).contains(&plain(&name)), "{typed} does not find “{name}”:\n{text}");
        }
    }
}

#[test]
fn useless_actions_come_last_in_the_palette_with_the_reason() {
    let mut screen = Screen::of_sample(Language::English, (120, 80));
    let text = screen.keys("<End>:").text();
    let at =
        |words: &str| text.lines().position(|line| line.contains(words)).unwrap_or_else(|| panic!("{words}: {text}"));
    assert!(at("No actions here") > at("Quit immediately"), "{text}");
}

#[test]
fn the_finder_goes_to_anything_by_any_of_its_names() {
    for (typed, title) in [
        ("lotocar", "CoMobi"),
        ("hstlg", "Histologe"),
        ("poubelles pau convention", "Poubelles Battle : convention"),
        ("communaute d'agglomeration pau", "CDAPBP"),
        ("ademe", "ADEME"),
    ] {
        let mut screen = Screen::of_sample(Language::French, (120, 40));
        screen.keys("f").keys(typed);
        assert!(screen.text().contains("│"), "a preview beside it");
        screen.keys("<Enter>");
        let text = screen.text();
        assert!(text.contains(title) && !text.contains("Aller à…"), "{typed}: {text}");
        assert!(status(&screen).contains("Échap"), "a page, which has a way back: {}", status(&screen));
    }
}

#[test]
fn the_finder_goes_to_screens_rows_and_actions() {
    let mut screen = Screen::of_sample(Language::English, (120, 40));
    screen.keys("3/zzz<Enter>2ffindings<Enter>");
    assert!(screen.text().contains("startups/anti-gaspi.toml"), "{}", screen.text());
    screen.keys("fpoubelles battle pay 35<Enter>");
    let text = screen.text();
    let selected = text.lines().find(|line| line.starts_with('▌') && line.contains("Poubelles")).unwrap_or_default();
    assert!(selected.contains("35"), "the row is selected, and no filter hides it: {text}");
    screen.keys("fas-of<Enter>");
    assert!(screen.text().contains("View as of"), "{}", screen.text());
    screen.keys("<Esc>fzzzz");
    assert!(screen.text().contains("No match"));
    screen.keys("<Enter>");
    assert!(screen.text().contains("No match"), "there is nothing to go to");
    screen.keys("<Esc>");
    assert!(!screen.text().contains("No match"));
}

#[test]
fn a_custom_key_works_and_is_shown_everywhere() {
    let own: &[(Command, &[&str])] =
        &[(Command::Verb(Verb::Pay), &["z p"]), (Command::Help, &["H"]), (Command::Findings, &["z f"])];
    let mut screen = Screen::of(sample(), rebound(own));
    assert!(status(&screen).contains("z p payment") && status(&screen).contains("H help"), "{}", status(&screen));
    assert!(screen.text().contains("z f Findings"), "the tabs name it: {}", screen.text());
    let before = screen.text();
    assert_eq!(screen.keys("p").text(), before, "the built-in key is free");
    assert!(screen.keys("z").text().contains("f findings"), "{}", screen.text());
    screen.keys("f");
    assert!(screen.text().contains("startups/anti-gaspi.toml"), "{}", screen.text());
    screen.keys("2H");
    assert!(screen.text().contains("z p  record payment"), "{}", screen.text());
    screen.keys("q:payment");
    assert!(screen.text().contains("pay   z p"), "{}", screen.text());
}

#[test]
fn keys_of_forms_can_be_changed_and_hints_show_them() {
    let own: &[(Command, &[&str])] = &[
        (Command::Commit, &["Ctrl-x Ctrl-s"]),
        (Command::NextField, &["F3"]),
        (Command::NextOption, &["Ctrl-f"]),
        (Command::Cancel, &["F2"]),
    ];
    let mut screen = Screen::of(sample(), rebound(own));
    assert!(screen.keys("m").text().contains("Ctrl-f choose"), "{}", screen.text());
    let before = screen.text();
    assert_ne!(screen.keys("<C-f>").text(), before);
    let text = screen.keys("<F2>p").text();
    for hint in ["Enter next", "F2 close", "Ctrl-x Ctrl-s commit", "F3 field"] {
        assert!(text.contains(hint), "{hint}: {text}");
    }
    let at = |screen: &Screen, field: &str| screen.text().contains(&format!("› {field}"));
    assert_eq!(screen.keys("<Tab>").text(), text, "the built-in keys are free");
    screen.keys("<F3>");
    assert!(at(&screen, "Received on"), "{}", screen.text());
    screen.keys("<Up>");
    // In a text field, the keys that step through a choice move the cursor.
    screen.keys("<C-u>31<C-a><C-f>2");
    assert!(screen.text().contains("321"), "{}", screen.text());
    assert!(screen.keys("<C-x>").text().contains("Ctrl-s commit"), "{}", screen.text());
    screen.keys("<C-s>");
    assert!(matches!(screen.effects.as_slice(), [Effect::Save(..)]), "{}", screen.text());

    let mut first = Screen::of(sample(), Setup { suggested_name: Some("vallee".into()), ..rebound(own) });
    let hints = first.text();
    assert!(hints.contains("F3 other field") && hints.contains("F2 cancel"), "{hints}");
    first.keys("<F3>Conseil<C-x><C-s>");
    let [Effect::SetUp { name, home, .. }] = first.effects.as_slice() else { panic!("{}", first.text()) };
    assert_eq!((name.as_str(), home.as_str()), ("vallee", "Conseil"));
}

#[test]
fn characters_are_always_typed_in_a_form() {
    let form = |command, keys: &[&str]| Rebinding {
        command,
        context: Some(KeyContext::Form),
        keys: keys.iter().map(|keys| (*keys).to_owned()).collect(),
    };
    let all = Rebinding { context: None, ..form(Command::NextField, &["n"]) };
    let (keymap, conflicts) =
        Keymap::with(&[form(Command::Commit, &["x"]), all, form(Command::Tick, &["Space", "F4"])]);
    let told: Vec<_> =
        conflicts.iter().map(|conflict| (conflict.rebinding, conflict.key, conflict.reason.clone())).collect();
    assert_eq!(told, [(0, Some(0), ConflictReason::IsText), (1, Some(0), ConflictReason::IsText)]);
    assert_eq!(keymap.keys_of(KeyContext::Form, Command::Commit), ["Ctrl-s"]);
    assert_eq!(keymap.keys_of(KeyContext::Form, Command::NextField), ["Tab", "Down"]);
    assert_eq!(keymap.keys_of(KeyContext::Form, Command::Tick), ["Space", "F4"], "which a space is typed without");
}

#[test]
fn remedies_name_the_current_keys() {
    let own: &[(Command, &[&str])] = &[(Command::Verb(Verb::Sign), &["S"])];
    let mut screen = Screen::of(sample(), rebound(own));
    screen.keys("3/histologe pay<Enter>");
    assert!(screen.text().contains("S records the signature date"), "{}", screen.text());
}

#[test]
fn possible_next_keys_are_shown_in_words() {
    let mut screen = Screen::of_sample(Language::English, (120, 40));
    screen.keys("a");
    let text = screen.text();
    assert!(text.contains("╭─ a …") && text.contains("n  add note"), "{text}");
    for (size, word) in [((40, 10), "t  résilier"), ((20, 5), "a  action")] {
        let mut small = Screen::of_sample(Language::French, size);
        assert!(small.keys("a").text().contains(word), "{}", small.text());
    }
    screen.keys("<Esc>");
    assert!(!screen.text().contains("╭─ a …"));
}

#[test]
fn the_help_is_searched_from_match_to_match() {
    let mut screen = Screen::of_sample(Language::English, (80, 24));
    let top = screen.keys("?").text();
    screen.keys("/quit");
    assert!(status(&screen).starts_with("/quit"), "{}", status(&screen));
    let found = screen.keys("<Enter>").text();
    assert!(found != top && found.contains("quit"), "{found}");
    let next = screen.keys("n").text();
    assert_ne!(next, found);
    assert_eq!(screen.keys("N").text(), found);
    assert!(screen.keys("<Esc>").text().contains("Keys ─"), "one thing at a time: the search, then the box");
    assert!(!screen.keys("<Esc>").text().contains("Keys ─"));
}

#[test]
fn the_help_explains_the_symbols() {
    let mut screen = Screen::of_sample(Language::French, (120, 90));
    let text = screen.keys("?").text();
    assert!(text.contains("Symboles") && text.contains("✗     en retard") && text.contains("◐"), "{text}");
}

#[test]
fn switching_the_language_translates_everything_that_is_open() {
    let repo = Repo::sample();
    let mut screen = Screen::of_repo(&repo, Language::French, (120, 40));
    screen.keys("p<C-u>1234<Esc>gl");
    assert!(screen.text().contains("2 Portfolio"), "{}", screen.text());
    screen.keys("p");
    assert!(screen.text().contains("Payment received") && screen.text().contains("1234"), "{}", screen.text());
    screen.keys("<Esc>3/investment<Enter>");
    assert!(screen.text().contains("Hold the investment committee"), "lists are searched anew: {}", screen.text());
    screen.keys("<Esc>2<Enter>gl");
    assert!(screen.text().contains("Résumé"), "an open page too: {}", screen.text());
    screen.keys("<Esc>fcomites<Enter>");
    assert!(screen.text().contains("▌5 Com"), "and the finder: {}", screen.text());
}

#[test]
fn configuration_errors_are_announced_and_shown_in_full_on_request() {
    let text = "[keys]\ndnoe = \"x\"\n";
    let place = Location::Text(TextRange { file: "config.toml".into(), record: None, bytes: 7..11 });
    let args = vec![
        ("name", couveuse::model::MessageArg::Text("dnoe".into())),
        ("nearest", couveuse::model::MessageArg::Text("done".into())),
    ];
    let message = "config-unknown-command-near";
    let finding = Finding { check: "configuration", severity: Severity::Error, place, message, args };
    let problems = vec![Diagnostic::new(finding, "config.toml", text, 7..11)];
    let configuration = ConfigStatus { file: "/home/ada/.config/couveuse/config.toml".into(), problems };
    let mut screen = Screen::of(sample(), Setup { config: configuration, ..setup(Language::English, (100, 30)) });
    assert!(status(&screen).ends_with("The configuration has an error; other settings apply. g c shows it"));
    screen.keys("gc");
    let text = screen.text();
    for words in ["/home/ada/.config", "unknown command `dnoe`", "config.toml:2:1", "did you mean `done`?"] {
        assert!(text.contains(words), "{words}: {text}");
    }
}

/// The keys as the documentation shows them.
fn table() -> String {
    let (keymap, locale) = (Keymap::built_in(), Locale::new(Language::English));
    let mut text = String::from("| keys | what they do | name in `[keys]` |\n|---|---|---|\n");
    let mut told = Vec::new();
    for section in HelpSection::ALL {
        writeln!(text, "| **{}** | | |", locale.text(&format!("help-{}", section.name()))).unwrap();
        for binding in keymap.bindings().iter().filter(|binding| binding.section == section) {
            if told.contains(&(binding.command, section == HelpSection::Typing)) {
                continue;
            }
            told.push((binding.command, section == HelpSection::Typing));
            let keys: Vec<_> = binding.keys.iter().map(|keys| format!("`{}`", keys.replace('|', "\\|"))).collect();
            let what = locale.text(&format!("command-{}", binding.command.name()));
            writeln!(text, "| {} | {what} | `{}` |", keys.join(" "), binding.command.name()).unwrap();
        }
    }
    text
}

#[test]
fn the_table_in_the_documentation_is_current() {
    assert_generated("docs/keys.md", "keys", &table());
}

#[test]
fn one_key_opens_the_evidence_or_the_address_of_what_is_selected() {
    let mut screen = Screen::of_sample(Language::English, (120, 40));
    let opened = |address: &str| [Effect::OpenAddress(address.to_owned())];
    screen.keys("2/histologe<Enter>O");
    assert_eq!(screen.effects, opened("https://signal-logement.beta.gouv.fr"), "of the startup");
    screen.keys("<Enter>/stats<Enter>O");
    assert_eq!(screen.effects, opened("https://signal-logement.beta.gouv.fr/stats"), "of a line");
    screen.keys("<Esc><Esc>");
    screen.keys("4O");
    assert_eq!(screen.effects, []);
    assert!(screen.text().contains("no evidence or address here"), "{}", screen.text());
}
