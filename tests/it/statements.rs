//! What the program states about the sample on four days, as `docs/sample.md` explains it, and about short records.

use std::collections::BTreeMap;
use std::path::Path;

use serde_json::Value;

use crate::support::{Repo, answer};

const DAYS: [&str; 4] = ["2020-03-01", "2020-12-01", "2021-06-30", "2026-11-30"];
const PLAIN: [&str; 7] = ["open", "standing", "done", "ok", "none", "in-force", "–"];

/// The states on the four days by row; `–` if there is no such row.
type States = BTreeMap<String, [String; 4]>;

/// The table below a heading of the page. Each row ends with a sentence.
fn table(heading: &str) -> States {
    let page = std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/sample.md")).unwrap();
    let section = page.split("\n## ").find(|section| section.starts_with(heading)).unwrap();
    let rows = section.lines().filter(|line| line.starts_with("| `")).map(|line| {
        let cells: Vec<&str> = line.trim_matches('|').split('|').map(str::trim).collect();
        let [name, states @ .., why] = cells.as_slice() else { panic!("{line}") };
        assert!(why.split_whitespace().count() >= 4, "no sentence: {line}");
        let states: Vec<String> = states.iter().map(|state| (*state).to_owned()).collect();
        (name.trim_matches('`').to_owned(), states.try_into().unwrap())
    });
    rows.collect()
}

/// The answers of all days, without the rows that are plain on each of them.
fn states(rows: impl Fn(&str) -> Vec<(String, String)>) -> States {
    let mut all = States::new();
    for (nth, as_of) in DAYS.into_iter().enumerate() {
        for (name, state) in rows(as_of) {
            let states = all.entry(name).or_insert_with(|| std::array::from_fn(|_| "–".to_owned()));
            states[nth] = state;
        }
    }
    all.retain(|_, states| states.iter().any(|state| !PLAIN.contains(&state.as_str())));
    all
}

fn text(value: &Value) -> String {
    value.as_str().unwrap_or("–").to_owned()
}

fn list(repo: &Repo, command: &[&str], key: &str, as_of: &str) -> Vec<Value> {
    answer(repo, &[command, &["--as-of", as_of]].concat())[key].as_array().unwrap().clone()
}

#[test]
fn every_state_of_the_sample_that_is_not_plain_is_explained() {
    let repo = Repo::sample();
    let due = states(|as_of| {
        let name = |one: &Value| {
            let name = format!("{}/{}", text(&one["convention"]), text(&one["obligation"]));
            match (one["obligation"].as_str(), one["due"].as_str()) {
                (Some("committee"), Some(due)) => format!("{name} {} {due}", text(&one["startups"][0])),
                (Some("committee"), None) => format!("{name} {}", text(&one["startups"][0])),
                _ => name,
            }
        };
        list(&repo, &["due"], "occurrences", as_of).iter().map(|one| (name(one), text(&one["state"]))).collect()
    });
    assert_eq!(due, table("Due dates"));
    let committees = states(|as_of| {
        let row =
            |one: &Value| (format!("{} {}", text(&one["startup"]), text(&one["convention"])), text(&one["state"]));
        list(&repo, &["committees"], "committees", as_of).iter().map(row).collect()
    });
    assert_eq!(committees, table("Committees"));
    let conventions = states(|as_of| {
        let all = std::fs::read_dir(repo.root().join("conventions")).unwrap();
        let ids = all.map(|entry| entry.unwrap().path().file_stem().unwrap().to_str().unwrap().to_owned());
        let status = |id: String| {
            let shown = answer(&repo, &["show", &format!("convention/{id}"), "--as-of", as_of]);
            let status = text(&shown["status"]);
            (id, status)
        };
        ids.map(status).collect()
    });
    assert_eq!(conventions, table("Conventions"));
}

#[test]
fn the_sample_calls_no_money_late_and_leaves_the_rest_unknown() {
    let repo = Repo::sample();
    for as_of in DAYS {
        let total = answer(&repo, &["funding", "--as-of", as_of])["total"].clone();
        assert_eq!(total["late"], "0.00", "as of {as_of}");
        for figure in ["outstanding", "left", "refundable", "refundable_committed"] {
            assert_eq!(total[figure], Value::Null, "{figure} as of {as_of}");
        }
    }
}

#[test]
fn a_clause_on_termination_settles_the_money_without_a_summary() {
    let repo = Repo::plain();
    let convention = |clause: &str| {
        format!(
            "title = \"C\"\nkind = \"partnership\"\nstartups = [\"poubelles-battle\"]\nparties = [\"dinum\", \"pau\"]\n\
             signed = 2024-02-29\nterminated = {{ on = 2024-07-01 }}\n\
             [[contributions]]\nid = \"pau\"\nfrom = \"pau\"\nto = \"dinum\"\namount = 100000\n\
             [[contributions.tranches]]\namount = 100000\nwhen = \"signature\"\n\
             [[payments]]\non = 2024-03-01\namount = 20000\ncontribution = \"pau\"\n\
             [[expenditure]]\nwhat = \"Work\"\namount = 30000\ncommitted = 2024-04-01\n\
             [clauses.termination]\narticle = \"6\"\n{clause}"
        )
    };
    let due = |clause: &str| {
        repo.write("conventions/c.toml", convention(clause));
        answer(&repo, &["show", "convention/c", "--as-of", "2024-07-01"])["funding"]["outstanding"].clone()
    };
    assert_eq!(due("liquidated = \"committed\"\n"), "10000.00");
    assert_eq!(due(""), "80000.00");
}
