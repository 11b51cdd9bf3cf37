//! Boxes of text: help, explanations, findings, commits, and the questions that a commit or a sync raises.

use std::sync::Arc;

use ratatui::layout::{Position, Rect};
use tui_input::Input as TextInput;

use super::draw::{frame, scrolling};
use super::explain::Explained;
use super::hand_edit::PendingHandEdit;
use super::hand_edit_conflict::HandEditConflict;
use super::import::ImportProgress;
use super::outdated::Outdated;
use super::refused::Refused;
use super::search::{SearchLine, scroll, selected_text};
use super::sync::SyncQuestions;
use super::{
    Event, EventReply, LayerOps, ListLayer, Request, budget, cash, compare, configuration, hand_edit,
    hand_edit_conflict, help, import, outdated, refused, sync,
};
use crate::edit::{Edit, HandEditPolicy};
use crate::model::{MergeSide, MessageArg, RecordRef};
use crate::rules::DayComparison;
use crate::ui::command::Command;
use crate::ui::env::Env;
use crate::ui::key_figure::KeyFigure;
use crate::ui::keymap::KeyContext;
use crate::ui::layout;
use crate::ui::list_screens::{findings, history};
use crate::ui::pages::PageSubject;
use crate::ui::render_context::RenderContext;
use crate::ui::screen::Screen;
use crate::ui::target::Target;
use crate::ui::widget::list::ListRow;
use crate::ui::widget::page::{Page, PageLine};
use crate::ui::widget::page_builder::PageBuilder;
use crate::ui::widget::paint::Painter;
use crate::ui::{ConfigStatus, Effect, PlannedImport, SyncProgress, SyncSummary, Token};

/// What a box of text is about.
#[derive(Clone, Debug)]
pub enum Topic {
    /// The keys of a context.
    Help(KeyContext),
    /// What the figures and dates of something are based on.
    Explain(Box<Explained>),
    /// The money of the portfolio by month.
    Cash,
    /// The money by budget year.
    Budget,
    /// The figures as of two days.
    Comparison(Arc<DayComparison>),
    Finding(ListRow),
    /// A commit and its changes, by its name.
    Commit(String),
    Configuration(Arc<ConfigStatus>),
    /// The uncommitted manual edits of a record.
    HandEdit(PendingHandEdit),
    /// Manual edits that an edit would be committed with.
    HandEditConflict(HandEditConflict),
    /// An edit whose record has changed since the form was opened.
    Outdated(Outdated),
    /// A commit that a hook or git refused.
    Refused(Refused),
    SyncProgress(SyncProgress),
    Synced(SyncSummary),
    ImportProgress(ImportProgress),
    /// What an import would do.
    Import(PlannedImport),
    /// Values that were changed on both sides.
    Questions(SyncQuestions),
}

impl Topic {
    const fn context(&self) -> KeyContext {
        match self {
            Self::HandEdit(_) => KeyContext::HandEdit,
            Self::HandEditConflict(_) => KeyContext::HandEditConflict,
            Self::Outdated(_) => KeyContext::Outdated,
            Self::SyncProgress(_) | Self::ImportProgress(_) => KeyContext::Syncing,
            Self::Import(_) => KeyContext::ImportPlan,
            Self::Questions(_) => KeyContext::Questions,
            _ => KeyContext::Reading,
        }
    }

    const fn title(&self) -> &'static str {
        match self {
            Self::Help(_) => "help-title",
            Self::Explain(_) => "explain-title",
            Self::Cash => "cash-title",
            Self::Budget => "budget-title",
            Self::Comparison(_) => "compare-title",
            Self::Finding(_) => "finding-title",
            Self::Commit(_) => "commit-title",
            Self::Configuration(_) => "configuration-title",
            Self::HandEdit(_) => "hand-edit-title",
            Self::HandEditConflict(_) => "in-the-way-title",
            Self::Outdated(_) => "outdated-title",
            Self::Refused(_) => "refused-title",
            Self::SyncProgress(_) | Self::Synced(_) => "sync-box-title",
            Self::ImportProgress(_) | Self::Import(_) => "import-title",
            Self::Questions(_) => "asked-title",
        }
    }

    fn lines(&self, ctx: &RenderContext<'_>, size: BoxSize) -> Vec<PageLine> {
        let width = size.width;
        match self {
            Self::Help(context) => help::lines(ctx, *context, width),
            Self::Cash => cash::lines(ctx, width),
            Self::Budget => budget::lines(ctx, width),
            Self::Comparison(comparison) => compare::lines(ctx, comparison, width),
            Self::Explain(explained) => explained.lines(ctx, width),
            Self::Configuration(config) => configuration::lines(ctx, config, width),
            Self::Commit(name) => history::lines(ctx, name, width),
            Self::HandEdit(edit) => hand_edit::lines(ctx, edit, width),
            Self::HandEditConflict(conflict) => hand_edit_conflict::lines(ctx, conflict, width),
            Self::Outdated(outdated) => outdated::lines(ctx, outdated, width),
            Self::Refused(refused) => refused::lines(ctx, refused, width),
            Self::SyncProgress(step) => sync::running(ctx, step, width),
            Self::Synced(summary) => sync::done(ctx, summary, width),
            Self::ImportProgress(progress) => import::running(ctx, *progress, width),
            Self::Import(import) => import::lines(ctx, import, width),
            Self::Questions(questions) => sync::questions(ctx, questions, size),
            Self::Finding(row) => {
                let mut builder = PageBuilder::new(width, 0);
                if let Some(diagnostic) = findings::diagnostic(ctx.data, *row) {
                    findings::body(ctx, diagnostic, &mut builder);
                }
                builder.into_lines()
            }
        }
    }
}

/// The room inside a box of text.
#[derive(Clone, Copy, Debug)]
pub struct BoxSize {
    pub width: usize,
    pub rows: usize,
}

impl BoxSize {
    /// On a terminal of this size.
    #[must_use]
    pub fn of(columns: u16, rows: u16) -> Self {
        Self { width: usize::from(columns.saturating_sub(6)).min(104), rows: usize::from(rows.saturating_sub(4)) }
    }
}

pub struct TextBox {
    pub topic: Topic,
    page: Page,
    search: SearchLine,
}

impl TextBox {
    #[must_use]
    pub fn new(env: &Env, topic: Topic) -> Self {
        let page = Page::new(topic.lines(&env.render_context(), BoxSize::of(env.size.0, env.size.1)));
        Self { topic, page, search: SearchLine::default() }
    }

    /// As high as its lines, as far as there is room.
    fn outer(&self, area: Rect) -> Rect {
        let lines = u16::try_from(self.page.lines().len()).unwrap_or(u16::MAX);
        let size = BoxSize::of(area.width, area.height);
        let width = u16::try_from(size.width).unwrap_or(area.width).saturating_add(5);
        let body = Rect { y: area.y + 1.min(area.height), height: area.height.saturating_sub(2), ..area };
        layout::middle(body, width, lines.saturating_add(2))
    }

    fn height(&self, area: Rect) -> usize {
        usize::from(self.outer(area).height.saturating_sub(2))
    }

    fn back(&mut self, env: &Env) -> EventReply {
        if self.search.clear() {
            return EventReply::DONE;
        }
        let mut requests = vec![Request::Close];
        if matches!(self.topic, Topic::Questions(_)) {
            let sync = env.render_context().key(Command::Sync);
            requests.push(Request::Info(env.locale.message("asked-left", &[("sync", MessageArg::Text(sync))])));
        }
        EventReply::Handled(requests)
    }

    /// Opens the page of what the box is about.
    fn follow(&self, env: &Env) -> EventReply {
        let target = match &self.topic {
            Topic::Finding(row) => Screen::Findings.listing().target(&env.data, *row),
            Topic::Commit(_) | Topic::Cash | Topic::Budget | Topic::Comparison(_) | Topic::Explain(_) => {
                self.page.target().cloned()
            }
            _ => None,
        };
        let subject = target.as_ref().and_then(|target| PageSubject::of(&env.render_context(), target));
        subject.map_or(EventReply::DONE, |subject| EventReply::ask(Request::OpenPage(subject, target)))
    }

    /// Returns the commands that answer a question.
    fn answer(&mut self, command: Command, env: &Env) -> EventReply {
        let reply = match (&mut self.topic, command) {
            (Topic::HandEdit(edit), Command::Accept) if edit.lines.is_ok() => {
                EventReply::Handled(vec![Request::Close, Request::Effect(Effect::CommitHandEdit(edit.record.clone()))])
            }
            (Topic::HandEdit(edit), Command::Restore) if !edit.lost.is_empty() => {
                let effect = Effect::Restore(edit.record.clone(), edit.lost.clone());
                EventReply::Handled(vec![Request::Close, Request::Effect(effect)])
            }
            (Topic::HandEditConflict(conflict), Command::CommitBoth) => {
                resubmit(conflict.edit.clone(), HandEditPolicy::Commit)
            }
            (Topic::HandEditConflict(conflict), Command::CommitMine) => {
                resubmit(conflict.edit.clone(), HandEditPolicy::Leave)
            }
            (Topic::Outdated(outdated), Command::KeepMine) => {
                resubmit(Box::new(Edit { force: true, ..(*outdated.edit).clone() }), HandEditPolicy::Refuse)
            }
            (Topic::Outdated(_), Command::DropMine) => {
                let words = env.locale.text("outdated-dropped");
                EventReply::Handled(vec![Request::Close, Request::DropForm, Request::Info(words)])
            }
            (Topic::SyncProgress(step), Command::StopSync) => {
                *step = SyncProgress::Cancelling;
                EventReply::ask(Request::Effect(Effect::Cancel))
            }
            (Topic::ImportProgress(progress), Command::StopSync) => {
                *progress = ImportProgress::Cancelling;
                EventReply::ask(Request::Effect(Effect::Cancel))
            }
            (Topic::Questions(questions), _) => answer_sync(questions, command),
            (Topic::Import(import), Command::Accept | Command::ImportRest) => import::answer(import, command, env),
            (Topic::HandEdit(_), Command::Accept | Command::Restore) => EventReply::DONE,
            _ => EventReply::Ignored,
        };
        if matches!(reply, EventReply::Handled(_)) {
            self.refresh(env);
        }
        reply
    }
}

fn resubmit(edit: Box<Edit>, hand_edits: HandEditPolicy) -> EventReply {
    EventReply::Handled(vec![Request::Close, Request::Resubmit(edit, hand_edits)])
}

fn answer_sync(questions: &mut SyncQuestions, command: Command) -> EventReply {
    match command {
        Command::TakeOurs => questions.answer(MergeSide::Ours),
        Command::TakeTheirs => questions.answer(MergeSide::Theirs),
        Command::QuestionBefore => questions.step(-1),
        Command::QuestionAfter => questions.step(1),
        Command::Accept => {
            return questions.answers().map_or(EventReply::DONE, |all| EventReply::ask(Request::Sync(all)));
        }
        _ => return EventReply::Ignored,
    }
    EventReply::DONE
}

impl LayerOps for TextBox {
    fn context(&self, _env: &Env) -> KeyContext {
        if self.search.is_typing { KeyContext::Filter } else { self.topic.context() }
    }

    fn handle(&mut self, event: Event<'_>, env: &Env) -> EventReply {
        let height = self.height(env.area());
        if let EventReply::Handled(requests) = scroll(&mut self.page, &mut self.search, event, height) {
            return EventReply::Handled(requests);
        }
        match event {
            Event::Command(Command::Back) => return self.back(env),
            Event::Command(Command::Open | Command::Follow) => return self.follow(env),
            Event::Command(Command::Help) if self.search.is_typing => {
                return EventReply::Handled(vec![Request::Close, Request::Help(KeyContext::Filter)]);
            }
            Event::Command(command) => return self.answer(command, env),
            Event::Click { at, .. } => {
                if let Some(line) = at.y.checked_sub(self.outer(env.area()).y + 1) {
                    self.page.select_line(usize::from(line), height);
                }
            }
            Event::Wheel { by, .. } => self.page.step(by),
            _ => return EventReply::Ignored,
        }
        EventReply::DONE
    }

    fn refresh(&mut self, env: &Env) {
        if let Topic::Explain(explained) = &mut self.topic {
            explained.renew(&env.render_context());
        }
        self.page.replace(self.topic.lines(&env.render_context(), BoxSize::of(env.size.0, env.size.1)));
    }

    fn settle(&mut self, env: &Env, _lists: &ListLayer) {
        self.page.settle(self.height(env.area()));
    }

    fn target(&self, env: &Env) -> Option<Target> {
        match (self.page.target(), &self.topic) {
            (Some(target), _) => Some(target.clone()),
            (None, Topic::Explain(explained)) => Some(explained.target.clone()),
            (None, Topic::Finding(row)) => Screen::Findings.listing().target(&env.data, *row),
            (None, Topic::HandEditConflict(conflict)) => {
                conflict.records.first().map(|(record, _)| Target::record(record.clone()))
            }
            (None, Topic::HandEdit(edit)) => Some(Target::Fact(edit.place(&env.data))),
            (None, _) => None,
        }
    }

    fn explains(&self) -> Option<&(RecordRef, Vec<String>)> {
        self.page.explains()
    }

    fn search_text(&self) -> Option<&TextInput> {
        Some(&self.search.text)
    }

    fn is_useful(&self, command: Command, _env: &Env) -> Option<bool> {
        Some(match (command, &self.topic) {
            (Command::Filter | Command::Back, _) => true,
            (Command::Explain, _) => self.page.explains().is_some(),
            (Command::NextMatch | Command::PreviousMatch, _) => !self.search.text.value().is_empty(),
            (Command::Complete, _) => false,
            (Command::Accept, Topic::HandEdit(edit)) => edit.lines.is_ok(),
            (Command::Restore, Topic::HandEdit(edit)) => !edit.lost.is_empty(),
            (Command::Accept, Topic::Import(import)) => import.is_complete && import.edit.is_some(),
            (Command::ImportRest, Topic::Import(import)) => !import.is_complete && import.edit.is_some(),
            (Command::Accept, Topic::Questions(questions)) => questions.answers().is_some(),
            (Command::QuestionBefore | Command::QuestionAfter, Topic::Questions(questions)) => questions.all.len() > 1,
            _ => return None,
        })
    }

    fn text_to_copy(&self, _env: &Env) -> Vec<Vec<String>> {
        selected_text(&self.page)
    }

    fn figures(&self, _env: &Env) -> Vec<KeyFigure> {
        self.page.figure().into_iter().collect()
    }

    fn outer(&self, env: &Env) -> Rect {
        Self::outer(self, env.area())
    }

    fn draw(&self, env: &Env, area: Rect, painter: &mut Painter<'_>) -> Option<Position> {
        let outer = Self::outer(self, area);
        let (shown, all) = (self.height(area), self.page.lines().len());
        let window = self.page.window(shown);
        let foot = if all > shown { format!("{}–{} / {all}", window.start + 1, window.end) } else { String::new() };
        // A few cells beside the box would show only scraps of what is below.
        if area.width.saturating_sub(outer.width) < 8 {
            painter.ground(Rect { x: area.x, width: area.width, ..outer }, Token::Text);
        }
        let inner = frame(painter, outer, &env.locale.text(self.topic.title()), &foot);
        scrolling(&self.page, inner, &self.search.query(), painter);
        None
    }
}
