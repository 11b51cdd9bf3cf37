//! Conventions: the agreements that fund startups, frameworks between incubators, and amendments.

use std::sync::Arc;

use super::{
    Account, Call, CommitteeClause, Contribution, Date, Expenditure, Id, Note, Obligation, Payment, Refund, Reminder,
    Resource, Snooze, Span, Text,
};

/// A convention, a framework between incubators, or an amendment to one of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Convention {
    /// The name of its file.
    pub id: Id,
    pub title: String,
    /// A convention, a framework or an amendment.
    pub kind: ConventionKind,
    /// The startups that it funds; none for a framework.
    pub startups: Vec<Id>,
    /// The organisations that sign.
    pub parties: Vec<Id>,
    /// The incubator whose startups a framework binds.
    pub incubator: Option<Id>,
    /// The persons who sign for the parties.
    pub signatories: Vec<Signatory>,
    /// The number that a party gave it.
    pub reference: Option<String>,
    /// The day of the decision to sign, which is not the signature.
    pub decided: Option<Date>,
    /// The day on which the last party signed; `None` if it is unsigned or undated.
    pub signed: Option<Date>,
    /// Whether the copy is signed but bears no date.
    pub undated: bool,
    /// The earliest day on which an undated convention can have been signed.
    pub not_before: Option<Date>,
    /// `None` if the document states no term.
    pub term: Option<Term>,
    pub terminated: Option<Termination>,
    /// A payment is late this many days after its tranche is due, if the document says so.
    pub payment_days: Option<u32>,
    /// Whether the incubator records the payments of this convention. If not, nothing is late for lack of records.
    pub payments_recorded: bool,
    /// The address of the document, or its path in the repository.
    pub document: Option<String>,
    /// Where the document has been published.
    pub published: Vec<PublishedCopy>,
    /// Cash promised.
    pub contributions: Vec<Contribution>,
    /// Means promised in kind.
    pub resources: Vec<Resource>,
    /// The clause on its committee.
    pub committee: Option<CommitteeClause>,
    /// The duties of the parties.
    pub obligations: Vec<Obligation>,
    /// Calls for funds.
    pub calls: Vec<Call>,
    /// Money received.
    pub payments: Vec<Payment>,
    /// Money spent.
    pub expenditure: Vec<Expenditure>,
    /// Money returned.
    pub refunds: Vec<Refund>,
    /// Reminders sent.
    pub reminders: Vec<Reminder>,
    /// Snoozed rows of Today.
    pub snoozes: Vec<Snooze>,
    /// The account printed for payments.
    pub payment_account: Option<PartyAccount>,
    /// The account printed for refunds.
    pub refund_account: Option<PartyAccount>,
    /// The line of the State's budget that receives the money.
    pub budget: Option<BudgetLine>,
    /// The clause on its publication.
    pub publication: Option<Publication>,
    /// The clause on its early end.
    pub termination_clause: Option<Clause>,
    /// Whether a termination makes all money committed so far (AE) due.
    pub liquidates_committed: bool,
    /// The clause on amendments.
    pub amendment_clause: Option<Clause>,
    /// The earlier conventions that it cites.
    pub antecedents: Vec<Antecedent>,
    /// The ids of the obligations that an amendment removes.
    pub repeals: Vec<String>,
    /// Remarks, such as contradictions within the document.
    pub notes: Vec<Note>,
    /// The keys of the record that were deduced rather than stated.
    pub inferred: Arc<[Text]>,
    /// The keys of other systems and their values as text.
    pub extra: Vec<(String, String)>,
}

impl Convention {
    /// Creates an unsigned convention that promises nothing.
    #[must_use]
    pub fn new(id: Id, title: &str, kind: ConventionKind) -> Self {
        Self {
            id,
            title: title.to_owned(),
            kind,
            startups: Vec::new(),
            parties: Vec::new(),
            incubator: None,
            signatories: Vec::new(),
            reference: None,
            decided: None,
            signed: None,
            undated: false,
            not_before: None,
            term: None,
            terminated: None,
            payment_days: None,
            payments_recorded: true,
            document: None,
            published: Vec::new(),
            contributions: Vec::new(),
            resources: Vec::new(),
            committee: None,
            obligations: Vec::new(),
            calls: Vec::new(),
            payments: Vec::new(),
            expenditure: Vec::new(),
            refunds: Vec::new(),
            reminders: Vec::new(),
            snoozes: Vec::new(),
            payment_account: None,
            refund_account: None,
            budget: None,
            publication: None,
            termination_clause: None,
            liquidates_committed: false,
            amendment_clause: None,
            antecedents: Vec::new(),
            repeals: Vec::new(),
            notes: Vec::new(),
            inferred: Arc::default(),
            extra: Vec::new(),
        }
    }

    /// Returns whether it funds startups.
    #[must_use]
    pub fn is_partnership(&self) -> bool {
        self.kind == ConventionKind::Partnership
    }

    /// Returns whether its budget line names a fonds de concours.
    #[must_use]
    pub fn names_fund(&self) -> bool {
        self.budget.as_ref().is_some_and(|budget| budget.fund.is_some())
    }

    /// Returns whether it is between incubators. Its money is never added to that of startups.
    #[must_use]
    pub fn is_framework(&self) -> bool {
        self.kind == ConventionKind::Framework
    }

    /// Returns whether it changes another convention.
    #[must_use]
    pub const fn is_amendment(&self) -> bool {
        matches!(self.kind, ConventionKind::Amendment { .. })
    }
}

/// The kinds of agreement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ConventionKind {
    /// Funds startups.
    Partnership,
    /// Between incubators, for no particular startup (convention-cadre).
    Framework,
    /// Changes another convention once it is signed: what it states replaces the earlier text.
    Amendment {
        /// The convention that it changes.
        amends: Id,
    },
}

impl ConventionKind {
    /// Returns the word in records and JSON.
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
    /// A length, a last day, or words.
    pub length: TermLength,
    /// Whether the document only estimates it ("durée prévisionnelle"): its end then ends nothing.
    pub estimated: bool,
    /// The article that states it.
    pub article: Option<String>,
    /// The keys of this table that were deduced rather than stated.
    pub inferred: Arc<[Text]>,
}

impl Term {
    /// Creates a term that the document fixes.
    #[must_use]
    pub fn new(length: TermLength) -> Self {
        Self { length, estimated: false, article: None, inferred: Arc::default() }
    }
}

/// The length of a [`Term`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TermLength {
    /// From the signature.
    For(Span),
    /// To a day, that day included.
    Until(Date),
    /// In words from which no day follows: "while the orders run".
    Covers(String),
}

/// A person who signs for a party.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Signatory {
    pub party: Id,
    /// The person's name as printed.
    pub name: String,
    /// The person's capacity as printed.
    pub title: Option<String>,
}

/// The early end of a convention.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Termination {
    /// The day on which it takes effect.
    pub on: Date,
    /// The day on which it was notified.
    pub notice: Option<Date>,
    pub reason: Option<String>,
}

/// A place where a document has been published.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PublishedCopy {
    /// A site or an address.
    pub location: String,
    /// The day of publication.
    pub on: Option<Date>,
}

/// A bank account and the party that the document says it belongs to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PartyAccount {
    pub party: Option<Id>,
    pub account: Account,
}

/// A line of the State's budget.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct BudgetLine {
    /// Fonds de concours.
    pub fund: Option<String>,
    /// Programme and action.
    pub programme: Option<String>,
    /// Comptable assignataire.
    pub accountant: Option<String>,
    /// Anything else that the document says about it.
    pub detail: Option<String>,
    /// The article that names it.
    pub article: Option<String>,
}

/// The clause on the publication of a convention.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Publication {
    /// The parties that publish it.
    pub by: Vec<Id>,
    /// The sites on which it is to be published.
    pub at: Vec<String>,
    /// The article that says so.
    pub article: Option<String>,
}

/// A clause, summarised in the incubator's own words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Clause {
    pub what: String,
    pub article: Option<String>,
}

/// An earlier convention that a later one cites.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Antecedent {
    /// The day of its signature.
    pub signed: Option<Date>,
    /// The parties, as named.
    pub between: Vec<String>,
    /// Its purpose.
    pub what: String,
    /// The article that cites it.
    pub article: Option<String>,
}
