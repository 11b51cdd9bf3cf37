//! The output of a hook or of git that refused a commit, in full.

use crate::model::MessageArg;
use crate::report::sanitize;
use crate::ui::Token;
use crate::ui::command::Command;
use crate::ui::keymap::KeyContext;
use crate::ui::render_context::RenderContext;
use crate::ui::widget::page::PageLine;
use crate::ui::widget::page_builder::PageBuilder;

/// A commit that was refused.
#[derive(Clone, Debug)]
pub struct Refused {
    /// The output, in several lines.
    pub said: String,
    pub remedy: String,
    /// Whether a form is open below.
    pub has_form: bool,
}

/// Returns a line as a terminal would show it: without colours and without what was overwritten.
fn plain(line: &str) -> String {
    let line = line.trim_end_matches('\r').rsplit('\r').next().unwrap_or_default().replace('\t', "    ");
    let mut parts = line.split("\u{1b}[");
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |mut plain, part| {
        let after = part.find(|c: char| !c.is_ascii_digit() && c != ';').map_or(part.len(), |end| end + 1);
        plain.push_str(part.get(after..).unwrap_or_default());
        plain
    })
}

pub fn lines(ctx: &RenderContext<'_>, refused: &Refused, width: usize) -> Vec<PageLine> {
    let mut builder = PageBuilder::new(width, 0);
    builder.text(None, Token::Bad, 0, &format!("✗ {}", ctx.text("refused-said")));
    builder.blank();
    for line in refused.said.lines() {
        let line = plain(line);
        let line = sanitize(line.trim_end()).into_owned();
        // Empty lines are those of the hook.
        if line.is_empty() { builder.line(Vec::new()) } else { builder.text(None, Token::Text, 2, &line) }
    }
    builder.blank();
    builder.text(None, Token::Text, 0, &format!("→ {}", refused.remedy));
    let key = if refused.has_form { "refused-way-back" } else { "refused-close" };
    let back = [("back", MessageArg::Text(ctx.key_in(KeyContext::Reading, Command::Back)))];
    builder.text(None, Token::Muted, 0, &ctx.locale.message(key, &back));
    builder.into_lines()
}

#[cfg(test)]
mod tests {
    use super::plain;

    #[test]
    fn colours_and_overwritten_text_are_removed() {
        for (said, shown) in [
            ("\u{1b}[31;1mno\u{1b}[0m source", "no source"),
            ("10%\r50%\rdone\r", "done"),
            ("a\tb\u{1b}[", "a    b"),
            ("\u{1b}[Ké", "é"),
        ] {
            assert_eq!(plain(said), shown);
        }
    }
}
