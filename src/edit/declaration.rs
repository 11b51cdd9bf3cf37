//! Declarations of verbs. The command line, the forms, the palette, the key table, the trailers of commits, and the
//! documentation are derived from them.

use crate::model::RecordKind;

/// The declaration of a verb.
#[derive(Debug)]
pub struct Declaration {
    /// Its name as a command, a form, an entry of the key table, a trailer, and in `verb:` of the filter.
    pub name: &'static str,
    /// Former names, found in old trailers, key tables and drafts.
    pub aliases: &'static [&'static str],
    /// What it is applied to.
    pub subject: VerbSubject,
    /// Its built-in keys. Empty for frequent verbs, whose keys, contexts and hints are in the key table of the screen.
    /// The palette does not list other verbs without keys.
    pub keys: &'static [&'static str],
    /// Its arguments, in the order of the form.
    pub arguments: &'static [Argument],
    /// The first line of its help.
    pub about: &'static str,
    /// Examples and remarks below the options in its help.
    pub examples: &'static str,
}

/// What a verb is applied to: its first argument, or what is selected on screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum VerbSubject {
    /// `STARTUP`
    Startup,
    /// `CONVENTION`
    Convention,
    /// `CONVENTION/CONTRIBUTION`
    Contribution,
    /// `CONVENTION/OBLIGATION`, `STARTUP/actions.ID` or `STARTUP/conditions.ID`; several of them.
    Occurrence,
    /// `PARTY`
    Party,
    /// `RECORD`: a row of Today in any record.
    Record,
    /// A field of any record.
    Field,
    /// A record that does not exist yet: `ID`.
    NewRecord(RecordKind),
    /// The portfolio itself.
    Portfolio,
    /// `REVIEW`, or `--review` if the verb has other arguments without a name; the only one possible if not given.
    Review,
    /// A review that does not exist yet; its id derives from its day and name.
    NewReview,
}

impl VerbSubject {
    /// Returns the kind of record that the verb changes, if it is always the same one.
    #[must_use]
    pub const fn record_kind(self) -> Option<RecordKind> {
        match self {
            Self::Startup => Some(RecordKind::Startup),
            Self::Convention | Self::Contribution => Some(RecordKind::Convention),
            Self::Party => Some(RecordKind::Party),
            Self::NewRecord(kind) => Some(kind),
            Self::Portfolio => Some(RecordKind::Portfolio),
            Self::Review | Self::NewReview => Some(RecordKind::Review),
            Self::Occurrence | Self::Record | Self::Field => None,
        }
    }
}

/// An argument of a verb.
#[derive(Clone, Copy, Debug)]
pub struct Argument {
    /// Its name: `--name` on the command line, the field of the form, the key of [`super::ArgumentValues`].
    pub name: &'static str,
    /// What it may hold.
    pub kind: ArgumentKind,
    /// What its help calls the value: `DATE`.
    pub value_name: &'static str,
    /// Its line of help.
    pub about: &'static str,
    /// Its position after the subject, from 1, if it is given without its name.
    pub position: Option<usize>,
    /// Whether the verb needs it.
    pub is_required: bool,
    /// The argument that may be given instead, if the verb needs one of the two.
    pub unless: Option<&'static str>,
    /// An argument that may not be given with it.
    pub conflicts: Option<&'static str>,
    /// Whether it may be given several times.
    pub is_repeated: bool,
    /// Its value if none is given.
    pub default: ArgumentDefault,
    /// Whether only the command line has it; the form knows it from what is selected, or does not offer it.
    pub is_command_only: bool,
    /// Names that older drafts have for it.
    pub aliases: &'static [&'static str],
}

/// What an argument may hold.
#[derive(Clone, Copy, Debug)]
pub enum ArgumentKind {
    /// A text on one line.
    Text,
    /// A text that may have several lines.
    Lines,
    /// The day of a fact; a weekday is the last one.
    PastDay,
    /// Any day; a weekday is the next one.
    Day,
    /// An amount in euros above zero.
    Amount,
    /// An amount in euros that may be zero.
    AmountOrZero,
    /// A number.
    Decimal,
    /// A whole number between two bounds.
    Whole(u32, u32),
    /// A length of time.
    Span,
    /// The id of a record.
    Id,
    /// The id of a person of the portfolio.
    Person,
    /// One of a closed list of words; a message `<prefix>-<word>` names each on screen.
    Word {
        /// The words.
        names: fn() -> Vec<&'static str>,
        prefix: &'static str,
    },
    /// Given or not.
    Flag,
}

/// The value of an argument that is not given.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ArgumentDefault {
    None,
    /// The current day, which the form shows.
    Today,
    /// The current day on the command line; the form leaves it empty, since the day of a signature is rarely today.
    TodayOnCommandLine,
    /// A value that the command line derives from the other arguments or from the records, and that the form proposes.
    Derived,
}

impl Argument {
    /// Creates an option with a value.
    #[must_use]
    pub const fn option(name: &'static str, kind: ArgumentKind, value_name: &'static str, about: &'static str) -> Self {
        Self {
            name,
            kind,
            value_name,
            about,
            position: None,
            is_required: false,
            unless: None,
            conflicts: None,
            is_repeated: false,
            default: ArgumentDefault::None,
            is_command_only: false,
            aliases: &[],
        }
    }

    /// Creates the option for the day of a fact, today by default.
    #[must_use]
    pub const fn day_of_fact(about: &'static str) -> Self {
        Self::option("on", ArgumentKind::PastDay, "DATE", about).required().or(ArgumentDefault::Today)
    }

    /// Makes the argument positional: its position after the subject, from 1.
    #[must_use]
    pub const fn at(mut self, position: usize) -> Self {
        self.position = Some(position);
        self
    }

    /// Makes the argument required.
    #[must_use]
    pub const fn required(mut self) -> Self {
        self.is_required = true;
        self
    }

    /// Makes the argument required unless the other one is given.
    #[must_use]
    pub const fn required_unless(mut self, other: &'static str) -> Self {
        self.unless = Some(other);
        self
    }

    /// Forbids the argument together with the other one.
    #[must_use]
    pub const fn conflicts_with(mut self, other: &'static str) -> Self {
        self.conflicts = Some(other);
        self
    }

    /// Allows the argument several times.
    #[must_use]
    pub const fn repeated(mut self) -> Self {
        self.is_repeated = true;
        self
    }

    /// Sets the default.
    #[must_use]
    pub const fn or(mut self, default: ArgumentDefault) -> Self {
        self.default = default;
        self
    }

    /// Removes the argument from the form.
    #[must_use]
    pub const fn command_only(mut self) -> Self {
        self.is_command_only = true;
        self
    }

    /// Sets the names of the argument in older drafts.
    #[must_use]
    pub const fn known_as(mut self, aliases: &'static [&'static str]) -> Self {
        self.aliases = aliases;
        self
    }
}
