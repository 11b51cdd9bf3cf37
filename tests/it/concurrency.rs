//! Many processes that edit one folder at the same time, with git beside them.

use std::process::Stdio;
use std::thread;
use std::time::Instant;

use crate::support::Repo;

/// Runs `processes` processes at once, each with `edits` edits in a row; half of the processes edit the same record.
#[expect(clippy::print_stdout, reason = "figures for who runs it alone")]
fn edit_at_once(processes: usize, edits: usize) {
    let repo = Repo::new();
    for n in 0..processes {
        repo.write(&format!("startups/startup-{n}.toml"), format!("name = \"Startup {n}\"\n"));
    }
    repo.write("other.txt", "0");
    repo.commit_all("One startup each");
    let before = repo.git(&["log", "--format=%H"]).lines().count();
    let started = Instant::now();
    thread::scope(|scope| {
        for process in 0..processes {
            let repo = &repo;
            scope.spawn(move || (0..edits).for_each(|n| note(repo, process, n)));
        }
        scope.spawn(|| (0..edits).for_each(|n| commit_by_git(&repo, n)));
    });
    let time = started.elapsed();
    repo.assert_sound("after all");
    repo.git(&["fsck", "--strict", "--no-dangling"]);
    let subjects = repo.git(&["log", "--format=%s"]);
    assert_eq!(subjects.lines().count(), before + (processes + 1) * edits);
    let records = repo.git(&["grep", "--no-index", "-h", "text = ", "--", "startups"]);
    for process in 0..processes {
        for n in 0..edits {
            let text = text(process, n);
            let written = records.lines().filter(|line| line.contains(&text)).count();
            let committed = subjects.lines().filter(|line| line.ends_with(&text)).count();
            assert_eq!((written, committed), (1, 1), "{text}");
        }
    }
    println!("{processes} processes of {edits} edits each, and git {edits} times: {time:?}");
}

fn text(process: usize, n: usize) -> String {
    format!("by {process} the {n:04}.")
}

/// Half of the processes edit a record of their own; the others share one.
fn note(repo: &Repo, process: usize, n: usize) {
    let startup = if process.is_multiple_of(2) { "poubelles-battle".to_owned() } else { format!("startup-{process}") };
    let output = repo.couveuse(&["note", &startup, &text(process, n), "--lang", "en"]).output().unwrap();
    assert!(output.status.success(), "{}: {}", text(process, n), String::from_utf8_lossy(&output.stderr));
}

/// Retries while a lock is held, as a person would.
fn commit_by_git(repo: &Repo, n: usize) {
    repo.write("other.txt", format!("{}", n + 1));
    let commit = || {
        let arguments = ["commit", "--quiet", "--message", "By git", "--", "other.txt"];
        repo.try_git(&arguments).status.success()
    };
    while !commit() {}
}

#[test]
fn a_few_concurrent_edits_are_each_committed_once() {
    edit_at_once(8, 3);
}

#[test]
#[ignore = "takes minutes"]
fn sixteen_hundred_concurrent_edits_are_each_committed_once() {
    edit_at_once(8, 200);
}

#[test]
fn of_contradictory_edits_one_is_committed_and_the_others_are_refused() {
    let (repo, made) = signed_at_once(["20/2/2020", "21/2/2020", "22/2/2020", "23/2/2020"]);
    assert_eq!(made, 1);
    assert_eq!(repo.git(&["log", "--format=%H"]).lines().count(), 2);
    repo.assert_sound("after all");
}

#[test]
fn of_equal_edits_one_is_committed_and_the_others_find_it_recorded() {
    let (repo, made) = signed_at_once(["20/2/2020"; 4]);
    assert_eq!(made, 4);
    assert_eq!(repo.git(&["log", "--format=%H"]).lines().count(), 2);
    repo.assert_sound("after all");
}

/// Signs a convention on several days, by processes at once; returns how many succeed.
fn signed_at_once(days: [&str; 4]) -> (Repo, usize) {
    let repo = Repo::new();
    let start = |day| {
        let mut command = repo.couveuse(&["sign", "poubelles-battle-dinum-pau", "--on", day]);
        command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap()
    };
    let all = days.map(start);
    let made = all.into_iter().filter_map(|mut child| child.wait().ok()).filter(|status| status.success()).count();
    (repo, made)
}
