//! `snooze`: a row of Today, found by its id or the beginning of it.

use clap::ArgMatches;

use super::super::resolve_id;
use super::{CommandOutput, Invocation, commit, prepare, read, why};
use crate::cli::args::verbs::SUBJECT;
use crate::cli::errors::{self, Failure};
use crate::edit::{ArgumentValue, Verb};
use crate::model::MessageArg;
use crate::parallel::AllCores;
use crate::rules;

/// Snoozes a row of Today.
pub(super) fn snooze(call: &Invocation, matches: &ArgMatches) -> Result<CommandOutput, Failure> {
    let mut values = read::values(call, Verb::Snooze, matches)?;
    let (folder, portfolio) = call.portfolio()?;
    let typed = matches.get_one::<String>(SUBJECT).map_or("", String::as_str);
    let record = resolve_id::record(call, &folder, typed)?;
    let answers = rules::answers_with(&portfolio, call.today, &AllCores);
    let mut rows = rules::today_rows(&portfolio, &answers, call.today);
    rows.retain(|row| row.record == record && row.kind.can_be_snoozed());
    let item = values.text("item").unwrap_or_default();
    let Some(row) = rows.iter().find(|row| row.is_named(&item)) else {
        let args = vec![
            ("record", MessageArg::Text(record.to_string())),
            ("item", MessageArg::Text(item)),
            ("count", MessageArg::count(rows.len())),
            ("known", MessageArg::List(rows.iter().map(rules::TodayItem::id).collect())),
        ];
        return Err(errors::refused(&call.locale, "error-no-today-row", args));
    };
    values.set("item", ArgumentValue::Text(row.id()));
    values.set("record", ArgumentValue::Text(record.to_string()));
    if let Some(me) = call.me(&folder, &portfolio).id() {
        values.set("by", ArgumentValue::Text(me.to_string()));
    }
    let incomplete = || errors::usage(&call.locale, "error-nothing", vec![]);
    let intention = Verb::Snooze.intention(&values).ok_or_else(incomplete)?;
    commit(call, &folder, prepare(call, &portfolio, &[intention], why(matches))?)
}
