//! What the user put into a field, as texts that mean the same in another run.

use serde::{Deserialize, Serialize};
use tui_input::Input;

use super::{Field, Kind, Pick};

/// What was put in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Entered {
    /// A text, as it was typed.
    Typed(String),
    /// One of several, or a new one: what it stands for.
    Picked(String),
    /// Any of several.
    Ticked(Vec<String>),
}

impl Field {
    /// What stands in it.
    pub fn entered(&self) -> Entered {
        match &self.kind {
            Kind::Choice(_) => Entered::Picked(self.key().to_owned()),
            Kind::Many(_) => Entered::Ticked(self.ticked().map(|choice| choice.key.clone()).collect()),
            _ => Entered::Typed(self.input.value().to_owned()),
        }
    }

    /// Puts something in, as if the user had. Whether it could be: what was picked may be there no more, or not yet.
    pub fn enter(&mut self, entered: &Entered) -> bool {
        match (entered, &self.kind) {
            (Entered::Picked(key), Kind::Choice(options)) => match options.position(key) {
                Some(at) => self.pick = Pick::Option(at),
                None if options.is_open && !key.is_empty() => {
                    self.new.clone_from(key);
                    self.pick = Pick::New;
                }
                None => return false,
            },
            (Entered::Ticked(keys), Kind::Many(options)) => {
                self.ticked = keys.iter().filter_map(|key| options.position(key)).collect();
            }
            (Entered::Typed(text), kind) if !matches!(kind, Kind::Choice(_) | Kind::Many(_)) => {
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
