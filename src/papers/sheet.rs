//! The sheet of one startup (A4), which the members of a committee get a week ahead.

use chrono::Days;

use super::PaperError;
use super::builder::ColumnHead::{Number, Text};
use super::builder::{PaperBuilder, PaperInput, clean, field, paragraph, table};
use super::document::{Block, Chart, ChartPoint, Document, DocumentField};
use super::sheet_answers::SheetAnswers;
use crate::model::{Committee, CommitteeState, Date, Heading, Id, Indicator, MessageArg, Startup};
use crate::report::words;
use crate::rules::{self, Figure, Occurrence, OccurrenceState, StartupSummary, UnitCost};

/// The days ahead in which due things are listed.
const SOON: u64 = 30;
/// The committees whose scores stand side by side.
const COMMITTEES: usize = 3;

/// Builds the sheet of a startup from the answers as of the day. The findings are left out if it is for the public.
///
/// # Errors
/// If there is no such startup.
pub fn sheet(input: &PaperInput<'_>, answers: &SheetAnswers<'_>, startup: &Id) -> Result<Document, PaperError> {
    let record = input.portfolio.startups.get(startup).ok_or_else(|| PaperError::NoStartup(startup.to_string()))?;
    let summary = answers.summary(startup);
    let mut held: Vec<&Committee> = record.committees.iter().filter(|one| counts(one, input.as_of)).collect();
    held.sort_by_key(|one| std::cmp::Reverse(one.on));
    let mut builder = PaperBuilder::new(input);
    head(&mut builder, record, summary);
    indicators(&mut builder, record);
    decision(&mut builder, record, held.first().copied());
    headings(&mut builder, &held);
    money(&mut builder, record, summary, held.first().copied());
    unit_costs(&mut builder, record, &held);
    due(&mut builder, answers, startup);
    conventions(&mut builder, summary);
    standards(&mut builder, record);
    asked(&mut builder, record);
    issues(&mut builder, answers, startup);
    Ok(builder.finish(("sheet", startup.as_str()), clean(&record.name), record.mission.as_deref().map(clean)))
}

/// Returns whether a committee was held by a day and its decision stands.
fn counts(committee: &Committee, as_of: Date) -> bool {
    committee.is_held_by(as_of)
}

fn head(builder: &mut PaperBuilder<'_>, startup: &Startup, summary: Option<&StartupSummary>) {
    let input = builder.input;
    let mut fields = Vec::new();
    if !startup.also.is_empty() {
        let names: Vec<String> = startup.also.iter().map(|name| clean(name)).collect();
        fields.push(field(input, "doc-former-names", names.join(", ")));
    }
    let phase = summary.and_then(|summary| summary.phase).map(|(phase, since)| {
        let phase = MessageArg::Text(input.text(&format!("phase-{}", phase.name())));
        input.with("doc-phase-since", &[("phase", phase), ("date", MessageArg::Date(since))])
    });
    let phase = builder.needed(phase, "doc-miss-phase");
    fields.push(field(input, "doc-phase", phase));
    if let Some(incubator) = &startup.incubator {
        fields.push(field(input, "doc-incubator", input.party(incubator)));
    }
    if !startup.sponsors.is_empty() {
        let names: Vec<String> = startup.sponsors.iter().map(|id| input.party(id)).collect();
        fields.push(field(input, "doc-sponsors", input.locale.list(&names)));
    }
    if !input.is_public() {
        fields.extend(coach(input, startup));
    }
    builder.section("doc-section-startup", vec![Block::Fields { fields }]);
}

/// Returns the coach of the day, with the day on which the two years of the handbook end.
fn coach(input: &PaperInput<'_>, startup: &Startup) -> Option<DocumentField> {
    let is_current = |from: Option<Date>, until: Option<Date>| {
        from.is_none_or(|from| from <= input.as_of) && until.is_none_or(|until| until >= input.as_of)
    };
    let coach = startup.coaches.iter().rfind(|coach| is_current(coach.from, coach.until))?;
    let name = input.person(coach.person.as_str());
    let limit = coach.from.and_then(|from| from.checked_add_months(chrono::Months::new(24)));
    let words = match limit {
        Some(limit) => {
            input.with("doc-coach-until", &[("name", MessageArg::Text(name)), ("date", MessageArg::Date(limit))])
        }
        None => name,
    };
    Some(field(input, "doc-coach", words))
}

/// Each indicator with baseline, last value and next target; the main one as a curve.
fn indicators(builder: &mut PaperBuilder<'_>, startup: &Startup) {
    let input = builder.input;
    let main = startup.indicators.iter().find(|one| one.main).or_else(|| startup.indicators.first());
    let mut blocks: Vec<Block> = main.into_iter().filter_map(|one| curve(input, one)).collect();
    let heads = [
        Text("doc-indicator"),
        Number("doc-baseline"),
        Number("doc-now"),
        Text("doc-on"),
        Number("doc-target"),
        Text("doc-target-by"),
    ];
    let mut rows = table(input, &heads, "doc-no-indicator");
    for indicator in &startup.indicators {
        let last = indicator.values.iter().filter(|value| value.on <= input.as_of).max_by_key(|value| value.on);
        let target = indicator.targets.iter().filter(|target| target.by >= input.as_of).min_by_key(|target| target.by);
        let number = |value: rust_decimal::Decimal| input.locale.decimal(value);
        rows.row(vec![
            with_unit(indicator),
            indicator.baseline.as_ref().map(|one| number(one.value)).unwrap_or_default(),
            last.map_or_else(|| input.text("doc-unknown"), |one| number(one.value)),
            input.maybe_date(last.map(|one| one.on)),
            target.map(|one| number(one.value)).unwrap_or_default(),
            input.maybe_date(target.map(|one| one.by)),
        ]);
    }
    blocks.push(Block::Table(rows));
    builder.section("doc-section-indicators", blocks);
}

/// Returns the name of an indicator with its unit: columns of numbers alone fit beside each other.
fn with_unit(indicator: &Indicator) -> String {
    let name = clean(&indicator.name);
    match indicator.unit.as_deref().filter(|unit| !unit.trim().is_empty()) {
        Some(unit) => format!("{name} ({})", clean(unit)),
        None => name,
    }
}

/// Returns the last twelve values as a curve, if there are at least two.
fn curve(input: &PaperInput<'_>, indicator: &Indicator) -> Option<Block> {
    let mut values: Vec<_> = indicator.values.iter().filter(|value| value.on <= input.as_of).collect();
    values.sort_by_key(|value| value.on);
    let first = values.len().saturating_sub(12);
    let points: Vec<ChartPoint> = values
        .get(first..)?
        .iter()
        .map(|one| ChartPoint {
            label: input.locale.month_short(one.on),
            value: one.value,
            shown: input.locale.decimal(one.value),
        })
        .collect();
    (points.len() > 1).then(|| Block::Chart(Chart { caption: clean(&indicator.name), points }))
}

/// The last decision, and what became of its conditions and actions.
fn decision(builder: &mut PaperBuilder<'_>, startup: &Startup, last: Option<&Committee>) {
    let input = builder.input;
    let Some(last) = last else {
        builder.section("doc-section-decision", vec![paragraph(input.text("doc-no-committee"))]);
        return;
    };
    let decision = last.decision.map(|one| input.text(&format!("decision-{}", one.name())));
    let decision = builder.needed(decision, "doc-miss-decision");
    let mut fields = vec![field(input, "doc-held-on", input.date(last.on)), field(input, "doc-decision", decision)];
    if let Some(envelope) = last.envelope {
        fields.push(field(input, "doc-envelope", input.money(envelope)));
    }
    if let Some(until) = last.until.or(last.deferred_until) {
        fields.push(field(input, "doc-until", input.date(until)));
    }
    if let Some(comment) = last.comment.as_deref().filter(|_| !input.is_public()) {
        fields.push(field(input, "doc-comment", clean(comment)));
    }
    let mut blocks = vec![Block::Fields { fields }];
    let is_of_it = |committee: &Option<String>| committee.is_some() && *committee == last.id;
    let heads = [Text("doc-what"), Text("doc-owner"), Text("doc-due"), Text("doc-state")];
    let mut rows = table(input, &heads, "doc-no-conditions");
    let owner = |owner: &Option<String>| {
        owner.as_deref().filter(|_| !input.is_public()).map(|owner| input.person(owner)).unwrap_or_default()
    };
    for condition in startup.conditions.iter().filter(|one| is_of_it(&one.committee)) {
        let state = match (condition.met, condition.not_met) {
            (Some(day), _) => input.with("doc-met-on", &[("date", MessageArg::Date(day))]),
            (None, Some(day)) => input.with("doc-not-met-on", &[("date", MessageArg::Date(day))]),
            (None, None) => input.text("doc-open"),
        };
        rows.row(vec![clean(&condition.what), owner(&condition.owner), input.maybe_date(condition.due), state]);
    }
    let stated =
        last.conditions.iter().map(|one| vec![clean(one), String::new(), String::new(), input.text("doc-open")]);
    stated.for_each(|cells| rows.row(cells));
    for action in startup.actions.iter().filter(|one| is_of_it(&one.committee)) {
        let state = match action.done {
            Some(day) => input.with("doc-done-on-day", &[("date", MessageArg::Date(day))]),
            None => input.text("doc-open"),
        };
        rows.row(vec![clean(&action.what), owner(&action.owner), input.maybe_date(action.due), state]);
    }
    blocks.push(Block::Table(rows));
    builder.section("doc-section-decision", blocks);
}

/// The five headings over the last committees, the latest first; the reason of the latest beside them.
fn headings(builder: &mut PaperBuilder<'_>, held: &[&Committee]) {
    let input = builder.input;
    let mut judged: Vec<&&Committee> = held.iter().filter(|one| one.impact.is_some()).take(COMMITTEES).collect();
    judged.reverse();
    if judged.is_empty() {
        return;
    }
    let mut heads = vec![(input.text("doc-heading"), false)];
    heads.extend(judged.iter().map(|one| (input.date(one.on), true)));
    if !input.is_public() {
        heads.push((input.text("doc-reason"), false));
    }
    let mut rows = super::document::DocumentTable::new(heads, String::new());
    for heading in Heading::ALL {
        let mut cells = vec![input.text(&format!("impact-{}", heading.name()))];
        for committee in &judged {
            let score = committee.impact.as_ref().and_then(|impact| impact.score(heading));
            cells.push(score.map_or_else(|| "–".to_owned(), |score| format!("{score} / 4")));
        }
        if !input.is_public() {
            let reason = judged.last().and_then(|one| one.reasons.iter().find(|(other, _)| *other == heading));
            cells.push(reason.map(|(_, why)| clean(why)).unwrap_or_default());
        }
        rows.row(cells);
    }
    builder.section("doc-section-headings", vec![Block::Table(rows)]);
}

/// Payable, received, AE, CP, left, still to pay, funded until; what is asked now, beside the last time.
fn money(
    builder: &mut PaperBuilder<'_>,
    startup: &Startup,
    summary: Option<&StartupSummary>,
    last: Option<&Committee>,
) {
    let input = builder.input;
    let Some(summary) = summary else { return };
    let figures = &summary.figures;
    let value = |figure| input.maybe_money(figures.value(figure));
    let mut fields = vec![
        field(input, "doc-payable", value(Figure::Payable)),
        field(input, "doc-received", value(Figure::Received)),
        field(input, "doc-ae", value(Figure::Ae)),
        field(input, "doc-cp", value(Figure::Cp)),
        field(input, "doc-left", value(Figure::Left)),
        field(input, "doc-to-pay", input.money(figures.ae - figures.cp)),
        field(
            input,
            "doc-funded-until",
            summary.runs_out.map_or_else(|| input.text("doc-unknown"), |day| input.date(day)),
        ),
    ];
    if let Some(asked) = planned(startup, input.as_of).and_then(|one| one.asked) {
        let before = last.and_then(|last| last.asked.or(last.envelope));
        let words = match before {
            Some(before) => input.with(
                "doc-asked-beside",
                &[("amount", MessageArg::Money(asked)), ("difference", MessageArg::Money(asked - before))],
            ),
            None => input.money(asked),
        };
        fields.push(field(input, "doc-asked", words));
    }
    builder.section("doc-section-money", vec![Block::Fields { fields }]);
}

/// What a use, a useful result and an impact cost: at the last committees, the earliest first, and now.
fn unit_costs(builder: &mut PaperBuilder<'_>, startup: &Startup, held: &[&Committee]) {
    let input = builder.input;
    let mut days: Vec<Date> = held.iter().take(COMMITTEES).map(|one| one.on).filter(|on| *on < input.as_of).collect();
    days.reverse();
    days.push(input.as_of);
    let mut heads = vec![(input.text("doc-unit-cost"), false)];
    heads.extend(days.iter().map(|on| (input.date(*on), true)));
    heads.push((input.text("doc-basis"), false));
    let mut rows = super::document::DocumentTable::new(heads, String::new());
    let costs: Vec<Vec<UnitCost>> =
        days.iter().map(|on| rules::unit_costs(input.portfolio, &startup.id, *on)).collect();
    for (n, heading) in UnitCost::HEADINGS.into_iter().enumerate() {
        let mut cells = vec![input.text(&format!("cost-per-{}", UnitCost::name(heading)))];
        let of_heading = || costs.iter().filter_map(|all| all.get(n));
        cells.extend(of_heading().map(|cost| words::unit_cost(cost, input.locale)));
        let basis = of_heading().next_back().map(|cost| clean(&words::unit_cost_basis(cost, startup, input.locale)));
        cells.push(basis.unwrap_or_default());
        rows.row(cells);
    }
    builder.section("doc-section-unit-costs", vec![Block::Table(rows)]);
}

/// Returns the next committee planned from a day on.
fn planned(startup: &Startup, as_of: Date) -> Option<&Committee> {
    let planned = startup.committees.iter().filter(|one| one.state == CommitteeState::Planned && one.on >= as_of);
    planned.min_by_key(|one| one.on)
}

/// What is late or due within thirty days, and who owes it to whom. Readers outside do not see who is late.
fn due(builder: &mut PaperBuilder<'_>, answers: &SheetAnswers<'_>, startup: &Id) {
    let input = builder.input;
    if input.is_public() {
        return;
    }
    let horizon = input.as_of.checked_add_days(Days::new(SOON)).unwrap_or(input.as_of);
    let is_near = |one: &&Occurrence| {
        matches!(one.state, OccurrenceState::Late | OccurrenceState::Due)
            || (matches!(one.state, OccurrenceState::DueSoon | OccurrenceState::Open)
                && one.due.is_some_and(|due| due <= horizon))
    };
    let heads = [Text("doc-due"), Text("doc-what"), Text("doc-from"), Text("doc-to"), Text("doc-state")];
    let mut rows = table(input, &heads, "doc-nothing-due");
    let mut near: Vec<&Occurrence> = answers.occurrences(startup).filter(is_near).collect();
    near.sort_by_key(|one| one.due);
    for one in near {
        let names = |ids: &[Id]| input.locale.list(&ids.iter().map(|id| input.party(id)).collect::<Vec<_>>());
        let from = if one.debtors.is_empty() {
            one.owner.as_deref().map(|owner| input.person(owner)).unwrap_or_default()
        } else {
            names(&one.debtors)
        };
        rows.row(vec![
            input.maybe_date(one.due),
            clean(&words::what_short(one, input.locale)),
            from,
            names(&one.creditors),
            input.text(&format!("occurrence-{}", one.state.name())),
        ]);
    }
    builder.section("doc-section-due", vec![Block::Table(rows)]);
}

fn conventions(builder: &mut PaperBuilder<'_>, summary: Option<&StartupSummary>) {
    let input = builder.input;
    let heads = [Text("doc-convention"), Text("doc-state"), Text("doc-ends")];
    let mut rows = table(input, &heads, "doc-no-convention");
    for brief in summary.into_iter().flat_map(|summary| &summary.conventions) {
        let title = input.portfolio.conventions.get(&brief.id).map(|one| clean(&one.title));
        let ends = match brief.ends {
            Some(day) if brief.ends_estimated => format!("≈ {}", input.date(day)),
            Some(day) => input.date(day),
            None => input.text("doc-unknown"),
        };
        let status = input.text(&format!("convention-status-{}", brief.status.name()));
        rows.row(vec![title.unwrap_or_else(|| brief.id.to_string()), status, ends]);
    }
    builder.section("doc-section-conventions", vec![Block::Table(rows)]);
}

/// Statistics page and source code: declared, and the day on which each was seen.
fn standards(builder: &mut PaperBuilder<'_>, startup: &Startup) {
    let input = builder.input;
    let seen = |is_declared: bool, day: Option<Date>| match (is_declared, day) {
        (_, Some(day)) => input.with("doc-seen-on", &[("date", MessageArg::Date(day))]),
        (true, None) => input.text("doc-declared"),
        (false, None) => input.text("doc-unknown"),
    };
    let statistics = startup.statistics.as_ref().is_some_and(crate::model::Statistics::exists);
    let fields = vec![
        field(input, "doc-statistics", seen(statistics, startup.statistics_seen)),
        field(input, "doc-repository", seen(startup.repository.is_some(), startup.repository_seen)),
    ];
    builder.section("doc-section-standards", vec![Block::Fields { fields }]);
}

/// The arbitrations and the support that the next committee is asked for.
fn asked(builder: &mut PaperBuilder<'_>, startup: &Startup) {
    let input = builder.input;
    let Some(planned) = planned(startup, input.as_of) else { return };
    let day = input.with("doc-planned-on", &[("date", MessageArg::Date(planned.on))]);
    let mut blocks = vec![paragraph(day)];
    if !planned.arbitrations.is_empty() {
        blocks.push(Block::List { items: planned.arbitrations.iter().map(|one| clean(one)).collect() });
    }
    if let Some(support) = &planned.support {
        blocks.push(paragraph(clean(support)));
    }
    builder.section("doc-section-next", blocks);
}

/// The findings about the startup and its conventions.
fn issues(builder: &mut PaperBuilder<'_>, answers: &SheetAnswers<'_>, startup: &Id) {
    let input = builder.input;
    if input.is_public() {
        return;
    }
    let found = answers.findings(startup).into_iter();
    let items: Vec<String> = found.map(|finding| clean(&input.with(finding.message, &finding.args))).collect();
    if !items.is_empty() {
        builder.section("heading-findings", vec![Block::List { items }]);
    }
}
