//! The members that conventions require at a committee.

use crate::model::{Attendee, Committee, Id, Portfolio, Startup};

/// Returns the parties that the committee clauses of a startup's signed conventions name and of which nobody attended
/// or was represented, each with the article. The people of the portfolio belong to its host.
#[must_use]
pub fn absent_members<'a>(
    portfolio: &'a Portfolio,
    startup: &Startup,
    committee: &Committee,
) -> Vec<(&'a Id, Option<&'a str>)> {
    let is_there = |party: &Id| {
        let is_of = |attendee: &Attendee| match &attendee.party {
            Some(of) => of == party,
            None => attendee.person.is_some() && portfolio.incubator.home.as_ref() == Some(party),
        };
        committee.present.iter().chain(&committee.represented).any(is_of)
    };
    let mut absent: Vec<(&Id, Option<&str>)> = Vec::new();
    for convention in portfolio.conventions_of(&startup.id) {
        let is_signed = convention.signed.is_some_and(|signed| signed <= committee.on);
        let Some(clause) = convention.committee.as_ref().filter(|_| is_signed) else { continue };
        for party in &clause.with {
            if !absent.iter().any(|(other, _)| *other == party) && !is_there(party) {
                absent.push((party, clause.article.as_deref()));
            }
        }
    }
    absent
}
