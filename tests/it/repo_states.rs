//! Edits in unusual states of the repository: other changes, a rebase, a submodule, a full or read-only disk, no git
//! program, a locked index.

use std::fs;
#[cfg(target_os = "linux")]
use std::path::Path;
use std::path::PathBuf;
#[cfg(target_os = "linux")]
use std::process::Command;
use std::process::Output;
use std::time::{Duration, UNIX_EPOCH};

use crate::support::{CONVENTION, Repo};

const FILE: &str = "conventions/poubelles-battle-dinum-pau.toml";
const PAY: [&str; 6] = ["pay", "poubelles-battle-dinum-pau/pau", "17500", "--on", "5/3/2021", "--lang=en"];

fn pay(repo: &Repo) -> Output {
    repo.couveuse(&PAY).output().unwrap()
}

fn said(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

fn is_paid(repo: &Repo) -> bool {
    repo.git(&["show", &format!("HEAD:{FILE}")]).contains("17500")
}

/// HEAD, the state of index and work tree, the record, and stray files.
fn everything(repo: &Repo) -> (String, (String, String), String, Vec<String>) {
    (repo.head(), repo.state(), repo.read(FILE), repo.strays())
}

#[test]
fn foreign_and_staged_files_are_untouched() {
    let repo = Repo::new();
    repo.write("portfolio.toml", "name = \"Staged\"\nhome = \"dinum\"\n");
    repo.write("new.txt", "new");
    repo.git(&["add", "portfolio.toml", "new.txt"]);
    repo.write("new.txt", "newer");
    repo.write("parties/pau.toml", "name = \"Mine\"\n");
    repo.write("untracked.txt", "mine");
    let status = repo.git(&["status", "--porcelain"]);
    assert!(pay(&repo).status.success());
    assert_eq!(repo.git(&["status", "--porcelain"]), status);
    assert_eq!(repo.git(&["show", "--format=", "--name-only"]).trim(), FILE);
    assert_eq!((repo.read("new.txt"), repo.git(&["show", ":new.txt"])), ("newer".into(), "new".into()));
    assert_eq!(repo.strays(), [""; 0]);
}

#[test]
fn a_racily_clean_change_stays_visible_after_an_edit() {
    const PARTY: &str = "parties/pau.toml";
    let repo = Repo::new();
    repo.git(&["config", "core.trustctime", "false"]);
    let date = |file: &str, nanoseconds| {
        let moment = UNIX_EPOCH + Duration::new(1_600_000_000, nanoseconds);
        fs::File::options().write(true).open(repo.root().join(file)).unwrap().set_modified(moment).unwrap();
    };
    date(PARTY, 0);
    repo.git(&["update-index", "--refresh"]);
    date(".git/index", 500);
    // With the same length and the same time.
    let changed = repo.read(PARTY).replacen("name", "nome", 1);
    assert_ne!(changed, repo.read(PARTY));
    repo.write(PARTY, changed);
    date(PARTY, 0);
    assert!(pay(&repo).status.success());
    assert_eq!(repo.git(&["status", "--porcelain"]).trim_end(), format!(" M {PARTY}"));
}

#[test]
fn during_a_rebase_nothing_changes_and_the_rebase_continues() {
    let repo = Repo::new();
    repo.git(&["checkout", "--quiet", "-b", "mine"]);
    repo.write("portfolio.toml", "name = \"Mine\"\nhome = \"dinum\"\n");
    repo.commit_all("Mine");
    repo.git(&["checkout", "--quiet", "main"]);
    repo.write("portfolio.toml", "name = \"Theirs\"\nhome = \"dinum\"\n");
    repo.commit_all("Theirs");
    repo.git(&["checkout", "--quiet", "mine"]);
    assert!(!repo.try_git(&["rebase", "--quiet", "main"]).status.success());
    let before = everything(&repo);
    let refused = pay(&repo);
    assert_eq!((refused.status.code(), everything(&repo)), (Some(1), before));
    repo.write("portfolio.toml", "name = \"Both\"\nhome = \"dinum\"\n");
    repo.git(&["add", "portfolio.toml"]);
    repo.git(&["-c", "core.editor=true", "rebase", "--continue"]);
    assert!(pay(&repo).status.success() && is_paid(&repo));
    repo.assert_sound("after the rebase");
}

#[cfg(unix)]
#[test]
fn hooks_run_if_the_environment_names_the_configuration() {
    let repo = Repo::new();
    repo.hook("pre-commit", "echo not today >&2; exit 1");
    let before = everything(&repo);
    let refused = pay(&repo);
    assert_eq!((refused.status.code(), everything(&repo)), (Some(1), before));
    assert!(said(&refused).contains("not today"), "{}", said(&refused));
}

#[test]
fn before_the_first_commit_nothing_changes() {
    let repo = Repo::new();
    repo.git(&["update-ref", "-d", "HEAD"]);
    let before = (repo.state(), repo.read(FILE));
    assert_eq!(pay(&repo).status.code(), Some(1));
    assert_eq!((repo.state(), repo.read(FILE)), before);
    assert_eq!(repo.strays(), [""; 0]);
    repo.commit_all("The first");
    assert!(pay(&repo).status.success() && is_paid(&repo));
}

#[test]
fn a_linked_worktree_moves_its_own_branch() {
    let repo = Repo::new();
    let linked = Repo::empty();
    let tree = linked.root().join("tree");
    repo.git(&["worktree", "add", "--quiet", "-b", "linked", tree.to_str().unwrap()]);
    let main = repo.head();
    let mut command = repo.couveuse(&PAY);
    assert!(command.arg("--folder").arg(&tree).output().unwrap().status.success());
    assert_eq!(repo.head(), main);
    assert!(repo.git(&["show", &format!("linked:{FILE}")]).contains("17500"));
    assert_eq!(repo.git(&["-C", tree.to_str().unwrap(), "status", "--porcelain"]), "");
    assert_eq!(
        repo.git(&["-C", tree.to_str().unwrap(), "reflog", "-1", "--format=%gs"]).trim(),
        "commit: poubelles-battle: €17,500 received from pau"
    );
    repo.assert_sound("beside it");
}

#[test]
fn a_submodule_gets_the_commit() {
    let inner = Repo::new();
    let outer = Repo::empty();
    let root = outer.root();
    let git = |arguments: &[&str]| assert!(outer.try_git(arguments).status.success(), "{arguments:?}");
    git(&["init", "--quiet", "--initial-branch=main"]);
    for (name, value) in [("user.name", "Lead Office"), ("user.email", "coach@example.org")] {
        git(&["config", name, value]);
    }
    let source = inner.root();
    git(&["-c", "protocol.file.allow=always", "submodule", "--quiet", "add", source.to_str().unwrap(), "records"]);
    git(&["commit", "--quiet", "--message", "With records"]);
    for (name, value) in [("user.name", "Lead Office"), ("user.email", "coach@example.org")] {
        git(&["-C", "records", "config", name, value]);
    }
    let mut command = outer.couveuse(&PAY);
    let output = command.arg("--folder").arg(root.join("records")).output().unwrap();
    assert!(output.status.success(), "{}", said(&output));
    assert!(outer.git(&["-C", "records", "show", &format!("HEAD:{FILE}")]).contains("17500"));
    assert_eq!(outer.git(&["-C", "records", "status", "--porcelain"]), "");
    assert_eq!(outer.git(&["status", "--porcelain"]), " M records\n", "the outer one sees a new commit");
    outer.git(&["-C", "records", "fsck", "--strict", "--no-dangling"]);
}

#[cfg(unix)]
#[test]
fn a_read_only_folder_is_reported() {
    use std::os::unix::fs::PermissionsExt;
    let repo = Repo::new();
    let set = |folder: &str, mode| {
        fs::set_permissions(repo.root().join(folder), fs::Permissions::from_mode(mode)).unwrap();
    };
    for folder in ["conventions", ".git", ".git/objects", ".git/refs/heads"] {
        set(folder, 0o555);
        // Root may write everywhere.
        let is_kept_out = fs::write(repo.root().join(folder).join("probe"), "").is_err();
        if is_kept_out {
            let before = everything(&repo);
            let refused = pay(&repo);
            assert_eq!((refused.status.code(), everything(&repo)), (Some(1), before), "{folder}");
        } else {
            fs::remove_file(repo.root().join(folder).join("probe")).unwrap();
        }
        set(folder, 0o755);
    }
    assert!(pay(&repo).status.success() && is_paid(&repo));
    repo.assert_sound("at last");
}

/// A small file system, unmounted on drop.
#[cfg(target_os = "linux")]
struct Small(tempfile::TempDir);

#[cfg(target_os = "linux")]
impl Small {
    fn new(size: &str) -> Self {
        let dir = tempfile::TempDir::new().unwrap();
        let mut mount = Command::new("mount");
        mount.args(["-t", "tmpfs", "-o", &format!("size={size}"), "couveuse-test"]).arg(dir.path());
        let mounted = mount.output().unwrap();
        assert!(mounted.status.success(), "{}", String::from_utf8_lossy(&mounted.stderr));
        Self(dir)
    }
}

#[cfg(target_os = "linux")]
impl Drop for Small {
    fn drop(&mut self) {
        let _ = Command::new("umount").arg(self.0.path()).output();
    }
}

#[cfg(target_os = "linux")]
#[test]
#[ignore = "mounts a file system, which root alone may; .ci/run runs it where that is so"]
fn a_full_disk_changes_nothing() {
    let small = Small::new("2m");
    let repo = Repo::new();
    let root = small.0.path().join("repo");
    crate::support::copy(&repo.root(), &root);
    let at = |arguments: &[&str]| {
        let mut all = vec!["-C", root.to_str().unwrap()];
        all.extend(arguments);
        repo.git(&all)
    };
    at(&["status"]);
    let state =
        || (at(&["rev-parse", "HEAD"]), at(&["status", "--porcelain"]), fs::read_to_string(root.join(FILE)).unwrap());
    let fill = root.parent().unwrap().join("fill");
    let mut refused = 0;
    // From a full disk to one with enough room, a page at a time.
    for pages in 0..64 {
        let before = state();
        fill_but(&fill, pages);
        let output = repo.couveuse(&PAY).arg("--folder").arg(&root).output().unwrap();
        fs::remove_file(&fill).unwrap();
        if output.status.success() {
            assert!(at(&["show", &format!("HEAD:{FILE}")]).contains("17500"));
            break;
        }
        refused += 1;
        repo.couveuse(&["undo"]).arg("--folder").arg(&root).output().unwrap();
        assert_eq!(state(), before, "{pages} pages left: {}", said(&output));
        assert!(!root.join(".git/couveuse").exists() && !root.join(".git/index.lock").exists());
    }
    assert!(refused > 0 && state().1.is_empty());
    at(&["fsck", "--strict", "--no-dangling"]);
}

/// Fills a file system except for a number of pages.
#[cfg(target_os = "linux")]
fn fill_but(file: &Path, pages: usize) {
    use std::io::Write;
    let mut written = 0;
    let mut filling = fs::File::create(file).unwrap();
    while filling.write_all(&[0; 4096]).is_ok() {
        written += 4096;
    }
    filling.set_len(written).unwrap();
    filling.set_len(written.saturating_sub(pages as u64 * 4096)).unwrap();
}

#[cfg(target_os = "linux")]
#[test]
fn objects_on_another_file_system_are_copied() {
    use std::os::unix::fs::MetadataExt;
    let repo = Repo::new();
    let there = tempfile::tempdir_in("/dev/shm").unwrap();
    let objects = repo.root().join(".git/objects");
    let device = |folder: &Path| fs::metadata(folder).unwrap().dev();
    assert_ne!(device(there.path()), device(&objects), "in memory is elsewhere");
    assert!(Command::new("cp").arg("-a").arg(objects.join(".")).arg(there.path()).status().unwrap().success());
    fs::remove_dir_all(&objects).unwrap();
    std::os::unix::fs::symlink(there.path(), &objects).unwrap();
    let output = pay(&repo);
    assert!(output.status.success() && is_paid(&repo), "{}", said(&output));
    repo.assert_sound("with objects elsewhere");
}

/// Returns an empty folder to use as `PATH`.
fn without_git(repo: &Repo) -> PathBuf {
    let nothing = repo.root().join(".git/nothing");
    fs::create_dir_all(&nothing).unwrap();
    nothing
}

#[test]
fn without_git_on_the_path_edits_and_undo_work() {
    let repo = Repo::new();
    let nothing = without_git(&repo);
    let run = |arguments: &[&str]| repo.couveuse(arguments).env("PATH", &nothing).output().unwrap();
    assert!(run(&PAY).status.success() && is_paid(&repo));
    assert!(run(&["undo"]).status.success());
    assert_eq!(repo.read(FILE), CONVENTION);
    repo.assert_sound("without git");
}

#[cfg(unix)]
#[test]
fn without_git_on_the_path_hooks_are_not_skipped() {
    let repo = Repo::new();
    repo.hook("pre-commit", "exit 0");
    let nothing = without_git(&repo);
    let before = everything(&repo);
    let refused = repo.couveuse(&PAY).env("PATH", &nothing).output().unwrap();
    assert_eq!((refused.status.code(), everything(&repo)), (Some(1), before));
    assert!(said(&refused).contains("git"), "{}", said(&refused));
}

#[test]
fn a_released_index_lock_is_awaited() {
    let repo = Repo::new();
    let lock = repo.root().join(".git/index.lock");
    fs::write(&lock, "").unwrap();
    let mut child = repo.couveuse(&PAY).spawn().unwrap();
    // The process has prepared its lock file, and waits for the other lock to be released.
    while !repo.root().join(".git/couveuse/index.held").exists() {
        assert!(child.try_wait().unwrap().is_none());
        std::thread::yield_now();
    }
    fs::remove_file(&lock).unwrap();
    assert!(child.wait().unwrap().success() && is_paid(&repo));
    repo.assert_sound("after the wait");
}
