//! `[keys]`: key bindings of commands, for all contexts or, in `[keys.in.<context>]`, for one.

use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::Config;
use super::read::{in_order, string, unknown, wrong};
use crate::model::{MessageArg, MessageArgs, Severity};
use crate::ui::Command;
use crate::ui::keymap::{ConflictReason, KeyConflict, KeyContext, KeyError, Keymap, Rebinding, sequence};

/// A rebinding with its spans: of the name, and of each key.
struct LocatedRebinding {
    rebinding: Rebinding,
    at: Range<usize>,
    keys_at: Vec<Range<usize>>,
}

/// Reads the bindings and applies those that are valid.
pub(super) fn read(config: &mut Config, table: &DeTable<'_>) {
    let mut asked = commands(config, table, None);
    if let Some((_, value)) = table.iter().find(|(name, _)| name.get_ref() == "in") {
        match value.get_ref() {
            DeValue::Table(contexts) => asked.extend(in_contexts(config, contexts)),
            _ => drop(wrong::<()>(config, "keys.in", "table", value.span())),
        }
    }
    let rebindings: Vec<_> = asked.iter().map(|asked| asked.rebinding.clone()).collect();
    let (keymap, conflicts) = Keymap::with(&rebindings);
    for conflict in &conflicts {
        if let Some(asked) = asked.get(conflict.rebinding) {
            report(config, conflict, asked);
        }
    }
    config.keymap = keymap;
}

fn in_contexts(config: &mut Config, contexts: &DeTable<'_>) -> Vec<LocatedRebinding> {
    let mut asked = Vec::new();
    for (name, value) in in_order(contexts) {
        let Some(context) = KeyContext::ALL.into_iter().find(|context| context.name() == name.get_ref()) else {
            let messages = ["config-unknown-context", "config-unknown-context-near"];
            unknown(config, name.get_ref(), &KeyContext::ALL.map(KeyContext::name), name.span(), messages);
            continue;
        };
        match value.get_ref() {
            DeValue::Table(table) => asked.extend(commands(config, table, Some(context))),
            _ => drop(wrong::<()>(config, name.get_ref(), "table", value.span())),
        }
    }
    asked
}

fn commands(config: &mut Config, table: &DeTable<'_>, context: Option<KeyContext>) -> Vec<LocatedRebinding> {
    let mut all = Vec::new();
    for (name, value) in in_order(table) {
        if context.is_none() && name.get_ref() == "in" {
            continue;
        }
        let Some(command) = Command::named(name.get_ref()) else {
            let known: Vec<_> = Command::ALL.iter().map(|command| command.name()).collect();
            let messages = ["config-unknown-command", "config-unknown-command-near"];
            unknown(config, name.get_ref(), &known, name.span(), messages);
            continue;
        };
        let Some(written) = written(value) else {
            wrong::<()>(config, name.get_ref(), "keys", value.span());
            continue;
        };
        let empty = written.is_empty();
        let (keys, keys_at): (Vec<_>, Vec<_>) =
            written.into_iter().filter_map(|(keys, at)| Some((key(config, &keys, at.clone())?, at))).unzip();
        // Only an explicitly empty list unbinds the command.
        if empty || !keys.is_empty() {
            all.push(LocatedRebinding { rebinding: Rebinding { command, context, keys }, at: name.span(), keys_at });
        }
    }
    all
}

/// Returns the key sequences: one, or a list.
fn written(value: &Spanned<DeValue<'_>>) -> Option<Vec<(String, Range<usize>)>> {
    match value.get_ref() {
        DeValue::Array(list) => list.iter().map(|value| Some((string(value)?, value.span()))).collect(),
        _ => Some(vec![(string(value)?, value.span())]),
    }
}

fn key(config: &mut Config, written: &str, at: Range<usize>) -> Option<String> {
    match sequence(written) {
        Ok(keys) => Some(keys),
        Err(KeyError::Empty) => {
            config.add_problem(Severity::Error, at, "config-no-key", MessageArgs::new());
            None
        }
        Err(KeyError::Unknown(word)) => {
            config.add_problem(Severity::Error, at, "config-unknown-key", vec![("key", MessageArg::Text(word))]);
            None
        }
    }
}

/// Reports a key that cannot be bound.
fn report(config: &mut Config, conflict: &KeyConflict, asked: &LocatedRebinding) {
    let text = |text: &str| MessageArg::Text(text.to_owned());
    let own = conflict.key.and_then(|key| asked.rebinding.keys.get(key)).map_or("", String::as_str);
    let at = conflict.key.and_then(|key| asked.keys_at.get(key)).unwrap_or(&asked.at).clone();
    let mut args = vec![("command", text(asked.rebinding.command.name())), ("keys", text(own))];
    let (severity, message) = match &conflict.reason {
        ConflictReason::NotAvailable => (Severity::Error, "config-key-not-there"),
        ConflictReason::Required => (Severity::Error, "config-key-needed"),
        ConflictReason::IsText => (Severity::Error, "config-key-typed"),
        ConflictReason::TakenBy(..) => (Severity::Error, "config-key-lost"),
        ConflictReason::TakenFrom(..) => (Severity::Warning, "config-key-won"),
    };
    if let ConflictReason::TakenBy(theirs, other) | ConflictReason::TakenFrom(theirs, other) = &conflict.reason {
        let relation = if theirs == own {
            "same"
        } else if theirs.len() < own.len() {
            "longer"
        } else {
            "shorter"
        };
        args.extend([("theirs", text(theirs)), ("other", text(other.name())), ("relation", text(relation))]);
    }
    args.push(("context", text(asked.rebinding.context.map_or("all", KeyContext::name))));
    config.add_problem(severity, at, message, args);
}
