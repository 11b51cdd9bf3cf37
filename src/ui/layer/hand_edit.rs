//! The uncommitted manual edits of a record, shown when its editor closes: to be committed, left, or discarded. If they
//! cannot be committed, the box says why and leads back to the editor.

use crate::edit::{DiffLine, LineKind};
use crate::model::{Location, MessageArg, RecordRef};
use crate::report::{Diagnostic, sanitize};
use crate::ui::command::Command;
use crate::ui::keymap::KeyContext;
use crate::ui::list_screens::findings;
use crate::ui::render_context::RenderContext;
use crate::ui::widget::page::PageLine;
use crate::ui::widget::page_builder::PageBuilder;
use crate::ui::widget::text::piece;
use crate::ui::{Data, Token};

/// The uncommitted manual edits of a record.
#[derive(Clone, Debug)]
pub struct PendingHandEdit {
    pub record: RecordRef,
    /// The uncommitted lines, or why they cannot be committed, in words.
    pub lines: Result<Vec<DiffLine>, String>,
    /// The lines that restoring the record from the last commit discards and brings back.
    pub lost: Vec<DiffLine>,
}

impl PendingHandEdit {
    /// Returns where an editor opens the record again: at what is wrong with it, if anything is.
    #[must_use]
    pub fn place(&self, data: &Data) -> Location {
        let whole = || Location::Value(self.record.clone(), crate::model::KeyPath::top());
        self.fault(data).map_or_else(whole, |diagnostic| diagnostic.finding.place.clone())
    }

    /// Returns the finding that keeps the record from being committed.
    fn fault<'a>(&self, data: &'a Data) -> Option<&'a Diagnostic> {
        let of_it = |one: &&Diagnostic| one.finding.record() == Some(&self.record);
        let mut own = data.diagnostics.iter().filter(of_it).filter(|_| self.lines.is_err());
        own.clone().find(|one| matches!(one.finding.place, Location::Text(_))).or_else(|| own.next())
    }
}

pub fn lines(ctx: &RenderContext<'_>, edit: &PendingHandEdit, width: usize) -> Vec<PageLine> {
    let mut builder = PageBuilder::new(width, 0);
    let key = |name, command| (name, MessageArg::Text(ctx.key_in(KeyContext::HandEdit, command)));
    let ways = [key("accept", Command::Accept), key("back", Command::Back), key("edit", Command::Edit)];
    match &edit.lines {
        Ok(lines) => {
            builder.text(None, Token::Accent, 0, &waits(ctx, &edit.record, lines));
            builder.blank();
            changed(lines, &mut builder);
            builder.blank();
            builder.text(None, Token::Muted, 0, &ctx.locale.message("hand-edit-ways", &ways));
        }
        Err(why) => {
            let record = ("record", MessageArg::Text(edit.record.to_string()));
            builder.text(None, Token::Bad, 0, &format!("✗ {}", ctx.locale.message("hand-edit-broken", &[record])));
            builder.blank();
            match edit.fault(ctx.data) {
                Some(diagnostic) => findings::body(ctx, diagnostic, &mut builder),
                None => builder.text(None, Token::Text, 0, &sanitize(why)),
            }
            if !edit.lost.is_empty() {
                builder.blank();
                changed(&edit.lost, &mut builder);
            }
            builder.blank();
            builder.text(None, Token::Muted, 0, &ctx.locale.message("hand-edit-way-back", &ways));
        }
    }
    if !edit.lost.is_empty() {
        let restore = key("restore", Command::Restore);
        builder.text(None, Token::Muted, 0, &ctx.locale.message("hand-edit-restore", &[restore]));
    }
    builder.into_lines()
}

/// Returns how many lines of a record are uncommitted, in words.
pub(super) fn waits(ctx: &RenderContext<'_>, record: &RecordRef, lines: &[DiffLine]) -> String {
    let changed = lines.iter().filter(|line| line.kind != LineKind::Context).count();
    let count = ("count", MessageArg::count(changed));
    ctx.locale.message("hand-edit-waits", &[("record", MessageArg::Text(record.to_string())), count])
}

/// The changed lines with their context.
pub(super) fn changed(lines: &[DiffLine], builder: &mut PageBuilder) {
    let digits = lines.iter().map(|line| line.number.to_string().len()).max().unwrap_or(1);
    for line in lines {
        let (sign, token) = match line.kind {
            LineKind::Added => ("+", Token::Added),
            LineKind::Removed => ("-", Token::Removed),
            LineKind::Context => (" ", Token::Muted),
        };
        let text = sanitize(&line.text.replace('\t', "    ")).into_owned();
        builder.line(vec![piece(token, format!("{:>digits$} {sign} {text}", line.number))]);
    }
}
