//! `report … --sent`: records that a paper was sent, with the file as evidence.

use std::path::Path;

use super::verbs;
use super::{CommandOutput, Invocation};
use crate::cli::args::report::Report;
use crate::cli::errors::{self, Failure};
use crate::cli::evidence::FileEvidence;
use crate::edit::Intention;
use crate::edit::verb::{CallVerb, DoneVerb};
use crate::model::{Date, Id, MessageArg, ObligationTopic, Portfolio};
use crate::papers::{self, PaperInput};
use crate::rules;
use crate::store::Folder;

/// Returns the fact that a paper was sent: the fulfilment of the obligation that asks for it, or a call for funds.
pub(super) fn fact(call: &Invocation, input: &PaperInput<'_>, what: &Report, sent: &str) -> Result<Intention, Failure> {
    let id = |typed: &str| Id::new(typed).map_err(|error| errors::id(&call.locale, typed, &error));
    let on = call.past_date("--sent", Some(sent))?.unwrap_or(call.today);
    match what {
        Report::Management { convention, .. } => {
            fulfilment(call, input, &id(convention)?, ObligationTopic::ManagementReport, on)
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
            Ok(CallVerb { convention, contribution, tranche: Some(tranche), on, amount, with, reference }.into())
        }
        Report::Reminder { .. }
        | Report::Sheet { .. }
        | Report::Minutes { .. }
        | Report::Papers { .. }
        | Report::Summary { .. } => Err(errors::usage(&call.locale, "error-paper-not-owed", vec![])),
    }
}

/// The fulfilment of the obligation about a topic, in the terms in force.
fn fulfilment(
    call: &Invocation,
    input: &PaperInput<'_>,
    convention: &Id,
    topic: ObligationTopic,
    on: Date,
) -> Result<Intention, Failure> {
    let terms = rules::terms_in_force(input.portfolio, convention, input.as_of);
    let obligation = terms.as_ref().and_then(|terms| terms.obligations.iter().find(|one| one.about == Some(topic)));
    let Some(obligation) = obligation else {
        let args = vec![("convention", MessageArg::Text(convention.to_string()))];
        return Err(errors::usage(&call.locale, "error-paper-no-obligation", args));
    };
    let (convention, obligation) = (convention.clone(), obligation.id.clone());
    Ok(DoneVerb { convention, obligation, on, evidence: None, due: None }.into())
}

/// Records the fact. A file in the repository is committed with it, of another one name and SHA-256 are recorded.
pub(super) fn record(
    call: &Invocation,
    folder: &Folder,
    portfolio: &Portfolio,
    fact: Intention,
    file: Option<&Path>,
) -> Result<CommandOutput, Failure> {
    let evidence = file.map(|file| FileEvidence::of(&call.locale, folder, file)).transpose()?;
    let text = evidence.as_ref().map(|evidence| evidence.text.clone());
    let fact = match fact {
        Intention::Done(done) => DoneVerb { evidence: text, ..done }.into(),
        Intention::Call(call) => CallVerb { reference: text, ..call }.into(),
        other => other,
    };
    verbs::record(call, folder, portfolio, &[fact], evidence.as_ref())
}
