//! The actions of a context, each with its name, its keys and whether it would do something now.

use crate::ui::command::Command;
use crate::ui::env::Env;
use crate::ui::keymap::{HelpSection, KeyContext, keys_name};
use crate::ui::layer::Request;

/// An action of the palette.
#[derive(Clone, Debug)]
pub struct PaletteAction {
    pub command: Command,
    pub name: String,
    /// The section of the help that lists it.
    pub words: String,
    /// Its keys, as they are called on the keyboard.
    pub keys: String,
    /// Whether it would do something now.
    pub is_useful: bool,
}

/// Returns the actions of a context in the order of the help, the recent ones first, those that would do nothing now
/// last.
#[must_use]
pub fn actions(
    env: &Env,
    context: KeyContext,
    recent: &[Command],
    is_useful: impl Fn(Command) -> bool,
) -> Vec<PaletteAction> {
    let (ctx, keymap) = (env.render_context(), &env.keymap);
    let here = keymap.bindings().iter().filter(|entry| entry.contexts.contains(&context));
    let mut actions: Vec<(usize, PaletteAction)> = Vec::new();
    for entry in here.filter(|entry| entry.command != Command::Palette) {
        if actions.iter().any(|(_, action)| action.command == entry.command) {
            continue;
        }
        let keys: Vec<_> = keymap.keys_of(context, entry.command);
        let section = HelpSection::ALL.iter().position(|section| *section == entry.section).unwrap_or(0);
        let recently = recent.iter().position(|command| *command == entry.command);
        // Commands that only move the cursor come last: nobody picks them from a menu.
        let rank = if entry.section == HelpSection::Moving { HelpSection::ALL.len() } else { section };
        let action = PaletteAction {
            command: entry.command,
            name: ctx.capital(&format!("command-{}", entry.command.name())),
            words: ctx.text(&format!("help-{}", entry.section.name())),
            keys: keys.iter().map(|keys| keys_name(ctx.locale, keys)).collect::<Vec<_>>().join(", "),
            is_useful: is_useful(entry.command),
        };
        actions.push((recently.unwrap_or(recent.len() + rank), action));
    }
    actions.sort_by_key(|(rank, action)| (!action.is_useful, *rank));
    actions.into_iter().map(|(_, action)| action).collect()
}

impl PaletteAction {
    /// Runs the command; if it would do nothing, says why. The form of a verb says by itself what it lacks.
    pub(super) fn request(&self, env: &Env) -> Request {
        if self.is_useful || self.command.verb().is_some() {
            return Request::Run(self.command);
        }
        Request::Info(format!("{} – {}", self.name, env.locale.text(unavailable_reason(self.command))))
    }
}

/// Returns the locale key of why a command would do nothing now.
const fn unavailable_reason(command: Command) -> &'static str {
    match command {
        Command::UndoThis => "why-not-undo-this",
        Command::Open | Command::Follow | Command::Explain | Command::Edit => "why-nothing-selected",
        Command::Filter | Command::Mark | Command::MarkRange | Command::MarkAll | Command::Arrange | Command::Group => {
            "why-empty-list"
        }
        Command::NextMatch | Command::PreviousMatch => "why-nothing-looked-for",
        Command::Back => "why-not-back",
        _ => "picker-nothing-to-do",
    }
}
