//! Everything about a convention, a framework or an amendment.

use super::{PARAGRAPH, RecordPage, amendment, document, money};
use crate::locale::Locale;
use crate::model::{Convention, ConventionKind, Date, Id, Obligation, Portfolio, TermLength};
use crate::report::table::{Table, TableColumn, wrap};
use crate::report::text::{amount, day, day_or_why, heading, names, party_names};
use crate::report::{sanitize, statements};
use crate::rules::{self, ConventionSummary, Movement, MovementKind};

pub(super) fn show(page: &mut RecordPage<'_>, portfolio: &Portfolio, id: &Id, as_of: Date) -> Option<()> {
    let written = portfolio.conventions.get(id)?;
    let standing = rules::convention_summary(portfolio, id, as_of);
    let in_force = standing.as_ref().and_then(|_| rules::terms_in_force(portfolio, id, as_of));
    let terms: &Convention = in_force.as_deref().unwrap_or(written);
    let (locale, width) = (page.locale, page.width);
    page.title(&written.title);
    page.fields(&fields(locale, portfolio, written, terms, standing.as_ref()));
    if let Some(standing) = &standing {
        let contributions = money::contributions(locale, std::slice::from_ref(standing), width);
        page.section("contributions", &(contributions + &composition(page, terms)));
        page.section("tranches", &money::tranches(locale, std::slice::from_ref(standing), width));
    }
    if written.is_amendment() {
        amendment::show(page, written);
    }
    page.section("resources", &resources(locale, terms, width));
    let occurrences = rules::convention_occurrences(portfolio, id, as_of);
    page.occurrences("obligations", occurrences.iter(), written.startups.len() > 1);
    let rest = terms.obligations.iter().filter(|one| !occurrences.iter().any(|row| row.obligation == one.id));
    page.section("not-owed", &undertakings(page, rest));
    document::show(page, written, terms, as_of);
    page.section("movements", &movements(locale, &rules::movements(portfolio, id, as_of), width));
    Some(())
}

fn fields(
    locale: &Locale,
    portfolio: &Portfolio,
    written: &Convention,
    terms: &Convention,
    standing: Option<&ConventionSummary>,
) -> Vec<(&'static str, String)> {
    let amends = match &written.kind {
        ConventionKind::Amendment { amends } => amends.to_string(),
        _ => String::new(),
    };
    let amendments: Vec<String> = portfolio.amendments_of(&written.id).map(|other| other.id.to_string()).collect();
    let status = standing.map(|standing| locale.text(&format!("convention-status-{}", standing.status.name())));
    let ends = standing.map(|standing| {
        let estimate = if standing.ends_estimated { "≈ " } else { "" };
        format!("{estimate}{}", day_or_why(locale, standing.ends, standing.unknown))
    });
    vec![
        ("id", written.id.to_string()),
        ("kind", locale.text(&format!("kind-{}", written.kind.name()))),
        ("amends", amends),
        ("amendments", amendments.join(", ")),
        ("startups", names(&written.startups)),
        ("parties", names(&written.parties)),
        ("incubator", written.incubator.as_ref().map(ToString::to_string).unwrap_or_default()),
        ("reference", written.reference.clone().unwrap_or_default()),
        ("status", status.unwrap_or_default()),
        ("decided", day(locale, written.decided)),
        ("signed", signed(locale, written)),
        ("not-before", day(locale, written.not_before)),
        (
            "term",
            terms.term.as_ref().map(|term| statements::term(term, locale, |it| length(locale, it))).unwrap_or_default(),
        ),
        ("ends", ends.unwrap_or_default()),
    ]
}

/// Returns what each contribution states beside its amount.
fn composition(page: &RecordPage<'_>, terms: &Convention) -> String {
    let locale = page.locale;
    let mut text = String::new();
    for one in &terms.contributions {
        for (label, words) in statements::of_contribution(one, page.portfolio, locale) {
            let words = format!("{}, {}", one.id, statements::labelled(locale, &locale.text(label), &words));
            wrap(&sanitize(&words), page.width.min(PARAGRAPH))
                .iter()
                .for_each(|line| text.push_str(&format!("{line}\n")));
        }
    }
    text
}

/// Obligations of which nothing is owed as of the day, with the reason if they state one.
fn undertakings<'o>(page: &RecordPage<'_>, obligations: impl Iterator<Item = &'o Obligation>) -> String {
    let locale = page.locale;
    let mut table = Table::new(vec![
        TableColumn::words(heading(locale, "debtor")),
        TableColumn::words(heading(locale, "creditor")),
        TableColumn::text(heading(locale, "what")),
        TableColumn::words(heading(locale, "condition")),
        TableColumn::whole(heading(locale, "article")).rank(1),
    ]);
    let mut any = false;
    for one in obligations {
        any = true;
        table.row([
            party_names(page.portfolio, &one.debtors),
            party_names(page.portfolio, &one.creditors),
            one.what.to_string(),
            statements::of_obligation(one, locale).join(", "),
            one.article.as_ref().map(ToString::to_string).unwrap_or_default(),
        ]);
    }
    if any { table.render(page.width) } else { String::new() }
}

fn signed(locale: &Locale, written: &Convention) -> String {
    match written.signed {
        Some(date) => locale.date(date),
        None if written.undated => locale.text("convention-status-undated"),
        None => locale.text("unknown-signature"),
    }
}

fn length(locale: &Locale, length: &TermLength) -> String {
    match length {
        TermLength::For(span) => locale.span(*span),
        TermLength::Until(date) => locale.date(*date),
        TermLength::Covers(words) => words.clone(),
    }
}

fn resources(locale: &Locale, terms: &Convention, width: usize) -> String {
    let mut table = Table::new(vec![
        TableColumn::whole(heading(locale, "from-party")),
        TableColumn::text(heading(locale, "what")),
        TableColumn::words(heading(locale, "share")),
        TableColumn::whole(heading(locale, "lasts")),
        TableColumn::whole(heading(locale, "article")).rank(1),
    ]);
    for resource in &terms.resources {
        table.row([
            resource.from.to_string(),
            resource.what.clone(),
            resource.share.as_ref().map(|share| locale.suggested("share", share)).unwrap_or_default(),
            resource.lasts.map(|span| locale.span(span)).unwrap_or_default(),
            resource.article.clone().unwrap_or_default(),
        ]);
    }
    if terms.resources.is_empty() { String::new() } else { table.render(width) }
}

/// Calls, payments, spending and refunds, by day.
fn movements(locale: &Locale, movements: &[Movement<'_>], width: usize) -> String {
    if movements.is_empty() {
        return String::new();
    }
    let mut table = Table::new(vec![
        TableColumn::whole(heading(locale, "on")),
        TableColumn::whole(heading(locale, "movement")),
        TableColumn::number(heading(locale, "amount")),
        TableColumn::words(heading(locale, "contribution")),
        TableColumn::words(heading(locale, "reference")),
    ]);
    for Movement { entry, on, .. } in movements {
        let words = match entry {
            MovementKind::Spending(line, _) => line.what.as_deref(),
            entry => entry.reference(),
        };
        table.row([
            day(locale, *on),
            locale.text(&format!("movement-{}", entry.name())),
            amount(locale, entry.amount()),
            entry.contribution().unwrap_or_default().to_owned(),
            words.unwrap_or_default().to_owned(),
        ]);
    }
    table.render(width)
}
