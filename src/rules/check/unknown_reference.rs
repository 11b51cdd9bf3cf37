//! An id of a party, startup or convention that has no record, and an obligation repealed that is not there.

use super::shared::{amended, entry, in_convention, in_startup, nearest, text};
use super::{Check, Context};
use crate::model::{
    Convention, Finding, Id, Kind, Path, Place, Portfolio, RecordKind, RecordRef, Severity, Startup, Trigger,
};

pub const CHECK: Check = Check {
    name: "unknown-reference",
    severity: Severity::Error,
    messages: &["finding-unknown-reference", "finding-unknown-reference-near", "finding-unknown-reference-repeal"],
    run,
};

/// Told of every id that a record names: what it should be the id of, and how to say where it stands.
type Visit<'a> = dyn FnMut(RecordKind, &Id, &dyn Fn() -> Path) + 'a;

fn run(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let portfolio = context.portfolio;
    if let Some(home) = &portfolio.incubator.home
        && !exists(portfolio, RecordKind::Party, home)
        && let Ok(id) = Id::new("portfolio")
    {
        let place = Place::Value(RecordRef::new(RecordKind::Portfolio, id), Path::top().key("home"));
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
}

fn exists(portfolio: &Portfolio, kind: RecordKind, id: &Id) -> bool {
    let read = match kind {
        RecordKind::Party => portfolio.parties.contains_key(id),
        RecordKind::Startup => portfolio.startups.contains_key(id),
        RecordKind::Convention => portfolio.conventions.contains_key(id),
        RecordKind::Portfolio => true,
    };
    read || portfolio.unreadable.iter().any(|record| record.kind == kind && record.id == *id)
}

fn unknown(portfolio: &Portfolio, kind: RecordKind, id: &Id, place: Place) -> Finding {
    let near = match kind {
        RecordKind::Party => nearest(id.as_str(), portfolio.parties.keys().map(Id::as_str)),
        RecordKind::Startup => nearest(id.as_str(), portfolio.startups.keys().map(Id::as_str)),
        RecordKind::Convention => nearest(id.as_str(), portfolio.conventions.keys().map(Id::as_str)),
        RecordKind::Portfolio => None,
    };
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

fn of_startup(startup: &Startup, visit: &mut Visit<'_>) {
    one(visit, startup.incubator.as_ref(), &|| Path::top().key("incubator"));
    list(visit, RecordKind::Party, &startup.former_incubators, &|| Path::top().key("former_incubators"));
    list(visit, RecordKind::Party, &startup.sponsors, &|| Path::top().key("sponsors"));
}

fn of_convention(convention: &Convention, visit: &mut Visit<'_>) {
    if let Kind::Amendment { amends } = &convention.kind {
        visit(RecordKind::Convention, amends, &|| Path::top().key("amends"));
    }
    list(visit, RecordKind::Startup, &convention.startups, &|| Path::top().key("startups"));
    list(visit, RecordKind::Party, &convention.parties, &|| Path::top().key("parties"));
    for (n, signatory) in convention.signatories.iter().enumerate() {
        one(visit, Some(&signatory.party), &|| entry("signatories", n).key("party"));
    }
    of_money(convention, visit);
    for (n, resource) in convention.resources.iter().enumerate() {
        one(visit, Some(&resource.from), &|| entry("resources", n).key("from"));
    }
    if let Some(committee) = &convention.committee {
        one(visit, committee.organiser.as_ref(), &|| Path::top().key("committee").key("organiser"));
        one(visit, committee.chair.as_ref(), &|| Path::top().key("committee").key("chair"));
        list(visit, RecordKind::Party, &committee.with, &|| Path::top().key("committee").key("with"));
    }
    for (n, obligation) in convention.obligations.iter().enumerate() {
        one(visit, obligation.debtor.as_ref(), &|| entry("obligations", n).key("debtor"));
        one(visit, obligation.creditor.as_ref(), &|| entry("obligations", n).key("creditor"));
    }
    if let Some(publication) = &convention.publication {
        list(visit, RecordKind::Party, &publication.by, &|| Path::top().key("publication").key("by"));
    }
}

fn of_money(convention: &Convention, visit: &mut Visit<'_>) {
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
        one(visit, party, &|| Path::top().key("accounts").key(name).key("party"));
    }
}

/// A party, where one is named.
fn one(visit: &mut Visit<'_>, id: Option<&Id>, path: &dyn Fn() -> Path) {
    if let Some(id) = id {
        visit(RecordKind::Party, id, path);
    }
}

fn list(visit: &mut Visit<'_>, kind: RecordKind, ids: &[Id], path: &dyn Fn() -> Path) {
    for (n, id) in ids.iter().enumerate() {
        visit(kind, id, &|| path().index(n));
    }
}

/// An amendment takes out only what the convention has.
fn repeals(context: &Context<'_>, amendment: &Convention, findings: &mut Vec<Finding>) {
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
