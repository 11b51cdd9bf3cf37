//! `list`, `show`, `due`, `funding` and `committees`.

use std::thread::Builder;

use super::view::RowSelection;
use super::{CommandOutput, Invocation, resolve_id};
use crate::cli::args::Selected;
use crate::cli::changes;
use crate::cli::diagnostics;
use crate::cli::errors::{self, Failure};
use crate::model::{MessageArg, Portfolio};
use crate::parallel::AllCores;
use crate::report::commands::TodayCommands;
use crate::report::{json, text};
use crate::rules::check::CheckInput;
use crate::rules::{self, FundingTotals, OccurrenceState};
use crate::ui::Screen;

pub(super) fn list(call: &Invocation, since: Option<&str>, selected: &Selected) -> Result<CommandOutput, Failure> {
    let (folder, portfolio) = call.portfolio()?;
    let selection = RowSelection::read(call, &portfolio, Screen::Portfolio, selected)?;
    let rows = || rules::startup_summaries(&portfolio, call.as_of, &AllCores);
    let mut startups = selection.rows(call, &portfolio, |answers| &answers.startups, rows);
    if let Some(filter) = selection.filter(call, &folder, &portfolio) {
        filter.startups(&mut startups)?;
    }
    let days = (call.as_of, call.until());
    let changed = since.map(|typed| changes::typed(&call.revisions(&folder), &portfolio, typed, days)).transpose()?;
    let changed = changed.map(|(_, startups)| startups).unwrap_or_default();
    if call.json {
        return call.answer_json(&portfolio, json::list(&portfolio, (&startups, &changed), call.as_of));
    }
    if !selection.is_ordered() {
        text::sort_startups(&portfolio, &mut startups);
    }
    Ok(answer_text(
        call,
        &portfolio,
        &text::list(&portfolio, (&startups, &changed), call.as_of, &call.locale, call.width()),
    ))
}

pub(super) fn due(call: &Invocation, selected: &Selected) -> Result<CommandOutput, Failure> {
    let (folder, portfolio) = call.portfolio()?;
    let selection = RowSelection::read(call, &portfolio, Screen::Obligations, selected)?;
    let rows = || rules::occurrences(&portfolio, call.as_of, &AllCores);
    let mut occurrences = selection.rows(call, &portfolio, |answers| &answers.occurrences, rows);
    let names_state = match selection.filter(call, &folder, &portfolio) {
        Some(filter) => filter.occurrences(&mut occurrences)?,
        None => false,
    };
    if call.json {
        return call.answer_json(&portfolio, json::due(occurrences.iter(), call.as_of, &call.locale));
    }
    if !names_state {
        occurrences.retain(|one| one.state != OccurrenceState::Done);
    }
    Ok(answer_text(call, &portfolio, &text::due(&portfolio, &occurrences, call.as_of, &call.locale, call.width())))
}

pub(super) fn funding(call: &Invocation, by_year: bool, selected: &Selected) -> Result<CommandOutput, Failure> {
    let (folder, portfolio) = call.portfolio()?;
    let selection = RowSelection::read(call, &portfolio, Screen::Funding, selected)?;
    let (funding, budgets) = match selection.filter(call, &folder, &portfolio) {
        Some(filter) => {
            let mut commitments = rules::answers_with(&portfolio, call.as_of, &AllCores).commitments;
            filter.promises(&mut commitments)?;
            (FundingTotals::of(&commitments), Vec::new())
        }
        None => rules::funding(&portfolio, call.as_of, &AllCores),
    };
    if call.json {
        return call.answer_json(&portfolio, json::funding(&funding, &budgets, call.as_of));
    }
    if by_year {
        let text = text::by_year(&portfolio, &funding.years, &budgets, call.as_of, &call.locale, call.width());
        return Ok(answer_text(call, &portfolio, &text));
    }
    Ok(answer_text(call, &portfolio, &text::funding(&portfolio, &funding, call.as_of, &call.locale, call.width())))
}

/// Compares the figures with those as of another day.
pub(super) fn compared(call: &Invocation, against: &str) -> Result<CommandOutput, Failure> {
    let day = call.locale.typed_as_of(against, call.today);
    let day = day.map_err(|error| errors::date(&call.locale, "--against", against, error))?;
    let (_, portfolio) = call.portfolio()?;
    let comparison = rules::compare_days(&portfolio, [day, call.as_of], &AllCores);
    if call.json {
        return call.answer_json(&portfolio, json::compared(&comparison));
    }
    let text = text::compared(&portfolio, &comparison, &call.locale, call.width());
    Ok(answer_text(call, &portfolio, &text))
}

/// The number of months of `funding --cash`, before and after the day.
const CASH_MONTHS: u32 = 12;

pub(super) fn cash(call: &Invocation) -> Result<CommandOutput, Failure> {
    let (_, portfolio) = call.portfolio()?;
    let report = rules::cash_report(&portfolio, call.as_of, CASH_MONTHS);
    if call.json {
        return call.answer_json(&portfolio, json::cash(&report, call.as_of));
    }
    let text = text::cash(&portfolio, &report, call.as_of, &call.locale, call.width());
    Ok(answer_text(call, &portfolio, &text))
}

pub(super) fn committees(call: &Invocation, selected: &Selected) -> Result<CommandOutput, Failure> {
    let (folder, portfolio) = call.portfolio()?;
    let selection = RowSelection::read(call, &portfolio, Screen::Committees, selected)?;
    let rows = || rules::answers_with(&portfolio, call.as_of, &AllCores).committees;
    let mut clocks = selection.rows(call, &portfolio, |answers| &answers.committees, rows);
    if let Some(filter) = selection.filter(call, &folder, &portfolio) {
        filter.clocks(&mut clocks)?;
    }
    if call.json {
        return call.answer_json(&portfolio, json::committees(&clocks, call.as_of));
    }
    if !selection.is_ordered() {
        text::sort_committees(&portfolio, &mut clocks);
    }
    Ok(answer_text(call, &portfolio, &text::committees(&portfolio, &clocks, call.as_of, &call.locale, call.width())))
}

pub(super) fn today(call: &Invocation, mine: bool, selected: &Selected) -> Result<CommandOutput, Failure> {
    let (folder, portfolio) = call.portfolio()?;
    let me = mine.then(|| call.require_me(&folder, &portfolio)).transpose()?;
    let selection = RowSelection::read(call, &portfolio, Screen::Today, selected)?;
    // Uncommitted changes and unpushed commits are known only for the present.
    let is_now = call.as_of == call.today;
    let (answers, dirty) = std::thread::scope(|scope| {
        let dirty = is_now.then(|| Builder::new().spawn_scoped(scope, || folder.dirty()));
        let answers = rules::answers_with(&portfolio, call.as_of, &AllCores);
        let dirty = dirty.map(|dirty| match dirty {
            Ok(dirty) => dirty.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic)),
            // The system has no more threads.
            Err(_) => folder.dirty(),
        });
        (answers, dirty.unwrap_or_default())
    });
    let ahead = if is_now { folder.ahead_behind().map_or(0, |(ahead, _)| ahead) } else { 0 };
    let mut today = rules::today(&portfolio, &answers, call.as_of).of(me.as_ref()).with_housekeeping(&dirty, ahead);
    let next = if today.has_work() {
        None
    } else {
        rules::next_work(&portfolio, &answers, call.as_of, me.as_ref(), &AllCores)
    };
    selection.order(call, &portfolio, &answers, &mut today.items);
    if let Some(filter) = selection.filter(call, &folder, &portfolio) {
        filter.today(&mut today.items)?;
    }
    if call.json {
        let commands = TodayCommands {
            folder: call.named.as_ref().map(|folder| folder.display().to_string()),
            root: folder.root().display().to_string(),
            file_of: &|record| folder.file_of(record),
        };
        return call.answer_json(&portfolio, json::today(&today, next, call.as_of, &call.locale, &commands));
    }
    let text = text::today(&portfolio, &today, next, call.as_of, &call.locale, call.width());
    Ok(answer_text(call, &portfolio, &text))
}

pub(super) fn show(call: &Invocation, typed: &str) -> Result<CommandOutput, Failure> {
    let mut folder = call.folder()?;
    let record = resolve_id::record(call, &folder, typed)?;
    let portfolio = folder.load_related(&record);
    let context = CheckInput { portfolio: &portfolio, as_of: call.as_of, today: call.today };
    let mut found = diagnostics::check(&folder, &context);
    let unreadable =
        || errors::usage(&call.locale, "error-unreadable", vec![("record", MessageArg::Text(record.to_string()))]);
    if call.json {
        let shown = json::show(&portfolio, &record, call.as_of, &found, &call.locale).ok_or_else(unreadable)?;
        return call.answer_json(&portfolio, shown);
    }
    diagnostics::relative_to_current_dir(&folder, &mut found);
    let shown = text::show(&portfolio, &record, call.as_of, &found, &call.locale, call.width());
    Ok(answer_text(call, &portfolio, &shown.ok_or_else(unreadable)?))
}

/// Replies with text, including a warning about unreadable records.
fn answer_text(call: &Invocation, portfolio: &Portfolio, answer: &str) -> CommandOutput {
    call.answer_text(&format!("{answer}{}", text::unreadable_notice(portfolio, &call.locale)))
}
