//! What came in and what was paid, month by month.

use crate::model::{Arg, Money};
use crate::rules::{CashMonth, Position, cash_by_month};
use crate::ui::Token;
use crate::ui::view::View;
use crate::ui::widget::chart::sparkline;
use crate::ui::widget::sheet::Sheet;
use crate::ui::widget::text::piece;
use crate::ui::widget::timeline::Scale;

/// As many months as are shown where there is room.
const MONTHS: usize = 24;

/// Two rows of columns over the months up to the day; nothing where no money moved in them.
pub(super) fn write(view: &View<'_>, position: &Position, sheet: &mut Sheet) {
    let label = sheet.label();
    // The greatest of each row is told after it.
    let months = (sheet.width().saturating_sub(label + 16) / 2).min(MONTHS);
    let cash = cash_by_month(position, view.data.as_of, u32::try_from(months).unwrap_or(0));
    let moved = |of: fn(&CashMonth) -> Money| cash.iter().any(|month| !of(month).is_zero());
    if !moved(|month| month.received) && !moved(|month| month.spent) {
        return;
    }
    sheet.heading(&view.text("heading-cash"));
    row(view, "figure-received", &cash, |month| month.received, Token::Good, sheet);
    row(view, "figure-spent", &cash, |month| month.spent, Token::Accent, sheet);
    let mut head = vec![piece(Token::Text, " ".repeat(label))];
    head.extend(Scale::until(view.data.as_of, months).head(&view.text("month-initials")));
    sheet.line(head);
}

fn row(view: &View<'_>, name: &str, cash: &[CashMonth], of: fn(&CashMonth) -> Money, token: Token, sheet: &mut Sheet) {
    let most = cash.iter().map(of).max().unwrap_or_default();
    let values: Vec<_> = cash.iter().map(|month| Some(of(month).decimal())).collect();
    // A cell between the months, as over the scale.
    let columns: String = sparkline(&values).chars().flat_map(|column| [column, ' ']).collect();
    let most = view.locale.message("chart-most", &[("amount", Arg::Text(view.locale.money_short(most)))]);
    sheet.named(None, &view.capital(name), vec![piece(token, columns), piece(Token::Muted, format!(" {most}"))]);
}
