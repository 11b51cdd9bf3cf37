//! What was promised, tranche by tranche, what came in, and what is given in kind.

use super::Subject;
use crate::model::{Arg, Contribution, Convention, Id, Money, Path, RecordKind, RecordRef};
use crate::report::safe;
use crate::rules::{self, Figure, Figures, TrancheStanding};
use crate::ui::Token;
use crate::ui::screen::funding::words;
use crate::ui::target::Target;
use crate::ui::view::{View, tranche_mark};
use crate::ui::widget::chart::bar;
use crate::ui::widget::sheet::Sheet;
use crate::ui::widget::text::{Line, piece, width};

pub(super) fn write(view: &View<'_>, subject: &Subject, sheet: &mut Sheet) {
    let conventions = subject.conventions(view);
    let position = match subject {
        Subject::Startup(id) => rules::startup_position(&view.data.portfolio, id, view.data.as_of),
        Subject::Convention(id) => rules::convention_position(&view.data.portfolio, id, view.data.as_of),
        Subject::Party(id) => rules::party_position(&view.data.portfolio, id, view.data.as_of),
    };
    figures(view, &position.figures, &subject.target(), sheet);
    for id in &conventions {
        let Some(convention) = rules::terms_in_force(&view.data.portfolio, id, view.data.as_of) else { continue };
        let standing = rules::convention_standing(&view.data.portfolio, id, view.data.as_of);
        let tranches = standing.map(|standing| standing.tranches).unwrap_or_default();
        if conventions.len() > 1 {
            sheet.heading(&view.convention_title(id));
        } else {
            sheet.blank();
        }
        for contribution in &convention.contributions {
            if !is_for(contribution, subject) {
                continue;
            }
            let of_it: Vec<_> = tranches.iter().filter(|tranche| tranche.contribution == contribution.id).collect();
            self::contribution(view, id, contribution, &of_it, sheet);
        }
        movements(view, &convention, sheet);
        resources(view, &convention, sheet);
    }
    if conventions.is_empty() {
        sheet.text(Some(subject.target()), Token::Muted, 0, &view.text("no-convention"));
    }
}

fn is_for(contribution: &Contribution, subject: &Subject) -> bool {
    match (&contribution.startup, subject) {
        (Some(only), Subject::Startup(id)) => only == id,
        _ => true,
    }
}

/// The figures that are not nothing; promised and received always.
fn figures(view: &View<'_>, figures: &Figures, target: &Target, sheet: &mut Sheet) {
    let amounts: Vec<_> = Figure::ALL
        .into_iter()
        .map(|figure| (figure, figures.get(figure)))
        .filter(|(figure, amount)| {
            matches!(figure, Figure::Committed | Figure::Due | Figure::Received) || !amount.is_zero()
        })
        .map(|(figure, amount)| (figure, view.locale.money(amount)))
        .collect();
    let widest = amounts.iter().map(|(_, amount)| width(amount)).max().unwrap_or(0);
    for (figure, amount) in amounts {
        let token = if figure == Figure::Late { Token::Bad } else { Token::Text };
        let sign = if figure == Figure::Late { "  ✗" } else { "" };
        let gap = " ".repeat(widest - width(&amount));
        let value = vec![piece(token, format!("{gap}{amount}{sign}"))];
        sheet.named(Some(target.clone()), &view.capital(&format!("figure-{}", figure.name())), value);
    }
}

/// One contribution: a line for it, and one for each tranche.
fn contribution(
    view: &View<'_>,
    convention: &Id,
    contribution: &Contribution,
    tranches: &[&TrancheStanding],
    sheet: &mut Sheet,
) {
    let paid: Money = tranches.iter().map(|tranche| tranche.paid).sum();
    let position = view
        .convention(convention)
        .and_then(|found| found.contributions.iter().position(|other| other.id == contribution.id));
    let path = position.map_or_else(Path::top, |n| Path::top().key("contributions").index(n));
    let target = Target::Contribution {
        convention: convention.clone(),
        contribution: contribution.id.clone(),
        tranche: None,
        path,
    };
    let payee = contribution.to.as_ref();
    let mut line = vec![
        piece(Token::Text, view.between(Some(&contribution.from), payee)),
        piece(Token::Title, format!("  {}", view.locale.money(contribution.amount))),
    ];
    if payee.is_none() {
        line.push(piece(Token::Muted, format!("  {}", view.text("spends-itself"))));
    } else {
        line.push(piece(Token::Text, "  "));
        line.extend(bar(paid, contribution.amount, 8));
    }
    push_article(view, contribution.article.as_deref(), &mut line);
    sheet.about(Some(target), line);
    for tranche in tranches {
        self::tranche(view, tranche, sheet);
    }
}

fn tranche(view: &View<'_>, tranche: &TrancheStanding, sheet: &mut Sheet) {
    let mark = tranche_mark(tranche.state);
    let state = view.text(&format!("tranche-{}", tranche.state.name()));
    let target = Target::Contribution {
        convention: tranche.convention.clone(),
        contribution: tranche.contribution.clone(),
        tranche: Some(tranche.number),
        path: tranche.path.clone(),
    };
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
    sheet.about(Some(target), line);
    if let Some(gate) = &tranche.gate {
        let mut line = vec![piece(Token::Text, "    ")];
        line.extend(words::gate(view, gate, 12));
        sheet.more(line);
    }
    if let Some(papers) = words::missing_papers(view, tranche) {
        sheet.more(vec![piece(Token::Muted, format!("    {papers}"))]);
    }
}

/// Payments and refunds, as they came.
fn movements(view: &View<'_>, convention: &Convention, sheet: &mut Sheet) {
    let record = RecordRef::new(RecordKind::Convention, convention.id.clone());
    let at = |list: &str, n: usize| Some(Target::value(record.clone(), Path::top().key(list).index(n)));
    let payments = convention.payments.iter().enumerate().map(|(n, payment)| {
        ("payments", n, payment.on, payment.amount, &payment.contribution, &payment.reference, "↓", Token::Good)
    });
    let refunds = convention.refunds.iter().enumerate().map(|(n, refund)| {
        ("refunds", n, refund.on, refund.amount, &refund.contribution, &refund.reference, "↑", Token::Warning)
    });
    let mut all: Vec<_> = payments.chain(refunds).filter(|movement| movement.2 <= view.data.as_of).collect();
    all.sort_by_key(|movement| movement.2);
    if !all.is_empty() {
        sheet.heading(&view.text("heading-movements"));
    }
    for (list, n, on, amount, contribution, reference, sign, token) in all {
        let reference = reference.as_deref().map(|reference| format!(" · {}", safe(reference))).unwrap_or_default();
        sheet.about(
            at(list, n),
            vec![
                piece(token, format!("  {sign} ")),
                piece(Token::Text, format!("{}  {}", view.locale.date(on), view.locale.money(amount))),
                piece(Token::Muted, format!("  {}{reference}", safe(contribution))),
            ],
        );
    }
}

fn resources(view: &View<'_>, convention: &Convention, sheet: &mut Sheet) {
    if convention.resources.is_empty() {
        return;
    }
    sheet.heading(&view.text("heading-resources"));
    for (n, resource) in convention.resources.iter().enumerate() {
        let record = RecordRef::new(RecordKind::Convention, convention.id.clone());
        let target = Some(Target::value(record, Path::top().key("resources").index(n)));
        let share = resource.share.as_deref().map(|share| format!(" · {}", view.share(share))).unwrap_or_default();
        let lasts = resource.lasts.map(|span| format!(" · {}", view.locale.span(span))).unwrap_or_default();
        let article = view.article(resource.article.as_deref());
        let words = format!("{}{share}{lasts}  {article}", safe(&resource.what));
        let from = piece(Token::Muted, format!("  {}  ", view.party_name(&resource.from)));
        sheet.wrapped(target, vec![from], Token::Text, &words);
    }
}

fn push_article(view: &View<'_>, article: Option<&str>, line: &mut Line) {
    let words = view.article(article);
    if !words.is_empty() {
        line.push(piece(Token::Muted, format!("  {words}")));
    }
}
