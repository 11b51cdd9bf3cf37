//! Everything about a convention, a framework or an amendment.

use serde::Serialize;

use super::About;
use super::amendment::{Changes, changes};
use super::money::{AccountRow, ContributionRow, Moved, contributions};
use crate::model::{self, Kind, PartyAccount, TermLength};
use crate::report::json::{FiguresRow, FindingRow, OccurrenceRow, id_or_null, ids, iso, iso_or_null};
use crate::rules::{self, ConventionStatus, Unknown};

/// The terms are those in force: the convention with every amendment signed by the day. The money moved is what moved
/// by then, whichever of them records it; what a later day will bring is left out. An amendment is shown as it stands;
/// its own money is that of the convention that it amends, so its `status`, `funding` and `occurrences` are `null` or
/// empty, and what it states is under `changes`, which is `null` of any other.
#[derive(Serialize)]
pub(super) struct Convention {
    as_of: String,
    record: String,
    id: String,
    title: String,
    kind: &'static str,
    amends: Option<String>,
    amendments: Vec<AmendmentRow>,
    startups: Vec<String>,
    parties: Vec<String>,
    signatories: Vec<SignatoryRow>,
    reference: Option<String>,
    decided: Option<String>,
    signed: Option<String>,
    status: Option<&'static str>,
    ends: Option<String>,
    unknown: Option<&'static str>,
    term: Option<TermRow>,
    terminated: Option<TerminationRow>,
    payment_days: Option<u32>,
    funding: Option<FiguresRow>,
    contributions: Vec<ContributionRow>,
    resources: Vec<ResourceRow>,
    committee: Option<CommitteeRow>,
    occurrences: Vec<OccurrenceRow>,
    #[serde(flatten)]
    moved: Moved,
    accounts: Accounts,
    budget: Option<BudgetRow>,
    publication: Option<PublicationRow>,
    clauses: Clauses,
    antecedents: Vec<AntecedentRow>,
    repeals: Vec<String>,
    changes: Option<Changes>,
    findings: Vec<FindingRow>,
}

#[derive(Serialize)]
struct AmendmentRow {
    id: String,
    signed: Option<String>,
}

#[derive(Serialize)]
struct SignatoryRow {
    party: String,
    name: String,
    title: Option<String>,
}

/// One of `lasts` (`"12 months"`), `until` and `covers` (words, without a day).
#[derive(Serialize)]
struct TermRow {
    lasts: Option<String>,
    until: Option<String>,
    covers: Option<String>,
    article: Option<String>,
}

#[derive(Serialize)]
struct TerminationRow {
    on: String,
    reason: Option<String>,
}

#[derive(Serialize)]
struct ResourceRow {
    from: String,
    what: String,
    share: Option<String>,
    lasts: Option<String>,
    article: Option<String>,
}

#[derive(Serialize)]
struct CommitteeRow {
    every: String,
    organiser: Option<String>,
    chair: Option<String>,
    with: Vec<String>,
    guests: Option<String>,
    article: Option<String>,
}

#[derive(Serialize)]
struct Accounts {
    payment: Option<PartyAccountRow>,
    refund: Option<PartyAccountRow>,
}

#[derive(Serialize)]
struct PartyAccountRow {
    party: Option<String>,
    #[serde(flatten)]
    account: AccountRow,
}

#[derive(Serialize)]
struct BudgetRow {
    fund: Option<String>,
    programme: Option<String>,
    accountant: Option<String>,
    detail: Option<String>,
    article: Option<String>,
}

#[derive(Serialize)]
struct PublicationRow {
    by: Vec<String>,
    at: Vec<String>,
    article: Option<String>,
}

#[derive(Serialize)]
struct Clauses {
    termination: Option<ClauseRow>,
    amendment: Option<ClauseRow>,
}

#[derive(Serialize)]
struct ClauseRow {
    what: String,
    article: Option<String>,
}

#[derive(Serialize)]
struct AntecedentRow {
    signed: Option<String>,
    between: Vec<String>,
    what: String,
    article: Option<String>,
}

pub(super) fn show(about: About<'_>) -> Option<Convention> {
    let About { portfolio, as_of, .. } = about;
    let written = portfolio.conventions.get(&about.record.id)?;
    let standing = rules::convention_standing(portfolio, &written.id, as_of);
    let in_force = standing.as_ref().and_then(|_| rules::terms_in_force(portfolio, &written.id, as_of));
    let terms: &model::Convention = in_force.as_deref().unwrap_or(written);
    Some(Convention {
        as_of: iso(as_of),
        record: about.record.to_string(),
        id: written.id.to_string(),
        title: written.title.clone(),
        kind: written.kind.name(),
        amends: match &written.kind {
            Kind::Amendment { amends } => Some(amends.to_string()),
            _ => None,
        },
        amendments: portfolio.amendments_of(&written.id).map(|other| amendment(other)).collect(),
        startups: ids(&written.startups),
        parties: ids(&written.parties),
        signatories: written.signatories.iter().map(signatory).collect(),
        reference: written.reference.clone(),
        decided: iso_or_null(written.decided),
        signed: iso_or_null(written.signed),
        status: standing.as_ref().map(|standing| ConventionStatus::name(standing.status)),
        ends: standing.as_ref().and_then(|standing| iso_or_null(standing.ends)),
        unknown: standing.as_ref().and_then(|standing| standing.unknown).map(Unknown::name),
        term: terms.term.as_ref().map(term),
        terminated: terms.terminated.as_ref().map(terminated),
        payment_days: terms.payment_days,
        funding: standing.as_ref().map(|standing| FiguresRow::new(&standing.figures)),
        contributions: standing.as_ref().map(contributions).unwrap_or_default(),
        resources: terms.resources.iter().map(resource).collect(),
        committee: terms.committee.as_ref().map(committee),
        occurrences: about.occurrences(&rules::convention_occurrences(portfolio, &written.id, as_of)),
        moved: Moved::new(&rules::movements(portfolio, &written.id, as_of)),
        accounts: Accounts {
            payment: terms.payment_account.as_ref().map(account),
            refund: terms.refund_account.as_ref().map(account),
        },
        budget: terms.budget.as_ref().map(budget),
        publication: terms.publication.as_ref().map(publication),
        clauses: Clauses {
            termination: terms.termination_clause.as_ref().map(clause),
            amendment: terms.amendment_clause.as_ref().map(clause),
        },
        antecedents: written.antecedents.iter().map(antecedent).collect(),
        repeals: written.repeals.clone(),
        changes: changes(written),
        findings: about.findings(),
    })
}

fn amendment(amendment: &model::Convention) -> AmendmentRow {
    AmendmentRow { id: amendment.id.to_string(), signed: iso_or_null(amendment.signed) }
}

fn signatory(signatory: &model::Signatory) -> SignatoryRow {
    SignatoryRow { party: signatory.party.to_string(), name: signatory.name.clone(), title: signatory.title.clone() }
}

fn term(term: &model::Term) -> TermRow {
    let (lasts, until, covers) = match &term.length {
        TermLength::For(span) => (Some(span.to_string()), None, None),
        TermLength::Until(date) => (None, Some(iso(*date)), None),
        TermLength::Covers(words) => (None, None, Some(words.clone())),
    };
    TermRow { lasts, until, covers, article: term.article.clone() }
}

fn terminated(end: &model::Termination) -> TerminationRow {
    TerminationRow { on: iso(end.on), reason: end.reason.clone() }
}

fn resource(resource: &model::Resource) -> ResourceRow {
    ResourceRow {
        from: resource.from.to_string(),
        what: resource.what.clone(),
        share: resource.share.clone(),
        lasts: resource.lasts.map(|span| span.to_string()),
        article: resource.article.clone(),
    }
}

fn committee(clause: &model::CommitteeClause) -> CommitteeRow {
    CommitteeRow {
        every: clause.every.to_string(),
        organiser: id_or_null(clause.organiser.as_ref()),
        chair: id_or_null(clause.chair.as_ref()),
        with: ids(&clause.with),
        guests: clause.guests.clone(),
        article: clause.article.clone(),
    }
}

fn account(printed: &PartyAccount) -> PartyAccountRow {
    PartyAccountRow { party: id_or_null(printed.party.as_ref()), account: AccountRow::new(&printed.account) }
}

fn budget(line: &model::BudgetLine) -> BudgetRow {
    BudgetRow {
        fund: line.fund.clone(),
        programme: line.programme.clone(),
        accountant: line.accountant.clone(),
        detail: line.detail.clone(),
        article: line.article.clone(),
    }
}

fn publication(publication: &model::Publication) -> PublicationRow {
    PublicationRow { by: ids(&publication.by), at: publication.at.clone(), article: publication.article.clone() }
}

fn clause(clause: &model::Clause) -> ClauseRow {
    ClauseRow { what: clause.what.clone(), article: clause.article.clone() }
}

fn antecedent(antecedent: &model::Antecedent) -> AntecedentRow {
    AntecedentRow {
        signed: iso_or_null(antecedent.signed),
        between: antecedent.between.clone(),
        what: antecedent.what.clone(),
        article: antecedent.article.clone(),
    }
}
