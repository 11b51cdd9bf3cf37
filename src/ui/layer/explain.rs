//! The text that explains the figures and dates of a row: amounts, days, articles, and where each is recorded.

use std::collections::BTreeMap;

use crate::model::{Id, Money};
use crate::rules::{self, ExplainedFigures, Figure, FigureLine, Occurrence, OccurrenceSource, OccurrenceState};
use crate::ui::Token;
use crate::ui::list_screens::{history, obligations};
use crate::ui::render_context::RenderContext;
use crate::ui::state_style::occurrence_style;
use crate::ui::target::Target;
use crate::ui::widget::page::PageLine;
use crate::ui::widget::page_builder::PageBuilder;
use crate::ui::widget::text::{piece, width};

/// Explains a target.
pub fn lines(ctx: &RenderContext<'_>, target: &Target, width: usize) -> Vec<PageLine> {
    let mut builder = PageBuilder::new(width, if width < 50 { 11 } else { 16 });
    let (portfolio, as_of) = (&ctx.data.portfolio, ctx.data.as_of);
    match target {
        Target::Startup(id) => {
            builder.line(vec![piece(Token::Title, ctx.startup_name(id))]);
            late_parts(ctx, id, &mut builder);
            position(ctx, &rules::explain_startup(portfolio, id, as_of), None, &mut builder);
        }
        Target::Convention(id) => convention(ctx, id, &mut builder),
        Target::Party(id) => {
            builder.line(vec![piece(Token::Title, ctx.party_name(id))]);
            position(ctx, &rules::explain_party(portfolio, id, as_of), None, &mut builder);
        }
        Target::Contribution { convention, .. } => self::convention(ctx, convention, &mut builder),
        Target::Occurrence(occurrence) => self::occurrence(ctx, occurrence, &mut builder),
        Target::Commit { name, .. } => return history::lines(ctx, name, width),
        Target::Fact(_) => match target.convention() {
            Some(id) => convention(ctx, id, &mut builder),
            None => {
                let record = target.place().record().map(ToString::to_string).unwrap_or_default();
                builder.about(Some(target.clone()), vec![piece(Token::Text, record)]);
            }
        },
    }
    builder.into_lines()
}

/// The number of late things, and how many there are of each kind.
fn late_parts(ctx: &RenderContext<'_>, id: &Id, builder: &mut PageBuilder) {
    let Some(row) = ctx.data.answers.startups.iter().find(|row| row.startup == *id).filter(|row| row.all_late() > 0)
    else {
        return;
    };
    builder.blank();
    let late = ctx.count("total-late", row.all_late());
    builder.line(vec![ctx.marked(occurrence_style(OccurrenceState::Late), &late)]);
    let parts = [
        ("obligations", row.late),
        ("actions", row.late_actions),
        ("conditions", row.late_conditions),
        ("papers", row.late_papers),
    ];
    for (name, count) in parts.into_iter().filter(|(_, count)| *count > 0) {
        builder.text(None, Token::Text, 2, &ctx.count(&format!("late-{name}"), count));
    }
}

fn convention(ctx: &RenderContext<'_>, id: &Id, builder: &mut PageBuilder) {
    builder.text(None, Token::Title, 0, &ctx.convention_title(id));
    position(ctx, &rules::explain_convention(&ctx.data.portfolio, id, ctx.data.as_of), Some(id), builder);
}

/// The obligation in full, the dates that its due day depends on, and for a payment the money of its convention.
fn occurrence(ctx: &RenderContext<'_>, occurrence: &Occurrence, builder: &mut PageBuilder) {
    let own = Some(Target::Occurrence(Box::new(occurrence.clone())));
    obligations::describe(ctx, occurrence, own.clone(), builder);
    if let Some(convention) = occurrence.convention.as_ref().and_then(|id| ctx.convention(id)) {
        let signed = match convention.signed {
            Some(day) => piece(Token::Text, ctx.locale.date_long(day)),
            None => piece(Token::Unknown, format!("? {}", ctx.text("unknown-signature"))),
        };
        builder.named(own, &ctx.text("label-signed"), vec![signed]);
        if let Some(day) = convention.signed {
            builder.figure(day);
        }
        let ends = rules::convention_summary(&ctx.data.portfolio, &convention.id, ctx.data.as_of)
            .and_then(|standing| standing.ends);
        let target = Some(Target::Convention(convention.id.clone()));
        match ends {
            Some(day) => {
                builder.value(target, &ctx.text("label-ends"), Token::Text, &ctx.locale.date_long(day));
                builder.figure(day);
            }
            None => builder.value(target, &ctx.text("label-ends"), Token::Unknown, "?"),
        }
    }
    if let (OccurrenceSource::Payment(..), Some(id)) = (&occurrence.source, &occurrence.convention) {
        position(ctx, &rules::explain_convention(&ctx.data.portfolio, id, ctx.data.as_of), Some(id), builder);
    }
}

/// Each figure with its sum and its lines. The lines don't repeat a convention that is named above them.
fn position(ctx: &RenderContext<'_>, position: &ExplainedFigures, named: Option<&Id>, builder: &mut PageBuilder) {
    let mut by_figure: BTreeMap<usize, Vec<&FigureLine>> = BTreeMap::new();
    for (figure, line) in &position.lines {
        let at = Figure::ALL.iter().position(|other| other == figure).unwrap_or(0);
        by_figure.entry(at).or_default().push(line);
    }
    if by_figure.is_empty() {
        builder.blank();
        builder.text(None, Token::Muted, 0, &ctx.text("explain-nothing"));
    }
    for (at, lines) in by_figure {
        let Some(figure) = Figure::ALL.get(at) else { continue };
        let sum = ctx.locale.money(position.figures.get(*figure));
        let name = ctx.text(&format!("figure-{}", figure.name()));
        let amounts = lines.iter().map(|line| ctx.locale.money(line.amount));
        let widest = amounts.chain([sum.clone()]).map(|amount| width(&amount)).max().unwrap_or(0);
        builder.blank();
        let gap = " ".repeat(widest - width(&sum));
        builder.line(vec![piece(Token::Title, format!("{gap}{sum}")), piece(Token::Header, format!("  {name}"))]);
        for line in lines {
            sum_line(ctx, line, (widest, named), builder);
        }
    }
}

fn sum_line(
    ctx: &RenderContext<'_>,
    line: &FigureLine,
    (widest, named): (usize, Option<&Id>),
    builder: &mut PageBuilder,
) {
    let amount = ctx.locale.money(line.amount);
    let token = if line.amount < Money::ZERO { Token::Removed } else { Token::Text };
    let mut pieces = vec![piece(token, format!("{}{amount}", " ".repeat(widest - width(&amount))))];
    let day = line.on.map_or_else(String::new, |day| ctx.locale.date(day));
    let blank = width(&ctx.locale.date(ctx.data.as_of));
    pieces.push(piece(Token::Muted, format!("  {day:<blank$}")));
    let article = ctx.article(line.article.as_deref());
    pieces.push(piece(Token::Muted, format!("  {article:<9}")));
    pieces.push(piece(Token::Text, "  "));
    if named != Some(&line.record.id) {
        pieces.push(piece(Token::Text, line.record.id.as_str()));
        pieces.push(piece(Token::Muted, " · "));
    }
    pieces.push(piece(Token::Muted, line.path.to_string()));
    builder.about(Some(Target::value(line.record.clone(), line.path.clone())), pieces);
    builder.figure(line.amount);
}
