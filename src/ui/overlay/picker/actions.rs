//! The actions that there are somewhere, each with its name, its keys and whether it would do something now.

use crate::ui::command::Command;
use crate::ui::keymap::keys_name;
use crate::ui::keymap::{HelpSection, KeyContext, Keymap};
use crate::ui::render_context::RenderContext;

/// An action.
#[derive(Clone, Debug)]
pub struct PaletteAction {
    /// What it asks for.
    pub command: Command,
    /// What it does.
    pub name: String,
    /// Under which heading the help has it.
    pub words: String,
    /// Its keys, as the keyboard names them.
    pub keys: String,
    /// Whether it would do something now.
    pub is_useful: bool,
}

/// Every action of a context but those that only move in it: first what was asked for lately, then as the help has
/// them, what would do nothing now at the end.
#[must_use]
pub fn actions(
    ctx: &RenderContext<'_>,
    keymap: &Keymap,
    context: KeyContext,
    recent: &[Command],
    is_useful: impl Fn(Command) -> bool,
) -> Vec<PaletteAction> {
    let here = keymap.bindings().iter().filter(|entry| entry.contexts.contains(&context));
    let mut actions: Vec<(usize, PaletteAction)> = Vec::new();
    for entry in here.filter(|entry| !matches!(entry.command, Command::Palette | Command::Finder)) {
        if actions.iter().any(|(_, action)| action.command == entry.command) {
            continue;
        }
        let keys: Vec<_> = keymap.keys_of(context, entry.command);
        let section = HelpSection::ALL.iter().position(|section| *section == entry.section).unwrap_or(0);
        let lately = recent.iter().position(|command| *command == entry.command);
        // Moving is for fingers: it comes last.
        let rank = if entry.section == HelpSection::Moving { HelpSection::ALL.len() } else { section };
        let action = PaletteAction {
            command: entry.command,
            name: ctx.capital(&format!("command-{}", entry.command.name())),
            words: ctx.text(&format!("help-{}", entry.section.name())),
            keys: keys.iter().map(|keys| keys_name(ctx.locale, keys)).collect::<Vec<_>>().join(", "),
            is_useful: is_useful(entry.command),
        };
        actions.push((lately.unwrap_or(recent.len() + rank), action));
    }
    actions.sort_by_key(|(rank, action)| (!action.is_useful, *rank));
    actions.into_iter().map(|(_, action)| action).collect()
}
