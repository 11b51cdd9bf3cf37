//! What stands at a cell of the screen: the drawing read backwards, from the same areas.

use ratatui::layout::{Margin, Position, Rect};

use super::grid::Grid;
use super::{MARGIN, arrangement, boxes, chrome, form_area};
use crate::ui::layout;
use crate::ui::overlay::Overlay;
use crate::ui::overlay::picker::PickerKind;
use crate::ui::pages::OpenPage;
use crate::ui::screen::Screen;
use crate::ui::state::State;
use crate::ui::widget::text::{StyledLine, line_width};

/// Where the box over the screen stands; `None` without one.
pub fn box_area(state: &State, area: Rect) -> Option<Rect> {
    Some(match state.overlay.as_ref()? {
        Overlay::Text(reading) => reading.outer(area),
        Overlay::AsOf(_) => boxes::as_of_area(area),
        Overlay::Themes(picker) => picker.areas(area).0,
        Overlay::Picker(picker) => layout::picker(area, picker.kind == PickerKind::Finder).outer,
        Overlay::Arranging(_) => arrangement::outer(state, area),
        // Nothing lies behind it: a click beside it does not leave.
        Overlay::Welcome(_) => area,
        Overlay::Form(form) => form.place(form_area(area), state.form_style()).0,
    })
}

/// The line at a cell of the box in which a list is arranged.
pub fn arranged_line(state: &State, cursor: usize, area: Rect, at: Position) -> Option<usize> {
    let inner = arrangement::outer(state, area).inner(Margin::new(1, 1));
    let (rows, first) = arrangement::rows(inner, cursor);
    rows.contains(at).then(|| first + usize::from(at.y - rows.y))
}

/// What stands somewhere, boxes left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HitTarget {
    /// The tab of a screen.
    Tab(Screen),
    /// The head of a column, by its number.
    Head(usize),
    /// A line of the list's window, from 0.
    Row(usize),
    /// The preview.
    Preview,
    /// The name of a section of a page.
    Section(usize),
    /// A line of a page's window, from 0.
    Line(usize),
}

/// Finds it.
pub fn hit_test(state: &State, area: Rect, at: Position) -> Option<HitTarget> {
    let down = |of: Rect| usize::from(at.y - of.y);
    if at.y == area.y {
        return among(chrome::shown_tabs(state, area), at.x - area.x).map(HitTarget::Tab);
    }
    if let Some(opened) = &state.opened {
        let areas = layout::page(area);
        if areas.lines.contains(at) {
            return Some(HitTarget::Line(down(areas.lines)));
        }
        return section(state, opened, &areas, at).map(HitTarget::Section);
    }
    let areas = state.list_areas(area);
    if areas.rows.contains(at) {
        Some(HitTarget::Row(down(areas.rows)))
    } else if areas.head.contains(at) {
        Grid::of(state, &areas).column_at(at.x - areas.head.x).map(HitTarget::Head)
    } else {
        areas.preview.contains(at).then_some(HitTarget::Preview)
    }
}

fn section(state: &State, opened: &OpenPage, areas: &layout::PageAreas, at: Position) -> Option<usize> {
    let (sections, whole) = chrome::sections(state, opened, areas);
    let wide = u16::try_from(sections.iter().map(|(_, line)| line_width(line)).sum::<usize>()).unwrap_or(u16::MAX);
    let (row, begin) = if areas.sections.is_empty() {
        (areas.title, areas.title.right().saturating_sub(wide + 1))
    } else {
        (areas.sections, areas.sections.x + MARGIN - 1)
    };
    (whole && row.contains(at) && at.x >= begin).then(|| among(sections, at.x - begin)).flatten()
}

/// Which of the things side by side a cell is in.
fn among<T>(things: Vec<(T, StyledLine)>, cell: u16) -> Option<T> {
    let mut end = 0;
    things.into_iter().find_map(|(thing, line)| {
        end += line_width(&line);
        (usize::from(cell) < end).then_some(thing)
    })
}
