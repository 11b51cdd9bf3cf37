//! What is known of one party: who it is, its accounts, what it signed, what it gives and receives, owes and is owed.

use super::{Subject, accounts, nothing, obligations};
use crate::model::{Arg, Id, Path, RecordKind, RecordRef};
use crate::report::sanitize;
use crate::rules::{Figures, Occurrence, OccurrenceState, Promise, convention_standing};
use crate::ui::Token;
use crate::ui::command::Command;
use crate::ui::target::Target;
use crate::ui::view::View;
use crate::ui::widget::chart::bar;
use crate::ui::widget::sheet::Sheet;
use crate::ui::widget::text::piece;

/// How many lines are written of what there can be thousands of; the lists have the rest.
const MOST: usize = 60;

pub(super) fn summary(view: &View<'_>, id: &Id, sheet: &mut Sheet) {
    let Some(party) = view.data.portfolio.parties.get(id) else { return };
    let record = || RecordRef::new(RecordKind::Party, id.clone());
    let at = |key: &str| Some(Target::value(record(), Path::top().key(key)));
    sheet.value(at("name"), &view.text("label-name"), Token::Text, &sanitize(&party.name));
    if !party.also.is_empty() {
        sheet.value(at("also"), &view.text("label-also"), Token::Text, &sanitize(&party.also.join(", ")));
    }
    for (key, value) in [("kind", &party.kind), ("siren", &party.siren), ("address", &party.address)] {
        if let Some(value) = value {
            sheet.value(at(key), &view.text(&format!("label-{key}")), Token::Text, &sanitize(value));
        }
    }
    sheet.heading(&view.text("heading-accounts"));
    if party.accounts.is_empty() {
        nothing(view, Target::Party(id.clone()), "no-account", Command::AddAccount, sheet);
    }
    for (n, account) in party.accounts.iter().enumerate() {
        let target = Target::value(record(), Path::top().key("accounts").index(n));
        let name = account.id.as_deref().map_or_else(|| format!("{}", n + 1), |id| sanitize(id).into_owned());
        accounts::write(view, Some(target), &name, account, "", sheet);
    }
    conventions(view, id, sheet);
}

/// What it signed, or is to sign.
fn conventions(view: &View<'_>, id: &Id, sheet: &mut Sheet) {
    let all = view.data.portfolio.conventions.values();
    let its = all.filter(|one| !one.is_amendment() && one.parties.contains(id));
    let its: Vec<_> = its.collect();
    sheet.heading(&view.text("heading-conventions"));
    for convention in its.iter().take(MOST) {
        let Some(standing) = convention_standing(&view.data.portfolio, &convention.id, view.data.as_of) else {
            continue;
        };
        let target = Some(Target::Convention(convention.id.clone()));
        let status = view.status(standing.status, standing.ends);
        sheet.wrapped(target, vec![status, piece(Token::Text, "  ")], Token::Text, &sanitize(&convention.title));
    }
    more(view, its.len(), sheet);
}

fn more(view: &View<'_>, count: usize, sheet: &mut Sheet) {
    if count > MOST {
        sheet.text(None, Token::Muted, 0, &view.count("and-more", count - MOST));
    }
}

/// What it gives and what it receives, convention by convention, and what that comes to.
pub(super) fn funding(view: &View<'_>, subject: &Subject, sheet: &mut Sheet) {
    let Subject::Party(id) = subject else { return };
    let all = || view.data.answers.promises.iter();
    let gives: Vec<_> = all().filter(|promise| promise.contribution.from == *id).collect();
    let receives: Vec<_> = all().filter(|promise| promise.contribution.to.as_ref() == Some(id)).collect();
    if gives.is_empty() && receives.is_empty() {
        sheet.text(Some(subject.target()), Token::Muted, 0, &view.text("party-no-money"));
    }
    for (key, promises) in [("heading-gives", gives), ("heading-receives", receives)] {
        if promises.is_empty() {
            continue;
        }
        sheet.heading(&view.text(key));
        let mut sum = Figures::default();
        // Framework money is never added to the startups'.
        for promise in promises.iter().filter(|promise| !promise.framework) {
            sum += promise.contribution.figures;
        }
        super::funding::figures(view, &sum, &subject.target(), sheet);
        sheet.blank();
        for promise in promises.iter().take(MOST) {
            self::promise(view, promise, sheet);
        }
        more(view, promises.len(), sheet);
    }
}

fn promise(view: &View<'_>, promise: &Promise, sheet: &mut Sheet) {
    let contribution = &promise.contribution;
    let target = Target::promise(promise, None);
    let figures = &contribution.figures;
    let mut line = bar(figures.received, figures.committed, 8);
    line.push(piece(Token::Text, format!(" {}  ", view.received_of(figures.received, figures.committed))));
    sheet.wrapped(Some(target), line, Token::Muted, &view.convention_title(&contribution.convention));
}

/// What it must still do, and what is still owed to it, the most urgent first.
pub(super) fn obligations(view: &View<'_>, subject: &Subject, sheet: &mut Sheet) {
    let Subject::Party(id) = subject else { return };
    let is_open = |one: &&Occurrence| !matches!(one.state, OccurrenceState::Done | OccurrenceState::Standing);
    for (key, side) in [("heading-owes", 0), ("heading-owed", 1)] {
        let whose = |one: &&Occurrence| [&one.debtor, &one.creditor][side].as_ref() == Some(id);
        // The late first, then by due date, as the rules have them.
        let open: Vec<_> = view.data.answers.occurrences.iter().filter(is_open).filter(whose).collect();
        sheet.heading(&view.locale.message(key, &[("count", Arg::count(open.len()))]));
        if open.is_empty() {
            sheet.text(Some(subject.target()), Token::Muted, 0, &view.text("party-nothing-open"));
        }
        for occurrence in open.iter().take(MOST) {
            obligations::occurrence(view, Occurrence::clone(occurrence), sheet);
        }
        more(view, open.len(), sheet);
    }
}
