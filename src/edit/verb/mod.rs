//! The verbs, a file for each: its declaration, its checks, what it writes, and what its commit says.
//!
//! A verb is listed once, in the table at the end of this file.

mod account;
mod action;
mod amend;
mod amend_decision;
mod call;
mod coach;
mod condition;
mod decision;
mod done;
mod hold;
mod indicator;
mod interface;
mod meeting;
mod new_convention;
mod new_party;
mod new_startup;
mod note;
mod pay;
mod person;
mod phase;
mod plan;
mod postpone;
mod refund;
mod remind;
mod resource;
mod review_agenda;
mod review_close;
mod review_open;
mod send_papers;
mod set;
mod sign;
mod snooze;
mod spend;
mod term;
mod terminate;
mod transfer;
mod view;

pub use account::AccountVerb;
pub use action::{ActionVerb, FinishVerb};
pub use amend::AmendVerb;
pub use amend_decision::{AmendDecisionVerb, WithdrawVerb};
pub use call::CallVerb;
pub use coach::CoachVerb;
pub use condition::ConditionVerb;
pub use decision::{AttendeeSpec, DecisionDetails, HeadingScore, RepresentedSpec, TASK_SEPARATOR, Task, add_action};
pub use done::DoneVerb;
pub use hold::HoldVerb;
pub use indicator::IndicatorVerb;
pub use new_convention::{NewConventionVerb, PledgedContribution};
pub use new_party::NewPartyVerb;
pub use new_startup::NewStartupVerb;
pub use note::NoteVerb;
pub use pay::PayVerb;
pub use person::PersonVerb;
pub use phase::PhaseVerb;
pub use plan::{CommitteeRequest, PlanVerb};
pub use postpone::PostponeVerb;
pub use refund::RefundVerb;
pub use remind::RemindVerb;
pub use resource::ResourceVerb;
pub use review_agenda::{AgendaChange, ReviewAgendaVerb};
pub use review_close::{ReviewApproveVerb, ReviewCloseVerb};
pub use review_open::ReviewOpenVerb;
pub use send_papers::SendPapersVerb;
pub use set::SetVerb;
pub use sign::SignVerb;
pub use snooze::SnoozeVerb;
pub use spend::SpendVerb;
pub use term::TermSpec;
pub use terminate::TerminateVerb;
pub use view::{RemoveViewVerb, VIEW_SCREENS, ViewVerb};

pub(super) use interface::VerbImpl;

use super::arguments::ArgumentValues;
use super::declaration::Declaration;
use crate::model::{Date, RecordRef};
use interface::Declared;

/// Lists the verbs, each with the type that implements it.
macro_rules! verbs {
    ($($verb:ident($implementation:ident),)+) => {
        /// A verb.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Verb {
            $(#[doc = concat!("See [`", stringify!($implementation), "`].")] $verb,)+
        }

        /// A verb with its arguments: one fact to record.
        #[derive(Clone, Debug, PartialEq, Eq)]
        pub enum Intention {
            $(#[doc = concat!("See [`", stringify!($implementation), "`].")] $verb($implementation),)+
        }

        impl Verb {
            /// All verbs, in the order of the palette.
            pub const ALL: &'static [Self] = &[$(Self::$verb),+];

            /// Returns the declaration.
            #[must_use]
            pub const fn declaration(self) -> &'static Declaration {
                match self {
                    $(Self::$verb => &$implementation::DECLARATION,)+
                }
            }

            /// Makes it from its arguments; `None` if one that it needs is missing.
            #[must_use]
            pub fn intention(self, values: &ArgumentValues) -> Option<Intention> {
                match self {
                    $(Self::$verb => $implementation::from_arguments(values).map(Intention::$verb),)+
                }
            }
        }

        impl Intention {
            /// Returns its verb.
            #[must_use]
            pub const fn verb(&self) -> Verb {
                match self {
                    $(Self::$verb(_) => Verb::$verb,)+
                }
            }

            pub(super) fn implementation(&self) -> &dyn VerbImpl {
                match self {
                    $(Self::$verb(verb) => verb,)+
                }
            }

            fn implementation_mut(&mut self) -> &mut dyn VerbImpl {
                match self {
                    $(Self::$verb(verb) => verb,)+
                }
            }
        }

        $(impl From<$implementation> for Intention {
            fn from(verb: $implementation) -> Self {
                Self::$verb(verb)
            }
        })+
    };
}

impl Verb {
    /// Returns its name: command, form, trailer, command of the key table.
    #[must_use]
    pub const fn name(self) -> &'static str {
        self.declaration().name
    }

    /// Returns the verb with a current or former name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        let is_called = |verb: &&Self| verb.name() == name || verb.declaration().aliases.contains(&name);
        Self::ALL.iter().find(is_called).copied()
    }
}

/// Returns the current name of the verb in a trailer; the name itself if this version does not know it.
#[must_use]
pub fn verb_in_trailer(value: &str) -> &str {
    match Verb::named(value) {
        Some(verb) => verb.name(),
        None => value,
    }
}

impl Intention {
    /// Returns the day of the fact, if it has one.
    #[must_use]
    pub fn on(&self) -> Option<Date> {
        self.implementation().on()
    }

    /// Returns the name of its verb.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        self.verb().name()
    }

    /// Returns the record that it creates, if it creates one.
    #[must_use]
    pub fn creates(&self) -> Option<RecordRef> {
        self.implementation().creates()
    }

    /// With each text on one line, without control characters; blank texts are dropped.
    pub(super) fn normalized(mut self) -> Self {
        self.implementation_mut().tidy();
        self
    }
}

verbs! {
    Done(DoneVerb),
    Pay(PayVerb),
    Sign(SignVerb),
    Hold(HoldVerb),
    AmendDecision(AmendDecisionVerb),
    Withdraw(WithdrawVerb),
    Phase(PhaseVerb),
    Indicator(IndicatorVerb),
    Note(NoteVerb),
    Action(ActionVerb),
    Finish(FinishVerb),
    Condition(ConditionVerb),
    SendPapers(SendPapersVerb),
    Snooze(SnoozeVerb),
    Coach(CoachVerb),
    Call(CallVerb),
    Spend(SpendVerb),
    Plan(PlanVerb),
    Postpone(PostponeVerb),
    Resource(ResourceVerb),
    Amend(AmendVerb),
    Refund(RefundVerb),
    Remind(RemindVerb),
    Terminate(TerminateVerb),
    Account(AccountVerb),
    NewStartup(NewStartupVerb),
    NewConvention(NewConventionVerb),
    NewParty(NewPartyVerb),
    Person(PersonVerb),
    ReviewOpen(ReviewOpenVerb),
    ReviewAgenda(ReviewAgendaVerb),
    ReviewClose(ReviewCloseVerb),
    ReviewApprove(ReviewApproveVerb),
    View(ViewVerb),
    RemoveView(RemoveViewVerb),
    Set(SetVerb),
}
