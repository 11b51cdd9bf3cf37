//! The fifteen questions of a lead on the demo, each from the start screen: the keys, and the answer on screen, which
//! is compared with that of `--json`. Keys are named as in `tasks`; typed text is not counted.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use couveuse::locale::{Language, Locale};
use couveuse::model::Money;
use serde_json::Value;

use crate::docs::assert_generated;
use crate::driver::{Screen, day};
use crate::support::Repo;
use crate::tasks::{Press, press_all, presses};

const TODAY: &str = "2026-11-22";
const SIZE: (u16, u16) = (120, 40);
/// The maximum number of keys for a question.
const MOST: usize = 5;

/// A question.
struct Question {
    what: &'static str,
    keys: &'static str,
    /// The words that the screen shows, according to `--json`.
    answer: fn(&Json<'_>) -> Vec<String>,
}

/// The answers of the command line.
struct Json<'a> {
    repo: &'a Repo,
    locale: Locale,
}

impl Json<'_> {
    fn of(&self, arguments: &[&str]) -> Value {
        let arguments = [arguments, &["--json", "--as-of", TODAY]].concat();
        let output = self.repo.couveuse(&arguments).output().expect("run");
        serde_json::from_slice(&output.stdout).unwrap_or_else(|error| panic!("{arguments:?}: {error}"))
    }

    /// The rows of a list in the answer of a command for which a condition is true.
    fn rows(&self, arguments: &[&str], list: &str, is: impl Fn(&Value) -> bool) -> Vec<Value> {
        let answer = self.of(arguments);
        let rows = answer[list].as_array().unwrap_or_else(|| panic!("{list} of {arguments:?}"));
        let rows: Vec<Value> = rows.iter().filter(|row| is(row)).cloned().collect();
        assert!(!rows.is_empty(), "{arguments:?} has nothing to compare");
        rows
    }

    /// An amount as the screen shows it.
    fn money(&self, amount: &Value) -> String {
        self.locale.money_short(amount.as_str().expect("an amount").parse::<Money>().expect("an amount"))
    }

    /// The names of startups.
    fn names(&self, ids: impl Iterator<Item = String>) -> Vec<String> {
        let all = self.rows(&["list"], "startups", |_| true);
        let name = |id: String| {
            let row = all.iter().find(|row| row["id"] == id.as_str()).unwrap_or_else(|| panic!("{id}"));
            row["name"].as_str().expect("a name").to_owned()
        };
        ids.collect::<BTreeSet<_>>().into_iter().map(name).collect()
    }

    /// The names of the startups of committees.
    fn of_committees(&self, is: impl Fn(&Value) -> bool) -> Vec<String> {
        let rows = self.rows(&["committees"], "committees", is);
        let mut shown = self.names(rows.iter().map(|row| text(&row["startup"])));
        shown.push(format!("{} of ", rows.len()));
        shown
    }

    /// The names of the startups of occurrences, and their number.
    fn of_occurrences(&self, is: impl Fn(&Value) -> bool) -> Vec<String> {
        let rows = self.rows(&["due"], "occurrences", is);
        let ids = rows.iter().flat_map(|row| row["startups"].as_array().expect("a list").iter().map(text));
        let mut shown = self.names(ids);
        shown.push(format!("{} of ", rows.len()));
        shown
    }

    /// The names of startups, and their number.
    fn of_startups(&self, is: impl Fn(&Value) -> bool) -> Vec<String> {
        let rows = self.rows(&["list"], "startups", is);
        let mut shown: Vec<String> = rows.iter().map(|row| text(&row["name"])).collect();
        shown.push(format!("{} of ", rows.len()));
        shown
    }
}

fn text(value: &Value) -> String {
    value.as_str().expect("a text").to_owned()
}

fn is_between(value: &Value, from: &str, to: &str) -> bool {
    value.as_str().is_some_and(|day| (from..=to).contains(&day))
}

const QUESTIONS: [Question; 15] = [
    Question {
        what: "How much was received of what Marées promised?",
        keys: "4 / “owes:marees” Enter",
        answer: |json| {
            let party = &json.rows(&["funding"], "parties", |row| row["id"] == "marees")[0];
            vec![json.money(&party["received"]), json.money(&party["payable"])]
        },
    },
    Question {
        what: "Which conventions end within six months?",
        keys: "2 / “ends:6m” Enter",
        answer: |json| {
            let is_current = |one: &Value| one["status"] == "in-force" || one["status"] == "ending";
            let ends = |one: &Value| is_current(one) && is_between(&one["ends"], TODAY, "2027-05-22");
            json.of_startups(|row| row["conventions"].as_array().expect("a list").iter().any(ends))
        },
    },
    Question {
        what: "Which startups had no committee for a year?",
        // Also those that never had one.
        keys: "5 / “-on:>=-12m” Enter",
        answer: |json| {
            let is_long_ago = |on: &Value| on.is_null() || is_between(on, "2000-01-01", "2025-11-21");
            json.of_committees(|row| is_long_ago(&row["last_held"]))
        },
    },
    Question {
        what: "What is still to be called from Val-Tisserand?",
        keys: "f “val-tisserand” Enter Tab",
        answer: |json| {
            let party = &json.rows(&["funding"], "parties", |row| row["id"] == "val-tisserand")[0];
            vec!["To be called".to_owned(), json.money(&party["uncalled"])]
        },
    },
    Question {
        what: "What did the last committee of Marelle decide, and was it done?",
        keys: "2 / “marelle” Enter Enter",
        answer: |json| {
            let startup = json.of(&["show", "marelle"]);
            let held = startup["committees"].as_array().expect("a list").iter().filter(|one| one["state"] == "held");
            let last = held.max_by_key(|one| text(&one["on"])).expect("a committee");
            let open = startup["actions"].as_array().expect("a list").iter().filter(|one| one["done"].is_null());
            let decision = json.locale.text(&format!("decision-{}", text(&last["decision"])));
            open.map(|one| text(&one["what"])).chain([decision, json.locale.date(day(&text(&last["on"])))]).collect()
        },
    },
    Question {
        what: "What are AE and CP of this year by convention?",
        keys: "4 B",
        answer: |json| {
            let budget = &json.rows(&["funding"], "budgets", |row| row["year"] == 2026)[0];
            let rows = budget["conventions"].as_array().expect("a list").iter().take(20);
            rows.flat_map(|row| [json.money(&row["ae"]), json.money(&row["cp"])]).filter(|one| one != "€0").collect()
        },
    },
    Question {
        what: "How much cash is there in the next six months?",
        keys: "4 $",
        answer: |json| {
            let total = &json.of(&["funding", "--cash"])["total"];
            let months = total["months"].as_array().expect("a list").iter().take(6);
            months.map(|month| json.money(&month["balance"])).chain([json.money(&total["available"])]).collect()
        },
    },
    Question {
        what: "Who runs out of money first?",
        keys: "4 $ G",
        answer: |json| {
            let mut short = json.rows(&["funding", "--cash"], "startups", |row| !row["short_from"].is_null());
            short.sort_by_key(|row| text(&row["short_from"]));
            let first = &short[0];
            let month = day(&format!("{}-01", text(&first["short_from"])));
            let names = json.names([text(&first["id"])].into_iter());
            names.into_iter().chain([format!("✗ short from {}", month.format("%B %Y"))]).collect()
        },
    },
    Question {
        what: "Which money is late, and whose is it?",
        keys: "4 / “late” Enter",
        answer: |json| {
            let late = json.rows(&["due"], "occurrences", |row| row["state"] == "late" && !row["amount"].is_null());
            let parties = json.of(&["funding"]);
            let total = json.money(&parties["total"]["late"]);
            late.iter().map(|row| json.money(&row["amount"])).chain([format!("{total} late")]).collect()
        },
    },
    Question {
        what: "Which decisions have lapsed?",
        keys: "5 / “late decision” Enter",
        answer: |json| json.of_committees(|row| row["reason"] == "decision" && row["state"] == "late"),
    },
    Question {
        what: "What changed since 1 November?",
        keys: "7 / “on:>=2026-11-01” Enter",
        answer: |json| {
            let commits = json.rows(&["log", "--since", "2026-11-01"], "commits", |_| true);
            // The latest ones are in view.
            let days: BTreeSet<String> = commits.iter().map(|row| text(&row["on"])).collect();
            let days = days.iter().rev().take(4).map(|on| json.locale.date_long(day(on)));
            days.chain([format!("{} of ", commits.len())]).collect()
        },
    },
    Question {
        what: "Which actions of Coach B are overdue?",
        keys: "3 / “owner:coach-b kind:action late” Enter",
        answer: |json| {
            let is_its = |row: &Value| row["kind"] == "action" && row["owner"] == "coach-b" && row["state"] == "late";
            json.of_occurrences(is_its)
        },
    },
    Question {
        what: "What is the portfolio by phase, with sums?",
        keys: "2 b",
        answer: |json| {
            let startups = json.rows(&["list"], "startups", |_| true);
            let phases: BTreeSet<&str> = startups.iter().filter_map(|row| row["phase"].as_str()).collect();
            let of_phase = |phase: &&str| {
                let rows: Vec<_> = startups.iter().filter(|row| row["phase"] == *phase).collect();
                // A shared contribution counts once.
                let is_counted = |row: &&&Value| {
                    let others = row["shared_with"].as_array().expect("a list");
                    others.iter().all(|other| text(&row["id"]) < text(other))
                };
                let sum = |key: &str| -> Money {
                    let amounts = rows.iter().filter(is_counted).map(|row| text(&row["funding"][key]));
                    amounts.map(|amount| amount.parse::<Money>().expect("an amount")).sum()
                };
                let (received, payable) = (sum("received"), sum("payable"));
                let word = json.locale.text(&format!("phase-{phase}"));
                let capital = word[..1].to_uppercase() + &word[1..];
                let count = format!("{capital} {}", rows.len());
                if payable.is_zero() {
                    vec![count]
                } else {
                    vec![count, json.locale.money_short(payable), json.locale.money_short(received)]
                }
            };
            phases.iter().flat_map(of_phase).map(|words| words.replace('€', "")).collect()
        },
    },
    Question {
        what: "Which conventions are undated?",
        keys: "2 / “status:undated” Enter",
        answer: |json| {
            let is_undated = |one: &Value| one["status"] == "undated";
            json.of_startups(|row| row["conventions"].as_array().expect("a list").iter().any(is_undated))
        },
    },
    Question {
        what: "What do we owe that is late?",
        keys: "3 / “late owes:pepiniere” Enter",
        answer: |json| {
            let owes = |row: &Value| row["debtors"].as_array().expect("a list").contains(&"pepiniere".into());
            json.of_occurrences(|row| row["state"] == "late" && owes(row))
        },
    },
];

impl Question {
    fn count(&self) -> usize {
        presses(self.keys).iter().filter(|press| matches!(press, Press::Key(_))).count()
    }
}

#[test]
fn each_question_is_answered_as_by_json() {
    let repo = Repo::demo(TODAY);
    let json = Json { repo: &repo, locale: Locale::new(Language::English) };
    let mut wrong = Vec::new();
    for question in &QUESTIONS {
        let mut screen = Screen::of_repo_on(&repo, Language::English, SIZE, day(TODAY));
        press_all(question.keys, &mut screen);
        let text = screen.text();
        let absent = (question.answer)(&json).into_iter().filter(|words| !text.contains(words.as_str()));
        wrong.extend(absent.map(|words| format!("{}: {words} is absent\n{text}", question.what)));
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn no_question_takes_more_than_five_keys() {
    for question in &QUESTIONS {
        assert!(question.count() <= MOST, "{}: {}", question.what, question.count());
    }
}

#[test]
fn the_table_in_the_guide_is_current() {
    let mut section = String::from(
        "From the start screen, on `couveuse demo --as-of 2026-11-22`; typed text is not counted. A test compares each answer \
         with that of `--json`.\n\n| question | keys | count |\n|---|---|---|\n",
    );
    for question in &QUESTIONS {
        let shown = presses(question.keys).into_iter().map(|press| match press {
            Press::Key(key) => format!("`{key}`"),
            Press::Text(text) => format!("“{text}”"),
        });
        let keys = shown.collect::<Vec<_>>().join(" ");
        writeln!(section, "| {} | {keys} | {} |", question.what, question.count()).unwrap();
    }
    assert_generated("docs/guide.md", "questions", &section);
}
