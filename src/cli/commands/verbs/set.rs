//! `set`: a field of any record, found by its path.

use clap::ArgMatches;

use super::super::resolve_id;
use super::{CommandOutput, Invocation, why};
use crate::cli::args::verbs::{FIELD, SUBJECT};
use crate::cli::errors::{self, Failure};
use crate::edit::verb::SetVerb;
use crate::edit::{self, BaseTexts, Edit, EditError, FieldKind, Value};
use crate::model::{Moment, Portfolio};
use crate::report::words;

/// Sets a field, or removes it.
pub(super) fn set(call: &Invocation, matches: &ArgMatches) -> Result<CommandOutput, Failure> {
    let typed = |name: &str| matches.get_one::<String>(name).map_or("", String::as_str);
    let mut folder = call.folder()?;
    let record = resolve_id::record(call, &folder, typed(SUBJECT))?;
    let text = folder.text(&record).map_err(|error| errors::system(&call.locale, &error))?;
    let prepare = |portfolio: &Portfolio| {
        let refused = |error: &EditError| call.refused(portfolio, error);
        let path = edit::path(&text, typed(FIELD)).map_err(|error| refused(&error))?;
        let value = if matches.get_flag("remove") {
            None
        } else {
            let field = edit::field(record.kind, &text, &path).map_err(|error| refused(&error))?;
            let values: Vec<String> = matches.get_many("value").into_iter().flatten().cloned().collect();
            Some(value(call, &field.kind, &values)?)
        };
        // The typed value replaces the current one, in the named entry.
        let base = BaseTexts::from([(record.clone(), text.as_str().into())]);
        let set = [SetVerb { record: record.clone(), path, value }.into()];
        edit::edit_based_on(portfolio, &set, call.today, &base).map_err(|error| refused(&error))
    };
    // A review whose minutes are approved keeps its committees from being changed: all records are read.
    let is_of_review = typed(FIELD).starts_with("committees") && text.contains("review");
    let targets = if is_of_review { &[] } else { std::slice::from_ref(&record) };
    let edit = call.prepare(&mut folder, targets, prepare)?;
    super::save(call, &folder, &Edit { force: true, ..edit.because(why(matches)) }, super::Remarks::default(), None)
}

/// Reads the value of a field as people type it.
fn value(call: &Invocation, kind: &FieldKind, typed: &[String]) -> Result<Value, Failure> {
    let several = || -> Result<Vec<Value>, Failure> {
        typed.iter().map(|one| value(call, &single(kind), std::slice::from_ref(one))).collect()
    };
    if matches!(kind, FieldKind::Texts | FieldKind::Ids(_)) {
        return Ok(Value::List(several()?));
    }
    let [typed] = typed else { return Err(errors::usage(&call.locale, "error-one-value", vec![])) };
    let canonical = edit::value(kind, typed);
    match (kind, canonical) {
        (FieldKind::Amount, _) => call.amount("VALUE", typed).map(Value::Money),
        (FieldKind::Decimal, _) => call.number("VALUE", typed).map(Value::from),
        (FieldKind::Date, _) => {
            let day = super::super::date(&call.locale, "VALUE", typed, call.today)?;
            Ok(Value::Date(call.understood("VALUE", day)))
        }
        (FieldKind::PastDate, _) => {
            let day = call.past_date("VALUE", Some(typed))?;
            Ok(Value::Date(day.unwrap_or(call.today)))
        }
        (_, Ok(value)) => Ok(value),
        (FieldKind::Span, Err(error)) => {
            let span = call.locale.typed_span(typed).map(|span| span.to_string().into());
            span.map_err(|_| errors::value(&call.locale, typed, &error))
        }
        (FieldKind::Word(known), Err(error)) => {
            let name = words::named(typed, known.iter().map(String::as_str));
            name.map(Value::from).ok_or_else(|| errors::value(&call.locale, typed, &error))
        }
        // A text that is not a word of the format may be a date.
        (FieldKind::Moment, Err(error)) => match call.locale.typed_moment(typed, call.today) {
            Some(Moment::On(day)) => Ok(Value::Date(call.understood("VALUE", day))),
            Some(event) => Ok(event.to_string().into()),
            None => Err(errors::value(&call.locale, typed, &error)),
        },
        (FieldKind::Start | FieldKind::Signature, Err(error)) => {
            let day = match kind {
                FieldKind::Signature => call.locale.typed_past_date(typed, call.today),
                _ => call.locale.typed_date(typed, call.today),
            };
            day.map(|day| Value::Date(call.understood("VALUE", day)))
                .map_err(|_| errors::value(&call.locale, typed, &error))
        }
        (_, Err(error)) => Err(errors::value(&call.locale, typed, &error)),
    }
}

/// Returns the kind of one entry of a list.
fn single(kind: &FieldKind) -> FieldKind {
    match kind {
        FieldKind::Ids(of) => FieldKind::Id(*of),
        _ => FieldKind::Text,
    }
}
