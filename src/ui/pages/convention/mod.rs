//! Conventions with their days, parties, articles, accounts, clauses and amendments.

mod amendments;
mod articles;

use crate::edit::Verb;

use super::{PageSubject, accounts, more};
use crate::model::{
    Antecedent, BudgetLine, Clause, Convention, Id, KeyPath, MessageArg, RecordKind, RecordRef, Term, TermLength,
};
use crate::report::{sanitize, sanitize_lines, statements};
use crate::rules;
use crate::ui::Token;
use crate::ui::command::Command;
use crate::ui::render_context::RenderContext;
use crate::ui::state_style::status_style;
use crate::ui::target::Target;
use crate::ui::widget::page_builder::PageBuilder;
use crate::ui::widget::text::piece;

pub(super) fn write(ctx: &RenderContext<'_>, subject: &PageSubject, builder: &mut PageBuilder) {
    let conventions = subject.conventions(ctx);
    if conventions.is_empty() {
        builder.about(Some(subject.target()), ctx.empty_hint("no-convention", Command::Verb(Verb::NewConvention)));
    }
    for id in conventions {
        let Some(convention) = ctx.convention(&id) else { continue };
        ConventionWriter { ctx, convention }.write(builder);
        for amendment in ctx.data.portfolio.amendments_of(&id) {
            ConventionWriter { ctx, convention: amendment }.write(builder);
            amendments::changes(ctx, &id, amendment, builder);
        }
    }
}

struct ConventionWriter<'a> {
    ctx: &'a RenderContext<'a>,
    convention: &'a Convention,
}

impl ConventionWriter<'_> {
    fn write(&self, builder: &mut PageBuilder) {
        builder.blank();
        let target = Some(Target::Convention(self.convention.id.clone()));
        builder.text(target, Token::Title, 0, &sanitize(&self.convention.title));
        let kind = self.ctx.capital(&format!("kind-{}", self.convention.kind.name()));
        builder.value(self.at("kind"), &self.ctx.text("label-kind"), Token::Text, &kind);
        if self.convention.startups.len() > 1 {
            let names = self.ctx.startup_names(&self.convention.startups);
            builder.value(self.at("startups"), &self.ctx.text("label-startups"), Token::Text, &names);
        }
        self.dates(builder);
        self.parties(builder);
        self.accounts(builder);
        self.clauses(builder);
        // For an amendment, these are shown as changes.
        if !self.convention.is_amendment() {
            self.undertakings(builder);
            self.resources(builder);
        }
        self.antecedents(builder);
        self.notes(builder);
        more(self.ctx, self.at("extra"), &self.convention.extra, builder);
    }

    /// How contributions are composed, where the document is, which reminders were sent, and remarks.
    fn notes(&self, builder: &mut PageBuilder) {
        let (ctx, convention) = (self.ctx, self.convention);
        for (n, one) in convention.contributions.iter().enumerate() {
            let stated = statements::of_contribution(one, &ctx.data.portfolio, ctx.locale);
            if !stated.is_empty() {
                builder.heading(&ctx.between(Some(&one.from), one.to.as_ref()));
            }
            for (label, words) in stated {
                let target = self.at_path(KeyPath::entry("contributions", n));
                builder.value(target, &ctx.text(label), Token::Text, &sanitize(&words));
            }
        }
        let stated = statements::of_convention(convention, &ctx.data.portfolio, ctx.data.as_of, ctx.locale);
        if !stated.is_empty() || !convention.notes.is_empty() {
            builder.blank();
        }
        for (label, words) in stated {
            let target = self.at(label.trim_start_matches("value-"));
            builder.linked_value(target, &ctx.text(label), &sanitize(&words), ctx.link(&words));
        }
        let notes = convention.notes.iter().enumerate();
        for (n, note) in notes.filter(|(_, note)| note.on.is_none_or(|on| on <= ctx.data.as_of)) {
            let on = note.on.map(|on| format!("{} · ", ctx.locale.date(on).trim_start())).unwrap_or_default();
            let words = self.with_article(&format!("{on}{}", sanitize_lines(&note.text)), note.article.as_deref());
            let label = if n == 0 { ctx.text("heading-notes") } else { String::new() };
            let target = self.at_path(KeyPath::entry("notes", n));
            builder.value(target, &label, Token::Text, &words);
        }
    }

    fn at(&self, key: &str) -> Option<Target> {
        self.at_path(KeyPath::top().key(key))
    }

    fn at_path(&self, path: KeyPath) -> Option<Target> {
        Some(Target::value(RecordRef::new(RecordKind::Convention, self.convention.id.clone()), path))
    }

    fn dates(&self, builder: &mut PageBuilder) {
        let (ctx, convention) = (self.ctx, self.convention);
        let own = Some(Target::Convention(convention.id.clone()));
        if let Some(standing) = rules::convention_summary(&ctx.data.portfolio, &convention.id, ctx.data.as_of) {
            let mark = status_style(standing.status);
            let word = ctx.text(&format!("convention-status-{}", standing.status.name()));
            builder.named(own.clone(), &ctx.text("label-status"), vec![ctx.marked(mark, &word)]);
        }
        if let Some(decided) = convention.decided {
            builder.value(self.at("decided"), &ctx.text("label-decided"), Token::Text, &ctx.locale.date_long(decided));
            builder.figure(decided);
        }
        match convention.signed {
            Some(signed) => {
                builder.value(self.at("signed"), &ctx.text("label-signed"), Token::Text, &ctx.locale.date_long(signed));
                builder.figure(signed);
            }
            None if convention.undated => {
                let words = match convention.not_before {
                    Some(day) => {
                        format!("{} · {}", ctx.text("convention-status-undated"), ctx.dated("not-before", day))
                    }
                    None => ctx.text("convention-status-undated"),
                };
                builder.value(own, &ctx.text("label-signed"), Token::Unknown, &format!("? {words}"));
            }
            None => {
                let unknown = format!("? {}", ctx.text("unknown-signature"));
                builder.value(own, &ctx.text("label-signed"), Token::Unknown, &unknown);
            }
        }
        self.term(convention.term.as_ref(), builder);
        if let Some(end) = &convention.terminated {
            let reason = end.reason.as_deref().map(|reason| format!(" · {}", sanitize(reason))).unwrap_or_default();
            let words = format!("{}{reason}", ctx.locale.date_long(end.on));
            builder.value(self.at("terminated"), &ctx.text("label-terminated"), Token::Bad, &words);
            builder.figure(end.on);
        }
        if let Some(reference) = &convention.reference {
            builder.value(self.at("reference"), &ctx.text("label-reference"), Token::Text, &sanitize(reference));
        }
    }

    fn term(&self, term: Option<&Term>, builder: &mut PageBuilder) {
        let ctx = self.ctx;
        // An amendment without a term leaves it unchanged.
        if term.is_none() && self.convention.is_amendment() {
            return;
        }
        let Some(term) = term else {
            let unknown = format!("? {}", ctx.text("unknown-term"));
            builder.value(self.at("term"), &ctx.text("label-term"), Token::Unknown, &unknown);
            return;
        };
        let words = term_words(ctx, term);
        builder.value(self.at("term"), &ctx.text("label-term"), Token::Text, &words);
    }

    fn parties(&self, builder: &mut PageBuilder) {
        let ctx = self.ctx;
        for (n, id) in self.convention.parties.iter().enumerate() {
            let label = if n == 0 { ctx.text("label-parties") } else { String::new() };
            let target = self.at_path(KeyPath::entry("parties", n));
            builder.value(target, &label, Token::Text, &ctx.party_name(id));
        }
        for (n, signatory) in self.convention.signatories.iter().enumerate() {
            let title = signatory.title.as_deref().map(|title| format!(", {}", sanitize(title))).unwrap_or_default();
            let words = format!("{}{title} ({})", sanitize(&signatory.name), ctx.party_name(&signatory.party));
            let target = self.at_path(KeyPath::entry("signatories", n));
            let label = if n == 0 { ctx.text("label-signatories") } else { String::new() };
            builder.value(target, &label, Token::Text, &words);
        }
        if let Some(publication) = &self.convention.publication {
            let by: Vec<_> = publication.by.iter().map(|id: &Id| ctx.party_name(id)).collect();
            let at: Vec<_> = publication.at.iter().map(|at| sanitize(at).into_owned()).collect();
            let words = format!("{} → {}", ctx.locale.list(&by), ctx.locale.list(&at));
            let words = self.with_article(&words, publication.article.as_deref());
            builder.value(self.at("publication"), &ctx.text("label-publication"), Token::Text, &words);
        }
    }

    fn accounts(&self, builder: &mut PageBuilder) {
        let accounts = [
            ("payment", self.convention.payment_account.as_ref()),
            ("refund", self.convention.refund_account.as_ref()),
        ];
        for (name, account) in accounts {
            if let Some(account) = account {
                let label = self.ctx.text(&format!("label-{name}-account"));
                let party = account.party.as_ref().map(|id| self.ctx.party_name(id)).unwrap_or_default();
                let target = self.at_path(KeyPath::top().key("accounts").key(name));
                accounts::write(self.ctx, target, &label, &account.account, &party, builder);
            }
        }
        if let Some(budget) = &self.convention.budget {
            let BudgetLine { fund, programme, accountant, detail, article } = budget;
            let parts: Vec<_> = [fund, programme, accountant, detail]
                .into_iter()
                .flatten()
                .map(|part| sanitize(part).into_owned())
                .collect();
            let words = self.with_article(&parts.join(" · "), article.as_deref());
            builder.value(self.at("budget"), &self.ctx.text("label-budget"), Token::Text, &words);
        }
    }

    fn clauses(&self, builder: &mut PageBuilder) {
        let clauses = [
            ("termination", self.convention.termination_clause.as_ref()),
            ("amendment", self.convention.amendment_clause.as_ref()),
        ];
        for (name, clause) in clauses {
            if let Some(Clause { what, article }) = clause {
                let words = self.with_article(&sanitize(what), article.as_deref());
                let target = self.at_path(KeyPath::top().key("clauses").key(name));
                builder.value(target, &self.ctx.text(&format!("label-{name}")), Token::Text, &words);
            }
        }
    }

    fn antecedents(&self, builder: &mut PageBuilder) {
        if self.convention.antecedents.is_empty() {
            return;
        }
        builder.heading(&self.ctx.text("heading-antecedents"));
        for (n, antecedent) in self.convention.antecedents.iter().enumerate() {
            let Antecedent { signed, between, what, article } = antecedent;
            let signed = signed.map_or_else(|| "?".to_owned(), |day| self.ctx.locale.date(day));
            let words = format!("{} · {}", sanitize(what), sanitize(&between.join(", ")));
            let words = self.with_article(&words, article.as_deref());
            let target = self.at_path(KeyPath::entry("antecedents", n));
            builder.wrapped(target, vec![piece(Token::Muted, format!("{signed}  "))], Token::Text, &words);
        }
    }

    fn with_article(&self, words: &str, article: Option<&str>) -> String {
        let article = self.ctx.article(article);
        if article.is_empty() { words.to_owned() } else { format!("{words} ({article})") }
    }
}

/// Returns the term and its article.
fn term_words(ctx: &RenderContext<'_>, term: &Term) -> String {
    let words = statements::term(term, ctx.locale, |length| match length {
        TermLength::For(span) => ctx.locale.message("moment-signature-and", &[("span", MessageArg::Span(*span))]),
        TermLength::Until(day) => ctx.dated("until", *day),
        TermLength::Covers(words) => sanitize(words).into_owned(),
    });
    let article = ctx.article(term.article.as_deref());
    if article.is_empty() { words } else { format!("{words} ({article})") }
}
