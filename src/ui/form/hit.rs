//! Clicks on a form: which part of it is at a cell.

use ratatui::layout::{Position, Rect};

use super::draw::{FormPainter, FormStyle};
use super::{Form, FormContext, FormOutcome};
use crate::ui::field::Pick;

/// A part of a form that can be clicked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FormHit {
    /// The position of a field.
    Field(usize),
    /// An option of a field.
    Choice(usize, Pick),
}

impl Form {
    /// The box of the form in an area, and the area of its lines.
    pub fn place(&self, area: Rect, look: FormStyle<'_>) -> (Rect, Rect) {
        let width = if area.width > 88 { (area.width - 12).min(104) } else { area.width };
        let height = FormPainter::new(self, look, width).height();
        let height = u16::try_from(height).unwrap_or(u16::MAX).min(area.height);
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

    /// The part at a cell.
    pub fn hit(&self, area: Rect, look: FormStyle<'_>, at: Position) -> Option<FormHit> {
        let (place, inner) = self.place(area, look);
        let row = usize::from(at.y.checked_sub(inner.y)?);
        let piece = FormPainter::new(self, look, place.width).arrange(usize::from(inner.height));
        piece.hits.iter().find(|(of, _)| *of == row).map(|(_, hit)| *hit).filter(|_| inner.contains(at))
    }

    /// Handles a click.
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
