//! The verbs on the command line: the answer, commit and changed lines of each; and refusals.

use std::process::Output;

use crate::support::{CONVENTION, Repo};

const CONVENTION_FILE: &str = "conventions/poubelles-battle-dinum-pau.toml";
const STARTUP_FILE: &str = "startups/poubelles-battle.toml";

/// A verb and its results.
struct Case {
    arguments: &'static [&'static str],
    file: &'static str,
    /// The answer after the commit's name.
    answer: &'static str,
    /// The day and the amount beyond the promise, as JSON.
    on: &'static str,
    beyond: serde_json::Value,
    /// The message of the commit.
    message: &'static str,
    /// The added and removed lines.
    lines: &'static [&'static str],
}

const DONE: Case = Case {
    arguments: &[
        "done",
        "poubelles-battle-dinum-pau/statistics-page",
        "--on",
        "4/3/2021",
        "--evidence",
        " https://example.org/\u{1b}stats\n",
    ],
    file: CONVENTION_FILE,
    answer: "poubelles-battle: statistics page published – Thursday 4 March 2021",
    on: "2021-03-04",
    beyond: serde_json::Value::Null,
    message: "poubelles-battle: statistics page published\n\n\
        Keep a public page of statistics\n\
        Obligation statistics-page of poubelles-battle-dinum-pau, article 2.\n\
        Owed by dinum.\n\
        Done on 4 March 2021.\n\
        Evidence: https://example.org/ stats\n\n\
        Couveuse-Edit: done\n\
        Couveuse-Record: conventions/poubelles-battle-dinum-pau",
    lines: &["+[[obligations.fulfilled]]", "+on = 2021-03-04", "+evidence = \"https://example.org/ stats\""],
};

const SIGN: Case = Case {
    arguments: &["sign", "poubelles-battle-dinum-pau", "--on", "2020-02-20"],
    file: CONVENTION_FILE,
    answer: "poubelles-battle-dinum-pau: signed on 20 February 2020 – Thursday 20 February 2020",
    on: "2020-02-20",
    beyond: serde_json::Value::Null,
    message: "poubelles-battle-dinum-pau: signed on 20 February 2020\n\n\
        Couveuse-Edit: sign\n\
        Couveuse-Record: conventions/poubelles-battle-dinum-pau",
    lines: &["+signed = 2020-02-20"],
};

const HOLD: Case = Case {
    arguments: &[
        "hold",
        "poubelles-battle",
        "--on",
        "20 août 2020",
        "--decision",
        "continue",
        "--envelope",
        "35 000",
        "--until",
        "28/2/2021",
    ],
    file: STARTUP_FILE,
    answer: "poubelles-battle: committee held on 20 August 2020, continue – Thursday 20 August 2020 \
        · --until Sunday 28 February 2021\n  \
        proposed: Inform procurement\n  \
        proposed: next committee on 14 Jan 2021",
    on: "2020-08-20",
    beyond: serde_json::Value::Null,
    message: "poubelles-battle: committee held on 20 August 2020, continue\n\n\
        Envelope: €35,000\n\
        Funded until 28 February 2021\n\n\
        Couveuse-Edit: hold\n\
        Couveuse-Record: startups/poubelles-battle",
    lines: &[
        "-state = \"planned\"",
        "+state = \"held\"",
        "+decision = \"continue\"",
        "+envelope = 35000",
        "+until = 2021-02-28",
    ],
};

fn pay() -> Case {
    Case {
        arguments: &[
            "pay",
            "poubelles-battle-dinum-pau/pau",
            "36 500,50",
            "--on",
            "5/3/2021",
            "--reference",
            "VIR 42",
            "--tranche",
            "1",
        ],
        file: CONVENTION_FILE,
        answer: "poubelles-battle: €36,500.50 received from pau – Friday 5 March 2021 · €1,500.50 more than promised",
        on: "2021-03-05",
        beyond: "1500.50".into(),
        message: "poubelles-battle: €36,500.50 received from pau\n\n\
            Contribution pau of poubelles-battle-dinum-pau, article 5.1, tranche 1; received on 5 March 2021.\n\
            Reference: VIR 42\n\n\
            Couveuse-Edit: pay\n\
            Couveuse-Record: conventions/poubelles-battle-dinum-pau",
        lines: &[
            "+[[payments]]",
            "+id = \"2021-03-05-6zj55\"",
            "+on = 2021-03-05",
            "+amount = \"36500.50\"",
            "+contribution = \"pau\"",
            "+tranche = 1",
            "+reference = \"VIR 42\"",
        ],
    }
}

fn run(repo: &Repo, arguments: &[&str]) -> Output {
    repo.couveuse(arguments).args(["--lang", "en"]).output().unwrap()
}

fn answer(output: &Output) -> String {
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success() && said.is_empty(), "{said}");
    String::from_utf8(output.stdout.clone()).unwrap()
}

/// Runs a verb that must be refused. Asserts that nothing changed, and returns the exit code and the message.
fn refused(repo: &Repo, arguments: &[&str]) -> (i32, String) {
    let before = (repo.head(), repo.state(), repo.read(CONVENTION_FILE));
    let output = run(repo, arguments);
    assert_eq!((repo.head(), repo.state(), repo.read(CONVENTION_FILE)), before, "{arguments:?}");
    assert!(output.stdout.is_empty(), "{arguments:?}");
    (output.status.code().unwrap(), String::from_utf8(output.stderr).unwrap().trim_end().to_owned())
}

/// The added and removed lines of the last commit, without blank ones, with single spaces around `=`.
fn lines(repo: &Repo) -> Vec<String> {
    let shown = repo.git(&["show", "--format=", "--unified=0"]);
    let lines = shown.lines().filter(|line| line.starts_with(['+', '-']) && !line.starts_with("+++"));
    let lines = lines.filter(|line| !line.starts_with("---") && line.len() > 1);
    lines.map(|line| line.split_whitespace().collect::<Vec<_>>().join(" ")).collect()
}

#[test]
fn each_verb_answers_commits_and_changes_its_lines() {
    for case in [DONE, pay(), SIGN, HOLD] {
        let repo = Repo::new();
        let said = answer(&run(&repo, case.arguments));
        let head = repo.head();
        assert_eq!(said, format!("{} {}\n", &head[..7], case.answer));
        assert_eq!(repo.git(&["log", "-1", "--format=%B"]).trim_end(), case.message);
        assert_eq!(repo.git(&["log", "-1", "--format=%an <%ae>"]).trim(), "Lead Office <coach@example.org>");
        assert_eq!(repo.git(&["show", "--format=", "--name-only"]).trim(), case.file);
        assert_eq!(lines(&repo), case.lines, "{:?}", case.arguments);
        assert_eq!(repo.git(&["status", "--porcelain"]), "");

        let undone = answer(&run(&repo, &["undo"]));
        assert_eq!(undone, format!("{} Undo \"{}\"\n", &repo.head()[..7], case.message.lines().next().unwrap()));
        assert_eq!(repo.git(&["diff", "HEAD~2", "HEAD"]), "");
    }
}

#[test]
fn every_typed_day_is_shown_with_its_weekday() {
    let (report, page) = ("poubelles-battle-dinum-pau/management-report", "poubelles-battle-dinum-pau/statistics-page");
    for (arguments, days) in [
        (&["done", report, page, "--on", "4/3/2021"][..], "– Thursday 4 March 2021"),
        (&["done", page, "--on", "4/3/2021"], "– Thursday 4 March 2021"),
        (&["action", "poubelles-battle", "Call the town", "--due", "4/3/2021"], "– --due Thursday 4 March 2021"),
        (
            &["spend", "poubelles-battle-dinum-pau", "5", "Bins", "--committed", "4/3/2021", "--paid", "5/3/2021"],
            "– Friday 5 March 2021 · --committed Thursday 4 March 2021",
        ),
        (&["set", "poubelles-battle", "phases[0].from", "4/9/2019"], "– Wednesday 4 September 2019"),
        (&["set", "poubelles-battle-dinum-pau", "obligations[1].due", "4/3/2021"], "– Thursday 4 March 2021"),
        (
            &[
                "new",
                "convention",
                "pau-dinum",
                "--startup",
                "poubelles-battle",
                "--contribution",
                "pau=5",
                "--signed",
                "4/3/2021",
                "--until",
                "5/3/2022",
            ],
            "– Thursday 4 March 2021 · --until Saturday 5 March 2022",
        ),
        (&["sign", "poubelles-battle-dinum-pau", "--on", "20/2/2020"], "– Thursday 20 February 2020"),
    ] {
        let said = answer(&run(&Repo::new(), arguments));
        assert!(said.trim_end().ends_with(days), "{arguments:?}: {said}");
    }
}

#[test]
fn each_verb_answers_the_same_as_json() {
    for case in [DONE, pay(), SIGN, HOLD] {
        let repo = Repo::new();
        let said = answer(&run(&repo, &[case.arguments, &["--json"]].concat()));
        let mut said: serde_json::Value = serde_json::from_str(&said).unwrap();
        let proposed = said.as_object_mut().unwrap().remove("proposed").unwrap();
        assert_eq!(proposed.as_array().unwrap().len(), if case.arguments[0] == "hold" { 2 } else { 0 });
        let record = case.file.trim_end_matches(".toml").replacen("s/", "/", 1);
        let expected = serde_json::json!({
            "commit": repo.head(),
            "subject": case.message.lines().next().unwrap(),
            "record": record,
            "records": [record],
            "on": case.on,
            "more_than_promised": case.beyond,
        });
        assert_eq!(said, expected);
        let undone: serde_json::Value = serde_json::from_str(&answer(&run(&repo, &["undo", "--json"]))).unwrap();
        assert_eq!((&undone["on"], &undone["record"]), (&serde_json::Value::Null, &said["record"]));
    }
}

#[test]
fn the_answer_is_in_french_and_the_commit_is_not() {
    let repo = Repo::new();
    let pay = ["pay", "poubelles-battle-dinum-pau/pau", "36000", "--on", "5/3/2021", "--lang", "fr"];
    let said = answer(&repo.couveuse(&pay).output().unwrap()).replace(['\u{a0}', '\u{202f}'], " ");
    let expected = "poubelles-battle: €36,000 received from pau – vendredi 5 mars 2021 · 1 000 € de plus que le montant conventionné\n";
    assert_eq!(said.split_once(' ').unwrap().1, expected);
}

#[test]
fn facts_in_the_future_are_refused() {
    let repo = Repo::new();
    for (verb, what) in [
        ("done", "poubelles-battle-dinum-pau/statistics-page"),
        ("sign", "poubelles-battle-dinum-pau"),
        ("hold", "poubelles-battle"),
    ] {
        for day in ["demain", "+30"] {
            let (code, line) = refused(&repo, &[verb, what, "--on", day]);
            assert_eq!(code, 1, "{line}");
            assert!(line.contains("is in the future – "), "{line}");
        }
    }
    // A weekday is one of the last seven days, whatever today is.
    let held = answer(&run(&repo, &["hold", "poubelles-battle", "--on", "lundi"]));
    assert!(held.trim_end().rsplit(" – ").next().unwrap().starts_with("Monday"), "{held}");
}

#[test]
fn contradictions_with_the_record_are_refused() {
    let repo = Repo::new();
    let decided = CONVENTION.replace("# signed = YYYY-MM-DD", "decided = 2020-02-20");
    let report = "\n[[obligations]]\nid = \"report\"\nwhat = \"Report\"\nevery = \"3 months\"\n";
    repo.write(CONVENTION_FILE, decided + report);
    repo.commit_all("The decision");
    let convention = "poubelles-battle-dinum-pau";
    let page = &format!("{convention}/statistics-page");
    let (report, pau) = (&format!("{convention}/report"), &format!("{convention}/pau"));
    let pay = ["pay", pau, "17500", "--on", "5/3/2021"];
    answer(&run(&repo, &pay));
    assert_eq!(answer(&run(&repo, &pay)), "already recorded, nothing to add – Friday 5 March 2021\n");
    for (arguments, code, words) in [
        (&["sign", convention, "--on", "19/2/2020"][..], 1, "earlier than the decision to sign (20 Feb 2020)"),
        (&["pay", pau, "0"], 2, "above zero"),
        (&["pay", pau, "-5"], 2, "AMOUNT -5"),
        (&["done", page, "--due", "2021-01-01"], 2, "statistics-page does not recur"),
        (&["done", report, "--due", "2021-01-01"], 2, "remove --due"),
        (&["undo", "abc"], 2, "no commit abc"),
        (&["undo", "HEAD~1"], 1, "not an edit made by couveuse"),
        (&["sign", convention, "--as-of", "1/3/2020"], 2, "--on DATE"),
        (&["undo", "--as-of", "1/3/2020"], 2, "--on DATE"),
    ] {
        let (exit, line) = refused(&repo, arguments);
        assert_eq!(exit, code, "{arguments:?}: {line}");
        assert!(line.contains(words), "{arguments:?}: {line}");
    }
    answer(&run(&repo, &["sign", convention, "--on", "20/2/2020"]));
    let (code, line) = refused(&repo, &["done", report, "--on", "1/3/2021", "--due", "2021-01-01"]);
    assert_eq!(code, 2, "{line}");
    assert!(line.contains("report is not due on 1 Jan 2021 – it is due on 20 May 2020, 20 Aug 2020, "), "{line}");
    answer(&run(&repo, &["done", report, "--on", "1/3/2021", "--due", "2020-08-20"]));
    assert_eq!(lines(&repo), ["+[[obligations.fulfilled]]", "+on = 2021-03-01", "+due = 2020-08-20"]);
}

#[test]
fn blank_evidence_is_dropped() {
    let repo = Repo::new();
    answer(&run(&repo, &["done", "poubelles-battle-dinum-pau/statistics-page", "--on", "4/3/2021", "--evidence", ""]));
    assert!(!repo.git(&["log", "-1", "--format=%B"]).contains("Evidence"));
    assert_eq!(lines(&repo), ["+[[obligations.fulfilled]]", "+on = 2021-03-04"]);
}

/// The files that a verb touches, counted for `postpone`.
#[test]
fn a_verb_touches_at_most_six_files() {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    let (mut folders, mut touched) = (vec![root.join("src")], Vec::new());
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(&folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if std::fs::read_to_string(&path).is_ok_and(|text| text.to_lowercase().contains("postpone")) {
                touched.push(path.strip_prefix(root).unwrap().display().to_string());
            }
        }
    }
    touched.sort();
    assert!((2..=6).contains(&touched.len()), "{touched:#?}");
    let contributing = std::fs::read_to_string(root.join("CONTRIBUTING.md")).unwrap();
    for file in touched {
        let general = file.replace("postpone", "NAME");
        assert!(contributing.contains(&general), "CONTRIBUTING.md does not list {general}");
    }
}
