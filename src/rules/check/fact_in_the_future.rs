//! Reports a fact with a date in the future, such as a signature or a payment of tomorrow.

use super::shared::{entry, in_convention, in_startup, text};
use super::{Check, CheckInput};
use crate::model::{CommitteeState, Convention, Date, Finding, KeyPath, Location, MessageArg, Severity, Startup};

pub const CHECK: Check =
    Check { name: "fact-in-the-future", severity: Severity::Warning, messages: &["finding-fact-in-the-future"], run };

fn run(_: &Check, context: &CheckInput<'_>, findings: &mut Vec<Finding>) {
    // If `--as-of` is in the future, facts up to that day are allowed.
    let now = context.as_of.max(context.today);
    let mut found = |what: &'static str, on: Date, place: &dyn Fn() -> Location| {
        if on > now {
            let args = vec![("what", text(what)), ("on", MessageArg::Date(on))];
            findings.push(CHECK.finding("finding-fact-in-the-future", place(), args));
        }
    };
    for startup in context.portfolio.startups.values() {
        of_startup(startup, &mut found);
    }
    for convention in context.portfolio.conventions.values() {
        of_convention(convention, &mut found);
        of_money(convention, &mut found);
    }
}

/// Takes the verb of a fact, its day and its location.
type FactVisitor<'f> = dyn FnMut(&'static str, Date, &dyn Fn() -> Location) + 'f;

fn of_startup(startup: &Startup, found: &mut FactVisitor<'_>) {
    for (n, committee) in startup.committees.iter().enumerate() {
        if committee.state == CommitteeState::Held {
            found("held", committee.on, &|| in_startup(&startup.id, entry("committees", n).key("on")));
        }
    }
    for (n, action) in startup.actions.iter().enumerate() {
        if let Some(done) = action.done {
            found("done", done, &|| in_startup(&startup.id, entry("actions", n).key("done")));
        }
    }
}

fn of_convention(convention: &Convention, found: &mut FactVisitor<'_>) {
    let at = |path: KeyPath| in_convention(&convention.id, path);
    if let Some(signed) = convention.signed {
        found("signed", signed, &|| at(KeyPath::top().key("signed")));
    }
    for (n, obligation) in convention.obligations.iter().enumerate() {
        for (m, fulfilment) in obligation.fulfilled.iter().enumerate() {
            found("fulfilled", fulfilment.on, &|| at(entry("obligations", n).key("fulfilled").index(m).key("on")));
        }
    }
}

fn of_money(convention: &Convention, found: &mut FactVisitor<'_>) {
    let at = |list: &str, n: usize, key: &str| in_convention(&convention.id, entry(list, n).key(key));
    for (n, call) in convention.calls.iter().enumerate() {
        found("called", call.on, &|| at("calls", n, "on"));
    }
    for (n, payment) in convention.payments.iter().enumerate() {
        found("paid", payment.on, &|| at("payments", n, "on"));
    }
    for (n, line) in convention.expenditure.iter().enumerate() {
        for (what, key, on) in [("done", "done", line.done), ("paid", "paid", line.paid)] {
            if let Some(on) = on {
                found(what, on, &|| at("expenditure", n, key));
            }
        }
    }
    for (n, refund) in convention.refunds.iter().enumerate() {
        found("refunded", refund.on, &|| at("refunds", n, "on"));
    }
}

#[cfg(test)]
mod tests {
    use crate::model::CommitteeState::{Held, Planned};
    use crate::model::{Call, Convention, Obligation, Refund, Startup, Timing};
    use crate::rules::check::shared::fixtures::Records;
    use crate::rules::check::{CHECKS, CheckInput};
    use crate::testing::portfolios::*;

    fn records(on: &str) -> Records {
        let done = Obligation { fulfilled: [fulfilled(on)].into(), ..obligation("report", Timing::Standing) };
        Records::default()
            .startup(Startup { committees: vec![committee(Planned, on), committee(Held, on)], ..startup("s") })
            .convention(Convention {
                obligations: vec![done],
                calls: vec![Call {
                    id: None,
                    on: day(on),
                    amount: money("10"),
                    contribution: "pau".to_owned(),
                    tranche: None,
                    with: Vec::new(),
                    reference: None,
                }],
                payments: vec![payment("pau", "10", on)],
                expenditure: vec![paid("10", on)],
                refunds: vec![Refund {
                    on: day(on),
                    amount: money("10"),
                    contribution: "pau".to_owned(),
                    reference: None,
                    id: None,
                }],
                ..convention("c", &["s"], on)
            })
    }

    #[test]
    fn reports_every_fact_in_the_future_but_no_plan() {
        assert_eq!(
            records("2020-12-02").found("fact-in-the-future", "2020-12-01"),
            [
                "fact-in-the-future at startup/s committees[1].on: what=held on=2020-12-02",
                "fact-in-the-future at convention/c signed: what=signed on=2020-12-02",
                "fact-in-the-future at convention/c obligations[0].fulfilled[0].on: what=fulfilled on=2020-12-02",
                "fact-in-the-future at convention/c calls[0].on: what=called on=2020-12-02",
                "fact-in-the-future at convention/c payments[0].on: what=paid on=2020-12-02",
                "fact-in-the-future at convention/c expenditure[0].paid: what=paid on=2020-12-02",
                "fact-in-the-future at convention/c refunds[0].on: what=refunded on=2020-12-02",
            ]
        );
        assert!(records("2020-12-01").found("fact-in-the-future", "2020-12-01").is_empty());
    }

    #[test]
    fn facts_after_a_past_as_of_day_are_not_in_the_future() {
        let records = records("2020-11-30");
        let check = CHECKS.iter().find(|one| one.name == "fact-in-the-future").expect("the check");
        for (as_of, today, expected) in
            [("2019-01-01", "2020-12-01", 0), ("2020-12-01", "2019-01-01", 0), ("2019-01-01", "2019-01-02", 7)]
        {
            let mut findings = Vec::new();
            (check.run)(
                check,
                &CheckInput { portfolio: &records.0, as_of: day(as_of), today: day(today) },
                &mut findings,
            );
            assert_eq!(findings.len(), expected, "as of {as_of}, on {today}");
        }
    }
}
