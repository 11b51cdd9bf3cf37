//! Single fields, and bank accounts.

use super::super::resolve_id;
use super::{Invocation, Reply, id, write_all};
use crate::cli::args::verbs::{Account, Set};
use crate::cli::errors::{self, Failure};
use crate::edit::{self, BaseTexts, Edit, EditError, FieldKind, Value, verb};
use crate::model;
use crate::report::words;

/// A party has a bank account. Of one that takes the place of another, what is not given stays.
pub(super) fn account(call: &Invocation, what: Account) -> Result<Reply, Failure> {
    let party = id(call, &what.party)?;
    let (folder, portfolio) = call.portfolio()?;
    let known = portfolio.parties.get(&party).into_iter().flat_map(|party| &party.accounts);
    let before = known.into_iter().find(|account| what.id.is_some() && account.id == what.id).cloned();
    let before = before.unwrap_or_default();
    let rib_is_given = [&what.bank, &what.branch, &what.number, &what.key].iter().any(|part| part.is_some());
    let mut account = model::Account {
        id: what.id,
        holder: what.holder.or(before.holder),
        domiciliation: what.domiciliation.or(before.domiciliation),
        bank: what.bank.or(before.bank),
        branch: what.branch.or(before.branch),
        number: what.number.or(before.number),
        key: what.key.or(before.key),
        iban: what.iban.or(before.iban),
        bic: what.bic.or(before.bic),
        article: before.article,
    };
    if !rib_is_given && account.fault().is_some() {
        // The RIB is that of the account replaced.
        (account.bank, account.branch, account.number, account.key) = (None, None, None, None);
    }
    write_all(call, &folder, &portfolio, &[verb::AccountVerb { party, account }.into()])
}

/// A field has another value, or none.
pub(super) fn set(call: &Invocation, what: &Set) -> Result<Reply, Failure> {
    let (folder, portfolio) = call.portfolio()?;
    let record = resolve_id::record(call, &folder, &what.record)?;
    let text = folder.text(&record).map_err(|error| errors::system(&call.locale, &error))?;
    let refused = |error: &EditError| call.refused(&portfolio, error);
    let path = edit::path(&text, &what.field).map_err(|error| refused(&error))?;
    let value = if what.remove {
        None
    } else {
        let field = edit::field(record.kind, &text, &path).map_err(|error| refused(&error))?;
        Some(value(call, &field.kind, &what.values)?)
    };
    // Whoever types a value means it, whatever the field holds by now; but in the entry that was named.
    let seen = BaseTexts::from([(record.clone(), text.into())]);
    let set = [verb::SetVerb { record, path, value }.into()];
    let edit = edit::edit_based_on(&portfolio, &set, call.today, &seen).map_err(|error| refused(&error))?;
    super::save(call, &folder, &Edit { insists: true, ..edit })
}

/// The value of a field, as typed in the manner of the command line.
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
        (_, Ok(value)) => Ok(value),
        (FieldKind::Span, Err(error)) => {
            let span = call.locale.typed_span(typed).map(|span| span.to_string().into());
            span.map_err(|_| errors::value(&call.locale, typed, &error))
        }
        (FieldKind::Word(known), Err(error)) => {
            let name = words::named(typed, known.iter().map(String::as_str));
            name.map(Value::from).ok_or_else(|| errors::value(&call.locale, typed, &error))
        }
        // What is no word of the format may be a date, written as one writes it.
        (FieldKind::Moment | FieldKind::Start | FieldKind::Signature, Err(error)) => {
            let day = call.locale.typed_date(typed, call.today);
            day.map(|day| Value::Date(call.understood("VALUE", day)))
                .map_err(|_| errors::value(&call.locale, typed, &error))
        }
        (_, Err(error)) => Err(errors::value(&call.locale, typed, &error)),
    }
}

/// The kind of one entry of a list.
fn single(kind: &FieldKind) -> FieldKind {
    match kind {
        FieldKind::Ids(of) => FieldKind::Id(*of),
        _ => FieldKind::Text,
    }
}
