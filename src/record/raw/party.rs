//! `parties/<id>.toml`, and the bank accounts that parties and conventions print.

use schemars::JsonSchema;
use serde::Deserialize;

use super::Faults;
use super::keyed::RawExtra;
use super::scalar::{FormatVersion, Scalar};
use crate::model::{Account, Id, Party};

/// An organisation that signs conventions: an agency, a ministry's department, a local authority (couveuse).
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(title = "Party")]
pub(in crate::record) struct RawParty {
    /// The version of the format; 1 if absent.
    #[allow(dead_code, reason = "reading it is the check")]
    format: Option<Scalar<FormatVersion>>,
    /// Its usual name.
    name: String,
    /// Other names that people search for.
    #[serde(default)]
    also: Vec<String>,
    /// The article before its name in a French sentence: "la", "l'", "le".
    article: Option<String>,
    /// The kind of organisation, in your own words.
    kind: Option<String>,
    /// The nine digits of its SIREN number.
    siren: Option<String>,
    /// The fourteen digits of its SIRET number.
    siret: Option<String>,
    /// Its postal address.
    address: Option<String>,
    /// A functional e-mail address.
    contact: Option<String>,
    /// Its bank accounts.
    #[serde(default)]
    accounts: Vec<RawAccount>,
    /// The keys of this record that were deduced rather than stated.
    #[serde(default)]
    inferred: Vec<String>,
    /// Keys of other systems: kept, shown, never checked.
    #[serde(default)]
    extra: RawExtra,
}

/// A French bank account as printed: it is checked, and never corrected silently.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "Account")]
pub(super) struct RawAccount {
    /// The name by which others refer to it.
    id: Option<String>,
    /// The name that it is in (titulaire).
    holder: Option<String>,
    /// The branch that keeps it (domiciliation).
    domiciliation: Option<String>,
    /// Code banque, five characters.
    bank: Option<String>,
    /// Code guichet, five characters.
    branch: Option<String>,
    /// Numéro de compte, eleven characters.
    number: Option<String>,
    /// Clé RIB, two digits.
    key: Option<String>,
    /// International number, spaces as printed.
    iban: Option<String>,
    /// Bank identifier (BIC, the "RIC" of some documents).
    bic: Option<String>,
    /// The article that prints it.
    article: Option<String>,
}

impl RawAccount {
    pub fn build(self) -> Account {
        Account {
            id: self.id,
            holder: self.holder,
            domiciliation: self.domiciliation,
            bank: self.bank,
            branch: self.branch,
            number: self.number,
            key: self.key,
            iban: self.iban,
            bic: self.bic,
            article: self.article,
        }
    }
}

impl RawParty {
    pub fn build(self, id: &Id, faults: &mut Faults) -> Party {
        faults.duplicates("accounts", self.accounts.iter().map(|account| account.id.as_deref()));
        Party {
            id: id.clone(),
            name: self.name,
            also: self.also,
            article: self.article,
            kind: self.kind,
            siren: self.siren,
            siret: self.siret,
            address: self.address,
            contact: self.contact,
            accounts: self.accounts.into_iter().map(RawAccount::build).collect(),
            inferred: self.inferred,
            extra: self.extra.build(),
        }
    }
}
