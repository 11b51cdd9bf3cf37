//! The messages of a language, by Fluent.

use std::borrow::Cow;
use std::sync::OnceLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::types::FluentNumber;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
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
pub(super) struct Messages(FluentBundle<FluentResource>);

impl Messages {
    /// The messages of that language, read once however many ask: reading them is a good part of starting.
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
        // What cannot be parsed or stands twice is left out; a test proves that there is none.
        let (Ok(resource) | Err((resource, _))) = FluentResource::try_new(source(language).to_owned());
        bundle.add_resource_overriding(resource);
        Self(bundle)
    }

    pub(super) fn has(&self, key: &str) -> bool {
        self.0.has_message(key)
    }

    /// The message with its facts; `None` where there is no such key.
    pub(super) fn format(&self, key: &str, facts: impl Iterator<Item = (&'static str, Fact)>) -> Option<String> {
        let pattern = self.0.get_message(key)?.value()?;
        let mut args = FluentArgs::new();
        for (name, fact) in facts {
            match fact {
                Fact::Text(text) => args.set(name, FluentValue::String(Cow::Owned(text))),
                Fact::Count(count) => args.set(name, FluentValue::from(count)),
            }
        }
        Some(self.0.format_pattern(pattern, Some(&args), &mut Vec::new()).into_owned())
    }
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
