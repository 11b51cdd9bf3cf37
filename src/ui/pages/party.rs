//! The page of a party: its accounts, conventions, contributions and obligations.

use crate::edit::Verb;

use super::{PageSubject, accounts, more as more_keys, obligations};
use crate::model::{Id, KeyPath, MessageArg, RecordKind, RecordRef};
use crate::report::sanitize;
use crate::rules::{Commitment, Figures, Occurrence, OccurrenceState, convention_summary};
use crate::ui::Token;
use crate::ui::command::Command;
use crate::ui::render_context::RenderContext;
use crate::ui::target::Target;
use crate::ui::widget::chart::bar;
use crate::ui::widget::page_builder::PageBuilder;
use crate::ui::widget::text::piece;

/// The maximum number of lines per part; the list screens have the rest.
const MOST: usize = 60;

pub(super) fn summary(ctx: &RenderContext<'_>, id: &Id, builder: &mut PageBuilder) {
    let Some(party) = ctx.data.portfolio.parties.get(id) else { return };
    let record = || RecordRef::new(RecordKind::Party, id.clone());
    let at = |key: &str| Some(Target::value(record(), KeyPath::top().key(key)));
    builder.value(at("name"), &ctx.text("label-name"), Token::Text, &sanitize(&party.name));
    if !party.also.is_empty() {
        builder.value(at("also"), &ctx.text("label-also"), Token::Text, &sanitize(&party.also.join(", ")));
    }
    let values = [
        ("kind", &party.kind),
        ("siren", &party.siren),
        ("siret", &party.siret),
        ("address", &party.address),
        ("contact", &party.contact),
    ];
    for (key, value) in values {
        if let Some(value) = value {
            builder.value(at(key), &ctx.text(&format!("value-{key}")), Token::Text, &sanitize(value));
        }
    }
    more_keys(ctx, at("extra"), &party.extra, builder);
    builder.heading(&ctx.text("heading-accounts"));
    if party.accounts.is_empty() {
        builder.about(Some(Target::Party(id.clone())), ctx.empty_hint("no-account", Command::Verb(Verb::Account)));
    }
    for (n, account) in party.accounts.iter().enumerate() {
        let target = Target::value(record(), KeyPath::entry("accounts", n));
        let name = account.id.as_deref().map_or_else(|| format!("{}", n + 1), |id| sanitize(id).into_owned());
        accounts::write(ctx, Some(target), &name, account, "", builder);
    }
    conventions(ctx, id, builder);
}

fn conventions(ctx: &RenderContext<'_>, id: &Id, builder: &mut PageBuilder) {
    let all = ctx.data.portfolio.conventions.values();
    let its = all.filter(|one| !one.is_amendment() && one.parties.contains(id));
    let its: Vec<_> = its.collect();
    builder.heading(&ctx.text("heading-conventions"));
    for convention in its.iter().take(MOST) {
        let Some(standing) = convention_summary(&ctx.data.portfolio, &convention.id, ctx.data.as_of) else {
            continue;
        };
        let target = Some(Target::Convention(convention.id.clone()));
        let status = ctx.status(standing.status, standing.ends, standing.ends_estimated);
        let names = ctx.startup_names(&convention.startups);
        let title = ctx.convention_title(&convention.id);
        let title = if title.starts_with(&names) { title } else { format!("{names} · {title}") };
        builder.wrapped(target, vec![status, piece(Token::Text, "  ")], Token::Text, &title);
    }
    more(ctx, its.len(), builder);
}

fn more(ctx: &RenderContext<'_>, count: usize, builder: &mut PageBuilder) {
    if count > MOST {
        builder.text(None, Token::Muted, 0, &ctx.count("and-more", count - MOST));
    }
}

/// Given and received amounts by convention, and their sums.
pub(super) fn funding(ctx: &RenderContext<'_>, subject: &PageSubject, builder: &mut PageBuilder) {
    let PageSubject::Party(id) = subject else { return };
    let all = || ctx.data.answers.commitments.iter();
    let gives: Vec<_> = all().filter(|promise| promise.contribution.from == *id).collect();
    let receives: Vec<_> = all().filter(|promise| promise.contribution.to.as_ref() == Some(id)).collect();
    if gives.is_empty() && receives.is_empty() {
        builder.text(Some(subject.target()), Token::Muted, 0, &ctx.text("party-no-money"));
    }
    for (key, promises) in [("heading-gives", gives), ("heading-receives", receives)] {
        if promises.is_empty() {
            continue;
        }
        builder.heading(&ctx.text(key));
        let mut sum = Figures::default();
        // Frameworks are counted separately.
        for promise in promises.iter().filter(|promise| !promise.framework) {
            sum += promise.contribution.figures;
        }
        super::funding::figures(ctx, &sum, &subject.target(), builder);
        let mut frameworks = Figures::default();
        for promise in promises.iter().filter(|promise| promise.framework) {
            frameworks += promise.contribution.figures;
        }
        if !frameworks.payable.is_zero() {
            let words = ctx.received_of(frameworks.received, frameworks.payable);
            builder.text(None, Token::Muted, 0, &format!("{} {words}", ctx.text("total-apart")));
        }
        builder.blank();
        for promise in promises.iter().take(MOST) {
            self::promise(ctx, promise, builder);
        }
        more(ctx, promises.len(), builder);
    }
}

fn promise(ctx: &RenderContext<'_>, promise: &Commitment, builder: &mut PageBuilder) {
    let contribution = &promise.contribution;
    let target = Target::promise(promise, None);
    let figures = &contribution.figures;
    let mut line = bar(figures.received, figures.payable, 8);
    line.push(piece(Token::Text, format!(" {}  ", ctx.received_of(figures.received, figures.payable))));
    builder.wrapped(Some(target), line, Token::Muted, &ctx.commitment_title(promise));
}

/// Open obligations of and to the party, the most urgent first.
pub(super) fn obligations(ctx: &RenderContext<'_>, subject: &PageSubject, builder: &mut PageBuilder) {
    let PageSubject::Party(id) = subject else { return };
    let is_open = |one: &&Occurrence| !matches!(one.state, OccurrenceState::Done | OccurrenceState::Standing);
    for (key, side) in [("heading-owes", 0), ("heading-owed", 1)] {
        let whose = |one: &&Occurrence| [&one.debtors, &one.creditors][side].contains(id);
        // In the order of the rules: late ones first, then by due day.
        let open: Vec<_> = ctx.data.answers.occurrences.iter().filter(is_open).filter(whose).collect();
        builder.heading(&ctx.locale.message(key, &[("count", MessageArg::count(open.len()))]));
        if open.is_empty() {
            builder.text(Some(subject.target()), Token::Muted, 0, &ctx.text("party-nothing-open"));
        }
        for occurrence in open.iter().take(MOST) {
            obligations::named_occurrence(ctx, Occurrence::clone(occurrence), builder);
        }
        more(ctx, open.len(), builder);
    }
}
