//! The call for funds (appel de fonds) of a tranche. Decree 2012-1246, article 24: it states the basis of its
//! calculation or refers precisely to a document that is attached or was sent.

use chrono::Days;

use super::amount_words::amount_in_words;
use super::builder::{PaperBuilder, PaperInput, clean, field, paragraph};
use super::document::{Block, Document};
use super::statement::trigger_words;
use super::{PaperError, base, parts};
use crate::model::{Convention, Date, Id, MessageArg, Money};
use crate::report::words;
use crate::rules::{self, TrancheState, TrancheSummary};

/// Builds the call for a tranche of a contribution; without a number, for the first one not yet called or paid.
///
/// # Errors
/// If there is no such convention, contribution or tranche, or nothing is left to call.
pub fn call(
    input: &PaperInput<'_>,
    convention: &Id,
    contribution: &str,
    number: Option<usize>,
) -> Result<Document, PaperError> {
    let base = base(input, convention)?;
    let whole = rules::terms_in_force(input.portfolio, convention, input.as_of);
    let whole = whole.as_deref().unwrap_or(base);
    let its = tranches(input, convention, contribution)?;
    let tranche = tranche_to_call(&its, number)?;
    let mut builder = PaperBuilder::new(input);
    parties(&mut builder, tranche);
    let mut fields = parts::convention_fields(&mut builder, whole);
    let article =
        builder.needed(tranche.article.as_deref().map(|one| input.locale.article(&clean(one))), "doc-miss-article");
    fields.push(field(input, "doc-source", article));
    fields.extend(parts::budget_fields(&mut builder, whole));
    builder.section("doc-section-convention", vec![Block::Fields { fields }]);
    amount(&mut builder, whole, tranche, &its);
    basis(&mut builder, whole, tranche);
    payment(&mut builder, whole, tranche);
    let signature = parts::signature(&mut builder, whole, tranche.to.as_ref());
    builder.section("doc-section-signature", vec![signature]);
    let numbers = [("tranche", MessageArg::count(tranche.number)), ("of", MessageArg::count(its.len()))];
    Ok(builder.finish(
        ("call", &format!("{convention}-{contribution}-{}", tranche.number)),
        input.with("doc-title-call", &numbers),
        Some(clean(&base.title)),
    ))
}

/// Returns the number of the tranche that a call is for, and the amount called.
///
/// # Errors
/// As [`call`].
pub fn called(
    input: &PaperInput<'_>,
    convention: &Id,
    contribution: &str,
    number: Option<usize>,
) -> Result<(usize, Money), PaperError> {
    base(input, convention)?;
    let its = tranches(input, convention, contribution)?;
    let tranche = tranche_to_call(&its, number)?;
    Ok((tranche.number, amount_called(tranche)))
}

/// Returns the tranches of a contribution.
fn tranches(input: &PaperInput<'_>, convention: &Id, contribution: &str) -> Result<Vec<TrancheSummary>, PaperError> {
    let summary = rules::convention_summary(input.portfolio, convention, input.as_of);
    let summary = summary.ok_or_else(|| PaperError::NoConvention(convention.to_string()))?;
    let its: Vec<TrancheSummary> =
        summary.tranches.into_iter().filter(|one| one.contribution == contribution).collect();
    if its.is_empty() { Err(PaperError::NoContribution(contribution.to_owned())) } else { Ok(its) }
}

fn tranche_to_call(its: &[TrancheSummary], number: Option<usize>) -> Result<&TrancheSummary, PaperError> {
    match number {
        Some(number) => its.iter().find(|one| one.number == number).ok_or(PaperError::NoTranche(number)),
        None => its.iter().find(|one| rest(one) > Money::ZERO).ok_or(PaperError::NothingToCall),
    }
}

/// Returns the amount left to call; for a tranche that was called, its whole amount.
fn amount_called(tranche: &TrancheSummary) -> Money {
    let rest = rest(tranche);
    if rest.is_zero() { tranche.amount } else { rest }
}

/// Returns what is left to call of a tranche: neither called nor paid.
fn rest(tranche: &TrancheSummary) -> Money {
    (tranche.amount - tranche.called.max(tranche.paid)).at_least_zero()
}

/// Payee and payer, with address and SIRET.
fn parties(builder: &mut PaperBuilder<'_>, tranche: &TrancheSummary) {
    let input = builder.input;
    for (section, party) in [("doc-section-payee", tranche.to.as_ref()), ("doc-section-payer", Some(&tranche.from))] {
        let record = party.and_then(|party| input.portfolio.parties.get(party));
        let name = builder.needed(record.map(|record| record.name.clone()), "doc-miss-party");
        let address = builder.needed(record.and_then(|one| one.address.clone()), "doc-miss-address");
        let siret = builder.needed(record.and_then(|one| one.siret.clone()), "doc-miss-siret");
        let fields = vec![
            field(input, "doc-name", name),
            field(input, "doc-address", address),
            field(input, "doc-siret", siret),
        ];
        builder.section(section, vec![Block::Fields { fields }]);
    }
}

/// The amount in figures and words, and what was called and received before.
fn amount(builder: &mut PaperBuilder<'_>, convention: &Convention, tranche: &TrancheSummary, all: &[TrancheSummary]) {
    let input = builder.input;
    let amount = amount_called(tranche);
    // If the paper of a recorded call is built again, that call is not an earlier one.
    let is_again = rest(tranche).is_zero();
    let others = || all.iter().filter(|one| one.number != tranche.number);
    let words = builder.needed(amount_in_words(amount, input.locale.language), "doc-miss-amount");
    let promised: Money = all.iter().map(|one| one.amount).sum();
    let before: Money = others().chain((!is_again).then_some(tranche)).map(|one| one.called).sum();
    let received: Money = all.iter().map(|one| one.paid).sum();
    let left: Money = others().map(rest).sum();
    let fields = vec![
        field(input, "doc-amount", input.money(amount)),
        field(input, "doc-amount-words", words),
        field(input, "doc-promised", input.money(promised)),
        field(input, "doc-called-before", input.money(before)),
        field(input, "doc-received", input.recorded(received, convention.payments_recorded)),
        field(input, "doc-left-after", input.money(left)),
    ];
    builder.section("doc-section-amount", vec![Block::Fields { fields }]);
}

/// Why the amount is due: trigger, threshold, the day on which it was reached, and the papers.
fn basis(builder: &mut PaperBuilder<'_>, convention: &Convention, tranche: &TrancheSummary) {
    let input = builder.input;
    let mut fields = vec![field(input, "doc-trigger", trigger_words(input, convention, tranche))];
    if let Some(gate) = &tranche.gate {
        fields.push(field(input, "doc-threshold", input.money(gate.threshold)));
        fields.push(field(input, "doc-spent", input.money(gate.spent)));
        let reached = builder.needed(gate.crossed.map(|day| input.date(day)), "doc-miss-threshold");
        fields.push(field(input, "doc-reached-on", reached));
    }
    for paper in tranche.missing.iter().filter(|paper| !rules::is_call_for_funds(paper)) {
        let paper = MessageArg::Text(words::paper(paper, input.locale));
        builder.miss_words(input.with("doc-miss-paper", &[("paper", paper)]));
    }
    if tranche.state == TrancheState::Undetermined {
        builder.miss("doc-miss-due");
    }
    let attached = convention.contributions.iter().find(|one| one.id == tranche.contribution);
    let attached = attached.and_then(|one| one.tranches.get(tranche.number.checked_sub(1)?));
    let attached: Vec<String> = attached
        .iter()
        .flat_map(|one| &one.needs)
        .filter(|paper| !rules::is_call_for_funds(paper))
        .map(|paper| words::paper(paper, input.locale))
        .collect();
    let mut blocks = vec![Block::Fields { fields }];
    if !attached.is_empty() {
        blocks.push(paragraph(input.text("doc-attachments")));
        blocks.push(Block::List { items: attached });
    }
    builder.section("doc-section-basis", blocks);
}

/// Until when it is to be paid, and to which account.
fn payment(builder: &mut PaperBuilder<'_>, convention: &Convention, tranche: &TrancheSummary) {
    let input = builder.input;
    let days = convention.payment_days.unwrap_or(input.portfolio.incubator.habits.payment_days);
    let until = |due: Date| due.max(input.as_of).checked_add_days(Days::new(days.into()));
    let until = builder.needed(tranche.due.and_then(until).map(|day| input.date(day)), "doc-miss-due");
    let mut fields = vec![field(input, "doc-pay-until", until)];
    if !input.is_public() {
        let account = tranche.to.as_ref().and_then(|to| parts::payment_account(input, convention, to));
        fields.extend(parts::account_fields(builder, account));
    }
    builder.section("doc-section-payment", vec![Block::Fields { fields }]);
}
