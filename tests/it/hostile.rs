//! Malicious folders: nothing outside of the folder is touched, reading runs no program, and nothing hangs.
#![cfg(unix)]

use std::fs;
use std::os::unix::fs::{PermissionsExt, symlink};
use std::path::Path;
use std::process::{Command, Output, Stdio};
use std::time::{Duration, Instant};

use serde_json::json;
use tempfile::TempDir;

use crate::support::{ReadOnly, Repo, has_program, interrupt};

const FILE: &str = "startups/poubelles-battle.toml";
const NOTE: [&str; 5] = ["note", "poubelles-battle", "Une remarque", "--lang", "en"];

/// Runs a command that must end within some seconds.
fn run(repo: &Repo, arguments: &[&str]) -> Output {
    let mut command = repo.couveuse(arguments);
    let mut child = command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    let started = Instant::now();
    while child.try_wait().unwrap().is_none() {
        if started.elapsed() > Duration::from_secs(30) {
            child.kill().unwrap();
            panic!("{arguments:?} hangs");
        }
        std::thread::sleep(Duration::from_millis(10));
    }
    child.wait_with_output().unwrap()
}

fn stderr(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

fn make_pipe(path: &Path) {
    assert!(Command::new("mkfifo").arg(path).status().unwrap().success());
}

#[test]
fn a_sound_journal_is_rolled_back() {
    let repo = Repo::new();
    let before = repo.read(FILE);
    interrupt(&repo, |_| {});
    repo.write(FILE, format!("{before}# edited\n"));
    repo.write("startups/.poubelles-battle.toml.123", "");
    assert!(run(&repo, &NOTE).status.success());
    assert!(!repo.read(FILE).contains("# edited"));
    repo.assert_sound("after the recovery");
}

/// Runs a command while the folder is read-only. `None` if this system offers no way to make it so.
fn run_read_only(repo: &Repo, arguments: &[&str]) -> Option<Output> {
    let read_only = ReadOnly::of(repo)?;
    let Some((wrapper, wrapped)) = read_only.wrapper.split_first() else { return Some(run(repo, arguments)) };
    let program = repo.couveuse(arguments);
    let mut command = Command::new(wrapper);
    command.envs(program.get_envs().filter_map(|(name, value)| Some((name, value?))));
    command.args(wrapped).arg(program.get_program()).args(arguments);
    Some(command.current_dir(repo.root()).output().unwrap())
}

#[test]
fn a_read_only_folder_with_an_interrupted_save_is_read_at_its_last_commit() {
    let repo = Repo::new();
    let list = ["list", "--json", "--lang", "en", "--as-of", "2020-12-01"];
    interrupt(&repo, |_| {});
    repo.write(FILE, repo.read(FILE).replace("\"construction\"", "\"acceleration\""));
    let Some(output) = run_read_only(&repo, &list) else { return };
    assert!(stderr(&output).contains("this is the state of the last commit"), "{output:?}");
    let answer: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(answer["at"]["commit"], repo.head());
    assert_eq!(answer["startups"][0]["phase"], "construction");
    // Without an interrupted save, the files count.
    fs::remove_dir_all(repo.root().join(".git/couveuse")).unwrap();
    let Some(output) = run_read_only(&repo, &list) else { return };
    let answer: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!((&answer["at"], &answer["startups"][0]["phase"]), (&json!(null), &json!("acceleration")), "{output:?}");
}

#[test]
fn a_journal_from_elsewhere_touches_nothing_and_is_reported() {
    let outside = TempDir::new().unwrap();
    let victim = outside.path().join("victim.toml");
    let path = victim.to_str().unwrap();
    type Case<'a> = (&'a str, &'a dyn Fn(&mut serde_json::Value));
    let cases: &[Case<'_>] = &[
        ("an absolute temporary file", &|journal| journal["files"][0]["temporary"] = json!(path)),
        ("a temporary file elsewhere", &|journal| journal["files"][0]["temporary"] = json!("../../victim.toml")),
        ("an absolute path", &|journal| journal["files"][0]["path"] = json!(path)),
        ("a path upwards", &|journal| journal["files"][0]["path"] = json!("startups/../../victim.toml")),
        ("a file of git", &|journal| journal["files"][0]["path"] = json!(".git/config.toml")),
        ("another file of the folder", &|journal| journal["files"][0]["path"] = json!("startups/other.toml")),
        ("no record", &|journal| journal["files"][0]["record"] = json!("victims/victim")),
        ("folders elsewhere", &|journal| journal["files"][0]["folders"] = json!([outside.path()])),
        ("a branch elsewhere", &|journal| journal["branch"] = json!("refs/heads/../../../victim")),
        ("a path through a link", &|journal| {
            journal["files"][0]["path"] = json!("startups/out/victim.toml");
            journal["files"][0]["record"] = json!("startups/victim");
            journal["files"][0]["temporary"] = json!(".victim.toml.1");
            journal["files"][0]["committed"] = json!([null, "x"]);
            journal["files"][0]["work"] = json!(["overwritten", "precious"]);
        }),
    ];
    for (name, change) in cases {
        let repo = Repo::new();
        fs::write(&victim, "precious").unwrap();
        symlink(outside.path(), repo.root().join("startups/out")).unwrap();
        interrupt(&repo, change);
        let before = repo.read(FILE);
        let output = run(&repo, &NOTE);
        assert!(!output.status.success(), "{name}");
        assert!(stderr(&output).contains("was not written by couveuse"), "{name}: {}", stderr(&output));
        assert_eq!(fs::read_to_string(&victim).unwrap(), "precious", "{name}");
        assert_eq!(repo.read(FILE), before, "{name}");
        assert!(repo.root().join(".git/couveuse/journal").exists(), "{name}");
    }
}

#[test]
fn a_staging_directory_that_is_or_contains_a_link_is_not_written_to() {
    let outside = TempDir::new().unwrap();
    let victim = outside.path().join("victim");
    fs::write(&victim, "precious").unwrap();
    for (name, target) in [("couveuse", outside.path()), ("couveuse/index", victim.as_path())] {
        let repo = Repo::new();
        let link = repo.root().join(".git").join(name);
        fs::create_dir_all(link.parent().unwrap()).unwrap();
        symlink(target, link).unwrap();
        let output = run(&repo, &NOTE);
        assert!(stderr(&output).contains("was not written by couveuse"), "{name}: {}", stderr(&output));
        assert_eq!(fs::read_to_string(&victim).unwrap(), "precious");
        assert_eq!(fs::read_dir(outside.path()).unwrap().count(), 1, "{name}");
    }
}

#[test]
fn reading_runs_no_program_of_the_repository() {
    for split in [false, true] {
        let repo = Repo::new();
        let marker = repo.root().join(".git/ran");
        let program = repo.root().join(".git/program");
        fs::write(&program, format!("#!/bin/sh\ntouch '{}'\ncat\n", marker.display())).unwrap();
        fs::set_permissions(&program, fs::Permissions::from_mode(0o755)).unwrap();
        let program = program.to_str().unwrap();
        repo.write(".gitattributes", "*.toml filter=spy diff=spy\n");
        repo.commit_all("Attributes");
        for name in ["filter.spy.clean", "filter.spy.smudge", "filter.spy.process", "core.fsmonitor", "diff.external"] {
            repo.git(&["config", name, program]);
        }
        repo.git(&["config", "diff.spy.textconv", program]);
        repo.hook("post-index-change", &format!("touch '{}'", marker.display()));
        if split {
            repo.git(&["-c", "core.fsmonitor=false", "update-index", "--split-index"]);
        }
        let _ = fs::remove_file(&marker);
        repo.write(FILE, repo.read(FILE) + "# by hand\n");
        for arguments in [
            &["list"][..],
            &["check"],
            &["funding"],
            &["log"],
            &["log", "poubelles-battle"],
            &["show", "poubelles-battle"],
        ] {
            run(&repo, arguments);
            assert!(!marker.exists(), "{arguments:?} ran a program, split index: {split}");
        }
        assert!(!repo.folder().dirty().is_empty());
        assert!(!marker.exists(), "the marks of changed records ran a program, split index: {split}");
    }
}

#[test]
fn recovery_runs_no_program_of_the_repository() {
    let template = Repo::new();
    let marker = template.root().join(".git/ran");
    let touch = format!("touch '{}'", marker.display());
    let program = template.root().join(".git/program");
    fs::write(&program, format!("#!/bin/sh\n{touch}\ncat\n")).unwrap();
    fs::set_permissions(&program, fs::Permissions::from_mode(0o755)).unwrap();
    template.write(".gitattributes", "*.toml filter=spy\n");
    template.commit_all("Attributes");
    template.hook("post-index-change", &touch);
    // With hooks the user's git commits, and recovery updates the index with it.
    template.hook("pre-commit", "exit 0");
    for name in ["filter.spy.clean", "filter.spy.smudge", "core.fsmonitor"] {
        template.git(&["config", name, program.to_str().unwrap()]);
    }
    for step in 1.. {
        let repo = template.copied();
        repo.git(&["config", "core.hooksPath", repo.root().join(".git/hooks").to_str().unwrap()]);
        let killed = repo.couveuse(&NOTE).env("COUVEUSE_FAULT", format!("kill:{step}")).output().unwrap();
        if killed.status.code().is_some() {
            assert!(step > 5, "{killed:?}");
            break;
        }
        let _ = fs::remove_file(&marker);
        run(&repo, &["list"]);
        assert!(!marker.exists(), "killed at step {step}");
        assert!(!repo.root().join(".git/couveuse").exists(), "killed at step {step}");
    }
}

#[test]
fn pipes_and_devices_instead_of_files_are_reported_without_waiting() {
    let repo = Repo::new();
    fs::remove_file(repo.root().join(FILE)).unwrap();
    make_pipe(&repo.root().join(FILE));
    let listed = run(&repo, &["list", "--json"]);
    assert!(String::from_utf8_lossy(&listed.stdout).contains("poubelles-battle"));
    assert!(!run(&repo, &NOTE).status.success());
    assert!(repo.folder().dirty().iter().any(|record| record.id.as_str() == "poubelles-battle"));

    // Tracked links and pipes that the index names.
    let repo = Repo::new();
    symlink("/dev/zero", repo.root().join("zero")).unwrap();
    repo.write("pipe", "");
    repo.commit_all("Others");
    fs::remove_file(repo.root().join("pipe")).unwrap();
    make_pipe(&repo.root().join("pipe"));
    let output = run(&repo, &NOTE);
    assert!(output.status.success(), "{}", stderr(&output));
}

#[test]
fn a_pipe_as_configuration_is_reported() {
    if !has_program("mkfifo") {
        return;
    }
    let repo = Repo::new();
    let folder = repo.root().join("couveuse");
    fs::create_dir_all(&folder).unwrap();
    make_pipe(&folder.join("config.toml"));
    let mut command = repo.couveuse(&["list", "--lang", "en"]);
    let mut child = command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
    let started = Instant::now();
    while child.try_wait().unwrap().is_none() {
        assert!(started.elapsed() < Duration::from_secs(30), "it waits for the pipe");
        std::thread::sleep(Duration::from_millis(10));
    }
}

#[test]
fn unlistable_folders_and_files_are_named_in_every_answer() {
    let unread = |repo: &Repo| {
        let output = run(repo, &["funding", "--json", "--as-of", "2020-12-01"]);
        let answer: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
        answer["unreadable"].to_string()
    };
    let repo = Repo::new();
    assert_eq!(unread(&repo), "[]");
    repo.write("conventions/other pau.toml", "title = \"x\"\n");
    repo.write("conventions/OTHER.TOML", "title = \"x\"\n");
    let found = unread(&repo);
    assert!(found.contains("conventions/other pau.toml") && found.contains("conventions/OTHER.TOML"), "{found}");

    let repo = Repo::new();
    fs::rename(repo.root().join("conventions"), repo.root().join("elsewhere")).unwrap();
    repo.write("conventions", "a file");
    assert!(unread(&repo).contains("\"conventions\""));

    let repo = Repo::new();
    let outside = TempDir::new().unwrap();
    fs::remove_dir_all(repo.root().join("conventions")).unwrap();
    symlink(outside.path(), repo.root().join("conventions")).unwrap();
    assert!(unread(&repo).contains("\"conventions\""));
}

#[test]
fn names_that_windows_reserves_are_refused() {
    let repo = Repo::new();
    for id in ["con", "nul", "com1", "lpt9"] {
        let output = run(&repo, &["new", "party", id, "--name", "X", "--lang", "en"]);
        assert!(!output.status.success() && stderr(&output).contains("Windows"), "{id}: {}", stderr(&output));
    }
    assert!(run(&repo, &["new", "party", "com", "--name", "X"]).status.success());
}

/// Puts hostile words at a place of a journal, chosen by `dice`.
fn spoil(value: &mut serde_json::Value, dice: &mut impl FnMut(usize) -> usize, words: &[serde_json::Value]) {
    match value {
        serde_json::Value::Array(items) if !items.is_empty() && dice(6) > 0 => {
            let n = dice(items.len());
            spoil(&mut items[n], dice, words);
        }
        serde_json::Value::Object(fields) if dice(12) > 0 => {
            let n = dice(fields.len());
            spoil(fields.values_mut().nth(n).unwrap(), dice, words);
        }
        value => *value = words[dice(words.len())].clone(),
    }
}

#[test]
fn no_journal_changes_anything_but_the_records_that_it_names() {
    let outside = TempDir::new().unwrap();
    let victim = outside.path().join("victim.toml");
    fs::write(&victim, "precious").unwrap();
    let repo = Repo::new();
    symlink(outside.path(), repo.root().join("startups/out")).unwrap();
    let files = ["portfolio.toml", "parties/pau.toml", ".git/config", ".git/HEAD", ".git/index"];
    let precious = || files.map(|file| fs::read(repo.root().join(file)).unwrap());
    let (before, record) = (precious(), repo.read(FILE));
    let words: Vec<serde_json::Value> = [
        json!(null),
        json!(victim.to_str()),
        json!("../../victim.toml"),
        json!("startups/out/victim.toml"),
        json!(".git/config"),
        json!("portfolio.toml"),
        json!(".portfolio.toml.1"),
        json!("refs/heads/../../config"),
        json!("refs/heads/other"),
        json!("startups/victim"),
        json!("portfolio/portfolio"),
        json!([]),
        json!(["precious", "overwritten"]),
        json!([outside.path()]),
        json!(repo.head()),
        json!("0000000000000000000000000000000000000000"),
        json!(true),
        json!(-1),
    ]
    .into();
    let mut seed: usize = 1;
    let mut dice = |sides: usize| {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (seed >> 33) % sides
    };
    for trial in 0..400 {
        interrupt(&repo, |journal| {
            for _ in 0..=dice(3) {
                spoil(journal, &mut dice, &words);
            }
        });
        repo.write(FILE, format!("{record}# edited\n"));
        let journal = repo.read(".git/couveuse/journal");
        let _ = repo.folder().recover();
        assert_eq!(fs::read_to_string(&victim).unwrap(), "precious", "{trial}: {journal}");
        assert_eq!(fs::read_dir(outside.path()).unwrap().count(), 1, "{trial}: {journal}");
        assert!(precious() == before, "{trial}: {journal}");
        let now = repo.read(FILE);
        assert!(
            now == record || now == format!("{record}# edited\n") || now == "precious",
            "{trial}: {journal}: {now}"
        );
        let _ = fs::remove_dir_all(repo.root().join(".git/couveuse"));
    }
}
