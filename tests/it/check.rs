//! `couveuse check` and its findings.

use std::collections::BTreeSet;
use std::path::Path;

use couveuse::locale::{Language, Locale};
use couveuse::rules::check::CHECKS;

use crate::support::{Repo, copy};

#[test]
fn every_declared_check_is_registered() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/rules/check");
    let declared: usize = std::fs::read_dir(folder)
        .expect("the folder of checks")
        .map(|entry| entry.expect("an entry").path())
        .filter_map(|path| std::fs::read_to_string(path).ok())
        .map(|text| text.lines().filter(|line| line.starts_with("pub const ") && line.contains(": Check =")).count())
        .sum();
    assert_eq!(declared, CHECKS.len());
}

#[test]
fn every_check_has_its_messages_remedies_and_page_in_both_languages() {
    for language in Language::ALL {
        let locale = Locale::new(language);
        for check in CHECKS {
            let page = format!("check-{}-page", check.name);
            assert!(locale.text(&page).lines().count() >= 5, "{language:?} {page}");
            for message in check.messages {
                assert!(locale.has(message) && locale.has(&format!("{message}-help")), "{language:?} {message}");
            }
        }
    }
}

#[test]
fn every_finding_message_belongs_to_a_check() {
    let known: BTreeSet<&str> = CHECKS.iter().flat_map(|check| check.messages).copied().collect();
    for file in ["src/locale/fr.ftl", "src/locale/en.ftl"] {
        let text = std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(file)).expect("the words");
        let section = text.split("\n## ").find(|section| section.starts_with("Findings")).expect("a section");
        for key in section.lines().filter_map(|line| line.split(" =").next()).filter(|key| key.starts_with("finding-"))
        {
            assert!(known.contains(key.trim_end_matches("-help")), "{file}: {key}");
        }
    }
}

/// A copy of the broken folder beside this file, without version control: something for every check to find.
fn broken() -> Repo {
    let repo = Repo::empty();
    copy(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/it/broken"), &repo.root());
    repo
}

fn run(repo: &Repo, arguments: &[&str]) -> (String, Option<i32>) {
    let output = repo.couveuse(arguments).output().expect("the program runs");
    assert_eq!(String::from_utf8_lossy(&output.stderr), "", "{arguments:?}");
    (String::from_utf8(output.stdout).expect("text"), output.status.code())
}

fn found(repo: &Repo, arguments: &[&str]) -> Vec<serde_json::Value> {
    let (text, _) = run(repo, &[&["check", "--json"], arguments].concat());
    let answer: serde_json::Value = serde_json::from_str(&text).expect("JSON");
    answer["findings"].as_array().expect("findings").clone()
}

#[test]
fn a_broken_folder_is_reported_in_both_languages() {
    let repo = broken();
    for language in ["fr", "en"] {
        let (text, code) = run(&repo, &["check", "--as-of", "2020-12-01", "--lang", language]);
        assert_eq!(code, Some(1));
        assert!(!text.contains("finding-") && !text.contains("{$"), "a word or a fact is missing: {text}");
        insta::assert_snapshot!(format!("broken-{language}"), text);
    }
}

#[test]
fn every_check_has_a_finding_in_the_broken_folder() {
    let findings = found(&broken(), &["--as-of", "2020-12-01"]);
    let checks: BTreeSet<&str> = findings.iter().filter_map(|one| one["check"].as_str()).collect();
    let all: BTreeSet<&str> = CHECKS.iter().map(|check| check.name).collect();
    let missing: Vec<_> = all.difference(&checks).collect();
    assert!(missing.is_empty(), "{missing:?}");
}

#[test]
fn json_and_text_agree() {
    let findings = found(&broken(), &["--as-of", "2020-12-01", "--lang", "en"]);
    let slip = findings.iter().find(|one| one["check"] == "unknown-key").expect("the slip");
    assert_eq!(
        *slip,
        serde_json::json!({
            "check": "unknown-key",
            "severity": "error",
            "record": "convention/histologe-pau-anct",
            "file": "conventions/histologe-pau-anct.toml",
            "line": 6,
            "column": 1,
            "message": "unknown key: `signd`",
            "help": "did you mean `signed`?",
        })
    );
}

#[test]
fn the_exit_code_depends_on_fail_on() {
    let repo = Repo::empty();
    let write = |startup: &str| {
        repo.write("portfolio.toml", "name = \"Incubateur\"\n");
        repo.write("parties/p.toml", "name = \"P\"\n");
        repo.write("startups/a.toml", startup);
    };
    let code = |arguments: &[&str]| run(&repo, &[&["check", "--as-of", "2020-12-01"], arguments].concat()).1;
    repo.write("parties/pau.toml", "name = \"Pau\"\n");
    write("name = \"A\"\nsponsors = [\"pau\"]\n");
    assert_eq!(run(&repo, &["check", "--lang", "en"]), ("No findings.\n".to_owned(), Some(0)));
    write("name = \"A\"\nsponsors = [\"pau\"]\n[[committees]]\non = 2020-11-01\nstate = \"held\"\n");
    assert_eq!(code(&[]), Some(0), "a warning is no error");
    assert_eq!(code(&["--fail-on", "warning"]), Some(1));
    write("nam = \"A\"\n");
    assert_eq!(code(&[]), Some(1));
}

#[test]
fn checks_are_explained_and_unknown_ones_refused() {
    let repo = broken();
    let (page, code) = run(&repo, &["check", "--explain", "tranches-sum", "--lang", "en"]);
    assert_eq!(code, Some(0));
    assert!(page.contains("The tranches of a contribution do not add up to its amount"), "{page}");
    assert!(page.contains("    [[contributions.tranches]]\n"), "{page}");
    let output = repo.couveuse(&["check", "--explain", "tranche-sum", "--lang", "en"]).output().expect("it runs");
    assert_eq!(output.status.code(), Some(2));
}

/// The defects of the five documents and of the public record.
const SAMPLE: [(&str, &str); 13] = [
    ("startup/comobi", "co-funder-not-sponsor"),
    ("startup/histologe", "co-funder-not-sponsor"),
    ("startup/poubelles-battle", "co-funder-not-sponsor"),
    ("convention/anti-gaspi-oise-anct", "signature-missing"),
    ("convention/anti-gaspi-oise-anct", "term-missing"),
    ("convention/comobi-ademe-anct", "report-without-debtor"),
    ("convention/comobi-ademe-anct", "signature-missing"),
    ("convention/histologe-pau-anct", "account-check-digits"),
    ("convention/histologe-pau-anct", "signature-missing"),
    ("convention/histologe-pau-anct", "term-missing"),
    ("convention/poubelles-battle-pau-dinum", "account-check-digits"),
    ("convention/poubelles-battle-pau-dinum", "term-missing"),
    ("startup/histologe", "committee-late"),
];

#[test]
fn the_sample_has_only_the_defects_of_its_documents() {
    let repo = Repo::sample();
    let of = |day: &str| -> BTreeSet<(String, String)> {
        let findings = found(&repo, &["--as-of", day]);
        assert!(findings.iter().all(|one| one["severity"] != "error"), "{findings:#?}");
        let text = |value: &serde_json::Value| value.as_str().unwrap_or_default().to_owned();
        findings.iter().map(|one| (text(&one["record"]), text(&one["check"]))).collect()
    };
    let expected = |more: &[(&str, &str)]| -> BTreeSet<(String, String)> {
        let all = SAMPLE.iter().chain(more);
        all.map(|(record, check)| ((*record).to_owned(), (*check).to_owned())).collect()
    };
    let at_work = [
        ("startup/anti-gaspi", "committee-late"),
        ("startup/anti-gaspi", "statistics-page-absent"),
        ("startup/comobi", "committee-late"),
        ("startup/comobi", "statistics-page-absent"),
        ("startup/poubelles-battle", "committee-late"),
    ];
    assert_eq!(of("2020-12-01"), expected(&at_work));
    let since = [("convention/incubateur-anct-dinum", "estimated-end-passed")];
    assert_eq!(of("2026-11-22"), expected(&since), "stopped teams owe neither page nor committee");
}
