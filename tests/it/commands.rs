//! Output of the commands: JSON contract, texts, help and exit codes.
//!
//! On the sample as of 1 December 2020. `INSTA_UPDATE=always cargo test --test it commands::` updates the snapshots;
//! check every difference, because scripts depend on them.

use std::path::Path;
use std::process::{Command, Output};

use tempfile::TempDir;

use couveuse::rules::check::CHECKS;

use crate::support::{Repo, hermetic};

/// Runs the program in an empty folder.
fn couveuse(arguments: &[&str]) -> Output {
    couveuse_within(arguments, None, None)
}

/// The same in a folder, and with `COLUMNS` set.
fn couveuse_within(arguments: &[&str], folder: Option<&Path>, columns: Option<&str>) -> Output {
    let home = TempDir::new().unwrap();
    let mut command = Command::new(env!("CARGO_BIN_EXE_couveuse"));
    hermetic(&mut command, home.path());
    command.envs(columns.map(|columns| ("COLUMNS", columns)));
    command.args(arguments).current_dir(folder.unwrap_or(home.path())).output().unwrap()
}

/// Runs it on the sample as of 1 December 2020.
pub fn on_sample(arguments: &[&str], language: &str) -> Output {
    on_sample_within(arguments, language, None)
}

/// The same with `COLUMNS` set.
fn on_sample_within(arguments: &[&str], language: &str, columns: Option<&str>) -> Output {
    on_sample_of(&[arguments, &["--as-of", "2020-12-01"]].concat(), language, columns)
}

/// Runs it on the sample without `--as-of`, which verbs refuse.
fn on_sample_of(arguments: &[&str], language: &str, columns: Option<&str>) -> Output {
    let sample = Path::new(env!("CARGO_MANIFEST_DIR")).join("portfolio");
    let common = ["--lang", language, "--folder", sample.to_str().unwrap()];
    // Text names files relative to the current directory.
    couveuse_within(&[arguments, &common[..]].concat(), Some(&sample), columns)
}

pub fn text(output: &Output) -> String {
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(said.is_empty(), "{said}");
    String::from_utf8(output.stdout.clone()).unwrap()
}

/// Returns exit code and message of a failure, which must be one line.
fn failure(output: &Output) -> (i32, String) {
    assert!(output.stdout.is_empty(), "nothing on the standard output");
    let said = String::from_utf8(output.stderr.clone()).unwrap();
    assert_eq!(said.lines().count(), 1, "{said}");
    let line = said.trim_end().strip_prefix("couveuse: ").unwrap();
    (output.status.code().unwrap(), line.to_owned())
}

#[test]
fn json_matches_the_snapshots() {
    for arguments in [
        &["list"][..],
        &["due"],
        &["funding"],
        &["committees"],
        &["check"],
        &["show", "histologe"],
        &["show", "incubateur-anct-dinum"],
        &["show", "party/anct"],
        &["show", "portfolio"],
    ] {
        let output = on_sample(&[arguments, &["--json"]].concat(), "en");
        let text = text(&output);
        serde_json::from_str::<serde_json::Value>(&text).expect("JSON");
        insta::assert_snapshot!(format!("json-{}", arguments.join("-").replace('/', "-")), text);
    }
}

#[test]
fn text_matches_the_snapshots() {
    for language in ["fr", "en"] {
        for arguments in [
            &["list"][..],
            &["due"],
            &["funding"],
            &["committees"],
            &["check"],
            &["show", "comobi"],
            &["show", "portfolio"],
        ] {
            let output = on_sample(arguments, language);
            insta::assert_snapshot!(format!("text-{}-{language}", arguments.join("-")), text(&output));
        }
    }
}

#[test]
fn check_names_files_relative_to_the_current_directory() {
    let repo = Repo::sample();
    let root = repo.root();
    let name = root.file_name().unwrap().to_str().unwrap();
    let mut command = repo.couveuse(&["check", "--folder", name]);
    let output = command.current_dir(root.parent().unwrap()).output().unwrap();
    let text = String::from_utf8(output.stdout).unwrap();
    assert!(text.contains(&format!("--> {name}/conventions/")), "{text}");
}

#[test]
fn text_at_eighty_columns_matches_the_snapshots() {
    for language in ["fr", "en"] {
        for arguments in [&["list"][..], &["due"], &["funding"], &["committees"], &["show", "comobi"]] {
            let shown = text(&on_sample_within(arguments, language, Some("80")));
            insta::assert_snapshot!(format!("narrow-{}-{language}", arguments.join("-")), shown);
        }
    }
}

#[test]
fn a_term_in_words_is_shown_without_an_end_date() {
    for id in ["poubelles-battle", "poubelles-battle-pau-dinum"] {
        let shown = text(&on_sample(&["show", id], "en"));
        let words = shown.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(words.contains("no end date") && words.contains("mener la coopération"), "{shown}");
    }
}

#[test]
fn json_differs_between_languages_in_texts_only() {
    let english = text(&on_sample(&["funding", "--json"], "en"));
    assert_eq!(english, text(&on_sample(&["funding", "--json"], "fr")));
}

#[test]
fn every_help_page_has_examples() {
    let mut all = String::new();
    for name in [
        "",
        "check",
        "list",
        "show",
        "due",
        "funding",
        "committees",
        "done",
        "pay",
        "sign",
        "hold",
        "plan",
        "phase",
        "indicator",
        "note",
        "action",
        "finish",
        "call",
        "spend",
        "resource",
        "amend",
        "account",
        "new",
        "new startup",
        "new convention",
        "new party",
        "set",
        "undo",
        "schema",
        "completions",
        "man",
    ] {
        let output = if name.is_empty() {
            couveuse(&["--help"])
        } else {
            couveuse(&[name.split(' ').collect(), vec!["--help"]].concat())
        };
        assert_eq!(output.status.code(), Some(0));
        let help = text(&output);
        assert!(help.contains("Examples:\n  couveuse"), "{name}");
        all.push_str(&format!("$ couveuse {name} --help\n{help}\n"));
    }
    insta::assert_snapshot!("help", all);
}

#[test]
fn usage_errors_are_one_line_and_exit_with_2() {
    for (arguments, words) in [
        (&["--asof", "1/2"][..], "did you mean --as-of?"),
        (&["due", "--frob"], "see couveuse due --help"),
        (&["due", "p"], "to name a folder, use --folder p"),
        (&["chekc"], "couveuse check"),
        (&["lst", "p"], "unknown command lst – did you mean list?"),
        (&["lst", "--json"], "lst is neither a command nor a folder – did you mean couveuse list?"),
        (&["history"], "did you mean couveuse log?"),
        (&["fund"], "did you mean couveuse funding?"),
        (&["pictur"], "no such folder: pictur"),
        (&["hold", "comobi", "--decision", "accelerat"], "did you mean accelerate?"),
        (&["list", "--folder", "nowhere"], "no such folder: nowhere"),
        (&["list", "--folder", "."], "no records in ."),
        (&["list", "--folder", "/etc/passwd"], "/etc/passwd is a file, not a folder"),
        (&["list"], "no records here"),
        (&["due", "--as-of", "31/2"], "no such date"),
        (&["due", "--as-of", "2200-01-01"], "between 1900 and 2199"),
        (&["due", "--as-of", "29/2/2026"], "2026 has no 29 February"),
        (&["due", "--as-of", "soon"], "– not a date: write 4/3"),
        (&["pay", "histologe-pau-anct", "5"], "CONVENTION/ID"),
        (&["pay", "a/b", "1,5,0"], "– not an amount"),
        (&["sign", "histologe pau"], "is not a valid id"),
        (&["check", "--explain", "signature"], "signature-missing"),
        (&["man", "chek"], "unknown command chek"),
        (&["man", "--json"], "man has no JSON output"),
        (&["--json"], "use a command: couveuse list --json"),
        (&["a", "--folder", "b"], "named twice"),
        (&["list", "--theme", "nope"], "unknown theme “nope” – known themes: dark, light"),
        (&["demo", "--theme", "nope"], "unknown theme “nope”"),
    ] {
        let (code, line) = failure(&couveuse(&[arguments, &["--lang", "en"]].concat()));
        assert_eq!(code, 2, "{arguments:?}: {line}");
        assert!(line.contains(words), "{arguments:?}: {line}");
    }
}

#[test]
fn records_are_found_in_a_portfolio_subfolder() {
    let repo = Repo::below("portfolio");
    let top = repo.root().parent().unwrap().to_owned();
    let list = text(&couveuse(&["list", "--folder", top.to_str().unwrap()]));
    assert!(list.contains("Poubelles Battle"), "{list}");
}

#[cfg(unix)]
#[test]
fn a_dangling_link_is_reported_as_missing() {
    let repo = Repo::new();
    std::os::unix::fs::symlink("nowhere", repo.root().join("startups/dangling.toml")).unwrap();
    let said = repo.couveuse(&["check", "--lang", "fr", "--filter", "dangling"]).output().unwrap();
    let said = String::from_utf8(said.stdout).unwrap().replace('\u{a0}', " ");
    assert!(said.contains("lien rompu") && !said.contains("droits"), "{said}");
}

#[test]
fn unknown_names_get_suggestions() {
    for (arguments, words) in [
        (&["show", "histolog"][..], "did you mean histologe?"),
        (&["show", "nothing-at-all"], "couveuse list"),
        (&["pay", "histologe-pau-anct/oise", "5"], "pau"),
        (&["done", "histologe-pau-anct/nothing"], "statistics-page"),
        (&["done", "histologe-pau-anct/managment-report"], "did you mean management-report?"),
        (&["hold", "nobody"], "no startup nobody"),
        (&["hold", "histologue"], "did you mean histologe?"),
        (&["sign", "histologe-pau-act"], "did you mean histologe-pau-anct?"),
    ] {
        let (code, line) = failure(&on_sample_of(arguments, "en", None));
        assert_eq!(code, 2, "{arguments:?}: {line}");
        assert!(line.contains(words), "{arguments:?}: {line}");
    }
}

#[test]
fn check_exits_with_1_at_the_given_severity() {
    let repo = Repo::new();
    let code = |arguments: &[&str]| repo.couveuse(arguments).output().unwrap().status.code();
    assert_eq!(code(&["check", "--fail-on", "info"]), Some(1), "an unsigned convention");
    assert_eq!(code(&["check"]), Some(0), "but no error");
    repo.write("startups/broken.toml", "name = \"Broken\nphases = 3\n");
    assert_eq!(code(&["check"]), Some(1));
    assert_eq!(code(&["list"]), Some(0), "and every other record works");
}

#[test]
fn every_check_has_a_page() {
    let output = couveuse(&["check", "--explain", "signature-missing", "--lang", "fr"]);
    insta::assert_snapshot!("explain-signature-missing", text(&output));
    let json = text(&couveuse(&["check", "--explain", "signature-missing", "--lang", "fr", "--json"]));
    let json: serde_json::Value = serde_json::from_str(&json).unwrap();
    assert_eq!([&json["check"], &json["severity"]], ["signature-missing", "warning"]);
    assert!(json["page"].as_str().is_some_and(|page| page.contains("À faire")), "{json}");
    for check in CHECKS {
        for (language, remedy, example) in [("fr", "\nÀ faire : ", "\n\nExemple"), ("en", "\nFix: ", "\n\nExample")] {
            let page = text(&couveuse(&["check", "--explain", check.name, "--lang", language]));
            assert!(page.starts_with(check.name), "{page}");
            let page = page.replace('\u{a0}', " ");
            assert!(page.contains(remedy), "{}: {page}", check.name);
            // A caption, and an indented excerpt of a record.
            let (_, example) = page.split_once(example).unwrap_or_else(|| panic!("{}: {page}", check.name));
            let (_, excerpt) = example.split_once("\n\n    ").unwrap_or_else(|| panic!("{}: {page}", check.name));
            assert!(!excerpt.starts_with(' ') && !excerpt.trim().is_empty(), "{}: {page}", check.name);
        }
    }
}

#[test]
fn show_gives_the_reason_for_an_unreadable_record() {
    let repo = Repo::new();
    repo.write("conventions/poubelles-battle-dinum-pau.toml", b"title = \"\xff\"\n");
    let show = ["show", "poubelles-battle-dinum-pau", "--lang", "en"];
    let shown = text(&repo.couveuse(&show).output().unwrap());
    assert!(shown.contains("This record cannot be read") && shown.contains("not UTF-8"), "{shown}");
    let json = text(&repo.couveuse(&[&show[..], &["--json"]].concat()).output().unwrap());
    let json: serde_json::Value = serde_json::from_str(&json).unwrap();
    assert_eq!(json["record"], "convention/poubelles-battle-dinum-pau");
    assert_eq!(json["findings"][0]["check"], "unreadable-file");
}

#[test]
fn an_amendment_shows_its_changes_and_future_days_are_marked() {
    let repo = Repo::new();
    repo.write(
        "conventions/avenant.toml",
        "title = \"Avenant\"\nkind = \"amendment\"\namends = \"poubelles-battle-dinum-pau\"\nparties = [\"dinum\", \"pau\"]\n\
         [[contributions]]\nid = \"pau\"\nfrom = \"pau\"\nto = \"dinum\"\namount = 40000\n\
         [[contributions.tranches]]\namount = 40000\nwhen = \"signature + 1 month\"\n\
         [[obligations]]\nid = \"visit\"\ndebtor = \"pau\"\nwhat = \"Visit the team\"\nevery = \"3 months\"\n",
    );
    let said = |arguments: &[&str]| text(&repo.couveuse(&[arguments, &["--lang", "en"]].concat()).output().unwrap());
    let shown = said(&["show", "avenant"]);
    for words in ["pau: pau → dinum", "€40,000", "1 month after signature", "Visit the team", "every 3 months"] {
        assert!(shown.contains(words), "{words}: {shown}");
    }
    let json: serde_json::Value = serde_json::from_str(&said(&["show", "avenant", "--json"])).unwrap();
    assert_eq!(json["changes"]["contributions"][0]["tranches"][0]["when"], "signature + 1 month");
    assert_eq!(json["changes"]["obligations"][0]["every"], "3 months");
    let startup = said(&["show", "poubelles-battle", "--as-of", "2019-01-01"]);
    assert!(startup.contains(" 3 Sep 2019 (in the future)"), "{startup}");
    assert!(startup.contains("poubelles-battle-dinum-pau/pau: pau → dinum"), "its contributions: {startup}");
    assert!(startup.contains("conventions/avenant.toml:"), "the findings of its conventions: {startup}");
}

#[test]
fn movements_include_those_of_amendments_up_to_the_day() {
    let repo = Repo::sample();
    repo.write(
        "conventions/avenant.toml",
        "title = \"Avenant\"\nkind = \"amendment\"\namends = \"comobi-ademe-anct\"\nparties = [\"ademe\", \"anct\"]\n\
         signed = 2020-02-01\nterminated = { on = 2020-10-31 }\n\
         [[contributions]]\nid = \"more\"\nfrom = \"ademe\"\nto = \"anct\"\namount = 900\n\
         [[payments]]\non = 2020-03-01\namount = 300\ncontribution = \"more\"\n\
         [[payments]]\non = 2020-05-01\namount = 600\ncontribution = \"more\"\n",
    );
    let show = |arguments: &[&str]| {
        text(&repo.couveuse(&[&["show", "comobi-ademe-anct", "--lang", "en"], arguments].concat()).output().unwrap())
    };
    let json =
        |as_of: &str| -> serde_json::Value { serde_json::from_str(&show(&["--as-of", as_of, "--json"])).unwrap() };
    let shown = json("2020-04-01");
    let payments = shown["payments"].as_array().unwrap();
    let told: Vec<_> = payments.iter().map(|one| (&one["record"], &one["amount"])).collect();
    assert_eq!(told, [(&"convention/avenant".into(), &"300.00".into())]);
    assert_eq!(shown["funding"]["received"], "300.00", "the lines add up to the sum beside them");
    assert_eq!(shown["terminated"]["on"], "2020-10-31");
    assert_eq!(json("2020-01-31")["payments"].as_array().unwrap().len(), 0, "before the amendment is signed");
    let shown = show(&["--as-of", "2020-04-01"]);
    assert!(shown.contains("1 Mar 2020") && !shown.contains("1 May 2020"), "{shown}");
}

#[test]
fn a_verb_commits_and_prints_the_commit() {
    let repo = Repo::new();
    let sign = ["sign", "poubelles-battle-dinum-pau", "--on", "20/2/2020", "--lang", "en"];
    let said = text(&repo.couveuse(&sign).output().unwrap());
    let head = repo.head();
    let subject = repo.git(&["log", "-1", "--format=%s"]);
    assert_eq!(said, format!("{} {} – Thursday 20 February 2020\n", &head[..7], subject.trim_end()));
    let again = text(&repo.couveuse(&sign).output().unwrap());
    assert_eq!(again, "already recorded, nothing to add – Thursday 20 February 2020\n");
    assert_eq!(repo.head(), head);
    let other = ["sign", "poubelles-battle-dinum-pau", "--on", "21/2/2020", "--lang", "en"];
    let again = failure(&repo.couveuse(&other).output().unwrap());
    assert_eq!(again.0, 1, "{}", again.1);
    assert!(again.1.contains("already signed"), "{}", again.1);
    let undone = text(&repo.couveuse(&["undo", "--json"]).output().unwrap());
    let undone: serde_json::Value = serde_json::from_str(&undone).unwrap();
    assert_eq!(undone["commit"], repo.head());
    assert_eq!(undone["record"], "convention/poubelles-battle-dinum-pau");
    assert_eq!(repo.git(&["diff", "HEAD~2", "HEAD"]), "");
}

#[test]
fn schemas_completions_and_manual_pages_are_generated() {
    let schema = text(&couveuse(&["schema", "startup"]));
    assert!(serde_json::from_str::<serde_json::Value>(&schema).unwrap()["properties"]["phases"].is_object());
    let all: serde_json::Value = serde_json::from_str(&text(&couveuse(&["schema"]))).unwrap();
    assert_eq!(all.as_object().unwrap().len(), couveuse::model::RecordKind::ALL.len());
    for shell in ["bash", "zsh", "fish", "elvish", "powershell"] {
        assert!(text(&couveuse(&["completions", shell])).contains("committees"), "{shell}");
    }
    assert!(text(&couveuse(&["man"])).contains("Exit codes"));
    assert!(text(&couveuse(&["man", "check"])).starts_with(".ie"));
}

#[test]
fn a_demo_is_a_repository_without_errors() {
    let home = TempDir::new().unwrap();
    let run = |arguments: &[&str]| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_couveuse"));
        hermetic(&mut command, home.path());
        command.env("GIT_AUTHOR_NAME", "Coach").env("GIT_AUTHOR_EMAIL", "coach@example.org");
        command.env("GIT_COMMITTER_NAME", "Coach").env("GIT_COMMITTER_EMAIL", "coach@example.org");
        command.args(arguments).current_dir(home.path()).output().unwrap()
    };
    assert_eq!(run(&["demo", "--records", "12", "here"]).status.code(), Some(0));
    let checked = run(&["check", "--folder", "here", "--as-of", "2026-10-01"]);
    assert_eq!(checked.status.code(), Some(0), "{}", String::from_utf8_lossy(&checked.stdout));
    assert_eq!(failure(&run(&["demo", "here", "--lang", "en"])).0, 2, "a folder that is there stays as it is");
}

#[cfg(unix)]
#[test]
fn a_closed_pipe_is_not_an_error() {
    let sample = Path::new(env!("CARGO_MANIFEST_DIR")).join("portfolio");
    let program = env!("CARGO_BIN_EXE_couveuse");
    let script = r#"set -o pipefail; "$0" due --json --folder "$1" | head -c 1 >/dev/null"#;
    let output = Command::new("bash").args(["-c", script, program]).arg(&sample).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    assert!(output.stderr.is_empty());
}

#[test]
fn a_faulty_filter_is_refused_with_a_suggestion() {
    let said = failure(&on_sample(&["due", "--filter", "ows:pau"], "en"));
    let help = "see couveuse due --help for the filter keywords";
    assert_eq!(said, (2, format!("unknown filter keyword “ows”; did you mean owes:? – {help}")));
    let said = failure(&on_sample(&["due", "--filter", "owes:pua"], "fr"));
    assert!(said.1.replace('\u{a0}', " ").contains("vouliez-vous dire « pau »"), "{}", said.1);
}
