//! Everything about a party.

use serde::Serialize;

use super::ShowContext;
use super::money::AccountJson;
use crate::parallel::AllCores;
use crate::report::json::{FiguresJson, FindingJson, OccurrenceJson, iso};
use crate::rules;

/// `funding` is what it contributes to the startups' conventions; `owes` are the obligations of which it is the debtor,
/// `owed` those of which it is the creditor.
#[derive(Serialize)]
pub(super) struct PartyJson<'a> {
    as_of: String,
    record: String,
    id: String,
    name: &'a str,
    also: &'a [String],
    kind: Option<&'a str>,
    siren: Option<&'a str>,
    address: Option<&'a str>,
    accounts: Vec<AccountJson>,
    conventions: Vec<String>,
    funding: FiguresJson,
    owes: Vec<OccurrenceJson>,
    owed: Vec<OccurrenceJson>,
    findings: Vec<FindingJson>,
}

pub(super) fn show(about: ShowContext<'_>) -> Option<PartyJson<'_>> {
    let party = about.portfolio.parties.get(&about.record.id)?;
    let signs = about.portfolio.conventions.values().filter(|convention| convention.parties.contains(&party.id));
    let all = rules::answers_with(about.portfolio, about.as_of, &AllCores).occurrences;
    Some(PartyJson {
        as_of: iso(about.as_of),
        record: about.record.to_string(),
        id: party.id.to_string(),
        name: &party.name,
        also: &party.also,
        kind: party.kind.as_deref(),
        siren: party.siren.as_deref(),
        address: party.address.as_deref(),
        accounts: party.accounts.iter().map(AccountJson::new).collect(),
        conventions: signs.map(|convention| convention.id.to_string()).collect(),
        funding: FiguresJson::new(&rules::explain_party(about.portfolio, &party.id, about.as_of).figures),
        owes: about.occurrences(all.iter().filter(|one| one.debtors.contains(&party.id))),
        owed: about.occurrences(all.iter().filter(|one| one.creditors.contains(&party.id))),
        findings: about.findings(),
    })
}
