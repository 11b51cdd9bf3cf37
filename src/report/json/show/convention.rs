//! Everything about a convention, a framework or an amendment.

use serde::Serialize;

use super::amendment::{AmendmentChangesJson, changes};
use super::money::{AccountJson, ContributionJson, MovementsJson, contributions};
use super::{ExtraJson, NoteJson, ShowContext, extra};
use crate::model::{self, ConventionKind, Date, PartyAccount, TermLength};
use crate::report::json::{FiguresJson, FindingJson, OccurrenceJson, id_or_null, ids, iso, iso_or_null};
use crate::rules::{self, ConventionStatus, Unknown};

/// Terms are those in force: the convention with every amendment signed by the day. Movements are those up to the day,
/// whichever record they are in. An amendment is shown as written: its money counts in the convention that it amends,
/// so its `status`, `funding` and `occurrences` are `null` or empty, and its content is under `changes`, which is
/// `null` for any other convention.
#[derive(Serialize)]
pub(super) struct ConventionJson<'a> {
    as_of: String,
    record: String,
    id: String,
    title: String,
    kind: &'static str,
    amends: Option<String>,
    amendments: Vec<AmendmentJson>,
    startups: Vec<String>,
    parties: Vec<String>,
    /// Of a framework: the incubator whose startups it binds.
    incubator: Option<String>,
    signatories: Vec<SignatoryJson>,
    reference: Option<String>,
    decided: Option<String>,
    signed: Option<String>,
    /// Of an undated copy: the earliest possible day of signature.
    not_before: Option<String>,
    status: Option<&'static str>,
    ends: Option<String>,
    ends_estimated: bool,
    unknown: Option<&'static str>,
    term: Option<TermJson>,
    terminated: Option<TerminationJson>,
    payment_days: Option<u32>,
    payments_recorded: bool,
    document: Option<&'a str>,
    published: Vec<PublishedCopyJson<'a>>,
    funding: Option<FiguresJson>,
    contributions: Vec<ContributionJson>,
    resources: Vec<ResourceJson>,
    committee: Option<CommitteeClauseJson>,
    occurrences: Vec<OccurrenceJson>,
    #[serde(flatten)]
    moved: MovementsJson,
    accounts: ConventionAccountsJson,
    budget: Option<BudgetJson>,
    publication: Option<PublicationJson>,
    clauses: ClausesJson,
    antecedents: Vec<AntecedentJson>,
    reminders: Vec<ReminderJson<'a>>,
    notes: Vec<NoteJson<'a>>,
    repeals: Vec<String>,
    changes: Option<AmendmentChangesJson>,
    inferred: Vec<&'a str>,
    extra: ExtraJson<'a>,
    findings: Vec<FindingJson>,
}

#[derive(Serialize)]
struct AmendmentJson {
    id: String,
    signed: Option<String>,
}

#[derive(Serialize)]
struct SignatoryJson {
    party: String,
    name: String,
    title: Option<String>,
}

/// A place where the signed document is published.
#[derive(Serialize)]
struct PublishedCopyJson<'a> {
    location: &'a str,
    on: Option<String>,
}

/// A reminder that was sent; `item` is the id of what it is about.
#[derive(Serialize)]
struct ReminderJson<'a> {
    id: Option<&'a str>,
    on: String,
    to: String,
    item: &'a str,
    rank: Option<u32>,
}

/// One of `lasts` (`"12 months"`), `until` and `covers` (words, without a day).
#[derive(Serialize)]
struct TermJson {
    lasts: Option<String>,
    until: Option<String>,
    covers: Option<String>,
    estimated: bool,
    article: Option<String>,
}

#[derive(Serialize)]
struct TerminationJson {
    on: String,
    notice: Option<String>,
    reason: Option<String>,
}

#[derive(Serialize)]
struct ResourceJson {
    from: String,
    what: String,
    share: Option<String>,
    lasts: Option<String>,
    /// Whether it may last longer.
    at_least: bool,
    article: Option<String>,
    inferred: Vec<String>,
}

#[derive(Serialize)]
struct CommitteeClauseJson {
    every: String,
    organiser: Option<String>,
    chair: Option<String>,
    with: Vec<String>,
    guests: Option<String>,
    article: Option<String>,
}

#[derive(Serialize)]
struct ConventionAccountsJson {
    payment: Option<PartyAccountJson>,
    refund: Option<PartyAccountJson>,
}

#[derive(Serialize)]
struct PartyAccountJson {
    party: Option<String>,
    #[serde(flatten)]
    account: AccountJson,
}

#[derive(Serialize)]
struct BudgetJson {
    fund: Option<String>,
    programme: Option<String>,
    accountant: Option<String>,
    detail: Option<String>,
    article: Option<String>,
}

#[derive(Serialize)]
struct PublicationJson {
    by: Vec<String>,
    at: Vec<String>,
    article: Option<String>,
}

#[derive(Serialize)]
struct ClausesJson {
    termination: Option<ClauseJson>,
    amendment: Option<ClauseJson>,
}

#[derive(Serialize)]
struct ClauseJson {
    what: String,
    article: Option<String>,
}

#[derive(Serialize)]
struct AntecedentJson {
    signed: Option<String>,
    between: Vec<String>,
    what: String,
    article: Option<String>,
}

pub(super) fn show(about: ShowContext<'_>) -> Option<ConventionJson<'_>> {
    let ShowContext { portfolio, as_of, .. } = about;
    let written = portfolio.conventions.get(&about.record.id)?;
    let standing = rules::convention_summary(portfolio, &written.id, as_of);
    let in_force = standing.as_ref().and_then(|_| rules::terms_in_force(portfolio, &written.id, as_of));
    let terms: &model::Convention = in_force.as_deref().unwrap_or(written);
    let by_then = |day: &Date| *day <= as_of;
    Some(ConventionJson {
        as_of: iso(as_of),
        record: about.record.to_string(),
        id: written.id.to_string(),
        title: written.title.clone(),
        kind: written.kind.name(),
        amends: match &written.kind {
            ConventionKind::Amendment { amends } => Some(amends.to_string()),
            _ => None,
        },
        amendments: portfolio.amendments_of(&written.id).map(|other| amendment(other)).collect(),
        startups: ids(&written.startups),
        parties: ids(&written.parties),
        incubator: id_or_null(written.incubator.as_ref()),
        signatories: written.signatories.iter().map(signatory).collect(),
        reference: written.reference.clone(),
        decided: iso_or_null(written.decided),
        signed: iso_or_null(written.signed),
        not_before: iso_or_null(written.not_before),
        status: standing.as_ref().map(|standing| ConventionStatus::name(standing.status)),
        ends: standing.as_ref().and_then(|standing| iso_or_null(standing.ends)),
        ends_estimated: standing.as_ref().is_some_and(|standing| standing.ends_estimated),
        unknown: standing.as_ref().and_then(|standing| standing.unknown).map(Unknown::name),
        term: terms.term.as_ref().map(term),
        terminated: terms.terminated.as_ref().map(terminated),
        payment_days: terms.payment_days,
        payments_recorded: terms.payments_recorded,
        document: written.document.as_deref(),
        published: written
            .published
            .iter()
            .filter(|copy| copy.on.as_ref().is_none_or(by_then))
            .map(published)
            .collect(),
        funding: standing.as_ref().map(|standing| FiguresJson::new(&standing.figures)),
        contributions: standing.as_ref().map(contributions).unwrap_or_default(),
        resources: terms.resources.iter().map(resource).collect(),
        committee: terms.committee.as_ref().map(committee),
        occurrences: about.occurrences(&rules::convention_occurrences(portfolio, &written.id, as_of)),
        moved: MovementsJson::new(&rules::movements(portfolio, &written.id, as_of)),
        accounts: ConventionAccountsJson {
            payment: terms.payment_account.as_ref().map(account),
            refund: terms.refund_account.as_ref().map(account),
        },
        budget: terms.budget.as_ref().map(budget),
        publication: terms.publication.as_ref().map(publication),
        clauses: ClausesJson {
            termination: terms.termination_clause.as_ref().map(clause),
            amendment: terms.amendment_clause.as_ref().map(clause),
        },
        antecedents: written.antecedents.iter().map(antecedent).collect(),
        reminders: written.reminders.iter().filter(|sent| by_then(&sent.on)).map(reminder).collect(),
        notes: written.notes.iter().filter(|note| note.on.as_ref().is_none_or(by_then)).map(NoteJson::new).collect(),
        repeals: written.repeals.clone(),
        changes: changes(written),
        inferred: written.inferred.iter().map(AsRef::as_ref).collect(),
        extra: extra(&written.extra),
        findings: about.findings(),
    })
}

fn amendment(amendment: &model::Convention) -> AmendmentJson {
    AmendmentJson { id: amendment.id.to_string(), signed: iso_or_null(amendment.signed) }
}

fn published(copy: &model::PublishedCopy) -> PublishedCopyJson<'_> {
    PublishedCopyJson { location: &copy.location, on: iso_or_null(copy.on) }
}

fn reminder(reminder: &model::Reminder) -> ReminderJson<'_> {
    ReminderJson {
        id: reminder.id.as_deref(),
        on: iso(reminder.on),
        to: reminder.to.to_string(),
        item: &reminder.item,
        rank: reminder.rank,
    }
}

fn signatory(signatory: &model::Signatory) -> SignatoryJson {
    SignatoryJson { party: signatory.party.to_string(), name: signatory.name.clone(), title: signatory.title.clone() }
}

fn term(term: &model::Term) -> TermJson {
    let (lasts, until, covers) = match &term.length {
        TermLength::For(span) => (Some(span.to_string()), None, None),
        TermLength::Until(date) => (None, Some(iso(*date)), None),
        TermLength::Covers(words) => (None, None, Some(words.clone())),
    };
    TermJson { lasts, until, covers, estimated: term.estimated, article: term.article.clone() }
}

fn terminated(end: &model::Termination) -> TerminationJson {
    TerminationJson { on: iso(end.on), notice: iso_or_null(end.notice), reason: end.reason.clone() }
}

fn resource(resource: &model::Resource) -> ResourceJson {
    ResourceJson {
        from: resource.from.to_string(),
        what: resource.what.clone(),
        share: resource.share.clone(),
        lasts: resource.lasts.map(|span| span.to_string()),
        at_least: resource.at_least,
        article: resource.article.clone(),
        inferred: resource.inferred.iter().map(ToString::to_string).collect(),
    }
}

fn committee(clause: &model::CommitteeClause) -> CommitteeClauseJson {
    CommitteeClauseJson {
        every: clause.every.to_string(),
        organiser: id_or_null(clause.organiser.as_ref()),
        chair: id_or_null(clause.chair.as_ref()),
        with: ids(&clause.with),
        guests: clause.guests.clone(),
        article: clause.article.clone(),
    }
}

fn account(printed: &PartyAccount) -> PartyAccountJson {
    PartyAccountJson { party: id_or_null(printed.party.as_ref()), account: AccountJson::new(&printed.account) }
}

fn budget(line: &model::BudgetLine) -> BudgetJson {
    BudgetJson {
        fund: line.fund.clone(),
        programme: line.programme.clone(),
        accountant: line.accountant.clone(),
        detail: line.detail.clone(),
        article: line.article.clone(),
    }
}

fn publication(publication: &model::Publication) -> PublicationJson {
    PublicationJson { by: ids(&publication.by), at: publication.at.clone(), article: publication.article.clone() }
}

fn clause(clause: &model::Clause) -> ClauseJson {
    ClauseJson { what: clause.what.clone(), article: clause.article.clone() }
}

fn antecedent(antecedent: &model::Antecedent) -> AntecedentJson {
    AntecedentJson {
        signed: iso_or_null(antecedent.signed),
        between: antecedent.between.clone(),
        what: antecedent.what.clone(),
        article: antecedent.article.clone(),
    }
}
