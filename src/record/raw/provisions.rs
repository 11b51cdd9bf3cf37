//! The parts of a convention's file around its money and its undertakings: who signs, accounts, budget, clauses.

use schemars::JsonSchema;
use serde::Deserialize;

use super::scalar::Scalar;
use super::{plain, plains};
use crate::model::{Account, Antecedent, BudgetLine, Clause, Date, Id, PartyAccount, Publication, Signatory};

/// Who signs for a party.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "Signatory")]
pub(super) struct RawSignatory {
    /// The party.
    party: Scalar<Id>,
    /// The person's name as printed.
    name: String,
    /// In what capacity.
    title: Option<String>,
}

/// The bank accounts that a convention prints.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "Accounts")]
pub(super) struct RawAccounts {
    /// The account for payments.
    pub payment: Option<RawPartyAccount>,
    /// The account for refunds.
    pub refund: Option<RawPartyAccount>,
}

/// A French bank account and whose it is said to be, as printed.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "PartyAccount")]
pub(super) struct RawPartyAccount {
    /// The party that the document says it belongs to.
    party: Option<Scalar<Id>>,
    /// Its name where others refer to it.
    id: Option<String>,
    /// Whose name it is in (titulaire).
    holder: Option<String>,
    /// Where it is kept (domiciliation).
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

/// A line of the State's budget.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "BudgetLine")]
pub(super) struct RawBudgetLine {
    /// Fonds de concours.
    fund: Option<String>,
    /// Programme and action.
    programme: Option<String>,
    /// Who keeps the accounts (comptable assignataire).
    accountant: Option<String>,
    /// Anything else that the document says of it.
    detail: Option<String>,
    /// The article that says so.
    article: Option<String>,
}

/// Where a convention is to be published.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "Publication")]
pub(super) struct RawPublication {
    /// Who publishes.
    #[serde(default)]
    by: Vec<Scalar<Id>>,
    /// Where.
    #[serde(default)]
    at: Vec<String>,
    /// The article that says so.
    article: Option<String>,
}

/// The clauses on ending and changing a convention.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "Clauses")]
pub(super) struct RawClauses {
    /// On ending it early.
    pub termination: Option<RawClause>,
    /// On changing it.
    pub amendment: Option<RawClause>,
}

/// A clause, in your own words.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "Clause")]
pub(super) struct RawClause {
    /// What it says.
    what: String,
    /// The article.
    article: Option<String>,
}

/// An earlier convention that this one speaks of.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "Antecedent")]
pub(super) struct RawAntecedent {
    /// The day that it was signed.
    signed: Option<Scalar<Date>>,
    /// Between whom, as named.
    #[serde(default)]
    between: Vec<String>,
    /// What it was for.
    what: String,
    /// Where this document says so.
    article: Option<String>,
}

impl RawSignatory {
    pub fn build(self) -> Signatory {
        Signatory { party: self.party.0, name: self.name, title: self.title }
    }
}

impl RawPartyAccount {
    pub fn build(self) -> PartyAccount {
        PartyAccount {
            party: plain(self.party),
            account: Account {
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
            },
        }
    }
}

impl RawBudgetLine {
    pub fn build(self) -> BudgetLine {
        BudgetLine {
            fund: self.fund,
            programme: self.programme,
            accountant: self.accountant,
            detail: self.detail,
            article: self.article,
        }
    }
}

impl RawPublication {
    pub fn build(self) -> Publication {
        Publication { by: plains(self.by), at: self.at, article: self.article }
    }
}

impl RawClause {
    pub fn build(self) -> Clause {
        Clause { what: self.what, article: self.article }
    }
}

impl RawAntecedent {
    pub fn build(self) -> Antecedent {
        Antecedent { signed: plain(self.signed), between: self.between, what: self.what, article: self.article }
    }
}
