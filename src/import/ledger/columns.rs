//! Which column holds which field, by the heads of the table or by a mapping.

use std::collections::BTreeMap;

use super::LedgerKind;
use super::mapping::LedgerMapping;
use super::sheet::{Cell, SheetRow};
use super::values;
use crate::import::plan::ImportReason;
use crate::locale::fold;
use crate::model::MessageArg;

/// The heads are looked for in this many rows: titles may come before them.
const HEAD_ROWS: usize = 20;

/// A field of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum LedgerField {
    Convention,
    Startup,
    Contribution,
    From,
    Tranche,
    Amount,
    On,
    Committed,
    Done,
    Paid,
    Supplier,
    What,
    Nature,
    By,
    Order,
    OrderItem,
    Request,
    RequestItem,
    Company,
    Year,
    Reference,
}

use LedgerField::{
    Amount, By, Committed, Company, Contribution, Convention, Done, From, Nature, On, Order, OrderItem, Paid,
    Reference, Request, RequestItem, Startup, Supplier, Tranche, What, Year,
};

impl LedgerField {
    const ALL: [Self; 21] = [
        Convention,
        Startup,
        Contribution,
        From,
        Tranche,
        Amount,
        On,
        Committed,
        Done,
        Paid,
        Supplier,
        What,
        Nature,
        By,
        Order,
        OrderItem,
        Request,
        RequestItem,
        Company,
        Year,
        Reference,
    ];

    /// Returns its name in mappings: the key of the record where there is one.
    pub const fn name(self) -> &'static str {
        match self {
            Convention => "convention",
            Startup => "startup",
            Contribution => "contribution",
            From => "from",
            Tranche => "tranche",
            Amount => "amount",
            On => "on",
            Committed => "committed",
            Done => "done",
            Paid => "paid",
            Supplier => "supplier",
            What => "what",
            Nature => "nature",
            By => "by",
            Order => "order",
            OrderItem => "order_item",
            Request => "request",
            RequestItem => "request_item",
            Company => "company",
            Year => "budget_year",
            Reference => "reference",
        }
    }

    /// Returns the field of a name in a mapping.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|field| field.name() == name)
    }

    /// Returns the heads by which it is recognised, folded and without punctuation, besides its name.
    const fn heads(self) -> &'static [&'static str] {
        match self {
            Convention => &["id convention", "n convention", "numero de convention"],
            Startup => &["produit", "service"],
            Contribution => &["participation"],
            From => &["payeur", "contributeur", "debiteur", "payer", "contributor"],
            Tranche => &["n tranche"],
            Amount => &["montant paye", "montant", "montant ttc", "montant eur", "eur", "montant recu", "amount eur"],
            On => &["date", "recu le", "date de reception", "date d encaissement", "received", "received on"],
            Committed => &["engage", "engage le", "date d engagement", "date engagement", "date ae", "commitment date"],
            Done => &["service fait", "service fait le", "date de service fait", "service done"],
            Paid => &["paye", "paye le", "date de derniere operation", "date de paiement", "date cp", "payment date"],
            Supplier => &["fournisseur", "fournisseur paye dp", "tiers", "vendor"],
            What => &["objet", "libelle", "designation", "description", "object"],
            Nature => &["nature de depense", "nature de la depense"],
            By => &["depense par", "spent by"],
            Order => &["n ej", "no ej", "engagement juridique", "bon de commande", "n commande", "purchase order"],
            OrderItem => &["n poste ej", "no poste ej", "order item"],
            Request => &["n dp", "no dp", "demande de paiement", "payment request"],
            RequestItem => &["n poste dp", "no poste dp", "request item"],
            Company => &["societe"],
            Year => &["exercice comptable", "exercice", "budget year"],
            Reference => &["n facture", "facture", "invoice", "n titre", "titre", "virement"],
        }
    }

    const fn is_of(self, kind: LedgerKind) -> bool {
        match kind {
            LedgerKind::Expenditure => !matches!(self, On | From | Tranche),
            LedgerKind::Payments => {
                matches!(self, Convention | Startup | Contribution | From | Tranche | Amount | On | Reference)
            }
        }
    }
}

/// The columns of a table.
#[derive(Debug)]
pub(super) struct LedgerColumns {
    /// The position of the first row below the heads.
    pub below: usize,
    at: BTreeMap<LedgerField, usize>,
    heads: Vec<String>,
    /// The column whose values identify the convention, if a mapping names one.
    pub convention_by: Option<usize>,
    /// The error of two columns with the same meaning.
    ambiguity: Option<ImportReason>,
}

impl LedgerColumns {
    /// Finds the heads and the columns of the fields.
    ///
    /// # Errors
    /// If a column that is needed is missing, or two columns have the same meaning.
    pub fn find(kind: LedgerKind, rows: &[SheetRow], mapping: &LedgerMapping) -> Result<Self, ImportReason> {
        let mut best: Option<Self> = None;
        for (n, row) in rows.iter().take(HEAD_ROWS).enumerate() {
            let columns = Self::of_heads(kind, n + 1, row, mapping);
            if best.as_ref().is_none_or(|best| columns.at.len() > best.at.len()) {
                best = Some(columns);
            }
        }
        let Some(best) = best else { return Err(ImportReason::new("import-empty-table", Vec::new())) };
        // Rows that are not the heads may look ambiguous.
        if let Some(ambiguity) = best.ambiguity {
            return Err(ambiguity);
        }
        let needed = match kind {
            LedgerKind::Expenditure => vec![Amount],
            LedgerKind::Payments => vec![Amount, On],
        };
        match needed.into_iter().find(|field| !best.at.contains_key(field)) {
            Some(field) => {
                let field = ("field", MessageArg::Text(field.name().to_owned()));
                let known = best.heads.into_iter().filter(|head| !head.is_empty()).collect();
                Err(ImportReason::new("import-no-column", vec![field, ("known", MessageArg::List(known))]))
            }
            None => Ok(best),
        }
    }

    fn of_heads(kind: LedgerKind, below: usize, row: &SheetRow, mapping: &LedgerMapping) -> Self {
        let heads: Vec<String> = row.cells.iter().map(|cell| values::text(cell).unwrap_or_default()).collect();
        let plain: Vec<String> = heads.iter().map(|head| plain(head)).collect();
        let (mut at, mut ambiguity) = (BTreeMap::new(), None);
        for field in LedgerField::ALL.into_iter().filter(|field| field.is_of(kind)) {
            let is_named = |head: &String| match mapping.columns.get(&field) {
                Some(mapped) => *head == self::plain(mapped),
                None => {
                    let is_its = *head == field.name().replace('_', " ") || field.heads().contains(&head.as_str());
                    !head.is_empty() && is_its
                }
            };
            let columns: Vec<usize> = (0..plain.len()).filter(|n| plain.get(*n).is_some_and(is_named)).collect();
            at.extend(columns.first().map(|first| (field, *first)));
            if columns.len() > 1 && ambiguity.is_none() {
                let columns = columns.iter().filter_map(|n| heads.get(*n).cloned()).collect();
                let field = ("field", MessageArg::Text(field.name().to_owned()));
                let known = ("known", MessageArg::List(columns));
                ambiguity = Some(ImportReason::new("import-same-columns", vec![field, known]));
            }
        }
        let convention_by = mapping.convention_by.as_ref().map(|head| self::plain(head));
        let convention_by = convention_by.and_then(|head| plain.iter().position(|one| *one == head));
        Self { below, at, heads, convention_by, ambiguity }
    }

    /// Returns the cell of a field; `None` if it is empty or there is no such column.
    pub fn cell<'r>(&self, row: &'r SheetRow, field: LedgerField) -> Option<&'r Cell> {
        row.cells.get(*self.at.get(&field)?).filter(|cell| **cell != Cell::Empty)
    }

    /// Returns the text of a field.
    pub fn text(&self, row: &SheetRow, field: LedgerField) -> Option<String> {
        self.cell(row, field).and_then(values::text)
    }

    /// Returns the head of the column of a field, else the name of the field; and the number of the column from 1.
    pub fn head(&self, field: LedgerField) -> (&str, Option<usize>) {
        let at = self.at.get(&field);
        let head = at.and_then(|at| self.heads.get(*at)).map_or(field.name(), String::as_str);
        (head, at.map(|at| at + 1))
    }

    /// Returns the heads of the columns that hold none of the fields.
    pub fn unused(&self) -> Vec<String> {
        let is_used = |n: usize| self.convention_by == Some(n) || self.at.values().any(|at| *at == n);
        let unused = self.heads.iter().enumerate().filter(|(n, head)| !head.is_empty() && !is_used(*n));
        unused.map(|(_, head)| head.clone()).collect()
    }

    /// Returns the number of fields that have a column.
    pub fn count(&self) -> usize {
        self.at.len()
    }

    /// Returns whether each row has the numbers by which Chorus identifies a payment.
    pub fn is_chorus(&self) -> bool {
        [Order, Request, Company, Year].iter().all(|field| self.at.contains_key(field))
    }
}

/// Returns whether a row of heads has all those that a mapping names, of which there is one at least.
pub(super) fn have_heads(rows: &[SheetRow], mapping: &LedgerMapping) -> bool {
    let named: Vec<String> = mapping.columns.values().chain(&mapping.convention_by).map(|head| plain(head)).collect();
    let has_all = |row: &SheetRow| {
        let heads: Vec<String> = row.cells.iter().filter_map(values::text).map(|head| plain(&head)).collect();
        named.iter().all(|head| heads.contains(head))
    };
    !named.is_empty() && rows.iter().take(HEAD_ROWS).any(has_all)
}

/// Returns a head without accents, case and punctuation, with single spaces.
fn plain(head: &str) -> String {
    let letters: String = fold(head).chars().map(|c| if c.is_alphanumeric() && c != 'º' { c } else { ' ' }).collect();
    letters.split_whitespace().collect::<Vec<_>>().join(" ")
}
