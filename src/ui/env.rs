//! What every layer of the screen reads: the data, the words, the colours, the keys and the size of the terminal.

use std::sync::Arc;

use ratatui::layout::Rect;

use super::command::Command;
use super::form::{FormContext, FormStyle};
use super::keymap::{KeyContext, Keymap, keys_name};
use super::render_context::RenderContext;
use super::{Background, ConfigStatus, Data, SinceChoice, Symbols, Theme, Themes};
use crate::locale::Locale;
use crate::model::{Date, DateTime, Id, MessageArg};

/// The read-only environment of every layer.
pub struct Env {
    pub data: Arc<Data>,
    /// Whether any data has arrived.
    pub has_data: bool,
    pub today: Date,
    /// The time of day, as the program passed it last; only a review asks for it.
    pub now: Option<DateTime>,
    /// The review that is being held.
    pub review: Option<Id>,
    /// Whether the screen is shared, so that no TOML is shown.
    pub is_plain: bool,
    /// The as-of date asked for; it differs from that of `data` until the answers arrive.
    pub as_of: Date,
    /// From when on changes of startups are marked, and what was given at the start.
    pub since: SinceChoice,
    pub since_given: Option<SinceChoice>,
    /// The folder of the portfolio, as the user named it.
    pub folder: String,
    pub locale: Locale,
    pub keymap: Keymap,
    pub config: Arc<ConfigStatus>,
    pub theme: Theme,
    /// The name under which the theme was chosen, or [`super::AUTO`].
    pub theme_name: String,
    pub themes: Themes,
    /// The background of the terminal, if it is known.
    pub background: Option<Background>,
    pub symbols: Symbols,
    /// Columns and rows of the terminal.
    pub size: (u16, u16),
}

impl Env {
    /// Returns what lines are made from.
    pub fn render_context(&self) -> RenderContext<'_> {
        RenderContext::new(&self.data, &self.locale).with_keys(&self.keymap)
    }

    pub const fn area(&self) -> Rect {
        Rect { x: 0, y: 0, width: self.size.0, height: self.size.1 }
    }

    pub const fn form_style(&self) -> FormStyle<'_> {
        FormStyle { theme: &self.theme, locale: &self.locale, keymap: &self.keymap, is_plain: self.is_plain }
    }

    pub fn form_context(&self) -> FormContext<'_> {
        let review = self.review.as_ref().and_then(|id| self.data.portfolio.reviews.get(id));
        FormContext { review: review.map(AsRef::as_ref), ..FormContext::of(&self.data, &self.locale, self.today) }
    }

    /// Returns the theme that suits the background of the terminal.
    pub fn theme_of_background(&self) -> Theme {
        self.themes.of_background(self.background.unwrap_or_default())
    }

    /// Returns a message that names the first keys of a command.
    pub fn message_with_keys(&self, message: &str, context: KeyContext, command: Command) -> String {
        let keys = self.keymap.keys_of(context, command);
        let keys = keys.first().map(|keys| keys_name(&self.locale, keys)).unwrap_or_default();
        self.locale.message(message, &[("keys", MessageArg::Text(keys))])
    }
}
