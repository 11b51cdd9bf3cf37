//! What is late or missing is counted alike by `list`, `due`, `committees`, `check`, `today` and the screens.

use std::collections::BTreeSet;

use couveuse::demo;
use couveuse::locale::Language;
use serde_json::Value;

use crate::driver::{Screen, day};
use crate::support::{Repo, answer};

/// The rows of a list of an answer.
fn rows(repo: &Repo, command: &str, list: &str, as_of: &str) -> Vec<Value> {
    let output = repo.couveuse(&[command, "--json", "--as-of", as_of, "--lang", "en"]).output().unwrap();
    let answer: Value = serde_json::from_slice(&output.stdout).unwrap();
    answer[list].as_array().unwrap().clone()
}

fn number(value: &Value) -> usize {
    usize::try_from(value.as_u64().unwrap()).unwrap()
}

/// The number after `✗` that follows a word on a line, 0 if there is none.
fn counted(line: &str, after: &str) -> usize {
    let rest = line.split_once(after).map(|(_, rest)| rest.trim_start()).unwrap_or_default();
    let digits = rest.strip_prefix('✗').unwrap_or_default().trim_start();
    digits.chars().take_while(char::is_ascii_digit).collect::<String>().parse().unwrap_or(0)
}

fn assert_agree(repo: &Repo, as_of: &str) {
    let due = rows(repo, "due", "occurrences", as_of);
    let committees = rows(repo, "committees", "committees", as_of);
    let findings = rows(repo, "check", "findings", as_of);
    let own = |kind: &Value| ["action", "condition", "papers"].contains(&kind.as_str().unwrap());
    let late_of = |is_meant: &dyn Fn(&Value) -> bool, state: &str| {
        due.iter().filter(|one| one["state"] == state && is_meant(one)).count()
    };
    let found = |check: &str| findings.iter().filter(|one| one["check"] == check).count();
    let mut late_committees = BTreeSet::new();
    for row in rows(repo, "list", "startups", as_of) {
        let id = &row["id"];
        let is_its = |one: &Value| one["startups"].as_array().unwrap().contains(id);
        let of_conventions = |one: &Value| is_its(one) && !own(&one["kind"]);
        let of_kind = |kind: &'static str| move |one: &Value| is_its(one) && one["kind"] == kind;
        assert_eq!(number(&row["late"]), late_of(&of_conventions, "late"), "{id} as of {as_of}");
        assert_eq!(number(&row["undetermined"]), late_of(&of_conventions, "undetermined"), "{id} as of {as_of}");
        for (count, kind) in [("late_actions", "action"), ("late_conditions", "condition"), ("late_papers", "papers")] {
            assert_eq!(number(&row[count]), late_of(&of_kind(kind), "late"), "{count} of {id} as of {as_of}");
        }
        let is_late = committees.iter().any(|one| one["startup"] == *id && one["state"] == "late");
        assert_eq!(row["committee"]["state"] == "late", is_late, "the committee of {id} as of {as_of}");
        if is_late {
            late_committees.insert(format!("startup/{}", id.as_str().unwrap()));
        }
    }
    let reported: BTreeSet<_> = findings
        .iter()
        .filter(|one| one["check"] == "committee-late")
        .map(|one| one["record"].as_str().unwrap().to_owned())
        .collect();
    assert_eq!(reported, late_committees, "as of {as_of}");
    assert_eq!(found("task-overdue"), late_of(&|one| own(&one["kind"]), "late"), "as of {as_of}");

    let today = rows(repo, "today", "items", as_of);
    let urgent = today.iter().filter(|one| number(&one["band"]) <= 1).count();
    let mut screen = Screen::of_repo_on(repo, Language::English, (200, 40), day(as_of));
    let text = screen.text();
    let tabs = text.lines().next().unwrap();
    assert_eq!(counted(tabs, "Today"), urgent, "as of {as_of}: {tabs}");
    assert_eq!(counted(tabs, "Obligations"), late_of(&|_| true, "late"), "as of {as_of}: {tabs}");
    assert_eq!(counted(tabs, "Committees"), late_committees.len(), "as of {as_of}: {tabs}");
    let mut sums = |key: &str| {
        let text = screen.keys(key).text();
        let sums = text.lines().rev().find(|line| line.starts_with("  ✗")).unwrap_or_default();
        counted(sums, " ")
    };
    assert_eq!(sums("3"), late_of(&|_| true, "late"), "Obligations as of {as_of}");
    let late_rows = committees.iter().filter(|one| one["state"] == "late").count();
    assert_eq!(sums("5"), late_rows, "Committees as of {as_of}");
    if late_rows > late_committees.len() {
        let words = format!("✗ {late_rows} late ({} startup", late_committees.len());
        assert!(screen.text().contains(&words), "as of {as_of}: {}", screen.text());
    }
    // The sums of money: each total counts what the rows count, and shared money once.
    let funding = answer(repo, &["funding", "--as-of", as_of]);
    let list = rows(repo, "list", "startups", as_of);
    for row in funding["startups"].as_array().unwrap() {
        let listed = list.iter().find(|one| one["id"] == row["id"]).unwrap();
        for (figure, value) in listed["funding"].as_object().unwrap() {
            assert_eq!(row[figure], *value, "{figure} of {} as of {as_of}", row["id"]);
        }
    }
}

#[test]
fn the_counts_of_the_sample_agree() {
    let repo = Repo::sample();
    for as_of in ["2020-03-01", "2020-12-01", "2021-06-30", "2026-11-30"] {
        assert_agree(&repo, as_of);
    }
}

#[test]
fn the_counts_of_the_demo_agree() {
    let repo = Repo::demo("2026-11-23");
    for as_of in ["2025-06-15", "2026-02-28", "2026-11-23"] {
        assert_agree(&repo, as_of);
    }
}

#[test]
fn the_counts_of_generated_folders_agree() {
    for seed in [3, 8] {
        let repo = Repo::empty();
        for (file, text) in demo::files(12, seed) {
            repo.write(&file, text);
        }
        for as_of in ["2025-02-28", "2026-10-01"] {
            assert_agree(&repo, as_of);
        }
    }
}

#[test]
fn the_counts_agree_if_several_clauses_bind_a_startup() {
    let repo = Repo::empty();
    let startup = "incubator = \"inc\"\nname = \"A\"\n[[phases]]\nphase = \"construction\"\nfrom = 2024-01-01\n\
                   [[committees]]\non = 2024-03-01\nstate = \"planned\"\n\
                   [[actions]]\nwhat = \"Ask\"\ndue = 2024-02-29\n[[conditions]]\nwhat = \"Ten users\"\ndue = 2024-08-31\n";
    let convention = |head: &str| {
        format!(
            "title = \"C\"\nkind = \"partnership\"\nstartups = [\"a\", \"b\"]\nparties = [\"inc\"]\n{head}\n\
             [committee]\nevery = \"6 months\"\n[[obligations]]\nid = \"o\"\ndebtor = \"inc\"\nwhat = \"x\"\ndue = 2024-05-31\n"
        )
    };
    repo.write("portfolio.toml", "name = \"P\"\nhome = \"inc\"\n");
    repo.write("parties/inc.toml", "name = \"Inc\"\n");
    repo.write("startups/a.toml", startup);
    repo.write("startups/b.toml", startup.replace("\"A\"", "\"B\""));
    repo.write("conventions/c.toml", convention("signed = 2024-02-29\nincubator = \"inc\""));
    repo.write("conventions/d.toml", convention("signed = \"undated\""));
    let framework = convention("signed = 2024-03-31\nincubator = \"inc\"").replace("partnership", "framework");
    repo.write("conventions/f.toml", framework);
    for as_of in ["2024-02-28", "2024-08-30", "2024-12-01", "2026-01-31"] {
        assert_agree(&repo, as_of);
    }
}
