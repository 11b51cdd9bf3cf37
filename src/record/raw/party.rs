//! `parties/<id>.toml`.

use schemars::JsonSchema;
use serde::Deserialize;

use super::account::RawAccount;
use super::keyed::RawExtra;
use super::scalar::{FormatVersion, Scalar};
use super::{Faults, texts};
use crate::model::{Id, Party};

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

impl RawParty {
    pub fn build(self, id: &Id, faults: &mut Faults) -> Party {
        faults.duplicates("accounts", self.accounts.iter().map(RawAccount::id));
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
            accounts: self.accounts.into_iter().map(RawAccount::account).collect(),
            inferred: texts(self.inferred),
            extra: self.extra.build(),
        }
    }
}
