//! What undo reverts in a history with several branches.

use couveuse::edit::{self, HandEditPolicy, Intention, verb};
use couveuse::model::{Id, Money, RecordKind, RecordRef};
use couveuse::store::{SaveError, Saved};

use crate::support::{CONVENTION, Repo};

const FILE: &str = "conventions/poubelles-battle-dinum-pau.toml";
const STARTUP_FILE: &str = "startups/poubelles-battle.toml";

fn save(repo: &Repo, intention: &Intention) -> Saved {
    let mut folder = repo.folder();
    let edit =
        edit::edit(&folder.load(&|_| {}), std::slice::from_ref(intention), "2021-03-05".parse().unwrap()).unwrap();
    folder.save(&edit, HandEditPolicy::Refuse).unwrap()
}

fn pay(amount: i64) -> Intention {
    Intention::Pay(verb::PayVerb {
        convention: Id::new("poubelles-battle-dinum-pau").unwrap(),
        contribution: "pau".to_owned(),
        amount: Money::euros(amount),
        on: "2021-03-05".parse().unwrap(),
        tranche: None,
        reference: None,
    })
}

fn hold() -> Intention {
    Intention::Hold(verb::HoldVerb {
        startup: Id::new("poubelles-battle").unwrap(),
        review: None,
        on: "2020-08-20".parse().unwrap(),
        decision: None,
        envelope: None,
        until: None,
        details: Default::default(),
        next: None,
        cancel_planned: false,
    })
}

/// A payment on a branch and a committee on `main`, merged; both edits are in the history.
fn merged() -> (Repo, Saved, Saved) {
    let repo = Repo::new();
    repo.git(&["checkout", "--quiet", "-b", "other"]);
    let paid = save(&repo, &pay(20000));
    repo.git(&["checkout", "--quiet", "main"]);
    let held = save(&repo, &hold());
    repo.git(&["merge", "--quiet", "--no-edit", "other"]);
    (repo, paid, held)
}

#[test]
fn a_merged_edit_is_undone_by_name_and_once() {
    let (repo, paid, _) = merged();
    let undone = repo.folder().undo(Some(&paid.commit)).unwrap();
    assert_eq!(undone.subject, format!("Undo \"{}\"", paid.subject));
    assert_eq!(repo.read(FILE), CONVENTION);
    assert!(repo.read(STARTUP_FILE).contains("held"), "the other edit stays");
    let again = repo.folder().undo(Some(&paid.commit));
    assert!(matches!(again, Err(SaveError::AlreadyUndone(_))), "{again:?}");
}

#[test]
fn undo_without_a_name_covers_both_sides_of_a_merge() {
    let (repo, ..) = merged();
    repo.folder().undo(None).unwrap();
    repo.folder().undo(None).unwrap();
    assert_eq!(repo.git(&["diff", "--stat", "HEAD", ":/The portfolio"]), "");
    let third = repo.folder().undo(None);
    assert!(matches!(third, Err(SaveError::NothingToUndo)), "{third:?}");
}

#[test]
fn a_merged_undo_counts() {
    let (repo, paid, held) = merged();
    repo.git(&["checkout", "--quiet", "other"]);
    repo.folder().undo(None).unwrap();
    repo.git(&["checkout", "--quiet", "main"]);
    repo.git(&["merge", "--quiet", "--no-edit", "other"]);
    let again = repo.folder().undo(Some(&paid.commit));
    assert!(matches!(again, Err(SaveError::AlreadyUndone(_))), "{again:?}");
    assert_eq!(repo.folder().undo(None).unwrap().subject, format!("Undo \"{}\"", held.subject));
}

#[test]
fn an_edit_of_another_branch_is_not_undone() {
    let repo = Repo::new();
    repo.git(&["checkout", "--quiet", "-b", "other"]);
    let paid = save(&repo, &pay(20000));
    repo.git(&["checkout", "--quiet", "main"]);
    let named = repo.folder().undo(Some(&paid.commit));
    assert!(matches!(named, Err(SaveError::Elsewhere(name)) if name == paid.commit));
}

/// Keys pressed (a letter for each edit, `u` for undo, `U` for redo), and the edits that are in effect afterwards.
const SEQUENCES: &[(&str, &str)] = &[
    ("a", "a"),
    ("ab", "ab"),
    ("abu", "a"),
    ("abuu", ""),
    ("abuuU", "a"),
    ("abuuUU", "ab"),
    ("abuuUUuu", ""),
    ("abuuUUuuUU", "ab"),
    ("auUu", ""),
    ("auUuU", "a"),
    ("auUuUuUu", ""),
    ("abuc", "ac"),
    ("abucu", "a"),
    ("abucuU", "ac"),
    ("abucuu", ""),
    ("abucuuUU", "ac"),
    ("abuUuuUcuu", ""),
    ("abcuuUu", "a"),
    ("abcuuUuU", "ab"),
    ("abcuuUuUU", "abc"),
];

fn note(letter: char) -> Intention {
    Intention::Note(verb::NoteVerb {
        startup: Id::new("poubelles-battle").unwrap(),
        on: "2020-08-20".parse().unwrap(),
        text: format!("letter {letter}"),
        source: None,
    })
}

#[test]
fn undo_and_redo_alternate_any_number_of_times() {
    for (keys, stands) in SEQUENCES {
        let repo = Repo::new();
        for key in keys.chars() {
            match key {
                'u' => drop(repo.folder().undo(None).unwrap()),
                'U' => drop(repo.folder().redo().unwrap()),
                letter => drop(save(&repo, &note(letter))),
            }
        }
        let text = repo.read(STARTUP_FILE);
        let there: String = "abc".chars().filter(|letter| text.contains(&format!("letter {letter}"))).collect();
        assert_eq!(there, *stands, "after {keys}");
        let subjects = repo.git(&["log", "--format=%s"]);
        assert!(!subjects.contains("Undo \"Redo") && !subjects.contains("Redo \"Undo"), "{keys}: {subjects}");
        assert_eq!(repo.git(&["status", "--porcelain"]), "", "after {keys}");
    }
}

#[test]
fn redo_needs_a_preceding_undo() {
    for keys in ["", "a", "auU", "abuc", "abucuU", "auUuUb"] {
        let repo = Repo::new();
        for key in keys.chars() {
            match key {
                'u' => drop(repo.folder().undo(None).unwrap()),
                'U' => drop(repo.folder().redo().unwrap()),
                letter => drop(save(&repo, &note(letter))),
            }
        }
        let outcome = repo.folder().redo();
        assert!(matches!(outcome, Err(SaveError::NothingToRedo)), "after {keys}: {outcome:?}");
    }
}

#[test]
fn commits_of_others_between_undo_and_redo_stay() {
    let repo = Repo::new();
    save(&repo, &pay(20000));
    repo.folder().undo(None).unwrap();
    repo.write(FILE, repo.read(FILE).replace("# Checked against", "# Compared with"));
    repo.commit_all("By hand");
    repo.folder().redo().unwrap();
    let text = repo.read(FILE);
    assert!(text.contains("amount       = 20000") && text.contains("# Compared with"), "{text}");
}

#[test]
fn a_redone_edit_is_undone_by_its_first_commit_id_too() {
    let repo = Repo::new();
    let paid = save(&repo, &pay(20000));
    repo.folder().undo(None).unwrap();
    repo.folder().redo().unwrap();
    repo.folder().undo(Some(&paid.commit)).unwrap();
    assert_eq!(repo.read(FILE), CONVENTION);
    let again = repo.folder().undo(Some(&paid.commit));
    assert!(matches!(again, Err(SaveError::AlreadyUndone(_))), "{again:?}");
}

#[test]
fn undo_redo_and_manual_edits_are_committed_in_the_language_of_the_portfolio() {
    let repo = Repo::new();
    // Whatever else is wrong in the file.
    repo.write("portfolio.toml", "language = \"fr\"\nname = 3\n");
    save(&repo, &pay(20000));
    let subject = repo.git(&["log", "-1", "--format=%s"]).trim().to_owned();
    assert!(subject.contains("reçus de"), "{subject}");
    assert_eq!(repo.folder().undo(None).unwrap().subject, format!("Annulation de « {subject} »"));
    assert_eq!(repo.folder().redo().unwrap().subject, format!("Rétablissement de « {subject} »"));
    // An undo in another language keeps the first subject, too.
    repo.write("portfolio.toml", "language = \"en\"\n");
    assert_eq!(repo.folder().undo(None).unwrap().subject, format!("Undo \"{subject}\""));
    repo.write("portfolio.toml", "language = \"fr\"\n");
    assert_eq!(repo.folder().redo().unwrap().subject, format!("Rétablissement de « {subject} »"));
    repo.write(STARTUP_FILE, repo.read(STARTUP_FILE).replace("planned", "held"));
    let startup = RecordRef::new(RecordKind::Startup, Id::new("poubelles-battle").unwrap());
    let saved = repo.folder().commit_manual_edits(&startup).unwrap();
    assert_eq!(saved.subject, "poubelles-battle : fiche modifiée à la main");
}
