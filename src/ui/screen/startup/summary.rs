//! What it is, how it stands, what is wrong in its records.

use super::{Subject, indicators};
use crate::model::{Convention, Id, Path, RecordKind, RecordRef, Startup, Statistics};
use crate::report::sanitize;
use crate::rules::{OccurrenceState, StartupStanding, startup_standing};
use crate::ui::Token;
use crate::ui::mark::{occurrence_mark, severity_mark};
use crate::ui::screen::findings;
use crate::ui::target::Target;
use crate::ui::view::View;
use crate::ui::widget::chart::bar;
use crate::ui::widget::sheet::Sheet;
use crate::ui::widget::text::{Line, piece};

pub(super) fn write(view: &View<'_>, subject: &Subject, sheet: &mut Sheet) {
    match subject {
        Subject::Startup(id) => {
            let Some(startup) = view.startup(id) else { return };
            if let Some(mission) = &startup.mission {
                sheet.text(field(id, "mission"), Token::Text, 0, &sanitize(mission));
                sheet.blank();
            }
            phases(view, startup, sheet);
            if let Some(standing) = startup_standing(&view.data.portfolio, id, view.data.as_of) {
                stand(view, &standing, sheet);
            }
            wrong(view, subject, sheet);
            sheet.blank();
            presentation(view, startup, sheet);
            places(view, startup, sheet);
            indicators::write(view, startup, sheet);
        }
        Subject::Convention(id) => {
            if view.convention(id).is_some_and(Convention::is_framework) {
                let target = Some(Target::Convention(id.clone()));
                sheet.text(target, Token::Text, 0, &view.text("framework-apart"));
            }
            wrong(view, subject, sheet);
        }
        Subject::Party(id) => {
            super::party::summary(view, id, sheet);
            wrong(view, subject, sheet);
        }
    }
}

/// A field of the startup's record.
fn field(id: &Id, key: &str) -> Option<Target> {
    Some(Target::value(RecordRef::new(RecordKind::Startup, id.clone()), Path::top().key(key)))
}

fn presentation(view: &View<'_>, startup: &Startup, sheet: &mut Sheet) {
    if !startup.also.is_empty() {
        let also = startup.also.join(", ");
        sheet.value(field(&startup.id, "also"), &view.text("label-also"), Token::Text, &sanitize(&also));
    }
    if let Some(incubator) = &startup.incubator {
        let mut names = view.party_name(incubator);
        if !startup.former_incubators.is_empty() {
            let former: Vec<_> = startup.former_incubators.iter().map(|id| view.party_name(id)).collect();
            names = format!("{names} ← {}", former.join(" ← "));
        }
        sheet.value(field(&startup.id, "incubator"), &view.text("label-incubator"), Token::Text, &names);
    }
    for (n, id) in startup.sponsors.iter().enumerate() {
        let label = if n == 0 { view.text("label-sponsors") } else { String::new() };
        let record = RecordRef::new(RecordKind::Startup, startup.id.clone());
        let target = Target::value(record, Path::top().key("sponsors").index(n));
        sheet.value(Some(target), &label, Token::Text, &view.party_name(id));
    }
}

/// The phases in their order, the one of the day in full.
fn phases(view: &View<'_>, startup: &Startup, sheet: &mut Sheet) {
    let now = startup.phase_on(view.data.as_of);
    let mut line = Line::new();
    let mut phases: Vec<_> = startup.phases.iter().collect();
    phases.sort_by_key(|start| start.from);
    for start in phases {
        if !line.is_empty() {
            line.push(piece(Token::Border, " → "));
        }
        let is_now = now == Some(start);
        let token = if is_now { Token::Title } else { Token::Muted };
        line.push(piece(token, view.text(&format!("phase-{}", start.phase.name()))));
        line.push(piece(Token::Muted, format!(" {}", view.locale.date(start.from).trim_start())));
    }
    if line.is_empty() {
        line.push(piece(Token::Unknown, "?"));
    }
    sheet.flow(field(&startup.id, "phases"), &view.text("label-phase"), line);
    if let Some(start) = now {
        sheet.figure(start.from);
    }
}

fn stand(view: &View<'_>, standing: &StartupStanding, sheet: &mut Sheet) {
    let figures = &standing.figures;
    let target = Some(Target::Startup(standing.startup.clone()));
    let mut line = bar(figures.received, figures.committed, 12);
    let received = view.locale.money(figures.received);
    line.push(piece(Token::Text, format!(" {received}")));
    line.push(piece(Token::Muted, format!(" / {}", view.locale.money(figures.committed))));
    sheet.named(target.clone(), &view.text("label-received"), line);
    sheet.figure(if figures.received.is_zero() { figures.committed } else { figures.received });
    if let Some(clock) = &standing.committee {
        sheet.named(target.clone(), &view.text("label-committee"), vec![view.clock(clock)]);
        if let Some(day) = clock.planned.or(clock.next_due) {
            sheet.figure(day);
        }
    }
    for brief in &standing.conventions {
        let target = Some(Target::Convention(brief.id.clone()));
        sheet.named(target, &view.text("label-convention"), vec![view.status(brief.status, brief.ends)]);
        if let Some(ends) = brief.ends {
            sheet.figure(ends);
        }
    }
    for (count, state) in
        [(standing.late, OccurrenceState::Late), (standing.undetermined, OccurrenceState::Undetermined)]
    {
        if count > 0 {
            let words = view.count(&format!("total-{}", state.name()), count);
            let label = view.text("section-obligations");
            sheet.named(target.clone(), &label, vec![view.marked(occurrence_mark(state), &words)]);
        }
    }
    if let Some(day) = standing.runs_out {
        sheet.value(target, &view.text("label-runs-out"), Token::Warning, &view.locale.date_long(day));
        sheet.figure(day);
    }
}

fn places(view: &View<'_>, startup: &Startup, sheet: &mut Sheet) {
    let mut place = |key: &str, value: &str| {
        let label = view.text(&format!("label-{key}"));
        sheet.value(field(&startup.id, key), &label, Token::Text, &sanitize(value));
    };
    if let Some(site) = &startup.site {
        place("site", site);
    }
    match &startup.statistics {
        Some(Statistics::At(address)) => place("statistics", address),
        Some(Statistics::Declared(true)) => place("statistics", &view.text("statistics-declared")),
        Some(Statistics::Declared(false)) => place("statistics", &view.text("statistics-none")),
        None => {}
    }
    if let Some(repository) = &startup.repository {
        place("repository", repository);
    }
    if let Some(fast) = &startup.fast {
        let amount = fast.amount.map(|amount| view.locale.money_short(amount));
        let promotion = fast.promotion.map(|promotion| format!("promotion {promotion}"));
        let words: Vec<_> = promotion.into_iter().chain(amount).collect();
        place("fast", &words.join(" · "));
    }
}

/// The findings in its records.
fn wrong(view: &View<'_>, subject: &Subject, sheet: &mut Sheet) {
    // What is wrong in its conventions is told with them, not with each party of them.
    let of_party = matches!(subject, Subject::Party(_));
    let conventions = if of_party { Vec::new() } else { subject.conventions(view) };
    let is_of = |record: &RecordRef| match record.kind {
        RecordKind::Startup => matches!(subject, Subject::Startup(id) if *id == record.id),
        RecordKind::Convention => conventions.contains(&record.id),
        RecordKind::Party => matches!(subject, Subject::Party(id) if *id == record.id),
        RecordKind::Portfolio => false,
    };
    let mut first = true;
    for diagnostic in view.data.diagnostics.iter().filter(|found| found.finding.record().is_some_and(is_of)) {
        if std::mem::take(&mut first) {
            sheet.heading(&view.text("heading-findings"));
        }
        let (sign, token) = severity_mark(diagnostic.finding.severity);
        let target = Some(Target::Fact(diagnostic.finding.place.clone()));
        let message = findings::message(view, diagnostic);
        sheet.wrapped(target, vec![piece(token, format!("{sign} "))], Token::Text, &message);
    }
}
