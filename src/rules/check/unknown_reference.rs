//! Reports an id without a record, and the repeal of an obligation that doesn't exist.

use super::shared::{amended, entry, in_convention, in_review, in_startup, text};
use super::{Check, CheckInput};
use crate::model::{
    Attendee, Convention, ConventionKind, Finding, Id, KeyPath, Location, Portfolio, RecordKind, RecordRef, Review,
    Severity, Startup, Trigger, nearest,
};

pub const CHECK: Check = Check {
    name: "unknown-reference",
    severity: Severity::Error,
    messages: &["finding-unknown-reference", "finding-unknown-reference-near", "finding-unknown-reference-repeal"],
    run,
};

/// Takes an id, the kind of record that it refers to, and its path.
type ReferenceVisitor<'a> = dyn FnMut(RecordKind, &Id, &dyn Fn() -> KeyPath) + 'a;

fn run(_: &Check, context: &CheckInput<'_>, findings: &mut Vec<Finding>) {
    let portfolio = context.portfolio;
    if let Some(home) = &portfolio.incubator.home
        && !exists(portfolio, RecordKind::Party, home)
    {
        let place = Location::Value(RecordRef::of_portfolio(), KeyPath::top().key("home"));
        findings.push(unknown(portfolio, RecordKind::Party, home, place));
    }
    for startup in portfolio.startups.values() {
        of_startup(startup, &mut |kind, id, path| {
            if !exists(portfolio, kind, id) {
                findings.push(unknown(portfolio, kind, id, in_startup(&startup.id, path())));
            }
        });
    }
    for convention in portfolio.conventions.values() {
        of_convention(convention, &mut |kind, id, path| {
            if !exists(portfolio, kind, id) {
                findings.push(unknown(portfolio, kind, id, in_convention(&convention.id, path())));
            }
        });
        repeals(context, convention, findings);
    }
    for review in portfolio.reviews.values() {
        of_review(review, &mut |kind, id, path| {
            if !exists(portfolio, kind, id) {
                findings.push(unknown(portfolio, kind, id, in_review(&review.id, path())));
            }
        });
    }
}

fn exists(portfolio: &Portfolio, kind: RecordKind, id: &Id) -> bool {
    let record = RecordRef::new(kind, id.clone());
    portfolio.has(&record) || portfolio.unreadable.contains(&record)
}

fn unknown(portfolio: &Portfolio, kind: RecordKind, id: &Id, place: Location) -> Finding {
    let near = nearest(id.as_str(), portfolio.ids(kind).map(Id::as_str));
    let mut args = vec![
        ("id", text(id)),
        ("kind", text(kind.name())),
        ("file", text(format!("{}/{id}.toml", kind.folder().unwrap_or_default()))),
    ];
    match near {
        Some(near) => {
            args.push(("nearest", text(near)));
            CHECK.finding("finding-unknown-reference-near", place, args)
        }
        None => CHECK.finding("finding-unknown-reference", place, args),
    }
}

fn of_startup(startup: &Startup, visit: &mut ReferenceVisitor<'_>) {
    one(visit, startup.incubator.as_ref(), &|| KeyPath::top().key("incubator"));
    list(visit, RecordKind::Party, &startup.former_incubators, &|| KeyPath::top().key("former_incubators"));
    list(visit, RecordKind::Party, &startup.sponsors, &|| KeyPath::top().key("sponsors"));
    for (n, committee) in startup.committees.iter().enumerate() {
        let path = |key: &str| entry("committees", n).key(key);
        if let Some(Ok(review)) = committee.review.as_deref().map(Id::new) {
            visit(RecordKind::Review, &review, &|| path("review"));
        }
        attendees(visit, &committee.present, &|| path("present"));
        attendees(visit, &committee.excused, &|| path("excused"));
        attendees(visit, &committee.represented, &|| path("represented"));
    }
}

fn of_review(review: &Review, visit: &mut ReferenceVisitor<'_>) {
    attendees(visit, &review.members, &|| KeyPath::top().key("members"));
    list(visit, RecordKind::Party, &review.distribution, &|| KeyPath::top().key("distribution"));
    for (n, item) in review.agenda.iter().enumerate() {
        visit(RecordKind::Startup, &item.startup, &|| entry("agenda", n).key("startup"));
    }
}

/// Visits the parties of people on a list.
fn attendees(visit: &mut ReferenceVisitor<'_>, people: &[Attendee], path: &dyn Fn() -> KeyPath) {
    for (n, attendee) in people.iter().enumerate() {
        one(visit, attendee.party.as_ref(), &|| path().index(n).key("party"));
    }
}

fn of_convention(convention: &Convention, visit: &mut ReferenceVisitor<'_>) {
    if let ConventionKind::Amendment { amends } = &convention.kind {
        visit(RecordKind::Convention, amends, &|| KeyPath::top().key("amends"));
    }
    list(visit, RecordKind::Startup, &convention.startups, &|| KeyPath::top().key("startups"));
    list(visit, RecordKind::Party, &convention.parties, &|| KeyPath::top().key("parties"));
    for (n, signatory) in convention.signatories.iter().enumerate() {
        one(visit, Some(&signatory.party), &|| entry("signatories", n).key("party"));
    }
    of_money(convention, visit);
    for (n, resource) in convention.resources.iter().enumerate() {
        one(visit, Some(&resource.from), &|| entry("resources", n).key("from"));
    }
    if let Some(committee) = &convention.committee {
        one(visit, committee.organiser.as_ref(), &|| KeyPath::top().key("committee").key("organiser"));
        one(visit, committee.chair.as_ref(), &|| KeyPath::top().key("committee").key("chair"));
        list(visit, RecordKind::Party, &committee.with, &|| KeyPath::top().key("committee").key("with"));
    }
    for (n, obligation) in convention.obligations.iter().enumerate() {
        one_or_many(visit, &obligation.debtors, &|| entry("obligations", n).key("debtor"));
        one_or_many(visit, &obligation.creditors, &|| entry("obligations", n).key("creditor"));
    }
    if let Some(publication) = &convention.publication {
        list(visit, RecordKind::Party, &publication.by, &|| KeyPath::top().key("publication").key("by"));
    }
}

fn of_money(convention: &Convention, visit: &mut ReferenceVisitor<'_>) {
    for (n, contribution) in convention.contributions.iter().enumerate() {
        one(visit, Some(&contribution.from), &|| entry("contributions", n).key("from"));
        one(visit, contribution.to.as_ref(), &|| entry("contributions", n).key("to"));
        if let Some(startup) = &contribution.startup {
            visit(RecordKind::Startup, startup, &|| entry("contributions", n).key("startup"));
        }
        for (m, tranche) in contribution.tranches.iter().enumerate() {
            if let Trigger::Spent { by, .. } = &tranche.when {
                let path = || entry("contributions", n).key("tranches").index(m).key("when").key("by");
                one(visit, Some(by), &path);
            }
        }
    }
    for (n, expenditure) in convention.expenditure.iter().enumerate() {
        one(visit, expenditure.by.as_ref(), &|| entry("expenditure", n).key("by"));
    }
    for (name, account) in [("payment", &convention.payment_account), ("refund", &convention.refund_account)] {
        let party = account.as_ref().and_then(|account| account.party.as_ref());
        one(visit, party, &|| KeyPath::top().key("accounts").key(name).key("party"));
    }
}

/// Visits a party id if there is one.
fn one(visit: &mut ReferenceVisitor<'_>, id: Option<&Id>, path: &dyn Fn() -> KeyPath) {
    if let Some(id) = id {
        visit(RecordKind::Party, id, path);
    }
}

/// Visits the party ids of a key that accepts one id or a list.
fn one_or_many(visit: &mut ReferenceVisitor<'_>, ids: &[Id], path: &dyn Fn() -> KeyPath) {
    match ids {
        [id] => one(visit, Some(id), path),
        ids => list(visit, RecordKind::Party, ids, path),
    }
}

fn list(visit: &mut ReferenceVisitor<'_>, kind: RecordKind, ids: &[Id], path: &dyn Fn() -> KeyPath) {
    for (n, id) in ids.iter().enumerate() {
        visit(kind, id, &|| path().index(n));
    }
}

/// Reports repealed obligations that the amended convention doesn't have.
fn repeals(context: &CheckInput<'_>, amendment: &Convention, findings: &mut Vec<Finding>) {
    let Some(base) = amended(context, amendment) else { return };
    for (n, repealed) in amendment.repeals.iter().enumerate() {
        let known = base.obligations.iter().any(|obligation| obligation.id == *repealed)
            || context
                .portfolio
                .amendments_of(&base.id)
                .any(|other| other.obligations.iter().any(|obligation| obligation.id == *repealed));
        if !known {
            let place = in_convention(&amendment.id, entry("repeals", n));
            let args = vec![("id", text(repealed)), ("convention", text(&base.id))];
            findings.push(CHECK.finding("finding-unknown-reference-repeal", place, args));
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::model::Timing;
    use crate::model::{Convention, ConventionKind, RecordKind, RecordRef, Startup};
    use crate::rules::check::shared::fixtures::{Records, party};
    use crate::testing::portfolios::{amendment, contribution, convention, id, obligation, spent, startup};

    #[test]
    fn suggests_the_nearest_id_for_a_missing_record() {
        let of = Startup { sponsors: vec![id("pau"), id("dhup")], incubator: Some(id("acnt")), ..startup("histologe") };
        let records = Records::default().startup(of).party(party("pau")).party(party("anct"));
        assert_eq!(
            records.found("unknown-reference", "2020-12-01"),
            [
                "unknown-reference-near at startup/histologe incubator: id=acnt kind=party file=parties/acnt.toml nearest=anct",
                "unknown-reference at startup/histologe sponsors[1]: id=dhup kind=party file=parties/dhup.toml",
            ]
        );
    }

    #[test]
    fn checks_every_id_of_a_convention() {
        let of = Convention {
            kind: ConventionKind::Amendment { amends: id("gone") },
            contributions: vec![contribution("pau", &[("100", spent("600000", "dinum"))])],
            obligations: vec![obligation("report", Timing::Standing)],
            ..convention("a", &["histologe"], "")
        };
        let found = Records::default().convention(of).found("unknown-reference", "2020-12-01");
        let places: Vec<&str> = found.iter().filter_map(|one| one.split(" at convention/a ").nth(1)).collect();
        let places: Vec<&str> = places.iter().filter_map(|one| one.split(':').next()).collect();
        assert_eq!(
            places,
            [
                "amends",
                "startups[0]",
                "contributions[0].from",
                "contributions[0].to",
                "contributions[0].tranches[0].when.by",
                "obligations[0].debtor",
                "obligations[0].creditor",
            ]
        );
    }

    #[test]
    fn accepts_references_to_unreadable_records() {
        let mut records = Records::default().convention(convention("a", &["histologe"], ""));
        records.0.unreadable.push(RecordRef::new(RecordKind::Startup, id("histologe")));
        assert!(records.found("unknown-reference", "2020-12-01").is_empty());
    }

    #[test]
    fn reports_repeals_of_unknown_obligations() {
        let mut base = convention("a", &[], "2020-01-01");
        base.obligations = vec![obligation("report", Timing::Standing)];
        let change = Convention { repeals: vec!["report".to_owned(), "page".to_owned()], ..amendment("b", "a", "") };
        let records = Records::default().convention(base).convention(change).party(party("pau")).party(party("anct"));
        let expected = "unknown-reference-repeal at convention/b repeals[1]: id=page convention=a";
        assert_eq!(records.found("unknown-reference", "2020-12-01"), [expected]);
    }
}
