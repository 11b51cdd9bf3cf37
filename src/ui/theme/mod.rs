//! Themes: a style for each token, reduced to the colours that the terminal has.

mod catalogue;
mod depth;
mod file;

use std::collections::BTreeMap;

use ratatui::style::{Modifier, Style};

pub use catalogue::{ThemeError, ThemeErrorKind, ThemeFile, Themes};
pub use depth::Depth;

/// The meaning of a piece of text, which a theme maps to a style.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Token {
    Text,
    /// Text of minor importance.
    Muted,
    /// The name of a screen, section or box.
    Title,
    /// Emphasis.
    Accent,
    /// Borders and rules.
    Border,
    /// Column headers and group headings.
    Header,
    /// The selected row.
    Selected,
    /// Done, paid, in force.
    Good,
    /// Due soon, ending.
    Warning,
    /// Late, wrong.
    Bad,
    Unknown,
    /// A key in a hint.
    Key,
    /// Text that matches the filter.
    Match,
    /// A text field.
    Input,
    /// The focused text field.
    InputFocused,
    /// An added line in a preview of changes.
    Added,
    /// A removed line in a preview of changes.
    Removed,
    /// The tab bar and the status line.
    Status,
}

impl Token {
    pub const ALL: [Self; 18] = [
        Self::Text,
        Self::Muted,
        Self::Title,
        Self::Accent,
        Self::Border,
        Self::Header,
        Self::Selected,
        Self::Good,
        Self::Warning,
        Self::Bad,
        Self::Unknown,
        Self::Key,
        Self::Match,
        Self::Input,
        Self::InputFocused,
        Self::Added,
        Self::Removed,
        Self::Status,
    ];

    /// Returns the name in theme files.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Muted => "muted",
            Self::Title => "title",
            Self::Accent => "accent",
            Self::Border => "border",
            Self::Header => "header",
            Self::Selected => "selected",
            Self::Good => "good",
            Self::Warning => "warning",
            Self::Bad => "bad",
            Self::Unknown => "unknown",
            Self::Key => "key",
            Self::Match => "match",
            Self::Input => "input",
            Self::InputFocused => "input-focused",
            Self::Added => "added",
            Self::Removed => "removed",
            Self::Status => "status",
        }
    }
}

/// The background that a theme is made for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Background {
    #[default]
    Dark,
    Light,
}

impl Background {
    pub const ALL: [Self; 2] = [Self::Dark, Self::Light];

    /// Parses the name used in theme files.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|known| known.name() == name)
    }

    /// Returns the name in theme files, which is also that of the default theme for the background.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Dark => "dark",
            Self::Light => "light",
        }
    }
}

/// A style for every token.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Theme {
    pub name: String,
    pub background: Background,
    styles: BTreeMap<Token, Style>,
    mark: &'static str,
}

impl Theme {
    /// Loads a built-in theme; always the monochrome theme if `depth` is [`Depth::None`].
    ///
    /// # Errors
    /// Fails if there is no built-in theme of that name.
    pub fn named(name: &str, depth: Depth) -> Result<Self, ThemeError> {
        Themes::new(depth, Vec::new()).get(name)
    }

    /// Returns the theme without colours: bold, underline and symbols only. crossterm drops reverse video under
    /// `NO_COLOR`, so the selected row also has [`Theme::mark`].
    #[must_use]
    pub fn monochrome() -> Self {
        let styles = Token::ALL.into_iter().map(|token| {
            let modifier = match token {
                Token::Title | Token::Key | Token::Bad | Token::Accent => Modifier::BOLD,
                Token::Match => Modifier::UNDERLINED.union(Modifier::BOLD),
                Token::Input => Modifier::UNDERLINED,
                Token::Selected => Modifier::BOLD.union(Modifier::REVERSED),
                Token::InputFocused => Modifier::UNDERLINED.union(Modifier::BOLD),
                Token::Border => Modifier::DIM,
                _ => Modifier::empty(),
            };
            (token, Style::new().add_modifier(modifier))
        });
        let (name, background) = ("monochrome".to_owned(), Background::default());
        Self { name, background, styles: styles.collect(), mark: ">" }
    }

    #[must_use]
    pub fn style(&self, token: Token) -> Style {
        self.styles.get(&token).copied().unwrap_or_default()
    }

    /// Returns the mark of the selected row, one cell wide, so that the selection is visible without colours.
    #[must_use]
    pub const fn mark(&self) -> &'static str {
        self.mark
    }
}

#[cfg(test)]
mod tests;
