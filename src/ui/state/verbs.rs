//! Which verbs have something to say of what is selected. As the forms decide it, but without their sight of the
//! whole portfolio: this is asked at every key, and looks at one startup or one convention only.

use crate::model::{Convention, Id};
use crate::rules::{self, Occurrence, OccurrenceKind, OccurrenceSource, OccurrenceState};
use crate::ui::form::{Subject, Verb};
use crate::ui::view::View;

/// The verbs.
pub(super) const ALL: [Verb; 4] = [Verb::Done, Verb::Pay, Verb::Hold, Verb::Sign];

/// What verbs are asked about.
pub(super) struct Asked<'a> {
    pub view: View<'a>,
    pub subject: &'a Subject,
    /// The occurrence itself, where the subject is one.
    pub occurrence: Option<&'a Occurrence>,
}

impl Asked<'_> {
    pub(super) fn has(&self, verb: Verb) -> bool {
        match (verb, self.occurrence) {
            (Verb::Done, Some(occurrence)) => self.can_be_done(occurrence),
            (Verb::Done, None) if matches!(self.subject, Subject::Contribution { .. }) => self.can_be_paid(),
            (Verb::Done, None) => self.occurrences().iter().any(is_open_obligation),
            (Verb::Pay, _) => self.can_be_paid(),
            (Verb::Hold, _) => self.has_startup(),
            (Verb::Sign, _) => self.conventions().iter().any(|convention| self.lacks_signature(convention)),
        }
    }

    fn can_be_done(&self, occurrence: &Occurrence) -> bool {
        if occurrence.done.is_some() && occurrence.kind != OccurrenceKind::Standing {
            return false;
        }
        match occurrence.source {
            OccurrenceSource::Obligation => true,
            OccurrenceSource::Committee(_) => self.has_startup(),
            OccurrenceSource::Payment(..) => self.can_be_paid(),
        }
    }

    /// Whether money can still come in; where a contribution is named, also after all of it came.
    fn can_be_paid(&self) -> bool {
        let named = match (self.subject, self.occurrence.map(|occurrence| &occurrence.source)) {
            (Subject::Contribution { contribution, .. }, _) => Some(contribution.as_str()),
            (_, Some(OccurrenceSource::Payment(contribution, _))) => Some(contribution.as_str()),
            _ => None,
        };
        self.conventions().into_iter().any(|convention| {
            let portfolio = &self.view.data.portfolio;
            let as_of = self.view.data.as_of;
            let Some(terms) = rules::terms_in_force(portfolio, &convention.id, as_of) else { return false };
            let standing = rules::convention_standing(portfolio, &convention.id, as_of);
            let tranches = standing.map(|standing| standing.tranches).unwrap_or_default();
            terms.contributions.iter().filter(|contribution| contribution.to.is_some()).any(|contribution| {
                if let Some(id) = named {
                    return id == contribution.id;
                }
                let is_for_it = match (self.subject, &contribution.startup) {
                    (Subject::Startup(id), Some(only)) => id == only,
                    _ => true,
                };
                let mut own = tranches.iter().filter(|tranche| tranche.contribution == contribution.id).peekable();
                is_for_it && (own.peek().is_none() || own.any(|tranche| tranche.paid < tranche.amount))
            })
        })
    }

    fn has_startup(&self) -> bool {
        let known = |id: &Id| self.view.startup(id).is_some();
        match self.subject {
            Subject::Startup(id) => known(id),
            Subject::Occurrence { startups, .. } => startups.iter().any(known),
            Subject::Convention(_) | Subject::Contribution { .. } => {
                self.conventions().iter().any(|convention| convention.startups.iter().any(known))
            }
        }
    }

    fn lacks_signature(&self, convention: &Convention) -> bool {
        let mut amendments = self.view.data.portfolio.amendments_of(&convention.id);
        convention.signed.is_none() || amendments.any(|amendment| amendment.signed.is_none())
    }

    fn conventions(&self) -> Vec<&Convention> {
        match self.subject {
            Subject::Startup(id) => self.view.data.portfolio.conventions_of(id).map(AsRef::as_ref).collect(),
            Subject::Convention(id)
            | Subject::Contribution { convention: id, .. }
            | Subject::Occurrence { convention: id, .. } => self.view.convention(id).into_iter().collect(),
        }
    }

    fn occurrences(&self) -> Vec<Occurrence> {
        let (portfolio, as_of) = (&self.view.data.portfolio, self.view.data.as_of);
        match self.subject {
            Subject::Startup(id) => rules::startup_occurrences(portfolio, id, as_of),
            Subject::Convention(id) => match self.view.convention(id).and_then(|found| found.startups.first()) {
                Some(startup) => {
                    let mut of_startup = rules::startup_occurrences(portfolio, startup, as_of);
                    of_startup.retain(|occurrence| occurrence.convention == *id);
                    of_startup
                }
                // A framework; there are few of them.
                None => {
                    let all = self.view.data.answers.occurrences.iter();
                    all.filter(|occurrence| occurrence.convention == *id).cloned().collect()
                }
            },
            Subject::Contribution { .. } | Subject::Occurrence { .. } => Vec::new(),
        }
    }
}

fn is_open_obligation(occurrence: &Occurrence) -> bool {
    occurrence.source == OccurrenceSource::Obligation && occurrence.state != OccurrenceState::Done
}
