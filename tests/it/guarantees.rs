//! Every guarantee names tests that exist.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// The rows of `docs/guarantees.md`: fault, behaviour, tests.
fn promises() -> Vec<(String, String, Vec<String>)> {
    let page = fs::read_to_string(root().join("docs/guarantees.md")).expect("the page");
    let rows = page.lines().filter(|line| line.starts_with("| ") && !line.starts_with("| fault"));
    rows.map(|row| {
        let cells: Vec<&str> = row.trim_matches('|').split(" | ").map(str::trim).collect();
        let [fault, happens, tests] = cells.as_slice() else { panic!("three cells: {row}") };
        let tests = tests.split('`').skip(1).step_by(2).map(str::to_owned).collect();
        ((*fault).to_owned(), (*happens).to_owned(), tests)
    })
    .collect()
}

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// The tests in the sources below a folder, as `cargo test` names them.
fn tests(folder: &Path) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(next) = folders.pop() {
        for entry in fs::read_dir(next).expect("a folder").flatten() {
            let path = entry.path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|end| end == "rs") {
                let module = path.strip_prefix(folder).expect("below it").with_extension("");
                let module: Vec<_> = module.iter().map(|part| part.to_string_lossy().into_owned()).collect();
                let module = module.join("::").trim_end_matches("::mod").to_owned();
                let text = fs::read_to_string(&path).expect("a source");
                let (plain, within) = text.split_once("mod tests {").unwrap_or((&text, ""));
                found.extend(marked(plain).map(|name| format!("{module}::{name}")));
                found.extend(marked(within).map(|name| format!("{module}::tests::{name}")));
            }
        }
    }
    found
}

/// The functions that are marked as tests.
fn marked(text: &str) -> impl Iterator<Item = &str> {
    text.split("#[test]").skip(1).filter_map(|after| {
        let name = after.split("fn ").nth(1)?;
        name.split('(').next()
    })
}

#[test]
fn every_guarantee_names_existing_tests() {
    let known: BTreeSet<String> =
        tests(&root().join("tests/it")).into_iter().chain(tests(&root().join("src"))).collect();
    let promises = promises();
    assert!(promises.len() >= 20, "{}", promises.len());
    let mut wrong = Vec::new();
    for (fault, happens, tests) in &promises {
        assert!(!fault.is_empty() && !happens.is_empty());
        if tests.is_empty() {
            wrong.push(format!("{fault}: no test"));
        }
        wrong.extend(tests.iter().filter(|name| !known.contains(*name)).map(|name| format!("{fault}: no {name}")));
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

/// The sections of `docs/rules.md` that state a rule, each with its text.
fn rules() -> Vec<(String, String)> {
    let page = fs::read_to_string(root().join("docs/rules.md")).expect("the page");
    let sections = page.split("\n### ").skip(1);
    sections
        .map(|section| {
            let own = section.split("\n## ").next().unwrap_or(section);
            let (title, text) = own.split_once('\n').expect("a title");
            (title.to_owned(), text.to_owned())
        })
        .collect()
}

#[test]
fn every_rule_has_a_source_a_table_and_existing_tests() {
    let known: BTreeSet<String> =
        tests(&root().join("tests/it")).into_iter().chain(tests(&root().join("src"))).collect();
    let rules = rules();
    assert!(rules.len() >= 20, "{}", rules.len());
    let mut wrong = Vec::new();
    for (title, text) in &rules {
        let listed = text.rsplit_once("*Tests: ").map_or("", |(_, listed)| listed);
        let names: Vec<&str> = listed.split('`').skip(1).step_by(2).collect();
        for (what, is_there) in [
            ("source", text.contains("*Source:") || text.contains("*Our reading")),
            ("table", text.contains("\n|---|")),
            ("test", !names.is_empty()),
        ] {
            if !is_there {
                wrong.push(format!("{title}: no {what}"));
            }
        }
        wrong
            .extend(names.iter().filter(|name| !known.contains(**name)).map(|name| format!("{title}: no test {name}")));
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn no_fault_has_two_rows() {
    let faults: Vec<String> = promises().into_iter().map(|(fault, ..)| fault).collect();
    assert_eq!(faults.iter().collect::<BTreeSet<_>>().len(), faults.len());
}
