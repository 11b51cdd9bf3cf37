//! An intention → the operations that write it into a record's text as it stands.
//!
//! Places are looked up in the text itself and not in what was loaded: since then somebody may have
//! changed the file, and an entry that cannot be read counts for a position there but not in the model.

use toml::{Table, Value};

use super::{EditError, Intention};
use crate::model::{Date, Money, Path};
use crate::record::{Item, Op, PatchError};

/// The operations for a text.
pub(super) fn ops(text: &str, intention: &Intention) -> Result<Vec<Op>, EditError> {
    let table: Table = text
        .strip_prefix('\u{feff}')
        .unwrap_or(text)
        .parse()
        .map_err(|error: toml::de::Error| PatchError::Syntax(error.message().to_owned()))?;
    match intention {
        Intention::Fulfil { obligation, on, evidence, due, .. } => {
            fulfil(&table, obligation, *on, evidence.as_deref(), *due)
        }
        Intention::Pay { contribution, amount, on, tranche, reference, .. } => {
            let mut entry = vec![key("on", Item::Date(*on)), key("amount", Item::Money(*amount))];
            entry.push(key("contribution", Item::Text(contribution.clone())));
            let tranche = tranche.and_then(|tranche| i64::try_from(tranche).ok());
            entry.extend(tranche.map(|tranche| key("tranche", Item::Whole(tranche))));
            entry.extend(reference.clone().map(|reference| key("reference", Item::Text(reference))));
            let same = |paid: &&Value| is_payment(paid, intention);
            match entries(&table, "payments").iter().find(same) {
                Some(_) => Err(EditError::AlreadyPaid(*on)),
                None => Ok(vec![Op::Insert(Path::top().key("payments"), Item::Table(entry))]),
            }
        }
        Intention::Sign { on, .. } => match table.get("signed").and_then(date) {
            Some(signed) => Err(EditError::AlreadySigned(signed)),
            None => Ok(vec![Op::Set(Path::top().key("signed"), Item::Date(*on))]),
        },
        Intention::Hold { on, decision, envelope, until, .. } => {
            let mut facts = vec![key("state", Item::Text("held".to_owned()))];
            facts.extend(decision.map(|decision| key("decision", Item::Text(decision.name().to_owned()))));
            facts.extend(envelope.map(|envelope| key("envelope", Item::Money(envelope))));
            facts.extend(until.map(|until| key("until", Item::Date(until))));
            hold(&table, *on, decision.is_some(), facts)
        }
    }
}

/// Whether an entry is the very payment meant.
fn is_payment(entry: &Value, intention: &Intention) -> bool {
    let Intention::Pay { contribution, amount, on, tranche, reference, .. } = intention else { return false };
    let text = |name: &str| entry.get(name).and_then(Value::as_str);
    let paid = match entry.get("amount") {
        Some(Value::Integer(whole)) => Some(Money::euros(*whole)),
        Some(Value::String(decimal)) => decimal.parse().ok(),
        _ => None,
    };
    let number = entry.get("tranche").and_then(Value::as_integer).and_then(|number| usize::try_from(number).ok());
    entry.get("on").and_then(date) == Some(*on)
        && paid == Some(*amount)
        && text("contribution") == Some(contribution)
        && text("reference") == reference.as_deref()
        && number == *tranche
}

fn fulfil(
    table: &Table,
    obligation: &str,
    on: Date,
    evidence: Option<&str>,
    due: Option<Date>,
) -> Result<Vec<Op>, EditError> {
    let all = entries(table, "obligations");
    let id = |entry: &&Value| entry.get("id").and_then(Value::as_str).unwrap_or_default().to_owned();
    let Some((at, entry)) = all.iter().enumerate().find(|(_, entry)| id(entry) == obligation) else {
        return Err(EditError::NoEntry(obligation.to_owned(), all.iter().map(|entry| id(&entry)).collect()));
    };
    let same = |times: &Value| times.get("on").and_then(date) == Some(on) && times.get("due").and_then(date) == due;
    if entry.as_table().is_some_and(|entry| entries(entry, "fulfilled").iter().any(same)) {
        return Err(EditError::AlreadyFulfilled(on));
    }
    let mut times = vec![key("on", Item::Date(on))];
    times.extend(evidence.map(|evidence| key("evidence", Item::Text(evidence.to_owned()))));
    times.extend(due.map(|due| key("due", Item::Date(due))));
    Ok(vec![Op::Insert(Path::top().key("obligations").index(at).key("fulfilled"), Item::Table(times))])
}

/// A meeting planned for the day becomes held; one held without a decision gets the one given.
fn hold(table: &Table, on: Date, decided: bool, facts: Vec<(String, Item)>) -> Result<Vec<Op>, EditError> {
    let text = |entry: &Value, name: &str| entry.get(name).and_then(Value::as_str).map(str::to_owned);
    let that_day = |entry: &Value| entry.get("on").and_then(date) == Some(on);
    let mut planned = None;
    for (at, entry) in entries(table, "committees").iter().enumerate().filter(|(_, entry)| that_day(entry)) {
        match text(entry, "state").as_deref() {
            Some("held") if decided && text(entry, "decision").is_none() => planned = Some(at),
            Some("held") => return Err(EditError::AlreadyHeld(on)),
            Some("cancelled") => {}
            _ => planned = Some(at),
        }
    }
    let list = Path::top().key("committees");
    Ok(match planned {
        Some(at) => facts.into_iter().map(|(name, item)| Op::Set(list.clone().index(at).key(&name), item)).collect(),
        None => {
            let mut entry = vec![key("on", Item::Date(on))];
            entry.extend(facts);
            vec![Op::Insert(list, Item::Table(entry))]
        }
    })
}

fn entries<'a>(table: &'a Table, list: &str) -> &'a [Value] {
    table.get(list).and_then(Value::as_array).map_or(&[], Vec::as_slice)
}

/// A bare TOML date.
fn date(value: &Value) -> Option<Date> {
    value.as_datetime()?.to_string().parse().ok()
}

fn key(name: &str, item: Item) -> (String, Item) {
    (name.to_owned(), item)
}
