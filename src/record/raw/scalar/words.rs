//! The words of closed lists, and how each is written in a file.

use schemars::{Schema, json_schema};

use super::{FromScalar, TomlScalar};
use crate::model::{
    CommitteeState, ConventionKind, Decision, Heading, ObligationTopic, Phase, ReviewKind, ReviewOutcome, Tax,
};

/// A type whose values are words of a closed list.
trait Keyword: Copy + 'static {
    const NAME: &'static str;
    const SAYS: &'static str;
    const ALL: &'static [Self];
    fn word(self) -> &'static str;
}

impl<T: Keyword> FromScalar for T {
    const NAME: &'static str = <T as Keyword>::NAME;
    const EXPECTED: &'static str = "word";

    fn read(raw: TomlScalar<'_>) -> Option<Self> {
        match raw {
            TomlScalar::Text(text) => T::ALL.iter().copied().find(|value| value.word() == text),
            _ => None,
        }
    }

    fn schema() -> Schema {
        json_schema!({ "description": T::SAYS, "type": "string", "enum": Self::allowed() })
    }

    fn allowed() -> Vec<&'static str> {
        T::ALL.iter().map(|value| value.word()).collect()
    }
}

macro_rules! word {
    ($type:ty, $name:literal, $says:literal) => {
        impl Keyword for $type {
            const NAME: &'static str = $name;
            const SAYS: &'static str = $says;
            const ALL: &'static [Self] = &Self::ALL;
            fn word(self) -> &'static str {
                self.name()
            }
        }
    };
}

word!(Phase, "Phase", "A phase in the life of a startup");
word!(CommitteeState, "CommitteeState", "Whether a committee is planned, held or cancelled");
word!(Decision, "Decision", "What a committee decides");
word!(ReviewKind, "ReviewKind", "The kind of review");
word!(ReviewOutcome, "ReviewOutcome", "How a review ended for a startup");
word!(Heading, "Heading", "One of the five headings under which a committee looks at a product");
word!(ObligationTopic, "ObligationTopic", "A topic that the program knows and draws conclusions from");
word!(Tax, "Tax", "Whether an amount includes value-added tax");
word!(KindWord, "Kind", "The kind of agreement");
word!(Currency, "Currency", "The currency of all amounts");
word!(RecordLanguage, "Language", "The language of commits and papers");
word!(Proof, "Proof", "What proves that a duty was met");
word!(LiquidatedSum, "LiquidatedSum", "What falls due at the early end of a convention");

/// The kinds of convention, before the convention that an amendment changes is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::record) enum KindWord {
    Partnership,
    Framework,
    Amendment,
}

impl KindWord {
    const ALL: [Self; 3] = [Self::Partnership, Self::Framework, Self::Amendment];

    const fn name(self) -> &'static str {
        match self {
            Self::Partnership => ConventionKind::Partnership.name(),
            Self::Framework => ConventionKind::Framework.name(),
            Self::Amendment => "amendment",
        }
    }
}

/// The supported currencies.
#[derive(Clone, Copy, Debug)]
pub(in crate::record) enum Currency {
    Euro,
}

impl Currency {
    const ALL: [Self; 1] = [Self::Euro];

    const fn name(self) -> &'static str {
        match self {
            Self::Euro => "EUR",
        }
    }
}

/// The languages of commits and papers.
#[derive(Clone, Copy, Debug)]
pub(in crate::record) enum RecordLanguage {
    French,
    English,
}

impl RecordLanguage {
    const ALL: [Self; 2] = [Self::French, Self::English];

    pub const fn name(self) -> &'static str {
        match self {
            Self::French => "fr",
            Self::English => "en",
        }
    }
}

/// What proves an obligation, if an address is not enough.
#[derive(Clone, Copy, Debug)]
pub(in crate::record) enum Proof {
    Record,
}

impl Proof {
    const ALL: [Self; 1] = [Self::Record];

    const fn name(self) -> &'static str {
        match self {
            Self::Record => "record",
        }
    }
}

/// What falls due at the early end of a convention.
#[derive(Clone, Copy, Debug)]
pub(in crate::record) enum LiquidatedSum {
    Committed,
}

impl LiquidatedSum {
    const ALL: [Self; 1] = [Self::Committed];

    const fn name(self) -> &'static str {
        match self {
            Self::Committed => "committed",
        }
    }
}
