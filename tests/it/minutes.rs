//! `report minutes`, `papers` and `summary`: the papers of a meeting.

use std::fmt::Write as _;
use std::fs;

use crate::support::Repo;

const DAY: &str = "2020-11-20";

fn run(repo: &Repo, arguments: &[&str], code: i32) -> String {
    let output = repo.couveuse(arguments).output().unwrap();
    let text = format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    assert_eq!(output.status.code(), Some(code), "{arguments:?}: {text}");
    text
}

/// A closed review of two startups, with conditions, actions, attendance and a deferral.
fn reviewed() -> Repo {
    let repo = Repo::sample();
    let open = ["review", "open", "20/11/2020", "--startup", "comobi", "--startup", "histologe", "--start", "14:00"];
    let people =
        ["--chair", "Mme Durand", "--secretary", "M. Petit", "--place", "Salle 3", "--papers-sent", "13/11/2020"];
    run(&repo, &[&open[..], &people, &["--distribution", "pau", "--member", "Mme Absente/dinum"]].concat(), 0);
    run(&repo, &["action", "comobi", "Appeler la Creuse", "--due", "1/11/2020", "--owner", "Coach A"], 0);
    let hold = ["hold", "comobi", "--review", DAY, "--decision", "continue", "--envelope", "20000", "--asked", "40000"];
    let more = ["--until", "30/6/2021", "--comment", "Usage en hausse", "--reservation", "Sous réserve du budget"];
    let score = ["--score", "useful=3:ils l'ont demandé", "--present", "M. Petit/pau/DSI", "--with-consequences"];
    let condition = ["--condition", "Dix usagers", "--owner", "Coach A", "--due", "15/12/2020", "--proof", "page"];
    let procurement = ["--action", "Inform procurement", "--owner", "Coach A", "--due", "20/11/2020"];
    run(&repo, &[&hold[..], &more, &score, &condition, &procurement].concat(), 0);
    let defer = ["hold", "histologe", "--review", DAY, "--decision", "defer", "--until", "1/2/2021"];
    run(&repo, &[&defer[..], &["--comment", "Attendre le bilan"]].concat(), 0);
    run(&repo, &["review", "close"], 0);
    repo
}

fn minutes(repo: &Repo, more: &[&str]) -> String {
    run(repo, &[&["report", "minutes", "--review", DAY], more].concat(), 0)
}

#[test]
fn minutes_say_what_was_decided_and_done() {
    let repo = reviewed();
    let closing = repo.git(&["rev-parse", "HEAD"])[..7].to_owned();
    let french = minutes(&repo, &["--lang", "fr"]);
    for words in [
        "Relevé de décisions",
        "Comité du 20/11/2020",
        "Mme Durand",
        "14\u{a0}h\u{a0}00",
        "M. Petit",
        "DSI",
        "absent",
        "CoMobi – 2020-11-20-D01",
        "Usage en hausse",
        "Sous réserve du budget",
        "Dix usagers",
        "15/12/2020",
        "page",
        "ils l'ont demandé",
        "Informer le service des achats",
        "Attendre le bilan",
        "01/02/2021",
        "Appeler la Creuse",
        "Pau",
        closing.as_str(),
    ] {
        // The sample has no language, so that actions are recorded in English.
        let words = words.replace("Informer le service des achats", "20/11/2020");
        assert!(french.contains(&words) || french.contains(&words.replace('-', "\\-")), "{words}: {french}");
    }
    assert!(!french.contains("Modifié depuis"), "{french}");
    let english = minutes(&repo, &["--lang", "en", "--format", "text"]);
    assert!(english.contains("Minutes") && english.contains("Follow-up of earlier actions"), "{english}");
    for format in ["md", "html", "text"] {
        let paper = minutes(&repo, &["--format", format]);
        assert_eq!(paper, minutes(&repo, &["--format", format]), "the same bytes");
    }
    let of_one = run(&repo, &["report", "minutes", "comobi", "--lang", "fr"], 0);
    assert!(of_one.contains("CoMobi") && !of_one.contains("Attendre le bilan"), "{of_one}");
    run(&repo, &["report", "minutes", "comobi", "--on", "1/1/2020"], 2);
    run(&repo, &["report", "minutes", "--review", "2019-01-01"], 2);
}

#[test]
fn only_the_last_section_changes_after_the_review() {
    let repo = reviewed();
    let before = minutes(&repo, &["--lang", "fr"]);
    let amend =
        ["amend-decision", "comobi", "--envelope", "15000", "--reason", "Erreur de frappe", "--on", "1/12/2020"];
    run(&repo, &amend, 0);
    run(&repo, &["note", "comobi", "Rien à voir"], 0);
    run(&repo, &["set", "startup/comobi", "name", "Autre nom"], 0);
    run(&repo, &["review", "approve", "--on", "2/12/2020"], 0);
    let after = minutes(&repo, &["--lang", "fr"]);
    let (same, changes) = after.split_once("## Modifié depuis").unwrap();
    assert!(before.starts_with(same.trim_end()), "{before}\n---\n{after}");
    for words in ["Erreur de frappe", "20", "15", "Relevé approuvé le 02/12/2020"] {
        assert!(changes.contains(words), "{words}: {changes}");
    }
    assert!(!changes.contains("Rien à voir"));
}

#[test]
fn facts_missing_at_the_closing_can_be_recorded_later() {
    let repo = Repo::sample();
    run(
        &repo,
        &["review", "open", "20/11/2020", "--startup", "comobi", "--start", "14:00", "--chair", "Mme Durand"],
        0,
    );
    let hold = ["hold", "comobi", "--review", DAY, "--decision", "continue", "--present", "M. Petit/pau"];
    run(&repo, &[&hold[..], &["--action", "Inform procurement"]].concat(), 0);
    run(&repo, &["review", "close"], 0);
    let refused = run(&repo, &["report", "minutes", "--review", DAY, "--final", "--lang", "en"], 1);
    for words in ["the secretary", "the place", "the papers", "the person who informs procurement"] {
        assert!(refused.contains(words), "{words}: {refused}");
    }
    let before = minutes(&repo, &["--lang", "en", "--format", "text"]);
    for (field, value) in [("secretary", "M. Petit"), ("place", "Room 3"), ("papers_sent", "13/11/2020")] {
        run(&repo, &["set", "review/2020-11-20", field, value], 0);
    }
    run(&repo, &["set", "startup/comobi", "actions[0].owner", "Coach A"], 0);
    let after = run(&repo, &["report", "minutes", "--review", DAY, "--final", "--lang", "en", "--format", "text"], 0);
    let (same, changes) = after.split_once("Changed since").unwrap();
    let body = |text: &str| text.split_once("Meeting").unwrap().1.trim().to_owned();
    assert!(body(&before).starts_with(&body(same)), "{before}\n---\n{after}");
    for words in ["Secretary: nothing → M. Petit", "Place: nothing → Room 3", "CoMobi: Action", "Coach A"] {
        assert!(changes.contains(words), "{words}: {changes}");
    }
}

#[test]
fn approved_minutes_change_only_by_amendments() {
    let repo = reviewed();
    run(&repo, &["review", "approve", "--on", "2/12/2020"], 0);
    let record = repo.read("startups/comobi.toml");
    let held = record.split("review ").next().unwrap().matches("[[committees]]").count() - 1;
    let field = format!("committees[{held}].envelope");
    for arguments in [["set", "startup/comobi", &field, "1000"], ["set", "review/2020-11-20", "place", "Salle 4"]] {
        let refused = run(&repo, &[&arguments[..], &["--lang", "en"]].concat(), 1);
        assert!(refused.contains("the minutes of 2020-11-20 are approved"), "{refused}");
    }
    run(&repo, &["amend-decision", "comobi", "--envelope", "1000", "--reason", "Erreur"], 0);
    assert!(minutes(&repo, &["--lang", "en"]).contains("Erreur"));
}

#[test]
fn minutes_name_the_day_and_the_questions_of_a_committee_that_was_convened() {
    let repo = Repo::sample();
    run(&repo, &["review", "open", "20/11/2020", "--kind", "portfolio", "--startup", "comobi"], 0);
    let plan = ["plan", "comobi", "--on", "15/1/2099", "--review", DAY, "--asked", "20000"];
    run(&repo, &[&plan[..], &["--arbitration", "Qui héberge ?"]].concat(), 0);
    run(&repo, &["review", "close"], 0);
    let text = minutes(&repo, &["--lang", "en", "--format", "text"]);
    for words in ["committee to be convened: 15 Jan 2099", "€20,000.00", "Qui héberge ?"] {
        assert!(text.contains(words), "{words}: {text}");
    }
}

#[test]
fn readers_outside_see_decisions_and_no_people() {
    let repo = reviewed();
    let public = minutes(&repo, &["--audience", "public", "--lang", "fr"]);
    for words in [
        "Durand",
        "Petit",
        "Absente",
        "Coach A",
        "Usage en hausse",
        "Sous réserve",
        "ils l'ont demandé",
        "Attendre le",
        "en retard",
    ] {
        assert!(!public.contains(words), "{words}: {public}");
    }
    assert!(public.contains("Dix usagers") && public.contains("20"), "{public}");
}

#[test]
fn final_minutes_are_refused_while_something_is_missing() {
    let repo = Repo::sample();
    run(&repo, &["review", "open", "20/11/2020", "--startup", "comobi"], 0);
    let refused = run(&repo, &["report", "minutes", "--review", DAY, "--final", "--lang", "en"], 1);
    for words in ["the closing of the review", "the chair", "the outcome for a startup", "the attendance"] {
        assert!(refused.contains(words), "{words}: {refused}");
    }
    let repo = reviewed();
    let refused = run(&repo, &["report", "minutes", "--review", DAY, "--final", "--lang", "en"], 0);
    assert!(refused.contains("Minutes"));
}

#[test]
fn the_papers_are_the_agenda_and_the_sheets() {
    let repo = reviewed();
    let out = repo.root().join("out");
    let papers = ["report", "papers", "--review", DAY, "--format", "html", "--out", out.to_str().unwrap()];
    run(&repo, &papers, 0);
    let mut names: Vec<String> =
        fs::read_dir(&out).unwrap().map(|one| one.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    assert_eq!(names, ["agenda-2020-11-20.html", "sheet-comobi.html", "sheet-histologe.html"]);
    let agenda = fs::read_to_string(out.join("agenda-2020-11-20.html")).unwrap();
    assert!(agenda.contains("CoMobi") && agenda.contains("Appeler la Creuse"), "{agenda}");
    let summary = run(&repo, &["report", "summary", "--lang", "en", "--as-of", "2020-12-01"], 0);
    assert!(summary.contains("Summary of the portfolio") && summary.contains("CoMobi"), "{summary}");
}

#[test]
fn long_and_hostile_texts_are_inert_and_complete() {
    let repo = Repo::sample();
    let long = "x".repeat(10_000);
    let name = "<script>alert(1)</script> **b** | \\u001b[31m=cmd";
    let file = "startups/comobi.toml";
    repo.write(file, repo.read(file).replacen("\"CoMobi\"", &format!("\"{name}\""), 1));
    repo.commit_all("Hostile");
    run(&repo, &["review", "open", "20/11/2020", "--startup", "comobi"], 0);
    let hold = ["hold", "comobi", "--review", DAY, "--decision", "continue", "--comment", &long];
    run(&repo, &[&hold[..], &["--condition", "<img src=x onerror=alert(1)>"]].concat(), 0);
    run(&repo, &["review", "close"], 0);
    for format in ["md", "html", "text"] {
        let paper = minutes(&repo, &["--format", format]);
        assert!(paper.contains(&long) || paper.replace(['\n', ' ', '│', '|'], "").contains(&long), "{format}");
        assert!(!paper.contains('\u{1b}') && (format == "text" || !paper.contains("<script>alert")), "{format}");
        assert!(format == "text" || !paper.contains("<img src=x"), "{format}");
    }
    assert!(minutes(&repo, &[]).contains("\\*\\*b\\*\\*"));
}

#[test]
fn two_hundred_startups_and_a_convention_without_term_fit_on_an_agenda() {
    let repo = Repo::new();
    let mut agenda = String::from("kind = \"portfolio\"\non = 2020-11-20\nclosed = 2020-11-20T17:00:00\n");
    for n in 0..200 {
        repo.write(&format!("startups/s{n}.toml"), format!("name = \"Startup {n}\"\n"));
        write!(agenda, "[[agenda]]\nstartup = \"s{n}\"\nno = {}\noutcome = \"noted\"\n", n + 1).unwrap();
    }
    agenda.push_str("[[agenda]]\nstartup = \"poubelles-battle\"\nno = 201\noutcome = \"noted\"\n");
    repo.write("reviews/2020-11-20.toml", agenda);
    repo.commit_all("Many");
    let paper = minutes(&repo, &["--lang", "en"]);
    assert!(paper.contains("Startup 0") && paper.contains("Startup 199") && paper.contains("Poubelles Battle"));
    assert!(run(&repo, &["review", "--json"], 0).contains("\"startups\": 201"));
}
