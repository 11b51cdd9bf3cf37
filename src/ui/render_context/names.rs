//! The names of records and people.

use std::borrow::Cow;

use super::RenderContext;
use crate::model::{Id, RecordKind, RecordRef, Startup};
use crate::report::{sanitize, words};
use crate::rules::{Commitment, Occurrence};
use crate::ui::widget::text::width;

/// The longest name in cells that a narrow column shows instead of the id.
const SHORT: usize = 12;

impl<'a> RenderContext<'a> {
    /// Returns the name of a startup, or its id if there is no such record.
    #[must_use]
    pub fn startup_words(&self, id: &'a Id) -> Cow<'a, str> {
        self.startup(id).map_or_else(|| id.as_str().into(), |startup| sanitize(&startup.name))
    }

    /// Returns the name of a party, or its id if there is no such record.
    #[must_use]
    pub fn party_words(&self, id: &'a Id) -> Cow<'a, str> {
        self.data.portfolio.parties.get(id).map_or_else(|| id.as_str().into(), |party| sanitize(&party.name))
    }

    /// Returns the owned variant of [`Self::startup_words`].
    #[must_use]
    pub fn startup_name(&self, id: &Id) -> String {
        self.startup(id).map_or_else(|| id.to_string(), |startup| sanitize(&startup.name).into_owned())
    }

    /// Returns the owned variant of [`Self::party_words`].
    #[must_use]
    pub fn party_name(&self, id: &Id) -> String {
        let party = self.data.portfolio.parties.get(id);
        party.map_or_else(|| id.to_string(), |party| sanitize(&party.name).into_owned())
    }

    /// Returns the name of a party within a sentence: in French with its article, `la DINUM`.
    #[must_use]
    pub fn party_in_sentence(&self, id: &Id) -> String {
        let party = self.data.portfolio.parties.get(id);
        let article = party.and_then(|party| party.article.as_deref());
        sanitize(&self.locale.in_sentence(&self.party_name(id), article)).into_owned()
    }

    /// Returns the names of several startups, separated by commas.
    #[must_use]
    pub fn startup_names(&self, ids: &[Id]) -> String {
        ids.iter().map(|id| self.startup_name(id)).collect::<Vec<_>>().join(", ")
    }

    /// Returns the startups of an obligation, or the words for a framework if there are none.
    #[must_use]
    pub fn whose(&self, startups: &[Id]) -> String {
        if startups.is_empty() { self.text("whose-framework") } else { self.startup_names(startups) }
    }

    /// Returns the name of a party if it is short, else its id.
    #[must_use]
    pub fn party_short(&self, id: &Id) -> String {
        let name = self.party_name(id);
        if width(&name) <= SHORT.max(id.as_str().len()) { name } else { id.to_string() }
    }

    /// Debtor and creditor: `Pau Béarn Pyrénées → ANCT`.
    #[must_use]
    pub fn between(&self, debtor: Option<&Id>, creditor: Option<&Id>) -> String {
        arrow(debtor.map(|id| self.party_name(id)), creditor.map(|id| self.party_name(id)))
    }

    /// Debtors and creditors. Joint ones are joined by a plus sign.
    #[must_use]
    pub fn between_all(&self, debtors: &[Id], creditors: &[Id]) -> String {
        let names = |ids: &[Id]| {
            let names: Vec<_> = ids.iter().map(|id| self.party_name(id)).collect();
            (!names.is_empty()).then(|| names.join(" + "))
        };
        arrow(names(debtors), names(creditors))
    }

    /// Debtor and creditor for a narrow column: `pau → ANCT`.
    #[must_use]
    pub fn between_short(&self, debtor: Option<&Id>, creditor: Option<&Id>) -> String {
        arrow(debtor.map(|id| self.party_short(id)), creditor.map(|id| self.party_short(id)))
    }

    /// Returns the name of a record.
    #[must_use]
    pub fn record_words(&self, record: &RecordRef) -> String {
        match record.kind {
            RecordKind::Startup => self.startup_name(&record.id),
            RecordKind::Party => self.party_name(&record.id),
            RecordKind::Convention => self.convention_title(&record.id),
            RecordKind::Review => match self.data.portfolio.reviews.get(&record.id) {
                Some(review) => words::of_review(review, self.locale),
                None => record.id.to_string(),
            },
            RecordKind::Portfolio => {
                let name = self.data.portfolio.incubator.name.as_deref();
                sanitize(name.unwrap_or(record.id.as_str())).into_owned()
            }
        }
    }

    /// Returns the name of a person, or `owner` itself if it is not the id of a person.
    #[must_use]
    pub fn person_name(&self, owner: &str) -> String {
        let person = self.data.portfolio.incubator.people.iter().find(|person| person.id.as_str() == owner);
        sanitize(person.map_or(owner, |person| &person.name)).into_owned()
    }

    /// Returns the names of those who coach a startup on the day of the answers.
    #[must_use]
    pub fn coaches(&self, startup: &Startup) -> String {
        let as_of = self.data.as_of;
        let now = startup.coaches.iter().filter(|coach| {
            coach.from.is_none_or(|from| from <= as_of) && coach.until.is_none_or(|until| until >= as_of)
        });
        now.map(|coach| self.person_name(coach.person.as_str())).collect::<Vec<_>>().join(", ")
    }

    /// Returns the startups of a commitment and the title of its convention.
    #[must_use]
    pub fn commitment_title(&self, commitment: &Commitment) -> String {
        let title = self.convention_title(&commitment.contribution.convention);
        match commitment.startups.as_slice() {
            [] => title,
            startups if title.starts_with(&self.startup_names(startups)) => title,
            startups => format!("{} · {title}", self.startup_names(startups)),
        }
    }

    /// Debtors and creditors of an occurrence: `ADEME + ANCT → DINUM`.
    #[must_use]
    pub fn parties_of(&self, occurrence: &Occurrence) -> String {
        let names = |ids: &[Id]| ids.iter().map(|id| self.party_name(id)).collect::<Vec<_>>();
        self.joined(names(&occurrence.debtors), names(&occurrence.creditors), occurrence)
    }

    /// Debtors and creditors of an occurrence for a narrow column.
    #[must_use]
    pub fn parties_short(&self, occurrence: &Occurrence) -> String {
        let names = |ids: &[Id]| ids.iter().map(|id| self.party_short(id)).collect::<Vec<_>>();
        self.joined(names(&occurrence.debtors), names(&occurrence.creditors), occurrence)
    }

    /// Joint debtors or creditors are joined by a plus; an action or a condition has an owner instead.
    fn joined(&self, debtors: Vec<String>, creditors: Vec<String>, occurrence: &Occurrence) -> String {
        let owner = occurrence.owner.as_deref().filter(|_| debtors.is_empty() && creditors.is_empty());
        if let Some(owner) = owner {
            return self.person_name(owner);
        }
        let joined = |names: Vec<String>| (!names.is_empty()).then(|| names.join(" + "));
        arrow(joined(debtors), joined(creditors))
    }

    /// Returns the title of a convention, or its id if there is no such record. If another one has the same title, the
    /// day of the signature follows, or the id.
    #[must_use]
    pub fn convention_title(&self, id: &Id) -> String {
        let Some(convention) = self.convention(id) else { return id.to_string() };
        let title = sanitize(&convention.title);
        let Some(day) = self.data.index.summary.same_titles.get(id) else { return title.into_owned() };
        let apart = day.filter(|day| *day <= self.data.as_of);
        let apart = apart.map_or_else(|| id.to_string(), |day| self.locale.date(day).trim_start().to_owned());
        format!("{title} ({apart})")
    }
}

fn arrow(debtor: Option<String>, creditor: Option<String>) -> String {
    match (debtor, creditor) {
        (Some(debtor), Some(creditor)) => format!("{debtor} → {creditor}"),
        (Some(debtor), None) => debtor,
        (None, Some(creditor)) => format!("? → {creditor}"),
        (None, None) => "?".to_owned(),
    }
}
