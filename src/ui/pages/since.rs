//! Facts about a startup that became known since a committee, newest first.

use super::PageSubject;
use crate::model::{Commit, Date, Id};
use crate::ui::Token;
use crate::ui::history_cache::RecordHistory;
use crate::ui::list_screens::history::own_fact_texts;
use crate::ui::render_context::RenderContext;
use crate::ui::target::Target;
use crate::ui::widget::page_builder::PageBuilder;
use crate::ui::widget::text::piece;

/// How much is shown.
pub(super) struct SinceBounds {
    /// The number of facts after which further commits are only counted.
    facts: usize,
    /// The most facts of one commit.
    of_one: usize,
    /// The day of a review, whose decisions are shown separately.
    review: Option<Date>,
}

impl SinceBounds {
    /// Of a page.
    pub const PAGE: Self = Self { facts: 12, of_one: 4, review: None };

    /// Of the sheet of a review, which leaves room for the figures.
    pub const fn sheet(on: Date) -> Self {
        Self { facts: 6, of_one: 2, review: Some(on) }
    }

    /// Returns whether a commit records a decision of the review.
    fn leaves_out(&self, commit: &Commit) -> bool {
        let is_decision = matches!(commit.verb.as_deref(), Some("hold" | "amend-decision" | "withdraw"));
        is_decision && self.review.is_some_and(|on| commit.on >= on)
    }
}

/// Writes the facts of the commits after the day `from`, up to the day that the figures are as of, like
/// `couveuse diff --since-committee`.
pub(super) fn write(ctx: &RenderContext<'_>, id: &Id, from: Date, bounds: &SinceBounds, builder: &mut PageBuilder) {
    let subject = PageSubject::Startup(id.clone());
    let own = Some(subject.target());
    let past = match ctx.data.history.of(&subject.records(&ctx.data.portfolio)) {
        None => return builder.text(own, Token::Muted, 0, &ctx.text("reading-history")),
        Some(RecordHistory::NoRepository | RecordHistory::Unread(_)) => {
            return builder.text(own, Token::Muted, 0, &ctx.text("since-no-history"));
        }
        Some(past @ RecordHistory::Read(_)) => past,
    };
    let (mut shown, mut more) = (0, 0);
    let is_since = |day: Date| day > from && day <= ctx.data.as_of;
    for commit in past.commits().iter().filter(|commit| is_since(commit.on) && !bounds.leaves_out(commit)) {
        if shown >= bounds.facts {
            more += commit.facts.len() + commit.more_facts;
            continue;
        }
        let record = commit.facts.first().map(|fact| &fact.record).or(commit.records.first());
        let target = record.map(|record| Target::Commit { name: commit.name.clone(), record: record.clone() });
        for text in own_fact_texts(ctx, commit, bounds.of_one) {
            let first = vec![piece(Token::Muted, format!("{}  ", ctx.locale.date(commit.on)))];
            builder.wrapped(target.clone(), first, Token::Text, &text);
            builder.figure(commit.on);
            shown += 1;
        }
    }
    if more > 0 {
        builder.text(own.clone(), Token::Muted, 0, &ctx.count("more-facts", more));
    }
    let is_cut = past.next().is_some() && past.commits().last().is_some_and(|oldest| oldest.on > from);
    let is_cut_off = past.is_cut_off() && past.commits().last().is_none_or(|oldest| oldest.on > from);
    if is_cut_off {
        builder.text(own, Token::Warning, 0, &ctx.text("report-history-shallow"));
    } else if is_cut {
        builder.text(own, Token::Muted, 0, &ctx.text("total-commits-more"));
    } else if shown == 0 {
        builder.text(own, Token::Muted, 0, &ctx.text("since-nothing"));
    }
}
