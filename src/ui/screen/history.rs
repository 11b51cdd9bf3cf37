//! Who changed which fact, when: the commits that touched the records, newest first, each with the lines that came and
//! went. Commits are read when the screen is looked at, a page at a time, and what one changed when it is selected.

use super::{Beside, Listing};
use crate::edit::{ChangedLine, ChangedRecord, Changes, Fate, Sign};
use crate::model::{Commit, RecordKind, RecordRef};
use crate::report::filter::{self, RowFacts};
use crate::report::sanitize;
use crate::ui::arrange::SortKey;
use crate::ui::key_figure::KeyFigure;
use crate::ui::keymap::Context;
use crate::ui::mark::Mark;
use crate::ui::past::PastOf;
use crate::ui::search::Haystack;
use crate::ui::target::Target;
use crate::ui::view::View;
use crate::ui::widget::columns::Column;
use crate::ui::widget::list::{Group, Row, Sums};
use crate::ui::widget::page::PageLine;
use crate::ui::widget::sheet::Sheet;
use crate::ui::widget::text::{Line, cut, cut_middle, piece, width};
use crate::ui::{Data, Token};

/// The screen.
pub struct History;

impl Listing for History {
    fn context(&self) -> Context {
        Context::History
    }

    fn rows(&self, data: &Data) -> Vec<Row> {
        (0..data.past.commits().len()).map(Row::Commit).collect()
    }

    fn groupings(&self) -> &'static [&'static str] {
        &["day", "author", "none"]
    }

    fn group(&self, view: &View<'_>, row: Row, grouping: &str) -> Option<Group> {
        let commit = commit(view.data, row)?;
        match grouping {
            "day" => Some(Group::Day(commit.on)),
            "author" => Some(Group::Named(Some(commit.author.clone()))),
            _ => None,
        }
    }

    fn sort_key(&self, view: &View<'_>, row: Row, column: usize) -> SortKey {
        let Some(commit) = commit(view.data, row) else { return SortKey::Unknown };
        match column {
            0 => SortKey::text(&format!("{} {}", commit.on, commit.time())),
            1 => SortKey::text(&commit.author),
            2 => SortKey::text(&verb(view, commit)),
            3 => SortKey::text(&commit.subject),
            _ => SortKey::text(&records(view, commit)),
        }
    }

    fn facts<'a>(&self, view: &View<'a>, row: Row) -> RowFacts<'a> {
        commit(view.data, row).map(filter::of_commit).unwrap_or_default()
    }

    fn haystack<'a>(&self, view: &View<'a>, row: Row) -> Haystack<'a> {
        let Some(commit) = commit(view.data, row) else { return Haystack::default() };
        let names = vec![sanitize(&commit.subject), commit.short().into()];
        let ids = commit.records.iter().map(|record| record.id.as_str().into());
        let rest = [sanitize(&commit.author), verb(view, commit).into(), records(view, commit).into()];
        Haystack { names, rest: rest.into_iter().chain(ids).collect() }
    }

    fn columns(&self, _: &View<'_>) -> Vec<Column> {
        vec![
            Column::fixed(5, 4),
            Column::flexible(8, 20, 2),
            Column::flexible(12, 19, 1),
            Column::flexible(24, 400, 0),
            Column::flexible(12, 30, 3),
        ]
    }

    fn head(&self, view: &View<'_>) -> Vec<String> {
        ["time", "who", "did", "change", "records"].map(|name| view.text(&format!("column-{name}"))).into()
    }

    fn cells(&self, view: &View<'_>, row: Row, widths: &[u16]) -> Vec<Line> {
        let Some(commit) = commit(view.data, row) else { return vec![Line::new(); widths.len()] };
        let mark = mark(commit);
        let mut subject = vec![piece(Token::Text, sanitize(&commit.subject))];
        if widths.get(2) == Some(&0) {
            subject.insert(0, piece(mark.1, format!("{} ", mark.0)));
        }
        vec![
            vec![piece(Token::Muted, commit.time())],
            vec![piece(Token::Text, sanitize(&commit.author))],
            vec![view.marked(mark, &verb(view, commit))],
            subject,
            vec![piece(Token::Muted, records_in(view, commit, widths.get(4).copied().map_or(0, usize::from)))],
        ]
    }

    fn preview(&self, view: &View<'_>, row: Row, width: usize) -> Vec<PageLine> {
        let mut sheet = Sheet::new(width, 0);
        if let Some(commit) = commit(view.data, row) {
            head(view, commit, &mut sheet);
            body(view, commit, &mut sheet, false);
        }
        sheet.into_lines()
    }

    fn target(&self, data: &Data, row: Row) -> Option<Target> {
        let commit = commit(data, row)?;
        let record = commit.records.first()?.clone();
        Some(Target::Commit { name: commit.name.clone(), record })
    }

    fn figure(&self, data: &Data, row: Row) -> Option<KeyFigure> {
        commit(data, row).map(|commit| commit.on.into())
    }

    fn add(&self, _: &View<'_>, _: Row, sums: &mut Sums) {
        sums.rows += 1;
    }

    fn totals(&self, view: &View<'_>, sums: &Sums) -> Vec<Line> {
        if view.data.past.commits().is_empty() {
            return Vec::new();
        }
        let mut totals = vec![vec![piece(Token::Text, view.count("total-commits", sums.rows))]];
        if view.data.past.of(&[]).is_some_and(|past| past.next().is_some()) {
            totals.push(vec![piece(Token::Muted, view.text("total-commits-more"))]);
        }
        totals
    }

    fn beside(&self) -> Beside {
        Beside::RightOfWide
    }

    fn empty(&self, data: &Data) -> &'static str {
        match data.past.of(&[]) {
            None => "reading-history",
            Some(PastOf::NoRepository) => "empty-history-no-repository",
            Some(PastOf::Unread(_)) => "empty-history-unread",
            Some(PastOf::Read(_)) => "empty-history",
        }
    }
}

/// The commit of a row.
#[must_use]
pub fn commit(data: &Data, row: Row) -> Option<&Commit> {
    match row {
        Row::Commit(n) => data.past.commits().get(n),
        _ => None,
    }
}

/// A commit in full, with all that it changed: for a box to read.
#[must_use]
pub fn lines(view: &View<'_>, name: &str, width: usize) -> Vec<PageLine> {
    let mut sheet = Sheet::new(width, 0);
    if let Some(commit) = view.data.past.commit(name) {
        head(view, commit, &mut sheet);
        body(view, commit, &mut sheet, true);
    }
    sheet.into_lines()
}

/// Whether a commit is an edit of this program: what can be taken back.
#[must_use]
pub fn is_edit(commit: &Commit) -> bool {
    commit.verb.as_deref().is_some_and(|verb| verb != "undo")
}

/// An edit of ours, one taken back, one made again; a commit of somebody's own.
pub fn mark(commit: &Commit) -> Mark {
    match commit.verb.as_deref() {
        Some("undo") => ("↶", Token::Warning),
        Some("redo") => ("↷", Token::Good),
        Some(_) => ("✓", Token::Good),
        None => ("·", Token::Muted),
    }
}

/// What was done, in a word.
pub fn verb(view: &View<'_>, commit: &Commit) -> String {
    let Some(verb) = &commit.verb else { return view.text("verb-none") };
    let key = format!("verb-{verb}");
    // A later version of the program may know more of them.
    if view.locale.has(&key) { view.text(&key) } else { sanitize(verb).into_owned() }
}

/// The records that a commit touched, by their names.
fn records(view: &View<'_>, commit: &Commit) -> String {
    /// More names than this say no more than their number.
    const NAMED: usize = 3;
    let named =
        commit.records.iter().take(NAMED).map(|record| record_name(view, record)).collect::<Vec<_>>().join(", ");
    let more = commit.records.len().saturating_sub(NAMED) + commit.more;
    if more == 0 { named } else { format!("{named} +{more}") }
}

/// The names of a commit's records in `room` cells: one alone is cut in its middle, for the names of conventions begin
/// alike.
fn records_in(view: &View<'_>, commit: &Commit, room: usize) -> String {
    let records = records(view, commit);
    if commit.records.len() + commit.more == 1 { cut_middle(&records, room) } else { records }
}

fn record_name(view: &View<'_>, record: &RecordRef) -> String {
    match record.kind {
        RecordKind::Startup => view.startup_name(&record.id),
        RecordKind::Party => view.party_short(&record.id),
        RecordKind::Convention => record.id.to_string(),
        RecordKind::Portfolio => view.text("record-kind-portfolio"),
    }
}

fn head(view: &View<'_>, commit: &Commit, sheet: &mut Sheet) {
    let mark = mark(commit);
    let record = commit.records.first().cloned();
    // So that what is read begins where the cursor is.
    let target = record.map(|record| Target::Commit { name: commit.name.clone(), record });
    sheet.wrapped(target, vec![piece(mark.1, format!("{} ", mark.0))], Token::Title, &sanitize(&commit.subject));
    let day = view.locale.date_long(commit.on);
    sheet.text(None, Token::Text, 2, &format!("{} · {day} {}", sanitize(&commit.author), commit.time()));
    sheet.text(None, Token::Muted, 2, &format!("{} · {}", commit.short(), verb(view, commit)));
    if !commit.detail.is_empty() {
        sheet.blank();
        for line in commit.detail.lines() {
            sheet.text(None, Token::Text, 2, &sanitize(line));
        }
    }
}

fn body(view: &View<'_>, commit: &Commit, sheet: &mut Sheet, whole: bool) {
    match view.data.past.changes(&commit.name) {
        None => {
            sheet.blank();
            sheet.text(None, Token::Muted, 0, &view.text("reading"));
        }
        Some(Err(why)) => {
            sheet.blank();
            sheet.wrapped(None, vec![piece(Token::Bad, "✗ ")], Token::Text, &sanitize(why));
        }
        Some(Ok(Changes { records, more })) => {
            for changed in records {
                self::changed(view, changed, sheet, whole);
            }
            if *more > 0 {
                sheet.blank();
                sheet.text(None, Token::Muted, 0, &view.count("more-records", *more));
            }
        }
    }
}

fn changed(view: &View<'_>, changed: &ChangedRecord, sheet: &mut Sheet, whole: bool) {
    let target = Some(Target::record(changed.record.clone()));
    sheet.blank();
    let kind = view.text(&format!("record-kind-{}", changed.record.kind.name()));
    let id = changed.record.id.as_str();
    let shown = record_name(view, &changed.record);
    let id = if shown == id || changed.record.kind == RecordKind::Portfolio { "" } else { id };
    let mut name =
        vec![piece(Token::Header, shown), piece(Token::Muted, format!("  {kind} {id}").trim_end().to_owned())];
    match changed.fate {
        Fate::Created => name.push(piece(Token::Added, format!("  + {}", view.text("fate-created")))),
        Fate::Removed => name.push(piece(Token::Removed, format!("  - {}", view.text("fate-removed")))),
        Fate::Changed => {}
    }
    sheet.about(target, name);
    let Some(lines) = &changed.lines else {
        sheet.text(None, Token::Muted, 2, &view.text("change-not-shown"));
        return;
    };
    let digits = lines.iter().map(|line| line.number.to_string().len()).max().unwrap_or(1);
    for line in lines {
        self::line(line, digits, sheet, whole);
    }
    if changed.more > 0 {
        sheet.text(None, Token::Muted, 2, &view.count("more-lines", changed.more));
    }
}

/// A line with its number and its sign; in full where there is a box for it, else cut.
fn line(line: &ChangedLine, digits: usize, sheet: &mut Sheet, whole: bool) {
    let (sign, token) = match line.sign {
        Sign::Added => ("+", Token::Added),
        Sign::Removed => ("-", Token::Removed),
        Sign::Context => (" ", Token::Muted),
    };
    let margin = format!("{:>digits$} {sign} ", line.number);
    let text = sanitize(&line.text.replace('\t', "    ")).into_owned();
    let room = sheet.width().saturating_sub(width(&margin));
    if whole && width(&text) > room {
        sheet.wrapped(None, vec![piece(token, margin)], token, &text);
    } else {
        sheet.line(vec![piece(token, margin), piece(token, cut(&text, room))]);
    }
}
