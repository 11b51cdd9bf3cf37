//! The parts of a convention that are neither money nor obligations: signatories, committee, accounts, clauses, notes.

use super::RecordPage;
use super::party::accounts;
use crate::model::{Convention, Date, Id, MessageArg, PartyAccount};
use crate::report::table::{Table, TableColumn};
use crate::report::text::{day, heading, party_name, party_names};
use crate::report::{sanitize, statements};

/// Adds a section for each part that the convention has. `terms` are those in force.
pub(super) fn show(page: &mut RecordPage<'_>, written: &Convention, terms: &Convention, as_of: Date) {
    page.section("signatories", &signatories(page, written));
    committee(page, terms);
    for (key, account) in [("payment-account", &terms.payment_account), ("refund-account", &terms.refund_account)] {
        page.section(key, &account.as_ref().map(|one| account_table(page, one)).unwrap_or_default());
    }
    page.section("budget", &budget(page, terms));
    page.section("clauses", &clauses(page, terms));
    page.section("antecedents", &antecedents(page, written));
    page.section("notes", &notes(page, written, as_of));
    page.section("published", &published(page, written, as_of));
    page.section("extra", &extra(&written.extra));
}

fn signatories(page: &RecordPage<'_>, written: &Convention) -> String {
    let locale = page.locale;
    let mut table = Table::new(vec![
        TableColumn::words(heading(locale, "party")),
        TableColumn::words(heading(locale, "name")),
        TableColumn::text(heading(locale, "title")),
    ]);
    for one in &written.signatories {
        let title = one.title.clone().unwrap_or_default();
        table.row([party_name(page.portfolio, &one.party), one.name.clone(), title]);
    }
    if written.signatories.is_empty() { String::new() } else { table.render(page.width) }
}

fn committee(page: &mut RecordPage<'_>, terms: &Convention) {
    let Some(clause) = &terms.committee else { return };
    let name = |id: &Option<Id>| id.as_ref().map(|id| party_name(page.portfolio, id)).unwrap_or_default();
    let fields = [
        ("committee-every", page.locale.span(clause.every)),
        ("organiser", name(&clause.organiser)),
        ("chair", name(&clause.chair)),
        ("members", party_names(page.portfolio, &clause.with)),
        ("guests", clause.guests.clone().unwrap_or_default()),
        ("article", clause.article.clone().unwrap_or_default()),
    ];
    let body = page.field_lines(&fields);
    page.section("committee-clause", &body);
}

fn account_table(page: &RecordPage<'_>, one: &PartyAccount) -> String {
    let holder =
        one.party.as_ref().map(|id| format!("{}\n", sanitize(&party_name(page.portfolio, id)))).unwrap_or_default();
    holder + &accounts(page.locale, std::slice::from_ref(&one.account), page.width)
}

fn budget(page: &RecordPage<'_>, terms: &Convention) -> String {
    let Some(line) = &terms.budget else { return String::new() };
    let text = |value: &Option<String>| value.clone().unwrap_or_default();
    page.field_lines(&[
        ("fund", text(&line.fund)),
        ("programme", text(&line.programme)),
        ("accountant", text(&line.accountant)),
        ("detail", text(&line.detail)),
        ("article", text(&line.article)),
    ])
}

fn clauses(page: &RecordPage<'_>, terms: &Convention) -> String {
    let locale = page.locale;
    let mut table = Table::new(vec![
        TableColumn::whole(heading(locale, "clause")),
        TableColumn::text(heading(locale, "what")),
        TableColumn::whole(heading(locale, "article")).rank(1),
    ]);
    let all = [("clause-termination", &terms.termination_clause), ("clause-amendment", &terms.amendment_clause)];
    let mut any = false;
    for (key, clause) in all {
        let Some(clause) = clause else { continue };
        any = true;
        table.row([heading(locale, key), clause.what.clone(), clause.article.clone().unwrap_or_default()]);
    }
    if let Some(publication) = &terms.publication {
        any = true;
        let by = ("parties", MessageArg::Text(party_names(page.portfolio, &publication.by)));
        let at = ("places", MessageArg::Text(publication.at.join(", ")));
        let what = locale.message("report-published-by", &[by, at]);
        table.row([heading(locale, "clause-publication"), what, publication.article.clone().unwrap_or_default()]);
    }
    if any { table.render(page.width) } else { String::new() }
}

fn antecedents(page: &RecordPage<'_>, written: &Convention) -> String {
    let locale = page.locale;
    let mut table = Table::new(vec![
        TableColumn::whole(heading(locale, "signed")),
        TableColumn::text(heading(locale, "what")),
        TableColumn::words(heading(locale, "parties")),
        TableColumn::whole(heading(locale, "article")).rank(1),
    ]);
    for one in &written.antecedents {
        let article = one.article.clone().unwrap_or_default();
        table.row([day(locale, one.signed), one.what.clone(), one.between.join(", "), article]);
    }
    if written.antecedents.is_empty() { String::new() } else { table.render(page.width) }
}

fn notes(page: &RecordPage<'_>, written: &Convention, as_of: Date) -> String {
    let locale = page.locale;
    let mut table = Table::new(vec![
        TableColumn::whole(heading(locale, "on")),
        TableColumn::text(heading(locale, "note")),
        TableColumn::whole(heading(locale, "article")).rank(1),
    ]);
    for note in written.notes.iter().filter(|note| note.on.is_none_or(|on| on <= as_of)) {
        table.row([day(locale, note.on), note.text.clone(), note.article.clone().unwrap_or_default()]);
    }
    if written.notes.is_empty() { String::new() } else { table.render(page.width) }
}

/// Returns the signed document, the places where it is published, and the reminders sent.
fn published(page: &RecordPage<'_>, written: &Convention, as_of: Date) -> String {
    let locale = page.locale;
    let lines = statements::of_convention(written, page.portfolio, as_of, locale).into_iter();
    let lines = lines.map(|(label, words)| statements::labelled(locale, &locale.text(label), &words));
    lines.map(|line| sanitize(&line).into_owned() + "\n").collect()
}

/// Returns the keys of other systems.
pub(super) fn extra(pairs: &[(String, String)]) -> String {
    pairs.iter().map(|(key, value)| sanitize(&format!("{key}: {value}")).into_owned() + "\n").collect()
}
