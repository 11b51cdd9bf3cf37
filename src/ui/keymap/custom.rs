//! The user's own keys over the built-in ones, and what cannot be had of them.
//!
//! Where two commands would have the same key, one that the user gave it wins over a built-in one, and of two that the
//! user gave it the first. The one that loses is told.

use std::collections::BTreeSet;

use super::key::is_typed;
use super::{KeyBinding, KeyContext, Keymap};
use crate::ui::command::Command;

/// The keys that a user gives to a command.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rebinding {
    /// The command.
    pub command: Command,
    /// Where; everywhere that it can be asked for if not said.
    pub context: Option<KeyContext>,
    /// The sequences, as [`super::sequence`] gives them; none takes its keys away.
    pub keys: Vec<String>,
}

/// Something in a user's keys that cannot be had as it was asked for.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct KeyConflict {
    /// Which of the rebindings.
    pub rebinding: usize,
    /// Which of its keys; `None` for all of it.
    pub key: Option<usize>,
    /// What is wrong.
    pub reason: ConflictReason,
}

/// What is wrong with a user's key.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ConflictReason {
    /// The command can never be asked for there.
    NotAvailable,
    /// Without a key nobody could go on: the built-in ones stay.
    Required,
    /// It would be typed: the built-in keys stay.
    IsText,
    /// Another command, whose sequence is the same or begins it or begins with it, keeps that: this one is not had.
    TakenBy(String, Command),
    /// It is had, and the built-in sequence of another command no more.
    TakenFrom(String, Command),
}

/// One sequence of a command somewhere.
#[derive(Clone, Debug)]
struct BoundKeys {
    binding: usize,
    command: Command,
    keys: String,
    /// The rebinding and its key that it comes from; a built-in one if none.
    asked: Option<(usize, usize)>,
}

impl Keymap {
    /// The built-in keys with a user's own, and what could not be had of them.
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
    /// Whether a command is asked for only where a line is typed.
    fn is_for_typing(&self, command: Command) -> bool {
        let mut bindings = self.bindings.iter().filter(|binding| binding.command == command);
        bindings.all(|binding| binding.contexts.iter().all(|context| context.is_typing()))
    }
}

/// Commands that whoever cannot ask for them any more is caught.
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

/// All sequences of a context, the user's in the place of built-in ones.
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
        // What is said of one context goes before what is said of all.
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

/// The keys of a rebinding that can be had in a context, each with its place; `None` where the built-in ones stay.
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
    // The key of a tick is typed, too, and knows when.
    let typed = |keys: &String| keys.split(' ').next().is_some_and(is_typed) && !of.keys.contains(keys);
    // A key for lists cannot serve where a line is typed; only for who has no other place is that wrong.
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

/// Takes out sequences until no two are the same or one the beginning of another.
fn settle(table: &mut Vec<BoundKeys>, conflicts: &mut BTreeSet<KeyConflict>) {
    let mut n = 0;
    while n < table.len() {
        // What nobody asked for is as it was: only what was asked for can clash.
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
        let other_keeps = other.asked.is_some_and(|other| other < asked) || cannot_lose(&other, table);
        // Of two that were asked for, what is told is told of the later.
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

/// Whether both cannot be had: the same sequence twice, or one that begins another.
fn meet(one: &BoundKeys, other: &BoundKeys) -> bool {
    if one.keys == other.keys {
        return one.command != other.command;
    }
    let begins = |short: &str, long: &str| long.strip_prefix(short).is_some_and(|rest| rest.starts_with(' '));
    begins(&one.keys, &other.keys) || begins(&other.keys, &one.keys)
}

/// Whether a built-in sequence is the last of a command that needs one.
fn cannot_lose(bound: &BoundKeys, table: &[BoundKeys]) -> bool {
    let last = table.iter().filter(|other| other.binding == bound.binding).count() == 1;
    bound.asked.is_none() && last && matches!(bound.command, Command::Quit | Command::Accept | Command::Cancel)
}

/// The entries with the sequences that each has: one for the contexts in which these are the same.
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
