//! One type name means one thing in the whole crate.

use std::collections::BTreeMap;

use super::{head, sources};

#[test]
fn no_type_name_is_defined_twice() {
    let mut defined: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for source in sources() {
        for name in source.code.lines().filter_map(defined_type) {
            defined.entry(name).or_default().push(source.path.display().to_string());
        }
    }
    let repeated = defined.iter().filter(|(_, files)| files.len() > 1);
    let wrong: Vec<String> =
        repeated.map(|(name, files)| format!("{name} is defined in {}", files.join(", "))).collect();
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

/// The type that a line defines. Indented `type` lines are associated types, which have no name of their own.
fn defined_type(line: &str) -> Option<String> {
    let indented = line.starts_with(' ');
    let line = line.trim_start();
    let line = match line.strip_prefix("pub") {
        Some(rest) if rest.starts_with('(') => rest.split_once(')')?.1,
        Some(rest) => rest,
        None => line,
    };
    let (keyword, rest) = line.trim_start().split_once(' ')?;
    let defines = ["struct", "enum", "trait", "union"].contains(&keyword) || (keyword == "type" && !indented);
    defines.then(|| head(rest)).filter(|name| !name.is_empty())
}

#[test]
fn definitions_are_found_in_all_forms() {
    let found = |line| defined_type(line);
    assert_eq!(found("pub(in crate::record) struct Raw<'a> {"), Some("Raw".to_owned()));
    assert_eq!(found("    enum Inner {"), Some("Inner".to_owned()));
    assert_eq!(found("type Pair = (u8, u8);"), Some("Pair".to_owned()));
    assert_eq!(found("    type Out = String;"), None);
    assert_eq!(found("let structure = 1;"), None);
}
