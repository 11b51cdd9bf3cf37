//! Merges sequences of elements: keys, entries, bracketed values.

use toml::Value;

use super::canonical::{canonical_text, same};
use super::context::MergeContext;
use super::identity::{EntryKey, align, conflicting_choices};
use super::order::{ThreeWay, order, triples};
use super::trivia;
use crate::model::{KeyPath, MergeSide, PathStep};

/// An element of a sequence.
pub(super) trait Element: Sized {
    /// The merged form.
    type Out;

    fn entry_key(&self) -> EntryKey<'_>;
    /// Returns the text before it.
    fn lead(&self) -> &str;
    /// Returns everything except the lead.
    fn body(&self) -> &str;
    /// Returns the text that a question about it shows.
    fn shown(&self) -> &str;
    fn path(&self) -> &KeyPath;
    fn value(&self) -> &Value;
    /// Returns it unchanged.
    fn alone(&self) -> Self::Out;
    fn merged(merging: &mut MergeContext<'_>, base: Option<&Self>, ours: &Self, theirs: &Self) -> Self::Out;
    fn leads(base: &str, ours: &str, theirs: &str) -> String;
    /// Prepends comments to the lead that a side added within the element and that the merge dropped.
    fn with_lost(base: Option<&Self>, sides: [&Self; 2], out: &Self::Out, lead: String) -> String;
    /// Prepends comments of removed elements to a lead.
    fn orphans(comments: &[&str], lead: &str) -> String;
}

/// The merged elements with their leads, and the comments after the last one.
pub(super) struct MergedSequence<T> {
    pub parts: Vec<(String, T)>,
    pub orphans: Vec<String>,
}

/// Merges three sequences. `place` is their path in ours.
pub(super) fn sequence<E: Element>(
    merging: &mut MergeContext<'_>,
    sides: [&[E]; 3],
    place: &KeyPath,
) -> MergedSequence<E::Out> {
    let [base, ours, theirs] = sides;
    let entry_keys = sides.map(|side| side.iter().map(E::entry_key).collect::<Vec<_>>());
    let all = triples([&entry_keys[0], &entry_keys[1], &entry_keys[2]], align);
    let mut kept: Vec<MergedElement<E::Out>> = Vec::with_capacity(all.len());
    let mut orphans: Vec<(ThreeWay, Vec<&str>)> = Vec::new();
    let decided = exclusive_winners(merging, sides, place);
    for triple in all {
        let was = triple.base.map(|at| &base[at]);
        let (here, there) = (triple.ours.map(|at| &ours[at]), triple.theirs.map(|at| &theirs[at]));
        let key = here.or(there).or(was).and_then(single_key);
        if let Some((_, side)) = key.and_then(|key| decided.iter().find(|(group, _)| group.contains(&key))) {
            let chosen = if *side == MergeSide::Ours { here } else { there };
            kept.extend(chosen.map(|one| MergedElement { triple, lead: one.lead().to_owned(), out: one.alone() }));
            continue;
        }
        match (was, here, there) {
            (was, Some(here), Some(there)) => {
                let lead = E::leads(was.map_or("", E::lead), here.lead(), there.lead());
                let out = E::merged(merging, was, here, there);
                let lead = E::with_lost(was, [here, there], &out, lead);
                kept.push(MergedElement { triple, lead, out });
            }
            (None, Some(one), None) | (None, None, Some(one)) => {
                kept.push(MergedElement { triple, lead: one.lead().to_owned(), out: one.alone() });
            }
            (Some(was), Some(one), None) | (Some(was), None, Some(one)) => {
                let changed = !same(was.value(), one.value());
                let stays = changed && {
                    let path = path_in_ours(was, here, ours, place);
                    let shown = |part: Option<&E>| part.map(|part| part.shown().to_owned());
                    let side = merging.ask(path, Some(was.shown().to_owned()), shown(here), shown(there));
                    (side == MergeSide::Ours) == here.is_some()
                };
                if stays {
                    kept.push(MergedElement { triple, lead: one.lead().to_owned(), out: one.alone() });
                    continue;
                }
                let mut comments = trivia::new_comments(was.lead(), one.lead());
                if !changed {
                    comments.extend(trivia::new_comments(was.body(), one.body()));
                }
                orphans.push((triple, comments));
            }
            (Some(_), None, None) | (None, None, None) => {}
        }
    }
    let things: Vec<ThreeWay> = kept.iter().map(|kept| kept.triple).collect();
    let text = |at: usize| {
        let thing = &things[at];
        thing.ours.map_or_else(|| theirs[thing.theirs.unwrap_or_default()].body(), |at| ours[at].body())
    };
    let order = order(&things, text);
    let left = settle::<E>(&mut kept, &orphans, &order);
    let mut slots: Vec<Option<MergedElement<E::Out>>> = kept.into_iter().map(Some).collect();
    let parts = order.into_iter().filter_map(|at| slots[at].take()).map(|kept| (kept.lead, kept.out));
    MergedSequence { parts: parts.collect(), orphans: left }
}

struct MergedElement<T> {
    triple: ThreeWay,
    lead: String,
    out: T,
}

/// Returns the key of an element that has exactly one.
fn single_key<E: Element>(part: &E) -> Option<&str> {
    match part.entry_key() {
        EntryKey::Key([key]) => Some(key),
        _ => None,
    }
}

/// Returns, for each group of exclusive keys in which both sides chose differently, the side that wins.
fn exclusive_winners<E: Element>(
    merging: &mut MergeContext<'_>,
    sides: [&[E]; 3],
    place: &KeyPath,
) -> Vec<(&'static [&'static str], MergeSide)> {
    let chosen = |side: &'_ [E], group: &[&str]| -> Vec<(String, String)> {
        let keys = side.iter().filter_map(|part| Some((single_key(part)?.to_owned(), part)));
        keys.filter(|(key, _)| group.contains(&key.as_str()))
            .map(|(key, part)| (key, part.body().trim().to_owned()))
            .collect()
    };
    let tables = sides.map(|side| {
        side.iter().filter_map(|part| Some((single_key(part)?, canonical_text(part.value())))).collect::<Vec<_>>()
    });
    let mut decided = Vec::new();
    for group in conflicting_choices(&tables) {
        let [was, here, there] = sides.map(|side| chosen(side, group));
        let Some((key, _)) = here.first().or(was.first()).or(there.first()) else { continue };
        let shown = |chosen: &[(String, String)]| {
            let lines: Vec<&str> = chosen.iter().map(|(_, line)| line.as_str()).collect();
            (!lines.is_empty()).then(|| lines.join("\n"))
        };
        let side = merging.ask(place.key(key), shown(&was), shown(&here), shown(&there));
        decided.push((group, side));
    }
    decided
}

/// Moves the comments of removed elements to the next element, and returns those without a next element.
fn settle<E: Element>(
    kept: &mut [MergedElement<E::Out>],
    orphans: &[(ThreeWay, Vec<&str>)],
    order: &[usize],
) -> Vec<String> {
    let mut left = Vec::new();
    for (gone, comments) in orphans.iter().filter(|(_, comments)| !comments.is_empty()) {
        let position = |thing: &ThreeWay| match gone.ours {
            Some(_) => thing.ours.filter(|at| Some(*at) > gone.ours),
            None => thing.theirs.filter(|at| Some(*at) > gone.theirs),
        };
        let after = order.iter().copied().filter(|at| position(&kept[*at].triple).is_some());
        match after.min_by_key(|at| position(&kept[*at].triple)) {
            Some(at) => kept[at].lead = E::orphans(comments, &kept[at].lead),
            None => left.extend(comments.iter().map(|comment| (*comment).to_owned())),
        }
    }
    left
}

/// Returns the path of an element in ours. Elements that ours lacks get indices after the last one.
fn path_in_ours<E: Element>(was: &E, here: Option<&E>, ours: &[E], place: &KeyPath) -> KeyPath {
    if let Some(here) = here {
        return here.path().clone();
    }
    let (names, in_list): (&[String], bool) = match was.entry_key() {
        EntryKey::Key(names) => (names, false),
        EntryKey::Entry(names, ..) => (names, true),
        EntryKey::Plain(_) => (&[], true),
    };
    let path = names.iter().fold(place.clone(), |path, name| path.key(name));
    let Some(PathStep::Index(at)) = was.path().last().filter(|_| in_list) else { return path };
    let same_list = |part: &&E| match (part.entry_key(), was.entry_key()) {
        (EntryKey::Entry(names, ..), EntryKey::Entry(others, ..)) => names == others,
        (EntryKey::Plain(_), EntryKey::Plain(_)) => true,
        _ => false,
    };
    let count = ours.iter().filter(same_list).count();
    path.index(count + at)
}
