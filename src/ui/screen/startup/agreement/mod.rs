//! What was signed: each convention with its dates, parties, articles, accounts and clauses, and its amendments.

mod amendments;
mod articles;

use super::{Subject, accounts, nothing};
use crate::model::{
    Antecedent, Arg, BudgetLine, Clause, Convention, Id, Path, RecordKind, RecordRef, Term, TermLength,
};
use crate::report::sanitize;
use crate::rules;
use crate::ui::Token;
use crate::ui::command::Command;
use crate::ui::mark::status_mark;
use crate::ui::target::Target;
use crate::ui::view::View;
use crate::ui::widget::sheet::Sheet;
use crate::ui::widget::text::piece;

pub(super) fn write(view: &View<'_>, subject: &Subject, sheet: &mut Sheet) {
    let conventions = subject.conventions(view);
    if conventions.is_empty() {
        nothing(view, subject.target(), "no-convention", Command::AddConvention, sheet);
    }
    for id in conventions {
        let Some(convention) = view.convention(&id) else { continue };
        Writer { view, convention }.write(sheet);
        for amendment in view.data.portfolio.amendments_of(&id) {
            Writer { view, convention: amendment }.write(sheet);
            amendments::changes(view, &id, amendment, sheet);
        }
    }
}

struct Writer<'a> {
    view: &'a View<'a>,
    convention: &'a Convention,
}

impl Writer<'_> {
    fn write(&self, sheet: &mut Sheet) {
        sheet.blank();
        let target = Some(Target::Convention(self.convention.id.clone()));
        sheet.text(target, Token::Title, 0, &sanitize(&self.convention.title));
        let kind = self.view.capital(&format!("kind-{}", self.convention.kind.name()));
        sheet.value(self.at("kind"), &self.view.text("label-kind"), Token::Text, &kind);
        if self.convention.startups.len() > 1 {
            let names = self.view.startup_names(&self.convention.startups);
            sheet.value(self.at("startups"), &self.view.text("label-startups"), Token::Text, &names);
        }
        self.dates(sheet);
        self.parties(sheet);
        self.accounts(sheet);
        self.clauses(sheet);
        // What an amendment states of these is told as what it changes.
        if !self.convention.is_amendment() {
            self.undertakings(sheet);
            self.resources(sheet);
        }
        self.antecedents(sheet);
    }

    /// A field of the record.
    fn at(&self, key: &str) -> Option<Target> {
        self.at_path(Path::top().key(key))
    }

    fn at_path(&self, path: Path) -> Option<Target> {
        Some(Target::value(RecordRef::new(RecordKind::Convention, self.convention.id.clone()), path))
    }

    fn dates(&self, sheet: &mut Sheet) {
        let (view, convention) = (self.view, self.convention);
        let own = Some(Target::Convention(convention.id.clone()));
        if let Some(standing) = rules::convention_standing(&view.data.portfolio, &convention.id, view.data.as_of) {
            let mark = status_mark(standing.status);
            let word = view.text(&format!("convention-status-{}", standing.status.name()));
            sheet.named(own.clone(), &view.text("label-status"), vec![view.marked(mark, &word)]);
        }
        if let Some(decided) = convention.decided {
            sheet.value(self.at("decided"), &view.text("label-decided"), Token::Text, &view.locale.date_long(decided));
            sheet.figure(decided);
        }
        match convention.signed {
            Some(signed) => {
                sheet.value(self.at("signed"), &view.text("label-signed"), Token::Text, &view.locale.date_long(signed));
                sheet.figure(signed);
            }
            None => {
                let unknown = format!("? {}", view.text("unknown-signature"));
                sheet.value(own, &view.text("label-signed"), Token::Unknown, &unknown);
            }
        }
        self.term(convention.term.as_ref(), sheet);
        if let Some(end) = &convention.terminated {
            let reason = end.reason.as_deref().map(|reason| format!(" · {}", sanitize(reason))).unwrap_or_default();
            let words = format!("{}{reason}", view.locale.date_long(end.on));
            sheet.value(self.at("terminated"), &view.text("label-terminated"), Token::Bad, &words);
            sheet.figure(end.on);
        }
        if let Some(reference) = &convention.reference {
            sheet.value(self.at("reference"), &view.text("label-reference"), Token::Text, &sanitize(reference));
        }
    }

    fn term(&self, term: Option<&Term>, sheet: &mut Sheet) {
        let view = self.view;
        // An amendment that says nothing of it leaves it as it was.
        if term.is_none() && self.convention.is_amendment() {
            return;
        }
        let Some(term) = term else {
            let unknown = format!("? {}", view.text("unknown-term"));
            sheet.value(self.at("term"), &view.text("label-term"), Token::Unknown, &unknown);
            return;
        };
        let words = term_words(view, term);
        sheet.value(self.at("term"), &view.text("label-term"), Token::Text, &words);
    }

    fn parties(&self, sheet: &mut Sheet) {
        let view = self.view;
        for (n, id) in self.convention.parties.iter().enumerate() {
            let label = if n == 0 { view.text("label-parties") } else { String::new() };
            let target = self.at_path(Path::top().key("parties").index(n));
            sheet.value(target, &label, Token::Text, &view.party_name(id));
        }
        for (n, signatory) in self.convention.signatories.iter().enumerate() {
            let title = signatory.title.as_deref().map(|title| format!(", {}", sanitize(title))).unwrap_or_default();
            let words = format!("{}{title} ({})", sanitize(&signatory.name), view.party_name(&signatory.party));
            let target = self.at_path(Path::top().key("signatories").index(n));
            let label = if n == 0 { view.text("label-signatories") } else { String::new() };
            sheet.value(target, &label, Token::Text, &words);
        }
        if let Some(publication) = &self.convention.publication {
            let by: Vec<_> = publication.by.iter().map(|id: &Id| view.party_name(id)).collect();
            let at: Vec<_> = publication.at.iter().map(|at| sanitize(at).into_owned()).collect();
            let words = format!("{} → {}", view.locale.list(&by), view.locale.list(&at));
            let words = self.with_article(&words, publication.article.as_deref());
            sheet.value(self.at("publication"), &view.text("label-publication"), Token::Text, &words);
        }
    }

    fn accounts(&self, sheet: &mut Sheet) {
        let accounts = [
            ("payment", self.convention.payment_account.as_ref()),
            ("refund", self.convention.refund_account.as_ref()),
        ];
        for (name, account) in accounts {
            if let Some(account) = account {
                let label = self.view.text(&format!("label-{name}-account"));
                let party = account.party.as_ref().map(|id| self.view.party_name(id)).unwrap_or_default();
                let target = self.at_path(Path::top().key("accounts").key(name));
                accounts::write(self.view, target, &label, &account.account, &party, sheet);
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
            sheet.value(self.at("budget"), &self.view.text("label-budget"), Token::Text, &words);
        }
    }

    fn clauses(&self, sheet: &mut Sheet) {
        let clauses = [
            ("termination", self.convention.termination_clause.as_ref()),
            ("amendment", self.convention.amendment_clause.as_ref()),
        ];
        for (name, clause) in clauses {
            if let Some(Clause { what, article }) = clause {
                let words = self.with_article(&sanitize(what), article.as_deref());
                let target = self.at_path(Path::top().key("clauses").key(name));
                sheet.value(target, &self.view.text(&format!("label-{name}")), Token::Text, &words);
            }
        }
    }

    fn antecedents(&self, sheet: &mut Sheet) {
        if self.convention.antecedents.is_empty() {
            return;
        }
        sheet.heading(&self.view.text("heading-antecedents"));
        for (n, antecedent) in self.convention.antecedents.iter().enumerate() {
            let Antecedent { signed, between, what, article } = antecedent;
            let signed = signed.map_or_else(|| "?".to_owned(), |day| self.view.locale.date(day));
            let words = format!("{} · {}", sanitize(what), sanitize(&between.join(", ")));
            let words = self.with_article(&words, article.as_deref());
            let target = self.at_path(Path::top().key("antecedents").index(n));
            sheet.wrapped(target, vec![piece(Token::Muted, format!("{signed}  "))], Token::Text, &words);
        }
    }

    fn with_article(&self, words: &str, article: Option<&str>) -> String {
        let article = self.view.article(article);
        if article.is_empty() { words.to_owned() } else { format!("{words} ({article})") }
    }
}

/// How long it runs, with its article.
fn term_words(view: &View<'_>, term: &Term) -> String {
    let words = match &term.length {
        TermLength::For(span) => view.locale.message("moment-signature-and", &[("span", Arg::Span(*span))]),
        TermLength::Until(day) => view.dated("until", *day),
        TermLength::Covers(words) => sanitize(words).into_owned(),
    };
    let article = view.article(term.article.as_deref());
    if article.is_empty() { words } else { format!("{words} ({article})") }
}
