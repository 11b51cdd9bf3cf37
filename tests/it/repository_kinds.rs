//! Every kind of repository that git makes takes an edit, its undo, and answers; git finds it whole afterwards.
#![cfg(unix)]

use std::fs;
use std::os::unix::fs::{PermissionsExt, symlink};
use std::path::Path;
use std::process::Output;

use crate::every_verb::{self, VERBS};
use crate::support::Repo;

/// How an ordinary repository becomes one of a kind.
type Kind = (&'static str, fn(&Repo));

const KINDS: &[Kind] = &[
    ("plain", |_| {}),
    ("with its git directory elsewhere", |repo| {
        repo.git(&["init", "--quiet", "--separate-git-dir", &beside(repo)]);
    }),
    ("with a link to its git directory", |repo| {
        let elsewhere = beside(repo);
        fs::rename(repo.root().join(".git"), &elsewhere).unwrap();
        symlink(&elsewhere, repo.root().join(".git")).unwrap();
    }),
    ("with an index of version 4", |repo| drop(repo.git(&["update-index", "--index-version", "4"]))),
    ("with a split index", |repo| drop(repo.git(&["update-index", "--split-index"]))),
    ("with an untracked cache", |repo| {
        repo.git(&["update-index", "--force-untracked-cache"]);
        repo.git(&["status"]);
    }),
    ("with a checksum of the index left out", |repo| {
        repo.git(&["config", "index.skipHash", "true"]);
        repo.git(&["update-index", "--force-write-index"]);
    }),
    ("packed", |repo| {
        repo.git(&["gc", "--quiet"]);
        repo.git(&["pack-refs", "--all", "--prune"]);
    }),
    ("with a commit-graph and a multi-pack index", |repo| {
        repo.git(&["gc", "--quiet"]);
        repo.git(&["commit-graph", "write", "--reachable", "--changed-paths"]);
        repo.git(&["multi-pack-index", "write"]);
    }),
    ("with objects of another one", |repo| {
        let objects = beside(repo);
        crate::support::copy(&repo.root().join(".git/objects"), Path::new(&objects));
        fs::remove_dir_all(repo.root().join(".git/objects")).unwrap();
        repo.write(".git/objects/info/alternates", format!("{objects}\n"));
        fs::create_dir_all(repo.root().join(".git/objects/pack")).unwrap();
    }),
    ("without reflogs", |repo| {
        repo.git(&["config", "core.logAllRefUpdates", "false"]);
        fs::remove_dir_all(repo.root().join(".git/logs")).unwrap();
    }),
    ("on a branch in folders", |repo| drop(repo.git(&["checkout", "--quiet", "-b", "équipe/2026/a.b"]))),
    ("on a branch that is a symbolic reference", |repo| {
        repo.git(&["branch", "real"]);
        repo.git(&["symbolic-ref", "refs/heads/alias", "refs/heads/real"]);
        repo.git(&["symbolic-ref", "HEAD", "refs/heads/alias"]);
    }),
    ("without executable bits", |repo| drop(repo.git(&["config", "core.fileMode", "false"]))),
    ("with executable records", |repo| {
        repo.git(&["update-index", "--chmod=+x", FILE]);
        repo.git(&["commit", "--quiet", "--message", "Executable"]);
        repo.git(&["checkout", "--quiet", "--", FILE]);
    }),
    ("with messages in another encoding", |repo| {
        repo.git(&["config", "i18n.commitEncoding", "ISO-8859-1"]);
        repo.git(&["commit", "--quiet", "--allow-empty", "--message", "Un été"]);
    }),
    ("with expanded ids", |repo| {
        repo.write(".gitattributes", "startups/*.toml ident\n");
        repo.write(FILE, format!("# $Id$\n{}", repo.read(FILE)));
        repo.commit_all("Ids");
        fs::remove_file(repo.root().join(FILE)).unwrap();
        repo.git(&["checkout", "--quiet", "--", FILE]);
    }),
    ("with line endings of Windows", |repo| {
        repo.write(".gitattributes", "*.toml text eol=crlf\n");
        repo.commit_all("Line endings");
        fs::remove_file(repo.root().join(FILE)).unwrap();
        repo.git(&["checkout", "--quiet", "--", FILE]);
    }),
    ("with records in UTF-16", |repo| {
        repo.write(".gitattributes", "parties/pau.toml text working-tree-encoding=UTF-16\n");
        repo.git(&["add", ".gitattributes"]);
        repo.git(&["commit", "--quiet", "--message", "An encoding"]);
        fs::remove_file(repo.root().join("parties/pau.toml")).unwrap();
        repo.git(&["checkout", "--quiet", "--", "parties/pau.toml"]);
    }),
    ("shared by a group", |repo| drop(repo.git(&["config", "core.sharedRepository", "group"]))),
    ("with every feature for many files", |repo| {
        repo.git(&["config", "feature.manyFiles", "true"]);
        repo.git(&["config", "core.fsync", "all"]);
        repo.git(&["update-index", "--force-write-index"]);
    }),
    ("with a configuration for its work tree", |repo| {
        repo.git(&["config", "extensions.worktreeConfig", "true"]);
        repo.git(&["config", "--worktree", "core.sparseCheckout", "false"]);
    }),
    ("with a replaced commit", |repo| {
        repo.git(&["commit", "--quiet", "--allow-empty", "--message", "Replaced"]);
        let tree = repo.git(&["rev-parse", "HEAD^{tree}"]);
        let other = repo.git(&["commit-tree", tree.trim(), "-p", "HEAD~1", "-m", "Instead"]);
        repo.git(&["replace", "HEAD", other.trim()]);
    }),
    ("with a detached history", |repo| {
        repo.git(&["checkout", "--quiet", "--orphan", "anew"]);
        repo.git(&["commit", "--quiet", "--message", "Anew"]);
    }),
    ("of SHA-256", |repo| recreate(repo, &["--object-format=sha256"])),
    ("with reftable", |repo| recreate(repo, &["--ref-format=reftable"])),
    ("of SHA-256 with reftable and a hook", |repo| {
        recreate(repo, &["--object-format=sha256", "--ref-format=reftable"]);
        repo.hook("pre-commit", "exit 0");
    }),
    ("with an unknown extension", |repo| {
        repo.git(&["config", "core.repositoryFormatVersion", "1"]);
        repo.git(&["config", "extensions.partialClone", "origin"]);
    }),
    ("with hooks that do nothing", |repo| {
        for name in ["pre-commit", "commit-msg", "prepare-commit-msg", "post-commit", "reference-transaction"] {
            repo.hook(name, "exit 0");
        }
    }),
    ("with a clean filter", |repo| {
        repo.git(&["config", "filter.same.clean", "cat"]);
        repo.git(&["config", "filter.same.smudge", "cat"]);
        repo.write(".gitattributes", "*.toml filter=same\n");
        repo.commit_all("A filter");
    }),
    ("in which a file is assumed unchanged", |repo| {
        repo.git(&["update-index", "--assume-unchanged", "parties/pau.toml"]);
        repo.git(&["update-index", "--skip-worktree", "portfolio.toml"]);
    }),
    ("with names that git would quote", |repo| {
        repo.write("startups/sous dossier/été \"1\"/autre.toml", "name = \"Autre\"\n");
        repo.commit_all("A folder");
    }),
];

const FILE: &str = "startups/poubelles-battle.toml";

/// A path in a directory of its own, which the copy of the repository does not contain.
fn beside(repo: &Repo) -> String {
    let elsewhere = repo.root().join(".elsewhere");
    fs::create_dir_all(&elsewhere).unwrap();
    fs::write(elsewhere.join(".gitignore"), "*\n").unwrap();
    elsewhere.join("git").to_str().unwrap().to_owned()
}

fn recreate(repo: &Repo, options: &[&str]) {
    fs::remove_dir_all(repo.root().join(".git")).unwrap();
    repo.git(&[&["init", "--quiet", "--initial-branch=main"], options].concat());
    repo.git(&["config", "user.name", "Coach"]);
    repo.git(&["config", "user.email", "coach@example.org"]);
    repo.commit_all("The portfolio");
}

fn run(repo: &Repo, arguments: &[&str]) -> Output {
    repo.couveuse(arguments).args(["--lang", "en"]).output().unwrap()
}

#[test]
fn every_kind_of_repository_takes_an_edit_and_its_undo() {
    let mut wrong = Vec::new();
    for (kind, make) in KINDS {
        let repo = Repo::new();
        make(&repo);
        let mut expect = |holds: bool, what: &str, output: &str| {
            if !holds {
                wrong.push(format!("a repository {kind}: {what}: {output}"));
            }
        };
        let before = (repo.read(FILE), repo.git(&["status", "--porcelain"]));
        let steps: [&[&str]; 6] = [
            &["list"],
            &["note", "poubelles-battle", "Une remarque"],
            &["undo"],
            &["redo"],
            &["new", "party", "oise", "--name", "Oise"],
            &["undo"],
        ];
        for arguments in steps {
            let output = run(&repo, arguments);
            let said = String::from_utf8_lossy(&output.stderr);
            expect(output.status.success(), arguments[0], &said);
            let status = repo.git(&["status", "--porcelain"]);
            expect(status == before.1, arguments[0], &format!("git status: {status}"));
        }
        let text = repo.read(FILE);
        let is_longer = text.contains("Une remarque") && text.len() > before.0.len();
        expect(is_longer, "the note", &text);
        let log = String::from_utf8_lossy(&run(&repo, &["log", "poubelles-battle"]).stdout).into_owned();
        expect(log.matches("Une remarque").count() >= 1, "log", &log);
        expect(repo.git(&["rev-list", "--count", "HEAD"]).trim().parse::<usize>().unwrap() >= 6, "commits", "");
        let fsck = repo.try_git(&["fsck", "--strict", "--no-dangling", "--no-progress"]);
        expect(fsck.status.success(), "fsck", &String::from_utf8_lossy(&fsck.stderr));
        let strays = repo.strays().join(" ");
        expect(strays.is_empty(), "left behind", &strays);
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
#[ignore = "slow: more than a thousand edits"]
fn every_kind_of_repository_takes_every_verb_by_both_engines() {
    let mut wrong = Vec::new();
    for (kind, make) in KINDS {
        for by_git in [false, true] {
            let repo = every_verb::repo();
            make(&repo);
            if by_git {
                // With a hook, the user's git commits.
                let hooks = Path::new(&beside(&repo)).with_file_name("hooks");
                fs::create_dir_all(&hooks).unwrap();
                fs::write(hooks.join("pre-commit"), "#!/bin/sh\nexit 0\n").unwrap();
                fs::set_permissions(hooks.join("pre-commit"), fs::Permissions::from_mode(0o755)).unwrap();
                repo.git(&["config", "core.hooksPath", hooks.to_str().unwrap()]);
            }
            let before = repo.git(&["status", "--porcelain"]);
            for arguments in VERBS {
                let output = run(&repo, arguments);
                let what = format!("a repository {kind}, by git {by_git}: {arguments:?}");
                // A record in UTF-16 is not read.
                let said = String::from_utf8_lossy(&output.stderr);
                if !output.status.success() && !said.contains("party/pau cannot be read") {
                    wrong.push(format!("{what}: {said}"));
                }
                let (status, strays) = (repo.git(&["status", "--porcelain"]), repo.strays().join(" "));
                if status != before || !strays.is_empty() {
                    wrong.push(format!("{what}: {status} {strays}"));
                }
            }
            let fsck = repo.try_git(&["fsck", "--strict", "--no-dangling", "--no-progress"]);
            if !fsck.status.success() {
                wrong.push(format!("a repository {kind}, by git {by_git}: {fsck:?}"));
            }
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}
