//! The bank accounts that parties and conventions print.

use schemars::JsonSchema;
use serde::Deserialize;

use super::plain;
use super::scalar::Scalar;
use crate::model::{Account, Id, PartyAccount};

/// Declares the raw type of an account, which has the given keys before those of every account.
macro_rules! raw_account {
    ($(#[$attribute:meta])* $name:ident { $($(#[$key_attribute:meta])* $key:ident: $type:ty,)* }) => {
        #[derive(Debug, Deserialize, JsonSchema)]
        #[serde(deny_unknown_fields)]
        $(#[$attribute])*
        pub(super) struct $name {
            $($(#[$key_attribute])* $key: $type,)*
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

        impl $name {
            pub fn account(self) -> Account {
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
    };
}

raw_account! {
    /// A French bank account as printed: it is checked, and never corrected silently.
    #[schemars(rename = "Account")]
    RawAccount {}
}

raw_account! {
    /// A French bank account as printed, and the party that the document says it belongs to.
    #[schemars(rename = "PartyAccount")]
    RawPartyAccount {
        /// The party that the document says it belongs to.
        party: Option<Scalar<Id>>,
    }
}

impl RawAccount {
    pub fn id(&self) -> Option<&str> {
        self.id.as_deref()
    }
}

impl RawPartyAccount {
    pub fn build(mut self) -> PartyAccount {
        PartyAccount { party: plain(self.party.take()), account: self.account() }
    }
}
