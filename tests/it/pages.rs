//! Pages of startups, conventions and parties, and the links between them.

use couveuse::locale::Language;
use couveuse::ui::{Depth, Effect, Setup, State, Symbols, Theme, draw};
use ratatui::Terminal;
use ratatui::backend::TestBackend;

use crate::driver::{Screen, day, sample};
use crate::support::{CONVENTION, Repo, STARTUP};

const CONVENTION_FILE: &str = "conventions/poubelles-battle-dinum-pau.toml";

#[test]
fn pages_lead_to_each_other_and_back() {
    let mut screen = Screen::of_sample(Language::English, (120, 40));
    let title = |screen: &Screen| {
        screen.text().lines().nth(2).unwrap_or_default().trim().split("   ").next().unwrap_or_default().to_owned()
    };
    // From a framework contribution to its convention, on to one of its parties, and back.
    screen.keys("4G<Enter>");
    let convention = title(&screen);
    assert!(convention.contains("ANCT – DINUM"), "{convention}");
    screen.keys("<Tab><Tab>").keys("/Parties<Enter>").keys("<Enter>");
    assert!(title(&screen).starts_with("ANCT"), "{}", screen.text());
    screen.keys("<Esc>");
    assert_eq!(title(&screen), convention);
    screen.keys("<Esc><Esc>");
    assert!(screen.text().contains("From → to"), "{}", screen.text());
}

#[test]
fn every_finding_names_a_key_that_works() {
    let mut screen = Screen::of_sample(Language::English, (120, 40));
    screen.keys("6");
    for row in 0..17 {
        let text = screen.text();
        let rule = text.lines().position(|line| line.starts_with("────")).expect("a preview");
        let keys = ["s", "e", "E", "c", "x", "a"];
        let first = |line: &str| line.trim().split(' ').next().unwrap_or_default().to_owned();
        let way = text.lines().skip(rule + 2).find(|line| keys.contains(&first(line).as_str())).unwrap_or_default();
        let key = first(way);
        let keys = if key == "a" { "ab" } else { key.as_str() };
        screen.keys(keys);
        let opened = matches!(screen.effects.as_slice(), [Effect::OpenEditor(_)]) || screen.text().contains("╭ ");
        assert!(opened, "{row}: {way}\n{}", screen.text());
        screen.keys(if key == "E" { "" } else { "<Esc>" }).keys("j");
    }
}

#[test]
fn ascii_terminals_get_only_ascii() {
    let theme = Theme::named("dark", Depth::Sixteen).expect("a theme");
    let setup = Setup { symbols: Symbols::Ascii, ..Setup::new(Language::English, theme, day("2020-12-01"), (120, 40)) };
    let (mut state, _) = State::new(setup);
    let data = std::sync::Arc::unwrap_or_clone(sample()).indexed(&couveuse::locale::Locale::new(Language::English));
    state.update(couveuse::ui::Input::Outcome(couveuse::ui::Outcome::Data(std::sync::Arc::new(data))));
    for key in ['1', '2', '3', '4', '5', '6', '?'] {
        let event = crossterm::event::KeyEvent::from(crossterm::event::KeyCode::Char(key));
        state.update(couveuse::ui::Input::Terminal(crossterm::event::Event::Key(event)));
        let mut terminal = Terminal::new(TestBackend::new(120, 40)).expect("a terminal");
        terminal.draw(|frame| draw(&state, frame)).expect("a frame");
        let buffer = terminal.backend().buffer();
        let strange: Vec<_> = buffer
            .content
            .iter()
            .map(ratatui::buffer::Cell::symbol)
            .filter(|symbol| symbol.chars().any(|c| !c.is_ascii() && !c.is_alphabetic() && c != '€' && c != '°'))
            .collect();
        assert_eq!(strange, Vec::<&str>::new(), "{key}");
    }
}

#[test]
fn tranche_triggers_stay_readable_at_every_size() {
    for (size, shown) in [
        ((120, 40), &["2/3 · 0 / 600 000 € dépensés", "0 / 400 000 €"][..]),
        ((80, 24), &["2/3 · 0 / 600 000 € dépensés", "0 / 400 000 €"]),
        ((40, 10), &["ANCT → DINUM", "0 / 400 000 €"]),
    ] {
        let mut screen = Screen::of_sample(Language::French, size);
        let text = screen.keys("4G").text();
        assert!(shown.iter().all(|words| text.contains(words)), "{text}");
    }
}

#[test]
fn a_startup_shows_what_became_known_since_its_last_committee() {
    let repo = Repo::new();
    let startup = "startups/poubelles-battle.toml";
    let page = |language, today: &str| {
        let mut screen = Screen::of_repo_on(&repo, language, (120, 40), day(today));
        screen.keys("2<Enter><Tab><Tab><Tab>").text()
    };
    assert!(!page(Language::English, "2020-12-01").contains("Since the committee"), "none was held");
    repo.write(startup, STARTUP.replace("2020-08-20", "2020-12-01").replace("planned", "held"));
    repo.commit_all("Held");
    let text = page(Language::English, "2020-12-10");
    let since = |text: &str, title: &str| {
        let lines = text.lines().skip_while(|line| !line.contains(title)).skip(1);
        lines.take_while(|line| !line.trim().is_empty()).map(|line| line.trim().to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(since(&text, "Since the committee of 1 Dec 2020"), ["Nothing recorded"], "{text}");
    for (n, day) in ["2020-12-05", "2020-12-20"].into_iter().enumerate() {
        repo.write(
            CONVENTION_FILE,
            CONVENTION.replace("# signed = YYYY-MM-DD", &format!("signed = 2020-12-0{}", n + 5)),
        );
        repo.git(&["commit", "--quiet", "--all", "--date", &format!("{day}T09:00:00+01:00"), "--message", day]);
    }
    let text = page(Language::English, "2020-12-10");
    assert_eq!(
        since(&text, "Since the committee of"),
        ["5 Dec 2020  signature: unknown → 5 December 2020"],
        "not what became known after the day shown: {text}"
    );
    let text = page(Language::French, "2020-12-31");
    assert_eq!(since(&text, "Depuis le comité du").len(), 2, "{text}");
    assert!(since(&text, "Depuis le comité du")[0].starts_with("20/12/2020"), "the newest first: {text}");
}

#[test]
fn the_facts_since_the_last_committee_are_bounded_and_the_rest_is_counted() {
    let repo = Repo::new();
    repo.write(
        "startups/poubelles-battle.toml",
        STARTUP.replace("2020-08-20", "2020-11-01").replace("planned", "held"),
    );
    for n in 1..=15 {
        repo.write(CONVENTION_FILE, CONVENTION.replace("# signed = YYYY-MM-DD", &format!("signed = 2020-10-{n:02}")));
        repo.commit_all(&format!("Signed on the {n}th"));
    }
    let mut screen = Screen::of_repo(&repo, Language::English, (120, 60));
    let text = screen.keys("2<Enter><Tab><Tab><Tab>").text();
    let since = text.lines().skip_while(|line| !line.contains("Since the committee of 1 Nov 2020")).skip(1);
    let since: Vec<&str> = since.map(str::trim).take_while(|line| !line.is_empty()).collect();
    assert!(since[0].ends_with("14 October 2020 → 15 October 2020"), "{text}");
    assert_eq!(since.iter().filter(|line| line.contains("signature")).count(), 12, "{text}");
    assert!(since.last().is_some_and(|last| last.ends_with("other facts")), "{text}");
}
