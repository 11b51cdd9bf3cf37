//! The small box in which the as-of date is typed, and the revision of the records.

use ratatui::layout::{Position, Rect};
use tui_input::Input as TextInput;

use super::draw::{frame, typed};
use super::{Event, EventReply, LayerOps, Request, edit_prompt};
use crate::locale::Locale;
use crate::model::{Date, MessageArg};
use crate::report::sanitize;
use crate::ui::command::Command;
use crate::ui::env::Env;
use crate::ui::keymap::KeyContext;
use crate::ui::layout;
use crate::ui::widget::paint::Painter;
use crate::ui::widget::text::{piece, wrap};
use crate::ui::{Effect, Token, ViewDays};

/// Lines that say what the text means.
const MEANING: u16 = 2;

/// `DAY`, `@REVISION`, or `DAY @REVISION` being typed.
#[derive(Clone, Debug, Default)]
pub struct AsOfPrompt {
    text: TextInput,
}

/// Returns what the text means, relative to `today`: a day, by default today, and after `@` a revision, by default the
/// day. The error is in words.
fn days(text: &TextInput, locale: &Locale, today: Date) -> Result<ViewDays, String> {
    let (day, revision) = match text.value().split_once('@') {
        Some((day, revision)) => (day.trim(), Some(revision.trim())),
        None => (text.value().trim(), None),
    };
    let as_of =
        if day.is_empty() { today } else { locale.typed_as_of(day, today).map_err(|error| error.words(locale))? };
    let at = match revision {
        Some("") if day.is_empty() => return Err(locale.text("as-of-revision-missing")),
        Some("") => Some(as_of.to_string()),
        other => other.map(str::to_owned),
    };
    Ok(ViewDays { as_of, at })
}

fn box_in(area: Rect) -> Rect {
    layout::middle(area, 64, 4 + MEANING)
}

impl AsOfPrompt {
    /// Returns the meaning in words.
    fn meaning(&self, env: &Env) -> (Token, String) {
        let locale = &env.locale;
        match days(&self.text, locale, env.today) {
            Ok(ViewDays { as_of, at: None }) if self.text.value().trim().is_empty() => {
                (Token::Muted, format!("{} · {}", locale.text("as-of-today"), locale.date_long(as_of)))
            }
            Ok(ViewDays { as_of, at: None }) => (Token::Good, format!("✓ {}", locale.date_long(as_of))),
            Ok(ViewDays { as_of, at: Some(at) }) => {
                let revision = [("revision", MessageArg::Text(sanitize(&at).into_owned()))];
                let records = locale.message("as-of-records", &revision);
                (Token::Good, format!("✓ {} · {records}", locale.date_long(as_of)))
            }
            Err(why) => (Token::Warning, why),
        }
    }

    /// Compares the day with the one that is shown.
    fn compare(&self, env: &Env) -> EventReply {
        match days(&self.text, &env.locale, env.today) {
            Ok(ViewDays { at: Some(_), .. }) => EventReply::ask(Request::Info(env.locale.text("compare-takes-a-day"))),
            Ok(ViewDays { as_of, at: None }) => {
                EventReply::Handled(vec![Request::Close, Request::Effect(Effect::CompareWith(as_of))])
            }
            Err(_) => EventReply::DONE,
        }
    }
}

impl LayerOps for AsOfPrompt {
    fn context(&self, _env: &Env) -> KeyContext {
        KeyContext::Date
    }

    fn handle(&mut self, event: Event<'_>, env: &Env) -> EventReply {
        if matches!(event, Event::Command(Command::Compare)) {
            return self.compare(env);
        }
        edit_prompt(&mut self.text, event, |text| match days(text, &env.locale, env.today) {
            Ok(days) => EventReply::Handled(vec![Request::Close, Request::ViewAs(days)]),
            Err(_) => EventReply::DONE,
        })
    }

    fn outer(&self, env: &Env) -> Rect {
        box_in(env.area())
    }

    /// Returns the text, what it is understood as, and what else can be typed.
    fn draw(&self, env: &Env, area: Rect, painter: &mut Painter<'_>) -> Option<Position> {
        let inner = frame(painter, box_in(area), &env.locale.text("as-of-title"), "");
        let inside = Rect { x: inner.x + 1, width: inner.width.saturating_sub(2), ..inner };
        let field = Rect { width: inside.width.min(36), height: 1, ..inside };
        let cursor = typed(painter, field, &self.text, Token::InputFocused, &[]);
        let (token, words) = self.meaning(env);
        let meaning = wrap(&words, usize::from(inside.width)).into_iter().take(usize::from(MEANING));
        let hint = env.locale.text("as-of-hint");
        let lines = meaning.map(|line| (token, line)).chain([(Token::Muted, hint)]);
        for (n, (token, line)) in lines.enumerate() {
            let Ok(n) = u16::try_from(n) else { break };
            painter.line(inside.x, inside.y + 1 + n, inside.width, &[piece(token, line)]);
        }
        Some(cursor)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::Language;

    #[test]
    fn a_day_is_distinguished_from_a_revision() {
        let locale = Locale::new(Language::English);
        let today = "2020-12-01".parse().expect("a day");
        let read = |text: &str| {
            let days = days(&text.into(), &locale, today);
            days.map(|days| format!("{} {}", days.as_of, days.at.as_deref().unwrap_or("-")))
        };
        for (text, meaning) in [
            ("", "2020-12-01 -"),
            ("4/3/2020", "2020-03-04 -"),
            ("@v1.2", "2020-12-01 v1.2"),
            ("@ HEAD~2 ", "2020-12-01 HEAD~2"),
            ("4/3/2020 @1/5/2020", "2020-03-04 1/5/2020"),
            ("4/3/2020 @", "2020-03-04 2020-03-04"),
            ("@HEAD@{1}", "2020-12-01 HEAD@{1}"),
        ] {
            assert_eq!(read(text).as_deref(), Ok(meaning), "{text}");
        }
        assert!(read("@").is_err() && read("xyz @HEAD").is_err());
    }
}
