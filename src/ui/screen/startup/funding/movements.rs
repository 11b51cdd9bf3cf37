//! Money as it moved: calls, payments and refunds, and spending with its three days.

use super::documents;
use crate::model::{Convention, Expenditure, Id};
use crate::report::sanitize;
use crate::rules::{self, Entry, Movement};
use crate::ui::Token;
use crate::ui::mark::Mark;
use crate::ui::screen::funding::words;
use crate::ui::target::Target;
use crate::ui::view::View;
use crate::ui::widget::sheet::Sheet;
use crate::ui::widget::text::{Line, piece, width};

/// The heading of each sort, and its lines, the latest first.
pub(super) fn write(view: &View<'_>, id: &Id, sheet: &mut Sheet) {
    let documents = documents(view, id);
    let mut all = rules::movements(&view.data.portfolio, id, view.data.as_of);
    all.reverse();
    movements(view, &documents, &all, sheet);
    spending(view, &documents, &all, sheet);
}

fn target(movement: &Movement<'_>) -> Option<Target> {
    Some(Target::value(movement.record.clone(), movement.path.clone()))
}

fn detail(parts: &[Option<&str>]) -> String {
    let known = parts.iter().flatten().filter(|part| !part.is_empty());
    known.map(|part| format!(" · {}", sanitize(part))).collect()
}

fn movements(view: &View<'_>, documents: &[&Convention], all: &[Movement<'_>], sheet: &mut Sheet) {
    let marked = |movement| words::movement_mark(movement).map(|mark| (mark, movement));
    let all: Vec<(Mark, &Movement<'_>)> = all.iter().filter_map(marked).collect();
    if all.is_empty() {
        return;
    }
    sheet.heading(&view.text("heading-movements"));
    let widest = all.iter().map(|(_, movement)| width(&view.locale.money(movement.entry.amount()))).max().unwrap_or(0);
    for ((sign, token), movement) in all {
        let entry = movement.entry;
        let amount = view.locale.money(entry.amount());
        let gap = " ".repeat(widest - width(&amount));
        let papers = match entry {
            Entry::Call(call) => call.with.iter().map(|paper| view.paper(paper)).collect(),
            _ => Vec::new(),
        };
        let papers = view.locale.list(&papers);
        let contribution = entry.contribution().unwrap_or_default();
        let contribution = words::contribution(view, documents, contribution, entry.tranche());
        let detail = detail(&[entry.reference(), Some(papers.as_str())]);
        let words = format!("{} · {contribution}{detail}", view.text(&format!("movement-{}", entry.name())));
        let day = movement.on.map(|on| view.locale.date(on)).unwrap_or_default();
        let first = vec![piece(token, format!("{sign} ")), piece(Token::Text, format!("{day}  {gap}{amount}  "))];
        sheet.wrapped(target(movement), first, Token::Muted, &words);
        sheet.figure(entry.amount());
    }
}

fn spending(view: &View<'_>, documents: &[&Convention], all: &[Movement<'_>], sheet: &mut Sheet) {
    let line = |movement| match movement {
        &Movement { entry: Entry::Spending(line, _), .. } => Some((line, movement)),
        _ => None,
    };
    let all: Vec<(&Expenditure, &Movement<'_>)> = all.iter().filter_map(line).collect();
    if all.is_empty() {
        return;
    }
    sheet.heading(&view.text("heading-spending"));
    let widest = all.iter().map(|(line, _)| width(&view.locale.money(line.amount))).max().unwrap_or(0);
    for (line, movement) in all {
        let amount = view.locale.money(line.amount);
        let gap = " ".repeat(widest - width(&amount));
        let what =
            line.what.as_deref().map_or_else(|| view.text("spending-of-no-name"), |what| sanitize(what).into_owned());
        let by = line.by.as_ref().map(|id| view.party_name(id));
        let contribution = line.contribution.as_deref().map(|id| words::contribution(view, documents, id, None));
        // Who spends its own money is named once.
        let short = line.by.as_ref().map(|id| view.party_short(id));
        let contribution = contribution.filter(|words| Some(words) != short.as_ref());
        let rest = detail(&[by.as_deref(), contribution.as_deref(), line.reference.as_deref()]);
        let mut first = vec![piece(Token::Text, format!("  {gap}{amount}  "))];
        first.extend(stages(view, line));
        sheet.wrapped(target(movement), first, Token::Muted, &format!("{what}{rest}"));
        sheet.figure(line.amount);
    }
}

/// `AE 01/03/2020  SF 02/04/2020  CP –`: what is not yet reached is told too.
fn stages(view: &View<'_>, line: &Expenditure) -> Line {
    let stages = [("stage-committed", line.committed), ("stage-done", line.done), ("stage-paid", line.paid)];
    let blank = width(&view.locale.date(view.data.as_of));
    stages
        .into_iter()
        .flat_map(|(key, day)| {
            let reached = day.is_some_and(|day| day <= view.data.as_of);
            let token = if reached { Token::Text } else { Token::Muted };
            let day = day.map_or_else(|| "–".to_owned(), |day| view.locale.date(day));
            let gap = " ".repeat(blank.saturating_sub(width(&day)) + 2);
            [piece(Token::Muted, format!("{} ", view.text(key))), piece(token, format!("{day}{gap}"))]
        })
        .collect()
}
