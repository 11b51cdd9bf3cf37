//! What stands behind a row's figures and dates: amounts, days, articles, and where each is written.

use std::collections::BTreeMap;

use crate::model::{Id, Money};
use crate::rules::{self, Figure, Line as SumLine, Occurrence, OccurrenceSource, Position};
use crate::ui::Token;
use crate::ui::screen::{history, obligations};
use crate::ui::target::Target;
use crate::ui::view::View;
use crate::ui::widget::page::PageLine;
use crate::ui::widget::sheet::Sheet;
use crate::ui::widget::text::{piece, width};

/// The lines behind what is selected.
pub fn lines(view: &View<'_>, target: &Target, width: usize) -> Vec<PageLine> {
    let mut sheet = Sheet::new(width, if width < 50 { 11 } else { 16 });
    let (portfolio, as_of) = (&view.data.portfolio, view.data.as_of);
    match target {
        Target::Startup(id) => {
            sheet.line(vec![piece(Token::Title, view.startup_name(id))]);
            position(view, &rules::startup_position(portfolio, id, as_of), None, &mut sheet);
        }
        Target::Convention(id) => convention(view, id, &mut sheet),
        Target::Party(id) => {
            sheet.line(vec![piece(Token::Title, view.party_name(id))]);
            position(view, &rules::party_position(portfolio, id, as_of), None, &mut sheet);
        }
        Target::Contribution { convention, .. } => self::convention(view, convention, &mut sheet),
        Target::Occurrence(occurrence) => self::occurrence(view, occurrence, &mut sheet),
        Target::Commit { name, .. } => return history::lines(view, name, width),
        Target::Fact(_) => match target.convention() {
            Some(id) => convention(view, id, &mut sheet),
            None => {
                let record = target.place().record().map(ToString::to_string).unwrap_or_default();
                sheet.about(Some(target.clone()), vec![piece(Token::Text, record)]);
            }
        },
    }
    sheet.into_lines()
}

fn convention(view: &View<'_>, id: &Id, sheet: &mut Sheet) {
    sheet.text(None, Token::Title, 0, &view.convention_title(id));
    position(view, &rules::convention_position(&view.data.portfolio, id, view.data.as_of), Some(id), sheet);
}

/// The obligation in full, what its day hangs on, and for a payment the money of its convention.
fn occurrence(view: &View<'_>, occurrence: &Occurrence, sheet: &mut Sheet) {
    let own = Some(Target::Occurrence(Box::new(occurrence.clone())));
    obligations::describe(view, occurrence, own.clone(), sheet);
    if let Some(convention) = view.convention(&occurrence.convention) {
        let signed = match convention.signed {
            Some(day) => piece(Token::Text, view.locale.date_long(day)),
            None => piece(Token::Unknown, format!("? {}", view.text("unknown-signature"))),
        };
        sheet.named(own, &view.text("label-signed"), vec![signed]);
        if let Some(day) = convention.signed {
            sheet.figure(day);
        }
        let ends = rules::convention_standing(&view.data.portfolio, &convention.id, view.data.as_of)
            .and_then(|standing| standing.ends);
        let target = Some(Target::Convention(convention.id.clone()));
        match ends {
            Some(day) => {
                sheet.value(target, &view.text("label-ends"), Token::Text, &view.locale.date_long(day));
                sheet.figure(day);
            }
            None => sheet.value(target, &view.text("label-ends"), Token::Unknown, "?"),
        }
    }
    if matches!(occurrence.source, OccurrenceSource::Payment(..)) {
        let id = &occurrence.convention;
        position(view, &rules::convention_position(&view.data.portfolio, id, view.data.as_of), Some(id), sheet);
    }
}

/// Each figure that has lines, its sum, and the lines. A convention that is named above them is not named in each.
fn position(view: &View<'_>, position: &Position, named: Option<&Id>, sheet: &mut Sheet) {
    let mut by_figure: BTreeMap<usize, Vec<&SumLine>> = BTreeMap::new();
    for (figure, line) in &position.lines {
        let at = Figure::ALL.iter().position(|other| other == figure).unwrap_or(0);
        by_figure.entry(at).or_default().push(line);
    }
    if by_figure.is_empty() {
        sheet.blank();
        sheet.text(None, Token::Muted, 0, &view.text("explain-nothing"));
    }
    for (at, lines) in by_figure {
        let Some(figure) = Figure::ALL.get(at) else { continue };
        let sum = view.locale.money(position.figures.get(*figure));
        let name = view.text(&format!("figure-{}", figure.name()));
        let amounts = lines.iter().map(|line| view.locale.money(line.amount));
        let widest = amounts.chain([sum.clone()]).map(|amount| width(&amount)).max().unwrap_or(0);
        sheet.blank();
        let gap = " ".repeat(widest - width(&sum));
        sheet.line(vec![piece(Token::Title, format!("{gap}{sum}")), piece(Token::Header, format!("  {name}"))]);
        for line in lines {
            sum_line(view, line, (widest, named), sheet);
        }
    }
}

fn sum_line(view: &View<'_>, line: &SumLine, (widest, named): (usize, Option<&Id>), sheet: &mut Sheet) {
    let amount = view.locale.money(line.amount);
    let token = if line.amount < Money::ZERO { Token::Removed } else { Token::Text };
    let mut pieces = vec![piece(token, format!("{}{amount}", " ".repeat(widest - width(&amount))))];
    let day = line.on.map_or_else(String::new, |day| view.locale.date(day));
    let blank = width(&view.locale.date(view.data.as_of));
    pieces.push(piece(Token::Muted, format!("  {day:<blank$}")));
    let article = view.article(line.article.as_deref());
    pieces.push(piece(Token::Muted, format!("  {article:<9}")));
    pieces.push(piece(Token::Text, "  "));
    if named != Some(&line.record.id) {
        pieces.push(piece(Token::Text, line.record.id.as_str()));
        pieces.push(piece(Token::Muted, " · "));
    }
    pieces.push(piece(Token::Muted, line.path.to_string()));
    sheet.about(Some(Target::value(line.record.clone(), line.path.clone())), pieces);
    sheet.figure(line.amount);
}
