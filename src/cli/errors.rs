//! Turns errors into messages, remedies and exit codes, for the command line and the screen.

mod history;
mod papers;
mod sync;

use std::path::Path;
use std::process::ExitStatus;

pub use history::history;
pub use papers::{export, paper, render, unreadable, unwritable};
pub use sync::sync;

use crate::edit::{EditError, ValueError};
use crate::locale::{Locale, TypedDateError, TypedMoneyError, TypedNumberError, slug};
use crate::model::{Date, Id, IdError, MessageArg, MessageArgs, RecordRef, SystemError, short_commit};
use crate::record::{self, PatchError};
use crate::store::{DamagedBranch, OpenError, Recovered, SaveError, WatchError};
use crate::ui::{FailureCause, Outcome};

/// The result of the program.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Code {
    Fine,
    /// There are findings, an edit or a sync was refused, or a sync has questions.
    Refused,
    /// A usage error, or the command could not run.
    CouldNotRun,
    /// Ended by a signal.
    Signal(i32),
}

impl Code {
    /// Returns the exit code: for a signal 128 plus its number, as in shells.
    #[must_use]
    pub fn number(self) -> u8 {
        match self {
            Self::Fine => 0,
            Self::Refused => 1,
            Self::CouldNotRun => 2,
            Self::Signal(signal) => u8::try_from(128 + signal).unwrap_or(2),
        }
    }
}

/// An error as shown to the user.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Failure {
    pub what: String,
    /// The remedy; may be empty.
    pub remedy: String,
    pub code: Code,
}

impl Failure {
    /// Builds a failure from the messages `<key>` and, if there is one, `<key>-help`.
    #[must_use]
    pub fn new(locale: &Locale, code: Code, key: &str, args: MessageArgs) -> Self {
        let help = format!("{key}-help");
        let remedy = if locale.has(&help) { locale.message(&help, &args) } else { String::new() };
        Self { what: locale.message(key, &args), remedy, code }
    }

    /// Returns message and remedy on one line.
    #[must_use]
    pub fn line(&self) -> String {
        if self.remedy.is_empty() { self.what.clone() } else { format!("{} – {}", self.what, self.remedy) }
    }

    /// Converts to an outcome for the screen.
    #[must_use]
    pub fn outcome(self) -> Outcome {
        Outcome::Failed { what: self.what, remedy: self.remedy, cause: FailureCause::Other }
    }
}

/// Returns a failure with exit code 2.
#[must_use]
pub fn usage(locale: &Locale, key: &str, args: MessageArgs) -> Failure {
    Failure::new(locale, Code::CouldNotRun, key, args)
}

/// Returns a filter that was not understood, with the translated reason.
#[must_use]
pub fn filter(locale: &Locale, why: String) -> Failure {
    Failure { what: why, remedy: locale.text("error-filter-help"), code: Code::CouldNotRun }
}

/// Returns an unknown theme, with translated texts.
#[must_use]
pub fn theme(what: String, remedy: &str) -> Failure {
    Failure { what, remedy: within(remedy.trim_end_matches('.')), code: Code::CouldNotRun }
}

/// Returns a failure with exit code 1.
#[must_use]
pub fn refused(locale: &Locale, key: &str, args: MessageArgs) -> Failure {
    Failure::new(locale, Code::Refused, key, args)
}

/// Returns the failure shown if the folder of records cannot be opened.
#[must_use]
pub fn open(locale: &Locale, error: &OpenError) -> Failure {
    match error {
        OpenError::NoFolder(path) => usage(locale, "error-no-folder", vec![folder(path)]),
        OpenError::NotAFolder(path) => usage(locale, "error-not-a-folder", vec![folder(path)]),
        OpenError::NotAPortfolio(path) => usage(locale, "error-not-a-portfolio", vec![folder(path)]),
        OpenError::Refused(path, error) => usage(locale, "error-refused", vec![file(path), reason(error)]),
    }
}

/// Returns the failure shown if the folder cannot be watched.
#[must_use]
pub fn watch(locale: &Locale, error: &WatchError) -> Failure {
    match error {
        WatchError::Limit => usage(locale, "error-watch-limit", MessageArgs::new()),
        WatchError::Refused(why) => usage(locale, "error-watch", vec![("why", MessageArg::System(why.clone()))]),
    }
}

/// Terminal or pipe failed.
#[must_use]
pub fn system(locale: &Locale, error: &std::io::Error) -> Failure {
    usage(locale, "error-system", vec![reason(error)])
}

/// Returns why the editor failed, with its exit code if it has one; `None` if it succeeded.
#[must_use]
pub fn editor(locale: &Locale, editor: &str, closed: std::io::Result<ExitStatus>) -> Option<Failure> {
    let name = text("editor", editor);
    let (key, args) = match closed.map(|status| (status.success(), status.code())) {
        Ok((true, _)) => return None,
        // The shell's code for a program that does not exist.
        Ok((_, Some(127))) => ("error-editor-missing", vec![name]),
        Ok((_, Some(code))) => ("error-editor-code", vec![name, text("code", code.to_string())]),
        Ok((_, None)) => ("error-editor-killed", vec![name]),
        Err(error) => ("error-editor-start", vec![name, reason(&error)]),
    };
    Some(Failure::new(locale, Code::Refused, key, args))
}

/// Returns the failure shown if a date was not understood; `option` is the option or argument.
#[must_use]
pub fn date(locale: &Locale, option: &str, typed: &str, error: TypedDateError) -> Failure {
    let args = vec![text("option", option), text("typed", typed), text("why", within(&error.words(locale)))];
    usage(locale, "error-date", args)
}

/// Returns the failure shown if an amount was not understood.
#[must_use]
pub fn amount(locale: &Locale, option: &str, typed: &str, error: TypedMoneyError) -> Failure {
    let args = vec![text("option", option), text("typed", typed), text("why", within(&locale.text(error.key())))];
    usage(locale, "error-amount", args)
}

/// Returns the failure shown if a number was not understood.
#[must_use]
pub fn number(locale: &Locale, option: &str, typed: &str, error: TypedNumberError) -> Failure {
    let args = vec![text("option", option), text("typed", typed), text("why", within(&locale.text(error.key())))];
    usage(locale, "error-number", args)
}

/// Returns the failure shown if a value is not valid for the field.
#[must_use]
pub fn value(locale: &Locale, typed: &str, error: &ValueError) -> Failure {
    let (key, args) = error.message();
    usage(locale, "error-value", vec![text("typed", typed), text("why", within(&locale.message(key, &args)))])
}

/// Returns the failure shown if a text matches several open actions.
#[must_use]
pub fn many_actions(locale: &Locale, typed: &str, known: &[&str]) -> Failure {
    let known = known.iter().map(|action| (*action).to_owned()).collect();
    usage(locale, "error-many-actions", vec![text("typed", typed), ("known", MessageArg::List(known))])
}

/// Returns the failure shown if an id is not valid.
#[must_use]
pub fn id(locale: &Locale, typed: &str, error: &IdError) -> Failure {
    match error {
        IdError::Empty => usage(locale, "error-id-empty", MessageArgs::new()),
        IdError::Character(_) => {
            let nearest = slug(typed);
            let is_id = Id::new(&nearest).is_ok();
            near(locale, ["error-id", "error-id-near"], vec![text("typed", typed)], is_id.then_some(&nearest))
        }
        IdError::Reserved(_) => usage(locale, "error-id-reserved", vec![text("typed", typed)]),
    }
}

/// An edit failed. Unknown names give exit code 2 and a suggestion (`nearest`), contradictions with the record 1.
#[must_use]
#[expect(clippy::too_many_lines, reason = "one arm for each error")]
pub fn edit(locale: &Locale, error: &EditError, nearest: Option<&str>) -> Failure {
    let refused = |key: &str, args: MessageArgs| Failure::new(locale, Code::Refused, key, args);
    let finding = |(key, args): (&'static str, MessageArgs)| refused(key, args);
    match error {
        EditError::NoRecord(record) => {
            let args = vec![text("kind", record.kind.name()), text("id", &record.id)];
            near(locale, ["error-no-record", "error-no-record-near"], args, nearest)
        }
        EditError::UnreadableRecord(record) => refused("error-unreadable", vec![text("record", record)]),
        EditError::NoEntry(entry, known) | EditError::NoPerson(entry, known) => {
            let what = if matches!(error, EditError::NoEntry(..)) { "entry" } else { "person" };
            if known.is_empty() {
                return usage(locale, &format!("error-no-{what}-at-all"), vec![text("entry", entry)]);
            }
            let args = vec![text("entry", entry), ("known", MessageArg::List(known.clone()))];
            near(locale, [&format!("error-no-{what}"), &format!("error-no-{what}-near")], args, nearest)
        }
        EditError::AddressTaken(person) => refused("error-address-taken", vec![text("person", person)]),
        EditError::NoTranche(number, count) => {
            let args = vec![("number", MessageArg::count(*number)), ("count", MessageArg::count(*count))];
            usage(locale, "error-no-tranche", args)
        }
        EditError::NoPayee(contribution) => refused("error-no-payee", vec![text("contribution", contribution)]),
        EditError::IsPayment(contribution) => refused("error-is-payment", vec![text("contribution", contribution)]),
        EditError::IsCommittee => refused("error-is-committee", MessageArgs::new()),
        EditError::Repealed(obligation, amendment) => {
            refused("error-repealed", vec![text("obligation", obligation), text("amendment", amendment)])
        }
        EditError::InTheFuture(on) => refused("error-in-the-future", vec![("on", MessageArg::Date(*on))]),
        EditError::OutOfOrder(order, on) => {
            let why = locale.message(order.key(), &[("on", MessageArg::Date(*on))]);
            refused("error-out-of-order", vec![text("why", why)])
        }
        EditError::NotRecurring(obligation) => {
            usage(locale, "error-not-recurring", vec![text("obligation", obligation)])
        }
        EditError::AlreadyPaid(on) => refused("error-already-paid", vec![("on", MessageArg::Date(*on))]),
        EditError::AlreadyFulfilled(on) => refused("error-already-fulfilled", vec![("on", MessageArg::Date(*on))]),
        EditError::AlreadySigned(on) => refused("error-already-signed", vec![("on", MessageArg::Date(*on))]),
        EditError::AlreadyTerminated(on) => refused("error-already-terminated", vec![("on", MessageArg::Date(*on))]),
        EditError::NothingPaid => usage(locale, "error-nothing-paid", MessageArgs::new()),
        EditError::AlreadyHeld(on) => refused("error-already-held", vec![("on", MessageArg::Date(*on))]),
        EditError::OneOf(_, error) => edit(locale, error, nearest),
        EditError::Nothing => usage(locale, "error-nothing", MessageArgs::new()),
        EditError::Exists(record) => refused("error-record-exists", vec![text("record", record)]),
        EditError::IsAmendment(convention) => refused("error-is-amendment", vec![text("convention", convention)]),
        EditError::TooFarAhead(_, last) => refused("error-too-far-ahead", vec![("last", MessageArg::Date(*last))]),
        EditError::NotAhead(on) => refused("error-not-ahead", vec![("on", MessageArg::Date(*on))]),
        EditError::InThePast(on) => refused("error-in-the-past", vec![("on", MessageArg::Date(*on))]),
        EditError::AlreadyCalled(on) => refused("error-already-called", vec![("on", MessageArg::Date(*on))]),
        EditError::AlreadyReminded(on) => refused("error-already-reminded", vec![("on", MessageArg::Date(*on))]),
        EditError::AlreadyPlanned(on) => refused("error-already-planned", vec![("on", MessageArg::Date(*on))]),
        EditError::AlreadyInPhase(phase, on) => {
            let phase = locale.text(&format!("phase-{}", phase.name()));
            refused("error-already-in-phase", vec![text("phase", phase), ("on", MessageArg::Date(*on))])
        }
        EditError::AlreadyMeasured(on) => refused("error-already-measured", vec![("on", MessageArg::Date(*on))]),
        EditError::AlreadyFinished(on) => refused("error-already-finished", vec![("on", MessageArg::Date(*on))]),
        EditError::ReviewClosed(id) => refused("error-review-closed", vec![text("review", id)]),
        EditError::ReviewOpen(id) => refused("error-review-open", vec![text("review", id)]),
        EditError::WithoutOutcome(startups) => {
            refused("error-without-outcome", vec![("startups", MessageArg::List(startups.clone()))])
        }
        EditError::MinutesApproved(id) => {
            refused("error-minutes-approved", vec![("review", MessageArg::Text(id.clone()))])
        }
        EditError::AlreadyApproved(on) => refused("error-already-approved", vec![("on", MessageArg::Date(*on))]),
        EditError::AlreadyThere(words) => refused("error-already-there", vec![text("words", words)]),
        EditError::OtherUnit(unit) => refused("error-other-unit", vec![text("unit", unit)]),
        EditError::NoDay => usage(locale, "error-no-day", MessageArgs::new()),
        EditError::Missing(key) => usage(locale, "error-missing", vec![text("key", key)]),
        EditError::WrongIdentifier { kind, written, error } => finding(error.message(kind, written)),
        EditError::WrongAccount(fault) => finding(fault.message()),
        EditError::NoField(path, known) if known.is_empty() => {
            usage(locale, "error-no-field", vec![text("path", path)])
        }
        EditError::NoField(path, known) => {
            let args = vec![text("path", path), ("known", MessageArg::List(known.clone()))];
            near(locale, ["error-no-field-known", "error-no-field-near"], args, nearest)
        }
        EditError::Stale(changed) => refused("error-changed", changed.facts(&locale.text("changed-nothing"))),
        EditError::Gone { record, what, intended } => {
            refused("error-gone", vec![text("record", record), text("what", what), text("intended", intended)])
        }
        EditError::Outdated(record) => refused("error-outdated", vec![text("record", record)]),
        EditError::TooLarge(record, size) => refused("error-too-large", too_large(record, *size)),
        EditError::EndsBeforeItBegins => refused("error-ends-before-it-begins", MessageArgs::new()),
        EditError::WouldNotLoad(why) => refused("error-would-not-load", vec![text("why", why)]),
        EditError::Patch(PatchError::Syntax(why)) => {
            refused("error-broken-record", vec![("why", MessageArg::Parser(why.clone()))])
        }
        EditError::Patch(PatchError::NoSuchPlace(path)) => refused("error-no-such-place", vec![text("path", path)]),
    }
}

/// Returns the record, its size, and the limit.
fn too_large(record: &RecordRef, size: u64) -> MessageArgs {
    let bytes = |bytes: u64| MessageArg::Count(i64::try_from(bytes).unwrap_or(i64::MAX));
    vec![text("record", record), ("size", bytes(size)), ("limit", bytes(record::LARGEST))]
}

/// Uses the second message if there is a suggestion.
fn near(locale: &Locale, [alone, with_name]: [&str; 2], mut args: MessageArgs, nearest: Option<&str>) -> Failure {
    match nearest {
        Some(nearest) => {
            args.push(text("nearest", nearest));
            usage(locale, with_name, args)
        }
        None => usage(locale, alone, args),
    }
}

/// A recurring obligation is not due on a day; `open` are the days on which it is due and not done.
#[must_use]
pub fn not_due(locale: &Locale, obligation: &str, due: Date, open: Vec<Date>) -> Failure {
    let mut args = vec![text("obligation", obligation), ("due", MessageArg::Date(due))];
    if open.is_empty() {
        return usage(locale, "error-not-due-at-all", args);
    }
    args.push(("known", MessageArg::List(open.into_iter().map(|day| locale.date(day).trim().to_owned()).collect())));
    usage(locale, "error-not-due", args)
}

/// Returns the failure shown if a save or an undo failed and changed nothing.
#[must_use]
pub fn save(locale: &Locale, error: &SaveError) -> Failure {
    let refused = |key: &str, args: MessageArgs| Failure::new(locale, Code::Refused, key, args);
    match error {
        SaveError::Edit(error) => edit(locale, error, None),
        SaveError::NoRepository => refused("error-no-repository", MessageArgs::new()),
        SaveError::OtherOwner(folder) => {
            refused("error-other-owner", vec![("folder", MessageArg::Text(folder.display().to_string()))])
        }
        SaveError::Cancelled => refused("error-stopped", MessageArgs::new()),
        SaveError::NoIdentity => refused("error-no-identity", MessageArgs::new()),
        SaveError::DetachedHead => refused("error-detached-head", MessageArgs::new()),
        SaveError::NoCommitYet => refused("error-no-commit-yet", MessageArgs::new()),
        SaveError::InProgress(what) => refused("error-in-progress", vec![text("what", what)]),
        SaveError::Dirty(path, _) => refused("error-dirty", vec![file(path)]),
        SaveError::AlreadyExists(path) => refused("error-in-the-way", vec![file(path)]),
        SaveError::Untracked(path) => refused("error-untracked", vec![file(path)]),
        SaveError::BranchMoved => refused("error-branch-moved", MessageArgs::new()),
        SaveError::Locked(path) => refused("error-locked", vec![file(path)]),
        SaveError::DamagedBranch(branch) => refused("error-damaged-branch", damaged(branch)),
        SaveError::DamagedIndex(path) => refused("error-damaged-index", vec![file(path)]),
        SaveError::GitRefused(why) => refused("error-git-refused", vec![text("why", why)]),
        SaveError::RefusedButChanged { messages, path } => {
            refused("error-refused-but-changed", vec![text("why", messages), file(path)])
        }
        SaveError::ForeignJournal(path) => refused("error-foreign-journal", vec![file(path)]),
        SaveError::NotCheckedOut(path) => refused("error-not-checked-out", vec![file(path)]),
        SaveError::NothingToChange => refused("error-nothing-to-change", MessageArgs::new()),
        SaveError::NothingToUndo => refused("error-nothing-to-undo", MessageArgs::new()),
        SaveError::NothingToRedo => refused("error-nothing-to-redo", MessageArgs::new()),
        SaveError::NothingToCommit => refused("error-nothing-to-commit", MessageArgs::new()),
        SaveError::Exists(path) => refused("error-file-exists", vec![file(path)]),
        SaveError::AlreadyUndone(commit) => refused("error-already-undone", vec![text("commit", commit)]),
        SaveError::NoGit => refused("error-no-git", MessageArgs::new()),
        SaveError::UndoConflict(commit) => refused("error-undo-conflict", vec![text("commit", short_commit(commit))]),
        SaveError::NoCommit(name) => usage(locale, "error-no-commit", vec![text("commit", name)]),
        SaveError::Elsewhere(commit) => refused("error-elsewhere", vec![text("commit", commit)]),
        SaveError::NotOurs(commit) => refused("error-not-ours", vec![text("commit", commit)]),
        SaveError::InThePast(commit) => refused("error-past-records", vec![text("commit", short_commit(commit))]),
        SaveError::Git(error) => refused("error-git", vec![text("why", error.message())]),
        SaveError::Refused(path, error) => refused("error-refused", vec![file(path), reason(error)]),
    }
}

/// Returns the same for the screen, with what the user has to decide.
#[must_use]
pub fn save_outcome(locale: &Locale, error: &SaveError) -> Outcome {
    let Failure { what, remedy, .. } = save(locale, error);
    let cause = match error {
        SaveError::Dirty(_, records) => FailureCause::HandEdits(records.clone()),
        SaveError::GitRefused(why) | SaveError::RefusedButChanged { messages: why, .. } => {
            FailureCause::Refused(why.clone())
        }
        SaveError::Edit(error) => match error.of_one().0 {
            EditError::Stale(changed) => FailureCause::Stale(changed.clone()),
            EditError::Gone { record, what, intended } => {
                FailureCause::Gone { record: record.clone(), what: what.clone(), intended: intended.clone() }
            }
            _ => FailureCause::Other,
        },
        _ => FailureCause::Other,
    };
    Outcome::Failed { what, remedy, cause }
}

/// Describes the recovery of an interrupted save.
#[must_use]
pub fn recovered(locale: &Locale, recovered: &Recovered) -> String {
    let key = if recovered.is_finished { "recovered-finished" } else { "recovered-taken-back" };
    locale.message(key, &[text("subject", &recovered.subject)])
}

/// Returns the branch, its file, and the commit to return to.
fn damaged(damaged: &DamagedBranch) -> MessageArgs {
    vec![text("branch", &damaged.branch), file(&damaged.file), text("commit", &damaged.last_whole)]
}

/// Lowercases the first letter, for use within a sentence.
fn within(sentence: &str) -> String {
    let mut letters = sentence.chars();
    letters.next().map_or_else(String::new, |first| first.to_lowercase().chain(letters).collect())
}

fn text(name: &'static str, value: impl ToString) -> (&'static str, MessageArg) {
    (name, MessageArg::Text(value.to_string()))
}

fn folder(path: &Path) -> (&'static str, MessageArg) {
    text("folder", path.display())
}

fn file(path: &Path) -> (&'static str, MessageArg) {
    text("file", path.display())
}

fn reason(error: &std::io::Error) -> (&'static str, MessageArg) {
    ("why", MessageArg::System(SystemError::from(error)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn exit_codes_are_as_documented() {
        assert_eq!(Code::Fine.number(), 0);
        assert_eq!(Code::Refused.number(), 1);
        assert_eq!(Code::CouldNotRun.number(), 2);
        assert_eq!(Code::Signal(15).number(), 143);
    }

    #[test]
    fn unknown_names_and_contradictions_have_different_exit_codes() {
        let locale = Locale::new(crate::locale::Language::English);
        assert_eq!(edit(&locale, &EditError::NoEntry("x".into(), vec![]), None).code, Code::CouldNotRun);
        assert_eq!(edit(&locale, &EditError::NothingPaid, None).code, Code::CouldNotRun);
        assert_eq!(edit(&locale, &EditError::IsCommittee, None).code, Code::Refused);
        assert_eq!(save(&locale, &SaveError::DetachedHead).code, Code::Refused);
    }

    #[test]
    fn errors_of_the_system_are_translated() {
        let locale = Locale::new(crate::locale::Language::French);
        let said = |number| system(&locale, &std::io::Error::from_raw_os_error(number)).what;
        assert_eq!(said(2), "erreur du système\u{a0}: fichier ou dossier introuvable");
        assert_eq!(said(5), "erreur du système\u{a0}: Input/output error");
    }
}
