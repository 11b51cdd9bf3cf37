//! A field of a form: what is typed or picked in it. It knows nothing of words, dates and money.

mod entered;
mod kind;
mod options;

use std::borrow::Cow;
use std::collections::BTreeSet;

use crossterm::event::KeyEvent;
use tui_input::{Input, InputRequest};

pub use entered::FieldInput;
pub use kind::{InputKind, RowPart};
pub use options::{Choice, Options};

use super::typing;
use crate::locale::fold;
use crate::report::replacement;

/// The name of a field within its form.
pub type FieldName = Cow<'static, str>;

/// The options on a page.
const PAGE: isize = 7;

/// The default of a field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Preset {
    /// A text; for a choice, the key of an option.
    Text(String),
    /// The keys of ticked options.
    Ticked(Vec<String>),
}

/// What is picked in a choice.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pick {
    Nothing,
    /// The position of an option.
    Option(usize),
    /// The new option that was typed.
    New,
}

/// A field and its value.
#[derive(Clone, Debug)]
pub struct FormField {
    pub name: FieldName,
    pub kind: InputKind,
    pub is_required: bool,
    /// The label, if it is not that of the name.
    pub label: Option<String>,
    /// The row that it is a part of, in a repeated part of the form.
    pub row: Option<RowPart>,
    /// Whether the user has changed it; until then it follows its default.
    pub touched: bool,
    /// The differing defaults of several targets, shown until the user changes the field.
    pub varies: Option<Vec<String>>,
    /// The text; in a choice, the text that options are searched for.
    input: Input,
    /// The options that match the text.
    matching: Vec<Pick>,
    /// The picked option; with ticks, the one under the cursor.
    pick: Pick,
    /// The new option that was typed, in a choice that allows it.
    new: String,
    ticked: BTreeSet<usize>,
    /// Whether it still has its default, which the first typed character replaces.
    fresh: bool,
}

impl FormField {
    /// Creates an empty field.
    pub fn new(name: impl Into<FieldName>, kind: InputKind) -> Self {
        let mut field = Self {
            name: name.into(),
            kind,
            is_required: false,
            label: None,
            row: None,
            touched: false,
            varies: None,
            input: Input::default(),
            matching: Vec::new(),
            pick: Pick::Option(0),
            new: String::new(),
            ticked: BTreeSet::new(),
            fresh: false,
        };
        field.filter();
        field
    }

    /// Makes it required.
    pub fn required(mut self) -> Self {
        self.is_required = true;
        self
    }

    /// Picks nothing: the user has to.
    pub fn unpicked(mut self) -> Self {
        self.pick = Pick::Nothing;
        self.required()
    }

    /// Gives it a label.
    pub fn called(mut self, label: String) -> Self {
        self.label = Some(label);
        self
    }

    /// Makes it a part of a row.
    pub fn in_row(mut self, part: RowPart) -> Self {
        self.row = Some(part);
        self
    }

    /// Returns the text without surrounding spaces; empty for a choice.
    pub fn text(&self) -> &str {
        if self.options().is_some() { "" } else { self.input.value().trim() }
    }

    /// Returns whether its values are short, so that a note fits beside it.
    pub const fn is_short(&self) -> bool {
        matches!(
            self.kind,
            InputKind::PastDay
                | InputKind::Day
                | InputKind::Amount
                | InputKind::Decimal
                | InputKind::Whole
                | InputKind::Span
        )
    }

    /// Returns the text with its cursor; in a choice, the search text.
    pub const fn input(&self) -> &Input {
        &self.input
    }

    /// Returns the picked option; with ticks, the one under the cursor.
    pub const fn pick(&self) -> Pick {
        self.pick
    }

    /// Returns the options, if it has any.
    pub fn options(&self) -> Option<&Options> {
        match &self.kind {
            InputKind::Choice(options) | InputKind::Many(options) => Some(options),
            _ => None,
        }
    }

    /// Returns the options that match, the best first.
    pub fn matching(&self) -> &[Pick] {
        &self.matching
    }

    /// Returns the key of the picked option; empty for "none".
    pub fn key(&self) -> &str {
        match (self.pick, self.options()) {
            (Pick::New, _) => &self.new,
            (Pick::Option(at), Some(options)) => options.all().get(at).map_or("", |choice| &choice.key),
            (Pick::Nothing, _) | (Pick::Option(_), None) => "",
        }
    }

    /// Returns how an option is shown; `None` for the new one.
    pub fn shown(&self, pick: Pick) -> Option<&str> {
        match pick {
            Pick::Option(at) => self.options()?.all().get(at).map(|choice| choice.shown.as_str()),
            Pick::New | Pick::Nothing => None,
        }
    }

    /// Returns what an option implies; empty if there is no description.
    pub fn hint(&self, pick: Pick) -> &str {
        match (pick, self.options()) {
            (Pick::Option(at), Some(options)) => options.all().get(at).map_or("", |choice| &choice.hint),
            _ => "",
        }
    }

    /// Returns the new option that was typed.
    pub fn new_one(&self) -> &str {
        &self.new
    }

    /// Returns whether an option is ticked.
    pub fn is_ticked(&self, pick: Pick) -> bool {
        matches!(pick, Pick::Option(at) if self.ticked.contains(&at))
    }

    /// Returns the ticked options, in their order.
    pub fn ticked(&self) -> impl Iterator<Item = &Choice> {
        let all = self.options().map_or(&[][..], Options::all);
        self.ticked.iter().filter_map(|at| all.get(*at))
    }

    /// Sets the default, unless the user has changed the field.
    pub fn set_default(&mut self, preset: &Preset) {
        if self.touched {
            return;
        }
        self.varies = None;
        match (preset, &self.kind) {
            (Preset::Text(key), InputKind::Choice(options)) => match options.position(key) {
                Some(at) => self.pick = Pick::Option(at),
                None if options.is_open && !key.is_empty() => {
                    self.new.clone_from(key);
                    self.pick = Pick::New;
                }
                None => self.pick = Pick::Option(0),
            },
            (Preset::Ticked(keys), InputKind::Many(options)) => {
                self.ticked = keys.iter().filter_map(|key| options.position(key)).collect();
            }
            (Preset::Text(text), _) if self.input.value() != text => {
                self.input = Input::new(text.clone());
                self.fresh = true;
            }
            _ => {}
        }
    }

    /// Shows differing values until the user enters one.
    pub fn set_varying(&mut self, values: Vec<String>) {
        if !self.touched {
            self.varies = Some(values);
            self.input.reset();
        }
    }

    /// Picks an option as if the user had.
    pub fn choose(&mut self, option: usize) {
        self.pick = Pick::Option(option);
        self.touched = true;
    }

    /// Returns the value as it is shown.
    pub fn says(&self) -> String {
        match self.kind {
            InputKind::Choice(_) => self.shown(self.pick).unwrap_or_default().to_owned(),
            InputKind::Many(_) => self.ticked().map(|choice| choice.shown.as_str()).collect::<Vec<_>>().join(", "),
            _ => self.input.value().to_owned(),
        }
    }

    /// Returns whether it has no value.
    pub fn is_blank(&self) -> bool {
        match self.kind {
            InputKind::Choice(_) => self.key().is_empty(),
            InputKind::Many(_) => self.ticked.is_empty(),
            _ => self.text().is_empty(),
        }
    }

    /// Returns whether both have the same value.
    pub fn has_value_of(&self, other: &Self) -> bool {
        self.input.value() == other.input.value() && self.key() == other.key() && self.ticked == other.ticked
    }

    /// Takes over what the user entered into another field of the same name and kind.
    pub fn take_over(&mut self, other: &Self) {
        if std::mem::discriminant(&self.kind) != std::mem::discriminant(&other.kind) {
            return;
        }
        match (&self.kind, other.pick) {
            // What was typed matches nothing, which must not become the default.
            (InputKind::Choice(_), Pick::Nothing) => self.pick = Pick::Nothing,
            (InputKind::Choice(options), _) => match options.position(other.key()) {
                Some(at) => self.pick = Pick::Option(at),
                None if options.is_open => {
                    other.key().clone_into(&mut self.new);
                    self.pick = Pick::New;
                }
                // The picked option no longer exists.
                None => return,
            },
            (InputKind::Many(options), _) => {
                self.ticked = other.ticked().filter_map(|choice| options.position(&choice.key)).collect();
            }
            _ => {}
        }
        self.touched = other.touched;
        self.input = other.input.clone();
        self.fresh = false;
        self.filter();
    }

    /// Takes over what the user is searching for in another field of the same name.
    pub fn search_as(&mut self, other: &Self) {
        if self.options().is_some() && other.options().is_some() {
            self.input = other.input.clone();
            self.filter();
        }
    }

    /// Ends the search when another field gets the focus.
    pub fn leave(&mut self) {
        self.fresh = false;
        // A filter that picked nothing stays, so that the form can show the error.
        let picks_nothing = matches!(self.kind, InputKind::Choice(_)) && self.pick == Pick::Nothing;
        if self.options().is_some() && !picks_nothing {
            self.input.reset();
            self.filter();
        }
    }

    /// Pastes a text at the cursor; line breaks become spaces unless the field has several lines.
    pub fn paste(&mut self, text: &str) {
        let text = text.trim().replace("\r\n", "\n");
        for c in text.chars() {
            match c {
                '\n' if matches!(self.kind, InputKind::Lines) => self.break_line(),
                c if c.is_whitespace() => self.type_char(' '),
                c if replacement(c).is_none() => self.type_char(c),
                _ => {}
            }
        }
    }

    /// Breaks the line at the cursor.
    pub fn break_line(&mut self) {
        self.type_char('\n');
    }

    /// Handles a key that edits text; ignores others.
    pub fn press(&mut self, key: KeyEvent) {
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
        self.filter();
        // Only an option that contains what is typed is picked by typing. One that merely resembles it is offered.
        let typed = self.input.value().trim();
        let is_sure = self.options().is_none_or(|options| options.contains(typed));
        let new = self.matching.iter().copied().find(|pick| *pick == Pick::New);
        let first = self.matching.first().copied();
        self.pick = match self.kind {
            InputKind::Choice(_) if is_sure => first.unwrap_or(Pick::Nothing),
            InputKind::Choice(_) => new.unwrap_or(Pick::Nothing),
            _ => first.unwrap_or(self.pick),
        };
        // Searching for an option does not tick it.
        if !matches!(self.kind, InputKind::Many(_)) {
            self.touched = true;
            self.varies = None;
        }
    }

    fn filter(&mut self) {
        let Some(options) = self.options() else { return };
        let typed = self.input.value().trim();
        let mut matching: Vec<Pick> = options.matching(typed).into_iter().map(Pick::Option).collect();
        let is_there = |typed: &str| options.all().iter().any(|choice| fold(&choice.shown) == fold(typed));
        let is_new = options.is_open && !typed.is_empty() && !is_there(typed);
        if is_new {
            let new = typed.to_owned();
            self.new = new;
        }
        if is_new || (typed.is_empty() && self.pick == Pick::New) {
            matching.push(Pick::New);
        }
        self.matching = matching;
    }

    /// Picks the next or previous option, wrapping around.
    pub fn step(&mut self, by: isize) {
        let count = self.matching.len().max(1).cast_signed();
        let at = self.matching.iter().position(|pick| *pick == self.pick);
        // If nothing is picked, the first step picks an end.
        let from = at.map_or_else(|| if by > 0 { -1 } else { 0 }, usize::cast_signed);
        self.go_to(from.saturating_add(by).rem_euclid(count));
    }

    /// Picks an option some pages away, up to the ends.
    pub fn leap(&mut self, pages: isize) {
        let last = self.matching.len().saturating_sub(1).cast_signed();
        let at = self.matching.iter().position(|pick| *pick == self.pick).unwrap_or(0);
        self.go_to(at.cast_signed().saturating_add(pages * PAGE).clamp(0, last));
    }

    fn go_to(&mut self, at: isize) {
        let Some(pick) = self.matching.get(at.cast_unsigned()).copied() else { return };
        self.pick = pick;
        if !matches!(self.kind, InputKind::Many(_)) {
            self.touched = true;
            self.varies = None;
        }
    }

    /// Picks an option that was clicked, or toggles its tick.
    pub fn point(&mut self, pick: Pick) {
        let Some(at) = self.matching.iter().position(|one| *one == pick) else { return };
        self.go_to(at.cast_signed());
        if matches!(self.kind, InputKind::Many(_)) {
            self.tick();
        }
    }

    /// Toggles the tick of the option under the cursor.
    pub fn tick(&mut self) {
        let Pick::Option(at) = self.pick else { return };
        if !self.matching.contains(&self.pick) {
            return;
        }
        if !self.ticked.remove(&at) {
            self.ticked.insert(at);
        }
        self.touched = true;
        self.varies = None;
        if !self.input.value().is_empty() {
            self.input.reset();
            self.filter();
        }
    }
}

#[cfg(test)]
mod tests;
