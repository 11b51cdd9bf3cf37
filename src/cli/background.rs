//! The colour of the terminal's background (OSC 11). The query is sent once and nothing waits for it: if the answer
//! comes after the first frame, the next one uses it.
//!
//! The answer arrives among the keys, because crossterm does not know it and reads it as keys: `Alt-]`, `1`, `1`, `;`…
//! So all input passes through [`Listener`], which removes the answer, however late and in however many pieces it
//! comes.

use crossterm::event::{Event, KeyCode, KeyEvent, KeyEventKind, KeyModifiers};

use crate::ui::Background;

/// The query, with the terminator that all terminals accept.
pub const QUESTION: &str = "\u{1b}]11;?\u{1b}\\";

/// No answer is longer: `11;rgba:ffff/ffff/ffff/ffff`.
const LONGEST: usize = 32;

/// Returns whether the terminal may be queried; some print the query instead of answering it.
#[must_use]
pub fn may_be_asked(term: Option<&str>) -> bool {
    let Some(term) = term.filter(|term| !term.is_empty()) else { return false };
    let silent = ["dumb", "unknown", "linux", "cons25", "emacs", "eterm", "vt", "sun", "wsvt"];
    cfg!(unix) && !silent.iter().any(|name| term.starts_with(name))
}

/// Removes the answer from the input of the terminal.
#[derive(Debug, Default)]
pub struct Listener {
    /// Input that may be the start of the answer.
    held: Vec<Event>,
    /// The characters after the introducer; `None` before it.
    answer: Option<String>,
    /// Whether the last key was Esc. A single Esc is passed on at once, because somebody may have pressed it.
    escaped: bool,
}

/// Input, and the answer if it is complete.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct TerminalInput {
    /// The input without the answer, in its order.
    pub events: Vec<Event>,
    /// The answer, if it is complete.
    pub background: Option<Background>,
}

impl Listener {
    pub fn receive(&mut self, events: Vec<Event>) -> TerminalInput {
        let mut input = TerminalInput::default();
        for event in events {
            self.take(event, &mut input);
        }
        input
    }

    fn take(&mut self, event: Event, input: &mut TerminalInput) {
        let key = match &event {
            Event::Key(key) if key.kind != KeyEventKind::Release => read(key),
            _ => {
                // Other events come between the pieces of the answer.
                input.events.push(event);
                return;
            }
        };
        let escaped = std::mem::replace(&mut self.escaped, matches!(key, Read::Escape));
        match (&mut self.answer, key) {
            (None, Read::Alt(']')) => self.begin(event),
            (None, Read::Character(']')) if escaped => self.begin(event),
            (Some(answer), Read::Character(c)) if is_of_answer(answer, c) => {
                answer.push(c);
                self.held.push(event);
            }
            // The answer ends with `Esc \`, which may come in two pieces.
            (Some(_), Read::Escape) => self.held.push(event),
            (Some(answer), Read::Bell | Read::Alt('\\')) => {
                let found = background(answer);
                self.end(event, found, input);
            }
            (Some(answer), Read::Character('\\')) if escaped => {
                let found = background(answer);
                self.end(event, found, input);
            }
            _ => self.end(event, None, input),
        }
    }

    fn begin(&mut self, event: Event) {
        self.held.push(event);
        self.answer = Some(String::new());
    }

    /// Drops the held input if it was the answer, and passes it on otherwise.
    fn end(&mut self, event: Event, found: Option<Background>, input: &mut TerminalInput) {
        self.answer = None;
        match found {
            Some(background) => {
                input.background = Some(background);
                self.held.clear();
            }
            None => {
                input.events.append(&mut self.held);
                input.events.push(event);
            }
        }
    }
}

/// The part of the answer that a key may be.
enum Read {
    Escape,
    Bell,
    Alt(char),
    Character(char),
    Other,
}

fn read(key: &KeyEvent) -> Read {
    match key.code {
        KeyCode::Esc => Read::Escape,
        KeyCode::Char('g') if key.modifiers == KeyModifiers::CONTROL => Read::Bell,
        KeyCode::Char(c) if key.modifiers == KeyModifiers::ALT => Read::Alt(c),
        KeyCode::Char(c) if (key.modifiers - KeyModifiers::SHIFT).is_empty() => Read::Character(c),
        _ => Read::Other,
    }
}

/// Returns whether a character continues the answer: `11;rgb:` and three or four numbers.
fn is_of_answer(answer: &str, next: char) -> bool {
    match "11;rgb".chars().nth(answer.len()) {
        Some(wanted) => next == wanted,
        None => answer.len() < LONGEST && (next.is_ascii_hexdigit() || matches!(next, ':' | '/')),
    }
}

/// Parses dark or light from `11;rgb:ffff/ffff/ffff`, with two to four hexadecimal digits each.
fn background(answer: &str) -> Option<Background> {
    let colour = answer.strip_prefix("11;rgb:").or_else(|| answer.strip_prefix("11;rgba:"))?;
    let mut parts = colour.split('/').map(|part| {
        let most = 16_u32.checked_pow(u32::try_from(part.len()).ok()?).filter(|most| *most > 1)? - 1;
        Some(f64::from(u32::from_str_radix(part, 16).ok()?) / f64::from(most))
    });
    let (red, green, blue) = (parts.next()??, parts.next()??, parts.next()??);
    // Perceived brightness without gamma correction: only dark or light matters.
    let bright = 0.299 * red + 0.587 * green + 0.114 * blue;
    Some(if bright > 0.5 { Background::Light } else { Background::Dark })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The events that crossterm reads from bytes in one piece.
    fn events(text: &str) -> Vec<Event> {
        let (mut events, mut chars) = (Vec::new(), text.chars().peekable());
        while let Some(c) = chars.next() {
            let (code, modifiers) = match (c, chars.peek().copied()) {
                ('\u{1b}', Some(next)) => {
                    chars.next();
                    (KeyCode::Char(next), KeyModifiers::ALT)
                }
                ('\u{1b}', None) => (KeyCode::Esc, KeyModifiers::NONE),
                ('\u{7}', _) => (KeyCode::Char('g'), KeyModifiers::CONTROL),
                (c, _) => (KeyCode::Char(c), KeyModifiers::NONE),
            };
            events.push(Event::Key(KeyEvent::new(code, modifiers)));
        }
        events
    }

    fn input(pieces: &[&str]) -> (Vec<Event>, Option<Background>) {
        let mut listener = Listener::default();
        let mut all = (Vec::new(), None);
        for piece in pieces {
            let input = listener.receive(events(piece));
            all.0.extend(input.events);
            all.1 = input.background.or(all.1);
        }
        all
    }

    #[test]
    fn an_answer_is_removed_whole_or_in_pieces() {
        let (dark, light) = (Some(Background::Dark), Some(Background::Light));
        for (pieces, background) in [
            (&["\u{1b}]11;rgb:1616/1919/1f1f\u{1b}\\"][..], dark),
            (&["\u{1b}]11;rgb:ffff/ffff/dddd\u{7}"], light),
            (&["\u{1b}]11;rgb:ff/f0/ee\u{7}"], light),
            (&["\u{1b}]11;rgba:0000/0000/0000/ffff\u{7}"], dark),
            (&["\u{1b}]11;rg", "b:ffff/ff", "ff/ffff", "\u{1b}", "\\"], light),
            (&["\u{1b}", "]11;rgb:ffff/ffff/ffff\u{1b}\\"], light),
        ] {
            let (events, found) = input(pieces);
            // A single Esc is passed on, and does nothing on a screen that has just opened.
            assert_eq!(events.len(), usize::from(pieces[0] == "\u{1b}"), "{pieces:?}: {events:?}");
            assert_eq!(found, background, "{pieces:?}");
        }
    }

    #[test]
    fn keys_around_the_answer_stay_keys() {
        let (around, background) = input(&["jk\u{1b}]11;rgb:0/0/0\u{7}G", "q"]);
        assert_eq!(around, events("jkGq"));
        assert_eq!(background, Some(Background::Dark));
        let resize = Event::Resize(80, 24);
        let mut listener = Listener::default();
        let mut pieces = events("\u{1b}]11;rgb:0/0/0");
        pieces.insert(4, resize.clone());
        assert_eq!(listener.receive(pieces), TerminalInput { events: vec![resize], background: None });
        assert_eq!(listener.receive(events("\u{7}")).background, Some(Background::Dark));
    }

    #[test]
    fn input_that_only_starts_like_an_answer_is_passed_on() {
        for text in ["\u{1b}]x", "\u{1b}]11;x", "\u{1b}]11;rgb:12/34\u{7}", "\u{1b}]1G", "11;rgb:0/0/0", "]\u{1b}x"] {
            assert_eq!(input(&[text, "j"]), (events(&format!("{text}j")), None), "{text:?}");
        }
        assert_eq!(input(&["\u{1b}"]), (events("\u{1b}"), None), "Esc is passed on at once");
    }

    #[test]
    fn only_terminals_that_may_answer_are_asked() {
        for (term, asked) in
            [(Some("xterm-256color"), true), (Some("tmux"), true), (Some("linux"), false), (Some("vt100"), false)]
        {
            assert_eq!(may_be_asked(term), asked, "{term:?}");
        }
        assert!(!may_be_asked(None) && !may_be_asked(Some("dumb")));
    }
}
