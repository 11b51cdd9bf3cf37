//! Merges comments and empty lines. Additions and removals of both sides apply.

use std::collections::{BTreeMap, VecDeque};

use super::order::{order, triples};
use crate::record::nesting_limit;

/// Returns the changed version if only one side changed.
pub(super) fn one_changed<T: PartialEq + ?Sized>(base: &T, ours: &T, theirs: &T) -> Option<bool> {
    if ours == theirs || base == theirs {
        Some(true)
    } else if base == ours {
        Some(false)
    } else {
        None
    }
}

/// Merges whole lines of comments and empty lines.
pub(super) fn lines(base: &str, ours: &str, theirs: &str) -> String {
    match one_changed(base, ours, theirs) {
        Some(true) => return ours.to_owned(),
        Some(false) => return theirs.to_owned(),
        None => {}
    }
    let [base, ours, theirs] = [base, ours, theirs].map(|text| text.split_inclusive('\n').collect::<Vec<_>>());
    let all = triples([&base, &ours, &theirs], |first, second, _| pair_equal(first, second));
    let kept: Vec<_> =
        all.into_iter().filter(|line| line.base.is_none() || (line.ours.is_some() && line.theirs.is_some())).collect();
    let text = |at: usize| kept[at].ours.map_or_else(|| theirs[kept[at].theirs.unwrap_or_default()], |at| ours[at]);
    order(&kept, text).into_iter().map(text).collect()
}

/// Matches equal elements of two lists in order.
pub(super) fn pair_equal<T: Ord>(first: &[T], second: &[T]) -> Vec<Option<usize>> {
    let mut places: BTreeMap<&T, VecDeque<usize>> = BTreeMap::new();
    for (at, thing) in second.iter().enumerate() {
        places.entry(thing).or_default().push_back(at);
    }
    first.iter().map(|thing| places.get_mut(thing).and_then(VecDeque::pop_front)).collect()
}

/// Merges the text before a bracketed element: nothing, a space, or comment lines followed by indentation.
pub(super) fn within(base: &str, ours: &str, theirs: &str) -> String {
    match one_changed(base, ours, theirs) {
        Some(true) => return ours.to_owned(),
        Some(false) => return theirs.to_owned(),
        None => {}
    }
    let [was, here, there] = [base, ours, theirs].map(|text| format!("{}\n", comments(text).join("\n")));
    let merged = lines(&was, &here, &there);
    let model = if ours.contains('\n') { ours } else { theirs };
    let indent = model.rsplit('\n').next().unwrap_or_default();
    let mut out: String =
        merged.lines().filter(|line| !line.is_empty()).map(|line| format!("\n{indent}{line}")).collect();
    if model.contains('\n') {
        out.push('\n');
    }
    out.push_str(indent);
    out
}

/// Merges the rest of a line after its value: spaces and a comment. Two comments are concatenated.
pub(super) fn line_end(base: &str, ours: &str, theirs: &str) -> String {
    match one_changed(base, ours, theirs) {
        Some(true) => return ours.to_owned(),
        Some(false) => return theirs.to_owned(),
        None => {}
    }
    match (ours.contains('#'), theirs.contains('#')) {
        (true, true) if ours.trim() == theirs.trim() => ours.to_owned(),
        (true, true) => {
            let end = &ours[ours.trim_end().len()..];
            let (first, second) = if ours.trim() < theirs.trim() { (ours, theirs) } else { (theirs, ours) };
            format!("{} {}{end}", first.trim_end(), second.trim())
        }
        (false, true) => theirs.to_owned(),
        _ => ours.to_owned(),
    }
}

/// Returns the comments of a text without the text before them.
pub(super) fn comments(text: &str) -> Vec<&str> {
    let bytes = text.as_bytes();
    let (mut at, mut found) = (0, Vec::new());
    while let Some(byte) = bytes.get(at) {
        match byte {
            b'#' => {
                let end = text[at..].find('\n').map_or(text.len(), |length| at + length);
                found.push(text[at..end].trim_end());
                at = end;
            }
            b'"' | b'\'' => at = nesting_limit::end_of_string(bytes, at),
            _ => {}
        }
        at += 1;
    }
    found
}

/// Removes comments that occur more often than on either side. A comment between a removed and an added entry may have
/// been attributed to both.
pub(super) fn each_once(text: &str, [base, ours, theirs]: [&str; 3]) -> String {
    let mut counts: BTreeMap<&str, [usize; 4]> = BTreeMap::new();
    for (n, side) in [base, ours, theirs, text].into_iter().enumerate() {
        for comment in comments(side) {
            counts.entry(comment).or_default()[n] += 1;
        }
    }
    let mut lines: Vec<&str> = text.split_inclusive('\n').collect();
    let blank = |line: Option<&&str>| line.is_none_or(|line| line.trim().is_empty());
    for (comment, [was, here, there, now]) in counts {
        let most = here.max(there).max((here + there).saturating_sub(was));
        for _ in most..now {
            let Some(at) = lines.iter().rposition(|line| line.trim() == comment) else { break };
            lines.remove(at);
            if at > 0 && blank(lines.get(at)) && blank(lines.get(at - 1)) {
                lines.remove(at - 1);
            }
        }
    }
    lines.concat()
}

/// Returns the comments of `after` that `before` lacks.
pub(super) fn new_comments<'a>(before: &str, after: &'a str) -> Vec<&'a str> {
    let mut old = comments(before);
    let mut new = comments(after);
    new.retain(|comment| match old.iter().position(|known| known == comment) {
        Some(at) => {
            old.swap_remove(at);
            false
        }
        None => true,
    });
    new
}
