//! The format of theme files (`themes/*.toml`): the inherited theme, a palette, and a style per token.

use std::collections::BTreeMap;
use std::ops::Range;

use ratatui::style::{Color, Modifier, Style};
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::{Background, Depth, Fault, Token};

/// An error and its byte range in the file.
pub(super) type Faulty = (Fault, Range<usize>);

/// A parsed theme file. Colours are resolved once all inherited files are known.
#[derive(Debug, Default)]
pub(super) struct File {
    /// The theme that provides the styles missing here.
    pub inherits: Option<(String, Range<usize>)>,
    pub background: Option<Background>,
    palette: BTreeMap<String, Shade>,
    tokens: BTreeMap<Token, Entry>,
}

/// A colour and its replacement among the 16 ANSI colours. `None` is the default colour.
#[derive(Clone, Copy, Debug)]
struct Shade {
    full: Option<Color>,
    sixteen: Option<Option<Color>>,
}

#[derive(Debug, Default)]
struct Entry {
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

impl File {
    pub(super) fn read(text: &str) -> Result<Self, Faulty> {
        let table = DeTable::parse(text).map_err(|error| {
            let words = error.message().lines().next().unwrap_or_default().to_owned();
            (Fault::Syntax(words), error.span().unwrap_or(0..0))
        })?;
        let mut file = Self::default();
        for (key, value) in table.get_ref() {
            match key.get_ref().as_ref() {
                "inherits" => file.inherits = Some((word(value)?.to_owned(), value.span())),
                "background" => {
                    let name = word(value)?;
                    let known = Background::named(name);
                    file.background = Some(known.ok_or_else(|| (Fault::BadBackground(name.to_owned()), value.span()))?);
                }
                "palette" => {
                    for (name, value) in entries(value)? {
                        file.palette.insert(name.get_ref().as_ref().to_owned(), shade(value)?);
                    }
                }
                "tokens" => {
                    for (name, value) in entries(value)? {
                        let token = Token::ALL.into_iter().find(|token| token.name() == name.get_ref());
                        let unknown = || (Fault::UnknownToken(name.get_ref().as_ref().to_owned()), name.span());
                        file.tokens.insert(token.ok_or_else(unknown)?, Entry::read(value)?);
                    }
                }
                other => return Err((Fault::UnknownKey(other.to_owned()), key.span())),
            }
        }
        Ok(file)
    }
}

impl Entry {
    fn read(value: &Spanned<DeValue<'_>>) -> Result<Self, Faulty> {
        let mut entry = Self::default();
        for (key, value) in entries(value)? {
            match key.get_ref().as_ref() {
                "fg" => entry.fg = Some(ink(value)?),
                "bg" => entry.bg = Some(ink(value)?),
                "modifiers" => {
                    let DeValue::Array(names) = value.get_ref() else { return Err(wrong(value)) };
                    for name in names.iter() {
                        entry.modifiers |= modifier(word(name)?).map_err(|fault| (fault, name.span()))?;
                    }
                }
                other => return Err((Fault::UnknownKey(other.to_owned()), key.span())),
            }
        }
        Ok(entry)
    }
}

/// The styles of a theme. `files` goes from the base theme to the theme itself; the palette of a later file also
/// applies to the styles of earlier ones.
///
/// # Errors
/// Returns the index of the invalid file and its error.
pub(super) fn styles(files: &[File], depth: Depth) -> Result<BTreeMap<Token, Style>, (usize, Faulty)> {
    let named = |name: &str| files.iter().rev().find_map(|file| file.palette.get(name)).copied();
    let mut styles = BTreeMap::new();
    for (n, file) in files.iter().enumerate() {
        let look_up = |ink: &Option<Ink>| match ink {
            None => Ok(None),
            Some(Ink::Shade(shade)) => Ok(shade.fit(depth)),
            Some(Ink::Named(name, span)) => match (named(name), colour_named(name)) {
                (Some(shade), _) => Ok(shade.fit(depth)),
                (None, Ok(known)) => Ok(known.and_then(|known| depth.fit(known))),
                (None, Err(fault)) => Err((n, (fault, span.clone()))),
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
        Some(missing) => Err((files.len().saturating_sub(1), (Fault::MissingToken(missing.name()), 0..0))),
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

fn wrong(value: &Spanned<DeValue<'_>>) -> Faulty {
    (Fault::WrongType, value.span())
}

fn word<'a>(value: &'a Spanned<DeValue<'_>>) -> Result<&'a str, Faulty> {
    value.get_ref().as_str().ok_or_else(|| wrong(value))
}

fn entries<'a, 'i>(value: &'a Spanned<DeValue<'i>>) -> Result<&'a DeTable<'i>, Faulty> {
    value.get_ref().as_table().ok_or_else(|| wrong(value))
}

/// Parses `"#rrggbb"`, a colour name, or 0 to 255; or an array of one and its 16-colour replacement.
fn shade(value: &Spanned<DeValue<'_>>) -> Result<Shade, Faulty> {
    let DeValue::Array(both) = value.get_ref() else { return Ok(Shade { full: colour(value)?, sixteen: None }) };
    match both.iter().collect::<Vec<_>>().as_slice() {
        [full, sixteen] => Ok(Shade { full: colour(full)?, sixteen: Some(colour(sixteen)?) }),
        _ => Err(wrong(value)),
    }
}

/// Names of the palette take precedence over standard colour names.
fn ink(value: &Spanned<DeValue<'_>>) -> Result<Ink, Faulty> {
    match value.get_ref().as_str() {
        Some(name) if !name.starts_with('#') => Ok(Ink::Named(name.to_owned(), value.span())),
        _ => shade(value).map(Ink::Shade),
    }
}

fn colour(value: &Spanned<DeValue<'_>>) -> Result<Option<Color>, Faulty> {
    let found = match value.get_ref() {
        DeValue::Integer(number) => {
            let bad = |_| Fault::BadColour(number.as_str().to_owned());
            number.as_str().parse().map(|index| Some(Color::Indexed(index))).map_err(bad)
        }
        _ => colour_named(word(value)?),
    };
    found.map_err(|fault| (fault, value.span()))
}

fn colour_named(name: &str) -> Result<Option<Color>, Fault> {
    match name {
        "none" => Ok(None),
        _ => name.parse().map(Some).map_err(|_| Fault::BadColour(name.to_owned())),
    }
}

fn modifier(name: &str) -> Result<Modifier, Fault> {
    match name {
        "bold" => Ok(Modifier::BOLD),
        "dim" => Ok(Modifier::DIM),
        "italic" => Ok(Modifier::ITALIC),
        "underlined" => Ok(Modifier::UNDERLINED),
        "reversed" => Ok(Modifier::REVERSED),
        _ => Err(Fault::BadModifier(name.to_owned())),
    }
}
