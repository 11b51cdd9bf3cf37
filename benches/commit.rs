//! Committing one edit, compared with `git commit -- FILE` in the same repository.
//!
//! `cargo bench --bench commit`. Goal: a ratio below 0.5 at 100, 1,000 and 10,000 conventions, and below 1 if all of it
//! is synced to the disk (`core.fsync=all`).
#![allow(clippy::unwrap_used, reason = "a bench that cannot run should stop")]

mod support;

use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use couveuse::demo;
use couveuse::edit::{self, HandEditPolicy, Intention, verb};
use couveuse::model::{Money, Portfolio, RecordKind, RecordRef};
use couveuse::store::Folder;

fn main() {
    for (records, rounds, syncs_all, goal) in
        [(100, 15, false, 0.5), (1_000, 15, false, 0.5), (1_000, 15, true, 1.0), (10_000, 11, false, 0.5)]
    {
        let repository = support::repository(records);
        if syncs_all {
            support::git(repository.path(), &["config", "core.fsync", "all"]);
        }
        let mut folder = Folder::open(repository.path()).unwrap();
        let portfolio = folder.load(&|_| {});
        let what = format!("commit at {records}{}", if syncs_all { " with core.fsync=all" } else { "" });
        let (mut ours, mut theirs) = (0, 0);
        let medians = support::interleave(
            &what,
            rounds,
            &mut [
                ("one edit", Box::new(|| save(&folder, &portfolio, next(&mut ours)))),
                ("git commit -- FILE", Box::new(|| commit(&folder, repository.path(), &portfolio, next(&mut theirs)))),
            ],
        );
        support::ratio(&what, medians[0], medians[1], goal);
    }
}

fn next(number: &mut usize) -> usize {
    *number += 1;
    *number
}

/// Prepares the edit before measuring, as a form does before Enter.
fn save(folder: &Folder, portfolio: &Arc<Portfolio>, number: usize) -> Duration {
    let convention = portfolio.conventions.values().nth(number * 2).unwrap();
    let paid = convention.contributions.iter().find(|contribution| contribution.to.is_some()).unwrap();
    let intention = Intention::Pay(verb::PayVerb {
        convention: convention.id.clone(),
        contribution: paid.id.clone(),
        amount: Money::euros(1_000),
        on: demo::last_day(),
        tranche: None,
        reference: None,
    });
    let edit = edit::edit(portfolio, std::slice::from_ref(&intention), demo::last_day()).unwrap();
    support::await_next_second();
    support::time(|| folder.save(&edit, HandEditPolicy::Refuse).unwrap())
}

/// Changes the file before measuring.
fn commit(folder: &Folder, root: &Path, portfolio: &Arc<Portfolio>, number: usize) -> Duration {
    let convention = portfolio.conventions.keys().nth(number * 2 + 1).unwrap();
    let file = folder.file_of(&RecordRef::new(RecordKind::Convention, convention.clone()));
    let path = root.join(&file);
    let text = std::fs::read_to_string(&path).unwrap();
    std::fs::write(&path, format!("{text}\n[[payments]]\non = 2026-10-01\namount = 1000\ncontribution = \"x\"\n"))
        .unwrap();
    support::await_next_second();
    support::time(|| support::git(root, &["commit", "--quiet", "--message", "A payment", "--", &file]))
}
