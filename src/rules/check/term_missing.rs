//! A convention that fixes no term although something is due at its end.

use super::shared::{count, in_convention};
use super::{Check, Context};
use crate::model::{Arg, Convention, Finding, Kind, Moment, Path, Severity, Timing, Trigger};
use crate::rules::terms_in_force;

pub const CHECK: Check =
    Check { name: "term-missing", severity: Severity::Warning, messages: &["finding-term-missing"], run };

fn run(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for convention in context.portfolio.conventions.values() {
        if convention.terminated.is_some() || matches!(convention.kind, Kind::Amendment { .. }) {
            continue;
        }
        let Some(terms) = terms_in_force(context.portfolio, &convention.id, context.as_of) else { continue };
        let hanging = hanging(&terms);
        if terms.term.is_none() && !hanging.is_empty() {
            let place = in_convention(&convention.id, Path::top().key("term"));
            let args = vec![("count", count(hanging.len())), ("blocks", Arg::List(hanging))];
            findings.push(CHECK.finding("finding-term-missing", place, args));
        }
    }
}

/// What is due at the end of the convention or so long after it.
fn hanging(terms: &Convention) -> Vec<String> {
    let obligations = terms
        .obligations
        .iter()
        .filter(|obligation| matches!(obligation.timing, Timing::Once(Some(Moment::End(_)))))
        .map(|obligation| obligation.id.clone());
    let payments = terms
        .contributions
        .iter()
        .filter(|contribution| {
            contribution.tranches.iter().any(|tranche| matches!(tranche.when, Trigger::At(Moment::End(_))))
        })
        .map(|contribution| format!("payment-{}", contribution.id));
    obligations.chain(payments).collect()
}
