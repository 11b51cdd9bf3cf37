//! Actions and committee conditions: one line each, and those that are open at the head of a startup's page.

use crate::model::{Action, Condition, Date, KeyPath, RecordKind, RecordRef, Startup};
use crate::report::sanitize;
use crate::ui::Token;
use crate::ui::list_screens::committees::describe::meeting;
use crate::ui::render_context::RenderContext;
use crate::ui::target::Target;
use crate::ui::widget::page_builder::PageBuilder;
use crate::ui::widget::text::piece;

/// The last decision with its conditions, those still open from before, and the open actions. Nothing if there is
/// neither.
pub(super) fn overview(ctx: &RenderContext<'_>, startup: &Startup, builder: &mut PageBuilder) {
    let as_of = ctx.data.as_of;
    let meetings = startup.committees.iter().enumerate();
    let held = meetings.filter(|(_, one)| one.is_held_by(as_of));
    let last = held.max_by_key(|(_, one)| one.on);
    if let Some((n, last)) = last {
        builder.heading(&ctx.text("heading-last-decision"));
        meeting(ctx, &startup.id, n, last, builder);
    }
    // Those of the last decision stay when they are closed: they say what became of it.
    let last = last.and_then(|(_, one)| one.id.as_ref());
    for (n, one) in
        startup.conditions.iter().enumerate().filter(|(_, one)| last.is_some() && one.committee.as_ref() == last)
    {
        condition(ctx, startup, n, one, builder);
    }
    let open_conditions = open(&startup.conditions, |one| one.met.or(one.not_met), |one| one.due, as_of);
    for (n, one) in open_conditions.filter(|(_, one)| last.is_none() || one.committee.as_ref() != last) {
        condition(ctx, startup, n, one, builder);
    }
    let mut actions = open(&startup.actions, |one| one.done, |one| one.due, as_of).peekable();
    if actions.peek().is_some() {
        builder.heading(&ctx.text("heading-open-actions"));
    }
    for (n, one) in actions {
        action(ctx, startup, n, one, builder);
    }
    builder.blank();
}

/// Returns the entries that are not closed on the day of the answers, with their index, by due day.
fn open<T>(
    entries: &[T],
    closed: impl Fn(&T) -> Option<Date>,
    due: impl Fn(&T) -> Option<Date>,
    as_of: Date,
) -> impl Iterator<Item = (usize, &T)> {
    let open = entries.iter().enumerate().filter(|(_, one)| closed(one).is_none_or(|day| day > as_of));
    let mut open: Vec<_> = open.collect();
    open.sort_by_key(|(_, one)| (due(one).is_none(), due(one)));
    open.into_iter()
}

/// A line for an action.
pub(super) fn action(ctx: &RenderContext<'_>, startup: &Startup, n: usize, action: &Action, builder: &mut PageBuilder) {
    let done = action.done.filter(|day| *day <= ctx.data.as_of);
    let closed = done.map(|day| (("✓", Token::Good), ctx.dated("done-on", day)));
    line(ctx, startup, ("actions", n), (&action.what, action.owner.as_deref(), action.due), closed, builder);
}

/// A line for a condition, and what is to prove it.
pub(super) fn condition(
    ctx: &RenderContext<'_>,
    startup: &Startup,
    n: usize,
    condition: &Condition,
    builder: &mut PageBuilder,
) {
    let by_now = |day: &Date| *day <= ctx.data.as_of;
    let met = condition.met.filter(by_now).map(|day| (("✓", Token::Good), ctx.dated("met-on", day)));
    let not_met = condition.not_met.filter(by_now).map(|day| (("✗", Token::Bad), ctx.dated("not-met-on", day)));
    let words = (condition.what.as_str(), condition.owner.as_deref(), condition.due);
    line(ctx, startup, ("conditions", n), words, met.or(not_met), builder);
    for text in condition.evidence.iter().chain(&condition.proof).take(1) {
        builder.continued_link(2, Token::Muted, &sanitize(text), ctx.link(text));
    }
}

/// The entry `n` of a list of the record: what, owner and day, and how it was closed if it was.
fn line(
    ctx: &RenderContext<'_>,
    startup: &Startup,
    (list, n): (&str, usize),
    (what, owner, due): (&str, Option<&str>, Option<Date>),
    closed: Option<((&str, Token), String)>,
    builder: &mut PageBuilder,
) {
    let is_late = due.is_some_and(|due| due < ctx.data.as_of);
    let ((sign, token), closed) = match closed {
        Some((style, words)) => (style, format!(" · {words}")),
        None if is_late => (("✗", Token::Bad), String::new()),
        None => (("○", Token::Accent), String::new()),
    };
    let owner = owner.map(|owner| format!(" · {}", ctx.person_name(owner))).unwrap_or_default();
    let by = due.map(|due| format!(" · {}", ctx.dated("by-day", due))).unwrap_or_default();
    let words = format!("{}{owner}{by}{closed}", sanitize(what));
    let record = RecordRef::new(RecordKind::Startup, startup.id.clone());
    let target = Target::value(record, KeyPath::top().key(list).index(n));
    builder.wrapped(Some(target), vec![piece(token, format!("{sign} "))], Token::Text, &words);
    if let Some(day) = due {
        builder.figure(day);
    }
}
