//! The findings of the checks. The preview is below the list because messages, remedies and lines of files are wide.

use crate::edit::Verb;

use super::{ListScreen, PreviewPosition};
use crate::model::{Location, MessageArg, RecordKind, Severity};
use crate::report::columns::ColumnSpec;
use crate::report::filter::{self, FilteredList, RowFacts, RowText};
use crate::report::width;
use crate::report::{Diagnostic, sanitize};
use crate::rules::check::CONFLICT_MARKERS;
use crate::ui::arrangement::SortKey;
use crate::ui::command::Command;
use crate::ui::key_figure::KeyFigure;
use crate::ui::keymap::KeyContext;
use crate::ui::render_context::RenderContext;
use crate::ui::state_style::severity_style;
use crate::ui::target::Target;
use crate::ui::widget::list::{Group, ListRow, ListSums};
use crate::ui::widget::page::PageLine;
use crate::ui::widget::page_builder::PageBuilder;
use crate::ui::widget::text::{StyledLine, cut_middle, piece, width};
use crate::ui::{Data, Token};

pub struct FindingsScreen;

impl ListScreen for FindingsScreen {
    fn context(&self) -> KeyContext {
        KeyContext::Findings
    }

    fn rows(&self, data: &Data) -> Vec<ListRow> {
        let mut rows: Vec<_> = (0..data.diagnostics.len()).collect();
        // A stable sort: within a severity, the order of the checks (by file and position) is kept.
        rows.sort_by_key(|&n| std::cmp::Reverse(data.diagnostics[n].finding.severity));
        rows.into_iter().map(ListRow::Finding).collect()
    }

    fn groupings(&self) -> &'static [&'static str] {
        &["none", "severity", "check", "record"]
    }

    fn group(&self, ctx: &RenderContext<'_>, row: ListRow, grouping: &str) -> Option<Group> {
        let diagnostic = diagnostic(ctx.data, row)?;
        match grouping {
            "severity" => Some(Group::Severity(diagnostic.finding.severity)),
            "check" => Some(Group::Named(Some(diagnostic.finding.check.to_owned()))),
            "record" => Some(Group::Named(Some(diagnostic.file.clone()))),
            _ => None,
        }
    }

    fn sort_key(&self, ctx: &RenderContext<'_>, row: ListRow, column: usize) -> SortKey {
        let Some(diagnostic) = diagnostic(ctx.data, row) else { return SortKey::Unknown };
        match column {
            // The most severe first.
            0 => SortKey::Number(-(diagnostic.finding.severity as i64)),
            1 => SortKey::text(&message(ctx, diagnostic)),
            _ => SortKey::Text(format!("{}:{:9}", diagnostic.file, diagnostic.line)),
        }
    }

    fn facts<'a>(&self, ctx: &RenderContext<'a>, row: ListRow) -> RowFacts<'a> {
        diagnostic(ctx.data, row)
            .map(|one| filter::of_finding(&ctx.data.portfolio, one, ctx.data.as_of))
            .unwrap_or_default()
    }

    fn filtered_list(&self) -> FilteredList {
        FilteredList::Findings
    }

    fn row_text<'a>(&self, ctx: &RenderContext<'a>, row: ListRow) -> RowText<'a> {
        let diagnostic = diagnostic(ctx.data, row);
        diagnostic.map(|one| filter::text_of_finding(&ctx.data.portfolio, ctx.locale, one)).unwrap_or_default()
    }

    fn columns(&self, ctx: &RenderContext<'_>) -> Vec<ColumnSpec> {
        let word = |severity: Severity| width(&ctx.text(&format!("severity-{}", severity.name()))) + 2;
        let word = Severity::ALL.into_iter().map(word).max().unwrap_or(12);
        vec![
            ColumnSpec::fixed(word, 1).yielding(),
            ColumnSpec::flexible(24, 400, 0).wanting(30).growing_to(70),
            ColumnSpec::flexible(20, 34, 2),
        ]
    }

    fn column_names(&self) -> &'static [&'static [&'static str]] {
        &[&["severity"], &["finding", "message"], &["place", "file"]]
    }

    fn head(&self, ctx: &RenderContext<'_>) -> Vec<String> {
        ["severity", "finding", "place"].map(|name| ctx.text(&format!("column-{name}"))).into()
    }

    fn cells(&self, ctx: &RenderContext<'_>, row: ListRow, widths: &[usize]) -> Vec<StyledLine> {
        let Some(diagnostic) = diagnostic(ctx.data, row) else { return vec![StyledLine::new(); widths.len()] };
        let mark = severity_style(diagnostic.finding.severity);
        let word = if widths.first() == Some(&0) { String::new() } else { severity_word(ctx, diagnostic) };
        let mut message = vec![piece(Token::Text, message(ctx, diagnostic))];
        if word.is_empty() {
            message.insert(0, piece(mark.1, format!("{} ", mark.0)));
        }
        let room = widths.get(2).copied().unwrap_or(0);
        let place = piece(Token::Muted, place(diagnostic, room)).linked(ctx.link_to_file(&diagnostic.file));
        vec![vec![ctx.marked(mark, &word)], message, vec![place]]
    }

    fn preview(&self, ctx: &RenderContext<'_>, row: ListRow, width: usize) -> Vec<PageLine> {
        let mut builder = PageBuilder::new(width, 0);
        if let Some(diagnostic) = diagnostic(ctx.data, row) {
            body(ctx, diagnostic, &mut builder);
        }
        builder.into_lines()
    }

    fn target(&self, data: &Data, row: ListRow) -> Option<Target> {
        diagnostic(data, row).map(|diagnostic| Target::Fact(diagnostic.finding.place.clone()))
    }

    fn figure(&self, data: &Data, row: ListRow) -> Option<KeyFigure> {
        let facts = &diagnostic(data, row)?.finding.args;
        facts.iter().find_map(|(_, fact)| match fact {
            MessageArg::Money(amount) => Some(KeyFigure::Amount(*amount)),
            MessageArg::Date(day) => Some(KeyFigure::Day(*day)),
            _ => None,
        })
    }

    fn add(&self, ctx: &RenderContext<'_>, row: ListRow, sums: &mut ListSums) {
        sums.rows += 1;
        if let Some(diagnostic) = diagnostic(ctx.data, row)
            && let Some(count) = sums.counts.get_mut(diagnostic.finding.severity as usize)
        {
            *count += 1;
        }
    }

    fn totals(&self, ctx: &RenderContext<'_>, sums: &ListSums) -> Vec<StyledLine> {
        let counts = Severity::ALL.into_iter().zip(sums.counts).rev();
        let some = counts.filter(|(_, count)| *count > 0);
        some.map(|(severity, count)| {
            let words = ctx.count(&format!("total-{}", severity.name()), count);
            vec![ctx.marked(severity_style(severity), &words)]
        })
        .collect()
    }

    fn preview_position(&self) -> PreviewPosition {
        PreviewPosition::Below
    }

    fn empty(&self, _: &Data) -> &'static str {
        "empty-findings"
    }
}

/// Returns the finding of a row.
#[must_use]
pub fn diagnostic(data: &Data, row: ListRow) -> Option<&Diagnostic> {
    match row {
        ListRow::Finding(n) => data.diagnostics.get(n),
        _ => None,
    }
}

fn severity_word(ctx: &RenderContext<'_>, diagnostic: &Diagnostic) -> String {
    ctx.text(&format!("severity-{}", diagnostic.finding.severity.name()))
}

/// Returns the message of a finding on one line.
#[must_use]
pub fn message(ctx: &RenderContext<'_>, diagnostic: &Diagnostic) -> String {
    let finding = &diagnostic.finding;
    sanitize(&ctx.locale.message(finding.message, &finding.args)).into_owned()
}

/// `comobi:12`: without the folder, which is in the preview.
fn place(diagnostic: &Diagnostic, room: usize) -> String {
    let file = sanitize(&diagnostic.file);
    let name = file.rsplit('/').next().unwrap_or(&file);
    let name = name.strip_suffix(".toml").unwrap_or(name);
    let line = format!(":{}", diagnostic.line);
    format!("{}{line}", cut_middle(name, room.saturating_sub(width(&line))))
}

/// A finding in full: message, location with the line of the file, and remedy.
pub fn body(ctx: &RenderContext<'_>, diagnostic: &Diagnostic, builder: &mut PageBuilder) {
    let target = Some(Target::Fact(diagnostic.finding.place.clone()));
    let mark = severity_style(diagnostic.finding.severity);
    builder.wrapped(target, vec![piece(mark.1, format!("{} ", mark.0))], Token::Title, &message(ctx, diagnostic));
    let (command, way) = fix_command(ctx, diagnostic);
    let key = piece(Token::Key, format!("{} ", ctx.key(command)));
    builder.wrapped(None, vec![piece(Token::Text, "  "), key], Token::Muted, &ctx.text(way));
    builder.blank();
    excerpt(ctx, diagnostic, builder);
    let help = format!("{}-help", diagnostic.finding.message);
    let remedy = ctx.locale.message(&help, &diagnostic.finding.args);
    if remedy != help {
        builder.blank();
        builder.wrapped(None, vec![piece(Token::Accent, "→ ")], Token::Text, &sanitize(&remedy));
    }
}

/// Returns the command that fixes it, and its label.
fn fix_command(ctx: &RenderContext<'_>, diagnostic: &Diagnostic) -> (Command, &'static str) {
    let finding = &diagnostic.finding;
    let (check, kind) = (finding.check, finding.record().map(|record| record.kind));
    let convention = finding.record().filter(|record| record.kind == RecordKind::Convention);
    let is_unsigned = convention.is_some_and(|record| ctx.is_unsigned(&record.id));
    match (check, &finding.place) {
        (check, _) if check == CONFLICT_MARKERS.name => (Command::Sync, "way-conflict"),
        (_, Location::Text(_)) => (Command::Edit, "way-editor"),
        ("unsigned-amendment", _) => (Command::Verb(Verb::Sign), "way-signature"),
        (check, _) if is_unsigned && check.contains("signature") => (Command::Verb(Verb::Sign), "way-signature"),
        ("committee-late", _) => (Command::Verb(Verb::Hold), "way-committee"),
        ("management-report-late", _) => (Command::Verb(Verb::Done), "way-obligation"),
        (check, _) if check.starts_with("account") && kind == Some(RecordKind::Party) => {
            (Command::Verb(Verb::Account), "way-account")
        }
        _ => (Command::Verb(Verb::Set), "way-field"),
    }
}

/// The line of the file with the range underlined, as compilers print it.
fn excerpt(ctx: &RenderContext<'_>, diagnostic: &Diagnostic, builder: &mut PageBuilder) {
    let number = diagnostic.line.to_string();
    let margin = " ".repeat(number.len());
    let border = |text: String| piece(Token::Border, text);
    let place = format!("{}:{}:{}", sanitize(&diagnostic.file), diagnostic.line, diagnostic.column);
    let place = piece(Token::Muted, place).linked(ctx.link_to_file(&diagnostic.file));
    builder.line(vec![border(format!("{margin} ╭─ ")), place]);
    if diagnostic.excerpt.is_empty() {
        return;
    }
    let before = diagnostic.excerpt.get(..diagnostic.bytes.start).unwrap_or("");
    let meant = diagnostic.excerpt.get(diagnostic.bytes.clone()).unwrap_or("");
    let after = diagnostic.excerpt.get(diagnostic.bytes.end..).unwrap_or("");
    // A long line is shown from shortly before the range.
    let room = builder.width().saturating_sub(number.len() + 3);
    let skip = (width(before) + width(meant).min(room / 2)).saturating_sub(room.saturating_sub(1));
    let before = if skip == 0 { before.to_owned() } else { format!("…{}", width::suffix(before, skip + 1)) };
    let token = severity_style(diagnostic.finding.severity).1;
    builder.line(vec![
        piece(Token::Muted, number),
        border(" │ ".to_owned()),
        piece(Token::Text, before.clone()),
        piece(token, meant),
        piece(Token::Text, after),
    ]);
    let marks = "▔".repeat(width(meant).max(1).min(room.saturating_sub(width(&before)).max(1)));
    builder.line(vec![
        border(format!("{margin} │ ")),
        piece(Token::Text, " ".repeat(width(&before))),
        piece(token, marks),
    ]);
}
