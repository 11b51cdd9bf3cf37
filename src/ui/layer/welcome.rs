//! The box of the first run: two names and a language turn an empty folder into a portfolio.

use ratatui::layout::{Position, Rect};
use tui_input::{Input as TextInput, InputRequest};

use super::draw::{frame, typed};
use super::{Event, EventReply, LayerOps, Request};
use crate::locale::{Language, slug};
use crate::ui::command::Command;
use crate::ui::env::Env;
use crate::ui::keymap::{KeyContext, keys_name};
use crate::ui::layout;
use crate::ui::typing;
use crate::ui::widget::paint::Painter;
use crate::ui::widget::text::{Piece, StyledLine, piece, width, wrap};
use crate::ui::{Effect, Token};

/// The locale keys of the labels.
const LABELS: [&str; 3] = ["welcome-name", "welcome-home", "welcome-language"];
/// The field with the language, which is chosen rather than typed.
const LANGUAGE: usize = 2;
const WIDTH: u16 = 76;

/// Two names being typed: that of the incubator, and that of the party that keeps the portfolio. Then the language of
/// the commits.
#[derive(Clone, Debug)]
pub struct Welcome {
    names: [TextInput; 2],
    language: Language,
    focus: usize,
    /// Whether the folder is being set up.
    pub busy: bool,
    /// Whether the suggested name is unchanged; the first typed character replaces it.
    is_suggestion: bool,
}

impl Welcome {
    /// Opens with a suggested name for the incubator, and a suggested language.
    #[must_use]
    pub fn new(suggested: String, language: Language) -> Self {
        let names = [TextInput::new(suggested), TextInput::default()];
        Self { names, language, focus: 0, busy: false, is_suggestion: true }
    }

    fn command(&mut self, command: Command) -> EventReply {
        match command {
            Command::Quit | Command::Cancel => return EventReply::ask(Request::Effect(Effect::Quit)),
            _ if self.busy => {}
            Command::Commit => return self.set_up(),
            Command::Accept if self.focus == LANGUAGE => return self.set_up(),
            Command::Accept | Command::NextField => self.move_focus(1),
            Command::PreviousField => self.move_focus(LABELS.len() - 1),
            _ => return EventReply::Ignored,
        }
        EventReply::DONE
    }

    fn move_focus(&mut self, by: usize) {
        self.focus = (self.focus + by) % LABELS.len();
    }

    /// Chooses the language by its first letter, or the other one.
    fn choose(&mut self, request: InputRequest) {
        let named =
            |c: char| Language::ALL.into_iter().find(|language| language.tag().starts_with(c.to_ascii_lowercase()));
        match request {
            InputRequest::InsertChar(' ') | InputRequest::GoToPrevChar | InputRequest::GoToNextChar => {
                self.language = self.language.other();
            }
            InputRequest::InsertChar(c) => self.language = named(c).unwrap_or(self.language),
            _ => {}
        }
    }

    fn type_in(&mut self, request: InputRequest) {
        if self.busy {
            return;
        }
        let Some(name) = self.names.get_mut(self.focus) else { return self.choose(request) };
        let replaces = matches!(request, InputRequest::InsertChar(_));
        if self.focus == 0 && std::mem::take(&mut self.is_suggestion) && replaces {
            name.reset();
        }
        name.handle(request);
    }

    fn set_up(&mut self) -> EventReply {
        let [name, home] = self.names.each_ref().map(|name| name.value().trim().to_owned());
        if name.is_empty() {
            self.focus = 0;
            return EventReply::DONE;
        }
        self.busy = true;
        EventReply::ask(Request::Effect(Effect::SetUp { name, home, language: self.language }))
    }

    fn draw_hints(&self, env: &Env, area: Rect, painter: &mut Painter<'_>) {
        let locale = &env.locale;
        if self.busy {
            return put(painter, area, area.y, &[piece(Token::Muted, locale.text("busy-saving"))]);
        }
        let mut line = StyledLine::new();
        let hints = [
            (Command::Accept, "welcome-enter"),
            (Command::NextField, "welcome-tab"),
            (Command::Cancel, "welcome-leave"),
        ];
        for (command, words) in hints {
            let Some(keys) = env.keymap.keys_of(KeyContext::Welcome, command).first().copied() else { continue };
            line.push(piece(Token::Key, keys_name(locale, keys)));
            line.push(piece(Token::Muted, format!(" {}   ", locale.text(words))));
        }
        put(painter, area, area.y, &line);
        put(painter, area, area.y + 1, &[piece(Token::Muted, locale.text("welcome-demo"))]);
    }
}

impl LayerOps for Welcome {
    fn context(&self, _env: &Env) -> KeyContext {
        KeyContext::Welcome
    }

    fn handle(&mut self, event: Event<'_>, _env: &Env) -> EventReply {
        match event {
            Event::Command(command) => return self.command(command),
            Event::Key(key) => match typing::request(&key) {
                Some(request) => self.type_in(request),
                None => return EventReply::Ignored,
            },
            Event::Paste(text) => {
                for c in text.trim().chars() {
                    self.type_in(InputRequest::InsertChar(if c.is_control() { ' ' } else { c }));
                }
            }
            Event::Wheel { .. } if !self.busy => self.move_focus(1),
            Event::Click { .. } | Event::Wheel { .. } => {}
        }
        EventReply::DONE
    }

    fn draw(&self, env: &Env, area: Rect, painter: &mut Painter<'_>) -> Option<Position> {
        let locale = &env.locale;
        let inside = usize::from(layout::middle(area, WIDTH, 3).width.saturating_sub(4));
        let mut about = wrap(&locale.text("welcome-about"), inside);
        // If rows are few, the names matter more.
        if about.len() + 10 > usize::from(area.height) {
            about.clear();
        }
        let lines = u16::try_from(about.len() + usize::from(!about.is_empty())).unwrap_or(0);
        let inner = frame(painter, layout::middle(area, WIDTH, lines + 9), &locale.text("welcome-title"), "");
        let room = Rect { x: inner.x + 1, width: inner.width.saturating_sub(2), ..inner };
        let mut y = room.y;
        for line in about {
            put(painter, room, y, &[piece(Token::Text, line)]);
            y += 1;
        }
        y += u16::from(lines > 0);
        let labels = LABELS.map(|key| locale.text(key));
        let widest = labels.iter().map(|label| width(label)).max().and_then(|wide| u16::try_from(wide).ok());
        let wide = (widest.unwrap_or(12) + 3).min(room.width / 2);
        let mut cursor = Position { x: room.x, y };
        let language = TextInput::new(locale.text(match self.language {
            Language::French => "welcome-french",
            Language::English => "welcome-english",
        }))
        .with_cursor(0);
        for (n, (label, name)) in labels.iter().zip(self.names.iter().chain([&language])).enumerate() {
            let focused = n == self.focus;
            let sign = if focused { "› " } else { "  " };
            let beside = Rect { width: wide.saturating_sub(1), ..room };
            put(painter, beside, y, &[piece(Token::Accent, sign), piece(Token::Text, label)]);
            let field = Rect { x: room.x + wide, y, width: room.width.saturating_sub(wide), height: 1 };
            let at = typed(painter, field, name, if focused { Token::InputFocused } else { Token::Input }, &[]);
            cursor = if focused { at } else { cursor };
            y += 1;
        }
        let [name, home] = self.names.each_ref().map(|name| name.value().trim());
        let home = if home.is_empty() { name } else { home };
        let files = [piece(Token::Muted, format!("portfolio.toml · parties/{}.toml", slug(home)))];
        put(painter, Rect { x: room.x + wide, width: room.width.saturating_sub(wide), ..room }, y, &files);
        let hints = Rect { y: y + 2, height: room.bottom().saturating_sub(y + 2), ..room };
        self.draw_hints(env, hints, painter);
        Some(cursor)
    }
}

fn put(painter: &mut Painter<'_>, area: Rect, y: u16, line: &[Piece]) {
    if y < area.bottom() {
        painter.line(area.x, y, area.width, line);
    }
}
