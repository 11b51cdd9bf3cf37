//! What startups agreed to do: actions, conditions of decisions, and the papers of planned committees.

use chrono::Days;

use super::{blank, set_done, set_due, set_state};
use crate::model::{CommitteeState, Date, Habits, KeyPath, RecordKind, RecordRef, Startup, Text};
use crate::rules::terms::entry_path;
use crate::rules::{Occurrence, OccurrenceKind, OccurrenceSource, OccurrenceState};

/// Appends what the record of a startup states as due. `clause` is the convention and the article of the clause that
/// the next committee meets.
pub(in crate::rules) fn of_startup(
    startup: &Startup,
    clause: Option<(&crate::model::Id, Option<&String>)>,
    habits: &Habits,
    as_of: Date,
    all: &mut Vec<Occurrence>,
) {
    let builder = StartupBuilder { startup, habits, as_of };
    for (index, action) in startup.actions.iter().enumerate() {
        let id = address("actions", action.id.as_ref(), index);
        let mut one = builder.blank(id, OccurrenceSource::Action(index), OccurrenceKind::Action, "actions", index);
        one.owner = action.owner.as_ref().map(Text::from);
        one.what = Text::from(&action.what);
        builder.set_day(&mut one, action.due);
        if let Some(done) = action.done.filter(|done| *done <= as_of) {
            set_done(&mut one, done, None);
        }
        all.push(one);
    }
    for (index, condition) in startup.conditions.iter().enumerate() {
        let id = address("conditions", condition.id.as_ref(), index);
        let source = OccurrenceSource::Condition(index);
        let mut one = builder.blank(id, source, OccurrenceKind::Condition, "conditions", index);
        one.owner = condition.owner.as_ref().map(Text::from);
        one.what = Text::from(&condition.what);
        builder.set_day(&mut one, condition.due);
        if let Some(met) = condition.met.filter(|met| *met <= as_of) {
            set_done(&mut one, met, condition.evidence.as_ref().map(Text::from));
        } else if condition.not_met.is_some_and(|day| day <= as_of) {
            set_state(&mut one, OccurrenceState::Missed);
        }
        all.push(one);
    }
    builder.papers(clause, all);
}

struct StartupBuilder<'a> {
    startup: &'a Startup,
    habits: &'a Habits,
    as_of: Date,
}

impl StartupBuilder<'_> {
    fn blank(
        &self,
        id: String,
        source: OccurrenceSource,
        kind: OccurrenceKind,
        list: &str,
        index: usize,
    ) -> Occurrence {
        let record = RecordRef::new(RecordKind::Startup, self.startup.id.clone());
        let path: KeyPath = entry_path(list, index);
        Occurrence {
            id: id.into(),
            startups: Some(self.startup.id.clone()).into(),
            path,
            ..blank(source, kind, record)
        }
    }

    fn set_day(&self, one: &mut Occurrence, due: Option<Date>) {
        match due {
            Some(day) => set_due(one, day, self.habits, self.as_of),
            None => one.state = OccurrenceState::Open,
        }
    }

    /// Appends the papers of the planned committees, due `papers_days` (7) before each. Source: habit.
    fn papers(&self, clause: Option<(&crate::model::Id, Option<&String>)>, all: &mut Vec<Occurrence>) {
        let ahead = |on: Date| on >= self.as_of;
        let committees = self.startup.committees.iter().enumerate();
        for (index, committee) in committees.filter(|(_, one)| one.state == CommitteeState::Planned && ahead(one.on)) {
            let Some(due) = committee.on.checked_sub_days(Days::new(self.habits.papers_days.into())) else { continue };
            let source = OccurrenceSource::Papers(index);
            let mut one = self.blank("papers".to_owned(), source, OccurrenceKind::Papers, "committees", index);
            one.convention = clause.map(|(convention, _)| convention.clone());
            one.article = clause.and_then(|(_, article)| article.map(Text::from));
            set_due(&mut one, due, self.habits, self.as_of);
            if let Some(sent) = committee.papers_sent.filter(|sent| *sent <= self.as_of) {
                set_done(&mut one, sent, None);
            }
            all.push(one);
        }
    }
}

/// Returns the address of an entry, by id or else by index.
fn address(list: &str, id: Option<&String>, index: usize) -> String {
    id.map_or_else(|| format!("{list}[{index}]"), |id| format!("{list}.{id}"))
}
