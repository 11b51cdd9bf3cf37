//! Who changed what of it, the newest first: the commits that touched its records.

use super::Subject;
use crate::report::sanitize;
use crate::ui::Token;
use crate::ui::past::PastOf;
use crate::ui::screen::history::mark;
use crate::ui::target::Target;
use crate::ui::view::View;
use crate::ui::widget::sheet::Sheet;
use crate::ui::widget::text::{cut, piece, width};

/// Cells of a name at most.
const NAME: usize = 20;

pub(super) fn write(view: &View<'_>, subject: &Subject, sheet: &mut Sheet) {
    let own = Some(subject.target());
    let past = view.data.past.of(&subject.records(&view.data.portfolio));
    let commits = match past {
        None => return sheet.text(own, Token::Muted, 0, &view.text("reading-history")),
        Some(PastOf::NoRepository) => {
            return sheet.text(own, Token::Muted, 0, &view.text("empty-history-no-repository"));
        }
        Some(PastOf::Unread(why)) => {
            return sheet.wrapped(own, vec![piece(Token::Bad, "✗ ")], Token::Text, &sanitize(why));
        }
        Some(past @ PastOf::Read(_)) => past.commits(),
    };
    let authors: Vec<String> = commits.iter().map(|commit| cut(&sanitize(&commit.author), NAME)).collect();
    let widest = authors.iter().map(|author| width(author)).max().unwrap_or(0);
    for (commit, author) in commits.iter().zip(authors) {
        let Some(record) = commit.records.first().cloned() else { continue };
        let (sign, token) = mark(commit);
        let gap = " ".repeat(widest - width(&author));
        let first = vec![
            piece(token, format!("{sign} ")),
            piece(Token::Text, view.locale.date(commit.on)),
            piece(Token::Muted, format!("  {author}{gap}  ")),
        ];
        let target = Target::Commit { name: commit.name.clone(), record };
        sheet.wrapped(Some(target), first, Token::Text, &sanitize(&commit.subject));
        sheet.figure(commit.on);
    }
    match past.and_then(PastOf::next) {
        Some(_) => sheet.text(own, Token::Muted, 0, &view.text("total-commits-more")),
        None if commits.is_empty() => sheet.text(own, Token::Muted, 0, &view.text("empty-history-of")),
        None => {}
    }
}
