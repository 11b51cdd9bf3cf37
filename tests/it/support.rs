//! What the tests share: repositories to work in, a fixed clean environment.
#![allow(dead_code, reason = "each part of the tests takes what it needs")]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use couveuse::store::Folder;
use tempfile::TempDir;

/// A convention as somebody writes it by hand: comments, blank lines and spaces of their own.
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

/// A startup with a meeting planned.
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

/// A temporary folder of records, under git or not. Gone with the value.
pub struct Repo {
    dir: TempDir,
    /// The folder of records below the temporary one; empty where it is the repository's root.
    below: PathBuf,
}

/// Gives a command an environment without anything of this machine's user: no configuration, fixed name and days.
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

/// A test that wants a program which is not there has shown nothing: it fails, unless `COUVEUSE_SKIP` names the
/// program.
pub fn has_program(name: &str) -> bool {
    let path = std::env::var_os("PATH").unwrap_or_default();
    if std::env::split_paths(&path).any(|folder| folder.join(name).is_file()) {
        return true;
    }
    let skipped = std::env::var("COUVEUSE_SKIP").unwrap_or_default();
    let is_skipped = skipped.split(',').any(|skipped| skipped == name);
    assert!(is_skipped, "{name} is not there: install it, or pass over what wants it with COUVEUSE_SKIP={name}");
    false
}

impl Repo {
    /// A temporary folder with nothing in it.
    pub fn empty() -> Self {
        Self { dir: TempDir::new().unwrap(), below: PathBuf::new() }
    }

    /// The little portfolio of these tests, under no version control.
    pub fn plain() -> Self {
        let repo = Self::empty();
        repo.write_portfolio();
        repo
    }

    /// The little portfolio of these tests, committed.
    pub fn new() -> Self {
        Self::below("")
    }

    /// The same, in a folder of a repository that holds other things too.
    pub fn below(folder: &str) -> Self {
        let repo = Self { dir: TempDir::new().unwrap(), below: PathBuf::from(folder) };
        repo.init();
        repo.write_portfolio();
        repo.commit_all("The portfolio");
        repo
    }

    /// A copy of the sample portfolio of this project, committed.
    pub fn sample() -> Self {
        let repo = Self::empty();
        repo.init();
        copy(&Path::new(env!("CARGO_MANIFEST_DIR")).join("portfolio"), &repo.root());
        repo.commit_all("The sample");
        repo
    }

    /// The demo as it is made on a day, with its history.
    pub fn demo(on: &str) -> Self {
        let repo = Self::empty();
        let made = repo.couveuse(&["demo", "--no-open", "--as-of", on, "."]).output().unwrap();
        assert!(made.status.success(), "{}", String::from_utf8_lossy(&made.stderr));
        repo
    }

    /// A clone of a repository, by somebody of its own.
    pub fn clone_of(from: &Path, who: &str) -> Self {
        let repo = Self::empty();
        repo.init();
        repo.git(&["remote", "add", "origin", from.to_str().unwrap()]);
        repo.git(&["pull", "--quiet", "origin", "main"]);
        repo.git(&["branch", "--quiet", "--set-upstream-to=origin/main"]);
        repo.git(&["config", "user.name", who]);
        repo
    }

    /// A copy of all of it.
    pub fn copied(&self) -> Self {
        let copied = Self { dir: TempDir::new().unwrap(), below: self.below.clone() };
        copy(self.dir.path(), copied.dir.path());
        copied
    }

    /// The folder of records.
    pub fn root(&self) -> PathBuf {
        self.dir.path().canonicalize().unwrap().join(&self.below)
    }

    /// The folder of records, opened.
    pub fn folder(&self) -> Folder {
        Folder::open(&self.root()).unwrap()
    }

    /// Writes a file, and the folders above it.
    pub fn write(&self, file: &str, text: impl AsRef<[u8]>) {
        let path = self.root().join(file);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    /// The text of a file.
    pub fn read(&self, file: &str) -> String {
        fs::read_to_string(self.root().join(file)).unwrap()
    }

    /// Runs git in the folder of records and gives what it prints; it must succeed.
    pub fn git(&self, arguments: &[&str]) -> String {
        let output = self.try_git(arguments);
        let said = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success(), "git {arguments:?}: {said}");
        String::from_utf8(output.stdout).unwrap()
    }

    /// Runs git in the folder of records, whatever comes of it.
    pub fn try_git(&self, arguments: &[&str]) -> Output {
        let mut command = Command::new("git");
        hermetic(&mut command, self.dir.path());
        command.args(arguments).current_dir(self.root()).output().unwrap()
    }

    /// The program, to be run in the folder of records.
    pub fn couveuse(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_couveuse"));
        hermetic(&mut command, self.dir.path());
        command.args(arguments).current_dir(self.root());
        command
    }

    /// Commits all that there is.
    pub fn commit_all(&self, message: &str) {
        self.git(&["add", "--all", "--", ":/"]);
        self.git(&["commit", "--quiet", "--message", message]);
    }

    /// What git says of the work tree and the index, and the index itself.
    pub fn state(&self) -> (String, String) {
        (self.git(&["status", "--porcelain"]), self.git(&["ls-files", "--stage", "--", ":/"]))
    }

    /// The name of the commit that HEAD is at.
    pub fn head(&self) -> String {
        self.git(&["rev-parse", "HEAD"]).trim().to_owned()
    }

    /// What no save may leave behind: locks and temporary files, in git's own folder and among the records.
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

    /// That the repository is whole, its records parse, and files, index and HEAD agree.
    pub fn assert_sound(&self, when: &str) {
        assert_eq!(self.strays(), [""; 0], "{when}");
        assert_eq!(self.git(&["status", "--porcelain"]), "", "{when}");
        assert_eq!(self.folder().load(&|_| {}).problems, [], "{when}");
    }

    /// A hook that runs a shell script.
    #[cfg(unix)]
    pub fn hook(&self, name: &str, script: &str) {
        use std::os::unix::fs::PermissionsExt;
        let path = self.dir.path().canonicalize().unwrap().join(".git/hooks").join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, format!("#!/bin/sh\n{script}\n")).unwrap();
        fs::set_permissions(&path, fs::Permissions::from_mode(0o755)).unwrap();
    }

    /// A repository whose own settings stand before any of this machine's: the tests' process cannot change its
    /// environment.
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

/// Copies a folder and all below it.
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
