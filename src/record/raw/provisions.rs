//! The other parts of a convention's file: signatories, accounts, budget, publication, clauses, antecedents.

use schemars::JsonSchema;
use serde::Deserialize;

use super::account::RawPartyAccount;
use super::scalar::{LiquidatedSum, Scalar};
use super::{plain, plains};
use crate::model::{Antecedent, BudgetLine, Clause, Date, Id, Publication, PublishedCopy, Signatory};

/// A person who signs for a party.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "Signatory")]
pub(super) struct RawSignatory {
    /// The party.
    party: Scalar<Id>,
    /// The person's name as printed.
    name: String,
    /// The person's capacity as printed.
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

/// A line of the State's budget.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "BudgetLine")]
pub(super) struct RawBudgetLine {
    /// Fonds de concours.
    fund: Option<String>,
    /// Programme and action.
    programme: Option<String>,
    /// The accountant (comptable assignataire).
    accountant: Option<String>,
    /// Anything else that the document says about it.
    detail: Option<String>,
    /// The article that says so.
    article: Option<String>,
}

/// The clause on the publication of a convention.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "Publication")]
pub(super) struct RawPublication {
    /// The parties that publish it.
    #[serde(default)]
    by: Vec<Scalar<Id>>,
    /// The sites on which it is to be published.
    #[serde(default)]
    at: Vec<String>,
    /// The article that says so.
    article: Option<String>,
}

/// The clauses on the early end of a convention and on amendments.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "Clauses")]
pub(super) struct RawClauses {
    /// On its early end.
    pub termination: Option<RawTerminationClause>,
    /// On amendments.
    pub amendment: Option<RawClause>,
}

/// The clause on the early end of a convention, summarised in your own words.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "TerminationClause")]
pub(super) struct RawTerminationClause {
    /// The summary.
    what: Option<String>,
    /// What falls due at the early end: "committed" for all that was committed (AE) by then.
    liquidated: Option<Scalar<LiquidatedSum>>,
    /// Its article.
    article: Option<String>,
}

/// A place where a document has been published.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "PublishedCopy")]
pub(super) struct RawPublishedCopy {
    /// A site or an address.
    #[serde(rename = "where")]
    location: String,
    /// The day of publication.
    on: Option<Scalar<Date>>,
}

/// A clause, summarised in your own words.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "Clause")]
pub(super) struct RawClause {
    /// The summary.
    what: String,
    /// Its article.
    article: Option<String>,
}

/// An earlier convention that this one cites.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "Antecedent")]
pub(super) struct RawAntecedent {
    /// The day of its signature.
    signed: Option<Scalar<Date>>,
    /// The parties, as named.
    #[serde(default)]
    between: Vec<String>,
    /// Its purpose.
    what: String,
    /// The article that cites it.
    article: Option<String>,
}

impl RawSignatory {
    pub fn build(self) -> Signatory {
        Signatory { party: self.party.0, name: self.name, title: self.title }
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

impl RawClauses {
    /// Returns whether all that was committed falls due at an early end.
    pub fn liquidates_committed(&self) -> bool {
        self.termination.as_ref().is_some_and(|clause| clause.liquidated.is_some())
    }
}

impl RawTerminationClause {
    pub fn build(self) -> Clause {
        Clause { what: self.what.unwrap_or_default(), article: self.article }
    }
}

impl RawPublishedCopy {
    pub fn build(self) -> PublishedCopy {
        PublishedCopy { location: self.location, on: plain(self.on) }
    }
}
