//! The documentation is true: generated tables are current, and what it names exists.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

pub fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// Compares the part of a page between `<!-- NAME -->` and `<!-- /NAME -->` with the text that it should be.
/// With `UPDATE_DOCS=1`, writes it instead.
pub fn assert_generated(page: &str, name: &str, expected: &str) {
    let (begin, end) = (format!("<!-- {name} -->\n"), format!("<!-- /{name} -->"));
    let file = root().join(page);
    let text = fs::read_to_string(&file).expect("the page");
    let (before, rest) = text.split_once(&begin).expect("the part begins");
    let (shown, after) = rest.split_once(&end).expect("the part ends");
    if std::env::var_os("UPDATE_DOCS").is_some() {
        fs::write(&file, format!("{before}{begin}{expected}{end}{after}")).expect("written");
        return;
    }
    assert_eq!(shown, expected, "UPDATE_DOCS=1 cargo test --test it updates {page}");
}

/// Every page of the documentation, with its text.
fn pages() -> Vec<(PathBuf, String)> {
    let docs = fs::read_dir(root().join("docs")).expect("docs").map(|entry| entry.expect("an entry").path());
    let top = ["README.md", "CONTRIBUTING.md", "SECURITY.md"].map(|name| root().join(name));
    let pages = docs.chain(top).filter(|path| path.extension().is_some_and(|ending| ending == "md"));
    pages.map(|path| (path.clone(), fs::read_to_string(&path).expect("a page"))).collect()
}

/// The anchor of a heading, as forges derive it.
fn anchor(heading: &str) -> String {
    let kept = heading
        .to_lowercase()
        .chars()
        .filter(|c| c.is_alphanumeric() || matches!(c, ' ' | '-' | '_'))
        .collect::<String>();
    kept.replace(' ', "-")
}

fn anchors(text: &str) -> BTreeSet<String> {
    text.lines()
        .filter_map(|line| line.strip_prefix('#'))
        .map(|line| anchor(line.trim_start_matches('#').trim()))
        .collect()
}

#[test]
fn the_readme_is_short() {
    let text = fs::read_to_string(root().join("README.md")).expect("the README");
    assert!(text.lines().count() <= 150, "{}", text.lines().count());
    assert!(text.contains("cargo run --release") && text.contains("cargo test"));
}

#[test]
fn links_lead_to_pages_and_headings_that_exist() {
    let mut broken = Vec::new();
    for (page, text) in pages() {
        for link in text.split("](").skip(1).filter_map(|rest| rest.split(')').next()) {
            if link.starts_with("http") {
                continue;
            }
            let (file, heading) = link.split_once('#').unwrap_or((link, ""));
            let target = if file.is_empty() { page.clone() } else { page.parent().expect("a folder").join(file) };
            let found = match fs::read_to_string(&target) {
                Ok(text) => heading.is_empty() || anchors(&text).contains(heading),
                Err(_) => target.exists(),
            };
            if !found {
                broken.push(format!("{}: {link}", page.display()));
            }
        }
    }
    assert!(broken.is_empty(), "\n{}", broken.join("\n"));
}

#[test]
fn code_spans_end_on_their_line() {
    for (path, text) in pages() {
        let fenced = |line: &str| line.trim_start().starts_with("```");
        let mut is_code = false;
        for line in text.lines() {
            is_code ^= fenced(line);
            let is_whole = is_code || fenced(line) || line.matches('`').count() % 2 == 0;
            assert!(is_whole, "{}: {line}", path.display());
        }
    }
}

#[test]
fn files_that_pages_name_exist() {
    const FOLDERS: [&str; 8] = ["src/", "tests/", "benches/", "themes/", "fuzz/", "portfolio/", "docs/", ".ci/"];
    let mut missing = Vec::new();
    for (page, text) in pages() {
        for named in text.split('`').skip(1).step_by(2) {
            // `file.rs`, `folder/`, `file.rs::item` and lists such as `src/locale/{en,fr}.ftl`.
            let path = named.split("::").next().unwrap_or_default();
            let is_path =
                FOLDERS.iter().any(|folder| path.starts_with(folder)) && !path.contains(['<', '{', '*', ' ', 'N']);
            if is_path && !root().join(path).exists() {
                missing.push(format!("{}: {named}", page.display()));
            }
        }
    }
    assert!(missing.is_empty(), "\n{}", missing.join("\n"));
}

/// The public types of `model`.
fn types(folder: &Path, found: &mut BTreeSet<String>) {
    for path in fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry").path()) {
        if path.is_dir() {
            types(&path, found);
            continue;
        }
        let text = fs::read_to_string(&path).expect("a source file");
        for line in text.lines() {
            let rest = ["pub struct ", "pub enum ", "pub trait ", "pub type "]
                .iter()
                .find_map(|start| line.strip_prefix(start));
            let name = rest.map(|rest| rest.chars().take_while(|c| c.is_alphanumeric()).collect::<String>());
            found.extend(name);
        }
    }
}

#[test]
fn every_type_of_the_model_is_in_the_glossary() {
    let glossary = fs::read_to_string(root().join("docs/glossary.md")).expect("the glossary");
    let mut found = BTreeSet::new();
    types(&root().join("src/model"), &mut found);
    assert!(found.len() > 40, "{found:?}");
    let missing: Vec<_> = found.iter().filter(|name| !glossary.contains(&format!("`{name}`"))).collect();
    assert!(missing.is_empty(), "{missing:?}");
    let code = glossary.lines().filter_map(|line| line.strip_prefix("| `")).filter_map(|line| line.split(" | ").next());
    let named: BTreeSet<_> =
        code.flat_map(|cell| cell.split('`').step_by(2).map(str::to_owned).collect::<Vec<_>>()).collect();
    let gone: Vec<_> = named.iter().filter(|name| !name.is_empty() && !found.contains(*name)).collect();
    assert!(gone.is_empty(), "no longer in the model: {gone:?}");
}
