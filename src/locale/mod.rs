//! French and English: messages (Fluent), formats of money and dates, and parsing of what users type.
//!
//! Messages are in `fr.ftl` and `en.ftl`, which have the same keys.

mod fold;
mod formats;
mod language;
mod messages;
mod numbers;
mod parser;
mod system;
/// Contracts `de` and `à` with the article of a name that follows, as French does: `du MTES`, `aux communes`.
fn contracted(mut text: String, args: &[(&'static str, MessageArg)]) -> String {
    for (_, arg) in args {
        let MessageArg::Text(name) = arg else { continue };
        let (forms, bare) = match name.split_once(' ') {
            Some(("le", bare)) => ([("de", "du"), ("à", "au")], bare),
            Some(("les", bare)) => ([("de", "des"), ("à", "aux")], bare),
            _ => continue,
        };
        for (word, form) in forms {
            text = text.replace(&format!(" {word} {name}"), &format!(" {form} {bare}"));
        }
    }
    text
}

#[cfg(test)]
mod tests;
mod typed_date;
mod typed_moment;
mod typed_money;
mod typed_number;
mod typed_span;
#[cfg(test)]
mod typed_tests;

use chrono::Datelike;
use rust_decimal::Decimal;

use crate::model::{Date, MessageArg, Moment, Money, Span, Time};

use messages::{FormattedArg, Messages};

pub use fold::{fold, fold_name, slug};
pub use language::Language;
pub use typed_date::{DateDirection, TypedDate, TypedDateError, YEARS};
pub use typed_money::TypedMoneyError;
pub use typed_number::TypedNumberError;
pub use typed_span::TypedSpanError;

/// A language with its messages and formats. Cheap to create: messages are indexed once per language.
#[derive(Debug)]
pub struct Locale {
    pub language: Language,
}

impl Locale {
    /// Returns the words of a language.
    #[must_use]
    pub const fn new(language: Language) -> Self {
        Self { language }
    }

    /// Indexes the messages of the language in advance.
    #[must_use]
    pub fn ready(self) -> Self {
        Messages::of(self.language);
        self
    }

    /// Returns a message without arguments. An unknown key gives the key itself, and panics in debug builds.
    #[must_use]
    pub fn text(&self, key: &str) -> String {
        self.message(key, &[])
    }

    /// Returns a message with arguments, formatted for the language.
    ///
    /// # Panics
    /// In debug builds, if the key is unknown.
    #[must_use]
    pub fn message(&self, key: &str, args: &[(&'static str, MessageArg)]) -> String {
        debug_assert!(self.has(key), "no message {key}");
        let text = Messages::of(self.language)
            .format(key, args.iter().map(|(name, arg)| (*name, self.argument(arg))))
            .unwrap_or_else(|| key.to_owned());
        match self.language {
            Language::French => contracted(text, args),
            Language::English => text,
        }
    }

    /// Returns the text of a message with a capital first letter.
    #[must_use]
    pub fn capital(&self, key: &str) -> String {
        let text = self.text(key);
        let mut chars = text.chars();
        chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
    }

    /// Returns the word for a text that the format suggests, such as `paper` and `call for funds`, or `share` and
    /// `full time`. Other texts are returned unchanged.
    #[must_use]
    pub fn suggested(&self, prefix: &str, text: &str) -> String {
        let key = format!("{prefix}-{}", text.trim().to_lowercase().replace(' ', "-"));
        if self.has(&key) { self.text(&key) } else { text.to_owned() }
    }

    /// Returns whether there is such a message.
    #[must_use]
    pub fn has(&self, key: &str) -> bool {
        Messages::of(self.language).has(key)
    }

    /// Returns the names that have a message `<prefix>-<name>`, sorted.
    #[must_use]
    pub fn names(&self, prefix: &str) -> Vec<&'static str> {
        let name = |key: &'static str| key.strip_prefix(prefix)?.strip_prefix('-');
        Messages::of(self.language).keys().filter_map(name).collect()
    }

    /// Formats an argument for a message. Counts stay numbers, which select the plural form.
    fn argument(&self, arg: &MessageArg) -> FormattedArg {
        match arg {
            MessageArg::Text(text) => FormattedArg::Text(text.clone()),
            MessageArg::List(texts) => FormattedArg::Text(self.list(texts)),
            MessageArg::Money(money) => FormattedArg::Text(self.money(*money)),
            MessageArg::Date(date) => FormattedArg::Text(self.date(*date).trim_start().to_owned()),
            MessageArg::Span(span) => FormattedArg::Text(self.span(*span)),
            MessageArg::Parser(said) => FormattedArg::Text(parser::words(self.language, said)),
            MessageArg::System(refusal) => FormattedArg::Text(system::words(self.language, refusal)),
            MessageArg::Count(count) => FormattedArg::Count(*count),
        }
    }

    /// `art. 5.1`; places without a number as they are: `annexe 1`, `préambule`.
    #[must_use]
    pub fn article(&self, article: &str) -> String {
        if article.starts_with(|c: char| c.is_ascii_digit()) {
            self.message("article", &[("article", MessageArg::Text(article.to_owned()))])
        } else {
            article.to_owned()
        }
    }

    /// Returns the name of a party within a sentence: in French with its article, `la DINUM`, `l’Oise`.
    #[must_use]
    pub fn in_sentence(&self, name: &str, article: Option<&str>) -> String {
        match (self.language, article) {
            (Language::French, Some(article)) if article.ends_with(['\'', '’']) => {
                format!("{}’{name}", article.trim_end_matches(['\'', '’']))
            }
            (Language::French, Some(article)) => format!("{article} {name}"),
            _ => name.to_owned(),
        }
    }

    /// `17 500,00 €` (no-break spaces) or `€17,500.00`.
    #[must_use]
    pub fn money(&self, money: Money) -> String {
        numbers::money(self.language, money, true)
    }

    /// Without zero cents: `17 500 €`, `€17,500`.
    #[must_use]
    pub fn money_short(&self, money: Money) -> String {
        numbers::money(self.language, money, false)
    }

    /// To three digits: `52,5 k€`, `€1.6M`.
    #[must_use]
    pub fn money_brief(&self, money: Money) -> String {
        numbers::money_brief(self.language, money)
    }

    /// Returns a part and its whole in one unit, to three digits each: `43,5 / 72 k€` if `airy`, else `43,5/72 k€`.
    #[must_use]
    pub fn money_of_brief(&self, part: Money, whole: Money, airy: bool) -> String {
        numbers::money_of_brief(self.language, part, whole, airy)
    }

    /// Returns an integer: `10 000` (no-break space) or `10,000`.
    #[must_use]
    pub fn number(&self, number: i64) -> String {
        numbers::number(self.language, number)
    }

    /// Returns a decimal: `10 000,5` (no-break space) or `10,000.5`.
    #[must_use]
    pub fn decimal(&self, value: rust_decimal::Decimal) -> String {
        numbers::decimal(self.language, value)
    }

    /// `04/03/2021` or ` 4 Mar 2021`: a fixed width within a language, never month first.
    #[must_use]
    pub fn date(&self, date: Date) -> String {
        formats::date(self.language, date)
    }

    /// Returns a time of day: `14 h 05` (no-break spaces) or `14:05`.
    #[must_use]
    pub fn time(&self, time: Time) -> String {
        formats::time(self.language, time)
    }

    /// With a two-digit year: `04/03/21`, ` 4 Mar ’21`.
    #[must_use]
    pub fn date_short(&self, date: Date) -> String {
        formats::date_short(self.language, date)
    }

    /// Without the day: `mars ’21`, `Mar ’21`.
    #[must_use]
    pub fn month_short(&self, date: Date) -> String {
        formats::month_short(self.language, date)
    }

    /// With the weekday: `jeudi 4 mars 2021`, `Thursday 4 March 2021`.
    #[must_use]
    pub fn date_long(&self, date: Date) -> String {
        formats::date_long(self.language, date)
    }

    /// Without the weekday: `4 mars 2021`, `4 March 2021`.
    #[must_use]
    pub fn date_in_full(&self, date: Date) -> String {
        let long = self.date_long(date);
        long.split_once(' ').map_or_else(|| long.clone(), |(_, day)| day.to_owned())
    }

    /// `mars 2021`, `March 2021`.
    #[must_use]
    pub fn month(&self, year: i32, month: u32) -> String {
        format!("{} {year}", self.text(&format!("month-{month}")))
    }

    /// `6 mois`, `6 months`.
    #[must_use]
    pub fn span(&self, span: Span) -> String {
        formats::span(self.language, span)
    }

    /// Joins texts: `Pau, Oise et ADEME`, `Pau, Oise and ADEME`.
    #[must_use]
    pub fn list(&self, texts: &[String]) -> String {
        formats::list(self.language, texts)
    }

    /// Parses a deadline or a plan: `4/3`, `04/03/2021`, `4.3.21`, `2021-03-04`, `4 mars`, `March 4, 2021`, `fin mars`,
    /// `+7`, `dans 3 semaines`, `demain`, `next monday`… in either language, day first. Without a year it is the first
    /// such day from `today` on; a weekday is after today.
    ///
    /// # Errors
    /// If it is not a date, or the calendar has no such day.
    pub fn typed_date(&self, text: &str, today: Date) -> Result<Date, TypedDateError> {
        TypedDate::parse(text, today)?.resolve(today, DateDirection::Ahead)
    }

    /// Parses the day of a fact like [`Locale::typed_date`], but without a year, or as a weekday, it is the latest one
    /// up to `today`. An explicit day in the future is returned as it is.
    ///
    /// # Errors
    /// As [`Locale::typed_date`].
    pub fn typed_past_date(&self, text: &str, today: Date) -> Result<Date, TypedDateError> {
        TypedDate::parse(text, today)?.resolve(today, DateDirection::Back)
    }

    /// Parses the day that answers are as of, like [`Locale::typed_date`], but without a year it is in the year of
    /// `today`.
    ///
    /// # Errors
    /// As [`Locale::typed_date`].
    pub fn typed_as_of(&self, text: &str, today: Date) -> Result<Date, TypedDateError> {
        TypedDate::parse(text, today)?.resolve(today, DateDirection::SameYear)
    }

    /// Parses an amount: `17500`, `17 500,50`, `17,500.50`, `17'500`, `EUR 17500`, `17500 €`, `17,5k`, `1,2 M€`. The
    /// same in both languages.
    ///
    /// # Errors
    /// If it is not an amount to the cent, or ambiguous: `17,500` is 17500 in English and 17.5 in French.
    pub fn typed_money(&self, text: &str) -> Result<Money, TypedMoneyError> {
        typed_money::read(text)
    }

    /// Parses the due date of an obligation: a date, or an event with an offset: `fin + 3 mois`. `None` if it is
    /// neither.
    #[must_use]
    pub fn typed_moment(&self, text: &str, today: Date) -> Option<Moment> {
        typed_moment::read(text, today)
    }

    /// Writes a day or an event as [`Self::typed_moment`] reads it: `4 mars 2021`, `fin + 3 mois`.
    #[must_use]
    pub fn moment_as_typed(&self, moment: Moment) -> String {
        let with = |key, span| self.message(key, &[("span", MessageArg::Span(span))]);
        match moment {
            Moment::On(day) => self.date_in_full(day),
            Moment::Signature(None) => self.text("moment-typed-signature"),
            Moment::Signature(Some(span)) => with("moment-short-signature-and", span),
            Moment::End(None) => self.text("moment-typed-end"),
            Moment::End(Some(span)) => with("moment-short-end-and", span),
        }
    }

    /// Parses a length of time in either language: `6 mois`, `2 years`, `10 j`. The default unit is months.
    ///
    /// # Errors
    /// If it is not a length of time.
    pub fn typed_span(&self, text: &str) -> Result<Span, TypedSpanError> {
        typed_span::read(text)
    }

    /// Parses a number that is not money: `130`, `1 250`, `2,5`. The same in both languages.
    ///
    /// # Errors
    /// If it is not a number, or ambiguous.
    pub fn typed_number(&self, text: &str) -> Result<Decimal, TypedNumberError> {
        typed_number::read(text)
    }
}

impl TypedDateError {
    /// Returns the message.
    #[must_use]
    pub fn words(self, locale: &Locale) -> String {
        let text = |name, text| (name, MessageArg::Text(text));
        let args = match self {
            Self::NoLeapDay(year) => vec![text("year", year.to_string())],
            Self::BeyondMonth(last) => {
                vec![
                    text("month", locale.month(last.year(), last.month())),
                    ("days", MessageArg::Count(last.day().into())),
                ]
            }
            Self::FarYear => vec![text("first", YEARS.start().to_string()), text("last", YEARS.end().to_string())],
            _ => Vec::new(),
        };
        locale.message(self.key(), &args)
    }
}
