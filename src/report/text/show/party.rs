//! Everything about a party.

use super::{RecordPage, document};
use crate::locale::Locale;
use crate::model::{Account, Date, Id, Portfolio};
use crate::parallel::AllCores;
use crate::report::table::{Table, TableColumn};
use crate::report::text::{funding, heading};
use crate::rules::{self, Figures, PartyFunding};

pub(super) fn show(page: &mut RecordPage<'_>, portfolio: &Portfolio, id: &Id, as_of: Date) -> Option<()> {
    let party = portfolio.parties.get(id)?;
    let (locale, width) = (page.locale, page.width);
    let conventions: Vec<String> = portfolio
        .conventions
        .values()
        .filter(|convention| convention.parties.contains(id))
        .map(|convention| convention.id.to_string())
        .collect();
    page.title(&party.name);
    page.fields(&[
        ("id", id.to_string()),
        ("also", party.also.join(", ")),
        ("kind", party.kind.clone().unwrap_or_default()),
        ("siren", party.siren.clone().unwrap_or_default()),
        ("siret", party.siret.clone().unwrap_or_default()),
        ("address", party.address.clone().unwrap_or_default()),
        ("contact", party.contact.clone().unwrap_or_default()),
        ("conventions", conventions.join(", ")),
    ]);
    page.section("extra", &document::extra(&party.extra));
    page.section("accounts", &accounts(locale, &party.accounts, width));
    let answers = rules::answers_with(portfolio, as_of, &AllCores);
    let row = answers.funding.parties.iter().find(|row| row.party == *id);
    let figures: Vec<(String, Figures)> = row.map(|row| sums(locale, row)).unwrap_or_default();
    if !figures.is_empty() {
        page.section("funding", &funding::figures(&heading(locale, "contributor"), &figures, locale, width));
    }
    let all = &answers.occurrences;
    page.occurrences("owes", all.iter().filter(|one| one.debtors.contains(id)), true);
    page.occurrences("owed", all.iter().filter(|one| one.creditors.contains(id)), true);
    Some(())
}

/// Returns what the party gives and receives, under the startups' conventions and under frameworks, and the sums of
/// both.
fn sums(locale: &Locale, row: &PartyFunding) -> Vec<(String, Figures)> {
    let sides = [
        [("gives", row.figures), ("gives-frameworks", row.frameworks)],
        [("receives", row.receives), ("receives-frameworks", row.receives_frameworks)],
    ];
    let mut rows = Vec::new();
    for (side, sum) in sides.into_iter().zip(["gives-all", "receives-all"]) {
        let shown = side.into_iter().filter(|(_, figures)| *figures != Figures::default());
        let before = rows.len();
        rows.extend(shown.map(|(key, figures)| (heading(locale, key), figures)));
        if let [(_, own), (_, framework)] = rows[before..] {
            let mut both = own;
            both += framework;
            rows.push((heading(locale, sum), both));
        }
    }
    rows
}

pub(super) fn accounts(locale: &Locale, accounts: &[Account], width: usize) -> String {
    let mut table = Table::new(vec![
        TableColumn::words(heading(locale, "holder")),
        TableColumn::whole(heading(locale, "rib")),
        TableColumn::whole(heading(locale, "iban")),
        TableColumn::whole(heading(locale, "bic")).rank(1),
    ]);
    for account in accounts {
        let rib: Vec<&str> = [&account.bank, &account.branch, &account.number, &account.key]
            .into_iter()
            .filter_map(|part| part.as_deref())
            .collect();
        table.row([
            account.holder.clone().unwrap_or_default(),
            rib.join(" "),
            account.iban.clone().unwrap_or_default(),
            account.bic.clone().unwrap_or_default(),
        ]);
    }
    if accounts.is_empty() { String::new() } else { table.render(width) }
}
