//! Edits of several records, new and removed records, and manual edits: each is one commit, all or nothing, and touches
//! nothing else.

use std::fs;

use couveuse::edit::{self, Edit, HandEditPolicy, Intention, LineKind, verb};
use couveuse::model::{Id, Money, RecordKind, RecordRef};
use couveuse::store::{SaveError, Saved};

use crate::support::{CONVENTION, Repo, STARTUP};

const FILE: &str = "conventions/poubelles-battle-dinum-pau.toml";
const STARTUP_FILE: &str = "startups/poubelles-battle.toml";

fn id(text: &str) -> Id {
    Id::new(text).unwrap()
}

fn pay() -> Intention {
    Intention::Pay(verb::PayVerb {
        convention: id("poubelles-battle-dinum-pau"),
        contribution: "pau".to_owned(),
        amount: Money::euros(100),
        on: "2021-03-05".parse().unwrap(),
        tranche: None,
        reference: None,
    })
}

fn note(text: &str) -> Intention {
    let on = "2021-03-04".parse().unwrap();
    Intention::Note(verb::NoteVerb { startup: id("poubelles-battle"), on, text: text.to_owned(), source: None })
}

fn party() -> Intention {
    Intention::NewParty(verb::NewPartyVerb { id: id("oise"), name: "Département de l'Oise".to_owned(), kind: None })
}

fn make(repo: &Repo, intentions: &[Intention]) -> Edit {
    edit::edit(&repo.folder().load(&|_| {}), intentions, "2021-03-05".parse().unwrap()).unwrap()
}

fn save(repo: &Repo, intentions: &[Intention]) -> Result<Saved, SaveError> {
    repo.folder().save(&make(repo, intentions), HandEditPolicy::Refuse)
}

/// HEAD, the state of index and work tree, and the files with their bytes.
type Everything = (String, (String, String), Vec<(String, Vec<u8>)>);

/// Everything that git and the folder hold.
fn everything(repo: &Repo) -> Everything {
    let mut files = Vec::new();
    let mut folders = vec![repo.root()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                if path.file_name().unwrap() != ".git" {
                    files.push((path.display().to_string(), Vec::new()));
                    folders.push(path);
                }
            } else {
                files.push((path.display().to_string(), fs::read(&path).unwrap()));
            }
        }
    }
    files.sort();
    (repo.head(), repo.state(), files)
}

fn unchanged<T>(repo: &Repo, act: impl FnOnce() -> T) -> T {
    let before = everything(repo);
    let outcome = act();
    assert_eq!(everything(repo), before);
    outcome
}

fn names_changed(repo: &Repo) -> Vec<String> {
    let status = repo.git(&["show", "--format=", "--name-status"]);
    status.lines().map(|line| line.replace('\t', " ")).collect()
}

#[test]
fn several_records_are_one_commit_and_one_undo() {
    let repo = Repo::new();
    let saved = save(&repo, &[pay(), note("Bulk"), party()]).unwrap();
    assert_eq!(saved.records.len(), 3);
    assert_eq!(names_changed(&repo), [format!("M {FILE}"), "A parties/oise.toml".into(), format!("M {STARTUP_FILE}")]);
    assert_eq!(repo.git(&["log", "--format=%H"]).lines().count(), 2);
    assert_eq!(repo.git(&["status", "--porcelain"]), "");
    assert_eq!(repo.git(&["diff-files", "--name-only"]), "", "not even a quick look sees a difference");
    let trailers = repo.git(&["log", "-1", "--format=%(trailers:key=Couveuse-Record,valueonly)"]);
    assert_eq!(trailers.trim().lines().count(), 3);
    let undone = repo.folder().undo(None).unwrap();
    assert_eq!(undone.records.len(), 3);
    assert_eq!((repo.read(FILE).as_str(), repo.read(STARTUP_FILE).as_str()), (CONVENTION, STARTUP));
    assert!(!repo.root().join("parties/oise.toml").exists());
    assert_eq!(repo.git(&["diff", "--stat", "HEAD~2", "HEAD"]), "");
    assert_eq!(repo.git(&["status", "--porcelain"]), "");
    repo.folder().redo().unwrap();
    assert_eq!(repo.git(&["diff", "--stat", "HEAD~2", "HEAD"]), "", "as the edit left it");
    assert!(repo.root().join("parties/oise.toml").exists());
    assert_eq!(repo.git(&["status", "--porcelain"]), "");
}

#[test]
fn other_staged_and_changed_files_stay() {
    let repo = Repo::below("affaires/portefeuille");
    repo.write("../staged.txt", "staged");
    repo.git(&["add", "../staged.txt"]);
    repo.write("parties/pau.toml", "name = \"Changed\"\n");
    repo.git(&["add", "parties/pau.toml"]);
    repo.write("parties/pau.toml", "name = \"Changed again\"\n");
    repo.write("parties/dinum.toml", "name = \"Not staged\"\n");
    let before = repo.git(&["status", "--porcelain"]);
    save(&repo, &[pay(), note("Bulk"), party()]).unwrap();
    assert_eq!(repo.git(&["status", "--porcelain"]), before);
    repo.folder().undo(None).unwrap();
    assert_eq!(repo.git(&["status", "--porcelain"]), before);
    assert_eq!(repo.read("parties/pau.toml"), "name = \"Changed again\"\n");
    assert_eq!(repo.git(&["show", ":./parties/pau.toml"]), "name = \"Changed\"\n");
}

#[test]
fn if_one_record_cannot_be_written_none_is() {
    let repo = Repo::new();
    let edit = make(&repo, &[pay(), note("Bulk"), party()]);
    repo.write(STARTUP_FILE, format!("{STARTUP}# mine\n"));
    let outcome = unchanged(&repo, || repo.folder().save(&edit, HandEditPolicy::Refuse));
    assert!(matches!(&outcome, Err(SaveError::Dirty(path, _)) if path.ends_with(STARTUP_FILE)), "{outcome:?}");
}

#[cfg(unix)]
#[test]
fn if_a_folder_is_read_only_no_record_is_written() {
    use std::os::unix::fs::PermissionsExt;
    let repo = Repo::new();
    let edit = make(&repo, &[pay(), note("Bulk")]);
    let file = repo.root().join(STARTUP_FILE);
    fs::set_permissions(&file, fs::Permissions::from_mode(0o444)).unwrap();
    let outcome = unchanged(&repo, || repo.folder().save(&edit, HandEditPolicy::Refuse));
    assert!(matches!(outcome, Err(SaveError::Refused(..))), "{outcome:?}");
}

#[test]
fn an_existing_record_is_not_created_again() {
    let repo = Repo::new();
    let edit = make(&repo, &[party()]);
    repo.write("parties/oise.toml", "name = \"By hand\"\n");
    let untracked = unchanged(&repo, || repo.folder().save(&edit, HandEditPolicy::Refuse));
    assert!(matches!(untracked, Err(SaveError::Exists(_))), "{untracked:?}");
    repo.commit_all("By hand");
    let tracked = unchanged(&repo, || repo.folder().save(&edit, HandEditPolicy::Refuse));
    assert!(matches!(tracked, Err(SaveError::Exists(_))), "{tracked:?}");
    repo.git(&["rm", "--quiet", "--cached", "parties/oise.toml"]);
    fs::remove_file(repo.root().join("parties/oise.toml")).unwrap();
    let removed = unchanged(&repo, || repo.folder().save(&edit, HandEditPolicy::Refuse));
    assert!(matches!(removed, Err(SaveError::Dirty(..))), "removed, but not in a commit: {removed:?}");
}

#[test]
fn the_first_record_of_a_kind_creates_its_folder() {
    let repo = Repo::empty();
    repo.git(&["init", "--quiet"]);
    for (name, value) in [("user.name", "Coach"), ("user.email", "c@example.org"), ("commit.gpgsign", "false")] {
        repo.git(&["config", name, value]);
    }
    repo.write("portfolio.toml", "name = \"New\"\n");
    repo.commit_all("Begin");
    save(&repo, &[party()]).unwrap();
    assert_eq!(names_changed(&repo), ["A parties/oise.toml"]);
    assert_eq!(repo.git(&["status", "--porcelain"]), "");
}

#[test]
fn undo_does_not_remove_a_created_record_that_changed_since() {
    let repo = Repo::new();
    save(&repo, &[party()]).unwrap();
    repo.write("parties/oise.toml", repo.read("parties/oise.toml") + "# ours\n");
    repo.commit_all("By hand");
    let outcome = unchanged(&repo, || repo.folder().undo(None));
    assert!(matches!(outcome, Err(SaveError::UndoConflict(_))), "{outcome:?}");
}

#[cfg(unix)]
#[test]
fn hooks_see_all_records_and_a_refusal_changes_nothing() {
    let repo = Repo::new();
    repo.hook("pre-commit", "git diff --cached --name-only > seen.txt; exit 1");
    let edit = make(&repo, &[pay(), note("Bulk"), party()]);
    repo.write("seen.txt", "");
    repo.git(&["add", "seen.txt"]);
    repo.write(
        "seen.txt",
        "conventions/poubelles-battle-dinum-pau.toml\nparties/oise.toml\nstartups/poubelles-battle.toml\n",
    );
    let outcome = unchanged(&repo, || repo.folder().save(&edit, HandEditPolicy::Refuse));
    assert!(matches!(outcome, Err(SaveError::GitRefused(_))), "{outcome:?}");
    repo.hook("pre-commit", "exit 0");
    repo.folder().save(&edit, HandEditPolicy::Refuse).unwrap();
    assert_eq!(names_changed(&repo).len(), 3);
    repo.folder().undo(None).unwrap();
    assert!(!repo.root().join("parties/oise.toml").exists());
    repo.folder().redo().unwrap();
    assert!(repo.root().join("parties/oise.toml").exists());
    assert_eq!(repo.git(&["status", "--porcelain"]), "AM seen.txt\n");
}

fn startup() -> RecordRef {
    RecordRef::new(RecordKind::Startup, id("poubelles-battle"))
}

#[test]
fn manual_edits_are_shown_committed_and_undone() {
    let repo = Repo::new();
    assert_eq!(repo.folder().manual_changes(&startup()).unwrap(), []);
    assert!(matches!(repo.folder().commit_manual_edits(&startup()), Err(SaveError::NothingToCommit)));
    let mine = STARTUP.replace("planned", "held");
    repo.write(STARTUP_FILE, &mine);
    repo.write(FILE, format!("{CONVENTION}# another\n"));
    let lines = repo.folder().manual_changes(&startup()).unwrap();
    let changed = lines.iter().filter(|line| line.kind != LineKind::Context).map(|line| line.text.as_str());
    assert_eq!(changed.collect::<Vec<_>>(), ["state = \"planned\"", "state = \"held\""]);
    let saved = repo.folder().commit_manual_edits(&startup()).unwrap();
    assert_eq!(saved.subject, "poubelles-battle: edited by hand");
    assert_eq!(names_changed(&repo), [format!("M {STARTUP_FILE}")]);
    assert!(repo.git(&["log", "-1", "--format=%b"]).contains("Couveuse-Edit: hand"));
    assert_eq!(repo.git(&["status", "--porcelain"]), format!(" M {FILE}\n"));
    repo.folder().undo(None).unwrap();
    assert_eq!(repo.read(STARTUP_FILE), STARTUP);
    repo.folder().redo().unwrap();
    assert_eq!(repo.read(STARTUP_FILE), mine);
}

#[test]
fn staged_manual_edits_are_committed_too() {
    let repo = Repo::new();
    repo.write(STARTUP_FILE, format!("{STARTUP}# one\n"));
    repo.git(&["add", STARTUP_FILE]);
    repo.write(STARTUP_FILE, format!("{STARTUP}# one\n# two\n"));
    repo.folder().commit_manual_edits(&startup()).unwrap();
    assert_eq!(repo.git(&["status", "--porcelain"]), "");
    assert!(repo.git(&["show", &format!("HEAD:{STARTUP_FILE}")]).ends_with("# two\n"));
}

#[test]
fn a_manually_created_record_is_committed_too() {
    let repo = Repo::new();
    repo.write("startups/new.toml", "name = \"New\"\n");
    repo.folder().commit_manual_edits(&RecordRef::new(RecordKind::Startup, id("new"))).unwrap();
    assert_eq!(names_changed(&repo), ["A startups/new.toml"]);
    assert_eq!(repo.git(&["status", "--porcelain"]), "");
}

#[test]
fn manual_edits_that_would_not_load_are_refused() {
    let repo = Repo::new();
    for broken in ["name = \"never ends\n", "name = 3\n"] {
        repo.write(STARTUP_FILE, broken);
        let outcome = unchanged(&repo, || repo.folder().commit_manual_edits(&startup()));
        assert!(matches!(outcome, Err(SaveError::Edit(_))), "{outcome:?}");
        assert!(repo.folder().manual_changes(&startup()).is_err());
    }
}

#[cfg(unix)]
#[test]
fn hooks_apply_to_manual_edits_too() {
    let repo = Repo::new();
    repo.hook("commit-msg", "echo checked >> \"$1\"");
    repo.write(STARTUP_FILE, format!("{STARTUP}# one\n"));
    repo.folder().commit_manual_edits(&startup()).unwrap();
    assert!(repo.git(&["log", "-1", "--format=%B"]).contains("checked"));
    repo.write("startups/new.toml", "name = \"New\"\n");
    repo.folder().commit_manual_edits(&RecordRef::new(RecordKind::Startup, id("new"))).unwrap();
    assert_eq!(repo.git(&["status", "--porcelain"]), "");
}
