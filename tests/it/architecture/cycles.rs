//! No module inside a top-level module imports, directly or not, one that imports it.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use super::{Source, TABLE, head, names_after, sources};

/// The node of the files that are the top-level module itself.
pub(super) const ROOT: &str = "mod.rs";

/// The imports between the modules inside one top-level module, each with the files that have it.
pub(super) type Imports = BTreeMap<(String, String), BTreeSet<String>>;

#[test]
fn no_cycle_is_inside_a_module() {
    let sources = sources();
    let inside = |module: &str| {
        cycles(&imports_inside(&sources, module))
            .into_iter()
            .map(|cycle| format!("cycle in {module}: {cycle}"))
            .collect::<Vec<_>>()
    };
    let found: Vec<String> = TABLE.iter().map(|(module, _)| module).flat_map(|module| inside(module)).collect();
    assert!(found.is_empty(), "\n{}", found.join("\n"));
}

#[test]
fn a_cycle_is_found_through_reexports_and_the_root() {
    let source = |path: &str, code: &str| Source::new(Path::new(path), code);
    let sources = [
        source("m/mod.rs", "mod a;\nmod b;\npub use a::Thing;\npub struct Root;\n"),
        source("m/a.rs", "use super::b::{self, Other};\n#[cfg(test)]\nmod tests {\n    use super::super::c;\n}\n"),
        source("m/b/mod.rs", "use super::Thing;\n"),
        source("m/b/deep.rs", "use crate::m::{c, Root};\n"),
        source("m/c.rs", ""),
    ];
    let imports = imports_inside(&sources, "m");
    let edges: Vec<(&str, &str)> = imports.keys().map(|(from, to)| (from.as_str(), to.as_str())).collect();
    assert_eq!(edges, [("a", "b"), ("b", "a"), ("b", "c"), ("b", "mod.rs")]);
    assert_eq!(cycles(&imports), ["a -> b (m/a.rs), b -> a (m/b/mod.rs)"]);
}

pub(super) fn imports_inside(sources: &[Source], module: &str) -> Imports {
    let own: Vec<&Source> = sources.iter().filter(|source| source.module.as_deref() == Some(module)).collect();
    let children: BTreeSet<String> = own.iter().filter_map(|source| source.names.get(1).cloned()).collect();
    let roots: String =
        own.iter().filter(|source| source.names.len() == 1).map(|source| source.code.as_str()).collect();
    let exports = exports(&roots, &children);
    let mut imports = Imports::new();
    for source in own.iter().filter(|source| !is_test_module(sources, source)) {
        let code = without_tests(&source.code);
        let node = source.names.get(1).map_or(ROOT, String::as_str);
        let targets: BTreeSet<String> = if node == ROOT {
            children.iter().filter(|child| names_module(&without_exports(code), child)).cloned().collect()
        } else {
            let mut named = names_after(code, &format!("crate::{module}::"));
            named.extend(names_after(code, &"super::".repeat(source.depth - 1)));
            let is_item = |name: &String| !["super", "self", "crate"].contains(&name.as_str());
            let target = |name: String| match exports.get(&name) {
                _ if children.contains(&name) => name,
                Some(child) => child.clone(),
                None => ROOT.to_owned(),
            };
            named.into_iter().filter(is_item).map(target).collect()
        };
        for target in targets.into_iter().filter(|target| target != node) {
            imports.entry((node.to_owned(), target)).or_default().insert(source.path.display().to_string());
        }
    }
    imports
}

/// The names that the root imports or exports from its children, with the child of each.
fn exports(root: &str, children: &BTreeSet<String>) -> BTreeMap<String, String> {
    let mut exports = BTreeMap::new();
    for statement in root.split("use ").skip(1).filter_map(|after| after.split(';').next()) {
        let child = head(statement);
        if !children.contains(&child) {
            continue;
        }
        for name in statement.split(|c: char| !c.is_alphanumeric() && c != '_').skip(1).filter(|name| !name.is_empty())
        {
            exports.entry(name.to_owned()).or_insert_with(|| child.clone());
        }
    }
    exports
}

/// Code without the statements that only export.
fn without_exports(code: &str) -> String {
    let mut pieces = code.split("pub use ");
    let first = pieces.next().unwrap_or_default().to_owned();
    pieces.filter_map(|piece| piece.split_once(';')).fold(first, |code, (_, rest)| code + rest)
}

/// Whether code names a child module: `child::…`.
fn names_module(code: &str, child: &str) -> bool {
    code.match_indices(&format!("{child}::")).any(|(at, _)| {
        let before = code[..at].chars().next_back();
        before.is_none_or(|c| !c.is_alphanumeric() && c != '_' && c != ':')
    })
}

/// Code up to its inline test module.
fn without_tests(code: &str) -> &str {
    let tests = code.match_indices("#[cfg(").find(|(at, _)| {
        let mut lines = code[*at..].lines();
        let attribute = lines.next().unwrap_or_default();
        let item = lines.find(|line| !line.trim_start().starts_with("#[")).unwrap_or_default();
        attribute.contains("test") && item.contains("mod ") && item.ends_with('{')
    });
    tests.map_or(code, |(at, _)| &code[..at])
}

/// Whether a file or one of the modules around it is declared under `#[cfg(test)]`.
pub(super) fn is_test_module(sources: &[Source], source: &Source) -> bool {
    (1..source.names.len()).any(|depth| {
        let (parent, name) = (&source.names[..depth], &source.names[depth]);
        let parents = sources.iter().filter(|other| other.names == parent);
        parents.into_iter().any(|other| {
            other.code.split("#[cfg(test)]\n").skip(1).any(|after| {
                let declaration = after.lines().find(|line| !line.trim_start().starts_with("#["));
                declaration.is_some_and(|line| line.trim().ends_with(&format!("mod {name};")))
            })
        })
    })
}

/// One text for each set of modules that import each other, with the imports within it.
fn cycles(imports: &Imports) -> Vec<String> {
    let nodes: BTreeSet<&String> = imports.keys().flat_map(|(from, to)| [from, to]).collect();
    let mut reached: BTreeMap<&String, BTreeSet<&String>> = BTreeMap::new();
    for (from, to) in imports.keys() {
        reached.entry(from).or_default().insert(to);
    }
    for through in &nodes {
        let beyond = reached.get(through).cloned().unwrap_or_default();
        for targets in reached.values_mut().filter(|targets| targets.contains(*through)) {
            targets.extend(beyond.iter().copied());
        }
    }
    let reaches = |from: &String, to: &String| reached.get(from).is_some_and(|targets| targets.contains(to));
    let mut seen = BTreeSet::new();
    let mut cycles = Vec::new();
    for node in &nodes {
        let cycle: BTreeSet<&String> =
            nodes.iter().filter(|other| reaches(node, other) && reaches(other, node)).copied().collect();
        if cycle.len() > 1 && seen.insert(cycle.clone()) {
            let within = imports.iter().filter(|((from, to), _)| cycle.contains(from) && cycle.contains(to));
            let shown = within.map(|((from, to), files)| {
                format!("{from} -> {to} ({})", files.iter().cloned().collect::<Vec<_>>().join(", "))
            });
            cycles.push(shown.collect::<Vec<_>>().join(", "));
        }
    }
    cycles
}
