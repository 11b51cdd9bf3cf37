//! The organisations that sign conventions, and the bank accounts printed for them.

use super::Id;

/// An organisation that signs: an agency, a ministry's department, a local authority.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Party {
    /// Its file's name.
    pub id: Id,
    /// Its usual name.
    pub name: String,
    /// Other names that people search it by.
    pub also: Vec<String>,
    /// What sort of organisation, in the incubator's own words.
    pub kind: Option<String>,
    /// The nine digits of its SIREN number.
    pub siren: Option<String>,
    /// Where it is.
    pub address: Option<String>,
    /// Its bank accounts.
    pub accounts: Vec<Account>,
}

/// A French bank account as a document prints it: checked, never silently corrected.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Account {
    /// Its name where others refer to it.
    pub id: Option<String>,
    /// Titulaire.
    pub holder: Option<String>,
    /// Domiciliation.
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
