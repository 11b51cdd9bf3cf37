//! Which startups have changed since their last committee, their last review, a day, or a commit.

use std::collections::{BTreeMap, BTreeSet};

use crate::cli::errors::{self, Failure};
use crate::cli::revision::{RevisionReader, TypedRevision};
use crate::locale::Locale;
use crate::model::{Commit, Date, Id, Portfolio, RecordKind, RecordRef};
use crate::store::{Folder, HistoryError};
use crate::ui::{ChangeMarks, Outcome, SinceChoice};

/// From when on changes count.
#[derive(Clone, Debug)]
pub enum Since {
    /// The last committee of each startup.
    Committee,
    /// The last review of each startup.
    Review,
    /// The end of a day.
    Day(Date),
    Commit(Box<Commit>),
}

impl Since {
    /// Reads `committee`, `review`, a day or a revision, in either language.
    ///
    /// # Errors
    /// If it is none of them.
    pub fn read(revisions: &RevisionReader<'_>, typed: &str) -> Result<Self, Failure> {
        let is = |key: &str| {
            typed.eq_ignore_ascii_case(key)
                || typed.to_lowercase() == revisions.locale.text(&format!("since-{key}-word"))
        };
        if is("committee") {
            return Ok(Self::Committee);
        }
        if is("review") {
            return Ok(Self::Review);
        }
        Ok(match revisions.read(typed)? {
            TypedRevision::Commit(commit) => Self::Commit(commit),
            TypedRevision::Day(day) => Self::Day(day),
        })
    }

    /// Returns the day, if it is the same for all startups.
    #[must_use]
    pub const fn day(&self) -> Option<Date> {
        match self {
            Self::Committee | Self::Review => None,
            Self::Day(day) => Some(*day),
            Self::Commit(commit) => Some(commit.on),
        }
    }

    fn day_of(&self, portfolio: &Portfolio, startup: &Id, as_of: Date) -> Option<Date> {
        match self {
            Self::Committee => portfolio.startups.get(startup)?.last_committee(as_of).map(|one| one.on),
            Self::Review => portfolio.last_review(startup, as_of).map(|one| one.on),
            Self::Day(day) => Some(*day),
            Self::Commit(_) => None,
        }
    }
}

/// Returns whether each startup, with its conventions, has changed in the commits since then, up to `until` or the
/// head. Leaves out startups of which this is unknown: those without a committee or review, and those with one before
/// the history begins.
///
/// # Errors
/// If there is no repository, or git cannot read it.
pub fn startups(
    folder: &Folder,
    portfolio: &Portfolio,
    since: &Since,
    (as_of, until): (Date, Option<Date>),
) -> Result<BTreeMap<Id, bool>, HistoryError> {
    let records_of = |id: &Id| portfolio.records_of(&RecordRef::new(RecordKind::Startup, id.clone()));
    let differs = |id: &Id, changed: &BTreeSet<RecordRef>| {
        (id.clone(), records_of(id).iter().any(|record| changed.contains(record)))
    };
    if let Since::Commit(commit) = since {
        let changed = folder.changed_since(&commit.name)?;
        return Ok(portfolio.startups.keys().map(|id| differs(id, &changed)).collect());
    }
    let day_of = |id: &Id| since.day_of(portfolio, id, as_of);
    let mut days: BTreeMap<Date, BTreeSet<RecordRef>> = BTreeMap::new();
    for id in portfolio.startups.keys() {
        if let Some(day) = day_of(id) {
            days.entry(day).or_default().extend(records_of(id));
        }
    }
    let changed = folder.changed_since_days(&days, until)?;
    let startups = portfolio.startups.keys();
    Ok(startups.filter_map(|id| Some(differs(id, changed.get(&day_of(id)?)?))).collect())
}

/// Reads `--since` of a command.
///
/// # Errors
/// If it is not understood, there is no repository, or git cannot read it.
pub fn typed(
    revisions: &RevisionReader<'_>,
    portfolio: &Portfolio,
    typed: &str,
    days: (Date, Option<Date>),
) -> Result<(Since, BTreeMap<Id, bool>), Failure> {
    let since = Since::read(revisions, typed)?;
    let locale: &Locale = revisions.locale;
    let startups = startups(revisions.folder, portfolio, &since, days);
    Ok((since, startups.map_err(|error| errors::history(locale, &error))?))
}

/// Reads which startups have changed for the screen: none if there is no history, or what was typed is not understood,
/// which is reported.
pub fn marks(
    folder: &Folder,
    portfolio: &Portfolio,
    choice: &SinceChoice,
    locale: &Locale,
    (as_of, today): (Date, Date),
    report: &(dyn Fn(Outcome) + Sync),
) -> ChangeMarks {
    let since = match choice {
        SinceChoice::Committee => Since::Committee,
        SinceChoice::Review => Since::Review,
        SinceChoice::Typed(typed) => match Since::read(&RevisionReader { locale, today, folder }, typed) {
            Ok(since) => since,
            Err(failure) => {
                report(failure.outcome());
                return ChangeMarks { since: choice.clone(), ..ChangeMarks::default() };
            }
        },
    };
    let startups = startups(folder, portfolio, &since, (as_of, (as_of < today).then_some(as_of)));
    ChangeMarks { since: choice.clone(), day: since.day(), startups: startups.unwrap_or_default() }
}
