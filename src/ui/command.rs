//! What keys can ask for, by name. `locale` has two texts for each: `command-<name>` for the help, and
//! `hint-<name>` for the status line.

/// Something that a key can ask for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Command {
    /// The row below.
    Down,
    /// The row above.
    Up,
    /// The first row.
    First,
    /// The last row.
    Last,
    /// Half a screen down.
    HalfDown,
    /// Half a screen up.
    HalfUp,
    /// A screen down.
    PageDown,
    /// A screen up.
    PageUp,
    /// Opens what is selected.
    Open,
    /// Back to where one came from.
    Back,
    /// Back, and out of the program where there is nothing to go back to.
    BackOrQuit,
    /// Shows only the rows that match what is typed.
    Filter,
    /// The next row that matches.
    NextMatch,
    /// The row before that matches.
    PreviousMatch,
    /// Writes down that something was done.
    Done,
    /// Writes down a payment.
    Pay,
    /// Writes down a committee.
    Hold,
    /// Writes down a signature.
    Sign,
    /// Takes the last edit back.
    Undo,
    /// Moves the day of the answers.
    AsOf,
    /// Shows what a figure or a date is made of.
    Explain,
    /// Opens the record at its line.
    Edit,
    /// Reads the folder again.
    Reload,
    /// Goes to the portfolio.
    Portfolio,
    /// Goes to the obligations.
    Obligations,
    /// Goes to the findings.
    Findings,
    /// The next screen.
    NextScreen,
    /// The screen before.
    PreviousScreen,
    /// The next section.
    NextSection,
    /// The section before.
    PreviousSection,
    /// Shows every key.
    Help,
    /// Back to the shell for a while.
    Suspend,
    /// Leaves at once.
    Quit,
    /// Takes what is typed.
    Accept,
    /// Leaves what is typed.
    Cancel,
}

impl Command {
    /// All of them.
    #[cfg(test)]
    pub const ALL: [Self; 35] = [
        Self::Down,
        Self::Up,
        Self::First,
        Self::Last,
        Self::HalfDown,
        Self::HalfUp,
        Self::PageDown,
        Self::PageUp,
        Self::Open,
        Self::Back,
        Self::BackOrQuit,
        Self::Filter,
        Self::NextMatch,
        Self::PreviousMatch,
        Self::Done,
        Self::Pay,
        Self::Hold,
        Self::Sign,
        Self::Undo,
        Self::AsOf,
        Self::Explain,
        Self::Edit,
        Self::Reload,
        Self::Portfolio,
        Self::Obligations,
        Self::Findings,
        Self::NextScreen,
        Self::PreviousScreen,
        Self::NextSection,
        Self::PreviousSection,
        Self::Help,
        Self::Suspend,
        Self::Quit,
        Self::Accept,
        Self::Cancel,
    ];

    /// Its name, and the end of its locale keys.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Down => "down",
            Self::Up => "up",
            Self::First => "first",
            Self::Last => "last",
            Self::HalfDown => "half-down",
            Self::HalfUp => "half-up",
            Self::PageDown => "page-down",
            Self::PageUp => "page-up",
            Self::Open => "open",
            Self::Back => "back",
            Self::BackOrQuit => "back-or-quit",
            Self::Filter => "filter",
            Self::NextMatch => "next-match",
            Self::PreviousMatch => "previous-match",
            Self::Done => "done",
            Self::Pay => "pay",
            Self::Hold => "hold",
            Self::Sign => "sign",
            Self::Undo => "undo",
            Self::AsOf => "as-of",
            Self::Explain => "explain",
            Self::Edit => "edit",
            Self::Reload => "reload",
            Self::Portfolio => "portfolio",
            Self::Obligations => "obligations",
            Self::Findings => "findings",
            Self::NextScreen => "next-screen",
            Self::PreviousScreen => "previous-screen",
            Self::NextSection => "next-section",
            Self::PreviousSection => "previous-section",
            Self::Help => "help",
            Self::Suspend => "suspend",
            Self::Quit => "quit",
            Self::Accept => "accept",
            Self::Cancel => "cancel",
        }
    }
}
