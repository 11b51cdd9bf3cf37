//! The papers that a tranche needs, and the day on which the last of them was recorded.

use crate::model::{Call, Date, ObligationTopic};
use crate::rules::terms::Terms;

/// Every call supplies this paper, without naming it in `with`.
const CALL_FOR_FUNDS: &str = "call for funds";

/// Returns the day on which the last of the papers was recorded, if any, and the papers that are missing.
///
/// A paper is recorded by the call that supplies it, or by the first fulfilment of the obligation to submit it. Source:
/// article 4 of the framework (« sur présentation d'un appel de fonds accompagné d'un état récapitulatif »).
pub(super) fn recorded(terms: &Terms<'_>, needs: &[String], calls: &[&Call]) -> (Option<Date>, Vec<String>) {
    let mut last = None;
    let mut missing = Vec::new();
    for need in needs {
        match supplied_by_call(need, calls).into_iter().chain(supplied_by_obligation(terms, need)).min() {
            Some(day) => last = last.max(Some(day)),
            None => missing.push(need.clone()),
        }
    }
    (last, missing)
}

/// Returns whether a paper that a tranche needs is the call for funds itself.
#[must_use]
pub fn is_call_for_funds(paper: &str) -> bool {
    normalized(paper) == CALL_FOR_FUNDS
}

fn supplied_by_call(need: &str, calls: &[&Call]) -> Option<Date> {
    let supplies =
        |call: &&&Call| is_call_for_funds(need) || call.with.iter().any(|paper| normalized(paper) == normalized(need));
    calls.iter().filter(supplies).map(|call| call.on).min()
}

fn supplied_by_obligation(terms: &Terms<'_>, need: &str) -> Option<Date> {
    let topic = ObligationTopic::ALL.into_iter().find(|topic| normalized(topic.name()) == normalized(need))?;
    first_fulfilment(terms, |obligation| obligation.about == Some(topic))
}

/// Returns the first day on which one of the matching obligations was fulfilled, in the convention or an amendment.
pub(in crate::rules) fn first_fulfilment(
    terms: &Terms<'_>,
    is_meant: impl Fn(&crate::model::Obligation) -> bool,
) -> Option<Date> {
    let meant = terms.documents().flat_map(|document| &document.obligations).filter(|one| is_meant(one));
    meant.flat_map(|one| &one.fulfilled).map(|fulfilment| fulfilment.on).filter(|day| *day <= terms.as_of).min()
}

/// Normalises the name of a paper: lower case, with spaces instead of hyphens.
fn normalized(paper: &str) -> String {
    paper.trim().to_lowercase().replace(['-', '_'], " ")
}
