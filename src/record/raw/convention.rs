//! `conventions/<id>.toml`.

use std::num::NonZeroU32;

use schemars::JsonSchema;
use serde::Deserialize;

use super::account::RawPartyAccount;
use super::keyed::RawExtra;
use super::money::{RawCall, RawContribution, RawExpenditure, RawPayment, RawRefund, RawReminder, RawResource};
use super::note::RawNote;
use super::obligation::{RawCommitteeClause, RawObligation};
use super::provisions::{
    RawAccounts, RawAntecedent, RawBudgetLine, RawClause, RawClauses, RawPublication, RawPublishedCopy, RawSignatory,
    RawTerminationClause,
};
use super::scalar::{FormatVersion, KindWord, Scalar, SignatureScalar};
use super::startup::RawSnooze;
use super::{Faults, gathered, plain, plains, texts};
use crate::model::{Convention, ConventionKind, Date, Id, KeyPath, ProblemKind, Span, Term, TermLength, Termination};

/// An agreement that funds one startup or several, a framework between incubators, or an amendment (couveuse).
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(title = "Convention", extend(
    "if" = { "properties": { "kind": { "const": "amendment" } } },
    "then" = { "required": ["amends"] },
    "else" = { "not": { "required": ["amends"] } }
))]
pub(in crate::record) struct RawConvention {
    /// The version of the format; 1 if absent.
    #[allow(dead_code, reason = "reading it is the check")]
    format: Option<Scalar<FormatVersion>>,
    /// Its full title.
    title: String,
    /// The kind of agreement.
    kind: Scalar<KindWord>,
    /// The convention that an amendment changes.
    amends: Option<Scalar<Id>>,
    /// The startups that it funds; none for a framework.
    #[serde(default)]
    startups: Vec<Scalar<Id>>,
    /// The organisations that sign.
    #[serde(default)]
    parties: Vec<Scalar<Id>>,
    /// The incubator whose startups a framework binds.
    incubator: Option<Scalar<Id>>,
    /// The number that a party gave it.
    reference: Option<String>,
    /// The day of the decision to sign, which is not the signature.
    decided: Option<Scalar<Date>>,
    /// The day on which the last party signed, or "undated" if the signed copy bears no date; absent if unsigned.
    signed: Option<Scalar<SignatureScalar>>,
    /// The earliest day on which an undated convention can have been signed.
    not_before: Option<Scalar<Date>>,
    /// Its term; absent if the document states none.
    term: Option<RawTerm>,
    /// Its early end.
    terminated: Option<RawTermination>,
    /// The days after its due day from which an unpaid tranche is late.
    payment_days: Option<Scalar<u32>>,
    /// Whether the incubator records its payments; true if absent. If not, nothing is late for lack of records.
    payments_recorded: Option<bool>,
    /// The address of the document, or its path in the repository.
    document: Option<String>,
    /// Where the document has been published.
    #[serde(default)]
    published: Vec<RawPublishedCopy>,
    /// The ids of the obligations that an amendment removes.
    #[serde(default)]
    repeals: Vec<String>,
    /// The persons who sign for the parties.
    #[serde(default)]
    signatories: Vec<RawSignatory>,
    /// Cash promised.
    #[serde(default)]
    contributions: Vec<RawContribution>,
    /// Means promised in kind.
    #[serde(default)]
    resources: Vec<RawResource>,
    /// The clause on its committee.
    committee: Option<RawCommitteeClause>,
    /// The duties of the parties.
    #[serde(default)]
    obligations: Vec<RawObligation>,
    /// Calls for funds.
    #[serde(default)]
    calls: Vec<RawCall>,
    /// Money received.
    #[serde(default)]
    payments: Vec<RawPayment>,
    /// Money spent.
    #[serde(default)]
    expenditure: Vec<RawExpenditure>,
    /// Money returned.
    #[serde(default)]
    refunds: Vec<RawRefund>,
    /// Reminders sent.
    #[serde(default)]
    reminders: Vec<RawReminder>,
    /// Snoozed rows of the Today screen.
    #[serde(default)]
    snoozes: Vec<RawSnooze>,
    /// The bank accounts that it prints.
    #[serde(default)]
    accounts: RawAccounts,
    /// The line of the State's budget that receives the money.
    budget: Option<RawBudgetLine>,
    /// The clause on its publication.
    publication: Option<RawPublication>,
    /// The clauses on its early end and on amendments.
    #[serde(default)]
    clauses: RawClauses,
    /// The earlier conventions that it cites.
    #[serde(default)]
    antecedents: Vec<RawAntecedent>,
    /// Remarks, such as contradictions within the document.
    #[serde(default)]
    notes: Vec<RawNote>,
    /// The keys of this record that were deduced rather than stated.
    #[serde(default)]
    inferred: Vec<String>,
    /// Keys of other systems: kept, shown, never checked.
    #[serde(default)]
    extra: RawExtra,
}

/// The term: one of `months`, `until` and `covers`.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "Term", extend("oneOf" = [
    { "required": ["months"] }, { "required": ["until"] }, { "required": ["covers"] }
]))]
struct RawTerm {
    /// A number of months from the signature.
    months: Option<Scalar<NonZeroU32>>,
    /// The last day.
    until: Option<Scalar<Date>>,
    /// In words from which no day follows.
    covers: Option<String>,
    /// Whether the document only estimates it ("durée prévisionnelle").
    #[serde(default)]
    estimated: bool,
    /// The article that says so.
    article: Option<String>,
    /// The keys of this table that were deduced rather than stated.
    #[serde(default)]
    inferred: Vec<String>,
}

/// The early end of a convention.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "Termination")]
struct RawTermination {
    /// The day on which it takes effect.
    on: Scalar<Date>,
    /// The day on which it was notified.
    notice: Option<Scalar<Date>>,
    /// The reason.
    reason: Option<String>,
}

impl RawConvention {
    /// Returns `None` for an amendment that names no convention, since its effect is unknown.
    pub fn build(self, id: &Id, faults: &mut Faults) -> Option<Convention> {
        faults.duplicates("contributions", self.contributions.iter().map(|entry| Some(&*entry.id)));
        faults.duplicates("obligations", self.obligations.iter().map(|entry| Some(&*entry.id)));
        faults.duplicates("calls", self.calls.iter().map(|entry| entry.id.as_deref()));
        faults.duplicates("payments", self.payments.iter().map(|entry| entry.id.as_deref()));
        faults.duplicates("expenditure", self.expenditure.iter().map(|entry| entry.id.as_deref()));
        faults.duplicates("refunds", self.refunds.iter().map(|entry| entry.id.as_deref()));
        faults.duplicates("reminders", self.reminders.iter().map(|entry| entry.id.as_deref()));
        faults.duplicates("notes", self.notes.iter().map(|entry| entry.id.as_deref()));
        let kind = kind(self.kind.0, plain(self.amends), faults)?;
        let signature = plain(self.signed);
        let obligations = self.obligations.into_iter().enumerate();
        let contributions = self.contributions.into_iter().enumerate();
        Some(Convention {
            id: id.clone(),
            title: self.title,
            kind,
            startups: plains(self.startups),
            parties: plains(self.parties),
            incubator: plain(self.incubator),
            signatories: gathered(self.signatories.into_iter().map(RawSignatory::build)),
            reference: self.reference,
            decided: plain(self.decided),
            signed: signature.and_then(SignatureScalar::day),
            undated: signature == Some(SignatureScalar::Undated),
            not_before: plain(self.not_before),
            term: self.term.and_then(|term| term.build(faults)),
            terminated: self.terminated.map(RawTermination::build),
            payment_days: plain(self.payment_days),
            payments_recorded: self.payments_recorded.unwrap_or(true),
            document: self.document,
            published: gathered(self.published.into_iter().map(RawPublishedCopy::build)),
            contributions: gathered(contributions.filter_map(|(n, one)| one.build(n, faults))),
            resources: gathered(self.resources.into_iter().map(RawResource::build)),
            committee: self.committee.map(RawCommitteeClause::build),
            obligations: gathered(obligations.map(|(n, obligation)| obligation.build(n, faults))),
            calls: gathered(self.calls.into_iter().map(RawCall::build)),
            payments: gathered(self.payments.into_iter().map(RawPayment::build)),
            expenditure: gathered(self.expenditure.into_iter().map(RawExpenditure::build)),
            refunds: gathered(self.refunds.into_iter().map(RawRefund::build)),
            reminders: gathered(self.reminders.into_iter().map(RawReminder::build)),
            snoozes: gathered(self.snoozes.into_iter().map(RawSnooze::build)),
            payment_account: self.accounts.payment.map(RawPartyAccount::build),
            refund_account: self.accounts.refund.map(RawPartyAccount::build),
            budget: self.budget.map(RawBudgetLine::build),
            publication: self.publication.map(RawPublication::build),
            liquidates_committed: self.clauses.liquidates_committed(),
            termination_clause: self.clauses.termination.map(RawTerminationClause::build),
            amendment_clause: self.clauses.amendment.map(RawClause::build),
            antecedents: gathered(self.antecedents.into_iter().map(RawAntecedent::build)),
            repeals: self.repeals,
            notes: gathered(self.notes.into_iter().map(RawNote::build)),
            inferred: texts(self.inferred),
            extra: self.extra.build(),
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
        Some(Term { length, estimated: self.estimated, article: self.article, inferred: texts(self.inferred) })
    }
}

impl RawTermination {
    fn build(self) -> Termination {
        Termination { on: self.on.0, notice: plain(self.notice), reason: self.reason }
    }
}
