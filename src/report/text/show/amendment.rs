//! The changes of an amendment, as written: it has no figures of its own.

use super::RecordPage;
use crate::locale::Locale;
use crate::model::{Convention, Id, MessageArg, Obligation, Timing};
use crate::report::table::{Table, TableColumn};
use crate::report::text::{amount, heading};
use crate::report::words;

/// Width of a day, which is never cut; words in its place may be.
const DAY: usize = 11;

/// Its contributions by tranche, its obligations, and what it repeals.
pub(super) fn show(page: &mut RecordPage<'_>, amendment: &Convention) {
    let (locale, width) = (page.locale, page.width);
    page.section("contributions", &contributions(locale, amendment, width));
    page.section("obligations", &obligations(locale, &amendment.obligations, width));
    page.fields(&[("repeals", amendment.repeals.join(", "))]);
}

fn contributions(locale: &Locale, amendment: &Convention, width: usize) -> String {
    let mut table = Table::new(vec![
        TableColumn::words(heading(locale, "contribution")),
        TableColumn::number(heading(locale, "amount")),
        TableColumn::words(heading(locale, "due")).min_width(DAY),
        TableColumn::whole(heading(locale, "article")).rank(1),
    ]);
    for one in &amendment.contributions {
        let to = one.to.as_ref().map(|to| format!(" → {to}")).unwrap_or_default();
        let article = one.article.clone().unwrap_or_default();
        table.row([format!("{}: {}{to}", one.id, one.from), amount(locale, one.amount), String::new(), article]);
        for (n, tranche) in one.tranches.iter().enumerate() {
            let article = tranche.article.clone().unwrap_or_default();
            table.row([
                format!("  {} {}", one.id, n + 1),
                amount(locale, tranche.amount),
                words::trigger(&tranche.when, locale, Id::to_string),
                article,
            ]);
        }
    }
    if amendment.contributions.is_empty() { String::new() } else { table.render(width) }
}

fn obligations(locale: &Locale, obligations: &[Obligation], width: usize) -> String {
    let mut table = Table::new(vec![
        TableColumn::whole(heading(locale, "obligation")),
        TableColumn::words(heading(locale, "due")).min_width(DAY),
        TableColumn::whole(heading(locale, "debtor")).rank(1),
        TableColumn::whole(heading(locale, "creditor")).rank(2),
        TableColumn::text(heading(locale, "what")),
        TableColumn::whole(heading(locale, "article")).rank(3),
    ]);
    for one in obligations {
        table.row([
            one.id.to_string(),
            timing(locale, one.timing),
            one.debtor().map(Id::to_string).unwrap_or_default(),
            one.creditor().map(Id::to_string).unwrap_or_default(),
            one.what.to_string(),
            one.article.as_deref().unwrap_or_default().to_owned(),
        ]);
    }
    if obligations.is_empty() { String::new() } else { table.render(width) }
}

fn timing(locale: &Locale, timing: Timing) -> String {
    match timing {
        Timing::Standing => locale.text("rule-standing"),
        Timing::Once(Some(at)) => words::moment(at, locale),
        Timing::Once(None) => locale.text("unknown-no-day"),
        Timing::Recurring(again) => locale.message("rule-every", &[("span", MessageArg::Span(again.every))]),
    }
}
