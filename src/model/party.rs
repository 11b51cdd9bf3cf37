//! The organisations that sign conventions, and their bank accounts.

use std::sync::Arc;

use super::{Id, Text};

/// An organisation that signs: an agency, a ministry's department, a local authority.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Party {
    /// The name of its file.
    pub id: Id,
    /// Its usual name.
    pub name: String,
    /// Other names that people search for.
    pub also: Vec<String>,
    /// The article before its name in a French sentence: `la`, `l'`, `le`.
    pub article: Option<String>,
    /// The kind of organisation, in the incubator's own words.
    pub kind: Option<String>,
    /// The nine digits of its SIREN number.
    pub siren: Option<String>,
    /// The fourteen digits of its SIRET number.
    pub siret: Option<String>,
    /// Its postal address.
    pub address: Option<String>,
    /// A functional e-mail address.
    pub contact: Option<String>,
    /// Its bank accounts.
    pub accounts: Vec<Account>,
    /// The keys of the record that were deduced rather than stated.
    pub inferred: Arc<[Text]>,
    /// The keys of other systems and their values as text.
    pub extra: Vec<(String, String)>,
}

impl Party {
    /// Creates a party of which only the name is known.
    #[must_use]
    pub fn new(id: Id, name: &str) -> Self {
        Self {
            id,
            name: name.to_owned(),
            also: Vec::new(),
            article: None,
            kind: None,
            siren: None,
            siret: None,
            address: None,
            contact: None,
            accounts: Vec::new(),
            inferred: Arc::default(),
            extra: Vec::new(),
        }
    }
}

/// A French bank account as a document prints it: checked, never silently corrected.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Account {
    /// The name by which others refer to it.
    pub id: Option<String>,
    /// Titulaire.
    pub holder: Option<String>,
    pub domiciliation: Option<String>,
    /// Code banque, five characters.
    pub bank: Option<String>,
    /// Code guichet, five characters.
    pub branch: Option<String>,
    /// Numéro de compte, eleven characters.
    pub number: Option<String>,
    /// Clé RIB, two digits.
    pub key: Option<String>,
    /// International number (ISO 13616), spaces as printed.
    pub iban: Option<String>,
    /// Bank identifier (ISO 9362), the "RIC" of some documents.
    pub bic: Option<String>,
    /// The article that prints it.
    pub article: Option<String>,
}

/// A part of an account: its key in records and answers, which names its argument too, and its field.
pub type AccountPart = (&'static str, fn(&mut Account) -> &mut Option<String>);

impl Account {
    /// The parts of an account, in the order in which they are written.
    pub const PARTS: [AccountPart; 10] = [
        ("id", |account| &mut account.id),
        ("holder", |account| &mut account.holder),
        ("domiciliation", |account| &mut account.domiciliation),
        ("bank", |account| &mut account.bank),
        ("branch", |account| &mut account.branch),
        ("number", |account| &mut account.number),
        ("key", |account| &mut account.key),
        ("iban", |account| &mut account.iban),
        ("bic", |account| &mut account.bic),
        ("article", |account| &mut account.article),
    ];

    /// Returns the values of its parts, by their keys.
    #[must_use]
    pub fn parts(&self) -> Vec<(&'static str, Option<String>)> {
        let mut account = self.clone();
        Self::PARTS.map(|(key, part)| (key, part(&mut account).take())).to_vec()
    }
}
