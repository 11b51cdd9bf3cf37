//! The form of a theme file (`themes/*.toml`).

use std::collections::BTreeMap;

use ratatui::style::{Color, Modifier, Style};
use serde::Deserialize;

use super::{Depth, ThemeError, Token};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    name: String,
    tokens: BTreeMap<String, Entry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    fg: Option<Colour>,
    bg: Option<Colour>,
    fg16: Option<Colour>,
    bg16: Option<Colour>,
    #[serde(default)]
    modifiers: Vec<String>,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum Colour {
    Index(u8),
    Word(String),
}

pub(super) fn parse(text: &str, depth: Depth) -> Result<(String, BTreeMap<Token, Style>), ThemeError> {
    let file: File = toml::from_str(text).map_err(|error| ThemeError::Form(error.to_string()))?;
    let mut styles = BTreeMap::new();
    for (name, entry) in &file.tokens {
        let token = Token::ALL.into_iter().find(|token| token.name() == name);
        let token = token.ok_or_else(|| ThemeError::UnknownToken(name.clone()))?;
        styles.insert(token, style(token, entry, depth)?);
    }
    match Token::ALL.into_iter().find(|token| !styles.contains_key(token)) {
        Some(missing) => Err(ThemeError::MissingToken(missing.name())),
        None => Ok((file.name, styles)),
    }
}

fn style(token: Token, entry: &Entry, depth: Depth) -> Result<Style, ThemeError> {
    let mut style = Style::new();
    style.fg = pick(entry.fg.as_ref(), entry.fg16.as_ref(), depth)?;
    style.bg = pick(entry.bg.as_ref(), entry.bg16.as_ref(), depth)?;
    for name in &entry.modifiers {
        style = style.add_modifier(modifier(name)?);
    }
    if token == Token::Selected && style.bg.is_none() {
        style = style.add_modifier(Modifier::REVERSED);
    }
    Ok(style)
}

fn pick(full: Option<&Colour>, sixteen: Option<&Colour>, depth: Depth) -> Result<Option<Color>, ThemeError> {
    let full = full.map(colour).transpose()?.flatten();
    match (depth, sixteen.map(colour).transpose()?) {
        (Depth::Sixteen, Some(own)) => Ok(own),
        _ => Ok(full.and_then(|full| depth.fit(full))),
    }
}

fn colour(written: &Colour) -> Result<Option<Color>, ThemeError> {
    match written {
        Colour::Index(index) => Ok(Some(Color::Indexed(*index))),
        Colour::Word(word) if word == "none" => Ok(None),
        Colour::Word(word) => word.parse().map(Some).map_err(|_| ThemeError::BadColour(word.clone())),
    }
}

fn modifier(name: &str) -> Result<Modifier, ThemeError> {
    match name {
        "bold" => Ok(Modifier::BOLD),
        "dim" => Ok(Modifier::DIM),
        "italic" => Ok(Modifier::ITALIC),
        "underlined" => Ok(Modifier::UNDERLINED),
        "reversed" => Ok(Modifier::REVERSED),
        _ => Err(ThemeError::BadModifier(name.to_owned())),
    }
}
