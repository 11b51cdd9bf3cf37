//! The undertakings of a convention by article, its committee clause, and its resources in kind.

use super::ConventionWriter;
use crate::model::KeyPath;
use crate::report::{sanitize, statements};
use crate::ui::Token;
use crate::ui::list_screens::committees::describe::participants;
use crate::ui::list_screens::obligations::timing_words;
use crate::ui::widget::page_builder::PageBuilder;
use crate::ui::widget::text::{piece, width};

impl ConventionWriter<'_> {
    pub(super) fn undertakings(&self, builder: &mut PageBuilder) {
        let (ctx, convention) = (self.ctx, self.convention);
        if convention.obligations.is_empty() && convention.committee.is_none() {
            return;
        }
        builder.heading(&ctx.text("heading-undertakings"));
        let articles = convention.obligations.iter().map(|one| width(&ctx.article(one.article.as_deref())));
        let margin = articles.max().unwrap_or(0) + 2;
        for (n, one) in convention.obligations.iter().enumerate() {
            let article = ctx.article(one.article.as_deref());
            let gap = " ".repeat(margin.saturating_sub(width(&article)));
            let first = vec![piece(Token::Muted, format!("{article}{gap}"))];
            let target = self.at_path(KeyPath::entry("obligations", n));
            builder.wrapped(target, first, Token::Text, &sanitize(&one.what));
            let rule = timing_words(ctx, &one.timing).map(|rule| format!(" · {rule}")).unwrap_or_default();
            let who = ctx.between_all(&one.debtors, &one.creditors);
            let marks = statements::of_obligation(one, ctx.locale).into_iter().map(|mark| format!(" · {mark}"));
            let marks = sanitize(&marks.collect::<String>()).into_owned();
            builder.continued(margin, Token::Muted, &format!("{who}{rule}{marks}"));
        }
        self.committee(margin, builder);
    }

    fn committee(&self, margin: usize, builder: &mut PageBuilder) {
        let ctx = self.ctx;
        let Some(clause) = &self.convention.committee else { return };
        let article = ctx.article(clause.article.as_deref());
        let gap = " ".repeat(margin.saturating_sub(width(&article)).max(2));
        let every = ctx.locale.message("rule-every", &[("span", crate::model::MessageArg::Span(clause.every))]);
        let words = format!("{} · {every}", ctx.text("screen-what-committee"));
        let first = vec![piece(Token::Muted, format!("{article}{gap}"))];
        builder.wrapped(self.at("committee"), first, Token::Text, &words);
        let participants = participants(ctx, clause);
        if !participants.is_empty() {
            builder.continued(margin.max(2), Token::Muted, &participants);
        }
    }

    pub(super) fn resources(&self, builder: &mut PageBuilder) {
        let (ctx, convention) = (self.ctx, self.convention);
        if convention.resources.is_empty() {
            return;
        }
        builder.heading(&ctx.text("heading-resources"));
        for (n, resource) in convention.resources.iter().enumerate() {
            let target = self.at_path(KeyPath::entry("resources", n));
            let share = resource.share.as_deref().map(|share| format!(" · {}", ctx.share(share))).unwrap_or_default();
            let lasts = resource.lasts.map(|span| format!(" · {}", ctx.locale.span(span))).unwrap_or_default();
            let words =
                self.with_article(&format!("{}{share}{lasts}", sanitize(&resource.what)), resource.article.as_deref());
            let from = piece(Token::Muted, format!("{}  ", ctx.party_name(&resource.from)));
            builder.wrapped(target, vec![from], Token::Text, &words);
        }
    }
}
