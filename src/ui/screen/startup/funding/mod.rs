//! What was promised, tranche by tranche, what came in and what was spent, how it went month by month.

mod cash;
mod movements;

use super::{Subject, nothing};
use crate::model::{Arg, Id};
use crate::rules::{self, Figure, Figures, Promise, TrancheStanding};
use crate::ui::Token;
use crate::ui::command::Command;
use crate::ui::mark::tranche_mark;
use crate::ui::screen::funding::words;
use crate::ui::target::Target;
use crate::ui::view::View;
use crate::ui::widget::chart::bar;
use crate::ui::widget::sheet::Sheet;
use crate::ui::widget::text::{Line, piece, width};

pub(super) fn write(view: &View<'_>, subject: &Subject, sheet: &mut Sheet) {
    let conventions = subject.conventions(view);
    let (portfolio, as_of) = (&view.data.portfolio, view.data.as_of);
    let position = match subject {
        Subject::Startup(id) => rules::startup_position(portfolio, id, as_of),
        Subject::Convention(id) => rules::convention_position(portfolio, id, as_of),
        Subject::Party(id) => rules::party_position(portfolio, id, as_of),
    };
    if conventions.is_empty() {
        nothing(view, subject.target(), "no-convention", Command::AddConvention, sheet);
        return;
    }
    figures(view, &position.figures, &subject.target(), sheet);
    if let Subject::Startup(id) = subject
        && let Some(day) = rules::startup_standing(portfolio, id, as_of).and_then(|standing| standing.runs_out)
    {
        let words = view.locale.date_long(day);
        sheet.value(Some(subject.target()), &view.text("label-runs-out"), Token::Warning, &words);
        sheet.figure(day);
    }
    cash::write(view, &position, sheet);
    for id in &conventions {
        if conventions.len() > 1 {
            sheet.heading(&view.convention_title(id));
        } else {
            sheet.blank();
        }
        for promise in rules::promises_of(portfolio, id, as_of) {
            if is_for(&promise, subject) {
                self::promise(view, &promise, sheet);
            }
        }
        movements::write(view, id, sheet);
    }
}

fn is_for(promise: &Promise, subject: &Subject) -> bool {
    match (&promise.contribution.startup, subject) {
        (Some(only), Subject::Startup(id)) => only == id,
        _ => true,
    }
}

/// The figures that are not nothing; promised and received always.
pub(super) fn figures(view: &View<'_>, figures: &Figures, target: &Target, sheet: &mut Sheet) {
    let amounts: Vec<_> = Figure::ALL
        .into_iter()
        .map(|figure| (figure, figures.get(figure)))
        .filter(|(figure, amount)| {
            matches!(figure, Figure::Committed | Figure::Due | Figure::Received) || !amount.is_zero()
        })
        .map(|(figure, amount)| (figure, amount, view.locale.money(amount)))
        .collect();
    let widest = amounts.iter().map(|(.., words)| width(words)).max().unwrap_or(0);
    for (figure, amount, words) in amounts {
        let token = if figure == Figure::Late { Token::Bad } else { Token::Text };
        let sign = if figure == Figure::Late { "  ✗" } else { "" };
        let gap = " ".repeat(widest - width(&words));
        let mut value = vec![piece(token, format!("{gap}{words}{sign}"))];
        if figure == Figure::Received && !figures.committed.is_zero() {
            value.push(piece(Token::Text, "  "));
            let room = sheet.width().saturating_sub(sheet.label() + widest + 2);
            value.extend(bar(figures.received, figures.committed, room.min(16)));
        }
        sheet.named(Some(target.clone()), &view.capital(&format!("figure-{}", figure.name())), value);
        sheet.figure(amount);
    }
}

/// One contribution: a line for it, and one for each tranche.
pub(super) fn promise(view: &View<'_>, promise: &Promise, sheet: &mut Sheet) {
    let contribution = &promise.contribution;
    let mut line = vec![
        piece(Token::Text, view.between(Some(&contribution.from), contribution.to.as_ref())),
        piece(Token::Title, format!("  {}", view.locale.money(contribution.figures.committed))),
    ];
    if contribution.to.is_none() {
        line.push(piece(Token::Muted, format!("  {}", view.text("spends-itself"))));
    } else {
        line.push(piece(Token::Text, "  "));
        line.extend(bar(contribution.figures.received, contribution.figures.committed, 8));
    }
    push_article(view, contribution.article.as_deref(), &mut line);
    sheet.about(Some(Target::promise(promise, None)), line);
    sheet.figure(contribution.figures.committed);
    for one in &promise.tranches {
        tranche(view, promise, one, sheet);
    }
}

fn tranche(view: &View<'_>, promise: &Promise, tranche: &TrancheStanding, sheet: &mut Sheet) {
    let mark = tranche_mark(tranche.state);
    let state = view.text(&format!("tranche-{}", tranche.state.name()));
    let mut line = vec![
        piece(mark.1, format!("  {} ", mark.0)),
        piece(Token::Text, view.locale.money(tranche.amount)),
        piece(mark.1, format!("  {state}")),
    ];
    if let Some(due) = tranche.due {
        line.push(piece(Token::Muted, format!(" · {}", view.dated("due-on", due))));
    } else if let Some(trigger) = words::trigger(view, tranche) {
        line.push(piece(Token::Muted, format!(" · {trigger}")));
    }
    if !tranche.paid.is_zero() && tranche.paid < tranche.amount {
        let paid = view.locale.message("paid-so-far", &[("amount", Arg::Text(view.locale.money(tranche.paid)))]);
        line.push(piece(Token::Muted, format!(" · {paid}")));
    }
    push_article(view, tranche.article.as_deref(), &mut line);
    sheet.about(Some(Target::promise(promise, Some(tranche))), line);
    sheet.figure(tranche.amount);
    if let Some(gate) = &tranche.gate {
        let mut line = vec![piece(Token::Text, "    ")];
        line.extend(words::gate(view, gate, 12));
        sheet.more(line);
        if let Some(crossed) = gate.crossed {
            let words = view.dated("gate-crossed", crossed);
            sheet.more(vec![piece(Token::Good, format!("    ✓ {words}"))]);
        }
    }
    if let Some(papers) = words::missing_papers(view, tranche) {
        sheet.more(vec![piece(Token::Muted, format!("    {papers}"))]);
    }
}

fn push_article(view: &View<'_>, article: Option<&str>, line: &mut Line) {
    let words = view.article(article);
    if !words.is_empty() {
        line.push(piece(Token::Muted, format!("  {words}")));
    }
}

/// The convention and the amendments that hold on the day: what moved may be written in any of them.
fn documents<'a>(view: &View<'a>, id: &Id) -> Vec<&'a crate::model::Convention> {
    let amendments = view.data.portfolio.signed_amendments(id, view.data.as_of);
    view.convention(id).into_iter().chain(amendments).collect()
}
