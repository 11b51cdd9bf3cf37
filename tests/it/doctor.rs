//! `couveuse doctor`: a healthy set-up, and for each line one that is broken.

use std::fs;
use std::process::Command;

use serde_json::Value;

use crate::support::Repo;

/// A repository in order, with a remote that answers.
struct SetUp {
    repo: Repo,
    remote: Repo,
}

impl SetUp {
    fn healthy() -> Self {
        let (repo, remote) = (Repo::new(), Repo::empty());
        remote.git(&["init", "--quiet", "--bare", "--initial-branch=main"]);
        repo.git(&["remote", "add", "origin", remote.root().to_str().unwrap()]);
        assert!(repo.couveuse(&["init", "--merge-driver"]).output().unwrap().status.success());
        repo.git(&["push", "--quiet", "--set-upstream", "origin", "main"]);
        fs::create_dir_all(repo.root().join(".git/hooks")).unwrap();
        Self { repo, remote }
    }

    fn doctor(&self) -> Command {
        doctor(&self.repo)
    }
}

/// The command in an environment without surprises.
fn doctor(repo: &Repo) -> Command {
    let mut command = repo.couveuse(&["doctor", "--json", "--lang", "en"]);
    for name in ["DISPLAY", "WAYLAND_DISPLAY", "SSH_TTY", "SSH_CONNECTION", "WSL_DISTRO_NAME", "TERMUX_VERSION"] {
        command.env_remove(name);
    }
    for name in ["COLORTERM", "VISUAL", "SSH_ASKPASS", "GIT_ASKPASS"] {
        command.env_remove(name);
    }
    command.env("TERM", "xterm-256color").env("COLORFGBG", "15;0").env("EDITOR", "sh");
    command
}

/// The lines that are not good, each as `check state`, with the whole answer and the exit code.
fn examined(command: &mut Command) -> (Vec<String>, Value, Option<i32>) {
    let output = command.output().unwrap();
    assert!(output.stderr.is_empty(), "{}", String::from_utf8_lossy(&output.stderr));
    let answer: Value = serde_json::from_slice(&output.stdout).unwrap();
    let mut bad = Vec::new();
    for line in answer["lines"].as_array().unwrap() {
        let text = |key: &str| line[key].as_str().unwrap_or_default().to_owned();
        assert!(!text("message").is_empty(), "{line}");
        assert_eq!(line["help"].is_null(), text("state") == "good", "a remedy for what is not good: {line}");
        assert!(line["help"].is_null() || !text("help").is_empty(), "{line}");
        // Output that is captured is no terminal.
        if text("state") != "good" && text("check") != "size" {
            bad.push(format!("{} {}", text("check"), text("state")));
        }
    }
    (bad, answer, output.status.code())
}

fn message(answer: &Value, check: &str) -> String {
    let lines = answer["lines"].as_array().unwrap();
    let line = lines.iter().find(|line| line["check"] == check).unwrap_or_else(|| panic!("{check}: {answer:#}"));
    line["message"].as_str().unwrap().to_owned()
}

#[test]
fn a_healthy_set_up_is_good_in_every_line() {
    let set_up = SetUp::healthy();
    let (bad, answer, code) = examined(&mut set_up.doctor());
    assert_eq!((bad, code), (vec![], Some(0)), "{answer:#}");
    assert_eq!(answer["working"], true);
    let checks: Vec<_> = answer["lines"].as_array().unwrap().iter().map(|line| line["check"].clone()).collect();
    let expected = [
        "folder",
        "git",
        "work-tree",
        "format",
        "checkout",
        "identity",
        "signing",
        "hooks",
        "index",
        "journal",
        "merge-driver",
        "remote",
        "push",
        "credentials",
        "locale",
        "colours",
        "size",
        "background",
        "clipboard",
        "editor",
    ];
    assert_eq!(checks, expected);
    assert_eq!(message(&answer, "identity"), "Lead Office", "the address is shown nowhere");
    set_up.repo.assert_sound("nothing was changed");
    for (language, last) in
        [("en", "Edits and syncs work."), ("fr", "Les modifications et les synchronisations fonctionnent.")]
    {
        let said = set_up.repo.couveuse(&["doctor", "--lang", language]).output().unwrap();
        let said = String::from_utf8(said.stdout).unwrap();
        assert_eq!(said.lines().last(), Some(last), "{said}");
    }
}

/// A line, how to break it, and what is reported: the state, and a part of the message.
type Case = (&'static str, fn(&SetUp, &mut Command), &'static str, &'static str);

#[rustfmt::skip]
const CASES: &[Case] = &[
    ("folder", |s, _| std::os::unix::fs::symlink("/nowhere", s.repo.root().join("startups/x.toml")).unwrap(),
        "error", "cannot read startups/x.toml"),
    ("checkout", |s, _| drop(s.repo.git(&["sparse-checkout", "set", "--no-cone", "/*", "!/startups/"])),
        "error", "the sparse checkout leaves out startups/poubelles-battle.toml"),
    ("identity", |s, _| drop(s.repo.git(&["config", "--unset", "user.email"])), "error", "no user name or e-mail"),
    ("signing", |s, _| {
        s.repo.git(&["config", "commit.gpgsign", "true"]);
        s.repo.git(&["config", "gpg.program", "/nowhere/gpg"]);
    }, "error", "/nowhere/gpg is not installed"),
    ("hooks", |s, _| {
        s.repo.write(".git/hooks/pre-commit", "#!/bin/sh\n");
    }, "warning", "git ignores pre-commit"),
    ("index", |s, _| s.repo.write(".git/index.lock", ""), "error", "index.lock is locked"),
    ("index", |s, _| s.repo.write(".git/index", "not an index"), "error", "git failed"),
    ("journal", |s, _| {
        let pay = ["pay", "poubelles-battle-dinum-pau/pau", "17500", "--on", "5/3/2021"];
        assert!(!s.repo.couveuse(&pay).env("COUVEUSE_FAULT", "kill:5").output().unwrap().status.success());
    }, "warning", "a save was interrupted: poubelles-battle"),
    ("journal", |s, _| s.repo.write(".git/couveuse/folder/x", ""), "error", "was not written by couveuse"),
    ("merge-driver", |s, _| drop(s.repo.git(&["config", "--remove-section", "merge.couveuse"])),
        "warning", "not registered in this clone"),
    ("merge-driver", |s, _| drop(s.repo.git(&["config", "merge.couveuse.driver", "/nowhere/couveuse %O %A %B %P"])),
        "warning", "/nowhere/couveuse no longer exists"),
    ("remote", |s, _| fs::rename(s.remote.root().join("HEAD"), s.remote.root().join("OLD")).unwrap(),
        "error", "cannot reach origin"),
    ("remote", |s, _| drop(s.repo.git(&["remote", "remove", "origin"])), "error", "no remote is configured"),
    ("push", |s, _| drop(s.repo.git(&["config", "push.default", "nothing"])), "error", "push nothing from main"),
    ("credentials", |s, _| {
        s.repo.git(&["config", "remote.origin.pushurl", "https://ada:secret@example.org/x.git"]);
        s.repo.git(&["config", "credential.helper", "surely-missing"]);
    }, "error", "surely-missing is not installed"),
    ("credentials", |s, _| {
        s.repo.git(&["config", "remote.origin.pushurl", "https://example.org/x.git"]);
    }, "warning", "no credential helper"),
    ("locale", |_, c| _ = c.env("LC_ALL", "fr_FR.ISO-8859-15"), "warning", "fr_FR.ISO-8859-15 is not UTF-8"),
    ("colours", |_, c| _ = c.env("TERM", "vt100"), "warning", "TERM is vt100"),
    ("colours", |_, c| _ = c.env_remove("TERM"), "warning", "TERM is not set"),
    ("background", |_, c| _ = c.env_remove("COLORFGBG"), "warning", "dark is assumed"),
    ("clipboard", |_, c| _ = c.env("WSL_DISTRO_NAME", "x").env("DISPLAY", ""), "warning", "clip.exe is not installed"),
    ("editor", |_, c| _ = c.env("EDITOR", "/nowhere/ed --quiet"), "warning", "/nowhere/ed --quiet is not installed"),
];

#[test]
fn each_line_reports_its_own_broken_set_up_with_a_remedy() {
    for (check, breaks, state, said) in CASES {
        let set_up = SetUp::healthy();
        let mut command = set_up.doctor();
        breaks(&set_up, &mut command);
        let (bad, answer, code) = examined(&mut command);
        let told = message(&answer, check);
        assert!(told.contains(said), "{check}: {told}");
        assert!(bad.contains(&format!("{check} {state}")), "{check}: {bad:?} {answer:#}");
        let expected = if *state == "error" { Some(1) } else { Some(0) };
        assert_eq!(code, expected, "{check}: {bad:?}");
        assert_eq!(answer["working"], code == Some(0), "{check}");
        assert!(!answer.to_string().contains("secret"), "{answer:#}");
    }
}

#[test]
fn a_branch_that_takes_no_commit_is_reported() {
    let set_up = SetUp::healthy();
    set_up.repo.write("startups/poubelles-battle.toml", "name = \"Mine\"\n");
    let (bad, answer, code) = examined(&mut set_up.doctor());
    assert_eq!((bad, code), (vec!["work-tree warning".to_owned()], Some(0)));
    assert!(message(&answer, "work-tree").contains("1 record has uncommitted changes (startup/poubelles-battle)"));
    set_up.repo.git(&["stash", "--quiet"]);
    set_up.repo.git(&["checkout", "--quiet", "--detach"]);
    let (bad, answer, code) = examined(&mut set_up.doctor());
    assert_eq!((bad, code), (vec!["work-tree error".to_owned()], Some(1)));
    assert_eq!(message(&answer, "work-tree"), "HEAD is on no branch");
    set_up.repo.git(&["checkout", "--quiet", "main"]);
    set_up.repo.git(&["update-ref", "-d", "HEAD"]);
    let (bad, _, code) = examined(&mut set_up.doctor());
    assert!(bad.contains(&"work-tree error".to_owned()) && code == Some(1), "{bad:?}");
}

#[test]
fn a_folder_outside_of_a_work_tree_is_reported() {
    let plain = Repo::plain();
    let (bad, answer, code) = examined(doctor(&plain).env("GIT_CONFIG_COUNT", "0"));
    assert_eq!((bad, code), (vec!["work-tree error".to_owned(), "identity error".to_owned()], Some(1)));
    assert_eq!(message(&answer, "work-tree"), "not a git repository");
    let bare = Repo::plain();
    bare.git(&["init", "--quiet", "--bare"]);
    let (_, answer, code) = examined(&mut doctor(&bare));
    assert_eq!(code, Some(1));
    assert!(message(&answer, "work-tree").contains("bare"), "{answer:#}");
    let (bad, answer, code) = examined(doctor(&Repo::empty()).arg("--folder").arg("nowhere"));
    assert_eq!((bad, code), (vec!["folder error".to_owned()], Some(1)));
    assert_eq!(message(&answer, "folder"), "no such folder: nowhere");
}

#[test]
fn a_format_that_git_does_not_know_is_reported() {
    let set_up = SetUp::healthy();
    set_up.repo.git(&["config", "core.repositoryFormatVersion", "1"]);
    fs::OpenOptions::new()
        .append(true)
        .open(set_up.repo.root().join(".git/config"))
        .and_then(|mut file| std::io::Write::write_all(&mut file, b"[extensions]\n\tfuture = yes\n"))
        .unwrap();
    let (bad, answer, code) = examined(&mut set_up.doctor());
    assert!(bad.contains(&"format error".to_owned()) && code == Some(1), "{bad:?}");
    assert!(message(&answer, "format").contains("future"), "{answer:#}");
}

#[test]
fn without_git_edits_may_work_and_syncs_do_not() {
    let set_up = SetUp::healthy();
    let (bad, answer, code) = examined(set_up.doctor().env("PATH", "/nowhere"));
    assert!(bad.contains(&"git error".to_owned()) && code == Some(1), "{bad:?}");
    assert_eq!(message(&answer, "git"), "git not found");
    assert!(!bad.iter().any(|line| line.starts_with("folder") || line.starts_with("work-tree")), "{bad:?}");
}

#[test]
fn an_old_git_is_reported() {
    use std::os::unix::fs::PermissionsExt;
    let set_up = SetUp::healthy();
    let path = std::env::var("PATH").unwrap();
    let folder = set_up.remote.root().join("bin");
    fs::create_dir(&folder).unwrap();
    let script = format!(
        "#!/bin/sh\ncase \" $* \" in *' version '*) echo 'git version 2.20.1'; exit;; esac\nPATH='{path}' exec git \"$@\"\n"
    );
    fs::write(folder.join("git"), script).unwrap();
    fs::set_permissions(folder.join("git"), fs::Permissions::from_mode(0o755)).unwrap();
    let (bad, answer, code) = examined(set_up.doctor().env("PATH", format!("{}:{path}", folder.display())));
    assert_eq!((bad, code), (vec!["git warning".to_owned()], Some(0)), "{answer:#}");
    assert!(message(&answer, "git").contains("2.20"), "{answer:#}");
}

#[test]
fn partial_and_shallow_clones_are_distinguished() {
    let set_up = SetUp::healthy();
    set_up.remote.git(&["config", "uploadpack.allowFilter", "true"]);
    let from = format!("file://{}", set_up.remote.root().display());
    for (option, state, said) in
        [("--filter=blob:none", "good", "partial clone"), ("--depth=1", "warning", "shallow clone")]
    {
        let clone = Repo::plain();
        let into = clone.root().display().to_string();
        fs::remove_dir_all(clone.root()).unwrap();
        set_up.repo.git(&["clone", "--quiet", option, &from, &into]);
        let (bad, answer, _) = examined(&mut doctor(&clone));
        assert!(message(&answer, "checkout").starts_with(said), "{answer:#}");
        assert_eq!(bad.contains(&"checkout warning".to_owned()), state == "warning", "{bad:?}");
    }
}

#[test]
fn a_folder_that_cannot_be_written_is_reported() {
    use std::os::unix::fs::PermissionsExt;
    let set_up = SetUp::healthy();
    let folder = set_up.repo.root().join("parties");
    let allow = |mode| fs::set_permissions(&folder, fs::Permissions::from_mode(mode)).unwrap();
    allow(0o555);
    let is_enforced = fs::write(folder.join("probe"), "").is_err();
    let (bad, ..) = examined(&mut set_up.doctor());
    allow(0o755);
    // Root may write everywhere.
    assert_eq!(bad.contains(&"folder error".to_owned()), is_enforced, "{bad:?}");
}
