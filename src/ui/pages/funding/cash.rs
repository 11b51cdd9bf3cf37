//! Money month by month: received and spent, and what is expected if spending continues as before.

use chrono::Datelike;

use crate::model::{Date, MessageArg, Money, RecordKind, RecordRef};
use crate::report::explain::month_topic;
use crate::rules::{BurnRate, CashForecast, CashMonth, ExpectedTranche, ForecastMonth};
use crate::ui::Token;
use crate::ui::render_context::RenderContext;
use crate::ui::target::Target;
use crate::ui::widget::chart::sparkline;
use crate::ui::widget::page_builder::PageBuilder;
use crate::ui::widget::text::{StyledLine, piece, width};
use crate::ui::widget::timeline::Scale;

/// The months before and after the day of the answers.
pub const MONTHS: u32 = 12;

/// A column chart over the past months, a table of the coming ones with the tranches expected in each, and one of the
/// past ones; nothing if no money moved and none is expected.
pub fn write(ctx: &RenderContext<'_>, cash: &CashForecast, builder: &mut PageBuilder) {
    let shown = Shown::of(cash);
    chart(ctx, &cash.past, builder);
    forecast(ctx, cash, &shown, builder);
    past(ctx, &cash.past, &shown, builder);
}

fn forecast(ctx: &RenderContext<'_>, cash: &CashForecast, shown: &Shown, builder: &mut PageBuilder) {
    let is_ahead = |month: &ForecastMonth| !month.expected.is_zero() || !month.spending.is_zero();
    if !cash.months.iter().any(is_ahead) {
        return;
    }
    builder.heading(&ctx.text("heading-forecast"));
    for (key, amount) in [("label-available", cash.available), ("label-undated", Some(cash.undated))] {
        match amount {
            Some(amount) if amount.is_zero() && key == "label-undated" => {}
            Some(amount) => {
                builder.value(shown.target(), &ctx.text(key), Token::Text, &ctx.locale.money(amount));
                builder.figure(amount);
            }
            None => builder.value(shown.target(), &ctx.text(key), Token::Unknown, "?"),
        }
        shown.explained(builder, [key.replace("label-", "cash.")]);
    }
    if let Some(burn) = &cash.burn {
        builder.value(shown.target(), &ctx.text("label-burn"), Token::Text, &burn_words(ctx, burn));
        builder.figure(burn.per_month());
        shown.explained(builder, ["cash.burn".to_owned()]);
    }
    months(ctx, cash, shown, builder);
    if !cash.unrecorded.is_empty() {
        let names = [("startups", MessageArg::Text(ctx.startup_names(&cash.unrecorded)))];
        builder.text(None, Token::Muted, 0, &ctx.locale.message("forecast-unrecorded", &names));
    }
}

/// Whose figures are shown.
struct Shown(RecordRef);

impl Shown {
    fn of(cash: &CashForecast) -> Self {
        let startup = cash.startup.clone().map(|id| RecordRef::new(RecordKind::Startup, id));
        Self(startup.unwrap_or_else(RecordRef::of_portfolio))
    }

    fn target(&self) -> Option<Target> {
        Some(match self.0.kind {
            RecordKind::Startup => Target::Startup(self.0.id.clone()),
            _ => Target::record(self.0.clone()),
        })
    }

    /// Says which figures the last line shows.
    fn explained(&self, builder: &mut PageBuilder, figures: impl IntoIterator<Item = String>) {
        builder.explains(self.0.clone(), figures);
    }
}

/// A table of the past months: received and spent.
fn past(ctx: &RenderContext<'_>, cash: &[CashMonth], shown: &Shown, builder: &mut PageBuilder) {
    let has_moved = |month: &CashMonth| !month.received.is_zero() || !month.spent.is_zero();
    let Some(first) = cash.iter().position(has_moved) else { return };
    let cash = cash.get(first..).unwrap_or_default();
    let amounts = Amounts::new(ctx, builder.width(), cash.iter().flat_map(|month| [month.received, month.spent]));
    let row = |month: &CashMonth| vec![amounts.signed(month.received, "+"), amounts.signed(month.spent, "−")];
    let rows: Vec<Vec<String>> = cash.iter().map(row).collect();
    builder.heading(&ctx.text("heading-past"));
    let table = AmountTable::new(["figure-received", "figure-spent"].map(|key| ctx.capital(key)).to_vec(), &rows);
    builder.named(None, "", table.head());
    for (month, row) in cash.iter().zip(&rows) {
        let name = amounts.month(month.first);
        builder.named(shown.target(), &name, table.row(row, &[Token::Good, Token::Accent]));
        builder.figure(if month.received.is_zero() { month.spent } else { month.received });
        shown.explained(builder, ["received", "spent"].map(|figure| month_topic(month.first, figure)));
    }
}

/// How the amounts of a table are written: all with cents if any has some, in thousands if the page is narrow.
struct Amounts<'a> {
    ctx: RenderContext<'a>,
    is_narrow: bool,
    has_cents: bool,
}

/// On a narrower page, amounts are in thousands and months are short.
const NARROW: usize = 50;

impl<'a> Amounts<'a> {
    fn new(ctx: &RenderContext<'a>, width: usize, all: impl IntoIterator<Item = Money>) -> Self {
        let has_cents = all.into_iter().any(|amount| amount.cents() % 100 != 0);
        Self { ctx: *ctx, is_narrow: width < NARROW, has_cents }
    }

    fn plain(&self, amount: Money) -> String {
        let locale = self.ctx.locale;
        match (self.is_narrow, self.has_cents) {
            (true, _) => locale.money_brief(amount),
            (false, true) => locale.money(amount),
            (false, false) => locale.money_short(amount),
        }
    }

    /// `+ 15 000 €`, or a dash for nothing.
    fn signed(&self, amount: Money, sign: &str) -> String {
        if amount.is_zero() { "–".to_owned() } else { format!("{sign} {}", self.plain(amount)) }
    }

    fn month(&self, first: Date) -> String {
        if self.is_narrow {
            return self.ctx.locale.month_short(first);
        }
        self.ctx.locale.month(first.year(), first.month())
    }
}

/// The heads and widths of columns of amounts.
struct AmountTable {
    heads: Vec<String>,
    widths: Vec<usize>,
}

impl AmountTable {
    fn new(heads: Vec<String>, rows: &[Vec<String>]) -> Self {
        let widest = |(n, head): (usize, &String)| {
            let cells = rows.iter().filter_map(|row| row.get(n)).chain([head]);
            cells.map(|cell| width(cell)).max().unwrap_or(0)
        };
        let widths = heads.iter().enumerate().map(widest).collect();
        Self { heads, widths }
    }

    fn head(&self) -> StyledLine {
        self.row(&self.heads, &vec![Token::Header; self.heads.len()])
    }

    fn row(&self, cells: &[String], tokens: &[Token]) -> StyledLine {
        let cells = cells.iter().zip(&self.widths).zip(tokens);
        let cell = |((text, wide), token): ((&String, &usize), &Token)| {
            piece(*token, format!("{}{text}  ", " ".repeat(wide.saturating_sub(width(text)))))
        };
        cells.map(cell).collect()
    }
}

/// Returns the rate of spending, and what it is computed from.
fn burn_words(ctx: &RenderContext<'_>, burn: &BurnRate) -> String {
    let args = [
        ("amount", MessageArg::Money(burn.per_month())),
        ("paid", MessageArg::Money(burn.paid)),
        ("days", MessageArg::Count(burn.days)),
        ("on", MessageArg::Date(burn.last)),
    ];
    ctx.locale.message("burn-per-month", &args)
}

/// `janv. 2027   + 15 000 €   − 2 300 €   = 34 000 €`, with the expected tranches below.
fn months(ctx: &RenderContext<'_>, cash: &CashForecast, shown: &Shown, builder: &mut PageBuilder) {
    let all = cash.months.iter().flat_map(|month| [month.expected, month.spending, month.balance.unwrap_or_default()]);
    let amounts = Amounts::new(ctx, builder.width(), all);
    let balance = |month: &ForecastMonth| match month.balance {
        Some(money) if money.is_negative() => amounts.signed(-money, "−"),
        Some(money) => amounts.plain(money),
        None => "?".to_owned(),
    };
    let row = |month: &ForecastMonth| {
        vec![amounts.signed(month.expected, "+"), amounts.signed(month.spending, "−"), balance(month)]
    };
    let rows: Vec<Vec<String>> = cash.months.iter().map(row).collect();
    let heads = ["column-expected", "column-spending", "column-balance"].map(|key| ctx.text(key));
    let table = AmountTable::new(heads.to_vec(), &rows);
    builder.named(None, "", table.head());
    for (month, row) in cash.months.iter().zip(&rows) {
        let balance = if month.balance.is_some_and(Money::is_negative) { Token::Bad } else { Token::Text };
        let name = amounts.month(month.first);
        let mut line = table.row(row, &[Token::Good, Token::Accent, balance]);
        if balance == Token::Bad {
            line.push(piece(Token::Bad, "✗"));
        }
        builder.named(shown.target(), &name, line);
        builder.figure(month.balance.unwrap_or(month.expected));
        let figures = ["expected", "spending", "balance"].map(|figure| month_topic(month.first, figure));
        shown.explained(builder, figures);
        for expected in &month.tranches {
            tranche(ctx, expected, builder);
        }
    }
}

/// A tranche that is expected.
fn tranche(ctx: &RenderContext<'_>, expected: &ExpectedTranche, builder: &mut PageBuilder) {
    let tranche = &expected.tranche;
    let due = tranche.due.map_or_else(String::new, |due| format!(" · {}", ctx.dated("due-on", due)));
    let whose = ctx.convention(&tranche.convention).map(|one| ctx.startup_names(&one.startups)).unwrap_or_default();
    let words = format!("{} · {whose}{due}", ctx.between(Some(&tranche.from), tranche.to.as_ref()));
    let amount = ctx.locale.money_short(expected.amount);
    let target = Target::Contribution {
        convention: tranche.convention.clone(),
        contribution: tranche.contribution.clone(),
        tranche: Some(tranche.number),
        record: tranche.record.clone(),
        path: tranche.path.clone(),
    };
    let first = vec![piece(Token::Text, format!("  + {amount}  "))];
    builder.wrapped(Some(target), first, Token::Muted, &words);
    builder.figure(expected.amount);
}

/// A column chart over the months up to the day of the answers; nothing if no money moved.
pub(super) fn chart(ctx: &RenderContext<'_>, cash: &[CashMonth], builder: &mut PageBuilder) {
    let label = builder.label();
    // Leave room for the maximum of each row.
    let months = (builder.width().saturating_sub(label + 16) / 2).min(cash.len());
    let cash = cash.get(cash.len() - months..).unwrap_or_default();
    let moved = |of: fn(&CashMonth) -> Money| cash.iter().any(|month| !of(month).is_zero());
    if !moved(|month| month.received) && !moved(|month| month.spent) {
        return;
    }
    builder.heading(&ctx.text("heading-cash"));
    row(ctx, "figure-received", cash, |month| month.received, Token::Good, builder);
    row(ctx, "figure-spent", cash, |month| month.spent, Token::Accent, builder);
    let mut head = vec![piece(Token::Text, " ".repeat(label))];
    head.extend(Scale::until(ctx.data.as_of, months).head(&ctx.text("month-initials")));
    builder.line(head);
}

fn row(
    ctx: &RenderContext<'_>,
    name: &str,
    cash: &[CashMonth],
    of: fn(&CashMonth) -> Money,
    token: Token,
    builder: &mut PageBuilder,
) {
    let most = cash.iter().map(of).max().unwrap_or_default();
    let values: Vec<_> = cash.iter().map(|month| Some(of(month).decimal())).collect();
    // Two cells per month, as on the scale.
    let columns: String = sparkline(&values).chars().flat_map(|column| [column, ' ']).collect();
    let most = ctx.locale.message("chart-most", &[("amount", MessageArg::Text(ctx.locale.money_short(most)))]);
    builder.named(None, &ctx.capital(name), vec![piece(token, columns), piece(Token::Muted, format!(" {most}"))]);
}
