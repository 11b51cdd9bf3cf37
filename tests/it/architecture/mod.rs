//! The architecture: which module may import which, what pure modules may not touch, and how long a file may be.

mod cycles;
mod inside;
mod type_names;

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// Each module and the modules below it that it may import. Since a row names only rows above it, no cycle is possible.
const TABLE: &[(&str, &[&str])] = &[
    ("model", &[]),
    ("record", &["model"]),
    ("parallel", &[]),
    ("rules", &["model", "parallel"]),
    ("locale", &["model"]),
    ("edit", &["model", "record", "locale"]),
    ("import", &["model", "record", "locale", "edit"]),
    ("store", &["model", "record", "edit"]),
    ("report", &["model", "parallel", "rules", "locale"]),
    ("papers", &["model", "rules", "locale", "report"]),
    ("export", &["model", "rules", "locale", "report", "papers"]),
    ("ui", &["model", "rules", "edit", "locale", "report"]),
    ("demo", &["model", "record"]),
    (
        "cli",
        &[
            "model", "parallel", "record", "rules", "edit", "import", "store", "locale", "report", "papers", "export",
            "ui", "demo",
        ],
    ),
];

/// The modules that may use the disk, the environment, the clock and the terminal.
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

const MAX_LINES: usize = 450;

/// The width of a comment, which rustfmt does not check.
const MAX_COMMENT_WIDTH: usize = 120;

struct Source {
    path: PathBuf,
    /// The top-level module; `None` for `lib.rs` and `main.rs`.
    module: Option<String>,
    /// The path of its module.
    names: Vec<String>,
    /// The text without comment lines.
    code: String,
    /// The number of `super::` that leads out of the top-level module: 1 in its `mod.rs`.
    depth: usize,
}

impl Source {
    /// The source of a path below `src`.
    fn new(below: &Path, text: &str) -> Self {
        let parts: Vec<String> =
            below.with_extension("").iter().map(|part| part.to_string_lossy().into_owned()).collect();
        let is_crate_root = |name: &&String| parts.len() == 1 && matches!(name.as_str(), "lib" | "main");
        let module = parts.first().filter(|name| !is_crate_root(name)).cloned();
        let names = parts.strip_suffix(&["mod".to_owned()]).unwrap_or(&parts).to_vec();
        let code = text.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n");
        Self { path: below.to_owned(), module, depth: names.len(), names, code }
    }
}

fn sources() -> Vec<Source> {
    let files = files(&["src"]).into_iter();
    files.map(|(path, text)| Source::new(path.strip_prefix("src").expect("below src"), &text)).collect()
}

/// The Rust files below some folders of the project, with their texts.
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

/// The modules that code names: `crate::module…`, `use crate::{module…, module…}`, and `depth` times `super::`.
fn modules_named(code: &str, depth: usize) -> BTreeSet<String> {
    let mut named = names_after(code, "crate::");
    named.extend(names_after(code, &"super::".repeat(depth)));
    named
}

/// The names that follow a prefix, alone or in a group.
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

/// Whether code names an item, alone or in a group: `std::fs`, `use std::{fs, …}`.
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
fn the_table_names_lower_modules_only() {
    for (n, (module, below)) in TABLE.iter().enumerate() {
        for used in *below {
            let at = TABLE.iter().position(|(name, _)| name == used).expect("a module of the table");
            assert!(at < n, "{module} uses {used}, which is not below it");
        }
    }
}

#[test]
fn every_folder_is_in_the_table() {
    let mut folders: BTreeSet<_> = sources().into_iter().filter_map(|source| source.module).collect();
    // For unit tests only: the compiler keeps everything else out of it.
    folders.remove("testing");
    let modules: BTreeSet<_> = TABLE.iter().map(|(module, _)| (*module).to_owned()).collect();
    assert_eq!(folders, modules);
}

#[test]
fn modules_import_what_the_table_allows() {
    let mut wrong = Vec::new();
    for source in sources() {
        let Some(module) = &source.module else { continue };
        let Some((_, allowed)) = TABLE.iter().find(|(name, _)| name == module) else { continue };
        for named in modules_named(&source.code, source.depth) {
            if &named != module && TABLE.iter().any(|(name, _)| *name == named) && !allowed.contains(&named.as_str()) {
                wrong.push(format!("{}: {module} may not use {named}", source.path.display()));
            }
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn pure_modules_use_neither_disk_nor_clock_nor_terminal() {
    let mut wrong = Vec::new();
    for source in sources() {
        let Some(module) = &source.module else { continue };
        for (what, modules) in OUTSIDE {
            if !modules.contains(&module.as_str()) && names(&source.code, what) {
                wrong.push(format!("{}: {what} in {module}", source.path.display()));
            }
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn every_file_has_a_description_and_is_short() {
    let mut wrong = Vec::new();
    for (path, text) in files(&["src", "tests", "benches"]) {
        let path = path.display();
        let first = text.lines().next().unwrap_or_default();
        if first.strip_prefix("//! ").is_none_or(|words| words.trim().is_empty()) {
            wrong.push(format!("{path} does not begin with a description"));
        }
        let lines = text.lines().count();
        if lines > MAX_LINES {
            wrong.push(format!("{path} has {lines} lines of at most {MAX_LINES}"));
        }
        for (n, line) in text.lines().enumerate() {
            let wide = line.chars().count();
            // Rows of tables cannot be broken.
            let is_prose = line.trim_start().starts_with("//") && !line.starts_with("//! |");
            if is_prose && wide > MAX_COMMENT_WIDTH {
                wrong.push(format!(
                    "{path}:{} is a comment of {wide} characters, of at most {MAX_COMMENT_WIDTH}",
                    n + 1
                ));
            }
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn imports_are_found_in_all_forms() {
    let code = "use crate::model::Id;\nuse crate::{edit, record::{self, Op}};\nlet x = super::super::ui::draw;\nsuper::near();";
    let named: Vec<_> = modules_named(code, 2).into_iter().collect();
    assert_eq!(named, ["edit", "model", "record", "ui"]);
    assert!(names("use std::{fs, io};", "std::fs") && names("std::fs::read(path)", "std::fs"));
    assert!(!names("use std::{fmt, io};", "std::fs"));
}
