//! All that is known of a contribution and of the tranche selected: what opens it, what came, what was asked for, and
//! what its convention gives in kind.

use crate::model::{Arg, Convention, Money};
use crate::report::sanitize;
use crate::rules::{self, ContributionStanding, Movement, TrancheStanding, terms_in_force};
use crate::ui::Token;
use crate::ui::mark::{Mark, tranche_mark};
use crate::ui::view::View;
use crate::ui::widget::chart::bar;
use crate::ui::widget::page::PageLine;
use crate::ui::widget::sheet::Sheet;
use crate::ui::widget::text::piece;

use super::{Part, words};

/// The lines of the preview.
pub(super) fn lines(view: &View<'_>, part: Part<'_>, width: usize) -> Vec<PageLine> {
    let mut sheet = Sheet::new(width, if width < 50 { 11 } else { 16 });
    let contribution = &part.promise.contribution;
    let between = view.between(Some(&contribution.from), contribution.to.as_ref());
    sheet.text(None, Token::Title, 0, &between);
    money(view, part, &mut sheet);
    sheet.blank();
    if let Some(tranche) = part.tranche() {
        self::tranche(view, tranche, &mut sheet);
    }
    if !part.promise.startups.is_empty() {
        let names = view.startup_names(&part.promise.startups);
        sheet.value(None, &view.text("label-startup"), Token::Text, &names);
    }
    sheet.value(None, &view.text("label-convention"), Token::Text, &view.convention_title(&contribution.convention));
    if let Some(article) = part.article() {
        sheet.value(None, &view.text("label-article"), Token::Text, &sanitize(article));
    }
    let path = part.tranche().map_or(&contribution.path, |tranche| &tranche.path);
    let record = format!("{} · {path}", contribution.record.id);
    sheet.value(None, &view.text("label-record"), Token::Muted, &record);
    if let Some(convention) = terms_in_force(&view.data.portfolio, &contribution.convention, view.data.as_of) {
        let number = part.tranche().filter(|_| part.promise.tranches.len() > 1).map(|tranche| tranche.number);
        movements(view, contribution, number, &mut sheet);
        resources(view, &convention, &mut sheet);
    }
    sheet.into_lines()
}

/// What came of what was promised; of a contribution in several tranches, of the whole too.
fn money(view: &View<'_>, part: Part<'_>, sheet: &mut Sheet) {
    let contribution = &part.promise.contribution;
    let figures = part.figures(view);
    if contribution.to.is_none() {
        let words = format!("{} · {}", view.locale.money(figures.committed), view.text("spends-itself"));
        sheet.text(None, Token::Text, 0, &words);
        return;
    }
    let line = |received: Money, promised: Money, token: Token| {
        let mut line = bar(received, promised, 12);
        line.push(piece(token, format!(" {}", view.received_in_words(received, promised))));
        line
    };
    let mut own = line(figures.received, figures.committed, Token::Text);
    if figures.late > Money::ZERO {
        let late = format!(" · ✗ {} {}", view.locale.money_short(figures.late), view.text("figure-late"));
        own.push(piece(Token::Bad, late));
    }
    sheet.line(own);
    if part.promise.tranches.len() > 1 {
        let whole = &contribution.figures;
        let mut all = line(whole.received, whole.committed, Token::Muted);
        all.push(piece(Token::Muted, format!(" · {}", view.text("all-tranches"))));
        sheet.line(all);
    }
}

fn tranche(view: &View<'_>, tranche: &TrancheStanding, sheet: &mut Sheet) {
    let mark = tranche_mark(tranche.state);
    let mut line =
        vec![piece(mark.1, format!("{} {}", mark.0, view.text(&format!("tranche-{}", tranche.state.name()))))];
    if let Some(unknown) = tranche.unknown {
        line.push(piece(Token::Unknown, format!(" · {}", view.text(&format!("unknown-{}", unknown.name())))));
    }
    sheet.named(None, &view.text("label-status"), line);
    if let Some(due) = tranche.due {
        let after = tranche.late_after.map_or_else(String::new, |day| format!(" · {}", view.dated("late-after", day)));
        let words = format!("{}{after}", view.locale.date_long(due));
        sheet.value(None, &view.text("label-due"), Token::Text, &words);
    }
    if let Some(trigger) = words::trigger(view, tranche) {
        sheet.value(None, &view.text("label-rule"), Token::Text, &trigger);
    }
    if let Some(gate) = &tranche.gate {
        sheet.named(None, &view.text("label-spending"), words::gate(view, gate, 12));
        if let Some(crossed) = gate.crossed {
            let words = view.dated("gate-crossed", crossed);
            sheet.value(None, "", Token::Good, &format!("✓ {words}"));
        }
    }
    if !tranche.missing.is_empty() {
        let missing = tranche.missing.iter().map(|paper| view.paper(paper)).collect::<Vec<_>>();
        sheet.value(None, &view.text("label-missing"), Token::Warning, &view.locale.list(&missing));
    }
}

/// The calls and payments of the contribution, those that name another tranche left out, the latest first.
fn movements(view: &View<'_>, contribution: &ContributionStanding, number: Option<usize>, sheet: &mut Sheet) {
    let its = |movement: &&Movement<'_>| {
        let tranche = movement.entry.tranche();
        movement.entry.contribution() == Some(&contribution.id)
            && (tranche.is_none() || number.is_none() || tranche == number)
    };
    let all = rules::movements(&view.data.portfolio, &contribution.convention, view.data.as_of);
    let marked = |movement| words::movement_mark(movement).map(|mark| (mark, movement));
    let all: Vec<(Mark, &Movement<'_>)> = all.iter().rev().filter(its).filter_map(marked).collect();
    if !all.is_empty() {
        sheet.heading(&view.text("heading-movements"));
    }
    for ((sign, token), Movement { entry, on, .. }) in all {
        let reference = entry.reference().map_or_else(String::new, |text| format!(" · {}", sanitize(text)));
        let day = on.map(|on| view.locale.date(on)).unwrap_or_default();
        let what = view.text(&format!("movement-{}", entry.name()));
        sheet.line(vec![
            piece(token, format!("{sign} ")),
            piece(Token::Text, format!("{day}  {}", view.locale.money(entry.amount()))),
            piece(Token::Muted, format!("  {what}{reference}")),
        ]);
    }
}

/// What the convention gives in kind: no money, and part of what was promised.
fn resources(view: &View<'_>, convention: &Convention, sheet: &mut Sheet) {
    if convention.resources.is_empty() {
        return;
    }
    sheet.heading(&view.text("heading-resources"));
    for resource in &convention.resources {
        let share = resource.share.as_deref().map(|share| format!(" · {}", view.share(share))).unwrap_or_default();
        let lasts = resource.lasts.map(|span| format!(" · {}", view.locale.span(span))).unwrap_or_default();
        let facts = [("party", Arg::Text(view.party_name(&resource.from)))];
        let from = view.locale.message("given-by", &facts);
        sheet.text(None, Token::Text, 0, &format!("{}{share}{lasts} · {from}", sanitize(&resource.what)));
    }
}
