//! Everything about a startup.

use super::{PARAGRAPH, RecordPage, document, money};
use crate::locale::Locale;
use crate::model::{Action, Committee, Date, Id, MessageArg, Portfolio, Startup, Statistics, TermLength};
use crate::report::table::{Table, TableColumn, wrap};
use crate::report::text::{amount, committees, day, funding, heading, names};
use crate::report::{sanitize, statements, words};
use crate::rules::{self, CommitteeClock, ConventionSummary, StartupSummary};

pub(super) fn show(page: &mut RecordPage<'_>, portfolio: &Portfolio, id: &Id, as_of: Date) -> Option<()> {
    let startup = portfolio.startups.get(id)?;
    let standing = rules::startup_summary(portfolio, id, as_of)?;
    let (locale, width) = (page.locale, page.width);
    page.title(&startup.name);
    page.fields(&fields(locale, portfolio, startup, &standing, as_of));
    page.section("phases", &phases(locale, startup, as_of, width));
    page.section("conventions", &conventions(locale, portfolio, &standing, width));
    let figures = [(startup.name.clone(), standing.figures)];
    page.section("funding", &funding::figures(&heading(locale, "startup"), &figures, locale, width));
    let standings: Vec<ConventionSummary> = (standing.conventions.iter())
        .filter_map(|brief| rules::convention_summary(portfolio, &brief.id, as_of))
        .map(|standing| only_of_startup(standing, id))
        .collect();
    page.section("contributions", &money::contributions(locale, &standings, width));
    page.section("tranches", &money::tranches(locale, &standings, width));
    page.occurrences("obligations", rules::startup_occurrences(portfolio, id, as_of).iter(), false);
    let clocks = rules::committee_clocks(portfolio, id, as_of);
    let clocks: Vec<&CommitteeClock> = clocks.iter().collect();
    page.section("committee-clock", &committees::table(portfolio, &clocks, locale, width));
    page.section("committees", &meetings(page, &startup.committees, as_of));
    page.section("actions", &actions(locale, &startup.actions, as_of, width));
    page.section("indicators", &indicators(locale, startup, as_of, width));
    page.section("notes", &notes(locale, startup, as_of, width));
    page.section("extra", &document::extra(&startup.extra));
    Some(())
}

/// Removes the contributions that name another startup.
fn only_of_startup(mut standing: ConventionSummary, startup: &Id) -> ConventionSummary {
    standing.contributions.retain(|one| one.startup.as_ref().is_none_or(|named| named == startup));
    let kept: Vec<&String> = standing.contributions.iter().map(|one| &one.id).collect();
    standing.tranches.retain(|tranche| kept.contains(&&tranche.contribution));
    standing
}

/// Returns the day, marked if it is in the future.
fn day_or_ahead(locale: &Locale, day: Date, as_of: Date) -> String {
    let day_itself = locale.date(day);
    if day > as_of { format!("{day_itself} {}", locale.text("report-ahead")) } else { day_itself }
}

/// Returns the day on which the money runs out; once it has passed, also the day since which nothing was recorded.
fn runway(locale: &Locale, standing: &StartupSummary, as_of: Date) -> String {
    let until = day(locale, standing.runs_out);
    match standing.silent_since(as_of) {
        Some(since) => format!("{until} · {}", words::silent_since(since, locale)),
        None => until,
    }
}

fn fields(
    locale: &Locale,
    portfolio: &Portfolio,
    startup: &Startup,
    standing: &StartupSummary,
    as_of: Date,
) -> Vec<(&'static str, String)> {
    let phase = standing.phase.map(|(phase, from)| {
        format!("{}, {}", locale.text(&format!("phase-{}", phase.name())), locale.date(from).trim_start())
    });
    let statistics = match &startup.statistics {
        Some(Statistics::At(address)) => address.clone(),
        Some(Statistics::Declared(declared)) => locale.text(if *declared { "report-yes" } else { "report-no" }),
        None => String::new(),
    };
    let seen = |address: String, on: Option<Date>| match on.filter(|on| *on <= as_of) {
        Some(on) => format!("{address} ({})", locale.date(on).trim_start()),
        None => address,
    };
    vec![
        ("id", startup.id.to_string()),
        ("also", startup.also.join(", ")),
        ("slug", startup.slug.clone().unwrap_or_default()),
        ("mission", startup.mission.clone().unwrap_or_default()),
        ("phase", phase.unwrap_or_default()),
        ("incubator", startup.incubator.as_ref().map(Id::to_string).unwrap_or_default()),
        ("former-incubators", names(&startup.former_incubators)),
        (
            "stays",
            startup
                .incubators
                .iter()
                .map(|one| statements::stay(one, portfolio, locale))
                .collect::<Vec<_>>()
                .join(", "),
        ),
        (
            "coaches",
            startup.coaches.iter().map(|one| statements::coach(one, portfolio, locale)).collect::<Vec<_>>().join(", "),
        ),
        ("sponsors", names(&startup.sponsors)),
        ("site", startup.site.clone().unwrap_or_default()),
        ("statistics", seen(statistics, startup.statistics_seen)),
        ("repository", seen(startup.repository.clone().unwrap_or_default(), startup.repository_seen)),
        ("runs-out", runway(locale, standing, as_of)),
    ]
}

fn phases(locale: &Locale, startup: &Startup, as_of: Date, width: usize) -> String {
    let mut table = Table::new(vec![
        TableColumn::whole(heading(locale, "from")),
        TableColumn::whole(heading(locale, "phase")),
        TableColumn::text(heading(locale, "comment")),
    ]);
    for start in &startup.phases {
        let phase = locale.text(&format!("phase-{}", start.phase.name()));
        table.row([day_or_ahead(locale, start.from, as_of), phase, start.comment.clone().unwrap_or_default()]);
    }
    if startup.phases.is_empty() { String::new() } else { table.render(width) }
}

fn conventions(locale: &Locale, portfolio: &Portfolio, standing: &StartupSummary, width: usize) -> String {
    let mut table = Table::new(vec![
        TableColumn::words(heading(locale, "convention")),
        TableColumn::whole(heading(locale, "status")),
        TableColumn::whole(heading(locale, "signed")),
        TableColumn::whole(heading(locale, "ends")),
        TableColumn::words(heading(locale, "parties")).rank(1),
    ]);
    for brief in &standing.conventions {
        let parties = portfolio.conventions.get(&brief.id).map(|convention| names(&convention.parties));
        table.row([
            brief.id.to_string(),
            locale.text(&format!("convention-status-{}", brief.status.name())),
            day(locale, brief.signed),
            day(locale, brief.ends),
            parties.unwrap_or_default(),
        ]);
    }
    let terms = standing.conventions.iter().filter_map(|brief| term_in_words(locale, portfolio, &brief.id, width));
    if standing.conventions.is_empty() { String::new() } else { table.render(width) + &terms.collect::<String>() }
}

/// Returns the term of a convention that is given in words only.
fn term_in_words(locale: &Locale, portfolio: &Portfolio, convention: &Id, width: usize) -> Option<String> {
    let TermLength::Covers(words) = &portfolio.conventions.get(convention)?.term.as_ref()?.length else { return None };
    let args = [("convention", MessageArg::Text(convention.to_string())), ("words", MessageArg::Text(words.clone()))];
    let lines = wrap(&sanitize(&locale.message("report-term-in-words", &args)), width.min(PARAGRAPH)).into_iter();
    Some(lines.map(|line| format!("{line}\n")).collect())
}

fn meetings(page: &RecordPage<'_>, meetings: &[Committee], as_of: Date) -> String {
    let locale = page.locale;
    let mut table = Table::new(vec![
        TableColumn::whole(heading(locale, "on")),
        TableColumn::whole(heading(locale, "state")),
        TableColumn::whole(heading(locale, "decision")),
        TableColumn::number(heading(locale, "envelope")),
        TableColumn::whole(heading(locale, "until")),
        TableColumn::text(heading(locale, "comment")),
    ]);
    for meeting in meetings.iter().filter(|meeting| meeting.shows_on(as_of)) {
        let decision = meeting.decision.map(|decision| locale.text(&format!("decision-{}", decision.name())));
        let more = statements::of_committee(meeting, page.portfolio, as_of, locale).into_iter();
        let more = more.map(|(label, words)| statements::labelled(locale, &locale.text(label), &words));
        let words =
            meeting.conditions.iter().chain(&meeting.comment).cloned().chain(more).collect::<Vec<_>>().join("; ");
        table.row([
            locale.date(meeting.on),
            locale.text(&format!("committee-state-{}", meeting.state.name())),
            decision.unwrap_or_default(),
            meeting.envelope.map(|money| amount(locale, money)).unwrap_or_default(),
            day(locale, meeting.until),
            words,
        ]);
    }
    if meetings.is_empty() { String::new() } else { table.render(page.width) }
}

pub(super) fn actions(locale: &Locale, actions: &[Action], as_of: Date, width: usize) -> String {
    let mut table = Table::new(vec![
        TableColumn::whole(heading(locale, "due")),
        TableColumn::whole(heading(locale, "done")),
        TableColumn::words(heading(locale, "owner")),
        TableColumn::text(heading(locale, "what")),
    ]);
    for action in actions {
        let owner = action.owner.clone().unwrap_or_default();
        table.row([
            day(locale, action.due),
            day(locale, action.done.filter(|done| *done <= as_of)),
            owner,
            action.what.clone(),
        ]);
    }
    if actions.is_empty() { String::new() } else { table.render(width) }
}

fn indicators(locale: &Locale, startup: &Startup, as_of: Date, width: usize) -> String {
    let mut table = Table::new(vec![
        TableColumn::whole(heading(locale, "on")),
        TableColumn::number(heading(locale, "value")),
        TableColumn::words(heading(locale, "unit")),
        TableColumn::words(heading(locale, "indicator")),
    ]);
    let mut any = false;
    for indicator in &startup.indicators {
        for value in indicator.values.iter().filter(|value| value.on <= as_of) {
            any = true;
            let unit = indicator.unit.clone().unwrap_or_default();
            table.row([locale.date(value.on), locale.decimal(value.value), unit, indicator.name.clone()]);
        }
    }
    let stated = startup.indicators.iter().flat_map(|one| {
        statements::of_indicator(one, locale).into_iter().map(|(label, words)| {
            let words = statements::labelled(locale, &locale.text(label), &words);
            format!("{}, {words}\n", sanitize(&one.name))
        })
    });
    let rows = if any { table.render(width) } else { String::new() };
    rows + &stated.collect::<String>()
}

fn notes(locale: &Locale, startup: &Startup, as_of: Date, width: usize) -> String {
    let mut table = Table::new(vec![
        TableColumn::whole(heading(locale, "on")),
        TableColumn::text(heading(locale, "note")),
        TableColumn::words(heading(locale, "source")).rank(1),
    ]);
    for note in startup.notes.iter().filter(|note| note.on.is_none_or(|on| on <= as_of)) {
        let on = day(locale, note.on);
        table.row([on, note.text.clone(), note.source.clone().unwrap_or_default()]);
    }
    if startup.notes.is_empty() { String::new() } else { table.render(width) }
}
