//! Looking up what forms are about: records, occurrences, contributions and their names.

use std::sync::Arc;

use super::{FormContext, FormSubject};
use crate::edit;
use crate::model::{Convention, Date, Id, KeyPath, MessageArg, Party, RecordKind, RecordRef, Startup};
use crate::report::{sanitize, words};
use crate::rules::{self, ConventionSummary, Occurrence, OccurrenceSource};
use crate::ui::field::Preset;

/// Something that a form can record a fact about.
#[derive(Clone, Debug)]
pub(super) struct FormTarget {
    pub key: TargetKey,
    /// Its line among the others.
    pub label: String,
    /// What helps to recognise it: article, parties, due date, what is outstanding.
    pub detail: String,
    /// Its owner, for the title.
    pub owner: String,
    /// The defaults of fields.
    pub presets: Vec<(&'static str, Preset)>,
}

/// What identifies a [`FormTarget`].
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) enum TargetKey {
    /// Something that does not exist yet.
    New,
    /// An occurrence of an obligation. `sure` is whether the order of days identifies it; else `due` does.
    Obligation {
        convention: Id,
        obligation: String,
        due: Option<Date>,
        sure: bool,
    },
    /// A contribution, or one of its tranches.
    Contribution {
        convention: Id,
        contribution: String,
        tranche: Option<usize>,
    },
    Convention(Id),
    Startup(Id),
    /// An action of a startup.
    Action {
        startup: Id,
        what: String,
    },
    /// A condition of a startup, by its id or else its text.
    Condition {
        startup: Id,
        condition: String,
    },
    /// The papers of the committee planned for a day.
    Papers {
        startup: Id,
        committee: Date,
    },
    /// What a party owes, by the id of the occurrence.
    Reminder {
        convention: Id,
        item: String,
        to: Id,
    },
    TodayRow {
        record: RecordRef,
        item: String,
    },
    /// A party, or one of its accounts.
    Party {
        id: Id,
        account: Option<usize>,
    },
    /// A value of a record.
    Value(RecordRef, KeyPath),
}

impl FormTarget {
    /// Replaces control characters, which a terminal would obey.
    pub fn sanitize(self) -> Self {
        let clean = |text: String| sanitize(&text).into_owned();
        Self { label: clean(self.label), detail: clean(self.detail), owner: clean(self.owner), ..self }
    }
}

#[derive(Clone, Copy)]
pub(super) struct RecordLookup<'a> {
    pub context: &'a FormContext<'a>,
}

impl<'a> RecordLookup<'a> {
    /// Returns the occurrences of a subject, the late ones first. They are computed for it alone, because a large
    /// portfolio has hundreds of thousands.
    pub fn occurrences(&self, subject: &FormSubject) -> Vec<Occurrence> {
        let (portfolio, as_of) = (self.context.portfolio, self.context.as_of);
        if let Some(id) = subject.record_of(RecordKind::Startup) {
            return rules::startup_occurrences(portfolio, id, as_of);
        }
        let convention = subject.record_of(RecordKind::Convention);
        convention.map(|id| rules::convention_occurrences(portfolio, id, as_of)).unwrap_or_default()
    }

    pub fn selected(&self, subject: &FormSubject) -> Option<Occurrence> {
        let FormSubject::Occurrence { convention, obligation, startups, due } = subject else { return None };
        self.occurrences(subject).into_iter().find(|occurrence| {
            occurrence.convention.as_ref() == Some(convention)
                && occurrence.obligation == *obligation
                && occurrence.startups == *startups
                && occurrence.due == *due
        })
    }

    /// Returns the contribution that a subject names, and the tranche.
    pub fn named_contribution(
        &self,
        subject: &FormSubject,
        occurrence: Option<&Occurrence>,
    ) -> Option<(String, Option<usize>)> {
        match (subject, occurrence.map(|occurrence| &occurrence.source)) {
            (FormSubject::Contribution { contribution, tranche, .. }, _) => Some((contribution.clone(), *tranche)),
            (_, Some(OccurrenceSource::Payment(contribution, number))) => {
                Some((contribution.to_string(), Some(*number)))
            }
            _ => None,
        }
    }

    pub fn convention(&self, id: &Id) -> Option<&'a Convention> {
        self.context.portfolio.conventions.get(id).map(AsRef::as_ref)
    }

    pub fn startup(&self, id: &Id) -> Option<&'a Startup> {
        self.context.portfolio.startups.get(id).map(AsRef::as_ref)
    }

    pub fn party(&self, id: &Id) -> Option<&'a Party> {
        self.context.portfolio.parties.get(id).map(AsRef::as_ref)
    }

    /// Returns the terms of a convention today.
    pub fn terms(&self, id: &Id) -> Option<Arc<Convention>> {
        rules::terms_in_force(self.context.portfolio, id, self.context.today)
    }

    /// Returns the summary of a convention today.
    pub fn standing(&self, id: &Id) -> Option<ConventionSummary> {
        rules::convention_summary(self.context.portfolio, id, self.context.today)
    }

    /// Returns the conventions of a subject.
    pub fn conventions(&self, subject: &FormSubject) -> Vec<&'a Convention> {
        if let Some(id) = subject.record_of(RecordKind::Startup) {
            return self.context.portfolio.conventions_of(id).map(AsRef::as_ref).collect();
        }
        subject.record_of(RecordKind::Convention).and_then(|id| self.convention(id)).into_iter().collect()
    }

    /// Returns the startups of a subject.
    pub fn startups(&self, subject: &FormSubject) -> Vec<&'a Startup> {
        let ids = match subject {
            FormSubject::Occurrence { startups, .. } => startups.clone(),
            _ => match subject.record_of(RecordKind::Startup) {
                Some(id) => vec![id.clone()],
                None => {
                    let convention = subject.record_of(RecordKind::Convention).and_then(|id| self.convention(id));
                    convention.map(|convention| convention.startups.clone()).unwrap_or_default()
                }
            },
        };
        ids.iter().filter_map(|id| self.startup(id)).collect()
    }

    /// Returns the conventions of a subject as targets.
    pub fn convention_targets(&self, subject: &FormSubject) -> Vec<FormTarget> {
        self.conventions(subject).into_iter().map(|convention| self.convention_target(convention)).collect()
    }

    /// Returns a convention as a target.
    pub fn convention_target(&self, convention: &Convention) -> FormTarget {
        let decided = convention.decided.map(|day| self.dated("form-detail-decided", day));
        let parties = convention.parties.iter().map(|id| self.party_name(id)).collect::<Vec<_>>().join(", ");
        let detail: Vec<String> = [parties].into_iter().filter(|text| !text.is_empty()).chain(decided).collect();
        FormTarget {
            key: TargetKey::Convention(convention.id.clone()),
            label: convention.title.clone(),
            detail: detail.join(" · "),
            owner: self.startup_names(&convention.startups, &convention.id),
            presets: Vec::new(),
        }
    }

    /// Returns the startups of a subject as targets, each with a detail that helps to recognise it.
    pub fn startup_targets(&self, subject: &FormSubject, detail: impl Fn(&Startup) -> String) -> Vec<FormTarget> {
        let target = |startup: &Startup| FormTarget {
            key: TargetKey::Startup(startup.id.clone()),
            label: startup.name.clone(),
            detail: detail(startup),
            owner: startup.name.clone(),
            presets: Vec::new(),
        };
        self.startups(subject).into_iter().map(target).collect()
    }

    /// Returns the name of a subject.
    pub fn subject_name(&self, subject: &FormSubject) -> String {
        match subject {
            FormSubject::Nothing => String::new(),
            FormSubject::Occurrence { startups, convention, .. } => self.startup_names(startups, convention),
            FormSubject::Startup(id) => self.startup_name(id),
            FormSubject::Party(id) => self.party_name(id),
            FormSubject::Convention(id) | FormSubject::Contribution { convention: id, .. } => self.title(id),
            FormSubject::Value(record, _) | FormSubject::TodayRow { record, .. } => self.record_name(record),
            FormSubject::View(view) => view.name.clone(),
        }
    }

    /// Returns the name of a record.
    pub fn record_name(&self, record: &RecordRef) -> String {
        match record.kind {
            RecordKind::Startup => self.startup_name(&record.id),
            RecordKind::Party => self.party_name(&record.id),
            RecordKind::Convention => self.title(&record.id),
            RecordKind::Review => record.id.to_string(),
            RecordKind::Portfolio => {
                self.context.portfolio.incubator.name.clone().unwrap_or_else(|| record.id.to_string())
            }
        }
    }

    pub fn startup_names(&self, startups: &[Id], convention: &Id) -> String {
        if startups.is_empty() {
            return self.title(convention);
        }
        startups.iter().map(|id| self.startup_name(id)).collect::<Vec<_>>().join(", ")
    }

    pub fn startup_name(&self, id: &Id) -> String {
        self.startup(id).map_or_else(|| id.to_string(), |startup| startup.name.clone())
    }

    /// Returns the name of a person, or the text itself if no person has that id.
    pub fn person_name(&self, id: &Id) -> String {
        sanitize(&words::person(self.context.portfolio, id.as_str())).into_owned()
    }

    pub fn party_name(&self, id: &Id) -> String {
        self.party(id).map_or_else(|| id.to_string(), |party| party.name.clone())
    }

    /// Names an entry of a record, given by its address as in Today.
    pub fn entry_name(&self, record: &RecordRef, entry: &str) -> String {
        let FormContext { portfolio, today, locale, .. } = self.context;
        edit::entry_name(portfolio, *today, locale.language, record, entry)
    }

    pub fn title(&self, id: &Id) -> String {
        self.convention(id).map_or_else(|| id.to_string(), |convention| convention.title.clone())
    }

    pub fn between(&self, from: Option<&Id>, to: Option<&Id>) -> Option<String> {
        match (from, to) {
            (Some(from), Some(to)) => Some(format!("{} → {}", self.party_name(from), self.party_name(to))),
            (Some(one), None) | (None, Some(one)) => Some(self.party_name(one)),
            (None, None) => None,
        }
    }

    pub fn article(&self, article: Option<&str>) -> Option<String> {
        article.map(|article| self.context.locale.article(article))
    }

    pub fn dated(&self, key: &str, day: Date) -> String {
        self.context.locale.message(key, &[("date", MessageArg::Date(day))])
    }

    pub fn late(&self, days: i64) -> Option<String> {
        let late = [("days", MessageArg::Count(days))];
        (days > 0).then(|| self.context.locale.message("form-detail-late", &late))
    }

    /// Returns the parties to pick from, some of them first.
    pub fn parties(&self, first: &[Id]) -> Vec<(String, String)> {
        let choice = |id: &Id| (id.to_string(), sanitize(&self.party_name(id)).into_owned());
        let rest = self.context.portfolio.parties.keys().filter(|id| !first.contains(id));
        first.iter().chain(rest).map(choice).collect()
    }
}
