//! The layout for a terminal size, shared by `update` (scrolling, mouse) and drawing.

use ratatui::layout::{Position, Rect};

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

/// The areas of a list screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ListAreas {
    /// The tab bar.
    pub top: Rect,
    /// The column headers; empty on a small terminal.
    pub head: Rect,
    pub rows: Rect,
    /// The line between list and preview.
    pub rule: Rect,
    /// The preview; empty if it is hidden.
    pub preview: Rect,
    /// The completions of the filter; empty unless a filter is being typed.
    pub offer: Rect,
    /// The sums; empty on a small terminal.
    pub totals: Rect,
    pub status: Rect,
}

/// The areas of a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PageAreas {
    /// The tab bar.
    pub top: Rect,
    /// The name of the subject.
    pub title: Rect,
    /// The section names; empty if they are on the title line.
    pub sections: Rect,
    pub lines: Rect,
    /// The columns of the lines: one, or two side by side.
    pub columns: [Rect; 2],
    /// The line between the columns; empty if there is one.
    pub rule: Rect,
    pub status: Rect,
}

impl PageAreas {
    /// Returns the number of lines that all columns show.
    #[must_use]
    pub fn height(&self) -> usize {
        self.columns.iter().filter(|column| !column.is_empty()).map(|column| usize::from(column.height)).sum()
    }

    /// Returns the line at a cell, counted from the first one shown.
    #[must_use]
    pub fn line_at(&self, at: Position) -> Option<usize> {
        let [first, second] = self.columns;
        let column = [first, second].into_iter().find(|column| column.contains(at))?;
        let before = if column == second { usize::from(first.height) } else { 0 };
        Some(before + usize::from(at.y - column.y))
    }
}

/// From this width on, the preview is on the right.
const WIDE: u16 = 110;
/// From this width on, the preview is on the right of wide lists too.
const VAST: u16 = 160;
/// From this width on, a page has two columns.
const TWO_COLUMNS: u16 = 150;
/// Below this height, a box takes the whole screen.
const SCARCE: u16 = 8;
/// From this height on, blank lines separate the parts of a screen.
const TALL: u16 = 30;
/// From this height on, a list has column headers and sums.
const MIDDLING: u16 = 14;
/// From this height on, a preview fits below the list.
const PREVIEW: u16 = 20;

fn rows(area: Rect, y: u16, height: u16) -> Rect {
    Rect {
        x: area.x,
        y: area.y + y.min(area.height),
        width: area.width,
        height: height.min(area.height.saturating_sub(y)),
    }
}

/// Returns the areas of a list of `lines` lines with its preview.
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
    /// Makes room for `lines` completions of the filter above the sums, at the expense of the preview if it is below
    /// the list, else of the rows.
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
            // The completions also cover what is beside the list.
            self.rule.height = self.rule.height.min(self.offer.y.saturating_sub(self.rule.y));
            self.preview.height = self.preview.height.min(self.offer.y.saturating_sub(self.preview.y));
        }
        self
    }
}

/// Divides `body` into list, rule and preview.
fn split(body: Rect, area: Rect, beside: PreviewPosition, lines: usize) -> (Rect, Rect, Rect) {
    let needed = match beside {
        PreviewPosition::Right => WIDE,
        PreviewPosition::RightOfWide => VAST,
        PreviewPosition::Below => u16::MAX,
    };
    if area.width >= needed {
        // 88 columns are enough for all columns of a list.
        let wide = (area.width.saturating_sub(88)).clamp(32, 64);
        let list = Rect { width: body.width - wide, ..body };
        let rule = Rect { x: list.right(), width: 1, ..body };
        let preview = Rect { x: rule.x + 2, width: wide.saturating_sub(3), ..body };
        return (list, rule, preview);
    }
    if area.height < PREVIEW || area.width < 60 {
        return (body, Rect::default(), Rect::default());
    }
    // A short list leaves the remaining height to the preview; a long one leaves it a third.
    let needed = u16::try_from(lines + 1).unwrap_or(u16::MAX);
    let most = body.height - (body.height / 3).max(7) - 1;
    let high = needed.max(body.height / 4).min(most);
    let list = Rect { height: high, ..body };
    let rule = Rect { y: list.bottom(), height: 1, ..body };
    let below = body.height - high - 1;
    let preview = Rect { x: body.x + 2, y: rule.bottom(), width: body.width.saturating_sub(3), height: below };
    (list, rule, preview)
}

/// Returns the areas of a page. On a wide terminal the section names share the title line and the lines have two
/// columns.
#[must_use]
pub fn page(area: Rect) -> PageAreas {
    let air = u16::from(area.height >= TALL);
    let beside = area.width >= WIDE || area.height < MIDDLING;
    let top = rows(area, 0, 1);
    let title = rows(area, 1 + air, 1);
    let sections = rows(area, 2 + air, u16::from(!beside));
    let start = 2 + air + sections.height + u16::from(area.height >= MIDDLING);
    let lines = rows(area, start, area.height.saturating_sub(start + 1));
    let status = rows(area, area.height.saturating_sub(1), 1);
    if area.width < TWO_COLUMNS {
        let columns = [lines, Rect::default()];
        return PageAreas { top, title, sections, lines, columns, rule: Rect::default(), status };
    }
    let left = Rect { width: (lines.width - 1) / 2, ..lines };
    let rule = Rect { x: left.right(), width: 1, ..lines };
    let right = Rect { x: rule.right(), width: lines.right() - rule.right(), ..lines };
    PageAreas { top, title, sections, lines, columns: [left, right], rule, status }
}

/// The areas of a picker (palette or finder).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PickerAreas {
    /// The box with its border.
    pub outer: Rect,
    /// The text field.
    pub typed: Rect,
    /// The items.
    pub rows: Rect,
    /// The preview; empty if it is hidden.
    pub preview: Rect,
}

/// From this width on, a picker has a preview.
const PREVIEWED: u16 = 100;

/// Returns the areas of a picker. It always starts below the tab bar, so that it stays in place while its items change.
/// Without a preview it is narrower.
#[must_use]
pub fn picker(area: Rect, has_preview: bool) -> PickerAreas {
    let air = if area.height >= TALL { 2 } else { 0 };
    let beside = match area.width {
        0..60 => 0,
        wide if has_preview => 3.max(wide.saturating_sub(170) / 2),
        wide => 3.max(wide.saturating_sub(90) / 2),
    };
    // On a small terminal the items need every row.
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

/// Returns a box in the middle of `area`, clipped to it.
#[must_use]
pub fn middle(area: Rect, width: u16, height: u16) -> Rect {
    let (width, height) = (width.min(area.width), height.min(area.height));
    Rect { x: area.x + (area.width - width) / 2, y: area.y + (area.height - height) / 2, width, height }
}

/// Returns a box of `lines` lines on the right, so that its effect on the screen stays visible.
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
    fn areas_never_overlap_or_leave_the_terminal() {
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
            let [left, right] = page.columns;
            apart(area, &[page.top, page.title, page.sections, left, page.rule, right, page.status]);
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
            // With fewer than three rows, areas overlap.
            for other in parts.iter().skip(n + 1).filter(|_| area.height > 3) {
                assert!(part.intersection(**other).is_empty(), "{part} and {other} of {area}");
            }
        }
    }

    #[test]
    fn the_three_common_sizes_have_their_layouts() {
        let area = |width, height| Rect { x: 0, y: 0, width, height };
        let large = list(area(120, 40), PreviewPosition::Right, 60);
        assert!(large.preview.x > large.rows.right() && large.rows.width >= 83);
        let middle = list(area(80, 24), PreviewPosition::Right, 4);
        assert!(middle.preview.y > middle.rows.bottom() && middle.rows.width == 80);
        let small = list(area(40, 10), PreviewPosition::Right, 60);
        assert!(small.preview.is_empty() && small.rows.height == 8);
    }
}
