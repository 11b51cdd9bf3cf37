//! Money that moves against a contribution or a tranche that the convention does not have.

use super::shared::{amended, count, entry, in_convention, nearest, text};
use super::{Check, Context};
use crate::model::{Arg, Contribution, Convention, Finding, Path, Severity};

pub const CHECK: Check = Check {
    name: "payment-without-contribution",
    severity: Severity::Error,
    messages: &[
        "finding-payment-without-contribution",
        "finding-payment-without-contribution-near",
        "finding-payment-without-contribution-tranche",
    ],
    run,
};

fn run(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for convention in context.portfolio.conventions.values() {
        let mut look = |list: &str, n: usize, contribution: &str, tranche: Option<usize>| {
            findings.extend(finding(context, convention, &entry(list, n), contribution, tranche));
        };
        for (n, call) in convention.calls.iter().enumerate() {
            look("calls", n, &call.contribution, call.tranche);
        }
        for (n, payment) in convention.payments.iter().enumerate() {
            look("payments", n, &payment.contribution, payment.tranche);
        }
        for (n, refund) in convention.refunds.iter().enumerate() {
            look("refunds", n, &refund.contribution, None);
        }
        for (n, expenditure) in convention.expenditure.iter().enumerate() {
            if let Some(contribution) = &expenditure.contribution {
                look("expenditure", n, contribution, None);
            }
        }
    }
}

fn finding(
    context: &Context<'_>,
    convention: &Convention,
    path: &Path,
    named: &str,
    tranche: Option<usize>,
) -> Option<Finding> {
    // Signed or not, an amendment's contributions are no slip of the pen.
    let base = amended(context, convention).unwrap_or(convention);
    let known = || {
        let amendments = context.portfolio.amendments_of(&base.id).flat_map(|amendment| &amendment.contributions);
        convention.contributions.iter().chain(&base.contributions).chain(amendments)
    };
    let parts = known().filter(|contribution| contribution.id == named).map(tranches).max();
    let Some(parts) = parts else {
        let place = in_convention(&convention.id, path.clone().key("contribution"));
        let all: Vec<String> = known().map(|contribution| contribution.id.clone()).collect();
        let near = nearest(named, all.iter().map(String::as_str));
        let mut args = vec![("contribution", text(named)), ("count", count(all.len())), ("known", Arg::List(all))];
        return Some(match near {
            Some(near) => {
                args.push(("nearest", text(near)));
                CHECK.finding("finding-payment-without-contribution-near", place, args)
            }
            None => CHECK.finding("finding-payment-without-contribution", place, args),
        });
    };
    let number = tranche.filter(|number| *number == 0 || *number > parts)?;
    let place = in_convention(&convention.id, path.clone().key("tranche"));
    let args = vec![("contribution", text(named)), ("number", count(number)), ("count", count(parts))];
    Some(CHECK.finding("finding-payment-without-contribution-tranche", place, args))
}

/// A contribution in one piece is its own only tranche.
fn tranches(contribution: &Contribution) -> usize {
    contribution.tranches.len().max(1)
}
