//! Edits in unusual repositories: hooks, signing, filters, links, permissions, line endings.

use super::*;

#[cfg(unix)]
#[test]
fn hooks_run_and_a_failing_one_changes_nothing() {
    let repo = Repo::new();
    repo.write("portfolio.toml", "name = \"Staged\"\n");
    repo.git(&["add", "portfolio.toml"]);
    repo.hook("pre-commit", "echo not today; exit 1");
    let error = unchanged(&repo, || save(&repo, &page())).unwrap_err();
    assert!(matches!(&error, SaveError::GitRefused(words) if words.contains("not today")), "{error}");
    repo.hook("pre-commit", "git diff --cached --name-only > \"$(git rev-parse --git-dir)/seen\"");
    repo.hook("commit-msg", "sed -i '1s/$/ (checked)/' \"$1\"");
    let before = repo.git(&["status", "--porcelain"]);
    save(&repo, &page()).unwrap();
    assert_eq!(repo.read(".git/seen").trim(), FILE);
    assert_eq!(repo.git(&["log", "-1", "--format=%s"]).trim(), "poubelles-battle: statistics page published (checked)");
    assert_eq!(repo.git(&["status", "--porcelain"]), before);
    repo.write(FILE, repo.read(FILE) + "# by hand\n");
    unchanged(&repo, || assert!(matches!(save(&repo, &pay(1)), Err(SaveError::Dirty(..)))));
    repo.git(&["checkout", "--quiet", FILE]);
    undo(&repo, None).unwrap();
    assert_eq!(repo.read(FILE), CONVENTION);
    assert_eq!(repo.git(&["status", "--porcelain"]), before);
}

#[cfg(unix)]
#[test]
fn a_failed_signature_makes_no_commit() {
    let repo = Repo::new();
    repo.git(&["config", "commit.gpgsign", "true"]);
    repo.git(&["config", "gpg.program", "false"]);
    unchanged(&repo, || assert!(matches!(save(&repo, &page()), Err(SaveError::GitRefused(_)))));
}

#[cfg(unix)]
#[test]
fn clean_and_smudge_filters_run() {
    let repo = Repo::new();
    let turn = "tr 'a-zA-Z' 'n-za-mN-ZA-M'";
    repo.git(&["config", "filter.secret.clean", turn]);
    repo.git(&["config", "filter.secret.smudge", turn]);
    repo.write(".gitattributes", "conventions/** filter=secret\n");
    repo.git(&["add", "--renormalize", "."]);
    repo.commit_all("Keep the conventions from the curious");
    save(&repo, &page()).unwrap();
    assert_eq!(repo.git(&["status", "--porcelain"]), "");
    assert!(repo.git(&["cat-file", "blob", &format!("HEAD:{FILE}")]).contains("fgngvfgvpf-cntr"));
    save(&repo, &pay(1)).unwrap();
    undo(&repo, Some("HEAD~1")).unwrap();
    assert!(!repo.read(FILE).contains("fulfilled") && repo.read(FILE).contains("[[payments]]"));
    undo(&repo, None).unwrap();
    assert_eq!(repo.read(FILE), CONVENTION);
}

#[cfg(unix)]
#[test]
fn a_linked_record_is_edited_at_its_target() {
    let repo = Repo::new();
    repo.git(&["mv", FILE, "kept.toml"]);
    std::os::unix::fs::symlink("../kept.toml", repo.root().join(FILE)).unwrap();
    repo.commit_all("Keep the convention elsewhere");
    save(&repo, &page()).unwrap();
    assert_eq!(repo.git(&["show", "--format=", "--name-only"]).trim(), "kept.toml");
    assert!(fs::symlink_metadata(repo.root().join(FILE)).unwrap().is_symlink());
    undo(&repo, None).unwrap();
    assert_eq!(repo.read("kept.toml"), CONVENTION);
}

#[cfg(unix)]
#[test]
fn permissions_are_kept_and_read_only_files_refused() {
    use std::os::unix::fs::PermissionsExt;
    let repo = Repo::new();
    let path = repo.root().join(FILE);
    let mode = |mode| fs::set_permissions(&path, fs::Permissions::from_mode(mode)).unwrap();
    mode(0o444);
    unchanged(&repo, || assert!(matches!(save(&repo, &page()), Err(SaveError::Refused(..)))));
    mode(0o640);
    save(&repo, &page()).unwrap();
    assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o640);
    mode(0o755);
    repo.commit_all("A strange mode");
    save(&repo, &pay(1)).unwrap();
    assert_eq!(repo.git(&["show", "--format=", "--summary"]), "");
    assert_eq!(repo.git(&["status", "--porcelain"]), "");
}

#[test]
fn subfolders_and_linked_worktrees_work() {
    let repo = Repo::below("affaires/portefeuille 2020 [équipe]");
    repo.write("../other.txt", "untracked");
    save(&repo, &page()).unwrap();
    let shown = repo.git(&["-c", "core.quotePath=false", "show", "--format=", "--name-only"]);
    assert_eq!(shown.trim(), format!("affaires/portefeuille 2020 [équipe]/{FILE}"));
    undo(&repo, None).unwrap();
    assert_eq!(repo.read(FILE), CONVENTION);
    assert_eq!(repo.git(&["status", "--porcelain"]), "?? affaires/other.txt\n");
    let linked = Repo::empty();
    let tree = linked.root().join("tree");
    repo.git(&["worktree", "add", "--quiet", "-b", "linked", tree.to_str().unwrap()]);
    let main = repo.head();
    let mut folder = Folder::open(&tree.join("affaires/portefeuille 2020 [équipe]")).unwrap();
    let edit = make(&mut folder, &page());
    let saved = folder.save(&edit, HandEditPolicy::Refuse).unwrap();
    assert_eq!(repo.head(), main);
    assert_eq!(repo.git(&["rev-parse", "linked"]).trim(), saved.commit);
    assert_eq!(repo.git(&["-C", tree.to_str().unwrap(), "status", "--porcelain"]), "");
    folder.undo(None).unwrap();
    assert_eq!(folder.text(&edit.changes[0].record).unwrap(), CONVENTION);
}

#[test]
fn line_endings_follow_the_repository() {
    let repo = Repo::new();
    repo.git(&["config", "core.autocrlf", "true"]);
    repo.git(&["rm", "--quiet", "--cached", "-r", "."]);
    repo.git(&["reset", "--quiet", "--hard"]);
    let crlf = CONVENTION.replace('\n', "\r\n");
    assert_eq!(repo.read(FILE), crlf);
    save(&repo, &page()).unwrap();
    assert_eq!(repo.git(&["status", "--porcelain"]), "");
    let after = repo.read(FILE);
    assert_eq!(after.matches('\n').count(), after.matches("\r\n").count());
    assert!(!repo.git(&["cat-file", "blob", &format!("HEAD:{FILE}")]).contains('\r'));
    undo(&repo, None).unwrap();
    assert_eq!(repo.read(FILE), crlf);
    assert_eq!(repo.git(&["status", "--porcelain"]), "");
}

#[test]
fn an_index_format_unknown_to_libgit2_is_left_to_git() {
    let repo = Repo::new();
    repo.git(&["update-index", "--split-index"]);
    save(&repo, &page()).unwrap();
    assert_eq!(repo.git(&["status", "--porcelain"]), "");
    undo(&repo, None).unwrap();
    assert_eq!(repo.read(FILE), CONVENTION);
}

#[test]
fn a_repository_of_another_user_is_refused_with_the_remedy() {
    let repo = Repo::new();
    let before = repo.head();
    // Only the superuser can give a directory away.
    let is_given =
        std::process::Command::new("chown").args(["nobody", "."]).current_dir(repo.root()).status().unwrap().success();
    if !is_given {
        return;
    }
    for arguments in [&["note", "poubelles-battle", "Une remarque"][..], &["log"], &["undo"], &["sync"]] {
        let output = repo.couveuse(&[arguments, &["--lang", "en"]].concat()).output().unwrap();
        let words = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(!output.status.success(), "{arguments:?}");
        assert!(words.contains("belongs to another user"), "{arguments:?}: {words}");
        assert!(words.contains("git config --global --add safe.directory "), "{arguments:?}: {words}");
    }
    // The figures are those of the files.
    assert!(repo.couveuse(&["list"]).output().unwrap().status.success());
    assert!(
        std::process::Command::new("chown").args(["root", "."]).current_dir(repo.root()).status().unwrap().success()
    );
    assert_eq!(repo.head(), before);
}

#[test]
fn the_work_tree_may_be_named_in_the_configuration() {
    let repo = Repo::below("records");
    repo.git(&["config", "core.worktree", "../records"]);
    repo.commit_all("Records at the top of the work tree");
    assert!(repo.couveuse(&["note", "poubelles-battle", "Une remarque"]).status().unwrap().success());
    assert_eq!(repo.git(&["diff", "--name-only", "HEAD~", "HEAD"]).trim(), "startups/poubelles-battle.toml");
    assert_eq!(repo.git(&["status", "--porcelain"]), "");
    assert!(repo.couveuse(&["undo"]).status().unwrap().success());
    assert_eq!(repo.git(&["diff", "HEAD~2", "HEAD"]), "");
}
