//! MergeContext a record by meaning: what two people made of the same text becomes one text again.
//!
//! Three texts are taken apart ([`parts`]) and merged part by part ([`segments`]), each as the side that changed it
//! wrote it. What they say is merged on its own ([`meaning`]), and only a text that says so is given back; else ours is
//! patched to say so. What is no TOML is merged by lines.

mod canonical;
mod document;
mod identity;
mod line_endings;
mod order;
mod segments;
mod sequence;
mod trivia;
mod values;

use std::collections::BTreeSet;

use document::ParsedText;
pub(super) use identity::{EntryKey, align};
use line_endings::LineEndings;

use super::{LARGEST, MergeError, RecordMerge, patch};
use crate::model::{KeyPath, MergeAnswer, MergeQuestion, MergeSide, MergeVersion, RecordRef};

/// What one merge is about, and what it finds out.
struct MergeContext<'a> {
    record: &'a RecordRef,
    answers: &'a [MergeAnswer],
    questions: Vec<MergeQuestion>,
}

/// See [`super::merge`].
pub(super) fn merge(
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
    let texts = [base.unwrap_or_default(), ours, theirs].map(LineEndings::off);
    let [(base_dress, was), (our_dress, here), (their_dress, there)] = &texts;
    let dress = LineEndings::merged(*base_dress, *our_dress, *their_dress);
    // What both sides began with may be broken, and both have mended it.
    let is_toml = |text: &str| ParsedText::of(text).is_some();
    let mended = || by_lines(was, here, there).filter(|merged| !is_toml(was) && is_toml(&merged.text));
    let merged = mended()
        .or_else(|| by_meaning(record, was, here, there, answers))
        .or_else(|| by_lines(was, here, there).filter(|_| base.is_some()));
    if let Some(RecordMerge { text, questions }) = merged {
        return Ok(RecordMerge { text: dress.on(&text), questions });
    }
    let mut merging = MergeContext { record, answers, questions: Vec::new() };
    let shown = |text: &str| Some(text.to_owned());
    let text = match merging.ask(KeyPath::top(), base.and_then(shown), shown(ours), shown(theirs)) {
        MergeSide::Ours => ours.to_owned(),
        MergeSide::Theirs => theirs.to_owned(),
    };
    Ok(RecordMerge { text, questions: merging.questions })
}

/// Lines, where the two sides changed others.
fn by_lines(base: &str, ours: &str, theirs: &str) -> Option<RecordMerge> {
    let text = diffy::merge(base, ours, theirs).ok()?;
    Some(RecordMerge { text, questions: Vec::new() })
}

/// `None` where a side is no TOML, or says what cannot be brought together.
fn by_meaning(
    record: &RecordRef,
    base: &str,
    ours: &str,
    theirs: &str,
    answers: &[MergeAnswer],
) -> Option<RecordMerge> {
    let (here, there) = (ParsedText::of(ours)?, ParsedText::of(theirs)?);
    // Where only what both began with is broken, each of them has mended it.
    let was = ParsedText::of(base).or_else(|| ParsedText::of(""))?;
    let sides = [&was, &here, &there];
    let ways = [in_parts, patched];
    // The way is chosen before anything is answered, so that a question is the same one the next time.
    let way = ways.into_iter().find(|way| way(record, sides, &[]).is_some())?;
    way(record, sides, answers).or_else(|| patched(record, sides, answers))
}

type ParsedSides<'s, 't> = [&'s ParsedText<'t>; 3];

/// ItemText by part, each as the side that changed it wrote it.
fn in_parts(record: &RecordRef, sides: ParsedSides<'_, '_>, answers: &[MergeAnswer]) -> Option<RecordMerge> {
    let [base, ours, theirs] = sides;
    let mut merging = MergeContext { record, answers, questions: Vec::new() };
    let text = segments::merge(&mut merging, [&base.parts()?, &ours.parts()?, &theirs.parts()?]);
    let text = trivia::each_once(&text, sides.map(ParsedText::text));
    let questions = merging.questions;
    let mut merging = MergeContext { record, answers, questions: Vec::new() };
    let meant = values::merge(&mut merging, &base.value, &ours.value, &theirs.value);
    let paths = |questions: &[MergeQuestion]| questions.iter().map(|asked| asked.path.clone()).collect::<BTreeSet<_>>();
    let sound = says(&text, &meant.value) && paths(&questions) == paths(&merging.questions);
    sound.then_some(RecordMerge { text, questions })
}

/// Ours, changed to say what theirs changed as well. Comments that would be lost stand at the end.
fn patched(
    record: &RecordRef,
    [base, ours, theirs]: ParsedSides<'_, '_>,
    answers: &[MergeAnswer],
) -> Option<RecordMerge> {
    let mut merging = MergeContext { record, answers, questions: Vec::new() };
    let meant = values::merge(&mut merging, &base.value, &ours.value, &theirs.value);
    let mut text = patch::patch(ours.text(), &meant.ops?).ok()?;
    let told = trivia::comments(ours.text()).into_iter().chain(trivia::new_comments(base.text(), theirs.text()));
    for comment in told {
        if !trivia::comments(&text).contains(&comment) {
            text.push_str(comment);
            text.push('\n');
        }
    }
    says(&text, &meant.value).then_some(RecordMerge { text, questions: merging.questions })
}

/// Whether a text is TOML and says that.
fn says(text: &str, value: &toml::Value) -> bool {
    ParsedText::of(text)
        .is_some_and(|source| canonical::canonical_unordered(&source.value) == canonical::canonical_unordered(value))
}

impl MergeContext<'_> {
    /// Which side stands: as somebody said, else ours until somebody does.
    fn ask(&mut self, path: KeyPath, was: Option<String>, ours: Option<String>, theirs: Option<String>) -> MergeSide {
        let answer = self.answers.iter().find(|answer| answer.record == *self.record && answer.path == path);
        if let Some(answer) = answer {
            return answer.side;
        }
        let version = |value| MergeVersion { value, ..MergeVersion::default() };
        let (ours, theirs) = (version(ours), version(theirs));
        self.questions.push(MergeQuestion { record: self.record.clone(), path, was, ours, theirs });
        MergeSide::Ours
    }
}

#[cfg(test)]
mod properties;
#[cfg(test)]
mod tests;
