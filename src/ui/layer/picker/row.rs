//! The rows of a picker: the sign and the word of a kind, a name, and what distinguishes it from others.

use super::{PickerItem, PickerKind, PickerLayer};
use crate::report::sanitize;
use crate::rules::OccurrenceSource;
use crate::ui::Token;
use crate::ui::finder_index::Destination;
use crate::ui::keymap::keys_name;
use crate::ui::render_context::RenderContext;
use crate::ui::state_style::occurrence_style;
use crate::ui::widget::text::{StyledLine, piece, width};

/// The parts of a row.
pub struct PickerRow {
    pub sign: (&'static str, Token),
    /// The locale key of its kind.
    pub kind: &'static str,
    pub name: StyledLine,
    /// What distinguishes it from others of the same name; for actions, the keys.
    pub detail: StyledLine,
    /// Which part a fuzzy match is a match of.
    pub fuzzy_part: FuzzyPart,
}

/// The part of a row that is matched fuzzily.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FuzzyPart {
    Name,
    Detail,
    None,
}

#[must_use]
pub fn row(ctx: &RenderContext<'_>, picker: &PickerLayer, item: PickerItem) -> PickerRow {
    match item {
        PickerItem::Action(n) => action(ctx, picker, n),
        PickerItem::Screen(screen) => {
            let keys = ctx.keymap.map(|keymap| keymap.keys_of(picker.below, screen.command()));
            let keys = keys.and_then(|keys| keys.first().map(|keys| keys_name(ctx.locale, keys)));
            PickerRow {
                sign: ("▸", Token::Accent),
                kind: "kind-screen",
                name: vec![piece(Token::Text, ctx.text(&format!("screen-{}", screen.name())))],
                detail: vec![piece(Token::Key, keys.unwrap_or_default())],
                fuzzy_part: FuzzyPart::Name,
            }
        }
        PickerItem::Destination(n) => {
            ctx.data.index.finder_index().entries.get(n).map_or_else(PickerRow::nothing, |found| of(ctx, found))
        }
    }
}

impl PickerRow {
    fn nothing() -> Self {
        Self {
            sign: (" ", Token::Muted),
            kind: "record-kind-startup",
            name: StyledLine::new(),
            detail: StyledLine::new(),
            fuzzy_part: FuzzyPart::None,
        }
    }
}

fn action(ctx: &RenderContext<'_>, picker: &PickerLayer, n: usize) -> PickerRow {
    let Some(action) = picker.actions.get(n) else { return PickerRow::nothing() };
    let token = if action.is_useful { Token::Text } else { Token::Muted };
    let mut name = vec![piece(token, &action.name)];
    if !action.is_useful {
        name.push(piece(Token::Muted, format!(" – {}", ctx.text("picker-nothing-to-do"))));
    }
    let keys = piece(Token::Key, first(&action.keys));
    // The palette shows the name that the configuration uses.
    let detail = match picker.kind {
        PickerKind::Palette => vec![piece(Token::Muted, action.command.name()), piece(Token::Text, "   "), keys],
        PickerKind::Finder => vec![keys],
    };
    PickerRow { sign: (":", Token::Key), kind: "kind-action", name, detail, fuzzy_part: FuzzyPart::Name }
}

/// Returns the first of several key sequences, separated by commas.
fn first(keys: &str) -> &str {
    keys.split(", ").next().unwrap_or(keys)
}

fn of(ctx: &RenderContext<'_>, found: &Destination) -> PickerRow {
    let muted = |text: String| vec![piece(Token::Muted, text)];
    match found {
        Destination::Startup(n) => {
            let Some(standing) = ctx.data.answers.startups.get(*n) else { return PickerRow::nothing() };
            let also = ctx.startup(&standing.startup).map(|startup| startup.also.join(", ")).unwrap_or_default();
            let name = vec![piece(Token::Text, ctx.startup_name(&standing.startup))];
            PickerRow {
                sign: ("◆", Token::Good),
                kind: "record-kind-startup",
                name,
                detail: muted(sanitize(&also).into_owned()),
                fuzzy_part: FuzzyPart::Name,
            }
        }
        Destination::Convention(id) => {
            let name = vec![piece(Token::Text, ctx.convention_title(id))];
            PickerRow {
                sign: ("§", Token::Warning),
                kind: "record-kind-convention",
                name,
                detail: muted(id.to_string()),
                fuzzy_part: FuzzyPart::Detail,
            }
        }
        Destination::Party(id) => {
            let name = ctx.party_name(id);
            let detail = if width(&name) > id.as_str().len() { id.to_string() } else { String::new() };
            let name = vec![piece(Token::Text, name)];
            PickerRow {
                sign: ("●", Token::Accent),
                kind: "record-kind-party",
                name,
                detail: muted(detail),
                fuzzy_part: FuzzyPart::Name,
            }
        }
        Destination::Person(id) => PickerRow {
            sign: ("●", Token::Muted),
            kind: "finder-person",
            name: vec![piece(Token::Text, ctx.person_name(id.as_str()))],
            detail: muted(id.to_string()),
            fuzzy_part: FuzzyPart::Name,
        },
        Destination::Note(id, n) => {
            let note = ctx.startup(id).and_then(|startup| startup.notes.get(*n));
            let text = note.map(|note| sanitize(&note.text).into_owned()).unwrap_or_default();
            PickerRow {
                sign: ("·", Token::Muted),
                kind: "kind-note",
                name: vec![piece(Token::Text, text)],
                detail: muted(ctx.startup_name(id)),
                fuzzy_part: FuzzyPart::None,
            }
        }
        Destination::Obligation(n) => {
            let Some(occurrence) = ctx.data.answers.occurrences.get(*n) else { return PickerRow::nothing() };
            PickerRow {
                sign: occurrence_style(occurrence.state),
                kind: match occurrence.source {
                    OccurrenceSource::Action(_) => "today-kind-action",
                    OccurrenceSource::Condition(_) => "today-kind-condition",
                    _ => "kind-obligation",
                },
                name: vec![piece(Token::Text, ctx.what(occurrence))],
                detail: muted(ctx.whose(&occurrence.startups)),
                fuzzy_part: FuzzyPart::None,
            }
        }
    }
}
