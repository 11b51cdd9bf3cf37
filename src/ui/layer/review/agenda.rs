//! The agenda: which startups, in which order, with how much time, and what came out of each.

use super::{ReviewLayer, commit};
use crate::edit::Verb;
use crate::edit::verb::{AgendaChange, ReviewAgendaVerb, ReviewOpenVerb};
use crate::model::{Id, KeyPath, RecordKind, RecordRef, ReviewKind};
use crate::ui::command::Command;
use crate::ui::env::Env;
use crate::ui::form::{FormKind, FormSubject};
use crate::ui::layer::{Event, EventReply, Request};

/// The most minutes for a startup: a day.
const MOST: u32 = 1440;
/// The lines that a page turns.
const PAGE: isize = 10;

impl ReviewLayer {
    /// Returns the startups of the agenda, then all others by name.
    pub(super) fn listed(&self, env: &Env) -> (Vec<Id>, usize) {
        let mut listed = self.agenda(env);
        let count = listed.len();
        let mut others: Vec<_> = env.data.portfolio.startups.values().filter(|one| !listed.contains(&one.id)).collect();
        others.sort_by_key(|startup| startup.name.to_lowercase());
        listed.extend(others.into_iter().map(|startup| startup.id.clone()));
        (listed, count)
    }

    pub(super) fn selected_startup(&self, env: &Env) -> Option<Id> {
        self.listed(env).0.get(self.selected).cloned()
    }

    pub(super) fn on_agenda(&mut self, event: Event<'_>, env: &Env) -> EventReply {
        let (listed, count) = self.listed(env);
        let last = listed.len().saturating_sub(1);
        let to = |by: isize| self.selected.saturating_add_signed(by).min(last);
        match event {
            Event::Command(Command::Down) => self.selected = to(1),
            Event::Command(Command::Up) => self.selected = to(-1),
            Event::Command(Command::PageDown) => self.selected = to(PAGE),
            Event::Command(Command::PageUp) => self.selected = to(-PAGE),
            Event::Command(Command::First) => self.selected = 0,
            Event::Command(Command::Last) => self.selected = last,
            Event::Wheel { by, .. } => self.selected = to(by.signum()),
            Event::Command(Command::MoveDown) => return self.move_by(1, count, env),
            Event::Command(Command::MoveUp) => return self.move_by(-1, count, env),
            Event::Command(Command::OnAgenda) => return self.toggle(listed.get(self.selected).cloned(), count, env),
            Event::Command(Command::MoreMinutes) => self.minutes = (self.minutes + self.minutes_step()).min(MOST),
            Event::Command(Command::LessMinutes) => {
                self.minutes = self.minutes.saturating_sub(self.minutes_step()).max(1);
            }
            Event::Command(Command::ReviewKind) => {
                let is_committee = self.kind == ReviewKind::Committee;
                self.kind = if is_committee { ReviewKind::Portfolio } else { ReviewKind::Committee };
                self.minutes = self.kind.usual_minutes();
            }
            Event::Command(Command::ReviewFields) => return self.fields(env),
            Event::Command(Command::Open) if self.review(env).is_some() => {
                let startup = listed.get(self.selected).filter(|_| self.selected < count).cloned();
                self.go_to(startup, env);
            }
            Event::Command(Command::Open) if self.planned.is_empty() => {
                return EventReply::ask(Request::Info(env.locale.text("review-empty-agenda")));
            }
            Event::Command(Command::Open) => return self.open(env),
            Event::Command(Command::Back) => return EventReply::ask(Request::Close),
            _ => return EventReply::Ignored,
        }
        EventReply::DONE
    }

    /// Opens the review with the planned agenda. Goes to its first startup once the review is recorded, so that no
    /// decision is recorded without it.
    pub(super) fn open(&mut self, env: &Env) -> EventReply {
        self.current = self.planned.get(self.selected).or(self.planned.first()).cloned();
        self.is_opening = true;
        let start = env.now.map(|now| now.time());
        let verb = ReviewOpenVerb {
            minutes_each: Some(self.minutes),
            ..ReviewOpenVerb::new(self.id.clone(), (self.kind, self.on), start, self.planned.clone())
        };
        commit(env, verb.into())
    }

    /// Opens the form for the fields of the review.
    fn fields(&self, env: &Env) -> EventReply {
        if self.review(env).is_none() {
            return EventReply::ask(Request::Info(env.locale.text("review-not-open")));
        }
        let record = RecordRef::new(RecordKind::Review, self.id.clone());
        let subject = FormSubject::Value(record, KeyPath::top());
        EventReply::ask(Request::OpenForm(FormKind::new(Verb::Set, subject)))
    }

    /// Minutes are changed one by one if there are few.
    const fn minutes_step(&self) -> u32 {
        if self.minutes < 10 { 1 } else { 5 }
    }

    /// Puts a startup on the agenda, or takes it off.
    fn toggle(&mut self, startup: Option<Id>, count: usize, env: &Env) -> EventReply {
        let Some(startup) = startup else { return EventReply::DONE };
        let is_there = self.selected < count;
        if self.review(env).is_some() {
            let change = if is_there { AgendaChange::Drop } else { AgendaChange::Add };
            return self.change(change, startup, None, env);
        }
        if is_there {
            self.planned.retain(|other| *other != startup);
        } else {
            self.planned.push(startup);
        }
        EventReply::DONE
    }

    /// Moves the selected startup on the agenda.
    fn move_by(&mut self, by: isize, count: usize, env: &Env) -> EventReply {
        let from = self.selected;
        let to = from.saturating_add_signed(by);
        if from >= count || to >= count || from == to {
            return EventReply::DONE;
        }
        self.selected = to;
        if self.review(env).is_none() {
            self.planned.swap(from, to);
            return EventReply::DONE;
        }
        let Some(startup) = self.agenda(env).get(from).cloned() else { return EventReply::DONE };
        self.change(AgendaChange::Move, startup, u32::try_from(to + 1).ok(), env)
    }

    fn change(&self, change: AgendaChange, startup: Id, to: Option<u32>, env: &Env) -> EventReply {
        let verb = ReviewAgendaVerb { review: self.id.clone(), change, startups: vec![startup], to };
        commit(env, verb.into())
    }
}
