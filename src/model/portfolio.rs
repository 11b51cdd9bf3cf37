//! All records of one incubator.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::{
    Convention, ConventionKind, Date, Id, Location, Party, Problem, ProblemKind, RecordKind, RecordRef, Review, Startup,
};

/// The contents of the folder. Records are shared, so a copy with one changed record is cheap.
#[derive(Clone, Debug, Default)]
pub struct Portfolio {
    /// From `portfolio.toml`.
    pub incubator: Arc<Incubator>,
    /// The organisations, by id.
    pub parties: BTreeMap<Id, Arc<Party>>,
    pub startups: BTreeMap<Id, Arc<Startup>>,
    /// The conventions, frameworks and amendments, by id.
    pub conventions: BTreeMap<Id, Arc<Convention>>,
    pub reviews: BTreeMap<Id, Arc<Review>>,
    /// The conventions of each startup without amendments, sorted by id.
    pub funded_by: BTreeMap<Id, Vec<Id>>,
    /// The amendments of each convention, sorted by id.
    pub amended_by: BTreeMap<Id, Vec<Id>>,
    /// The frameworks, sorted by id.
    pub frameworks: Vec<Id>,
    /// Records that couldn't be read at all.
    pub unreadable: Vec<RecordRef>,
    /// Records that were read in part.
    pub half_read: BTreeSet<RecordRef>,
    /// Problems found while reading, reported by the checks.
    pub problems: Vec<Arc<Problem>>,
}

/// The incubator, from `portfolio.toml`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Incubator {
    pub name: Option<String>,
    /// The party that keeps this portfolio.
    pub home: Option<Id>,
    /// The defaults for what conventions leave open.
    pub habits: Habits,
    /// The language of commits and papers: `fr` or `en`.
    pub language: Option<String>,
    /// The coaches and other owners of actions.
    pub people: Vec<Person>,
    /// The saved views of the screens.
    pub views: Vec<SavedView>,
    /// The keys of other systems and their values as text.
    pub extra: Vec<(String, String)>,
}

/// A person of the incubator.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    /// Unique within the portfolio.
    pub id: Id,
    pub name: String,
    /// The addresses of the person's commits. Shown nowhere but in `show portfolio`.
    pub emails: Vec<String>,
}

/// A saved view of a screen.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct SavedView {
    /// Unique within the portfolio.
    pub name: String,
    /// The screen, by the word of `--json`.
    pub screen: String,
    /// A filter with English keywords.
    pub filter: Option<String>,
    /// The columns to sort by, the first one first; `-` before a column reverses it.
    pub sort: Vec<String>,
    /// The column to group by.
    pub group: Option<String>,
    /// The columns to show.
    pub columns: Vec<String>,
}

/// Defaults for what a convention doesn't state.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Habits {
    /// Days after the due day from which an unpaid tranche is late.
    pub payment_days: u32,
    /// Days before its end from which a convention is "ending".
    pub ending_days: u32,
    /// Days before the due day from which something is "due soon".
    pub due_soon_days: u32,
    /// Time between two committees if no convention states it.
    pub committee_every: super::Span,
    /// Days between a committee and the day on which the money runs out.
    pub committee_before_runout_days: u32,
    /// Days before a committee on which its papers are due.
    pub papers_days: u32,
}

impl Default for Habits {
    fn default() -> Self {
        Self {
            payment_days: 30,
            ending_days: 90,
            due_soon_days: 30,
            committee_every: super::Span::months(6),
            committee_before_runout_days: 45,
            papers_days: 7,
        }
    }
}

impl Portfolio {
    /// Adds a party, or replaces the one with the same id.
    pub fn insert_party(&mut self, party: Arc<Party>) {
        self.parties.insert(party.id.clone(), party);
    }

    /// Adds a startup, or replaces the one with the same id.
    pub fn insert_startup(&mut self, startup: Arc<Startup>) {
        self.startups.insert(startup.id.clone(), startup);
    }

    /// Adds a convention, or replaces the one with the same id, and updates the indexes.
    pub fn insert_convention(&mut self, convention: Arc<Convention>) {
        self.conventions.insert(convention.id.clone(), convention);
        self.index();
    }

    /// Adds a review, or replaces the one with the same id.
    pub fn insert_review(&mut self, review: Arc<Review>) {
        self.reviews.insert(review.id.clone(), review);
    }

    /// Rebuilds the indexes of the conventions.
    pub fn index(&mut self) {
        let (mut funded, mut amended) = (Vec::new(), Vec::new());
        for (id, convention) in &self.conventions {
            match &convention.kind {
                ConventionKind::Amendment { amends } => amended.push((amends, id)),
                ConventionKind::Partnership | ConventionKind::Framework => {
                    funded.extend(convention.startups.iter().map(|startup| (startup, id)))
                }
            }
        }
        self.funded_by = grouped(funded);
        self.amended_by = grouped(amended);
        let frameworks = self.conventions.values().filter(|convention| convention.is_framework());
        self.frameworks = frameworks.map(|framework| framework.id.clone()).collect();
    }

    /// Returns the ids of all records of a kind, sorted.
    #[must_use]
    pub fn ids(&self, kind: RecordKind) -> Box<dyn Iterator<Item = &Id> + '_> {
        match kind {
            RecordKind::Portfolio => Box::new(std::iter::empty()),
            RecordKind::Party => Box::new(self.parties.keys()),
            RecordKind::Startup => Box::new(self.startups.keys()),
            RecordKind::Convention => Box::new(self.conventions.keys()),
            RecordKind::Review => Box::new(self.reviews.keys()),
        }
    }

    /// Returns whether a record was read. The portfolio itself always exists, at least with its default habits.
    #[must_use]
    pub fn has(&self, record: &RecordRef) -> bool {
        match record.kind {
            RecordKind::Portfolio => true,
            RecordKind::Party => self.parties.contains_key(&record.id),
            RecordKind::Startup => self.startups.contains_key(&record.id),
            RecordKind::Convention => self.conventions.contains_key(&record.id),
            RecordKind::Review => self.reviews.contains_key(&record.id),
        }
    }

    /// Returns the records that weren't read completely. Their contents are missing from all figures.
    #[must_use]
    pub fn unread(&self) -> BTreeSet<&RecordRef> {
        self.unreadable.iter().chain(&self.half_read).collect()
    }

    /// Returns the files and folders that could not be read as any record: an unreadable folder may contain records,
    /// and a badly named file may be one.
    #[must_use]
    pub fn unread_files<'a>(&'a self) -> BTreeSet<&'a str> {
        let file = |problem: &'a Arc<Problem>| match (&problem.place, &problem.kind) {
            (Location::Text(range), ProblemKind::Unreadable(_) | ProblemKind::BadFileName(_))
                if range.record.is_none() =>
            {
                Some(range.file.as_str())
            }
            _ => None,
        };
        self.problems.iter().filter_map(file).collect()
    }

    /// Returns whether the record of a startup, of one of its conventions or of an amendment is incomplete. `unread` is
    /// the result of [`Self::unread`].
    #[must_use]
    pub fn is_incomplete(&self, unread: &BTreeSet<&RecordRef>, startup: &Id) -> bool {
        if unread.is_empty() {
            return false;
        }
        let has = |kind, id: &Id| unread.contains(&RecordRef::new(kind, id.clone()));
        let lacks = |convention: &Id| {
            let amendments = || self.amended_by.get(convention).into_iter().flatten();
            has(RecordKind::Convention, convention) || amendments().any(|id| has(RecordKind::Convention, id))
        };
        has(RecordKind::Startup, startup) || self.funded_by.get(startup).into_iter().flatten().any(lacks)
    }

    /// Returns a record and, for a startup, its conventions and their amendments.
    #[must_use]
    pub fn records_of(&self, record: &RecordRef) -> Vec<RecordRef> {
        let mut records = vec![record.clone()];
        if record.kind == RecordKind::Startup {
            for convention in self.conventions_of(&record.id) {
                let ids =
                    std::iter::once(convention).chain(self.amendments_of(&convention.id)).map(|one| one.id.clone());
                records.extend(ids.map(|id| RecordRef::new(RecordKind::Convention, id)));
            }
        }
        records
    }

    /// Returns the last review of a startup that was held up to a day and closed.
    #[must_use]
    pub fn last_review(&self, startup: &Id, day: Date) -> Option<&Review> {
        let has = |review: &&Arc<Review>| {
            let is_over = review.closed.is_some() && review.on <= day;
            is_over && review.agenda.iter().any(|item| item.startup == *startup)
        };
        self.reviews.values().filter(has).max_by_key(|review| review.on).map(AsRef::as_ref)
    }

    /// Returns the person with an id.
    #[must_use]
    pub fn person(&self, id: &str) -> Option<&Person> {
        self.incubator.people.iter().find(|person| person.id.as_str() == id)
    }

    /// Returns the conventions of a startup, sorted by id.
    pub fn conventions_of<'a>(&'a self, startup: &Id) -> impl Iterator<Item = &'a Arc<Convention>> {
        self.funded_by.get(startup).into_iter().flatten().filter_map(|id| self.conventions.get(id))
    }

    /// Returns the frameworks, sorted by id.
    pub fn frameworks(&self) -> impl Iterator<Item = &Convention> {
        self.frameworks.iter().filter_map(|id| self.conventions.get(id)).map(AsRef::as_ref)
    }

    /// Returns the amendments of a convention, signed or not, sorted by id.
    pub fn amendments_of<'a>(&'a self, convention: &Id) -> impl Iterator<Item = &'a Arc<Convention>> {
        self.amended_by.get(convention).into_iter().flatten().filter_map(|id| self.conventions.get(id))
    }

    /// Returns the amendments of a convention that are in effect on a day, sorted by signature.
    #[must_use]
    pub fn signed_amendments<'a>(&'a self, convention: &Id, on: Date) -> Vec<&'a Convention> {
        let mut signed: Vec<&Convention> = self
            .amendments_of(convention)
            .map(Arc::as_ref)
            .filter(|amendment| amendment.signed.is_some_and(|day| day <= on))
            .collect();
        signed.sort_by_key(|amendment| amendment.signed);
        signed
    }
}

/// Groups values by key, sorted and without duplicates.
fn grouped(mut pairs: Vec<(&Id, &Id)>) -> BTreeMap<Id, Vec<Id>> {
    pairs.sort();
    pairs.dedup();
    let groups = pairs.chunk_by(|(one, _), (other, _)| one == other);
    groups.map(|group| (group[0].0.clone(), group.iter().map(|(_, id)| (*id).clone()).collect())).collect()
}
