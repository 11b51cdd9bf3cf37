//! `new convention`: a convention with the undertakings that the conventions of the network share.

use std::fmt;

use super::VerbImpl;
use crate::edit::check_context::{CheckContext, said, something};
use crate::edit::chronology::earlier;
use crate::edit::message::{CommitSummary, euros};
use crate::edit::template::RecordTemplate;
use crate::edit::toml_entry::{self, EntryBuilder};
use crate::edit::write_context::WriteContext;
use crate::edit::{Chronology, EditError};
use crate::model::{ConventionKind, Date, Id, Money, ObligationTopic, RecordKind, RecordRef};

/// There is a convention. Its record holds the customary obligations, whose articles are to be filled in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewConventionVerb {
    /// Its id.
    pub id: Id,
    /// Its full title.
    pub title: String,
    /// The startups that it funds.
    pub startups: Vec<Id>,
    /// The organisations that sign.
    pub parties: Vec<Id>,
    /// Money promised.
    pub contributions: Vec<PledgedContribution>,
    /// The day that it was decided to sign it.
    pub decided: Option<Date>,
    /// The day of the last signature, where it is signed.
    pub signed: Option<Date>,
    /// How long it runs, where it says.
    pub term: Option<TermSpec>,
    /// Whether the undertakings are put down in English, and not in French.
    pub is_english: bool,
}

/// What a party puts into a new convention.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PledgedContribution {
    /// Who pays.
    pub from: Id,
    /// Who receives; `None` where the contributor spends it itself.
    pub to: Option<Id>,
    /// How much.
    pub amount: Money,
}

/// How long a convention runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TermSpec {
    /// So many months from the signature.
    Months(u32),
    /// To a day, that day included.
    Until(Date),
}

impl TermSpec {
    /// That it does not end before the signature.
    pub(super) fn ends_after(self, signed: Option<Date>) -> Result<(), EditError> {
        match (self, signed) {
            (Self::Until(until), Some(signed)) => earlier(Chronology::Ended, signed, Some(until)),
            _ => Ok(()),
        }
    }

    /// As files write it.
    pub(super) fn entry(self) -> EntryBuilder {
        match self {
            Self::Months(months) => EntryBuilder::default().with("months", i64::from(months)),
            Self::Until(until) => EntryBuilder::default().with("until", until),
        }
    }
}

/// As commits say it.
impl fmt::Display for TermSpec {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Months(months) => write!(f, "{months} months"),
            Self::Until(until) => write!(f, "until {until}"),
        }
    }
}

impl VerbImpl for NewConventionVerb {
    fn name(&self) -> &'static str {
        "new-convention"
    }

    fn several(&self, count: usize) -> String {
        format!("{count} new conventions")
    }

    fn on(&self) -> Option<Date> {
        self.signed.or(self.decided)
    }

    fn creates(&self) -> Option<RecordRef> {
        Some(RecordRef::new(RecordKind::Convention, self.id.clone()))
    }

    fn tidy(&mut self) {
        toml_entry::one_line(&mut self.title);
    }

    fn check(&self, context: &CheckContext<'_>) -> Result<CommitSummary, EditError> {
        let record = RecordRef::new(RecordKind::Convention, self.id.clone());
        context.absent(&record)?;
        said("title", &self.title)?;
        if self.startups.is_empty() {
            return Err(EditError::Missing("startups"));
        }
        if self.parties.is_empty() {
            return Err(EditError::Missing("parties"));
        }
        for startup in &self.startups {
            context.known(RecordKind::Startup, startup)?;
        }
        let payers = self.contributions.iter().flat_map(|promise| promise.to.iter().chain([&promise.from]));
        for party in self.parties.iter().chain(payers) {
            context.known(RecordKind::Party, party)?;
        }
        for promise in &self.contributions {
            something(promise.amount)?;
        }
        context.signed(self.decided, self.signed)?;
        self.term.map_or(Ok(()), |term| term.ends_after(self.signed))?;
        let mut body = vec![self.title.clone()];
        body.extend(self.contributions.iter().map(|promise| {
            let to =
                promise.to.as_ref().map_or_else(|| ", which spends it itself".to_owned(), |to| format!(" to {to}"));
            format!("{} from {}{to}.", euros(promise.amount), promise.from)
        }));
        body.push(self.signed.map_or_else(|| "Not signed yet.".to_owned(), |on| format!("Signed on {on}.")));
        body.extend(self.term.map(|term| format!("Term: {term}.")));
        Ok(CommitSummary { record, subject: format!("{}: new convention", self.id), body })
    }

    fn write(&self, context: &WriteContext<'_>) -> Result<String, EditError> {
        context.is_new(RecordKind::Convention)?;
        let about =
            EntryBuilder::default().with("title", self.title.as_str()).with("kind", ConventionKind::Partnership.name());
        let about = about.list("startups", &self.startups).list("parties", &self.parties);
        let about = about.maybe("decided", self.decided).maybe("signed", self.signed);
        let about = about.maybe("term", self.term.map(|term| term.entry().item()));
        let page = RecordTemplate::of(RecordKind::Convention).keys(about);
        Ok(self.money(self.undertakings(page)).text())
    }
}

impl NewConventionVerb {
    /// Who pays and who receives, as far as that is known: the first contribution that goes to somebody, else the
    /// parties as they are named.
    fn sides(&self) -> (Option<&Id>, Option<&Id>) {
        let paid = self.contributions.iter().find_map(|promise| Some((&promise.from, promise.to.as_ref()?)));
        match paid {
            Some((payer, payee)) => (Some(payer), Some(payee)),
            None => (self.parties.first(), self.parties.get(1)),
        }
    }

    /// What the conventions of the network have in common.
    fn undertakings(&self, page: RecordTemplate) -> RecordTemplate {
        let (payer, payee) = self.sides();
        let words = if self.is_english { &ENGLISH } else { &FRENCH };
        let page = page.part(words.heading).comment(words.comment);
        let committee = EntryBuilder::default().with("every", "6 months").maybe("organiser", payer.cloned());
        let mut page = page.table("committee", committee);
        for ((matter, by_payer, when), what) in CUSTOMARY.into_iter().zip(words.undertakings) {
            let (debtor, creditor) = if by_payer { (payer, payee) } else { (payee, payer) };
            let entry = EntryBuilder::default().with("id", matter.name()).with("about", matter.name());
            let entry = entry.maybe("debtor", debtor.cloned()).maybe("creditor", creditor.cloned()).with("what", what);
            page = page.entry(
                "obligations",
                match when {
                    When::Always => entry.with("standing", true),
                    When::AtTheEnd => entry.with("due", "end"),
                    When::Unsaid => entry,
                },
            );
        }
        page
    }

    /// What is promised: what goes to somebody is due at the signature, as it mostly is.
    fn money(&self, page: RecordTemplate) -> RecordTemplate {
        if self.contributions.is_empty() {
            return page;
        }
        let mut page = page.part(if self.is_english { ENGLISH.money } else { FRENCH.money });
        for (at, promise) in self.contributions.iter().enumerate() {
            let same = self.contributions[..at].iter().filter(|other| other.from == promise.from).count();
            let id = if same == 0 { promise.from.to_string() } else { format!("{}-{}", promise.from, same + 1) };
            let entry = EntryBuilder::default().with("id", id).with("from", promise.from.clone());
            page = page.entry("contributions", entry.maybe("to", promise.to.clone()).with("amount", promise.amount));
            if promise.to.is_some() {
                let tranche = EntryBuilder::default().with("amount", promise.amount).with("when", "signature");
                page = page.entry("contributions.tranches", tranche);
            }
        }
        page
    }
}

/// When a customary obligation is to be met.
#[derive(Clone, Copy)]
enum When {
    Always,
    AtTheEnd,
    /// The conventions fix no day.
    Unsaid,
}

/// The obligations that the conventions have in common: about what, whether the payer owes it (else the payee), and
/// when.
const CUSTOMARY: [(ObligationTopic, bool, When); 5] = [
    (ObligationTopic::StatisticsPage, true, When::Always),
    (ObligationTopic::SourceCode, true, When::Always),
    (ObligationTopic::Refund, false, When::Unsaid),
    (ObligationTopic::ManagementReport, false, When::AtTheEnd),
    (ObligationTopic::Publication, false, When::Unsaid),
];

/// What is written into the record, in a language.
struct Words {
    heading: &'static str,
    comment: &'static str,
    money: &'static str,
    /// The obligations in one sentence each, in the order of [`CUSTOMARY`].
    undertakings: [&'static str; 5],
}

const FRENCH: Words = Words {
    heading: "Engagements d'usage : à relire sur le document signé, article par article, puis compléter.",
    comment: "Pour chacun, ajouter article = \"…\" ; retirer ceux que la convention ne contient pas.",
    money: "Argent",
    undertakings: [
        "Veiller à ce que l'équipe ouvre au public une page de statistiques avec les chiffres clés de son impact.",
        "Ouvrir le code source documenté, et ce qui est utile à la suite.",
        "Rendre les sommes non dépensées, ou dépensées à autre chose que l'objet de la convention.",
        "Remettre le compte rendu de gestion : les dépenses, en AE et en CP.",
        "Publier la convention.",
    ],
};

const ENGLISH: Words = Words {
    heading: "Customary undertakings: check them against the signed document, article by article, then complete them.",
    comment: "To each, add article = \"…\"; take out those that the convention does not contain.",
    money: "Money",
    undertakings: [
        "See to it that the team opens a statistics page to the public, with the key figures of its impact.",
        "Open the source code with its documentation, and what is of use to those who go on with it.",
        "Give back what was not spent, or was spent on something else than the convention is about.",
        "Hand in the management report: what was spent, in AE and in CP.",
        "Publish the convention.",
    ],
};
