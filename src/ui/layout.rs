//! Where everything stands on a terminal of a given size. The same for `update`, which scrolls, and for drawing.

use ratatui::layout::Rect;

/// Where a list screen puts its preview.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PreviewPosition {
    /// On the right if the terminal is wide, else below.
    Right,
    /// On the right if the terminal is very wide, so that the list keeps all columns, else below.
    RightOfWide,
    /// Always below the list: the preview needs the full width.
    Below,
}

/// The parts of a screen that is a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ListAreas {
    /// The tabs and the as-of date.
    pub top: Rect,
    /// The heads of the columns; no height where there is no room.
    pub head: Rect,
    /// The rows.
    pub rows: Rect,
    /// The line between list and preview.
    pub rule: Rect,
    /// The preview; empty where there is no room.
    pub preview: Rect,
    /// What the word of the filter may become; no height where nothing is told of it.
    pub offer: Rect,
    /// The sums; no height where there is no room.
    pub totals: Rect,
    /// The status line.
    pub status: Rect,
}

/// The parts of a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PageAreas {
    /// The tabs and the as-of date.
    pub top: Rect,
    /// The name of the subject.
    pub title: Rect,
    /// The sections; no height where they stand beside the name.
    pub sections: Rect,
    /// The lines.
    pub lines: Rect,
    /// The status line.
    pub status: Rect,
}

/// From this many columns on, a preview stands beside the list.
const WIDE: u16 = 110;
/// From this many columns on, it stands beside a list of sentences too.
const VAST: u16 = 160;
/// Below this many rows, a box takes all of them.
const SCARCE: u16 = 8;
/// From this many rows on, empty lines set parts off from each other.
const TALL: u16 = 30;
/// From this many rows on, a list has its heads and sums.
const MIDDLING: u16 = 14;
/// From this many rows on, a preview stands below the list.
const PREVIEW: u16 = 20;

fn rows(area: Rect, y: u16, height: u16) -> Rect {
    Rect {
        x: area.x,
        y: area.y + y.min(area.height),
        width: area.width,
        height: height.min(area.height.saturating_sub(y)),
    }
}

/// A list of `lines` lines and its preview.
#[must_use]
pub fn list(area: Rect, beside: PreviewPosition, lines: usize) -> ListAreas {
    let air = u16::from(area.height >= TALL);
    let extra = u16::from(area.height >= MIDDLING);
    let top = rows(area, 0, 1);
    let status = rows(area, area.height.saturating_sub(1), 1);
    let totals = rows(area, area.height.saturating_sub(2), extra);
    let body = rows(area, 1 + air, area.height.saturating_sub(2 + extra + 2 * air));
    let (list, rule, preview) = split(body, area, beside, lines);
    let head = rows(list, 0, extra);
    let rows = Rect { y: list.y + extra.min(list.height), height: list.height.saturating_sub(extra), ..list };
    ListAreas { top, head, rows, rule, preview, offer: Rect::default(), totals, status }
}

impl ListAreas {
    /// The areas with `lines` lines above the sums for what the filter may become: taken from the preview where that is
    /// below the list, else from the rows.
    #[must_use]
    pub fn with_offer(mut self, lines: usize) -> Self {
        let is_below = self.rule.height == 1 && self.rule.width > 1 && !self.preview.is_empty();
        let body = if is_below { self.preview } else { self.rows };
        let high = u16::try_from(lines).unwrap_or(u16::MAX).min(body.height.saturating_sub(1));
        if high == 0 {
            return self;
        }
        self.offer = Rect { x: self.top.x, y: body.bottom() - high, width: self.top.width, height: high };
        if is_below {
            self.preview.height -= high;
        } else {
            self.rows.height -= high;
            // What stands beside the list is covered as well.
            self.rule.height = self.rule.height.min(self.offer.y.saturating_sub(self.rule.y));
            self.preview.height = self.preview.height.min(self.offer.y.saturating_sub(self.preview.y));
        }
        self
    }
}

/// The list, the line between, and the preview.
fn split(body: Rect, area: Rect, beside: PreviewPosition, lines: usize) -> (Rect, Rect, Rect) {
    let needed = match beside {
        PreviewPosition::Right => WIDE,
        PreviewPosition::RightOfWide => VAST,
        PreviewPosition::Below => u16::MAX,
    };
    if area.width >= needed {
        // At 120 columns the list keeps the 88 in which it says everything.
        let wide = (area.width.saturating_sub(88)).clamp(32, 64);
        let list = Rect { width: body.width - wide, ..body };
        let rule = Rect { x: list.right(), width: 1, ..body };
        let preview = Rect { x: rule.x + 2, width: wide.saturating_sub(3), ..body };
        return (list, rule, preview);
    }
    if area.height < PREVIEW || area.width < 60 {
        return (body, Rect::default(), Rect::default());
    }
    // A short list leaves the rest to the preview; a long one leaves it a third.
    let needed = u16::try_from(lines + 1).unwrap_or(u16::MAX);
    let most = body.height - (body.height / 3).max(7) - 1;
    let high = needed.max(body.height / 4).min(most);
    let list = Rect { height: high, ..body };
    let rule = Rect { y: list.bottom(), height: 1, ..body };
    let below = body.height - high - 1;
    let preview = Rect { x: body.x + 2, y: rule.bottom(), width: body.width.saturating_sub(3), height: below };
    (list, rule, preview)
}

/// A page of sections. Where the terminal is wide, the sections stand beside the name.
#[must_use]
pub fn page(area: Rect) -> PageAreas {
    let air = u16::from(area.height >= TALL);
    let beside = area.width >= WIDE || area.height < MIDDLING;
    let top = rows(area, 0, 1);
    let title = rows(area, 1 + air, 1);
    let sections = rows(area, 2 + air, u16::from(!beside));
    let start = 2 + air + sections.height + u16::from(area.height >= MIDDLING);
    let lines = rows(area, start, area.height.saturating_sub(start + 1));
    PageAreas { top, title, sections, lines, status: rows(area, area.height.saturating_sub(1), 1) }
}

/// The parts of a box to pick from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PickerAreas {
    /// The box with its border.
    pub outer: Rect,
    /// The line being typed.
    pub typed: Rect,
    /// What is offered.
    pub rows: Rect,
    /// The preview; empty where there is no room.
    pub preview: Rect,
}

/// From this many columns on, a box to pick from has a preview.
const PREVIEWED: u16 = 100;

/// A box to pick from: under the tabs, so that it stays where it is however little is found. One without a preview
/// is no wider than its lines are easily read.
#[must_use]
pub fn picker(area: Rect, has_preview: bool) -> PickerAreas {
    let air = if area.height >= TALL { 2 } else { 0 };
    let beside = match area.width {
        0..60 => 0,
        wide if has_preview => 3.max(wide.saturating_sub(170) / 2),
        wide => 3.max(wide.saturating_sub(90) / 2),
    };
    // Where rows are few, all of them are needed for one of what is found.
    let around = if area.height < SCARCE { 0 } else { 2 + air };
    let outer = Rect {
        x: area.x + beside,
        y: area.y + around / 2,
        width: area.width.saturating_sub(2 * beside),
        height: area.height.saturating_sub(around),
    };
    let inner = Rect {
        x: outer.x + 1.min(outer.width),
        y: outer.y + 1.min(outer.height),
        width: outer.width.saturating_sub(2),
        height: outer.height.saturating_sub(2),
    };
    let typed = rows(inner, 0, 1);
    let body = rows(inner, 2, inner.height.saturating_sub(2));
    if !has_preview || area.width < PREVIEWED {
        return PickerAreas { outer, typed, rows: body, preview: Rect::default() };
    }
    let wide = body.width * 11 / 20;
    let preview = Rect { x: body.x + wide + 2, width: body.width.saturating_sub(wide + 3), ..body };
    PickerAreas { outer, typed, rows: Rect { width: wide, ..body }, preview }
}

/// A box over the middle of an area, no larger than it.
#[must_use]
pub fn middle(area: Rect, width: u16, height: u16) -> Rect {
    let (width, height) = (width.min(area.width), height.min(area.height));
    Rect { x: area.x + (area.width - width) / 2, y: area.y + (area.height - height) / 2, width, height }
}

/// A box of `lines` lines at the right, so that what it changes can be seen beside it.
#[must_use]
pub fn at_right(area: Rect, width: u16, lines: u16) -> Rect {
    let body = Rect { y: area.y + 1.min(area.height), height: area.height.saturating_sub(2), ..area };
    let (width, height) = (width.min(body.width), lines.saturating_add(2).min(body.height));
    Rect { x: body.right() - width, y: body.y + 1.min(body.height - height), width, height }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_overlaps_or_leaves_the_terminal_at_any_size() {
        for (width, height) in (0..200).step_by(7).flat_map(|w| (0..60).map(move |h| (w, h))) {
            let area = Rect { x: 0, y: 0, width, height };
            for beside in [PreviewPosition::Right, PreviewPosition::Below] {
                for lines in [0, 4, 1000] {
                    let list = list(area, beside, lines);
                    let parts = [list.top, list.head, list.rows, list.rule, list.preview, list.totals, list.status];
                    apart(area, &parts);
                }
            }
            let page = page(area);
            apart(area, &[page.top, page.title, page.sections, page.lines, page.status]);
            for picker in [picker(area, true), picker(area, false)] {
                apart(area, &[picker.typed, picker.rows, picker.preview]);
                apart(area, &[picker.outer]);
            }
        }
    }

    fn apart(area: Rect, parts: &[Rect]) {
        let parts: Vec<_> = parts.iter().filter(|part| !part.is_empty()).collect();
        for (n, part) in parts.iter().enumerate() {
            assert_eq!(part.intersection(area), **part, "{part} of {area}");
            // Less than three rows have room for the rows alone.
            for other in parts.iter().skip(n + 1).filter(|_| area.height > 3) {
                assert!(part.intersection(**other).is_empty(), "{part} and {other} of {area}");
            }
        }
    }

    #[test]
    fn the_three_sizes_are_laid_out_as_the_design_says() {
        let area = |width, height| Rect { x: 0, y: 0, width, height };
        let large = list(area(120, 40), PreviewPosition::Right, 60);
        assert!(large.preview.x > large.rows.right() && large.rows.width >= 83);
        let middle = list(area(80, 24), PreviewPosition::Right, 4);
        assert!(middle.preview.y > middle.rows.bottom() && middle.rows.width == 80);
        let small = list(area(40, 10), PreviewPosition::Right, 60);
        assert!(small.preview.is_empty() && small.rows.height == 8);
    }
}
