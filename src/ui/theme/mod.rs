//! Colours by meaning: a theme file gives each token a style, fitted to what the terminal can show.

mod catalogue;
mod depth;
mod file;

use std::collections::BTreeMap;

use ratatui::style::{Modifier, Style};

pub use catalogue::{Fault, ThemeError, ThemeFile, Themes};
pub use depth::Depth;

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

impl Token {
    /// All of them.
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

    /// The key in theme files.
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

/// The ground that a theme is made for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Background {
    /// Light letters on a dark ground.
    #[default]
    Dark,
    /// Dark letters on a light ground.
    Light,
}

impl Background {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Dark, Self::Light];

    /// The ground of that word.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|known| known.name() == name)
    }

    /// The word in theme files, and the theme that is taken for it where none is asked for.
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
    /// Its name.
    pub name: String,
    /// The ground that it is made for.
    pub background: Background,
    styles: BTreeMap<Token, Style>,
    mark: &'static str,
}

impl Theme {
    /// A built-in theme. Under [`Depth::None`] it is the monochrome one, whatever the name.
    ///
    /// # Errors
    /// When there is none of that name.
    pub fn named(name: &str, depth: Depth) -> Result<Self, ThemeError> {
        Themes::new(depth, Vec::new()).get(name)
    }

    /// Without any colour: weight, underlines and signs alone. crossterm takes reverse video away under
    /// `NO_COLOR`, so nothing hangs on it: the selected row bears [`Theme::mark`].
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

    /// The style of a token.
    #[must_use]
    pub fn style(&self, token: Token) -> Style {
        self.styles.get(&token).copied().unwrap_or_default()
    }

    /// The sign at the left of the selected row: one cell wide, so that the row never hangs on colour alone.
    #[must_use]
    pub const fn mark(&self) -> &'static str {
        self.mark
    }
}

#[cfg(test)]
mod tests;
