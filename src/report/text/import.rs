//! `couveuse import`: the plan, row by row.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use crate::locale::Locale;
use crate::model::MessageArg;
use crate::report::json::{ImportDifferenceJson, ImportJson, ImportReasonJson, ImportRowJson};
use crate::report::{sanitize, width};

/// The longest value that is shown in full.
const LONGEST: usize = 60;

/// Up to this number of new rows are listed. More are counted for each record, unless each is a record of its own.
const LISTED: usize = 100;

/// Returns the rows that are not there already, and the sums. `compares` if nothing is to be imported.
#[must_use]
pub fn import(plan: &ImportJson, compares: bool, locale: &Locale) -> String {
    let mut text = String::new();
    let counted = counted_rows(plan);
    let mut repeated = repeated_refusals(plan);
    for row in plan.rows.iter().filter(|row| is_listed(row, &counted)) {
        match refusal(row).and_then(|refusal| repeated.get_mut(&refusal)) {
            None => write_row(&mut text, row, compares, locale),
            Some(0) => {}
            Some(count) => {
                write_row(&mut text, row, compares, locale);
                let _ = writeln!(text, "    {}", more_rows(*count, locale));
                *count = 0;
            }
        }
    }
    for (record, count) in &counted {
        let _ = writeln!(text, "+ {}", new_rows(record, *count, locale));
    }
    if compares && text.is_empty() {
        return format!("{}\n", locale.text("import-no-difference"));
    }
    if !compares {
        let _ = writeln!(text, "{}", import_counts(plan, locale));
        text.extend(unused_columns(plan, locale).map(|line| line + "\n"));
    }
    text
}

/// Returns the columns of the table that are not imported, in words.
#[must_use]
pub fn unused_columns(plan: &ImportJson, locale: &Locale) -> Option<String> {
    let columns = MessageArg::List(plan.unused_columns.clone());
    let words = || sanitize(&locale.message("import-unused-columns", &[("columns", columns)])).into_owned();
    (!plan.unused_columns.is_empty()).then(words)
}

/// Returns the number of new rows of each record, if there are too many to list them.
#[must_use]
pub fn counted_rows(plan: &ImportJson) -> BTreeMap<&str, usize> {
    let mut counted: BTreeMap<&str, usize> = BTreeMap::new();
    for row in plan.rows.iter().filter(|row| row.state == "new") {
        *counted.entry(row.record.as_deref().unwrap_or_default()).or_default() += 1;
    }
    if plan.counts.new <= LISTED || counted.len() == plan.counts.new {
        counted.clear();
    }
    counted
}

/// Returns the record of a refused row and the message why; `None` if the row belongs to no record.
#[must_use]
pub fn refusal(row: &ImportRowJson) -> Option<(&str, &str)> {
    let reason = row.reasons.first().filter(|_| row.state == "refused")?;
    Some((row.record.as_deref()?, &reason.message))
}

/// Returns how many more rows each record refuses for the same reason, if these are too many to list them. The first
/// one is listed.
#[must_use]
pub fn repeated_refusals(plan: &ImportJson) -> BTreeMap<(&str, &str), usize> {
    let mut repeated: BTreeMap<(&str, &str), usize> = BTreeMap::new();
    for refusal in plan.rows.iter().filter_map(refusal) {
        *repeated.entry(refusal).or_default() += 1;
    }
    repeated.retain(|_, count| *count > LISTED);
    repeated.values_mut().for_each(|count| *count -= 1);
    repeated
}

/// Returns the number of further rows that are refused for the same reason, in words.
#[must_use]
pub fn more_rows(count: usize, locale: &Locale) -> String {
    locale.message("import-more-refused", &[("count", MessageArg::count(count))])
}

/// Returns whether a row is listed: it is not there already, and new rows are not counted.
#[must_use]
pub fn is_listed(row: &ImportRowJson, counted: &BTreeMap<&str, usize>) -> bool {
    row.state != "same" && (row.state != "new" || counted.is_empty())
}

/// Returns the number of new rows of a record, in words.
#[must_use]
pub fn new_rows(record: &str, count: usize, locale: &Locale) -> String {
    let args = [("record", MessageArg::Text(record.to_owned())), ("count", MessageArg::count(count))];
    sanitize(&locale.message("import-new-rows", &args)).into_owned()
}

/// Returns the number of rows in each state, in words.
#[must_use]
pub fn import_counts(plan: &ImportJson, locale: &Locale) -> String {
    let counts = plan.counts;
    let args = [
        ("new", counts.new),
        ("changed", counts.changed),
        ("same", counts.same),
        ("differs", counts.differs),
        ("refused", counts.refused),
        ("parties", plan.parties.len()),
    ];
    let args: Vec<_> = args.into_iter().map(|(name, count)| (name, MessageArg::count(count))).collect();
    locale.message("import-counts", &args)
}

fn write_row(text: &mut String, row: &ImportRowJson, compares: bool, locale: &Locale) {
    let symbol = match row.state {
        "new" => "+",
        "changed" => "~",
        "differs" => "!",
        _ => "✗",
    };
    let state = locale.text(&format!("import-state-{}", row.state));
    let record = row.record.as_ref().map(|record| format!(" ({record})")).unwrap_or_default();
    let _ = writeln!(text, "{symbol} {state} {}{}", sanitize(&row.row), sanitize(&record));
    for words in import_details(row, compares, locale) {
        let _ = writeln!(text, "    {words}");
    }
}

/// Returns the reasons of a row with their places, and the values that differ. `compares` if nothing is to be imported.
#[must_use]
pub fn import_details(row: &ImportRowJson, compares: bool, locale: &Locale) -> Vec<String> {
    let reason = |reason: &ImportReasonJson| {
        let place = match (reason.line, reason.column) {
            (Some(line), Some(column)) => format!("{}:{line}:{column}: ", row.file.as_deref().unwrap_or_default()),
            _ => row.file.as_ref().map(|file| format!("{file}: ")).unwrap_or_default(),
        };
        format!("{place}{}", reason.message)
    };
    let reasons = row.reasons.iter().map(reason);
    let differences = row.differences.iter().map(|difference| describe(difference, compares, locale));
    reasons.chain(differences).map(|words| sanitize(&words).into_owned()).collect()
}

/// `mission: "a" → "b"`, or both values if ours stays.
fn describe(difference: &ImportDifferenceJson, compares: bool, locale: &Locale) -> String {
    let value = |value: &Option<String>| {
        let Some(value) = value else { return locale.text("changed-nothing") };
        let short = width::prefix(value, LONGEST);
        if short.len() < value.len() { format!("{short}…") } else { value.clone() }
    };
    let (ours, theirs) = (value(&difference.ours), value(&difference.theirs));
    if difference.taken {
        return format!("{}: {ours} → {theirs}", difference.field);
    }
    let key = if compares { "import-differs" } else { "import-kept" };
    let arg = |name, value: &str| (name, MessageArg::Text(value.to_owned()));
    locale.message(key, &[arg("field", &difference.field), arg("ours", &ours), arg("theirs", &theirs)])
}
