//! What is known of one party: who it is, its accounts, what it gives and receives.

use super::Subject;
use crate::model::{Id, Path, RecordKind, RecordRef};
use crate::report::safe;
use crate::rules::Promise;
use crate::ui::Token;
use crate::ui::target::Target;
use crate::ui::view::View;
use crate::ui::widget::chart::bar;
use crate::ui::widget::sheet::Sheet;
use crate::ui::widget::text::piece;

pub(super) fn summary(view: &View<'_>, id: &Id, sheet: &mut Sheet) {
    let Some(party) = view.data.portfolio.parties.get(id) else { return };
    let at = |key: &str| Some(Target::value(RecordRef::new(RecordKind::Party, id.clone()), Path::top().key(key)));
    sheet.value(at("name"), &view.text("label-name"), Token::Text, &safe(&party.name));
    if !party.also.is_empty() {
        sheet.value(at("also"), &view.text("label-also"), Token::Text, &safe(&party.also.join(", ")));
    }
    for (key, value) in [("kind", &party.kind), ("siren", &party.siren), ("address", &party.address)] {
        if let Some(value) = value {
            sheet.value(at(key), &view.text(&format!("label-{key}")), Token::Text, &safe(value));
        }
    }
}

/// What it gives and what it receives, convention by convention.
pub(super) fn funding(view: &View<'_>, subject: &Subject, sheet: &mut Sheet) {
    let Subject::Party(id) = subject else { return };
    let all = || view.data.answers.promises.iter();
    let gives: Vec<_> = all().filter(|promise| promise.contribution.from == *id).collect();
    let receives: Vec<_> = all().filter(|promise| promise.contribution.to.as_ref() == Some(id)).collect();
    for (key, promises) in [("heading-gives", gives), ("heading-receives", receives)] {
        if !promises.is_empty() {
            sheet.heading(&view.text(key));
        }
        for promise in promises {
            self::promise(view, promise, sheet);
        }
    }
}

fn promise(view: &View<'_>, promise: &Promise, sheet: &mut Sheet) {
    let contribution = &promise.contribution;
    let target = Target::Contribution {
        convention: contribution.convention.clone(),
        contribution: contribution.id.clone(),
        tranche: None,
        path: contribution.path.clone(),
    };
    let figures = &contribution.figures;
    let mut line = bar(figures.received, figures.committed, 8);
    line.push(piece(Token::Text, format!(" {}  ", view.received_of(figures.received, figures.committed))));
    sheet.wrapped(Some(target), line, Token::Muted, &view.convention_title(&contribution.convention));
}
