//! `couveuse whoami --json`: the user's person in the portfolio.

use serde::Serialize;

use crate::model::{Id, Portfolio};
use crate::rules::Me;

/// `{id, name, source, startups}`; no e-mail address.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct WhoamiJson {
    /// `null` if it is not known who the user is.
    pub id: Option<String>,
    pub name: Option<String>,
    /// `configuration` or `email`.
    pub source: Option<&'static str>,
    /// The startups that the person coaches.
    pub startups: Vec<String>,
}

/// Builds the answer of `whoami --json`; `startups` are those that the person coaches.
#[must_use]
pub fn whoami(portfolio: &Portfolio, me: &Me, startups: &[&Id]) -> WhoamiJson {
    let person = portfolio.incubator.people.iter().find(|person| Some(&person.id) == me.id());
    WhoamiJson {
        id: me.id().map(ToString::to_string),
        name: person.map(|person| person.name.clone()),
        source: match me {
            Me::Configured(_) => Some("configuration"),
            Me::ByEmail(_) => Some("email"),
            Me::Unknown(_) | Me::Several(_) | Me::Nobody => None,
        },
        startups: startups.iter().map(ToString::to_string).collect(),
    }
}
