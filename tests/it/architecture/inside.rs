//! The modules inside each top-level module, from the bottom up: each imports only those before it.

use std::collections::{BTreeMap, BTreeSet};

use super::cycles::{Imports, ROOT, imports_inside};
use super::{Source, TABLE, sources};

/// The order inside each top-level module; `mod.rs` is the module itself. A new module is added where it fits.
const INSIDE: &[(&str, &str)] = &[
    (
        "model",
        "date day_off git_operation text id ids location comparison history merge_question mod.rs money funding nearest party \
         stable_hash entry_id system_error finding identifier rib topic obligation committee startup convention review portfolio",
    ),
    (
        "record",
        "conflict error fast_path item mod.rs nesting_limit raw decode recovery locate schema lenient text patch \
         merge read relocate version compare",
    ),
    ("parallel", "mod.rs"),
    (
        "rules",
        "answers cash cost_allocation people schedule terms attendance movements spending status tranches ledger \
         commitments committees explanations occurrences derivation runway forecast unit_cost years totals overview \
         day_comparison check consequences mod.rs today agenda",
    ),
    (
        "locale",
        "fold language numbers messages formats parser system typed_span typed_date typed_moment typed_money \
         typed_number mod.rs",
    ),
    (
        "edit",
        "arguments chronology commit_message declaration diff error fields hand_edit_policy toml_entry template \
         imported validate write_context edit_context commit_summary item_name overpayment mod.rs verb record_edit import_edit",
    ),
    ("import", "mod.rs plan records_here ledger public_record"),
    (
        "store",
        "backoff dir_entries error failpoints past_commit plain_file process scan records_dir git reading saving sync doctor \
         mod.rs repository_views",
    ),
    (
        "report",
        "address columns commands mod.rs paper_request sanitize diagnostic render symbols width table words statements explain facts \
         filter json forge text",
    ),
    (
        "papers",
        "amount_words document builder chart markup mod.rs agenda minutes parts management reminder render \
         sheet_answers sheet statement summary call requested",
    ),
    ("export", "error mod.rs answers calendar table csv tables page workbook xlsx"),
    (
        "ui",
        "command finder_index history_cache key_figure keymap layout links mod.rs picture screen arrangement summary \
         symbols target theme state_style typing field widget data tour render_context saved_view session form env \
         tabs uncommitted list_screens index pages layer state draw",
    ),
    ("demo", "names random seed convention startup mod.rs story"),
    (
        "cli",
        "accessible args background clipboard clock editor diagnostics errors evidence fingerprints first_screen \
         history output detached remote_review schemas init signals message leaving suggest linked_cells ansi_backend links \
         import resolve_folder revision changes folders sync templates papers effects terminal usage user_dirs config \
         charset drafts session themes commands worker watcher screen mod.rs",
    ),
];

#[test]
fn modules_import_only_those_below_them() {
    let sources = sources();
    let rows: BTreeMap<&str, Vec<&str>> =
        INSIDE.iter().map(|(module, order)| (*module, order.split_whitespace().collect())).collect();
    let mut wrong = Vec::new();
    for (module, _) in TABLE {
        let (nodes, imports) = (nodes(&sources, module), imports_inside(&sources, module));
        let order = rows.get(module).cloned().unwrap_or_default();
        let at = |name: &str| order.iter().position(|other| *other == name);
        let is_upward = |(from, to): &&(String, String)| at(from) <= at(to);
        let upward = imports.keys().filter(is_upward).map(|(from, to)| format!("{from} imports {to}"));
        let upward: Vec<String> = upward.collect();
        let listed: BTreeSet<String> = order.iter().map(|name| (*name).to_owned()).collect();
        if listed != nodes || order.len() != nodes.len() || !upward.is_empty() {
            let possible = possible_order(&nodes, &imports).join(" ");
            wrong.push(format!("{module}: {}\n  possible: {possible}", upward.join(", ")));
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

/// The module itself and its children.
fn nodes(sources: &[Source], module: &str) -> BTreeSet<String> {
    let own = sources.iter().filter(|source| source.module.as_deref() == Some(module));
    own.filter(|source| !super::cycles::is_test_module(sources, source))
        .map(|source| source.names.get(1).map_or(ROOT, String::as_str).to_owned())
        .collect()
}

/// An order in which each node comes after those that it imports, as far as there is one.
fn possible_order(nodes: &BTreeSet<String>, imports: &Imports) -> Vec<String> {
    let mut order: Vec<String> = Vec::new();
    loop {
        let is_next = |node: &&String| {
            !order.contains(node) && imports.keys().all(|(from, to)| from != *node || order.contains(to))
        };
        let Some(next) = nodes.iter().find(is_next).cloned() else { return order };
        order.push(next);
    }
}
