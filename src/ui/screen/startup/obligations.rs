//! Who owes what to whom under its conventions, under a heading for each state.

use super::Subject;
use crate::model::Arg;
use crate::rules::{self, Occurrence, OccurrenceState};
use crate::ui::Token;
use crate::ui::screen::obligations::figure;
use crate::ui::target::Target;
use crate::ui::view::View;
use crate::ui::widget::sheet::Sheet;
use crate::ui::widget::text::{piece, width};

pub(super) fn write(view: &View<'_>, subject: &Subject, sheet: &mut Sheet) {
    let mut occurrences = match subject {
        Subject::Startup(id) => rules::startup_occurrences(&view.data.portfolio, id, view.data.as_of),
        Subject::Convention(id) => rules::convention_occurrences(&view.data.portfolio, id, view.data.as_of),
        Subject::Party(_) => Vec::new(),
    };
    occurrences.sort_by_key(|occurrence| occurrence.state);
    if occurrences.is_empty() {
        sheet.text(Some(subject.target()), Token::Muted, 0, &view.text("empty-obligations"));
    }
    let mut state: Option<OccurrenceState> = None;
    for occurrence in occurrences {
        if state.replace(occurrence.state) != Some(occurrence.state) {
            sheet.heading(&view.text(&format!("group-{}", occurrence.state.name())));
        }
        self::occurrence(view, occurrence, sheet);
    }
}

pub(super) fn occurrence(view: &View<'_>, occurrence: Occurrence, sheet: &mut Sheet) {
    let when = view.when(&occurrence);
    let gap = 15usize.saturating_sub(width(&when.text)).max(1);
    let mut line = vec![when, piece(Token::Text, " ".repeat(gap))];
    if occurrence.days_late > 0 {
        let late = view.locale.message("days-late-short", &[("days", Arg::Count(occurrence.days_late))]);
        line.push(piece(Token::Bad, format!("{late}  ")));
    }
    let who = view.between(occurrence.debtor.as_ref(), occurrence.creditor.as_ref());
    let article = view.article(occurrence.article.as_deref());
    let what = view.what(&occurrence);
    let token = if occurrence.state == OccurrenceState::Done { Token::Muted } else { Token::Text };
    let figure = figure(&occurrence);
    sheet.wrapped(Some(Target::Occurrence(Box::new(occurrence))), line, token, &what);
    if let Some(figure) = figure {
        sheet.figure(figure);
    }
    sheet.more(vec![
        piece(Token::Text, " ".repeat(15)),
        piece(Token::Muted, if article.is_empty() { who } else { format!("{who} · {article}") }),
    ]);
}
