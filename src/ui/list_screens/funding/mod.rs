//! Contributions: a row per tranche, grouped by startup, with frameworks counted separately.

mod preview;
pub mod words;

use chrono::Datelike;

use super::{GroupSum, ListScreen, PreviewPosition};
use crate::model::Money;
use crate::report::columns::ColumnSpec;
use crate::report::filter::{self, FilteredList, RowFacts, RowText};
use crate::rules::{Commitment, Figure, Figures, TrancheState};
use crate::ui::arrangement::SortKey;
use crate::ui::key_figure::KeyFigure;
use crate::ui::keymap::KeyContext;
use crate::ui::render_context::RenderContext;
use crate::ui::state_style::tranche_style;
use crate::ui::target::Target;
use crate::ui::widget::chart::bar;
use crate::ui::widget::list::{Group, ListRow, ListSums};
use crate::ui::widget::page::PageLine;
use crate::ui::widget::text::{StyledLine, piece, width};
use crate::ui::{Data, Token};

pub struct FundingScreen;

const BETWEEN: usize = 0;
const WHAT: usize = 1;
const STATE: usize = 2;
const BAR: usize = 3;
const MONEY: usize = 4;
const OUTSTANDING: usize = 5;
const DUE: usize = 6;
const ARTICLE: usize = 7;
/// The first of the columns of [`FIGURES`].
const FIRST_FIGURE: usize = 8;
/// The figures that only a wide terminal has room for.
const FIGURES: [Figure; 6] =
    [Figure::Called, Figure::Uncalled, Figure::Ae, Figure::Cp, Figure::Left, Figure::Refundable];

/// A tranche, or a contribution without tranches.
#[derive(Clone, Copy)]
struct TrancheRow<'a> {
    promise: &'a Commitment,
    number: usize,
}

impl ListScreen for FundingScreen {
    fn context(&self) -> KeyContext {
        KeyContext::Funding
    }

    fn rows(&self, data: &Data) -> Vec<ListRow> {
        let parts = |(n, promise): (usize, &Commitment)| (0..promise.tranches.len().max(1)).map(move |part| (n, part));
        let all = data.answers.commitments.iter().enumerate().flat_map(parts);
        all.map(|(n, part)| ListRow::Promise(n, part)).collect()
    }

    fn groupings(&self) -> &'static [&'static str] {
        &["startup", "convention", "party", "state", "none", "year"]
    }

    fn group(&self, ctx: &RenderContext<'_>, row: ListRow, grouping: &str) -> Option<Group> {
        let part = tranche_row(ctx.data, row)?;
        let contribution = &part.promise.contribution;
        match grouping {
            "startup" if part.promise.framework => Some(Group::Frameworks),
            "startup" => Some(Group::Startup(part.promise.startups.first().cloned())),
            "convention" => Some(Group::Convention(contribution.convention.clone())),
            "party" => Some(Group::Party(Some(contribution.from.clone()))),
            "state" => Some(Group::Tranche(part.state())),
            "year" => Some(Group::Year(part.tranche().and_then(|tranche| tranche.due).map(|due| due.year()))),
            _ => None,
        }
    }

    fn sort_key(&self, ctx: &RenderContext<'_>, row: ListRow, column: usize) -> SortKey {
        let Some(part) = tranche_row(ctx.data, row) else { return SortKey::Unknown };
        let figures = part.figures(ctx);
        match column {
            BETWEEN => SortKey::text(&part.between(ctx)),
            WHAT => SortKey::text(&part.what(ctx, usize::MAX)),
            STATE => part.state().map_or(SortKey::Unknown, |state| SortKey::count(state as usize)),
            BAR => figures.received.per_mille_of(figures.payable).map_or(SortKey::Unknown, SortKey::Number),
            MONEY => SortKey::money(figures.committed),
            OUTSTANDING => SortKey::money(figures.outstanding),
            DUE => SortKey::day(part.tranche().and_then(|tranche| tranche.due)),
            ARTICLE => part.article().map_or(SortKey::Unknown, SortKey::text),
            _ => match column.checked_sub(FIRST_FIGURE).and_then(|at| FIGURES.get(at)) {
                Some(figure) => figures.value(*figure).map_or(SortKey::Unknown, SortKey::money),
                None => SortKey::Unknown,
            },
        }
    }

    fn facts<'a>(&self, ctx: &RenderContext<'a>, row: ListRow) -> RowFacts<'a> {
        let of = |part: TrancheRow<'a>| {
            filter::of_commitment(&ctx.data.portfolio, part.promise, part.number, ctx.data.as_of)
        };
        tranche_row(ctx.data, row).map(of).unwrap_or_default()
    }

    fn filtered_list(&self) -> FilteredList {
        FilteredList::Commitments
    }

    fn row_text<'a>(&self, ctx: &RenderContext<'a>, row: ListRow) -> RowText<'a> {
        let text = |part: TrancheRow<'a>| {
            filter::text_of_commitment(&ctx.data.portfolio, ctx.locale, part.promise, part.number)
        };
        tranche_row(ctx.data, row).map(text).unwrap_or_default()
    }

    fn columns(&self, ctx: &RenderContext<'_>) -> Vec<ColumnSpec> {
        let head = self.head(ctx);
        let at_least = |wide: usize, n: usize| wide.max(head.get(n).map_or(0, |head| width(head)));
        let word = |state: TrancheState| width(&short_state(ctx, state)) + 2;
        let state = TrancheState::ALL.into_iter().map(word).max().unwrap_or(12);
        let most = ctx.summary.most_promised;
        let amount = width(&ctx.locale.money_short(most)) + 2;
        let money = width(&ctx.received_of(ctx.summary.most_paid, most));
        let day = width(&ctx.locale.date_short(ctx.data.as_of)).max(width(&ctx.text("missing-signature")));
        let between = at_least(ctx.data.index.widths.promised, BETWEEN);
        let article = [
            // The symbol of the state moves here if its column is hidden.
            ColumnSpec::flexible(between.min(15), between.min(30) + 2, 0)
                .wanting(between.min(22))
                .standing_in(STATE, 2),
            ColumnSpec::flexible(18, 60, 4).wanting(28),
            ColumnSpec::fixed(at_least(state, STATE), 3),
            // The due day matters more than the bar, so the bar is hidden first.
            ColumnSpec::flexible(5, 12, 7).yielding().drawn(),
            ColumnSpec::fixed(at_least(money, MONEY), 1).squeezed_to(11).at_right(),
            ColumnSpec::fixed(at_least(amount, OUTSTANDING), 5).at_right().yielding(),
            ColumnSpec::fixed(at_least(day, DUE), 6).yielding(),
            ColumnSpec::fixed(at_least(9, ARTICLE), 8).yielding(),
        ];
        let figure = |at: usize| {
            let priority = u8::try_from(FIRST_FIGURE + 1 + at).unwrap_or(u8::MAX);
            ColumnSpec::fixed(at_least(amount, FIRST_FIGURE + at), priority).at_right().yielding()
        };
        article.into_iter().chain((0..FIGURES.len()).map(figure)).collect()
    }

    fn column_names(&self) -> &'static [&'static [&'static str]] {
        &[
            &["from", "to"],
            &["trigger", "tranche"],
            &["state"],
            &["received_percent"],
            &["received", "payable"],
            &["outstanding"],
            &["due"],
            &["article"],
            &["called"],
            &["uncalled"],
            &["ae"],
            &["cp"],
            &["left"],
            &["refundable"],
        ]
    }

    fn head(&self, ctx: &RenderContext<'_>) -> Vec<String> {
        let columns = ["promise", "trigger", "state", "bar", "money", "outstanding", "due", "article"];
        let columns = columns.into_iter().map(|name| ctx.text(&format!("column-{name}")));
        columns.chain(FIGURES.map(|figure| ctx.capital(&format!("figure-{}", figure.name())))).collect()
    }

    fn short_head(&self, ctx: &RenderContext<'_>, column: usize) -> Option<String> {
        (column == MONEY).then(|| ctx.text("column-short-money"))
    }

    fn cells(&self, ctx: &RenderContext<'_>, row: ListRow, widths: &[usize]) -> Vec<StyledLine> {
        tranche_row(ctx.data, row).map_or_else(|| vec![StyledLine::new(); widths.len()], |part| part.cells(ctx, widths))
    }

    fn preview(&self, ctx: &RenderContext<'_>, row: ListRow, width: usize) -> Vec<PageLine> {
        tranche_row(ctx.data, row).map_or_else(Vec::new, |part| preview::lines(ctx, part, width))
    }

    fn target(&self, data: &Data, row: ListRow) -> Option<Target> {
        let part = tranche_row(data, row)?;
        Some(Target::promise(part.promise, part.tranche()))
    }

    fn figure(&self, data: &Data, row: ListRow) -> Option<KeyFigure> {
        let part = tranche_row(data, row)?;
        let promised = part.promise.figures_of(part.number, data.as_of).committed;
        KeyFigure::first(&[promised], part.tranche().and_then(|tranche| tranche.due))
    }

    fn add(&self, ctx: &RenderContext<'_>, row: ListRow, sums: &mut ListSums) {
        let Some(part) = tranche_row(ctx.data, row) else { return };
        sums.rows += 1;
        if part.promise.framework {
            sums.frameworks += part.figures(ctx);
        } else {
            sums.figures += part.figures(ctx);
        }
    }

    fn group_sums(
        &self,
        ctx: &RenderContext<'_>,
        group: &Group,
        rows: &mut dyn Iterator<Item = ListRow>,
    ) -> Vec<GroupSum> {
        let sums = self.sum(ctx, rows);
        group_sums(ctx, &if sums.figures.committed.is_zero() { sums.frameworks } else { sums.figures }, group)
    }

    fn totals(&self, ctx: &RenderContext<'_>, sums: &ListSums) -> Vec<StyledLine> {
        let figures = &sums.figures;
        let mut totals = Vec::new();
        if !figures.committed.is_zero() || sums.frameworks.committed.is_zero() {
            totals.push(vec![piece(Token::Text, ctx.received_in_words(figures.received, figures.payable))]);
            if figures.committed != figures.payable {
                let promised = ctx.locale.money_short(figures.committed);
                totals.push(vec![piece(Token::Muted, format!("{promised} {}", ctx.text("figure-committed")))]);
            }
        }
        if figures.late > Money::ZERO {
            let late = format!("✗ {} {}", ctx.locale.money_short(figures.late), ctx.text("figure-late"));
            totals.push(vec![piece(Token::Bad, late)]);
        }
        if figures.outstanding > figures.late {
            totals.push(vec![piece(Token::Text, ctx.amount("outstanding-amount", figures.outstanding))]);
        }
        if !figures.undetermined.is_zero() {
            totals.push(vec![ctx.undetermined(figures.undetermined)]);
        }
        if !sums.frameworks.committed.is_zero() {
            let words = ctx.received_of(sums.frameworks.received, sums.frameworks.payable);
            totals.push(vec![piece(Token::Muted, format!("{} {words}", ctx.text("total-apart")))]);
        }
        totals
    }

    fn preview_position(&self) -> PreviewPosition {
        PreviewPosition::RightOfWide
    }

    fn empty(&self, _: &Data) -> &'static str {
        "empty-funding"
    }
}

/// Returns the sums of a group. A contribution is not split by tranche where it is spent, so groups of single tranches
/// have no sums of spending.
fn group_sums(ctx: &RenderContext<'_>, figures: &Figures, group: &Group) -> Vec<GroupSum> {
    let mut sums = Vec::new();
    if !figures.payable.is_zero() {
        let words = ctx.received_of(figures.received, figures.payable);
        sums.push(GroupSum { column: MONEY, cell: piece(Token::Text, words.clone()), words: Some(words) });
    }
    if !figures.outstanding.is_zero() {
        let token = if figures.late > Money::ZERO { Token::Bad } else { Token::Warning };
        let cell = piece(token, ctx.locale.money_short(figures.outstanding));
        sums.push(GroupSum { column: OUTSTANDING, cell, words: None });
    }
    let has_whole_contributions = !matches!(group, Group::Tranche(_) | Group::Year(_));
    for (at, figure) in FIGURES.into_iter().enumerate() {
        let is_known = !figures.get(figure).is_zero() || figures.is_unknown(figure);
        let is_split = matches!(figure, Figure::Called | Figure::Uncalled);
        if !is_known || !(is_split || has_whole_contributions) {
            continue;
        }
        let amount = ctx.figure_short(figures, figure);
        let words = (figure != Figure::Uncalled)
            .then(|| format!("{} {amount}", ctx.text(&format!("figure-{}", figure.name()))));
        sums.push(GroupSum { column: FIRST_FIGURE + at, cell: piece(Token::Text, amount), words });
    }
    sums
}

fn tranche_row(data: &Data, row: ListRow) -> Option<TrancheRow<'_>> {
    match row {
        ListRow::Promise(n, number) => Some(TrancheRow { promise: data.answers.commitments.get(n)?, number }),
        _ => None,
    }
}

fn state_word(ctx: &RenderContext<'_>, state: TrancheState) -> String {
    ctx.text(&format!("tranche-{}", state.name()))
}

/// Returns a shorter word for the narrow column.
fn short_state(ctx: &RenderContext<'_>, state: TrancheState) -> String {
    match state {
        TrancheState::PartPaid => ctx.text("tranche-short-part-paid"),
        _ => state_word(ctx, state),
    }
}

impl<'a> TrancheRow<'a> {
    fn tranche(self) -> Option<&'a crate::rules::TrancheSummary> {
        self.promise.tranches.get(self.number)
    }

    fn figures(self, ctx: &RenderContext<'_>) -> Figures {
        self.promise.figures_of(self.number, ctx.data.as_of)
    }

    /// Returns the state; `None` if the contributor spends directly.
    fn state(self) -> Option<TrancheState> {
        self.tranche().map(|tranche| tranche.state)
    }

    fn between(self, ctx: &RenderContext<'_>) -> String {
        let contribution = &self.promise.contribution;
        ctx.between_short(Some(&contribution.from), contribution.to.as_ref())
    }

    fn article(self) -> Option<&'a str> {
        let own = self.tranche().and_then(|tranche| tranche.article.as_deref());
        own.or(self.promise.contribution.article.as_deref())
    }

    /// Returns the number and trigger of the tranche: `2/3 · 412 000 / 600 000 € dépensés`.
    fn what(self, ctx: &RenderContext<'_>, room: usize) -> String {
        let Some(tranche) = self.tranche() else { return ctx.text("spends-itself") };
        let number = match self.promise.tranches.len() {
            1 => String::new(),
            many => format!("{}/{many} · ", tranche.number),
        };
        let words = words::short_trigger(ctx, tranche, room.saturating_sub(width(&number)));
        format!("{number}{words}")
    }

    /// Received of payable; for a tranche that waits for spending, spent of the threshold.
    fn bar(self, figures: &Figures, cells: usize) -> StyledLine {
        let gate = self.tranche().and_then(|tranche| tranche.gate.as_ref());
        match gate.filter(|gate| gate.crossed.is_none() && figures.received.is_zero()) {
            None => bar(figures.received, figures.payable, cells),
            Some(gate) => {
                let mut line = bar(gate.spent, gate.threshold, cells);
                if let Some(spent) = line.first_mut() {
                    spent.token = Token::Muted;
                }
                line
            }
        }
    }

    fn cells(self, ctx: &RenderContext<'_>, widths: &[usize]) -> Vec<StyledLine> {
        let mut cells = vec![StyledLine::new(); widths.len()];
        let figures = self.figures(ctx);
        let is_promise = self.promise.contribution.to.is_some();
        cells[BETWEEN] = vec![piece(Token::Text, self.between(ctx))];
        cells[WHAT] = vec![piece(Token::Muted, self.what(ctx, widths[WHAT]))];
        let mark = self.state().map_or(("–", Token::Muted), tranche_style);
        if widths[STATE] > 0 {
            let word = self.state().map_or_else(String::new, |state| short_state(ctx, state));
            cells[STATE] = vec![ctx.marked(mark, &word)];
        } else {
            // If its column is hidden, the symbol precedes the row.
            cells[BETWEEN].insert(0, piece(mark.1, format!("{} ", mark.0)));
        }
        if is_promise {
            cells[BAR] = self.bar(&figures, widths[BAR]);
            let room = widths[MONEY];
            let words = ctx.received_of_in(figures.received, figures.payable, room);
            cells[MONEY] = vec![piece(Token::Text, words)];
        } else {
            cells[MONEY] = vec![piece(Token::Text, ctx.money_in(figures.committed, widths[MONEY]))];
        }
        if !figures.outstanding.is_zero() {
            let (token, sign) = if figures.late > Money::ZERO { (Token::Bad, "✗ ") } else { (Token::Warning, "") };
            let amount = ctx.locale.money_short(figures.outstanding);
            cells[OUTSTANDING] = vec![piece(token, format!("{sign}{amount}"))];
        }
        let due = self.tranche().map(|tranche| (tranche.due, tranche.unknown));
        cells[DUE] = match due {
            Some((Some(day), _)) => vec![piece(Token::Text, ctx.locale.date_short(day))],
            Some((None, Some(unknown))) => vec![piece(Token::Unknown, ctx.missing(unknown))],
            _ => StyledLine::new(),
        };
        cells[ARTICLE] = vec![piece(Token::Muted, ctx.article(self.article()))];
        for (cell, figure) in cells.iter_mut().skip(FIRST_FIGURE).zip(FIGURES) {
            *cell = match figures.value(figure) {
                None => vec![piece(Token::Unknown, "?")],
                Some(amount) if amount.is_zero() => StyledLine::new(),
                Some(amount) => vec![piece(Token::Text, ctx.locale.money_short(amount))],
            };
        }
        cells
    }
}
