//! `couveuse config`: settings, problems, keys and template.

use crate::support::Repo;

struct Said {
    out: String,
    code: Option<i32>,
}

fn run(repo: &Repo, arguments: &[&str]) -> Said {
    let output = repo.couveuse(arguments).output().unwrap();
    assert!(output.stderr.is_empty(), "{}", String::from_utf8_lossy(&output.stderr));
    Said { out: String::from_utf8(output.stdout).unwrap().replace('\u{a0}', " "), code: output.status.code() }
}

#[test]
fn without_a_file_the_path_and_defaults_are_shown() {
    let repo = Repo::empty();
    let said = run(&repo, &["config", "--lang", "en"]);
    assert_eq!(said.code, Some(0));
    assert!(said.out.contains("couveuse/config.toml (does not exist)"), "{}", said.out);
    assert!(said.out.contains("mouse     yes (default)") && said.out.contains("No findings."), "{}", said.out);
    for (language, row) in [("en", "\nwatch     yes (default)\n"), ("fr", "\nsuivi     oui (par défaut)\n")] {
        let said = run(&repo, &["config", "--lang", language]);
        assert!(said.out.contains(row), "{}", said.out);
    }
}

#[test]
fn problems_are_reported_and_only_check_fails() {
    let repo = Repo::empty();
    repo.write("couveuse/config.toml", "language = \"fr\"\n[keys]\ndnoe = \"x\"\npay = \"Hyper-p\"\n");
    let said = run(&repo, &["config"]);
    assert_eq!(said.code, Some(0));
    assert!(said.out.contains("langue    fr (configuration)"), "it speaks the language configured: {}", said.out);
    let said = run(&repo, &["config", "--check"]);
    assert_eq!(said.code, Some(1));
    assert!(said.out.contains("couveuse/config.toml:3:1"), "{}", said.out);
    assert!(said.out.contains("3 | dnoe = \"x\"") && said.out.contains("vouliez-vous dire « done » ?"), "{}", said.out);
    let said = run(&repo, &["config", "--json", "--lang", "en"]);
    let answer: serde_json::Value = serde_json::from_str(&said.out).unwrap();
    assert_eq!((&answer["exists"], &answer["language"], &answer["mouse"]), (&true.into(), &"fr".into(), &().into()));
    assert_eq!(answer["problems"][1]["message"], "unknown key `Hyper-p`");
    assert_eq!((&answer["problems"][1]["line"], &answer["problems"][1]["column"]), (&4.into(), &7.into()));
}

#[test]
fn an_unreadable_file_is_reported_and_defaults_apply() {
    let repo = Repo::new();
    repo.write("couveuse/config.toml", b"language = \"\xff\"");
    let said = run(&repo, &["config", "--check", "--lang", "en"]);
    assert_eq!(said.code, Some(1));
    assert!(said.out.contains("cannot read the configuration"), "{}", said.out);
    assert_eq!(run(&repo, &["list", "--lang", "en"]).code, Some(0));
}

#[test]
fn keys_are_listed_as_they_apply() {
    let repo = Repo::empty();
    repo.write("couveuse/config.toml", "[keys]\ndone = [\"X\", \"g d\"]\nundo = []\n");
    let said = run(&repo, &["config", "--keys", "--lang", "en"]);
    let row = |command: &str| said.out.lines().find(|line| line.starts_with(command)).unwrap_or_default().to_owned();
    assert!(row("done ").contains("X, g d"), "{}", said.out);
    assert!(row("undo ").contains('–'), "{}", said.out);
    let said = run(&repo, &["config", "--keys", "--json", "--lang", "en"]);
    let answer: serde_json::Value = serde_json::from_str(&said.out).unwrap();
    let done = answer["keys"].as_array().unwrap().iter().find(|row| row["command"] == "done").unwrap();
    assert_eq!(done["keys"], serde_json::json!(["X", "g d"]));
}

#[test]
fn the_template_changes_nothing() {
    let repo = Repo::empty();
    let text = run(&repo, &["config", "--default", "--lang", "fr"]).out;
    assert!(text.contains("# done = [\"x\"]"), "{text}");
    repo.write("couveuse/config.toml", &text);
    let said = run(&repo, &["config", "--check", "--lang", "en"]);
    assert_eq!((said.code, said.out.as_str()), (Some(0), "No findings.\n"));
}
