//! Reads the settings of a configuration.

use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::{Config, keys};
use crate::locale::Language;
use crate::model::{Id, Location, MessageArg, Severity, nearest};
use crate::report::Diagnostic;

const SETTINGS: [&str; 8] = ["language", "theme", "mouse", "watch", "ascii", "links", "me", "keys"];

/// Reads all valid settings and records problems.
pub(super) fn read(config: &mut Config) {
    let text = std::mem::take(&mut config.text);
    let (document, errors) = DeTable::parse_recoverable(&text);
    config.text.clone_from(&text);
    for error in errors {
        let words = error.message().lines().next().unwrap_or_default().to_owned();
        let at = error.span().unwrap_or(0..0);
        config.add_problem(Severity::Error, at, "config-syntax", vec![("words", MessageArg::Parser(words))]);
    }
    for (name, value) in in_order(document.get_ref()) {
        let at = value.span();
        match name.get_ref().as_ref() {
            "language" => config.language = language(config, value),
            "theme" => {
                config.theme = string(value).or_else(|| wrong(config, "theme", "text", at.clone()));
                config.theme_at = at;
            }
            "mouse" => config.mouse = switch(config, "mouse", value),
            "watch" => config.watch = switch(config, "watch", value),
            "ascii" => config.ascii = switch(config, "ascii", value),
            "links" => config.links = switch(config, "links", value),
            "me" => config.me = person(config, value),
            "keys" => match value.get_ref() {
                DeValue::Table(table) => keys::read(config, table),
                _ => drop(wrong::<()>(config, "keys", "table", at)),
            },
            other => unknown(
                config,
                other,
                &SETTINGS,
                name.span(),
                ["config-unknown-setting", "config-unknown-setting-near"],
            ),
        }
    }
    sort_problems(&mut config.problems);
}

/// Sorts problems by position, and keeps only the first one of a line with a syntax error.
fn sort_problems(problems: &mut Vec<Diagnostic>) {
    let syntax = |problem: &Diagnostic| problem.finding.message == "config-syntax";
    let mut broken: Vec<usize> = Vec::new();
    let is_broken = problems.iter().any(syntax);
    problems.retain(|problem| {
        let whole = matches!(&problem.finding.place, Location::Text(spot) if spot.bytes == (0..0));
        let first = !broken.contains(&problem.line);
        broken.extend(syntax(problem).then_some(problem.line));
        first && !(is_broken && whole && !syntax(problem))
    });
    problems.sort_by_key(|problem| (problem.line, problem.column));
}

/// Returns the entries of a table in the order of the text.
pub(super) fn in_order<'a, 'b>(
    table: &'a DeTable<'b>,
) -> Vec<(&'a Spanned<std::borrow::Cow<'b, str>>, &'a Spanned<DeValue<'b>>)> {
    let mut entries: Vec<_> = table.iter().collect();
    entries.sort_by_key(|(name, _)| name.span().start);
    entries
}

/// Reports an unknown name; uses the second message if there is a suggestion.
pub(super) fn unknown(config: &mut Config, name: &str, known: &[&str], at: Range<usize>, messages: [&'static str; 2]) {
    let mut args = vec![("name", MessageArg::Text(name.to_owned()))];
    let near = nearest(name, known.iter().copied());
    match near {
        Some(near) => args.push(("nearest", MessageArg::Text(near.to_owned()))),
        None => args.push(("known", MessageArg::List(known.iter().map(|name| (*name).to_owned()).collect()))),
    }
    config.add_problem(Severity::Error, at, messages[usize::from(near.is_some())], args);
}

/// Reports a value of the wrong type.
pub(super) fn wrong<T>(config: &mut Config, name: &str, expected: &str, at: Range<usize>) -> Option<T> {
    let args = vec![("name", MessageArg::Text(name.to_owned())), ("expected", MessageArg::Text(expected.to_owned()))];
    config.add_problem(Severity::Error, at, "config-wrong-type", args);
    None
}

pub(super) fn string(value: &Spanned<DeValue<'_>>) -> Option<String> {
    value.get_ref().as_str().map(str::to_owned)
}

fn switch(config: &mut Config, name: &str, value: &Spanned<DeValue<'_>>) -> Option<bool> {
    value.get_ref().as_bool().or_else(|| wrong(config, name, "switch", value.span()))
}

fn person(config: &mut Config, value: &Spanned<DeValue<'_>>) -> Option<Id> {
    let Some(text) = string(value) else { return wrong(config, "me", "text", value.span()) };
    let id = Id::new(&text);
    if id.is_err() {
        config.add_problem(Severity::Error, value.span(), "config-not-an-id", vec![("value", MessageArg::Text(text))]);
    }
    id.ok()
}

fn language(config: &mut Config, value: &Spanned<DeValue<'_>>) -> Option<Language> {
    let Some(tag) = string(value) else { return wrong(config, "language", "text", value.span()) };
    let found = Language::ALL.into_iter().find(|language| language.tag() == tag);
    if found.is_none() {
        let known = Language::ALL.map(|language| language.tag().to_owned()).into();
        let args = vec![
            ("name", MessageArg::Text("language".to_owned())),
            ("value", MessageArg::Text(tag)),
            ("known", MessageArg::List(known)),
        ];
        config.add_problem(Severity::Error, value.span(), "config-unknown-value", args);
    }
    found
}
