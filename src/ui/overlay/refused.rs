//! What a hook or git itself said when it refused a commit, all of it and in its own words.

use crate::model::Arg;
use crate::report::safe;
use crate::ui::Token;
use crate::ui::command::Command;
use crate::ui::keymap::Context;
use crate::ui::view::View;
use crate::ui::widget::page::PageLine;
use crate::ui::widget::sheet::Sheet;

/// A commit that was refused.
#[derive(Clone, Debug)]
pub struct Refused {
    /// What was said, in several lines.
    pub said: String,
    /// The way on.
    pub remedy: String,
    /// Whether a form waits with what was typed.
    pub has_form: bool,
}

/// The lines of the box.
pub fn lines(view: &View<'_>, refused: &Refused, width: usize) -> Vec<PageLine> {
    let mut sheet = Sheet::new(width, 0);
    sheet.text(None, Token::Bad, 0, &format!("✗ {}", view.text("refused-said")));
    sheet.blank();
    for line in refused.said.lines() {
        let line = safe(&line.trim_end().replace('\t', "    ")).into_owned();
        // Blank lines are the hook's own.
        if line.is_empty() { sheet.line(Vec::new()) } else { sheet.text(None, Token::Text, 2, &line) }
    }
    sheet.blank();
    sheet.text(None, Token::Text, 0, &format!("→ {}", refused.remedy));
    let key = if refused.has_form { "refused-way-back" } else { "refused-close" };
    let back = [("back", Arg::Text(view.key_in(Context::Reading, Command::Back)))];
    sheet.text(None, Token::Muted, 0, &view.locale.message(key, &back));
    sheet.into_lines()
}
