//! Which keys ask for what, and where: one table, from which keys are matched, the help is written and the
//! status line takes its hints.

use crossterm::event::{KeyCode, KeyEvent, KeyEventKind, KeyModifiers};

use super::command::Command;

/// Where a key is pressed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Context {
    /// The list of startups.
    Portfolio,
    /// The list of obligations.
    Obligations,
    /// The list of findings.
    Findings,
    /// The page of one startup.
    Startup,
    /// A box to read: help, an explanation, a finding.
    Reading,
    /// The filter being typed.
    Filter,
    /// A date being typed.
    Date,
}

impl Context {
    /// All of them.
    pub const ALL: [Self; 7] =
        [Self::Portfolio, Self::Obligations, Self::Findings, Self::Startup, Self::Reading, Self::Filter, Self::Date];

    /// Whether keys are typed text there, so that only the table's own keys are commands.
    #[must_use]
    pub const fn is_typing(self) -> bool {
        matches!(self, Self::Filter | Self::Date)
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

/// Keys that ask for a command.
#[derive(Clone, Copy, Debug)]
pub struct Binding {
    /// What they ask for.
    pub command: Command,
    /// The sequences, each of keys with a space between; the first is the one that hints show.
    pub keys: &'static [&'static str],
    /// Where they hold.
    pub holds: &'static [Context],
    /// Under which heading the help lists it.
    pub chapter: Chapter,
    /// Its place among the hints of the status line, 1 first; 0 for none.
    pub hint: u8,
}

use Chapter::{Finding, Moving, Program, Screens, Typing, Writing};
use Context as C;

const LISTS: &[C] = &[C::Portfolio, C::Obligations, C::Findings];
const SCREENS: &[C] = &[C::Portfolio, C::Obligations, C::Findings, C::Startup];
const FACTS: &[C] = &[C::Portfolio, C::Obligations, C::Startup];
const READ: &[C] = &[C::Portfolio, C::Obligations, C::Findings, C::Startup, C::Reading];
const ANYWHERE: &[C] = &Context::ALL;
const TYPED: &[C] = &[C::Filter, C::Date];

const fn bind(
    command: Command,
    keys: &'static [&'static str],
    holds: &'static [C],
    chapter: Chapter,
    hint: u8,
) -> Binding {
    Binding { command, keys, holds, chapter, hint }
}

/// Every key of the program. The row `& é (` is where an AZERTY keyboard has 1, 2 and 5.
pub const BINDINGS: &[Binding] = &[
    bind(Command::Done, &["x"], FACTS, Writing, 3),
    bind(Command::Pay, &["p"], FACTS, Writing, 4),
    bind(Command::Hold, &["c"], FACTS, Writing, 5),
    bind(Command::Sign, &["s"], SCREENS, Writing, 6),
    bind(Command::Undo, &["u"], SCREENS, Writing, 12),
    bind(Command::Edit, &["E"], READ, Writing, 8),
    bind(Command::Filter, &["/"], SCREENS, Finding, 2),
    bind(Command::NextMatch, &["n"], SCREENS, Finding, 0),
    bind(Command::PreviousMatch, &["N"], SCREENS, Finding, 0),
    bind(Command::Explain, &["="], FACTS, Finding, 7),
    bind(Command::AsOf, &["t"], SCREENS, Finding, 9),
    bind(Command::Down, &["j", "Down"], READ, Moving, 0),
    bind(Command::Down, &["Down"], &[C::Filter], Typing, 0),
    bind(Command::Up, &["k", "Up"], READ, Moving, 0),
    bind(Command::Up, &["Up"], &[C::Filter], Typing, 0),
    bind(Command::First, &["g g", "Home"], READ, Moving, 0),
    bind(Command::Last, &["G", "End"], READ, Moving, 0),
    bind(Command::HalfDown, &["Ctrl-d"], READ, Moving, 0),
    bind(Command::HalfUp, &["Ctrl-u"], READ, Moving, 0),
    bind(Command::PageDown, &["PgDn", "Ctrl-f"], READ, Moving, 0),
    bind(Command::PageUp, &["PgUp", "Ctrl-b"], READ, Moving, 0),
    bind(Command::Open, &["Enter", "l", "Right"], LISTS, Screens, 1),
    bind(Command::NextSection, &["Tab", "l", "Right"], &[C::Startup], Screens, 1),
    bind(Command::PreviousSection, &["Shift-Tab", "h", "Left"], &[C::Startup], Screens, 0),
    bind(Command::Portfolio, &["1", "&"], SCREENS, Screens, 0),
    bind(Command::Obligations, &["2", "é"], SCREENS, Screens, 0),
    bind(Command::Findings, &["5", "("], SCREENS, Screens, 0),
    bind(Command::NextScreen, &["Tab"], LISTS, Screens, 11),
    bind(Command::PreviousScreen, &["Shift-Tab"], LISTS, Screens, 0),
    bind(Command::Back, &["Esc"], READ, Screens, 10),
    bind(Command::BackOrQuit, &["q"], READ, Screens, 14),
    bind(Command::Reload, &["g r"], SCREENS, Program, 0),
    bind(Command::Help, &["?", "F1"], SCREENS, Program, 13),
    bind(Command::Suspend, &["Ctrl-z"], READ, Program, 0),
    bind(Command::Quit, &["Ctrl-c"], ANYWHERE, Program, 0),
    bind(Command::Accept, &["Enter"], TYPED, Typing, 1),
    bind(Command::Cancel, &["Esc"], TYPED, Typing, 2),
];

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

/// Takes a key after those that are pending, which it clears unless more are expected.
pub fn press(context: Context, pending: &mut Vec<String>, key: &KeyEvent) -> Match {
    let Some(name) = name(key) else { return Match::None };
    pending.push(name);
    let mut partly = false;
    for binding in BINDINGS.iter().filter(|binding| binding.holds.contains(&context)) {
        for keys in binding.keys {
            let mut wanted = keys.split(' ');
            if pending.iter().all(|pressed| wanted.next() == Some(pressed)) {
                if wanted.next().is_none() {
                    pending.clear();
                    return Match::Command(binding.command);
                }
                partly = true;
            }
        }
    }
    if partly {
        return Match::Pending;
    }
    pending.clear();
    Match::None
}

/// The keys that can follow those that are pending, and what they lead to.
pub fn following(context: Context, pending: &[String]) -> impl Iterator<Item = (&'static str, Command)> + '_ {
    let here = BINDINGS.iter().filter(move |binding| binding.holds.contains(&context));
    here.flat_map(|binding| binding.keys.iter().map(|keys| (*keys, binding.command))).filter_map(|(keys, command)| {
        let mut wanted = keys.split(' ');
        let begins = pending.iter().all(|pressed| wanted.next() == Some(pressed));
        wanted.next().filter(|_| begins).map(|next| (next, command))
    })
}

/// The hints of the status line somewhere, the most useful first.
#[must_use]
pub fn hints(context: Context) -> Vec<&'static Binding> {
    let mut hints: Vec<_> =
        BINDINGS.iter().filter(|binding| binding.hint > 0 && binding.holds.contains(&context)).collect();
    hints.sort_by_key(|binding| binding.hint);
    hints
}

/// A key's name in the table; `None` for what is no press of a key.
fn name(key: &KeyEvent) -> Option<String> {
    if key.kind == KeyEventKind::Release {
        return None;
    }
    let altgr = key.modifiers.contains(KeyModifiers::CONTROL | KeyModifiers::ALT);
    let control = key.modifiers.contains(KeyModifiers::CONTROL) && !altgr;
    let alt = key.modifiers.contains(KeyModifiers::ALT) && !altgr;
    let base = match key.code {
        KeyCode::Char(c) if control => c.to_ascii_lowercase().to_string(),
        KeyCode::Char(' ') => "Space".to_owned(),
        KeyCode::Char(c) => c.to_string(),
        KeyCode::F(n) => format!("F{n}"),
        KeyCode::BackTab => "Shift-Tab".to_owned(),
        KeyCode::Tab if key.modifiers.contains(KeyModifiers::SHIFT) => "Shift-Tab".to_owned(),
        KeyCode::PageUp => "PgUp".to_owned(),
        KeyCode::PageDown => "PgDn".to_owned(),
        code @ (KeyCode::Enter
        | KeyCode::Esc
        | KeyCode::Tab
        | KeyCode::Up
        | KeyCode::Down
        | KeyCode::Left
        | KeyCode::Right
        | KeyCode::Home
        | KeyCode::End) => format!("{code:?}"),
        _ => return None,
    };
    let alt = if alt { "Alt-" } else { "" };
    let control = if control { "Ctrl-" } else { "" };
    Some(format!("{control}{alt}{base}"))
}

#[cfg(test)]
mod tests;
