//! The keymap: which keys run which command, in which context. It is made from the built-in table and the keys of the
//! user. It matches keys, and the help, the hints and the palette are made from it.

mod custom;
mod key;
mod label;
mod table;

use crossterm::event::KeyEvent;

use super::command::Command;
pub use custom::{ConflictReason, KeyConflict, Rebinding};
pub use key::{KeyError, name as key_of, sequence};
pub use label::{key_name, keys_name};
use table::BINDINGS;

/// Where a key is pressed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum KeyContext {
    Today,
    Portfolio,
    Obligations,
    Funding,
    Committees,
    Findings,
    History,
    /// The page of a startup, a convention or a party.
    Startup,
    /// A box of text: help, an explanation, a finding.
    Reading,
    /// The box to arrange a list in.
    Arranging,
    /// The box of the manual edits of a record.
    HandEdit,
    /// The question about manual edits that conflict with an edit.
    HandEditConflict,
    /// The question about an edit that no longer applies.
    Outdated,
    /// The box of a running sync.
    Syncing,
    /// The questions of a sync.
    Questions,
    /// The filter or a search being typed.
    Filter,
    /// The as-of date being typed.
    Date,
    /// The theme picker.
    Themes,
    /// The saved views.
    Views,
    /// The path of a file to import, being typed.
    ImportPath,
    /// The plan of an import.
    ImportPlan,
    /// The box that makes papers, with the path being typed.
    Papers,
    /// The palette or the finder.
    Picker,
    Form,
    /// The agenda of a review.
    Agenda,
    /// The sheet of a startup in a review.
    Review,
    /// The box of the first run.
    Welcome,
}

impl KeyContext {
    pub const ALL: [Self; 27] = [
        Self::Today,
        Self::Portfolio,
        Self::Obligations,
        Self::Funding,
        Self::Committees,
        Self::Findings,
        Self::History,
        Self::Startup,
        Self::Reading,
        Self::Arranging,
        Self::HandEdit,
        Self::HandEditConflict,
        Self::Outdated,
        Self::Syncing,
        Self::Questions,
        Self::Filter,
        Self::Date,
        Self::Themes,
        Self::Views,
        Self::ImportPath,
        Self::ImportPlan,
        Self::Papers,
        Self::Picker,
        Self::Form,
        Self::Agenda,
        Self::Review,
        Self::Welcome,
    ];

    /// Returns the position in [`KeyContext::ALL`].
    #[must_use]
    pub const fn index(self) -> usize {
        self as usize
    }

    /// Returns the name in the configuration.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Today => "today",
            Self::Portfolio => "portfolio",
            Self::Obligations => "obligations",
            Self::Funding => "funding",
            Self::Committees => "committees",
            Self::Findings => "findings",
            Self::History => "history",
            Self::Startup => "startup",
            Self::Reading => "reading",
            Self::Arranging => "arrange",
            Self::HandEdit => "hand-edit",
            Self::HandEditConflict => "in-the-way",
            Self::Outdated => "outdated",
            Self::Syncing => "syncing",
            Self::Questions => "questions",
            Self::Filter => "filter",
            Self::Date => "date",
            Self::Themes => "themes",
            Self::Views => "views",
            Self::ImportPath => "import",
            Self::ImportPlan => "import-plan",
            Self::Papers => "papers",
            Self::Picker => "picker",
            Self::Form => "form",
            Self::Agenda => "agenda",
            Self::Review => "review",
            Self::Welcome => "welcome",
        }
    }

    /// Returns whether it is a list, which has a filter.
    #[must_use]
    pub const fn is_list(self) -> bool {
        matches!(
            self,
            Self::Today
                | Self::Portfolio
                | Self::Obligations
                | Self::Funding
                | Self::Committees
                | Self::Findings
                | Self::History
        )
    }

    /// Returns whether keys are typed as text, so that only the keys of the table are commands.
    #[must_use]
    pub const fn is_typing(self) -> bool {
        matches!(self, Self::Filter | Self::Date | Self::ImportPath | Self::Papers | Self::Picker) || self.has_fields()
    }

    /// Returns whether it is a box of several fields, which shows its own hints.
    #[must_use]
    pub const fn has_fields(self) -> bool {
        matches!(self, Self::Form | Self::Welcome)
    }
}

/// The sections of the help, in their order. `locale` has `help-<name>`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum HelpSection {
    Moving,
    Screens,
    Finding,
    Writing,
    Program,
    Typing,
}

impl HelpSection {
    pub const ALL: [Self; 6] = [Self::Writing, Self::Finding, Self::Moving, Self::Screens, Self::Program, Self::Typing];

    /// Returns the name, which also ends its locale key.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Moving => "moving",
            Self::Screens => "screens",
            Self::Finding => "finding",
            Self::Writing => "writing",
            Self::Program => "program",
            Self::Typing => "typing",
        }
    }
}

/// A command with its keys in some contexts.
#[derive(Clone, Debug)]
pub struct KeyBinding {
    pub command: Command,
    /// The sequences of keys, separated by spaces within; hints show the first.
    pub keys: Vec<String>,
    pub contexts: Vec<KeyContext>,
    /// The section of the help.
    pub section: HelpSection,
    /// The position among the hints of the status line, 1 first; 0 for none.
    pub hint: u8,
}

#[derive(Clone, Debug)]
pub struct Keymap {
    bindings: Vec<KeyBinding>,
}

/// What a key leads to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KeyMatch {
    Command(Command),
    /// More keys are expected.
    Pending,
    None,
}

impl Keymap {
    /// Returns the built-in keys.
    #[must_use]
    pub fn built_in() -> Self {
        let bindings = BINDINGS.iter().map(|binding| KeyBinding {
            command: binding.command,
            keys: binding.keys.iter().map(|keys| (*keys).to_owned()).collect(),
            contexts: binding.contexts.to_vec(),
            section: binding.section,
            hint: binding.hint,
        });
        Self { bindings: bindings.collect() }
    }

    /// Returns every command with its keys, in the order of the help.
    #[must_use]
    pub fn bindings(&self) -> &[KeyBinding] {
        &self.bindings
    }

    /// Matches a key after the pending ones, which are cleared unless more keys are expected.
    pub fn press(&self, context: KeyContext, pending: &mut Vec<String>, key: &KeyEvent) -> KeyMatch {
        let Some(name) = key_of(key) else { return KeyMatch::None };
        pending.push(name);
        let pressed = pending.join(" ");
        let asks = |binding: &&KeyBinding| binding.contexts.contains(&context) && binding.keys.contains(&pressed);
        if let Some(binding) = self.bindings.iter().find(asks) {
            pending.clear();
            return KeyMatch::Command(binding.command);
        }
        if self.following(context, pending).next().is_some() {
            return KeyMatch::Pending;
        }
        pending.clear();
        KeyMatch::None
    }

    /// Returns the keys that can follow the pending ones, each with its command, in the order of the help.
    pub fn following(&self, context: KeyContext, pending: &[String]) -> impl Iterator<Item = (&str, Command)> {
        let begin = format!("{} ", pending.join(" "));
        let here = self.bindings.iter().filter(move |binding| binding.contexts.contains(&context));
        here.flat_map(|binding| binding.keys.iter().map(|keys| (keys, binding.command)))
            .filter_map(move |(keys, command)| Some((keys.strip_prefix(&begin)?, command)))
    }

    /// Returns the sequences of a command in a context, the one to show first; empty if there is none.
    #[must_use]
    pub fn keys_of(&self, context: KeyContext, command: Command) -> Vec<&str> {
        let here =
            self.bindings.iter().filter(|binding| binding.command == command && binding.contexts.contains(&context));
        here.flat_map(|binding| binding.keys.iter().map(String::as_str)).collect()
    }

    /// Returns the hints of the status line in a context, the most important first.
    #[must_use]
    pub fn hints(&self, context: KeyContext) -> Vec<&KeyBinding> {
        let hint =
            |binding: &&KeyBinding| binding.hint > 0 && binding.contexts.contains(&context) && !binding.keys.is_empty();
        let mut hints: Vec<_> = self.bindings.iter().filter(hint).collect();
        hints.sort_by_key(|binding| binding.hint);
        hints
    }
}

impl Default for Keymap {
    fn default() -> Self {
        Self::built_in()
    }
}

#[cfg(test)]
mod tests;
