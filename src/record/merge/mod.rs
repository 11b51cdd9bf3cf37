//! Merging a record by meaning: what two people made of the same text becomes one text again.

use super::{LARGEST, MergeError, Merged};
use crate::model::{Answer, Path, Question, RecordRef, Side, Version};

/// What one merge is about, and what it finds out.
struct Merging<'a> {
    record: &'a RecordRef,
    answers: &'a [Answer],
    questions: Vec<Question>,
}

/// See [`super::merge`].
pub(super) fn merge(
    record: &RecordRef,
    base: Option<&str>,
    ours: &str,
    theirs: &str,
    answers: &[Answer],
) -> Result<Merged, MergeError> {
    for text in [base.unwrap_or_default(), ours, theirs] {
        let size = u64::try_from(text.len()).unwrap_or(u64::MAX);
        if size > LARGEST {
            return Err(MergeError::TooLarge(size));
        }
    }
    let mut merging = Merging { record, answers, questions: Vec::new() };
    let text = match base {
        _ if ours == theirs || base == Some(theirs) => ours.to_owned(),
        Some(base) if base == ours => theirs.to_owned(),
        _ => match merging.ask(Path::top(), base, Some(ours), Some(theirs)) {
            Side::Ours => ours.to_owned(),
            Side::Theirs => theirs.to_owned(),
        },
    };
    Ok(Merged { text, questions: merging.questions })
}

impl Merging<'_> {
    /// Which side stands: as somebody said, else ours until somebody does.
    fn ask(&mut self, path: Path, was: Option<&str>, ours: Option<&str>, theirs: Option<&str>) -> Side {
        let answer = self.answers.iter().find(|answer| answer.record == *self.record && answer.path == path);
        if let Some(answer) = answer {
            return answer.side;
        }
        let version = |value: Option<&str>| Version { value: value.map(str::to_owned), ..Version::default() };
        self.questions.push(Question {
            record: self.record.clone(),
            path,
            was: was.map(str::to_owned),
            ours: version(ours),
            theirs: version(theirs),
        });
        Side::Ours
    }
}
