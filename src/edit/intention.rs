//! What somebody means to write down, and the edit that it comes to.

use std::sync::Arc;

use super::CommitMessage;
use super::verb::{
    AccountVerb, ActionVerb, AmendVerb, CallVerb, DoneVerb, FinishVerb, HoldVerb, IndicatorVerb, NewConventionVerb,
    NewPartyVerb, NewStartupVerb, NoteVerb, PayVerb, PhaseVerb, PlanVerb, ResourceVerb, SetVerb, SignVerb, SpendVerb,
    VerbImpl,
};
use crate::model::{Date, Money, RecordRef};

/// Declares the intentions, each by the verb that carries it out.
macro_rules! intentions {
    ($($(#[$doc:meta])* $variant:ident($verb:ident),)*) => {
        /// What somebody means to write down: one fact.
        #[derive(Clone, Debug, PartialEq, Eq)]
        pub enum Intention {
            $($(#[$doc])* $variant($verb),)*
        }

        impl Intention {
            /// The verb that carries it out.
            pub(super) fn verb(&self) -> &dyn VerbImpl {
                match self {
                    $(Self::$variant(verb) => verb,)*
                }
            }

            fn verb_mut(&mut self) -> &mut dyn VerbImpl {
                match self {
                    $(Self::$variant(verb) => verb,)*
                }
            }
        }

        $(impl From<$verb> for Intention {
            fn from(verb: $verb) -> Self {
                Self::$variant(verb)
            }
        })*
    };
}

intentions! {
    /// An obligation was met (`done`).
    Done(DoneVerb),
    /// Money came in (`pay`).
    Pay(PayVerb),
    /// A convention was signed (`sign`).
    Sign(SignVerb),
    /// A committee was held (`hold`). One planned for the day becomes held.
    Hold(HoldVerb),
    /// A startup enters a phase (`phase`).
    Phase(PhaseVerb),
    /// An indicator has a new value (`indicator`).
    Indicator(IndicatorVerb),
    /// A remark (`note`).
    Note(NoteVerb),
    /// Somebody agreed to do something (`action`).
    Action(ActionVerb),
    /// What somebody agreed to do is done (`finish`).
    Finish(FinishVerb),
    /// Money was asked for (`call`).
    Call(CallVerb),
    /// Money was spent, or is going to be (`spend`).
    Spend(SpendVerb),
    /// A committee is set for a day (`plan`).
    Plan(PlanVerb),
    /// A party brings something in kind (`resource`).
    Resource(ResourceVerb),
    /// A convention is changed by an amendment (`amend`).
    Amend(AmendVerb),
    /// A party has a bank account, or another one (`account`).
    Account(AccountVerb),
    /// There is a startup (`new startup`).
    NewStartup(NewStartupVerb),
    /// There is a convention (`new convention`).
    NewConvention(NewConventionVerb),
    /// There is a party (`new party`).
    NewParty(NewPartyVerb),
    /// A field has another value (`set`).
    Set(SetVerb),
}

impl Intention {
    /// The day of the fact, where it has one.
    #[must_use]
    pub fn on(&self) -> Option<Date> {
        self.verb().on()
    }

    /// What its command is called, and what its commit says that it did: `done`, `pay`.
    #[must_use]
    pub fn name(&self) -> &'static str {
        self.verb().name()
    }

    /// The record that it makes; `None` where it changes one that is there.
    #[must_use]
    pub fn creates(&self) -> Option<RecordRef> {
        self.verb().creates()
    }

    /// With each text on one line and without control characters; one of blanks alone is none.
    pub(super) fn tidied(mut self) -> Self {
        self.verb_mut().tidy();
        self
    }
}

/// What is to be written in one record. The operations are derived for each text anew, in [`super::apply`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RecordEdit {
    /// The record.
    pub record: RecordRef,
    /// What is to be written, one after the other.
    pub intentions: Vec<Intention>,
    /// The record's text as it was when they were said, where somebody looked at it: it is made to what is there by
    /// then, but where it overwrites or ends something that became another, that is told.
    pub seen: Option<Arc<str>>,
}

impl RecordEdit {
    /// Whether the record is made, and was not there before.
    #[must_use]
    pub fn creates(&self) -> bool {
        self.intentions.first().is_some_and(|first| first.creates().is_some())
    }
}

/// One commit and one undo: changes of one record or several, ready to be made to whatever text these have by then.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edit {
    /// The changes, one for each record.
    pub changes: Vec<RecordEdit>,
    /// What the commit will say.
    pub message: CommitMessage,
    /// By how much all that came in then goes beyond what was promised. It may be true, and is told.
    pub more_than_promised: Option<Money>,
    /// Whether it is made all the same where what it overwrites or ends has become another since it was seen.
    pub insists: bool,
}

impl Edit {
    /// The records that it touches.
    pub fn records(&self) -> impl Iterator<Item = &RecordRef> {
        self.changes.iter().map(|change| &change.record)
    }

    /// The day of the fact, where it is one fact and has a day.
    #[must_use]
    pub fn on(&self) -> Option<Date> {
        match self.changes.as_slice() {
            [RecordEdit { intentions, .. }] => match intentions.as_slice() {
                [one] => one.on(),
                _ => None,
            },
            _ => None,
        }
    }
}
