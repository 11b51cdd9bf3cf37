//! The box to pick a theme in: the whole screen shows the theme under the cursor.

use ratatui::layout::{Margin, Position, Rect};

use super::draw::frame;
use super::{Event, EventReply, LayerOps, Request};
use crate::model::MessageArg;
use crate::report::sanitize;
use crate::ui::command::Command;
use crate::ui::env::Env;
use crate::ui::keymap::KeyContext;
use crate::ui::layout;
use crate::ui::widget::paint::Painter;
use crate::ui::widget::text::{piece, recorded, wrap};
use crate::ui::{Depth, Theme, Token};

/// The name for the theme that suits the background of the terminal.
pub const AUTO: &str = "auto";

const WIDTH: u16 = 40;
/// The lines under the names: what a theme is for, or why it cannot be shown.
const ABOUT: u16 = 5;

/// The themes to pick from.
pub struct ThemePicker {
    /// [`AUTO`], then the themes by their names.
    names: Vec<String>,
    selected: usize,
    /// Why the selected theme cannot be shown, and the remedy.
    problem: Option<(String, String)>,
    /// The theme to go back to, with its name.
    before: (String, Theme),
}

impl ThemePicker {
    /// Opens on the current theme.
    #[must_use]
    pub fn new(env: &Env) -> Self {
        let names: Vec<String> = [AUTO].into_iter().chain(env.themes.names()).map(str::to_owned).collect();
        let selected = names.iter().position(|name| *name == env.theme_name).unwrap_or(0);
        Self { names, selected, problem: None, before: (env.theme_name.clone(), env.theme.clone()) }
    }

    fn name(&self) -> &str {
        self.names.get(self.selected).map_or(AUTO, String::as_str)
    }

    /// Selects a theme and shows it.
    fn select(&mut self, at: usize, env: &Env) -> EventReply {
        self.selected = at.min(self.names.len().saturating_sub(1));
        let theme = if self.name() == AUTO { Ok(env.theme_of_background()) } else { env.themes.get(self.name()) };
        match theme {
            Ok(theme) => {
                self.problem = None;
                EventReply::ask(Request::ShowTheme(Box::new(theme)))
            }
            Err(error) => {
                self.problem = Some(error.words(&env.locale, &env.themes));
                EventReply::DONE
            }
        }
    }

    /// Chooses the selected theme, unless it cannot be shown.
    fn accept(&self, env: &Env) -> EventReply {
        if self.problem.is_some() {
            return EventReply::DONE;
        }
        let name = self.name().to_owned();
        let words = env.locale.message("theme-kept", &[("theme", MessageArg::Text(name.clone()))]);
        EventReply::Handled(vec![Request::Close, Request::ChooseTheme(name), Request::Done(words)])
    }

    /// Returns the box; in it the names and the lines under them; and the first name that is visible.
    fn areas(&self, area: Rect) -> (Rect, Rect, Rect, usize) {
        let names = u16::try_from(self.names.len()).unwrap_or(u16::MAX);
        let outer = layout::at_right(area, WIDTH, names.saturating_add(ABOUT));
        let inner = outer.inner(Margin::new(1, 1));
        // If rows are few, the names matter more.
        let height = names.min(inner.height);
        let about = Rect { y: inner.y + height, height: inner.height - height, ..inner };
        let first = (self.selected + 1).saturating_sub(usize::from(height));
        (outer, Rect { height, ..inner }, about, first)
    }

    /// Returns what the selected theme is for; for a theme of the user, its file.
    fn about(&self, env: &Env) -> String {
        if env.themes.depth() == Depth::None {
            return env.locale.text("themes-no-colour");
        }
        match env.themes.file(self.name()) {
            Some(file) => sanitize(file).into_owned(),
            None => env.locale.text(&format!("theme-about-{}", self.name())),
        }
    }
}

impl LayerOps for ThemePicker {
    fn context(&self, _env: &Env) -> KeyContext {
        KeyContext::Themes
    }

    fn handle(&mut self, event: Event<'_>, env: &Env) -> EventReply {
        let (_, names, _, first) = self.areas(env.area());
        let page = isize::try_from(names.height).unwrap_or(1).max(2) - 1;
        let by = |by: isize| self.selected.saturating_add_signed(by);
        let at = match event {
            Event::Command(Command::Down) => by(1),
            Event::Command(Command::Up) => by(-1),
            Event::Command(Command::PageDown) => by(page),
            Event::Command(Command::PageUp) => by(-page),
            Event::Command(Command::First) => 0,
            Event::Command(Command::Last) => usize::MAX,
            Event::Command(Command::Accept) => return self.accept(env),
            Event::Command(Command::Back) => {
                return EventReply::Handled(vec![Request::Close, Request::ShowTheme(Box::new(self.before.1.clone()))]);
            }
            Event::Wheel { by: lines, .. } => by(lines.signum()),
            Event::Click { at, twice } if names.contains(at) => {
                let mut reply = self.select(first + usize::from(at.y - names.y), env);
                if let (true, EventReply::Handled(requests), EventReply::Handled(more)) =
                    (twice, &mut reply, self.accept(env))
                {
                    requests.extend(more);
                }
                return reply;
            }
            Event::Click { .. } => return EventReply::DONE,
            _ => return EventReply::Ignored,
        };
        self.select(at, env)
    }

    fn outer(&self, env: &Env) -> Rect {
        self.areas(env.area()).0
    }

    fn draw(&self, env: &Env, area: Rect, painter: &mut Painter<'_>) -> Option<Position> {
        let (outer, names, about, first) = self.areas(area);
        frame(painter, outer, &env.locale.text("themes-title"), "");
        for (n, name) in self.names.iter().enumerate().skip(first).take(usize::from(names.height)) {
            let Ok(down) = u16::try_from(n - first) else { break };
            let row = Rect { y: names.y + down, height: 1, ..names };
            if n == self.selected {
                painter.overlay(row, Token::Selected);
                painter.line(row.x, row.y, 1, &[piece(Token::Accent, env.theme.mark())]);
            }
            let chosen = if *name == self.before.0 { piece(Token::Good, " ✓") } else { piece(Token::Text, "") };
            let words = [recorded(Token::Text, name), chosen];
            painter.line(row.x + 2, row.y, row.width.saturating_sub(3), &words);
        }
        let (what, remedy) = match &self.problem {
            Some((what, remedy)) => (piece(Token::Bad, format!("✗ {what}")), piece(Token::Text, format!("→ {remedy}"))),
            None => (piece(Token::Muted, self.about(env)), piece(Token::Text, "")),
        };
        let room = usize::from(about.width.saturating_sub(2));
        let lines = [what, remedy]
            .into_iter()
            .flat_map(|part| wrap(&part.text, room).into_iter().map(move |line| piece(part.token, line)));
        for (y, line) in (about.y + 1.min(about.height)..about.bottom()).zip(lines) {
            painter.line(about.x + 1, y, about.width.saturating_sub(1), &[line]);
        }
        None
    }
}
