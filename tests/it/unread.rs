//! Unreadable records are never skipped silently: every figure says what is missing.

use couveuse::locale::Language;
use serde_json::Value;

use crate::driver::{Screen, day};
use crate::support::Repo;

/// The sample with one file broken by `change`.
fn with_broken(file: &str, change: impl FnOnce(Vec<u8>) -> Vec<u8>) -> Repo {
    let repo = Repo::sample();
    let bytes = std::fs::read(repo.root().join(file)).unwrap();
    repo.write(file, change(bytes));
    repo
}

fn not_text(mut bytes: Vec<u8>) -> Vec<u8> {
    bytes.push(0xff);
    bytes
}

fn run(repo: &Repo, arguments: &[&str]) -> String {
    let common = ["--as-of", "2020-12-01", "--lang", "en"];
    let output = repo.couveuse(&[arguments, &common].concat()).env("COLUMNS", "120").output().unwrap();
    assert_eq!(String::from_utf8_lossy(&output.stderr), "", "{arguments:?}");
    String::from_utf8(output.stdout).unwrap()
}

fn json(repo: &Repo, arguments: &[&str]) -> Value {
    serde_json::from_str(&run(repo, &[arguments, &["--json"]].concat())).unwrap()
}

const SCREENS: [&[&str]; 5] = [&["list"], &["due"], &["funding"], &["committees"], &["show", "comobi"]];

#[test]
fn every_answer_lists_unreadable_records() {
    let repo = with_broken("conventions/comobi-ademe-anct.toml", not_text);
    for screen in SCREENS {
        let text = run(&repo, screen);
        let last = text.lines().last().unwrap();
        assert_eq!(
            last, "✗ 1 record could not be read in full: figures are incomplete; run couveuse check",
            "{screen:?}"
        );
        assert_eq!(json(&repo, screen)["unreadable"], serde_json::json!(["convention/comobi-ademe-anct"]));
    }
    let checked = json(&repo, &["check", "--fail-on", "error"]);
    assert_eq!(checked["unreadable"], serde_json::json!(["convention/comobi-ademe-anct"]));
    let whole = Repo::sample();
    for screen in SCREENS {
        assert!(!run(&whole, screen).contains("could not be read"), "{screen:?}");
        assert_eq!(json(&whole, screen)["unreadable"], serde_json::json!([]));
    }
}

#[test]
fn no_default_committee_applies_if_the_clause_is_unreadable() {
    let repo = with_broken("conventions/comobi-ademe-anct.toml", not_text);
    let clocks = json(&repo, &["committees"]);
    let of = |startup: &str| {
        let all = clocks["committees"].as_array().unwrap();
        let clock = all.iter().find(|clock| clock["startup"] == startup).unwrap();
        (clock["state"].as_str().unwrap().to_owned(), clock["days_late"].as_i64().unwrap())
    };
    assert_eq!(of("comobi"), ("undetermined".to_owned(), 0));
    let all = clocks["committees"].as_array().unwrap().iter().filter(|clock| clock["startup"] == "comobi");
    let rows: Vec<_> = all.map(|clock| (&clock["convention"], &clock["reason"], &clock["unknown"])).collect();
    let framework = (&"incubateur-anct-dinum".into(), &"clause".into(), &Value::Null);
    assert_eq!(rows, [(&Value::Null, &"clause".into(), &"unreadable".into()), framework], "what was read still binds");
    assert_eq!(of("poubelles-battle"), ("late".to_owned(), 103), "its own clause was read");
    assert!(run(&repo, &["show", "comobi"]).contains("unreadable record"));
}

#[test]
fn a_partly_read_record_is_counted_and_marked() {
    let repo = with_broken("conventions/histologe-pau-anct.toml", |mut bytes| {
        bytes.extend_from_slice(b"\n[[payments]\n");
        bytes
    });
    let list = json(&repo, &["list"]);
    assert_eq!(list["unreadable"], serde_json::json!(["convention/histologe-pau-anct"]));
    for row in list["startups"].as_array().unwrap() {
        assert_eq!(row["incomplete"], row["id"] == "histologe", "{row}");
    }
    assert_eq!(json(&repo, &["funding"])["total"]["committed"], "262500.00", "what could be read counts");
    let text = run(&repo, &["list"]);
    assert!(text.contains("Histologe ✗ incomplete  "), "{text}");
}

#[test]
fn today_distinguishes_a_record_that_counts_in_part_from_one_that_does_not() {
    let repo = with_broken("conventions/histologe-pau-anct.toml", |mut bytes| {
        bytes.extend_from_slice(b"\n[[payments]\n");
        bytes
    });
    let text = Screen::of_repo(&repo, Language::English, (120, 40)).keys("1gg").text();
    assert!(text.contains("Until then, its figures may be incomplete."), "{text}");
    let repo = with_broken("startups/comobi.toml", not_text);
    let text = Screen::of_repo(&repo, Language::English, (120, 40)).keys("1gg").text();
    assert!(text.contains("Until then, nothing in it counts."), "{text}");
}

#[test]
fn no_field_of_an_invalid_record_is_reported_as_missing() {
    let repo = with_broken("conventions/histologe-pau-anct.toml", |mut bytes| {
        bytes.extend_from_slice(b"\n[[payments]\n");
        bytes
    });
    for arguments in [
        &["set", "histologe-pau-anct", "obligations[refund].article", "7"][..],
        &["set", "histologe-pau-anct", "reference", "A 1"],
    ] {
        let output = repo.couveuse(&[arguments, &["--lang", "en"]].concat()).output().unwrap();
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(said.contains("the record is not valid TOML"), "{arguments:?}: {said}");
    }
}

#[test]
fn an_unreadable_startup_has_a_row() {
    let repo = with_broken("startups/comobi.toml", not_text);
    let text = run(&repo, &["list"]);
    assert!(text.lines().any(|line| line.trim_end() == "comobi ✗ unreadable"), "{text}");
    let list = json(&repo, &["list"]);
    assert_eq!(list["unreadable"], serde_json::json!(["startup/comobi"]));
    assert_eq!(list["startups"].as_array().unwrap().len(), 3);
}

#[test]
fn invalid_utf8_is_located_by_line() {
    let text = "name = \"Pau\"\nalso = [\"B\u{e9}arn ".to_owned();
    let mut bytes = text.into_bytes();
    bytes.extend_from_slice(b"\xe9\"]\n");
    let repo = with_broken("parties/pau.toml", |_| bytes);
    let found = json(&repo, &["check"]);
    let findings = found["findings"].as_array().unwrap();
    let finding = findings.iter().find(|finding| finding["check"] == "unreadable-file").unwrap();
    assert_eq!((&finding["line"], &finding["column"]), (&Value::from(2), &Value::from(16)), "{finding}");
    let text = run(&repo, &["check"]);
    assert!(text.contains("parties/pau.toml:2:16") && text.contains("2 | also = [\"Béarn \u{fffd}\"]"), "{text}");
}

#[test]
fn an_edit_of_a_broken_record_is_refused_in_the_language_of_the_user() {
    let repo = with_broken("startups/comobi.toml", |bytes| {
        String::from_utf8(bytes).unwrap().replacen("\"CoMobi\"", "\"CoMobi", 1).into_bytes()
    });
    repo.git(&["commit", "--quiet", "--all", "-m", "Break a record"]);
    let words = "texte entre guillemets mal formé";
    let refused = repo.couveuse(&["note", "comobi", "Un texte", "--lang", "fr"]).output().unwrap();
    let refused = String::from_utf8(refused.stderr).unwrap();
    assert!(refused.contains(words), "{refused}");
    let mut screen = Screen::of_repo_on(&repo, Language::French, (120, 40), day("2020-12-01"));
    screen.keys("2/comobi<Enter>anUn texte");
    assert!(screen.text().contains("La fiche n’est pas valide"), "{}", screen.text());
    assert!(screen.text().contains(words), "{}", screen.text());
}
