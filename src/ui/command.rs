//! The commands that keys run, by name. `locale` has two messages for each: `command-<name>` for the help and the
//! palette, and `hint-<name>` for the status line.

use crate::edit::Verb;

/// Declares [`Command`] and the names of those that are not verbs.
macro_rules! commands {
    ($($(#[doc = $words:literal])* $command:ident => $name:literal,)+) => {
        /// A command of the keymap.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Command {
            $($(#[doc = $words])* $command,)+
            /// Opens the form of a verb.
            Verb(Verb),
        }

        /// The commands that are not verbs.
        const OTHERS: &[Command] = &[$(Command::$command),+];

        impl Command {
            /// Returns its name in the configuration, and the end of its locale keys.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self {
                    $(Self::$command => $name,)+
                    Self::Verb(verb) => verb.name(),
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
    /// Shows only the rows of the user, or all again.
    Mine => "mine",
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
    /// Opens the form that moves a committee, set to cancel it.
    CancelCommittee => "cancel-committee",
    Undo => "undo",
    UndoThis => "undo-this",
    Redo => "redo",
    /// Resumes the oldest draft.
    Draft => "draft",
    /// Shows the uncommitted manual edits of the selected record.
    ShowHandEdit => "manual-edit",
    /// Restores a record from the last commit.
    Restore => "restore",
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
    /// Compares the figures of the typed day with those of the shown one.
    Compare => "compare",
    /// Chooses from when on changes of startups are marked.
    Since => "since",
    Explain => "explain",
    /// Shows the money of the portfolio month by month.
    Cash => "cash",
    /// Shows the money of each budget year.
    Budget => "budget",
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
    /// Copies the letters that remind of the marked rows.
    CopyLetter => "copy-letter",
    /// Copies the address of the evidence or startup, else the file and line.
    CopyAddress => "copy-address",
    /// Opens the box that makes papers.
    Papers => "papers",
    /// Chooses the next format of a paper.
    PaperFormat => "paper-format",
    /// Opens the evidence of what is selected, or its address.
    OpenEvidence => "open-evidence",
    /// Continues with the next step of the tour.
    SkipStep => "skip-step",
    EndTour => "end-tour",
    /// Resumes the open review, or plans one.
    Review => "review",
    /// Shows the agenda of the review.
    Agenda => "agenda",
    NextStartup => "next-startup",
    PreviousStartup => "previous-startup",
    /// Shows the sheet in full screen, for sharing.
    FullScreen => "full-screen",
    /// Notes that a startup needs no decision.
    Noted => "noted",
    /// Adds a startup to the agenda, or removes it.
    OnAgenda => "on-agenda",
    MoveUp => "move-up",
    MoveDown => "move-down",
    MoreMinutes => "more-minutes",
    LessMinutes => "less-minutes",
    /// Switches between a committee and a portfolio review.
    ReviewKind => "review-kind",
    /// Edits the fields of the review: who presides, where.
    ReviewFields => "review-fields",
    Views => "views",
    /// Opens the prompt for a file to import.
    Import => "import",
    /// Imports what can be imported, although rows are refused or differ.
    ImportRest => "import-rest",
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
    /// Goes to the blank row of a repeated part of a form.
    AddRow => "add-row",
    /// Removes a row of a form.
    RemoveRow => "remove-row",
    /// Breaks the line of a text.
    BreakLine => "break-line",
    /// Resets a form to its defaults, or discards its draft.
    StartOver => "start-over",
}

const COUNT: usize = OTHERS.len() + Verb::ALL.len();

impl Command {
    /// All commands.
    pub const ALL: &'static [Self] = &{
        let mut all = [Self::Down; COUNT];
        let mut at = 0;
        while at < COUNT {
            all[at] = if at < OTHERS.len() { OTHERS[at] } else { Self::Verb(Verb::ALL[at - OTHERS.len()]) };
            at += 1;
        }
        all
    };

    /// Returns the verb whose form it opens, if it opens one.
    #[must_use]
    pub const fn verb(self) -> Option<Verb> {
        match self {
            Self::Verb(verb) => Some(verb),
            _ => None,
        }
    }

    /// Returns whether it edits records, or takes part in that: an editor, a draft, a sync.
    #[must_use]
    pub const fn changes_records(self) -> bool {
        matches!(
            self,
            Self::Verb(_)
                | Self::CancelCommittee
                | Self::Draft
                | Self::Edit
                | Self::Review
                | Self::Undo
                | Self::UndoThis
                | Self::Redo
                | Self::Sync
                | Self::Import
                | Self::Noted
                | Self::OnAgenda
                | Self::MoveUp
                | Self::MoveDown
                | Self::MoreMinutes
                | Self::LessMinutes
                | Self::ReviewKind
                | Self::ReviewFields
        )
    }

    /// Returns the command with that current or former name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        let other = OTHERS.iter().find(|command| command.name() == name).copied();
        other.or_else(|| Verb::named(name).map(Self::Verb))
    }
}
