//! `portfolio.toml`.

use schemars::JsonSchema;
use serde::Deserialize;

use super::plain;
use super::scalar::{Currency, FormatVersion, Scalar};
use crate::model::{Habits, Id, Incubator, Span};

/// The incubator whose portfolio the folder holds (couveuse).
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(title = "Portfolio")]
pub(in crate::record) struct RawPortfolio {
    /// The version of the format; 1 where it is absent.
    #[allow(dead_code, reason = "reading it is the check")]
    format: Option<Scalar<FormatVersion>>,
    /// The incubator's name.
    name: Option<String>,
    /// The party that keeps this portfolio.
    home: Option<Scalar<Id>>,
    /// The currency of all amounts; EUR where it is absent.
    #[allow(dead_code, reason = "reading it is the check")]
    currency: Option<Scalar<Currency>>,
    /// What holds where a convention says nothing.
    #[serde(default)]
    habits: RawHabits,
}

/// What holds where a convention says nothing.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "Habits")]
struct RawHabits {
    /// A tranche unpaid so many days after it is due is late; 30 where it is absent.
    payment_days: Option<Scalar<u32>>,
    /// A convention ends soon so many days before its end; 90 where it is absent.
    ending_days: Option<Scalar<u32>>,
    /// Something is due soon so many days before; 30 where it is absent.
    due_soon_days: Option<Scalar<u32>>,
    /// A committee is due this often where no convention says; 6 months where it is absent.
    committee_every: Option<Scalar<Span>>,
    /// The committee comes so many days before the money runs out; 45 where it is absent.
    committee_before_runout_days: Option<Scalar<u32>>,
    /// Committee papers are due so many days before it; 7 where it is absent.
    papers_days: Option<Scalar<u32>>,
}

impl RawPortfolio {
    /// What the file says of the incubator.
    pub fn build(self) -> Incubator {
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
        }
    }
}
