//! Who the user is: by the configuration, else by the e-mail address of git's author; and what is the user's own.

use std::process::Output;

use couveuse::locale::Language;
use couveuse::ui;
use serde_json::{Value, json};

use crate::driver::Screen;
use crate::support::Repo;

const PEOPLE: &str = r#"
[[people]]
id     = "coach-a"
name   = "Coach A"
emails = ["Coach-A@Example.org"]

[[people]]
id   = "coach-b"
name = "Coach B"
"#;

/// An incubator with two coaches, each with a startup that has two actions: one of its own, one of the other coach.
fn incubator() -> Repo {
    let repo = Repo::new();
    repo.write("portfolio.toml", format!("{}{PEOPLE}", repo.read("portfolio.toml")));
    for (startup, coach, other) in [("abri", "coach-a", "coach-b"), ("bac", "coach-b", "coach-a")] {
        let text = format!(
            "name = \"{startup}\"\n\n[[coaches]]\nperson = \"{coach}\"\n\n[[actions]]\nwhat = \"free of {startup}\"\n\n\
             [[actions]]\nwhat = \"owned in {startup}\"\nowner = \"{other}\"\n"
        );
        repo.write(&format!("startups/{startup}.toml"), text);
    }
    repo.commit_all("People");
    repo
}

fn run(repo: &Repo, arguments: &[&str]) -> Output {
    repo.couveuse(arguments).output().expect("couveuse runs")
}

fn answer(repo: &Repo, arguments: &[&str]) -> Value {
    let output = run(repo, &[arguments, &["--json"]].concat());
    assert!(!String::from_utf8_lossy(&output.stdout).contains('@'), "no answer has an e-mail address");
    serde_json::from_slice(&output.stdout)
        .unwrap_or_else(|error| panic!("{arguments:?}: {error}: {}", String::from_utf8_lossy(&output.stderr)))
}

fn whats(answer: &Value, rows: &str, key: &str) -> Vec<String> {
    let rows = answer[rows].as_array().expect("rows");
    let mut texts: Vec<String> = rows.iter().filter_map(|row| row[key].as_str()).map(str::to_owned).collect();
    texts.sort();
    texts
}

#[test]
fn the_author_of_git_is_a_person_after_the_mailmap_unless_the_configuration_names_another() {
    let repo = incubator();
    let nobody = run(&repo, &["whoami", "--lang", "en"]);
    assert_eq!(nobody.status.code(), Some(1));
    assert_eq!(answer(&repo, &["whoami"])["id"], Value::Null);
    repo.git(&["config", "user.email", "coach-a@example.ORG"]);
    let by_email = answer(&repo, &["whoami"]);
    assert_eq!(by_email, json!({"id": "coach-a", "name": "Coach A", "source": "email", "startups": ["abri"]}));
    repo.git(&["config", "user.email", "old@example.org"]);
    assert_eq!(answer(&repo, &["whoami"])["id"], Value::Null);
    repo.write(".mailmap", "Coach A <coach-a@example.org> <old@example.org>\n");
    assert_eq!(answer(&repo, &["whoami"])["id"], "coach-a");
    repo.write("couveuse/config.toml", "me = \"coach-b\"\n");
    let configured = answer(&repo, &["whoami"]);
    assert_eq!(configured, json!({"id": "coach-b", "name": "Coach B", "source": "configuration", "startups": ["bac"]}));
    let text = run(&repo, &["whoami", "--lang", "en"]);
    assert_eq!(String::from_utf8_lossy(&text.stdout), "Coach B (coach-b), from the configuration\nCoaches bac\n");
    repo.write("couveuse/config.toml", "me = \"zoe\"\n");
    let unknown = run(&repo, &["whoami", "--lang", "en"]);
    assert!(String::from_utf8_lossy(&unknown.stderr).contains("no such person"), "{unknown:?}");
}

#[test]
fn mine_is_what_i_own_and_what_nobody_owns_of_the_startups_i_coach() {
    let repo = incubator();
    let refused = run(&repo, &["today", "--mine", "--lang", "en"]);
    assert_eq!(refused.status.code(), Some(2));
    let words = String::from_utf8_lossy(&refused.stderr).into_owned();
    assert!(words.contains("me = \"ID\"") && words.contains("[[people]]"), "both remedies: {words}");
    let filtered = run(&repo, &["due", "--filter", "mine", "--lang", "en"]);
    assert_eq!(filtered.status.code(), Some(2), "{filtered:?}");
    repo.git(&["config", "user.email", "coach-a@example.org"]);
    let mine = ["free of abri", "owned in bac"];
    let reasons = whats(&answer(&repo, &["today", "--mine"]), "items", "reason");
    assert_eq!(reasons, mine.map(|what| format!("No date: {what}")));
    assert_eq!(whats(&answer(&repo, &["due", "--filter", "mine"]), "occurrences", "what"), mine);
    assert_eq!(whats(&answer(&repo, &["due", "--filter", "moi"]), "occurrences", "what"), mine);
    assert_eq!(whats(&answer(&repo, &["list", "--filter", "mine"]), "startups", "id"), ["abri"]);
    let due = |filter: &str| whats(&answer(&repo, &["due", "--filter", filter]), "occurrences", "what");
    assert_eq!(due("coach:coach-b"), ["free of bac", "owned in bac"]);
    assert_eq!(due("responsable:coach-b"), ["owned in abri"]);
    assert_eq!(due("owner:coach-b -coach:coach-a"), Vec::<String>::new());
}

#[test]
fn a_key_on_today_switches_to_the_rows_of_the_user_and_back() {
    let repo = incubator();
    let screen = |repo: &Repo| Screen::of_repo(repo, Language::English, (110, 30));
    let mut unknown = screen(&repo);
    unknown.keys("1M");
    assert!(unknown.text().contains("You are not a person of this portfolio"), "{}", unknown.text());
    repo.git(&["config", "user.email", "coach-a@example.org"]);
    let mut known = screen(&repo);
    known.keys("1");
    assert!(known.text().contains("owned in abri"), "{}", known.text());
    known.keys("M");
    let text = known.text();
    assert!(text.contains("free of abri") && text.contains("owned in bac"), "{text}");
    assert!(!text.contains("owned in abri") && !text.contains("free of bac"), "{text}");
    let session = known.state.session();
    assert_eq!(session.lists[ui::Screen::Today.name()].filter, "mine", "it is remembered");
    known.keys("M");
    assert!(known.text().contains("owned in abri"), "{}", known.text());
}

#[test]
fn an_address_of_two_people_is_ambiguous_and_its_finding_does_not_show_it() {
    let repo = incubator();
    let twice = repo
        .read("portfolio.toml")
        .replace("name = \"Coach B\"", "name = \"Coach B\"\nemails = [\"coach-a@example.org\"]");
    repo.write("portfolio.toml", twice);
    repo.git(&["config", "user.email", "coach-a@example.org"]);
    let refused = run(&repo, &["today", "--mine", "--lang", "en"]);
    assert_eq!(refused.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&refused.stderr).contains("coach-a"), "{refused:?}");
    let found = answer(&repo, &["check", "--filter", "check:repeated-email"]);
    assert_eq!(found["findings"][0]["record"], "portfolio/portfolio");
    let text = run(&repo, &["check", "--filter", "check:repeated-email", "--lang", "en"]);
    let text = String::from_utf8_lossy(&text.stdout).into_owned();
    assert!(text.contains("have an e-mail address in common") && !text.contains('@'), "{text}");
}

#[test]
fn unknown_people_and_addresses_of_others_are_refused_with_a_remedy() {
    let repo = incubator();
    let said = |arguments: &[&str]| {
        let output = run(&repo, &[arguments, &["--lang", "en"]].concat());
        (output.status.code(), String::from_utf8_lossy(&output.stderr).into_owned())
    };
    let (code, words) = said(&["coach", "abri", "zoe"]);
    assert_eq!(code, Some(2));
    assert!(words.contains("no person zoe") && words.contains("couveuse person zoe"), "{words}");
    let (_, words) = said(&["coach", "abri", "coach-bb"]);
    assert!(words.contains("did you mean coach-b?"), "{words}");
    let (code, words) = said(&["person", "coach-c", "--name", "C", "--email", "COACH-A@example.org"]);
    assert_eq!(code, Some(1));
    assert!(words.contains("belongs to coach-a"), "{words}");
    let (code, words) = said(&["today", "--filter", "coach:zoe"]);
    assert_eq!(code, Some(2));
    assert!(words.contains("zoe"), "{words}");
    // An owner may be any text, and a record may name a coach whom nobody has recorded.
    repo.write("startups/abri.toml", "name = \"Abri\"\n\n[[coaches]]\nperson = \"zoe\"\n");
    let found = run(&repo, &["check", "--lang", "en"]);
    assert!(String::from_utf8_lossy(&found.stdout).contains("zoe"), "{found:?}");
}

#[test]
fn people_and_actions_in_every_script_are_found_and_shown() {
    let repo = incubator();
    let names = ["محمد", "孵化器 田中", "Ελένη", "Zoe\u{301} Dvořák", "👩\u{200d}🌾 Ana", "\u{202e}lirva"];
    let mut screen = Screen::of_repo(&repo, Language::English, (120, 40));
    for (n, name) in names.into_iter().enumerate() {
        let (id, what) = (format!("p{n}"), format!("Voir {name}"));
        assert!(run(&repo, &["person", &id, "--name", name]).status.success(), "{name}");
        assert!(run(&repo, &["action", "abri", &what, "--owner", &id, "--due", "+3"]).status.success(), "{name}");
        let rows = answer(&repo, &["due", "--filter", &format!("owner:{id}")]);
        assert_eq!(whats(&rows, "occurrences", "what").len(), 1, "{name}: {rows}");
        let shown = name.trim_start_matches('\u{202e}');
        let found = run(&repo, &["due", "--filter", &format!("\"{shown}\""), "--lang", "en"]);
        assert!(String::from_utf8_lossy(&found.stdout).contains("Voir "), "{name}: {found:?}");
    }
    screen.keys("r1/voir<Enter>");
    for size in [(120, 40), (80, 24), (40, 10)] {
        screen.size = size;
        let text = screen.text();
        assert!(!text.contains('\u{202e}'), "no control of direction: {text}");
    }
}

#[test]
fn ten_thousand_actions_of_one_startup_are_answered() {
    let repo = incubator();
    let record = |count: usize| {
        let action =
            |n| format!("\n[[actions]]\nwhat = \"Action {n}\"\ndue = 2020-{:02}-{:02}\n", 1 + n % 12, 1 + n % 28);
        format!("name = \"Abri\"\n{}", (0..count).map(action).collect::<String>())
    };
    repo.write("startups/abri.toml", record(10_000));
    let mut screen = Screen::of_repo(&repo, Language::English, (120, 40));
    let first = screen.keys("3/abri kind:action<Enter>").text();
    assert!(first.contains("Action "), "{first}");
    assert_ne!(screen.keys("j").text(), first, "the selection moves");
    let due = answer(&repo, &["due", "--filter", "kind:action"]);
    assert!(whats(&due, "occurrences", "id").len() > 10_000);
    repo.write("startups/abri.toml", record(20_000));
    let found = run(&repo, &["check", "--lang", "en"]);
    assert!(String::from_utf8_lossy(&found.stdout).contains("startups/abri.toml"), "{found:?}");
}

#[test]
fn a_person_has_a_page_with_the_startups_and_what_is_due() {
    let repo = incubator();
    let late = "\n[[actions]]\nwhat = \"late in abri\"\nowner = \"coach-b\"\ndue = 2020-01-01\n";
    repo.write("startups/abri.toml", format!("{}{late}", repo.read("startups/abri.toml")));
    let mut screen = Screen::of_repo(&repo, Language::English, (110, 40));
    let page = screen.keys("fcoach-b<Enter>").text();
    let words = ["Coach B", "Coaches (1)", "bac", "Late (1)", "late in abri", "Still to do (2)"];
    let places = words.map(|words| page.find(words).unwrap_or_else(|| panic!("{words}: {page}")));
    assert!(places.is_sorted(), "{page}");
    assert!(page.contains("owned in abri") && page.contains("free of bac"), "{page}");
    assert!(!page.contains("free of abri") && !page.contains("owned in bac"), "{page}");
}
