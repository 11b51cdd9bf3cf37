//! `couveuse today` and the verbs that settle its rows, on the command line.

use std::path::Path;
use std::process::Output;

use serde_json::Value;

use crate::support::{Repo, hermetic};

fn run(repo: &Repo, arguments: &[&str]) -> Output {
    repo.couveuse(arguments).output().expect("couveuse runs")
}

fn words(output: &Output) -> String {
    String::from_utf8_lossy(&[output.stdout.as_slice(), output.stderr.as_slice()].concat()).replace('\u{a0}', " ")
}

fn today(repo: &Repo) -> Value {
    let output = run(repo, &["today", "--json", "--lang", "en"]);
    serde_json::from_slice(&output.stdout).unwrap_or_else(|error| panic!("{error}: {}", words(&output)))
}

fn items(answer: &Value) -> &Vec<Value> {
    answer["items"].as_array().expect("items")
}

/// Runs a line in a shell that finds the program.
fn shell(repo: &Repo, line: &str) -> Output {
    let program = Path::new(env!("CARGO_BIN_EXE_couveuse")).parent().expect("a folder");
    let mut path = program.as_os_str().to_owned();
    path.push(":");
    path.push(std::env::var_os("PATH").unwrap_or_default());
    let mut command = std::process::Command::new("sh");
    hermetic(&mut command, &repo.root());
    command.env("PATH", path).args(["-c", line]).current_dir(repo.root()).output().expect("a shell")
}

#[test]
fn every_row_of_the_demo_has_a_reason_and_a_command_that_works() {
    let now = chrono::Local::now().date_naive();
    let repo = Repo::demo(&now.to_string());
    let changed = repo.read("parties/haute-orle.toml") + "\n# looked at\n";
    repo.write("parties/haute-orle.toml", changed);
    let answer = today(&repo);
    let keys = answer.as_object().expect("an object");
    for key in ["as_of", "snoozed", "next", "unreadable"] {
        assert!(keys.contains_key(key), "{key}");
    }
    let mut bands = Vec::new();
    for item in items(&answer) {
        bands.push(item["band"].as_u64().expect("a number"));
        assert!(!item["reason"].as_str().expect("a text").is_empty(), "{item}");
        let command = item["action"]["command"].as_str().expect("a command");
        let done = shell(&repo, command);
        assert!(done.status.success(), "{command}: {}", words(&done));
    }
    assert!(bands.is_sorted() && bands.first() == Some(&0) && bands.last() == Some(&5), "{bands:?}");
    assert!(items(&today(&repo)).len() < items(&answer).len() / 2, "most rows are settled");
    let earlier = run(&repo, &["today", "--json", "--as-of", "-1"]);
    assert!(!words(&earlier).contains("uncommitted"), "not as of another day");
}

#[test]
fn a_note_with_line_ends_keeps_them_on_the_command_line() {
    let repo = Repo::new();
    let note = "La préfecture hésite.\r\n\r\n  Elle répond en mars.\u{1b}[31m\n";
    let noted = run(&repo, &["note", "poubelles-battle", note, "--lang", "en"]);
    assert!(noted.status.success(), "{}", words(&noted));
    assert!(
        repo.read("startups/poubelles-battle.toml").contains(r#""La préfecture hésite.\n\nElle répond en mars. [31m""#)
    );
    let shown = words(&run(&repo, &["show", "poubelles-battle", "--lang", "en"]));
    let at = |words: &str| shown.lines().position(|line| line.trim_end().ends_with(words));
    assert_eq!(
        at("Elle répond en mars. [31m").zip(at("La préfecture hésite.")).map(|(last, first)| last - first),
        Some(2),
        "{shown}"
    );
    let found = words(&run(&repo, &["list", "--filter", "répond en mars", "--lang", "en"]));
    assert!(found.contains("Poubelles Battle"), "{found}");
}

#[test]
fn a_row_is_put_off_in_its_record_and_counted() {
    let repo = Repo::new();
    let before = today(&repo);
    let row = items(&before).iter().find(|item| item["kind"] == "committee").expect("a committee").clone();
    let (record, id) = (row["record"].as_str().expect("a record"), row["id"].as_str().expect("an id"));
    let put_off = |item: &str, until: &str| {
        run(&repo, &["snooze", record, item, "--until", until, "--reason", "attend l’arrêté", "--lang", "en"])
    };
    let past = put_off("committee", "yesterday");
    assert_eq!(
        (past.status.code(), words(&past).contains("is not in the future")),
        (Some(1), true),
        "{}",
        words(&past)
    );
    let unknown = put_off("planet", "+14");
    assert_eq!(unknown.status.code(), Some(1));
    assert!(words(&unknown).contains("has no row “planet”") && words(&unknown).contains(id), "{}", words(&unknown));
    let done = put_off("committee", "+14");
    assert!(done.status.success(), "{}", words(&done));
    assert!(repo.read("startups/poubelles-battle.toml").contains(&format!("\"{id}\"")), "the whole id");
    let after = today(&repo);
    assert_eq!(after["snoozed"], 1);
    assert!(!items(&after).iter().any(|item| item["id"] == row["id"]), "{after}");
    let again = put_off("committee", "+20");
    assert!(again.status.success(), "{}", words(&again));
    assert_eq!(repo.read("startups/poubelles-battle.toml").matches("[[snoozes]]").count(), 1, "replaced");
}

#[test]
fn done_takes_actions_conditions_and_papers() {
    let repo = Repo::new();
    let soon = chrono::Local::now().date_naive() + chrono::Days::new(20);
    let text = repo.read("startups/poubelles-battle.toml");
    let more = format!(
        "\n[[committees]]\non = {soon}\nstate = \"planned\"\n\n[[conditions]]\nwhat = \"Dix usagers\"\n\n\
         [[conditions]]\nid = \"b\"\nwhat = \"Un référent\"\n\n[[actions]]\nid = \"a\"\nwhat = \"Relancer\"\n\n\
         [[actions]]\nwhat = \"Écrire\"\n"
    );
    repo.write("startups/poubelles-battle.toml", text + &more);
    repo.commit_all("Tasks");
    for (entry, option) in [
        ("papers", None),
        ("conditions[0]", Some("--evidence=page de statistiques")),
        ("conditions.b", Some("--not-met")),
        ("actions.a", None),
        ("actions[1]", None),
    ] {
        let name = format!("poubelles-battle/{entry}");
        let done = run(&repo, &[&["done", &name, "--lang", "en"][..], option.as_slice()].concat());
        assert!(done.status.success(), "{entry}: {}", words(&done));
    }
    let text = repo.read("startups/poubelles-battle.toml");
    for (key, count) in [("papers_sent", 1), ("met", 2), ("not_met", 1), ("done", 2)] {
        assert_eq!(
            text.lines().filter(|line| line.split('=').next().is_some_and(|name| name.trim().ends_with(key))).count(),
            count,
            "{key}: {text}"
        );
    }
    let again = run(&repo, &["done", "poubelles-battle/papers", "--lang", "en"]);
    assert!(words(&again).contains("already recorded"), "{}", words(&again));
    for entry in ["conditions[7]", "actions[9]", "actions.z"] {
        let refused = run(&repo, &["done", &format!("poubelles-battle/{entry}"), "--lang", "en"]);
        assert_eq!(refused.status.code(), Some(2), "{entry}: {}", words(&refused));
    }
}

#[test]
fn ten_thousand_actions_with_odd_names_are_rows() {
    let repo = Repo::new();
    let names = ["Écrire", "написать", "書く", "اكتب", "a\u{301}", "👩🏽‍💻"];
    let mut text = repo.read("startups/poubelles-battle.toml");
    for n in 0..10_000 {
        text += &format!(
            "\n[[actions]]\nwhat = \"{} {n}\"\ndue = 2020-01-01\nowner = \"{}\"\n",
            names[n % 6],
            names[n % 5]
        );
    }
    repo.write("startups/poubelles-battle.toml", text);
    let answer = today(&repo);
    let actions = items(&answer).iter().filter(|item| item["kind"] == "action").count();
    assert_eq!(actions, 10_000);
    let text = run(&repo, &["today", "--lang", "fr"]);
    assert!(text.status.success(), "{}", words(&text));
}
