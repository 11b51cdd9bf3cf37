//! Three-way merge of a record by meaning.
//!
//! The texts are split into parts ([`document`]), which are merged as written ([`segments`]). Their values are merged
//! independently ([`values`]); the merged text is returned only if it has exactly that value, else ours is patched to
//! have it. Texts that aren't TOML are merged line by line.

mod canonical;
mod context;
mod document;
mod identity;
mod line_endings;
mod order;
mod segments;
mod sequence;
mod trivia;
mod values;

use std::collections::BTreeSet;

pub(super) use canonical::same;
use context::MergeContext;
use document::ParsedText;
pub(super) use identity::{EntryKey, align};
use line_endings::LineEndings;

use super::error::MergeError;
use super::patch;
use super::text::LARGEST;
use crate::model::{KeyPath, MergeAnswer, MergeQuestion, MergeSide, RecordRef};

/// The result of merging two texts of a record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RecordMerge {
    /// The merged record. It holds our value while a question is open.
    pub text: String,
    /// The values that both sides changed differently and that no answer decides.
    pub questions: Vec<MergeQuestion>,
}

/// Merges the changes that two sides made to a record, by meaning: entries by their identity, tables by their keys.
/// Comments of both sides stay. `base` is the common ancestor, `None` if each side created the record.
///
/// If both sides set the same key to different values, the text holds ours and a question reports it until an answer
/// decides. A side that is not TOML is merged by lines or becomes one question about the whole record.
///
/// # Errors
/// If a text is too large for a record.
pub fn merge(
    record: &RecordRef,
    base: Option<&str>,
    ours: &str,
    theirs: &str,
    answers: &[MergeAnswer],
) -> Result<RecordMerge, MergeError> {
    for text in [base.unwrap_or_default(), ours, theirs] {
        let size = u64::try_from(text.len()).unwrap_or(u64::MAX);
        if size > LARGEST {
            return Err(MergeError::TooLarge(size));
        }
    }
    let done = |text: &str| RecordMerge { text: text.to_owned(), questions: Vec::new() };
    if ours == theirs || base == Some(theirs) {
        return Ok(done(ours));
    }
    if base == Some(ours) {
        return Ok(done(theirs));
    }
    let texts = [base.unwrap_or_default(), ours, theirs].map(LineEndings::strip);
    let [(base_endings, was), (our_endings, here), (their_endings, there)] = &texts;
    let endings = LineEndings::merged(*base_endings, *our_endings, *their_endings);
    // The base may be broken and fixed on both sides.
    let is_toml = |text: &str| ParsedText::of(text).is_some();
    let fixed = || by_lines(was, here, there).filter(|merged| !is_toml(was) && is_toml(&merged.text));
    let merged = fixed()
        .or_else(|| by_meaning(record, was, here, there, answers))
        .or_else(|| by_lines(was, here, there).filter(|_| base.is_some()));
    if let Some(RecordMerge { text, questions }) = merged {
        return Ok(RecordMerge { text: endings.apply(&text), questions });
    }
    let mut merging = MergeContext { record, answers, questions: Vec::new() };
    let shown = |text: &str| Some(text.to_owned());
    let text = match merging.ask(KeyPath::top(), base.and_then(shown), shown(ours), shown(theirs)) {
        MergeSide::Ours => ours.to_owned(),
        MergeSide::Theirs => theirs.to_owned(),
    };
    Ok(RecordMerge { text, questions: merging.questions })
}

/// Merges line by line, if the sides changed different lines.
fn by_lines(base: &str, ours: &str, theirs: &str) -> Option<RecordMerge> {
    let text = diffy::merge(base, ours, theirs).ok()?;
    Some(RecordMerge { text, questions: Vec::new() })
}

/// Merges by meaning. Returns `None` if a side isn't TOML, or if the values can't be merged.
fn by_meaning(
    record: &RecordRef,
    base: &str,
    ours: &str,
    theirs: &str,
    answers: &[MergeAnswer],
) -> Option<RecordMerge> {
    let (here, there) = (ParsedText::of(ours)?, ParsedText::of(theirs)?);
    // If only the base is broken, both sides have fixed it.
    let was = ParsedText::of(base).or_else(|| ParsedText::of(""))?;
    let sides = [&was, &here, &there];
    let ways = [by_segments, by_patching];
    // Choose the method before applying answers, so that questions are the same next time.
    let way = ways.into_iter().find(|way| way(record, sides, &[]).is_some())?;
    way(record, sides, answers).or_else(|| by_patching(record, sides, answers))
}

type ParsedSides<'s, 't> = [&'s ParsedText<'t>; 3];

/// Merges part by part, each as written by the side that changed it.
fn by_segments(record: &RecordRef, sides: ParsedSides<'_, '_>, answers: &[MergeAnswer]) -> Option<RecordMerge> {
    let [base, ours, theirs] = sides;
    let mut merging = MergeContext { record, answers, questions: Vec::new() };
    let text = segments::merge(&mut merging, [&base.parts()?, &ours.parts()?, &theirs.parts()?]);
    let text = trivia::each_once(&text, sides.map(ParsedText::text));
    let questions = merging.questions;
    let mut merging = MergeContext { record, answers, questions: Vec::new() };
    let meant = values::merge(&mut merging, &base.value, &ours.value, &theirs.value);
    let paths = |questions: &[MergeQuestion]| questions.iter().map(|asked| asked.path.clone()).collect::<BTreeSet<_>>();
    let sound = has_value(&text, &meant.value) && paths(&questions) == paths(&merging.questions);
    sound.then_some(RecordMerge { text, questions })
}

/// Applies the changes of theirs to ours. Comments that would be lost are appended at the end.
fn by_patching(
    record: &RecordRef,
    [base, ours, theirs]: ParsedSides<'_, '_>,
    answers: &[MergeAnswer],
) -> Option<RecordMerge> {
    let mut merging = MergeContext { record, answers, questions: Vec::new() };
    let meant = values::merge(&mut merging, &base.value, &ours.value, &theirs.value);
    let mut text = patch::patch(ours.text(), &meant.ops?).ok()?;
    let comments = trivia::comments(ours.text()).into_iter().chain(trivia::new_comments(base.text(), theirs.text()));
    for comment in comments {
        if !trivia::comments(&text).contains(&comment) {
            text.push_str(comment);
            text.push('\n');
        }
    }
    has_value(&text, &meant.value).then_some(RecordMerge { text, questions: merging.questions })
}

/// Returns whether a text is TOML with the given value.
fn has_value(text: &str, value: &toml::Value) -> bool {
    ParsedText::of(text)
        .is_some_and(|source| canonical::canonical_unordered(&source.value) == canonical::canonical_unordered(value))
}

#[cfg(test)]
mod properties;
#[cfg(test)]
mod tests;
