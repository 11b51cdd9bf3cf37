//! One field of a form: what is typed or picked in it. Knows no words, no days and no money.

mod entered;
mod options;

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::sync::Arc;

use crossterm::event::KeyEvent;
use tui_input::{Input, InputRequest};

pub use entered::FieldInput;
pub use options::{Choice, Options};

use super::typing;
use crate::locale::fold;

/// What a field is for, within its form.
pub type FieldName = Cow<'static, str>;

/// A page of options.
const PAGE: isize = 7;

/// How a field is filled in.
#[derive(Clone, Debug)]
pub enum InputKind {
    /// A text, taken as it is typed.
    Text,
    /// A day that has come, typed as people write days.
    PastDay,
    /// Any day, typed as people write days.
    Day,
    /// An amount, typed as people write amounts.
    Amount,
    /// A number with or without decimals.
    Decimal,
    /// A whole number.
    Whole,
    /// A length of time.
    Span,
    /// The name of a record's file.
    Id,
    /// One of several, picked or found by typing.
    Choice(Arc<Options>),
    /// Any of several, ticked.
    Many(Arc<Options>),
}

/// What stands in a field that the user left alone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Preset {
    /// A text as it would be typed; of a choice, what is picked.
    Text(String),
    /// What is ticked.
    Ticked(Vec<String>),
}

/// What is picked of a choice.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pick {
    /// None of them yet.
    Nothing,
    /// One of the options.
    Option(usize),
    /// The new one that was typed.
    New,
}

/// A field and what stands in it.
#[derive(Clone, Debug)]
pub struct FormField {
    /// What it is for.
    pub name: FieldName,
    /// How it is filled in.
    pub kind: InputKind,
    /// Whether it has to be filled in.
    pub is_required: bool,
    /// What it is called, where that is not its name's word.
    pub label: Option<String>,
    /// Whether the user changed it; defaults follow the other fields until then.
    pub touched: bool,
    /// The several values that it stands for, as they are shown, as long as the user leaves it alone.
    pub varies: Option<Vec<String>>,
    /// The typed text; the filter of a choice.
    input: Input,
    /// What the filter leaves, of a choice.
    matching: Vec<Pick>,
    /// What is picked of a choice; where the ticking is.
    pick: Pick,
    /// The new one that was typed into a choice that takes one.
    new: String,
    ticked: BTreeSet<usize>,
    /// Whether the default stands there as if selected: the first character typed replaces it.
    fresh: bool,
}

impl FormField {
    /// An empty field.
    pub fn new(name: impl Into<FieldName>, kind: InputKind) -> Self {
        let mut field = Self {
            name: name.into(),
            kind,
            is_required: false,
            label: None,
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

    /// It has to be filled in.
    pub fn required(mut self) -> Self {
        self.is_required = true;
        self
    }

    /// It is to be picked: nothing is until somebody does.
    pub fn unpicked(mut self) -> Self {
        self.pick = Pick::Nothing;
        self.required()
    }

    /// Called so.
    pub fn called(mut self, label: String) -> Self {
        self.label = Some(label);
        self
    }

    /// What is typed, without the spaces around it; nothing for a choice.
    pub fn text(&self) -> &str {
        if self.options().is_some() { "" } else { self.input.value().trim() }
    }

    /// Whether what it takes is short, so that what was understood fits beside it.
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

    /// The line of typing with its cursor: the text, or the filter of a choice.
    pub const fn input(&self) -> &Input {
        &self.input
    }

    /// What is picked; where the ticking is.
    pub const fn pick(&self) -> Pick {
        self.pick
    }

    /// What there is to pick from.
    pub fn options(&self) -> Option<&Options> {
        match &self.kind {
            InputKind::Choice(options) | InputKind::Many(options) => Some(options),
            _ => None,
        }
    }

    /// What the filter leaves to pick from, the best first.
    pub fn matching(&self) -> &[Pick] {
        &self.matching
    }

    /// What is picked stands for this; nothing for "none of them", too.
    pub fn key(&self) -> &str {
        match (self.pick, self.options()) {
            (Pick::New, _) => &self.new,
            (Pick::Option(at), Some(options)) => options.all().get(at).map_or("", |choice| &choice.key),
            (Pick::Nothing, _) | (Pick::Option(_), None) => "",
        }
    }

    /// How something to pick is shown; `None` for the new one.
    pub fn shown(&self, pick: Pick) -> Option<&str> {
        match pick {
            Pick::Option(at) => self.options()?.all().get(at).map(|choice| choice.shown.as_str()),
            Pick::New | Pick::Nothing => None,
        }
    }

    /// The new one that was typed.
    pub fn new_one(&self) -> &str {
        &self.new
    }

    /// Whether something is ticked.
    pub fn is_ticked(&self, pick: Pick) -> bool {
        matches!(pick, Pick::Option(at) if self.ticked.contains(&at))
    }

    /// What is ticked, in its order.
    pub fn ticked(&self) -> impl Iterator<Item = &Choice> {
        let all = self.options().map_or(&[][..], Options::all);
        self.ticked.iter().filter_map(|at| all.get(*at))
    }

    /// Puts a default in, unless the user changed the field.
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

    /// It stands for values that differ, until the user puts one in.
    pub fn set_varying(&mut self, values: Vec<String>) {
        if !self.touched {
            self.varies = Some(values);
            self.input.reset();
        }
    }

    /// Picks an option, as if the user had.
    pub fn choose(&mut self, option: usize) {
        self.pick = Pick::Option(option);
        self.touched = true;
    }

    /// What stands in it, as it is shown.
    pub fn says(&self) -> String {
        match self.kind {
            InputKind::Choice(_) => self.shown(self.pick).unwrap_or_default().to_owned(),
            InputKind::Many(_) => self.ticked().map(|choice| choice.shown.as_str()).collect::<Vec<_>>().join(", "),
            _ => self.input.value().to_owned(),
        }
    }

    /// Whether the same stands in both.
    pub fn says_as(&self, other: &Self) -> bool {
        self.input.value() == other.input.value() && self.key() == other.key() && self.ticked == other.ticked
    }

    /// Takes over what the user put into another field of the same name and kind.
    pub fn take_over(&mut self, other: &Self) {
        if std::mem::discriminant(&self.kind) != std::mem::discriminant(&other.kind) {
            return;
        }
        match (&self.kind, other.pick) {
            (InputKind::Choice(options), _) => match options.position(other.key()) {
                Some(at) => self.pick = Pick::Option(at),
                None if options.is_open => {
                    other.key().clone_into(&mut self.new);
                    self.pick = Pick::New;
                }
                // What was picked is there no more.
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

    /// Ends the filtering when another field takes over the keys.
    pub fn leave(&mut self) {
        self.fresh = false;
        if self.options().is_some() {
            self.input.reset();
            self.filter();
        }
    }

    /// Types a text in at the cursor; what would break the line becomes a space.
    pub fn paste(&mut self, text: &str) {
        for c in text.trim().chars().map(|c| if c.is_whitespace() { ' ' } else { c }).filter(|c| !c.is_control()) {
            self.type_char(c);
        }
    }

    /// Takes a key that is for typing. Others change nothing.
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
        let first = self.matching.first().copied();
        if let Some(first) = first {
            self.pick = first;
        }
        // To look for something to tick is not yet to tick it.
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

    /// Picks the next option, or the one before; round the ends.
    pub fn step(&mut self, by: isize) {
        let count = self.matching.len().max(1).cast_signed();
        let at = self.matching.iter().position(|pick| *pick == self.pick);
        // From nothing the first step leads to an end.
        let from = at.map_or_else(|| if by > 0 { -1 } else { 0 }, usize::cast_signed);
        self.go_to(from.saturating_add(by).rem_euclid(count));
    }

    /// Picks an option some pages on; not beyond the ends.
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

    /// Picks what is pointed at; what can be ticked is ticked, or no longer.
    pub fn point(&mut self, pick: Pick) {
        let Some(at) = self.matching.iter().position(|one| *one == pick) else { return };
        self.go_to(at.cast_signed());
        if matches!(self.kind, InputKind::Many(_)) {
            self.tick();
        }
    }

    /// Ticks what is picked, or takes its tick away.
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
