//! The commands that keys run, by name. `locale` has two messages for each: `command-<name>` for the help and the
//! palette, and `hint-<name>` for the status line.

use super::form::Verb;

/// Declares [`Command`] with its names.
macro_rules! commands {
    ($($(#[doc = $words:literal])* $command:ident => $name:literal,)+) => {
        /// A command of the keymap.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Command {
            $($(#[doc = $words])* $command,)+
        }

        impl Command {
            pub const ALL: &'static [Self] = &[$(Self::$command),+];

            /// The name in the configuration, which also ends its locale keys.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self {
                    $(Self::$command => $name,)+
                }
            }
        }
    };
}

commands! {
    Down => "down",
    Up => "up",
    First => "first",
    Last => "last",
    HalfDown => "half-down",
    HalfUp => "half-up",
    PageDown => "page-down",
    PageUp => "page-up",
    Open => "open",
    /// Opens the record that a line of a page or box refers to.
    Follow => "follow",
    Back => "back",
    /// Goes back, or quits if there is nothing to go back to.
    BackOrQuit => "back-or-quit",
    Filter => "filter",
    /// Completes the keyword of the filter.
    Complete => "complete",
    NextMatch => "next-match",
    PreviousMatch => "previous-match",
    Mark => "mark",
    MarkRange => "mark-range",
    MarkAll => "mark-all",
    /// Opens the box for sort order and columns.
    Arrange => "arrange",
    SortBy => "sort-by",
    Reverse => "reverse",
    ShowColumn => "show-column",
    ColumnUp => "column-up",
    ColumnDown => "column-down",
    /// Restores the default order and columns.
    AsItComes => "as-it-comes",
    Group => "group",
    Done => "done",
    Pay => "pay",
    Hold => "hold",
    Sign => "sign",
    Phase => "phase",
    Set => "set",
    AddAction => "add-action",
    AddNote => "add-note",
    AddIndicator => "add-indicator",
    AddCall => "add-call",
    AddExpenditure => "add-expenditure",
    AddCommittee => "add-committee",
    AddResource => "add-resource",
    AddAmendment => "add-amendment",
    AddAccount => "add-account",
    AddStartup => "add-startup",
    AddConvention => "add-convention",
    Undo => "undo",
    UndoThis => "undo-this",
    Redo => "redo",
    /// Resumes the oldest draft.
    Draft => "draft",
    /// Commits an edit together with the manual edits of its record.
    CommitBoth => "commit-both",
    /// Commits an edit alone and leaves the manual edits uncommitted.
    CommitMine => "commit-mine",
    /// Overwrites the changed value with the edit.
    KeepMine => "keep-mine",
    /// Keeps the changed value and discards the edit.
    DropMine => "drop-mine",
    Sync => "sync",
    StopSync => "stop-sync",
    /// Answers a sync question with the local value.
    TakeOurs => "take-ours",
    /// Answers a sync question with the remote value.
    TakeTheirs => "take-theirs",
    QuestionBefore => "question-before",
    QuestionAfter => "question-after",
    AsOf => "as-of",
    Explain => "explain",
    Edit => "edit",
    Reload => "reload",
    Today => "today",
    Portfolio => "portfolio",
    Obligations => "obligations",
    Funding => "funding",
    Committees => "committees",
    Findings => "findings",
    History => "history",
    NextScreen => "next-screen",
    PreviousScreen => "previous-screen",
    NextSection => "next-section",
    PreviousSection => "previous-section",
    /// Switches between French and English.
    OtherLanguage => "other-language",
    Configuration => "configuration",
    Palette => "palette",
    Finder => "finder",
    Help => "help",
    CopyRow => "copy-row",
    CopyFigure => "copy-figure",
    /// Copies the address of the evidence or startup, else the file and line.
    CopyAddress => "copy-address",
    Views => "views",
    Themes => "themes",
    /// Captures the mouse, or releases it to the terminal.
    Mouse => "mouse",
    Suspend => "suspend",
    Quit => "quit",
    Accept => "accept",
    Cancel => "cancel",
    /// Commits a form from any of its fields.
    Commit => "commit",
    NextField => "next-field",
    PreviousField => "previous-field",
    NextOption => "next-option",
    PreviousOption => "previous-option",
    Tick => "tick",
    /// Resets a form to its defaults, or discards its draft.
    StartOver => "start-over",
}

impl Command {
    /// The verb whose form the command opens, if it opens one.
    #[must_use]
    pub const fn verb(self) -> Option<Verb> {
        Some(match self {
            Self::Done => Verb::Done,
            Self::Pay => Verb::Pay,
            Self::Hold => Verb::Hold,
            Self::Sign => Verb::Sign,
            Self::Phase => Verb::Phase,
            Self::Set => Verb::Set,
            Self::AddAction => Verb::Action,
            Self::AddNote => Verb::Note,
            Self::AddIndicator => Verb::Indicator,
            Self::AddCall => Verb::Call,
            Self::AddExpenditure => Verb::Spend,
            Self::AddCommittee => Verb::Plan,
            Self::AddResource => Verb::Resource,
            Self::AddAmendment => Verb::Amend,
            Self::AddAccount => Verb::Account,
            Self::AddStartup => Verb::NewStartup,
            Self::AddConvention => Verb::NewConvention,
            _ => return None,
        })
    }
}
