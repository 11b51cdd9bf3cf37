//! The people of the portfolio: who uses the program, and who coaches which startup.

use std::collections::BTreeSet;

use crate::model::{Date, Id, Person, Portfolio, Startup};

/// The person who uses the program.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Me {
    /// Named by `me` in the user's configuration.
    Configured(Id),
    /// The only person with the e-mail address of git's author.
    ByEmail(Id),
    /// `me` names a person that the portfolio doesn't have.
    Unknown(Id),
    /// These people have the e-mail address of git's author.
    Several(Vec<Id>),
    /// Neither `me` nor the address of git's author names anybody.
    Nobody,
}

impl Me {
    /// Returns the person, if it is known who it is.
    #[must_use]
    pub const fn id(&self) -> Option<&Id> {
        match self {
            Self::Configured(id) | Self::ByEmail(id) => Some(id),
            Self::Unknown(_) | Self::Several(_) | Self::Nobody => None,
        }
    }
}

/// Returns who uses the program: the person that the configuration names, else the one who has the e-mail address of
/// git's author. Case is ignored in addresses.
#[must_use]
pub fn me(portfolio: &Portfolio, configured: Option<&Id>, email: Option<&str>) -> Me {
    let people = &portfolio.incubator.people;
    if let Some(id) = configured {
        let is_known = people.iter().any(|person| person.id == *id);
        return if is_known { Me::Configured(id.clone()) } else { Me::Unknown(id.clone()) };
    }
    let Some(email) = email else { return Me::Nobody };
    let has_it = |person: &&Person| person.emails.iter().any(|one| is_same_email(one, email));
    let found: BTreeSet<&Id> = people.iter().filter(has_it).map(|person| &person.id).collect();
    let mut found: Vec<Id> = found.into_iter().cloned().collect();
    match (found.pop(), found.is_empty()) {
        (None, _) => Me::Nobody,
        (Some(one), true) => Me::ByEmail(one),
        (Some(last), false) => {
            found.push(last);
            Me::Several(found)
        }
    }
}

/// Returns whether two e-mail addresses are the same but for case.
#[must_use]
pub fn is_same_email(one: &str, other: &str) -> bool {
    one.trim().to_lowercase() == other.trim().to_lowercase()
}

/// Returns who coaches a startup on a day: of several, the one who began last.
#[must_use]
pub fn coach_on(startup: &Startup, day: Date) -> Option<&Id> {
    startup.coaches.iter().rfind(|coach| coach.is_on(day)).map(|coach| &coach.person)
}

/// Returns the people who coach any of some startups on a day, by id.
#[must_use]
pub fn coaches<'a>(portfolio: &'a Portfolio, startups: &[Id], day: Date) -> BTreeSet<&'a Id> {
    let startups = startups.iter().filter_map(|id| portfolio.startups.get(id));
    startups.flat_map(|startup| &startup.coaches).filter(|coach| coach.is_on(day)).map(|coach| &coach.person).collect()
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::model::Incubator;
    use crate::testing::portfolios::id;

    fn portfolio(people: &[(&str, &[&str])]) -> Portfolio {
        let person = |(name, emails): &(&str, &[&str])| Person {
            id: id(name),
            name: (*name).to_owned(),
            emails: emails.iter().map(|email| (*email).to_owned()).collect(),
        };
        let incubator = Incubator { people: people.iter().map(person).collect(), ..Incubator::default() };
        Portfolio { incubator: Arc::new(incubator), ..Portfolio::default() }
    }

    #[test]
    fn the_configuration_comes_before_the_address_of_gits_author() {
        let portfolio = portfolio(&[("coach-a", &["A@Example.org"]), ("coach-b", &["b@example.org"])]);
        assert_eq!(me(&portfolio, Some(&id("coach-b")), Some("a@example.org")), Me::Configured(id("coach-b")));
        assert_eq!(me(&portfolio, Some(&id("coach-c")), Some("a@example.org")), Me::Unknown(id("coach-c")));
        assert_eq!(me(&portfolio, None, Some("a@example.ORG")), Me::ByEmail(id("coach-a")), "case is ignored");
        assert_eq!(me(&portfolio, None, Some("c@example.org")), Me::Nobody);
        assert_eq!(me(&portfolio, None, None), Me::Nobody);
    }

    #[test]
    fn two_people_with_one_address_identify_neither() {
        let shared: &[&str] = &["team@example.org"];
        let portfolio = portfolio(&[("coach-a", shared), ("coach-b", shared), ("coach-b", shared)]);
        let me = me(&portfolio, None, Some("team@example.org"));
        assert_eq!(me, Me::Several(vec![id("coach-a"), id("coach-b")]));
        assert_eq!(me.id(), None);
    }
}
