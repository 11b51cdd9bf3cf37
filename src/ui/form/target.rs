//! What a form is about: from what was selected to the obligations, contributions, conventions or
//! startups that the verb can be said of, the most urgent first.

use super::{Context, Purpose, Subject, Verb};
use crate::model::{Arg, CommitteeState, Contribution, Convention, Date, Id, Money, Portfolio, Timing};
use crate::report::safe;
use crate::rules::{
    self, ClockState, Occurrence, OccurrenceKind, OccurrenceSource, OccurrenceState, TrancheStanding, TrancheState,
};

/// One thing that the form can write about.
#[derive(Clone, Debug)]
pub(super) struct Target {
    /// What exactly.
    pub aim: Aim,
    /// In one line, among the others.
    pub label: String,
    /// What helps to recognise it: article, parties, due date, what is outstanding.
    pub detail: String,
    /// Whose it is, for the title.
    pub owner: String,
}

/// What exactly a [`Target`] is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Aim {
    /// One occurrence of an obligation; `due` is said where the order of days would not tell.
    Obligation { convention: Id, obligation: String, due: Option<Date>, sure: bool },
    /// A contribution, a tranche where it is not the earliest unpaid one, and what is still to come.
    Contribution { convention: Id, contribution: String, tranche: Option<usize>, amount: Option<Money> },
    /// A convention without a signature.
    Convention(Id),
    /// A startup.
    Startup(Id),
}

/// The verb that settles what was selected, and what it can be said of.
///
/// # Errors
/// When there is nothing: why, in words.
pub(super) fn targets(purpose: &Purpose, context: &Context<'_>) -> Result<(Verb, Vec<Target>), String> {
    let finder = Finder { context };
    let selected = finder.selected(&purpose.subject);
    if let Some(Occurrence { done: Some((day, _)), kind, .. }) = selected
        && purpose.verb == Verb::Done
        && *kind != OccurrenceKind::Standing
    {
        return Err(context.locale.message("form-already-done", &[("on", Arg::Date(*day))]));
    }
    let verb = match (&purpose.verb, selected) {
        (Verb::Done, Some(occurrence)) => match occurrence.source {
            OccurrenceSource::Obligation => Verb::Done,
            OccurrenceSource::Committee(_) => Verb::Hold,
            OccurrenceSource::Payment(..) => Verb::Pay,
        },
        (Verb::Done, None) if matches!(purpose.subject, Subject::Contribution { .. }) => Verb::Pay,
        (verb, _) => *verb,
    };
    let found = match verb {
        Verb::Done => finder.obligations(&purpose.subject),
        Verb::Pay => finder.contributions(&purpose.subject),
        Verb::Sign => finder.unsigned(&purpose.subject),
        Verb::Hold => finder.startups(&purpose.subject),
    };
    if found.is_empty() {
        let name = finder.subject_name(&purpose.subject);
        let name = [("name", Arg::Text(safe(&name).into_owned()))];
        return Err(context.locale.message(&format!("form-none-{}", verb.name()), &name));
    }
    Ok((verb, found.into_iter().map(Target::safe).collect()))
}

impl Target {
    /// Without anything of the records that a terminal would obey.
    fn safe(self) -> Self {
        let clean = |text: String| safe(&text).into_owned();
        Self { aim: self.aim, label: clean(self.label), detail: clean(self.detail), owner: clean(self.owner) }
    }
}

struct Finder<'a> {
    context: &'a Context<'a>,
}

impl Finder<'_> {
    fn selected(&self, subject: &Subject) -> Option<&Occurrence> {
        let Subject::Occurrence { convention, obligation, startups, due } = subject else { return None };
        self.context.answers.occurrences.iter().find(|occurrence| {
            occurrence.convention == *convention
                && occurrence.obligation == *obligation
                && occurrence.startups == *startups
                && occurrence.due == *due
        })
    }

    fn obligations(&self, subject: &Subject) -> Vec<Target> {
        // Gathered in one pass: a large portfolio has hundreds of thousands of occurrences.
        let concerned = |occurrence: &&Occurrence| match subject {
            Subject::Startup(id) => occurrence.startups.contains(id),
            Subject::Convention(id) | Subject::Occurrence { convention: id, .. } => occurrence.convention == *id,
            Subject::Contribution { .. } => false,
        };
        let all: Vec<&Occurrence> = self.context.answers.occurrences.iter().filter(concerned).collect();
        if let Some(occurrence) = self.selected(subject) {
            return vec![self.obligation(occurrence, &all)];
        }
        let open = |occurrence: &&&Occurrence| {
            occurrence.source == OccurrenceSource::Obligation && occurrence.state != OccurrenceState::Done
        };
        all.iter().filter(open).map(|occurrence| self.obligation(occurrence, &all)).collect()
    }

    fn obligation(&self, occurrence: &Occurrence, all: &[&Occurrence]) -> Target {
        let mut detail = Vec::new();
        detail.extend(self.article(occurrence.article.as_deref()));
        detail.extend(self.between(occurrence.debtor.as_ref(), occurrence.creditor.as_ref()));
        detail.extend(occurrence.due.map(|due| self.dated("form-detail-due", due)));
        if occurrence.days_late > 0 {
            let days = [("days", Arg::Count(occurrence.days_late))];
            detail.push(self.context.locale.message("form-detail-late", &days));
        }
        Target {
            aim: Aim::Obligation {
                convention: occurrence.convention.clone(),
                obligation: occurrence.obligation.clone(),
                due: self.due_to_say(occurrence),
                sure: is_first_open(occurrence, all),
            },
            label: occurrence.what.clone(),
            detail: detail.join(" · "),
            owner: self.startup_names(&occurrence.startups, &occurrence.convention),
        }
    }

    /// The due date of a recurring obligation counted from its schedule: a fulfilment may have to name it.
    fn due_to_say(&self, occurrence: &Occurrence) -> Option<Date> {
        if occurrence.kind != OccurrenceKind::Recurring {
            return None;
        }
        let terms = rules::terms_in_force(self.context.portfolio, &occurrence.convention, self.context.today)?;
        let obligation = terms.obligations.iter().find(|entry| entry.id == occurrence.obligation)?;
        match obligation.timing {
            Timing::Recurring(recurrence) if recurrence.from != crate::model::Start::Last => occurrence.due,
            _ => None,
        }
    }

    fn contributions(&self, subject: &Subject) -> Vec<Target> {
        let named = match subject {
            Subject::Contribution { contribution, .. } => Some((contribution.as_str(), None)),
            Subject::Occurrence { .. } => match self.selected(subject).map(|occurrence| &occurrence.source) {
                Some(OccurrenceSource::Payment(contribution, number)) => Some((contribution.as_str(), Some(*number))),
                _ => None,
            },
            _ => None,
        };
        let mut found = Vec::new();
        for convention in self.conventions(subject) {
            let Some(standing) = rules::convention_standing(self.context.portfolio, &convention.id, self.context.today)
            else {
                continue;
            };
            let Some(terms) = rules::terms_in_force(self.context.portfolio, &convention.id, self.context.today) else {
                continue;
            };
            for contribution in terms.contributions.iter().filter(|contribution| contribution.to.is_some()) {
                if named.is_some_and(|(id, _)| id != contribution.id) {
                    continue;
                }
                if let (Subject::Startup(id), Some(only)) = (subject, &contribution.startup)
                    && id != only
                {
                    continue;
                }
                let tranches: Vec<&TrancheStanding> =
                    standing.tranches.iter().filter(|tranche| tranche.contribution == contribution.id).collect();
                let number = named.and_then(|(_, number)| number);
                found.extend(self.contribution(convention, contribution, &tranches, number, named.is_some()));
            }
        }
        found.sort_by_key(|(urgency, _)| *urgency);
        found.into_iter().map(|(_, target)| target).collect()
    }

    /// A contribution as a target, with what to sort it by; `None` where all came in and nobody asked for it by name.
    fn contribution(
        &self,
        convention: &Convention,
        contribution: &Contribution,
        tranches: &[&TrancheStanding],
        number: Option<usize>,
        named: bool,
    ) -> Option<((bool, Option<Date>), Target)> {
        let earliest = tranches.iter().find(|tranche| tranche.paid < tranche.amount);
        let meant = number.and_then(|number| tranches.iter().find(|tranche| tranche.number == number));
        let tranche = meant.or(earliest).or_else(|| tranches.last());
        let rest: Money = tranches.iter().map(|tranche| (tranche.amount - tranche.paid).at_least_zero()).sum();
        if earliest.is_none() && !tranches.is_empty() && !named {
            return None;
        }
        let outstanding = tranche.map(|tranche| (tranche.amount - tranche.paid).at_least_zero());
        let amount = match outstanding {
            Some(amount) if !amount.is_zero() => amount,
            _ => tranche.map_or(contribution.amount, |tranche| tranche.amount),
        };
        let between = self.between(Some(&contribution.from), contribution.to.as_ref()).unwrap_or_default();
        let late = tranches.iter().any(|tranche| tranche.state == TrancheState::Late);
        let due = tranche.and_then(|tranche| tranche.due);
        let short = |money: Money| Arg::Text(self.context.locale.money_short(money));
        let sums = [("rest", short(rest)), ("amount", short(contribution.amount))];
        let mut detail = Vec::new();
        detail.extend(self.article(tranche.and_then(|t| t.article.as_deref()).or(contribution.article.as_deref())));
        detail.extend(due.map(|due| self.dated("form-detail-due", due)));
        detail.push(self.context.locale.message("form-detail-rest", &sums));
        let target = Target {
            aim: Aim::Contribution {
                convention: convention.id.clone(),
                contribution: contribution.id.clone(),
                tranche: meant
                    .filter(|meant| earliest.is_some_and(|earliest| earliest.number != meant.number))
                    .map(|meant| meant.number),
                amount: Some(amount),
            },
            label: format!("{between} · {}", self.context.locale.money_short(amount)),
            detail: detail.join(" · "),
            owner: self.startup_names(&convention.startups, &convention.id),
        };
        // `None` sorts before any day, so an unknown day goes to the end of the calendar.
        Some(((!late, Some(due.unwrap_or(Date::MAX))), target))
    }

    fn unsigned(&self, subject: &Subject) -> Vec<Target> {
        let mut found = Vec::new();
        for convention in self.conventions(subject) {
            let amendments = self.context.portfolio.amendments_of(&convention.id).map(AsRef::as_ref);
            for unsigned in std::iter::once(convention).chain(amendments).filter(|one| one.signed.is_none()) {
                let decided = unsigned.decided.map(|day| self.dated("form-detail-decided", day));
                let parties = unsigned.parties.iter().map(|id| self.party(id)).collect::<Vec<_>>().join(", ");
                let detail: Vec<String> =
                    [parties].into_iter().filter(|text| !text.is_empty()).chain(decided).collect();
                found.push(Target {
                    aim: Aim::Convention(unsigned.id.clone()),
                    label: unsigned.title.clone(),
                    detail: detail.join(" · "),
                    owner: self.startup_names(&convention.startups, &convention.id),
                });
            }
        }
        found
    }

    fn startups(&self, subject: &Subject) -> Vec<Target> {
        let ids = match subject {
            Subject::Startup(id) => vec![id.clone()],
            Subject::Convention(id) | Subject::Contribution { convention: id, .. } => {
                self.context.portfolio.conventions.get(id).map(|c| c.startups.clone()).unwrap_or_default()
            }
            Subject::Occurrence { startups, .. } => startups.clone(),
        };
        let known = ids.into_iter().filter(|id| self.context.portfolio.startups.contains_key(id));
        let mut found: Vec<(ClockState, Target)> = known.map(|id| self.startup(id)).collect();
        found.sort_by_key(|(state, _)| *state);
        found.into_iter().map(|(_, target)| target).collect()
    }

    fn startup(&self, id: Id) -> (ClockState, Target) {
        let clocks = self.context.answers.committees.iter().filter(|clock| clock.startup == id);
        let clock = clocks.min_by_key(|clock| clock.state);
        let mut detail = Vec::new();
        let (held, planned) = self.meetings(&id);
        detail.push(match held {
            Some(day) => self.dated("form-detail-last-held", day),
            None => self.context.locale.text("form-detail-none-held"),
        });
        detail.extend(planned.map(|day| self.dated("form-detail-planned", day)));
        if let Some(clock) = clock {
            detail.extend(clock.next_due.map(|day| self.dated("form-detail-due", day)));
            if clock.days_late > 0 {
                let days = [("days", Arg::Count(clock.days_late))];
                detail.push(self.context.locale.message("form-detail-late", &days));
            }
        }
        let name = self.startup_name(&id);
        let state = clock.map_or(ClockState::None, |clock| clock.state);
        (state, Target { aim: Aim::Startup(id), label: name.clone(), detail: detail.join(" · "), owner: name })
    }

    /// The last meeting held, and the next that was set and not held yet: be it past, the form may be about that one.
    fn meetings(&self, id: &Id) -> (Option<Date>, Option<Date>) {
        let startup = self.context.portfolio.startups.get(id);
        let days = |state: CommitteeState| {
            let committees = startup.into_iter().flat_map(|startup| &startup.committees);
            committees.filter(move |one| one.state == state).map(|one| one.on)
        };
        let last = days(CommitteeState::Held).max();
        (last, days(CommitteeState::Planned).filter(|day| last.is_none_or(|last| *day > last)).min())
    }

    fn conventions(&self, subject: &Subject) -> Vec<&Convention> {
        let portfolio = self.context.portfolio;
        match subject {
            Subject::Startup(id) => portfolio.conventions_of(id).map(AsRef::as_ref).collect(),
            Subject::Convention(id)
            | Subject::Contribution { convention: id, .. }
            | Subject::Occurrence { convention: id, .. } => {
                portfolio.conventions.get(id).map(AsRef::as_ref).into_iter().collect()
            }
        }
    }

    fn subject_name(&self, subject: &Subject) -> String {
        match subject {
            Subject::Startup(id) => self.startup_name(id),
            Subject::Convention(id)
            | Subject::Contribution { convention: id, .. }
            | Subject::Occurrence { convention: id, .. } => {
                self.context.portfolio.conventions.get(id).map_or_else(|| id.to_string(), |c| c.title.clone())
            }
        }
    }

    fn startup_names(&self, startups: &[Id], convention: &Id) -> String {
        if startups.is_empty() {
            return self.subject_name(&Subject::Convention(convention.clone()));
        }
        startups.iter().map(|id| self.startup_name(id)).collect::<Vec<_>>().join(", ")
    }

    fn startup_name(&self, id: &Id) -> String {
        self.context.portfolio.startups.get(id).map_or_else(|| id.to_string(), |startup| startup.name.clone())
    }

    fn party(&self, id: &Id) -> String {
        self.context.portfolio.parties.get(id).map_or_else(|| id.to_string(), |party| party.name.clone())
    }

    fn between(&self, from: Option<&Id>, to: Option<&Id>) -> Option<String> {
        match (from, to) {
            (Some(from), Some(to)) => Some(format!("{} → {}", self.party(from), self.party(to))),
            (Some(one), None) | (None, Some(one)) => Some(self.party(one)),
            (None, None) => None,
        }
    }

    fn article(&self, article: Option<&str>) -> Option<String> {
        let article = [("article", Arg::Text(article?.to_owned()))];
        Some(self.context.locale.message("form-detail-article", &article))
    }

    fn dated(&self, key: &str, day: Date) -> String {
        self.context.locale.message(key, &[("date", Arg::Date(day))])
    }
}

/// A fulfilment without a due date goes to the earliest overdue occurrence.
fn is_first_open(occurrence: &Occurrence, all: &[&Occurrence]) -> bool {
    occurrence.state == OccurrenceState::Late
        && !all.iter().any(|other| {
            other.convention == occurrence.convention
                && other.obligation == occurrence.obligation
                && other.state != OccurrenceState::Done
                && other.due < occurrence.due
        })
}

/// Whether the verb can be said of a subject, told from the records alone: cheap enough for every frame. A form may
/// still find that all is done.
pub(super) fn is_possible(purpose: &Purpose, portfolio: &Portfolio) -> bool {
    let of_convention =
        |id: &Id| -> Vec<&Convention> { portfolio.conventions.get(id).map(AsRef::as_ref).into_iter().collect() };
    let conventions: Vec<&Convention> = match &purpose.subject {
        Subject::Startup(id) => portfolio.conventions_of(id).map(AsRef::as_ref).collect(),
        Subject::Convention(id)
        | Subject::Contribution { convention: id, .. }
        | Subject::Occurrence { convention: id, .. } => of_convention(id),
    };
    let received = |convention: &Convention, id: &str| {
        convention
            .payments
            .iter()
            .filter(|payment| payment.contribution == id)
            .map(|payment| payment.amount)
            .sum::<Money>()
    };
    match (purpose.verb, &purpose.subject) {
        (Verb::Done, Subject::Occurrence { .. } | Subject::Contribution { .. }) => !conventions.is_empty(),
        (Verb::Done, _) => conventions.iter().any(|convention| !convention.obligations.is_empty()),
        (Verb::Pay, _) => conventions.iter().any(|convention| {
            let open = |one: &Contribution| one.to.is_some() && received(convention, &one.id) < one.amount;
            convention.contributions.iter().any(open)
        }),
        (Verb::Sign, _) => conventions.iter().any(|convention| {
            let mut amendments = portfolio.amendments_of(&convention.id);
            convention.signed.is_none() || amendments.any(|amendment| amendment.signed.is_none())
        }),
        (Verb::Hold, Subject::Startup(id)) => portfolio.startups.contains_key(id),
        (Verb::Hold, Subject::Occurrence { startups, .. }) => !startups.is_empty(),
        (Verb::Hold, _) => conventions.iter().any(|convention| !convention.startups.is_empty()),
    }
}
