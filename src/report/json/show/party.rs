//! Everything about a party.

use serde::Serialize;

use super::money::AccountJson;
use super::{ExtraJson, ShowContext, extra};
use crate::parallel::AllCores;
use crate::report::json::{FiguresJson, FindingJson, OccurrenceJson, PartyFiguresJson, iso};
use crate::rules::{self, Figures, PartyFunding};

/// `funding` is what it contributes to the startups' conventions, `frameworks` to frameworks; `receives` and
/// `receives_frameworks` are what it receives; `owes` are the obligations of which it is the debtor,
/// `owed` those of which it is the creditor.
#[derive(Serialize)]
pub(super) struct PartyJson<'a> {
    as_of: String,
    record: String,
    id: String,
    name: &'a str,
    also: &'a [String],
    article: Option<&'a str>,
    kind: Option<&'a str>,
    siren: Option<&'a str>,
    siret: Option<&'a str>,
    address: Option<&'a str>,
    contact: Option<&'a str>,
    accounts: Vec<AccountJson>,
    conventions: Vec<String>,
    funding: FiguresJson,
    #[serde(flatten)]
    others: PartyFiguresJson,
    owes: Vec<OccurrenceJson>,
    owed: Vec<OccurrenceJson>,
    inferred: Vec<&'a str>,
    extra: ExtraJson<'a>,
    findings: Vec<FindingJson>,
}

pub(super) fn show(about: ShowContext<'_>) -> Option<PartyJson<'_>> {
    let party = about.portfolio.parties.get(&about.record.id)?;
    let signs = about.portfolio.conventions.values().filter(|convention| convention.parties.contains(&party.id));
    let answers = rules::answers_with(about.portfolio, about.as_of, &AllCores);
    let funding = answers.funding.parties.iter().find(|row| row.party == party.id).cloned();
    let funding = funding.unwrap_or_else(|| PartyFunding {
        party: party.id.clone(),
        figures: Figures::default(),
        frameworks: Figures::default(),
        receives: Figures::default(),
        receives_frameworks: Figures::default(),
    });
    let all = &answers.occurrences;
    Some(PartyJson {
        as_of: iso(about.as_of),
        record: about.record.to_string(),
        id: party.id.to_string(),
        name: &party.name,
        also: &party.also,
        article: party.article.as_deref(),
        kind: party.kind.as_deref(),
        siren: party.siren.as_deref(),
        siret: party.siret.as_deref(),
        address: party.address.as_deref(),
        contact: party.contact.as_deref(),
        accounts: party.accounts.iter().map(AccountJson::new).collect(),
        conventions: signs.map(|convention| convention.id.to_string()).collect(),
        funding: FiguresJson::new(&funding.figures),
        others: PartyFiguresJson::new(&funding),
        owes: about.occurrences(all.iter().filter(|one| one.debtors.contains(&party.id))),
        owed: about.occurrences(all.iter().filter(|one| one.creditors.contains(&party.id))),
        inferred: party.inferred.iter().map(AsRef::as_ref).collect(),
        extra: extra(&party.extra),
        findings: about.findings(),
    })
}
