//! The money month by month: what there is, the rate of spending, and each month of the past and the forecast.

use chrono::Datelike;

use super::{Explainer, Explanation, ExplanationLine};
use crate::model::{Date, MessageArg, Money, RecordKind, RecordRef};
use crate::rules::{self, CashForecast, Figure, FigureLine};

/// The months before and after the day of the answers, as `couveuse funding --cash` has them.
const MONTHS: u32 = 12;

/// What can be explained of the cash of a startup or of the portfolio, besides its months.
pub(super) const TOPICS: [&str; 3] = ["cash.available", "cash.undated", "cash.burn"];

/// Returns the name of a figure of a month: `cash.2026-12.balance`.
#[must_use]
pub fn month_topic(first: Date, figure: &str) -> String {
    format!("cash.{:04}-{:02}.{figure}", first.year(), first.month())
}

impl Explainer<'_> {
    /// Explains a figure of the cash of a startup or of the portfolio.
    pub(super) fn cash(&self, record: &RecordRef, what: &str) -> Option<Explanation> {
        let what = what.strip_prefix("cash.")?;
        let forecast = match record.kind {
            RecordKind::Startup if self.portfolio.startups.contains_key(&record.id) => {
                rules::cash_forecast(self.portfolio, &record.id, self.as_of, MONTHS)
            }
            RecordKind::Portfolio => rules::cash_report(self.portfolio, self.as_of, MONTHS).total,
            _ => return None,
        };
        match what {
            "available" => {
                let lines = forecast.available.map(|_| {
                    let startup = forecast.startup.as_ref();
                    rules::cash_lines(self.portfolio, startup, self.as_of)
                        .iter()
                        .map(|line| self.money_line(line))
                        .collect()
                });
                Some(self.cash_topic(what, "available", forecast.available, lines.unwrap_or_default()))
            }
            "undated" => {
                let lines = self.figure(record, Figure::Undetermined)?.lines;
                Some(self.cash_topic(what, "undated", Some(forecast.undated), lines))
            }
            "burn" => {
                let burn = forecast.burn?;
                Some(self.cash_topic(what, "burn", Some(burn.per_month()), self.spent_lines(record, &forecast)))
            }
            _ => self.month(record, &forecast, what),
        }
    }

    fn month(&self, record: &RecordRef, forecast: &CashForecast, what: &str) -> Option<Explanation> {
        let (month, figure) = what.split_once('.').unwrap_or((what, "balance"));
        let (year, month) = month.split_once(['-', '_'])?;
        let first = Date::from_ymd_opt(year.parse().ok()?, month.parse().ok()?, 1)?;
        let topic = month_topic(first, figure);
        let topic = topic.strip_prefix("cash.")?;
        let is_it = |day: Date| (day.year(), day.month()) == (first.year(), first.month());
        if let "received" | "spent" = figure {
            let month = forecast.past.iter().find(|month| month.first == first)?;
            let (amount, of) =
                if figure == "received" { (month.received, Figure::Received) } else { (month.spent, Figure::Cp) };
            let lines = self.figure(record, of)?.lines;
            let lines = lines.into_iter().filter(|line| line.on.is_some_and(is_it)).collect();
            return Some(self.cash_topic(topic, figure, Some(amount), lines));
        }
        let at = forecast.months.iter().position(|month| month.first == first)?;
        let month = forecast.months.get(at)?;
        let before = match at.checked_sub(1) {
            Some(before) => forecast.months.get(before)?.balance,
            None => forecast.available,
        };
        match figure {
            "expected" => {
                let tranches = month.tranches.iter().map(|one| ExplanationLine {
                    amount: Some(one.amount),
                    on: one.tranche.due,
                    article: one.tranche.article.clone(),
                    ..self.entry_line(&one.tranche.record, one.tranche.path.clone())
                });
                Some(self.cash_topic(topic, figure, Some(month.expected), tranches.collect()))
            }
            "spending" => {
                let lines = self.spent_lines(record, forecast);
                Some(self.cash_topic(topic, figure, Some(month.spending), lines))
            }
            "balance" => {
                let mut all = self.cash_topic(topic, figure, month.balance, Vec::new());
                let money = |amount: Option<Money>| {
                    MessageArg::Text(amount.map_or_else(|| "?".to_owned(), |amount| self.locale.money(amount)))
                };
                let args = [
                    ("before", money(before)),
                    ("expected", money(Some(month.expected))),
                    ("spending", money(Some(month.spending))),
                ];
                all.rule = self.locale.message("topic-rule-cash-balance", &args);
                Some(all)
            }
            _ => None,
        }
    }

    /// Returns the lines of CP that the rate of spending is computed from. The portfolio has no rate of its own, hence
    /// none.
    fn spent_lines(&self, record: &RecordRef, forecast: &CashForecast) -> Vec<ExplanationLine> {
        let Some((after, until)) = forecast.burn_window() else { return Vec::new() };
        let lines = self.figure(record, Figure::Cp).map(|one| one.lines).unwrap_or_default();
        lines.into_iter().filter(|line| line.on.is_some_and(|on| on > after && on <= until)).collect()
    }

    fn money_line(&self, line: &FigureLine) -> ExplanationLine {
        ExplanationLine {
            amount: Some(line.amount),
            on: line.on,
            article: line.article.clone(),
            ..self.entry_line(&line.record, line.path.clone())
        }
    }

    fn cash_topic(&self, what: &str, topic: &str, amount: Option<Money>, lines: Vec<ExplanationLine>) -> Explanation {
        let value = amount.map_or_else(|| self.locale.text("topic-unknown"), |amount| self.locale.money(amount));
        let name = self.locale.text(&format!("topic-cash-{topic}"));
        let rule =
            if topic == "balance" { String::new() } else { self.locale.text(&format!("topic-rule-cash-{topic}")) };
        Explanation { what: format!("cash.{what}"), name, value, rule, source: String::new(), lines }
    }
}
