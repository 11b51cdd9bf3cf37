//! Clicks on a form: which part of it is at a cell.

use ratatui::layout::{Position, Rect};

use super::draw::{FormPainter, FormStyle};
use super::{Form, FormContext, FormOutcome};
use crate::ui::field::Pick;

/// The columns from which on the facts and the preview are beside the fields.
const TWO_COLUMNS: u16 = 104;
/// The columns of the fields beside the facts, at least.
const FIELDS: u16 = 62;
/// The columns between both.
const GAP: u16 = 3;

/// A part of a form that can be clicked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FormHit {
    /// The position of a field.
    Field(usize),
    /// An option of a field.
    Choice(usize, Pick),
}

impl Form {
    /// Returns the box of the form in an area, and the area of its lines.
    pub fn place(&self, area: Rect, look: FormStyle<'_>) -> (Rect, Rect) {
        // A form with facts beside its fields takes all the room.
        let is_sheet = !self.facts.is_empty();
        let width = match area.width {
            width if width <= 88 => width,
            width if is_sheet => width.min(200),
            width => (width - 12).min(104),
        };
        let height = FormPainter::new(self, look, width.saturating_sub(4)).height();
        let height = if is_sheet { area.height } else { u16::try_from(height).unwrap_or(u16::MAX).min(area.height) };
        let place =
            Rect { x: area.x + (area.width - width) / 2, y: area.y + (area.height - height) / 2, width, height };
        let inner = Rect {
            x: place.x + 2.min(width),
            y: place.y + 1.min(height),
            width: width.saturating_sub(4),
            height: height.saturating_sub(2),
        };
        (place, inner)
    }

    /// Returns the columns of the lines: the fields, and what is beside them if there is room.
    pub(super) fn columns(&self, inner: Rect) -> (Rect, Option<Rect>) {
        if self.facts.is_empty() || inner.width < TWO_COLUMNS {
            return (inner, None);
        }
        let width = (inner.width / 2).max(FIELDS);
        let beside = Rect { x: inner.x + width + GAP, width: inner.width - width - GAP, ..inner };
        (Rect { width, ..inner }, Some(beside))
    }

    /// Returns the part at a cell.
    pub fn hit(&self, area: Rect, look: FormStyle<'_>, at: Position) -> Option<FormHit> {
        let (_, inner) = self.place(area, look);
        let row = usize::from(at.y.checked_sub(inner.y)?);
        let (left, right) = self.columns(inner);
        let painter = FormPainter::new(self, look, left.width);
        let piece = painter.arrange(usize::from(left.height), right.is_some());
        piece.hits.iter().find(|(of, _)| *of == row).map(|(_, hit)| *hit).filter(|_| left.contains(at))
    }

    pub fn click(&mut self, hit: FormHit, context: &FormContext<'_>) -> FormOutcome {
        let (FormHit::Field(field) | FormHit::Choice(field, _)) = hit;
        if self.saving {
            return FormOutcome::Stay;
        }
        self.go(field.cast_signed() - self.focus.cast_signed());
        if let (FormHit::Choice(_, pick), Some(field)) = (hit, self.fields.get_mut(field)) {
            field.point(pick);
        }
        self.checked(context)
    }
}
