//! What is handed to the clipboard: the row as it is shown, its figure, where what it is about can be seen.

use super::{Notice, State};
use crate::model::Id;
use crate::report::sanitize;
use crate::ui::key_figure::KeyFigure;
use crate::ui::overlay::Overlay;
use crate::ui::target::Target;
use crate::ui::widget::list::ListRow;
use crate::ui::widget::page::Page;
use crate::ui::widget::text::StyledLine;
use crate::ui::{CopyContent, Effect};

/// Columns as wide as their texts.
const WIDE: usize = 400;

impl State {
    /// The marked rows, or the selected one: a line for each, its columns with tabs between.
    pub(super) fn copy_row(&mut self) -> Vec<Effect> {
        let rows: Vec<String> = self.lines_meant().iter().map(|cells| cells.join("\t")).collect();
        self.copy(Some(rows.join("\n")).filter(|text| !text.trim().is_empty()))
    }

    /// The figure of each of them.
    pub(super) fn copy_figure(&mut self) -> Vec<Effect> {
        let figures = self.figures_meant().into_iter().map(|figure| figure.words(&self.locale));
        let figures: Vec<String> = figures.collect();
        self.copy(Some(figures.join("\n")).filter(|text| !text.is_empty()))
    }

    /// What can be opened in a browser, else the file and the line.
    pub(super) fn copy_address(&mut self) -> Vec<Effect> {
        match (self.address(), self.place()) {
            (Some(address), _) => self.copy(Some(address)),
            (None, Some(place)) => vec![Effect::Copy(CopyContent::Location(place))],
            (None, None) => self.copy(None),
        }
    }

    /// Something was copied.
    pub(super) fn copied(&mut self, text: &str) {
        let lines = text.lines().count();
        let words = if lines > 1 {
            self.render_context().count("copied-lines", lines)
        } else {
            format!("{} {}", self.locale.text("copied"), sanitize(&text.replace('\t', " · ")))
        };
        self.notice = Some(Notice::Done(words));
    }

    fn copy(&mut self, text: Option<String>) -> Vec<Effect> {
        if let Some(text) = text {
            return vec![Effect::Copy(CopyContent::Text(text))];
        }
        self.notice = Some(Notice::Info(self.locale.text("copied-nothing")));
        Vec::new()
    }

    /// What the marked rows say, or the selected one or the line that the cursor is on; cell by cell.
    fn lines_meant(&self) -> Vec<Vec<String>> {
        match (&self.overlay, &self.opened) {
            (Some(Overlay::Text(reading)), _) => lines_of(&reading.page),
            (Some(_), _) => Vec::new(),
            (None, Some(opened)) => lines_of(&opened.page),
            (None, None) => {
                let (listing, ctx) = (self.screen.listing(), self.render_context());
                let columns = listing.columns(&ctx);
                let count = columns.len();
                let shown = self.arrangement().columns(count);
                let cells = |row| {
                    let cells = listing.cells(&ctx, row, &vec![WIDE; count]);
                    let said = |n: usize| columns.get(n).is_some_and(|column| !column.drawn);
                    let texts = shown.iter().filter(|(n, shown)| *shown && said(*n));
                    let texts = texts.filter_map(|(n, _)| cells.get(*n));
                    texts.map(words).collect()
                };
                self.rows_meant().into_iter().map(cells).collect()
            }
        }
    }

    /// The marked rows of the list, or the selected one.
    fn rows_meant(&self) -> Vec<ListRow> {
        let marked: Vec<_> = self.list().marked_rows().collect();
        if marked.is_empty() { self.list().selected_row().into_iter().collect() } else { marked }
    }

    /// The figures of the marked rows, or that of the selected one or of the line that the cursor is on.
    fn figures_meant(&self) -> Vec<KeyFigure> {
        match (&self.overlay, &self.opened) {
            (Some(Overlay::Text(reading)), _) => reading.page.figure().into_iter().collect(),
            (Some(_), _) => Vec::new(),
            (None, Some(opened)) => opened.page.figure().into_iter().collect(),
            (None, None) => {
                let listing = self.screen.listing();
                self.rows_meant().into_iter().filter_map(|row| listing.figure(&self.data, row)).collect()
            }
        }
    }

    /// The address of the evidence, else of the startup's site or code.
    fn address(&self) -> Option<String> {
        let of_startup = |id: &Id| {
            let startup = self.data.portfolio.startups.get(id)?;
            startup.site.clone().or_else(|| startup.repository.clone())
        };
        let found = match self.target()? {
            Target::Startup(id) => of_startup(&id),
            Target::Occurrence(occurrence) => occurrence.done.and_then(|(_, evidence)| evidence),
            _ => None,
        };
        found.filter(|address| address.contains("://"))
    }
}

/// The line that the cursor is on, with those that go on with it.
fn lines_of(page: &Page) -> Vec<Vec<String>> {
    let meant = page.lines().iter().enumerate().filter(|(n, _)| page.is_selected(*n));
    let parts: Vec<String> = meant.map(|(_, line)| words(&line.pieces)).filter(|words| !words.is_empty()).collect();
    if parts.is_empty() { Vec::new() } else { vec![vec![parts.join(" ")]] }
}

fn words(line: &StyledLine) -> String {
    let text: String = line.iter().map(|piece| piece.text.as_str()).collect();
    text.trim().to_owned()
}
