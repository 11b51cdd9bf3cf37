//! Days that have an order, and what is said where they do not keep it.

use super::EditError;
use crate::model::Date;

/// Another day of the records that the day of a fact may not come before, or after.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Chronology {
    /// A signature before the decision to sign.
    Decided,
    /// An amendment signed before what it amends.
    Amended,
    /// A convention signed after its amendment.
    Amendment,
    /// A signature after the end of the term.
    Ended,
    /// A signature after the termination.
    Terminated,
    /// A signature after something that the convention obliges to was recorded as done.
    Fulfilled,
    /// Something done before the signature of what obliges to it.
    Signed,
    /// A service done, or paid, before it was committed.
    Committed,
    /// A service paid before it was done.
    ServiceDone,
}

impl Chronology {
    /// All of them.
    pub const ALL: [Self; 9] = [
        Self::Decided,
        Self::Amended,
        Self::Amendment,
        Self::Ended,
        Self::Terminated,
        Self::Fulfilled,
        Self::Signed,
        Self::Committed,
        Self::ServiceDone,
    ];

    /// The message that says it, with the other day as `$on`.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Decided => "order-decided",
            Self::Amended => "order-amended",
            Self::Amendment => "order-amendment",
            Self::Ended => "order-ended",
            Self::Terminated => "order-terminated",
            Self::Fulfilled => "order-fulfilled",
            Self::Signed => "order-signed",
            Self::Committed => "order-committed",
            Self::ServiceDone => "order-service-done",
        }
    }
}

/// A day that is not before the other.
pub(super) fn later(order: Chronology, on: Date, than: Option<Date>) -> Result<(), EditError> {
    match than {
        Some(than) if on < than => Err(EditError::OutOfOrder(order, than)),
        _ => Ok(()),
    }
}

/// A day that is not after the other.
pub(super) fn earlier(order: Chronology, on: Date, than: Option<Date>) -> Result<(), EditError> {
    match than {
        Some(than) if on > than => Err(EditError::OutOfOrder(order, than)),
        _ => Ok(()),
    }
}
