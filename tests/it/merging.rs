//! git merges records with this program as its merge driver; undo after later commits.

use couveuse::store::SaveError;

use crate::support::{CONVENTION, Repo};

const FILE: &str = "conventions/poubelles-battle-dinum-pau.toml";
const CONTRIBUTION: &str = "poubelles-battle-dinum-pau/pau";

/// A repository with the merge driver installed and a branch `other`.
fn driven() -> Repo {
    let repo = Repo::new();
    repo.write(".gitattributes", "*.toml merge=couveuse\n");
    repo.write("other.toml", "a = 1\nb = 1\nc = 1\n");
    repo.commit_all("Merge by meaning");
    let driver = format!("'{}' merge-driver %O %A %B %P", env!("CARGO_BIN_EXE_couveuse"));
    repo.git(&["config", "merge.couveuse.driver", &driver]);
    repo.git(&["checkout", "--quiet", "-b", "other"]);
    repo
}

fn couveuse(repo: &Repo, arguments: &[&str]) {
    let output = repo.couveuse(arguments).output().unwrap();
    assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
}

fn replace(repo: &Repo, file: &str, from: &str, to: &str) {
    let text = repo.read(file);
    assert_eq!(text.matches(from).count(), 1, "{from} in {text}");
    repo.write(file, text.replace(from, to));
    repo.commit_all("By hand");
}

#[test]
fn git_merges_records_by_meaning() {
    for way in [&["merge", "--quiet", "--no-edit", "other"], &["rebase", "--quiet", "other", "main"][..]] {
        let repo = driven();
        couveuse(&repo, &["pay", CONTRIBUTION, "20000", "--on", "2021-03-05"]);
        replace(&repo, FILE, "article = \"5.1\"", "article = \"5.2\"   # checked");
        repo.git(&["checkout", "--quiet", "main"]);
        couveuse(&repo, &["pay", CONTRIBUTION, "15000", "--on", "2021-03-04"]);
        couveuse(&repo, &["done", "poubelles-battle-dinum-pau/statistics-page", "--on", "2021-03-04"]);
        replace(&repo, FILE, "# last line", "# last line, by another");
        repo.git(way);
        let text = repo.read(FILE);
        for words in ["20000", "15000", "\"5.2\"   # checked", "obligations.fulfilled", "# last line, by another"] {
            assert_eq!(text.matches(words).count(), 1, "{words}: {text}");
        }
        assert_eq!(repo.git(&["status", "--porcelain"]), "");
        couveuse(&repo, &["check", "--fail-on", "error"]);
    }
}

#[test]
fn a_conflict_is_reported_without_markers() {
    let repo = driven();
    replace(&repo, FILE, "amount  = 35000\narticle", "amount  = 36000\narticle");
    repo.git(&["checkout", "--quiet", "main"]);
    replace(&repo, FILE, "amount  = 35000\narticle", "amount  = 37000\narticle");
    let before = repo.read(FILE);
    let output = repo.try_git(&["merge", "--quiet", "--no-edit", "other"]);
    assert!(!output.status.success());
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(said.contains("contributions[0].amount is 37000 locally and 36000 remotely"), "{said}");
    assert_eq!(repo.read(FILE), before);
    assert_eq!(repo.git(&["status", "--porcelain"]).trim(), format!("UU {FILE}"));
    repo.git(&["add", FILE]);
    repo.git(&["commit", "--quiet", "--no-edit"]);
}

#[test]
fn an_invalid_merge_is_reported_and_keeps_ours() {
    let repo = driven();
    let payment = "\n[[payments]]\ncontribution = \"pau\"\namount = 1000\non = 2021-01-04\n";
    let paid = format!("{CONVENTION}{payment}");
    repo.git(&["checkout", "--quiet", "main"]);
    repo.write(FILE, &paid);
    repo.commit_all("Paid");
    repo.git(&["checkout", "--quiet", "-B", "other"]);
    repo.write(FILE, format!("{paid}id = \"x\"\n"));
    repo.commit_all("Named");
    repo.git(&["checkout", "--quiet", "main"]);
    let both = format!("{paid}{}id = \"x\"\n", payment.replace("01-04", "02-05").replace("1000", "2000"));
    repo.write(FILE, &both);
    repo.commit_all("Paid more");
    let output = repo.try_git(&["merge", "--quiet", "--no-edit", "other"]);
    assert!(!output.status.success() && String::from_utf8_lossy(&output.stderr).contains(FILE), "{output:?}");
    assert_eq!(repo.read(FILE), both);
}

#[test]
fn a_binary_record_gets_no_markers() {
    let repo = driven();
    let latin = |article: &str| [b"# \xe9crit\n".as_slice(), CONVENTION.replace("5.1", article).as_bytes()].concat();
    repo.write(FILE, latin("5.2"));
    repo.commit_all("Latin");
    repo.git(&["checkout", "--quiet", "main"]);
    repo.write(FILE, latin("5.3"));
    repo.commit_all("Latin too");
    assert!(!repo.try_git(&["merge", "--quiet", "--no-edit", "other"]).status.success());
    assert_eq!(std::fs::read(repo.root().join(FILE)).unwrap(), latin("5.3"));
}

#[test]
fn other_files_are_merged_as_git_does() {
    let repo = driven();
    replace(&repo, "other.toml", "a = 1", "a = 2");
    repo.git(&["checkout", "--quiet", "main"]);
    replace(&repo, "other.toml", "c = 1", "c = 2");
    repo.git(&["merge", "--quiet", "--no-edit", "other"]);
    assert_eq!(repo.read("other.toml"), "a = 2\nb = 1\nc = 2\n");
    repo.git(&["checkout", "--quiet", "other"]);
    replace(&repo, "other.toml", "b = 1", "b = 2");
    repo.git(&["checkout", "--quiet", "main"]);
    replace(&repo, "other.toml", "b = 1", "b = 3");
    assert!(!repo.try_git(&["merge", "--quiet", "--no-edit", "other"]).status.success());
    assert!(repo.read("other.toml").contains("<<<<<<< ours\nb = 3\n"), "{}", repo.read("other.toml"));
}

#[test]
fn undo_works_next_to_other_edits() {
    let repo = Repo::new();
    couveuse(&repo, &["pay", CONTRIBUTION, "20000", "--on", "2021-03-05"]);
    let paid = repo.head();
    couveuse(&repo, &["pay", CONTRIBUTION, "15000", "--on", "2021-03-04"]);
    replace(&repo, FILE, "amount       = 15000", "amount       = 15000 # seen");
    couveuse(&repo, &["undo", &paid]);
    let text = repo.read(FILE);
    assert!(text.contains("amount       = 15000 # seen") && !text.contains("20000"), "{text}");
    let rest = text.split("\n[[payments]]").next().unwrap();
    assert_eq!(rest, CONVENTION, "nothing else is touched");
    couveuse(&repo, &["redo"]);
    assert!(repo.read(FILE).contains("20000"), "{}", repo.read(FILE));
}

#[test]
fn a_changed_edit_is_not_undone() {
    let repo = Repo::new();
    couveuse(&repo, &["pay", CONTRIBUTION, "20000", "--on", "2021-03-05"]);
    let paid = repo.head();
    replace(&repo, FILE, "amount       = 20000", "amount       = 20500");
    let before = repo.read(FILE);
    let refused = repo.folder().undo(Some(&paid));
    assert!(matches!(refused, Err(SaveError::UndoConflict(_))), "{refused:?}");
    assert_eq!(repo.read(FILE), before);
}
