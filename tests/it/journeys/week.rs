//! A coach's week, from Today alone.

use couveuse::locale::Language;

use crate::driver::Screen;
use crate::support::Repo;

const PEOPLE: &str = "
[[people]]
id     = \"coach-a\"
name   = \"Coach A\"
emails = [\"coach-a@example.org\"]
";

const ABRI: &str = "\
name = \"Abri\"

[[coaches]]
person = \"coach-a\"

[[phases]]
phase = \"construction\"
from  = 2020-01-01

[[committees]]
on    = 2020-10-01
state = \"held\"

[[committees]]
on    = 2020-12-08
state = \"planned\"

[[conditions]]
id   = \"2020-10-01-8kq2x\"
what = \"Dix usagers réguliers\"
due  = 2020-11-20

[[actions]]
what  = \"Relancer la région\"
owner = \"coach-a\"
due   = 2020-11-15
";

const BAC: &str = "\
name = \"Bac\"

[[coaches]]
person = \"coach-a\"

[[phases]]
phase = \"construction\"
from  = 2019-09-01

[[committees]]
on       = 2020-08-01
state    = \"held\"
decision = \"continue\"
until    = 2020-11-30
";

const AGREEMENT: &str = "\
title    = \"Abri : convention Pau – DINUM\"
kind     = \"partnership\"
startups = [\"abri\"]
parties  = [\"pau\", \"dinum\"]
signed   = 2020-09-01
term     = { months = 24, article = \"7\" }

[[contributions]]
id      = \"pau\"
from    = \"pau\"
to      = \"dinum\"
amount  = 20000
article = \"5.1\"

[[contributions.tranches]]
amount = 20000
when   = \"signature\"
";

fn incubator() -> Repo {
    let repo = Repo::new();
    repo.write("portfolio.toml", format!("{}{PEOPLE}", repo.read("portfolio.toml")));
    repo.write("startups/abri.toml", ABRI);
    repo.write("startups/bac.toml", BAC);
    repo.write("conventions/abri-pau-dinum.toml", AGREEMENT);
    repo.commit_all("Two startups of Coach A");
    repo.git(&["config", "user.email", "coach-a@example.org"]);
    repo
}

#[test]
fn a_week_is_done_from_today_alone() {
    let repo = incubator();
    let mut screen = Screen::of_repo(&repo, Language::English, (120, 34));
    let text = screen.keys("1M").text();
    let places = ["Decision expired on 30 Nov 2020", "Payment due", "Dix usagers", "Relancer la région", "Papers due"];
    let places = places.map(|words| text.find(words).unwrap_or_else(|| panic!("{words}: {text}")));
    assert!(places.is_sorted(), "most urgent first: {text}");
    assert!(!text.contains("Poubelles Battle"), "only those of Coach A: {text}");
    // Each step: the keys, what the form shows, what is typed, and the subject of the commit.
    for (open, shows, fill, subject) in [
        ("ap", "Bac", "10/12/2020<C-s>", "bac: committee planned on 10 December 2020"),
        ("z", "Snooze", "<Tab>attend une salle<C-s>", "bac: committee snoozed until 8 December 2020"),
        ("p", "20000", "<C-s>", "abri: €20,000 received from pau"),
        ("x", "Dix usagers", "<Tab>page de statistiques<C-s>", "abri: condition met: Dix usagers réguliers"),
        ("x", "Relancer la région", "<C-s>", "abri: done: Relancer la région"),
        ("x", "8 Dec", "<C-s>", "abri: papers for the committee of 8 December 2020 sent"),
    ] {
        let form = screen.keys(open).text();
        assert!(form.contains(shows), "{open}: {form}");
        screen.keys(fill);
        let last = repo.git(&["log", "--format=%s", "-1"]);
        assert_eq!(last.trim_end().replace('\u{a0}', " "), subject, "{}", screen.text());
    }
    let text = screen.text();
    assert!(text.contains("1 snoozed"), "{text}");
    assert!(!text.contains("Abri") && !text.contains("Decision expired"), "nothing is left: {text}");
    assert!(repo.read("startups/bac.toml").contains("reason = \"attend une salle\""));
    assert!(
        repo.read("startups/bac.toml").contains("by     = \"coach-a\"")
            || repo.read("startups/bac.toml").contains("by = \"coach-a\"")
    );
    assert_eq!(repo.git(&["status", "--porcelain"]), "", "everything is committed");
    // A snoozed row comes back on its day, and other screens always show it.
    assert!(screen.keys("2").text().contains("Bac"), "{}", screen.text());
    let later = Screen::of_repo_on(&repo, Language::English, (120, 34), "2020-12-08".parse().expect("a date"));
    let mut later = later;
    assert!(later.keys("1").text().contains("Decision expired on 30 Nov 2020"), "{}", later.text());
}

/// The selected row of the list.
fn selected(screen: &Screen) -> String {
    let text = screen.text();
    text.lines().skip(1).find(|line| line.starts_with('▌')).unwrap_or_else(|| panic!("{text}")).to_owned()
}

#[test]
fn after_a_commit_the_selection_stays_on_the_record_and_a_message_says_where_its_row_went() {
    let repo = incubator();
    let mut screen = Screen::of_repo(&repo, Language::English, (120, 40));
    // Each step: the keys to the row, its words, the edit, the words of the row afterwards, and the message.
    for (to, row, edit, after, says) in [
        (
            "1/relancer la région<Enter><Esc>",
            "Relancer la région",
            "edue<Tab>20/12/2020<C-s>",
            "Relancer la région",
            "now under “Soon”",
        ),
        ("1/dix usagers<Enter><Esc>", "Dix usagers", "x<Tab>page<C-s>", "Abri", "no longer in this list"),
        ("2/abri<Enter><Esc>", "Abri", "anA note<C-s>", "Abri", "note"),
        ("3/relancer la région<Enter><Esc>", "Relancer la région", "x<C-s>", "Relancer la région", "now under “Done”"),
        ("4/abri<Enter><Esc>", "pau → DINUM", "p<C-s>", "pau → DINUM", "received from pau"),
        ("5/bac<Enter><Esc>", "Bac", "ap15/12/2020<C-s>", "Bac", "committee planned on 15 December 2020"),
        ("6/startups/bac<Enter><Esc>", "bac", "anA remark<C-s>", "bac", "note"),
    ] {
        screen.keys(to);
        assert!(selected(&screen).contains(row), "{to}: {}", screen.text());
        let before = repo.head();
        screen.keys(edit);
        let text = screen.text();
        assert_ne!(repo.head(), before, "{edit}: {text}");
        assert!(selected(&screen).contains(after) && text.contains(says), "{to}{edit}: {text}");
    }
    screen.keys("7");
    assert!(selected(&screen).contains("A remark"), "the newest commit: {}", screen.text());
    screen.keys("2/abri<Enter><Enter>").keys("/dix usagers<Enter>");
    let line = selected(&screen);
    screen.keys("anAnother note<C-s>");
    assert!(screen.text().contains("Another note") || selected(&screen) == line, "on a page: {}", screen.text());
}

#[test]
fn today_is_grouped_by_day_with_the_rows_without_a_day_last() {
    let repo = Repo::sample();
    let mut screen = Screen::of_repo(&repo, Language::English, (120, 40));
    screen.keys("1bbbb");
    let text = screen.text();
    let days =
        ["Sunday 1 March 2020 1", "Thursday 20 August 2020 1", "Wednesday 11 November 2020 2", "Without a date 11"];
    let at: Vec<Option<usize>> = days.iter().map(|day| text.find(day)).collect();
    assert!(at.iter().all(Option::is_some) && at.is_sorted(), "{at:?}\n{text}");
}
