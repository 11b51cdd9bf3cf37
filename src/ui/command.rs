//! What keys can ask for, by name: declared once. `locale` has two texts for each: `command-<name>` for the help and
//! the palette, and `hint-<name>` for the status line.

use super::form::Verb;

/// Declares [`Command`], the list of all and their names.
macro_rules! commands {
    ($($(#[doc = $words:literal])+ $command:ident => $name:literal,)+) => {
        /// Something that a key can ask for.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Command {
            $($(#[doc = $words])+ $command,)+
        }

        impl Command {
            /// All of them.
            pub const ALL: &'static [Self] = &[$(Self::$command),+];

            /// Its name in the configuration, and the end of its locale keys.
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
    /// The row below.
    Down => "down",
    /// The row above.
    Up => "up",
    /// The first row.
    First => "first",
    /// The last row.
    Last => "last",
    /// Half a screen down.
    HalfDown => "half-down",
    /// Half a screen up.
    HalfUp => "half-up",
    /// A screen down.
    PageDown => "page-down",
    /// A screen up.
    PageUp => "page-up",
    /// Opens what is selected.
    Open => "open",
    /// Opens what a line of a page, or a box, speaks of.
    Follow => "follow",
    /// Back to where one came from.
    Back => "back",
    /// Back, and out of the program where there is nothing to go back to.
    BackOrQuit => "back-or-quit",
    /// Shows only the rows that match what is typed.
    Filter => "filter",
    /// Takes what the word of the filter may become.
    Complete => "complete",
    /// The next row that matches.
    NextMatch => "next-match",
    /// The row before that matches.
    PreviousMatch => "previous-match",
    /// Marks the row, or takes its mark away.
    Mark => "mark",
    /// Begins a range of rows to be marked, or ends it.
    MarkRange => "mark-range",
    /// Marks all rows that are shown.
    MarkAll => "mark-all",
    /// Opens the box in which the list is sorted and its columns are chosen.
    Arrange => "arrange",
    /// Sorts by the column.
    SortBy => "sort-by",
    /// Sorts the other way round.
    Reverse => "reverse",
    /// Hides the column, or shows it.
    ShowColumn => "show-column",
    /// Moves the column to the left.
    ColumnUp => "column-up",
    /// Moves the column to the right.
    ColumnDown => "column-down",
    /// Arranges the list as it comes.
    AsItComes => "as-it-comes",
    /// Puts the rows under other headings.
    Group => "group",
    /// Writes down that something was done.
    Done => "done",
    /// Writes down a payment.
    Pay => "pay",
    /// Writes down a committee.
    Hold => "hold",
    /// Writes down a signature.
    Sign => "sign",
    /// Writes down that a startup enters a phase.
    Phase => "phase",
    /// Gives a field another value.
    Set => "set",
    /// Writes down an action that was agreed on.
    AddAction => "add-action",
    /// Writes down a remark.
    AddNote => "add-note",
    /// Writes down a value of an indicator.
    AddIndicator => "add-indicator",
    /// Writes down a call for funds.
    AddCall => "add-call",
    /// Writes down an expenditure.
    AddExpenditure => "add-expenditure",
    /// Sets a day for a committee.
    AddCommittee => "add-committee",
    /// Writes down a resource in kind.
    AddResource => "add-resource",
    /// Makes an amendment.
    AddAmendment => "add-amendment",
    /// Writes down a party's bank account, or mends it.
    AddAccount => "add-account",
    /// Makes a startup.
    AddStartup => "add-startup",
    /// Makes a convention.
    AddConvention => "add-convention",
    /// Takes the last edit back.
    Undo => "undo",
    /// Takes the selected edit back.
    UndoThis => "undo-this",
    /// Makes the edit again that was taken back last.
    Redo => "redo",
    /// Goes on with what was typed into a form and not committed.
    Draft => "draft",
    /// Commits an edit with what was written by hand.
    CommitBoth => "commit-both",
    /// Commits an edit alone, and leaves what was written by hand.
    CommitMine => "commit-mine",
    /// Writes one's own value over another.
    KeepMine => "keep-mine",
    /// Leaves the other value, and drops one's own.
    DropMine => "drop-mine",
    /// Brings the folder and the one that it is shared through together.
    Sync => "sync",
    /// Stops that.
    StopSync => "stop-sync",
    /// Lets the value stand that is here.
    TakeOurs => "take-ours",
    /// Lets the value stand that came.
    TakeTheirs => "take-theirs",
    /// The question before.
    QuestionBefore => "question-before",
    /// The question after.
    QuestionAfter => "question-after",
    /// Moves the day of the answers.
    AsOf => "as-of",
    /// Shows what a figure or a date is made of.
    Explain => "explain",
    /// Opens the record at its line.
    Edit => "edit",
    /// Reads the folder again.
    Reload => "reload",
    /// Goes to what needs somebody.
    Today => "today",
    /// Goes to the portfolio.
    Portfolio => "portfolio",
    /// Goes to the obligations.
    Obligations => "obligations",
    /// Goes to the funding.
    Funding => "funding",
    /// Goes to the committees.
    Committees => "committees",
    /// Goes to the findings.
    Findings => "findings",
    /// Goes to the history.
    History => "history",
    /// The next screen.
    NextScreen => "next-screen",
    /// The screen before.
    PreviousScreen => "previous-screen",
    /// The next section.
    NextSection => "next-section",
    /// The section before.
    PreviousSection => "previous-section",
    /// Speaks the other language.
    OtherLanguage => "other-language",
    /// Shows where the configuration is and what is wrong with it.
    Configuration => "configuration",
    /// Picks an action by its name.
    Palette => "palette",
    /// Goes to anything by its name.
    Finder => "finder",
    /// Shows every key.
    Help => "help",
    /// Copies the row.
    CopyRow => "copy-row",
    /// Copies its figure.
    CopyFigure => "copy-figure",
    /// Copies the address of what it is about.
    CopyAddress => "copy-address",
    /// Shows the saved views, to pick one.
    Views => "views",
    /// Shows all themes, to pick one.
    Themes => "themes",
    /// Takes the mouse, or leaves it to the terminal.
    Mouse => "mouse",
    /// Back to the shell for a while.
    Suspend => "suspend",
    /// Leaves at once.
    Quit => "quit",
    /// Takes what is typed.
    Accept => "accept",
    /// Leaves what is typed.
    Cancel => "cancel",
    /// Commits what a form says, from any of its fields.
    Commit => "commit",
    /// The next field of a form.
    NextField => "next-field",
    /// The field before.
    PreviousField => "previous-field",
    /// The next of what there is to pick from.
    NextOption => "next-option",
    /// The one before.
    PreviousOption => "previous-option",
    /// Ticks what is picked, or takes its tick away.
    Tick => "tick",
    /// Empties a form of what was typed into it.
    StartOver => "start-over",
}

impl Command {
    /// The verb whose form it opens, where it opens one.
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
