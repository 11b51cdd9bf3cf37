//! Contributions and tranches of one or several conventions.

use crate::locale::Locale;
use crate::report::table::{Table, TableColumn};
use crate::report::text::{amount, day_or_what, day_or_why, funding, heading};
use crate::report::{symbols, words};
use crate::rules::{ConventionSummary, TrancheSummary};

/// Returns one line of figures per contribution, named as the verbs expect it.
pub(super) fn contributions(locale: &Locale, standings: &[ConventionSummary], width: usize) -> String {
    let rows: Vec<_> = standings
        .iter()
        .flat_map(|standing| &standing.contributions)
        .map(|one| {
            let to = one.to.as_ref().map(|to| format!(" → {to}")).unwrap_or_default();
            (format!("{}/{}: {}{to}", one.convention, one.id, one.from), one.figures)
        })
        .collect();
    if rows.is_empty() {
        return String::new();
    }
    funding::figures(&heading(locale, "contribution"), &rows, locale, width)
}

/// Returns one line per tranche.
pub(super) fn tranches(locale: &Locale, standings: &[ConventionSummary], width: usize) -> String {
    let mut table = Table::new(vec![
        TableColumn::words(heading(locale, "tranche")),
        TableColumn::number(heading(locale, "amount")),
        TableColumn::number(heading(locale, "paid")).rank(1),
        TableColumn::whole(heading(locale, "state")),
        TableColumn::whole(heading(locale, "due")),
        TableColumn::whole(heading(locale, "spending")).rank(2),
        TableColumn::words(heading(locale, "papers")).rank(3),
        TableColumn::whole(heading(locale, "article")).rank(4),
    ]);
    let mut any = false;
    for tranche in standings.iter().flat_map(|standing| &standing.tranches) {
        any = true;
        table.row([
            format!("{}/{} {}", tranche.convention, tranche.contribution, tranche.number),
            amount(locale, tranche.amount),
            amount(locale, tranche.paid),
            format!(
                "{} {}",
                symbols::of_tranche(tranche.state),
                locale.text(&format!("tranche-{}", tranche.state.name()))
            ),
            day_or_why(locale, tranche.due, tranche.unknown),
            spending(locale, tranche),
            tranche.missing.iter().map(|paper| words::paper(paper, locale)).collect::<Vec<_>>().join(", "),
            tranche.article.clone().unwrap_or_default(),
        ]);
        table.short(4, &day_or_what(locale, tranche.due, tranche.unknown));
    }
    if any { table.render(width) } else { String::new() }
}

/// Spending against the threshold: `120 000 € / 600 000 € (dinum)`.
fn spending(locale: &Locale, tranche: &TrancheSummary) -> String {
    tranche.gate.as_ref().map_or_else(String::new, |gate| {
        format!("{} / {} ({})", locale.money_short(gate.spent), locale.money_short(gate.threshold), gate.by)
    })
}
