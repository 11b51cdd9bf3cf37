//! Reads the values of fields from what was typed, with a note beside each.

use super::FormContext;
use crate::edit::{ArgumentValue, ArgumentValues};
use crate::locale::TypedMoneyError;
use crate::model::{Id, MessageArg, Money};
use crate::ui::field::{FormField, InputKind, Pick};

/// The highest score of a heading.
const MOST: u8 = 4;

/// The note beside a field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum FieldNote {
    None,
    /// The field is required and still empty.
    Required(String),
    /// The value as it was understood.
    Parsed(String),
    /// The value as it was understood, which is surprising.
    Warning(String),
    /// Why the value is not valid.
    Error(String),
}

impl FieldNote {
    /// Returns whether the note blocks the commit.
    pub const fn blocks_commit(&self) -> bool {
        matches!(self, Self::Error(_) | Self::Required(_))
    }
}

/// Reads every field. `pressed` is whether the user has tried to commit, which makes empty required fields errors.
pub(super) fn read(fields: &[FormField], context: &FormContext<'_>, pressed: bool) -> (ArgumentValues, Vec<FieldNote>) {
    let mut values = ArgumentValues::default();
    let mut notes = Vec::new();
    for field in fields {
        let (value, note) = one(field, context, pressed);
        if let Some(value) = value {
            values.set(field.name.clone(), value);
        }
        notes.push(note);
    }
    (values, notes)
}

fn one(field: &FormField, context: &FormContext<'_>, pressed: bool) -> (Option<ArgumentValue>, FieldNote) {
    let empty = field.is_blank();
    // A filter that picks nothing is an error, whatever the field held before.
    let picks_nothing =
        field.matching().is_empty() || (matches!(field.kind, InputKind::Choice(_)) && field.pick() == Pick::Nothing);
    if field.options().is_some() && picks_nothing && !field.input().value().is_empty() {
        return (None, FieldNote::Error(context.locale.text("form-nothing-matches")));
    }
    if empty && (field.varies.is_some() || !field.is_required) {
        return (None, FieldNote::None);
    }
    if empty && !(field.touched || pressed) {
        return (None, FieldNote::Required(context.locale.text("form-wanted")));
    }
    match &field.kind {
        InputKind::Choice(_) | InputKind::Many(_) if empty => {
            (None, FieldNote::Error(context.locale.text("form-error-pick")))
        }
        InputKind::Choice(_) => (Some(ArgumentValue::Text(field.key().to_owned())), FieldNote::None),
        InputKind::Many(_) => {
            let words = field.ticked().map(|choice| choice.key.clone()).collect();
            (Some(ArgumentValue::Words(words)), FieldNote::None)
        }
        InputKind::Text | InputKind::Lines | InputKind::Score if empty => {
            (None, FieldNote::Error(context.locale.text("form-error-empty")))
        }
        InputKind::Score => score(field.text(), context),
        InputKind::Text | InputKind::Lines => (Some(ArgumentValue::Text(field.text().to_owned())), FieldNote::None),
        InputKind::PastDay => day(field.text(), context, true),
        InputKind::Day => day(field.text(), context, false),
        InputKind::Amount => amount(field.text(), context, false),
        InputKind::AmountOrZero => amount(field.text(), context, true),
        InputKind::Decimal => decimal(field.text(), context),
        InputKind::Whole => whole(field.text(), context),
        InputKind::Span => span(field.text(), context),
        InputKind::Id => id(field.text(), context),
    }
}

/// Reads a score from 0 to 4 and the reason after it as `SCORE` or `SCORE:REASON`.
fn score(text: &str, context: &FormContext<'_>) -> (Option<ArgumentValue>, FieldNote) {
    let begin = text.trim_start();
    let rest = begin.trim_start_matches(|c: char| c.is_ascii_digit());
    let digits = begin.get(..begin.len() - rest.len()).unwrap_or_default();
    let reason = rest.strip_prefix("/4").unwrap_or(rest).trim_start_matches([' ', ':', ',', ';', '·', '–', '-']).trim();
    let is_apart = rest.is_empty() || !rest.starts_with(char::is_alphanumeric);
    match digits.parse::<u8>() {
        Ok(score) if score <= MOST && is_apart => {
            let value = if reason.is_empty() { score.to_string() } else { format!("{score}:{reason}") };
            let shown = if reason.is_empty() { "form-score" } else { "form-score-why" };
            let facts = [("score", MessageArg::Count(score.into())), ("why", MessageArg::Text(reason.to_owned()))];
            let note = FieldNote::Parsed(context.locale.message(shown, &facts));
            (Some(ArgumentValue::Text(value)), note)
        }
        _ => (None, FieldNote::Error(context.locale.text("form-error-score"))),
    }
}

fn day(text: &str, context: &FormContext<'_>, fact: bool) -> (Option<ArgumentValue>, FieldNote) {
    let (locale, today) = (context.locale, context.today);
    let typed = if fact { locale.typed_past_date(text, today) } else { locale.typed_date(text, today) };
    let day = match typed {
        Ok(day) => day,
        Err(error) => return (None, FieldNote::Error(error.words(locale))),
    };
    let long = locale.date_long(day);
    let note = if fact && day > today {
        FieldNote::Error(format!("{long} · {}", locale.text("form-in-the-future")))
    } else if fact && day > context.as_of {
        // Without it, the user would wonder why the figures don't change.
        FieldNote::Parsed(format!("{long} · {}", locale.text("form-after-as-of")))
    } else {
        FieldNote::Parsed(long)
    };
    (Some(ArgumentValue::Date(day)), note)
}

fn amount(text: &str, context: &FormContext<'_>, may_be_zero: bool) -> (Option<ArgumentValue>, FieldNote) {
    match context.locale.typed_money(text) {
        Ok(money) if money < Money::ZERO || (money.is_zero() && !may_be_zero) => {
            (None, FieldNote::Error(context.locale.text("form-error-nothing")))
        }
        Ok(money) => (Some(ArgumentValue::Amount(money)), FieldNote::Parsed(context.locale.money_short(money))),
        Err(error) => (None, FieldNote::Error(context.locale.text(TypedMoneyError::key(error)))),
    }
}

fn decimal(text: &str, context: &FormContext<'_>) -> (Option<ArgumentValue>, FieldNote) {
    match context.locale.typed_number(text) {
        Ok(value) => (Some(ArgumentValue::Decimal(value)), FieldNote::Parsed(context.locale.decimal(value))),
        Err(error) => (None, FieldNote::Error(context.locale.text(error.key()))),
    }
}

fn whole(text: &str, context: &FormContext<'_>) -> (Option<ArgumentValue>, FieldNote) {
    match text.parse::<u32>() {
        Ok(value) if value > 0 => (Some(ArgumentValue::Whole(value)), FieldNote::None),
        _ => (None, FieldNote::Error(context.locale.text("form-error-whole"))),
    }
}

fn span(text: &str, context: &FormContext<'_>) -> (Option<ArgumentValue>, FieldNote) {
    match context.locale.typed_span(text) {
        Ok(span) => (Some(ArgumentValue::Span(span)), FieldNote::Parsed(context.locale.span(span))),
        Err(error) => (None, FieldNote::Error(context.locale.text(error.key()))),
    }
}

fn id(text: &str, context: &FormContext<'_>) -> (Option<ArgumentValue>, FieldNote) {
    match Id::new(text) {
        Ok(id) => (Some(ArgumentValue::Text(id.to_string())), FieldNote::None),
        Err(_) => (None, FieldNote::Error(context.locale.text("form-error-id"))),
    }
}
