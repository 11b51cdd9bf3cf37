//! History read from real repositories: commits, their order, and their changes.

use couveuse::edit::{ChangeKind, DiffLine, LineKind};
use couveuse::model::{Commit, Id, RecordKind, RecordRef};
use couveuse::store::HistoryError;

use crate::support::{CONVENTION, Repo, STARTUP};

const FILE: &str = "conventions/poubelles-battle-dinum-pau.toml";
const STARTUP_FILE: &str = "startups/poubelles-battle.toml";

fn record(kind: RecordKind, id: &str) -> RecordRef {
    RecordRef::new(kind, Id::new(id).unwrap())
}

fn commit(repo: &Repo, file: &str, text: &str, message: &str) {
    repo.write(file, text);
    repo.commit_all(message);
}

fn all(repo: &Repo) -> Vec<Commit> {
    repo.folder().history(&[], None, 100).unwrap().commits
}

fn subjects(commits: &[Commit]) -> Vec<&str> {
    commits.iter().map(|commit| commit.subject.as_str()).collect()
}

/// Returns added and removed lines, each with its sign.
fn signed(lines: &[DiffLine]) -> Vec<String> {
    let sign = |line: &DiffLine| match line.kind {
        LineKind::Added => Some(format!("+{}", line.text)),
        LineKind::Removed => Some(format!("-{}", line.text)),
        LineKind::Context => None,
    };
    lines.iter().filter_map(sign).collect()
}

#[test]
fn commits_of_records_come_newest_first_with_author_day_and_records() {
    let repo = Repo::below("affaires/portefeuille");
    commit(&repo, "../elsewhere.txt", "1", "Of no record");
    commit(&repo, "README.md", "1", "Of no record either");
    commit(&repo, FILE, &format!("{CONVENTION}# one\n"), "One line\n\nAnd why.\n\nTwice.");
    let commits = all(&repo);
    assert_eq!(subjects(&commits), ["One line", "The portfolio"]);
    let one = &commits[0];
    assert_eq!(
        (one.author.as_str(), one.on.to_string(), one.time()),
        ("Lead Office", "2020-12-01".into(), "09:00".into())
    );
    assert_eq!((one.detail.as_str(), &one.verb, &one.undoes), ("And why.\n\nTwice.", &None, &None));
    assert_eq!(one.records, [record(RecordKind::Convention, "poubelles-battle-dinum-pau")]);
    assert_eq!(commits[1].records.len(), 5, "the portfolio, two parties, a startup and a convention");
    assert_eq!(repo.head(), one.name);
}

#[test]
fn pages_do_not_overlap() {
    let repo = Repo::new();
    for n in 0..7 {
        commit(&repo, FILE, &format!("{CONVENTION}# {n}\n"), &format!("n{n}"));
    }
    let (folder, whole) = (repo.folder(), all(&repo));
    let (mut pages, mut after) = (Vec::new(), None);
    loop {
        let page = folder.history(&[], after.as_deref(), 3).unwrap();
        assert!(page.commits.len() <= 3);
        pages.extend(page.commits);
        match page.next {
            Some(next) => after = Some(next),
            None => break,
        }
    }
    assert_eq!(pages, whole);
    assert_eq!(whole.len(), 8);
}

#[test]
fn history_of_records_has_only_their_commits() {
    let repo = Repo::new();
    commit(&repo, STARTUP_FILE, &format!("{STARTUP}# s\n"), "The startup's");
    commit(&repo, FILE, &format!("{CONVENTION}# c\n"), "The convention's");
    let startup = record(RecordKind::Startup, "poubelles-battle");
    let of_startup = repo.folder().history(&[startup], None, 100).unwrap();
    assert_eq!(subjects(&of_startup.commits), ["The startup's", "The portfolio"]);
    assert_eq!(of_startup.next, None);
    let nobody = record(RecordKind::Startup, "nobody");
    assert_eq!(repo.folder().history(&[nobody], None, 100).unwrap().commits, []);
}

#[test]
fn changes_cover_created_changed_and_removed_records() {
    let repo = Repo::new();
    let folder = repo.folder();
    let first = folder.changes("HEAD").unwrap();
    assert!(first.records.iter().all(|change| change.change == ChangeKind::Created));
    repo.write("startups/new.toml", "name = \"New\"\n");
    repo.write("startups/huge.toml", "# x\n".repeat(100_000));
    repo.write("startups/binary.toml", [0xff_u8, 0, 1]);
    repo.write("startups/long.toml", "# x\n".repeat(1_000));
    repo.git(&["rm", "--quiet", "parties/pau.toml"]);
    commit(&repo, STARTUP_FILE, &STARTUP.replace("planned", "held"), "All at once");
    let changes = folder.changes(&repo.head()).unwrap();
    let told = |id: &str| changes.records.iter().find(|change| change.record.id.as_str() == id).unwrap();
    assert_eq!(told("pau").change, ChangeKind::Removed);
    assert_eq!(signed(told("pau").lines.as_ref().unwrap()), ["-name = \"Pau Béarn Pyrénées\""]);
    assert_eq!(told("new").change, ChangeKind::Created);
    assert_eq!(signed(told("new").lines.as_ref().unwrap()), ["+name = \"New\""]);
    assert_eq!(told("poubelles-battle").change, ChangeKind::Changed);
    let changed = signed(told("poubelles-battle").lines.as_ref().unwrap());
    assert_eq!(changed, ["-state = \"planned\"", "+state = \"held\""]);
    assert_eq!((&told("huge").lines, &told("binary").lines), (&None, &None));
    let long = told("long");
    assert_eq!(long.lines.as_ref().unwrap().len() + long.more, 1_000);
    assert!(long.more >= 800);
}

#[test]
fn a_clean_merge_has_no_changes_of_its_own() {
    let repo = Repo::new();
    repo.git(&["checkout", "--quiet", "-b", "other"]);
    commit(&repo, FILE, &format!("{CONVENTION}# c\n"), "On the other branch");
    repo.git(&["checkout", "--quiet", "main"]);
    commit(&repo, STARTUP_FILE, &format!("{STARTUP}# s\n"), "On main");
    repo.git(&["merge", "--quiet", "--no-edit", "other"]);
    let mut found = subjects(&all(&repo)).iter().map(|subject| (*subject).to_owned()).collect::<Vec<_>>();
    found.sort();
    assert_eq!(found, ["On main", "On the other branch", "The portfolio"]);
    assert_eq!(repo.folder().changes("HEAD").unwrap().records, []);
}

#[test]
fn a_merge_with_conflicts_shows_their_resolution() {
    let repo = Repo::new();
    repo.git(&["checkout", "--quiet", "-b", "other"]);
    commit(&repo, FILE, &format!("{CONVENTION}# theirs\n"), "Theirs");
    repo.git(&["checkout", "--quiet", "main"]);
    commit(&repo, FILE, &format!("{CONVENTION}# ours\n"), "Ours");
    assert!(!repo.try_git(&["merge", "--quiet", "other"]).status.success());
    commit(&repo, FILE, &format!("{CONVENTION}# both\n"), "Settled");
    let commits = all(&repo);
    assert_eq!(commits[0].subject, "Settled");
    let changes = repo.folder().changes(&commits[0].name).unwrap();
    assert_eq!(signed(changes.records[0].lines.as_ref().unwrap()), ["-# ours", "+# both"]);
}

#[test]
fn moved_records_are_unchanged_and_subfolders_are_read() {
    let repo = Repo::new();
    repo.write("startups/dinum/other.toml", STARTUP);
    repo.write("startups/dinum.toml", STARTUP);
    repo.commit_all("Sorted");
    repo.git(&["mv", STARTUP_FILE, "startups/dinum/poubelles-battle.toml"]);
    repo.commit_all("Moved");
    commit(&repo, "startups/dinum/poubelles-battle.toml", &format!("{STARTUP}# s\n"), "Changed there");
    let startup = record(RecordKind::Startup, "poubelles-battle");
    let past = repo.folder().history(std::slice::from_ref(&startup), None, 100).unwrap();
    assert_eq!(subjects(&past.commits), ["Changed there", "The portfolio"]);
    assert_eq!(all(&repo)[0].records, [startup]);
    assert_eq!(all(&repo)[1].records.len(), 2, "beside a folder of the same name");
}

#[test]
fn without_a_repository_or_commits_history_is_empty() {
    let plain = Repo::plain();
    assert!(matches!(plain.folder().history(&[], None, 10), Err(HistoryError::NoRepository)));
    assert!(matches!(plain.folder().changes("HEAD"), Err(HistoryError::NoRepository)));
    plain.git(&["init", "--quiet"]);
    assert_eq!(plain.folder().history(&[], None, 10).unwrap().commits, []);
    assert_eq!(plain.folder().head().unwrap(), None);
    let repo = Repo::new();
    assert!(matches!(repo.folder().changes("0123456789"), Err(HistoryError::NoCommit(_))));
}

/// Runs the program and returns its output.
fn said(repo: &Repo, arguments: &[&str]) -> String {
    let output = repo.couveuse(arguments).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

#[test]
fn log_filters_verbs_by_any_of_their_names() {
    let repo = Repo::new();
    said(&repo, &["sign", "poubelles-battle-dinum-pau", "--on", "20/2/2020"]);
    said(&repo, &["done", "poubelles-battle-dinum-pau/statistics-page"]);
    let trailer = repo.git(&["log", "-1", "--format=%(trailers:key=Couveuse-Edit,valueonly)"]);
    assert_eq!(trailer.trim(), "done");
    for lang in ["en", "fr"] {
        for (word, verb) in [
            ("verb:done", "done"),
            ("verb:fait", "done"),
            ("edit:done", "done"),
            ("écriture:fait", "done"),
            ("verbe:signature", "sign"),
            ("verb:sign", "sign"),
        ] {
            let json = said(&repo, &["log", "--json", "--lang", lang, "--filter", word]);
            let json: serde_json::Value = serde_json::from_str(&json).unwrap();
            let verbs: Vec<_> = json["commits"].as_array().unwrap().iter().map(|commit| &commit["verb"]).collect();
            assert_eq!(verbs, [verb], "{word} in {lang}");
        }
    }
}

#[test]
fn log_shows_who_changed_what_as_text_and_json() {
    let repo = Repo::new();
    said(&repo, &["sign", "poubelles-battle-dinum-pau", "--on", "20/2/2020"]);
    commit(&repo, STARTUP_FILE, &format!("{STARTUP}# s\n"), "By hand \u{1b}[31m");
    let text = said(&repo, &["log", "--lang", "en"]);
    let lines: Vec<&str> = text.lines().collect();
    assert_eq!(lines.len(), 12, "three commits, one of them with nine facts: {text}");
    assert!(lines[1].contains("By hand ␛[31m") && lines[1].contains("Lead Office"), "{text}");
    assert!(lines[2].contains("signature") && lines[2].contains("1 Dec 2020"), "{text}");
    assert!(said(&repo, &["log", "--lang", "fr"]).contains("modification"));
    let json: serde_json::Value = serde_json::from_str(&said(&repo, &["log", "--json"])).unwrap();
    let [_, signed, first] = json["commits"].as_array().unwrap().as_slice() else { panic!("three: {json}") };
    let parent = repo.git(&["rev-parse", "HEAD~"]);
    let expected = serde_json::json!({
        "commit": parent.trim(),
        "on": "2020-12-01",
        "time": "09:00",
        "author": "Lead Office",
        "verb": "sign",
        "subject": "poubelles-battle-dinum-pau: signed on 20 February 2020",
        "detail": "",
        "records": ["convention/poubelles-battle-dinum-pau"],
        "more_records": 0,
        "undoes": null,
        "merge": false,
        "received": null,
        "facts": [{
            "record": "convention/poubelles-battle-dinum-pau",
            "path": "signed",
            "text": "signature: unknown → 20 February 2020",
            "was": null,
            "is": "2020-02-20",
        }],
        "more_facts": 0,
        "elsewhere": 0,
    });
    assert_eq!(*signed, expected);
    assert_eq!(first["verb"], serde_json::Value::Null);
    let undone = repo.git(&["rev-parse", "HEAD~"]);
    said(&repo, &["undo", undone.trim()]);
    let json: serde_json::Value = serde_json::from_str(&said(&repo, &["log", "--json"])).unwrap();
    assert_eq!(
        (&json["commits"][0]["verb"], json["commits"][0]["undoes"].as_str()),
        (&"undo".into(), Some(undone.trim()))
    );
}

#[test]
fn log_can_be_limited_to_a_record_and_days() {
    let repo = Repo::new();
    commit(&repo, STARTUP_FILE, &format!("{STARTUP}# s\n"), "The startup's");
    repo.git(&["rm", "--quiet", "parties/pau.toml"]);
    repo.write(FILE, format!("{CONVENTION}# c\n"));
    repo.git(&["add", "--all"]);
    repo.git(&["commit", "--quiet", "--date", "2020-12-24T09:00:00+01:00", "--message", "Later"]);
    let rows = |arguments: &[&str]| {
        let json: serde_json::Value = serde_json::from_str(&said(&repo, &[arguments, &["--json"]].concat())).unwrap();
        json["commits"].as_array().unwrap().len()
    };
    assert_eq!(rows(&["log", "poubelles-battle"]), 2);
    assert_eq!(rows(&["log", "startups/poubelles-battle"]), 2);
    assert_eq!(rows(&["log", "party/pau"]), 2, "gone by now, and not forgotten");
    assert_eq!(rows(&["log", "--since", "2/12/2020"]), 1);
    assert_eq!(rows(&["log", "--as-of", "2/12/2020"]), 2);
    assert_eq!(rows(&["log", "--filter", "later author:lead"]), 1);
    assert_eq!(rows(&["log", "--filter", "-later"]), 2);
    for (arguments, words) in [
        (&["party/nobody"][..], "No commits to these records."),
        (&["--as-of", "2020-11-30"], "No commits to these records up to 30 Nov 2020."),
        (&["--since", "1/1/2021"], "No commits to these records since 1 Jan 2021."),
        (
            &["--since", "2/12/2020", "--as-of", "3/12/2020"],
            "No commits to these records from 2 Dec 2020 to 3 Dec 2020.",
        ),
        (&["--filter", "nobody"], "No commit matches."),
    ] {
        assert_eq!(said(&repo, &[&["log", "--lang", "en"], arguments].concat()), format!("{words}\n"));
    }
    assert_eq!(repo.couveuse(&["log", "nobody"]).output().unwrap().status.code(), Some(2));
    let plain = Repo::plain();
    assert_eq!(plain.couveuse(&["log"]).output().unwrap().status.code(), Some(2));
}

/// Changes the date of the committee of a startup, as its `n`th version.
fn version(n: usize) -> String {
    STARTUP.replace("2020-08-20", &format!("2020-09-{n:02}"))
}

fn move_file(repo: &Repo, from: &str, to: &str) {
    std::fs::create_dir_all(repo.root().join(to).parent().unwrap()).unwrap();
    repo.git(&["mv", from, to]);
    repo.commit_all(&format!("To {to}"));
}

/// The subjects of the commits of the startup, read at once and, the same, in pages of new processes.
fn of_startup(repo: &Repo) -> Vec<String> {
    let of = [record(RecordKind::Startup, "poubelles-battle")];
    let whole = repo.folder().history(&of, None, 100).unwrap().commits;
    let (mut pages, mut after) = (Vec::new(), None);
    loop {
        let page = repo.folder().history(&of, after.as_deref(), 2).unwrap();
        pages.extend(page.commits);
        after = page.next;
        if after.is_none() {
            break;
        }
    }
    assert_eq!(pages, whole);
    whole.into_iter().map(|commit| commit.subject).collect()
}

#[test]
fn records_moved_twice_are_followed() {
    let repo = Repo::new();
    commit(&repo, STARTUP_FILE, &version(1), "One");
    move_file(&repo, STARTUP_FILE, "startups/a/poubelles-battle.toml");
    commit(&repo, "startups/a/poubelles-battle.toml", &version(2), "Two");
    move_file(&repo, "startups/a/poubelles-battle.toml", "startups/b/c/poubelles-battle.toml");
    commit(&repo, "startups/b/c/poubelles-battle.toml", &version(3), "Three");
    assert_eq!(of_startup(&repo), ["Three", "Two", "One", "The portfolio"]);
}

#[test]
fn records_moved_away_and_back_are_followed() {
    let repo = Repo::new();
    commit(&repo, STARTUP_FILE, &version(1), "One");
    move_file(&repo, STARTUP_FILE, "startups/a/poubelles-battle.toml");
    commit(&repo, "startups/a/poubelles-battle.toml", &version(2), "Two");
    move_file(&repo, "startups/a/poubelles-battle.toml", STARTUP_FILE);
    commit(&repo, STARTUP_FILE, &version(3), "Three");
    assert_eq!(of_startup(&repo), ["Three", "Two", "One", "The portfolio"]);
    // With changes in the commits that move it.
    repo.git(&["mv", STARTUP_FILE, "startups/other.toml"]);
    commit(&repo, "startups/a/poubelles-battle.toml", &version(4), "Four");
    assert_eq!(of_startup(&repo)[..2], ["Four", "Three"]);
}

#[test]
fn records_moved_on_a_branch_are_followed_past_the_merge() {
    let repo = Repo::new();
    repo.git(&["checkout", "--quiet", "-b", "other"]);
    move_file(&repo, STARTUP_FILE, "startups/a/poubelles-battle.toml");
    commit(&repo, "startups/a/poubelles-battle.toml", &version(1), "There");
    repo.git(&["checkout", "--quiet", "main"]);
    commit(&repo, FILE, &format!("{CONVENTION}# c\n"), "Elsewhere");
    // The merge keeps the place of one branch and the text of the other.
    repo.try_git(&["merge", "--quiet", "--no-commit", "other"]);
    move_file(&repo, "startups/a/poubelles-battle.toml", STARTUP_FILE);
    commit(&repo, STARTUP_FILE, &version(2), "Here");
    assert_eq!(of_startup(&repo), ["Here", "There", "The portfolio"]);
}

#[test]
fn records_created_again_after_their_deletion_are_one_history() {
    for file in [STARTUP_FILE, "startups/a/poubelles-battle.toml"] {
        let repo = Repo::new();
        commit(&repo, STARTUP_FILE, &version(1), "One");
        repo.git(&["rm", "--quiet", STARTUP_FILE]);
        commit(&repo, FILE, &format!("{CONVENTION}# c\n"), "Deleted");
        assert_eq!(of_startup(&repo), ["Deleted", "One", "The portfolio"]);
        commit(&repo, FILE, CONVENTION, "Elsewhere");
        commit(&repo, file, &version(2), "Created again");
        assert_eq!(of_startup(&repo), ["Created again", "Deleted", "One", "The portfolio"], "{file}");
    }
}

#[test]
fn records_of_the_same_id_in_other_folders_are_not_mixed_up() {
    let repo = Repo::new();
    commit(&repo, "conventions/poubelles-battle.toml", CONVENTION, "A convention of the same id");
    commit(&repo, "startups/poubelles-battle/other.toml", STARTUP, "In a folder of the same name");
    commit(&repo, STARTUP_FILE, &version(1), "One");
    assert_eq!(of_startup(&repo), ["One", "The portfolio"]);
}

#[test]
fn an_earlier_id_used_again_is_another_history() {
    let repo = Repo::new();
    commit(&repo, STARTUP_FILE, &version(1), "One");
    move_file(&repo, STARTUP_FILE, "startups/first.toml");
    move_file(&repo, "startups/first.toml", "startups/second.toml");
    commit(&repo, STARTUP_FILE, "name = \"Another\"\n", "Used again");
    commit(&repo, "startups/second.toml", &version(2), "Two");
    let past = repo.folder().history(&[record(RecordKind::Startup, "second")], None, 100).unwrap().commits;
    let expected = ["Two", "To startups/second.toml", "To startups/first.toml", "One", "The portfolio"];
    assert_eq!(subjects(&past), expected);
    assert_eq!(of_startup(&repo)[0], "Used again");
}

#[cfg(unix)]
#[test]
fn the_history_of_a_linked_record_is_that_of_its_file() {
    let repo = Repo::new();
    repo.git(&["mv", STARTUP_FILE, "kept.toml"]);
    std::os::unix::fs::symlink("../kept.toml", repo.root().join(STARTUP_FILE)).unwrap();
    repo.commit_all("Linked");
    said(&repo, &["note", "poubelles-battle", "Here"]);
    let last = repo.git(&["log", "-1", "--format=%s"]);
    assert_eq!(of_startup(&repo).first().map(String::as_str), Some(last.trim()));
}
