//! Amounts, days and indicator values, also in the room of a narrow column.

use std::iter::once_with;

use chrono::Datelike;

use super::RenderContext;
use crate::locale::Locale;
use crate::model::{Date, DayOff, Indicator, IndicatorValue, MessageArg, Money};
use crate::report::{sanitize, words};
use crate::rules::{Figure, Figures, OccurrenceState, StartupSummary};
use crate::ui::Token;
use crate::ui::state_style::occurrence_style;
use crate::ui::widget::text::{Piece, piece, width};

impl RenderContext<'_> {
    /// Returns a day on which something is due or planned, in full: `Wednesday 14 July 2021 · public holiday (Bastille
    /// Day)`.
    #[must_use]
    pub fn deadline(&self, date: Date) -> String {
        let day = self.locale.date_long(date);
        match DayOff::of(date) {
            Some(off) => format!("{day} · {}", self.text(&format!("day-off-{}", off.name()))),
            None => day,
        }
    }

    /// Returns the day on which the money of a startup runs out, with the months until then: `28 February 2021 · 2
    /// months`. Once that day has passed, the day since which nothing was recorded.
    #[must_use]
    pub fn runway(&self, summary: &StartupSummary) -> Option<Piece> {
        let day = summary.runs_out?;
        let rest = match summary.silent_since(self.data.as_of) {
            Some(since) => words::silent_since(since, self.locale),
            None => self.count("months-count", months_between(self.data.as_of, day)),
        };
        Some(piece(self.remaining(day), format!("{} · {rest}", self.locale.date(day).trim_start())))
    }

    /// Returns the token for a day at which a decision or the money runs out: [`Token::Bad`] from 45 days before it on,
    /// [`Token::Warning`] from 90 days before it on.
    #[must_use]
    pub fn remaining(&self, day: Date) -> Token {
        match (day - self.data.as_of).num_days() {
            ..=45 => Token::Bad,
            46..=90 => Token::Warning,
            _ => Token::Text,
        }
    }

    /// `103 d`; from two years on, `6 y`.
    #[must_use]
    pub fn late_short(&self, days: i64) -> String {
        const YEAR: i64 = 365;
        if days < 2 * YEAR {
            return self.locale.message("days-late-short", &[("days", MessageArg::Count(days))]);
        }
        self.locale.message("years-late-short", &[("years", MessageArg::Count(days / YEAR))])
    }

    /// `243 days late`.
    #[must_use]
    pub fn days_late(&self, days: i64) -> String {
        self.locale.message("days-late", &[("days", MessageArg::Count(days))])
    }

    /// Returns a figure; `?` if it is unknown, with the known part before it if there is one.
    #[must_use]
    pub fn figure(&self, figures: &Figures, figure: Figure) -> String {
        match figures.value(figure) {
            Some(amount) => self.locale.money(amount),
            None if figures.get(figure).is_zero() => "?".to_owned(),
            None => format!("{} + ?", self.locale.money(figures.get(figure))),
        }
    }

    /// Returns a figure as [`Self::figure`] writes it, without cents that are zero.
    #[must_use]
    pub fn figure_short(&self, figures: &Figures, figure: Figure) -> String {
        match figures.value(figure) {
            Some(amount) => self.locale.money_short(amount),
            None if figures.get(figure).is_zero() => "?".to_owned(),
            None => format!("{} + ?", self.locale.money_short(figures.get(figure))),
        }
    }

    /// Returns the message `key` with `amount`.
    #[must_use]
    pub fn amount(&self, key: &str, amount: Money) -> String {
        self.locale.message(key, &[("amount", MessageArg::Text(self.locale.money_short(amount)))])
    }

    /// `0 / 52 500 €`: the currency is shown once.
    #[must_use]
    pub fn received_of(&self, received: Money, payable: Money) -> String {
        let received = self.locale.money_short(received);
        let received = received.trim_end_matches('€').trim_end();
        format!("{received} / {}", self.locale.money_short(payable))
    }

    /// Received and payable in `room` cells, in thousands or millions if the exact amounts don't fit.
    #[must_use]
    pub fn received_of_in(&self, received: Money, payable: Money, room: usize) -> String {
        let brief = |airy| self.locale.money_of_brief(received, payable, airy);
        let full = once_with(|| self.received_of(received, payable));
        first_that_fits(full.chain(once_with(|| brief(true))), room).unwrap_or_else(|| brief(false))
    }

    /// Returns an amount in `room` cells, in thousands or millions if the exact amount doesn't fit.
    #[must_use]
    pub fn money_in(&self, amount: Money, room: usize) -> String {
        first_that_fits([self.locale.money_short(amount)], room).unwrap_or_else(|| self.locale.money_brief(amount))
    }

    /// Returns a day in `room` cells: in full, without the year, or the month alone.
    #[must_use]
    pub fn date_in(&self, date: Date, room: usize) -> String {
        let days = [Locale::date, Locale::date_short].into_iter().map(|form| form(self.locale, date));
        first_that_fits(days, room).unwrap_or_else(|| self.locale.month_short(date))
    }

    #[must_use]
    pub fn received_in_words(&self, received: Money, payable: Money) -> String {
        let money = [
            ("received", MessageArg::Text(self.locale.money_short(received))),
            ("payable", MessageArg::Text(self.locale.money_short(payable))),
        ];
        self.locale.message("total-received", &money)
    }

    /// Returns an amount whose due day is unknown: `? 87 500 € sans date connue`.
    #[must_use]
    pub fn undetermined(&self, amount: Money) -> Piece {
        let words = format!("{} {}", self.locale.money_short(amount), self.text("figure-undetermined"));
        self.marked(occurrence_style(OccurrenceState::Undetermined), &words)
    }

    /// Returns a value of an indicator with its unit: `1 240 personnes`.
    #[must_use]
    pub fn indicator_value(&self, indicator: &Indicator, value: &IndicatorValue) -> String {
        let unit = indicator.unit.as_deref().map(|unit| format!(" {}", sanitize(unit))).unwrap_or_default();
        format!("{}{unit}", self.locale.decimal(value.value))
    }
}

/// Whole months from `from` to `to`; 0 if `to` is earlier.
pub fn months_between(from: Date, to: Date) -> usize {
    let months = |day: Date| day.year() * 12 + day.month0().cast_signed();
    let whole = months(to) - months(from) - i32::from(to.day() < from.day());
    usize::try_from(whole).unwrap_or(0)
}

/// Returns the first text that fits in `room` cells; the texts go from long to short.
pub fn first_that_fits(texts: impl IntoIterator<Item = String>, room: usize) -> Option<String> {
    texts.into_iter().find(|text| width(text) <= room)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whole_months_are_counted() {
        let day = |text: &str| text.parse().expect("a day");
        for (from, to, months) in [
            ("2020-01-31", "2020-02-29", 0),
            ("2020-01-31", "2020-03-31", 2),
            ("2019-12-15", "2020-12-14", 11),
            ("2019-12-15", "2020-12-15", 12),
            ("2020-12-15", "2019-12-15", 0),
        ] {
            assert_eq!(months_between(day(from), day(to)), months, "{from} to {to}");
        }
    }
}
