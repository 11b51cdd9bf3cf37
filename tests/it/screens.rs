//! What the screens show and what their keys do. `styles` tests their layout.

use std::path::Path;
use std::sync::Arc;

use couveuse::locale::Language;
use couveuse::model::Location;
use couveuse::store::Folder;
use couveuse::ui::{self, Data, Depth, Effect, FailureCause, Input, Outcome, Theme, ViewDays};
use crossterm::event::Event;

use crate::driver::{Screen, data, day, sample};
use crate::support::Repo;

#[test]
fn unreadable_records_are_listed_explained_and_opened_at_the_line() {
    let repo = Repo::sample();
    repo.write("startups/comobi.toml", "name = \"CoMobi\"\nphases = [[[\n");
    repo.write("startups/anti-gaspi.toml", b"name = \"\xff\"");
    let mut folder = repo.folder();
    let theme = Theme::named("dark", Depth::True).expect("a theme");
    let mut screen = Screen::new(data(&mut folder, day("2020-12-01")), Language::English, theme, (80, 24));
    let opened = |screen: &Screen| match screen.effects.as_slice() {
        [Effect::OpenEditor(Location::Text(spot))] => spot.file.clone(),
        other => panic!("{other:?}"),
    };
    let text = screen.text();
    assert!(text.contains("✗ CoMobi"), "what could be read of it is shown, and marked: {text}");
    assert!(text.contains("E startups/comobi.toml:2"), "{text}");
    assert_eq!(opened(screen.keys("E")), "startups/comobi.toml");
    let text = screen.keys("<End>").text();
    assert!(text.contains("anti-gaspi") && text.contains("✗ unreadable"), "{text}");
    assert_eq!(opened(screen.keys("E")), "startups/anti-gaspi.toml");
    assert!(screen.keys("<Enter>").text().contains("╭─ Finding"), "Enter says all of it");
    assert!(screen.keys("q2gg<Enter>").text().contains("CoMobi"), "and everything else works");
}

#[test]
fn wide_names_are_cut_to_their_column() {
    let repo = Repo::sample();
    let record = repo.read("startups/comobi.toml");
    let name = "name = \"共同移動サービスの名前はとても長いのです\"\n";
    let rest: String = record.lines().filter(|line| !line.starts_with("name ")).flat_map(|line| [line, "\n"]).collect();
    repo.write("startups/comobi.toml", format!("{name}{rest}"));
    let theme = Theme::named("dark", Depth::True).expect("a theme");
    let screen = Screen::new(data(&mut repo.folder(), day("2020-12-01")), Language::French, theme, (80, 24));
    let columns: Vec<_> = screen
        .text()
        .lines()
        .filter(|line| line.contains("000 €") && line.contains("construction"))
        .map(|line| unicode_width::UnicodeWidthStr::width(line.split('€').next().expect("a part")))
        .take(2)
        .collect();
    assert_eq!(columns.len(), 2);
    assert!(columns.windows(2).all(|pair| pair[0] == pair[1]), "{columns:?}\n{}", screen.text());
}

#[test]
fn control_characters_in_records_never_reach_the_terminal() {
    let repo = Repo::sample();
    let record = repo.read("startups/comobi.toml").replace("CoMobi", "Co\\u001b[2JMo\\u0007bi\\u202e");
    repo.write("startups/comobi.toml", record);
    let theme = Theme::named("dark", Depth::True).expect("a theme");
    let mut screen = Screen::new(data(&mut repo.folder(), day("2020-12-01")), Language::French, theme, (120, 40));
    for keys in ["j", "3", "6", "2<Enter>", "="] {
        let buffer = screen.keys(keys).buffer();
        let bad = buffer.content().iter().find(|cell| cell.symbol().chars().any(|c| c.is_control() || c == '\u{202e}'));
        assert_eq!(bad, None, "after {keys}");
    }
}

#[test]
fn commits_and_failures_are_reported() {
    let mut screen = Screen::of_sample(Language::English, (80, 24));
    let done = ui::SavedCommit {
        commit: "a1b2c3d".into(),
        subject: "histologe: paid".into(),
        kind: ui::CommitKind::Committed,
    };
    screen.receive(Outcome::Saved(done));
    let last = |screen: &Screen| screen.text().lines().last().unwrap_or_default().to_owned();
    assert_eq!(last(&screen), "  ✓ a1b2c3d histologe: paid · u undo");
    assert!(last(screen.keys("j")).contains("open"), "until a key, which does what it does");
    screen.receive(Outcome::Failed {
        what: "not in a git repository".into(),
        remedy: "git init makes one".into(),
        cause: FailureCause::Other,
    });
    let text = screen.text();
    assert!(text.contains("✗ not in a git repository") && text.contains("→ git init makes one"), "{text}");
    assert!(screen.keys("<Esc>").effects.is_empty());
    assert!(!screen.text().contains("git init"));
}

#[test]
fn the_as_of_day_can_be_changed() {
    let mut screen = Screen::of_sample(Language::French, (80, 24));
    screen.keys("t");
    assert!(screen.text().contains("aujourd’hui · mardi 1er décembre 2020"), "{}", screen.text());
    screen.keys("4/3/2021");
    assert!(screen.text().contains("✓ jeudi 4 mars 2021"), "{}", screen.text());
    screen.keys("<Enter>");
    assert_eq!(screen.effects, [Effect::ViewAs(ViewDays { as_of: day("2021-03-04"), at: None })]);
    assert!(screen.text().contains("… ◷ 04/03/2021"), "{}", screen.text());
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("portfolio");
    let later = data(&mut Folder::open(&root).expect("the sample"), day("2021-03-04"));
    screen.receive(Outcome::Data(later));
    assert!(screen.text().contains("  ◷ 04/03/2021"));
    screen.keys("t<Esc>");
    assert!(screen.effects.is_empty(), "Esc keeps the day");
}

#[test]
fn hints_match_what_keys_do_on_every_row() {
    let mut seen = 0;
    // In long lists, some rows are enough: there are few kinds.
    for (start, step) in [("", 1), ("3", 4), ("6", 2), ("<Enter>", 3), ("<End><Enter>", 3), ("jjj<Enter>", 3)] {
        let mut screen = Screen::of_sample(Language::English, (200, 12));
        screen.keys(start);
        for row in 0..60 {
            let before = screen.text();
            let status = before.lines().last().unwrap_or_default().to_owned();
            for (key, hint) in [("x", "x done"), ("p", "p payment"), ("c", "c committee"), ("s", "s sign")] {
                if start == "6" && key == "p" {
                    assert!(!status.contains(hint), "not a key of the findings: {status}");
                    continue;
                }
                screen.keys(key);
                let opens = screen.text().contains("╭ ");
                assert_eq!(opens, status.contains(hint), "{start} {row} {key}: {status}\n{before}\n{}", screen.text());
                seen += usize::from(opens);
                screen.keys(if opens { "<Esc>" } else { "h" }).keys("");
            }
            screen.keys(&"j".repeat(step));
            if screen.text() == before {
                break;
            }
        }
    }
    assert!(seen > 100, "{seen}");
}

#[test]
fn other_hinted_keys_do_something() {
    for (start, keys) in [
        ("", &["<Enter>", "/", "=", "t", "<Tab>", "?"][..]),
        ("3", &["<Enter>", "/", "=", "t", "<Tab>", "?"]),
        ("6", &["<Enter>", "/", "t", "<Tab>", "?"]),
        ("<Enter>", &["<Tab>", "/", "=", "t", "<Esc>", "?"]),
    ] {
        for key in keys {
            let mut screen = Screen::of_sample(Language::French, (200, 60));
            let before = screen.keys(start).text();
            assert_ne!(screen.keys(key).text(), before, "{start} {key}");
        }
        for (key, effect) in
            [("u", Effect::Undo(None)), ("gr", Effect::Reload), ("<C-z>", Effect::Suspend), ("<C-c>", Effect::Quit)]
        {
            let mut screen = Screen::of_sample(Language::French, (200, 60));
            assert_eq!(screen.keys(start).keys(key).effects, [effect], "{start} {key}");
        }
        let mut screen = Screen::of_sample(Language::French, (200, 60));
        assert!(matches!(screen.keys(start).keys("E").effects.as_slice(), [Effect::OpenEditor(_)]), "{start}");
    }
}

#[test]
fn azerty_digits_and_tab_lead_to_the_same_screens() {
    let mut screen = Screen::of_sample(Language::French, (120, 40));
    let all = ["&", "é", "\"", "'", "(", "-", "è"].map(|key| screen.keys(key).text());
    for (key, text) in ["1", "2", "3", "4", "5", "6", "7"].iter().zip(&all) {
        assert_eq!(screen.keys(key).text(), *text);
    }
    for text in all {
        assert_eq!(screen.keys("<Tab>").text(), text);
    }
}

#[test]
fn tabs_show_the_full_names_that_fit_the_current_one_first() {
    let repo = Repo::demo("2026-11-22");
    let mut screen = Screen::of_repo_on(&repo, Language::French, (120, 40), "2026-11-22".parse().unwrap());
    let head = |screen: &Screen| screen.text().lines().next().unwrap_or_default().to_owned();
    for (key, tabs) in [
        ("1", "▌1 À traiter ✗27  2 Portefeuille  3 Éch✗25  4 Fin  5 Com✗3  6 Const✗2  7 Hist "),
        ("4", " 1 À traiter ✗27  2 Portef  3 Éch✗25 ▌4 Financement  5 Com✗3  6 Const✗2  7 Hist "),
        ("7", " 1 À traiter ✗27  2 Portef  3 Éch✗25  4 Fin  5 Com✗3  6 Const✗2 ▌7 Historique "),
    ] {
        let head = head(screen.keys(key));
        assert!(head.starts_with(tabs), "{key}: {head}");
        assert!(head.contains("✗ 1 illisible"), "{head}");
    }
}

/// The words of a screen, whatever its lines.
fn words(text: &str) -> String {
    text.split(|c: char| c.is_whitespace() || c == '│').filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

#[test]
fn a_message_longer_than_the_last_line_takes_the_lines_above() {
    let message =
        "Clôturez de nouveau, ou complétez d’abord avec e : l’heure de début, la présidence, le lieu, la liste.";
    for size in [(120, 40), (80, 24), (40, 10)] {
        let mut screen = Screen::of_sample(Language::French, size);
        screen.receive(Outcome::Message(message.to_owned()));
        assert!(words(&screen.text()).contains(message), "{size:?}: {}", screen.text());
        screen.keys("j");
        assert!(!screen.text().contains("Clôturez"), "{size:?}: {}", screen.text());
    }
}

#[test]
fn the_note_of_a_short_field_is_never_cut() {
    let repo = Repo::demo("2026-11-22");
    for size in [(120, 40), (80, 24), (60, 24)] {
        let mut screen = Screen::of_repo_on(&repo, Language::French, size, day("2026-12-01"));
        let text = screen.keys("t22/11/2026<Enter>2jjc").text();
        let note = ["postérieure", "date", "affichée"];
        assert!(note.iter().all(|word| text.contains(word)), "{size:?}: {text}");
    }
}

#[test]
fn totals_show_the_progress_of_loading() {
    let all = sample();
    let theme = Theme::named("dark", Depth::True).expect("a theme");
    let counting = Arc::new(Data { loading: Some((1240, 10_000)), ..(*all).clone() });
    let mut screen = Screen::new(counting, Language::French, theme, (120, 40));
    screen.keys("jj");
    assert!(screen.text().contains("1 240 sur 10 000"), "{}", screen.text());
    let before = screen.text().lines().position(|line| line.starts_with("▌ Histologe"));
    screen.receive(Outcome::Data(all));
    assert!(!screen.text().contains("Lecture"));
    assert_eq!(screen.text().lines().position(|line| line.starts_with("▌ Histologe")), before, "the selection stays");
}

#[test]
fn every_terminal_size_can_be_drawn() {
    for keys in ["", "3", "6", "<Enter>", "?", "t", "=", "p", "/a", "<End><Enter>"] {
        for (width, height) in [(1, 1), (2, 3), (10, 2), (20, 5), (39, 9), (79, 13), (200, 3), (300, 100)] {
            let mut screen = Screen::of_sample(Language::French, (120, 40));
            screen.keys(keys);
            screen.size = (width, height);
            screen.buffer();
            screen.effects = screen.state.update(Input::Terminal(Event::Resize(width, height)));
            screen.keys("jjGk<C-d>");
            screen.buffer();
        }
    }
}

#[test]
fn help_over_a_form_lists_its_keys_and_returns_to_the_form() {
    for (language, words) in [(Language::French, "champ suivant"), (Language::English, "next field")] {
        let mut screen = Screen::of_sample(language, (120, 40));
        let before = screen.keys("jjjp<C-u>1234").text();
        let help = screen.keys("<F1>").text();
        assert!(help.contains(words) && !help.contains("1234"), "{help}");
        assert_eq!(screen.keys("<Esc>").text(), before);
        assert_eq!(screen.keys("<F1>jjq").text(), before, "and whichever way it is left");
    }
}

#[test]
fn the_hint_of_esc_says_what_it_does_next() {
    let mut screen = Screen::of_sample(Language::English, (120, 40));
    let hints = |screen: &Screen| screen.text().lines().last().unwrap_or_default().to_owned();
    assert!(!hints(&screen).contains("Esc"), "there is nothing to go back from");
    assert!(hints(screen.keys("/po<Enter><Space>")).contains("Esc unmark"), "{}", screen.text());
    assert!(hints(screen.keys("q")).contains("Esc show all"), "{}", screen.text());
    assert!(!hints(screen.keys("q")).contains("Esc"), "{}", screen.text());
    assert_eq!(screen.keys("q").effects, [Effect::Quit]);
}

#[test]
fn payments_name_contributor_and_payee() {
    let repo = Repo::sample();
    let file = "conventions/histologe-pau-anct.toml";
    let payment = "\n[[payments]]\non = 2020-11-30\namount = 500\ncontribution = \"pau\"\n";
    repo.write(file, repo.read(file) + payment);
    let theme = Theme::named("dark", Depth::True).expect("a theme");
    let mut screen = Screen::new(data(&mut repo.folder(), day("2020-12-01")), Language::French, theme, (120, 40));
    let text = screen.keys("/histologe<Enter><Enter><Tab>").text();
    assert!(text.contains("500,00 €  versement · Pau → ANCT"), "{text}");
}

#[test]
fn bars_and_timelines_are_left_out_of_copies() {
    for (keys, says) in [("jjj", "Poubelles Battle\tconstruction\t"), ("4", "Oise → ANCT\t"), ("5", "Histologe\t")] {
        let mut screen = Screen::of_sample(Language::French, (120, 40));
        screen.keys(keys).keys("yy");
        let [Effect::Copy(ui::CopyContent::Text(row))] = screen.effects.as_slice() else {
            panic!("{:?}", screen.effects)
        };
        assert!(row.starts_with(says) && !row.contains(['━', '─', '│', '●']), "{row}");
    }
}

#[test]
fn the_copied_figure_comes_from_the_data_not_from_the_text() {
    let repo = Repo::sample();
    let startup = "startups/histologe.toml";
    let named = repo.read(startup).replacen("\"Histologe\"", "\"12 € en 4 mars 2021\"", 1);
    repo.write(startup, named);
    let theme = || Theme::named("dark", Depth::True).expect("a theme");
    let copied = |keys: &str| {
        let data = data(&mut repo.folder(), day("2020-12-01"));
        let mut screen = Screen::new(data, Language::French, theme(), (120, 40));
        screen.keys(keys).keys("yf");
        match screen.effects.as_slice() {
            [Effect::Copy(ui::CopyContent::Text(text))] => text.replace(['\u{a0}', '\u{202f}'], " "),
            other => panic!("{keys}: {other:?}"),
        }
    };
    for (keys, figure) in [
        ("/mars<Enter>", "17 500 €"),
        ("/mars<Enter><Enter><Tab>", "52 500 €"),
        ("3/retard<Enter>", "20/08/2020"),
        ("4/oise<Enter>", "20 000 €"),
        ("5/battle<Enter>", "20/08/2020"),
        ("/mars<Enter>=", "01/03/2020"),
    ] {
        assert_eq!(copied(keys), figure, "{keys}");
    }
}

#[test]
fn field_values_are_shown_by_name() {
    let mut screen = Screen::of_sample(Language::French, (120, 40));
    let text = screen.keys("e").text();
    assert!(text.contains("Incubateur : ANCT") && !text.contains("Incubateur : anct"), "{text}");
}
