//! The checks that report problems found while reading the records. They differ only in their messages.

use super::shared::text;
use super::{Check, CheckInput};
use crate::model::{
    Finding, Location, MessageArg, MessageArgs, ProblemKind, Severity, SystemError, TextRange, Unreadable,
};

/// Returns a check that reports the problems whose message it declares.
const fn reading(name: &'static str, messages: &'static [&'static str]) -> Check {
    Check { name, severity: Severity::Error, messages, run }
}

/// The file name is not a valid id, so no record can refer to it.
pub const BAD_FILE_NAME: Check = reading("bad-file-name", &["finding-bad-file-name"]);
/// The file contains conflict markers of git.
pub const CONFLICT_MARKERS: Check = reading("conflict-markers", &["finding-conflict-markers"]);
/// A table has keys that exclude each other.
pub const CONFLICTING_KEYS: Check = reading("conflicting-keys", &["finding-conflicting-keys"]);
/// Two records or two entries of a list have the same id.
pub const DUPLICATE_ID: Check = reading("duplicate-id", &["finding-duplicate-id", "finding-duplicate-id-entry"]);
/// An amount is written as a float, which cannot represent every number of cents.
pub const FLOAT_AMOUNT: Check = reading("float-amount", &["finding-float-amount"]);
/// The record was written for a newer version of the program.
pub const FORMAT_TOO_NEW: Check = reading("format-too-new", &["finding-format-too-new"]);
/// A record or an entry lacks a required key.
pub const MISSING_KEY: Check = reading("missing-key", &["finding-missing-key"]);
pub const SYNTAX: Check = reading("syntax", &["finding-syntax"]);
/// The format doesn't have this key: usually a typo. The value is ignored.
pub const UNKNOWN_KEY: Check = reading("unknown-key", &["finding-unknown-key", "finding-unknown-key-near"]);
/// The key doesn't accept this word.
pub const UNKNOWN_VALUE: Check = reading("unknown-value", &["finding-unknown-value", "finding-unknown-value-near"]);
/// Nothing in the file can be read.
pub const UNREADABLE_FILE: Check = reading(
    "unreadable-file",
    &[
        "finding-unreadable-file-not-utf8",
        "finding-unreadable-file-too-large",
        "finding-unreadable-file-not-a-file",
        "finding-unreadable-file-link-out",
        "finding-unreadable-file-link-nowhere",
        "finding-unreadable-file-not-in-clone",
        "finding-unreadable-file-empty",
        "finding-unreadable-file-too-deep",
        "finding-unreadable-file-refused",
    ],
);
/// The value has another type or form than the key requires.
pub const WRONG_TYPE: Check = reading("wrong-type", &["finding-wrong-type"]);

fn run(check: &Check, context: &CheckInput<'_>, findings: &mut Vec<Finding>) {
    for problem in &context.portfolio.problems {
        let (message, args) = words(&problem.kind);
        if check.messages.contains(&message) {
            findings.push(check.finding(message, problem.place.clone(), args));
        }
    }
}

/// Returns the finding about a file that was read before and cannot be read again.
#[must_use]
pub fn unreadable_file(file: &str, why: SystemError) -> Finding {
    let (message, args) = words(&ProblemKind::Unreadable(Unreadable::Refused(why)));
    let place = Location::Text(TextRange { file: file.to_owned(), record: None, bytes: 0..0 });
    UNREADABLE_FILE.finding(message, place, args)
}

/// Returns the message key of a problem and its arguments.
#[must_use]
pub fn words(kind: &ProblemKind) -> (&'static str, MessageArgs) {
    match kind {
        ProblemKind::BadFileName(name) => ("finding-bad-file-name", vec![("name", text(name))]),
        ProblemKind::ConflictingKeys(keys) => {
            ("finding-conflicting-keys", vec![("keys", MessageArg::List(keys.clone()))])
        }
        ProblemKind::Conflict { ours, theirs, count } => {
            let args = vec![("ours", text(ours)), ("theirs", text(theirs)), ("count", MessageArg::count(*count))];
            ("finding-conflict-markers", args)
        }
        ProblemKind::DuplicateId(files) => ("finding-duplicate-id", vec![("files", MessageArg::List(files.clone()))]),
        ProblemKind::DuplicateEntry(id) => ("finding-duplicate-id-entry", vec![("id", text(id))]),
        ProblemKind::FloatAmount(written) => ("finding-float-amount", vec![("written", text(written))]),
        ProblemKind::FormatTooNew { found, known } => {
            let counts = vec![("found", MessageArg::Count(*found)), ("known", MessageArg::Count(*known))];
            ("finding-format-too-new", counts)
        }
        ProblemKind::MissingKey(key) => ("finding-missing-key", vec![("key", text(key))]),
        ProblemKind::Syntax(words) => {
            let first = words.lines().next().unwrap_or_default().to_owned();
            ("finding-syntax", vec![("words", MessageArg::Parser(first))])
        }
        ProblemKind::UnknownKey { key, nearest } => {
            let args = vec![("key", text(key))];
            with_nearest("finding-unknown-key", "finding-unknown-key-near", args, nearest.as_ref())
        }
        ProblemKind::UnknownValue { value, allowed, nearest } => {
            let args = vec![("value", text(value)), ("allowed", MessageArg::List(allowed.clone()))];
            with_nearest("finding-unknown-value", "finding-unknown-value-near", args, nearest.as_ref())
        }
        ProblemKind::Unreadable(why) => unreadable(why),
        ProblemKind::WrongType { expected, found } => {
            ("finding-wrong-type", vec![("expected", text(expected)), ("found", text(found))])
        }
    }
}

fn with_nearest(
    message: &'static str,
    near: &'static str,
    mut args: MessageArgs,
    nearest: Option<&String>,
) -> (&'static str, MessageArgs) {
    let Some(nearest) = nearest else { return (message, args) };
    args.push(("nearest", text(nearest)));
    (near, args)
}

fn unreadable(why: &Unreadable) -> (&'static str, MessageArgs) {
    match why {
        Unreadable::NotUtf8 => ("finding-unreadable-file-not-utf8", vec![]),
        Unreadable::TooLarge(bytes) => {
            let megabytes = i64::try_from(bytes / 1_000_000).unwrap_or(i64::MAX);
            ("finding-unreadable-file-too-large", vec![("megabytes", MessageArg::Count(megabytes))])
        }
        Unreadable::NotAFile => ("finding-unreadable-file-not-a-file", vec![]),
        Unreadable::LinkOut => ("finding-unreadable-file-link-out", vec![]),
        Unreadable::NotInClone => ("finding-unreadable-file-not-in-clone", vec![]),
        Unreadable::LinkNowhere => ("finding-unreadable-file-link-nowhere", vec![]),
        Unreadable::Empty => ("finding-unreadable-file-empty", vec![]),
        Unreadable::TooDeep => ("finding-unreadable-file-too-deep", vec![]),
        Unreadable::Refused(why) => {
            ("finding-unreadable-file-refused", vec![("words", MessageArg::System(why.clone()))])
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::model::{ProblemKind, SystemError, Unreadable};
    use crate::rules::check::CHECKS;
    use crate::rules::check::shared::fixtures::Records;

    #[test]
    fn each_problem_is_found_by_its_own_check_only() {
        let near = |nearest: &str| Some(nearest.to_owned());
        let all = |words: &[&str]| words.iter().map(|word| (*word).to_owned()).collect::<Vec<_>>();
        let text = |text: &str| text.to_owned();
        for (check, kind, expected) in [
            ("bad-file-name", ProblemKind::BadFileName(text("Pau")), "bad-file-name: name=Pau"),
            (
                "conflicting-keys",
                ProblemKind::ConflictingKeys(all(&["due", "every"])),
                "conflicting-keys: keys=due+every",
            ),
            ("duplicate-id", ProblemKind::DuplicateId(all(&["a.toml", "b.toml"])), "duplicate-id: files=a.toml+b.toml"),
            ("duplicate-id", ProblemKind::DuplicateEntry(text("pau")), "duplicate-id-entry: id=pau"),
            ("float-amount", ProblemKind::FloatAmount(text("1.5")), "float-amount: written=1.5"),
            ("format-too-new", ProblemKind::FormatTooNew { found: 2, known: 1 }, "format-too-new: found=2 known=1"),
            ("missing-key", ProblemKind::MissingKey(text("name")), "missing-key: key=name"),
            ("syntax", ProblemKind::Syntax(text("invalid string\nexpected `\"`")), "syntax: words=invalid string"),
            ("unknown-key", ProblemKind::UnknownKey { key: text("x"), nearest: None }, "unknown-key: key=x"),
            (
                "unknown-key",
                ProblemKind::UnknownKey { key: text("signd"), nearest: near("signed") },
                "unknown-key-near: key=signd nearest=signed",
            ),
            (
                "unknown-value",
                ProblemKind::UnknownValue { value: text("helt"), allowed: all(&["held"]), nearest: near("held") },
                "unknown-value-near: value=helt allowed=held nearest=held",
            ),
            (
                "unreadable-file",
                ProblemKind::Unreadable(Unreadable::TooLarge(52_428_800)),
                "unreadable-file-too-large: megabytes=52",
            ),
            (
                "unreadable-file",
                ProblemKind::Unreadable(Unreadable::Refused(SystemError::said(text("permission denied")))),
                "unreadable-file-refused: words=permission denied",
            ),
            (
                "wrong-type",
                ProblemKind::WrongType { expected: text("date"), found: text("\"2020\"") },
                "wrong-type: expected=date found=\"2020\"",
            ),
        ] {
            let records = Records::default().problem(kind);
            for other in CHECKS {
                let found = records.found(other.name, "2020-12-01");
                let found: Vec<String> = found.iter().map(|one| one.replace(" at startups/a.toml 3..7", "")).collect();
                let expected: &[&str] = if other.name == check { &[expected] } else { &[] };
                assert_eq!(found, expected, "{}", other.name);
            }
        }
    }
}
