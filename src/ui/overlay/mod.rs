//! Boxes over a screen: something to read, the as-of date, a form.

pub mod as_of;
mod configuration;
pub mod explain;
pub mod hand_edit;
pub mod hand_edit_conflict;
pub mod help;
pub mod outdated;
pub mod picker;
pub mod refused;
pub mod sync;
pub mod themes;
pub mod welcome;

use std::sync::Arc;

use tui_input::Input as TextInput;

use super::form::Form;
use super::keymap::KeyContext;
use super::list_screens::{findings, history};
use super::render_context::RenderContext;
use super::target::Target;
use super::widget::list::ListRow;
use super::widget::page::{Page, PageLine};
use super::widget::page_builder::PageBuilder;
use super::{ConfigStatus, SyncProgress, SyncSummary};
use as_of::AsOfPrompt;
use hand_edit::HandEdit;
use hand_edit_conflict::HandEditConflict;
use outdated::Outdated;
use picker::Picker;
use refused::Refused;
use sync::SyncQuestions;
use themes::ThemePicker;
use welcome::Welcome;

/// A box over the screen.
pub enum Overlay {
    /// Something to read.
    Text(TextBox),
    /// The day of the answers.
    AsOf(AsOfPrompt),
    /// The theme to be picked.
    Themes(ThemePicker),
    /// The palette or the finder.
    Picker(Box<Picker>),
    /// The list being arranged: which of its columns the cursor is on, by its place.
    Arranging(usize),
    /// A folder to be set up.
    Welcome(Welcome),
    /// A fact being written down.
    Form(Box<Form>),
}

/// What there is to read.
#[derive(Clone, Debug)]
pub enum Topic {
    /// The keys that hold somewhere.
    Help(KeyContext),
    /// What a figure or a date is made of.
    Explain(Target),
    /// A finding.
    Finding(ListRow),
    /// A commit and all that it changed, by its name.
    Commit(String),
    /// Where the configuration is and what is wrong with it.
    Configuration(Arc<ConfigStatus>),
    /// What was written into a record by hand.
    HandEdit(HandEdit),
    /// What was written by hand, in the way of an edit.
    HandEditConflict(HandEditConflict),
    /// An edit that no longer applies.
    Outdated(Outdated),
    /// What refused a commit.
    Refused(Refused),
    /// How far a sync is.
    SyncProgress(SyncProgress),
    /// What a sync did.
    Synced(SyncSummary),
    /// What two people set to two values.
    Questions(SyncQuestions),
}

impl Topic {
    /// Whether it is asked which of two values stands.
    #[must_use]
    pub const fn is_question(&self) -> bool {
        matches!(self, Self::Questions(_))
    }

    /// Where keys are looked up in its box.
    #[must_use]
    pub const fn context(&self) -> KeyContext {
        match self {
            Self::HandEdit(_) => KeyContext::HandEdit,
            Self::HandEditConflict(_) => KeyContext::HandEditConflict,
            Self::Outdated(_) => KeyContext::Outdated,
            Self::SyncProgress(_) => KeyContext::Syncing,
            Self::Questions(_) => KeyContext::Questions,
            _ => KeyContext::Reading,
        }
    }
}

/// A box to read.
pub struct TextBox {
    /// Of what.
    pub topic: Topic,
    /// Its name.
    pub title: String,
    /// Its lines.
    pub page: Page,
    /// What is looked for in it.
    pub looked_for: TextInput,
}

impl TextBox {
    /// Opens a box of so much room inside.
    #[must_use]
    pub fn new(ctx: &RenderContext<'_>, topic: Topic, room: BoxSize) -> Self {
        let title = match &topic {
            Topic::Help(_) => ctx.text("help-title"),
            Topic::Explain(_) => ctx.text("explain-title"),
            Topic::Finding(_) => ctx.text("finding-title"),
            Topic::Commit(_) => ctx.text("commit-title"),
            Topic::Configuration(_) => ctx.text("configuration-title"),
            Topic::HandEdit(_) => ctx.text("hand-edit-title"),
            Topic::HandEditConflict(_) => ctx.text("in-the-way-title"),
            Topic::Outdated(_) => ctx.text("outdated-title"),
            Topic::Refused(_) => ctx.text("refused-title"),
            Topic::SyncProgress(_) | Topic::Synced(_) => ctx.text("sync-box-title"),
            Topic::Questions(_) => ctx.text("asked-title"),
        };
        let page = Page::new(lines(ctx, &topic, room));
        Self { topic, title, page, looked_for: TextInput::default() }
    }

    /// Writes it anew: other data, other room.
    pub fn renew(&mut self, ctx: &RenderContext<'_>, room: BoxSize) {
        self.page.replace(lines(ctx, &self.topic, room));
    }
}

/// What there is inside of a box to read.
#[derive(Clone, Copy, Debug)]
pub struct BoxSize {
    /// Cells across.
    pub width: usize,
    /// Lines that are seen at once.
    pub rows: usize,
}

impl BoxSize {
    /// On a terminal of so many columns and rows.
    #[must_use]
    pub fn of(columns: u16, rows: u16) -> Self {
        Self { width: usize::from(columns.saturating_sub(6)).min(104), rows: usize::from(rows.saturating_sub(4)) }
    }
}

fn lines(ctx: &RenderContext<'_>, topic: &Topic, room: BoxSize) -> Vec<PageLine> {
    let width = room.width;
    match topic {
        Topic::Help(context) => help::lines(ctx, *context, width),
        Topic::Explain(target) => explain::lines(ctx, target, width),
        Topic::Configuration(configuration) => configuration::lines(ctx, configuration, width),
        Topic::Commit(name) => history::lines(ctx, name, width),
        Topic::HandEdit(edit) => hand_edit::lines(ctx, edit, width),
        Topic::HandEditConflict(one) => hand_edit_conflict::lines(ctx, one, width),
        Topic::Outdated(one) => outdated::lines(ctx, one, width),
        Topic::Refused(refused) => refused::lines(ctx, refused, width),
        Topic::SyncProgress(step) => sync::running(ctx, step, width),
        Topic::Synced(synced) => sync::done(ctx, synced, width),
        Topic::Questions(asking) => sync::questions(ctx, asking, room),
        Topic::Finding(row) => {
            let mut builder = PageBuilder::new(width, 0);
            if let Some(diagnostic) = findings::diagnostic(ctx.data, *row) {
                findings::body(ctx, diagnostic, &mut builder);
            }
            builder.into_lines()
        }
    }
}
