//! Many clones share one repository at once: no edit is lost or doubled.

use std::collections::BTreeMap;

use super::{is_whole, shared};
use crate::support::Repo;

/// `clones` people add notes and payments to the same two records, and new records, with a sync after every few
/// edits.
fn many(clones: usize, edits: usize, together: usize) {
    let first = Repo::new();
    let shared = shared(&first);
    let repos: Vec<Repo> = (0..clones).map(|n| Repo::clone_of(shared.path(), &format!("Office {n}"))).collect();
    let mark = |clone: usize, edit: usize| format!("office-{clone}-edit-{edit}-end");
    let run = |repo: &Repo, arguments: &[&str]| {
        let output = repo.couveuse(arguments).output().unwrap();
        assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
    };
    std::thread::scope(|scope| {
        for (clone, repo) in repos.iter().enumerate() {
            scope.spawn(move || {
                for edit in 0..edits {
                    let mark = mark(clone, edit);
                    match edit % 3 {
                        0 => run(repo, &["note", "poubelles-battle", &mark]),
                        1 => {
                            let contribution = "poubelles-battle-dinum-pau/pau";
                            run(repo, &["pay", contribution, "1", "--on", "2020-11-02", "--reference", &mark]);
                        }
                        _ => run(repo, &["new", "party", &mark, "--name", &mark]),
                    }
                    if edit % together == together - 1 {
                        run(repo, &["sync"]);
                    }
                }
                run(repo, &["sync"]);
            });
        }
    });
    for repo in &repos {
        run(repo, &["sync"]);
    }
    let head = repos[0].head();
    for repo in &repos {
        run(repo, &["sync"]);
        assert_eq!(repo.head(), head);
        is_whole(repo);
    }
    each_is_there_once(&repos[0], (0..clones).flat_map(|clone| (0..edits).map(move |edit| mark(clone, edit))));
}

fn each_is_there_once(repo: &Repo, marks: impl Iterator<Item = String>) {
    let portfolio = repo.folder().load(&|_| {});
    assert!(portfolio.problems.is_empty(), "{:?}", portfolio.problems);
    let log = repo.git(&["log", "--no-merges", "--patch", "--format=", "--unified=0"]);
    let mut added: BTreeMap<&str, usize> = BTreeMap::new();
    // The mark is in the name of a party, the text of a note, and the reference of a payment.
    for line in log.lines().filter(|line| line.starts_with('+') && !line.starts_with("+++") && !line.contains("id ")) {
        if let Some(at) = line.find("office-") {
            let end = line[at..].find("-end").map_or(line.len(), |end| at + end + 4);
            *added.entry(&line[at..end]).or_default() += 1;
        }
    }
    let startup = repo.read(super::STARTUP);
    let convention = repo.read(super::CONVENTION);
    for (n, mark) in marks.enumerate() {
        assert_eq!(added.get(&mark[..]), Some(&1), "{mark} (edit {n}) was committed once");
        let party = repo.root().join(format!("parties/{mark}.toml"));
        let here = [&startup, &convention].map(|text| text.lines().filter(|line| line.contains(&mark)).count());
        let there = here.iter().sum::<usize>() + usize::from(party.exists());
        assert_eq!(there, 1, "{mark} is there once");
    }
}

#[test]
fn four_clones_neither_lose_nor_double_edits() {
    many(4, 5, 2);
}

#[test]
#[ignore = "minutes: 800 edits through one repository"]
fn eight_clones_with_a_hundred_edits_each_neither_lose_nor_double_edits() {
    many(8, 100, 5);
}
