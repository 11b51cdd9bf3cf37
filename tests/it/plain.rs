//! `--plain`: a review, and the arguments of a verb, as numbered questions through a pipe.

use std::io::Write;
use std::process::Stdio;

use serde_json::json;

use crate::reviews::{json, opened, outcomes, run};
use crate::support::Repo;

/// Runs a command with `--plain` and answers from a pipe.
fn ask(repo: &Repo, arguments: &[&str], answers: &str, code: i32) -> String {
    let mut command = repo.couveuse(&[arguments, &["--plain", "--lang", "en"]].concat());
    let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    child.stdin.take().unwrap().write_all(answers.as_bytes()).unwrap();
    let output = child.wait_with_output().unwrap();
    let text = format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    assert_eq!(output.status.code(), Some(code), "{text}");
    assert!(!text.contains('\u{1b}'), "{text}");
    text
}

/// Runs `review --plain`.
fn plain(repo: &Repo, answers: &str, code: i32) -> String {
    ask(repo, &["review"], answers, code)
}

#[test]
fn a_whole_review_is_answered_line_by_line_through_a_pipe() {
    let repo = Repo::sample();
    opened(&repo);
    let count = || repo.git(&["rev-list", "--count", "HEAD"]).trim().parse::<usize>().unwrap();
    let before = count();
    // Histologe: nonsense, then a decision by number, a wrong amount, a condition and an action.
    // A score with its reason; the second one is no score.
    let money = "perhaps\n1\n40000\nmuch\n20000\n30/6/2021\nUsage en hausse\nSous réserve\n";
    let scores = "\n\n7\n3 ils l'ont demandé\n\n\n";
    let people = "M. Petit/pau\nMme Excusée/dinum\nMme Roy/anct=M. Petit\n";
    let tasks = "Dix usagers\nCoach A\n15/12/2020\npage\n\nAppeler\n\n\n\n";
    let text = plain(&repo, &format!("{money}{scores}{people}{tasks}y\n1/3/2021\n"), 1);
    for words in [
        "Startup 1 of 3: Histologe",
        "Not understood.",
        "Input ended",
        "Warning: ",
        "1. Decision",
        "Startup 2 of 3: CoMobi",
    ] {
        assert!(text.contains(words), "{words}: {text}");
    }
    assert_eq!(count(), before + 1, "what was answered is recorded, in one commit");
    let shown = json(&repo, &["show", "histologe", "--json"]);
    assert!(shown["conditions"].to_string().contains("Dix usagers"), "{shown}");
    assert!(shown["actions"].to_string().contains("Inform procurement"), "{shown}");
    let held = shown["committees"].as_array().unwrap().iter().find(|one| one["on"] == "2020-11-20").unwrap();
    assert_eq!((&held["asked"], &held["reservations"]), (&json!("40000.00"), &json!("Sous réserve")));
    assert_eq!((&held["impact"]["useful"], &held["reasons"]["useful"]), (&json!(3), &json!("ils l'ont demandé")));
    assert_eq!(
        (&held["excused"][0]["name"], &held["represented"][0]["by"]),
        (&json!("Mme Excusée"), &json!("M. Petit"))
    );
    let planned = shown["committees"].as_array().unwrap().iter().any(|one| one["on"] == "2021-03-01");
    assert!(planned, "{shown}");
    // Started again: Histologe is settled, CoMobi is deferred, Anti-gaspi continues; then the closing.
    let rest = format!("defer\n\n1/2/2021\n\nAttendre\n{}continue\n{}n\n\ny\n", "\n".repeat(7), "\n".repeat(15));
    let text = plain(&repo, &rest, 0);
    assert!(text.contains("report minutes --review 2020-11-20"), "{text}");
    assert!(text.contains("Already recorded: decided."), "{text}");
    assert!(text.contains("Reason for the deferral?") && text.contains("Not understood."), "{text}");
    assert_eq!(count(), before + 4);
    let closed = outcomes(&repo, "2020-11-20");
    assert_eq!(closed, ["histologe decided D01", "comobi deferred -", "anti-gaspi decided D02"]);
    let text = plain(&repo, "", 1);
    assert!(text.contains("No review is open"), "{text}");
}

#[test]
fn skipped_startups_are_noted_only_after_a_question() {
    let repo = Repo::sample();
    run(
        &repo,
        &["review", "open", "20/11/2020", "--kind", "portfolio", "--startup", "comobi", "--startup", "histologe"],
        0,
    );
    let head = repo.head();
    // Both are skipped; the review is to be closed, but they need a decision.
    let text = plain(&repo, "\n\ny\nn\n", 0);
    assert!(text.contains("2 without outcome: "), "{text}");
    assert_eq!(repo.head(), head, "the review stays open");
    // The order would be ready after the year closes.
    let text = plain(&repo, &format!("continue\n{}n\n\n\ny\ny\n", "\n".repeat(15)), 0);
    assert!(text.contains("15 Dec 2020"), "{text}");
    assert!(text.contains("Without outcome: "), "{text}");
    let closed = outcomes(&repo, "2020-11-20").join(" ");
    assert!(closed.contains("decided") && closed.contains("noted"), "{closed}");
}

#[test]
fn a_portfolio_review_is_opened_noted_and_convened_line_by_line() {
    let repo = Repo::sample();
    let text = plain(&repo, "2\n", 1);
    assert!(text.contains("Proposed agenda: "), "{text}");
    let agenda = outcomes_of_today(&repo);
    let answers: String = agenda.iter().skip(1).map(|_| "noted\n").collect();
    plain(&repo, &format!("convene\n+14\n{answers}y\n"), 0);
    let closed = outcomes_of_today(&repo);
    assert!(closed[0].contains("convene"), "{closed:?}");
    assert!(closed[1..].iter().all(|one| one.contains("noted")), "{closed:?}");
}

/// The outcomes of the only review.
fn outcomes_of_today(repo: &Repo) -> Vec<String> {
    let all = json(repo, &["review", "list", "--json"]);
    outcomes(repo, all["reviews"][0]["id"].as_str().unwrap())
}

#[test]
fn the_arguments_of_a_verb_are_asked_for_line_by_line() {
    let repo = Repo::sample();
    let ask = |arguments: &[&str], answers: &str, code: i32| ask(&repo, arguments, answers, code);
    // A required day is asked for until there is one; two questions to be settled.
    let text = ask(&["plan", "comobi"], "\nnever\n+30\n40000\nQui héberge ?\nQui paie ?\n\n\n", 0);
    assert_eq!(text.matches("1. ").count(), 3, "{text}");
    let shown = json(&repo, &["show", "comobi", "--json"]);
    let planned = shown["committees"].as_array().unwrap().iter().find(|one| one["asked"] == "40000.00").unwrap();
    assert_eq!(planned["arbitrations"], json!(["Qui héberge ?", "Qui paie ?"]));
    // A given argument is not asked for.
    let text = ask(&["action", "comobi", "--owner", "Coach A"], "Appeler la Creuse\n\n", 0);
    assert!(!text.contains("Owner"), "{text}");
    assert!(json(&repo, &["show", "comobi", "--json"])["actions"].to_string().contains("Appeler la Creuse"));
    let before = repo.head();
    assert!(ask(&["plan", "comobi"], "+60\n", 1).contains("nothing was recorded"));
    assert_eq!(repo.head(), before, "nothing is recorded if the input ends");
}
