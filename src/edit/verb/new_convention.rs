//! `new convention`: a convention with the obligations that the conventions of the network share.

use super::interface::{Declared, VerbImpl};
use super::term::{DECIDED, MONTHS, TermSpec};
use crate::edit::arguments::ArgumentValues;
use crate::edit::commit_summary::CommitSummary;
use crate::edit::declaration::{Argument, ArgumentDefault, ArgumentKind, Declaration, VerbSubject};
use crate::edit::edit_context::{EditContext, above_zero, present};
use crate::edit::error::EditError;
use crate::edit::template::RecordTemplate;
use crate::edit::toml_entry::{self, EntryBuilder};
use crate::edit::write_context::WriteContext;
use crate::model::{ConventionKind, Date, Id, MessageArg, Money, ObligationTopic, RecordKind, RecordRef};

/// Creates a convention. Its record lists the customary obligations, whose articles the user adds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewConventionVerb {
    pub id: Id,
    pub title: String,
    /// The startups that it funds.
    pub startups: Vec<Id>,
    /// The parties that sign.
    pub parties: Vec<Id>,
    pub contributions: Vec<PledgedContribution>,
    /// The day of the decision to sign it.
    pub decided: Option<Date>,
    /// The day of the last signature, if it is signed.
    pub signed: Option<Date>,
    pub term: Option<TermSpec>,
    /// Whether the texts of the record are in English instead of French.
    pub is_english: bool,
}

/// The contribution of a party to a new convention.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PledgedContribution {
    pub from: Id,
    /// The payee; `None` if the contributor spends it directly.
    pub to: Option<Id>,
    pub amount: Money,
}

impl PledgedContribution {
    /// Reads `FROM:TO=AMOUNT` or `FROM=AMOUNT`, with the amount as TOML writes it.
    fn parse(text: &str) -> Option<Self> {
        let (parties, amount) = text.split_once('=')?;
        let id = |text: &str| Id::new(text.trim()).ok();
        let (from, to) = match parties.split_once(':') {
            Some((from, to)) => (id(from)?, Some(id(to)?)),
            None => (id(parties)?, None),
        };
        Some(Self { from, to, amount: amount.parse().ok()? })
    }
}

/// As [`NewConventionVerb`] reads it back from its argument.
impl std::fmt::Display for PledgedContribution {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let to = self.to.as_ref().map(|to| format!(":{to}")).unwrap_or_default();
        write!(f, "{}{to}={}", self.from, self.amount)
    }
}

impl Declared for NewConventionVerb {
    const DECLARATION: Declaration = Declaration {
        name: "new-convention",
        aliases: &["add-convention"],
        subject: VerbSubject::NewRecord(RecordKind::Convention),
        keys: &["a k"],
        arguments: &[
            Argument::option("startup", ArgumentKind::Id, "STARTUP", "Startup that it funds; repeatable").repeated(),
            Argument::option(
                "party",
                ArgumentKind::Id,
                "PARTY",
                "Party that signs, by default the contributors; repeatable",
            )
            .repeated(),
            Argument::option("title", ArgumentKind::Text, "TEXT", "Full title, the id by default")
                .required()
                .or(ArgumentDefault::Derived),
            Argument::option(
                "contribution",
                ArgumentKind::Text,
                "CONTRIBUTION",
                "Contribution of a party: FROM:TO=AMOUNT, or FROM=AMOUNT; repeatable",
            )
            .repeated(),
            DECIDED,
            Argument::option("signed", ArgumentKind::PastDay, "DATE", "Day of the last signature").known_as(&["on"]),
            MONTHS,
            Argument::option("until", ArgumentKind::Day, "DATE", "Last day of the convention")
                .conflicts_with("months")
                .command_only(),
        ],
        about: "Create a convention with the customary obligations",
        examples: "\
Examples:
  couveuse new convention comobi-oise-anct --startup comobi --contribution oise:anct=20000
  couveuse new convention comobi-pau-anct --title 'CoMobi : Pau – ANCT' --startup comobi \\
    --contribution pau:anct=20000 --contribution anct=35000 --signed 12/10/2020 --months 12

FROM:TO=AMOUNT is what one party pays to another, FROM=AMOUNT what it spends itself. Then read the signed document
and add the articles: couveuse set comobi-oise-anct 'obligations[refund].article' 5.4",
    };

    fn from_arguments(values: &ArgumentValues) -> Option<Self> {
        let contributions: Option<Vec<_>> =
            values.words("contribution").iter().map(|text| PledgedContribution::parse(text)).collect();
        Some(Self {
            id: values.id("id")?,
            title: values.text("title")?,
            startups: values.ids("startup"),
            parties: values.ids("party"),
            contributions: contributions?,
            decided: values.date("decided"),
            signed: values.date("signed"),
            term: TermSpec::from_arguments(values),
            is_english: values.text("language").as_deref() == Some("en"),
        })
    }
}

impl VerbImpl for NewConventionVerb {
    fn on(&self) -> Option<Date> {
        self.signed.or(self.decided)
    }

    fn creates(&self) -> Option<RecordRef> {
        Some(RecordRef::new(RecordKind::Convention, self.id.clone()))
    }

    fn tidy(&mut self) {
        toml_entry::one_line(&mut self.title);
    }

    fn check(&self, context: &EditContext<'_>) -> Result<CommitSummary, EditError> {
        let record = RecordRef::new(RecordKind::Convention, self.id.clone());
        context.absent(&record)?;
        present("title", &self.title)?;
        if self.startups.is_empty() {
            return Err(EditError::Missing("startups"));
        }
        if self.parties.is_empty() {
            return Err(EditError::Missing("parties"));
        }
        for startup in &self.startups {
            context.known(RecordKind::Startup, startup)?;
        }
        let payers = self.contributions.iter().flat_map(|pledge| pledge.to.iter().chain([&pledge.from]));
        for party in self.parties.iter().chain(payers) {
            context.known(RecordKind::Party, party)?;
        }
        for pledge in &self.contributions {
            above_zero(pledge.amount)?;
        }
        context.signed(self.decided, self.signed)?;
        self.term.map_or(Ok(()), |term| term.ends_after(self.signed))?;
        let facts = [("convention", MessageArg::Text(self.id.to_string()))];
        let mut summary = CommitSummary::new(record, context.text("commit-new-convention", &facts));
        summary = summary.line(self.title.clone());
        for pledge in &self.contributions {
            let amount = ("amount", MessageArg::Text(context.amount(pledge.amount)));
            let from = ("from", MessageArg::Text(pledge.from.to_string()));
            summary = summary.line(match &pledge.to {
                Some(to) => context.text("commit-pledge", &[amount, from, ("to", MessageArg::Text(to.to_string()))]),
                None => context.text("commit-pledge-direct", &[amount, from]),
            });
        }
        Ok(TermSpec::describe(summary, context, self.signed, self.term))
    }

    fn write(&self, context: &WriteContext<'_>) -> Result<String, EditError> {
        context.is_new(RecordKind::Convention)?;
        let about =
            EntryBuilder::default().with("title", self.title.as_str()).with("kind", ConventionKind::Partnership.name());
        let about = about.list("startups", &self.startups).list("parties", &self.parties);
        let about = about.maybe("decided", self.decided).maybe("signed", self.signed);
        let about = about.maybe("term", self.term.map(|term| term.entry().item()));
        let page = RecordTemplate::of(RecordKind::Convention).keys(about);
        Ok(self.money(self.obligations(page)).text())
    }
}

impl NewConventionVerb {
    /// Returns the payer and the payee: of the first contribution that has a payee, else the first two parties.
    fn sides(&self) -> (Option<&Id>, Option<&Id>) {
        let paid = self.contributions.iter().find_map(|one| Some((&one.from, one.to.as_ref()?)));
        match paid {
            Some((payer, payee)) => (Some(payer), Some(payee)),
            None => (self.parties.first(), self.parties.get(1)),
        }
    }

    /// Returns the obligations that the conventions of the network have in common.
    fn obligations(&self, page: RecordTemplate) -> RecordTemplate {
        let (payer, payee) = self.sides();
        let texts = if self.is_english { &ENGLISH } else { &FRENCH };
        let page = page.part(texts.heading).comment(texts.comment);
        let committee = EntryBuilder::default().with("every", "6 months").maybe("organiser", payer.cloned());
        let mut page = page.table("committee", committee);
        for ((matter, by_payer, when), what) in CUSTOMARY.into_iter().zip(texts.obligations) {
            let (debtor, creditor) = if by_payer { (payer, payee) } else { (payee, payer) };
            let entry = EntryBuilder::default().with("id", matter.name()).with("about", matter.name());
            let entry = entry.maybe("debtor", debtor.cloned()).maybe("creditor", creditor.cloned()).with("what", what);
            page = page.entry(
                "obligations",
                match when {
                    CustomaryTiming::Always => entry.with("standing", true),
                    CustomaryTiming::AtTheEnd => entry.with("due", "end"),
                    CustomaryTiming::Unspecified => entry,
                },
            );
        }
        page
    }

    /// Returns the contributions. One with a payee gets a tranche due at the signature, as is usual.
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

/// When a customary obligation is due.
#[derive(Clone, Copy)]
enum CustomaryTiming {
    Always,
    AtTheEnd,
    /// The conventions name no day.
    Unspecified,
}

/// The obligations that the conventions have in common: their matter, whether the payer owes them (else the payee),
/// and when they are due.
const CUSTOMARY: [(ObligationTopic, bool, CustomaryTiming); 5] = [
    (ObligationTopic::StatisticsPage, true, CustomaryTiming::Always),
    (ObligationTopic::SourceCode, true, CustomaryTiming::Always),
    (ObligationTopic::Refund, false, CustomaryTiming::Unspecified),
    (ObligationTopic::ManagementReport, false, CustomaryTiming::AtTheEnd),
    (ObligationTopic::Publication, false, CustomaryTiming::Unspecified),
];

/// The texts of the record, in one language.
struct TemplateTexts {
    heading: &'static str,
    comment: &'static str,
    money: &'static str,
    /// A sentence for each obligation, in the order of [`CUSTOMARY`].
    obligations: [&'static str; 5],
}

const FRENCH: TemplateTexts = TemplateTexts {
    heading: "Obligations d'usage : à vérifier dans le document signé, article par article, puis à compléter.",
    comment: "Pour chacun, ajouter article = \"…\" ; retirer ceux que la convention ne contient pas.",
    money: "Participations",
    obligations: [
        "Veiller à ce que l'équipe ouvre au public une page de statistiques avec les chiffres clés de son impact.",
        "Ouvrir le code source documenté et tout élément utile à sa reprise.",
        "Restituer les sommes non dépensées ou dépensées hors de l'objet de la convention.",
        "Transmettre le compte rendu de gestion : dépenses en AE et en CP.",
        "Publier la convention.",
    ],
};

const ENGLISH: TemplateTexts = TemplateTexts {
    heading: "Customary obligations: check them against the signed document, article by article, then complete them.",
    comment: "To each, add article = \"…\"; remove those that the convention does not contain.",
    money: "Contributions",
    obligations: [
        "Ensure that the team publishes a statistics page with the key figures of its impact.",
        "Publish the documented source code and whatever is needed to carry it on.",
        "Return money not spent, or not spent on the purpose of the convention.",
        "Send the management report: expenditure in AE and in CP.",
        "Publish the convention.",
    ],
};
