//! The name of an item of Today or of a reminder, for the subject of a commit.

use super::edit_context::EditContext;
use super::write_context::BaseTexts;
use crate::locale::Language;
use crate::model::{Date, MessageArg, Portfolio, RecordKind, RecordRef};

/// Names an entry of a record, given by its address as in Today and reminders (`obligations.report@2020-12-01`).
#[must_use]
pub fn entry_name(portfolio: &Portfolio, today: Date, language: Language, record: &RecordRef, entry: &str) -> String {
    let base = BaseTexts::new();
    let context = EditContext { portfolio, today, base: &base, created: &[], language };
    item_name(&context, record, without_day(entry))
}

/// Returns the address of an entry, without the day and amount of its occurrence.
pub(super) fn without_day(item: &str) -> &str {
    item.split_once('@').map_or(item, |(entry, _)| entry)
}

/// The longest text of a record in a subject, in characters.
const LONGEST: usize = 50;

/// Names an entry of a record, given by its address (`obligations.report`, `actions[0]`): by its text, as a tranche, or
/// by its own name.
pub(super) fn item_name(context: &EditContext<'_>, record: &RecordRef, entry: &str) -> String {
    let at = entry.find(['.', '[']).unwrap_or(entry.len());
    let (list, id) = entry.split_at(at);
    let id = id.trim_start_matches('.');
    let text = match (list, record.kind) {
        ("obligations", RecordKind::Convention) => {
            let found = context.convention(&record.id).and_then(|convention| context.obligation(convention, id));
            found.ok().map(|(_, obligation)| obligation.what.as_ref())
        }
        ("actions", RecordKind::Startup) => {
            let all = context.startup(&record.id).ok().map(|startup| startup.actions.as_slice()).unwrap_or_default();
            named(all.iter().map(|action| (action.id.as_deref(), action.what.as_str())), id)
        }
        ("conditions", RecordKind::Startup) => {
            let all = context.startup(&record.id).ok().map(|startup| startup.conditions.as_slice()).unwrap_or_default();
            named(all.iter().map(|condition| (condition.id.as_deref(), condition.what.as_str())), id)
        }
        _ => None,
    };
    match (text, list) {
        (Some(text), _) => context.text("commit-item-text", &[("text", MessageArg::Text(shortened(text)))]),
        (None, "contributions") => tranche_name(context, id),
        (None, "committee" | "papers") => context.text(&format!("commit-item-{list}"), &[]),
        (None, _) => entry.replace('-', " "),
    }
}

/// Returns the text of the entry with that id, or at that index (`[0]`).
fn named<'a>(mut entries: impl Iterator<Item = (Option<&'a str>, &'a str)>, id: &str) -> Option<&'a str> {
    let index = id.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')?.parse().ok());
    let found = match index {
        Some(index) => entries.nth(index),
        None => entries.find(|(known, _)| *known == Some(id)),
    };
    found.map(|(_, text)| text)
}

/// `pau[2]` is the second tranche of the contribution `pau`.
fn tranche_name(context: &EditContext<'_>, id: &str) -> String {
    let (contribution, tranche) = id.trim_end_matches(']').split_once('[').unwrap_or((id, ""));
    let key = if tranche.is_empty() { "commit-item-contribution" } else { "commit-item-tranche" };
    let args = [("contribution", contribution), ("tranche", tranche)];
    context.text(key, &args.map(|(name, text)| (name, MessageArg::Text(text.to_owned()))))
}

fn shortened(text: &str) -> String {
    let text = text.trim_end_matches('.');
    match text.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", text[..end].trim_end()),
        None => text.to_owned(),
    }
}
