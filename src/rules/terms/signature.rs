//! Whether a document is signed, and since when.

use crate::model::{Convention, Date};

/// The signature of a document, as known on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::rules) enum SignatureState {
    /// Not signed by then, so the document doesn't bind anybody.
    Unsigned,
    On(Date),
    /// Signed, but the copy bears no date. The document binds, but what counts from the signature is unknown.
    Undated {
        /// The earliest possible day of the signature.
        not_before: Option<Date>,
    },
}

impl SignatureState {
    /// Reads the signature of a document. Ignores one after `as_of`.
    pub fn of(document: &Convention, as_of: Date) -> Self {
        match document.signed {
            Some(day) if day <= as_of => Self::On(day),
            None if document.undated => Self::Undated { not_before: document.not_before },
            _ => Self::Unsigned,
        }
    }

    /// Returns the day if it is known.
    pub const fn day(self) -> Option<Date> {
        match self {
            Self::On(day) => Some(day),
            Self::Unsigned | Self::Undated { .. } => None,
        }
    }

    /// Returns the earliest day on which a date in the document can apply; `None` if any day is possible.
    pub const fn earliest(self) -> Option<Date> {
        match self {
            Self::On(day) => Some(day),
            Self::Undated { not_before } => not_before,
            Self::Unsigned => None,
        }
    }

    /// Returns the day on which a date in the document applies: not before the signature, and never while unsigned.
    pub fn bind(self, day: Date) -> Option<Date> {
        (self != Self::Unsigned).then(|| self.earliest().map_or(day, |earliest| day.max(earliest)))
    }
}

/// Returns the day on which an amendment takes effect: the later of its signature and that of the convention. An
/// undated amendment takes effect on its `not_before`, and never without one. `None` if either document is unsigned.
///
/// Source: the amendment clauses (« avenant dûment daté et signé »), such as article 7.1 of the framework.
pub(in crate::rules) fn takes_effect(amendment: &Convention, base: &Convention, as_of: Date) -> Option<Date> {
    let own = match SignatureState::of(amendment, as_of) {
        SignatureState::On(day) => day,
        SignatureState::Undated { not_before } => not_before?,
        SignatureState::Unsigned => return None,
    };
    let effect = match SignatureState::of(base, as_of) {
        SignatureState::Unsigned => return None,
        SignatureState::On(day) => own.max(day),
        SignatureState::Undated { .. } => own,
    };
    (effect <= as_of).then_some(effect)
}
