//! What stands beside a row of the portfolio: the startup, framework or unreadable record in short.

use super::phase_word;
use crate::model::{Id, Money};
use crate::report::sanitize;
use crate::rules::{self, Figures, OccurrenceState, StartupStanding};
use crate::ui::Token;
use crate::ui::command::Command;
use crate::ui::mark::occurrence_mark;
use crate::ui::screen::findings;
use crate::ui::view::View;
use crate::ui::widget::chart::bar;
use crate::ui::widget::sheet::Sheet;
use crate::ui::widget::text::{piece, recorded, width};

pub(super) fn startup(view: &View<'_>, standing: &StartupStanding, sheet: &mut Sheet) {
    let Some(startup) = view.startup(&standing.startup) else { return };
    sheet.line(vec![recorded(Token::Title, &startup.name)]);
    if !startup.also.is_empty() {
        sheet.text(None, Token::Muted, 0, &sanitize(&startup.also.join(", ")));
    }
    if let Some(diagnostic) = view.broken_startup(&standing.startup) {
        sheet.blank();
        let words = findings::message(view, diagnostic);
        sheet.wrapped(None, vec![piece(Token::Bad, "✗ ")], Token::Text, &words);
        let place = format!("{}:{}", diagnostic.file, diagnostic.line);
        sheet.wrapped(
            None,
            vec![piece(Token::Key, format!("{} ", view.key(Command::Edit)))],
            Token::Muted,
            &sanitize(&place),
        );
    }
    if let Some(mission) = &startup.mission {
        sheet.blank();
        sheet.text(None, Token::Text, 0, &sanitize(mission));
    }
    sheet.blank();
    if let Some((phase, from)) = standing.phase {
        let words = format!("{} {}", phase_word(view, phase), view.dated("since", from));
        sheet.text(None, Token::Muted, 0, &words);
    }
    money_preview(view, &standing.figures, sheet);
    if let Some(clock) = &standing.committee {
        let name = piece(Token::Muted, format!("{} ", view.text("label-committee")));
        sheet.line(vec![name, view.clock(clock)]);
    }
    for brief in &standing.conventions {
        let name = piece(Token::Muted, format!("{} ", view.text("label-convention")));
        sheet.line(vec![name, view.status(brief.status, brief.ends)]);
    }
    if let Some(day) = standing.runs_out {
        let name = piece(Token::Muted, format!("{} ", view.text("label-runs-out")));
        sheet.line(vec![name, piece(Token::Warning, view.locale.date(day))]);
    }
    let occurrences = rules::startup_occurrences(&view.data.portfolio, &standing.startup, view.data.as_of);
    occurrences_preview(view, &occurrences, sheet);
}

/// The bar and its figures on one line; under it what is late.
fn money_preview(view: &View<'_>, figures: &Figures, sheet: &mut Sheet) {
    if figures.committed.is_zero() {
        return;
    }
    let words = view.received_of(figures.received, figures.committed);
    let room = sheet.width().saturating_sub(width(&words) + 1).min(24);
    let mut line = bar(figures.received, figures.committed, room);
    line.push(piece(Token::Text, format!(" {words}")));
    sheet.line(line);
    if figures.late > Money::ZERO {
        let late = format!("✗ {} {}", view.locale.money_short(figures.late), view.text("figure-late"));
        sheet.line(vec![piece(Token::Bad, late)]);
    }
    if !figures.undetermined.is_zero() {
        sheet.line(vec![view.undetermined(figures.undetermined)]);
    }
}

/// What is open, the most urgent first, a line each: the whole of it is on the page.
fn occurrences_preview(view: &View<'_>, occurrences: &[rules::Occurrence], sheet: &mut Sheet) {
    const URGENT: [OccurrenceState; 4] =
        [OccurrenceState::Late, OccurrenceState::DueSoon, OccurrenceState::Open, OccurrenceState::Undetermined];
    for state in URGENT {
        let mut of_state = occurrences.iter().filter(|occurrence| occurrence.state == state).peekable();
        if of_state.peek().is_none() {
            continue;
        }
        sheet.heading(&view.text(&format!("group-{}", state.name())));
        for occurrence in of_state {
            let when = match occurrence.due {
                Some(_) => view.when(occurrence),
                None => piece(occurrence_mark(state).1, occurrence_mark(state).0),
            };
            sheet.line(vec![when, piece(Token::Text, format!(" {}", view.what(occurrence)))]);
        }
    }
}

pub(super) fn framework(view: &View<'_>, id: &Id, figures: &Figures, sheet: &mut Sheet) {
    sheet.text(None, Token::Title, 0, &view.convention_title(id));
    sheet.blank();
    money_preview(view, figures, sheet);
    sheet.line(vec![piece(Token::Text, view.amount("due-amount", figures.due))]);
    if let Some(standing) = rules::convention_standing(&view.data.portfolio, id, view.data.as_of) {
        sheet.named(None, &view.text("label-convention"), vec![view.status(standing.status, standing.ends)]);
    }
    sheet.blank();
    sheet.text(None, Token::Muted, 0, &view.text("framework-apart"));
}

pub(super) fn unreadable(view: &View<'_>, n: usize, sheet: &mut Sheet) {
    let Some(record) = view.data.portfolio.unreadable.get(n) else { return };
    let kind = view.text(&format!("record-kind-{}", record.kind.name()));
    sheet.line(vec![piece(Token::Title, record.id.as_str()), piece(Token::Muted, format!("  {kind}"))]);
    sheet.blank();
    sheet.text(None, Token::Bad, 0, &view.text("unreadable"));
    let finding = view.data.diagnostics.iter().find(|diagnostic| diagnostic.finding.record() == Some(record));
    if let Some(diagnostic) = finding {
        sheet.blank();
        findings::body(view, diagnostic, sheet);
    }
}
