//! The keys of the user over the built-in ones, and the conflicts between them.
//!
//! If two commands would have the same key, a key of the user beats a built-in one, and the first of two keys of the
//! user beats the second. The conflict is reported.

use std::collections::BTreeSet;

use super::key::is_typed;
use super::{KeyBinding, KeyContext, Keymap};
use crate::ui::command::Command;

/// The keys that a user gives to a command.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rebinding {
    pub command: Command,
    /// The context; every context of the command if `None`.
    pub context: Option<KeyContext>,
    /// The sequences, as [`super::sequence`] returns them; none removes the keys of the command.
    pub keys: Vec<String>,
}

/// A key of the user that cannot be bound as it was written.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct KeyConflict {
    /// The position of the rebinding.
    pub rebinding: usize,
    /// The position of the key; `None` for all keys.
    pub key: Option<usize>,
    pub reason: ConflictReason,
}

/// Why a key of the user cannot be bound as it was written.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ConflictReason {
    /// The command does not exist in that context.
    NotAvailable,
    /// The user could not leave without it: the built-in keys stay.
    Required,
    /// The key is text there: the built-in keys stay.
    IsText,
    /// Another command keeps a sequence that is the same, or begins with it, or with which it begins.
    TakenBy(String, Command),
    /// The key is bound and takes a built-in sequence from another command.
    TakenFrom(String, Command),
}

/// A sequence of a command in a context.
#[derive(Clone, Debug)]
struct BoundKeys {
    binding: usize,
    command: Command,
    keys: String,
    /// The rebinding and the key that it comes from; `None` for a built-in one.
    asked: Option<(usize, usize)>,
}

impl Keymap {
    /// Returns the built-in keys with those of the user, and the conflicts.
    #[must_use]
    pub fn with(rebindings: &[Rebinding]) -> (Self, Vec<KeyConflict>) {
        let built_in = Self::built_in();
        if rebindings.is_empty() {
            return (built_in, Vec::new());
        }
        let mut conflicts = not_there(&built_in, rebindings);
        let tables = KeyContext::ALL.map(|context| {
            let mut table = of_context(&built_in, context, rebindings, &mut conflicts);
            settle(&mut table, &mut conflicts);
            table
        });
        (Self { bindings: bindings(&built_in, &tables) }, conflicts.into_iter().collect())
    }
}

impl Keymap {
    /// Returns whether a command exists only while text is typed.
    fn is_for_typing(&self, command: Command) -> bool {
        let mut bindings = self.bindings.iter().filter(|binding| binding.command == command);
        bindings.all(|binding| binding.contexts.iter().all(|context| context.is_typing()))
    }
}

/// Commands without which the user would be stuck.
const fn is_needed(command: Command, context: KeyContext) -> bool {
    matches!(command, Command::Quit) || (context.is_typing() && matches!(command, Command::Accept | Command::Cancel))
}

fn not_there(built_in: &Keymap, rebindings: &[Rebinding]) -> BTreeSet<KeyConflict> {
    let contexts = |rebinding: &Rebinding| {
        let mut bindings = built_in.bindings.iter().filter(|binding| binding.command == rebinding.command);
        bindings.any(|binding| rebinding.context.is_none_or(|context| binding.contexts.contains(&context)))
    };
    let wrong = rebindings.iter().enumerate().filter(|(_, rebinding)| !contexts(rebinding));
    wrong.map(|(rebinding, _)| KeyConflict { rebinding, key: None, reason: ConflictReason::NotAvailable }).collect()
}

/// Returns all sequences of a context, those of the user in place of the built-in ones.
fn of_context(
    built_in: &Keymap,
    context: KeyContext,
    rebindings: &[Rebinding],
    conflicts: &mut BTreeSet<KeyConflict>,
) -> Vec<BoundKeys> {
    let mut table = Vec::new();
    for (binding, of) in built_in.bindings.iter().enumerate().filter(|(_, of)| of.contexts.contains(&context)) {
        let bound = |keys: &String, asked| BoundKeys { binding, command: of.command, keys: keys.clone(), asked };
        let own = rebindings.iter().enumerate().filter(|(_, asked)| asked.command == of.command);
        // A rebinding for one context beats one for all.
        let asked = own.filter(|(_, asked)| asked.context.is_none_or(|meant| meant == context));
        let asked = asked.max_by_key(|(_, asked)| asked.context.is_some());
        let keys = asked.map(|(n, asked)| (n, usable(asked, n, of, (built_in, context), conflicts)));
        match keys {
            Some((n, Some(usable))) => {
                table.extend(usable.into_iter().map(|(key, keys)| bound(keys, Some((n, key)))));
            }
            _ => table.extend(of.keys.iter().map(|keys| bound(keys, None))),
        }
    }
    table
}

/// Returns the keys of a rebinding that can be bound in a context, with their positions; `None` if the built-in ones
/// stay.
fn usable<'a>(
    asked: &'a Rebinding,
    rebinding: usize,
    of: &KeyBinding,
    (built_in, context): (&Keymap, KeyContext),
    conflicts: &mut BTreeSet<KeyConflict>,
) -> Option<Vec<(usize, &'a String)>> {
    if asked.keys.is_empty() && is_needed(asked.command, context) {
        conflicts.insert(KeyConflict { rebinding, key: None, reason: ConflictReason::Required });
        return None;
    }
    let all = asked.keys.iter().enumerate();
    if !context.is_typing() || asked.keys.is_empty() {
        return Some(all.collect());
    }
    // The key that ticks an option is text, too; the form knows when.
    let typed = |keys: &String| keys.split(' ').next().is_some_and(is_typed) && !of.keys.contains(keys);
    // A key for lists cannot work while text is typed. That is an error only if the command has no other context.
    if asked.context.is_some() || asked.command == Command::Accept || built_in.is_for_typing(asked.command) {
        let wrong = all.clone().filter(|(_, keys)| typed(keys));
        conflicts.extend(wrong.map(|(key, _)| KeyConflict {
            rebinding,
            key: Some(key),
            reason: ConflictReason::IsText,
        }));
    }
    let kept: Vec<_> = all.filter(|(_, keys)| !typed(keys)).collect();
    (!kept.is_empty()).then_some(kept)
}

/// Removes sequences until no two are the same and none begins with another.
fn settle(table: &mut Vec<BoundKeys>, conflicts: &mut BTreeSet<KeyConflict>) {
    let mut n = 0;
    while n < table.len() {
        // Built-in sequences don't conflict with each other.
        let Some(asked) = table[n].asked else {
            n += 1;
            continue;
        };
        let one = table[n].clone();
        let Some(at) = (0..table.len()).find(|&at| at != n && meet(&one, &table[at])) else {
            n += 1;
            continue;
        };
        let other = table[at].clone();
        let other_keeps = other.asked.is_some_and(|other| other < asked) || is_last_binding(&other, table);
        // Of two keys of the user, the conflict is reported for the second.
        let (of, reason) = match other.asked.filter(|_| !other_keeps) {
            Some(later) => (later, ConflictReason::TakenBy(one.keys, one.command)),
            None if other_keeps => (asked, ConflictReason::TakenBy(other.keys, other.command)),
            None => (asked, ConflictReason::TakenFrom(other.keys, other.command)),
        };
        conflicts.insert(KeyConflict { rebinding: of.0, key: Some(of.1), reason });
        let gone = if other_keeps { n } else { at };
        table.remove(gone);
        n = if gone < n { n - 1 } else { n };
    }
}

/// Returns whether two sequences conflict: they are the same, or one begins with the other.
fn meet(one: &BoundKeys, other: &BoundKeys) -> bool {
    if one.keys == other.keys {
        return one.command != other.command;
    }
    let begins = |short: &str, long: &str| long.strip_prefix(short).is_some_and(|rest| rest.starts_with(' '));
    begins(&one.keys, &other.keys) || begins(&other.keys, &one.keys)
}

/// Returns whether a built-in sequence is the last one of a command that needs one.
fn is_last_binding(bound: &BoundKeys, table: &[BoundKeys]) -> bool {
    let last = table.iter().filter(|other| other.binding == bound.binding).count() == 1;
    bound.asked.is_none() && last && matches!(bound.command, Command::Quit | Command::Accept | Command::Cancel)
}

/// Returns the bindings with their sequences, one for all contexts in which these are the same.
fn bindings(built_in: &Keymap, tables: &[Vec<BoundKeys>; KeyContext::ALL.len()]) -> Vec<KeyBinding> {
    let mut all = Vec::new();
    for (n, of) in built_in.bindings.iter().enumerate() {
        let mut parts: Vec<KeyBinding> = Vec::new();
        for context in &of.contexts {
            let table = tables[context.index()].iter();
            let keys: Vec<_> = table.filter(|bound| bound.binding == n).map(|bound| bound.keys.clone()).collect();
            match parts.iter_mut().find(|part| part.keys == keys) {
                Some(part) => part.contexts.push(*context),
                None => parts.push(KeyBinding { keys, contexts: vec![*context], ..of.clone() }),
            }
        }
        all.extend(parts);
    }
    all
}
