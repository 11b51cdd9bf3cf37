//! Everything about a party.

use super::RecordPage;
use crate::locale::Locale;
use crate::model::{Date, Id, Party, Portfolio};
use crate::parallel::AllCores;
use crate::report::table::{Table, TableColumn};
use crate::report::text::{funding, heading};
use crate::rules;

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
        ("address", party.address.clone().unwrap_or_default()),
        ("conventions", conventions.join(", ")),
    ]);
    page.section("accounts", &accounts(locale, party, width));
    let figures = [(party.name.clone(), rules::explain_party(portfolio, id, as_of).figures)];
    page.section("funding", &funding::figures(&heading(locale, "contributor"), &figures, locale, width));
    let all = rules::answers_with(portfolio, as_of, &AllCores).occurrences;
    page.occurrences("owes", all.iter().filter(|one| one.debtors.contains(id)), true);
    page.occurrences("owed", all.iter().filter(|one| one.creditors.contains(id)), true);
    Some(())
}

fn accounts(locale: &Locale, party: &Party, width: usize) -> String {
    let mut table = Table::new(vec![
        TableColumn::words(heading(locale, "holder")),
        TableColumn::whole(heading(locale, "rib")),
        TableColumn::whole(heading(locale, "iban")),
        TableColumn::whole(heading(locale, "bic")).rank(1),
    ]);
    for account in &party.accounts {
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
    if party.accounts.is_empty() { String::new() } else { table.render(width) }
}
