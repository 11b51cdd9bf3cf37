//! Filters give the same rows on screen and on the command line.

use couveuse::locale::Language;
use couveuse::ui;
use serde_json::Value;

use crate::driver::Screen;
use crate::support::Repo;

/// The screens, with the command that lists the same rows and the key of its rows in JSON.
const LISTS: [(ui::Screen, &str, &str); 5] = [
    (ui::Screen::Portfolio, "list", "startups"),
    (ui::Screen::Obligations, "due", "occurrences"),
    (ui::Screen::Committees, "committees", "committees"),
    (ui::Screen::Findings, "check", "findings"),
    (ui::Screen::History, "log", "commits"),
];

/// Names, other names, abbreviations and typography, each in some list.
const WORDS: [&str; 14] = [
    "lotocar",
    "hstlg",
    "béarn",
    "BEARN",
    "communauté",
    "anct",
    "pau",
    "pau -oise",
    "-pau",
    "\"pau béarn\"",
    "l'oise",
    "l’oise",
    "statistics",
    "zzz",
];

fn rows(repo: &Repo, command: &str, key: &str, typed: &str) -> usize {
    let filter = format!("--filter={typed}");
    let output = repo.couveuse(&[command, "--json", &filter]).output().expect("couveuse runs");
    let answer: Value = serde_json::from_slice(&output.stdout)
        .unwrap_or_else(|error| panic!("{command} {typed}: {error}: {}", String::from_utf8_lossy(&output.stderr)));
    answer[key].as_array().expect("rows").len()
}

/// The number in `12 of 34` in the line where the filter is typed.
fn matching(screen: &Screen) -> usize {
    let text = screen.text();
    let words: Vec<&str> = text.lines().last().expect("a line").split_whitespace().collect();
    let at = words.iter().rposition(|word| *word == "of").expect("a count");
    words[at - 1].replace(',', "").parse().expect("a number")
}

#[test]
fn screen_and_command_line_find_the_same_rows() {
    let repo = Repo::sample();
    let today = chrono::Local::now().date_naive();
    for (list, command, key) in LISTS {
        let digit = 1 + ui::Screen::ALL.iter().position(|one| *one == list).expect("a screen");
        for word in WORDS {
            // Frameworks are rows of the screen only.
            let typed = if command == "list" { format!("{word} -kind:framework") } else { word.to_owned() };
            let mut screen = Screen::of_repo_on(&repo, Language::English, (170, 60), today);
            screen.keys(&digit.to_string()).keys(&format!("/{typed}"));
            assert_eq!(matching(&screen), rows(&repo, command, key, &typed), "{command} {typed}");
        }
    }
}

#[test]
fn a_filter_searches_all_names_of_all_records_that_a_row_refers_to() {
    let repo = Repo::sample();
    for (command, key, typed) in [
        ("due", "occurrences", "lotocar"),
        ("list", "startups", "hstlg"),
        ("list", "startups", "béarn"),
        ("list", "startups", "communauté"),
        ("committees", "committees", "lotocar"),
    ] {
        assert!(rows(&repo, command, key, typed) > 0, "{command} {typed}");
    }
}

#[test]
fn keys_keywords_and_values_that_a_list_lacks_are_refused() {
    let repo = Repo::sample();
    for (command, typed) in [
        ("funding", "unsigned"),
        ("check", "-late"),
        ("log", "-late"),
        ("due", "state:paid"),
        ("funding", "state:standing"),
        ("list", "done"),
        ("committees", "amount:>5"),
        ("due", "severity:error"),
    ] {
        let output = repo.couveuse(&[command, &format!("--filter={typed}")]).output().expect("couveuse runs");
        assert_eq!(output.status.code(), Some(2), "{command} {typed}");
        assert!(output.stdout.is_empty(), "{command} {typed}");
    }
    for (command, typed) in [("list", "late"), ("due", "done"), ("funding", "-late"), ("committees", "state:late")] {
        let output = repo.couveuse(&[command, &format!("--filter={typed}")]).output().expect("couveuse runs");
        assert_eq!(output.status.code(), Some(0), "{command} {typed}");
    }
}
