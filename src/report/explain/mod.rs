//! Explanations of figures, dates, states and counts: the rule with its source, then the entries that it applied to.
//! The command line and the screen show the same ones.

mod cash;
mod convention;
mod figures;
mod naming;
mod occurrences;
mod startup;
mod today;

use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;

pub use cash::month_topic;

use crate::locale::Locale;
use crate::model::{Date, Id, KeyPath, Money, Portfolio, RecordKind, RecordRef};
use crate::rules::{Answers, ComparedKind, DerivationStep, ExplainedFigures, Figure, Today};

/// Explains a value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Explanation {
    /// What is explained: `received`, `obligations.refund`.
    pub what: String,
    /// The same in words.
    pub name: String,
    /// The value in words.
    pub value: String,
    /// The rule that gives the value.
    pub rule: String,
    /// The source of the rule.
    pub source: String,
    pub lines: Vec<ExplanationLine>,
}

/// An entry that a rule applied to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExplanationLine {
    /// The name of the entry.
    pub text: String,
    pub amount: Option<Money>,
    pub on: Option<Date>,
    pub article: Option<String>,
    /// The record that contains the entry.
    pub record: RecordRef,
    pub path: KeyPath,
}

/// What the explanation of the place of a row of Today is called.
pub const TODAY: &str = "today";

/// Aliases of topics.
const ALIASES: [(&str, &str); 14] = [
    ("promised", "committed"),
    ("term", "ends"),
    ("end", "ends"),
    ("convention", "status"),
    ("state", "status"),
    ("runway", "funded_until"),
    ("runs_out", "funded_until"),
    ("next_due", "committee"),
    ("timeline", "committee"),
    ("reason", "committee"),
    ("decision_until", "decided_until"),
    ("phase_from", "phase"),
    ("coaches", "coach"),
    ("startup", "name"),
];

/// Returns the figure with a name: its JSON key, unless that is the name of a count of obligations.
fn figure(what: &str) -> Option<Figure> {
    Figure::ALL.into_iter().find(|figure| figure_topic(*figure) == what)
}

const fn figure_topic(figure: Figure) -> &'static str {
    match figure {
        Figure::Late => "late_amount",
        Figure::Undetermined => "undetermined_amount",
        other => other.name(),
    }
}

/// Returns what explains a compared figure.
#[must_use]
pub const fn compared_topic(kind: ComparedKind) -> &'static str {
    match kind {
        ComparedKind::Amount(figure) => figure_topic(figure),
        ComparedKind::LateCount => "late",
        ComparedKind::UndeterminedCount => "undetermined",
        ComparedKind::RunsOut => "funded_until",
    }
}

/// The figures of records with their entries, computed once for all explanations.
#[derive(Default)]
pub struct FiguresCache(RefCell<HashMap<RecordRef, Option<Rc<ExplainedFigures>>>>);

/// Explains what the records and their answers say.
pub struct Explainer<'a> {
    pub portfolio: &'a Portfolio,
    pub answers: &'a Answers,
    pub today: &'a Today,
    pub as_of: Date,
    pub locale: &'a Locale,
    pub cache: FiguresCache,
}

impl Explainer<'_> {
    /// Returns what can be explained of a record, its own figures first.
    #[must_use]
    pub fn topics(&self, record: &RecordRef) -> Vec<String> {
        let own: &[&str] = match record.kind {
            RecordKind::Startup => &startup::TOPICS,
            RecordKind::Convention => &convention::TOPICS,
            RecordKind::Party => &["name"],
            RecordKind::Portfolio => &["name", "late", "undetermined"],
            _ => &[],
        };
        let has_figures = matches!(
            record.kind,
            RecordKind::Startup | RecordKind::Convention | RecordKind::Party | RecordKind::Portfolio
        );
        let figures = Figure::ALL.into_iter().filter(|_| has_figures).map(figure_topic);
        let has_cash = matches!(record.kind, RecordKind::Startup | RecordKind::Portfolio);
        let cash = cash::TOPICS.iter().copied().filter(|_| has_cash);
        let own = figures.chain(own.iter().copied()).chain(cash).map(ToOwned::to_owned);
        own.chain(self.contribution_topics(record)).chain(self.occurrence_topics(record)).collect()
    }

    /// Explains one thing about a record, as [`Explainer::topics`] names it, or by another usual name. `None` if there
    /// is no such topic.
    #[must_use]
    pub fn explain(&self, record: &RecordRef, what: &str) -> Option<Explanation> {
        let what = what.trim().replace('-', "_");
        let alias = ALIASES.into_iter().find(|(alias, _)| *alias == what);
        let is_taken = || self.topics(record).contains(&what);
        match alias.filter(|_| !is_taken()) {
            Some((_, name)) => self.named(record, name),
            None => self.named(record, &what),
        }
        .or_else(|| self.occurrence(record, &what))
        .or_else(|| self.today_row(record, &what))
        .or_else(|| self.field(record, &what))
    }

    fn named(&self, record: &RecordRef, what: &str) -> Option<Explanation> {
        if let Some(figure) = figure(what) {
            return self.figure(record, figure);
        }
        let explained = match (record.kind, what) {
            (_, "name") if self.has_record(record) => Some(self.identity(record, "name")),
            (_, "late" | "undetermined") if record.kind != RecordKind::Review => Some(self.count(record, what)),
            (RecordKind::Startup, _) => self.of_startup(&record.id, what),
            (RecordKind::Convention, _) => self.of_convention(&record.id, what),
            _ => None,
        };
        explained.or_else(|| self.cash(record, what)).or_else(|| self.part(record, what))
    }

    /// Returns a value as the record states it.
    fn field(&self, record: &RecordRef, what: &str) -> Option<Explanation> {
        let path = naming::path(what)?;
        let last = what.rsplit('.').next()?.split('[').next()?;
        let is_field = self.locale.has(&format!("value-{last}"));
        if !is_field || !self.has_record(record) {
            return None;
        }
        Some(Explanation { what: what.to_owned(), ..self.stated(record, path) })
    }

    /// Explains what a record is, for columns that are mere names.
    #[must_use]
    pub fn identity(&self, record: &RecordRef, what: &str) -> Explanation {
        let line = self.entry_line(record, KeyPath::top());
        Explanation { lines: vec![line], ..self.recorded(what, naming::record(self.portfolio, record)) }
    }

    /// Explains a value as the record states it, or would state it.
    #[must_use]
    pub fn stated(&self, record: &RecordRef, path: KeyPath) -> Explanation {
        let what = path.to_string();
        let line = self.entry_line(record, path);
        Explanation { name: line.text.clone(), lines: vec![line], ..self.recorded(&what, String::new()) }
    }

    /// Returns an explanation of something that the record states itself.
    fn recorded(&self, what: &str, value: String) -> Explanation {
        Explanation { rule: self.locale.text("topic-rule-recorded"), ..self.blank(what, "recorded", value) }
    }

    /// Returns an explanation without lines, with the rule and the source of a topic.
    fn blank(&self, what: &str, topic: &str, value: String) -> Explanation {
        let name = format!("topic-{}", what.replace('_', "-"));
        let name = if self.locale.has(&name) { self.locale.text(&name) } else { what.to_owned() };
        let topic = topic.replace('_', "-");
        let source = format!("topic-source-{topic}");
        Explanation {
            what: what.to_owned(),
            name,
            value,
            rule: self.locale.text(&format!("topic-rule-{topic}")),
            source: if self.locale.has(&source) { self.locale.text(&source) } else { String::new() },
            lines: Vec::new(),
        }
    }

    fn topic(&self, what: &str, value: String, lines: Vec<ExplanationLine>) -> Explanation {
        Explanation { lines, ..self.blank(what, what, value) }
    }

    /// Returns a line that names the entry at a path.
    #[must_use]
    pub fn entry_line(&self, record: &RecordRef, path: KeyPath) -> ExplanationLine {
        ExplanationLine {
            text: naming::entry(self.portfolio, self.locale, record, &path),
            amount: None,
            on: None,
            article: None,
            record: record.clone(),
            path,
        }
    }

    fn step(&self, step: DerivationStep) -> ExplanationLine {
        let mut text = self.locale.text(&format!("derivation-{}", step.kind.name()));
        if let Some(span) = step.span {
            text = format!("{text} ({})", self.locale.span(span));
        }
        let article = naming::article(self.portfolio, &step.record, &step.path);
        ExplanationLine { text, on: step.on, article, ..self.entry_line(&step.record, step.path) }
    }

    fn has_record(&self, record: &RecordRef) -> bool {
        match record.kind {
            RecordKind::Startup => self.portfolio.startups.contains_key(&record.id),
            RecordKind::Convention => self.portfolio.conventions.contains_key(&record.id),
            RecordKind::Party => self.portfolio.parties.contains_key(&record.id),
            _ => true,
        }
    }

    fn day(&self, day: Option<Date>) -> String {
        day.map_or_else(|| self.locale.text("topic-unknown"), |day| self.locale.date_long(day))
    }
}

fn startup_record(id: &Id) -> RecordRef {
    RecordRef::new(RecordKind::Startup, id.clone())
}

fn convention_record(id: &Id) -> RecordRef {
    RecordRef::new(RecordKind::Convention, id.clone())
}
