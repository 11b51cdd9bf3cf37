//! Reports money for a contribution or a tranche that the convention doesn't have.

use std::collections::BTreeSet;

use super::shared::{amended, entry, in_convention, party_name, text};
use super::{Check, CheckInput};
use crate::model::{Contribution, Convention, Finding, KeyPath, MessageArg, Money, Severity, nearest};

pub const CHECK: Check = Check {
    name: "payment-without-contribution",
    severity: Severity::Error,
    messages: &[
        "finding-payment-without-contribution",
        "finding-payment-without-contribution-near",
        "finding-payment-without-contribution-tranche",
        "finding-payment-without-contribution-payee",
    ],
    run,
};

fn run(_: &Check, context: &CheckInput<'_>, findings: &mut Vec<Finding>) {
    for convention in context.portfolio.conventions.values() {
        let mut look = |list: &str, n: usize, amount: Money, contribution: &str, tranche: Option<usize>| {
            findings.extend(finding(context, convention, (&entry(list, n), amount), contribution, tranche));
        };
        for (n, call) in convention.calls.iter().enumerate() {
            look("calls", n, call.amount, &call.contribution, call.tranche);
        }
        for (n, payment) in convention.payments.iter().enumerate() {
            look("payments", n, payment.amount, &payment.contribution, payment.tranche);
        }
        for (n, refund) in convention.refunds.iter().enumerate() {
            look("refunds", n, refund.amount, &refund.contribution, None);
        }
        for (n, expenditure) in convention.expenditure.iter().enumerate() {
            if let Some(contribution) = &expenditure.contribution {
                look("expenditure", n, expenditure.amount, contribution, None);
            }
        }
        findings.extend(without_payee(context, convention));
    }
}

/// Reports payments to a contribution that its contributor spends directly and that therefore has no payee.
fn without_payee(context: &CheckInput<'_>, convention: &Convention) -> impl Iterator<Item = Finding> {
    convention.payments.iter().enumerate().filter_map(|(n, payment)| {
        let direct = convention.contributions.iter().find(|one| one.id == payment.contribution && one.to.is_none())?;
        let place = in_convention(&convention.id, entry("payments", n).key("contribution"));
        let args = vec![("party", party_name(context, &direct.from)), ("amount", MessageArg::Money(payment.amount))];
        Some(CHECK.finding("finding-payment-without-contribution-payee", place, args))
    })
}

fn finding(
    context: &CheckInput<'_>,
    convention: &Convention,
    (path, amount): (&KeyPath, Money),
    named: &str,
    tranche: Option<usize>,
) -> Option<Finding> {
    // The contributions of unsigned amendments are known, too.
    let base = amended(context, convention).unwrap_or(convention);
    let known = || {
        let amendments = context.portfolio.amendments_of(&base.id).flat_map(|amendment| &amendment.contributions);
        convention.contributions.iter().chain(&base.contributions).chain(amendments)
    };
    let named_one = known().filter(|contribution| contribution.id == named).max_by_key(|one| tranches(one));
    let Some(contribution) = named_one else {
        let place = in_convention(&convention.id, path.key("contribution"));
        let all: BTreeSet<String> = known().map(|contribution| contribution.id.clone()).collect();
        let near = nearest(named, all.iter().map(String::as_str)).map(str::to_owned);
        let mut args = vec![
            ("contribution", text(named)),
            ("amount", MessageArg::Money(amount)),
            ("count", MessageArg::count(all.len())),
            ("known", MessageArg::List(all.into_iter().collect())),
        ];
        return Some(match near {
            Some(near) => {
                args.push(("nearest", text(near)));
                CHECK.finding("finding-payment-without-contribution-near", place, args)
            }
            None => CHECK.finding("finding-payment-without-contribution", place, args),
        });
    };
    let parts = tranches(contribution);
    let number = tranche.filter(|number| *number == 0 || *number > parts)?;
    let place = in_convention(&convention.id, path.key("tranche"));
    let args = vec![
        ("party", party_name(context, &contribution.from)),
        ("number", MessageArg::count(number)),
        ("count", MessageArg::count(parts)),
    ];
    Some(CHECK.finding("finding-payment-without-contribution-tranche", place, args))
}

/// Returns the number of tranches, at least 1: a contribution without any is paid as one.
fn tranches(contribution: &Contribution) -> usize {
    contribution.tranches.len().max(1)
}

#[cfg(test)]
mod tests {
    use crate::model::{Expenditure, Payment};
    use crate::rules::check::shared::fixtures::Records;
    use crate::testing::portfolios::{amendment, at, contribution, convention, paid, payment};

    #[test]
    fn reports_money_for_unknown_contributions_and_tranches() {
        let mut of = convention("a", &[], "2020-01-01");
        of.contributions = vec![contribution("pau", &[("400", at("signature")), ("600", at("end"))])];
        of.payments = vec![
            payment("pau", "400", "2020-02-01"),
            payment("pua", "400", "2020-02-01"),
            Payment { tranche: Some(3), ..payment("pau", "400", "2020-02-01") },
            Payment { tranche: Some(2), ..payment("pau", "400", "2020-02-01") },
        ];
        of.expenditure = vec![
            paid("10", "2020-03-01"),
            Expenditure { contribution: Some("dinum".to_owned()), ..paid("10", "2020-03-01") },
        ];
        assert_eq!(
            Records::default().convention(of).found("payment-without-contribution", "2020-12-01"),
            [
                "payment-without-contribution-near at convention/a payments[1].contribution: contribution=pua amount=400.00 count=1 known=pau nearest=pau",
                "payment-without-contribution-tranche at convention/a payments[2].tranche: party=pau number=3 count=2",
                "payment-without-contribution at convention/a expenditure[1].contribution: contribution=dinum amount=10.00 count=1 known=pau",
            ]
        );
    }

    #[test]
    fn knows_contributions_added_by_an_amendment() {
        let mut base = convention("a", &[], "2020-01-01");
        base.payments = vec![payment("more", "400", "2020-02-01")];
        let mut change = amendment("b", "a", "2020-01-15");
        change.contributions = vec![contribution("more", &[])];
        change.payments = vec![payment("more", "400", "2020-03-01")];
        let records = Records::default().convention(base).convention(change);
        assert!(records.found("payment-without-contribution", "2020-12-01").is_empty());
    }
}
