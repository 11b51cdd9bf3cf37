//! Checks that a record's new text has no problem that the texts it was made from did not have.

use super::EditError;
use crate::model::{ProblemKind, RecordRef};
use crate::record;

/// The texts that a new text was made from.
#[derive(Clone, Copy, Debug)]
pub enum Baseline<'a> {
    /// The text before an edit.
    One(&'a str),
    /// Two texts that were merged.
    Two {
        /// Their common ancestor, if there is one.
        base: Option<&'a str>,
        sides: [&'a str; 2],
    },
}

/// Checks that a new text loads as well as its baseline. Problems are counted: one that existed once may not exist
/// twice. A merge may combine the problems of its sides, and may stay unreadable if both sides are.
///
/// # Errors
/// Fails with [`EditError::WouldNotLoad`] and the first new problem.
pub fn validate(record: &RecordRef, before: &Baseline<'_>, after: &str) -> Result<(), EditError> {
    let read = |text: &str| record::read(record, &record.to_string(), text.as_bytes());
    let new = read(after);
    // Most texts have no problem, so that the old ones need not be read.
    if new.problems.is_empty() && new.record.is_some() {
        return Ok(());
    }
    let (base, sides) = match before {
        Baseline::One(text) => (None, vec![read(text)]),
        Baseline::Two { base, sides } => (base.map(read), sides.iter().map(|text| read(text)).collect()),
    };
    let may_be_unreadable = matches!(before, Baseline::Two { .. }) && sides.iter().all(|side| side.record.is_none());
    let mut known: Vec<ProblemKind> =
        sides.into_iter().flat_map(|side| side.problems).map(|problem| problem.kind).collect();
    // A problem of the ancestor is in both sides and counts once.
    for shared in base.into_iter().flat_map(|base| base.problems) {
        take(&mut known, &shared.kind);
    }
    if let Some(problem) = new.problems.iter().find(|problem| !take(&mut known, &problem.kind)) {
        return Err(EditError::WouldNotLoad(words(&problem.kind)));
    }
    if new.record.is_none() && !may_be_unreadable {
        return Err(EditError::WouldNotLoad("nothing could be read".to_owned()));
    }
    Ok(())
}

/// Removes one problem of that kind; returns whether there was one.
fn take(known: &mut Vec<ProblemKind>, kind: &ProblemKind) -> bool {
    let at = known.iter().position(|known| known == kind);
    at.map(|at| known.swap_remove(at)).is_some()
}

/// Returns a problem in a few words; the checks describe it in full.
fn words(kind: &ProblemKind) -> String {
    match kind {
        ProblemKind::Syntax(words) => words.clone(),
        ProblemKind::Conflict { .. } => "conflict markers".to_owned(),
        ProblemKind::UnknownKey { key, .. } | ProblemKind::MissingKey(key) => format!("key `{key}`"),
        ProblemKind::WrongType { expected, found } => format!("{found} in place of {expected}"),
        ProblemKind::UnknownValue { value, .. } | ProblemKind::FloatAmount(value) => format!("value `{value}`"),
        ProblemKind::DuplicateEntry(id) => format!("`{id}` twice"),
        ProblemKind::ConflictingKeys(keys) => format!("`{}` together", keys.join("`, `")),
        ProblemKind::FormatTooNew { found, .. } => format!("format {found}"),
        ProblemKind::DuplicateId(files) => files.join(", "),
        ProblemKind::BadFileName(name) => name.clone(),
        ProblemKind::Unreadable(_) => "unreadable".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Id, RecordKind};

    const FINE: &str = "name = \"Comobi\"\n";

    fn comobi() -> RecordRef {
        RecordRef::new(RecordKind::Startup, Id::new("comobi").unwrap())
    }

    /// A record with that many unknown keys.
    fn odd(count: usize) -> String {
        format!("{FINE}{}", "[[notes]]\non = 2020-12-01\ntext = \"met\"\nodd = 1\n".repeat(count))
    }

    fn loads(base: Option<&str>, sides: [&str; 2], after: &str) -> bool {
        validate(&comobi(), &Baseline::Two { base, sides }, after).is_ok()
    }

    #[test]
    fn a_merge_may_not_add_problems() {
        let [none, one, two] = [0, 1, 2].map(odd);
        assert!(loads(Some(&one), [&one, &one], &one));
        assert!(!loads(Some(&one), [&one, &one], &two), "doubled");
        assert!(loads(Some(&none), [&one, &one], &two), "each side brought one");
        assert!(loads(Some(&none), [&one, &none], &one));
        assert!(!loads(Some(&one), [&none, &one], &one), "one side fixed it");
        assert!(loads(None, [&one, &none], &one));
    }

    #[test]
    fn a_merge_may_stay_unreadable_and_an_edit_may_not() {
        let newer = format!("format = 99\n{FINE}");
        assert!(loads(Some(&newer), [&newer, &newer], &newer));
        assert!(!loads(Some(&newer), [&newer, FINE], &newer));
        assert!(validate(&comobi(), &Baseline::One(&newer), &newer).is_err());
    }
}
