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

/// One word or number for each key, to be found on the page and in the text of `show`.
const STATED: [(&str, &str, &[&str]); 3] = [
    (
        "conventions/all.toml",
        r#"title = "All keys"
kind = "partnership"
startups = ["histologe"]
parties = ["pau", "anct", "ademe"]
signed = "undated"
not_before = 2020-01-02
term = { months = 12, estimated = true, article = "5" }
document = "https://example.org/doc.pdf"
published = [{ where = "data.gouv.fr", on = 2020-02-03 }]
[[notes]]
text = "The decision says two"
[[obligations]]
id = "joint"
debtor = ["ademe", "anct"]
creditor = "pau"
what = "Do it together"
article = "2"
if = "terminated"
waived = { on = 2020-02-04, why = "no use" }
inferred = ["debtor"]
due = 2020-06-01
[[contributions]]
id = "p"
from = "pau"
to = "anct"
percent = 50
total = { amount = 100000, tax = "excluded", ceiling = 60000 }
years = { 2020 = 30000, 2021 = 20000 }
shares = { histologe = 7, comobi = 3 }
article = "5"
[[reminders]]
on = 2020-06-05
to = "pau"
item = "contributions.p"
[extra]
chorus = "E-77"
"#,
        &[
            "not before",
            "estimated",
            "doc.pdf",
            "data.gouv.fr",
            "The decision says two",
            "Do it together",
            "ADEME",
            "terminated",
            "no use",
            "deduced",
            "50% of €100,000",
            "tax excluded",
            "at most €60,000",
            "2021: €20,000",
            "Histologe: 7",
            "contributions.p",
            "E-77",
        ],
    ),
    (
        "startups/all.toml",
        r#"name = "All keys"
slug = "all.public"
incubator = "anct"
statistics = "https://example.org/stats"
statistics_seen = 2020-08-20
[[incubators]]
id = "dinum"
from = 2019-09-01
until = 2020-03-31
[[coaches]]
person = "coach-a"
until = 2020-01-05
[[coaches]]
person = "coach-b"
from = 2020-01-06
[[phases]]
phase = "construction"
from = 2020-01-05
[[committees]]
on = 2020-11-20
state = "held"
decision = "provisional"
asked = 41000
reservations = "Form only"
papers_sent = 2020-11-13
present = [{ name = "M. Petit", party = "pau", capacity = "DSI" }]
amended = [{ on = 2020-11-25, why = "typo" }]
withdrawn = { on = 2020-11-28, why = "void" }
[[indicators]]
name = "Users"
heading = "used"
baseline = { on = 2020-01-05, value = 3 }
targets = [{ by = 2021-05-31, value = 512 }]
values = [{ on = 2020-11-05, value = 480 }]
[extra]
other = "K-1"
"#,
        &[
            "all.public",
            "31 Mar 2020",
            "coach-a",
            "20 Aug 2020",
            "€41,000",
            "Form only",
            "13 Nov 2020",
            "M. Petit",
            "DSI",
            "typo",
            "void",
            "512",
            "K-1",
        ],
    ),
    (
        "parties/all.toml",
        r#"name = "All keys"
siret = "13002603200016"
contact = "office@example.org"
[extra]
code = "P-9"
"#,
        &["13002603200016", "office@example.org", "P-9"],
    ),
];

#[test]
fn pages_and_text_show_what_a_record_states() {
    for (file, text, expected) in STATED {
        let repo = Repo::sample();
        repo.write(file, text);
        repo.commit_all("All keys");
        let record = file.trim_end_matches(".toml").trim_end_matches("s/all");
        let record = if record == "partie" { "party" } else { record };
        let mut shown = repo.couveuse(&["show", &format!("{record}/all"), "--as-of", "2020-12-01", "--lang", "en"]);
        let shown = String::from_utf8(shown.output().expect("output").stdout).expect("UTF-8");
        let mut screen = Screen::of_repo(&repo, Language::English, (120, 200));
        screen.keys("fAll keys<Enter>");
        let page = screen.text();
        // Long lines wrap.
        let flat = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ").replace('\u{a0}', " ");
        for words in expected {
            assert!(flat(&shown).contains(words), "{file}: no {words} in the text\n{shown}");
            assert!(flat(&page).contains(words), "{file}: no {words} on the page\n{page}");
        }
    }
}

#[test]
fn facts_of_later_days_do_not_show_on_an_earlier_one() {
    let repo = Repo::sample();
    repo.write(
        "startups/all.toml",
        r#"name = "All days"
statistics = "https://example.org/stats"
statistics_seen = 2020-11-19
[[phases]]
phase = "construction"
from = 2020-01-05
[[committees]]
on = 2020-03-02
state = "held"
decision = "continue"
withdrawn = { on = 2020-11-18, why = "LATER-A" }
[[committees]]
on = 2020-11-20
state = "held"
decision = "stop"
comment = "LATER-B"
[[committees]]
on = 2021-01-20
state = "planned"
[[conditions]]
what = "Ten users"
met = 2020-11-17
[[actions]]
what = "Tell them"
done = 2020-11-16
[[indicators]]
name = "Users"
values = [{ on = 2020-03-05, value = 111 }, { on = 2020-11-05, value = 777 }]
[[notes]]
on = 2020-11-15
text = "LATER-C"
"#,
    );
    repo.commit_all("All days");
    let show = |more: &[&str]| {
        let arguments = [&["show", "startup/all", "--lang", "en"], more].concat();
        String::from_utf8(repo.couveuse(&arguments).output().expect("output").stdout).expect("UTF-8")
    };
    let page = |on: &str| {
        let mut screen = Screen::of_repo(&repo, Language::English, (80, 300));
        screen.keys(&format!("t<C-u>{on}<Enter>")).keys("fAll days<Enter>");
        let text = screen.text();
        // The history below has every line of the record.
        text.split("History ──").next().unwrap_or_default().to_owned()
    };
    let later = ["LATER-A", "LATER-B", "LATER-C", "777", "19 Nov", "17 Nov", "16 Nov"];
    for on in ["2020-06-01", "2020-12-01"] {
        let is_shown = on == "2020-12-01";
        for text in [show(&["--as-of", on]), page(on)] {
            assert!(text.contains("111") && text.contains("20 Jan 2021"), "{on}: {text}");
            for words in later {
                // Met conditions and done actions have no day in every answer.
                if is_shown && words.starts_with(char::is_numeric) {
                    continue;
                }
                assert_eq!(text.contains(words), is_shown, "{on} {words}: {text}");
            }
        }
        let json: serde_json::Value = serde_json::from_str(&show(&["--as-of", on, "--json"])).expect("JSON");
        let count = |list: &str| json[list].as_array().map(Vec::len);
        assert_eq!((count("committees"), count("notes")), (Some(if is_shown { 3 } else { 2 }), Some(is_shown.into())));
        for value in [
            &json["committees"][0]["withdrawn"],
            &json["conditions"][0]["met"],
            &json["actions"][0]["done"],
            &json["indicators"][0]["values"][1],
            &json["statistics_seen"],
        ] {
            assert_eq!(value.is_null(), !is_shown, "{on}: {json}");
        }
    }
}
