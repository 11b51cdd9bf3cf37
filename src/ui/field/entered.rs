//! The value of a field as text, which means the same in another run.

use serde::{Deserialize, Serialize};
use tui_input::Input;

use super::{FormField, InputKind, Pick};

/// The value of a field.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum FieldInput {
    /// A text.
    Typed(String),
    /// The key of an option, or a new one.
    Picked(String),
    /// The keys of ticked options.
    Ticked(Vec<String>),
}

impl FormField {
    /// Returns the value of the field.
    pub fn entered(&self) -> FieldInput {
        match &self.kind {
            InputKind::Choice(_) => FieldInput::Picked(self.key().to_owned()),
            InputKind::Many(_) => FieldInput::Ticked(self.ticked().map(|choice| choice.key.clone()).collect()),
            _ => FieldInput::Typed(self.input.value().to_owned()),
        }
    }

    /// Enters a value as if the user had. Returns false if there is no such option, or not yet.
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
