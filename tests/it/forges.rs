//! `check` where a portfolio is shared: formats of forges, fingerprints, revisions, hooks.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use couveuse::rules::check::{CHECKS, is_timeless};
use serde_json::Value;

use crate::support::{Repo, copy, hermetic};

const DAY: [&str; 2] = ["--as-of", "2020-12-01"];

/// A repository with the broken records in a subfolder: something for every check to find.
fn broken() -> Repo {
    let repo = Repo::below("data/portfolio");
    copy(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/it/broken"), &repo.root());
    repo.commit_all("Broken");
    repo
}

fn check(repo: &Repo, arguments: &[&str]) -> String {
    let output = repo.couveuse(&[&["check"], arguments, &DAY].concat()).output().unwrap();
    assert!(output.status.code() < Some(2), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

fn gitlab(repo: &Repo, arguments: &[&str]) -> Vec<Value> {
    serde_json::from_str(&check(repo, &[&["--format", "gitlab"], arguments].concat())).unwrap()
}

fn fingerprints(issues: &[Value]) -> BTreeSet<String> {
    issues.iter().map(|issue| issue["fingerprint"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn a_gitlab_report_has_paths_of_the_repository_and_unique_fingerprints() {
    let repo = broken();
    let issues = gitlab(&repo, &[]);
    assert!(issues.len() > 30);
    assert_eq!(fingerprints(&issues).len(), issues.len(), "fingerprints are unique");
    for issue in &issues {
        assert!(issue["location"]["path"].as_str().unwrap().starts_with("data/portfolio/"), "{issue}");
        assert!(
            issue["location"]["lines"]["begin"].as_u64() > Some(0)
                && !issue["description"].as_str().unwrap().is_empty()
        );
        assert!(["info", "minor", "critical"].contains(&issue["severity"].as_str().unwrap()));
        assert!(CHECKS.iter().any(|check| check.name == issue["check_name"]));
        // What GitLab reads, by its documentation of code quality reports.
        has_keys(issue, &["description", "check_name", "fingerprint", "severity", "location"], &[]);
        has_keys(&issue["location"], &["path", "lines"], &[]);
        has_keys(&issue["location"]["lines"], &["begin"], &[]);
    }
}

/// Asserts that an object has all of the required keys, and besides only optional ones.
fn has_keys(object: &Value, required: &[&str], optional: &[&str]) {
    let object = object.as_object().unwrap();
    for key in required {
        assert!(object.contains_key(*key), "{key} is missing in {object:?}");
    }
    for key in object.keys().map(String::as_str) {
        assert!(required.contains(&key) || optional.contains(&key), "{key} is unknown in {object:?}");
    }
}

/// The objects of SARIF 2.1.0 (OASIS) that a log consists of, with the keys that its schema requires and those that we
/// write. The schema allows no others.
#[test]
fn sarif_has_only_keys_of_the_standard() {
    let repo = broken();
    let log: Value = serde_json::from_str(&check(&repo, &["--format", "sarif"])).unwrap();
    has_keys(&log, &["version", "runs"], &["$schema"]);
    assert_eq!(log["runs"].as_array().unwrap().len(), 1);
    let run = &log["runs"][0];
    has_keys(run, &["tool"], &["columnKind", "results"]);
    assert!(["utf16CodeUnits", "unicodeCodePoints"].contains(&run["columnKind"].as_str().unwrap()));
    has_keys(&run["tool"], &["driver"], &[]);
    has_keys(&run["tool"]["driver"], &["name"], &["version", "rules"]);
    let rules = run["tool"]["driver"]["rules"].as_array().unwrap();
    for (at, rule) in rules.iter().enumerate() {
        has_keys(rule, &["id"], &["shortDescription", "help", "defaultConfiguration"]);
        for text in ["shortDescription", "help"] {
            has_keys(&rule[text], &["text"], &[]);
            assert!(!rule[text]["text"].as_str().unwrap().is_empty(), "{rule}");
        }
        has_keys(&rule["defaultConfiguration"], &[], &["level"]);
        assert!(["error", "warning", "note"].contains(&rule["defaultConfiguration"]["level"].as_str().unwrap()));
        assert!(!rules[..at].contains(rule), "rules are unique");
    }
    for result in run["results"].as_array().unwrap() {
        let optional = ["ruleId", "ruleIndex", "level", "locations", "partialFingerprints"];
        has_keys(result, &["message"], &optional);
        has_keys(&result["message"], &["text"], &[]);
        let location = &result["locations"][0];
        has_keys(location, &[], &["physicalLocation"]);
        let place = &location["physicalLocation"];
        has_keys(place, &["artifactLocation"], &["region"]);
        has_keys(&place["artifactLocation"], &["uri"], &["uriBaseId"]);
        has_keys(&place["region"], &["startLine"], &["startColumn"]);
        let fingerprints = result["partialFingerprints"].as_object().unwrap();
        assert!(fingerprints.values().all(Value::is_string));
    }
}

#[test]
fn fingerprints_survive_lines_and_entries_inserted_above() {
    let repo = Repo::sample();
    let file = "conventions/histologe-pau-anct.toml";
    let before = gitlab(&repo, &[]);
    let of = |issues: &[Value]| -> Vec<Value> {
        issues.iter().filter(|one| one["location"]["path"].as_str() == Some(file)).cloned().collect()
    };
    assert!(!of(&before).is_empty());
    let obligation =
        "[[obligations]]\nid = \"new-one\"\nwhat = \"Something\"\ndebtor = \"pau\"\narticle = \"1\"\nstanding = true\n";
    let text = repo.read(file);
    let (head, rest) = text.split_once("[[obligations]]").unwrap();
    repo.write(file, format!("# A comment\n\n{head}{obligation}\n[[obligations]]{rest}"));
    let after = gitlab(&repo, &[]);
    assert_eq!(fingerprints(&before), fingerprints(&after));
    assert_ne!(of(&before), of(&after), "the lines have moved");
}

#[test]
fn sarif_names_rules_places_and_fingerprints() {
    let repo = broken();
    let log: Value = serde_json::from_str(&check(&repo, &["--format", "sarif"])).unwrap();
    assert_eq!(log["version"], "2.1.0");
    let run = &log["runs"][0];
    let rules = run["tool"]["driver"]["rules"].as_array().unwrap();
    assert_eq!(rules.len(), CHECKS.len());
    let results = run["results"].as_array().unwrap();
    assert_eq!(results.len(), gitlab(&repo, &[]).len());
    for result in results {
        let rule = &rules[usize::try_from(result["ruleIndex"].as_u64().unwrap()).unwrap()];
        assert_eq!(rule["id"], result["ruleId"]);
        let place = &result["locations"][0]["physicalLocation"];
        let uri = place["artifactLocation"]["uri"].as_str().unwrap();
        assert!(uri.starts_with("data/portfolio/") && !uri.contains(' '), "{uri}");
        assert!(place["region"]["startLine"].as_u64() > Some(0) && place["region"]["startColumn"].as_u64() > Some(0));
        assert!(["error", "warning", "note"].contains(&result["level"].as_str().unwrap()));
        assert_eq!(result["partialFingerprints"]["couveuse/v1"].as_str().unwrap().len(), 16);
    }
}

#[test]
fn github_and_junit_have_one_entry_per_finding() {
    let repo = broken();
    let count = gitlab(&repo, &[]).len();
    let commands = check(&repo, &["--format", "github"]);
    assert_eq!(commands.lines().count(), count);
    assert!(commands.lines().all(|line| ["::error ", "::warning ", "::notice "].iter().any(|it| line.starts_with(it))));
    assert!(commands.contains("file=data/portfolio/"));
    let junit = check(&repo, &["--format", "junit"]);
    assert_eq!(junit.matches("<testcase ").count(), count);
    assert!(junit.contains(&format!("tests=\"{count}\"")) && !junit.contains('\u{1b}'));
    assert_eq!(junit.matches("<failure ").count() + junit.matches("<system-out>").count(), count);
}

#[test]
fn only_new_findings_are_reported_since_a_commit() {
    let repo = Repo::sample();
    assert_eq!(gitlab(&repo, &["--new-since", "HEAD"]).len(), 0);
    let file = "startups/histologe.toml";
    repo.write(file, format!("nonsense = 1\n{}", repo.read(file)));
    let new = gitlab(&repo, &["--new-since", "HEAD"]);
    assert_eq!(new.len(), 1, "{new:?}");
    assert_eq!(new[0]["check_name"], "unknown-key");
    repo.commit_all("Nonsense");
    assert_eq!(gitlab(&repo, &["--new-since", "HEAD"]).len(), 0);
    assert_eq!(gitlab(&repo, &["--new-since", "HEAD~"]).len(), 1);
    assert_eq!(gitlab(&repo, &["--rev", "HEAD~", "--new-since", "HEAD"]).len(), 0);
}

#[test]
fn timeless_findings_are_the_same_on_every_day() {
    let repo = broken();
    let on = |day: &str| {
        let output = repo.couveuse(&["check", "--timeless", "--json", "--as-of", day]).output().unwrap();
        String::from_utf8(output.stdout).unwrap()
    };
    let found = on("1990-01-01");
    assert!(found.contains("\"syntax\"") && !found.contains("committee-late"));
    for day in ["2020-06-30", "2021-12-31", "2095-01-01"] {
        assert_eq!(found, on(day), "{day}");
    }
    let demo = Repo::demo("2026-11-22");
    let on = |day: &str| demo.couveuse(&["check", "--timeless", "--as-of", day]).output().unwrap().stdout;
    assert_eq!(on("2020-01-01"), on("2026-11-22"));
    assert!(CHECKS.iter().filter(|check| !is_timeless(check.name)).count() >= 19, "every name is that of a check");
}

#[test]
fn staged_records_are_checked_and_nothing_is_changed() {
    let repo = Repo::sample();
    let file = "startups/histologe.toml";
    let text = repo.read(file);
    repo.write(file, format!("nonsense = 1\n{text}"));
    assert_eq!(gitlab(&repo, &["--staged", "--new-since", "HEAD"]).len(), 0, "not staged yet");
    repo.git(&["add", file]);
    repo.write(file, &text);
    let state = repo.state();
    assert_eq!(gitlab(&repo, &["--staged", "--new-since", "HEAD"]).len(), 1);
    assert_eq!(gitlab(&repo, &["--new-since", "HEAD"]).len(), 0, "the file itself is fine");
    assert_eq!(repo.state(), state);
}

#[test]
fn a_bare_repository_is_checked_at_a_revision() {
    for below in ["", "portfolio"] {
        let repo = Repo::below(below);
        let bare = Repo::empty();
        bare.git(&["init", "--quiet", "--bare", "--initial-branch=main"]);
        repo.git(&["push", "--quiet", bare.root().to_str().unwrap(), "main"]);
        let found = gitlab(&bare, &["--rev", "main"]);
        assert_eq!(fingerprints(&found), fingerprints(&gitlab(&repo, &["--rev", "HEAD"])), "{below}");
        let prefix = if below.is_empty() { "conventions/" } else { "portfolio/" };
        assert!(found.iter().any(|one| one["location"]["path"].as_str().unwrap().starts_with(prefix)), "{found:?}");
        let refused = bare.couveuse(&["check", "--rev", "nowhere"]).output().unwrap();
        assert_eq!(refused.status.code(), Some(2));
    }
}

/// The script in `docs/exports.md`, as a hook of a bare repository.
#[cfg(unix)]
#[test]
fn a_push_with_new_errors_is_refused() {
    use std::os::unix::fs::PermissionsExt;
    let page = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/exports.md")).unwrap();
    let script = page.split("```sh\n").nth(1).unwrap().split("```").next().unwrap();
    assert!(script.starts_with("#!/bin/sh"));
    let program = Path::new(env!("CARGO_BIN_EXE_couveuse"));
    let script = script.replace("couveuse check", &format!("{} check", program.display()));
    let bare = Repo::empty();
    bare.git(&["init", "--quiet", "--bare", "--initial-branch=main", "--template="]);
    fs::create_dir_all(bare.root().join("hooks")).unwrap();
    let hook = bare.root().join("hooks/pre-receive");
    fs::write(&hook, script).unwrap();
    fs::set_permissions(&hook, fs::Permissions::from_mode(0o755)).unwrap();
    let repo = Repo::sample();
    let remote = bare.root().display().to_string();
    let push = || repo.try_git(&["push", &remote, "main"]);
    let said = |output: &std::process::Output| String::from_utf8_lossy(&output.stderr).into_owned();
    let first = push();
    assert!(first.status.success(), "{}", said(&first));
    let file = "startups/histologe.toml";
    let text = repo.read(file);
    repo.write(file, format!("phases = 3\n{text}"));
    repo.commit_all("Broken");
    let second = push();
    assert!(!second.status.success() && said(&second).contains("histologe.toml"), "{}", said(&second));
    repo.write(file, format!("{text}\n# A comment\n"));
    repo.commit_all("Repaired");
    let third = push();
    assert!(third.status.success(), "{}", said(&third));
}

#[test]
fn a_pipeline_is_written_once_and_its_commands_work() {
    for (forge, path) in [("gitlab", ".gitlab-ci.yml"), ("github", ".github/workflows/portfolio.yml")] {
        let repo = Repo::below("data/records");
        let init = |code: i32| {
            let output = repo.couveuse(&["init", "--ci", forge]).output().unwrap();
            assert_eq!(output.status.code(), Some(code), "{}", String::from_utf8_lossy(&output.stderr));
        };
        init(0);
        let top = repo.root().join("../..");
        let text = fs::read_to_string(top.join(path)).unwrap();
        init(2);
        assert_eq!(fs::read_to_string(top.join(path)).unwrap(), text, "never overwritten");
        let base = repo.head();
        repo.write("startups/poubelles-battle.toml", "name = \"x\"\nphases = 3\n");
        repo.commit_all("Broken");
        let commands = text.lines().filter_map(|line| line.split_once("couveuse ").map(|(_, rest)| rest));
        let commands: Vec<&str> = commands.filter(|rest| rest.contains("--folder data/records")).collect();
        assert_eq!(commands.len(), 4, "{text}");
        for command in commands {
            let typed = command.split(" > ").next().unwrap().replace('"', "");
            let typed =
                typed.replace("$CI_MERGE_REQUEST_DIFF_BASE_SHA", &base).replace("origin/$GITHUB_BASE_REF", &base);
            let mut run = repo.couveuse(&typed.split(' ').collect::<Vec<_>>());
            let output = run.current_dir(&top).output().unwrap();
            let expected = if typed.starts_with("check") { 1 } else { 0 };
            assert_eq!(output.status.code(), Some(expected), "{typed}: {}", String::from_utf8_lossy(&output.stderr));
        }
    }
}

/// The commands of a pipeline.
fn scripts(pipeline: &Value) -> Vec<&str> {
    match pipeline {
        Value::Object(object) => object.values().flat_map(scripts).collect(),
        Value::Array(values) => values.iter().flat_map(scripts).collect(),
        Value::String(text) => text.strip_prefix("couveuse ").into_iter().collect(),
        _ => Vec::new(),
    }
}

#[cfg(unix)]
#[test]
fn a_pipeline_quotes_the_folder_for_yaml_and_the_shell() {
    for (forge, path) in [("gitlab", ".gitlab-ci.yml"), ("github", ".github/workflows/portfolio.yml")] {
        let repo = Repo::below("l'été: fiches #1 $HOME");
        let output = repo.couveuse(&["init", "--ci", forge, "--json"]).output().unwrap();
        assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
        let answer: Value = serde_json::from_slice(&output.stdout).unwrap();
        assert_eq!(answer["pipeline"], path);
        let top = repo.root().join("..");
        let text = fs::read_to_string(top.join(path)).unwrap();
        let pipeline: Value = serde_saphyr::from_str(&text).unwrap();
        let commands = scripts(&pipeline);
        assert_eq!(commands.len(), 4, "{text}");
        for typed in commands.into_iter().filter(|typed| !typed.starts_with("check")) {
            let mut shell = std::process::Command::new("sh");
            hermetic(&mut shell, &repo.root());
            let line = format!("{} {typed}", env!("CARGO_BIN_EXE_couveuse"));
            let output = shell.args(["-c", &line]).current_dir(&top).output().unwrap();
            assert!(output.status.success(), "{typed}: {}", String::from_utf8_lossy(&output.stderr));
        }
    }
}

#[test]
fn the_hook_of_pre_commit_refuses_new_errors_only() {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join(".pre-commit-hooks.yaml");
    let text = fs::read_to_string(file).unwrap();
    let entry = text.lines().find_map(|line| line.trim().strip_prefix("entry: couveuse ")).unwrap();
    let repo = Repo::sample();
    let run = || repo.couveuse(&entry.split(' ').collect::<Vec<_>>()).output().unwrap().status.code();
    assert_eq!(run(), Some(0));
    repo.write("startups/comobi.toml", "name = 3\n");
    repo.git(&["add", "."]);
    assert_eq!(run(), Some(1));
}
