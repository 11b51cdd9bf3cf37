//! Colours by meaning: a theme file gives each token a style, fitted to what the terminal can show.

mod depth;
mod file;

use std::collections::BTreeMap;

use ratatui::style::{Modifier, Style};

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

/// A style for every token.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Theme {
    /// Its name.
    pub name: String,
    styles: BTreeMap<Token, Style>,
    mark: &'static str,
}

/// What is wrong with a theme file.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ThemeError {
    /// Not TOML, or not of the form of a theme; the parser's words.
    #[error("{0}")]
    Form(String),
    /// A token that there is not.
    #[error("no token `{0}`")]
    UnknownToken(String),
    /// A token that must be there.
    #[error("token `{0}` is missing")]
    MissingToken(&'static str),
    /// A colour that cannot be read.
    #[error("`{0}` is no colour: write #rrggbb, a name, or 0 to 255")]
    BadColour(String),
    /// A modifier that there is not.
    #[error("`{0}` is no modifier: write bold, dim, italic, underlined or reversed")]
    BadModifier(String),
    /// No theme of that name is built in.
    #[error("no theme `{0}`: there are {names}", names = Theme::NAMES.join(", "))]
    NoSuchTheme(String),
}

impl Theme {
    /// The themes that are built in.
    pub const NAMES: [&'static str; 2] = ["dark", "light"];

    /// A built-in theme. Under [`Depth::None`] it is the monochrome one, whatever the name.
    ///
    /// # Errors
    /// When there is none of that name.
    pub fn named(name: &str, depth: Depth) -> Result<Self, ThemeError> {
        let text = match name {
            "dark" => include_str!("../../../themes/dark.toml"),
            "light" => include_str!("../../../themes/light.toml"),
            _ => return Err(ThemeError::NoSuchTheme(name.to_owned())),
        };
        Self::parse(text, depth)
    }

    /// Reads a theme file and fits its colours to the terminal.
    ///
    /// # Errors
    /// When it is not as a theme must be; every token must be there.
    pub fn parse(text: &str, depth: Depth) -> Result<Self, ThemeError> {
        let (name, styles) = file::parse(text, depth)?;
        if depth == Depth::None {
            return Ok(Self::monochrome());
        }
        Ok(Self { name, styles, mark: "▌" })
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
        Self { name: "monochrome".to_owned(), styles: styles.collect(), mark: ">" }
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
