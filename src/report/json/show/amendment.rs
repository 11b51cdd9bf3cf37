//! The changes of an amendment, as written.

use serde::Serialize;

use crate::model::{Contribution, Convention, Obligation, Timing, Tranche, Trigger};
use crate::report::json::id_or_null;

/// `{contributions, obligations}`: replacements for those of the same id, and additions.
#[derive(Serialize)]
pub(super) struct AmendmentChangesJson {
    contributions: Vec<ContributionChangeJson>,
    obligations: Vec<ObligationChangeJson>,
}

#[derive(Serialize)]
struct ContributionChangeJson {
    id: String,
    from: String,
    to: Option<String>,
    startup: Option<String>,
    amount: String,
    article: Option<String>,
    tranches: Vec<TrancheChangeJson>,
}

/// One of `when` (as in the file: `"signature"`, `"end + 1 month"`, a date) and `spent` with `by`.
#[derive(Serialize)]
struct TrancheChangeJson {
    amount: String,
    when: Option<String>,
    spent: Option<String>,
    by: Option<String>,
    article: Option<String>,
}

/// At most one of `standing`, `due` and `every`; none means once, without a day.
#[derive(Serialize)]
struct ObligationChangeJson {
    id: String,
    about: Option<&'static str>,
    debtor: Option<String>,
    creditor: Option<String>,
    what: String,
    standing: bool,
    due: Option<String>,
    every: Option<String>,
    article: Option<String>,
}

/// Returns the changes of an amendment, or `None` for any other convention.
pub(super) fn changes(written: &Convention) -> Option<AmendmentChangesJson> {
    written.is_amendment().then(|| AmendmentChangesJson {
        contributions: written.contributions.iter().map(contribution).collect(),
        obligations: written.obligations.iter().map(obligation).collect(),
    })
}

fn contribution(one: &Contribution) -> ContributionChangeJson {
    ContributionChangeJson {
        id: one.id.clone(),
        from: one.from.to_string(),
        to: id_or_null(one.to.as_ref()),
        startup: id_or_null(one.startup.as_ref()),
        amount: one.amount.to_string(),
        article: one.article.clone(),
        tranches: one.tranches.iter().map(tranche).collect(),
    }
}

fn tranche(one: &Tranche) -> TrancheChangeJson {
    let (when, spent, by) = match &one.when {
        event @ (Trigger::At(_) | Trigger::Call | Trigger::Notification | Trigger::Report(_)) => {
            (Some(event.to_string()), None, None)
        }
        Trigger::Spent { amount, by } => (None, Some(amount.to_string()), Some(by.to_string())),
    };
    TrancheChangeJson { amount: one.amount.to_string(), when, spent, by, article: one.article.clone() }
}

fn obligation(one: &Obligation) -> ObligationChangeJson {
    let (due, every) = match one.timing {
        Timing::Once(Some(moment)) => (Some(moment.to_string()), None),
        Timing::Recurring(again) => (None, Some(again.every.to_string())),
        Timing::Standing | Timing::Once(None) => (None, None),
    };
    ObligationChangeJson {
        id: one.id.to_string(),
        about: one.about.map(crate::model::ObligationTopic::name),
        debtor: id_or_null(one.debtor()),
        creditor: id_or_null(one.creditor()),
        what: one.what.to_string(),
        standing: one.timing == Timing::Standing,
        due,
        every,
        article: one.article.as_deref().map(str::to_owned),
    }
}
