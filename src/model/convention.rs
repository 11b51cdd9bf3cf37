//! The agreement that funds one startup or several.

use super::{
    Account, Call, CommitteeClause, Contribution, Date, Expenditure, Id, Obligation, Payment, Refund, Resource, Span,
};

/// A convention, a framework between incubators, or an amendment to one of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Convention {
    /// Its file's name.
    pub id: Id,
    /// Its full title.
    pub title: String,
    /// Which of the three it is.
    pub kind: ConventionKind,
    /// The startups that it funds; none for a framework.
    pub startups: Vec<Id>,
    /// The organisations that sign.
    pub parties: Vec<Id>,
    /// Who signs for each party.
    pub signatories: Vec<Signatory>,
    /// The number that a party gave it.
    pub reference: Option<String>,
    /// The day it was decided to sign. Not the signature.
    pub decided: Option<Date>,
    /// The day the last party signed; `None` where the copy bears none.
    pub signed: Option<Date>,
    /// How long it runs; `None` where it does not say.
    pub term: Option<Term>,
    /// Its early end.
    pub terminated: Option<Termination>,
    /// How long after a tranche is due its payment is late, where it says.
    pub payment_days: Option<u32>,
    /// Money promised.
    pub contributions: Vec<Contribution>,
    /// Means promised in kind.
    pub resources: Vec<Resource>,
    /// Its committee.
    pub committee: Option<CommitteeClause>,
    /// What the parties undertook.
    pub obligations: Vec<Obligation>,
    /// Requests for money.
    pub calls: Vec<Call>,
    /// Money received.
    pub payments: Vec<Payment>,
    /// Money spent.
    pub expenditure: Vec<Expenditure>,
    /// Money given back.
    pub refunds: Vec<Refund>,
    /// The account printed for payments.
    pub payment_account: Option<PartyAccount>,
    /// The account printed for refunds.
    pub refund_account: Option<PartyAccount>,
    /// Where in the State's budget the money goes.
    pub budget: Option<BudgetLine>,
    /// Where it is to be published, and by whom.
    pub publication: Option<Publication>,
    /// The clause on ending it early.
    pub termination_clause: Option<Clause>,
    /// The clause on changing it.
    pub amendment_clause: Option<Clause>,
    /// The conventions before it that it speaks of.
    pub antecedents: Vec<Antecedent>,
    /// What an amendment takes out of the convention it amends.
    pub repeals: Vec<String>,
}

impl Convention {
    /// Whether it funds startups.
    #[must_use]
    pub fn is_partnership(&self) -> bool {
        self.kind == ConventionKind::Partnership
    }

    /// Whether it is between incubators: its money is never added to the startups'.
    #[must_use]
    pub fn is_framework(&self) -> bool {
        self.kind == ConventionKind::Framework
    }

    /// Whether it changes another convention.
    #[must_use]
    pub const fn is_amendment(&self) -> bool {
        matches!(self.kind, ConventionKind::Amendment { .. })
    }
}

/// What sort of agreement a [`Convention`] is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ConventionKind {
    /// Funds startups.
    Partnership,
    /// Between incubators, for no one startup (convention-cadre).
    Framework,
    /// Changes another convention once it is signed: what it states replaces what was there.
    Amendment {
        /// The convention that it changes.
        amends: Id,
    },
}

impl ConventionKind {
    /// The word in files and JSON.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        match self {
            Self::Partnership => "partnership",
            Self::Framework => "framework",
            Self::Amendment { .. } => "amendment",
        }
    }
}

/// How long a convention runs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Term {
    /// Its length.
    pub length: TermLength,
    /// The article.
    pub article: Option<String>,
}

/// The length of a [`Term`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TermLength {
    /// So long from the signature.
    For(Span),
    /// To a day, that day included.
    Until(Date),
    /// Described, without a day: "while the orders run".
    Covers(String),
}

/// Who signs for a party.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Signatory {
    /// The party.
    pub party: Id,
    /// The person's name as printed.
    pub name: String,
    /// In what capacity.
    pub title: Option<String>,
}

/// The early end of a convention.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Termination {
    /// The day it takes effect.
    pub on: Date,
    /// Why.
    pub reason: Option<String>,
}

/// An account and whose it is said to be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PartyAccount {
    /// The party that the document says it belongs to.
    pub party: Option<Id>,
    /// As printed.
    pub account: Account,
}

/// A line of the State's budget.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct BudgetLine {
    /// Fonds de concours.
    pub fund: Option<String>,
    /// Programme and action.
    pub programme: Option<String>,
    /// Who keeps the accounts (comptable assignataire).
    pub accountant: Option<String>,
    /// Anything else the document says of it.
    pub detail: Option<String>,
    /// The article.
    pub article: Option<String>,
}

/// Where a convention is to be published.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Publication {
    /// Who publishes.
    pub by: Vec<Id>,
    /// Where.
    pub at: Vec<String>,
    /// The article.
    pub article: Option<String>,
}

/// A clause in our own words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Clause {
    /// What it says.
    pub what: String,
    /// The article.
    pub article: Option<String>,
}

/// An earlier convention that a later one speaks of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Antecedent {
    /// The day it was signed.
    pub signed: Option<Date>,
    /// Between whom, as named.
    pub between: Vec<String>,
    /// What it was for.
    pub what: String,
    /// Where the document says so.
    pub article: Option<String>,
}
