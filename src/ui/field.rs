//! One field of a form: what is typed or picked in it. Knows no words, no days and no money.

use crossterm::event::{KeyCode, KeyEvent};
use tui_input::{Input, InputRequest};

use super::typing;
use crate::locale::fold;

/// What a field is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Name {
    /// The obligation, contribution, convention or startup that the form is about.
    Target,
    /// The day.
    On,
    /// What shows it.
    Evidence,
    /// How much.
    Amount,
    /// Its number.
    Reference,
    /// What a committee decided.
    Decision,
    /// The money that it gave.
    Envelope,
    /// Until when.
    Until,
}

/// How a field is filled in.
#[derive(Clone, Debug)]
pub enum Kind {
    /// Typed as it is.
    Text,
    /// Typed as people write days.
    Date,
    /// Typed as people write amounts.
    Amount,
    /// One of several, picked or found by typing.
    Choice(Vec<String>),
}

/// A field and what stands in it.
#[derive(Clone, Debug)]
pub struct Field {
    /// What it is for.
    pub name: Name,
    /// How it is filled in.
    pub kind: Kind,
    /// Whether the user changed it; defaults follow the other fields until then.
    pub touched: bool,
    /// The typed text; the filter of a choice.
    input: Input,
    /// The option picked, of a choice.
    chosen: usize,
    /// Whether the default stands there as if selected: the first character typed replaces it.
    fresh: bool,
}

impl Field {
    /// An empty field.
    #[must_use]
    pub fn new(name: Name, kind: Kind) -> Self {
        Self { name, kind, touched: false, input: Input::default(), chosen: 0, fresh: false }
    }

    /// What is typed, without the spaces around it; nothing for a choice.
    #[must_use]
    pub fn text(&self) -> &str {
        match self.kind {
            Kind::Choice(_) => "",
            _ => self.input.value().trim(),
        }
    }

    /// The line of typing with its cursor: the text, or the filter of a choice.
    #[must_use]
    pub const fn input(&self) -> &Input {
        &self.input
    }

    /// The position of the option picked.
    #[must_use]
    pub const fn chosen(&self) -> usize {
        self.chosen
    }

    /// The options, of a choice.
    #[must_use]
    pub fn options(&self) -> &[String] {
        match &self.kind {
            Kind::Choice(options) => options,
            _ => &[],
        }
    }

    /// Puts a default in, unless the user changed the field.
    pub fn set_default(&mut self, text: &str) {
        if !self.touched && self.input.value() != text {
            self.input = Input::new(text.to_owned());
            self.fresh = true;
        }
    }

    /// Picks an option, as if the user had.
    pub fn choose(&mut self, option: usize) {
        self.chosen = option;
        self.touched = true;
    }

    /// Takes over what the user put into another field of the same name.
    pub fn take_over(&mut self, other: &Self) {
        self.touched = other.touched;
        self.input = other.input.clone();
        self.fresh = false;
    }

    /// The options that the filter leaves, those that begin with it first.
    #[must_use]
    pub fn matching(&self) -> Vec<usize> {
        let filter = fold(self.input.value().trim());
        let folded: Vec<(usize, String)> =
            self.options().iter().enumerate().map(|(n, option)| (n, fold(option))).collect();
        let begins = |text: &str| text.starts_with(&filter);
        let holds = |text: &str| filter.split_whitespace().all(|word| text.contains(word));
        let first = folded.iter().filter(|(_, text)| begins(text));
        let then = folded.iter().filter(|(_, text)| !begins(text) && holds(text));
        first.chain(then).map(|(n, _)| *n).collect()
    }

    /// Ends the filtering when another field takes over the keys.
    pub fn leave(&mut self) {
        self.fresh = false;
        if matches!(self.kind, Kind::Choice(_)) {
            self.input.reset();
        }
    }

    /// Types a text in at the cursor; what would break the line becomes a space.
    pub fn paste(&mut self, text: &str) {
        for c in text.trim().chars().map(|c| if c.is_whitespace() { ' ' } else { c }).filter(|c| !c.is_control()) {
            self.type_char(c);
        }
    }

    /// Takes a key that is for typing or picking. Others change nothing.
    pub fn key(&mut self, key: KeyEvent) {
        let steps = match key.code {
            KeyCode::Left => -1,
            KeyCode::Right => 1,
            _ => 0,
        };
        if steps != 0 && matches!(self.kind, Kind::Choice(_)) {
            return self.step(steps);
        }
        match typing::request(&key) {
            None => {}
            Some(InputRequest::InsertChar(c)) => self.type_char(c),
            Some(request) => {
                self.fresh = false;
                if self.input.handle(request).is_some_and(|change| change.value) {
                    self.changed();
                }
            }
        }
    }

    fn type_char(&mut self, c: char) {
        if self.fresh {
            self.input.reset();
            self.fresh = false;
        }
        self.input.handle(InputRequest::InsertChar(c));
        self.changed();
    }

    fn changed(&mut self) {
        self.touched = true;
        if let Some(first) = self.matching().first() {
            self.chosen = *first;
        }
    }

    fn step(&mut self, by: isize) {
        let options = self.matching();
        let at = options.iter().position(|option| *option == self.chosen).unwrap_or(0);
        let next = at.cast_signed().saturating_add(by).rem_euclid(options.len().max(1).cast_signed());
        if let Some(option) = options.get(next.cast_unsigned()) {
            self.choose(*option);
        }
    }
}

#[cfg(test)]
mod tests {
    use crossterm::event::KeyModifiers;

    use super::*;

    fn press(field: &mut Field, code: KeyCode, modifiers: KeyModifiers) {
        field.key(KeyEvent::new(code, modifiers));
    }

    #[test]
    fn a_line_is_typed_as_in_a_shell() {
        let mut field = Field::new(Name::Evidence, Kind::Text);
        field.paste("compte rendu\nde gestion");
        assert_eq!(field.text(), "compte rendu de gestion");
        press(&mut field, KeyCode::Char('w'), KeyModifiers::CONTROL);
        assert_eq!(field.text(), "compte rendu de");
        press(&mut field, KeyCode::Home, KeyModifiers::NONE);
        press(&mut field, KeyCode::Char('é'), KeyModifiers::NONE);
        press(&mut field, KeyCode::Right, KeyModifiers::CONTROL);
        press(&mut field, KeyCode::Char('#'), KeyModifiers::CONTROL | KeyModifiers::ALT);
        assert_eq!(field.text(), "écompte #rendu de");
        press(&mut field, KeyCode::Char('u'), KeyModifiers::CONTROL);
        assert_eq!(field.text(), "rendu de");
    }

    #[test]
    fn the_first_character_replaces_a_default_and_a_move_keeps_it() {
        let mut field = Field::new(Name::On, Kind::Date);
        field.set_default("01/12/2020");
        press(&mut field, KeyCode::Char('4'), KeyModifiers::NONE);
        assert_eq!(field.text(), "4");
        field.set_default("02/12/2020");
        assert_eq!(field.text(), "4", "what was typed stays");

        let mut field = Field::new(Name::On, Kind::Date);
        field.set_default("01/12/2020");
        press(&mut field, KeyCode::End, KeyModifiers::NONE);
        press(&mut field, KeyCode::Backspace, KeyModifiers::NONE);
        press(&mut field, KeyCode::Char('1'), KeyModifiers::NONE);
        assert_eq!(field.text(), "01/12/2021");
    }

    #[test]
    fn a_choice_is_stepped_through_or_found_by_typing() {
        let options = ["Aucune", "Continuer", "À titre provisoire", "Arrêter"].map(str::to_owned).to_vec();
        let mut field = Field::new(Name::Decision, Kind::Choice(options));
        press(&mut field, KeyCode::Left, KeyModifiers::NONE);
        assert_eq!(field.chosen(), 3, "round the end");
        field.paste("co");
        assert_eq!(field.chosen(), 1);
        field.leave();
        field.paste("zzz");
        assert_eq!((field.chosen(), field.matching().len()), (1, 0), "what matches nothing changes nothing");
        press(&mut field, KeyCode::Right, KeyModifiers::NONE);
        assert_eq!(field.chosen(), 1);
    }
}
