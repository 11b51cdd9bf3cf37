//! Colours by meaning: a theme file gives each token a style.

use ratatui::style::Style;

/// What a piece of the screen means.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Token {
    /// Ordinary text on the background.
    Text,
    /// Text that may be overlooked.
    Muted,
    /// The name of a screen, a section, a box.
    Title,
    /// What the eye should meet first.
    Accent,
    /// Lines around boxes.
    Border,
    /// The head of a table.
    Header,
    /// The selected row.
    Selected,
    /// Done, paid, in force.
    Good,
    /// Soon, ending.
    Warning,
    /// Late, wrong.
    Bad,
    /// Not known.
    Unknown,
    /// A key in a hint.
    Key,
    /// What a filter matched.
    Match,
    /// A field that can be typed in.
    Input,
    /// The field that is being typed in.
    InputFocused,
    /// A line that comes.
    Added,
    /// A line that goes.
    Removed,
    /// The status line.
    Status,
}

/// A style for every token.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Theme {
    /// Its name.
    pub name: String,
}

impl Theme {
    /// The style of a token.
    #[must_use]
    pub fn style(&self, token: Token) -> Style {
        let _ = token;
        Style::new()
    }
}
