//! The members that conventions require at a committee.

use super::terms_in_force;
use crate::model::{Attendee, Committee, Id, Portfolio, Startup};

/// Returns the parties of which nobody attended or was represented, although a committee clause in force on the day
/// names them in a signed convention of the startup, each with the article. People of the portfolio belong to its
/// `home`.
#[must_use]
pub fn absent_members(portfolio: &Portfolio, startup: &Startup, committee: &Committee) -> Vec<(Id, Option<String>)> {
    let is_there = |party: &Id| {
        let is_of = |attendee: &Attendee| match &attendee.party {
            Some(of) => of == party,
            None => attendee.person.is_some() && portfolio.incubator.home.as_ref() == Some(party),
        };
        committee.present.iter().chain(&committee.represented).any(is_of)
    };
    let mut absent: Vec<(Id, Option<String>)> = Vec::new();
    for convention in portfolio.conventions_of(&startup.id) {
        let is_signed = convention.signed.is_some_and(|signed| signed <= committee.on);
        let terms = terms_in_force(portfolio, &convention.id, committee.on).filter(|_| is_signed);
        let Some(clause) = terms.as_ref().and_then(|terms| terms.committee.as_ref()) else { continue };
        for party in clause.chair.iter().chain(&clause.organiser).chain(&clause.with) {
            if !absent.iter().any(|(other, _)| other == party) && !is_there(party) {
                absent.push((party.clone(), clause.article.clone()));
            }
        }
    }
    absent
}
