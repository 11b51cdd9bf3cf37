//! `report … --sent`: records that a paper was sent, with the file as evidence.

use std::path::Path;

use chrono::Datelike;

use super::verbs;
use super::{CommandOutput, Invocation};
use crate::cli::args::report::Report;
use crate::cli::errors::{self, Failure};
use crate::cli::evidence::FileEvidence;
use crate::edit::Intention;
use crate::edit::verb::{CallVerb, DoneVerb, RemindVerb};
use crate::model::{Date, FUND_REPORT, Id, MessageArg, ObligationTopic, Portfolio};
use crate::papers::{self, PaperInput};
use crate::parallel::AllCores;
use crate::rules;
use crate::store::Folder;

/// Returns the facts that a paper was sent: the fulfilment of the obligation that asks for it, a call for funds, or the
/// reminder of each item of the letters.
pub(super) fn facts(
    call: &Invocation,
    input: &PaperInput<'_>,
    what: &Report,
    sent: &str,
) -> Result<Vec<Intention>, Failure> {
    let id = |typed: &str| Id::new(typed).map_err(|error| errors::id(&call.locale, typed, &error));
    let on = call.past_date("--sent", Some(sent))?.unwrap_or(call.today);
    match what {
        Report::Management { convention, year, .. } => {
            let convention = id(convention)?;
            if let Some(due) = fund_report(input, &convention, *year) {
                let obligation = FUND_REPORT.to_owned();
                return Ok(vec![DoneVerb { convention, obligation, on, evidence: None, due: Some(due) }.into()]);
            }
            fulfilment(call, input, &convention, ObligationTopic::ManagementReport, on)
        }
        Report::Statement { convention, .. } => {
            fulfilment(call, input, &id(convention)?, ObligationTopic::StatementOfExpenditure, on)
        }
        Report::Call { contribution, tranche, .. } => {
            let (convention, contribution) = contribution.split_once('/').unwrap_or((contribution, ""));
            let convention = id(convention)?;
            let called = papers::called(input, &convention, contribution, *tranche);
            let (tranche, amount) = called.map_err(|error| errors::paper(&call.locale, &error))?;
            let contribution = contribution.to_owned();
            let (with, reference) = (Vec::new(), None);
            Ok(vec![CallVerb { convention, contribution, tranche: Some(tranche), on, amount, with, reference }.into()])
        }
        Report::Reminder { party, second, .. } => {
            let party = party.as_deref().map(id).transpose()?;
            reminders(call, input, party.as_ref(), (on, *second))
        }
        Report::Sheet { .. } | Report::Minutes { .. } | Report::Papers { .. } | Report::Summary { .. } => {
            Err(errors::usage(&call.locale, "error-paper-not-owed", vec![]))
        }
    }
}

/// Returns the due day of the report that the decree asks for, if it does: that of the year, by default the last one.
fn fund_report(input: &PaperInput<'_>, convention: &Id, year: Option<i32>) -> Option<Date> {
    let year = year.unwrap_or(input.as_of.year() - 1);
    let all = rules::convention_occurrences(input.portfolio, convention, input.as_of);
    let mut reports = all.iter().filter(|one| one.obligation == FUND_REPORT).filter_map(|one| one.due);
    reports.find(|due| due.year() == year + 1)
}

/// Returns the fulfilment of the obligation about a topic, in the terms in force.
fn fulfilment(
    call: &Invocation,
    input: &PaperInput<'_>,
    convention: &Id,
    topic: ObligationTopic,
    on: Date,
) -> Result<Vec<Intention>, Failure> {
    let terms = rules::terms_in_force(input.portfolio, convention, input.as_of);
    let obligation = terms.as_ref().and_then(|terms| terms.obligations.iter().find(|one| one.about == Some(topic)));
    let Some(obligation) = obligation else {
        let args = vec![("convention", MessageArg::Text(convention.to_string()))];
        return Err(errors::usage(&call.locale, "error-paper-no-obligation", args));
    };
    let (convention, obligation) = (convention.clone(), obligation.id.to_string());
    Ok(vec![DoneVerb { convention, obligation, on, evidence: None, due: None }.into()])
}

/// Returns the reminder of each item of the letters that a convention holds.
fn reminders(
    call: &Invocation,
    input: &PaperInput<'_>,
    party: Option<&Id>,
    (on, is_second): (Date, bool),
) -> Result<Vec<Intention>, Failure> {
    let answers = rules::answers_with(input.portfolio, input.as_of, &AllCores);
    let items = papers::reminded_items(input, &answers, party).map_err(|error| errors::paper(&call.locale, &error))?;
    let rank = is_second.then_some(2);
    let facts = items.into_iter().filter_map(|(debtor, one)| {
        let (convention, item, to) = (one.convention.clone()?, one.id.to_string(), debtor.clone());
        Some(RemindVerb { convention, item, to, on, rank }.into())
    });
    let mut facts: Vec<Intention> = facts.collect();
    // Missed dates of one obligation are one item.
    let mut seen = Vec::new();
    facts.retain(|fact| {
        let is_new = !seen.contains(fact);
        seen.push(fact.clone());
        is_new
    });
    Ok(facts)
}

/// Records the facts. A file in the repository is committed with them; for any other file, its name and SHA-256 are
/// recorded.
pub(super) fn record(
    call: &Invocation,
    folder: &Folder,
    portfolio: &Portfolio,
    facts: Vec<Intention>,
    file: Option<&Path>,
) -> Result<CommandOutput, Failure> {
    let evidence = file.map(|file| FileEvidence::of(&call.locale, folder, file)).transpose()?;
    let text = evidence.as_ref().map(|evidence| evidence.text.clone());
    let proved = |fact| match fact {
        Intention::Done(done) => DoneVerb { evidence: text.clone(), ..done }.into(),
        Intention::Call(call) => CallVerb { reference: text.clone(), ..call }.into(),
        other => other,
    };
    let facts: Vec<Intention> = facts.into_iter().map(proved).collect();
    verbs::record(call, folder, portfolio, &facts, evidence.as_ref())
}
