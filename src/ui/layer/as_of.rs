//! The small box in which the as-of date is typed.

use ratatui::layout::{Position, Rect};
use tui_input::Input as TextInput;

use super::draw::{frame, typed};
use super::{Event, EventReply, LayerOps, Request, edit_prompt};
use crate::locale::Locale;
use crate::model::Date;
use crate::ui::Token;
use crate::ui::env::Env;
use crate::ui::keymap::KeyContext;
use crate::ui::layout;
use crate::ui::widget::paint::Painter;
use crate::ui::widget::text::{piece, wrap};

/// A date being typed.
#[derive(Clone, Debug, Default)]
pub struct AsOfPrompt {
    text: TextInput,
}

/// The date that the text means, relative to `today`; `today` if the text is empty. The error is in words.
fn day(text: &TextInput, locale: &Locale, today: Date) -> Result<Date, String> {
    if text.value().trim().is_empty() {
        return Ok(today);
    }
    locale.typed_as_of(text.value(), today).map_err(|error| error.words(locale))
}

fn box_in(area: Rect) -> Rect {
    layout::middle(area, 56, 5)
}

impl LayerOps for AsOfPrompt {
    fn context(&self, _env: &Env) -> KeyContext {
        KeyContext::Date
    }

    fn handle(&mut self, event: Event<'_>, env: &Env) -> EventReply {
        let Self { text } = self;
        edit_prompt(text, event, |text| match day(text, &env.locale, env.today) {
            Ok(day) => EventReply::Handled(vec![Request::Close, Request::SetAsOf(day)]),
            Err(_) => EventReply::DONE,
        })
    }

    fn outer(&self, env: &Env) -> Rect {
        box_in(env.area())
    }

    /// The text, and the date that it is understood as.
    fn draw(&self, env: &Env, area: Rect, painter: &mut Painter<'_>) -> Option<Position> {
        let inner = frame(painter, box_in(area), &env.locale.text("as-of-title"), "");
        let inside = Rect { x: inner.x + 1, width: inner.width.saturating_sub(2), ..inner };
        let field = Rect { width: inside.width.min(28), height: 1, ..inside };
        let cursor = typed(painter, field, &self.text, Token::InputFocused, &[]);
        let (token, words) = match day(&self.text, &env.locale, env.today) {
            Ok(day) if self.text.value().trim().is_empty() => {
                let today = env.locale.text("as-of-today");
                (Token::Muted, format!("{today} · {}", env.locale.date_long(day)))
            }
            Ok(day) => (Token::Good, format!("✓ {}", env.locale.date_long(day))),
            Err(why) => (Token::Warning, why),
        };
        for (n, line) in wrap(&words, usize::from(inside.width)).into_iter().take(2).enumerate() {
            let Ok(n) = u16::try_from(n) else { break };
            painter.line(inside.x, inside.y + 1 + n, inside.width, &[piece(token, line)]);
        }
        Some(cursor)
    }
}
