//! Manual edits that are not committed: marking them, and edits of verbs next to them.

use std::collections::BTreeSet;
use std::fs;
#[cfg(unix)]
use std::process::Command;
#[cfg(unix)]
use std::time::Duration;

use couveuse::edit::{self, HandEditPolicy, Intention, verb};
use couveuse::model::{Id, Money, RecordKind, RecordRef};
use couveuse::store::{Folder, SaveError, Saved};

#[cfg(unix)]
use crate::support::hermetic;
use crate::support::{CONVENTION, Repo, STARTUP};

const FILE: &str = "conventions/poubelles-battle-dinum-pau.toml";
const STARTUP_FILE: &str = "startups/poubelles-battle.toml";

fn convention() -> RecordRef {
    RecordRef::new(RecordKind::Convention, Id::new("poubelles-battle-dinum-pau").unwrap())
}

fn startup() -> RecordRef {
    RecordRef::new(RecordKind::Startup, Id::new("poubelles-battle").unwrap())
}

fn pay(repo: &Repo, hand_edits: HandEditPolicy) -> Result<Saved, SaveError> {
    let pay = Intention::Pay(verb::PayVerb {
        convention: convention().id,
        contribution: "pau".to_owned(),
        amount: Money::euros(17_500),
        on: "2021-03-05".parse().unwrap(),
        tranche: None,
        reference: None,
    });
    let mut folder = repo.folder();
    let edit = edit::edit(&folder.load(&|_| {}), &[pay], "2021-03-05".parse().unwrap()).unwrap();
    folder.save(&edit, hand_edits)
}

fn mine() -> String {
    CONVENTION.replace("# one only", "# but one")
}

fn head(repo: &Repo) -> String {
    repo.git(&["show", &format!("HEAD:{FILE}")])
}

fn staged(repo: &Repo) -> String {
    repo.git(&["show", &format!(":{FILE}")])
}

/// Whether a text has the manual edit, and whether it has the payment.
fn has(text: &str) -> (bool, bool) {
    (text.contains("# but one"), text.contains("17500"))
}

#[test]
fn an_edit_is_refused_unless_the_policy_says_otherwise() {
    let repo = Repo::new();
    repo.write(FILE, mine());
    let outcome = pay(&repo, HandEditPolicy::Refuse);
    assert!(matches!(&outcome, Err(SaveError::Dirty(_, records)) if *records == [convention()]), "{outcome:?}");
    assert_eq!(repo.read(FILE), mine());
}

#[test]
fn with_commit_both_are_one_commit() {
    for is_staged in [false, true] {
        let repo = Repo::new();
        repo.write(FILE, mine());
        if is_staged {
            repo.git(&["add", FILE]);
        }
        repo.write(STARTUP_FILE, format!("# Mine.\n{STARTUP}"));
        pay(&repo, HandEditPolicy::Commit).unwrap();
        assert_eq!(has(&head(&repo)), (true, true));
        assert_eq!(repo.git(&["status", "--porcelain"]), format!(" M {STARTUP_FILE}\n"), "another file stays");
    }
}

#[test]
fn with_leave_the_edit_alone_is_committed() {
    let repo = Repo::new();
    repo.write(FILE, mine());
    pay(&repo, HandEditPolicy::Leave).unwrap();
    assert_eq!(has(&head(&repo)), (false, true));
    assert_eq!(has(&repo.read(FILE)), (true, true));
    assert_eq!(staged(&repo), head(&repo));
    assert_eq!(repo.git(&["status", "--porcelain"]), format!(" M {FILE}\n"));
    let left = repo.git(&["diff", "--unified=0", "--", FILE]);
    let lines: Vec<_> = left.lines().filter(|line| line.starts_with(['+', '-'])).skip(2).collect();
    assert_eq!(
        lines,
        ["-startups = [ \"poubelles-battle\" ]   # one only", "+startups = [ \"poubelles-battle\" ]   # but one"]
    );
    repo.git(&["fsck", "--strict", "--no-dangling"]);
}

#[test]
fn with_leave_staged_changes_stay_staged_with_the_edit_applied() {
    let repo = Repo::new();
    repo.write(FILE, mine());
    repo.git(&["add", FILE]);
    let more = mine().replace("# last line", "# very last line");
    repo.write(FILE, &more);
    pay(&repo, HandEditPolicy::Leave).unwrap();
    assert_eq!(has(&head(&repo)), (false, true));
    assert_eq!(has(&staged(&repo)), (true, true));
    assert!(!staged(&repo).contains("# very last line"));
    let file = repo.read(FILE);
    assert!(has(&file) == (true, true) && file.contains("# very last line"), "{file}");
    assert_eq!(repo.git(&["status", "--porcelain"]), format!("MM {FILE}\n"));
}

#[test]
fn with_leave_a_staged_non_record_is_untouched() {
    let repo = Repo::new();
    repo.write(FILE, "half = [");
    repo.git(&["add", FILE]);
    repo.write(FILE, mine());
    pay(&repo, HandEditPolicy::Leave).unwrap();
    assert_eq!((has(&head(&repo)), staged(&repo).as_str()), ((false, true), "half = ["));
    assert_eq!(has(&repo.read(FILE)), (true, true));
}

#[cfg(unix)]
#[test]
fn hooks_do_not_change_the_policies() {
    for is_staged in [false, true] {
        let repo = Repo::new();
        repo.hook("pre-commit", "git diff --cached --name-only > \"$(git rev-parse --git-dir)/seen\"");
        repo.write(FILE, mine());
        repo.write("portfolio.toml", "name = \"Staged\"\nhome = \"dinum\"\n");
        repo.git(&["add", "portfolio.toml"]);
        if is_staged {
            repo.git(&["add", FILE]);
        }
        pay(&repo, HandEditPolicy::Leave).unwrap();
        assert_eq!(repo.read(".git/seen").trim(), FILE, "nothing else was to be committed");
        assert_eq!((has(&head(&repo)), has(&repo.read(FILE))), ((false, true), (true, true)));
        assert_eq!(has(&staged(&repo)), (is_staged, true));
        let status = repo.git(&["status", "--porcelain"]);
        let of_record = if is_staged { "M " } else { " M" };
        assert_eq!(status, format!("{of_record} {FILE}\nM  portfolio.toml\n"));
        let repo = Repo::new();
        repo.hook("pre-commit", "exit 0");
        repo.write(FILE, mine());
        pay(&repo, HandEditPolicy::Commit).unwrap();
        assert_eq!(has(&head(&repo)), (true, true));
        repo.assert_sound("together, with a hook");
    }
}

#[cfg(unix)]
#[test]
fn a_failing_hook_shows_all_its_output_in_order() {
    let repo = Repo::new();
    repo.write(FILE, mine());
    repo.git(&["add", FILE]);
    repo.hook("pre-commit", "for n in 1 2 3; do echo \"out $n\"; echo \"err $n\" >&2; done; exit 1");
    let modified = || fs::metadata(repo.root().join(FILE)).unwrap().modified().unwrap();
    for hand_edits in [HandEditPolicy::Commit, HandEditPolicy::Leave] {
        let before = (repo.head(), repo.state(), repo.read(FILE), modified());
        let outcome = pay(&repo, hand_edits);
        let said = "out 1\nerr 1\nout 2\nerr 2\nout 3\nerr 3";
        assert!(matches!(&outcome, Err(SaveError::GitRefused(words)) if words == said), "{outcome:?}");
        assert_eq!((repo.head(), repo.state(), repo.read(FILE), modified()), before);
        assert_eq!(repo.strays(), [""; 0]);
    }
}

#[cfg(unix)]
#[test]
fn no_other_git_commits_while_a_hook_runs() {
    for hand_edits in [HandEditPolicy::Commit, HandEditPolicy::Leave] {
        let repo = Repo::new();
        repo.write(FILE, mine());
        let other = "git commit --quiet --no-verify --allow-empty --message other";
        repo.hook("pre-commit", &format!("unset GIT_INDEX_FILE; {other} && echo done > .git/other; exit 0"));
        pay(&repo, hand_edits).unwrap();
        assert!(has(&head(&repo)).1 && !repo.root().join(".git/other").exists(), "{hand_edits:?}");
    }
}

#[cfg(unix)]
#[test]
fn a_failing_hook_is_reported_even_if_the_branch_moved() {
    let repo = Repo::new();
    let other = "git update-ref HEAD $(git commit-tree HEAD^{tree} -p HEAD -m Other)";
    repo.hook("pre-commit", &format!("{other}; echo refused; exit 1"));
    let outcome = pay(&repo, HandEditPolicy::Refuse);
    assert!(matches!(&outcome, Err(SaveError::GitRefused(words)) if words == "refused"), "{outcome:?}");
    assert_eq!(repo.git(&["log", "-1", "--format=%s"]).trim(), "Other");
    assert_eq!(repo.read(FILE), CONVENTION);
    repo.assert_sound("refused beside another commit");
}

#[cfg(unix)]
#[test]
fn background_processes_of_git_do_not_block_saves() {
    let repo = Repo::new();
    // A file system monitor that leaves a process running, which keeps its standard input open.
    repo.hook("watch", "[ ! -e .git/couveuse/output ] || [ -e .git/left ] || { exec 3<&0; sleep 600 <&3 >/dev/null 2>&1 & echo $! > .git/left; }; exit 1");
    repo.hook("pre-commit", "exit 0");
    repo.git(&["config", "core.fsmonitor", ".git/hooks/watch"]);
    pay(&repo, HandEditPolicy::Refuse).unwrap();
    let outcome = repo.folder().with_wait_limit(Duration::ZERO).undo(None);
    let ended = Command::new("kill").arg(repo.read(".git/left").trim()).status().unwrap();
    assert!(outcome.is_ok() && ended.success(), "{outcome:?}");
}

#[test]
fn the_policy_is_a_command_line_option() {
    let repo = Repo::new();
    repo.write(FILE, mine());
    let arguments = ["pay", "poubelles-battle-dinum-pau/pau", "17500", "--on", "5/3/2021", "--lang", "en"];
    let refused = repo.couveuse(&arguments).output().unwrap();
    assert_eq!(refused.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&refused.stderr).contains("--hand-edits leave"));
    let mut command = repo.couveuse(&arguments);
    assert!(command.args(["--hand-edits", "leave"]).output().unwrap().status.success());
    assert_eq!((has(&head(&repo)), has(&repo.read(FILE))), ((false, true), (true, true)));
    let mut command = repo.couveuse(&["note", "poubelles-battle", "Mine", "--hand-edits", "commit"]);
    repo.write(STARTUP_FILE, format!("# Mine.\n{STARTUP}"));
    assert!(command.output().unwrap().status.success());
    assert!(repo.git(&["show", &format!("HEAD:{STARTUP_FILE}")]).starts_with("# Mine."));
}

fn set(records: &[RecordRef]) -> BTreeSet<RecordRef> {
    records.iter().cloned().collect()
}

#[test]
fn uncommitted_changes_are_known_per_record() {
    let repo = Repo::below("portefeuille");
    assert_eq!(repo.folder().dirty(), set(&[]));
    repo.write("../other.txt", "none of ours");
    assert_eq!(repo.folder().dirty(), set(&[]));
    // With the same length, and within the second in which the index was written.
    repo.write(FILE, CONVENTION.replace("# one only", "# two only"));
    assert_eq!(repo.folder().dirty(), set(&[convention()]));
    repo.git(&["add", FILE]);
    assert_eq!(repo.folder().dirty(), set(&[convention()]), "staged");
    repo.write(FILE, CONVENTION);
    assert_eq!(repo.folder().dirty(), set(&[convention()]), "staged, and the file as committed");
    repo.git(&["reset", "--quiet"]);
    assert_eq!(repo.folder().dirty(), set(&[]));
    repo.write(FILE, CONVENTION);
    assert_eq!(repo.folder().dirty(), set(&[]), "touched, and no more");
    repo.write("parties/oise.toml", "name = \"Oise\"\n");
    let oise = RecordRef::new(RecordKind::Party, Id::new("oise").unwrap());
    assert_eq!(repo.folder().dirty(), set(&[oise]), "not known to git yet");
    fs::remove_file(repo.root().join("parties/oise.toml")).unwrap();
    pay(&repo, HandEditPolicy::Refuse).unwrap();
    assert_eq!(repo.folder().dirty(), set(&[]));
    repo.git(&["update-index", "--split-index"]);
    repo.write(STARTUP_FILE, format!("# Mine.\n{STARTUP}"));
    assert_eq!(repo.folder().dirty(), set(&[startup()]), "an index that only git reads");
}

#[cfg(unix)]
#[test]
fn a_folder_with_a_non_utf8_name_works() {
    use std::os::unix::ffi::OsStrExt;
    let repo = Repo::below("records");
    let top = repo.root().parent().unwrap().to_owned();
    let odd = top.join(std::ffi::OsStr::from_bytes(b"d\xe9pot"));
    fs::rename(repo.root(), &odd).unwrap();
    for arguments in [&["add", "--all"][..], &["commit", "--quiet", "-m", "Moved"], &["update-index", "--split-index"]]
    {
        let mut git = Command::new("git");
        hermetic(&mut git, &top);
        assert!(git.current_dir(&top).args(arguments).status().unwrap().success());
    }
    let folder = Folder::open(&odd).unwrap();
    assert_eq!(folder.dirty(), set(&[]));
    fs::write(odd.join(STARTUP_FILE), format!("# Mine.\n{STARTUP}")).unwrap();
    assert_eq!(folder.dirty(), set(&[startup()]));
}

#[test]
fn without_a_repository_or_commit_nothing_is_uncommitted() {
    assert_eq!(Repo::plain().folder().dirty(), set(&[]));
    let repo = Repo::new();
    repo.git(&["checkout", "--quiet", "--orphan", "new"]);
    assert_eq!(repo.folder().dirty(), set(&[]));
}

#[test]
fn line_endings_and_links_are_not_changes() {
    let repo = Repo::new();
    repo.git(&["config", "core.autocrlf", "true"]);
    repo.git(&["rm", "--quiet", "--cached", "-r", "."]);
    repo.git(&["reset", "--quiet", "--hard"]);
    assert!(repo.read(FILE).contains("\r\n"));
    repo.write(FILE, repo.read(FILE));
    assert_eq!(repo.folder().dirty(), set(&[]));
    repo.git(&["update-index", "--split-index"]);
    repo.write(FILE, repo.read(FILE));
    assert_eq!(repo.folder().dirty(), set(&[]), "an index that only git reads");
    repo.write(FILE, repo.read(FILE).replace("# one only", "# two only"));
    assert_eq!(repo.folder().dirty(), set(&[convention()]));
    #[cfg(unix)]
    {
        let repo = Repo::new();
        repo.git(&["mv", FILE, "kept.toml"]);
        std::os::unix::fs::symlink("../kept.toml", repo.root().join(FILE)).unwrap();
        repo.commit_all("Keep the convention elsewhere");
        assert_eq!(repo.folder().dirty(), set(&[]));
        repo.write("kept.toml", mine());
        assert_eq!(repo.folder().dirty(), set(&[convention()]));
    }
}
