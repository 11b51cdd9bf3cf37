//! Makes texts of records inert in Markdown and plain text, and lays out tables in both.

use super::document::DocumentTable;
use crate::report::width;

/// Escapes everything that Markdown or the HTML in it could read as markup.
#[must_use]
pub fn markdown(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\n' | '\r' => escaped.push(' '),
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '\\' | '`' | '*' | '_' | '[' | ']' | '#' | '|' | '~' => {
                escaped.push('\\');
                escaped.push(c);
            }
            _ => escaped.push(c),
        }
    }
    escape_list_marker(escaped)
}

/// A hyphen, a plus or a number with a dot at the start of a line would begin a list.
fn escape_list_marker(text: String) -> String {
    let after_digits = text.trim_start_matches(|c: char| c.is_ascii_digit());
    if text.starts_with(['-', '+', '=']) {
        return format!("\\{text}");
    }
    if after_digits.len() < text.len() && (after_digits == "." || after_digits.starts_with(". ")) {
        let digits = &text[..text.len() - after_digits.len()];
        return format!("{digits}\\{after_digits}");
    }
    text
}

/// Text on one line.
#[must_use]
pub fn plain(text: &str) -> String {
    text.split(['\n', '\r']).collect::<Vec<_>>().join(" ")
}

/// Returns a table as GitHub and GitLab read it.
#[must_use]
pub fn markdown_table(table: &DocumentTable) -> String {
    if table.rows.is_empty() {
        return markdown(&table.empty);
    }
    let line = |cells: Vec<String>| format!("| {} |", cells.join(" | "));
    let mut lines = vec![line(table.columns.iter().map(|column| markdown(&column.label)).collect())];
    lines.push(line(table.columns.iter().map(|one| if one.is_number { "---:" } else { "---" }.to_owned()).collect()));
    for row in &table.rows {
        let cell = |text: &String| match markdown(text) {
            text if row.is_total && !text.is_empty() => format!("**{text}**"),
            text => text,
        };
        lines.push(line(row.cells.iter().map(cell).collect()));
    }
    lines.join("\n")
}

/// Returns a table with aligned columns.
#[must_use]
pub fn text_table(table: &DocumentTable) -> String {
    if table.rows.is_empty() {
        return plain(&table.empty);
    }
    let heads = table.columns.iter().map(|column| plain(&column.label)).collect::<Vec<_>>();
    let rows = table.rows.iter().map(|row| row.cells.iter().map(|cell| plain(cell)).collect::<Vec<_>>());
    let lines: Vec<Vec<String>> = std::iter::once(heads).chain(rows).collect();
    let widths: Vec<usize> = (0..table.columns.len())
        .map(|at| lines.iter().filter_map(|line| line.get(at)).map(|cell| width::width(cell)).max().unwrap_or_default())
        .collect();
    let laid_out = lines.iter().map(|line| {
        let cells = line.iter().zip(&widths).zip(&table.columns).map(|((cell, room), column)| {
            let pad = " ".repeat(room.saturating_sub(width::width(cell)));
            if column.is_number { format!("{pad}{cell}") } else { format!("{cell}{pad}") }
        });
        cells.collect::<Vec<_>>().join("  ").trim_end().to_owned()
    });
    let mut laid_out: Vec<String> = laid_out.collect();
    let rule = widths.iter().map(|room| "─".repeat(*room)).collect::<Vec<_>>().join("  ");
    if let Some(total) = table.rows.iter().position(|row| row.is_total) {
        laid_out.insert(total + 1, rule.clone());
    }
    laid_out.insert(1, rule);
    laid_out.join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markup_is_inert_in_markdown() {
        for (text, expected) in [
            ("a*b_c", "a\\*b\\_c"),
            ("[x](javascript:y)", "\\[x\\](javascript:y)"),
            ("<script>", "&lt;script&gt;"),
            ("- item", "\\- item"),
            ("12. item", "12\\. item"),
            ("12.50", "12.50"),
            ("a\n# b", "a \\# b"),
            ("a | b", "a \\| b"),
        ] {
            assert_eq!(markdown(text), expected);
        }
    }

    #[test]
    fn columns_are_aligned() {
        let mut table = DocumentTable::new(vec![("What".into(), false), ("Amount".into(), true)], "None".into());
        assert_eq!(text_table(&table), "None");
        table.row(vec!["Hosting".into(), "1.00".into()]);
        table.total(vec!["Total".into(), "100.00".into()]);
        assert_eq!(
            text_table(&table),
            "What     Amount\n───────  ──────\nHosting    1.00\n───────  ──────\nTotal    100.00"
        );
        assert_eq!(
            markdown_table(&table),
            "| What | Amount |\n| --- | ---: |\n| Hosting | 1.00 |\n| **Total** | **100.00** |"
        );
    }
}
