//! The management report (compte rendu de gestion) that a convention asks for, or the decree on fonds de concours
//! (2007-44, article 6).

use std::collections::BTreeMap;

use chrono::Datelike;

use super::builder::ColumnHead::{Number, Text};
use super::builder::{ColumnHead, PaperBuilder, PaperInput, clean, field, paragraph, table};
use super::document::{Block, Document, DocumentField};
use super::parts::{self, SpendingLine};
use super::{PaperError, base};
use crate::model::{CommitteeState, Convention, Date, FUND_REPORT, Id, MessageArg, Money, Obligation};
use crate::rules::{self, Movement, MovementKind};

/// Builds the report of a convention for a budget year; without one, for the last complete year on the as-of day, or
/// from the signature if no year is complete yet.
///
/// # Errors
/// If there is no such convention, or it is an amendment.
pub fn management(input: &PaperInput<'_>, convention: &Id, year: Option<i32>) -> Result<Document, PaperError> {
    let base = base(input, convention)?;
    let period = period(input, base, year);
    let whole = rules::terms_in_force(input.portfolio, convention, period.1);
    let whole = whole.as_deref().unwrap_or(base);
    let movements = rules::movements(input.portfolio, convention, period.1);
    let mut builder = PaperBuilder::new(input);
    if input.as_of < period.1 {
        builder.miss("doc-miss-period-end");
    }
    let duty = whole.obligations.iter().find(|one| one.is_management_report());
    let duty = duty.or_else(|| whole.obligations.iter().find(|one| one.id == FUND_REPORT));
    head(&mut builder, whole, duty, period);
    resources(&mut builder, whole, &movements, period);
    let lines = parts::spending(&movements);
    by_year(&mut builder, whole, &lines, period);
    detail(&mut builder, &lines, period);
    balance(&mut builder, whole, !lines.is_empty(), period);
    results(&mut builder, whole, period);
    let by = duty.and_then(Obligation::debtor).or(input.portfolio.incubator.home.as_ref());
    let mut blocks = vec![parts::signature(&mut builder, whole, by)];
    blocks.extend(sent(&builder, duty, period));
    builder.section("doc-section-signature", blocks);
    let title = input.with("doc-title-management", &[("period", MessageArg::Text(period_words(input, period)))]);
    Ok(builder.finish(("management", convention.as_str()), title, Some(clean(&base.title))))
}

/// Returns the first and the last day of the report.
fn period(input: &PaperInput<'_>, convention: &Convention, year: Option<i32>) -> (Date, Date) {
    let whole = |year: i32| Some((Date::from_ymd_opt(year, 1, 1)?, Date::from_ymd_opt(year, 12, 31)?));
    if let Some(period) = year.and_then(whole) {
        return period;
    }
    let begun = convention.signed.or(convention.not_before).or(convention.decided);
    let last = whole(input.as_of.year() - 1).filter(|(_, end)| begun.is_none_or(|begun| begun <= *end));
    last.unwrap_or((begun.unwrap_or(input.as_of), input.as_of))
}

fn period_words(input: &PaperInput<'_>, (from, to): (Date, Date)) -> String {
    let is_year = from.year() == to.year() && from.ordinal() == 1 && (to.month(), to.day()) == (12, 31);
    if is_year {
        return from.year().to_string();
    }
    input.with("doc-period-days", &[("from", MessageArg::Date(from)), ("to", MessageArg::Date(to))])
}

fn head(builder: &mut PaperBuilder<'_>, convention: &Convention, duty: Option<&Obligation>, period: (Date, Date)) {
    let input = builder.input;
    let mut fields = parts::convention_fields(builder, convention);
    let stated = duty.filter(|duty| duty.id != FUND_REPORT).and_then(|duty| duty.article.as_deref());
    let source = match stated {
        Some(article) => Some(input.locale.article(&clean(article))),
        None if convention.names_fund() => Some(input.text("doc-decree-management")),
        None => None,
    };
    let source = builder.needed(source, "doc-miss-article");
    fields.push(field(input, "doc-source", source));
    fields.push(field(input, "doc-period", period_words(input, period)));
    fields.extend(parts::budget_fields(builder, convention));
    builder.section("doc-section-convention", vec![Block::Fields { fields }]);
}

/// What was promised, called and received, by contribution with a payee.
fn resources(
    builder: &mut PaperBuilder<'_>,
    convention: &Convention,
    movements: &[Movement<'_>],
    period: (Date, Date),
) {
    let input = builder.input;
    let heads =
        [Text("doc-from"), Number("doc-promised"), Text("doc-calls"), Text("doc-received-on"), Number("doc-received")];
    let mut rows = table(input, &heads, "doc-no-contribution");
    let (mut promised, mut received) = (Money::ZERO, Money::ZERO);
    for contribution in convention.contributions.iter().filter(|one| one.to.is_some()) {
        let its = movements.iter().filter(|one| one.entry.contribution() == Some(&contribution.id));
        let (mut calls, mut payments) = (Vec::new(), Vec::new());
        for movement in its {
            match movement.entry {
                MovementKind::Call(call) => calls.push((call.on, call.reference.as_deref(), call.amount)),
                MovementKind::Payment(payment) => payments.push((payment.on, payment.amount)),
                _ => {}
            }
        }
        let calls = calls.into_iter().map(|(on, reference, amount)| {
            let reference = reference.map(clean).unwrap_or_else(|| input.text("doc-no-reference"));
            format!("{reference} · {} · {}", input.date(on), input.money(amount))
        });
        let name = input.party(&contribution.from);
        rows.row(vec![
            name.clone(),
            input.money(contribution.amount),
            calls.collect::<Vec<_>>().join(" ; "),
            String::new(),
            String::new(),
        ]);
        promised += contribution.amount;
        for (on, amount) in payments {
            let before = if on < period.0 { input.text("doc-carried-over") } else { String::new() };
            let day = format!("{} {before}", input.date(on)).trim_end().to_owned();
            rows.row(vec![name.clone(), String::new(), String::new(), day, input.money(amount)]);
            received += amount;
        }
    }
    if !rows.rows.is_empty() {
        let total = vec![input.text("doc-total"), input.money(promised), String::new(), String::new()];
        let received = input.recorded(received, convention.payments_recorded);
        rows.total(total.into_iter().chain([received]).collect());
    }
    let mut blocks = vec![Block::Table(rows)];
    if convention.names_fund() {
        blocks.push(paragraph(input.text("doc-credits")));
    }
    if !convention.payments_recorded {
        builder.miss("doc-miss-payments");
    }
    builder.section("doc-section-resources", blocks);
}

/// Spending of a year and a nature.
#[derive(Default)]
struct YearRow {
    ae: Money,
    done: Money,
    cp: Money,
}

/// AE, service done and CP by year and nature, beside what the contributions budget for the year.
fn by_year(builder: &mut PaperBuilder<'_>, convention: &Convention, lines: &[SpendingLine<'_>], period: (Date, Date)) {
    let input = builder.input;
    let mut years: BTreeMap<(i32, Option<&str>), YearRow> = BTreeMap::new();
    for line in lines.iter().map(|one| one.line) {
        let nature = line.nature.as_deref();
        for (day, of) in [
            (line.first_day(), (|row| &mut row.ae) as fn(&mut YearRow) -> &mut Money),
            (line.done, |row| &mut row.done),
            (line.paid, |row| &mut row.cp),
        ] {
            if let Some(day) = day.filter(|day| *day <= period.1) {
                let year = line.budget_year.unwrap_or_else(|| day.year());
                *of(years.entry((year, nature)).or_default()) += line.amount;
            }
        }
    }
    let heads = [
        Text("doc-year"),
        Text("doc-nature"),
        Number("doc-ae"),
        Number("doc-service-done"),
        Number("doc-cp"),
        Number("doc-to-pay"),
    ];
    let budgets = convention.contributions.iter().any(|one| !one.years.is_empty());
    let heads: Vec<ColumnHead> = heads
        .into_iter()
        .chain(budgets.then_some([Number("doc-budgeted"), Number("doc-difference")]).into_iter().flatten())
        .collect();
    let mut rows = table(input, &heads, "doc-no-spending");
    let mut total = YearRow::default();
    let mut budgeted: BTreeMap<i32, Money> = BTreeMap::new();
    for (year, amount) in convention.contributions.iter().flat_map(|one| &one.years) {
        *budgeted.entry(*year).or_default() += *amount;
    }
    let mut seen = None;
    for ((year, nature), row) in &years {
        let nature = nature.map_or_else(|| input.text("doc-no-nature"), clean);
        let mut cells = vec![year.to_string(), nature, input.money(row.ae), input.money(row.done), input.money(row.cp)];
        cells.push(input.money(row.ae - row.cp));
        if budgets {
            // The budget is per year: only the first row of a year shows it.
            let own = budgeted.get(year).filter(|_| seen != Some(*year));
            let spent: Money = years.iter().filter(|((other, _), _)| other == year).map(|(_, row)| row.cp).sum();
            cells.push(own.map(|amount| input.money(*amount)).unwrap_or_default());
            cells.push(own.map(|amount| input.money(*amount - spent)).unwrap_or_default());
        }
        seen = Some(*year);
        rows.row(cells);
        total.ae += row.ae;
        total.done += row.done;
        total.cp += row.cp;
    }
    if !rows.rows.is_empty() {
        let mut cells = vec![input.text("doc-total"), String::new(), input.money(total.ae), input.money(total.done)];
        cells.extend([input.money(total.cp), input.money(total.ae - total.cp)]);
        cells.resize(heads.len(), String::new());
        rows.total(cells);
    } else {
        builder.miss("doc-miss-spending");
    }
    builder.section("doc-section-years", vec![Block::Table(rows)]);
}

/// The lines of spending with a day in the period.
fn detail(builder: &mut PaperBuilder<'_>, lines: &[SpendingLine<'_>], period: (Date, Date)) {
    let input = builder.input;
    let heads = [
        Text("doc-order"),
        Text("doc-supplier"),
        Text("doc-object"),
        Text("doc-ae-on"),
        Number("doc-ae"),
        Text("doc-done-on"),
        Text("doc-cp-on"),
        Number("doc-cp"),
    ];
    let mut rows = table(input, &heads, "doc-no-spending-in-period");
    let (mut ae, mut cp) = (Money::ZERO, Money::ZERO);
    for SpendingLine { line, .. } in lines {
        let is_ae = parts::is_within(line, line.first_day(), period);
        let is_cp = parts::is_within(line, line.paid, period);
        if !is_ae && !is_cp && !parts::is_within(line, line.done, period) {
            continue;
        }
        let up_to_end = |day: Option<Date>| day.filter(|day| *day <= period.1);
        rows.row(vec![
            parts::recorded(line.order.as_deref()),
            parts::recorded(line.supplier.as_deref()),
            parts::recorded(line.what.as_deref()),
            input.maybe_date(up_to_end(line.committed)),
            parts::amount_if(up_to_end(line.first_day()).is_some(), line.amount)
                .map(|one| input.money(one))
                .unwrap_or_default(),
            input.maybe_date(up_to_end(line.done)),
            input.maybe_date(up_to_end(line.paid)),
            parts::amount_if(up_to_end(line.paid).is_some(), line.amount)
                .map(|one| input.money(one))
                .unwrap_or_default(),
        ]);
        ae += parts::amount_if(is_ae, line.amount).unwrap_or_default();
        cp += parts::amount_if(is_cp, line.amount).unwrap_or_default();
    }
    if !rows.rows.is_empty() {
        let blank = String::new;
        rows.total(vec![
            input.text("doc-total-of-period"),
            blank(),
            blank(),
            blank(),
            input.money(ae),
            blank(),
            blank(),
            input.money(cp),
        ]);
    }
    builder.section("doc-section-lines", vec![Block::Table(rows)]);
}

/// Received − CP = left, of which committed; what is to be refunded, and to which account.
fn balance(builder: &mut PaperBuilder<'_>, convention: &Convention, has_spending: bool, period: (Date, Date)) {
    let input = builder.input;
    let Some(summary) = rules::convention_summary(input.portfolio, &convention.id, period.1) else { return };
    let figures = &summary.figures;
    let value = |figure| input.maybe_money(figures.value(figure));
    // What a contributor spends directly is no part of what is left of the money received.
    let paid_to = summary.contributions.iter().filter(|one| one.to.is_some());
    let (ae, cp) = paid_to.fold((Money::ZERO, Money::ZERO), |(ae, cp), one| (ae + one.figures.ae, cp + one.figures.cp));
    let mut fields = vec![
        field(input, "doc-received", input.recorded(figures.received, figures.payments_recorded())),
        field(input, "doc-cp", input.recorded(figures.cp, has_spending)),
    ];
    if cp != figures.cp {
        fields.push(field(input, "doc-cp-of-received", input.recorded(cp, has_spending)));
    }
    fields.extend([
        field(input, "doc-left", value(rules::Figure::Left)),
        field(input, "doc-left-committed", input.recorded((ae - cp).at_least_zero(), has_spending)),
        field(input, "doc-refundable", value(rules::Figure::Refundable)),
    ]);
    if !figures.unallocated.is_zero() {
        builder.miss("doc-miss-allocation");
    }
    if figures.value(rules::Figure::Refundable).is_none_or(|amount| !amount.is_zero()) && !input.is_public() {
        let account = convention.refund_account.as_ref().map(|one| &one.account);
        fields.extend(parts::account_fields(builder, account));
    }
    builder.section("doc-section-balance", vec![Block::Fields { fields }]);
}

/// What the indicators of the startups showed in the period, and room for what was done.
fn results(builder: &mut PaperBuilder<'_>, convention: &Convention, period: (Date, Date)) {
    let input = builder.input;
    let mut rows = table(
        input,
        &[Text("doc-startup"), Text("doc-indicator"), Text("doc-on"), Number("doc-value")],
        "doc-no-indicator",
    );
    for startup in convention.startups.iter().filter_map(|id| input.portfolio.startups.get(id)) {
        for indicator in &startup.indicators {
            let last = indicator.values.iter().filter(|value| value.on <= period.1).max_by_key(|value| value.on);
            if let Some(last) = last {
                let unit = indicator.unit.as_deref().map(clean).unwrap_or_default();
                let value = format!("{} {unit}", input.locale.decimal(last.value)).trim_end().to_owned();
                rows.row(vec![clean(&startup.name), clean(&indicator.name), input.date(last.on), value]);
            }
        }
    }
    let mut blocks = vec![Block::Table(rows)];
    let done = done_in(input, convention, period);
    if done.is_empty() {
        builder.miss("doc-miss-results");
        blocks.push(paragraph(input.text("doc-to-complete")));
    } else {
        blocks.push(Block::List { items: done });
    }
    builder.section("doc-section-results", blocks);
}

/// Returns the phases, decisions and notes of the startups in a period, by day.
fn done_in(input: &PaperInput<'_>, convention: &Convention, period: (Date, Date)) -> Vec<String> {
    let mut found: Vec<(Date, String)> = Vec::new();
    let is_within = |day: Date| (period.0..=period.1).contains(&day);
    for startup in convention.startups.iter().filter_map(|id| input.portfolio.startups.get(id)) {
        let phases =
            startup.phases.iter().map(|start| (start.from, input.text(&format!("phase-{}", start.phase.name()))));
        let held = startup.committees.iter().filter(|one| one.state == CommitteeState::Held && one.withdrawn.is_none());
        let decisions = held.filter_map(|one| {
            let decision = input.text(&format!("decision-{}", one.decision?.name()));
            Some((one.on, input.with("doc-committee-decided", &[("decision", MessageArg::Text(decision))])))
        });
        let notes = startup.notes.iter().filter(|_| !input.is_public());
        let notes = notes.filter_map(|note| Some((note.on?, clean(&note.text))));
        let all = phases.chain(decisions).chain(notes).filter(|(on, _)| is_within(*on));
        found.extend(all.map(|(on, text)| (on, format!("{} · {} · {text}", input.date(on), clean(&startup.name)))));
    }
    found.sort();
    found.into_iter().map(|(_, text)| text).collect()
}

/// Returns the day on which the report was recorded as sent, with its evidence.
fn sent(builder: &PaperBuilder<'_>, duty: Option<&Obligation>, period: (Date, Date)) -> Vec<Block> {
    let input = builder.input;
    let sent = duty.into_iter().flat_map(|duty| &duty.fulfilled).filter(|one| one.on > period.1);
    let fields: Vec<DocumentField> = sent
        .take(1)
        .flat_map(|one| {
            let evidence = one.evidence.as_deref().map(clean).map(|text| field(input, "doc-evidence", text));
            std::iter::once(field(input, "doc-sent", input.date(one.on))).chain(evidence)
        })
        .collect();
    if fields.is_empty() { Vec::new() } else { vec![Block::Fields { fields }] }
}
