//! What is selected, as each verb looks at it at every key to tell whether its form has something to say of it. It
//! decides as the form does, but sees one startup or one convention only, and not the whole portfolio.

use super::{FormContext, FormSubject, RecordLookup};
use crate::model::{Convention, Startup};
use crate::rules::{self, Occurrence, TrancheSummary};

/// What is selected.
#[derive(Clone, Copy)]
pub struct Selection<'a> {
    /// What forms look at.
    pub context: &'a FormContext<'a>,
    /// It, as a form takes it.
    pub subject: &'a FormSubject,
    /// The occurrence itself, where the subject is one.
    pub occurrence: Option<&'a Occurrence>,
}

impl<'a> Selection<'a> {
    fn lookup(&self) -> RecordLookup<'a> {
        RecordLookup { context: self.context }
    }

    /// The startups that the subject means.
    pub(super) fn startups(&self) -> Vec<&'a Startup> {
        self.lookup().startups(self.subject)
    }

    /// The conventions that it means.
    pub(super) fn conventions(&self) -> Vec<&'a Convention> {
        self.lookup().conventions(self.subject)
    }

    /// What is due of it.
    pub(super) fn occurrences(&self) -> Vec<Occurrence> {
        match self.subject {
            FormSubject::Contribution { .. } | FormSubject::Occurrence { .. } => Vec::new(),
            subject => self.lookup().occurrences(subject),
        }
    }

    /// Whether a contribution that the subject means, of those with a payee, is such that…
    pub(super) fn has_contribution(&self, is: impl Fn(bool, &[&TrancheSummary]) -> bool) -> bool {
        let named = self.lookup().named_contribution(self.subject, self.occurrence);
        self.conventions().into_iter().any(|convention| {
            let Some(terms) = rules::terms_in_force(self.context.portfolio, &convention.id, self.context.as_of) else {
                return false;
            };
            let standing = rules::convention_summary(self.context.portfolio, &convention.id, self.context.as_of);
            let tranches = standing.map(|standing| standing.tranches).unwrap_or_default();
            terms.contributions.iter().filter(|contribution| contribution.to.is_some()).any(|contribution| {
                let is_named = named.as_ref().map(|(id, _)| *id == contribution.id);
                let is_for_it = match (self.subject, &contribution.startup) {
                    (FormSubject::Startup(id), Some(only)) => id == only,
                    _ => true,
                };
                let own: Vec<_> = tranches.iter().filter(|tranche| tranche.contribution == contribution.id).collect();
                is_for_it && is_named.unwrap_or(true) && is(is_named.is_some(), &own)
            })
        })
    }
}
