//! Shared by the tests: repositories, and an environment that does not depend on the machine.
#![allow(dead_code, reason = "each part of the tests takes what it needs")]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use couveuse::store::Folder;
use tempfile::TempDir;

/// A convention written by hand, with comments, blank lines, and irregular spacing.
pub const CONVENTION: &str = r#"#:schema ../schema/convention.json
# Checked against the scan on 3 March.
title    = "Poubelles Battle : convention DINUM – Pau"
kind     = "partnership"
startups = [ "poubelles-battle" ]   # one only
parties  = ["dinum", "pau"]
# signed = YYYY-MM-DD

[[contributions]]
id      = "pau"
from    = "pau"
to      = "dinum"
amount  = 35000
article = "5.1"
[[contributions.tranches]]
amount  = 35000
when    = "signature"


[[obligations]]
id       = "statistics-page"
about    = "statistics-page"
debtor   = "dinum"
creditor = "pau"
what     = "Keep a public page of statistics"
article  = "2"
standing = true

[[obligations]]   # the report
id      = "management-report"
about   = "management-report"
debtor  = "dinum"
what    = "Send the management report"
article = "6"
due     = "end + 1 month"
# last line
"#;

/// A startup with a planned committee.
pub const STARTUP: &str = r#"name      = "Poubelles Battle"
incubator = "dinum"
sponsors  = ["dinum"]

[[phases]]
phase = "construction"
from  = 2019-09-03

[[committees]]   # in the town hall
on    = 2020-08-20
state = "planned"
"#;

/// A temporary folder of records, with or without git. Dropping it deletes the folder.
pub struct Repo {
    dir: TempDir,
    /// The path of the records in the repository; empty if they are at its root.
    below: PathBuf,
}

/// Removes the user's git settings from a command's environment, and fixes dates and locale.
pub fn hermetic(command: &mut Command, home: &Path) {
    for (name, _) in std::env::vars().filter(|(name, _)| name.starts_with("GIT_")) {
        command.env_remove(name);
    }
    command
        .env("HOME", home)
        .env("XDG_CONFIG_HOME", home)
        .env("XDG_STATE_HOME", home)
        .env("GIT_CONFIG_GLOBAL", "/dev/null")
        .env("GIT_CONFIG_SYSTEM", "/dev/null")
        .env("GIT_CONFIG_NOSYSTEM", "1")
        .env("GIT_AUTHOR_DATE", "2020-12-01T09:00:00+01:00")
        .env("GIT_COMMITTER_DATE", "2020-12-01T09:00:00+01:00")
        .env("LC_ALL", "C.UTF-8")
        .env_remove("LANG")
        .env_remove("EMAIL")
        .env_remove("COLUMNS")
        .env_remove("NO_COLOR");
}

/// Whether a program is installed. If not, the test fails, unless `COUVEUSE_SKIP` names the program.
pub fn has_program(name: &str) -> bool {
    let path = std::env::var_os("PATH").unwrap_or_default();
    if std::env::split_paths(&path).any(|folder| folder.join(name).is_file()) {
        return true;
    }
    let skipped = std::env::var("COUVEUSE_SKIP").unwrap_or_default();
    let is_skipped = skipped.split(',').any(|skipped| skipped == name);
    assert!(is_skipped, "{name} is missing: install it, or skip its tests with COUVEUSE_SKIP={name}");
    false
}

impl Repo {
    /// An empty folder.
    pub fn empty() -> Self {
        Self { dir: TempDir::new().unwrap(), below: PathBuf::new() }
    }

    /// A small portfolio, without git.
    pub fn plain() -> Self {
        let repo = Self::empty();
        repo.write_portfolio();
        repo
    }

    /// A small portfolio, committed.
    pub fn new() -> Self {
        Self::below("")
    }

    /// A small portfolio in a subfolder of the repository.
    pub fn below(folder: &str) -> Self {
        let repo = Self { dir: TempDir::new().unwrap(), below: PathBuf::from(folder) };
        repo.init();
        repo.write_portfolio();
        repo.commit_all("The portfolio");
        repo
    }

    /// A copy of the sample in `portfolio/`, committed; without its language, so that commits are in English.
    pub fn sample() -> Self {
        let repo = Self::empty();
        repo.init();
        copy(&Path::new(env!("CARGO_MANIFEST_DIR")).join("portfolio"), &repo.root());
        repo.write("portfolio.toml", repo.read("portfolio.toml").replace("language = \"fr\"\n", ""));
        repo.commit_all("The sample");
        repo
    }

    /// The demo as of a date, with its history.
    pub fn demo(on: &str) -> Self {
        let repo = Self::empty();
        let made = repo.couveuse(&["demo", "--no-open", "--as-of", on, "."]).output().unwrap();
        assert!(made.status.success(), "{}", String::from_utf8_lossy(&made.stderr));
        repo
    }

    /// A clone with its own user name.
    pub fn clone_of(from: &Path, who: &str) -> Self {
        let repo = Self::empty();
        repo.init();
        repo.git(&["remote", "add", "origin", from.to_str().unwrap()]);
        repo.git(&["pull", "--quiet", "origin", "main"]);
        repo.git(&["branch", "--quiet", "--set-upstream-to=origin/main"]);
        repo.git(&["config", "user.name", who]);
        repo
    }

    /// A copy of the repository.
    pub fn copied(&self) -> Self {
        let copied = Self { dir: TempDir::new().unwrap(), below: self.below.clone() };
        copy(self.dir.path(), copied.dir.path());
        copied
    }

    /// The folder of records.
    pub fn root(&self) -> PathBuf {
        self.dir.path().canonicalize().unwrap().join(&self.below)
    }

    /// The folder of records, opened by `store`.
    pub fn folder(&self) -> Folder {
        Folder::open(&self.root()).unwrap()
    }

    /// Writes a file and creates its folders.
    pub fn write(&self, file: &str, text: impl AsRef<[u8]>) {
        let path = self.root().join(file);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    pub fn read(&self, file: &str) -> String {
        fs::read_to_string(self.root().join(file)).unwrap()
    }

    /// Runs git in the folder of records and returns its output; panics if it fails.
    pub fn git(&self, arguments: &[&str]) -> String {
        let output = self.try_git(arguments);
        let said = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success(), "git {arguments:?}: {said}");
        String::from_utf8(output.stdout).unwrap()
    }

    /// Runs git in the folder of records; it may fail.
    pub fn try_git(&self, arguments: &[&str]) -> Output {
        let mut command = Command::new("git");
        hermetic(&mut command, self.dir.path());
        command.args(arguments).current_dir(self.root()).output().unwrap()
    }

    /// The couveuse binary with arguments, in the folder of records.
    pub fn couveuse(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_couveuse"));
        hermetic(&mut command, self.dir.path());
        command.args(arguments).current_dir(self.root());
        command
    }

    /// Commits all files.
    pub fn commit_all(&self, message: &str) {
        self.git(&["add", "--all", "--", ":/"]);
        self.git(&["commit", "--quiet", "--message", message]);
    }

    /// `git status` and the content of the index.
    pub fn state(&self) -> (String, String) {
        (self.git(&["status", "--porcelain"]), self.git(&["ls-files", "--stage", "--", ":/"]))
    }

    /// The commit id of HEAD.
    pub fn head(&self) -> String {
        self.git(&["rev-parse", "HEAD"]).trim().to_owned()
    }

    /// Locks and temporary files, which no save may leave behind.
    pub fn strays(&self) -> Vec<String> {
        let mut strays = Vec::new();
        let mut folders = vec![self.dir.path().canonicalize().unwrap()];
        while let Some(folder) = folders.pop() {
            for entry in fs::read_dir(&folder).unwrap() {
                let entry = entry.unwrap();
                let name = entry.file_name().into_string().unwrap();
                let is_ours = name.contains("couveuse") || name.ends_with(".lock") || name.starts_with("tmp");
                let is_hidden_record = name.starts_with('.') && name.contains(".toml");
                if is_ours || is_hidden_record {
                    strays.push(entry.path().display().to_string());
                }
                if entry.file_type().unwrap().is_dir() {
                    folders.push(entry.path());
                }
            }
        }
        strays
    }

    /// Asserts that nothing is left behind, all records parse, and files, index, and HEAD agree.
    pub fn assert_sound(&self, when: &str) {
        assert_eq!(self.strays(), [""; 0], "{when}");
        assert_eq!(self.git(&["status", "--porcelain"]), "", "{when}");
        assert_eq!(self.folder().load(&|_| {}).problems, [], "{when}");
    }

    /// Installs a hook that runs a shell script.
    #[cfg(unix)]
    pub fn hook(&self, name: &str, script: &str) {
        use std::os::unix::fs::PermissionsExt;
        let path = self.dir.path().canonicalize().unwrap().join(".git/hooks").join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, format!("#!/bin/sh\n{script}\n")).unwrap();
        fs::set_permissions(&path, fs::Permissions::from_mode(0o755)).unwrap();
    }

    // Sets in the repository what `hermetic` sets for commands: in-process git reads no changed environment.
    fn init(&self) {
        fs::create_dir_all(self.root()).unwrap();
        let top = self.dir.path().canonicalize().unwrap();
        let mut command = Command::new("git");
        hermetic(&mut command, &top);
        let done =
            command.args(["init", "--quiet", "--template=", "--initial-branch=main"]).arg(&top).status().unwrap();
        assert!(done.success());
        let hooks = top.join(".git/hooks");
        for (name, value) in [
            ("user.name", "Lead Office"),
            ("user.email", "coach@example.org"),
            ("commit.gpgsign", "false"),
            ("core.autocrlf", "false"),
            ("core.attributesFile", "/dev/null"),
            ("core.excludesFile", "/dev/null"),
            ("core.hooksPath", hooks.to_str().unwrap()),
        ] {
            self.git(&["config", name, value]);
        }
    }

    fn write_portfolio(&self) {
        self.write("portfolio.toml", "name = \"Incubateur\"\nhome = \"dinum\"\n");
        self.write("parties/dinum.toml", "name = \"DINUM\"\n");
        self.write("parties/pau.toml", "name = \"Pau Béarn Pyrénées\"\n");
        self.write("startups/poubelles-battle.toml", STARTUP);
        self.write("conventions/poubelles-battle-dinum-pau.toml", CONVENTION);
    }
}

/// Writes the journal of a save of the startup that was killed before it was committed.
pub fn interrupt(repo: &Repo, mut change: impl FnMut(&mut serde_json::Value)) {
    const FILE: &str = "startups/poubelles-battle.toml";
    let text = repo.read(FILE);
    let mut journal = serde_json::json!({
        "subject": "x", "branch": "refs/heads/main", "commit": null,
        "files": [{
            "record": "startups/poubelles-battle", "path": FILE, "temporary": ".poubelles-battle.toml.123", "folders": [],
            "committed": [repo.git(&["rev-parse", &format!("HEAD:{FILE}")]).trim(), null],
            "staged": [null, null], "work": [text.clone(), text + "# edited\n"], "mode": 0o100_644, "is_whole": true,
            "modified": null,
        }],
    });
    change(&mut journal);
    repo.write(".git/couveuse/journal", journal.to_string());
}

/// A shell script that runs a command with the current directory mounted read-only.
#[cfg(unix)]
const MOUNT: &str = "mount --bind . . && mount -o remount,ro,bind . && cd \"$PWD\" && exec \"$@\"";

/// A repository that is read-only until this is dropped.
#[cfg(unix)]
pub struct ReadOnly<'a> {
    repo: &'a Repo,
    /// The command that runs another one in which the repository is read-only.
    pub wrapper: &'static [&'static str],
}

#[cfg(unix)]
impl<'a> ReadOnly<'a> {
    /// `None` if this system offers no way to make it so.
    pub fn of(repo: &'a Repo) -> Option<Self> {
        let mut made = Self { repo, wrapper: &[] };
        made.set_mode(0o555);
        let probe = repo.root().join("startups/probe");
        if fs::write(&probe, "").is_ok() {
            // Root may write everywhere but in a read-only mount.
            fs::remove_file(probe).unwrap();
            made.wrapper = &["unshare", "--mount", "sh", "-c", MOUNT, "sh"];
            has_program("unshare").then_some(())?;
        }
        Some(made)
    }

    fn set_mode(&self, mode: u32) {
        use std::os::unix::fs::PermissionsExt;
        for folder in [".git", "startups"] {
            fs::set_permissions(self.repo.root().join(folder), fs::Permissions::from_mode(mode)).unwrap();
        }
    }
}

#[cfg(unix)]
impl Drop for ReadOnly<'_> {
    fn drop(&mut self) {
        self.set_mode(0o755);
    }
}

/// Copies a folder recursively.
pub fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let target = to.join(entry.file_name());
        if entry.file_type().unwrap().is_dir() {
            copy(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).unwrap();
        }
    }
}

/// Returns the English answer of a command that succeeds.
pub fn said(repo: &Repo, arguments: &[&str]) -> String {
    let output = repo.couveuse(arguments).args(["--lang", "en"]).output().unwrap();
    assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

/// Returns the JSON answer of a command that succeeds.
pub fn answer(repo: &Repo, arguments: &[&str]) -> serde_json::Value {
    serde_json::from_str(&said(repo, &[arguments, &["--json"]].concat())).unwrap()
}

/// Returns the English message of a command that exits with code 2 and prints nothing else.
pub fn refused(repo: &Repo, arguments: &[&str]) -> String {
    let output = repo.couveuse(arguments).args(["--lang", "en"]).output().unwrap();
    assert_eq!((output.status.code(), output.stdout.as_slice()), (Some(2), &[][..]), "{arguments:?}");
    String::from_utf8(output.stderr).unwrap()
}
