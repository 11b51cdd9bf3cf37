//! The texts of the sync boxes: its progress, its summary, and the questions about values that were changed on both
//! sides, asked one after the other.

use super::outdated::of_field;
use super::text_box::BoxSize;
use crate::model::{MergeAnswer, MergeQuestion, MergeSide, MergeVersion, MessageArg, RecordRef};
use crate::report::sanitize;
use crate::ui::command::Command;
use crate::ui::keymap::KeyContext;
use crate::ui::render_context::RenderContext;
use crate::ui::widget::page::PageLine;
use crate::ui::widget::page_builder::PageBuilder;
use crate::ui::widget::text::{piece, wrap};
use crate::ui::{SyncProgress, SyncSummary, Token};

/// The maximum number of records that are named; more are counted.
const NAMED: usize = 12;

/// Values that were changed on both sides, and the answers given so far.
#[derive(Clone, Debug)]
pub struct SyncQuestions {
    pub all: Vec<MergeQuestion>,
    /// The answers, in the order of the questions.
    pub sides: Vec<Option<MergeSide>>,
    /// The question that is shown.
    pub at: usize,
    /// The answers to earlier questions of this sync.
    pub before: Vec<MergeAnswer>,
}

impl SyncQuestions {
    #[must_use]
    pub fn new(questions: Vec<MergeQuestion>, before: Vec<MergeAnswer>) -> Self {
        let sides = vec![None; questions.len()];
        Self { all: questions, sides, at: 0, before }
    }

    /// Answers the question and goes to the next one without an answer.
    pub fn answer(&mut self, side: MergeSide) {
        if let Some(said) = self.sides.get_mut(self.at) {
            *said = Some(side);
        }
        let open = |(n, said): (usize, &Option<MergeSide>)| said.is_none().then_some(n);
        let mut unanswered = self.sides.iter().enumerate().filter_map(open);
        let next = unanswered.clone().find(|n| *n > self.at).or_else(|| unanswered.next());
        self.at = next.unwrap_or(self.at);
    }

    /// Moves forward by `by` questions.
    pub fn step(&mut self, by: isize) {
        self.at = self.at.saturating_add_signed(by).min(self.all.len().saturating_sub(1));
    }

    /// Returns the number of the question and the count, for messages.
    fn which(&self) -> [(&'static str, MessageArg); 2] {
        [("number", MessageArg::count(self.at + 1)), ("count", MessageArg::count(self.all.len()))]
    }

    /// Returns all answers, if each question has one.
    #[must_use]
    pub fn answers(&self) -> Option<Vec<MergeAnswer>> {
        let answer = |(question, side): (&MergeQuestion, &Option<MergeSide>)| {
            Some(MergeAnswer { record: question.record.clone(), path: question.path.clone(), side: (*side)? })
        };
        let said: Option<Vec<MergeAnswer>> = self.all.iter().zip(&self.sides).map(answer).collect();
        Some(self.before.iter().cloned().chain(said?).collect())
    }
}

/// Returns the progress of a sync.
pub fn running(ctx: &RenderContext<'_>, step: &SyncProgress, width: usize) -> Vec<PageLine> {
    let mut builder = PageBuilder::new(width, 0);
    let (now, line) = match step {
        SyncProgress::Fetching(line) => (0, line.as_str()),
        SyncProgress::Merging => (1, ""),
        SyncProgress::Pushing(line) => (2, line.as_str()),
        SyncProgress::Retrying => (0, ""),
        SyncProgress::Cancelling => (3, ""),
    };
    for (n, key) in ["sync-box-fetching", "sync-box-merging", "sync-box-pushing"].into_iter().enumerate() {
        let (sign, token) = match n.cmp(&now) {
            _ if now == 3 => ("–", Token::Muted),
            std::cmp::Ordering::Less => ("✓", Token::Good),
            std::cmp::Ordering::Equal => ("▸", Token::Accent),
            std::cmp::Ordering::Greater => ("·", Token::Muted),
        };
        builder.line(vec![piece(token, format!("{sign} {}", ctx.text(key)))]);
        // The line is there even if git says nothing, so that the box keeps its size.
        if n != 1 {
            let said = if n == now { sanitize(line).into_owned() } else { String::new() };
            builder.line(vec![piece(Token::Muted, format!("    {said}"))]);
        }
    }
    let words = match step {
        SyncProgress::Retrying => ctx.text("sync-box-again"),
        SyncProgress::Cancelling => ctx.text("sync-box-stopping"),
        _ => {
            let stop = [("stop", MessageArg::Text(ctx.key_in(KeyContext::Syncing, Command::StopSync)))];
            ctx.locale.message("sync-box-way-out", &stop)
        }
    };
    builder.text(None, Token::Muted, 0, &words);
    builder.into_lines()
}

/// Returns the summary of a sync.
pub fn done(ctx: &RenderContext<'_>, synced: &SyncSummary, width: usize) -> Vec<PageLine> {
    let mut builder = PageBuilder::new(width, 0);
    if !synced.settled.is_empty() {
        builder.text(None, Token::Good, 0, &format!("✓ {}", ctx.count("sync-settled", synced.settled.len())));
        records(ctx, &synced.settled, &mut builder);
        builder.blank();
        let next = match synced.in_progress {
            Some(name) => ctx.locale.message("operation-next", &[("what", MessageArg::Text(name.to_owned()))]),
            None => ctx.text("sync-settled-uncommitted"),
        };
        builder.text(None, Token::Muted, 0, &next);
        return builder.into_lines();
    }
    if synced.received == 0 && synced.sent == 0 {
        builder.text(None, Token::Good, 0, &format!("✓ {}", ctx.text("sync-box-nothing")));
        return builder.into_lines();
    }
    if synced.received > 0 {
        builder.text(None, Token::Good, 0, &format!("↓ {}", ctx.count("sync-box-received", synced.received)));
    }
    if synced.sent > 0 {
        builder.text(None, Token::Good, 0, &format!("↑ {}", ctx.count("sync-box-sent", synced.sent)));
    }
    if synced.is_merged {
        builder.text(None, Token::Muted, 2, &ctx.text("sync-box-merged"));
    }
    if synced.records.is_empty() {
        return builder.into_lines();
    }
    builder.blank();
    builder.text(None, Token::Header, 0, &ctx.count("sync-box-records", synced.records.len()));
    records(ctx, &synced.records, &mut builder);
    builder.into_lines()
}

fn records(ctx: &RenderContext<'_>, records: &[RecordRef], builder: &mut PageBuilder) {
    for record in records.iter().take(NAMED) {
        let name = piece(Token::Text, format!("  {}", ctx.record_words(record)));
        builder.line(vec![name, piece(Token::Muted, format!("  {record}"))]);
    }
    if records.len() > NAMED {
        builder.text(None, Token::Muted, 2, "…");
    }
}

/// Returns the current question in full; in brief if that does not fit.
pub fn questions(ctx: &RenderContext<'_>, questions: &SyncQuestions, room: BoxSize) -> Vec<PageLine> {
    let Some(question) = questions.all.get(questions.at) else { return Vec::new() };
    let whole = in_full(ctx, questions, question, room.width);
    if whole.len() <= room.rows { whole } else { in_brief(ctx, questions, question, room) }
}

fn in_full(
    ctx: &RenderContext<'_>,
    questions: &SyncQuestions,
    question: &MergeQuestion,
    width: usize,
) -> Vec<PageLine> {
    let mut builder = PageBuilder::new(width, 0);
    builder.text(None, Token::Warning, 0, &format!("? {}", ctx.locale.message("asked-which", &questions.which())));
    of_field(ctx, &question.record, &question.path, &mut builder);
    builder.blank();
    was(ctx, question, &mut builder);
    for side in [MergeSide::Ours, MergeSide::Theirs] {
        builder.blank();
        let token = whose(ctx, questions, question, side, &mut builder);
        value(&mut builder, token, written(ctx, question, side).lines());
    }
    builder.blank();
    continuation_keys(ctx, questions, ["asked-ways", "asked-answered"], &mut builder);
    builder.into_lines()
}

/// Returns both values in as many lines as are visible, and the former value below them.
fn in_brief(
    ctx: &RenderContext<'_>,
    questions: &SyncQuestions,
    question: &MergeQuestion,
    room: BoxSize,
) -> Vec<PageLine> {
    let mut builder = PageBuilder::new(room.width, 0);
    let number = ctx.locale.message("asked-number", &questions.which());
    let what = format!("{} · {}", ctx.record_words(&question.record), ctx.field_words(&question.path));
    builder.line(vec![piece(Token::Warning, format!("{number} ")), piece(Token::Title, what)]);
    // Other lines: this one, one above each value, and one for the keys.
    let each = (room.rows.saturating_sub(4) / 2).max(1);
    for side in [MergeSide::Ours, MergeSide::Theirs] {
        let token = whose(ctx, questions, question, side, &mut builder);
        let all = written(ctx, question, side);
        let lines: Vec<String> = all.lines().flat_map(|line| wrap(line, room.width.saturating_sub(4))).collect();
        value(&mut builder, token, lines.iter().take(each).map(String::as_str));
        if lines.len() > each {
            builder.text(None, Token::Muted, 4, "…");
        }
    }
    continuation_keys(ctx, questions, ["asked-ways-brief", "asked-answered-brief"], &mut builder);
    was(ctx, question, &mut builder);
    builder.into_lines()
}

/// The value before both changes.
fn was(ctx: &RenderContext<'_>, question: &MergeQuestion, builder: &mut PageBuilder) {
    let before = question.was.clone().unwrap_or_else(|| ctx.text("changed-nothing"));
    builder.text(None, Token::Muted, 2, &ctx.text("asked-was"));
    value(builder, Token::Muted, plain(&before).lines());
}

/// Returns the heading of a value: whose it is and the key that keeps it. Returns the token of the value.
fn whose(
    ctx: &RenderContext<'_>,
    questions: &SyncQuestions,
    question: &MergeQuestion,
    side: MergeSide,
    builder: &mut PageBuilder,
) -> Token {
    let (version, command, key) = match side {
        MergeSide::Ours => (&question.ours, Command::TakeOurs, "asked-ours"),
        MergeSide::Theirs => (&question.theirs, Command::TakeTheirs, "asked-theirs"),
    };
    let stands = questions.sides.get(questions.at).copied().flatten() == Some(side);
    let (sign, token) = if stands { ("✓", Token::Good) } else { ("○", Token::Text) };
    builder.line(vec![
        piece(token, format!("{sign} ")),
        piece(Token::Key, ctx.key_in(KeyContext::Questions, command)),
        piece(token, format!(" {}", ctx.text(key))),
        piece(Token::Muted, by(ctx, version)),
    ]);
    token
}

fn written(ctx: &RenderContext<'_>, question: &MergeQuestion, side: MergeSide) -> String {
    let version = if side == MergeSide::Ours { &question.ours } else { &question.theirs };
    version.value.as_deref().map_or_else(|| ctx.text("changed-nothing"), plain)
}

/// The keys to continue with, which depend on whether every question is answered.
fn continuation_keys(
    ctx: &RenderContext<'_>,
    questions: &SyncQuestions,
    [open, answered]: [&str; 2],
    builder: &mut PageBuilder,
) {
    let key = |name, command| (name, MessageArg::Text(ctx.key_in(KeyContext::Questions, command)));
    let back = key("back", Command::Back);
    let words = match questions.answers() {
        Some(_) => ctx.locale.message(answered, &[key("accept", Command::Accept), back]),
        None => ctx.locale.message(open, &[back]),
    };
    builder.text(None, Token::Muted, 0, &words);
}

/// Returns a value as TOML without surrounding empty lines.
fn plain(value: &str) -> String {
    let lines = value.trim_matches('\n').lines();
    lines.map(|line| sanitize(&line.replace('\t', "    ")).into_owned()).collect::<Vec<_>>().join("\n")
}

fn value<'a>(builder: &mut PageBuilder, token: Token, lines: impl Iterator<Item = &'a str>) {
    for line in lines {
        builder.text(None, token, 4, line);
    }
}

/// ` · Coach, 28/11/2020`
fn by(ctx: &RenderContext<'_>, version: &MergeVersion) -> String {
    let who = version.by.as_deref().map(|by| sanitize(by).into_owned());
    let when = version.on.map(|on| ctx.locale.date(on).trim().to_owned());
    let known: Vec<String> = who.into_iter().chain(when).collect();
    if known.is_empty() { String::new() } else { format!(" · {}", known.join(", ")) }
}
