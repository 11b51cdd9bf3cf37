//! `list`, `show`, `due`, `funding` and `committees`.

use std::collections::BTreeSet;

use chrono::Days;

use super::view::RowSelection;
use super::{CommandOutput, Invocation, resolve_id};
use crate::cli::args::Selected;
use crate::cli::diagnostics;
use crate::cli::errors::{self, Failure};
use crate::model::{Date, Id, MessageArg, Portfolio};
use crate::parallel::AllCores;
use crate::report::{json, text};
use crate::rules::check::CheckInput;
use crate::rules::{self, Answers, FundingTotals, OccurrenceState};
use crate::ui::Screen;

pub(super) fn list(call: &Invocation, selected: &Selected) -> Result<CommandOutput, Failure> {
    let (folder, portfolio) = call.portfolio()?;
    let selection = RowSelection::read(call, &portfolio, Screen::Portfolio, selected)?;
    let mut answers = rules::answers_with(&portfolio, call.as_of, &AllCores);
    if selection.is_ordered() {
        let mut startups = answers.startups.clone();
        selection.order(call, &portfolio, &answers, &mut startups);
        answers.startups = startups;
    }
    if let Some(filter) = selection.filter(call, &folder, &portfolio) {
        filter.startups(&mut answers.startups)?;
    }
    if call.json {
        return call.answer_json(&portfolio, json::list(&portfolio, &answers, call.as_of));
    }
    if !selection.is_ordered() {
        text::sort_startups(&portfolio, &mut answers.startups);
    }
    Ok(answer_text(call, &portfolio, &text::list(&portfolio, &answers, call.as_of, &call.locale, call.width())))
}

pub(super) fn due(call: &Invocation, selected: &Selected) -> Result<CommandOutput, Failure> {
    let (folder, portfolio) = call.portfolio()?;
    let selection = RowSelection::read(call, &portfolio, Screen::Obligations, selected)?;
    let answers = rules::answers_with(&portfolio, call.as_of, &AllCores);
    let mut occurrences = answers.occurrences.clone();
    selection.order(call, &portfolio, &answers, &mut occurrences);
    let names_state = match selection.filter(call, &folder, &portfolio) {
        Some(filter) => filter.occurrences(&mut occurrences)?,
        None => false,
    };
    if call.json {
        return call.answer_json(&portfolio, json::due(&occurrences, call.as_of, &call.locale));
    }
    if !names_state {
        occurrences.retain(|one| one.state != OccurrenceState::Done);
    }
    Ok(answer_text(call, &portfolio, &text::due(&portfolio, &occurrences, call.as_of, &call.locale, call.width())))
}

pub(super) fn funding(call: &Invocation, by_year: bool, selected: &Selected) -> Result<CommandOutput, Failure> {
    let (folder, portfolio) = call.portfolio()?;
    let selection = RowSelection::read(call, &portfolio, Screen::Funding, selected)?;
    let mut answers = rules::answers_with(&portfolio, call.as_of, &AllCores);
    if let Some(filter) = selection.filter(call, &folder, &portfolio) {
        filter.promises(&mut answers.commitments)?;
        answers.funding = FundingTotals::of(&answers.commitments);
    }
    let funding = answers.funding;
    let is_filtered = selection.filter(call, &folder, &portfolio).is_some();
    let budgets = || if is_filtered { Vec::new() } else { rules::budget_years(&portfolio, call.as_of) };
    if call.json {
        return call.answer_json(&portfolio, json::funding(&funding, &budgets(), call.as_of));
    }
    if by_year {
        let text = text::by_year(&portfolio, &funding.years, &budgets(), call.as_of, &call.locale, call.width());
        return Ok(answer_text(call, &portfolio, &text));
    }
    Ok(answer_text(call, &portfolio, &text::funding(&portfolio, &funding, call.as_of, &call.locale, call.width())))
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
    let answers = rules::answers_with(&portfolio, call.as_of, &AllCores);
    let mut clocks = answers.committees.clone();
    selection.order(call, &portfolio, &answers, &mut clocks);
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
    let answers = rules::answers_with(&portfolio, call.as_of, &AllCores);
    let mut today = rules::today(&portfolio, &answers, call.as_of);
    selection.order(call, &portfolio, &answers, &mut today.items);
    let mut today = today.of(me.as_ref());
    let next = if today.items.is_empty() { next_day(&portfolio, &answers, call.as_of, me.as_ref()) } else { None };
    if let Some(filter) = selection.filter(call, &folder, &portfolio) {
        filter.today(&mut today.items)?;
    }
    if call.json {
        return call.answer_json(&portfolio, json::today(&today, next, call.as_of, &call.locale));
    }
    let text = text::today(&portfolio, &today, next, call.as_of, &call.locale, call.width());
    Ok(answer_text(call, &portfolio, &text))
}

/// Returns the first later day on which the same records have something for Today.
fn next_day(portfolio: &Portfolio, answers: &Answers, as_of: Date, me: Option<&Id>) -> Option<Date> {
    let soon = Days::new(portfolio.incubator.habits.due_soon_days.into());
    let occurrences = answers.occurrences.iter().filter_map(|one| one.due);
    let committees = answers.committees.iter().filter_map(|clock| clock.next_due);
    let tomorrow = as_of.succ_opt()?;
    let first_shown = |due: Date| due.checked_sub_days(soon).map(|day| day.max(tomorrow));
    let days: BTreeSet<Date> =
        occurrences.chain(committees).filter(|due| *due > as_of).filter_map(first_shown).collect();
    days.into_iter().find(|day| {
        let answers = rules::answers_with(portfolio, *day, &AllCores);
        !rules::today(portfolio, &answers, *day).of(me).items.is_empty()
    })
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
