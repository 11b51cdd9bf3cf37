//! Which convention, contribution and tranche a row belongs to, and why. Two possible answers are an error.

use std::collections::{BTreeMap, BTreeSet};

use super::columns::{LedgerColumns, LedgerField};
use super::mapping::LedgerMapping;
use super::sheet::SheetRow;
use super::values;
use crate::import::plan::ImportReason;
use crate::locale::fold;
use crate::model::{Contribution, Convention, ConventionKind, Id, MessageArg, Party, Portfolio};

/// A convention, with the reason why a row belongs to it.
pub(super) type ConventionMatch<'a> = (&'a Convention, ImportReason);

/// Finds the records that rows name.
pub(super) struct LedgerMatcher<'a> {
    portfolio: &'a Portfolio,
    mapping: &'a LedgerMapping,
    /// Conventions by their id and their reference, folded.
    by_name: BTreeMap<String, BTreeSet<&'a Id>>,
    /// Conventions by the orders of their expenditure, without leading zeros.
    by_order: BTreeMap<String, BTreeSet<&'a Id>>,
    /// Conventions by the startups that they fund, folded ids and names.
    by_startup: BTreeMap<String, BTreeSet<&'a Id>>,
    /// Startups by id, name and other names, folded.
    startups: BTreeMap<String, BTreeSet<&'a Id>>,
    /// Parties by id, name, other names and SIRET, folded.
    parties: BTreeMap<String, BTreeSet<&'a Id>>,
    /// The spelling of suppliers in the records, by the folded name.
    suppliers: BTreeMap<String, &'a str>,
}

impl<'a> LedgerMatcher<'a> {
    pub fn new(portfolio: &'a Portfolio, mapping: &'a LedgerMapping) -> Self {
        let mut matcher = Self {
            portfolio,
            mapping,
            by_name: BTreeMap::new(),
            by_order: BTreeMap::new(),
            by_startup: BTreeMap::new(),
            startups: BTreeMap::new(),
            parties: BTreeMap::new(),
            suppliers: BTreeMap::new(),
        };
        for startup in portfolio.startups.values() {
            let names = [startup.id.as_str(), &startup.name].into_iter();
            for name in names.chain(startup.also.iter().map(String::as_str)) {
                matcher.startups.entry(fold(name)).or_default().insert(&startup.id);
            }
        }
        portfolio.conventions.values().for_each(|convention| matcher.add(convention));
        portfolio.parties.values().for_each(|party| matcher.add_party(party));
        matcher
    }

    fn add(&mut self, convention: &'a Convention) {
        // Payments and expenditure belong to the convention that an amendment changes.
        if let ConventionKind::Amendment { .. } = convention.kind {
            return;
        }
        let id = &convention.id;
        for name in std::iter::once(id.as_str()).chain(convention.reference.as_deref()) {
            self.by_name.entry(fold(name)).or_default().insert(id);
        }
        for spent in &convention.expenditure {
            if let Some(order) = &spent.order {
                self.by_order.entry(without_zeros(order)).or_default().insert(id);
            }
            if let Some(supplier) = &spent.supplier {
                self.suppliers.entry(fold(supplier)).or_insert(supplier);
            }
        }
        for startup in &convention.startups {
            let known = self.portfolio.startups.get(startup);
            let names = known.into_iter().flat_map(|known| std::iter::once(&known.name).chain(&known.also));
            for name in names.map(String::as_str).chain([startup.as_str()]) {
                self.by_startup.entry(fold(name)).or_default().insert(id);
            }
        }
    }

    fn add_party(&mut self, party: &'a Party) {
        let names = [party.id.as_str(), &party.name].into_iter().chain(party.also.iter().map(String::as_str));
        for name in names.chain(party.siret.as_deref()) {
            self.parties.entry(fold(name)).or_default().insert(&party.id);
        }
    }

    /// Returns the convention of a row: by the column of the mapping, the column "convention", an order that a
    /// convention has already, or the column "startup".
    pub fn convention(&self, columns: &LedgerColumns, row: &SheetRow) -> Result<ConventionMatch<'a>, ImportReason> {
        let mapped = columns.convention_by.and_then(|at| row.cells.get(at)).and_then(values::text);
        let given = |field| columns.text(row, field);
        if let Some(value) = mapped {
            let by_mapping = self.mapping.conventions.get(&value).map(|id| BTreeSet::from([id]));
            let found = by_mapping.as_ref().or_else(|| self.named(&value)).or_else(|| self.ordered(&value));
            return self.only(found, "import-by-mapping", value);
        }
        if let Some(value) = given(LedgerField::Convention) {
            return self.only(self.named(&value), "import-by-convention", value);
        }
        if let Some(value) = given(LedgerField::Order)
            && let Some(found) = self.ordered(&value)
        {
            return self.only(Some(found), "import-by-order", value);
        }
        match given(LedgerField::Startup) {
            Some(value) => self.only(self.by_startup.get(&fold(&value)), "import-by-startup", value),
            None => match given(LedgerField::Order) {
                Some(order) => Err(about("import-unknown-order", order)),
                None => Err(ImportReason::new("import-no-convention", Vec::new())),
            },
        }
    }

    fn named(&self, value: &str) -> Option<&BTreeSet<&'a Id>> {
        self.by_name.get(&fold(value))
    }

    fn ordered(&self, value: &str) -> Option<&BTreeSet<&'a Id>> {
        self.by_order.get(&without_zeros(value))
    }

    fn only(
        &self,
        found: Option<&BTreeSet<&'_ Id>>,
        key: &'static str,
        value: String,
    ) -> Result<ConventionMatch<'a>, ImportReason> {
        let Some(found) = found else { return Err(about("import-unknown-convention", value)) };
        let mut ids = found.iter();
        match (ids.next(), ids.next()) {
            (Some(id), None) => match self.portfolio.conventions.get(*id) {
                Some(convention) => Ok((convention.as_ref(), about(key, value))),
                None => Err(about("import-unknown-convention", id.to_string())),
            },
            _ => Err(ambiguous("import-many-conventions", value, found.iter().map(ToString::to_string))),
        }
    }

    /// Returns the contribution that a payment belongs to: the one named, that of the contributor, or the only one;
    /// with the reason.
    pub fn contribution(
        &self,
        convention: &'a Convention,
        columns: &LedgerColumns,
        row: &SheetRow,
    ) -> Result<(&'a Contribution, ImportReason), ImportReason> {
        let all = || self.contributions(convention).filter(|one| one.to.is_some());
        if let Some(named) = columns.text(row, LedgerField::Contribution) {
            let found = all().find(|one| fold(&one.id) == fold(&named));
            let unknown_of = |named| ambiguous("import-unknown-contribution", named, all().map(|one| one.id.clone()));
            return match found {
                Some(one) => Ok((one, about("import-by-contribution", named))),
                None => Err(unknown_of(named)),
            };
        }
        let from = columns.text(row, LedgerField::From);
        let parties = from.as_ref().map(|from| self.parties.get(&fold(from)));
        let is_of = |one: &&Contribution| match parties {
            Some(parties) => parties.is_some_and(|parties| parties.contains(&one.from)),
            None => true,
        };
        let found: Vec<&Contribution> = all().filter(is_of).collect();
        match (found.as_slice(), from) {
            ([one], Some(from)) => Ok((one, about("import-by-contributor", from))),
            ([one], None) => Ok((one, about("import-only-contribution", one.id.clone()))),
            ([], Some(from)) => {
                Err(ambiguous("import-unknown-contributor", from, all().map(|one| one.from.to_string())))
            }
            ([], None) => Err(about("import-no-contribution", convention.id.to_string())),
            (several, _) => {
                let known = several.iter().map(|one| one.id.clone());
                Err(ambiguous("import-many-contributions", convention.id.to_string(), known))
            }
        }
    }

    /// Returns the contribution that a cell names.
    pub fn named_contribution(
        &self,
        convention: &'a Convention,
        value: String,
    ) -> Result<&'a Contribution, ImportReason> {
        let found = self.contributions(convention).find(|one| fold(&one.id) == fold(&value));
        let known = || self.contributions(convention).map(|one| one.id.clone());
        found.ok_or_else(|| ambiguous("import-unknown-contribution", value, known()))
    }

    /// Returns the contributions of a convention and of its amendments, each once.
    fn contributions(&self, convention: &'a Convention) -> impl Iterator<Item = &'a Contribution> {
        let amendments = self.portfolio.amendments_of(&convention.id).map(AsRef::as_ref);
        let mut seen = BTreeSet::new();
        let all =
            std::iter::once(convention).chain(amendments).flat_map(|holder: &'a Convention| &holder.contributions);
        all.filter(move |one| seen.insert(&one.id))
    }

    /// Returns the party that a cell names.
    pub fn party(&self, value: String) -> Result<Id, ImportReason> {
        let mut found = self.parties.get(&fold(&value)).into_iter().flatten();
        match (found.next(), found.next()) {
            (Some(id), None) => Ok((*id).clone()),
            _ => Err(about("import-unknown-party", value)),
        }
    }

    /// Returns the startup that a cell names, if the convention funds it or is a framework.
    pub fn startup(&self, value: String, convention: &Convention) -> Result<Id, ImportReason> {
        let is_framework = matches!(convention.kind, ConventionKind::Framework);
        let is_its = |id: &&&Id| is_framework || convention.startups.contains(**id);
        let mut found = self.startups.get(&fold(&value)).into_iter().flatten().filter(is_its);
        match (found.next(), found.next()) {
            (Some(id), None) => Ok((*id).clone()),
            _ => Err(about("import-unknown-startup", value)),
        }
    }

    /// Returns a supplier as the records spell it, if they know it.
    pub fn supplier(&self, value: String) -> String {
        self.suppliers.get(&fold(&value)).map_or(value, |known| (*known).to_owned())
    }
}

/// Returns a number without the leading zeros that spreadsheets lose.
pub(super) fn without_zeros(number: &str) -> String {
    let trimmed = number.trim_start_matches('0');
    if trimmed.is_empty() { number.to_owned() } else { trimmed.to_owned() }
}

/// Returns a reason about a value.
fn about(key: &'static str, value: String) -> ImportReason {
    ImportReason::new(key, vec![("value", MessageArg::Text(value))])
}

fn ambiguous(key: &'static str, value: String, known: impl Iterator<Item = String>) -> ImportReason {
    ImportReason::new(key, vec![("value", MessageArg::Text(value)), ("known", MessageArg::List(known.collect()))])
}
