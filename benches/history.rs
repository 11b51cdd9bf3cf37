//! The history of a repository of 20,000 commits: the facts of one record compared with `git log -p -- FILE`, the first
//! page compared with 30 ms, and who wrote the lines of an unchanged record compared with asking the first time.
//!
//! `cargo bench --bench history`.
#![allow(clippy::unwrap_used, reason = "a bench that cannot run should stop")]

mod support;

use std::fmt::Write as _;
use std::io::Write as _;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Duration;

use couveuse::demo;
use couveuse::locale::{Language, Locale};
use couveuse::model::{Portfolio, RecordKind, RecordRef};
use couveuse::report::facts::FactWords;
use couveuse::store::{Folder, HistoryQuery};
use tempfile::TempDir;

const COMMITS: usize = 20_000;
/// Commits of the first page, as on screen.
const FIRST_PAGE: usize = 40;
/// Commits of each later page.
const PAGE: usize = 100;

fn main() {
    let repository = repository();
    let root = repository.path();
    let mut folder = Folder::open(root).unwrap();
    let portfolio = folder.load(&|_| {});
    let record = RecordRef::new(RecordKind::Convention, portfolio.conventions.keys().next().unwrap().clone());
    let file = folder.file_of(&record);
    let of = [record.clone()];
    for graph in [false, true] {
        let with = if graph {
            support::git(root, &["commit-graph", "write", "--reachable", "--changed-paths"]);
            "with commit-graph"
        } else {
            "without commit-graph"
        };
        let what = format!("history {with}");
        let contenders: &mut [support::Contender<'_>] = &mut [
            ("facts of one record", Box::new(|| support::time(|| facts(root, &portfolio, &of)))),
            ("git log -p -- FILE", Box::new(|| support::time(|| support::git(root, &["log", "-p", "--", &file])))),
            ("first page", Box::new(|| support::time(|| page(root, &portfolio)))),
        ];
        let medians = support::interleave(&what, 7, contenders);
        support::ratio(&what, medians[0], medians[1], 2.0);
        support::ratio(&format!("first page {with}"), medians[2], Duration::from_millis(30), 1.0);
    }
    let text = folder.text(&record).unwrap();
    let fresh = || Folder::open(root).unwrap();
    let contenders: &mut [support::Contender<'_>] = &mut [
        ("asked again", Box::new(|| support::time(|| folder.blame(&record, &text).unwrap()))),
        (
            "asked first",
            Box::new(|| {
                let folder = fresh();
                support::time(|| folder.blame(&record, &text).unwrap())
            }),
        ),
    ];
    let medians = support::interleave("blame", 7, contenders);
    support::ratio("blame", medians[0], medians[1], 0.2);
}

/// All facts of some records, page by page, as `couveuse log RECORD` reads them.
fn facts(root: &Path, portfolio: &Portfolio, of: &[RecordRef]) -> usize {
    let (folder, locale) = (Folder::open(root).unwrap(), Locale::new(Language::English));
    let words = FactWords { portfolio, locale: &locale };
    let (mut after, mut count) = (None, 0);
    loop {
        let query = HistoryQuery { of, after: after.as_deref(), count: PAGE, ..HistoryQuery::default() };
        let page = folder.history_in_facts(&query, &|comparison| words.facts(comparison)).unwrap();
        count += page.commits.iter().map(|commit| commit.facts.len()).sum::<usize>();
        after = page.next;
        if after.is_none() {
            return count;
        }
    }
}

/// The first page of History.
fn page(root: &Path, portfolio: &Portfolio) -> usize {
    let (folder, locale) = (Folder::open(root).unwrap(), Locale::new(Language::English));
    let words = FactWords { portfolio, locale: &locale };
    let query = HistoryQuery { count: FIRST_PAGE, ..HistoryQuery::default() };
    folder.history_in_facts(&query, &|comparison| words.facts(comparison)).unwrap().commits.len()
}

/// A portfolio of 100 conventions, each changed by every hundredth of 20,000 commits.
fn repository() -> TempDir {
    let folder = TempDir::new().unwrap();
    let root = folder.path();
    support::git(root, &["init", "--quiet", "--initial-branch=main"]);
    let files: Vec<(String, String)> = demo::files(100, 1).collect();
    let conventions: Vec<&(String, String)> =
        files.iter().filter(|(file, _)| file.starts_with("conventions/")).collect();
    let mut stream = String::new();
    for number in 0..=COMMITS {
        let time = 1_600_000_000 + number * 3_600;
        write!(stream, "commit refs/heads/main\ncommitter Lead Office <coach@example.org> {time} +0000\ndata 2\nx\n")
            .unwrap();
        let mut put = |file: &str, text: &str| {
            write!(stream, "M 100644 inline {file}\ndata {}\n{text}\n", text.len()).unwrap();
        };
        if number == 0 {
            files.iter().for_each(|(file, text)| put(file, text));
            continue;
        }
        let (file, text) = conventions[number % conventions.len()];
        let paid = format!("\n[[payments]]\non = 2026-10-01\namount = {number}\ncontribution = \"x\"\n");
        put(file, &format!("{text}{paid}"));
    }
    let mut import =
        Command::new("git").current_dir(root).args(["fast-import", "--quiet"]).stdin(Stdio::piped()).spawn().unwrap();
    import.stdin.take().unwrap().write_all(stream.as_bytes()).unwrap();
    assert!(import.wait().unwrap().success());
    support::git(root, &["reset", "--quiet", "--hard"]);
    folder
}
