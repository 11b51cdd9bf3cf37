//! Which keys ask for what, and where: one value, made from the built-in table and the user's own keys. By it keys
//! are matched, the help is written, and the status line and the palette name their keys.

mod custom;
mod key;
mod label;
mod table;

use crossterm::event::KeyEvent;

use super::command::Command;
pub use custom::{Clash, Rebinding, Why};
pub use key::{KeyError, name as key_of, sequence};
pub use label::{key_name, keys_name};
use table::BINDINGS;

/// Where a key is pressed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Context {
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
    InTheWay,
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

impl Context {
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
        Self::InTheWay,
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

    /// Its place among [`Context::ALL`].
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
            Self::InTheWay => "in-the-way",
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
pub enum Chapter {
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

impl Chapter {
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
pub struct Entry {
    /// What they ask for.
    pub command: Command,
    /// The sequences, each of keys with a space between; the first is the one that hints show.
    pub keys: Vec<String>,
    /// Where they hold.
    pub holds: Vec<Context>,
    /// Under which heading the help lists it.
    pub chapter: Chapter,
    /// Its place among the hints of the status line, 1 first; 0 for none.
    pub hint: u8,
}

/// All keys.
#[derive(Clone, Debug)]
pub struct Keymap {
    entries: Vec<Entry>,
}

/// What a key that was pressed leads to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Match {
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
        let entries = BINDINGS.iter().map(|binding| Entry {
            command: binding.command,
            keys: binding.keys.iter().map(|keys| (*keys).to_owned()).collect(),
            holds: binding.holds.to_vec(),
            chapter: binding.chapter,
            hint: binding.hint,
        });
        Self { entries: entries.collect() }
    }

    /// Every command with its keys, in the order of the help.
    #[must_use]
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// Takes a key after those that are pending, which it clears unless more are expected.
    pub fn press(&self, context: Context, pending: &mut Vec<String>, key: &KeyEvent) -> Match {
        let Some(name) = key_of(key) else { return Match::None };
        pending.push(name);
        let pressed = pending.join(" ");
        let asks = |entry: &&Entry| entry.holds.contains(&context) && entry.keys.contains(&pressed);
        if let Some(entry) = self.entries.iter().find(asks) {
            pending.clear();
            return Match::Command(entry.command);
        }
        if self.following(context, pending).next().is_some() {
            return Match::Pending;
        }
        pending.clear();
        Match::None
    }

    /// What can follow the keys that are pending, each with what it leads to, in the order of the help.
    pub fn following(&self, context: Context, pending: &[String]) -> impl Iterator<Item = (&str, Command)> {
        let begin = format!("{} ", pending.join(" "));
        let here = self.entries.iter().filter(move |entry| entry.holds.contains(&context));
        here.flat_map(|entry| entry.keys.iter().map(|keys| (keys, entry.command)))
            .filter_map(move |(keys, command)| Some((keys.strip_prefix(&begin)?, command)))
    }

    /// The sequences that ask for a command somewhere, the one to show first; none where it cannot be asked for.
    #[must_use]
    pub fn keys_of(&self, context: Context, command: Command) -> Vec<&str> {
        let here = self.entries.iter().filter(|entry| entry.command == command && entry.holds.contains(&context));
        here.flat_map(|entry| entry.keys.iter().map(String::as_str)).collect()
    }

    /// The hints of the status line somewhere, the most useful first.
    #[must_use]
    pub fn hints(&self, context: Context) -> Vec<&Entry> {
        let hint = |entry: &&Entry| entry.hint > 0 && entry.holds.contains(&context) && !entry.keys.is_empty();
        let mut hints: Vec<_> = self.entries.iter().filter(hint).collect();
        hints.sort_by_key(|entry| entry.hint);
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
