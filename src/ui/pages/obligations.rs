//! The occurrences of obligations under the conventions of the subject, by state.

use super::PageSubject;
use crate::model::MessageArg;
use crate::rules::{self, Occurrence, OccurrenceState};
use crate::ui::Token;
use crate::ui::list_screens::obligations::figure;
use crate::ui::render_context::RenderContext;
use crate::ui::target::Target;
use crate::ui::widget::page_builder::PageBuilder;
use crate::ui::widget::text::{piece, width};

/// With fewer cells, what is due is below its day.
const NARROW: usize = 50;

pub(super) fn write(ctx: &RenderContext<'_>, subject: &PageSubject, builder: &mut PageBuilder) {
    let mut occurrences = match subject {
        PageSubject::Startup(id) => rules::startup_occurrences(&ctx.data.portfolio, id, ctx.data.as_of),
        PageSubject::Convention(id) => rules::convention_occurrences(&ctx.data.portfolio, id, ctx.data.as_of),
        PageSubject::Party(_) | PageSubject::Person(_) => Vec::new(),
    };
    let is_framework = match subject {
        PageSubject::Convention(id) => ctx.data.portfolio.conventions.get(id).is_some_and(|one| one.is_framework()),
        PageSubject::Startup(_) | PageSubject::Party(_) | PageSubject::Person(_) => false,
    };
    let write = if is_framework { framework_occurrence } else { self::occurrence };
    occurrences.sort_by_key(|occurrence| occurrence.state);
    if occurrences.is_empty() {
        builder.text(Some(subject.target()), Token::Muted, 0, &ctx.text("empty-obligations"));
    }
    let mut state: Option<OccurrenceState> = None;
    for occurrence in occurrences {
        if state.replace(occurrence.state) != Some(occurrence.state) {
            builder.heading(&ctx.text(&format!("group-{}", occurrence.state.name())));
        }
        write(ctx, occurrence, builder);
    }
}

/// An occurrence of the startup or convention of the page.
pub(super) fn occurrence(ctx: &RenderContext<'_>, occurrence: Occurrence, builder: &mut PageBuilder) {
    let facts = [ctx.parties_of(&occurrence), ctx.article(occurrence.article.as_deref())];
    self::line(ctx, occurrence, &facts, builder);
}

/// An occurrence under the framework of the page, which binds several startups: the line names its own.
fn framework_occurrence(ctx: &RenderContext<'_>, occurrence: Occurrence, builder: &mut PageBuilder) {
    let startups = ctx.startup_names(&occurrence.startups);
    let facts = [startups, ctx.parties_of(&occurrence), ctx.article(occurrence.article.as_deref())];
    self::line(ctx, occurrence, &facts, builder);
}

/// An occurrence of any startup, which the line names with its convention.
pub(super) fn named_occurrence(ctx: &RenderContext<'_>, occurrence: Occurrence, builder: &mut PageBuilder) {
    let convention = occurrence.convention.as_ref().map(|id| ctx.convention_title(id)).unwrap_or_default();
    let names = ctx.startup_names(&occurrence.startups);
    // The titles of most conventions begin with the startup.
    let names = if convention.starts_with(&names) { String::new() } else { names };
    let facts = [ctx.parties_of(&occurrence), names, convention, ctx.article(occurrence.article.as_deref())];
    self::line(ctx, occurrence, &facts, builder);
}

fn line(ctx: &RenderContext<'_>, occurrence: Occurrence, facts: &[String], builder: &mut PageBuilder) {
    let when = ctx.when(&occurrence);
    let gap = 15usize.saturating_sub(width(&when.text)).max(1);
    let mut line = vec![when, piece(Token::Text, " ".repeat(gap))];
    if occurrence.days_late > 0 {
        let late = ctx.locale.message("days-late-short", &[("days", MessageArg::Count(occurrence.days_late))]);
        line.push(piece(Token::Bad, format!("{late:>6}  ")));
    }
    let what = ctx.what(&occurrence);
    let token = if occurrence.state == OccurrenceState::Done { Token::Muted } else { Token::Text };
    let figure = figure(&occurrence);
    let target = Some(Target::Occurrence(Box::new(occurrence)));
    let indent = if builder.width() < NARROW {
        // Beside the day, the text would have a dozen cells.
        builder.about(target, line);
        builder.continued(2, token, &what);
        2
    } else {
        builder.wrapped(target, line, token, &what);
        15
    };
    if let Some(figure) = figure {
        builder.figure(figure);
    }
    let facts: Vec<&str> = facts.iter().map(String::as_str).filter(|fact| !fact.is_empty()).collect();
    builder.continued(indent, Token::Muted, &facts.join(" · "));
}
