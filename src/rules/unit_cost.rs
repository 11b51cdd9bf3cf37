//! What one use, one useful result, or one impact costs: CP divided by an indicator.

use chrono::Months;
use rust_decimal::{Decimal, RoundingStrategy};

use super::{Figure, FigureLine, explain_startup};
use crate::model::{Date, Heading, Id, Money, Portfolio};

/// The months of spending that are divided.
const WINDOW: u32 = 12;

/// The cost of one unit of the indicator with a heading. Source: handbook, which asks a committee for the cost of what
/// was reached.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnitCost {
    pub heading: Heading,
    /// The day up to which it is computed.
    pub on: Date,
    /// The CP of the twelve months to the day; `None` if no line has a day in them.
    pub paid: Option<Money>,
    /// The lines of that CP.
    pub lines: Vec<FigureLine>,
    /// The indicator with the heading, by its position in the record: the main one, else the first.
    pub indicator: Option<usize>,
    /// The last value of the indicator up to the day.
    pub value: Option<UnitValue>,
}

/// A value of an indicator.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct UnitValue {
    /// The position of the value in the indicator.
    pub index: usize,
    pub on: Date,
    pub value: Decimal,
}

impl UnitCost {
    /// The headings whose units have a cost.
    pub const HEADINGS: [Heading; 3] = [Heading::Used, Heading::Useful, Heading::Impactful];

    /// Returns the end of the name of the topic and of the messages.
    #[must_use]
    pub const fn name(heading: Heading) -> &'static str {
        match heading {
            Heading::Useful => "utility",
            Heading::Impactful => "impact",
            _ => "use",
        }
    }

    /// Returns the cost in whole cents, half a cent rounded up. `None` if a term is missing, or not above zero.
    #[must_use]
    pub fn cost(&self) -> Option<Money> {
        let paid = self.paid.filter(|paid| *paid > Money::ZERO)?;
        let value = self.value.map(|value| value.value).filter(|value| *value > Decimal::ZERO)?;
        let cost = paid.decimal().checked_div(value)?;
        Money::new(cost.round_dp_with_strategy(2, RoundingStrategy::MidpointAwayFromZero)).ok()
    }
}

/// Returns the costs of a startup as of a day, one for each of [`UnitCost::HEADINGS`]; none for an unknown startup.
#[must_use]
pub fn unit_costs(portfolio: &Portfolio, startup: &Id, on: Date) -> Vec<UnitCost> {
    let Some(record) = portfolio.startups.get(startup) else { return Vec::new() };
    let start = on.checked_sub_months(Months::new(WINDOW)).unwrap_or(on);
    let lines = explain_startup(portfolio, startup, on).lines.into_iter();
    let paid = lines.filter(|(figure, _)| *figure == Figure::Cp).map(|(_, line)| line);
    let lines: Vec<FigureLine> = paid.filter(|line| line.on.is_some_and(|day| day > start && day <= on)).collect();
    let paid = (!lines.is_empty()).then(|| lines.iter().map(|line| line.amount).sum());
    let cost = |heading: Heading| {
        let of_heading = || record.indicators.iter().enumerate().filter(|(_, one)| one.heading == Some(heading));
        let indicator = of_heading().find(|(_, one)| one.main).or_else(|| of_heading().next());
        let values = indicator.into_iter().flat_map(|(_, one)| one.values.iter().enumerate());
        let last = values.filter(|(_, value)| value.on <= on).max_by_key(|(_, value)| value.on);
        UnitCost {
            heading,
            on,
            paid,
            lines: lines.clone(),
            indicator: indicator.map(|(n, _)| n),
            value: last.map(|(index, value)| UnitValue { index, on: value.on, value: value.value }),
        }
    };
    UnitCost::HEADINGS.map(cost).to_vec()
}
