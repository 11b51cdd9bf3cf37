//! Twenty tasks of a lead or a coach on the demo, each from the start screen: the keys and the result. Keys are named
//! as in the keymap. Typed text is between “ and ”, and is not counted.

use std::fmt::Write as _;

use couveuse::locale::Language;

use crate::docs::assert_generated;
use crate::driver::{Screen, day};
use crate::support::Repo;

const TODAY: &str = "2026-11-22";
const SIZE: (u16, u16) = (120, 40);
/// The maximum number of keys for a task.
const MOST: usize = 12;

/// A task.
struct Job {
    what: &'static str,
    keys: &'static str,
    /// What the screen shows afterwards.
    shows: &'static [&'static str],
    /// What it doesn't show.
    hides: &'static [&'static str],
    /// The number of commits.
    commits: usize,
    /// The lines that the commits add and remove in total, regardless of their spaces.
    lines: &'static [&'static str],
}

const LOOK: Job = Job { what: "", keys: "", shows: &[], hides: &[], commits: 0, lines: &[] };
const EDIT: Job = Job { commits: 1, ..LOOK };

const JOBS: [Job; 20] = [
    Job {
        what: "See who owes Port-Clair something this month",
        keys: "3 / “to:port-clair due:2026-11” Enter",
        shows: &["28 Nov 2026", "Ombre portée", "Pépinière → Port-Clair"],
        hides: &["Cabestan", "Lavoir commun"],
        ..LOOK
    },
    Job { what: "See which committees are late", keys: "5", shows: &["Late 5", "Papier calque", "✗ 44 d"], ..LOOK },
    Job {
        what: "Record three payments at once",
        keys: "3 / “payment due” Enter v j j p Ctrl-s",
        shows: &["3 payments received in 3 records"],
        hides: &["Brise-Lames", "Fanal du soir"],
        lines: &["+amount = 25500", "+amount = 45000", "+amount = 18000"],
        ..EDIT
    },
    Job {
        what: "Mark four obligations as done at once",
        keys: "3 / “late feuille” Enter Ctrl-a x Ctrl-s",
        shows: &["4 obligations done in 4 records", "3 Obligations ✗21"],
        lines: &["+[[obligations.fulfilled]]", "+on = 2026-11-22"],
        ..EDIT
    },
    Job {
        what: "Fix a wrong IBAN reported by a finding",
        keys: "6 / “digits” Enter e “FR76 9999 9000 0100 0000 0020 485” Ctrl-s",
        shows: &["No match"],
        hides: &["fails its check digits"],
        lines: &["-iban = \"FR76 9999 9000 0100 0000 0002 485\"", "+iban = \"FR76 9999 9000 0100 0000 0020 485\""],
        ..EDIT
    },
    Job {
        what: "Record a signature, and see what falls due",
        keys: "/ “double” Enter s “20/11” Ctrl-s",
        shows: &["→ 20 May 2028", "! 20 Dec 2026 Publier la con…"],
        hides: &["? unsigned"],
        lines: &["+signed = 2026-11-20"],
        ..EDIT
    },
    Job {
        what: "Record a committee with its decision and envelope",
        keys: "5 c Tab “accel” Tab Tab “35k” Ctrl-s",
        shows: &["5 Committees ✗2", "papier-calque: committee held on 22 November 2026, accelerate"],
        lines: &["+on = 2026-11-22", "+state = \"held\"", "+decision = \"accelerate\"", "+envelope = 35000"],
        ..EDIT
    },
    Job {
        what: "Plan a committee",
        keys: "5 a p “15/12” Ctrl-s",
        shows: &["Planned         Tuesday 15 December 2026"],
        lines: &["+on = 2026-12-15", "+state = \"planned\""],
        ..EDIT
    },
    Job {
        what: "Move a startup to its next phase",
        keys: "/ “sablier” Enter m Ctrl-s",
        shows: &["operated since 22 Nov 2026"],
        lines: &["+[[phases]]", "+phase = \"operated\"", "+from = 2026-11-22"],
        ..EDIT
    },
    Job {
        what: "Add a note",
        keys: "/ “cabestan” Enter a n “The port opens its register” Ctrl-s",
        shows: &["cabestan: note: The port opens its register"],
        lines: &["+[[notes]]", "+on = 2026-11-22", "+text = \"The port opens its register\""],
        ..EDIT
    },
    Job {
        what: "Add an action with its owner and due date",
        keys: "/ “cabestan” Enter a a “Ask for the register” Tab “Coach A” Tab “+7” Ctrl-s",
        shows: &["cabestan: agreed: Ask for the register"],
        lines: &["+what = \"Ask for the register\"", "+owner = \"coach-a\"", "+due = 2026-11-29"],
        ..EDIT
    },
    Job {
        what: "Mark an action as done",
        keys: "/ “ecluse” Enter Enter / “rappeler” Enter x Ctrl-s",
        shows: &[
            "✓ Rappeler les trois communes qui n’ont pas répondu · Coach A · due 6 Dec 2026 · done on 22 Nov 2026",
        ],
        lines: &["+done = 2026-11-22"],
        ..EDIT
    },
    Job {
        what: "Record a call for funds",
        keys: "/ “hirondelle” Enter a f Ctrl-s",
        shows: &["hirondelle: €22,000 called from val-tisserand"],
        lines: &["+[[calls]]", "+amount = 22000", "+contribution = \"val-tisserand\"", "+tranche = 3"],
        ..EDIT
    },
    Job {
        what: "Record an expenditure",
        keys: "/ “hirondelle” Enter a d “Hosting” Tab “1200,50” Ctrl-s",
        shows: &["hirondelle: €1,200.50 spent on Hosting"],
        lines: &["+[[expenditure]]", "+amount = \"1200.50\"", "+what = \"Hosting\"", "+paid = 2026-11-22"],
        ..EDIT
    },
    Job {
        what: "Change a single field: a startup's site",
        keys: "/ “hirondelle” Enter e “site” Tab “https://hirondelle.example.net” Ctrl-s",
        shows: &["hirondelle: site set to https://hirondelle.example.net"],
        lines: &["-site = \"https://hirondelle.example.org\"", "+site = \"https://hirondelle.example.net\""],
        ..EDIT
    },
    Job { what: "Undo the last edit, and redo it", keys: "u U", shows: &["Redo \"haie-vive"], commits: 2, ..LOOK },
    Job {
        what: "Find a convention by a former name of its startup",
        keys: "f “lisieres propres convention” Enter",
        shows: &["Belle-Lisière : convention Ventelune – Pépinière", "Promised          €72,000.00"],
        ..LOOK
    },
    Job {
        what: "See where a figure comes from, line by line",
        keys: "/ “sablier” Enter =",
        shows: &[
            "Derivation",
            "€274,000.00  promised",
            "€50,000.00   5 Jan 2024  Amount, contribution of Sentiers · art. 5.1",
        ],
        ..LOOK
    },
    Job {
        what: "See the changes of the last week, line by line",
        keys: "7 / “on:-7d” Enter",
        shows: &["new startup: Vent debout", "Monday 16 November 2026", "expenditure of €1,328.00: Bon de comma"],
        hides: &["Friday 13 November 2026"],
        ..LOOK
    },
    Job {
        what: "View the portfolio as of a past date",
        keys: "t “1/6/2026” Enter",
        shows: &["as of 1 Jun 2026", "3 Obligations ✗7"],
        ..LOOK
    },
];

/// A key by its name, or a text to type.
pub enum Press {
    Key(&'static str),
    Text(&'static str),
}

/// The keys and texts that are pressed and typed one after the other.
pub fn presses(mut keys: &'static str) -> Vec<Press> {
    let mut presses = Vec::new();
    while !keys.is_empty() {
        let (press, rest) = match keys.strip_prefix('“') {
            Some(typed) => {
                let (text, rest) = typed.split_once('”').expect("the end of what is typed");
                (Press::Text(text), rest)
            }
            None => {
                let (key, rest) = keys.split_at(keys.find(' ').unwrap_or(keys.len()));
                (Press::Key(key), rest)
            }
        };
        presses.push(press);
        keys = rest.trim_start();
    }
    presses
}

impl Job {
    fn count(&self) -> usize {
        presses(self.keys).iter().filter(|press| matches!(press, Press::Key(_))).count()
    }
}

/// Presses and types them.
pub fn press_all(keys: &'static str, screen: &mut Screen) {
    for press in presses(keys) {
        match press {
            Press::Text(text) => screen.keys(text),
            Press::Key(key) if key.chars().count() == 1 => screen.keys(key),
            Press::Key(key) => screen.keys(&format!("<{}>", key.replace("Ctrl-", "C-"))),
        };
    }
}

/// The added and removed lines, with single spaces.
fn lines(repo: &Repo, since: &str) -> Vec<String> {
    let patch = repo.git(&["diff", "--unified=0", since, "HEAD"]);
    let is_change = |line: &&str| line.starts_with(['+', '-']) && !line.starts_with("+++") && !line.starts_with("---");
    patch.lines().filter(is_change).map(|line| line.split_whitespace().collect::<Vec<_>>().join(" ")).collect()
}

#[test]
fn twenty_tasks_are_done_with_the_documented_keys() {
    let repo = Repo::demo(TODAY);
    let start = repo.head();
    let mut wrong = Vec::new();
    for job in &JOBS {
        repo.git(&["reset", "--quiet", "--hard", &start]);
        let mut screen = Screen::of_repo_on(&repo, Language::English, SIZE, day(TODAY));
        press_all(job.keys, &mut screen);
        let (what, text) = (job.what, screen.text());
        let absent = job.shows.iter().filter(|words| !text.contains(**words));
        let present = job.hides.iter().filter(|words| text.contains(**words));
        wrong.extend(absent.map(|words| format!("{what}: {words} is absent\n{text}")));
        wrong.extend(present.map(|words| format!("{what}: {words} is present\n{text}")));
        let commits = repo.git(&["rev-list", "--count", &format!("{start}..HEAD")]);
        if commits.trim() != job.commits.to_string() {
            wrong.push(format!("{what}: {} commits\n{text}", commits.trim()));
        }
        let found = lines(&repo, &start);
        let lost = job.lines.iter().filter(|line| !found.iter().any(|found| found == *line));
        wrong.extend(lost.map(|line| format!("{what}: {line} is not among\n{found:#?}")));
        if found.is_empty() != job.lines.is_empty() {
            wrong.push(format!("{what}: {found:#?}"));
        }
        assert_eq!(repo.git(&["status", "--porcelain"]), "", "{what}");
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn no_task_takes_more_than_twelve_keys() {
    for job in &JOBS {
        assert!(job.count() <= MOST, "{}: {}", job.what, job.count());
    }
}

/// The section of the guide.
fn section() -> String {
    let mut text = String::from(
        "From the start screen, on `couveuse demo --as-of 2026-11-22`; typed text is not counted. A test performs each task and checks its \
         result.\n\n\
         | task | keys | count |\n|---|---|---|\n",
    );
    for job in &JOBS {
        let shown = presses(job.keys).into_iter().map(|press| match press {
            Press::Key(key) => format!("`{key}`"),
            Press::Text(text) => format!("“{text}”"),
        });
        writeln!(text, "| {} | {} | {} |", job.what, shown.collect::<Vec<_>>().join(" "), job.count()).unwrap();
    }
    text
}

#[test]
fn the_table_in_the_guide_is_current() {
    assert_generated("docs/guide.md", "journeys", &section());
}
