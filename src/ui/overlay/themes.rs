//! All themes, to pick one by looking at it: where the cursor goes, the whole screen shows it.

use ratatui::layout::{Margin, Rect};

use crate::ui::layout;
use crate::ui::{Theme, Themes};

/// What stands for the theme that goes with the terminal's background.
pub const AUTO: &str = "auto";

/// How wide the box is.
const WIDTH: u16 = 40;
/// The lines under the names: what a theme is for, or what is wrong with it.
const SAID: u16 = 5;

/// The box.
pub struct ThemePicker {
    /// What can be picked: [`AUTO`], then the themes by their names.
    pub names: Vec<String>,
    /// Which one the cursor is on.
    pub at: usize,
    /// Why that one cannot be shown, and the way on.
    pub problem: Option<(String, String)>,
    /// What was there before, with its name; given back where nothing is picked.
    pub before: (String, Theme),
}

impl ThemePicker {
    /// Opens it on the theme that is there, by its name or [`AUTO`].
    #[must_use]
    pub fn new(themes: &Themes, name: &str, theme: Theme) -> Self {
        let names: Vec<String> = [AUTO].into_iter().chain(themes.names()).map(str::to_owned).collect();
        let at = names.iter().position(|known| known == name).unwrap_or(0);
        Self { names, at, problem: None, before: (name.to_owned(), theme) }
    }

    /// The name that the cursor is on.
    #[must_use]
    pub fn name(&self) -> &str {
        self.names.get(self.at).map_or(AUTO, String::as_str)
    }

    /// Puts the cursor on another, stopping at the ends.
    pub fn go_to(&mut self, at: usize) {
        self.at = at.min(self.names.len().saturating_sub(1));
    }

    /// Where it stands, and within it the names and what is said under them; and the first name that is shown.
    #[must_use]
    pub fn areas(&self, area: Rect) -> (Rect, Rect, Rect, usize) {
        let names = u16::try_from(self.names.len()).unwrap_or(u16::MAX);
        let outer = layout::at_right(area, WIDTH, names.saturating_add(SAID));
        let inner = outer.inner(Margin::new(1, 1));
        // What is said goes before the names do.
        let height = names.min(inner.height);
        let said = Rect { y: inner.y + height, height: inner.height - height, ..inner };
        let first = (self.at + 1).saturating_sub(usize::from(height));
        (outer, Rect { height, ..inner }, said, first)
    }
}
