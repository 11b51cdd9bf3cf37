//! Merges the parts of three texts. Changes are taken as written by their side, down to single values.

use toml::Value;

use super::canonical::same;
use super::context::MergeContext;
use super::document::{BracketParts, DocumentText, ItemText, SectionText, ValueText};
use super::identity::{EntryKey, align, is_plain};
use super::order::triples;
use super::sequence::{Element, MergedSequence, sequence};
use super::trivia::{self, one_changed};
use crate::model::{KeyPath, MergeSide, PathStep};

/// Returns the merged text of three documents.
pub(super) fn merge(merging: &mut MergeContext<'_>, [base, ours, theirs]: [&DocumentText<'_>; 3]) -> String {
    let top = SectionText::merged(merging, Some(&base.top), &ours.top, &theirs.top);
    top + &trivia::lines(base.close, ours.close, theirs.close)
}

impl Element for SectionText<'_> {
    type Out = String;

    fn entry_key(&self) -> EntryKey<'_> {
        match self.names.last().filter(|_| self.list) {
            Some(list) => EntryKey::Entry(&self.names, list, self.value),
            None => EntryKey::Key(&self.names),
        }
    }

    fn lead(&self) -> &str {
        self.lead
    }

    fn body(&self) -> &str {
        self.body
    }

    fn shown(&self) -> &str {
        self.body.trim_end()
    }

    fn path(&self) -> &KeyPath {
        &self.path
    }

    fn value(&self) -> &Value {
        self.value
    }

    fn alone(&self) -> String {
        self.body.to_owned()
    }

    fn merged(merging: &mut MergeContext<'_>, base: Option<&Self>, ours: &Self, theirs: &Self) -> String {
        match one_changed(base.map_or("", |base| base.body), ours.body, theirs.body) {
            Some(true) => return ours.alone(),
            Some(false) => return theirs.alone(),
            None => {}
        }
        let old_pairs: &[ItemText<'_>] = base.map_or(&[], |base| &base.pairs);
        let old_blocks: &[SectionText<'_>] = base.map_or(&[], |base| &base.blocks);
        let pairs = sequence(merging, [old_pairs, &ours.pairs, &theirs.pairs], &ours.path);
        let blocks = sequence(merging, [old_blocks, &ours.blocks, &theirs.blocks], &ours.path);
        let mut out = trivia::line_end(base.map_or("", |base| base.header), ours.header, theirs.header);
        for (lead, pair) in pairs.parts {
            out.push_str(&lead);
            out.push_str(&pair.written());
        }
        out.extend(pairs.orphans.iter().map(|comment| format!("{comment}\n")));
        out.push_str(&trivia::lines(base.map_or("", |base| base.tail), ours.tail, theirs.tail));
        for (lead, block) in blocks.parts {
            out.push_str(&lead);
            out.push_str(&block);
        }
        out.extend(blocks.orphans.iter().map(|comment| format!("\n{comment}\n")));
        out
    }

    fn leads(base: &str, ours: &str, theirs: &str) -> String {
        trivia::lines(base, ours, theirs)
    }

    fn with_lost(_: Option<&Self>, _: [&Self; 2], _: &String, lead: String) -> String {
        // The elements keep their own leads.
        lead
    }

    fn orphans(comments: &[&str], lead: &str) -> String {
        let lines: String = comments.iter().map(|comment| format!("{comment}\n")).collect();
        // Below the empty line that separates it from the previous section.
        match lead.strip_prefix('\n') {
            Some(rest) => format!("\n{lines}\n{rest}"),
            None => format!("{lines}{lead}"),
        }
    }
}

pub(super) struct MergedItem {
    before: String,
    value: String,
    pre: String,
    post: String,
}

impl MergedItem {
    /// Formats the item as a line.
    fn written(&self) -> String {
        [&*self.before, &*self.value, &*self.pre, &*self.post].concat()
    }
}

impl Element for ItemText<'_> {
    type Out = MergedItem;

    fn entry_key(&self) -> EntryKey<'_> {
        match self.held.value {
            _ if !self.names.is_empty() => EntryKey::Key(&self.names),
            Value::Table(_) => EntryKey::Entry(&[], list_name(&self.path), self.held.value),
            value => EntryKey::Plain(value),
        }
    }

    fn lead(&self) -> &str {
        self.lead
    }

    fn body(&self) -> &str {
        self.body
    }

    fn shown(&self) -> &str {
        self.held.text
    }

    fn path(&self) -> &KeyPath {
        &self.path
    }

    fn value(&self) -> &Value {
        self.held.value
    }

    fn alone(&self) -> MergedItem {
        let [before, value, pre, post] = [self.before, self.held.text, self.pre, self.post].map(str::to_owned);
        MergedItem { before, value, pre, post }
    }

    fn merged(merging: &mut MergeContext<'_>, base: Option<&Self>, ours: &Self, theirs: &Self) -> MergedItem {
        let old = |of: fn(&Self) -> &str| base.map_or("", of);
        let before = if one_changed(old(|part| part.before), ours.before, theirs.before) == Some(false) {
            theirs.before
        } else {
            ours.before
        };
        let pre =
            if one_changed(old(|part| part.pre), ours.pre, theirs.pre) == Some(false) { theirs.pre } else { ours.pre };
        MergedItem {
            before: before.to_owned(),
            value: value(merging, base.map(|base| &base.held), &ours.held, &theirs.held, &ours.path),
            pre: pre.to_owned(),
            post: trivia::line_end(old(|part| part.post), ours.post, theirs.post),
        }
    }

    fn leads(base: &str, ours: &str, theirs: &str) -> String {
        // In brackets the lead ends with the indentation; on its own line the indentation is part of the line.
        let on_lines = [base, ours, theirs].iter().all(|lead| lead.is_empty() || lead.ends_with('\n'));
        if on_lines { trivia::lines(base, ours, theirs) } else { trivia::within(base, ours, theirs) }
    }

    fn with_lost(base: Option<&Self>, sides: [&Self; 2], out: &MergedItem, lead: String) -> String {
        let written = out.written();
        let old = base.map_or("", |base| base.body);
        let mut lost: Vec<&str> = Vec::new();
        for comment in sides.iter().flat_map(|side| trivia::new_comments(old, side.body)) {
            if !written.contains(comment) && !lost.contains(&comment) {
                lost.push(comment);
            }
        }
        if lost.is_empty() { lead } else { Self::orphans(&lost, &lead) }
    }

    fn orphans(comments: &[&str], lead: &str) -> String {
        if lead.is_empty() || lead.ends_with('\n') {
            let lines: String = comments.iter().map(|comment| format!("{comment}\n")).collect();
            return format!("{lines}{lead}");
        }
        let indent = lead.rsplit('\n').next().unwrap_or_default();
        let lines: String = comments.iter().map(|comment| format!("\n{indent}{comment}")).collect();
        if lead.contains('\n') { format!("{lines}{lead}") } else { format!("{lines}\n{lead}") }
    }
}

/// Returns the key of the list that contains the entry at a path.
pub(super) fn list_name(path: &KeyPath) -> &str {
    let keys = path.iter().rev().find_map(|step| match step {
        PathStep::Key(key) => Some(key.as_str()),
        PathStep::Index(_) => None,
    });
    keys.unwrap_or_default()
}

/// Merges a value; asks if both sides set it differently.
fn value(
    merging: &mut MergeContext<'_>,
    base: Option<&ValueText<'_>>,
    ours: &ValueText<'_>,
    theirs: &ValueText<'_>,
    path: &KeyPath,
) -> String {
    match one_changed(base.map_or("", |base| base.text), ours.text, theirs.text) {
        Some(true) => return ours.text.to_owned(),
        Some(false) => return theirs.text.to_owned(),
        None => {}
    }
    let kind = |held: &ValueText<'_>| (held.value.is_array(), held.value.is_table());
    let alike = kind(ours) == kind(theirs) && base.is_none_or(|base| kind(base) == kind(ours));
    if let (Some(here), Some(there), true) = (&ours.brackets, &theirs.brackets, alike) {
        let old = base.and_then(|base| base.brackets.as_ref());
        if !rewritten([old.map_or(&[], |old| &old.parts), &here.parts, &there.parts]) {
            let (open, end) = (&ours.text[..1], &ours.text[ours.text.len() - 1..]);
            return format!("{open}{}{end}", brackets(merging, old, here, there, path));
        }
    } else if base.is_some_and(|base| same(base.value, ours.value)) {
        return theirs.text.to_owned();
    } else if base.is_some_and(|base| same(base.value, theirs.value)) || same(ours.value, theirs.value) {
        return ours.text.to_owned();
    }
    let shown = |held: &ValueText<'_>| Some(held.text.to_owned());
    match merging.ask(path.clone(), base.and_then(shown), shown(ours), shown(theirs)) {
        MergeSide::Ours => ours.text.to_owned(),
        MergeSide::Theirs => theirs.text.to_owned(),
    }
}

/// Returns whether both sides replaced the same scalars of a list differently.
fn rewritten(sides: [&[ItemText<'_>]; 3]) -> bool {
    let entry_keys = sides.map(|side| side.iter().map(ItemText::entry_key).collect::<Vec<_>>());
    keys_rewritten([&entry_keys[0], &entry_keys[1], &entry_keys[2]])
}

pub(super) fn keys_rewritten(entry_keys: [&[EntryKey<'_>]; 3]) -> bool {
    if !entry_keys.iter().all(|entry_keys| entry_keys.iter().all(is_plain)) {
        return false;
    }
    let all = triples(entry_keys, align);
    let any = |base: bool, ours: bool, theirs: bool| {
        all.iter().any(|thing| [thing.base, thing.ours, thing.theirs].map(|at| at.is_some()) == [base, ours, theirs])
    };
    any(true, false, false) && any(false, true, false) && any(false, false, true)
}

/// Merges the contents of brackets.
fn brackets(
    merging: &mut MergeContext<'_>,
    base: Option<&BracketParts<'_>>,
    ours: &BracketParts<'_>,
    theirs: &BracketParts<'_>,
    path: &KeyPath,
) -> String {
    let old: &[ItemText<'_>] = base.map_or(&[], |base| &base.parts);
    let MergedSequence { parts, orphans } = sequence(merging, [old, &ours.parts, &theirs.parts], path);
    let trailing = match base {
        Some(base) if base.trailing == ours.trailing => theirs.trailing,
        _ => ours.trailing,
    };
    let first = [ours, theirs].iter().find_map(|side| side.parts.first()).map_or("", |part| part.lead);
    let last = parts.len().saturating_sub(1);
    let mut out = String::new();
    for (n, (lead, part)) in parts.iter().enumerate() {
        let lead = match lead.as_str() {
            "" | " " if n == 0 => {
                if first.contains('\n') {
                    lead
                } else {
                    first
                }
            }
            "" if n > 0 => " ",
            lead => lead,
        };
        push_after_comment(&mut out, lead);
        let comma = if n < last || trailing { "," } else { "" };
        out.push_str(&[&*part.before, &*part.value, &*part.pre, comma, &*part.post].concat());
    }
    let empty = |side: &BracketParts<'_>| side.parts.is_empty() && trivia::comments(side.close).is_empty();
    let mut close = match (empty(ours), empty(theirs)) {
        (false, true) => ours.close.to_owned(),
        (true, false) => theirs.close.to_owned(),
        _ => trivia::within(base.map_or("", |base| base.close), ours.close, theirs.close),
    };
    if !orphans.is_empty() {
        let orphans: Vec<&str> = orphans.iter().map(String::as_str).collect();
        close = ItemText::orphans(&orphans, &format!("\n{}", close.trim_start_matches('\n')));
    }
    push_after_comment(&mut out, &close);
    out
}

/// Appends a text, on a new line if the output ends with a comment.
fn push_after_comment(out: &mut String, next: &str) {
    let line = out.rsplit('\n').next().unwrap_or_default();
    if !next.starts_with('\n') && !trivia::comments(line).is_empty() {
        out.push('\n');
    }
    out.push_str(next);
}
