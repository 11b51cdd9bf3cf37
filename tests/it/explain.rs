//! `couveuse explain`: the rule, and the entries with file, line, and commit.

use couveuse::locale::Language;
use rust_decimal::Decimal;
use serde_json::{Value, json};

use crate::driver::{Screen, day};
use crate::support::{self, CONVENTION, Repo, STARTUP, refused};

const ID: &str = "poubelles-battle-dinum-pau";
const FILE: &str = "conventions/poubelles-battle-dinum-pau.toml";
const STARTUP_FILE: &str = "startups/poubelles-battle.toml";

fn said(repo: &Repo, arguments: &[&str]) -> String {
    support::said(repo, &[arguments, &["--as-of", "2020-12-01"]].concat())
}

fn json(repo: &Repo, arguments: &[&str]) -> Value {
    serde_json::from_str(&said(repo, &[arguments, &["--json"]].concat())).unwrap()
}

/// A signed convention with a payment, an order and a late committee, each in a commit of its own.
fn funded() -> Repo {
    let repo = Repo::new();
    let signed =
        CONVENTION.replace("# signed = YYYY-MM-DD", "signed = 2020-02-20\nterm = { months = 12, article = \"7\" }");
    repo.write(FILE, &signed);
    repo.commit_all("Signed");
    let paid = "\n[[payments]]\ncontribution = \"pau\"\namount = 35000\non = 2020-04-01\n";
    repo.write(FILE, format!("{signed}{paid}"));
    repo.commit_all("Paid");
    let spent = "\n[[expenditure]]\namount = 6000\nwhat = \"Order of the third quarter\"\ncommitted = 2020-08-01\npaid = 2020-10-02\n";
    repo.write(FILE, format!("{signed}{paid}{spent}"));
    repo.commit_all("Spent");
    repo
}

#[test]
fn a_figure_lists_its_entries_with_their_commits() {
    let repo = funded();
    let commits = repo.git(&["log", "--format=%H"]);
    let commits: Vec<&str> = commits.lines().collect();
    let received = json(&repo, &["explain", "startup/poubelles-battle", "received"]);
    assert_eq!((&received["what"], &received["value"]), (&json!("received"), &json!("€35,000.00")));
    let line = &received["lines"][0];
    let written = repo.read(FILE);
    let number = written.lines().position(|line| line == "[[payments]]").unwrap() + 1;
    assert_eq!(
        line,
        &json!({
            "text": "payment from Pau Béarn Pyrénées on 1 April 2020",
            "amount": "35000.00",
            "on": "2020-04-01",
            "article": "5.1",
            "record": format!("convention/{ID}"),
            "path": "payments[0]",
            "file": FILE,
            "line": number,
            "commit": commits[1],
            "author": "Lead Office",
            "committed_on": "2020-12-01",
        })
    );
    let cp = said(&repo, &["explain", ID, "cp"]);
    assert!(cp.contains("Order of the third quarter") && !cp.contains("expenditure["), "{cp}");
    assert!(cp.contains(&commits[0][..7]) && cp.contains("Source: decree 2007-44"), "{cp}");
}

#[test]
fn dates_states_and_counts_are_explained() {
    let repo = funded();
    let lines = |what: &str| json(&repo, &["explain", "poubelles-battle", what])["lines"].as_array().unwrap().clone();
    for (what, value, path) in [
        ("phase", "construction", "phases[0]"),
        ("planned", "Thursday 20 August 2020", "committees[0]"),
        ("ends", "Saturday 20 February 2021", "signed"),
        ("term", "Saturday 20 February 2021", "signed"),
        ("status", "ending soon", "signed"),
        ("funded-until", "Saturday 20 February 2021", "payments[0]"),
        ("runway", "Saturday 20 February 2021", "payments[0]"),
    ] {
        let one = json(&repo, &["explain", "poubelles-battle", what]);
        assert_eq!(one["value"], json!(value), "{what}: {one}");
        assert_eq!(one["lines"][0]["path"], json!(path), "{what}: {one}");
        assert!(one["rule"].as_str().unwrap().ends_with('.') && one["lines"][0]["commit"].is_string(), "{what}: {one}");
    }
    assert!(lines("committee").iter().any(|line| line["path"] == "habits.committee_every"), "{:?}", lines("committee"));
    let report = json(&repo, &["explain", ID, "obligations.management-report"]);
    assert_eq!(report["value"], json!("Saturday 20 March 2021 · open"));
    let paths: Vec<&str> =
        report["lines"].as_array().unwrap().iter().map(|line| line["path"].as_str().unwrap()).collect();
    assert_eq!(paths, ["obligations[1]", "obligations[1].due", "term", "signed"]);
    assert_eq!(report["lines"][2]["article"], json!("7"));
    assert!(json(&repo, &["explain", "poubelles-battle", "today"])["value"].as_str().unwrap().starts_with("no. 1 of"));
    let field = json(&repo, &["explain", "poubelles-battle", "incubator"]);
    assert_eq!((&field["value"], &field["lines"][0]["line"]), (&json!("\"dinum\""), &json!(2)));
}

#[test]
fn everything_that_is_listed_is_explained() {
    let repo = Repo::sample();
    for record in ["histologe", "histologe-pau-anct", "incubateur-anct-dinum", "party/anct", "portfolio"] {
        let all = json(&repo, &["explain", record]);
        let topics = all["topics"].as_array().unwrap();
        assert!(topics.len() > 10, "{record}: {all}");
        for topic in topics {
            let what = topic["what"].as_str().unwrap();
            let one = json(&repo, &["explain", record, what]);
            assert!(!one["rule"].as_str().unwrap().is_empty(), "{record} {what}");
            assert_eq!((&one["name"], &one["value"]), (&topic["name"], &topic["value"]), "{record} {what}");
        }
        for language in ["en", "fr"] {
            let text = repo.couveuse(&["explain", record, "--lang", language]).output().unwrap();
            assert!(!String::from_utf8(text.stdout).unwrap().contains("topic-"), "{record}");
        }
    }
}

#[test]
fn unknown_words_get_a_suggestion() {
    let repo = funded();
    assert!(refused(&repo, &["explain", "poubelles-battle", "recieved"]).contains("did you mean received?"));
    let said = refused(&repo, &["explain", "poubelles-battle", "xyzzy"]);
    assert!(said.contains("couveuse explain startup/poubelles-battle lists"), "{said}");
    assert!(refused(&repo, &["explain", "poubelles-battle", "site"]).contains("site"), "not in the record");
    assert!(refused(&repo, &["explain", "nobody", "received"]).contains("nobody"));
}

#[test]
fn lines_of_the_work_tree_and_of_a_past_commit_have_their_origin() {
    let repo = funded();
    let text = repo.read(FILE).replace("amount = 35000\non", "amount = 35000 # checked\non");
    repo.write(FILE, format!("# new\n{text}"));
    let now = json(&repo, &["explain", ID, "received"]);
    let line = &now["lines"][0];
    assert!(line["commit"].is_string() && line["line"].as_u64() > Some(30), "the heading is committed: {now}");
    repo.write(
        FILE,
        format!("{}\n[[payments]]\ncontribution = \"pau\"\namount = 1\non = 2020-05-01\n", repo.read(FILE)),
    );
    let now = said(&repo, &["explain", ID, "received"]);
    assert!(now.contains("not committed"), "{now}");
    let then = json(&repo, &["explain", ID, "received", "--at", "HEAD~2"]);
    assert_eq!((&then["value"], &then["lines"]), (&json!("€0.00"), &json!([])));
    let plain = Repo::plain();
    let one = json(&plain, &["explain", "poubelles-battle", "phase"]);
    assert!(one["lines"][0]["commit"].is_null() && one["lines"][0]["file"] == STARTUP_FILE, "{one}");
    plain.write(STARTUP_FILE, STARTUP);
}

/// The words that explain each column of a screen, for a kind of row.
const COLUMNS: [(&str, &[&str]); 5] = [
    ("1", &["place in Today"]),
    (
        "2",
        &[
            "name",
            "phase",
            "% received",
            "received",
            "payable",
            "late obligations",
            "next committee",
            "status of the convention",
            "end of the convention",
            "last decision",
            "decided until",
            "funded until",
            "late",
            "main indicator",
            "coach",
        ],
    ),
    ("3", &["Source: "]),
    ("4", &["From, contribution of", "To, contribution of", "received", "payable", "outstanding", "Source: "]),
    (
        "5",
        &[
            "name",
            "next committee",
            "last committee held",
            "last decision",
            "planned committee",
            "status of the convention",
        ],
    ),
];

/// Whether an explanation names a file with its line, and the commit or the author.
fn has_place(text: &str) -> bool {
    text.lines().any(|line| line.contains(".toml:") && line.contains(" · "))
}

/// Goes through the rows of a list or the lines of a page and explains each. Returns how many there were.
fn walk(screen: &mut Screen, mut check: impl FnMut(&str)) -> usize {
    let (mut rows, mut last) = (0, (Vec::new(), String::new()));
    loop {
        let here = screen.state.targets();
        // Several lines may be about the same thing: then the cursor shows whether it has moved.
        let drawn = if here == last.0 { screen.text() } else { String::new() };
        if here.is_empty() || !drawn.is_empty() && drawn == last.1 {
            return rows;
        }
        (last, rows) = ((here, drawn), rows + 1);
        let text = screen.keys("=").text();
        assert!(!text.contains("topic-") && !text.contains("derivation-") && !text.contains("value-"), "{text}");
        check(&text);
        screen.keys("<Esc>j");
    }
}

#[test]
fn every_cell_of_every_screen_of_the_demo_is_explained() {
    let repo = Repo::demo("2026-11-22");
    for key in ["1", "2", "3", "4", "5", "6", "7"] {
        // The explanation of a startup is long.
        let rows = if matches!(key, "2" | "5") { 900 } else { 320 };
        let mut screen = Screen::of_repo_on(&repo, Language::English, (120, rows), day("2026-11-22"));
        screen.keys(key).keys("gg");
        let expected = COLUMNS.iter().find(|(of, _)| *of == key).map_or(&[][..], |(_, words)| *words);
        let rows = walk(&mut screen, |text| {
            let is_startup = key != "2" || text.contains("main indicator");
            for words in expected.iter().filter(|_| is_startup) {
                assert!(text.contains(words), "{key}: {words} in\n{text}");
            }
            match key {
                // Some findings are about files that are no records.
                "6" => assert!(text.contains("Derivation"), "{text}"),
                // A commit is its own source: who made it, when, and what became known with it.
                "7" => assert!(text.contains("2026") || text.contains("2025") || text.contains("2024"), "{text}"),
                _ => assert!(has_place(text), "{key}: no file and line in\n{text}"),
            }
        });
        assert!(rows > 0, "{key}: {rows} rows\n{}", screen.text());
    }
}

#[test]
fn every_line_of_a_page_is_explained() {
    let repo = Repo::demo("2026-11-22");
    let mut screen = Screen::of_repo_on(&repo, Language::English, (120, 130), day("2026-11-22"));
    // A startup with its conventions, a framework, and a party.
    for keys in ["2gg<Enter>", "<Esc>2G<Enter>", "<Esc>fdinum<Enter>"] {
        screen.keys(keys).keys("gg");
        let rows = walk(&mut screen, |text| {
            assert!(has_place(text) || text.contains("Commit") || text.contains("202"), "{text}");
        });
        assert!(rows > 10, "{keys}: {rows} lines\n{}", screen.text());
    }
}

#[test]
fn enter_on_a_line_of_an_explanation_goes_there() {
    let repo = funded();
    let mut screen = Screen::of_repo_on(&repo, Language::English, (120, 200), day("2020-12-01"));
    screen.keys("2=/payment from<Enter>");
    let text = screen.text();
    let commit = repo.git(&["log", "--format=%h", "--abbrev=7", "-1", "HEAD~"]);
    assert!(text.contains(&format!("{FILE}:")) && text.contains(commit.trim()), "{text}");
    screen.keys("<Enter>");
    let text = screen.text();
    let selected = text.lines().skip(1).find(|line| line.starts_with('▌')).unwrap();
    assert!(selected.contains("1 Apr 2020") && selected.contains("payment"), "{text}");
}

/// The sum of the lines of an explanation.
fn added_up(explanation: &Value) -> Decimal {
    let amounts = explanation["lines"].as_array().unwrap().iter().map(|line| line["amount"].as_str().unwrap());
    amounts.map(|amount| amount.parse::<Decimal>().unwrap()).sum()
}

#[test]
fn each_figure_of_the_cash_view_is_explained_by_the_entries_that_it_adds_up() {
    let repo = Repo::demo("2026-11-22");
    let json = |arguments: &[&str]| -> Value {
        let arguments = [arguments, &["--as-of", "2026-11-22", "--json"]].concat();
        serde_json::from_str(&support::said(&repo, &arguments)).unwrap()
    };
    let cash = json(&["funding", "--cash"]);
    let amount = |value: &Value| value.as_str().unwrap().parse::<Decimal>().unwrap();
    let marelle = cash["startups"].as_array().unwrap().iter().find(|one| one["id"] == "marelle").unwrap();
    for (record, figures) in [("portfolio", &cash["total"]), ("startup/marelle", marelle)] {
        let explained = |what: &str| json(&["explain", record, what]);
        assert_eq!(added_up(&explained("cash.available")), amount(&figures["available"]), "{record}");
        assert_eq!(added_up(&explained("cash.undated")), amount(&figures["undated"]), "{record}");
        for month in figures["past"].as_array().unwrap() {
            for figure in ["received", "spent"] {
                let what = format!("cash.{}.{figure}", month["month"].as_str().unwrap());
                assert_eq!(added_up(&explained(&what)), amount(&month[figure]), "{record} {what}");
            }
        }
        for month in figures["months"].as_array().unwrap() {
            let what = format!("cash.{}", month["month"].as_str().unwrap());
            assert_eq!(
                added_up(&explained(&format!("{what}.expected"))),
                amount(&month["expected"]),
                "{record} {what}"
            );
            let balance = explained(&what);
            assert_eq!(balance["what"], json!(format!("{what}.balance")));
            assert!(balance["rule"].as_str().unwrap().contains("before"), "{balance}");
        }
    }
    let burn = json(&["explain", "marelle", "cash.burn"]);
    assert_eq!(added_up(&burn), amount(&marelle["burn"]["paid"]), "the rate is that of these lines");

    // The same on screen, with one key: of the portfolio, and of a startup.
    let mut screen = Screen::of_repo_on(&repo, Language::English, (120, 60), day("2026-11-22"));
    screen.keys("4$/available<Enter>=");
    assert!(screen.text().contains("─ Derivation ─"), "{}", screen.text());
    assert!(
        screen.text().contains("Amounts received and amounts that contributors spend directly"),
        "{}",
        screen.text()
    );
    screen.keys("<Esc><Esc><Esc>2/marelle<Enter><Enter>/january 2027<Enter>=");
    let text = screen.text();
    assert!(text.contains("─ Derivation ─") && text.contains("balance at the end of the month"), "{text}");
}
