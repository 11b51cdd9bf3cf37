//! What the user put into a field, as texts that mean the same in another run.

use serde::{Deserialize, Serialize};
use tui_input::Input;

use super::{FormField, InputKind, Pick};

/// What was put in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum FieldInput {
    /// A text, as it was typed.
    Typed(String),
    /// One of several, or a new one: what it stands for.
    Picked(String),
    /// Any of several.
    Ticked(Vec<String>),
}

impl FormField {
    /// What stands in it.
    pub fn entered(&self) -> FieldInput {
        match &self.kind {
            InputKind::Choice(_) => FieldInput::Picked(self.key().to_owned()),
            InputKind::Many(_) => FieldInput::Ticked(self.ticked().map(|choice| choice.key.clone()).collect()),
            _ => FieldInput::Typed(self.input.value().to_owned()),
        }
    }

    /// Puts something in, as if the user had. Whether it could be: what was picked may be there no more, or not yet.
    pub fn enter(&mut self, entered: &FieldInput) -> bool {
        match (entered, &self.kind) {
            (FieldInput::Picked(key), InputKind::Choice(options)) => match options.position(key) {
                Some(at) => self.pick = Pick::Option(at),
                None if options.is_open && !key.is_empty() => {
                    self.new.clone_from(key);
                    self.pick = Pick::New;
                }
                None => return false,
            },
            (FieldInput::Ticked(keys), InputKind::Many(options)) => {
                self.ticked = keys.iter().filter_map(|key| options.position(key)).collect();
            }
            (FieldInput::Typed(text), kind) if !matches!(kind, InputKind::Choice(_) | InputKind::Many(_)) => {
                self.input = Input::new(text.clone());
            }
            _ => return false,
        }
        self.touched = true;
        self.varies = None;
        self.fresh = false;
        self.filter();
        true
    }
}
