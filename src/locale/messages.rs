//! The messages of a language, by Fluent.
//!
//! Each is parsed when it is asked for first: a screen shows a hundred of two thousand, and to parse them all took a
//! good part of the time to the first frame. No message refers to another (a test proves it), so each stands alone.

use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::{OnceLock, PoisonError, RwLock};

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::types::FluentNumber;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use fluent_syntax::ast::{Entry, Pattern};
use fluent_syntax::parser::parse_runtime;
use unic_langid::LanguageIdentifier;

use super::{Language, formats};

/// What stands in the place of a variable.
pub(super) enum Fact {
    /// As it is.
    Text(String),
    /// A number that may choose between singular and plural.
    Count(i64),
}

/// The messages of one language.
pub(super) struct Messages {
    /// What Fluent writes facts with: plural rules and the form of numbers. It holds no message.
    bundle: FluentBundle<FluentResource>,
    /// Every message as its file has it, each with its key before it, in the order of the keys.
    texts: Vec<(&'static str, &'static str)>,
    /// Those that were asked for, kept for good.
    parsed: RwLock<HashMap<&'static str, &'static Pattern<&'static str>>>,
}

impl Messages {
    /// The messages of that language, found once however many ask.
    pub(super) fn of(language: Language) -> &'static Self {
        static FRENCH: OnceLock<Messages> = OnceLock::new();
        static ENGLISH: OnceLock<Messages> = OnceLock::new();
        let messages = match language {
            Language::French => &FRENCH,
            Language::English => &ENGLISH,
        };
        messages.get_or_init(|| Self::new(language))
    }

    fn new(language: Language) -> Self {
        let tag: LanguageIdentifier = language.tag().parse().unwrap_or_default();
        let mut bundle = FluentBundle::new_concurrent(vec![tag]);
        // The invisible marks that Fluent puts around facts are noise in a grid of cells.
        bundle.set_use_isolating(false);
        bundle.set_formatter(Some(match language {
            Language::French => |value, _| grouped(Language::French, value),
            Language::English => |value, _| grouped(Language::English, value),
        }));
        Self { bundle, texts: texts(source(language)), parsed: RwLock::default() }
    }

    pub(super) fn has(&self, key: &str) -> bool {
        self.text(key).is_some()
    }

    /// The message with its facts; `None` where there is no such key.
    pub(super) fn format(&self, key: &str, facts: impl Iterator<Item = (&'static str, Fact)>) -> Option<String> {
        let pattern = self.pattern(key)?;
        let mut args = FluentArgs::new();
        for (name, fact) in facts {
            match fact {
                Fact::Text(text) => args.set(name, FluentValue::String(Cow::Owned(text))),
                Fact::Count(count) => args.set(name, FluentValue::from(count)),
            }
        }
        Some(self.bundle.format_pattern(pattern, Some(&args), &mut Vec::new()).into_owned())
    }

    fn text(&self, key: &str) -> Option<(&'static str, &'static str)> {
        let at = self.texts.binary_search_by_key(&key, |(key, _)| key).ok()?;
        self.texts.get(at).copied()
    }

    fn pattern(&self, key: &str) -> Option<&'static Pattern<&'static str>> {
        if let Some(pattern) = self.parsed.read().unwrap_or_else(PoisonError::into_inner).get(key) {
            return Some(pattern);
        }
        let (key, text) = self.text(key)?;
        // What cannot be parsed is left out; a test proves that there is none.
        let (Ok(resource) | Err((resource, _))) = parse_runtime(text);
        let pattern = resource.body.into_iter().find_map(|entry| match entry {
            Entry::Message(message) => message.value,
            _ => None,
        })?;
        let mut parsed = self.parsed.write().unwrap_or_else(PoisonError::into_inner);
        Some(parsed.entry(key).or_insert_with(|| Box::leak(Box::new(pattern))))
    }
}

/// The messages of a file in the order of their keys, each with its text up to the next message or heading.
fn texts(source: &'static str) -> Vec<(&'static str, &'static str)> {
    let bytes = source.as_bytes();
    let lines = memchr::memchr_iter(b'\n', bytes).map(|at| at + 1);
    let mut texts = Vec::new();
    let mut from = 0;
    for at in lines.filter(|at| bytes.get(*at).is_none_or(|byte| matches!(byte, b'a'..=b'z' | b'#'))) {
        let text = &source[from..at];
        if let Some((key, _)) = text.split_once(' ').filter(|_| !text.starts_with('#')) {
            texts.push((key, text));
        }
        from = at;
    }
    texts.sort_unstable_by_key(|(key, _)| *key);
    texts
}

/// The text of a language's messages.
pub(super) const fn source(language: Language) -> &'static str {
    match language {
        Language::French => include_str!("fr.ftl"),
        Language::English => include_str!("en.ftl"),
    }
}

/// Fluent writes numbers without grouping; ours are all whole.
fn grouped(language: Language, value: &FluentValue<'_>) -> Option<String> {
    match value {
        #[allow(clippy::cast_possible_truncation, reason = "a count of things, exact in a float")]
        FluentValue::Number(FluentNumber { value, .. }) => Some(formats::number(language, *value as i64)),
        _ => None,
    }
}
