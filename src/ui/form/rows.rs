//! Repeated parts of a form: each row has the same fields, called `condition.0.what`. A blank row always follows the
//! last filled one, so that a row is added by typing; a key goes there, and another removes a row.

use super::Form;
use crate::edit::ArgumentValues;
use crate::ui::command::Command;
use crate::ui::field::{FieldName, FormField, InputKind, RowPart};

/// The most rows of a repeated part.
const MOST: usize = 40;

/// A repeated part of a form.
pub(super) struct RowGroup {
    /// The name, with which the names of its fields begin.
    pub name: &'static str,
    /// The fields of a row. A row without its first one is incomplete.
    pub parts: &'static [&'static str],
}

impl RowGroup {
    /// Returns the name of a field.
    pub fn field(&self, row: usize, part: &str) -> FieldName {
        format!("{}.{row}.{part}", self.name).into()
    }

    /// Returns the number of rows up to the last one with a value.
    pub fn filled(&self, values: &ArgumentValues) -> usize {
        let has_value = |row: &usize| self.parts.iter().any(|part| values.has(&self.field(*row, part)));
        (0..MOST).rev().find(has_value).map_or(0, |last| last + 1)
    }

    /// Returns the fields of all rows and of a blank one.
    pub fn fields(&self, values: &ArgumentValues, kind: impl Fn(&str) -> InputKind) -> Vec<FormField> {
        let rows = (self.filled(values) + 1).min(MOST);
        let all = (0..rows).flat_map(|row| self.parts.iter().enumerate().map(move |(n, part)| (row, n == 0, *part)));
        all.map(|(row, is_first, part)| {
            let place = RowPart { group: self.name, row, part, is_first };
            FormField::new(self.field(row, part), kind(part)).in_row(place)
        })
        .collect()
    }
}

impl Form {
    /// Returns whether the row of a part is blank.
    pub(super) fn is_blank_row(&self, part: RowPart) -> bool {
        self.row(part).all(FormField::is_blank)
    }

    /// Returns the fields of the row of a part.
    fn row(&self, part: RowPart) -> impl Iterator<Item = &FormField> {
        let is_of_it = move |other: RowPart| (other.group, other.row) == (part.group, part.row);
        self.fields.iter().filter(move |field| field.row.is_some_and(is_of_it))
    }

    /// Returns whether a field belongs to a row, but does not begin it, and the row is blank: it is not asked for yet.
    pub(super) fn is_hidden(&self, at: usize) -> bool {
        let part = self.fields.get(at).and_then(|field| field.row);
        part.is_some_and(|part| !part.is_first && self.is_blank_row(part))
    }

    /// Returns the row of the focused field.
    pub(super) fn focused_row(&self) -> Option<RowPart> {
        self.fields.get(self.focus).and_then(|field| field.row)
    }

    /// Returns what a row contains, on one line.
    pub(super) fn row_words(&self, part: RowPart) -> String {
        let words = self.row(part).filter(|field| !field.is_blank()).map(FormField::says);
        words.collect::<Vec<_>>().join(" · ")
    }

    /// Returns whether a command about rows applies to the focused field.
    pub(super) fn takes_row(&self, command: Command) -> bool {
        match (command, self.focused_row()) {
            (Command::RemoveRow, Some(part)) => !self.is_blank_row(part),
            (_, part) => part.is_some(),
        }
    }

    /// Goes to the blank row of the repeated part that has the focus.
    pub(super) fn add_row(&mut self) {
        let Some(part) = self.focused_row() else { return };
        let is_last = |field: &FormField| field.row.is_some_and(|other| other.group == part.group && other.is_first);
        let last = self.fields.iter().rposition(is_last).unwrap_or(self.focus);
        self.go(last.cast_signed() - self.focus.cast_signed());
    }

    /// Removes the focused row; those after it move up.
    pub(super) fn remove_row(&mut self) {
        let Some(gone) = self.focused_row() else { return };
        self.fields.retain(|field| field.row.is_none_or(|part| (part.group, part.row) != (gone.group, gone.row)));
        for field in &mut self.fields {
            let Some(part) = field.row.as_mut().filter(|part| part.group == gone.group && part.row > gone.row) else {
                continue;
            };
            part.row -= 1;
            field.name = format!("{}.{}.{}", part.group, part.row, part.part).into();
        }
        let is_next =
            |field: &FormField| field.row.is_some_and(|part| (part.group, part.row) == (gone.group, gone.row));
        self.focus = self.fields.iter().position(is_next).unwrap_or(self.focus);
        self.shape = None;
    }
}
