//! Whether a record's new text loads as well as the text that it was made of: nothing is wrong with it that was not
//! wrong before.

use super::EditError;
use crate::model::{ProblemKind, RecordRef};
use crate::record;

/// What a new text was made of.
#[derive(Clone, Copy, Debug)]
pub enum Baseline<'a> {
    /// The text before an edit.
    One(&'a str),
    /// Two texts that were merged.
    Two {
        /// What both began with, where there is such a text.
        base: Option<&'a str>,
        /// Both of them.
        sides: [&'a str; 2],
    },
}

/// Whether a new text loads as well as what it was made of. Problems count: one that was there once may not be there
/// twice. A merge may bring together the problems that each side added, and may stay unreadable where both sides are.
///
/// # Errors
/// [`EditError::WouldNotLoad`] with the first thing that is wrong with the new text alone.
pub fn validate(record: &RecordRef, before: &Baseline<'_>, after: &str) -> Result<(), EditError> {
    let read = |text: &str| record::read(record, &record.to_string(), text.as_bytes());
    let new = read(after);
    // Most texts have nothing wrong with them, and then the old ones need not be read.
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
    // What both sides began with, both have: it counts once.
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

/// Takes one of a kind out. Tells whether there was one.
fn take(known: &mut Vec<ProblemKind>, kind: &ProblemKind) -> bool {
    let at = known.iter().position(|known| known == kind);
    at.map(|at| known.swap_remove(at)).is_some()
}

/// A problem in a few plain words; the whole of it is what the checks tell.
fn words(kind: &ProblemKind) -> String {
    match kind {
        ProblemKind::Syntax(words) => words.clone(),
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

    /// With so many notes that have a key which no note has.
    fn odd(count: usize) -> String {
        format!("{FINE}{}", "[[notes]]\non = 2020-12-01\ntext = \"met\"\nodd = 1\n".repeat(count))
    }

    fn loads(base: Option<&str>, sides: [&str; 2], after: &str) -> bool {
        validate(&comobi(), &Baseline::Two { base, sides }, after).is_ok()
    }

    #[test]
    fn a_merge_has_no_problem_more_than_its_sides_brought() {
        let [none, one, two] = [0, 1, 2].map(odd);
        assert!(loads(Some(&one), [&one, &one], &one));
        assert!(!loads(Some(&one), [&one, &one], &two), "doubled");
        assert!(loads(Some(&none), [&one, &one], &two), "each side brought one");
        assert!(loads(Some(&none), [&one, &none], &one));
        assert!(!loads(Some(&one), [&none, &one], &one), "one side mended it");
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
