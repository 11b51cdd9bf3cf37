//! Uncommitted manual edits of a record that a form is about to change: commit both, the form's alone, or neither.

use super::hand_edit::{changed, waits};
use crate::edit::{DiffLine, Edit};
use crate::model::{MessageArg, RecordRef};
use crate::report::sanitize;
use crate::ui::Token;
use crate::ui::command::Command;
use crate::ui::keymap::KeyContext;
use crate::ui::render_context::RenderContext;
use crate::ui::widget::page::PageLine;
use crate::ui::widget::page_builder::PageBuilder;
use crate::ui::widget::text::piece;

/// The maximum number of records shown, more than anybody reads before a commit.
pub const MOST: usize = 20;

/// The uncommitted lines, or why they cannot be committed; `None` until they have been read.
type Lines = Option<Result<Vec<DiffLine>, String>>;

/// The manual edits that conflict with an edit.
#[derive(Clone, Debug)]
pub struct HandEditConflict {
    pub edit: Box<Edit>,
    pub records: Vec<(RecordRef, Lines)>,
}

impl HandEditConflict {
    /// Takes the lines of a record; returns whether it is one of these.
    pub fn take(&mut self, record: &RecordRef, lines: &Result<Vec<DiffLine>, String>) -> bool {
        let found = self.records.iter_mut().find(|(one, _)| one == record);
        found.map(|(_, own)| *own = Some(lines.clone())).is_some()
    }
}

pub fn lines(ctx: &RenderContext<'_>, one: &HandEditConflict, width: usize) -> Vec<PageLine> {
    let mut builder = PageBuilder::new(width, 0);
    for (record, lines) in &one.records {
        match lines {
            None => builder.text(None, Token::Muted, 0, &format!("{record} · {}", ctx.text("reading"))),
            Some(Err(why)) => builder.text(None, Token::Bad, 0, &format!("✗ {record} · {}", sanitize(why))),
            Some(Ok(lines)) => {
                builder.text(None, Token::Accent, 0, &waits(ctx, record, lines));
                changed(lines, &mut builder);
            }
        }
        builder.blank();
    }
    let name = ctx.text("in-the-way-edit");
    builder.wrapped(
        None,
        vec![piece(Token::Muted, format!("{name} "))],
        Token::Text,
        &sanitize(&one.edit.message.subject),
    );
    builder.blank();
    let key = |name, command| (name, MessageArg::Text(ctx.key_in(KeyContext::HandEditConflict, command)));
    let ways = [key("both", Command::CommitBoth), key("mine", Command::CommitMine), key("back", Command::Back)];
    builder.text(None, Token::Muted, 0, &ctx.locale.message("in-the-way-ways", &ways));
    builder.into_lines()
}
