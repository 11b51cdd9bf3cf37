//! How a field is filled in, and where it belongs in a repeated part of its form.

use std::sync::Arc;

use super::Options;

/// The kinds of fields, by the value that they take.
#[derive(Clone, Debug)]
pub enum InputKind {
    Text,
    /// A text of several lines.
    Lines,
    /// A score from 0 to 4 and its reason: `3 they asked for it`.
    Score,
    /// A day that is not in the future.
    PastDay,
    Day,
    Amount,
    /// An amount that may be zero.
    AmountOrZero,
    /// A number with or without decimals.
    Decimal,
    /// A whole number.
    Whole,
    /// A length of time.
    Span,
    /// The id of a record.
    Id,
    /// One of several options, picked or found by typing.
    Choice(Arc<Options>),
    /// Any number of options, ticked.
    Many(Arc<Options>),
}

/// Where a field belongs in the rows of a repeated part of a form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RowPart {
    /// The name of the repeated part.
    pub group: &'static str,
    /// The number of the row, from 0.
    pub row: usize,
    /// The name of the field within its row.
    pub part: &'static str,
    /// Whether it is the first field of its row.
    pub is_first: bool,
}
