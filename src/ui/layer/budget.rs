//! The money of each budget year by convention and by nature of spending.

use crate::rules::{self, BudgetYear, YearFunding};
use crate::ui::Token;
use crate::ui::render_context::RenderContext;
use crate::ui::target::Target;
use crate::ui::widget::page::PageLine;
use crate::ui::widget::page_builder::PageBuilder;
use crate::ui::widget::text::{StyledLine, line_width, piece, width};

/// Returns the lines of the box, the latest year first. A line of a convention leads to its page.
pub fn lines(ctx: &RenderContext<'_>, width: usize) -> Vec<PageLine> {
    let mut builder = PageBuilder::new(width, 0);
    let years = rules::budget_years(&ctx.data.portfolio, ctx.data.as_of);
    if years.is_empty() {
        builder.text(None, Token::Muted, 0, &ctx.text("report-no-years"));
    }
    for year in &years {
        builder.heading(&year.year.to_string());
        conventions(ctx, year, &mut builder);
        natures(ctx, &year.natures, &mut builder);
    }
    builder.into_lines()
}

fn conventions(ctx: &RenderContext<'_>, year: &BudgetYear, builder: &mut PageBuilder) {
    let columns = Columns::of(ctx, &[&year.total]);
    builder.line(columns.head(ctx));
    for (id, row) in &year.conventions {
        let target = Some(Target::Convention(id.clone()));
        named(builder, target, columns.row(ctx, row, Token::Text), Token::Text, &ctx.convention_title(id));
        builder.figure(row.cp);
    }
    if year.conventions.len() > 1 {
        let total = columns.row(ctx, &year.total, Token::Title);
        named(builder, None, total, Token::Title, &ctx.text("report-total"));
    }
}

/// The sums of spending by nature.
pub fn natures(ctx: &RenderContext<'_>, rows: &[YearFunding], builder: &mut PageBuilder) {
    let spends = |row: &&YearFunding| !row.ae.is_zero() || !row.service_done.is_zero() || !row.cp.is_zero();
    let rows: Vec<&YearFunding> = rows.iter().filter(spends).collect();
    let columns = Columns::of(ctx, &rows);
    for row in rows {
        let nature = row
            .nature
            .as_deref()
            .map_or_else(|| ctx.text("nature-unknown"), |nature| crate::report::sanitize(nature).into_owned());
        named(builder, None, columns.row(ctx, row, Token::Muted), Token::Muted, &nature);
    }
}

/// Amounts with a name beside them, or below them if there is no room.
fn named(builder: &mut PageBuilder, target: Option<Target>, amounts: StyledLine, token: Token, name: &str) {
    const NAME: usize = 16;
    if builder.width() >= line_width(&amounts) + NAME {
        return builder.wrapped(target, amounts, token, name);
    }
    builder.about(target, amounts);
    builder.continued(2, token, name);
}

/// The widths of AE, service done and CP.
struct Columns([usize; 3]);

const NAMES: [&str; 3] = ["stage-committed", "stage-done", "stage-paid"];

fn amounts(row: &YearFunding) -> [crate::model::Money; 3] {
    [row.ae, row.service_done, row.cp]
}

impl Columns {
    /// Wide enough for these rows, and for what they add up.
    fn of(ctx: &RenderContext<'_>, rows: &[&YearFunding]) -> Self {
        let mut widths = NAMES.map(|name| width(&ctx.text(name)));
        for row in rows {
            for (wide, amount) in widths.iter_mut().zip(amounts(row)) {
                *wide = (*wide).max(width(&ctx.locale.money_short(amount)));
            }
        }
        Self(widths)
    }

    fn head(&self, ctx: &RenderContext<'_>) -> StyledLine {
        self.cells(NAMES.map(|name| ctx.capital(name)), Token::Header)
    }

    fn row(&self, ctx: &RenderContext<'_>, row: &YearFunding, token: Token) -> StyledLine {
        let money = |amount: crate::model::Money| {
            if amount.is_zero() { "–".to_owned() } else { ctx.locale.money_short(amount) }
        };
        self.cells(amounts(row).map(money), token)
    }

    fn cells(&self, texts: [String; 3], token: Token) -> StyledLine {
        let cell = |(text, wide): (String, usize)| {
            piece(token, format!("{}{text}  ", " ".repeat(wide.saturating_sub(width(&text)))))
        };
        texts.into_iter().zip(self.0).map(cell).collect()
    }
}
