//! Which record a published startup belongs to: by its slug, then by its former slugs, else a new one.

use std::collections::BTreeMap;

use super::ids::id_of;
use super::published::PublishedStartup;
use crate::import::plan::ImportReason;
use crate::model::{Id, MessageArg, Portfolio, RecordKind};

/// The record of a startup.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum RecordMatch {
    Existing(Id),
    New(Id),
}

/// Finds the records of published startups.
pub(super) struct Matcher<'a> {
    /// The startups here, by slug.
    by_slug: BTreeMap<&'a str, Vec<&'a Id>>,
    /// The ids of the startups here, readable or not, in lower case.
    taken: BTreeMap<String, &'a Id>,
    /// The slugs that are published for each record or new id, the id in lower case.
    claims: BTreeMap<String, Vec<&'a str>>,
    /// The published slugs.
    slugs: Vec<&'a str>,
}

impl<'a> Matcher<'a> {
    pub fn new(portfolio: &'a Portfolio, published: impl Iterator<Item = &'a PublishedStartup>) -> Self {
        let published: Vec<&PublishedStartup> = published.collect();
        let mut by_slug: BTreeMap<&str, Vec<&Id>> = BTreeMap::new();
        for startup in portfolio.startups.values() {
            if let Some(slug) = &startup.slug {
                by_slug.entry(slug).or_default().push(&startup.id);
            }
        }
        let unreadable = portfolio.unreadable.iter().filter(|record| record.kind == RecordKind::Startup);
        let ids = portfolio.startups.keys().chain(unreadable.map(|record| &record.id));
        let taken = ids.map(|id| (id.as_str().to_ascii_lowercase(), id)).collect();
        let slugs = published.iter().map(|startup| startup.slug.as_str()).collect();
        let mut matcher = Self { by_slug, taken, claims: BTreeMap::new(), slugs };
        for startup in published {
            if let Some(id) = matcher.existing(startup).ok().flatten().cloned().or_else(|| id_of(&startup.slug).ok()) {
                matcher.claims.entry(id.as_str().to_ascii_lowercase()).or_default().push(&startup.slug);
            }
        }
        matcher
    }

    /// Returns the record of a startup, or the reason if it is ambiguous.
    pub fn find(&self, startup: &PublishedStartup) -> Result<RecordMatch, ImportReason> {
        let slug = ("slug", text(&startup.slug));
        let existing = self.existing(startup)?;
        let id = match existing {
            Some(id) => id.clone(),
            None => id_of(&startup.slug).map_err(|_| {
                ImportReason::new("import-no-id", vec![("field", text("slug")), ("value", text(&startup.slug))])
            })?,
        };
        let key = id.as_str().to_ascii_lowercase();
        let others = self.claims.get(&key).into_iter().flatten().filter(|other| **other != startup.slug);
        if let Some(other) = others.into_iter().next() {
            return Err(ImportReason::new("import-same-id", vec![slug, ("other", text(other)), ("id", text(&id))]));
        }
        match (existing, self.taken.get(&key)) {
            (Some(id), _) => Ok(RecordMatch::Existing(id.clone())),
            (None, Some(taken)) => Err(ImportReason::new("import-id-taken", vec![slug, ("id", text(taken))])),
            (None, None) => Ok(RecordMatch::New(id)),
        }
    }

    /// Returns the startup here with the slug or a former one of it. A record whose slug is still published belongs to
    /// that.
    fn existing(&self, startup: &PublishedStartup) -> Result<Option<&'a Id>, ImportReason> {
        let with = |slug: &str| self.by_slug.get(slug).map(Vec::as_slice).unwrap_or_default();
        let former = startup.former.iter().filter(|slug| !self.slugs.contains(&slug.as_str()));
        let candidates = std::iter::once(&startup.slug).chain(former).map(|slug| with(slug));
        match candidates.into_iter().find(|found| !found.is_empty()) {
            None => Ok(None),
            Some([one]) => Ok(Some(*one)),
            Some(several) => {
                let ids = several.iter().map(ToString::to_string).collect();
                let args = vec![("slug", text(&startup.slug)), ("known", MessageArg::List(ids))];
                Err(ImportReason::new("import-slug-twice", args))
            }
        }
    }
}

fn text(value: impl ToString) -> MessageArg {
    MessageArg::Text(value.to_string())
}
