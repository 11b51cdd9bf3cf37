//! The amendments of a convention with their changes.

use crate::model::{Convention, Id, KeyPath, MessageArg, Money, RecordKind, RecordRef};
use crate::report::sanitize;
use crate::rules::terms_in_force;
use crate::ui::Token;
use crate::ui::list_screens::obligations::timing_words;
use crate::ui::render_context::RenderContext;
use crate::ui::target::Target;
use crate::ui::widget::page_builder::PageBuilder;
use crate::ui::widget::text::piece;

/// The changes of an amendment relative to the terms on the day before its signature, or on the day of the answers if
/// it is unsigned.
pub(super) fn changes(ctx: &RenderContext<'_>, base: &Id, amendment: &Convention, builder: &mut PageBuilder) {
    let before = amendment.signed.and_then(|day| day.pred_opt()).unwrap_or(ctx.data.as_of);
    let Some(before) = terms_in_force(&ctx.data.portfolio, base, before) else { return };
    let changes = Changes { ctx, before: &before, amendment };
    let all: Vec<_> = changes.terms().into_iter().chain(changes.money()).chain(changes.obligations()).collect();
    if all.is_empty() {
        return;
    }
    builder.text(None, Token::Muted, 0, &ctx.text("amendment-changes"));
    let record = RecordRef::new(RecordKind::Convention, amendment.id.clone());
    for Change { path, sign, words } in all {
        let token = match sign {
            "+" => Token::Added,
            "−" => Token::Removed,
            _ => Token::Accent,
        };
        let first = vec![piece(token, format!("  {sign} "))];
        builder.wrapped(Some(Target::value(record.clone(), path)), first, Token::Text, &words);
    }
}

struct Change {
    path: KeyPath,
    sign: &'static str,
    words: String,
}

struct Changes<'a> {
    ctx: &'a RenderContext<'a>,
    before: &'a Convention,
    amendment: &'a Convention,
}

impl Changes<'_> {
    fn terms(&self) -> Vec<Change> {
        let (ctx, mut all) = (self.ctx, Vec::new());
        let mut change = |key: &str, label: &str, before: Option<String>, after: String| {
            let before = before.map(|before| format!("{before} → ")).unwrap_or_default();
            let words = format!("{}  {before}{after}", ctx.text(label));
            all.push(Change { path: KeyPath::top().key(key), sign: "~", words });
        };
        if let Some(term) = &self.amendment.term {
            let before = self.before.term.as_ref().map(|term| super::term_words(ctx, term));
            change("term", "label-term", before, super::term_words(ctx, term));
        }
        if let Some(days) = self.amendment.payment_days {
            let words = |days: u32| ctx.locale.message("report-days", &[("count", MessageArg::Count(days.into()))]);
            change("payment_days", "label-payment-days", self.before.payment_days.map(words), words(days));
        }
        if let Some(clause) = &self.amendment.committee {
            let words = |span| ctx.locale.message("rule-every", &[("span", MessageArg::Span(span))]);
            let before = self.before.committee.as_ref().map(|clause| words(clause.every));
            change("committee", "label-committee", before, words(clause.every));
        }
        if let Some(end) = &self.amendment.terminated {
            change("terminated", "label-terminated", None, ctx.locale.date_long(end.on));
        }
        all
    }

    fn money(&self) -> Vec<Change> {
        let ctx = self.ctx;
        let contributions = self.amendment.contributions.iter().enumerate().map(|(n, one)| {
            let before = self.before.contributions.iter().find(|other| other.id == one.id);
            let between = ctx.between(Some(&one.from), one.to.as_ref());
            let money = |amount: Money| ctx.locale.money_short(amount);
            let (sign, amount) = match before {
                Some(before) => ("~", format!("{} → {}", money(before.amount), money(one.amount))),
                None => ("+", money(one.amount)),
            };
            let words = format!("{between}  {amount}");
            Change { path: KeyPath::entry("contributions", n), sign, words }
        });
        let resources = self.amendment.resources.iter().enumerate().map(|(n, resource)| Change {
            path: KeyPath::entry("resources", n),
            sign: "+",
            words: sanitize(&resource.what).into_owned(),
        });
        contributions.chain(resources).collect()
    }

    fn obligations(&self) -> Vec<Change> {
        let ctx = self.ctx;
        let stated = self.amendment.obligations.iter().enumerate().map(|(n, one)| {
            let is_known = self.before.obligations.iter().any(|other| other.id == one.id);
            let rule = timing_words(ctx, &one.timing).map(|rule| format!(" · {rule}")).unwrap_or_default();
            let words = format!("{}{rule}", sanitize(&one.what));
            Change { path: KeyPath::entry("obligations", n), sign: if is_known { "~" } else { "+" }, words }
        });
        let repealed = self.amendment.repeals.iter().enumerate().map(|(n, id)| {
            let what =
                self.before.obligations.iter().find(|other| other.id == *id).map_or(id.as_str(), |found| &found.what);
            Change { path: KeyPath::entry("repeals", n), sign: "−", words: sanitize(what).into_owned() }
        });
        stated.chain(repealed).collect()
    }
}
