//! The licences of the crates in the binary: each one is allowed by `deny.toml` and listed in `docs/licences.md`.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// The output of cargo or rustc.
fn output(program: &str, arguments: &[&str]) -> String {
    let output = Command::new(program).args(arguments).current_dir(root()).output().expect("it runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).expect("UTF-8")
}

/// The crates linked into the binary on this platform: name and licence, without couveuse itself.
fn linked_crates() -> BTreeMap<String, String> {
    let cargo = std::env::var("CARGO").unwrap_or_else(|_| "cargo".to_owned());
    let version = output("rustc", &["--version", "--verbose"]);
    let host = version.lines().find_map(|line| line.strip_prefix("host: ")).expect("the host");
    let arguments = ["metadata", "--format-version=1", "--locked", "--offline", "--filter-platform", host];
    let metadata: Value = serde_json::from_str(&output(&cargo, &arguments)).expect("JSON");
    let array = |value: &Value| value.as_array().cloned().unwrap_or_default();
    let nodes: BTreeMap<String, Value> = array(&metadata["resolve"]["nodes"])
        .into_iter()
        .map(|node| (node["id"].as_str().expect("an id").to_owned(), node))
        .collect();
    let top = metadata["resolve"]["root"].as_str().expect("the root").to_owned();
    let (mut linked, mut waiting) = (BTreeSet::new(), vec![top.clone()]);
    while let Some(id) = waiting.pop() {
        for dependency in array(&nodes[&id]["deps"]) {
            // Neither dev nor build dependencies end up in the binary.
            let is_linked = array(&dependency["dep_kinds"]).iter().any(|kind| kind["kind"].is_null());
            let id = dependency["pkg"].as_str().expect("an id").to_owned();
            if is_linked && linked.insert(id.clone()) {
                waiting.push(id);
            }
        }
    }
    let packages = array(&metadata["packages"]).into_iter();
    let packages = packages.filter(|package| linked.contains(package["id"].as_str().expect("an id")));
    let text = |value: &Value| value.as_str().unwrap_or("none").to_owned();
    packages.map(|package| (text(&package["name"]), alternatives(&text(&package["license"])))).collect()
}

/// A licence expression with its alternatives in one order: versions of a crate differ in it.
fn alternatives(expression: &str) -> String {
    let expression = expression.replace('/', " OR ");
    if expression.contains(" AND ") {
        return expression;
    }
    let mut licences: Vec<_> = expression.split(" OR ").collect();
    licences.sort_unstable();
    licences.join(" OR ")
}

/// The licences in the `allow` list of `deny.toml`.
fn allowed() -> BTreeSet<String> {
    let deny: toml::Table = fs::read_to_string(root().join("deny.toml")).expect("deny.toml").parse().expect("TOML");
    let allowed = deny["licenses"]["allow"].as_array().expect("a list");
    allowed.iter().map(|licence| licence.as_str().expect("a licence").to_owned()).collect()
}

/// Whether a licence expression can be satisfied; `AND` binds as in SPDX if no `OR` is inside parentheses.
fn is_allowed(expression: &str, allowed: &BTreeSet<String>) -> bool {
    let all = expression.replace(['(', ')'], "");
    all.split(" AND ").all(|part| part.split(" OR ").any(|licence| allowed.contains(licence.trim())))
}

/// The rows of the table in `docs/licences.md`.
fn listed(page: &Path) -> BTreeMap<String, String> {
    let text = fs::read_to_string(page).expect("the page");
    let rows = text.lines().filter_map(|line| line.strip_prefix("| `")?.strip_suffix(" |")?.split_once("` | "));
    rows.map(|(name, licence)| (name.to_owned(), licence.to_owned())).collect()
}

#[test]
fn the_licences_of_all_linked_crates_are_allowed() {
    let (crates, allowed) = (linked_crates(), allowed());
    assert!(crates.len() > 50, "{crates:?}");
    let refused: Vec<_> = crates.iter().filter(|(_, licence)| !is_allowed(licence, &allowed)).collect();
    assert!(refused.is_empty(), "{refused:?}");
    assert!(!is_allowed("GPL-3.0-only", &allowed) && !is_allowed("MIT AND GPL-3.0-only", &allowed));
}

/// `UPDATE_DOCS=1 cargo test --test it licences::` adds what is missing.
#[test]
fn the_licences_page_lists_all_linked_crates() {
    let page = root().join("docs/licences.md");
    let (crates, mut listed) = (linked_crates(), listed(&page));
    if std::env::var_os("UPDATE_DOCS").is_some() {
        listed.extend(crates);
        let text = fs::read_to_string(&page).expect("the page");
        let head = text.split("| `").next().expect("its head");
        let rows: String = listed.iter().map(|(name, licence)| format!("| `{name}` | {licence} |\n")).collect();
        fs::write(&page, format!("{head}{rows}")).expect("written");
        return;
    }
    let missing: Vec<_> = crates.iter().filter(|(name, licence)| listed.get(*name) != Some(licence)).collect();
    assert!(missing.is_empty(), "run UPDATE_DOCS=1 cargo test --test it licences:: {missing:?}");
    let lock = fs::read_to_string(root().join("Cargo.lock")).expect("the lock file");
    let gone: Vec<_> = listed.keys().filter(|name| !lock.contains(&format!("name = \"{name}\"\n"))).collect();
    assert!(gone.is_empty(), "no longer a dependency: {gone:?}");
}
