//! The small box in which the day of the answers is typed.

use tui_input::Input;

use crate::locale::Locale;
use crate::model::Date;

/// A day being typed.
#[derive(Clone, Debug)]
pub struct AsOfPrompt {
    /// What is typed.
    pub typed: Input,
    /// The real day, which nothing typed means.
    pub today: Date,
}

impl AsOfPrompt {
    /// Nothing typed yet.
    #[must_use]
    pub fn new(today: Date) -> Self {
        Self { typed: Input::default(), today }
    }

    /// The day that is meant: as typed, counted from the real day; the real day where nothing is.
    ///
    /// # Errors
    /// Why it is no day, in words.
    pub fn day(&self, locale: &Locale) -> Result<Date, String> {
        if self.typed.value().trim().is_empty() {
            return Ok(self.today);
        }
        locale.typed_as_of(self.typed.value(), self.today).map_err(|error| error.words(locale))
    }
}
