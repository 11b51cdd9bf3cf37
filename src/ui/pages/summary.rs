//! The state of a startup, and the findings of its records.

use super::{PageSubject, indicators, tasks};
use crate::model::{Convention, Id, KeyPath, RecordKind, RecordRef, Startup, Statistics};
use crate::report::{sanitize, statements};
use crate::rules::{OccurrenceState, StartupSummary, startup_summary};
use crate::ui::Token;
use crate::ui::list_screens::committees::describe::participants_of;
use crate::ui::list_screens::findings;
use crate::ui::render_context::RenderContext;
use crate::ui::state_style::{occurrence_style, severity_style};
use crate::ui::target::Target;
use crate::ui::widget::chart::bar;
use crate::ui::widget::page_builder::PageBuilder;
use crate::ui::widget::text::{StyledLine, piece};

pub(super) fn write(ctx: &RenderContext<'_>, subject: &PageSubject, builder: &mut PageBuilder) {
    match subject {
        PageSubject::Startup(id) => {
            let Some(startup) = ctx.startup(id) else { return };
            tasks::overview(ctx, startup, builder);
            if let Some(mission) = &startup.mission {
                builder.text(field(id, "mission"), Token::Text, 0, &sanitize(mission));
                builder.blank();
            }
            phases(ctx, startup, builder);
            if let Some(standing) = startup_summary(&ctx.data.portfolio, id, ctx.data.as_of) {
                state(ctx, &standing, builder);
            }
            findings_of(ctx, subject, builder);
            builder.blank();
            presentation(ctx, startup, builder);
            addresses(ctx, startup, builder);
            indicators::write(ctx, startup, builder);
        }
        PageSubject::Convention(id) => {
            if ctx.convention(id).is_some_and(Convention::is_framework) {
                let target = Some(Target::Convention(id.clone()));
                builder.text(target, Token::Text, 0, &ctx.text("framework-apart"));
            }
            findings_of(ctx, subject, builder);
        }
        PageSubject::Party(id) => {
            super::party::summary(ctx, id, builder);
            findings_of(ctx, subject, builder);
        }
        PageSubject::Person(id) => super::person::summary(ctx, id, builder),
    }
}

fn field(id: &Id, key: &str) -> Option<Target> {
    Some(Target::value(RecordRef::new(RecordKind::Startup, id.clone()), KeyPath::top().key(key)))
}

fn presentation(ctx: &RenderContext<'_>, startup: &Startup, builder: &mut PageBuilder) {
    if !startup.also.is_empty() {
        let also = startup.also.join(", ");
        builder.value(field(&startup.id, "also"), &ctx.text("label-also"), Token::Text, &sanitize(&also));
    }
    let coaches = ctx.coaches(startup);
    if !coaches.is_empty() {
        builder.value(field(&startup.id, "coaches"), &ctx.text("label-coach"), Token::Text, &coaches);
    }
    // Those of other days, with their days.
    if startup.coaches.len() > 1 {
        let all = startup.coaches.iter().map(|one| statements::coach(one, &ctx.data.portfolio, ctx.locale));
        let all = sanitize(&all.collect::<Vec<_>>().join(", ")).into_owned();
        builder.value(field(&startup.id, "coaches"), &ctx.text("value-coaches"), Token::Muted, &all);
    }
    if let Some(incubator) = &startup.incubator {
        let mut names = ctx.party_name(incubator);
        if !startup.former_incubators.is_empty() {
            let former: Vec<_> = startup.former_incubators.iter().map(|id| ctx.party_name(id)).collect();
            names = format!("{names} ← {}", former.join(" ← "));
        }
        builder.value(field(&startup.id, "incubator"), &ctx.text("label-incubator"), Token::Text, &names);
    }
    for (n, one) in startup.incubators.iter().enumerate() {
        let label = if n == 0 { ctx.text("value-incubators") } else { String::new() };
        let words = statements::stay(one, &ctx.data.portfolio, ctx.locale);
        builder.value(field(&startup.id, "incubators"), &label, Token::Muted, &sanitize(&words));
    }
    if let Some(slug) = &startup.slug {
        builder.value(field(&startup.id, "slug"), &ctx.text("value-slug"), Token::Text, &sanitize(slug));
    }
    for (n, id) in startup.sponsors.iter().enumerate() {
        let label = if n == 0 { ctx.text("label-sponsors") } else { String::new() };
        let record = RecordRef::new(RecordKind::Startup, startup.id.clone());
        let target = Target::value(record, KeyPath::entry("sponsors", n));
        builder.value(Some(target), &label, Token::Text, &ctx.party_name(id));
    }
}

/// The phases in order, with the current one emphasized.
fn phases(ctx: &RenderContext<'_>, startup: &Startup, builder: &mut PageBuilder) {
    let now = startup.phase_on(ctx.data.as_of);
    let mut line = StyledLine::new();
    let mut phases: Vec<_> = startup.phases.iter().collect();
    phases.sort_by_key(|start| start.from);
    for start in phases {
        if !line.is_empty() {
            line.push(piece(Token::Border, " → "));
        }
        let is_now = now == Some(start);
        let token = if is_now { Token::Title } else { Token::Muted };
        line.push(piece(token, ctx.text(&format!("phase-{}", start.phase.name()))));
        line.push(piece(Token::Muted, format!(" {}", ctx.locale.date(start.from).trim_start())));
    }
    if line.is_empty() {
        line.push(piece(Token::Unknown, "?"));
    }
    builder.flow(field(&startup.id, "phases"), &ctx.text("label-phase"), line);
    if let Some(start) = now {
        builder.figure(start.from);
    }
}

fn state(ctx: &RenderContext<'_>, standing: &StartupSummary, builder: &mut PageBuilder) {
    let figures = &standing.figures;
    let target = Some(Target::Startup(standing.startup.clone()));
    let mut line = bar(figures.received, figures.payable, 12);
    let received = ctx.locale.money(figures.received);
    line.push(piece(Token::Text, format!(" {received}")));
    line.push(piece(Token::Muted, format!(" / {}", ctx.locale.money(figures.payable))));
    builder.named(target.clone(), &ctx.text("label-received"), line);
    builder.figure(if figures.received.is_zero() { figures.payable } else { figures.received });
    if figures.committed != figures.payable {
        let promised = ctx.locale.money(figures.committed);
        builder.value(target.clone(), &ctx.capital("figure-committed"), Token::Muted, &promised);
    }
    if !standing.shared_with.is_empty() {
        let names = ctx.startup_names(&standing.shared_with);
        builder.value(target.clone(), &ctx.text("label-shared-with"), Token::Muted, &names);
    }
    if let Some(clock) = &standing.committee {
        builder.named(target.clone(), &ctx.text("label-committee"), vec![ctx.clock(clock)]);
        if let Some(day) = clock.planned.or(clock.next_due) {
            builder.figure(day);
        }
        if let Some(words) = participants_of(ctx, clock) {
            builder.value(target.clone(), "", Token::Muted, &words);
        }
    }
    for brief in &standing.conventions {
        let target = Some(Target::Convention(brief.id.clone()));
        builder.named(
            target,
            &ctx.text("label-convention"),
            vec![ctx.status(brief.status, brief.ends, brief.ends_estimated)],
        );
        if let Some(ends) = brief.ends {
            builder.figure(ends);
        }
    }
    for (count, state) in
        [(standing.all_late(), OccurrenceState::Late), (standing.undetermined, OccurrenceState::Undetermined)]
    {
        if count > 0 {
            let words = ctx.count(&format!("total-{}", state.name()), count);
            let label = ctx.text("section-obligations");
            builder.named(target.clone(), &label, vec![ctx.marked(occurrence_style(state), &words)]);
        }
    }
    if let (Some(day), Some(runway)) = (standing.runs_out, ctx.runway(standing)) {
        builder.value(target, &ctx.text("label-runs-out"), runway.token, &runway.text);
        builder.figure(day);
    }
}

fn addresses(ctx: &RenderContext<'_>, startup: &Startup, builder: &mut PageBuilder) {
    let mut place = |key: &str, value: &str| {
        let label = ctx.text(&format!("label-{key}"));
        builder.linked_value(field(&startup.id, key), &label, &sanitize(value), ctx.link(value));
        let seen = match key {
            "statistics" => startup.statistics_seen,
            "repository" => startup.repository_seen,
            _ => None,
        };
        if let Some(day) = seen.filter(|day| *day <= ctx.data.as_of) {
            builder.continued(builder.label(), Token::Muted, &ctx.dated("address-seen", day));
        }
    };
    if let Some(site) = &startup.site {
        place("site", site);
    }
    match &startup.statistics {
        Some(Statistics::At(address)) => place("statistics", address),
        Some(Statistics::Declared(true)) => place("statistics", &ctx.text("statistics-declared")),
        Some(Statistics::Declared(false)) => place("statistics", &ctx.text("statistics-none")),
        None => {}
    }
    if let Some(repository) = &startup.repository {
        place("repository", repository);
    }
    if let Some(fast) = &startup.fast {
        let amount = fast.amount.map(|amount| ctx.locale.money_short(amount));
        let promotion = fast.promotion.map(|promotion| format!("promotion {promotion}"));
        let words: Vec<_> = promotion.into_iter().chain(amount).collect();
        place("fast", &words.join(" · "));
    }
}

pub(super) fn findings_of(ctx: &RenderContext<'_>, subject: &PageSubject, builder: &mut PageBuilder) {
    // Findings about conventions are shown on the pages of their startups, not on those of the parties.
    let of_party = matches!(subject, PageSubject::Party(_));
    let conventions = if of_party { Vec::new() } else { subject.conventions(ctx) };
    let is_of = |record: &RecordRef| match record.kind {
        RecordKind::Startup => matches!(subject, PageSubject::Startup(id) if *id == record.id),
        RecordKind::Convention => conventions.contains(&record.id),
        RecordKind::Party => matches!(subject, PageSubject::Party(id) if *id == record.id),
        RecordKind::Portfolio | RecordKind::Review => false,
    };
    let mut first = true;
    for diagnostic in ctx.data.diagnostics.iter().filter(|found| found.finding.record().is_some_and(is_of)) {
        if std::mem::take(&mut first) {
            builder.heading(&ctx.text("heading-findings"));
        }
        let (sign, token) = severity_style(diagnostic.finding.severity);
        let target = Some(Target::Fact(diagnostic.finding.place.clone()));
        let message = findings::message(ctx, diagnostic);
        builder.wrapped(target, vec![piece(token, format!("{sign} "))], Token::Text, &message);
    }
}
