//! One row per startup: phase, received of payable, late obligations, next committee, term. Below are the frameworks,
//! which are counted separately, and unreadable records.

mod cells;
mod details;
mod preview;

use crate::report::columns::ColumnSpec;
use crate::report::symbols::CHANGED;
use details::Detail;

use super::{GroupSum, ListScreen, PreviewPosition};
use crate::locale::fold;
use crate::model::{Money, Phase};
use crate::report::filter::{self, FilteredList, RowFacts, RowText};
use crate::rules::{Figures, OccurrenceState, StartupSummary};
use crate::ui::arrangement::SortKey;
use crate::ui::key_figure::KeyFigure;
use crate::ui::keymap::KeyContext;
use crate::ui::render_context::RenderContext;
use crate::ui::state_style::occurrence_style;
use crate::ui::target::Target;
use crate::ui::widget::list::{Group, ListRow, ListSums};
use crate::ui::widget::page::PageLine;
use crate::ui::widget::page_builder::PageBuilder;
use crate::ui::widget::text::{StyledLine, piece, width};
use crate::ui::{Data, Token};

pub struct PortfolioScreen;

const NAME: usize = 0;
const PHASE: usize = 1;
const BAR: usize = 2;
const MONEY: usize = 3;
const LATE: usize = 4;
const COMMITTEE: usize = 5;
const TERM: usize = 6;
/// The first of the columns of [`Detail`].
const DETAILS: usize = 7;

impl ListScreen for PortfolioScreen {
    fn context(&self) -> KeyContext {
        KeyContext::Portfolio
    }

    fn rows(&self, data: &Data) -> Vec<ListRow> {
        let name = |n: &usize| {
            let id = data.answers.startups.get(*n).map(|standing| &standing.startup);
            let record = id.and_then(|id| data.portfolio.startups.get(id));
            (record.map(|record| fold(&record.name)), id)
        };
        let mut startups: Vec<usize> = (0..data.answers.startups.len()).collect();
        startups.sort_by_cached_key(name);
        let startups = startups.into_iter().map(ListRow::Startup);
        let frameworks = (0..data.answers.funding.frameworks.len()).map(ListRow::Framework);
        let unreadable = (0..data.portfolio.unreadable.len()).map(ListRow::Unreadable);
        startups.chain(frameworks).chain(unreadable).collect()
    }

    fn groupings(&self) -> &'static [&'static str] {
        &["none", "phase", "incubator"]
    }

    fn group(&self, ctx: &RenderContext<'_>, row: ListRow, grouping: &str) -> Option<Group> {
        let n = match row {
            ListRow::Framework(_) => return Some(Group::Frameworks),
            ListRow::Startup(n) => n,
            _ => return Some(Group::Unreadable),
        };
        let standing = ctx.data.answers.startups.get(n)?;
        match grouping {
            "phase" => Some(Group::Phase(standing.phase.map(|(phase, _)| phase))),
            "incubator" => {
                Some(Group::Party(ctx.startup(&standing.startup).and_then(|startup| startup.incubator.clone())))
            }
            _ => None,
        }
    }

    fn sort_key(&self, ctx: &RenderContext<'_>, row: ListRow, column: usize) -> SortKey {
        match row {
            ListRow::Startup(n) => {
                ctx.data.answers.startups.get(n).map_or(SortKey::Unknown, |row| startup_key(ctx, row, column))
            }
            ListRow::Framework(n) => match ctx.data.answers.funding.frameworks.get(n) {
                Some((id, _)) if column == NAME => SortKey::text(&ctx.convention_title(id)),
                Some((_, figures)) => money_key(figures, column),
                None => SortKey::Unknown,
            },
            _ => SortKey::Unknown,
        }
    }

    fn facts<'a>(&self, ctx: &RenderContext<'a>, row: ListRow) -> RowFacts<'a> {
        let data = ctx.data;
        match row {
            ListRow::Startup(n) => {
                data.answers.startups.get(n).map(|row| filter::of_startup(&data.portfolio, row, data.as_of))
            }
            ListRow::Framework(n) => {
                let framework = data.answers.funding.frameworks.get(n);
                framework.map(|(id, figures)| filter::of_framework(&data.portfolio, id, figures, data.as_of))
            }
            ListRow::Unreadable(n) => data.portfolio.unreadable.get(n).map(filter::of_unreadable),
            _ => None,
        }
        .unwrap_or_default()
    }

    fn filtered_list(&self) -> FilteredList {
        FilteredList::Startups
    }

    fn row_text<'a>(&self, ctx: &RenderContext<'a>, row: ListRow) -> RowText<'a> {
        let data = ctx.data;
        match row {
            ListRow::Startup(n) => {
                let standing = data.answers.startups.get(n);
                standing.map(|row| filter::text_of_startup(&data.portfolio, ctx.locale, row))
            }
            ListRow::Framework(n) => {
                let framework = data.answers.funding.frameworks.get(n);
                framework.map(|(id, _)| filter::text_of_convention(&data.portfolio, id))
            }
            ListRow::Unreadable(n) => data.portfolio.unreadable.get(n).map(filter::text_of_unreadable),
            _ => None,
        }
        .unwrap_or_default()
    }

    fn columns(&self, ctx: &RenderContext<'_>) -> Vec<ColumnSpec> {
        let cells = |text: String| width(&text);
        let money = cells(ctx.received_of(ctx.summary.most_received, ctx.summary.most_payable));
        let day = cells(ctx.locale.date(ctx.data.as_of)) + 2;
        let head = self.head(ctx);
        let at_least = |wide: usize, n: usize| wide.max(head.get(n).map_or(0, |head| cells(head.clone())));
        let phase = Phase::ALL.iter().map(|phase| cells(short_phase(ctx, *phase))).max().unwrap_or(12);
        let status = cells(ctx.text("status-short-unsigned")) + 2;
        let more = match ctx.summary.most_more_conventions {
            0 => 0,
            more => cells(further_count(more)),
        };
        let term = at_least(day.max(status) + more, TERM);
        let basic = [
            ColumnSpec::flexible(10, 34, 0).wanting(16),
            ColumnSpec::fixed(phase, 4).yielding(),
            ColumnSpec::flexible(5, 10, 6).yielding().drawn(),
            ColumnSpec::fixed(at_least(money, MONEY), 2).squeezed_to(11).at_right(),
            ColumnSpec::fixed(at_least(4, LATE), 1).squeezed_to(3),
            ColumnSpec::fixed(at_least(day, COMMITTEE), 3).squeezed_to(10),
            ColumnSpec::flexible(at_least(day.max(status), TERM), term, 5).wanting(term).yielding(),
        ];
        let details = Detail::ALL.into_iter().zip(7..).map(|(detail, priority)| detail.column(ctx, priority));
        basic.into_iter().chain(details).collect()
    }

    fn column_names(&self) -> &'static [&'static [&'static str]] {
        &[
            &["startup", "name"],
            &["phase"],
            &["received_percent"],
            &["received", "payable"],
            &["late"],
            &["committee", "next_due"],
            &["convention", "ends"],
            &["decision"],
            &["decided_until"],
            &["runs_out", "funded_until"],
            &["late_amount"],
            &["phase_from"],
            &["indicator"],
            &["coach"],
        ]
    }

    fn head(&self, ctx: &RenderContext<'_>) -> Vec<String> {
        let basic = ["startup", "phase", "bar", "money", "late", "committee", "term"];
        let basic = basic.into_iter().map(|name| ctx.text(&format!("column-{name}")));
        basic.chain(Detail::ALL.into_iter().map(|detail| detail.head(ctx))).collect()
    }

    fn short_head(&self, ctx: &RenderContext<'_>, column: usize) -> Option<String> {
        match column {
            MONEY => Some(ctx.text("column-short-money")),
            LATE => Some(occurrence_style(OccurrenceState::Late).0.to_owned()),
            _ => None,
        }
    }

    fn cells(&self, ctx: &RenderContext<'_>, row: ListRow, widths: &[usize]) -> Vec<StyledLine> {
        let mut cells = vec![StyledLine::new(); widths.len()];
        match row {
            ListRow::Startup(n) => {
                if let Some(standing) = ctx.data.answers.startups.get(n) {
                    cells::startup(ctx, standing, widths, &mut cells);
                }
            }
            ListRow::Framework(n) => {
                if let Some((id, figures)) = ctx.data.answers.funding.frameworks.get(n) {
                    cells::framework(ctx, id, figures, widths, &mut cells);
                }
            }
            ListRow::Unreadable(n) => {
                if let Some(record) = ctx.data.portfolio.unreadable.get(n) {
                    let what = ctx.marked(("✗", Token::Bad), &ctx.text("row-unreadable"));
                    cells[NAME] = vec![piece(Token::Text, record.id.as_str())];
                    cells[PHASE] = vec![what];
                }
            }
            _ => {}
        }
        cells
    }

    fn preview(&self, ctx: &RenderContext<'_>, row: ListRow, width: usize) -> Vec<PageLine> {
        let mut builder = PageBuilder::new(width, 12);
        match row {
            ListRow::Startup(n) => {
                if let Some(standing) = ctx.data.answers.startups.get(n) {
                    preview::startup(ctx, standing, &mut builder);
                }
            }
            ListRow::Framework(n) => {
                if let Some((id, figures)) = ctx.data.answers.funding.frameworks.get(n) {
                    preview::framework(ctx, id, figures, &mut builder);
                }
            }
            ListRow::Unreadable(n) => preview::unreadable(ctx, n, &mut builder),
            _ => {}
        }
        builder.into_lines()
    }

    fn target(&self, data: &Data, row: ListRow) -> Option<Target> {
        match row {
            ListRow::Startup(n) => data.answers.startups.get(n).map(|row| Target::Startup(row.startup.clone())),
            ListRow::Framework(n) => {
                data.answers.funding.frameworks.get(n).map(|(id, _)| Target::Convention(id.clone()))
            }
            ListRow::Unreadable(n) => unreadable_target(data, n),
            _ => None,
        }
    }

    fn figure(&self, data: &Data, row: ListRow) -> Option<KeyFigure> {
        let of = |figures: &Figures, day| KeyFigure::first(&[figures.received, figures.payable], day);
        match row {
            ListRow::Startup(n) => {
                let standing = data.answers.startups.get(n)?;
                of(&standing.figures, standing.committee.as_ref().and_then(|clock| clock.planned.or(clock.next_due)))
            }
            ListRow::Framework(n) => data.answers.funding.frameworks.get(n).and_then(|(_, figures)| of(figures, None)),
            _ => None,
        }
    }

    fn add(&self, ctx: &RenderContext<'_>, row: ListRow, sums: &mut ListSums) {
        let data = ctx.data;
        match row {
            ListRow::Startup(n) => {
                if let Some(standing) = data.answers.startups.get(n) {
                    sums.rows += 1;
                    sums.counts[OccurrenceState::Late as usize] += standing.all_late();
                    sums.counts[OccurrenceState::Undetermined as usize] += standing.undetermined;
                }
            }
            ListRow::Framework(n) => {
                sums.frameworks +=
                    data.answers.funding.frameworks.get(n).map(|(_, figures)| *figures).unwrap_or_default();
            }
            _ => {}
        }
    }

    /// Counts a contribution shared by several startups once.
    fn sum(&self, ctx: &RenderContext<'_>, rows: &mut dyn Iterator<Item = ListRow>) -> ListSums {
        let answers = &ctx.data.answers;
        let (mut sums, mut is_meant) = (ListSums::default(), vec![false; answers.startups.len()]);
        for row in rows {
            self.add(ctx, row, &mut sums);
            if let ListRow::Startup(n) = row
                && let Some(meant) = is_meant.get_mut(n)
            {
                *meant = true;
            }
        }
        if sums.rows == answers.startups.len() {
            sums.figures = answers.funding.total;
            for (count, state) in sums.counts.iter_mut().zip(OccurrenceState::ALL) {
                *count = ctx.summary.in_state(state);
            }
        } else {
            let of_any = ctx.data.index.promised.chunk_by(|(one, _), (other, _)| one == other);
            let of_meant = of_any.filter(|of| of.iter().any(|(_, startup)| is_meant.get(*startup) == Some(&true)));
            let promises = of_meant.filter_map(|of| answers.commitments.get(of.first()?.0));
            promises.for_each(|promise| sums.figures += promise.contribution.figures);
        }
        sums
    }

    fn group_sums(
        &self,
        ctx: &RenderContext<'_>,
        _group: &Group,
        rows: &mut dyn Iterator<Item = ListRow>,
    ) -> Vec<GroupSum> {
        let sums = self.sum(ctx, rows);
        let figures = if sums.figures.payable.is_zero() { sums.frameworks } else { sums.figures };
        cells::group_sums(ctx, &figures, sums.counts[OccurrenceState::Late as usize])
    }

    fn totals(&self, ctx: &RenderContext<'_>, sums: &ListSums) -> Vec<StyledLine> {
        let total = sums.figures;
        let mut totals = vec![
            vec![piece(Token::Text, ctx.count("total-startups", sums.rows))],
            vec![piece(Token::Text, ctx.received_in_words(total.received, total.payable))],
        ];
        for state in [OccurrenceState::Late, OccurrenceState::DueSoon, OccurrenceState::Undetermined] {
            let count = sums.counts[state as usize];
            if count > 0 {
                let (sign, token) = occurrence_style(state);
                let words = ctx.count(&format!("total-{}", state.name()), count);
                totals.push(vec![piece(token, format!("{sign} {words}"))]);
            }
        }
        if !total.undetermined.is_zero() {
            totals.push(vec![ctx.undetermined(total.undetermined)]);
        }
        if let Some(marks) = ctx.data.history.marks().filter(|marks| marks.startups.values().any(|changed| *changed)) {
            totals.push(vec![piece(Token::Accent, format!("{CHANGED} {}", ctx.since_words(&marks.since)))]);
        }
        if sums.rows == 0 && !sums.frameworks.payable.is_zero() {
            let words = ctx.received_in_words(sums.frameworks.received, sums.frameworks.payable);
            totals = vec![vec![piece(Token::Muted, format!("{} {words}", ctx.text("total-apart")))]];
        }
        totals
    }

    fn preview_position(&self) -> PreviewPosition {
        PreviewPosition::Right
    }

    fn empty(&self, _: &Data) -> &'static str {
        "empty-portfolio"
    }
}

/// Returns the finding about an unreadable record, or the record itself while findings are not yet available.
fn unreadable_target(data: &Data, n: usize) -> Option<Target> {
    let record = data.portfolio.unreadable.get(n)?;
    let finding = data.diagnostics.iter().find(|diagnostic| diagnostic.finding.record() == Some(record));
    Some(
        finding.map_or_else(
            || Target::record(record.clone()),
            |diagnostic| Target::Fact(diagnostic.finding.place.clone()),
        ),
    )
}

fn startup_key(ctx: &RenderContext<'_>, standing: &StartupSummary, column: usize) -> SortKey {
    match column {
        NAME => SortKey::text(&ctx.startup_name(&standing.startup)),
        PHASE => standing.phase.map_or(SortKey::Unknown, |(phase, _)| SortKey::count(phase as usize)),
        LATE => SortKey::count(standing.all_late()),
        COMMITTEE => SortKey::day(standing.committee.as_ref().and_then(|clock| clock.planned.or(clock.next_due))),
        TERM => SortKey::day(standing.main_convention().and_then(|brief| brief.ends)),
        column if column >= DETAILS => {
            Detail::ALL.get(column - DETAILS).map_or(SortKey::Unknown, |detail| detail.sort_key(ctx, standing))
        }
        _ => money_key(&standing.figures, column),
    }
}

/// The bar is sorted by percentage, the amounts by payable.
fn money_key(figures: &Figures, column: usize) -> SortKey {
    match column {
        BAR => figures.received.per_mille_of(figures.payable).map_or(SortKey::Unknown, SortKey::Number),
        MONEY if figures.payable.is_zero() => SortKey::Unknown,
        MONEY => SortKey::money(figures.payable),
        LATE => SortKey::count(usize::from(figures.late > Money::ZERO)),
        _ => SortKey::Unknown,
    }
}

fn phase_word(ctx: &RenderContext<'_>, phase: Phase) -> String {
    ctx.text(&format!("phase-{}", phase.name()))
}

/// Returns a shorter word for the narrow column.
fn short_phase(ctx: &RenderContext<'_>, phase: Phase) -> String {
    match phase {
        Phase::InvestigationStopped => ctx.text("phase-short-investigation-stopped"),
        _ => phase_word(ctx, phase),
    }
}

/// Returns the number of further conventions.
fn further_count(count: usize) -> String {
    format!(" +{count}")
}
