//! `import`: reads the files, prints the plan, asks, and commits.

use std::io::{BufRead, IsTerminal};
use std::ops::ControlFlow;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use super::{CommandOutput, Invocation};
use crate::cli::args::import::{ImportCommand, ImportOptions, LedgerArgs};
use crate::cli::errors::{self, Code, Failure};
use crate::cli::import::{Importer, Planned, TableOptions, answer_of};
use crate::cli::output;
use crate::cli::signals;
use crate::edit::Edit;
use crate::import::ledger::LedgerKind;
use crate::model::{MessageArg, short_commit};
use crate::report::json::ImportJson;
use crate::report::{self, text};
use crate::store::Folder;

pub(super) fn answer(call: &Invocation, what: &ImportCommand) -> Result<CommandOutput, Failure> {
    let (folder, portfolio) = call.portfolio()?;
    let progress = |count: usize, all: usize| {
        let args = [("count", MessageArg::count(count)), ("all", MessageArg::count(all))];
        output::progress(&call.locale.message("import-progress", &args));
        ControlFlow::Continue(())
    };
    let (folder, portfolio) = (&folder, &portfolio);
    let importer = Importer { locale: &call.locale, folder, portfolio, today: call.today, progress: &progress };
    let table = |kind, typed: &LedgerArgs| {
        let (mapping, sheet) = (typed.mapping.as_deref(), typed.sheet.as_deref());
        importer.table(&TableOptions { kind: Some(kind), file: &typed.file, mapping, sheet })
    };
    let (planned, options) = match what {
        ImportCommand::PublicRecord { place, diff: true, .. } => {
            let answer = answer_of(importer.differences(place)?, &call.locale);
            let text = if call.json { String::new() } else { text::import(&answer, true, &call.locale) };
            return reply(call, Some(&answer), text, Code::Fine);
        }
        ImportCommand::PublicRecord { place, options, .. } => (importer.public_record(place)?, options),
        ImportCommand::Expenditure(typed) => (table(LedgerKind::Expenditure, typed)?, &typed.options),
        ImportCommand::Payments(typed) => (table(LedgerKind::Payments, typed)?, &typed.options),
    };
    output::progress("");
    carry_out(call, folder, planned, options)
}

/// Prints a plan and carries it out, if everything can be imported or a part was asked for. `edit` is `None` if there
/// is nothing to do.
fn carry_out(
    call: &Invocation,
    folder: &Folder,
    (plan, edit): Planned,
    options: &ImportOptions,
) -> Result<CommandOutput, Failure> {
    let may_commit = plan.is_complete() || options.accept_partial;
    let answer = answer_of(plan, &call.locale);
    let printed = if call.json { String::new() } else { text::import(&answer, false, &call.locale) };
    let mut answer = call.json.then_some(answer);
    let code = if may_commit { Code::Fine } else { Code::Refused };
    let end = |key: &str| if call.json { String::new() } else { format!("{}\n", call.locale.text(key)) };
    let edit = match edit {
        Some(edit) if may_commit && !options.dry_run => edit.because(options.why.as_deref()),
        _ => {
            let last = match () {
                () if options.dry_run => end("import-dry-run"),
                () if !may_commit => end("import-incomplete"),
                () => end("import-nothing"),
            };
            return reply(call, answer.as_ref(), printed + &last, code);
        }
    };
    if !call.json && std::io::stdin().is_terminal() {
        output::print(&printed).map_err(|error| errors::system(&call.locale, &error))?;
        if !is_confirmed(call)? {
            return Ok(CommandOutput::new(end("import-not-confirmed"), Code::Refused));
        }
        let saved = save(call, folder, &edit)?;
        return Ok(call.text(saved.1).committed(&saved.0));
    }
    let (commit, line) = save(call, folder, &edit)?;
    if let Some(answer) = &mut answer {
        (answer.commit, answer.subject) = (Some(commit.clone()), Some(edit.message.subject));
    }
    Ok(reply(call, answer.as_ref(), printed + &line, code)?.committed(&commit))
}

/// Commits. Returns the full name of the commit, and a line about it. `Ctrl-C` ends the program before; a save that has
/// begun is finished, so that no lock is left for other programs to find.
fn save(call: &Invocation, folder: &Folder, edit: &Edit) -> Result<(String, String), Failure> {
    let is_saved = Arc::new(AtomicBool::new(false));
    let caught = signals::stop_at(&Arc::default(), &Arc::default(), &is_saved);
    caught.map_err(|error| errors::system(&call.locale, &error))?;
    let saved = folder.save(edit, call.hand_edits).map_err(|error| errors::save(&call.locale, &error));
    is_saved.store(true, Ordering::SeqCst);
    let saved = saved?;
    let line = format!("{} {}\n", short_commit(&saved.commit), report::sanitize(&saved.subject));
    Ok((saved.commit, line))
}

/// Replies with the text unless there is an answer for JSON.
fn reply(call: &Invocation, answer: Option<&ImportJson>, text: String, code: Code) -> Result<CommandOutput, Failure> {
    let reply = match answer {
        Some(answer) if call.json => call.json(answer)?,
        _ => call.text(text),
    };
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
