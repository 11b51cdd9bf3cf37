//! Scrolling and searching, which pages and boxes of text have in common.

use tui_input::Input as TextInput;

use super::{Event, EventReply, edit_text, plain_text};
use crate::report::filter::Query;
use crate::ui::command::Command;
use crate::ui::widget::page::Page;

/// What is searched for.
#[derive(Default)]
pub struct SearchLine {
    pub text: TextInput,
    /// Whether it is being typed.
    pub is_typing: bool,
}

impl SearchLine {
    pub fn query(&self) -> Query {
        Query::new(self.text.value())
    }

    /// Empties it; returns whether there was anything.
    pub fn clear(&mut self) -> bool {
        let was_empty = self.text.value().is_empty();
        self.text.reset();
        !was_empty
    }

    /// Types a key or pastes a text; the cursor moves to the first match from where it is.
    fn edit(&mut self, page: &mut Page, event: Event<'_>) -> EventReply {
        if !edit_text(&mut self.text, event) {
            return EventReply::Ignored;
        }
        page.next_match(&self.query(), true, true);
        EventReply::DONE
    }
}

/// Handles what scrolls a page of `height` visible lines and searches it.
pub fn scroll(page: &mut Page, search: &mut SearchLine, event: Event<'_>, height: usize) -> EventReply {
    let Event::Command(command) = event else {
        return if search.is_typing { search.edit(page, event) } else { EventReply::Ignored };
    };
    let rows = height.cast_signed();
    match command {
        Command::Accept if search.is_typing => search.is_typing = false,
        Command::Cancel if search.is_typing => {
            search.is_typing = false;
            search.clear();
        }
        // There is nothing to complete: the key moves the cursor.
        Command::Complete => return EventReply::Ignored,
        Command::Filter => search.is_typing = true,
        Command::NextMatch | Command::PreviousMatch => {
            let query = search.query();
            if !query.is_empty() {
                page.next_match(&query, command == Command::NextMatch, false);
            }
        }
        Command::Down => page.step(1),
        Command::Up => page.step(-1),
        Command::HalfDown => page.step((rows / 2).max(1)),
        Command::HalfUp => page.step(-(rows / 2).max(1)),
        Command::PageDown => page.step((rows - 1).max(1)),
        Command::PageUp => page.step(-(rows - 1).max(1)),
        Command::First => page.jump(false),
        Command::Last => page.jump(true),
        _ => return EventReply::Ignored,
    }
    EventReply::DONE
}

/// Returns the text of the line that the cursor is on, with the lines that continue it.
pub fn selected_text(page: &Page) -> Vec<Vec<String>> {
    let selected = page.lines().iter().enumerate().filter(|(n, _)| page.is_selected(*n));
    let parts: Vec<String> =
        selected.map(|(_, line)| plain_text(&line.pieces)).filter(|text| !text.is_empty()).collect();
    if parts.is_empty() { Vec::new() } else { vec![vec![parts.join(" ")]] }
}
