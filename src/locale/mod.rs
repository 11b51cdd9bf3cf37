//! Words and formats in French and English: messages (Fluent), money, dates as shown and as typed.
//!
//! The words are in `fr.ftl` and `en.ftl`, which hold the same keys (a test proves it).

mod fold;
mod formats;
mod messages;
mod parser;
mod system;
#[cfg(test)]
mod tests;
mod typed_date;
mod typed_money;
mod typed_number;
mod typed_span;

use rust_decimal::Decimal;

use crate::model::{Date, MessageArg, Money, Span};

use messages::Messages;

pub use fold::{fold, slug};
pub use typed_date::{TypedDateError, YEARS};
pub use typed_money::TypedMoneyError;
pub use typed_number::TypedNumberError;
pub use typed_span::TypedSpanError;

/// A language that the program speaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Language {
    /// Français.
    French,
    /// English.
    English,
}

impl Language {
    /// All of them.
    pub const ALL: [Self; 2] = [Self::French, Self::English];

    /// The language for a tag as the environment gives it (`fr_FR.UTF-8`, `fr-CA`, `C`, `de_DE`): French
    /// where it names French, English everywhere else.
    #[must_use]
    pub fn from_tag(tag: &str) -> Self {
        let language = tag.split(['_', '-', '.', '@']).next().unwrap_or_default();
        if language.eq_ignore_ascii_case("fr") { Self::French } else { Self::English }
    }

    /// The one that is not this one.
    #[must_use]
    pub const fn other(self) -> Self {
        match self {
            Self::French => Self::English,
            Self::English => Self::French,
        }
    }

    /// Its tag: `fr`, `en`.
    #[must_use]
    pub const fn tag(self) -> &'static str {
        match self {
            Self::French => "fr",
            Self::English => "en",
        }
    }
}

/// A language with its messages and formats. Its messages are found when the first is asked for, once for all: another
/// locale is free.
#[derive(Debug)]
pub struct Locale {
    /// Which.
    pub language: Language,
}

impl Locale {
    /// The words of a language.
    #[must_use]
    pub const fn new(language: Language) -> Self {
        Self { language }
    }

    /// Finds the messages of the language now, and not when the first is asked for: for a thread that has the time.
    #[must_use]
    pub fn ready(self) -> Self {
        Messages::of(self.language);
        self
    }

    /// A message without facts. A key that is not there gives the key itself; in a build for tests it fails.
    #[must_use]
    pub fn text(&self, key: &str) -> String {
        self.message(key, &[])
    }

    /// A message with facts: money, dates, spans and lists are put into the language's form first.
    ///
    /// # Panics
    /// In a build for tests, where the key is not there: a key may be made of two, and only who shows it knows it.
    #[must_use]
    pub fn message(&self, key: &str, args: &[(&'static str, MessageArg)]) -> String {
        debug_assert!(self.has(key), "there are no words for {key}");
        Messages::of(self.language)
            .format(key, args.iter().map(|(name, arg)| (*name, self.fact(arg))))
            .unwrap_or_else(|| key.to_owned())
    }

    /// The word for a text that the format suggests to those who write records: `paper` and `call for funds`,
    /// `share` and `full time`. Any other text is somebody's own words, and stays as it is.
    #[must_use]
    pub fn suggested(&self, prefix: &str, text: &str) -> String {
        let key = format!("{prefix}-{}", text.trim().to_lowercase().replace(' ', "-"));
        if self.has(&key) { self.text(&key) } else { text.to_owned() }
    }

    /// Whether there is a message of that key.
    #[must_use]
    pub fn has(&self, key: &str) -> bool {
        Messages::of(self.language).has(key)
    }

    /// A fact as a sentence of the language says it. Counts stay numbers, for the plural rules.
    fn fact(&self, arg: &MessageArg) -> messages::Fact {
        match arg {
            MessageArg::Text(text) => messages::Fact::Text(text.clone()),
            MessageArg::List(texts) => messages::Fact::Text(self.list(texts)),
            MessageArg::Money(money) => messages::Fact::Text(self.money(*money)),
            MessageArg::Date(date) => messages::Fact::Text(self.date(*date).trim_start().to_owned()),
            MessageArg::Span(span) => messages::Fact::Text(self.span(*span)),
            MessageArg::Parser(said) => messages::Fact::Text(parser::words(self, said)),
            MessageArg::System(refusal) => messages::Fact::Text(system::words(self, refusal)),
            MessageArg::Count(count) => messages::Fact::Count(*count),
        }
    }

    /// `17 500,00 €` (no-break spaces) or `€17,500.00`.
    #[must_use]
    pub fn money(&self, money: Money) -> String {
        formats::money(self.language, money, true)
    }

    /// Without cents where there are none: `17 500 €`, `€17,500`.
    #[must_use]
    pub fn money_short(&self, money: Money) -> String {
        formats::money(self.language, money, false)
    }

    /// To three digits, for a narrow column: `52,5 k€`, `€1.6M`.
    #[must_use]
    pub fn money_brief(&self, money: Money) -> String {
        formats::money_brief(self.language, money)
    }

    /// A part of a whole in one unit, to three digits each: `43,5 / 72 k€`; `43,5/72 k€` without air.
    #[must_use]
    pub fn money_of_brief(&self, part: Money, whole: Money, airy: bool) -> String {
        formats::money_of_brief(self.language, part, whole, airy)
    }

    /// A whole number: `10 000` (no-break space) or `10,000`.
    #[must_use]
    pub fn number(&self, number: i64) -> String {
        formats::number(self.language, number)
    }

    /// A measured value, of no currency: `10 000,5` (no-break space) or `10,000.5`.
    #[must_use]
    pub fn decimal(&self, value: rust_decimal::Decimal) -> String {
        formats::decimal(self.language, value)
    }

    /// `04/03/2021` or ` 4 Mar 2021`: always the same width within a language, never month first.
    #[must_use]
    pub fn date(&self, date: Date) -> String {
        formats::date(self, date)
    }

    /// For a narrow column: `04/03/21`, ` 4 Mar ’21`.
    #[must_use]
    pub fn date_short(&self, date: Date) -> String {
        formats::date_short(self, date)
    }

    /// For a column too narrow for the day: `mars ’21`, `Mar ’21`.
    #[must_use]
    pub fn month_short(&self, date: Date) -> String {
        formats::month_short(self, date)
    }

    /// With its weekday: `jeudi 4 mars 2021`, `Thursday 4 March 2021`.
    #[must_use]
    pub fn date_long(&self, date: Date) -> String {
        formats::date_long(self, date)
    }

    /// `mars 2021`, `March 2021`.
    #[must_use]
    pub fn month(&self, year: i32, month: u32) -> String {
        format!("{} {year}", self.text(&format!("month-{month}")))
    }

    /// `6 mois`, `6 months`.
    #[must_use]
    pub fn span(&self, span: Span) -> String {
        formats::span(self, span)
    }

    /// Several things in a sentence: `Pau, Oise et ADEME`, `Pau, Oise and ADEME`.
    #[must_use]
    pub fn list(&self, texts: &[String]) -> String {
        formats::list(self, texts)
    }

    /// A date as people type it: `4/3` (this year's), `04/03/2021`, `4.3.21`, `2021-03-04`, `4 mars`, `+7`, `-3`,
    /// `+2w`, `+2s`, `+1m`, `hier`, `demain`, `aujourd'hui`, `yesterday`, `today`, `lundi` (the next one)…
    /// Both languages' words are understood in either. Day first, always.
    ///
    /// # Errors
    /// When it is none of these, or names a day that is not in the calendar.
    pub fn typed_date(&self, text: &str, today: Date) -> Result<Date, TypedDateError> {
        typed_date::read(text, today, typed_date::Near::Ahead)
    }

    /// The day of something that happened, as people type it: as [`Locale::typed_date`], but a weekday, or a day and
    /// month, mean the latest one that is not after `today`. Whoever types a day to come gets a day to come.
    ///
    /// # Errors
    /// As [`Locale::typed_date`].
    pub fn typed_past_date(&self, text: &str, today: Date) -> Result<Date, TypedDateError> {
        typed_date::read(text, today, typed_date::Near::Behind)
    }

    /// An amount as people type it: `17500`, `17 500,50`, `17,500.50`, `17500 €`, `17,5k`. The same in both languages.
    ///
    /// # Errors
    /// When it is no amount to the cent, or could mean two: `17,500` is seventeen thousand five hundred to
    /// one reader and seventeen and a half to another.
    pub fn typed_money(&self, text: &str) -> Result<Money, TypedMoneyError> {
        typed_money::read(text)
    }

    /// A length of time as people type it, in either language: `6 mois`, `2 years`, `10 j`; months where no unit is
    /// given.
    ///
    /// # Errors
    /// When it is none of these.
    pub fn typed_span(&self, text: &str) -> Result<Span, TypedSpanError> {
        typed_span::read(text)
    }

    /// A number that is no money, as people type it: `130`, `1 250`, `2,5`. The same in both languages.
    ///
    /// # Errors
    /// When it is no number, or could mean two.
    pub fn typed_number(&self, text: &str) -> Result<Decimal, TypedNumberError> {
        typed_number::read(text)
    }
}
