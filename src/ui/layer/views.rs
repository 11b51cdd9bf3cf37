//! The box to pick a saved view in.

use ratatui::layout::{Margin, Position, Rect};

use super::draw::frame;
use super::{Event, EventReply, LayerOps, Request};
use crate::model::SavedView;
use crate::report::sanitize;
use crate::ui::Token;
use crate::ui::command::Command;
use crate::ui::env::Env;
use crate::ui::form::{FormKind, FormSubject, Verb};
use crate::ui::keymap::KeyContext;
use crate::ui::layout;
use crate::ui::saved_view::ViewSettings;
use crate::ui::widget::paint::Painter;
use crate::ui::widget::text::{piece, recorded, wrap};

const WIDTH: u16 = 60;

/// The saved views of the portfolio.
pub struct ViewPicker {
    /// The views and their settings; `None` for a view of an unknown screen.
    views: Vec<(SavedView, Option<ViewSettings>)>,
    selected: usize,
}

impl ViewPicker {
    #[must_use]
    pub fn new(env: &Env) -> Self {
        let views = &env.data.portfolio.incubator.views;
        Self { views: views.iter().map(|view| (view.clone(), ViewSettings::of(view))).collect(), selected: 0 }
    }

    fn accept(&self, env: &Env) -> EventReply {
        match self.views.get(self.selected) {
            Some((view, Some(settings))) => EventReply::Handled(vec![
                Request::Close,
                Request::ShowView(Box::new(settings.clone())),
                Request::Done(sanitize(&view.name).into_owned()),
            ]),
            Some((_, None)) => EventReply::ask(Request::Info(env.locale.text("view-unknown-screen"))),
            None => EventReply::ask(Request::Close),
        }
    }

    /// Opens the form that removes the selected view.
    fn remove(&self) -> EventReply {
        let Some((view, _)) = self.views.get(self.selected) else { return EventReply::DONE };
        let kind = FormKind::new(Verb::RemoveView, FormSubject::View(view.clone()));
        EventReply::Handled(vec![Request::Close, Request::OpenForm(kind)])
    }

    /// Returns the box, the lines in it, and the first view that is visible.
    fn areas(&self, area: Rect) -> (Rect, Rect, usize) {
        let lines = u16::try_from(self.views.len()).unwrap_or(u16::MAX).max(3);
        let body = Rect { y: area.y + 1.min(area.height), height: area.height.saturating_sub(2), ..area };
        let outer = layout::middle(body, WIDTH, lines.saturating_add(2));
        let inner = outer.inner(Margin::new(1, 1));
        (outer, inner, (self.selected + 1).saturating_sub(usize::from(inner.height)))
    }
}

impl LayerOps for ViewPicker {
    fn context(&self, _env: &Env) -> KeyContext {
        KeyContext::Views
    }

    fn handle(&mut self, event: Event<'_>, env: &Env) -> EventReply {
        let (_, inner, first) = self.areas(env.area());
        let page = isize::try_from(inner.height).unwrap_or(1).max(2) - 1;
        let by = |by: isize| self.selected.saturating_add_signed(by);
        let (at, accepts) = match event {
            Event::Command(Command::Down) => (by(1), false),
            Event::Command(Command::Up) => (by(-1), false),
            Event::Command(Command::PageDown) => (by(page), false),
            Event::Command(Command::PageUp) => (by(-page), false),
            Event::Command(Command::First) => (0, false),
            Event::Command(Command::Last) => (usize::MAX, false),
            Event::Command(Command::Accept) => (self.selected, true),
            Event::Command(Command::Verb(Verb::View)) => {
                return EventReply::Handled(vec![Request::Close, Request::Run(Command::Verb(Verb::View))]);
            }
            Event::Command(Command::Verb(Verb::RemoveView)) => return self.remove(),
            Event::Command(Command::Back) => return EventReply::ask(Request::Close),
            Event::Wheel { by: lines, .. } => (by(lines.signum()), false),
            Event::Click { at, twice } if inner.contains(at) => (first + usize::from(at.y - inner.y), twice),
            Event::Click { .. } => return EventReply::DONE,
            _ => return EventReply::Ignored,
        };
        self.selected = at.min(self.views.len().saturating_sub(1));
        if accepts { self.accept(env) } else { EventReply::DONE }
    }

    fn outer(&self, env: &Env) -> Rect {
        self.areas(env.area()).0
    }

    fn draw(&self, env: &Env, area: Rect, painter: &mut Painter<'_>) -> Option<Position> {
        let (outer, inner, first) = self.areas(area);
        frame(painter, outer, &env.locale.text("views-title"), "");
        if self.views.is_empty() {
            let save = env.message_with_keys("views-none", KeyContext::Views, Command::Verb(Verb::View));
            let words = wrap(&save, usize::from(inner.width.saturating_sub(2)));
            for (y, line) in (inner.y..inner.bottom()).zip(words) {
                painter.line(inner.x + 1, y, inner.width.saturating_sub(1), &[piece(Token::Muted, line)]);
            }
        }
        for (y, (n, (view, settings))) in (inner.y..inner.bottom()).zip(self.views.iter().enumerate().skip(first)) {
            if n == self.selected {
                painter.overlay(Rect { y, height: 1, ..inner }, Token::Selected);
                painter.line(inner.x, y, 1, &[piece(Token::Accent, env.theme.mark())]);
            }
            let about = match settings {
                Some(settings) => {
                    let screen = env.locale.text(&format!("screen-{}", settings.screen.name()));
                    piece(Token::Muted, format!("  {screen}  {}", settings.filter))
                }
                None => piece(Token::Warning, format!("  ! {}", env.locale.text("view-unknown-screen"))),
            };
            painter.line(inner.x + 2, y, inner.width.saturating_sub(3), &[recorded(Token::Text, &view.name), about]);
        }
        None
    }
}
