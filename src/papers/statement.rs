//! The statement of accepted expenditure (état récapitulatif des dépenses acceptées), which frameworks ask for before a
//! tranche is paid (framework, article 4).

use super::builder::ColumnHead::{Number, Text};
use super::builder::{PaperBuilder, PaperInput, clean, field, paragraph, table};
use super::document::{Block, Document, DocumentTable};
use super::parts::{self, SpendingLine};
use super::{PaperError, base};
use crate::model::{Convention, Date, Id, MessageArg, Money, Obligation, ObligationTopic};
use crate::report::words;
use crate::rules::{self, TrancheSummary};

/// Builds the cumulative statement of a convention up to the as-of day.
///
/// # Errors
/// If there is no such convention, or it is an amendment.
pub fn statement(input: &PaperInput<'_>, convention: &Id) -> Result<Document, PaperError> {
    let base = base(input, convention)?;
    let whole = rules::terms_in_force(input.portfolio, convention, input.as_of);
    let whole = whole.as_deref().unwrap_or(base);
    let movements = rules::movements(input.portfolio, convention, input.as_of);
    let mut builder = PaperBuilder::new(input);
    let mut fields = parts::convention_fields(&mut builder, whole);
    let duty = whole.obligations.iter().find(|one| one.about == Some(ObligationTopic::StatementOfExpenditure));
    let article = duty.and_then(|duty| duty.article.as_deref()).map(|article| input.locale.article(&clean(article)));
    let article = builder.needed(article.or_else(|| paper_article(input, whole)), "doc-miss-article");
    fields.push(field(input, "doc-source", article));
    fields.extend(parts::budget_fields(&mut builder, whole));
    builder.section("doc-section-convention", vec![Block::Fields { fields }]);

    let previous =
        duty.into_iter().flat_map(|duty| &duty.fulfilled).map(|one| one.on).filter(|on| *on <= input.as_of).max();
    let mut lines = parts::spending(&movements);
    lines.sort_by_key(|one| (one.line.committed.or(one.line.done).or(one.line.paid), one.line.paid));
    if lines.is_empty() {
        builder.miss("doc-miss-spending");
    }
    let places: Vec<String> = lines.iter().map(|one| (input.place_of)(&one.record, &one.path)).collect();
    let file = common_file(&places);
    let rows = rows(&mut builder, &lines, previous, (&places, file));
    let mut blocks = vec![Block::Table(rows)];
    if !lines.is_empty() {
        blocks.push(paragraph(input.text("doc-accountant-fills-in")));
    }
    if let Some(file) = file {
        blocks.push(paragraph(input.with("doc-lines-of", &[("file", MessageArg::Text(file.to_owned()))])));
    }
    builder.section("doc-section-expenditure", blocks);
    thresholds(&mut builder, whole, &lines);
    signatures(&mut builder, whole, duty);
    Ok(builder.finish(("statement", convention.as_str()), input.text("doc-title-statement"), Some(clean(&base.title))))
}

/// Returns the article of the first tranche that needs the statement.
fn paper_article(input: &PaperInput<'_>, convention: &Convention) -> Option<String> {
    let tranches = convention.contributions.iter().flat_map(|one| &one.tranches);
    let needs = |paper: &&String| paper.as_str() == ObligationTopic::StatementOfExpenditure.name();
    let tranche = tranches.into_iter().find(|tranche| tranche.needs.iter().any(|paper| needs(&paper)))?;
    tranche.article.as_deref().map(|article| input.locale.article(&clean(article)))
}

/// Returns the file of all places if they share one: a long path in each row would leave no room for the amounts.
fn common_file(places: &[String]) -> Option<&str> {
    let mut files = places.iter().map(|place| place.rsplit_once(':').map(|(file, _)| file));
    let first = files.next()??;
    files.all(|file| file == Some(first)).then_some(first)
}

/// Returns every line, with the total of this statement, of earlier ones, and of all. Each row ends with its place, of
/// which only the line is shown if all are in one file.
fn rows(
    builder: &mut PaperBuilder<'_>,
    lines: &[SpendingLine<'_>],
    previous: Option<Date>,
    (places, file): (&[String], Option<&str>),
) -> DocumentTable {
    let input = builder.input;
    let heads = [
        Number("doc-number"),
        Text("doc-order"),
        Text("doc-supplier"),
        Text("doc-object"),
        Text("doc-nature"),
        Text("doc-ae-on"),
        Number("doc-ae"),
        Text("doc-done-on"),
        Text("doc-invoice"),
        Text("doc-request"),
        Text("doc-cp-on"),
        Number("doc-cp"),
        // The accountant fills these in by hand: the records do not say what was accepted.
        Text("doc-accepted"),
        Text("doc-refused-why"),
        Text(if file.is_some() { "doc-recorded-line" } else { "doc-recorded-at" }),
    ];
    let mut rows = table(input, &heads, "doc-no-spending");
    let without_order = lines.iter().zip(1_usize..).filter(|(one, _)| one.line.order.is_none());
    let without_order: Vec<String> = without_order.map(|(_, number)| number.to_string()).collect();
    if !without_order.is_empty() {
        let facts = [("count", MessageArg::count(without_order.len())), ("lines", MessageArg::List(without_order))];
        builder.miss_words(input.with("doc-miss-order", &facts));
    }
    let (mut earlier, mut all) = ((Money::ZERO, Money::ZERO), (Money::ZERO, Money::ZERO));
    for ((number, SpendingLine { line, .. }), place) in lines.iter().enumerate().zip(places) {
        let up_to = |day: Option<Date>, end: Date| day.is_some_and(|day| day <= end);
        let text = |value: &Option<String>| parts::recorded(value.as_deref());
        // As in the rules, a line without a commitment date counts in AE from the first of its days.
        let (ae, cp) = (up_to(line.first_day(), input.as_of), up_to(line.paid, input.as_of));
        let amount = |holds| parts::amount_if(holds, line.amount);
        all.0 += amount(ae).unwrap_or_default();
        all.1 += amount(cp).unwrap_or_default();
        if let Some(previous) = previous {
            earlier.0 += amount(up_to(line.first_day(), previous)).unwrap_or_default();
            earlier.1 += amount(up_to(line.paid, previous)).unwrap_or_default();
        }
        rows.row(vec![
            (number + 1).to_string(),
            text(&line.order),
            text(&line.supplier),
            text(&line.what),
            text(&line.nature),
            input.maybe_date(line.committed.filter(|day| *day <= input.as_of)),
            amount(ae).map(|one| input.money(one)).unwrap_or_default(),
            input.maybe_date(line.done),
            text(&line.reference),
            text(&line.request),
            input.maybe_date(line.paid.filter(|_| cp)),
            amount(cp).map(|one| input.money(one)).unwrap_or_default(),
            String::new(),
            String::new(),
            file.and_then(|file| place.strip_prefix(file)?.strip_prefix(':')).unwrap_or(place).to_owned(),
        ]);
    }
    if !lines.is_empty() {
        let this = (all.0 - earlier.0, all.1 - earlier.1);
        for (key, (ae, cp)) in
            [("doc-this-statement", this), ("doc-earlier-statements", earlier), ("doc-cumulative", all)]
        {
            let mut cells = vec![String::new(); heads.len()];
            for (at, text) in [(3, input.text(key)), (6, input.money(ae)), (11, input.money(cp))] {
                if let Some(cell) = cells.get_mut(at) {
                    *cell = text;
                }
            }
            rows.total(cells);
        }
    }
    rows
}

/// For each tranche that spending triggers: the threshold, what was spent, and the line that reached it.
fn thresholds(builder: &mut PaperBuilder<'_>, convention: &Convention, lines: &[SpendingLine<'_>]) {
    let input = builder.input;
    let Some(summary) = rules::convention_summary(input.portfolio, &convention.id, input.as_of) else { return };
    let heads =
        [Text("doc-tranche"), Text("doc-trigger"), Number("doc-spent"), Text("doc-reached-on"), Text("doc-reached-by")];
    let mut rows = table(input, &heads, "doc-no-threshold");
    for (tranche, gate) in summary.tranches.iter().filter_map(|tranche| Some((tranche, tranche.gate.as_ref()?))) {
        let reached = gate.crossed.and_then(|crossed| reaching_line(lines, crossed, gate.threshold));
        rows.row(vec![
            format!("{} · {}", tranche.number, input.money(tranche.amount)),
            trigger_words(input, convention, tranche),
            input.money(gate.spent),
            gate.crossed.map_or_else(|| input.text("doc-not-reached"), |day| input.date(day)),
            reached.map(|number| input.with("doc-line", &[("line", MessageArg::count(number))])).unwrap_or_default(),
        ]);
    }
    if !rows.rows.is_empty() {
        // The framework says "consommé"; the rules read it as paid (CP).
        builder
            .section("doc-section-thresholds", vec![Block::Table(rows), paragraph(input.text("doc-consumed-is-cp"))]);
    }
}

/// Returns the number of the line whose payment brought the sum to the threshold on the day on which it was reached.
fn reaching_line(lines: &[SpendingLine<'_>], crossed: Date, threshold: Money) -> Option<usize> {
    let mut paid: Vec<(Date, usize, Money)> =
        lines.iter().enumerate().filter_map(|(at, one)| Some((one.line.paid?, at + 1, one.line.amount))).collect();
    paid.sort_by_key(|(day, number, _)| (*day, *number));
    let mut sum = Money::ZERO;
    for (day, number, amount) in &paid {
        sum += *amount;
        if *day == crossed && sum >= threshold {
            return Some(*number);
        }
    }
    paid.iter().rev().find(|(day, ..)| *day == crossed).map(|(_, number, _)| *number)
}

/// Returns what triggers a tranche, as a text.
pub(super) fn trigger_words(input: &PaperInput<'_>, convention: &Convention, tranche: &TrancheSummary) -> String {
    let contribution = convention.contributions.iter().find(|one| one.id == tranche.contribution);
    let own = contribution.and_then(|one| one.tranches.get(tranche.number.checked_sub(1)?));
    match own {
        Some(own) => {
            words::trigger(&own.when, input.locale, |party| input.party_in_sentence(party)).trim_start().to_owned()
        }
        None => input.maybe_date(tranche.due),
    }
}

/// Signed by the delegate for the commitments and by the accountant for the payments.
fn signatures(builder: &mut PaperBuilder<'_>, convention: &Convention, duty: Option<&Obligation>) {
    let input = builder.input;
    let by = duty.and_then(Obligation::debtor).or(input.portfolio.incubator.home.as_ref());
    let delegate = parts::signature(builder, convention, by);
    let accountant = convention.budget.as_ref().and_then(|budget| budget.accountant.clone());
    let accountant = builder.needed(accountant, "doc-miss-accountant");
    let place = input.text("doc-signature-accountant");
    let blocks = vec![delegate, Block::Signature { name: accountant, capacity: String::new(), place }];
    builder.section("doc-section-signature", blocks);
}
