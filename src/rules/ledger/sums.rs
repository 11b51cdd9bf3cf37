//! Adds up amounts, and keeps the entries behind them if they will be explained.

use crate::model::{Date, KeyPath, Money};
use crate::rules::cost_allocation::split;
use crate::rules::terms::{RecordedEntry, entry_path, record_of};
use crate::rules::{Figure, FigureLine, Figures};

#[derive(Default)]
pub(in crate::rules) struct FigureSums {
    pub figures: Figures,
    /// The entries; `None` if nobody needs them.
    pub lines: Option<Vec<(Figure, FigureLine)>>,
}

impl FigureSums {
    pub fn new(explained: bool) -> Self {
        Self { figures: Figures::default(), lines: explained.then(Vec::new) }
    }

    /// Adds to an amount. Calls `line` only if entries are kept.
    pub fn add(&mut self, figure: Figure, amount: Money, line: impl FnOnce() -> FigureLine) {
        *self.figures.get_mut(figure) += amount;
        if let Some(lines) = &mut self.lines {
            lines.push((figure, FigureLine { amount, ..line() }));
        }
    }

    /// Resets an amount to zero and marks it as unknown.
    pub fn set_unknown(&mut self, figure: Figure) {
        self.figures.set_unknown(figure);
        self.drop_lines(figure);
    }

    /// Marks the payments as not recorded.
    pub fn set_unfollowed(&mut self) {
        self.figures.set_unfollowed();
        for figure in [
            Figure::Late,
            Figure::Uncalled,
            Figure::Outstanding,
            Figure::Left,
            Figure::Refundable,
            Figure::RefundableCommitted,
        ] {
            self.drop_lines(figure);
        }
    }

    fn drop_lines(&mut self, figure: Figure) {
        if let Some(lines) = &mut self.lines {
            lines.retain(|(of, _)| *of != figure);
        }
    }

    /// Adds other amounts to an amount: each of `parts` with `true` is added, with `false` subtracted.
    pub fn add_from(&mut self, figure: Figure, parts: &[(Figure, bool)]) {
        let signed = |amount: Money, adds: bool| if adds { amount } else { -amount };
        let sum = parts.iter().map(|(part, adds)| signed(self.figures.get(*part), *adds)).sum::<Money>();
        *self.figures.get_mut(figure) += sum;
        let Some(lines) = &mut self.lines else { return };
        let sign = |of: Figure| parts.iter().find(|(part, _)| *part == of).map(|(_, adds)| *adds);
        let copies: Vec<_> = lines
            .iter()
            .filter_map(|(of, line)| {
                Some((figure, FigureLine { amount: signed(line.amount, sign(*of)?), ..line.clone() }))
            })
            .collect();
        lines.extend(copies);
    }

    /// Returns the part of one of several startups that share the money by weight. Splits each entry to the cent so
    /// that the parts add up to the whole. Requires that entries are kept.
    pub fn part(&self, weights: &[i64], index: usize) -> Self {
        let mut part = Self { figures: self.figures, lines: Some(Vec::new()) };
        for figure in Figure::ALL {
            *part.figures.get_mut(figure) = Money::ZERO;
        }
        for (figure, line) in self.lines.iter().flatten() {
            let amount = split(line.amount, weights).get(index).copied().unwrap_or_default();
            part.add(*figure, amount, || line.clone());
        }
        part
    }
}

/// Returns a line for an entry. [`FigureSums::add`] fills in the amount.
pub(in crate::rules) fn line_of<T>(
    entry: &RecordedEntry<'_, T>,
    list: &str,
    on: Option<Date>,
    article: Option<&String>,
) -> FigureLine {
    line(entry.document, entry_path(list, entry.index), on, article)
}

/// Returns a line without an amount.
pub(in crate::rules) fn line(
    document: &crate::model::Convention,
    path: KeyPath,
    on: Option<Date>,
    article: Option<&String>,
) -> FigureLine {
    FigureLine { amount: Money::ZERO, on, record: record_of(document), path, article: article.cloned() }
}
