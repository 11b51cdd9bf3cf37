//! `conventions/<id>.toml`: what frames the money and the undertakings.

use std::num::NonZeroU32;

use schemars::JsonSchema;
use serde::Deserialize;

use super::money::{RawCall, RawContribution, RawExpenditure, RawPayment, RawRefund, RawResource};
use super::obligation::{RawCommitteeClause, RawObligation};
use super::provisions::{
    RawAccounts, RawAntecedent, RawBudgetLine, RawClause, RawClauses, RawPartyAccount, RawPublication, RawSignatory,
};
use super::scalar::{FormatVersion, KindWord, Scalar};
use super::{Faults, plain, plains};
use crate::model::{Convention, ConventionKind, Date, Id, KeyPath, ProblemKind, Span, Term, TermLength, Termination};

/// An agreement that funds one startup or several, a framework between incubators, or an amendment (couveuse).
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(title = "Convention")]
pub(in crate::record) struct RawConvention {
    /// The version of the format; 1 where it is absent.
    #[allow(dead_code, reason = "reading it is the check")]
    format: Option<Scalar<FormatVersion>>,
    /// Its full title.
    title: String,
    /// What sort of agreement it is.
    kind: Scalar<KindWord>,
    /// The convention that an amendment changes.
    amends: Option<Scalar<Id>>,
    /// The startups that it funds; none for a framework.
    #[serde(default)]
    startups: Vec<Scalar<Id>>,
    /// The organisations that sign.
    #[serde(default)]
    parties: Vec<Scalar<Id>>,
    /// The number that a party gave it.
    reference: Option<String>,
    /// The day that it was decided to sign. Not the signature.
    decided: Option<Scalar<Date>>,
    /// The day that the last party signed; absent where the copy bears none.
    signed: Option<Scalar<Date>>,
    /// How long it runs; absent where it does not say.
    term: Option<RawTerm>,
    /// Its early end.
    terminated: Option<RawTermination>,
    /// How many days after a tranche is due its payment is late.
    payment_days: Option<Scalar<u32>>,
    /// The ids of the obligations that an amendment takes out.
    #[serde(default)]
    repeals: Vec<String>,
    /// Who signs for each party.
    #[serde(default)]
    signatories: Vec<RawSignatory>,
    /// Money promised.
    #[serde(default)]
    contributions: Vec<RawContribution>,
    /// Means promised in kind.
    #[serde(default)]
    resources: Vec<RawResource>,
    /// Its committee.
    committee: Option<RawCommitteeClause>,
    /// What the parties undertook.
    #[serde(default)]
    obligations: Vec<RawObligation>,
    /// Requests for money.
    #[serde(default)]
    calls: Vec<RawCall>,
    /// Money received.
    #[serde(default)]
    payments: Vec<RawPayment>,
    /// Money spent.
    #[serde(default)]
    expenditure: Vec<RawExpenditure>,
    /// Money given back.
    #[serde(default)]
    refunds: Vec<RawRefund>,
    /// The bank accounts that it prints.
    #[serde(default)]
    accounts: RawAccounts,
    /// Where in the State's budget the money goes.
    budget: Option<RawBudgetLine>,
    /// Where it is to be published, and by whom.
    publication: Option<RawPublication>,
    /// Its clauses on ending and changing it.
    #[serde(default)]
    clauses: RawClauses,
    /// The earlier conventions that it speaks of.
    #[serde(default)]
    antecedents: Vec<RawAntecedent>,
}

/// How long it runs: one of `months`, `until` and `covers`.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "Term")]
struct RawTerm {
    /// So many months from the signature.
    months: Option<Scalar<NonZeroU32>>,
    /// To a day, that day included.
    until: Option<Scalar<Date>>,
    /// In words, where no day follows from them.
    covers: Option<String>,
    /// The article that says so.
    article: Option<String>,
}

/// The early end of a convention.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "Termination")]
struct RawTermination {
    /// The day that it takes effect.
    on: Scalar<Date>,
    /// Why.
    reason: Option<String>,
}

impl RawConvention {
    /// The convention of that id; `None` for an amendment of nothing, whose effect nobody can tell.
    pub fn build(self, id: &Id, faults: &mut Faults) -> Option<Convention> {
        faults.duplicates("contributions", self.contributions.iter().map(|entry| Some(&*entry.id)));
        faults.duplicates("obligations", self.obligations.iter().map(|entry| Some(&*entry.id)));
        faults.duplicates("calls", self.calls.iter().map(|entry| entry.id.as_deref()));
        faults.duplicates("payments", self.payments.iter().map(|entry| entry.id.as_deref()));
        faults.duplicates("expenditure", self.expenditure.iter().map(|entry| entry.id.as_deref()));
        let kind = kind(self.kind.0, plain(self.amends), faults)?;
        let obligations = self.obligations.into_iter().enumerate();
        Some(Convention {
            id: id.clone(),
            title: self.title,
            kind,
            startups: plains(self.startups),
            parties: plains(self.parties),
            signatories: self.signatories.into_iter().map(RawSignatory::build).collect(),
            reference: self.reference,
            decided: plain(self.decided),
            signed: plain(self.signed),
            term: self.term.and_then(|term| term.build(faults)),
            terminated: self.terminated.map(|end| Termination { on: end.on.0, reason: end.reason }),
            payment_days: plain(self.payment_days),
            contributions: self.contributions.into_iter().map(RawContribution::build).collect(),
            resources: self.resources.into_iter().map(RawResource::build).collect(),
            committee: self.committee.map(RawCommitteeClause::build),
            obligations: obligations.map(|(n, obligation)| obligation.build(n, faults)).collect(),
            calls: self.calls.into_iter().map(RawCall::build).collect(),
            payments: self.payments.into_iter().map(RawPayment::build).collect(),
            expenditure: self.expenditure.into_iter().map(RawExpenditure::build).collect(),
            refunds: self.refunds.into_iter().map(RawRefund::build).collect(),
            payment_account: self.accounts.payment.map(RawPartyAccount::build),
            refund_account: self.accounts.refund.map(RawPartyAccount::build),
            budget: self.budget.map(RawBudgetLine::build),
            publication: self.publication.map(RawPublication::build),
            termination_clause: self.clauses.termination.map(RawClause::build),
            amendment_clause: self.clauses.amendment.map(RawClause::build),
            antecedents: self.antecedents.into_iter().map(RawAntecedent::build).collect(),
            repeals: self.repeals,
        })
    }
}

fn kind(word: KindWord, amends: Option<Id>, faults: &mut Faults) -> Option<ConventionKind> {
    match (word, amends) {
        (KindWord::Amendment, Some(amends)) => Some(ConventionKind::Amendment { amends }),
        (KindWord::Amendment, None) => {
            faults.add(KeyPath::top().key("kind"), ProblemKind::MissingKey("amends".to_owned()));
            None
        }
        (other, amends) => {
            if amends.is_some() {
                faults.conflict(&KeyPath::top(), &["kind", "amends"]);
            }
            Some(if other == KindWord::Framework { ConventionKind::Framework } else { ConventionKind::Partnership })
        }
    }
}

impl RawTerm {
    fn build(self, faults: &mut Faults) -> Option<Term> {
        let place = KeyPath::top().key("term");
        let stated =
            [("months", self.months.is_some()), ("until", self.until.is_some()), ("covers", self.covers.is_some())];
        let keys: Vec<&str> = stated.iter().filter(|(_, there)| *there).map(|(key, _)| *key).collect();
        if keys.len() > 1 {
            faults.conflict(&place, &keys);
            return None;
        }
        let length = match (self.months, self.until, self.covers) {
            (Some(months), _, _) => TermLength::For(Span::months(months.0.get())),
            (_, Some(until), _) => TermLength::Until(until.0),
            (_, _, Some(covers)) => TermLength::Covers(covers),
            (None, None, None) => {
                faults.add(place, ProblemKind::MissingKey("months".to_owned()));
                return None;
            }
        };
        Some(Term { length, article: self.article })
    }
}
