//! The kind of value that each key holds, as far as its wording depends on it.

use crate::model::RecordKind;

/// The key of e-mail addresses.
pub(super) const ADDRESSES: &str = "emails";

/// The kind of the values of a key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum FieldSort {
    Amount,
    Percent,
    /// A number in quotes.
    Decimal,
    /// A number without separators, such as a year.
    Ordinal,
    Party,
    Startup,
    Convention,
    Person,
    /// A keyword, with the prefix of its message.
    Word(&'static str),
    Span,
    /// A moment, or the event that makes a tranche due.
    Moment,
    /// The id of a contribution of the same record.
    Contribution,
    /// The id of a committee of the same record.
    Committee,
    /// `obligations.ID` or `contributions.ID[1]`.
    Item,
    Addresses,
    Free,
}

/// Returns the kind of the values at a path, given by its keys.
pub(super) fn sort(kind: RecordKind, names: &[String]) -> FieldSort {
    let (key, holder) = match names {
        [.., holder, key] => (key.as_str(), holder.as_str()),
        [key] => (key.as_str(), ""),
        [] => ("", ""),
    };
    match (holder, key) {
        ("years", _) => FieldSort::Amount,
        ("extra" | "shares" | "reasons", _) => FieldSort::Free,
        (_, "amount" | "envelope" | "asked" | "ceiling" | "spent") => FieldSort::Amount,
        (_, "percent") => FieldSort::Percent,
        (_, "value") => FieldSort::Decimal,
        (_, "budget_year" | "promotion" | "format") => FieldSort::Ordinal,
        ("contributions" | "resources", "from")
        | ("expenditure" | "publication" | "when", "by")
        | ("incubators", "id")
        | ("committee", "with")
        | (_, "to" | "party" | "debtor" | "creditor" | "organiser" | "chair" | "parties" | "sponsors")
        | (_, "incubator" | "former_incubators" | "home") => FieldSort::Party,
        (_, "startup" | "startups") => FieldSort::Startup,
        (_, "amends") => FieldSort::Convention,
        (_, "person" | "owner" | "by") => FieldSort::Person,
        (_, "phase") => FieldSort::Word("phase"),
        (_, "decision") => FieldSort::Word("decision"),
        (_, "state") => FieldSort::Word("committee-state"),
        (_, "kind") if kind == RecordKind::Convention => FieldSort::Word("kind"),
        (_, "about") => FieldSort::Word("matter"),
        (_, "heading") => FieldSort::Word("value"),
        (_, "share") => FieldSort::Word("share"),
        (_, "signed") => FieldSort::Word("convention-status"),
        ("tranches", "needs") | ("calls", "with") => FieldSort::Word("paper"),
        (_, "every" | "committee_every" | "lasts") => FieldSort::Span,
        (_, "due" | "when" | "from") => FieldSort::Moment,
        (_, "contribution") => FieldSort::Contribution,
        ("conditions" | "actions", "committee") => FieldSort::Committee,
        ("reminders", "item") => FieldSort::Item,
        (_, ADDRESSES) => FieldSort::Addresses,
        _ => FieldSort::Free,
    }
}
