//! `conventions/<id>.toml`: what frames the money and the undertakings.

use std::num::NonZeroU32;

use schemars::JsonSchema;
use serde::Deserialize;

use super::frame::{
    AccountsShape, AntecedentShape, BudgetShape, ClauseShape, ClausesShape, PartyAccountShape, PublicationShape,
    SignatoryShape,
};
use super::money::{CallShape, ContributionShape, ExpenditureShape, PaymentShape, RefundShape, ResourceShape};
use super::obligation::{ClauseShape as CommitteeShape, ObligationShape};
use super::value::{Field, Format, KindWord};
use super::{Faults, plain, plains};
use crate::model::{Convention, Date, Id, Kind, Path, ProblemKind, Span, Term, TermLength, Termination};

/// An agreement that funds one startup or several, a framework between incubators, or an amendment (couveuse).
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(title = "Convention")]
pub(in crate::record) struct ConventionShape {
    /// The version of the format; 1 where it is absent.
    #[allow(dead_code, reason = "reading it is the check")]
    format: Option<Field<Format>>,
    /// Its full title.
    title: String,
    /// What sort of agreement it is.
    kind: Field<KindWord>,
    /// The convention that an amendment changes.
    amends: Option<Field<Id>>,
    /// The startups that it funds; none for a framework.
    #[serde(default)]
    startups: Vec<Field<Id>>,
    /// The organisations that sign.
    #[serde(default)]
    parties: Vec<Field<Id>>,
    /// The number that a party gave it.
    reference: Option<String>,
    /// The day that it was decided to sign. Not the signature.
    decided: Option<Field<Date>>,
    /// The day that the last party signed; absent where the copy bears none.
    signed: Option<Field<Date>>,
    /// How long it runs; absent where it does not say.
    term: Option<TermShape>,
    /// Its early end.
    terminated: Option<TerminationShape>,
    /// How many days after a tranche is due its payment is late.
    payment_days: Option<Field<u32>>,
    /// The ids of the obligations that an amendment takes out.
    #[serde(default)]
    repeals: Vec<String>,
    /// Who signs for each party.
    #[serde(default)]
    signatories: Vec<SignatoryShape>,
    /// Money promised.
    #[serde(default)]
    contributions: Vec<ContributionShape>,
    /// Means promised in kind.
    #[serde(default)]
    resources: Vec<ResourceShape>,
    /// Its committee.
    committee: Option<CommitteeShape>,
    /// What the parties undertook.
    #[serde(default)]
    obligations: Vec<ObligationShape>,
    /// Requests for money.
    #[serde(default)]
    calls: Vec<CallShape>,
    /// Money received.
    #[serde(default)]
    payments: Vec<PaymentShape>,
    /// Money spent.
    #[serde(default)]
    expenditure: Vec<ExpenditureShape>,
    /// Money given back.
    #[serde(default)]
    refunds: Vec<RefundShape>,
    /// The bank accounts that it prints.
    #[serde(default)]
    accounts: AccountsShape,
    /// Where in the State's budget the money goes.
    budget: Option<BudgetShape>,
    /// Where it is to be published, and by whom.
    publication: Option<PublicationShape>,
    /// Its clauses on ending and changing it.
    #[serde(default)]
    clauses: ClausesShape,
    /// The earlier conventions that it speaks of.
    #[serde(default)]
    antecedents: Vec<AntecedentShape>,
}

/// How long it runs: one of `months`, `until` and `covers`.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "Term")]
struct TermShape {
    /// So many months from the signature.
    months: Option<Field<NonZeroU32>>,
    /// To a day, that day included.
    until: Option<Field<Date>>,
    /// In words, where no day follows from them.
    covers: Option<String>,
    /// The article that says so.
    article: Option<String>,
}

/// The early end of a convention.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "Termination")]
struct TerminationShape {
    /// The day that it takes effect.
    on: Field<Date>,
    /// Why.
    reason: Option<String>,
}

impl ConventionShape {
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
            signatories: self.signatories.into_iter().map(SignatoryShape::build).collect(),
            reference: self.reference,
            decided: plain(self.decided),
            signed: plain(self.signed),
            term: self.term.and_then(|term| term.build(faults)),
            terminated: self.terminated.map(|end| Termination { on: end.on.0, reason: end.reason }),
            payment_days: plain(self.payment_days),
            contributions: self.contributions.into_iter().map(ContributionShape::build).collect(),
            resources: self.resources.into_iter().map(ResourceShape::build).collect(),
            committee: self.committee.map(CommitteeShape::build),
            obligations: obligations.map(|(n, obligation)| obligation.build(n, faults)).collect(),
            calls: self.calls.into_iter().map(CallShape::build).collect(),
            payments: self.payments.into_iter().map(PaymentShape::build).collect(),
            expenditure: self.expenditure.into_iter().map(ExpenditureShape::build).collect(),
            refunds: self.refunds.into_iter().map(RefundShape::build).collect(),
            payment_account: self.accounts.payment.map(PartyAccountShape::build),
            refund_account: self.accounts.refund.map(PartyAccountShape::build),
            budget: self.budget.map(BudgetShape::build),
            publication: self.publication.map(PublicationShape::build),
            termination_clause: self.clauses.termination.map(ClauseShape::build),
            amendment_clause: self.clauses.amendment.map(ClauseShape::build),
            antecedents: self.antecedents.into_iter().map(AntecedentShape::build).collect(),
            repeals: self.repeals,
        })
    }
}

fn kind(word: KindWord, amends: Option<Id>, faults: &mut Faults) -> Option<Kind> {
    match (word, amends) {
        (KindWord::Amendment, Some(amends)) => Some(Kind::Amendment { amends }),
        (KindWord::Amendment, None) => {
            faults.add(Path::top().key("kind"), ProblemKind::MissingKey("amends".to_owned()));
            None
        }
        (other, amends) => {
            if amends.is_some() {
                faults.conflict(&Path::top(), &["kind", "amends"]);
            }
            Some(if other == KindWord::Framework { Kind::Framework } else { Kind::Partnership })
        }
    }
}

impl TermShape {
    fn build(self, faults: &mut Faults) -> Option<Term> {
        let place = Path::top().key("term");
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
