//! The selection as each verb sees it after every key, to decide whether its form has anything to record. The answer is
//! that of the form, but it looks at one startup or one convention rather than the whole portfolio.

use super::{FormContext, FormSubject, RecordLookup};
use crate::model::{Convention, Startup};
use crate::rules::{self, Occurrence, TrancheSummary};

/// The selection.
#[derive(Clone, Copy)]
pub struct Selection<'a> {
    pub context: &'a FormContext<'a>,
    pub subject: &'a FormSubject,
    /// The occurrence, if the subject is one.
    pub occurrence: Option<&'a Occurrence>,
}

impl<'a> Selection<'a> {
    fn lookup(&self) -> RecordLookup<'a> {
        RecordLookup { context: self.context }
    }

    /// Returns the startups of the subject.
    pub(super) fn startups(&self) -> Vec<&'a Startup> {
        self.lookup().startups(self.subject)
    }

    /// Returns the conventions of the subject.
    pub(super) fn conventions(&self) -> Vec<&'a Convention> {
        self.lookup().conventions(self.subject)
    }

    /// Returns the occurrences of the subject.
    pub(super) fn occurrences(&self) -> Vec<Occurrence> {
        match self.subject {
            FormSubject::Contribution { .. } | FormSubject::Occurrence { .. } => Vec::new(),
            subject => self.lookup().occurrences(subject),
        }
    }

    /// Returns whether the subject has a contribution with a payee for which a condition is true, given whether it is
    /// named and its tranches.
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
