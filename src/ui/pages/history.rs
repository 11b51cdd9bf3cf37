//! The commits that touched the records of the subject, newest first, with what became known.

use super::PageSubject;
use crate::report::sanitize;
use crate::ui::Token;
use crate::ui::history_cache::RecordHistory;
use crate::ui::list_screens::history::{fact_texts, mark};
use crate::ui::render_context::RenderContext;
use crate::ui::target::Target;
use crate::ui::widget::page_builder::PageBuilder;
use crate::ui::widget::text::{cut, piece, width};

/// The most facts shown of a commit.
const FACTS: usize = 5;
/// The maximum width of a name.
const NAME: usize = 20;

pub(super) fn write(ctx: &RenderContext<'_>, subject: &PageSubject, builder: &mut PageBuilder) {
    let own = Some(subject.target());
    let past = ctx.data.history.of(&subject.records(&ctx.data.portfolio));
    let commits = match past {
        None => return builder.text(own, Token::Muted, 0, &ctx.text("reading-history")),
        Some(RecordHistory::NoRepository) => {
            return builder.text(own, Token::Muted, 0, &ctx.text("empty-history-no-repository"));
        }
        Some(RecordHistory::Unread(why)) => {
            return builder.wrapped(own, vec![piece(Token::Bad, "✗ ")], Token::Text, &sanitize(why));
        }
        Some(past @ RecordHistory::Read(_)) => past.commits(),
    };
    let authors: Vec<String> = commits.iter().map(|commit| cut(&sanitize(&commit.author), NAME)).collect();
    let widest = authors.iter().map(|author| width(author)).max().unwrap_or(0);
    for (commit, author) in commits.iter().zip(authors) {
        let record = commit.facts.first().map(|fact| &fact.record).or(commit.records.first());
        let Some(record) = record.cloned() else { continue };
        let (sign, token) = mark(commit);
        let gap = " ".repeat(widest - width(&author));
        let first = vec![
            piece(token, format!("{sign} ")),
            piece(Token::Text, ctx.locale.date(commit.on)).linked(ctx.link_to_commit(&commit.name)),
            piece(Token::Muted, format!("  {author}{gap}  ")),
        ];
        let target = Target::Commit { name: commit.name.clone(), record };
        let mut texts = fact_texts(ctx, commit, FACTS);
        if commit.facts.is_empty() {
            texts = vec![sanitize(&commit.subject).into_owned()];
        }
        let indent = first.iter().map(|piece| width(&piece.text)).sum::<usize>();
        for (n, text) in texts.iter().enumerate() {
            let before = if n == 0 { first.clone() } else { vec![piece(Token::Text, " ".repeat(indent))] };
            builder.wrapped(Some(target.clone()), before, Token::Text, text);
            builder.figure(commit.on);
        }
    }
    match past.and_then(RecordHistory::next) {
        Some(_) => builder.text(own, Token::Muted, 0, &ctx.text("total-commits-more")),
        None if past.is_some_and(RecordHistory::is_cut_off) => {
            builder.text(own, Token::Warning, 0, &ctx.text("report-history-shallow"));
        }
        None if commits.is_empty() => builder.text(own, Token::Muted, 0, &ctx.text("empty-history-of")),
        None => {}
    }
}
