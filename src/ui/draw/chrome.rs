//! What stands around every screen: the tabs with the as-of date, the sums, the status line.

use ratatui::layout::{Position, Rect};

use super::{MARGIN, MARKED, centred, filter, pending, progress};
use crate::model::{MessageArg, Severity};
use crate::rules::{ClockState, OccurrenceState};
use crate::ui::command::Command;
use crate::ui::keymap::KeyContext;
use crate::ui::keymap::keys_name;
use crate::ui::layout::PageAreas;
use crate::ui::pages::OpenPage;
use crate::ui::screen::Screen;
use crate::ui::state::{Busy, Notice, State};
use crate::ui::state_style::{clock_style, occurrence_style, severity_style};
use crate::ui::uncommitted::SIGN;
use crate::ui::widget::paint::Painter;
use crate::ui::widget::text::{Piece, StyledLine, cut, line_width, piece, recorded, width};
use crate::ui::{CommitKind, Token};

/// The tabs at the left, the day of the answers at the right: always there.
pub(super) fn top(state: &State, area: Rect, painter: &mut Painter<'_>) {
    if area.is_empty() {
        return;
    }
    painter.ground(area, Token::Status);
    let TabBar { day, room, tabs } = TabBar::of(state, area);
    painter.line_at_right(area.x, area.y, area.width.saturating_sub(1), &day);
    let line: StyledLine = tabs.into_iter().flat_map(|(_, tab)| tab).collect();
    painter.line(area.x, area.y, room, &line);
    let end = u16::try_from(line_width(&line)).unwrap_or(u16::MAX);
    incubator(state, Rect { x: area.x + end.min(area.width), width: room.saturating_sub(end), ..area }, painter);
}

/// What the first line is made of.
struct TabBar {
    day: StyledLine,
    /// The cells that the day leaves.
    room: u16,
    /// All of them where there is room, else that of the screen alone.
    tabs: Vec<(Screen, StyledLine)>,
}

impl TabBar {
    fn of(state: &State, area: Rect) -> Self {
        let tabs = self::tabs(state, &Screen::ALL, true);
        let wide = |tabs: &[(Screen, StyledLine)]| tabs.iter().map(|(_, tab)| line_width(tab)).sum::<usize>();
        let room = |day: &StyledLine| area.width.saturating_sub(u16::try_from(line_width(day)).unwrap_or(0) + 3);
        let long = as_of(state, area.width, true);
        // The weekday and the month in letters are the first to go.
        let fits = area.width >= 100 && wide(&tabs) <= usize::from(room(&long));
        let day = if fits { long } else { as_of(state, area.width, false) };
        let room = room(&day);
        let fits = |tabs: &[(Screen, StyledLine)]| wide(tabs) <= usize::from(room);
        // Where there is no room for all names, the others are known by their keys, and then not at all.
        let short = || Some(self::tabs(state, &Screen::ALL, false)).filter(|tabs| fits(tabs));
        let alone = || self::tabs(state, &[state.screen], false);
        let tabs = if fits(&tabs) { tabs } else { short().unwrap_or_else(alone) };
        Self { day, room, tabs }
    }
}

/// The tabs as there is room for them.
pub(super) fn shown_tabs(state: &State, area: Rect) -> Vec<(Screen, StyledLine)> {
    TabBar::of(state, area).tabs
}

/// The incubator's name, where there is room between the tabs and the day.
fn incubator(state: &State, area: Rect, painter: &mut Painter<'_>) {
    let name = state.data.portfolio.incubator.name.as_deref().unwrap_or(&state.folder);
    let name = vec![recorded(Token::Muted, name)];
    let apart: StyledLine = apart(state).into_iter().collect();
    let gap = (!apart.is_empty()).then(|| piece(Token::Muted, "  ")).into_iter().collect();
    // How far the branch is from the others' goes before the name.
    for words in [[apart.clone(), gap, name].concat(), apart] {
        if line_width(&words) + 4 <= usize::from(area.width) {
            painter.line_at_right(area.x, area.y, area.width.saturating_sub(2), &words);
            return;
        }
    }
}

/// `↑2 ↓1`: commits that are not with the others yet, and theirs that are not here, as far as it is known.
fn apart(state: &State) -> Option<Piece> {
    let (ahead, behind) = state.data.ahead_behind?;
    let count = |(sign, n): (&str, usize)| (n > 0).then(|| format!("{sign}{n}"));
    let words: Vec<String> = [("↑", ahead), ("↓", behind)].into_iter().filter_map(count).collect();
    (!words.is_empty()).then(|| piece(Token::Accent, words.join(" ")))
}

fn tabs(state: &State, screens: &[Screen], with_names: bool) -> Vec<(Screen, StyledLine)> {
    let tab = |screen: &Screen| {
        let mut line = StyledLine::new();
        let is_here = *screen == state.screen;
        let mark = if is_here { state.theme.mark() } else { " " };
        let token = if is_here { Token::Title } else { Token::Muted };
        line.push(piece(Token::Accent, mark));
        let keys = state.keys().keys_of(KeyContext::Portfolio, screen.command());
        if let Some(keys) = keys.first().filter(|_| screens.len() > 1) {
            let token = if is_here { Token::Accent } else { Token::Muted };
            line.push(piece(token, format!("{} ", keys_name(&state.locale, keys))));
        }
        if with_names || is_here {
            line.push(piece(token, state.locale.text(&format!("screen-{}", screen.name()))));
        } else if let Some(keys) = line.last_mut() {
            // The space after the key.
            keys.text.pop();
        }
        let counts = match screen {
            Screen::Portfolio | Screen::Funding => None,
            Screen::Committees => Some((state.data.index.summary.late_committees, clock_style(ClockState::Late))),
            Screen::Obligations => Some((
                state.data.index.summary.in_state(OccurrenceState::Late),
                occurrence_style(OccurrenceState::Late),
            )),
            Screen::History => None,
            Screen::Findings => {
                Some((state.data.index.summary.of_severity(Severity::Error), severity_style(Severity::Error)))
            }
        };
        if let Some((count, (sign, token))) = counts.filter(|(count, _)| *count > 0) {
            line.push(piece(token, format!(" {sign}{count}")));
        }
        line.push(piece(Token::Text, " "));
        (*screen, line)
    };
    screens.iter().map(tab).collect()
}

/// The day of the answers; told apart where it is not today.
fn as_of(state: &State, columns: u16, long: bool) -> StyledLine {
    let is_today = state.as_of == state.today;
    let waits = state.as_of != state.data.as_of && state.has_data;
    let day = if long { state.locale.date_long(state.as_of) } else { state.locale.date(state.as_of) };
    let day = day.trim_start().to_owned();
    let mut line = StyledLine::new();
    if waits {
        line.push(piece(Token::Muted, "… "));
    }
    if is_today {
        if columns >= 60 {
            line.push(piece(Token::Muted, format!("{} ", state.locale.text("as-of-today"))));
        }
        line.push(piece(Token::Text, day));
    } else {
        line.push(piece(Token::Warning, format!("◷ {} {day}", state.locale.text("as-of"))));
    }
    line
}

/// The name of the page and its sections, that of the cursor marked.
pub(super) fn page_title(state: &State, opened: &OpenPage, areas: &PageAreas, painter: &mut Painter<'_>) {
    let (sections, _) = sections(state, opened, areas);
    let sections: StyledLine = sections.into_iter().flat_map(|(_, section)| section).collect();
    let title = areas.title;
    let mut name = vec![piece(Token::Title, opened.title(&state.render_context()))];
    let uncommitted = state.render_context().uncommitted_words(&opened.subject.target());
    if !uncommitted.is_empty() {
        name.push(piece(Token::Text, "  "));
        name.extend(uncommitted);
    }
    let room = title.width.saturating_sub(MARGIN + 1);
    if !areas.sections.is_empty() {
        painter.line(title.x + MARGIN, title.y, room, &name);
        painter.line(areas.sections.x + 1, areas.sections.y, areas.sections.width.saturating_sub(2), &sections);
        return;
    }
    let wide = u16::try_from(line_width(&sections)).unwrap_or(room);
    painter.line_at_right(title.x + MARGIN, title.y, room, &sections);
    painter.line(title.x + MARGIN, title.y, room.saturating_sub(wide + 2), &name);
}

/// The names of the sections by their numbers; beside the name of the page all of them where there is room, else
/// where one is among them. And whether it is all of them.
pub(super) fn sections(state: &State, opened: &OpenPage, areas: &PageAreas) -> (Vec<(usize, StyledLine)>, bool) {
    let current = opened.page.section();
    let count = opened.sections().len();
    let word = |n: usize| {
        let section = opened.sections().get(n).map_or("summary", |section| section.name());
        state.locale.text(&format!("section-{section}"))
    };
    let section = |n: usize| {
        let is_here = n == current;
        let mark = piece(Token::Accent, if is_here { state.theme.mark() } else { " " });
        let name = piece(if is_here { Token::Title } else { Token::Muted }, word(n));
        (n, vec![mark, name, piece(Token::Text, " ")])
    };
    let all: Vec<_> = (0..count).map(section).collect();
    let wide: usize = all.iter().map(|(_, line)| line_width(line)).sum();
    let room = usize::from(areas.title.width.saturating_sub(MARGIN + 1));
    if !areas.sections.is_empty() || wide <= room / 2 + 10 {
        return (all, true);
    }
    let where_one_is = piece(Token::Muted, format!(" {}/{count}", current + 1));
    (vec![(current, vec![piece(Token::Muted, word(current)), where_one_is])], false)
}

/// The sums, and at the right where one is in the list; how far loading is.
pub(super) fn totals(state: &State, area: Rect, painter: &mut Painter<'_>) {
    if area.is_empty() || !state.has_data {
        return;
    }
    let (all, matching) = state.list().counts();
    let right = match state.data.loading {
        Some((read, total)) => vec![piece(Token::Warning, progress(state, read, total))],
        None if matching < all && !state.filtering => {
            let words = state
                .locale
                .message("matching", &[("count", MessageArg::count(matching)), ("total", MessageArg::count(all))]);
            vec![piece(Token::Accent, words)]
        }
        None => Vec::new(),
    };
    let room = area.width.saturating_sub(MARGIN + 1);
    let wide = u16::try_from(line_width(&right)).unwrap_or(0);
    painter.line_at_right(area.x + MARGIN, area.y, room, &right);
    let left = usize::from(room.saturating_sub(wide + 2));
    let mut line = marked(state);
    line.extend(uncommitted(state, line.is_empty()));
    for (n, total) in state.screen.listing().totals(&state.render_context(), state.sums()).into_iter().enumerate() {
        let dot = piece(Token::Border, if n == 0 && line.is_empty() { "" } else { "  ·  " });
        if line_width(&line) + width(&dot.text) + line_width(&total) > left {
            break;
        }
        line.push(dot);
        line.extend(total);
    }
    painter.line(area.x + MARGIN, area.y, room, &line);
}

/// How many records hold what is not committed.
fn uncommitted(state: &State, alone: bool) -> StyledLine {
    let count = state.data.dirty.len();
    if count == 0 {
        return StyledLine::new();
    }
    let gap = piece(Token::Border, if alone { "" } else { "  ·  " });
    vec![gap, piece(Token::Warning, format!("{SIGN} {}", state.render_context().count("uncommitted-count", count)))]
}

/// How many rows are marked, and how many of them the filter hides.
fn marked(state: &State) -> StyledLine {
    let (marked, shown) = state.marked();
    if marked == 0 {
        return StyledLine::new();
    }
    let mut line = vec![piece(Token::Accent, format!("{MARKED} {}", state.render_context().count("marked", marked)))];
    if shown < marked {
        line.push(piece(Token::Muted, format!(" {}", state.render_context().count("marked-hidden", marked - shown))));
    }
    line
}

/// What to say of an empty list: nothing yet, nothing at all, or nothing that matches.
pub(super) fn empty(state: &State, area: Rect, painter: &mut Painter<'_>) {
    let mut y = area.y + area.height / 3;
    // What is not there yet may be among what is still to be read.
    if !state.has_data || state.data.loading.is_some() {
        centred(painter, area, y, Token::Muted, &state.locale.text("reading"));
        return;
    }
    let key = if state.list().is_empty() { state.screen.listing().empty(&state.data) } else { "empty-filter" };
    y = centred(painter, area, y, Token::Text, &state.locale.text(key));
    y += u16::from(y + 1 < area.bottom());
    // What fills it, by the key that does so.
    let command = match key {
        "empty-filter" => Command::Back,
        "empty-obligations" | "empty-funding" => Command::AddConvention,
        "empty-history" => Command::Palette,
        _ => Command::AddStartup,
    };
    centred(painter, area, y, Token::Muted, &state.with_key(&format!("{key}-help"), command));
}

/// The last line: what is typed, what was done, or what keys do here. Gives the cursor where something is typed.
pub(super) fn status(state: &State, area: Rect, painter: &mut Painter<'_>) -> Option<Position> {
    if area.is_empty() {
        return None;
    }
    painter.ground(area, Token::Status);
    let room = area.width.saturating_sub(MARGIN + 1);
    if state.filtering {
        return Some(filter::line(state, area, painter));
    }
    if let Some(line) = notice(state, usize::from(room)).or_else(|| pending::line(state, usize::from(room))) {
        painter.line(area.x + MARGIN, area.y, room, &line);
        return None;
    }
    let mut line = StyledLine::new();
    if let Some(busy) = busy(state) {
        line.push(piece(Token::Accent, format!("{busy}  ")));
    } else if !state.typed().value().is_empty() {
        line.extend(filter::kept(state));
    }
    let used = line_width(&line);
    line.extend(hints(state, usize::from(room).saturating_sub(used)));
    painter.line(area.x + MARGIN, area.y, room, &line);
    None
}

fn notice(state: &State, room: usize) -> Option<StyledLine> {
    match state.notice.as_ref()? {
        Notice::Failed(..) => None,
        Notice::Done(words) => Some(vec![piece(Token::Good, "✓ "), recorded(Token::Text, words)]),
        Notice::Confirm(words, _) => Some(vec![piece(Token::Warning, "? "), recorded(Token::Text, words)]),
        Notice::Info(words) => Some(vec![piece(Token::Warning, "! "), recorded(Token::Text, words)]),
        Notice::Committed(done) => {
            let (sign, after) = match done.kind {
                CommitKind::Committed => ("✓", Command::Undo),
                CommitKind::Undone => ("↶", Command::Redo),
                CommitKind::Redone => ("↷", Command::Undo),
            };
            let mut line =
                vec![piece(Token::Good, format!("{sign} ")), piece(Token::Accent, format!("{} ", done.commit))];
            let way_back = [
                piece(Token::Muted, " · "),
                piece(Token::Key, state.render_context().key(after)),
                piece(Token::Muted, format!(" {}", state.locale.text(&format!("hint-{}", after.name())))),
            ];
            // The subject is the first to be cut: the key is what one looks for.
            let subject = recorded(Token::Text, &done.subject);
            let left = room.saturating_sub(line_width(&line) + line_width(&way_back));
            line.push(Piece { text: cut(&subject.text, left), ..subject });
            line.extend(way_back);
            Some(line)
        }
    }
}

fn busy(state: &State) -> Option<String> {
    let key = match state.busy? {
        Busy::Saving => "busy-saving",
        Busy::Undoing => "busy-undoing",
        Busy::Redoing => "busy-redoing",
        Busy::Reading => "busy-reading",
        Busy::Syncing => "busy-syncing",
    };
    Some(state.locale.text(key))
}

/// What keys do here: only those that would do something, as many as there is room for. The key to the help is
/// always among them.
pub(super) fn hints(state: &State, room: usize) -> StyledLine {
    let context = state.context();
    if context.has_fields() {
        return StyledLine::new();
    }
    let hint = |keys: &str, command: Command| {
        vec![
            piece(Token::Key, keys_name(&state.locale, keys)),
            piece(Token::Muted, format!(" {}", state.locale.text(&hint_key(state, command)))),
        ]
    };
    let keys_of_help = state.keys().keys_of(context, Command::Help);
    let help = keys_of_help.first().map_or_else(StyledLine::new, |keys| hint(keys, Command::Help));
    let kept = line_width(&help) + if help.is_empty() { 0 } else { 3 };
    let mut line = StyledLine::new();
    let mut used = 0;
    for binding in state.keys().hints(context) {
        if binding.command == Command::Help || !is_useful(state, binding.command) {
            continue;
        }
        let Some(keys) = binding.keys.first() else { continue };
        let words = hint(keys, binding.command);
        let wide = line_width(&words) + 3;
        if used + wide + kept > room + 3 {
            break;
        }
        used += wide;
        line.extend(words);
        line.push(piece(Token::Text, "   "));
    }
    if help.is_empty() {
        // The space after the last.
        line.pop();
    } else if used + line_width(&help[..1]) < room {
        line.extend(help);
    }
    line
}

/// The words of a hint: on a page one searches, in a list one filters.
fn hint_key(state: &State, command: Command) -> String {
    if command == Command::Filter && state.looks_at_page() {
        return "hint-search".to_owned();
    }
    // One thing at a time goes: the marks first, then what the filter hides comes back.
    if command == Command::Back && state.is_on_list() {
        let key = if state.list().has_marks() { "hint-unmark" } else { "hint-unfilter" };
        return key.to_owned();
    }
    format!("hint-{}", command.name())
}

/// Whether a command would do something now.
pub(in crate::ui) fn is_useful(state: &State, command: Command) -> bool {
    if let Some(verb) = command.verb() {
        return state.allows(verb);
    }
    let selected = state.target().is_some();
    match command {
        Command::UndoThis => state.can_undo_this(),
        Command::Draft => state.has_drafts(),
        Command::Open | Command::Follow | Command::Explain | Command::Edit => selected,
        Command::Filter => state.looks_at_page() || !state.list().is_empty(),
        Command::Mark | Command::MarkRange | Command::MarkAll | Command::Arrange | Command::Group => {
            !state.list().is_empty()
        }
        Command::NextMatch | Command::PreviousMatch if state.looks_at_page() => !state.typed().value().is_empty(),
        Command::NextMatch | Command::PreviousMatch => state.list().has_looked(),
        Command::Complete => !state.completions().candidates.is_empty(),
        Command::Accept => state.can_accept(),
        Command::QuestionBefore | Command::QuestionAfter => state.has_many_questions(),
        Command::Back => state.has_way_back(),
        Command::BackOrQuit => !state.has_way_back(),
        _ => true,
    }
}
