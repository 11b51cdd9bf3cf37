//! `import`: reads the files, prints the plan, asks, and commits.

mod ledger;
mod public_record;

use std::io::{BufRead, IsTerminal};
use std::sync::Arc;

use super::{CommandOutput, Invocation};
use crate::cli::args::import::{ImportCommand, ImportOptions};
use crate::cli::errors::{self, Code, Failure};
use crate::cli::output;
use crate::edit::Edit;
use crate::import::ledger::LedgerKind;
use crate::import::{ImportCounts, ImportPlan, ImportRow, RecordsHere};
use crate::locale::Locale;
use crate::model::{Portfolio, RecordRef, short_commit};
use crate::report::json::{ImportCountsJson, ImportDifferenceJson, ImportJson, ImportReasonJson, ImportRowJson};
use crate::report::{self, text};
use crate::store::Folder;

/// Runs an import.
pub(super) fn answer(call: &Invocation, what: &ImportCommand) -> Result<CommandOutput, Failure> {
    match what {
        ImportCommand::PublicRecord { place, diff: true, .. } => public_record::compare(call, place),
        ImportCommand::PublicRecord { place, options, .. } => public_record::import(call, place, *options),
        ImportCommand::Expenditure(table) => ledger::import(call, LedgerKind::Expenditure, table),
        ImportCommand::Payments(table) => ledger::import(call, LedgerKind::Payments, table),
    }
}

/// Runs with the records of a folder and their texts on disk.
fn with_records<T>(
    call: &Invocation,
    folder: &Folder,
    portfolio: &Portfolio,
    run: impl FnOnce(&RecordsHere<'_>) -> T,
) -> T {
    let text = |record: &RecordRef| folder.text(record).ok().map(Arc::from);
    run(&RecordsHere { portfolio, text: &text, today: call.today })
}

/// Prints a plan and carries it out, if everything can be imported or a part was asked for. `edit` is `None` if there
/// is nothing to do.
fn carry_out(
    call: &Invocation,
    folder: &Folder,
    (plan, edit): (&ImportPlan, Option<Edit>),
    options: ImportOptions,
) -> Result<CommandOutput, Failure> {
    let mut answer = answer_of(plan, &call.locale);
    let printed = if call.json { String::new() } else { text::import(&answer, false, &call.locale) };
    let may_commit = plan.is_complete() || options.accept_partial;
    let code = if may_commit { Code::Fine } else { Code::Refused };
    let end = |key: &str| if call.json { String::new() } else { format!("{}\n", call.locale.text(key)) };
    let edit = match edit {
        Some(edit) if may_commit && !options.dry_run => edit,
        _ => {
            let last = match () {
                () if options.dry_run => end("import-dry-run"),
                () if !may_commit => end("import-incomplete"),
                () => end("import-nothing"),
            };
            return reply(call, &answer, printed + &last, code);
        }
    };
    if !call.json && std::io::stdin().is_terminal() {
        output::print(&printed).map_err(|error| errors::system(&call.locale, &error))?;
        if !is_confirmed(call)? {
            return Ok(CommandOutput { text: end("import-not-confirmed"), code: Code::Refused });
        }
        let saved = save(call, folder, &edit)?;
        return Ok(call.text(saved.1));
    }
    let (commit, line) = save(call, folder, &edit)?;
    (answer.commit, answer.subject) = (Some(commit), Some(edit.message.subject));
    reply(call, &answer, printed + &line, code)
}

/// Commits. Returns the full name of the commit, and a line about it.
fn save(call: &Invocation, folder: &Folder, edit: &Edit) -> Result<(String, String), Failure> {
    let saved = folder.save(edit, call.hand_edits).map_err(|error| errors::save(&call.locale, &error))?;
    let line = format!("{} {}\n", short_commit(&saved.commit), report::sanitize(&saved.subject));
    Ok((saved.commit, line))
}

fn reply(call: &Invocation, answer: &ImportJson, text: String, code: Code) -> Result<CommandOutput, Failure> {
    let reply = if call.json { call.json(answer)? } else { call.text(text) };
    Ok(CommandOutput { code, ..reply })
}

/// Asks on the terminal whether to commit.
fn is_confirmed(call: &Invocation) -> Result<bool, Failure> {
    output::notice(&format!("{} ", call.locale.text("import-confirm")));
    let mut line = String::new();
    let read = std::io::stdin().lock().read_line(&mut line);
    read.map_err(|error| errors::system(&call.locale, &error))?;
    Ok(matches!(line.trim().to_lowercase().as_str(), "y" | "yes" | "o" | "oui"))
}

/// The plan in words.
fn answer_of(plan: &ImportPlan, locale: &Locale) -> ImportJson {
    let ImportCounts { new, same, changed, differs, refused } = plan.counts();
    ImportJson {
        commit: None,
        subject: None,
        counts: ImportCountsJson { new, changed, same, differs, refused },
        parties: plan.parties.iter().map(|id| format!("party/{id}")).collect(),
        rows: plan.rows.iter().map(|row| row_of(row, locale)).collect(),
    }
}

fn row_of(row: &ImportRow, locale: &Locale) -> ImportRowJson {
    let differences = row.differences.iter().map(|one| ImportDifferenceJson {
        field: one.field.clone(),
        ours: one.ours.clone(),
        theirs: one.theirs.clone(),
        taken: one.is_taken,
    });
    let reasons = row.reasons.iter().map(|reason| ImportReasonJson {
        message: locale.message(reason.key, &reason.args),
        line: reason.place.map(|(line, _)| line),
        column: reason.place.map(|(_, column)| column),
    });
    ImportRowJson {
        row: row.name.clone(),
        state: row.state.name(),
        record: row.record.as_ref().map(ToString::to_string),
        file: Some(row.file.clone()).filter(|file| !file.is_empty()),
        differences: differences.collect(),
        reasons: reasons.collect(),
    }
}
