//! The line of the tour of the demo, below the screen: the step, its keys, and the way out.

use ratatui::layout::Rect;

use crate::model::MessageArg;
use crate::ui::Token;
use crate::ui::command::Command;
use crate::ui::keymap::{KeyContext, keys_name};
use crate::ui::layer::MARGIN;
use crate::ui::state::State;
use crate::ui::tour::{TourStep, unsigned};
use crate::ui::widget::paint::Painter;
use crate::ui::widget::text::{StyledLine, line_width, piece};

pub(super) fn line(state: &State, row: Rect, painter: &mut Painter<'_>) {
    let Some((number, step)) = state.tour().filter(|_| !row.is_empty()) else { return };
    let locale = &state.env.locale;
    let key = |(context, command): (KeyContext, Command)| {
        let keys = state.env.keymap.keys_of(context, command).first().copied();
        keys.map_or_else(|| ":".to_owned(), |keys| keys_name(locale, keys))
    };
    let name = unsigned(&state.env.data.portfolio).map(|id| state.env.render_context().startup_name(id));
    let words = locale.message(
        &format!("tour-{}", step.name()),
        &[("name", MessageArg::Text(name.unwrap_or_else(|| "–".to_owned())))],
    );
    let count = [("number", MessageArg::count(number)), ("count", MessageArg::count(TourStep::ALL.len()))];
    let keys: Vec<String> = step.commands().into_iter().map(key).collect();
    let line = vec![
        piece(Token::Muted, format!("{}  ", locale.message("tour-number", &count))),
        piece(Token::Text, format!("{words}  ")),
        piece(Token::Key, keys.join(" ")),
    ];
    let room = row.width.saturating_sub(MARGIN + 1);
    let way_out = |command, words: &str| {
        vec![
            piece(Token::Muted, "  "),
            piece(Token::Key, key((KeyContext::Portfolio, command))),
            piece(Token::Muted, format!(" {}", locale.text(words))),
        ]
    };
    let right: StyledLine = [way_out(Command::SkipStep, "tour-skip"), way_out(Command::EndTour, "tour-quit")].concat();
    let wide = u16::try_from(line_width(&right)).unwrap_or(u16::MAX);
    let is_beside = line_width(&line) + line_width(&right) <= usize::from(room);
    if is_beside {
        painter.line_at_right(row.x + MARGIN, row.y, room, &right);
    }
    painter.line(row.x + MARGIN, row.y, if is_beside { room.saturating_sub(wide) } else { room }, &line);
}
