//! The commits that touched the records, newest first, with their changed lines. Commits are read page by page when the
//! screen is opened, and the changes of a commit when it is selected.

use super::{ListScreen, PreviewPosition};
use crate::edit::{ChangeKind, CommitDiff, DiffLine, LineKind, RecordDiff};
use crate::model::{Commit, Fact, RecordKind, RecordRef};
use crate::report::columns::ColumnSpec;
use crate::report::filter::{self, FilteredList, RowFacts, RowText};
use crate::report::{sanitize, words};
use crate::ui::arrangement::SortKey;
use crate::ui::history_cache::RecordHistory;
use crate::ui::key_figure::KeyFigure;
use crate::ui::keymap::KeyContext;
use crate::ui::render_context::RenderContext;
use crate::ui::state_style::StateStyle;
use crate::ui::target::Target;
use crate::ui::widget::list::{Group, ListRow, ListSums};
use crate::ui::widget::page::PageLine;
use crate::ui::widget::page_builder::PageBuilder;
use crate::ui::widget::text::{StyledLine, cut, cut_middle, piece, width};
use crate::ui::{Data, Token};

/// The most facts of a commit in its preview.
const PREVIEWED: usize = 6;

pub struct HistoryScreen;

impl ListScreen for HistoryScreen {
    fn context(&self) -> KeyContext {
        KeyContext::History
    }

    fn rows(&self, data: &Data) -> Vec<ListRow> {
        (0..data.history.commits().len()).map(ListRow::Commit).collect()
    }

    fn groupings(&self) -> &'static [&'static str] {
        &["day", "author", "none"]
    }

    fn group(&self, ctx: &RenderContext<'_>, row: ListRow, grouping: &str) -> Option<Group> {
        let commit = commit(ctx.data, row)?;
        match grouping {
            "day" => Some(Group::Day(commit.on)),
            "author" => Some(Group::Named(Some(commit.author.clone()))),
            _ => None,
        }
    }

    fn sort_key(&self, ctx: &RenderContext<'_>, row: ListRow, column: usize) -> SortKey {
        let Some(commit) = commit(ctx.data, row) else { return SortKey::Unknown };
        match column {
            0 => SortKey::text(&format!("{} {}", commit.on, commit.time())),
            1 => SortKey::text(&commit.author),
            2 => SortKey::text(&verb(ctx, commit)),
            3 => SortKey::text(&change(ctx, commit)),
            _ => SortKey::text(&records(ctx, commit)),
        }
    }

    fn facts<'a>(&self, ctx: &RenderContext<'a>, row: ListRow) -> RowFacts<'a> {
        commit(ctx.data, row).map(filter::of_commit).unwrap_or_default()
    }

    fn filtered_list(&self) -> FilteredList {
        FilteredList::Commits
    }

    fn row_text<'a>(&self, ctx: &RenderContext<'a>, row: ListRow) -> RowText<'a> {
        let commit = commit(ctx.data, row);
        commit.map(|one| filter::text_of_commit(&ctx.data.portfolio, ctx.locale, one)).unwrap_or_default()
    }

    fn columns(&self, _: &RenderContext<'_>) -> Vec<ColumnSpec> {
        vec![
            ColumnSpec::fixed(5, 4),
            ColumnSpec::flexible(8, 20, 2),
            // The fact says more than the verb, whose symbol then comes before it.
            ColumnSpec::flexible(12, 19, 1).yielding(),
            ColumnSpec::flexible(24, 400, 0).wanting(40),
            ColumnSpec::flexible(12, 30, 3),
        ]
    }

    fn column_names(&self) -> &'static [&'static [&'static str]] {
        &[&["on", "time"], &["author"], &["verb"], &["change", "subject"], &["records", "record"]]
    }

    fn head(&self, ctx: &RenderContext<'_>) -> Vec<String> {
        ["time", "who", "did", "change", "records"].map(|name| ctx.text(&format!("column-{name}"))).into()
    }

    fn cells(&self, ctx: &RenderContext<'_>, row: ListRow, widths: &[usize]) -> Vec<StyledLine> {
        let Some(commit) = commit(ctx.data, row) else { return vec![StyledLine::new(); widths.len()] };
        let mark = mark(commit);
        let mut fact = vec![piece(Token::Text, change(ctx, commit))];
        if widths.get(2) == Some(&0) {
            fact.insert(0, piece(mark.1, format!("{} ", mark.0)));
        }
        vec![
            vec![piece(Token::Muted, commit.time()).linked(ctx.link_to_commit(&commit.name))],
            vec![piece(Token::Text, sanitize(&commit.author))],
            vec![ctx.marked(mark, &verb(ctx, commit))],
            fact,
            vec![piece(Token::Muted, records_in(ctx, commit, widths.get(4).copied().unwrap_or(0)))],
        ]
    }

    fn preview(&self, ctx: &RenderContext<'_>, row: ListRow, width: usize) -> Vec<PageLine> {
        let mut builder = PageBuilder::new(width, 0);
        if let Some(commit) = commit(ctx.data, row) {
            head(ctx, commit, &mut builder, PREVIEWED);
            body(ctx, commit, &mut builder, false);
        }
        builder.into_lines()
    }

    fn target(&self, data: &Data, row: ListRow) -> Option<Target> {
        let commit = commit(data, row)?;
        let record = commit.records.first()?.clone();
        Some(Target::Commit { name: commit.name.clone(), record })
    }

    fn figure(&self, data: &Data, row: ListRow) -> Option<KeyFigure> {
        commit(data, row).map(|commit| commit.on.into())
    }

    fn add(&self, _: &RenderContext<'_>, _: ListRow, sums: &mut ListSums) {
        sums.rows += 1;
    }

    fn totals(&self, ctx: &RenderContext<'_>, sums: &ListSums) -> Vec<StyledLine> {
        if ctx.data.history.commits().is_empty() {
            return Vec::new();
        }
        let mut totals = vec![vec![piece(Token::Text, ctx.count("total-commits", sums.rows))]];
        if ctx.data.history.of(&[]).is_some_and(|past| past.next().is_some()) {
            totals.push(vec![piece(Token::Muted, ctx.text("total-commits-more"))]);
        }
        if ctx.data.history.of(&[]).is_some_and(RecordHistory::is_cut_off) {
            totals.push(vec![piece(Token::Warning, ctx.text("report-history-shallow"))]);
        }
        totals
    }

    fn preview_position(&self) -> PreviewPosition {
        PreviewPosition::RightOfWide
    }

    fn empty(&self, data: &Data) -> &'static str {
        match data.history.of(&[]) {
            None => "reading-history",
            Some(RecordHistory::NoRepository) => "empty-history-no-repository",
            Some(RecordHistory::Unread(_)) => "empty-history-unread",
            Some(RecordHistory::Read(_)) => "empty-history",
        }
    }
}

/// Returns the commit of a row.
#[must_use]
pub fn commit(data: &Data, row: ListRow) -> Option<&Commit> {
    match row {
        ListRow::Commit(n) => data.history.commits().get(n),
        _ => None,
    }
}

/// Returns a commit with all its changes.
#[must_use]
pub fn lines(ctx: &RenderContext<'_>, name: &str, width: usize) -> Vec<PageLine> {
    let mut builder = PageBuilder::new(width, 0);
    if let Some(commit) = ctx.data.history.commit(name) {
        head(ctx, commit, &mut builder, usize::MAX);
        body(ctx, commit, &mut builder, true);
    }
    builder.into_lines()
}

/// Returns whether the program made the commit, so that it can be undone.
#[must_use]
pub fn is_edit(commit: &Commit) -> bool {
    commit.verb.as_deref().is_some_and(|verb| verb != "undo")
}

/// Returns the style of an edit, an undo, a redo, or a manual commit.
pub fn mark(commit: &Commit) -> StateStyle {
    match commit.verb.as_deref() {
        Some("undo") => ("↶", Token::Warning),
        Some("redo") => ("↷", Token::Good),
        Some(_) => ("✓", Token::Good),
        None => ("·", Token::Muted),
    }
}

/// Returns what made the commit, in a word.
pub fn verb(ctx: &RenderContext<'_>, commit: &Commit) -> String {
    let word = words::of_commit(commit, ctx.locale);
    if word.is_empty() { ctx.text("no-verb") } else { word }
}

/// Returns the first fact and the number of others; the subject if there is none.
fn change(ctx: &RenderContext<'_>, commit: &Commit) -> String {
    let Some(first) = commit.facts.first() else { return sanitize(&commit.subject).into_owned() };
    let more = commit.facts.len() - 1 + commit.more_facts;
    let text = sanitize(&first.text);
    if more == 0 {
        text.into_owned()
    } else {
        format!("{text}  +{}", ctx.locale.number(i64::try_from(more).unwrap_or(0)))
    }
}

/// Returns the texts of the first facts, at most `count`, how many others there are, and how many records changed
/// besides.
#[must_use]
pub fn fact_texts(ctx: &RenderContext<'_>, commit: &Commit, count: usize) -> Vec<String> {
    let mut texts = own_fact_texts(ctx, commit, count);
    texts.extend((commit.elsewhere > 0).then(|| ctx.count("more-records", commit.elsewhere)));
    texts
}

/// Returns the texts of the first facts, at most `count`, and how many others there are.
#[must_use]
pub fn own_fact_texts(ctx: &RenderContext<'_>, commit: &Commit, count: usize) -> Vec<String> {
    let is_several =
        commit.facts.iter().any(|fact| Some(&fact.record) != commit.facts.first().map(|first| &first.record));
    let text = |fact: &Fact| {
        let text = sanitize(&fact.text);
        if is_several && !fact.path.is_empty() {
            format!("{}: {text}", record_name(ctx, &fact.record))
        } else {
            text.into_owned()
        }
    };
    let mut texts: Vec<String> = commit.facts.iter().take(count).map(text).collect();
    let more = commit.facts.len().saturating_sub(count) + commit.more_facts;
    texts.extend((more > 0).then(|| ctx.count("more-facts", more)));
    texts
}

/// Returns the names of the records that a commit touched.
fn records(ctx: &RenderContext<'_>, commit: &Commit) -> String {
    /// Above this number, records are counted instead of named.
    const NAMED: usize = 3;
    let named = commit.records.iter().take(NAMED).map(|record| record_name(ctx, record)).collect::<Vec<_>>().join(", ");
    let more = commit.records.len().saturating_sub(NAMED) + commit.more;
    if more == 0 { named } else { format!("{named} +{more}") }
}

/// Returns the records in `room` cells. A single name is cut in the middle because the names of conventions begin
/// alike.
fn records_in(ctx: &RenderContext<'_>, commit: &Commit, room: usize) -> String {
    let records = records(ctx, commit);
    if commit.records.len() + commit.more == 1 { cut_middle(&records, room) } else { records }
}

fn record_name(ctx: &RenderContext<'_>, record: &RecordRef) -> String {
    match record.kind {
        RecordKind::Startup => ctx.startup_name(&record.id),
        RecordKind::Party => ctx.party_short(&record.id),
        RecordKind::Convention => record.id.to_string(),
        RecordKind::Review => ctx.record_words(record),
        RecordKind::Portfolio => ctx.text("record-kind-portfolio"),
    }
}

fn head(ctx: &RenderContext<'_>, commit: &Commit, builder: &mut PageBuilder, facts: usize) {
    let mark = mark(commit);
    let record = commit.records.first().cloned();
    // The text starts at the column of the cursor.
    let target = record.map(|record| Target::Commit { name: commit.name.clone(), record });
    let first = vec![piece(mark.1, format!("{} ", mark.0))];
    if commit.facts.is_empty() {
        builder.wrapped(target, first, Token::Title, &sanitize(&commit.subject));
    } else {
        for (n, text) in fact_texts(ctx, commit, facts).iter().enumerate() {
            let mark = if n == 0 { first.clone() } else { vec![piece(Token::Muted, "· ")] };
            if facts == PREVIEWED && commit.facts.len() > 2 {
                // The changed lines should stay in view.
                let room = builder.width().saturating_sub(2);
                let cut = vec![piece(Token::Title, cut(text, room))];
                builder.about(target.clone(), mark.into_iter().chain(cut).collect());
            } else {
                builder.wrapped(target.clone(), mark, Token::Title, text);
            }
        }
    }
    let day = ctx.locale.date_long(commit.on);
    builder.text(None, Token::Text, 2, &format!("{} · {day} {}", sanitize(&commit.author), commit.time()));
    let name = piece(Token::Muted, commit.short()).linked(ctx.link_to_commit(&commit.name));
    let first = vec![piece(Token::Text, "  "), name, piece(Token::Muted, " · ")];
    builder.wrapped(None, first, Token::Muted, &verb(ctx, commit));
    if !commit.facts.is_empty() {
        builder.text(None, Token::Muted, 2, &sanitize(&commit.subject));
    }
    if !commit.detail.is_empty() {
        builder.blank();
        for line in commit.detail.lines() {
            builder.text(None, Token::Text, 2, &sanitize(line));
        }
    }
}

fn body(ctx: &RenderContext<'_>, commit: &Commit, builder: &mut PageBuilder, whole: bool) {
    match ctx.data.history.changes(&commit.name) {
        None => {
            builder.blank();
            builder.text(None, Token::Muted, 0, &ctx.text("reading"));
        }
        Some(Err(why)) => {
            builder.blank();
            builder.wrapped(None, vec![piece(Token::Bad, "✗ ")], Token::Text, &sanitize(why));
        }
        Some(Ok(CommitDiff { records, more })) => {
            for changed in records {
                self::changed(ctx, changed, builder, whole);
            }
            if *more > 0 {
                builder.blank();
                builder.text(None, Token::Muted, 0, &ctx.count("more-records", *more));
            }
        }
    }
}

fn changed(ctx: &RenderContext<'_>, changed: &RecordDiff, builder: &mut PageBuilder, whole: bool) {
    let target = Some(Target::record(changed.record.clone()));
    builder.blank();
    let kind = ctx.text(&format!("record-kind-{}", changed.record.kind.name()));
    let id = changed.record.id.as_str();
    let shown = record_name(ctx, &changed.record);
    let id = if shown == id || changed.record.kind == RecordKind::Portfolio { "" } else { id };
    let mut name =
        vec![piece(Token::Header, shown), piece(Token::Muted, format!("  {kind} {id}").trim_end().to_owned())];
    match changed.change {
        ChangeKind::Created => name.push(piece(Token::Added, format!("  + {}", ctx.text("change-created")))),
        ChangeKind::Removed => name.push(piece(Token::Removed, format!("  - {}", ctx.text("change-removed")))),
        ChangeKind::Changed => {}
    }
    builder.about(target, name);
    let Some(lines) = &changed.lines else {
        builder.text(None, Token::Muted, 2, &ctx.text("change-not-shown"));
        return;
    };
    let digits = lines.iter().map(|line| line.number.to_string().len()).max().unwrap_or(1);
    for line in lines {
        self::line(line, digits, builder, whole);
    }
    if changed.more > 0 {
        builder.text(None, Token::Muted, 2, &ctx.count("more-lines", changed.more));
    }
}

/// A changed line with its number and sign, wrapped or cut.
fn line(line: &DiffLine, digits: usize, builder: &mut PageBuilder, whole: bool) {
    let (sign, token) = match line.kind {
        LineKind::Added => ("+", Token::Added),
        LineKind::Removed => ("-", Token::Removed),
        LineKind::Context => (" ", Token::Muted),
    };
    let margin = format!("{:>digits$} {sign} ", line.number);
    let text = sanitize(&line.text.replace('\t', "    ")).into_owned();
    let room = builder.width().saturating_sub(width(&margin));
    if whole && width(&text) > room {
        builder.wrapped(None, vec![piece(token, margin)], token, &text);
    } else {
        builder.line(vec![piece(token, margin), piece(token, cut(&text, room))]);
    }
}
