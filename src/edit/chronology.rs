//! Days of the records that contradict each other.

/// A rule about the order of two days, by the fact whose day violates it.
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
    /// A signature after the fulfilment of an obligation of the convention.
    Fulfilled,
    /// A fulfilment, a refund or a notice of termination before the signature.
    Signed,
    /// A service done, or paid, before it was committed.
    Committed,
    /// A service paid before it was done.
    ServiceDone,
    /// A termination that takes effect before its notice.
    Noticed,
    /// A coach who starts before the one recorded last.
    Coached,
    /// An approval before the review.
    Review,
    /// A committee on another day than its review.
    ReviewDay,
    /// A correction or withdrawal of a decision before its committee.
    Changed,
}

impl Chronology {
    pub const ALL: [Self; 14] = [
        Self::Decided,
        Self::Amended,
        Self::Amendment,
        Self::Ended,
        Self::Terminated,
        Self::Fulfilled,
        Self::Signed,
        Self::Committed,
        Self::ServiceDone,
        Self::Noticed,
        Self::Coached,
        Self::Review,
        Self::ReviewDay,
        Self::Changed,
    ];

    /// Returns the message that names the other day, `$on`.
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
            Self::Noticed => "order-noticed",
            Self::Coached => "order-coached",
            Self::Review => "order-review",
            Self::ReviewDay => "order-review-day",
            Self::Changed => "order-changed",
        }
    }
}
