//! A review from its agenda to its closing.

use couveuse::locale::Language;
use couveuse::ui::Input;

use super::SIZE;
use crate::driver::{Screen, day};
use crate::support::Repo;

/// The keys of a decision with everything usual: decision, asked, comment, one score, a condition, an action.
const SHEET: [(&str, usize); 2] = [
    (
        "ccont<Tab>40000<Tab><Tab><Tab>Convincing<Tab><Tab><Tab><Tab>3 they use it<Tab><Tab><Tab>\
      Ten regular users<Tab><Tab>15/12/2026<Tab>statistics<Tab><Tab>Call the town hall<C-s>",
        20,
    ),
    ("cdef<Tab><Tab><Tab><Tab>No figures yet<C-s>", 8),
];

/// The number of keys, without text.
fn keys(typed: &str) -> usize {
    1 + typed.matches('<').count()
}

fn count(repo: &Repo) -> usize {
    repo.git(&["rev-list", "--count", "HEAD"]).trim().parse().expect("a number")
}

#[test]
fn six_startups_are_reviewed_with_a_commit_each() {
    let repo = Repo::demo("2026-11-22");
    let today = day("2026-11-22");
    let mut screen = Screen::of_repo_on(&repo, Language::English, SIZE, today);
    screen.keys("R");
    assert!(screen.text().contains("Committee of"), "{}", screen.text());
    // The first record cannot be read; of the others, six stay.
    let text = screen.text();
    let first = text.lines().find(|line| line.contains("  1  Vent debout")).expect("the first line");
    assert!(first.contains("✗ unreadable"), "it is flagged before anything is recorded: {text}");
    let before = count(&repo);
    screen.keys("<Space>jjjjjj");
    for _ in 0..200 {
        if screen.text().contains(" 6 startups") {
            break;
        }
        screen.keys("<Space>");
    }
    assert!(screen.text().contains("6 startups · 50 min each · 5 h"), "{}", screen.text());
    screen.keys("<Home><Enter>");
    assert_eq!(count(&repo), before + 1, "{}", screen.text());
    assert!(screen.text().contains("1/6"), "{}", screen.text());
    let (mut commits, mut most) = (count(&repo), 0);
    for n in 1..=6 {
        assert!(screen.text().contains(&format!("{n}/6")), "{}", screen.text());
        let (sheet, _) = SHEET[usize::from(n == 6)];
        screen.keys(sheet);
        assert_eq!(count(&repo), commits + 1, "one commit: {}", screen.text());
        commits += 1;
        most = most.max(keys(sheet) + 1);
        let last = repo.git(&["show", "--format=", "HEAD"]);
        assert!(last.contains("review") && last.contains("2026-11-22"), "{last}");
        screen.keys("<Tab>");
    }
    assert!(most <= 25, "{most} keys per startup");
    screen.keys("X");
    assert!(screen.text().contains("Close again"), "{}", screen.text());
    screen.keys("X");
    assert_eq!(count(&repo), commits + 1, "{}", screen.text());
    let record = repo.read("reviews/2026-11-22.toml");
    assert_eq!(
        record.matches("outcome = \"decided\"").count() + record.matches("outcome  = \"decided\"").count(),
        5,
        "{record}"
    );
    assert!(record.contains("D05") && record.contains("deferred") && record.contains("closed"), "{record}");
}

#[test]
fn a_review_is_not_closed_without_outcomes_and_resumes_where_it_was() {
    let repo = Repo::sample();
    let mut screen = Screen::of_repo(&repo, Language::English, SIZE);
    screen.keys("R<Enter><Tab>X");
    assert!(screen.text().contains("Decide, defer, or remove: "), "{}", screen.text());
    screen.keys("<Down><Enter>");
    let shown = screen.text();
    let place = shown.lines().find(|line| line.contains("2/")).map(str::to_owned).expect("the progress");
    screen.keys("<Esc>R");
    assert!(screen.text().contains(place.trim()), "{}", screen.text());
    // Full screen shows neither tabs nor keys.
    screen.keys("F");
    let text = screen.text();
    assert!(!text.contains("Portfolio") && text.contains("2/"), "{text}");
    screen.keys("<Esc>");
    // The typed text stays as a draft, as elsewhere.
    screen.keys("ccont<Esc>c");
    assert!(screen.text().contains("continue"), "{}", screen.text());
    screen.keys("<C-s>");
    let head = repo.head();
    screen.keys("u");
    assert_ne!(repo.head(), head);
    assert!(screen.text().contains("no outcome") || screen.text().contains("○"), "{}", screen.text());
}

#[test]
fn the_time_is_red_when_it_is_over() {
    let repo = Repo::sample();
    let mut screen = Screen::of_repo(&repo, Language::English, SIZE);
    screen.keys("R<Enter>");
    let at = |minute: u32| Input::Clock(day("2020-12-01").and_hms_opt(23, minute, 0).expect("a time"));
    assert!(screen.state.wants_clock());
    screen.state.update(at(1));
    screen.state.update(at(30));
    assert!(screen.text().contains("29 of 50 min · with the team"), "{}", screen.text());
    screen.state.update(at(50));
    assert!(screen.text().contains("49 of 50 min · deliberation"), "{}", screen.text());
    screen.state.update(at(52));
    assert!(screen.text().contains("51 of 50 min"), "{}", screen.text());
}

#[test]
fn actions_that_are_not_done_lead_the_agenda() {
    let repo = Repo::sample();
    let action = |what: &str, rest: &str| format!("\n[[actions]]\nwhat = \"{what}\"\n{rest}\n");
    let late = action("Call the region", "due = 2020-11-01\nowner = \"The coach\"");
    let others: String = (1..=9).map(|n| action(&format!("Later {n}"), "due = 2021-02-01")).collect();
    let done = action("Already done", "due = 2020-10-01\ndone = 2020-10-02");
    repo.write("startups/comobi.toml", repo.read("startups/comobi.toml") + &others + &late + &done);
    let mut screen = Screen::of_repo_on(&repo, Language::English, SIZE, day("2020-12-01"));
    let text = screen.keys("R").text();
    let at = |words: &str| text.find(words).unwrap_or_else(|| panic!("{words}: {text}"));
    assert!(at("10 actions not done (+5)") < at("✗  1 Nov 2020  CoMobi  Call the region · The coach"), "{text}");
    assert!(at("Call the region") < at("Later 1") && at("Later 1") < at("  1  "), "{text}");
    assert!(!text.contains("Already done"), "{text}");
    screen.size = (40, 10);
    assert!(!screen.text().contains("Call the region"), "small terminals show the startups: {}", screen.text());
}

/// The lines between two headings.
fn between<'a>(text: &'a str, from: &str, to: &str) -> &'a str {
    let rest = text.split_once(from).unwrap_or_else(|| panic!("{from}: {text}")).1;
    rest.split_once(to).unwrap_or_else(|| panic!("{to}: {text}")).0
}

#[test]
fn a_sheet_separates_this_review_from_the_last_decision() {
    let repo = Repo::sample();
    for startup in ["comobi", "histologe"] {
        let hold = ["hold", startup, "--on", "1/6/2020", "--decision", "continue", "--action", "Call the town hall"];
        assert!(repo.couveuse(&hold).output().unwrap().status.success());
    }
    let open = ["review", "open", "1/12/2020", "--startup", "comobi", "--startup", "histologe"];
    assert!(repo.couveuse(&open).output().unwrap().status.success());
    let mut screen = Screen::of_repo(&repo, Language::English, SIZE);
    screen.keys("R");
    for _ in 0..12 {
        screen.keys(if screen.text().contains("1/2") { "" } else { "<Tab>" });
    }
    screen.keys("ccont<Tab>40000<Tab><Tab><Tab>Convincing<Tab><Tab><Tab><Tab><Tab><Tab><Tab>Ten regular users<C-s>");
    let text = screen.text();
    assert!(between(&text, "This review", "Last decision").contains("Ten regular users"), "{text}");
    let last = between(&text, "Last decision", "Since the committee");
    assert!(last.contains("Call the town hall") && !last.contains("Ten regular users"), "{text}");
    let since = text.split_once("Since the committee").unwrap().1;
    assert!(!since.contains("Convincing"), "what the review decides is not news: {text}");
    screen.keys("aaWrite to the region<C-s>");
    let text = screen.text();
    assert!(between(&text, "This review", "Last decision").contains("Write to the region"), "{text}");
    // Corrected, then withdrawn: the sheet says so, and another decision can be taken.
    screen.keys("c");
    assert!(
        screen.text().contains("Amend decision")
            && screen.text().contains("Recorded")
            && screen.text().contains("Convincing"),
        "{}",
        screen.text()
    );
    screen.keys("typing error<Tab><Tab><Tab><Tab><C-u>30000<C-s>");
    assert!(screen.text().contains("amended on"), "{}", screen.text());
    let patch = repo.git(&["show", "--format=", "--unified=0", "HEAD"]);
    assert!(patch.contains("+asked    = 30000"), "{patch}");
    assert!(!patch.contains("+comment") && !patch.contains("+decision"), "only what differs: {patch}");
    screen.keys("aqno quorum<C-s>");
    assert!(screen.text().contains("withdrawn on") && screen.text().contains("no quorum"), "{}", screen.text());
    assert!(screen.text().contains("undecided"), "{}", screen.text());
    screen.keys("c<C-n>stop<C-s>");
    assert!(screen.text().contains("✓ stop"), "{}", screen.text());
}

#[test]
fn forms_of_a_review_propose_its_day_after_midnight() {
    let repo = Repo::sample();
    let open = ["review", "open", "20/11/2020", "--startup", "comobi"];
    assert!(repo.couveuse(&open).output().unwrap().status.success());
    let mut screen = Screen::of_repo_on(&repo, Language::English, SIZE, day("2020-11-21"));
    screen.keys("R");
    for keys in ["c", "an"] {
        screen.keys(keys);
        let text = screen.text();
        assert!(text.contains("20/11/2020") && !text.contains("21/11/2020"), "{keys}: {text}");
        screen.keys("<Esc>");
    }
}

#[test]
fn the_agenda_edits_who_presides_and_what_closing_misses() {
    let repo = Repo::sample();
    let open = ["review", "open", "1/12/2020", "--startup", "comobi", "--start", "14:00", "--place", "Room 3"];
    assert!(repo.couveuse(&open).output().unwrap().status.success());
    let mut screen = Screen::of_repo(&repo, Language::English, SIZE);
    screen.keys("Rccont<C-s>X");
    let text = screen.text();
    assert!(text.contains("first record with e: the chair, the secretary") && !text.contains("the place"), "{text}");
    screen.keys("eMme Durand<C-s>");
    assert!(repo.read("reviews/2020-12-01.toml").contains("chair"), "{}", screen.text());
    screen.keys("u");
    assert!(!repo.read("reviews/2020-12-01.toml").contains("chair"), "{}", screen.text());
}
