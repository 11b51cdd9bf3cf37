//! Reviews: their records, and the commands about them.

use couveuse::locale::Language;
use serde_json::{Value, json};

use crate::driver::Screen;
use crate::support::Repo;

const REVIEW: &str = include_str!("../../fuzz/corpus/read/review.toml");

pub fn run(repo: &Repo, arguments: &[&str], code: i32) -> String {
    let output = repo.couveuse(arguments).output().unwrap();
    let text = format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    assert_eq!(output.status.code(), Some(code), "{arguments:?}: {text}");
    text
}

pub fn json(repo: &Repo, arguments: &[&str]) -> Value {
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

/// Opens a review of three startups on a past day.
pub fn opened(repo: &Repo) {
    let open = ["review", "open", "20/11/2020", "--startup", "histologe", "--startup", "comobi", "--startup"];
    run(repo, &[&open[..], &["anti-gaspi", "--chair", "Mme Durand", "--member", "M. Petit/pau/DSI"]].concat(), 0);
}

pub fn outcomes(repo: &Repo, id: &str) -> Vec<String> {
    let shown = json(repo, &["show", &format!("review/{id}"), "--json"]);
    let agenda = shown["agenda"].as_array().unwrap().clone();
    let text = |item: &Value, key: &str| item[key].as_str().unwrap_or("-").to_owned();
    agenda
        .iter()
        .map(|item| format!("{} {} {}", text(item, "startup"), text(item, "outcome"), text(item, "number")))
        .collect()
}

#[test]
fn a_review_is_opened_held_closed_and_approved() {
    let repo = Repo::sample();
    opened(&repo);
    let commits = || repo.git(&["log", "--format=%s"]).lines().map(str::to_owned).collect::<Vec<_>>();
    let before = commits().len();
    run(&repo, &["review", "agenda", "move", "anti-gaspi", "--to", "1"], 0);
    run(&repo, &["review", "agenda", "add", "poubelles-battle", "--to", "2"], 0);
    run(&repo, &["review", "agenda", "drop", "histologe"], 0);
    assert_eq!(outcomes(&repo, "2020-11-20"), ["anti-gaspi - -", "poubelles-battle - -", "comobi - -"]);
    let refused = run(&repo, &["review", "agenda", "add", "comobi", "--lang", "en"], 1);
    assert!(refused.contains("“comobi” is already recorded"), "{refused}");

    let hold = |arguments: &[&str]| run(&repo, &[&["hold"], arguments, &["--review", "2020-11-20"]].concat(), 0);
    hold(&["comobi", "--decision", "continue", "--envelope", "20000"]);
    hold(&["anti-gaspi", "--decision", "defer", "--until", "1/2/2021", "--comment", "Attendre le bilan"]);
    let refused = run(&repo, &["review", "close", "--lang", "en"], 1);
    assert!(refused.contains("no outcome yet: poubelles-battle"), "{refused}");
    let outside = run(&repo, &["hold", "histologe", "--decision", "stop", "--review", "2020-11-20"], 2);
    assert!(outside.contains("histologe"), "{outside}");
    let other_day = run(&repo, &["hold", "poubelles-battle", "--on", "19/11/2020", "--review", "2020-11-20"], 1);
    assert!(other_day.contains("20"), "{other_day}");
    hold(&["poubelles-battle", "--decision", "stop"]);
    run(&repo, &["review", "close"], 0);
    assert_eq!(
        outcomes(&repo, "2020-11-20"),
        ["anti-gaspi deferred -", "poubelles-battle decided D01", "comobi decided D02"]
    );
    let committees = json(&repo, &["show", "comobi", "--json"])["committees"].clone();
    assert!(committees.as_array().unwrap().iter().any(|one| one["review"] == "2020-11-20"), "{committees}");
    let refused = run(&repo, &["review", "close", "2020-11-20", "--lang", "en"], 1);
    assert!(refused.contains("is closed"), "{refused}");
    run(&repo, &["hold", "comobi", "--decision", "stop", "--review", "2020-11-20"], 1);
    run(&repo, &["review", "approve", "--on", "1/12/2020"], 0);
    assert_eq!(commits().len() - before, 3 + 3 + 2, "one commit each");
    let list = json(&repo, &["review", "--json"]);
    assert_eq!(
        list["reviews"][0],
        json!({"id": "2020-11-20", "kind": "committee", "on": "2020-11-20", "state": "approved",
            "closed": list["reviews"][0]["closed"], "approved": "2020-12-01", "startups": 3, "settled": 3})
    );
    assert!(run(&repo, &["review", "list", "--lang", "fr"], 0).contains("approuvée"));
    run(&repo, &["undo"], 0);
    run(&repo, &["undo"], 0);
    assert_eq!(outcomes(&repo, "2020-11-20")[2], "comobi - -", "closing is undone");
}

#[test]
fn the_agenda_defaults_to_planned_committees_else_to_today() {
    let repo = Repo::demo("2026-11-22");
    let today = json(&repo, &["today", "--as-of", "2026-11-22", "--json"]);
    let first = today["items"].as_array().unwrap().iter().find_map(|item| item["startups"][0].as_str()).unwrap();
    run(&repo, &["review", "open", "22/11/2026", "--kind", "portfolio"], 0);
    let shown = json(&repo, &["show", "review/2026-11-22", "--json"]);
    assert_eq!((&shown["minutes_each"], &shown["kind"]), (&json!(3), &json!("portfolio")));
    let agenda = shown["agenda"].as_array().unwrap();
    assert!(agenda.len() > 10 && agenda.iter().any(|item| item["startup"] == first), "{shown}");
    let planned = json(&repo, &["committees", "--as-of", "2026-11-22", "--json"]);
    let planned = planned["committees"].as_array().unwrap().iter().find(|one| one["planned"].is_string()).unwrap();
    let day = planned["planned"].as_str().unwrap();
    run(&repo, &["review", "open", day], 0);
    let shown = json(&repo, &["show", &format!("review/{day}"), "--json"]);
    assert!(shown["agenda"].as_array().unwrap().iter().any(|item| item["startup"] == planned["startup"]), "{shown}");
    assert_eq!(shown["minutes_each"], 50);
}

#[test]
fn a_portfolio_review_notes_what_needs_no_decision() {
    let repo = Repo::sample();
    let open = ["review", "open", "20/11/2020", "--kind", "portfolio", "--startup", "comobi", "--startup"];
    run(&repo, &[&open[..], &["histologe", "--name", "lyon"]].concat(), 0);
    run(&repo, &["review", "close", "--lang", "en"], 1);
    run(&repo, &["review", "close", "2020-11-20-lyon", "--noted", "comobi", "--lang", "en"], 1);
    run(&repo, &["review", "close", "--noted", "comobi", "--note-rest"], 0);
    assert_eq!(outcomes(&repo, "2020-11-20-lyon"), ["comobi noted -", "histologe noted -"]);
}

#[test]
fn a_withdrawn_decision_is_replaced_on_the_same_day_and_a_deferral_says_until_when() {
    let repo = Repo::sample();
    run(&repo, &["review", "open", "20/11/2020", "--startup", "comobi"], 0);
    let hold = ["hold", "comobi", "--review", "2020-11-20", "--decision"];
    run(&repo, &[&hold[..], &["continue"]].concat(), 0);
    let refused = run(&repo, &[&hold[..], &["stop", "--lang", "en"]].concat(), 1);
    assert!(refused.contains("couveuse amend-decision"), "{refused}");
    run(&repo, &["withdraw", "comobi", "--reason", "No quorum"], 0);
    run(&repo, &["review", "close"], 1);
    run(&repo, &[&hold[..], &["defer", "--until", "1/2/2021", "--comment", "No quorum"]].concat(), 0);
    let message = repo.git(&["log", "-1", "--format=%B"]);
    assert!(message.contains("Deferred until 1 February 2021") && !message.contains("Funded"), "{message}");
    run(&repo, &["review", "close"], 0);
    assert_eq!(outcomes(&repo, "2020-11-20"), ["comobi deferred -"]);
    let record = repo.read("startups/comobi.toml");
    assert!(record.contains("withdrawn") && record.contains("deferred_until"), "both are kept: {record}");
}

#[test]
fn a_startup_removed_during_the_review_blocks_closing_until_it_is_dropped() {
    let repo = Repo::sample();
    opened(&repo);
    run(&repo, &["hold", "comobi", "--decision", "continue", "--review", "2020-11-20"], 0);
    run(&repo, &["hold", "anti-gaspi", "--decision", "continue", "--review", "2020-11-20"], 0);
    repo.git(&["rm", "-q", "startups/histologe.toml"]);
    repo.git(&["commit", "-q", "-m", "Remove a startup"]);
    let refused = run(&repo, &["review", "close", "--lang", "en"], 1);
    assert!(refused.contains("no outcome yet: histologe"), "{refused}");
    run(&repo, &["review", "agenda", "drop", "histologe"], 0);
    run(&repo, &["review", "close"], 0);
}

/// A bare repository with the commits of another, and two clones of it.
fn two_clones(repo: &Repo) -> (Repo, [Repo; 2]) {
    let bare = Repo::empty();
    repo.git(&["init", "--quiet", "--bare", "--initial-branch=main", bare.root().to_str().unwrap()]);
    repo.git(&["push", "--quiet", bare.root().to_str().unwrap(), "main"]);
    let clones = ["Ada", "Grace"].map(|who| Repo::clone_of(&bare.root(), who));
    (bare, clones)
}

#[test]
fn closing_is_refused_if_the_review_is_closed_at_the_remote() {
    let repo = Repo::sample();
    opened(&repo);
    let (_bare, [one, other]) = two_clones(&repo);
    for (clone, decision) in [(&one, "continue"), (&other, "stop")] {
        for startup in ["histologe", "comobi", "anti-gaspi"] {
            let defer = startup == "comobi" && decision == "stop";
            let decision = if defer { "defer" } else { "continue" };
            run(clone, &["hold", startup, "--decision", decision, "--comment", "x", "--review", "2020-11-20"], 0);
        }
    }
    run(&one, &["review", "close"], 0);
    run(&one, &["sync"], 0);
    let refused = run(&other, &["review", "close", "--lang", "en"], 1);
    for words in ["closed on the remote by Ada", "comobi: decided on the remote, deferred here"] {
        assert!(refused.contains(words), "{words}: {refused}");
    }
    assert!(!refused.contains("histologe:"), "{refused}");
    // On screen as well.
    let mut screen = Screen::of_repo(&other, Language::English, (120, 40));
    let head = other.head();
    screen.keys("RXX");
    assert!(screen.text().contains("by Ada on"), "{}", screen.text());
    assert_eq!(other.head(), head);
}

#[test]
fn two_clones_write_one_review() {
    let repo = Repo::sample();
    opened(&repo);
    let (_bare, [one, other]) = two_clones(&repo);
    let hold = |clone: &Repo, startup: &str, more: &[&str]| {
        run(clone, &[&["hold", startup, "--decision", "continue", "--review", "2020-11-20"], more].concat(), 0);
    };
    hold(&one, "histologe", &[]);
    hold(&other, "comobi", &[]);
    // Both write about one startup: each conflict is a question, and the rest is merged.
    hold(&one, "anti-gaspi", &["--comment", "Convaincant"]);
    hold(&other, "anti-gaspi", &["--comment", "Convaincant", "--asked", "40000"]);
    run(&one, &["sync"], 0);
    run(&other, &["sync"], 0);
    run(&one, &["sync"], 0);
    run(&one, &["review", "close"], 0);
    run(&one, &["sync"], 0);
    run(&other, &["sync"], 0);
    let closed = ["histologe decided D01", "comobi decided D02", "anti-gaspi decided D03"];
    for clone in [&one, &other] {
        assert_eq!(outcomes(clone, "2020-11-20"), closed);
        let shown = json(clone, &["show", "anti-gaspi", "--json"]);
        let of_day = shown["committees"].as_array().unwrap().iter().filter(|held| held["on"] == "2020-11-20");
        let held: Vec<&Value> = of_day.collect();
        assert_eq!((held.len(), &held[0]["asked"]), (1, &json!("40000.00")), "one committee of the day");
    }
    let minutes = [&one, &other].map(|clone| run(clone, &["report", "minutes", "--review", "2020-11-20"], 0));
    assert_eq!(minutes[0], minutes[1], "the same bytes in both");
}

#[test]
fn a_decision_is_read_from_a_file() {
    let repo = Repo::sample();
    let file = r#"
[[committees]]
on       = 2020-11-20
decision = "provisional"
envelope = 20000
comment  = "Preuve d'usage d'abord"
impact   = { useful = 3, used = 1 }
reasons  = { useful = "ils l'ont demandé" }
present  = [{ name = "M. Petit", party = "pau", capacity = "DSI" }]
[[conditions]]
what  = "Dix usagers réguliers"
owner = "coach-a"
due   = 2020-12-15
proof = "page de statistiques"
[[actions]]
what = "Demander le registre"
"#;
    repo.write("../decision.toml", file);
    run(&repo, &["hold", "comobi", "--from", "../decision.toml", "--envelope", "15000"], 0);
    let shown = json(&repo, &["show", "comobi", "--json"]);
    let held = shown["committees"].as_array().unwrap().iter().find(|one| one["on"] == "2020-11-20").unwrap();
    assert_eq!((&held["envelope"], &held["comment"]), (&json!("15000.00"), &json!("Preuve d'usage d'abord")));
    assert_eq!((&held["impact"]["useful"], &held["reasons"]["useful"]), (&json!(3), &json!("ils l'ont demandé")));
    assert_eq!((&held["present"][0]["party"], &held["present"][0]["capacity"]), (&json!("pau"), &json!("DSI")));
    let condition = &shown["conditions"].as_array().unwrap().last().unwrap().clone();
    assert_eq!((&condition["proof"], &condition["due"]), (&json!("page de statistiques"), &json!("2020-12-15")));
    assert!(shown["actions"].to_string().contains("Demander le registre"));
    let head = repo.head();
    for (wrong, words) in [
        ("[[committees]]\nsource = \"x\"\n", "committees: source"),
        ("[[committees]]\ndecision = \"maybe\"\n", "maybe"),
        ("[[committees]]\nstate = \"planned\"\n", "committees: state = \"planned\""),
        ("[[committees]]\ndecision = \"defer\"\ncomment = \"x\"\nuntil = 2021-01-01\n", "committees: until"),
        ("[[committees]]\ndeferred_until = 2021-01-01\n", "committees: deferred_until"),
        ("[[committees]]\nreasons = { useful = \"x\" }\n", "committees: reasons.useful"),
        ("[[conditions]]\nwhat = \"x\"\n", "[[committees]]"),
        ("[[payments]]\n", "payments"),
        ("[[committees]", "unclosed"),
    ] {
        repo.write("../decision.toml", wrong);
        let refused = run(&repo, &["hold", "comobi", "--from", "../decision.toml", "--lang", "en"], 2);
        assert!(refused.contains(words), "{words}: {refused}");
    }
    repo.write("../decision.toml", format!("[[committees]]\n#{}\n", "x".repeat(1_000_000)));
    let refused = run(&repo, &["hold", "comobi", "--from", "../decision.toml", "--lang", "en"], 2);
    assert!(refused.contains("too large"), "{refused}");
    assert_eq!(repo.head(), head);
}

#[test]
fn unreadable_parts_of_a_decision_file_are_named() {
    let repo = Repo::sample();
    let head = repo.head();
    for (wrong, words) in [
        (["--score", "useful=three"], "useful=three is not a score"),
        (["--score", "nice=3"], "headings"),
        (["--present", "M. Petit/Ville de Pau"], "Ville de Pau"),
    ] {
        let refused = run(&repo, &[&["hold", "comobi", "--lang", "en"][..], &wrong].concat(), 2);
        assert!(refused.contains(words), "{words}: {refused}");
    }
    assert_eq!(repo.head(), head);
}

#[test]
fn the_day_of_a_file_is_not_replaced_by_that_of_the_review() {
    let repo = Repo::sample();
    opened(&repo);
    let hold = ["hold", "comobi", "--review", "2020-11-20", "--from", "../decision.toml", "--lang", "en"];
    repo.write("../decision.toml", "[[committees]]\non = 2020-11-19\ndecision = \"continue\"\n");
    let head = repo.head();
    let output = repo.couveuse(&hold).output().unwrap();
    assert!(!output.status.success(), "another day than that of the review");
    assert_eq!(repo.head(), head);
    repo.write("../decision.toml", "[[committees]]\ndecision = \"continue\"\n");
    run(&repo, &hold, 0);
    assert!(repo.read("startups/comobi.toml").contains("2020-11-20"));
}

#[test]
fn consequences_are_proposed_and_recorded_if_asked_for() {
    let repo = Repo::sample();
    let kinds = |answer: &Value| {
        let proposed = answer["proposed"].as_array().unwrap().iter();
        proposed.map(|one| one["kind"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
    };
    let hold = ["hold", "comobi", "--on", "20/11/2020", "--decision", "accelerate", "--until", "30/6/2021", "--json"];
    let proposed = json(&repo, &hold);
    assert_eq!(kinds(&proposed), ["inform-procurement", "year-ends-first", "phase", "next-committee"], "{proposed}");
    assert!(!repo.read("startups/comobi.toml").contains("Inform procurement"));
    run(&repo, &["undo"], 0);
    let before: usize = repo.git(&["rev-list", "--count", "HEAD"]).trim().parse().unwrap();
    let recorded = json(&repo, &[&hold[..], &["--with-consequences"]].concat());
    assert_eq!(kinds(&recorded), ["year-ends-first"]);
    let shown = json(&repo, &["show", "comobi", "--json"]);
    let action = shown["actions"].as_array().unwrap().last().unwrap().clone();
    assert_eq!((&action["what"], &action["due"]), (&json!("Inform procurement"), &json!("2020-11-20")));
    assert!(shown["phases"].to_string().contains("2020-11-20"), "{shown}");
    assert!(shown["committees"].to_string().contains("2021-05-14"), "the working day before, 45 days before the end");
    let after: usize = repo.git(&["rev-list", "--count", "HEAD"]).trim().parse().unwrap();
    assert_eq!(after, before + 1, "one commit");
}

#[test]
fn a_decision_is_amended_and_withdrawn() {
    let repo = Repo::sample();
    let held = |repo: &Repo| {
        let shown = json(repo, &["show", "comobi", "--json"]);
        shown["committees"].as_array().unwrap().iter().find(|one| one["on"] == "2020-11-20").unwrap().clone()
    };
    let clock = |repo: &Repo| {
        json(repo, &["committees", "--as-of", "2020-12-02", "--filter", "comobi", "--json"])["committees"][0].clone()
    };
    let before = clock(&repo);
    run(&repo, &["hold", "comobi", "--on", "20/11/2020", "--decision", "continue", "--envelope", "35000"], 0);
    assert_eq!(clock(&repo)["last_held"], "2020-11-20");
    run(&repo, &["amend-decision", "comobi", "--envelope", "30000", "--reason", "Faute", "--on", "1/12/2020"], 0);
    run(&repo, &["amend-decision", "comobi", "--until", "1/6/2021", "--reason", "Oubli", "--on", "2/12/2020"], 0);
    let amended = held(&repo);
    assert_eq!((&amended["envelope"], &amended["until"]), (&json!("30000.00"), &json!("2021-06-01")));
    assert_eq!(amended["amended"][1], json!({"on": "2020-12-02", "why": "Oubli"}), "{amended}");
    run(&repo, &["amend-decision", "comobi", "--reason", "Rien"], 2);
    run(&repo, &["withdraw", "comobi", "--reason", "Séance irrégulière", "--on", "2/12/2020"], 0);
    assert_eq!(held(&repo)["withdrawn"], json!({"on": "2020-12-02", "why": "Séance irrégulière"}));
    assert_eq!(clock(&repo), before, "a withdrawn decision counts nowhere");
    let listed = |day: &str| {
        json(&repo, &["list", "--as-of", day, "--filter", "comobi", "--json"])["startups"][0]["last_committee"].clone()
    };
    assert_eq!(listed("2020-12-01")["on"], "2020-11-20");
    assert_eq!(listed("2020-12-02")["on"], "2019-07-02", "the one before");
    let early = json(&repo, &["committees", "--as-of", "2020-12-01", "--filter", "comobi", "--json"]);
    assert_eq!(early["committees"][0]["last_held"], "2020-11-20", "before its withdrawal it counts");
    run(&repo, &["withdraw", "comobi", "--of", "20/11/2020", "--reason", "Encore"], 2);
}

#[test]
fn a_planned_committee_carries_what_is_asked() {
    let repo = Repo::sample();
    let day = "31/12/2090";
    run(&repo, &["plan", "comobi", "--on", day], 0);
    let ask = [
        "plan",
        "comobi",
        "--on",
        day,
        "--asked",
        "40000",
        "--arbitration",
        "Qui héberge ?",
        "--support",
        "Un juriste",
    ];
    run(&repo, &ask, 0);
    let shown = json(&repo, &["show", "comobi", "--json"]);
    let planned =
        shown["committees"].as_array().unwrap().iter().filter(|one| one["on"] == "2090-12-31").collect::<Vec<_>>();
    assert_eq!(planned.len(), 1);
    assert_eq!((&planned[0]["asked"], &planned[0]["arbitrations"]), (&json!("40000.00"), &json!(["Qui héberge ?"])));
    assert!(run(&repo, &ask, 0).contains("already"), "nothing to add");
}
