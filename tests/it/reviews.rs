//! Reviews: their records, and the commands about them.

use serde_json::{Value, json};

use crate::support::Repo;

const REVIEW: &str = include_str!("../../fuzz/corpus/read/review.toml");

fn run(repo: &Repo, arguments: &[&str], code: i32) -> String {
    let output = repo.couveuse(arguments).output().unwrap();
    let text = format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    assert_eq!(output.status.code(), Some(code), "{arguments:?}: {text}");
    text
}

fn json(repo: &Repo, arguments: &[&str]) -> Value {
    serde_json::from_str(&run(repo, arguments, 0)).unwrap()
}

/// The sample with a review of two of its startups.
fn with_review() -> Repo {
    let repo = Repo::sample();
    repo.write("reviews/2026-11-20.toml", REVIEW.replace("\"x\"", "\"histologe\"").replace("\"y\"", "\"comobi\""));
    repo.commit_all("A review");
    repo
}

#[test]
fn a_review_is_a_record() {
    let repo = with_review();
    let shown = json(&repo, &["show", "review/2026-11-20", "--json"]);
    assert_eq!(shown["record"], "review/2026-11-20");
    assert_eq!((&shown["start"], &shown["closed"]), (&json!("14:00:00"), &json!("2026-11-20T17:05:00")));
    assert_eq!(shown["agenda"][0]["decision_number"], "2026-11-20-D01");
    assert_eq!(
        shown["members"][1],
        json!({"person": null, "name": "M. Petit", "party": "pau", "capacity": null, "by": null})
    );
    let text = run(&repo, &["show", "2026-11-20", "--lang", "fr"], 0);
    for words in
        ["Comité du 20", "14\u{a0}h\u{a0}00", "M. Petit (Pau", "Histologe", "CoMobi", "2026-11-20-D01", "décidé"]
    {
        assert!(text.contains(words), "{words}: {text}");
    }
    let checks: Vec<Value> = shown["findings"].as_array().unwrap().iter().map(|one| one["check"].clone()).collect();
    assert_eq!(checks, ["review-incomplete", "unknown-person"], "{shown}");
}

#[test]
fn a_wrong_value_of_a_review_is_located_and_the_rest_is_read() {
    let repo = with_review();
    let text = repo.read("reviews/2026-11-20.toml");
    repo.write(
        "reviews/2026-11-20.toml",
        text.replace("14:00:00", "\"14:00\"").replace("on           = 2026", "of           = 2026"),
    );
    let shown = json(&repo, &["show", "review/2026-11-20", "--json"]);
    assert_eq!((&shown["on"], &shown["start"]), (&json!("2026-11-20"), &Value::Null), "its day is that of its id");
    assert_eq!(shown["agenda"].as_array().unwrap().len(), 2);
    let found = run(&repo, &["check", "--lang", "en"], 1);
    assert!(found.contains("reviews/2026-11-20.toml:4:") && found.contains("is not a time without quotes"), "{found}");
    repo.write("reviews/whenever.toml", "kind = \"committee\"\n");
    let found = run(&repo, &["check", "--lang", "en"], 1);
    assert_eq!(found.matches("reviews/whenever.toml").count(), 1, "{found}");
}

#[test]
fn a_review_names_what_exists() {
    let repo = with_review();
    let text =
        repo.read("reviews/2026-11-20.toml").replace("\"comobi\"", "\"comoby\"").replace("\"dinum\"]", "\"dinun\"]");
    repo.write("reviews/2026-11-20.toml", text);
    let found = json(&repo, &["show", "review/2026-11-20", "--json"]);
    let unknown = found["findings"].as_array().unwrap().iter().filter(|one| one["check"] == "unknown-reference");
    assert_eq!(unknown.count(), 2, "{found}");
}

#[test]
fn times_of_a_review_are_set() {
    let repo = with_review();
    run(&repo, &["set", "review/2026-11-20", "start", "14h30"], 0);
    assert!(repo.read("reviews/2026-11-20.toml").contains("start        = 14:30:00\n"));
    run(&repo, &["set", "review/2026-11-20", "closed", "2026-11-21 00:20"], 0);
    assert!(repo.read("reviews/2026-11-20.toml").contains("closed       = 2026-11-21T00:20:00\n"));
    let refused = run(&repo, &["set", "review/2026-11-20", "start", "noon", "--lang", "en"], 2);
    assert!(refused.contains("expected a time"), "{refused}");
}
