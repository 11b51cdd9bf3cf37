//! Review mode: the agenda, then one full-width sheet per startup, until the review is closed. What is recorded goes
//! through the same forms as elsewhere; the position and the timer stay on this machine.

mod agenda;
mod closing;
mod draw;
mod timer;
mod undone;

use ratatui::layout::{Position, Rect};

use self::timer::Timer;
use super::draw::scrolling;
use super::search::{SearchLine, scroll, selected_text};
use super::{Event, EventReply, LayerOps, ListLayer, Request};
use crate::edit::{self, Intention, Verb};
use crate::model::{Date, Id, Review, ReviewKind, ReviewOutcome};
use crate::rules;
use crate::ui::command::Command;
use crate::ui::env::Env;
use crate::ui::key_figure::KeyFigure;
use crate::ui::keymap::KeyContext;
use crate::ui::layout;
use crate::ui::pages::{PageSubject, sheet};
use crate::ui::render_context::RenderContext;
use crate::ui::session::ReviewSession;
use crate::ui::target::Target;
use crate::ui::widget::page::Page;
use crate::ui::widget::paint::Painter;

/// What is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum ReviewStage {
    Agenda,
    Sheet,
}

/// A review as a layer.
pub struct ReviewLayer {
    /// The record; until it is opened, what it will contain.
    id: Id,
    kind: ReviewKind,
    on: Date,
    minutes: u32,
    /// The agenda as planned, until the review is opened.
    planned: Vec<Id>,
    stage: ReviewStage,
    /// The startup that is shown.
    current: Option<Id>,
    /// The selected line of the agenda.
    selected: usize,
    /// Startups of a portfolio review that need no decision.
    noted: Vec<Id>,
    is_full: bool,
    /// Whether the sheets are shown as soon as the review is recorded.
    is_opening: bool,
    /// Whether the next key that closes the review is the second one.
    is_asked: bool,
    timer: Timer,
    sheet: Page,
    search: SearchLine,
}

impl ReviewLayer {
    /// Resumes the open review, that of the session first; else plans one for today.
    pub fn new(env: &Env, session: Option<&ReviewSession>) -> Self {
        let open = |review: &&Review| !review.is_closed() && review.on <= env.today;
        let reviews = || env.data.portfolio.reviews.values().map(AsRef::as_ref);
        let known = session.and_then(|session| reviews().find(|review| review.id.as_str() == session.id));
        let review = known.filter(open).or_else(|| reviews().filter(open).max_by_key(|review| review.on));
        // One that was opened ahead is prepared.
        let ahead = || reviews().filter(|review| !review.is_closed()).min_by_key(|review| review.on);
        let review = review.or_else(ahead);
        let session = session.filter(|session| review.is_none_or(|review| review.id.as_str() == session.id));
        let mut layer = match review {
            Some(review) => Self::of(review),
            None => Self::planned(env, session),
        };
        if let Some(session) = session {
            layer.noted = session.noted.iter().filter_map(|id| Id::new(id).ok()).collect();
            layer.timer = Timer::resumed(session);
        }
        // At the same startup, else at the first without an outcome.
        let agenda = layer.agenda(env);
        let at = session.and_then(|session| Id::new(session.startup.as_deref()?).ok());
        let at = at.filter(|id| agenda.contains(id));
        layer.current = at.or_else(|| layer.first_open(env)).or_else(|| agenda.first().cloned());
        if review.is_some_and(|review| review.on <= env.today) && layer.current.is_some() {
            layer.stage = ReviewStage::Sheet;
        }
        layer.refresh(env);
        layer
    }

    fn of(review: &Review) -> Self {
        Self {
            id: review.id.clone(),
            kind: review.kind,
            on: review.on,
            minutes: review.minutes_each(),
            planned: Vec::new(),
            stage: ReviewStage::Agenda,
            current: None,
            selected: 0,
            noted: Vec::new(),
            is_full: false,
            is_opening: false,
            is_asked: false,
            timer: Timer::default(),
            sheet: Page::default(),
            search: SearchLine::default(),
        }
    }

    /// Creates a review of today that is not opened yet. Its id is the day; with a number if there is such a review.
    fn planned(env: &Env, session: Option<&ReviewSession>) -> Self {
        let reviews = &env.data.portfolio.reviews;
        let names = std::iter::once(env.today.to_string()).chain((2..100).map(|n| format!("{}-{n}", env.today)));
        let mut ids = names.filter_map(|name| Id::new(&name).ok());
        let id = ids.find(|id| !reviews.contains_key(id)).unwrap_or_else(|| crate::model::RecordRef::of_portfolio().id);
        let mut layer = Self::of(&Review::new(id, ReviewKind::Committee, env.today));
        layer.planned = rules::agenda_by_need(&env.data.portfolio, &env.data.answers, env.today);
        if let Some(session) = session.filter(|session| session.id == layer.id.as_str()) {
            layer.kind = if session.portfolio { ReviewKind::Portfolio } else { ReviewKind::Committee };
            layer.minutes = session.minutes.unwrap_or_else(|| layer.kind.usual_minutes());
            layer.planned = session.agenda.iter().filter_map(|id| Id::new(id).ok()).collect();
        }
        layer
    }

    /// Returns the record, once the review is opened.
    fn review<'a>(&self, env: &'a Env) -> Option<&'a Review> {
        env.data.portfolio.reviews.get(&self.id).map(AsRef::as_ref)
    }

    /// Returns the review that entries belong to.
    pub fn opened(&self, env: &Env) -> Option<Id> {
        self.review(env).filter(|review| !review.is_closed()).map(|review| review.id.clone())
    }

    /// Returns the startups in their order.
    fn agenda(&self, env: &Env) -> Vec<Id> {
        match self.review(env) {
            Some(review) => review.ordered_agenda().into_iter().map(|item| item.startup.clone()).collect(),
            None => self.planned.clone(),
        }
    }

    /// Returns how the review ended for a startup, as far as it is recorded.
    fn outcome(&self, env: &Env, startup: &Id) -> Option<ReviewOutcome> {
        let review = self.review(env)?;
        let recorded = env.data.portfolio.startups.get(startup).and_then(|startup| review.outcome_of(startup));
        let is_noted = review.kind == ReviewKind::Portfolio && self.noted.contains(startup);
        recorded.or(is_noted.then_some(ReviewOutcome::Noted))
    }

    fn first_open(&self, env: &Env) -> Option<Id> {
        self.agenda(env).into_iter().find(|id| self.outcome(env, id).is_none())
    }

    /// Returns whether the record says that it is closed.
    pub fn is_closed(&self, env: &Env) -> bool {
        self.review(env).is_some_and(Review::is_closed)
    }

    /// Returns what is to be restored when the review is resumed on this machine.
    pub fn session(&self, env: &Env) -> ReviewSession {
        let names = |ids: &[Id]| ids.iter().map(ToString::to_string).collect();
        ReviewSession {
            id: self.id.to_string(),
            startup: self.current.as_ref().map(ToString::to_string),
            portfolio: self.kind == ReviewKind::Portfolio,
            minutes: Some(self.minutes),
            agenda: if self.review(env).is_none() { names(&self.planned) } else { Vec::new() },
            noted: names(&self.noted),
            spent: self.timer.spent(),
        }
    }

    /// Returns the startup whose sheet is shown.
    pub fn subject(&self) -> Option<PageSubject> {
        let current = self.current.as_ref().filter(|_| self.stage == ReviewStage::Sheet);
        current.map(|id| PageSubject::Startup(id.clone()))
    }

    /// Returns whether it fills the screen, without tabs, keys, ids and TOML.
    pub fn is_full(&self) -> bool {
        self.is_full && self.stage == ReviewStage::Sheet
    }

    /// Returns whether a clock is needed.
    pub const fn is_timed(&self) -> bool {
        matches!(self.stage, ReviewStage::Sheet)
    }

    fn step(&mut self, by: isize, env: &Env) {
        let agenda = self.agenda(env);
        let at = self.current.as_ref().and_then(|id| agenda.iter().position(|other| other == id)).unwrap_or(0);
        let at = at.saturating_add_signed(by).min(agenda.len().saturating_sub(1));
        self.go_to(agenda.get(at).cloned(), env);
    }

    fn go_to(&mut self, startup: Option<Id>, env: &Env) {
        if startup.is_none() {
            return;
        }
        self.current = startup;
        self.stage = ReviewStage::Sheet;
        self.search = SearchLine::default();
        self.sheet = Page::default();
        self.refresh(env);
    }

    /// Notes that a startup needs no decision, or that it does after all.
    fn note(&mut self, env: &Env) -> EventReply {
        if self.kind != ReviewKind::Portfolio {
            return EventReply::ask(Request::Info(env.locale.text("review-needs-decision")));
        }
        let Some(current) = self.current.clone() else { return EventReply::DONE };
        if self.noted.contains(&current) {
            self.noted.retain(|id| *id != current);
        } else {
            self.noted.push(current);
            self.step(1, env);
        }
        EventReply::DONE
    }

    fn on_sheet(&mut self, event: Event<'_>, env: &Env) -> EventReply {
        let height = sheet_height(env, self.is_full());
        if let EventReply::Handled(requests) = scroll(&mut self.sheet, &mut self.search, event, height) {
            return EventReply::Handled(requests);
        }
        match event {
            Event::Command(Command::NextStartup) => self.step(1, env),
            Event::Command(Command::PreviousStartup) => self.step(-1, env),
            Event::Command(Command::FullScreen) => {
                self.is_full = !self.is_full;
                self.refresh(env);
            }
            Event::Command(Command::Agenda) => self.show_agenda(env),
            Event::Command(Command::Noted) => return self.note(env),
            Event::Command(Command::Open | Command::Follow) => {
                let subject = self.sheet.target().and_then(|target| PageSubject::of(&env.render_context(), target));
                let subject = subject.or_else(|| self.subject());
                let target = self.sheet.target().cloned();
                return subject.map_or(EventReply::DONE, |subject| EventReply::ask(Request::OpenPage(subject, target)));
            }
            Event::Command(Command::Help) if self.search.is_typing => {
                self.search.is_typing = false;
                return EventReply::ask(Request::Help(KeyContext::Filter));
            }
            Event::Command(Command::Back) if self.search.clear() => {}
            Event::Command(Command::Back) if self.is_full => {
                self.is_full = false;
                self.refresh(env);
            }
            Event::Command(Command::Back) => return EventReply::ask(Request::Close),
            Event::Click { at, .. } => {
                let area = sheet_area(env.area(), self.is_full());
                if area.contains(at) {
                    self.sheet.select_line(usize::from(at.y - area.y), height);
                }
            }
            Event::Wheel { by, .. } => self.sheet.step(by),
            _ => return EventReply::Ignored,
        }
        EventReply::DONE
    }

    fn show_agenda(&mut self, env: &Env) {
        let agenda = self.agenda(env);
        self.selected = self.current.as_ref().and_then(|id| agenda.iter().position(|one| one == id)).unwrap_or(0);
        self.stage = ReviewStage::Agenda;
    }
}

/// Has a fact committed.
fn commit(env: &Env, intention: Intention) -> EventReply {
    match edit::edit(&env.data.portfolio, &[intention], env.today) {
        Ok(edit) => EventReply::ask(Request::Commit(Box::new(edit))),
        Err(error) => EventReply::ask(Request::Info(crate::ui::form::edit_error(&error, &env.locale))),
    }
}

/// Returns the area of the lines of a sheet.
fn sheet_area(area: Rect, is_full: bool) -> Rect {
    if is_full {
        let margin = if area.width >= 80 { 4 } else { 1 };
        let top = if area.height >= 14 { 3 } else { 1 };
        return Rect {
            x: area.x + margin,
            y: area.y + top.min(area.height),
            width: area.width.saturating_sub(2 * margin),
            height: area.height.saturating_sub(top + 1),
        };
    }
    layout::page(area).lines
}

fn sheet_height(env: &Env, is_full: bool) -> usize {
    usize::from(sheet_area(env.area(), is_full).height)
}

impl LayerOps for ReviewLayer {
    fn context(&self, _env: &Env) -> KeyContext {
        match self.stage {
            _ if self.search.is_typing => KeyContext::Filter,
            ReviewStage::Agenda => KeyContext::Agenda,
            ReviewStage::Sheet => KeyContext::Review,
        }
    }

    fn handle(&mut self, event: Event<'_>, env: &Env) -> EventReply {
        let is_closing = matches!(event, Event::Command(Command::Verb(Verb::ReviewClose)));
        if is_closing {
            return self.close(env);
        }
        self.is_asked = false;
        match self.stage {
            ReviewStage::Agenda => self.on_agenda(event, env),
            ReviewStage::Sheet => self.on_sheet(event, env),
        }
    }

    fn refresh(&mut self, env: &Env) {
        if let Some(review) = self.review(env) {
            (self.kind, self.on, self.minutes) = (review.kind, review.on, review.minutes_each());
            if std::mem::take(&mut self.is_opening) {
                self.stage = ReviewStage::Sheet;
            }
        }
        let Some(current) = &self.current else { return };
        let width = usize::from(sheet_area(env.area(), self.is_full()).width.saturating_sub(4));
        let lines = sheet::lines(&env.render_context(), current, self.on, width);
        let is_new = self.sheet.lines().is_empty();
        if is_new {
            self.sheet = Page::new(lines);
        } else {
            self.sheet.replace(lines);
        }
    }

    fn settle(&mut self, env: &Env, _lists: &ListLayer) {
        self.sheet.settle(sheet_height(env, self.is_full()));
        let timed = self.current.as_ref().filter(|_| self.stage == ReviewStage::Sheet);
        self.timer.see(timed, env.now);
    }

    fn target(&self, env: &Env) -> Option<Target> {
        match self.stage {
            ReviewStage::Agenda => self.selected_startup(env).map(Target::Startup),
            ReviewStage::Sheet => {
                let of_line = self.sheet.target().cloned();
                of_line.or_else(|| self.current.clone().map(Target::Startup))
            }
        }
    }

    fn search_text(&self) -> Option<&tui_input::Input> {
        Some(&self.search.text).filter(|_| self.stage == ReviewStage::Sheet)
    }

    fn is_useful(&self, command: Command, env: &Env) -> Option<bool> {
        let is_opened = self.review(env).is_some();
        match command {
            Command::Filter | Command::Back => Some(true),
            Command::NextMatch | Command::PreviousMatch => Some(!self.search.text.value().is_empty()),
            Command::Complete => Some(false),
            Command::Noted => Some(self.kind == ReviewKind::Portfolio),
            Command::ReviewFields => Some(is_opened),
            Command::ReviewKind | Command::MoreMinutes | Command::LessMinutes => Some(!is_opened),
            Command::Verb(Verb::ReviewClose) => Some(is_opened),
            Command::NextStartup | Command::PreviousStartup => Some(self.agenda(env).len() > 1),
            _ => None,
        }
    }

    fn text_to_copy(&self, _env: &Env) -> Vec<Vec<String>> {
        selected_text(&self.sheet)
    }

    fn figures(&self, _env: &Env) -> Vec<KeyFigure> {
        self.sheet.figure().into_iter().collect()
    }

    fn draw(&self, env: &Env, area: Rect, painter: &mut Painter<'_>) -> Option<Position> {
        match self.stage {
            ReviewStage::Agenda => self.draw_agenda(env, area, painter),
            ReviewStage::Sheet => {
                self.draw_title(env, area, painter);
                scrolling(&self.sheet, sheet_area(area, self.is_full()), &self.search.query(), painter);
            }
        }
        None
    }
}

/// Returns what an outcome is called.
fn outcome_words(ctx: &RenderContext<'_>, outcome: Option<ReviewOutcome>) -> String {
    ctx.text(&format!("outcome-{}", outcome.map_or("none", ReviewOutcome::name)))
}
