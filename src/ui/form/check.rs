//! From what is typed to what is meant: each field's value, what is wrong with it, and the intention.

use super::target::Aim;
use super::{Context, Form, Verb};
use crate::edit::{Edit, EditError, Intention, verb};
use crate::locale::TypedMoneyError;
use crate::model::{Arg, Date, Decision, Money, Span};
use crate::ui::field::{Field, Name};

/// What is said beside a field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Note {
    /// Nothing.
    Silent,
    /// What was understood.
    Echo(String),
    /// What was understood, and is surprising.
    Odd(String),
    /// What is wrong.
    Wrong(String),
}

/// The values of the fields, as far as they could be understood.
#[derive(Clone, Debug, Default)]
pub(super) struct Values {
    on: Option<Date>,
    evidence: Option<String>,
    amount: Option<Money>,
    reference: Option<String>,
    decision: Option<Decision>,
    envelope: Option<Money>,
    until: Option<Date>,
}

/// Puts the defaults into the fields that the user left alone.
pub(super) fn fill_defaults(form: &mut Form, context: &Context<'_>) {
    let amount = match form.target().map(|target| &target.aim) {
        Some(Aim::Contribution { amount: Some(amount), .. }) => plain(*amount, context),
        _ => String::new(),
    };
    set(form, Name::On, &typable(context.today));
    set(form, Name::Amount, &amount);
    let on = form.field(Name::On).and_then(|field| context.locale.typed_past_date(field.text(), context.today).ok());
    let span = match form.field(Name::Decision).and_then(decision) {
        Some(Decision::Continue) => Some(Span::months(6)),
        Some(Decision::Provisional) => Some(Span::months(1)),
        _ => None,
    };
    let until = on.zip(span).and_then(|(on, span)| span.after(on));
    set(form, Name::Until, &until.map(typable).unwrap_or_default());
}

fn set(form: &mut Form, name: Name, default: &str) {
    if let Some(field) = form.fields.iter_mut().find(|field| field.name == name) {
        field.set_default(default);
    }
}

/// A day as both languages read it, whatever they show.
fn typable(day: Date) -> String {
    day.format("%d/%m/%Y").to_string()
}

/// An amount as people would have typed it.
fn plain(amount: Money, context: &Context<'_>) -> String {
    let text = amount.to_string();
    let text = text.strip_suffix(".00").unwrap_or(&text);
    match context.locale.language {
        crate::locale::Language::French => text.replace('.', ","),
        crate::locale::Language::English => text.to_owned(),
    }
}

fn decision(field: &Field) -> Option<Decision> {
    // The first option is that there was none.
    Decision::ALL.get(field.chosen().checked_sub(1)?).copied()
}

/// Reads every field.
pub(super) fn read(form: &Form, context: &Context<'_>) -> (Values, Vec<Note>) {
    let mut values = Values::default();
    let mut notes = Vec::new();
    for field in &form.fields {
        let note = match field.name {
            Name::Target | Name::Decision => choice(field, context),
            Name::On => day(field, context, true, &mut values.on),
            Name::Until => day(field, context, false, &mut values.until),
            Name::Amount => amount(field, context, true, &mut values.amount),
            Name::Envelope => amount(field, context, false, &mut values.envelope),
            Name::Evidence | Name::Reference => Note::Silent,
        };
        match field.name {
            Name::Evidence => values.evidence = some(field.text()),
            Name::Reference => values.reference = some(field.text()),
            Name::Decision => values.decision = decision(field),
            _ => {}
        }
        notes.push(note);
    }
    if let (Some(on), Some(until)) = (values.on, values.until)
        && until < on
    {
        put(form, &mut notes, Name::Until, Note::Wrong(context.locale.text("form-error-ends-before")));
    }
    (values, notes)
}

fn some(text: &str) -> Option<String> {
    (!text.is_empty()).then(|| text.to_owned())
}

fn choice(field: &Field, context: &Context<'_>) -> Note {
    if field.matching().is_empty() {
        return Note::Odd(context.locale.text("form-nothing-matches"));
    }
    Note::Silent
}

fn day(field: &Field, context: &Context<'_>, fact: bool, value: &mut Option<Date>) -> Note {
    if field.text().is_empty() && !fact {
        return Note::Silent;
    }
    let typed = if fact {
        context.locale.typed_past_date(field.text(), context.today)
    } else {
        context.locale.typed_date(field.text(), context.today)
    };
    match typed {
        Ok(day) => {
            *value = Some(day);
            let long = context.locale.date_long(day);
            if fact && day > context.today {
                return Note::Wrong(format!("{long} · {}", context.locale.text("form-in-the-future")));
            }
            if fact && day > context.as_of {
                // Else nobody would understand why the figures do not move.
                return Note::Echo(format!("{long} · {}", context.locale.text("form-after-as-of")));
            }
            Note::Echo(long)
        }
        Err(error) => Note::Wrong(error.words(context.locale)),
    }
}

fn amount(field: &Field, context: &Context<'_>, required: bool, value: &mut Option<Money>) -> Note {
    match context.locale.typed_money(field.text()) {
        Ok(money) if money <= Money::ZERO => Note::Wrong(context.locale.text("form-error-nothing")),
        Ok(money) => {
            *value = Some(money);
            Note::Echo(context.locale.money_short(money))
        }
        Err(TypedMoneyError::Empty) if !required => Note::Silent,
        Err(error) => Note::Wrong(context.locale.text(error.key())),
    }
}

/// What the values mean of the chosen target; `None` while something is missing.
pub(super) fn intention(form: &Form, values: Values) -> Option<Intention> {
    let on = values.on?;
    Some(match (form.verb, form.target()?.aim.clone()) {
        (Verb::Done, Aim::Obligation { convention, obligation, due, sure }) => {
            // A day at or after the due date of the earliest overdue one says by itself which it answers.
            let tells = sure && due.is_none_or(|due| on >= due);
            let due = due.filter(|_| !tells);
            verb::Fulfil { convention, obligation, on, evidence: values.evidence, due }.into()
        }
        (Verb::Pay, Aim::Contribution { convention, contribution, tranche, .. }) => {
            let (amount, reference) = (values.amount?, values.reference);
            verb::Pay { convention, contribution, amount, on, tranche, reference }.into()
        }
        (Verb::Sign, Aim::Convention(convention)) => verb::Sign { convention, on }.into(),
        (Verb::Hold, Aim::Startup(startup)) => {
            let (decision, envelope, until) = (values.decision, values.envelope, values.until);
            verb::Hold { startup, on, decision, envelope, until }.into()
        }
        _ => return None,
    })
}

/// Puts what is wrong with an edit beside the field that it comes from, where it comes from one.
pub(super) fn blame(form: &Form, notes: &mut [Note], error: &EditError, context: &Context<'_>) {
    let name = match error {
        EditError::AlreadySigned(_)
        | EditError::AlreadyHeld(_)
        | EditError::AlreadyFulfilled(_)
        | EditError::InTheFuture(_)
        | EditError::OutOfOrder(..) => Name::On,
        EditError::NothingPaid | EditError::AlreadyPaid(_) => Name::Amount,
        EditError::EndsBeforeItBegins => Name::Until,
        _ => return,
    };
    put(form, notes, name, Note::Wrong(super::words::edit_error(error, context.locale)));
}

/// Says of an edit that can be made what is surprising in it.
pub(super) fn remark(form: &Form, notes: &mut [Note], edit: &Edit, context: &Context<'_>) {
    let Some(beyond) = edit.more_than_promised else { return };
    let intentions = edit.changes.iter().flat_map(|change| &change.intentions);
    let paid = intentions.filter_map(|one| if let Intention::Pay(pay) = one { Some(pay.amount) } else { None });
    let amount: Money = paid.sum();
    let locale = context.locale;
    let words = locale.message("more-than-promised", &[("amount", Arg::Text(locale.money_short(beyond)))]);
    put(form, notes, Name::Amount, Note::Odd(format!("{} · {words}", locale.money_short(amount))));
}

fn put(form: &Form, notes: &mut [Note], name: Name, said: Note) {
    let at = form.fields.iter().position(|field| field.name == name);
    if let Some(note) = at.and_then(|at| notes.get_mut(at)) {
        *note = said;
    }
}
