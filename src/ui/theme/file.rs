//! The format of theme files (`themes/*.toml`): the inherited theme, a palette, and a style per token.

use std::collections::BTreeMap;
use std::ops::Range;

use ratatui::style::{Color, Modifier, Style};
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::{Background, Depth, ThemeErrorKind, Token};

/// An error and its byte range in the file.
pub(super) type LocatedError = (ThemeErrorKind, Range<usize>);

/// A parsed theme file. Colours are resolved once all inherited files are known.
#[derive(Debug, Default)]
pub(super) struct RawTheme {
    /// The theme that provides the styles missing here.
    pub inherits: Option<(String, Range<usize>)>,
    pub background: Option<Background>,
    palette: BTreeMap<String, Shade>,
    tokens: BTreeMap<Token, RawStyle>,
}

/// A colour and its replacement among the 16 ANSI colours. `None` is the default colour.
#[derive(Clone, Copy, Debug)]
struct Shade {
    full: Option<Color>,
    sixteen: Option<Option<Color>>,
}

#[derive(Debug, Default)]
struct RawStyle {
    fg: Option<Ink>,
    bg: Option<Ink>,
    modifiers: Modifier,
}

/// A colour of a token: a name of the palette, or a value.
#[derive(Debug)]
enum Ink {
    Named(String, Range<usize>),
    Shade(Shade),
}

impl RawTheme {
    pub(super) fn read(text: &str) -> Result<Self, LocatedError> {
        let table = DeTable::parse(text).map_err(|error| {
            let words = error.message().lines().next().unwrap_or_default().to_owned();
            (ThemeErrorKind::Syntax(words), error.span().unwrap_or(0..0))
        })?;
        let mut file = Self::default();
        for (key, value) in table.get_ref() {
            match key.get_ref().as_ref() {
                "inherits" => file.inherits = Some((word(value)?.to_owned(), value.span())),
                "background" => {
                    let name = word(value)?;
                    let known = Background::named(name);
                    file.background =
                        Some(known.ok_or_else(|| (ThemeErrorKind::BadBackground(name.to_owned()), value.span()))?);
                }
                "palette" => {
                    for (name, value) in entries(value)? {
                        file.palette.insert(name.get_ref().as_ref().to_owned(), shade(value)?);
                    }
                }
                "tokens" => {
                    for (name, value) in entries(value)? {
                        let token = Token::ALL.into_iter().find(|token| token.name() == name.get_ref());
                        let unknown =
                            || (ThemeErrorKind::UnknownToken(name.get_ref().as_ref().to_owned()), name.span());
                        file.tokens.insert(token.ok_or_else(unknown)?, RawStyle::read(value)?);
                    }
                }
                other => return Err((ThemeErrorKind::UnknownKey(other.to_owned()), key.span())),
            }
        }
        Ok(file)
    }
}

impl RawStyle {
    fn read(value: &Spanned<DeValue<'_>>) -> Result<Self, LocatedError> {
        let mut entry = Self::default();
        for (key, value) in entries(value)? {
            match key.get_ref().as_ref() {
                "fg" => entry.fg = Some(ink(value)?),
                "bg" => entry.bg = Some(ink(value)?),
                "modifiers" => {
                    let DeValue::Array(names) = value.get_ref() else { return Err(wrong(value)) };
                    for name in names.iter() {
                        entry.modifiers |= modifier(word(name)?).map_err(|kind| (kind, name.span()))?;
                    }
                }
                other => return Err((ThemeErrorKind::UnknownKey(other.to_owned()), key.span())),
            }
        }
        Ok(entry)
    }
}

/// Returns the styles of a theme. `files` goes from the base theme to the theme itself; the palette of a later file
/// also applies to the styles of earlier ones.
///
/// # Errors
/// Returns the index of the invalid file and its error.
pub(super) fn styles(files: &[RawTheme], depth: Depth) -> Result<BTreeMap<Token, Style>, (usize, LocatedError)> {
    let named = |name: &str| files.iter().rev().find_map(|file| file.palette.get(name)).copied();
    let mut styles = BTreeMap::new();
    for (n, file) in files.iter().enumerate() {
        let look_up = |ink: &Option<Ink>| match ink {
            None => Ok(None),
            Some(Ink::Shade(shade)) => Ok(shade.fit(depth)),
            Some(Ink::Named(name, span)) => match (named(name), colour_named(name)) {
                (Some(shade), _) => Ok(shade.fit(depth)),
                (None, Ok(known)) => Ok(known.and_then(|known| depth.fit(known))),
                (None, Err(kind)) => Err((n, (kind, span.clone()))),
            },
        };
        for (token, entry) in &file.tokens {
            let mut style = Style::new().add_modifier(entry.modifiers);
            style.fg = look_up(&entry.fg)?;
            style.bg = look_up(&entry.bg)?;
            if *token == Token::Selected && style.bg.is_none() {
                style = style.add_modifier(Modifier::REVERSED);
            }
            styles.insert(*token, style);
        }
    }
    match Token::ALL.into_iter().find(|token| !styles.contains_key(token)) {
        Some(missing) => Err((files.len().saturating_sub(1), (ThemeErrorKind::MissingToken(missing.name()), 0..0))),
        None => Ok(styles),
    }
}

impl Shade {
    fn fit(self, depth: Depth) -> Option<Color> {
        match (depth, self.sixteen) {
            (Depth::Sixteen, Some(own)) => own,
            _ => self.full.and_then(|full| depth.fit(full)),
        }
    }
}

fn wrong(value: &Spanned<DeValue<'_>>) -> LocatedError {
    (ThemeErrorKind::WrongType, value.span())
}

fn word<'a>(value: &'a Spanned<DeValue<'_>>) -> Result<&'a str, LocatedError> {
    value.get_ref().as_str().ok_or_else(|| wrong(value))
}

fn entries<'a, 'i>(value: &'a Spanned<DeValue<'i>>) -> Result<&'a DeTable<'i>, LocatedError> {
    value.get_ref().as_table().ok_or_else(|| wrong(value))
}

/// Parses `"#rrggbb"`, a colour name, or 0 to 255; or an array of one and its 16-colour replacement.
fn shade(value: &Spanned<DeValue<'_>>) -> Result<Shade, LocatedError> {
    let DeValue::Array(both) = value.get_ref() else { return Ok(Shade { full: colour(value)?, sixteen: None }) };
    match both.iter().collect::<Vec<_>>().as_slice() {
        [full, sixteen] => Ok(Shade { full: colour(full)?, sixteen: Some(colour(sixteen)?) }),
        _ => Err(wrong(value)),
    }
}

/// Names of the palette take precedence over standard colour names.
fn ink(value: &Spanned<DeValue<'_>>) -> Result<Ink, LocatedError> {
    match value.get_ref().as_str() {
        Some(name) if !name.starts_with('#') => Ok(Ink::Named(name.to_owned(), value.span())),
        _ => shade(value).map(Ink::Shade),
    }
}

fn colour(value: &Spanned<DeValue<'_>>) -> Result<Option<Color>, LocatedError> {
    let found = match value.get_ref() {
        DeValue::Integer(number) => {
            let bad = |_| ThemeErrorKind::BadColour(number.as_str().to_owned());
            number.as_str().parse().map(|index| Some(Color::Indexed(index))).map_err(bad)
        }
        _ => colour_named(word(value)?),
    };
    found.map_err(|kind| (kind, value.span()))
}

fn colour_named(name: &str) -> Result<Option<Color>, ThemeErrorKind> {
    match name {
        "none" => Ok(None),
        _ => name.parse().map(Some).map_err(|_| ThemeErrorKind::BadColour(name.to_owned())),
    }
}

fn modifier(name: &str) -> Result<Modifier, ThemeErrorKind> {
    match name {
        "bold" => Ok(Modifier::BOLD),
        "dim" => Ok(Modifier::DIM),
        "italic" => Ok(Modifier::ITALIC),
        "underlined" => Ok(Modifier::UNDERLINED),
        "reversed" => Ok(Modifier::REVERSED),
        _ => Err(ThemeErrorKind::BadModifier(name.to_owned())),
    }
}
