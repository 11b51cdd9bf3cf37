//! Contributions and movements of a convention.

use serde::{Serialize, Serializer};

use crate::model::{Account, Call, Expenditure, Payment, Refund};
use crate::report::json::{FiguresJson, id_or_null, ids, iso, iso_or_null};
use crate::rules::{ContributionSummary, ConventionSummary, Movement, MovementKind, TrancheSummary, Unknown};

/// A contribution with its figures and tranches.
#[derive(Serialize)]
pub(super) struct ContributionJson {
    convention: String,
    id: String,
    from: String,
    to: Option<String>,
    startup: Option<String>,
    article: Option<String>,
    /// The startups that share it without `shares`.
    shared_with: Vec<String>,
    funding: FiguresJson,
    tranches: Vec<TrancheJson>,
}

/// `number` counts from 1; `unknown` is why `due` is `null`; `missing` are the papers not received yet.
#[derive(Serialize)]
struct TrancheJson {
    number: usize,
    amount: String,
    called: String,
    paid: String,
    due: Option<String>,
    unknown: Option<&'static str>,
    late_after: Option<String>,
    state: &'static str,
    gate: Option<GateJson>,
    missing: Vec<String>,
    article: Option<String>,
}

/// The spending threshold of a tranche.
#[derive(Serialize)]
struct GateJson {
    by: String,
    spent: String,
    threshold: String,
    crossed: Option<String>,
}

pub(super) fn contributions(standing: &ConventionSummary) -> Vec<ContributionJson> {
    let tranches = |of: &ContributionSummary| {
        let its = standing.tranches.iter().filter(|tranche| tranche.contribution == of.id);
        its.map(tranche).collect()
    };
    let row = |one: &ContributionSummary| ContributionJson {
        convention: one.convention.to_string(),
        id: one.id.clone(),
        from: one.from.to_string(),
        to: id_or_null(one.to.as_ref()),
        startup: id_or_null(one.startup.as_ref()),
        article: one.article.clone(),
        shared_with: ids(&one.shared_with),
        funding: FiguresJson::new(&one.figures),
        tranches: tranches(one),
    };
    standing.contributions.iter().map(row).collect()
}

fn tranche(tranche: &TrancheSummary) -> TrancheJson {
    TrancheJson {
        number: tranche.number,
        amount: tranche.amount.to_string(),
        called: tranche.called.to_string(),
        paid: tranche.paid.to_string(),
        due: iso_or_null(tranche.due),
        unknown: tranche.unknown.map(Unknown::name),
        late_after: iso_or_null(tranche.late_after),
        state: tranche.state.name(),
        gate: tranche.gate.as_ref().map(|gate| GateJson {
            by: gate.by.to_string(),
            spent: gate.spent.to_string(),
            threshold: gate.threshold.to_string(),
            crossed: iso_or_null(gate.crossed),
        }),
        missing: tranche.missing.clone(),
        article: tranche.article.clone(),
    }
}

/// Movements up to the day, sorted by day; `record` is the record with the entry. Spending without a day comes first.
/// The stages of spending keep their days as written, including later ones.
#[derive(Serialize)]
pub(super) struct MovementsJson {
    calls: Vec<CallJson>,
    payments: Vec<PaymentJson>,
    expenditure: Vec<ExpenditureJson>,
    refunds: Vec<RefundJson>,
}

#[derive(Serialize)]
struct CallJson {
    record: String,
    id: Option<String>,
    on: String,
    amount: String,
    contribution: String,
    tranche: Option<usize>,
    with: Vec<String>,
    reference: Option<String>,
}

#[derive(Serialize)]
struct PaymentJson {
    record: String,
    id: Option<String>,
    on: String,
    amount: String,
    contribution: String,
    tranche: Option<usize>,
    reference: Option<String>,
}

#[derive(Serialize)]
struct ExpenditureJson {
    record: String,
    id: Option<String>,
    amount: String,
    what: Option<String>,
    by: Option<String>,
    contribution: Option<String>,
    startup: Option<String>,
    supplier: Option<String>,
    nature: Option<String>,
    order: Option<String>,
    request: Option<String>,
    budget_year: Option<i32>,
    committed: Option<String>,
    done: Option<String>,
    paid: Option<String>,
    reference: Option<String>,
}

#[derive(Serialize)]
struct RefundJson {
    record: String,
    id: Option<String>,
    on: String,
    amount: String,
    contribution: String,
    reference: Option<String>,
}

impl MovementsJson {
    pub(super) fn new(movements: &[Movement<'_>]) -> Self {
        let mut moved = Self { calls: Vec::new(), payments: Vec::new(), expenditure: Vec::new(), refunds: Vec::new() };
        for Movement { entry, record, .. } in movements {
            let record = record.to_string();
            match entry {
                MovementKind::Call(one) => moved.calls.push(call(record, one)),
                MovementKind::Payment(one) => moved.payments.push(payment(record, one)),
                MovementKind::Spending(one, _) => moved.expenditure.push(expenditure(record, one)),
                MovementKind::Refund(one) => moved.refunds.push(refund(record, one)),
            }
        }
        moved
    }
}

fn call(record: String, call: &Call) -> CallJson {
    CallJson {
        record,
        id: call.id.clone(),
        on: iso(call.on),
        amount: call.amount.to_string(),
        contribution: call.contribution.clone(),
        tranche: call.tranche,
        with: call.with.clone(),
        reference: call.reference.clone(),
    }
}

fn payment(record: String, payment: &Payment) -> PaymentJson {
    PaymentJson {
        record,
        id: payment.id.clone(),
        on: iso(payment.on),
        amount: payment.amount.to_string(),
        contribution: payment.contribution.clone(),
        tranche: payment.tranche,
        reference: payment.reference.clone(),
    }
}

fn expenditure(record: String, line: &Expenditure) -> ExpenditureJson {
    ExpenditureJson {
        record,
        id: line.id.clone(),
        amount: line.amount.to_string(),
        what: line.what.clone(),
        by: id_or_null(line.by.as_ref()),
        contribution: line.contribution.clone(),
        startup: id_or_null(line.startup.as_ref()),
        supplier: line.supplier.clone(),
        nature: line.nature.clone(),
        order: line.order.clone(),
        request: line.request.clone(),
        budget_year: line.budget_year,
        committed: iso_or_null(line.committed),
        done: iso_or_null(line.done),
        paid: iso_or_null(line.paid),
        reference: line.reference.clone(),
    }
}

fn refund(record: String, refund: &Refund) -> RefundJson {
    RefundJson {
        record,
        id: refund.id.clone(),
        on: iso(refund.on),
        amount: refund.amount.to_string(),
        contribution: refund.contribution.clone(),
        reference: refund.reference.clone(),
    }
}

/// An account as printed in the document.
pub(super) struct AccountJson(Account);

impl AccountJson {
    pub(super) fn new(account: &Account) -> Self {
        Self(account.clone())
    }
}

impl Serialize for AccountJson {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.parts())
    }
}
