//! Which theme is shown: the one asked for, the one that goes with the terminal's background, the one looked at.

use super::{Notice, State};
use crate::model::MessageArg;
use crate::ui::overlay::Overlay;
use crate::ui::overlay::themes::{AUTO, ThemePicker};
use crate::ui::{Background, Theme};

impl State {
    /// Shows another theme from now on.
    pub fn wear(&mut self, theme: Theme) {
        self.theme = theme;
    }

    /// The terminal has told its background, now or in a run before.
    pub(super) fn background(&mut self, background: Background) {
        self.background = Some(background);
        if self.theme_name == AUTO {
            self.wear(self.theme_of_background());
        }
    }

    fn theme_of_background(&self) -> Theme {
        self.themes.of_background(self.background.unwrap_or_default())
    }

    pub(super) fn open_themes(&mut self) {
        let picker = ThemePicker::new(&self.themes, &self.theme_name, self.theme.clone());
        self.overlay = Some(Overlay::Themes(picker));
    }

    /// Puts the cursor elsewhere and shows what it is on.
    pub(super) fn look_at_theme(&mut self, to: impl Fn(&ThemePicker) -> usize) {
        let of_background = self.theme_of_background();
        let Some(Overlay::Themes(picker)) = &mut self.overlay else { return };
        picker.go_to(to(picker));
        let found = if picker.name() == AUTO { Ok(of_background) } else { self.themes.get(picker.name()) };
        picker.problem = match found {
            Ok(theme) => {
                self.theme = theme;
                None
            }
            Err(error) => Some(error.words(&self.locale, &self.themes)),
        };
    }

    /// Keeps the theme looked at; one that cannot be shown is told about and not taken.
    pub(super) fn keep_theme(&mut self) {
        let Some(Overlay::Themes(picker)) = self.overlay.take() else { return };
        if picker.problem.is_some() {
            self.overlay = Some(Overlay::Themes(picker));
            return;
        }
        picker.name().clone_into(&mut self.theme_name);
        self.chosen.theme = Some(self.theme_name.clone());
        let words = self.locale.message("theme-kept", &[("theme", MessageArg::Text(self.theme_name.clone()))]);
        self.notice = Some(Notice::Done(words));
    }

    /// Gives back the theme that was there before.
    pub(super) fn leave_themes(&mut self) {
        if let Some(Overlay::Themes(picker)) = self.overlay.take() {
            (self.theme_name, self.theme) = picker.before;
        }
    }
}
