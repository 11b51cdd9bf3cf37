//! All that is known of a contribution or of one of its tranches.

use crate::model::Money;
use crate::report::safe;
use crate::rules::TrancheStanding;
use crate::ui::Token;
use crate::ui::view::{View, bar, tranche_mark};
use crate::ui::widget::page::PageLine;
use crate::ui::widget::sheet::Sheet;
use crate::ui::widget::text::piece;

use super::{Part, words};

/// The lines of the preview.
pub(super) fn lines(view: &View<'_>, part: Part<'_>, width: usize) -> Vec<PageLine> {
    let (promise, tranche) = (part.promise, part.tranche());
    let mut sheet = Sheet::new(width, if width < 50 { 11 } else { 16 });
    let contribution = &promise.contribution;
    let between = view.between(Some(&contribution.from), contribution.to.as_ref());
    sheet.text(None, Token::Title, 0, &between);
    let (received, promised) = match tranche {
        Some(tranche) => (tranche.paid, tranche.amount),
        None => (contribution.figures.received, contribution.figures.committed),
    };
    let mut money = if contribution.to.is_some() { bar(received, promised, 12) } else { Vec::new() };
    let words = if contribution.to.is_some() {
        format!(" {}", view.received_in_words(received, promised))
    } else {
        format!("{} · {}", view.locale.money(promised), view.text("spends-itself"))
    };
    money.push(piece(Token::Text, words));
    sheet.line(money);
    sheet.blank();
    for one in promise.tranches.iter().filter(|one| tranche.is_none_or(|only| only.number == one.number)) {
        self::tranche(view, one, &mut sheet);
    }
    if contribution.figures.late > Money::ZERO {
        sheet.value(
            None,
            &view.capital("figure-late"),
            Token::Bad,
            &format!("✗ {}", view.locale.money(contribution.figures.late)),
        );
    }
    sheet.value(None, &view.text("label-convention"), Token::Text, &view.convention_title(&contribution.convention));
    if let Some(article) = tranche.and_then(|one| one.article.as_ref()).or(contribution.article.as_ref()) {
        sheet.value(None, &view.text("label-article"), Token::Text, &safe(article));
    }
    let path = tranche.map_or(&contribution.path, |one| &one.path);
    let record = format!("conventions/{}.toml · {path}", contribution.record.id);
    sheet.value(None, &view.text("label-record"), Token::Muted, &record);
    sheet.into_lines()
}

fn tranche(view: &View<'_>, tranche: &TrancheStanding, sheet: &mut Sheet) {
    let mark = tranche_mark(tranche.state);
    let state = view.text(&format!("tranche-{}", tranche.state.name()));
    let mut line = vec![
        piece(mark.1, format!("{} {state}", mark.0)),
        piece(Token::Text, format!("  {}", view.locale.money(tranche.amount))),
    ];
    if let Some(due) = tranche.due {
        line.push(piece(Token::Muted, format!(" · {}", view.dated("due-on", due))));
    }
    sheet.line(line);
    if let Some(trigger) = words::trigger(view, tranche) {
        sheet.text(None, Token::Muted, 2, &trigger);
    }
    if let Some(gate) = &tranche.gate {
        let mut line = vec![piece(Token::Text, "  ")];
        line.extend(words::gate(view, gate, 12));
        sheet.line(line);
    }
    if let Some(papers) = words::missing_papers(view, tranche) {
        sheet.text(None, Token::Muted, 2, &papers);
    }
}
