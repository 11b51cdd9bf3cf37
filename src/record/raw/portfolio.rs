//! `portfolio.toml`.

use schemars::JsonSchema;
use serde::Deserialize;

use super::keyed::RawExtra;
use super::scalar::{Currency, FormatVersion, PersonId, RecordLanguage, Scalar};
use super::{Faults, plain};
use crate::model::{Habits, Id, Incubator, Person, SavedView, Span};

/// The portfolio of an incubator (couveuse).
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(title = "Portfolio")]
pub(in crate::record) struct RawPortfolio {
    /// The version of the format; 1 if absent.
    #[allow(dead_code, reason = "reading it is the check")]
    format: Option<Scalar<FormatVersion>>,
    /// The incubator's name.
    name: Option<String>,
    /// The party that keeps this portfolio.
    home: Option<Scalar<Id>>,
    /// The currency of all amounts; EUR if absent.
    #[allow(dead_code, reason = "reading it is the check")]
    currency: Option<Scalar<Currency>>,
    /// The language of commits and papers.
    language: Option<Scalar<RecordLanguage>>,
    /// The defaults for what conventions leave open.
    #[serde(default)]
    habits: RawHabits,
    /// The coaches and other owners of actions.
    #[serde(default)]
    people: Vec<RawPerson>,
    /// Saved views of the screens.
    #[serde(default)]
    views: Vec<RawView>,
    /// Keys of other systems: kept, shown, never checked.
    #[serde(default)]
    extra: RawExtra,
}

/// A person of the incubator.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "Person")]
struct RawPerson {
    /// The person's id, unique within the portfolio.
    id: Scalar<PersonId>,
    /// The person's name.
    name: String,
    /// The addresses of the person's commits. Git keeps them for ever.
    #[serde(default)]
    emails: Vec<String>,
}

/// A saved view of a screen.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "View")]
struct RawView {
    /// Its name, unique within the portfolio.
    name: String,
    /// The screen, by the word of `--json`.
    screen: String,
    /// A filter with English keywords.
    filter: Option<String>,
    /// The columns to sort by, the first one first; "-" before a column reverses it.
    #[serde(default)]
    sort: Vec<String>,
    /// The column to group by.
    group: Option<String>,
    /// The columns to show.
    #[serde(default)]
    columns: Vec<String>,
}

/// The defaults for what conventions leave open.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "Habits")]
struct RawHabits {
    /// The days after its due day from which an unpaid tranche is late; 30 if absent.
    payment_days: Option<Scalar<u32>>,
    /// The days before its end during which a convention counts as ending; 90 if absent.
    ending_days: Option<Scalar<u32>>,
    /// The days before its due day during which something counts as due soon; 30 if absent.
    due_soon_days: Option<Scalar<u32>>,
    /// The time between two committees if no convention states it; 6 months if absent.
    committee_every: Option<Scalar<Span>>,
    /// The days before the money runs out by which a committee must meet; 45 if absent.
    committee_before_runout_days: Option<Scalar<u32>>,
    /// The days before a committee by which its papers are due; 7 if absent.
    papers_days: Option<Scalar<u32>>,
}

impl RawPortfolio {
    pub fn build(self, faults: &mut Faults) -> Incubator {
        faults.duplicates("people", self.people.iter().map(|person| Some(person.id.0.0.as_str())));
        let usual = Habits::default();
        let habits = self.habits;
        Incubator {
            name: self.name,
            home: plain(self.home),
            habits: Habits {
                payment_days: plain(habits.payment_days).unwrap_or(usual.payment_days),
                ending_days: plain(habits.ending_days).unwrap_or(usual.ending_days),
                due_soon_days: plain(habits.due_soon_days).unwrap_or(usual.due_soon_days),
                committee_every: plain(habits.committee_every).unwrap_or(usual.committee_every),
                committee_before_runout_days: plain(habits.committee_before_runout_days)
                    .unwrap_or(usual.committee_before_runout_days),
                papers_days: plain(habits.papers_days).unwrap_or(usual.papers_days),
            },
            language: plain(self.language).map(|language| language.name().to_owned()),
            people: self.people.into_iter().map(RawPerson::build).collect(),
            views: self.views.into_iter().map(RawView::build).collect(),
            extra: self.extra.build(),
        }
    }
}

impl RawPerson {
    fn build(self) -> Person {
        Person { id: self.id.0.0, name: self.name, emails: self.emails }
    }
}

impl RawView {
    fn build(self) -> SavedView {
        SavedView {
            name: self.name,
            screen: self.screen,
            filter: self.filter,
            sort: self.sort,
            group: self.group,
            columns: self.columns,
        }
    }
}
