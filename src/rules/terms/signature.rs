//! Whether a document is signed, and since when.

use crate::model::{Convention, Date};

/// The signature of a document, as known on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::rules) enum SignatureState {
    /// Not signed by then: it binds nobody.
    Unsigned,
    On(Date),
    /// The copy bears no day. It binds, and what counts from the signature is unknown.
    Undated {
        /// The first day that can be meant.
        not_before: Option<Date>,
    },
}

impl SignatureState {
    /// The signature of a document. A later one is not known yet.
    pub fn of(document: &Convention, as_of: Date) -> Self {
        match document.signed {
            Some(day) if day <= as_of => Self::On(day),
            None if document.undated => Self::Undated { not_before: document.not_before },
            _ => Self::Unsigned,
        }
    }

    /// The day, if it is known.
    pub const fn day(self) -> Option<Date> {
        match self {
            Self::On(day) => Some(day),
            Self::Unsigned | Self::Undated { .. } => None,
        }
    }

    /// The first day on which a day written in the document can hold. `None` if it holds from any day.
    pub const fn earliest(self) -> Option<Date> {
        match self {
            Self::On(day) => Some(day),
            Self::Undated { not_before } => not_before,
            Self::Unsigned => None,
        }
    }

    /// The day on which a day written in the document holds: not before the signature, and never while unsigned.
    pub fn bind(self, day: Date) -> Option<Date> {
        (self != Self::Unsigned).then(|| self.earliest().map_or(day, |earliest| day.max(earliest)))
    }
}

/// The day from which an amendment takes effect: the later of its signature and that of what it amends. An undated
/// amendment takes effect on its `not_before`, without one never. `None` as well if either is unsigned on the day.
///
/// Source: the amendment clauses (« avenant dûment daté et signé »), e.g. article 7.1 of the framework.
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
