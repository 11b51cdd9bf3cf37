//! Where the configuration is, and what is wrong with it.

use crate::report::sanitize;
use crate::ui::screen::findings;
use crate::ui::view::View;
use crate::ui::widget::page::PageLine;
use crate::ui::widget::sheet::Sheet;
use crate::ui::{Configuration, Token};

/// The lines of the box.
pub fn lines(view: &View<'_>, configuration: &Configuration, width: usize) -> Vec<PageLine> {
    let mut sheet = Sheet::new(width, 0);
    sheet.text(None, Token::Muted, 0, &sanitize(&configuration.file));
    for problem in &configuration.problems {
        sheet.blank();
        findings::body(view, problem, &mut sheet);
    }
    if configuration.problems.is_empty() {
        sheet.blank();
        sheet.text(None, Token::Good, 0, &format!("✓ {}", view.text("configuration-sound")));
    }
    sheet.into_lines()
}
