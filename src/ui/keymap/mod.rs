//! Which keys ask for what, and where: one value, made from the built-in table and the user's own keys. By it keys
//! are matched, the help is written, and the status line and the palette name their keys.

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
    /// The list of startups.
    Portfolio,
    /// The list of obligations.
    Obligations,
    /// The list of contributions and tranches.
    Funding,
    /// The time line of committees.
    Committees,
    /// The list of findings.
    Findings,
    /// The list of commits.
    History,
    /// The page of one startup.
    Startup,
    /// A box to read: help, an explanation, a finding.
    Reading,
    /// The list being arranged.
    Arranging,
    /// What was written into a record by hand, to be committed or left.
    HandEdit,
    /// What was written by hand, in the way of an edit.
    HandEditConflict,
    /// An edit that no longer applies.
    Outdated,
    /// A sync that goes on.
    Syncing,
    /// What two people set to two values.
    Questions,
    /// The filter being typed.
    Filter,
    /// A date being typed.
    Date,
    /// The themes, one of them to be picked.
    Themes,
    /// The name of what is picked being typed.
    Picker,
    /// A form being filled in.
    Form,
    /// The two names of the first run being typed.
    Welcome,
}

impl KeyContext {
    /// All of them.
    pub const ALL: [Self; 20] = [
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
        Self::Picker,
        Self::Form,
        Self::Welcome,
    ];

    /// Its place among [`KeyContext::ALL`].
    #[must_use]
    pub const fn index(self) -> usize {
        self as usize
    }

    /// Its name in the configuration.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
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
            Self::Picker => "picker",
            Self::Form => "form",
            Self::Welcome => "welcome",
        }
    }

    /// Whether it is a list, which a filter can be typed for.
    #[must_use]
    pub const fn is_list(self) -> bool {
        matches!(
            self,
            Self::Portfolio | Self::Obligations | Self::Funding | Self::Committees | Self::Findings | Self::History
        )
    }

    /// Whether keys are typed text there, so that only the table's own keys are commands.
    #[must_use]
    pub const fn is_typing(self) -> bool {
        matches!(self, Self::Filter | Self::Date | Self::Picker) || self.has_fields()
    }

    /// Whether it is a box of fields, each of which takes the keys in its own way, and which shows its own hints.
    #[must_use]
    pub const fn has_fields(self) -> bool {
        matches!(self, Self::Form | Self::Welcome)
    }
}

/// The headings of the help, in their order. `locale` has `help-<name>`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum HelpSection {
    /// Getting about in a list or a page.
    Moving,
    /// From screen to screen.
    Screens,
    /// Finding and understanding.
    Finding,
    /// Writing facts down.
    Writing,
    /// All else.
    Program,
    /// While typing.
    Typing,
}

impl HelpSection {
    /// All of them.
    pub const ALL: [Self; 6] = [Self::Writing, Self::Finding, Self::Moving, Self::Screens, Self::Program, Self::Typing];

    /// Its name, and the end of its locale key.
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

/// A command with its keys, where they hold.
#[derive(Clone, Debug)]
pub struct KeyBinding {
    /// What they ask for.
    pub command: Command,
    /// The sequences, each of keys with a space between; the first is the one that hints show.
    pub keys: Vec<String>,
    /// Where they hold.
    pub contexts: Vec<KeyContext>,
    /// Under which heading the help lists it.
    pub section: HelpSection,
    /// Its place among the hints of the status line, 1 first; 0 for none.
    pub hint: u8,
}

/// All keys.
#[derive(Clone, Debug)]
pub struct Keymap {
    bindings: Vec<KeyBinding>,
}

/// What a key that was pressed leads to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KeyMatch {
    /// A command.
    Command(Command),
    /// More keys are expected.
    Pending,
    /// Nothing.
    None,
}

impl Keymap {
    /// The built-in keys.
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

    /// Every command with its keys, in the order of the help.
    #[must_use]
    pub fn bindings(&self) -> &[KeyBinding] {
        &self.bindings
    }

    /// Takes a key after those that are pending, which it clears unless more are expected.
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

    /// What can follow the keys that are pending, each with what it leads to, in the order of the help.
    pub fn following(&self, context: KeyContext, pending: &[String]) -> impl Iterator<Item = (&str, Command)> {
        let begin = format!("{} ", pending.join(" "));
        let here = self.bindings.iter().filter(move |binding| binding.contexts.contains(&context));
        here.flat_map(|binding| binding.keys.iter().map(|keys| (keys, binding.command)))
            .filter_map(move |(keys, command)| Some((keys.strip_prefix(&begin)?, command)))
    }

    /// The sequences that ask for a command somewhere, the one to show first; none where it cannot be asked for.
    #[must_use]
    pub fn keys_of(&self, context: KeyContext, command: Command) -> Vec<&str> {
        let here =
            self.bindings.iter().filter(|binding| binding.command == command && binding.contexts.contains(&context));
        here.flat_map(|binding| binding.keys.iter().map(String::as_str)).collect()
    }

    /// The hints of the status line somewhere, the most useful first.
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
