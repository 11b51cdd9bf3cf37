//! What the screen restores from the last run, and the names by which it finds a selection again.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::Data;
use super::arrangement::Arrangement;
use super::saved_view::ViewSettings;
use super::target::Target;
use crate::locale::Language;
use crate::model::{Date, Id, KeyPath, Location, PathStep, RecordKind, RecordRef};
use crate::rules::Occurrence;

/// What is restored at the next start. It holds names rather than positions, so that what no longer exists is ignored.
/// The as-of date is never restored.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, rename_all = "kebab-case")]
pub struct Session {
    /// The name of the screen.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub screen: Option<String>,
    /// The language, if it was chosen on the screen.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub language: Option<String>,
    /// The theme, if it was chosen on the screen.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub theme: Option<String>,
    /// The background that the terminal reported last: the first frame need not wait for its answer.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub background: Option<String>,
    /// Whether the program takes the mouse, if that was chosen on the screen.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub mouse: Option<bool>,
    /// The review, if one was begun and not closed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub review: Option<ReviewSession>,
    /// The lists that differ from their default, by the names of their screens.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub lists: BTreeMap<String, ListSession>,
}

impl Session {
    /// Opens a saved view instead of the last screen.
    pub fn show(&mut self, view: ViewSettings) {
        let ViewSettings { screen, filter, arrangement } = view;
        self.screen = Some(screen.name().to_owned());
        self.lists.insert(screen.name().to_owned(), ListSession { filter, selected: None, arrangement });
    }

    /// Returns the language, if there is such a language.
    #[must_use]
    pub fn language(&self) -> Option<Language> {
        Language::ALL.into_iter().find(|language| Some(language.tag()) == self.language.as_deref())
    }
}

/// The position in a review, on this machine.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, rename_all = "kebab-case")]
pub struct ReviewSession {
    /// The id of the review.
    pub id: String,
    /// The startup shown last.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub startup: Option<String>,
    /// Whether it is planned as a portfolio review.
    pub portfolio: bool,
    /// The minutes planned for each startup.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub minutes: Option<u32>,
    /// The planned agenda of a review that is not opened yet.
    pub agenda: Vec<String>,
    /// The startups that need no decision.
    pub noted: Vec<String>,
    /// The seconds spent on each startup.
    pub spent: BTreeMap<String, i64>,
}

/// The state of a list.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, rename_all = "kebab-case")]
pub struct ListSession {
    #[serde(skip_serializing_if = "String::is_empty")]
    pub filter: String,
    /// The name of the selected target.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub selected: Option<String>,
    #[serde(skip_serializing_if = "is_default")]
    pub arrangement: Arrangement,
}

fn is_default(arrangement: &Arrangement) -> bool {
    *arrangement == Arrangement::default()
}

impl Target {
    /// Returns a name that finds the target again in another run.
    #[must_use]
    pub(super) fn name(&self) -> Option<String> {
        Some(match self {
            Self::Startup(id) => format!("startup/{id}"),
            Self::Convention(id) => format!("convention/{id}"),
            Self::Party(id) => format!("party/{id}"),
            Self::Occurrence(occurrence) => occurrence_name(occurrence),
            Self::Contribution { convention, contribution, tranche, record, path } => {
                let tranche = tranche.map_or_else(|| "-".to_owned(), |number| number.to_string());
                format!("contribution/{convention}/{tranche}/{}/{path}/{contribution}", record.id)
            }
            Self::Commit { name, record } => format!("commit/{name}/{record}"),
            Self::Fact(Location::Value(record, path)) => format!("fact/{record}/{path}"),
            Self::Fact(Location::Text(spot)) => format!("text/{}", spot.file),
        })
    }

    /// Returns the target with a name, if the data has it.
    #[must_use]
    pub(super) fn named(name: &str, data: &Data) -> Option<Self> {
        let (kind, rest) = name.split_once('/')?;
        match kind {
            "startup" => Id::new(rest).ok().map(Self::Startup),
            "convention" => Id::new(rest).ok().map(Self::Convention),
            "party" => Id::new(rest).ok().map(Self::Party),
            "occurrence" => {
                let convention = rest.split('/').next()?;
                let mut occurrences = data.answers.occurrences.iter();
                let is_it = |one: &&Occurrence| record_name(one) == convention && occurrence_name(one) == name;
                occurrences.find(is_it).map(|found| Self::Occurrence(Box::new(found.clone())))
            }
            "contribution" => {
                let mut parts = rest.splitn(5, '/');
                let convention = Id::new(parts.next()?).ok()?;
                let tranche = parts.next()?.parse().ok();
                let record = RecordRef::new(RecordKind::Convention, Id::new(parts.next()?).ok()?);
                let path = path(parts.next()?)?;
                Some(Self::Contribution { convention, contribution: parts.next()?.to_owned(), tranche, record, path })
            }
            "commit" => {
                let mut parts = rest.splitn(3, '/');
                let name = parts.next()?.to_owned();
                Some(Self::Commit { name, record: record(parts.next()?, parts.next()?)? })
            }
            "fact" => {
                let mut parts = rest.splitn(3, '/');
                Some(Self::value(record(parts.next()?, parts.next()?)?, path(parts.next()?)?))
            }
            "text" => {
                let mut places = data.diagnostics.iter().map(|diagnostic| &diagnostic.finding.place);
                places.find(|place| matches!(place, Location::Text(spot) if spot.file == rest)).cloned().map(Self::Fact)
            }
            _ => None,
        }
    }
}

/// Distinguishes occurrences as `is_same_occurrence` does.
fn occurrence_name(occurrence: &Occurrence) -> String {
    let due = occurrence.due.map_or_else(|| "-".to_owned(), |due: Date| due.to_string());
    let startups: Vec<&str> = occurrence.startups.iter().map(Id::as_str).collect();
    let name = if occurrence.is_obligation() { &occurrence.obligation } else { &occurrence.id };
    format!("occurrence/{}/{}/{due}/{name}", record_name(occurrence), startups.join(","))
}

/// Returns the convention of an occurrence, else the record that contains it.
fn record_name(occurrence: &Occurrence) -> &str {
    occurrence.convention.as_ref().unwrap_or(&occurrence.record.id).as_str()
}

/// Parses the kind and the id of a record.
pub(super) fn record(kind: &str, id: &str) -> Option<RecordRef> {
    let kind = RecordKind::ALL.into_iter().find(|known| known.name() == kind)?;
    Some(RecordRef::new(kind, Id::new(id).ok()?))
}

/// Parses a path: `contributions[0].amount`.
pub(super) fn path(text: &str) -> Option<KeyPath> {
    let mut steps = Vec::new();
    for part in text.split('.').filter(|part| !part.is_empty()) {
        let mut pieces = part.split('[');
        steps.extend(pieces.next().filter(|key| !key.is_empty()).map(|key| PathStep::Key(key.into())));
        for index in pieces {
            steps.push(PathStep::Index(index.strip_suffix(']')?.parse().ok()?));
        }
    }
    Some(steps.into_iter().collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_target_is_found_again_by_its_name() {
        let data = Data::default();
        let id = |text: &str| Id::new(text).unwrap();
        let path = KeyPath::entry("contributions", 0).key("tranches").index(2);
        for target in [
            Target::Startup(id("comobi")),
            Target::Convention(id("comobi-ademe-anct")),
            Target::record(RecordRef::new(RecordKind::Party, id("pau"))),
            Target::value(RecordRef::new(RecordKind::Startup, id("comobi")), path.clone()),
            Target::Contribution {
                convention: id("comobi-ademe-anct"),
                contribution: "ademe/2".to_owned(),
                tranche: Some(3),
                record: RecordRef::new(RecordKind::Convention, id("comobi-ademe-anct-avenant-1")),
                path,
            },
        ] {
            let name = target.name().unwrap();
            assert_eq!(Target::named(&name, &data), Some(target), "{name}");
        }
    }

    #[test]
    fn an_unknown_name_is_ignored() {
        for name in
            ["", "startup", "startup/É", "fact/startup/x", "fact/planet/x/y", "fact/party/x/y[z]", "text/x", "?/x"]
        {
            assert_eq!(Target::named(name, &Data::default()), None, "{name}");
        }
    }
}
