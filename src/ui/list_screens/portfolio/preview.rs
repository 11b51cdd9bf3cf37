//! The preview of a startup, framework or unreadable record.

use super::phase_word;
use crate::model::{Id, Money};
use crate::report::sanitize;
use crate::rules::{self, Figures, OccurrenceState, StartupSummary};
use crate::ui::Token;
use crate::ui::command::Command;
use crate::ui::list_screens::committees::describe::participants_of;
use crate::ui::list_screens::findings;
use crate::ui::render_context::RenderContext;
use crate::ui::state_style::occurrence_style;
use crate::ui::widget::chart::bar;
use crate::ui::widget::page_builder::PageBuilder;
use crate::ui::widget::text::{piece, recorded, width};

pub(super) fn startup(ctx: &RenderContext<'_>, standing: &StartupSummary, builder: &mut PageBuilder) {
    let Some(startup) = ctx.startup(&standing.startup) else { return };
    builder.line(vec![recorded(Token::Title, &startup.name)]);
    if !startup.also.is_empty() {
        builder.text(None, Token::Muted, 0, &sanitize(&startup.also.join(", ")));
    }
    if let Some(diagnostic) = ctx.broken_startup(&standing.startup) {
        builder.blank();
        let words = findings::message(ctx, diagnostic);
        builder.wrapped(None, vec![piece(Token::Bad, "✗ ")], Token::Text, &words);
        let place = format!("{}:{}", diagnostic.file, diagnostic.line);
        let key = vec![piece(Token::Key, format!("{} ", ctx.key(Command::Edit)))];
        builder.linked(None, key, Token::Muted, &sanitize(&place), ctx.link_to_file(&diagnostic.file));
    }
    if let Some(mission) = &startup.mission {
        builder.blank();
        builder.text(None, Token::Text, 0, &sanitize(mission));
    }
    builder.blank();
    if let Some((phase, from)) = standing.phase {
        let words = format!("{} {}", phase_word(ctx, phase), ctx.dated("since", from));
        builder.text(None, Token::Muted, 0, &words);
    }
    money_preview(ctx, &standing.figures, builder);
    if let Some(clock) = &standing.committee {
        let name = piece(Token::Muted, format!("{} ", ctx.text("label-committee")));
        builder.line(vec![name, ctx.clock(clock)]);
        if let Some(words) = participants_of(ctx, clock) {
            builder.text(None, Token::Muted, 2, &words);
        }
    }
    for brief in &standing.conventions {
        let name = piece(Token::Muted, format!("{} ", ctx.text("label-convention")));
        builder.line(vec![name, ctx.status(brief.status, brief.ends, brief.ends_estimated)]);
    }
    if let Some(runway) = ctx.runway(standing) {
        let name = piece(Token::Muted, format!("{} ", ctx.text("label-runs-out")));
        builder.wrapped(None, vec![name], runway.token, &runway.text);
    }
    let occurrences = rules::startup_occurrences(&ctx.data.portfolio, &standing.startup, ctx.data.as_of);
    occurrences_preview(ctx, &occurrences, builder);
}

/// A bar with its amounts, and the late amount below.
fn money_preview(ctx: &RenderContext<'_>, figures: &Figures, builder: &mut PageBuilder) {
    if figures.payable.is_zero() {
        return;
    }
    let words = ctx.received_of(figures.received, figures.payable);
    let room = builder.width().saturating_sub(width(&words) + 1).min(24);
    let mut line = bar(figures.received, figures.payable, room);
    line.push(piece(Token::Text, format!(" {words}")));
    builder.line(line);
    if figures.late > Money::ZERO {
        let late = format!("✗ {} {}", ctx.locale.money_short(figures.late), ctx.text("figure-late"));
        builder.line(vec![piece(Token::Bad, late)]);
    }
    if !figures.undetermined.is_zero() {
        builder.line(vec![ctx.undetermined(figures.undetermined)]);
    }
}

/// The open occurrences in a line each, the most urgent first.
fn occurrences_preview(ctx: &RenderContext<'_>, occurrences: &[rules::Occurrence], builder: &mut PageBuilder) {
    const URGENT: [OccurrenceState; 4] =
        [OccurrenceState::Late, OccurrenceState::DueSoon, OccurrenceState::Open, OccurrenceState::Undetermined];
    for state in URGENT {
        let mut of_state = occurrences.iter().filter(|occurrence| occurrence.state == state).peekable();
        if of_state.peek().is_none() {
            continue;
        }
        builder.heading(&ctx.text(&format!("group-{}", state.name())));
        for occurrence in of_state {
            let when = match occurrence.due {
                Some(_) => ctx.when(occurrence),
                None => piece(occurrence_style(state).1, occurrence_style(state).0),
            };
            builder.line(vec![when, piece(Token::Text, format!(" {}", ctx.what(occurrence)))]);
        }
    }
}

pub(super) fn framework(ctx: &RenderContext<'_>, id: &Id, figures: &Figures, builder: &mut PageBuilder) {
    builder.text(None, Token::Title, 0, &ctx.convention_title(id));
    builder.blank();
    money_preview(ctx, figures, builder);
    builder.line(vec![piece(Token::Text, ctx.amount("due-amount", figures.due))]);
    if let Some(standing) = rules::convention_summary(&ctx.data.portfolio, id, ctx.data.as_of) {
        builder.named(
            None,
            &ctx.text("label-convention"),
            vec![ctx.status(standing.status, standing.ends, standing.ends_estimated)],
        );
    }
    builder.blank();
    builder.text(None, Token::Muted, 0, &ctx.text("framework-apart"));
}

pub(super) fn unreadable(ctx: &RenderContext<'_>, n: usize, builder: &mut PageBuilder) {
    let Some(record) = ctx.data.portfolio.unreadable.get(n) else { return };
    let kind = ctx.text(&format!("record-kind-{}", record.kind.name()));
    builder.line(vec![piece(Token::Title, record.id.as_str()), piece(Token::Muted, format!("  {kind}"))]);
    builder.blank();
    builder.text(None, Token::Bad, 0, &ctx.text("unreadable"));
    let finding = ctx.data.diagnostics.iter().find(|diagnostic| diagnostic.finding.record() == Some(record));
    if let Some(diagnostic) = finding {
        builder.blank();
        findings::body(ctx, diagnostic, builder);
    }
}
