//! Money as it moved: calls, payments and refunds, and spending with its three days.

use super::documents;
use crate::model::{Convention, Date, Expenditure, Id, Money, Path, RecordKind, RecordRef};
use crate::report::safe;
use crate::ui::Token;
use crate::ui::screen::funding::words;
use crate::ui::target::Target;
use crate::ui::view::View;
use crate::ui::widget::sheet::Sheet;
use crate::ui::widget::text::{Line, piece, width};

/// The heading of each sort, and its lines, the latest first.
pub(super) fn write(view: &View<'_>, id: &Id, sheet: &mut Sheet) {
    let documents = documents(view, id);
    movements(view, &documents, sheet);
    spending(view, &documents, sheet);
}

struct Movement<'a> {
    on: Date,
    amount: Money,
    contribution: &'a str,
    tranche: Option<usize>,
    detail: String,
    what: &'static str,
    mark: (&'static str, Token),
    target: Target,
}

fn at(document: &Convention, list: &str, n: usize) -> Target {
    let record = RecordRef::new(RecordKind::Convention, document.id.clone());
    Target::value(record, Path::top().key(list).index(n))
}

fn detail(parts: &[Option<&str>]) -> String {
    let known = parts.iter().flatten().filter(|part| !part.is_empty());
    known.map(|part| format!(" · {}", safe(part))).collect()
}

fn of_document<'a>(view: &View<'_>, document: &'a Convention) -> Vec<Movement<'a>> {
    let calls = document.calls.iter().enumerate().map(|(n, call)| {
        let papers: Vec<_> = call.with.iter().map(|paper| view.paper(paper)).collect();
        let papers = view.locale.list(&papers);
        Movement {
            on: call.on,
            amount: call.amount,
            contribution: &call.contribution,
            tranche: call.tranche,
            detail: detail(&[call.reference.as_deref(), Some(papers.as_str())]),
            what: "movement-call",
            mark: ("→", Token::Accent),
            target: at(document, "calls", n),
        }
    });
    let payments = document.payments.iter().enumerate().map(|(n, payment)| Movement {
        on: payment.on,
        amount: payment.amount,
        contribution: &payment.contribution,
        tranche: payment.tranche,
        detail: detail(&[payment.reference.as_deref()]),
        what: "movement-payment",
        mark: ("↓", Token::Good),
        target: at(document, "payments", n),
    });
    let refunds = document.refunds.iter().enumerate().map(|(n, refund)| Movement {
        on: refund.on,
        amount: refund.amount,
        contribution: &refund.contribution,
        tranche: None,
        detail: detail(&[refund.reference.as_deref()]),
        what: "movement-refund",
        mark: ("↑", Token::Warning),
        target: at(document, "refunds", n),
    });
    calls.chain(payments).chain(refunds).filter(|movement| movement.on <= view.data.as_of).collect()
}

fn movements(view: &View<'_>, documents: &[&Convention], sheet: &mut Sheet) {
    let mut all: Vec<_> = documents.iter().flat_map(|document| of_document(view, document)).collect();
    if all.is_empty() {
        return;
    }
    all.sort_by_key(|movement| std::cmp::Reverse(movement.on));
    sheet.heading(&view.text("heading-movements"));
    let widest = all.iter().map(|movement| width(&view.locale.money(movement.amount))).max().unwrap_or(0);
    for movement in all {
        let amount = view.locale.money(movement.amount);
        let gap = " ".repeat(widest - width(&amount));
        let contribution = words::contribution(view, documents, movement.contribution, movement.tranche);
        let words = format!("{} · {contribution}{}", view.text(movement.what), movement.detail);
        let first = vec![
            piece(movement.mark.1, format!("{} ", movement.mark.0)),
            piece(Token::Text, format!("{}  {gap}{amount}  ", view.locale.date(movement.on))),
        ];
        sheet.wrapped(Some(movement.target), first, Token::Muted, &words);
        sheet.figure(movement.amount);
    }
}

fn spending(view: &View<'_>, documents: &[&Convention], sheet: &mut Sheet) {
    let last = |line: &Expenditure| [line.paid, line.done, line.committed].into_iter().flatten().max();
    let mut all: Vec<(&Expenditure, Target)> = Vec::new();
    for document in documents {
        let lines = document.expenditure.iter().enumerate();
        all.extend(lines.map(|(n, line)| (line, at(document, "expenditure", n))));
    }
    if all.is_empty() {
        return;
    }
    all.sort_by_key(|(line, _)| std::cmp::Reverse(last(line)));
    sheet.heading(&view.text("heading-spending"));
    let widest = all.iter().map(|(line, _)| width(&view.locale.money(line.amount))).max().unwrap_or(0);
    for (line, target) in all {
        let amount = view.locale.money(line.amount);
        let gap = " ".repeat(widest - width(&amount));
        let what =
            line.what.as_deref().map_or_else(|| view.text("spending-of-no-name"), |what| safe(what).into_owned());
        let by = line.by.as_ref().map(|id| view.party_name(id));
        let contribution = line.contribution.as_deref().map(|id| words::contribution(view, documents, id, None));
        // Who spends its own money is named once.
        let short = line.by.as_ref().map(|id| view.party_short(id));
        let contribution = contribution.filter(|words| Some(words) != short.as_ref());
        let rest = detail(&[by.as_deref(), contribution.as_deref(), line.reference.as_deref()]);
        let mut first = vec![piece(Token::Text, format!("  {gap}{amount}  "))];
        first.extend(stages(view, line));
        sheet.wrapped(Some(target), first, Token::Muted, &format!("{what}{rest}"));
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
