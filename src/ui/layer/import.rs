//! Importing: the prompt for a file or a folder, and the plan as a table.

use ratatui::layout::{Position, Rect};
use tui_input::Input as TextInput;

use super::draw::{frame, typed};
use super::{Event, EventReply, LayerOps, Request, edit_prompt};
use crate::model::MessageArg;
use crate::report::json::ImportRowJson;
use crate::report::{sanitize, text, width};
use crate::ui::command::Command;
use crate::ui::env::Env;
use crate::ui::keymap::KeyContext;
use crate::ui::layout;
use crate::ui::render_context::RenderContext;
use crate::ui::widget::page::PageLine;
use crate::ui::widget::page_builder::PageBuilder;
use crate::ui::widget::paint::Painter;
use crate::ui::widget::text::{piece, wrap};
use crate::ui::{Effect, PlannedImport, Token};

/// The cells of the columns of the plan: state, row, record.
const COLUMNS: [usize; 3] = [12, 24, 32];

/// The path of a file or a folder being typed.
#[derive(Clone, Debug, Default)]
pub struct ImportPrompt {
    text: TextInput,
}

fn box_in(area: Rect) -> Rect {
    layout::middle(area, 76, 7)
}

impl LayerOps for ImportPrompt {
    fn context(&self, _env: &Env) -> KeyContext {
        KeyContext::ImportPath
    }

    fn handle(&mut self, event: Event<'_>, _env: &Env) -> EventReply {
        edit_prompt(&mut self.text, event, |text| match text.value().trim() {
            "" => EventReply::DONE,
            path => EventReply::Handled(vec![Request::Close, Request::Effect(Effect::PlanImport(path.to_owned()))]),
        })
    }

    fn outer(&self, env: &Env) -> Rect {
        box_in(env.area())
    }

    fn draw(&self, env: &Env, area: Rect, painter: &mut Painter<'_>) -> Option<Position> {
        let inner = frame(painter, box_in(area), &env.locale.text("import-title"), "");
        let inside = Rect { x: inner.x + 1, width: inner.width.saturating_sub(2), ..inner };
        let field = Rect { height: 1.min(inside.height), ..inside };
        let cursor = typed(painter, field, &self.text, Token::InputFocused, &[]);
        let about = wrap(&env.locale.text("import-about"), usize::from(inside.width));
        for (y, line) in (inside.y + 1..inside.bottom()).zip(about) {
            painter.line(inside.x, y, inside.width, &[piece(Token::Muted, line)]);
        }
        Some(cursor)
    }
}

/// How far the planning of an import is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ImportProgress {
    /// The file is read.
    Reading,
    /// The rows planned, and all of them.
    Rows(usize, usize),
    /// The user has cancelled it, and it will end.
    Cancelling,
}

/// Returns how far the planning is, and the key that stops it.
pub fn running(ctx: &RenderContext<'_>, progress: ImportProgress, width: usize) -> Vec<PageLine> {
    let mut builder = PageBuilder::new(width, 0);
    let words = match progress {
        ImportProgress::Reading => ctx.text("import-reading"),
        ImportProgress::Cancelling => ctx.text("import-stopping"),
        ImportProgress::Rows(count, all) => {
            let args = [("count", MessageArg::count(count)), ("all", MessageArg::count(all))];
            ctx.locale.message("import-matching", &args)
        }
    };
    builder.line(vec![piece(Token::Accent, format!("▸ {words}"))]);
    builder.blank();
    let stop = [("stop", MessageArg::Text(ctx.key_in(KeyContext::Syncing, Command::StopSync)))];
    builder.text(None, Token::Muted, 0, &ctx.locale.message("import-way-out", &stop));
    builder.into_lines()
}

/// Returns the plan: the sums, then the rows that are not there already.
pub fn lines(ctx: &RenderContext<'_>, import: &PlannedImport, width: usize) -> Vec<PageLine> {
    let mut builder = PageBuilder::new(width, 0);
    let plan = &import.plan;
    builder.text(None, Token::Header, 0, &text::import_counts(plan, ctx.locale));
    if let Some(unused) = text::unused_columns(plan, ctx.locale) {
        builder.text(None, Token::Warning, 0, &unused);
    }
    let (token, key) = match (&import.edit, import.is_complete) {
        (None, _) => (Token::Muted, "import-nothing"),
        (Some(_), true) => (Token::Good, "import-ready"),
        (Some(_), false) => (Token::Warning, "import-partial"),
    };
    builder.text(None, token, 0, &ctx.text(key));
    builder.blank();
    let counted = text::counted_rows(plan);
    for (record, count) in &counted {
        builder.text(None, Token::Good, 0, &format!("+ {}", text::new_rows(record, *count, ctx.locale)));
    }
    let mut repeated = text::repeated_refusals(plan);
    for row in plan.rows.iter().filter(|row| text::is_listed(row, &counted)) {
        match text::refusal(row).and_then(|refusal| repeated.get_mut(&refusal)) {
            None => line(ctx, row, &mut builder),
            Some(0) => {}
            Some(count) => {
                line(ctx, row, &mut builder);
                builder.text(None, Token::Muted, 4, &text::more_rows(*count, ctx.locale));
                *count = 0;
            }
        }
    }
    builder.into_lines()
}

fn line(ctx: &RenderContext<'_>, row: &ImportRowJson, builder: &mut PageBuilder) {
    let (sign, token) = match row.state {
        "new" => ("+", Token::Good),
        "changed" => ("~", Token::Accent),
        "differs" => ("!", Token::Warning),
        _ => ("✗", Token::Bad),
    };
    let state = ctx.text(&format!("import-word-{}", row.state));
    let cell = |words: &str, cells: usize| {
        let words = sanitize(words);
        let cut = width::prefix(&words, cells.saturating_sub(2));
        let gap = cells.saturating_sub(width::width(cut));
        format!("{cut}{}", " ".repeat(gap))
    };
    let [state_width, row_width, record_width] = COLUMNS;
    builder.line(vec![
        piece(token, cell(&format!("{sign} {state}"), state_width)),
        piece(Token::Text, cell(&row.row, row_width)),
        piece(Token::Muted, cell(row.record.as_deref().unwrap_or("–"), record_width)),
    ]);
    for words in text::import_details(row, false, ctx.locale) {
        builder.text(None, Token::Muted, 4, &words);
    }
}

/// Commits what the plan imports.
pub fn answer(import: &PlannedImport, command: Command, env: &Env) -> EventReply {
    match &import.edit {
        None => EventReply::ask(Request::Close),
        Some(edit) if import.is_complete || command == Command::ImportRest => {
            EventReply::Handled(vec![Request::Close, Request::Commit(edit.clone())])
        }
        Some(_) => EventReply::ask(Request::Info(env.locale.text("import-partial"))),
    }
}
