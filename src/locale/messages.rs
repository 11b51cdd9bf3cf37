//! The Fluent messages of a language.
//!
//! Each message is parsed when it is first used: a screen shows about a hundred of two thousand, and parsing all of
//! them would delay the first frame. This works because no message refers to another, which a test checks.

use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::{OnceLock, PoisonError, RwLock};

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::types::FluentNumber;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use fluent_syntax::ast::{Entry, Pattern};
use fluent_syntax::parser::parse_runtime;
use unic_langid::LanguageIdentifier;

use super::{Language, numbers};

/// The value of a variable.
pub(super) enum FormattedArg {
    /// Inserted literally.
    Text(String),
    /// A number that selects singular or plural.
    Count(i64),
}

/// The messages of one language.
pub(super) struct Messages {
    /// Plural rules and number format; contains no message.
    bundle: FluentBundle<FluentResource>,
    /// Key and source text of every message, sorted by key.
    texts: Vec<(&'static str, &'static str)>,
    /// Messages parsed so far.
    parsed: RwLock<HashMap<&'static str, &'static Pattern<&'static str>>>,
}

impl Messages {
    /// Returns the messages of a language, which are indexed once.
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
        // Isolation marks around arguments would disturb the grid of terminal cells.
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

    /// Returns the keys of all messages, sorted.
    pub(super) fn keys(&self) -> impl Iterator<Item = &'static str> {
        self.texts.iter().map(|(key, _)| *key)
    }

    /// Formats a message, or returns `None` if there is no such key.
    pub(super) fn format(&self, key: &str, args: impl Iterator<Item = (&'static str, FormattedArg)>) -> Option<String> {
        let pattern = self.pattern(key)?;
        let mut values = FluentArgs::new();
        for (name, arg) in args {
            match arg {
                FormattedArg::Text(text) => values.set(name, FluentValue::String(Cow::Owned(text))),
                FormattedArg::Count(count) => values.set(name, FluentValue::from(count)),
            }
        }
        Some(self.bundle.format_pattern(pattern, Some(&values), &mut Vec::new()).into_owned())
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
        // A test checks that every message can be parsed.
        let (Ok(resource) | Err((resource, _))) = parse_runtime(text);
        let pattern = resource.body.into_iter().find_map(|entry| match entry {
            Entry::Message(message) => message.value,
            _ => None,
        })?;
        let mut parsed = self.parsed.write().unwrap_or_else(PoisonError::into_inner);
        Some(parsed.entry(key).or_insert_with(|| Box::leak(Box::new(pattern))))
    }
}

/// Returns a message without arguments, or the key if there is no such message.
pub(super) fn text(language: Language, key: &str) -> String {
    message(language, key, [])
}

/// Returns a message with arguments, or the key if there is no such message.
pub(super) fn message<const N: usize>(
    language: Language,
    key: &str,
    args: [(&'static str, FormattedArg); N],
) -> String {
    Messages::of(language).format(key, args.into_iter()).unwrap_or_else(|| key.to_owned())
}

/// Returns key and source text of the messages of a file, sorted by key.
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

/// Returns the message file of a language.
pub(super) const fn source(language: Language) -> &'static str {
    match language {
        Language::French => include_str!("fr.ftl"),
        Language::English => include_str!("en.ftl"),
    }
}

/// Formats numbers with grouping, which Fluent lacks. All our numbers are integers.
fn grouped(language: Language, value: &FluentValue<'_>) -> Option<String> {
    match value {
        #[allow(clippy::cast_possible_truncation, reason = "a count of things, exact in a float")]
        FluentValue::Number(FluentNumber { value, .. }) => Some(numbers::number(language, *value as i64)),
        _ => None,
    }
}
