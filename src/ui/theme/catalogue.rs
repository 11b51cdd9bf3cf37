//! All themes by name: the built-in ones and the user's own, which may inherit from any other.

use std::ops::Range;

use super::file::{self, RawTheme};
use super::{Background, Depth, Theme, Token};
use crate::locale::Locale;
use crate::model::{Finding, Location, MessageArg, Severity, TextRange};
use crate::report::{Diagnostic, sanitize};

/// The built-in themes, in the order in which the picker lists them.
const BUILT_IN: [(&str, &str); 6] = [
    ("dark", include_str!("../../../themes/dark.toml")),
    ("light", include_str!("../../../themes/light.toml")),
    ("high-contrast", include_str!("../../../themes/high-contrast.toml")),
    ("sixteen", include_str!("../../../themes/sixteen.toml")),
    ("deuteranopia", include_str!("../../../themes/deuteranopia.toml")),
    ("tritanopia", include_str!("../../../themes/tritanopia.toml")),
];

/// A theme file of the user.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ThemeFile {
    /// The name of the theme: that of the file without its extension.
    pub name: String,
    /// The path for messages.
    pub file: String,
    pub text: String,
}

/// The themes available on a terminal.
#[derive(Clone, Debug)]
pub struct Themes {
    depth: Depth,
    own: Vec<ThemeFile>,
}

/// An error in a theme.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ThemeError {
    /// The user's file and the byte range in it; `None` if there is no theme of that name.
    pub place: Option<(ThemeFile, Range<usize>)>,
    pub kind: ThemeErrorKind,
}

/// The kinds of errors in a theme file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ThemeErrorKind {
    /// Invalid TOML, with the message of the parser.
    Syntax(String),
    UnknownKey(String),
    WrongType,
    UnknownToken(String),
    /// A token without a style.
    MissingToken(&'static str),
    /// Neither a colour nor a name of the palette.
    BadColour(String),
    BadModifier(String),
    /// A background other than `light` and `dark`.
    BadBackground(String),
    NoSuchTheme(String),
    /// A theme that inherits from itself.
    Circle(String),
}

impl ThemeErrorKind {
    /// Returns the message key (`<key>-help` for the remedy) and its argument.
    #[must_use]
    pub fn key(&self) -> (&'static str, &str) {
        match self {
            Self::Syntax(words) => ("theme-syntax", words),
            Self::UnknownKey(key) => ("theme-unknown-key", key),
            Self::WrongType => ("theme-wrong-type", ""),
            Self::UnknownToken(token) => ("theme-unknown-token", token),
            Self::MissingToken(token) => ("theme-missing-token", token),
            Self::BadColour(colour) => ("theme-bad-colour", colour),
            Self::BadModifier(modifier) => ("theme-bad-modifier", modifier),
            Self::BadBackground(name) => ("theme-bad-background", name),
            Self::NoSuchTheme(name) => ("theme-none-such", name),
            Self::Circle(name) => ("theme-circle", name),
        }
    }
}

impl ThemeError {
    /// Returns the error as a finding of the user's configuration, with its line.
    #[must_use]
    pub fn diagnostic(&self, themes: &Themes) -> Diagnostic {
        let (message, about) = self.kind.key();
        let args = vec![
            ("about", MessageArg::Text(about.to_owned())),
            ("tokens", MessageArg::List(Token::ALL.map(|token| token.name().to_owned()).into())),
            ("themes", MessageArg::List(themes.names().into_iter().map(str::to_owned).collect())),
        ];
        let none = ThemeFile::default();
        let (own, bytes) = self.place.as_ref().map_or((&none, 0..0), |(own, bytes)| (own, bytes.clone()));
        let spot = TextRange { file: own.file.clone(), record: None, bytes: bytes.clone() };
        let place = Location::Text(spot);
        let finding = Finding { check: "theme", severity: Severity::Warning, place, message, args };
        Diagnostic::new(finding, &own.file, &own.text, bytes)
    }

    /// Returns the message with its location, and the remedy.
    #[must_use]
    pub fn words(&self, locale: &Locale, themes: &Themes) -> (String, String) {
        let diagnostic = self.diagnostic(themes);
        let Finding { message, args, .. } = &diagnostic.finding;
        let what = sanitize(&locale.message(message, args)).into_owned();
        let remedy = sanitize(&locale.message(&format!("{message}-help"), args)).into_owned();
        let Diagnostic { file, line, column, .. } = &diagnostic;
        if file.is_empty() { (what, remedy) } else { (format!("{}:{line}:{column}: {what}", sanitize(file)), remedy) }
    }
}

impl Themes {
    /// Returns the built-in themes and `own`, for a terminal of this colour depth.
    #[must_use]
    pub fn new(depth: Depth, mut own: Vec<ThemeFile>) -> Self {
        own.sort_by(|one, other| one.name.cmp(&other.name));
        Self { depth, own }
    }

    #[must_use]
    pub const fn depth(&self) -> Depth {
        self.depth
    }

    /// Returns the names of all themes, the built-in ones first. A theme of the user replaces a built-in one of the
    /// same name.
    #[must_use]
    pub fn names(&self) -> Vec<&str> {
        let built_in = BUILT_IN.iter().map(|(name, _)| *name);
        let own = self.own.iter().map(|own| own.name.as_str()).filter(|name| !BUILT_IN.iter().any(|(n, _)| n == name));
        built_in.chain(own).collect()
    }

    /// Returns the path of a theme of the user, for messages.
    #[must_use]
    pub fn file(&self, name: &str) -> Option<&str> {
        self.own.iter().find(|own| own.name == name).map(|own| own.file.as_str())
    }

    /// Loads a theme, its colours reduced to what the terminal shows; always the monochrome theme without colours.
    ///
    /// # Errors
    /// Fails if there is no such theme, or if its file or one that it inherits from is invalid.
    pub fn get(&self, name: &str) -> Result<Theme, ThemeError> {
        let mut chain = vec![self.text(name, true).ok_or_else(|| none_such(name))?];
        let mut files = Vec::new();
        while let Some((own, text)) = chain.last().copied() {
            let file = RawTheme::read(text).map_err(|faulty| placed(own, faulty))?;
            let next = match &file.inherits {
                None => None,
                Some((parent, span)) => {
                    let faulty = |kind| placed(own, (kind, span.clone()));
                    // A theme of the user may inherit from the built-in one that it replaces.
                    let may_be_own = own.is_none_or(|own| own.name != *parent);
                    let found = self.text(parent, may_be_own);
                    let (parent_own, parent_text) =
                        found.ok_or_else(|| faulty(ThemeErrorKind::NoSuchTheme(parent.clone())))?;
                    if chain.iter().any(|(_, text)| std::ptr::eq(*text, parent_text)) {
                        return Err(faulty(ThemeErrorKind::Circle(parent.clone())));
                    }
                    Some((parent_own, parent_text))
                }
            };
            files.push(file);
            match next {
                Some(next) => chain.push(next),
                None => break,
            }
        }
        chain.reverse();
        files.reverse();
        let styles = file::styles(&files, self.depth).map_err(|(n, faulty)| match chain.get(n) {
            Some((own, _)) => placed(*own, faulty),
            None => none_such(name),
        })?;
        if self.depth == Depth::None {
            return Ok(Theme::monochrome());
        }
        let background = files.iter().rev().find_map(|file| file.background).unwrap_or_default();
        Ok(Theme { name: name.to_owned(), background, styles, mark: "▌" })
    }

    /// Returns the default theme for a background.
    #[must_use]
    pub fn of_background(&self, background: Background) -> Theme {
        self.get(background.name()).unwrap_or_else(|_| Theme::monochrome())
    }

    fn text(&self, name: &str, may_be_own: bool) -> Option<(Option<&ThemeFile>, &str)> {
        let own = self.own.iter().find(|own| may_be_own && own.name == name);
        let built_in = || BUILT_IN.iter().find(|(known, _)| *known == name).map(|(_, text)| (None, *text));
        own.map(|own| (Some(own), own.text.as_str())).or_else(built_in)
    }
}

fn none_such(name: &str) -> ThemeError {
    ThemeError { place: None, kind: ThemeErrorKind::NoSuchTheme(name.to_owned()) }
}

fn placed(own: Option<&ThemeFile>, (kind, span): file::LocatedError) -> ThemeError {
    ThemeError { place: own.map(|own| (own.clone(), span)), kind }
}
