//! The house: which room may import which, what pure rooms keep away from, and how large a file may grow.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// Each room and those below it that it may use. A room is named only by rooms after it: no circle can be written.
const TABLE: &[(&str, &[&str])] = &[
    ("model", &[]),
    ("record", &["model"]),
    ("parallel", &[]),
    ("rules", &["model", "parallel"]),
    ("edit", &["model", "record"]),
    ("store", &["model", "record", "edit"]),
    ("locale", &["model"]),
    ("report", &["model", "parallel", "rules", "locale"]),
    ("ui", &["model", "rules", "edit", "locale", "report"]),
    ("demo", &["model", "record"]),
    ("cli", &["model", "parallel", "record", "rules", "edit", "store", "locale", "report", "ui", "demo"]),
];

/// What only `store` and `cli` may touch, and what only `cli` may: the disk, the environment, the clock, the terminal.
const OUTSIDE: &[(&str, &[&str])] = &[
    ("std::fs", &["store", "cli"]),
    ("std::process", &["store", "cli"]),
    ("git2", &["store"]),
    ("std::env", &["cli", "store"]),
    ("Utc::now", &["cli"]),
    ("Local::now", &["cli"]),
    ("SystemTime::now", &["store", "cli"]),
    ("Instant::now", &["cli"]),
    ("std::io::stdout", &["cli"]),
    ("std::io::stderr", &["cli"]),
    ("enable_raw_mode", &["cli"]),
];

/// A file longer than this is two things.
const MOST_LINES: usize = 450;

/// A line of a comment wider than this is wider than the code, which rustfmt holds.
const WIDEST: usize = 120;

struct Source {
    path: PathBuf,
    room: Option<String>,
    code: String,
    /// How many modules deep the file is: 1 for the door of a room.
    depth: usize,
}

fn sources() -> Vec<Source> {
    let files = files(&["src"]).into_iter();
    files.map(|(path, text)| read(path.strip_prefix("src").expect("below src"), &text)).collect()
}

/// The files of Rust below some folders of the project, and what they hold.
fn files(below: &[&str]) -> Vec<(PathBuf, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut found = Vec::new();
    let mut folders: Vec<PathBuf> = below.iter().map(|folder| root.join(folder)).collect();
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).expect("it can be listed") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                let text = fs::read_to_string(&path).expect("a source is text");
                found.push((path.strip_prefix(root).expect("below the project").to_owned(), text));
            }
        }
    }
    found.sort();
    assert!(found.len() > 30, "the sources were found");
    found
}

fn read(below: &Path, text: &str) -> Source {
    let room = (below.components().count() > 1)
        .then(|| below.components().next().map(|room| room.as_os_str().to_string_lossy().into_owned()))
        .flatten();
    let code = text.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n");
    let door = below.file_name().is_some_and(|name| name == "mod.rs");
    let depth = below.components().count() - usize::from(door);
    Source { path: below.to_owned(), room, code, depth }
}

/// The rooms that a piece of code names: `crate::room…`, `use crate::{room…, room…}`, and `super::` as often as it
/// takes to come out of the room, which is `depth` times.
fn rooms_named(code: &str, depth: usize) -> BTreeSet<String> {
    let mut named = names_after(code, "crate::");
    named.extend(names_after(code, &"super::".repeat(depth)));
    named
}

/// The names that follow a prefix, one by one or in a group.
fn names_after(code: &str, prefix: &str) -> BTreeSet<String> {
    let mut named = BTreeSet::new();
    for after in code.split(prefix).skip(1) {
        if let Some(group) = after.strip_prefix('{') {
            named.extend(heads_of_group(group));
        } else {
            named.insert(head(after));
        }
    }
    named.retain(|name| !name.is_empty());
    named
}

/// Whether a piece of code names a thing, outright or in a group: `std::fs`, `use std::{fs, …}`.
fn names(code: &str, what: &str) -> bool {
    let grouped = what.rsplit_once("::").is_some_and(|(parent, name)| {
        code.contains(&format!("{parent}::{{")) && names_after(code, &format!("{parent}::")).contains(name)
    });
    grouped || code.contains(what)
}

fn head(text: &str) -> String {
    text.trim_start().chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect()
}

fn heads_of_group(group: &str) -> Vec<String> {
    let (mut depth, mut heads, mut start) = (0_usize, Vec::new(), 0);
    for (at, c) in group.char_indices() {
        match c {
            '{' => depth += 1,
            '}' if depth == 0 => {
                heads.push(head(&group[start..at]));
                break;
            }
            '}' => depth -= 1,
            ',' if depth == 0 => {
                heads.push(head(&group[start..at]));
                start = at + 1;
            }
            _ => {}
        }
    }
    heads
}

#[test]
fn the_table_runs_downward_only() {
    for (n, (room, below)) in TABLE.iter().enumerate() {
        for used in *below {
            let at = TABLE.iter().position(|(name, _)| name == used).expect("a room of the table");
            assert!(at < n, "{room} uses {used}, which is not below it");
        }
    }
}

#[test]
fn every_folder_is_a_room_and_every_room_a_folder() {
    let folders: BTreeSet<_> = sources().into_iter().filter_map(|source| source.room).collect();
    let rooms: BTreeSet<_> = TABLE.iter().map(|(room, _)| (*room).to_owned()).collect();
    assert_eq!(folders, rooms);
}

#[test]
fn rooms_import_what_the_table_allows() {
    let mut wrong = Vec::new();
    for source in sources() {
        let Some(room) = &source.room else { continue };
        let allowed = TABLE.iter().find(|(name, _)| name == room).map_or(&[][..], |(_, below)| below);
        for named in rooms_named(&source.code, source.depth) {
            if &named != room && TABLE.iter().any(|(name, _)| *name == named) && !allowed.contains(&named.as_str()) {
                wrong.push(format!("{}: {room} may not use {named}", source.path.display()));
            }
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn pure_rooms_touch_neither_disk_nor_clock_nor_terminal() {
    let mut wrong = Vec::new();
    for source in sources() {
        let Some(room) = &source.room else { continue };
        for (what, rooms) in OUTSIDE {
            if !rooms.contains(&room.as_str()) && names(&source.code, what) {
                wrong.push(format!("{}: {what} in {room}", source.path.display()));
            }
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn every_file_says_what_it_is_for_and_is_one_thing() {
    let mut wrong = Vec::new();
    for (path, text) in files(&["src", "tests", "benches"]) {
        let path = path.display();
        let first = text.lines().next().unwrap_or_default();
        if first.strip_prefix("//! ").is_none_or(|words| words.trim().is_empty()) {
            wrong.push(format!("{path} does not begin with what it is for"));
        }
        let lines = text.lines().count();
        if lines > MOST_LINES {
            wrong.push(format!("{path} has {lines} lines, {MOST_LINES} at most"));
        }
        for (n, line) in text.lines().enumerate() {
            let wide = line.chars().count();
            if line.trim_start().starts_with("//") && wide > WIDEST {
                wrong.push(format!("{path}:{} is a comment of {wide} characters, {WIDEST} at most", n + 1));
            }
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn imports_are_found_in_all_their_forms() {
    let code = "use crate::model::Id;\nuse crate::{edit, record::{self, Op}};\nlet x = super::super::ui::draw;\nsuper::near();";
    let named: Vec<_> = rooms_named(code, 2).into_iter().collect();
    assert_eq!(named, ["edit", "model", "record", "ui"]);
    assert!(names("use std::{fs, io};", "std::fs") && names("std::fs::read(path)", "std::fs"));
    assert!(!names("use std::{fmt, io};", "std::fs"));
}
