//! An edit that no longer applies: what it overwrites has changed since the form was opened, or is gone.

use crate::edit::{Edit, StaleValue};
use crate::model::{KeyPath, MessageArg, RecordRef};
use crate::report::sanitize;
use crate::ui::Token;
use crate::ui::command::Command;
use crate::ui::keymap::KeyContext;
use crate::ui::render_context::RenderContext;
use crate::ui::widget::page::PageLine;
use crate::ui::widget::page_builder::PageBuilder;
use crate::ui::widget::text::piece;

/// An edit that no longer applies.
#[derive(Clone, Debug)]
pub struct Outdated {
    pub edit: Box<Edit>,
    pub cause: OutdatedCause,
}

/// Why an edit no longer applies.
#[derive(Clone, Debug)]
pub enum OutdatedCause {
    /// The value has changed.
    Stale(Box<StaleValue>),
    /// The entry is gone.
    Gone {
        record: RecordRef,
        /// The entry, in words.
        what: String,
        /// What was to be recorded.
        intended: String,
    },
}

pub fn lines(ctx: &RenderContext<'_>, one: &Outdated, width: usize) -> Vec<PageLine> {
    let mut builder = PageBuilder::new(width, if width < 50 { 11 } else { 16 });
    let nothing = ctx.text("changed-nothing");
    let value = |builder: &mut PageBuilder, key: &str, token, value: Option<&str>| match value {
        Some(value) => written(ctx, builder, key, token, value),
        None => written(ctx, builder, key, Token::Muted, &nothing),
    };
    let key = |name, command| (name, MessageArg::Text(ctx.key_in(KeyContext::Outdated, command)));
    let back = key("back", Command::Back);
    let drop = key("drop", Command::DropMine);
    match &one.cause {
        OutdatedCause::Stale(stale) => {
            builder.text(None, Token::Warning, 0, &format!("! {}", ctx.text("outdated-changed")));
            of_field(ctx, &stale.record, &stale.path, &mut builder);
            builder.blank();
            value(&mut builder, "outdated-was", Token::Muted, stale.was.as_deref());
            value(&mut builder, "outdated-now", Token::Removed, stale.now.as_deref());
            value(&mut builder, "outdated-intended", Token::Added, stale.intended.as_deref());
            builder.blank();
            let ways = [key("keep", Command::KeepMine), drop, back];
            builder.text(None, Token::Muted, 0, &ctx.locale.message("outdated-ways", &ways));
        }
        OutdatedCause::Gone { record, what, intended } => {
            builder.text(None, Token::Warning, 0, &format!("! {}", ctx.text("outdated-gone")));
            builder.text(None, Token::Title, 0, &ctx.record_words(record));
            builder.text(None, Token::Muted, 0, &record.to_string());
            builder.blank();
            value(&mut builder, "outdated-was", Token::Removed, Some(what));
            value(&mut builder, "outdated-intended", Token::Added, Some(intended));
            builder.blank();
            builder.text(None, Token::Muted, 0, &ctx.locale.message("outdated-ways-gone", &[drop, back]));
        }
    }
    builder.into_lines()
}

/// A field by its name, and where it is written.
pub(super) fn of_field(ctx: &RenderContext<'_>, record: &RecordRef, path: &KeyPath, builder: &mut PageBuilder) {
    let name = format!("{} · {}", ctx.record_words(record), ctx.field_words(path));
    builder.text(None, Token::Title, 0, &name);
    let place = if path.is_empty() { record.to_string() } else { format!("{record} · {path}") };
    builder.text(None, Token::Muted, 0, &sanitize(&place));
}

/// A value as it is written in TOML, a line of it at a time, under its name.
pub(super) fn written(ctx: &RenderContext<'_>, builder: &mut PageBuilder, key: &str, token: Token, value: &str) {
    let mut lines = value.trim_matches('\n').lines();
    let first = sanitize(lines.next().unwrap_or_default()).into_owned();
    let sign = match token {
        Token::Added => "+ ",
        Token::Removed => "- ",
        _ => "  ",
    };
    builder.value(None, &ctx.text(key), token, &format!("{sign}{first}"));
    for line in lines {
        let line = sanitize(&line.replace('\t', "    ")).into_owned();
        builder.named(None, "", vec![piece(token, format!("{sign}{line}"))]);
    }
}
