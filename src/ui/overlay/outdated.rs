//! An edit that no longer applies: what it overwrites has become something else since it was looked at, or is gone.

use crate::edit::{Changed, Edit};
use crate::model::{Arg, Path, RecordRef};
use crate::report::sanitize;
use crate::ui::Token;
use crate::ui::command::Command;
use crate::ui::keymap::Context;
use crate::ui::view::View;
use crate::ui::widget::page::PageLine;
use crate::ui::widget::sheet::Sheet;
use crate::ui::widget::text::piece;

/// An edit and what has become of what it is about.
#[derive(Clone, Debug)]
pub struct Outdated {
    /// The edit.
    pub edit: Box<Edit>,
    /// What has become of it.
    pub fate: Fate,
}

/// What has become of what an edit is about.
#[derive(Clone, Debug)]
pub enum Fate {
    /// It is another.
    Changed(Box<Changed>),
    /// It is no longer there.
    Gone {
        /// The record.
        record: RecordRef,
        /// The entry, as people call it.
        what: String,
        /// What was to be written.
        meant: String,
    },
}

/// The lines of the box.
pub fn lines(view: &View<'_>, one: &Outdated, width: usize) -> Vec<PageLine> {
    let mut sheet = Sheet::new(width, if width < 50 { 11 } else { 16 });
    let nothing = view.text("changed-nothing");
    let value = |sheet: &mut Sheet, key: &str, token, value: Option<&str>| match value {
        Some(value) => written(view, sheet, key, token, value),
        None => written(view, sheet, key, Token::Muted, &nothing),
    };
    let key = |name, command| (name, Arg::Text(view.key_in(Context::Outdated, command)));
    let back = key("back", Command::Back);
    let drop = key("drop", Command::DropMine);
    match &one.fate {
        Fate::Changed(changed) => {
            sheet.text(None, Token::Warning, 0, &format!("! {}", view.text("outdated-changed")));
            of_field(view, &changed.record, &changed.path, &mut sheet);
            sheet.blank();
            value(&mut sheet, "outdated-was", Token::Muted, changed.was.as_deref());
            value(&mut sheet, "outdated-now", Token::Removed, changed.now.as_deref());
            value(&mut sheet, "outdated-meant", Token::Added, changed.meant.as_deref());
            sheet.blank();
            let ways = [key("keep", Command::KeepMine), drop, back];
            sheet.text(None, Token::Muted, 0, &view.locale.message("outdated-ways", &ways));
        }
        Fate::Gone { record, what, meant } => {
            sheet.text(None, Token::Warning, 0, &format!("! {}", view.text("outdated-gone")));
            sheet.text(None, Token::Title, 0, &view.record_words(record));
            sheet.text(None, Token::Muted, 0, &record.to_string());
            sheet.blank();
            value(&mut sheet, "outdated-was", Token::Removed, Some(what));
            value(&mut sheet, "outdated-meant", Token::Added, Some(meant));
            sheet.blank();
            sheet.text(None, Token::Muted, 0, &view.locale.message("outdated-ways-gone", &[drop, back]));
        }
    }
    sheet.into_lines()
}

/// A field by its name, and where it is written.
pub(super) fn of_field(view: &View<'_>, record: &RecordRef, path: &Path, sheet: &mut Sheet) {
    let name = format!("{} · {}", view.record_words(record), view.field_words(path));
    sheet.text(None, Token::Title, 0, &name);
    let place = if path.0.is_empty() { record.to_string() } else { format!("{record} · {path}") };
    sheet.text(None, Token::Muted, 0, &sanitize(&place));
}

/// A value as it is written in TOML, a line of it at a time, under its name.
pub(super) fn written(view: &View<'_>, sheet: &mut Sheet, key: &str, token: Token, value: &str) {
    let mut lines = value.trim_matches('\n').lines();
    let first = sanitize(lines.next().unwrap_or_default()).into_owned();
    let sign = match token {
        Token::Added => "+ ",
        Token::Removed => "- ",
        _ => "  ",
    };
    sheet.value(None, &view.text(key), token, &format!("{sign}{first}"));
    for line in lines {
        let line = sanitize(&line.replace('\t', "    ")).into_owned();
        sheet.named(None, "", vec![piece(token, format!("{sign}{line}"))]);
    }
}
