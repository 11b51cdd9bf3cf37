//! Amounts, with the entries that they add up, and counts.

use std::rc::Rc;

use super::{Explainer, Explanation, ExplanationLine, figure, figure_topic};
use crate::model::{Money, RecordKind, RecordRef};
use crate::report::words;
use crate::rules::{self, ExplainedFigures, Figure, Occurrence, OccurrenceState};

impl Explainer<'_> {
    /// Explains an amount of a record.
    pub(super) fn figure(&self, record: &RecordRef, figure: Figure) -> Option<Explanation> {
        let explained = self.explained(record)?;
        Some(self.amount(figure_topic(figure), figure, &explained))
    }

    /// Returns the figures of a record; `None` if it does not exist or has none.
    pub(super) fn explained(&self, record: &RecordRef) -> Option<Rc<ExplainedFigures>> {
        if let Some(known) = self.cache.0.borrow().get(record) {
            return known.clone();
        }
        let explained = self.explain_figures(record).map(Rc::new);
        self.cache.0.borrow_mut().insert(record.clone(), explained.clone());
        explained
    }

    fn explain_figures(&self, record: &RecordRef) -> Option<ExplainedFigures> {
        let (portfolio, as_of) = (self.portfolio, self.as_of);
        Some(match record.kind {
            RecordKind::Startup if portfolio.startups.contains_key(&record.id) => {
                rules::explain_startup(portfolio, &record.id, as_of)
            }
            RecordKind::Convention if portfolio.conventions.contains_key(&record.id) => {
                rules::explain_convention(portfolio, &record.id, as_of)
            }
            RecordKind::Party if portfolio.parties.contains_key(&record.id) => {
                rules::explain_party(portfolio, &record.id, as_of)
            }
            RecordKind::Portfolio => rules::explain_portfolio(portfolio, as_of),
            _ => return None,
        })
    }

    fn amount(&self, what: &str, figure: Figure, explained: &ExplainedFigures) -> Explanation {
        let known = self.locale.money(explained.figures.get(figure));
        let value = match explained.figures.value(figure) {
            Some(_) => known,
            None if explained.figures.get(figure).is_zero() => self.locale.text("topic-unknown"),
            None => format!("{known} + ?"),
        };
        let lines = explained.lines.iter().filter(|(of, _)| *of == figure).map(|(_, line)| ExplanationLine {
            amount: Some(line.amount),
            on: line.on,
            article: line.article.clone(),
            ..self.entry_line(&line.record, line.path.clone())
        });
        let name = self.locale.text(&format!("figure-{}", figure.name()));
        Explanation {
            name,
            what: what.to_owned(),
            lines: lines.collect(),
            ..self.blank(figure_topic(figure), figure_topic(figure), value)
        }
    }

    /// Returns the figures of the contributions of a convention: `contributions.pau.received`.
    pub(super) fn contribution_topics(&self, record: &RecordRef) -> Vec<String> {
        let Some(convention) =
            self.portfolio.conventions.get(&record.id).filter(|_| record.kind == RecordKind::Convention)
        else {
            return Vec::new();
        };
        let of = |id: &str| {
            [Figure::Committed, Figure::Received].map(|figure| format!("contributions.{id}.{}", figure_topic(figure)))
        };
        convention.contributions.iter().flat_map(|one| of(&one.id)).collect()
    }

    /// Explains a figure of one contribution, or the percentage received.
    pub(super) fn part(&self, record: &RecordRef, what: &str) -> Option<Explanation> {
        if what == "received_percent" {
            return self.percent(record);
        }
        let (id, name) = what.strip_prefix("contributions.")?.rsplit_once('.')?;
        let figure = figure(if name == "promised" { "committed" } else { name })?;
        let explained = rules::explain_contribution(self.portfolio, &record.id, id, self.as_of);
        let exists = self.answers.commitments.iter().any(|one| {
            one.contribution.id == id
                && (one.contribution.convention == record.id || one.contribution.record == *record)
        });
        exists.then(|| Explanation { what: what.to_owned(), ..self.amount(what, figure, &explained) })
    }

    fn percent(&self, record: &RecordRef) -> Option<Explanation> {
        let [received, payable] = [Figure::Received, Figure::Payable].map(|figure| self.figure(record, figure));
        let (received, payable) = (received?, payable?);
        let figures = self.explained(record)?.figures;
        let known = |figure| figures.value(figure).filter(|_| figures.payments_recorded()).map(Money::decimal);
        let percent = known(Figure::Received).zip(known(Figure::Payable));
        let percent = percent.and_then(|(part, whole)| (part * rust_decimal::Decimal::ONE_HUNDRED).checked_div(whole));
        let value = percent.map_or_else(|| self.locale.text("topic-unknown"), |part| format!("{} %", part.round()));
        let lines = received.lines.into_iter().chain(payable.lines).collect();
        Some(self.topic("received_percent", value, lines))
    }

    /// Explains the number of late or undetermined obligations of a record.
    pub(super) fn count(&self, record: &RecordRef, what: &str) -> Explanation {
        let state = if what == "late" { OccurrenceState::Late } else { OccurrenceState::Undetermined };
        let is_its = |one: &&Occurrence| {
            let concerns = match record.kind {
                RecordKind::Startup => one.startups.contains(&record.id),
                RecordKind::Convention => one.convention.as_ref() == Some(&record.id),
                RecordKind::Party => one.debtors.contains(&record.id),
                _ => true,
            };
            one.state == state && one.is_obligation() && concerns
        };
        let lines: Vec<_> = self.answers.occurrences.iter().filter(is_its).map(|one| self.due_line(one)).collect();
        self.topic(what, self.locale.number(i64::try_from(lines.len()).unwrap_or(i64::MAX)), lines)
    }

    /// Returns a line about an occurrence: what is to be done, and when it is due.
    pub(super) fn due_line(&self, one: &Occurrence) -> ExplanationLine {
        ExplanationLine {
            text: words::what(one, self.locale),
            amount: one.amount.filter(|amount| !amount.is_zero()),
            on: one.due,
            article: one.article.as_deref().map(str::to_owned),
            record: one.record.clone(),
            path: one.path.clone(),
        }
    }
}
