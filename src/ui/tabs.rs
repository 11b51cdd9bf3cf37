//! The first line of the screen: the tabs of the screens, the name of the incubator and the as-of date.

use ratatui::layout::Rect;

use super::Token;
use super::command::Command;
use super::env::Env;
use super::keymap::{KeyContext, keys_name};
use super::screen::Screen;
use super::state_style::{clock_style, occurrence_style, severity_style};
use super::widget::paint::Painter;
use super::widget::text::{Piece, StyledLine, line_width, piece, recorded};
use crate::model::{GitOperation, MessageArg, Severity};
use crate::rules::{ClockState, OccurrenceState};

/// Draws the tabs at the left and the as-of date at the right.
pub fn draw_tabs(env: &Env, screen: Screen, area: Rect, painter: &mut Painter<'_>) {
    if area.is_empty() {
        return;
    }
    painter.ground(area, Token::Status);
    let TabBar { day, room, tabs } = TabBar::of(env, screen, area.width);
    painter.line_at_right(area.x, area.y, area.width.saturating_sub(1), &day);
    let line: StyledLine = tabs.into_iter().flat_map(|(_, tab)| tab).collect();
    painter.line(area.x, area.y, room, &line);
    let end = u16::try_from(line_width(&line)).unwrap_or(u16::MAX);
    incubator(env, Rect { x: area.x + end.min(area.width), width: room.saturating_sub(end), ..area }, painter);
}

/// The first line of the screen.
struct TabBar {
    day: StyledLine,
    /// The cells left by the day.
    room: u16,
    /// All tabs if there is room for them, else that of the current screen.
    tabs: Vec<(Screen, StyledLine)>,
}

impl TabBar {
    fn of(env: &Env, screen: Screen, columns: u16) -> Self {
        use TabNames::{Close, Full, Mixed, Own, OwnShort, Short, Tight};
        let day = |form| {
            let day = as_of(env, columns, form);
            let room = columns.saturating_sub(u16::try_from(line_width(&day)).unwrap_or(0) + 3);
            (day, room)
        };
        // Steps of shortening: the day, the names of the tabs, the warning, then without names.
        let steps = [
            (DayForm::Long, Full),
            (DayForm::Day, Full),
            (DayForm::Day, Close),
            (DayForm::Bare, Full),
            (DayForm::Bare, Close),
            (DayForm::Day, Mixed),
            (DayForm::Brief, Mixed),
            (DayForm::Day, Short),
            (DayForm::Brief, Close),
            (DayForm::Brief, Short),
            (DayForm::Bare, Short),
            (DayForm::Bare, Tight),
            (DayForm::Brief, Own),
            (DayForm::Brief, OwnShort),
        ];
        let bar = |(form, names)| {
            let (day, room) = day(form);
            let tabs = match names {
                Mixed => mixed(env, screen, room.into())?,
                _ => self::tabs(env, screen, &Screen::ALL, names),
            };
            let width: usize = tabs.iter().map(|(_, tab)| line_width(tab)).sum();
            (width <= usize::from(room)).then_some(Self { day, room, tabs })
        };
        // That past records are read-only, some unreadable, or that git waits for the user matters more than the names
        // of the tabs; that the day is not today matters more than their full names.
        let is_current = env.data.past.is_none();
        let is_whole = is_current && env.data.index.summary.unread == 0 && env.data.operation.is_none();
        let is_possible = |(form, names): &(DayForm, TabNames)| match (form, names) {
            (DayForm::Long, _) => columns >= 100,
            (DayForm::Bare, Tight) => is_current,
            (DayForm::Bare, Short) => is_whole,
            (DayForm::Bare, _) => is_whole && env.as_of == env.today,
            (DayForm::Day | DayForm::Brief, _) => true,
        };
        steps.into_iter().filter(is_possible).find_map(bar).unwrap_or_else(|| {
            let (day, room) = day(DayForm::Brief);
            let room = room + 1;
            let alone = |names| {
                let mut tabs = self::tabs(env, screen, &[screen], names);
                for (_, tab) in tabs.iter_mut().filter(|(_, tab)| line_width(tab) > room.into()) {
                    // The space after the tab.
                    tab.pop();
                }
                tabs
            };
            let fits = |tabs: &Vec<(Screen, StyledLine)>| tabs.iter().all(|(_, tab)| line_width(tab) <= room.into());
            let tabs = Some(alone(Own)).filter(fits).unwrap_or_else(|| alone(OwnShort));
            Self { day, room, tabs }
        })
    }
}

/// How the as-of date and the warning beside it are written.
#[derive(Clone, Copy, PartialEq, Eq)]
enum DayForm {
    /// With the weekday and the name of the month.
    Long,
    Day,
    /// With a short warning.
    Brief,
    /// Without words: the count of the warning, and the day.
    Bare,
}

/// The names that tabs show.
#[derive(Clone, Copy)]
enum TabNames {
    Full,
    /// All names, without a space before the counts.
    Close,
    /// The full name of the current screen, and of others while there is room.
    Mixed,
    Short,
    /// Short names without a space after the tabs.
    Tight,
    /// That of the current screen only.
    Own,
    /// The short one of the current screen only.
    OwnShort,
}

/// Returns the screen whose tab is at a column.
pub fn tab_at(env: &Env, screen: Screen, column: u16) -> Option<Screen> {
    let mut end = 0;
    TabBar::of(env, screen, env.size.0).tabs.into_iter().find_map(|(screen, tab)| {
        end += line_width(&tab);
        (usize::from(column) < end).then_some(screen)
    })
}

/// Draws the name of the incubator, if there is room between the tabs and the day.
fn incubator(env: &Env, area: Rect, painter: &mut Painter<'_>) {
    let name = env.data.portfolio.incubator.name.as_deref().unwrap_or(&env.folder);
    let name = vec![recorded(Token::Muted, name)];
    let distance: StyledLine = ahead_behind(env).into_iter().collect();
    let gap = (!distance.is_empty()).then(|| piece(Token::Muted, "  ")).into_iter().collect();
    // The distance from the remote matters more than the name.
    for words in [[distance.clone(), gap, name].concat(), distance] {
        if line_width(&words) + 4 <= usize::from(area.width) {
            painter.line_at_right(area.x, area.y, area.width.saturating_sub(2), &words);
            return;
        }
    }
}

/// `↑2 ↓1`: the commits that were not pushed, and those that were not fetched, as far as is known.
fn ahead_behind(env: &Env) -> Option<Piece> {
    let (ahead, behind) = env.data.ahead_behind?;
    let count = |(sign, n): (&str, usize)| (n > 0).then(|| format!("{sign}{n}"));
    let words: Vec<String> = [("↑", ahead), ("↓", behind)].into_iter().filter_map(count).collect();
    (!words.is_empty()).then(|| piece(Token::Accent, words.join(" ")))
}

fn tabs(env: &Env, current: Screen, screens: &[Screen], names: TabNames) -> Vec<(Screen, StyledLine)> {
    let tab = |screen: &Screen| {
        let mut line = StyledLine::new();
        let is_here = *screen == current;
        let mark = if is_here { env.theme.mark() } else { " " };
        let token = if is_here { Token::Title } else { Token::Muted };
        line.push(piece(Token::Accent, mark));
        let keys = env.keymap.keys_of(KeyContext::Portfolio, screen.command());
        if let Some(keys) = keys.first().filter(|_| screens.len() > 1) {
            let token = if is_here { Token::Accent } else { Token::Muted };
            line.push(piece(token, format!("{} ", keys_name(&env.locale, keys))));
        }
        let name = match names {
            TabNames::Full | TabNames::Close => Some("screen"),
            TabNames::Mixed | TabNames::Short | TabNames::Tight => Some("screen-short"),
            TabNames::Own => is_here.then_some("screen"),
            TabNames::OwnShort => is_here.then_some("screen-short"),
        };
        if let Some(name) = name {
            line.push(piece(token, env.locale.text(&format!("{name}-{}", screen.name()))));
        } else if let Some(keys) = line.last_mut() {
            // The space after the key.
            keys.text.pop();
        }
        let counts = match screen {
            Screen::Today => Some((env.data.today.late(), occurrence_style(OccurrenceState::Late))),
            Screen::Portfolio | Screen::Funding => None,
            Screen::Committees => Some((env.data.index.summary.late_committees, clock_style(ClockState::Late))),
            Screen::Obligations => {
                Some((env.data.index.summary.in_state(OccurrenceState::Late), occurrence_style(OccurrenceState::Late)))
            }
            Screen::History => None,
            Screen::Findings => {
                Some((env.data.index.summary.of_severity(Severity::Error), severity_style(Severity::Error)))
            }
        };
        if let Some((count, (sign, token))) = counts.filter(|(count, _)| *count > 0) {
            let gap = if matches!(names, TabNames::Full | TabNames::Own) { " " } else { "" };
            line.push(piece(token, format!("{gap}{sign}{count}")));
        }
        if !matches!(names, TabNames::Tight) {
            line.push(piece(Token::Text, " "));
        }
        (*screen, line)
    };
    screens.iter().map(tab).collect()
}

/// Returns the tabs with the full names that fit in `room` cells: that of the current screen, then the others from the
/// left. `None` if the first does not fit.
fn mixed(env: &Env, current: Screen, room: usize) -> Option<Vec<(Screen, StyledLine)>> {
    let mut mixed = tabs(env, current, &Screen::ALL, TabNames::Short);
    let mut left = room.checked_sub(mixed.iter().map(|(_, tab)| line_width(tab)).sum())?;
    let full = tabs(env, current, &Screen::ALL, TabNames::Full);
    let (own, others): (Vec<_>, Vec<_>) = mixed.iter_mut().zip(full).partition(|((screen, _), _)| *screen == current);
    for ((screen, tab), (_, full)) in own.into_iter().chain(others) {
        match left.checked_sub(line_width(&full).saturating_sub(line_width(tab))) {
            Some(rest) => (left, *tab) = (rest, full),
            None if *screen == current => return None,
            None => {}
        }
    }
    Some(mixed)
}

/// Returns whether the first line of the screen is too narrow for words beside the day.
pub fn is_narrow(columns: u16) -> bool {
    columns < 60
}

/// Returns the number of records that are unreadable, which every screen shows because their figures are missing.
fn unread(env: &Env, columns: u16, form: DayForm) -> StyledLine {
    let count = env.data.index.summary.unread;
    let words = |key| vec![piece(Token::Bad, format!("✗ {}  ", env.render_context().count(key, count)))];
    match form {
        _ if count == 0 => StyledLine::new(),
        // Beside past records, the words would leave no room for the tab.
        _ if is_narrow(columns) || form == DayForm::Bare || env.data.past.is_some() && form == DayForm::Brief => {
            vec![piece(Token::Bad, format!("✗{count} "))]
        }
        DayForm::Brief | DayForm::Bare => words("total-unread-brief"),
        DayForm::Long | DayForm::Day => words("total-unread"),
    }
}

/// Returns what git has begun and not ended, and what to do about it: no edit can be committed meanwhile.
fn operation(env: &Env, columns: u16, form: DayForm) -> StyledLine {
    let Some(GitOperation { name, records, others }) = env.data.operation else { return StyledLine::new() };
    let key = match form {
        _ if is_narrow(columns) || form == DayForm::Bare => "operation-brief",
        DayForm::Brief | DayForm::Bare if records > 0 => "operation-conflicts-brief",
        DayForm::Brief | DayForm::Bare => "operation-brief",
        _ if records > 0 => "operation-conflicts",
        _ if others > 0 => "operation-others",
        _ => "operation-settled",
    };
    let keys = env.keymap.keys_of(KeyContext::Portfolio, Command::Sync);
    let keys = keys.first().map(|keys| keys_name(&env.locale, keys)).unwrap_or_default();
    let count = if records > 0 { records } else { others };
    let args = [
        ("what", MessageArg::Text(name.to_owned())),
        ("keys", MessageArg::Text(keys)),
        ("count", MessageArg::count(count)),
    ];
    let gap = if is_narrow(columns) || form == DayForm::Bare { " " } else { "  " };
    vec![piece(Token::Warning, format!("! {}{gap}", env.locale.message(key, &args)))]
}

/// Returns the as-of date, marked if it is not today, after the commit of which the records are, if they are not
/// current.
fn as_of(env: &Env, columns: u16, form: DayForm) -> StyledLine {
    let is_today = env.as_of == env.today;
    let waits = env.as_of != env.data.as_of && env.has_data;
    let is_long = form == DayForm::Long;
    let day = if is_long { env.locale.date_long(env.as_of) } else { env.locale.date(env.as_of) };
    let day = day.trim_start().to_owned();
    let is_narrow = is_narrow(columns);
    let mut line = operation(env, columns, form);
    line.extend(unread(env, columns, form));
    if let Some(past) = &env.data.past {
        let name = match form {
            DayForm::Long | DayForm::Day => format!("{} {}", env.locale.date(past.on).trim_start(), past.short()),
            DayForm::Brief | DayForm::Bare => past.short().to_owned(),
        };
        let is_brief = columns < 100 && matches!(form, DayForm::Brief | DayForm::Bare);
        let key = match (is_narrow, is_brief) {
            (true, _) => "past-header-narrow",
            (false, true) => "past-header-brief",
            (false, false) => "past-header",
        };
        let words = env.locale.message(key, &[("commit", MessageArg::Text(name))]);
        let separator = if is_narrow { " " } else { " · " };
        line.push(piece(Token::Warning, format!("◷ {words}{separator}")));
    }
    if waits {
        line.push(piece(Token::Muted, "… "));
    }
    let is_bare = form == DayForm::Bare;
    if is_today {
        if !is_narrow && !is_bare {
            line.push(piece(Token::Muted, format!("{} ", env.locale.text("as-of-today"))));
        }
        line.push(piece(Token::Text, day));
    } else {
        let sign = if env.data.past.is_some() { "" } else { "◷ " };
        // That the records are read-only matters more.
        let is_short = is_bare || is_narrow && env.data.past.is_some();
        let words = if is_short { String::new() } else { format!("{} ", env.locale.text("as-of")) };
        line.push(piece(Token::Warning, format!("{sign}{words}{day}")));
    }
    line
}
