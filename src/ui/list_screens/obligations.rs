//! Occurrences of obligations, grouped by state: late ones first, then by due day.

use chrono::Datelike;

use crate::edit::Verb;

use super::committees::describe::participants_of;
use super::{ListScreen, PreviewPosition};
use crate::model::{Convention, MessageArg, Moment, TermLength, Timing};
use crate::report::columns::ColumnSpec;
use crate::report::filter::{self, FilteredList, RowFacts, RowText};
use crate::report::{sanitize, words};
use crate::rules::{Occurrence, OccurrenceSource, OccurrenceState, Unknown};
use crate::ui::arrangement::SortKey;
use crate::ui::command::Command;
use crate::ui::key_figure::KeyFigure;
use crate::ui::keymap::KeyContext;
use crate::ui::render_context::RenderContext;
use crate::ui::state_style::occurrence_style;
use crate::ui::target::{Target, occurrence_identity};
use crate::ui::widget::list::{Group, ListRow, ListSums};
use crate::ui::widget::page::PageLine;
use crate::ui::widget::page_builder::PageBuilder;
use crate::ui::widget::text::{StyledLine, piece, width};
use crate::ui::{Data, Token};

pub struct ObligationsScreen;

const DUE: usize = 0;
const DAYS_LATE: usize = 1;
const WHOSE: usize = 2;
const BETWEEN: usize = 3;
const WHAT: usize = 4;
const ARTICLE: usize = 5;
const AMOUNT: usize = 6;

impl ListScreen for ObligationsScreen {
    fn context(&self) -> KeyContext {
        KeyContext::Obligations
    }

    fn rows(&self, data: &Data) -> Vec<ListRow> {
        (0..data.answers.occurrences.len()).map(ListRow::Occurrence).collect()
    }

    fn groupings(&self) -> &'static [&'static str] {
        &["state", "due", "debtor", "creditor", "startup", "none"]
    }

    fn group(&self, ctx: &RenderContext<'_>, row: ListRow, grouping: &str) -> Option<Group> {
        let occurrence = occurrence(ctx.data, row)?;
        match grouping {
            "state" => Some(Group::State(occurrence.state)),
            "due" => Some(match (occurrence.state, occurrence.due) {
                (OccurrenceState::DueSoon | OccurrenceState::Open, Some(due)) => Group::Month(due.year(), due.month()),
                (state, _) => Group::State(state),
            }),
            "debtor" => Some(Group::Party(occurrence.debtor().cloned())),
            "creditor" => Some(Group::Party(occurrence.creditor().cloned())),
            "startup"
                if convention(ctx, occurrence).is_some_and(Convention::is_framework)
                    && occurrence.startups.is_empty() =>
            {
                Some(Group::Frameworks)
            }
            "startup" => Some(Group::Startup(occurrence.startups.first().cloned())),
            _ => None,
        }
    }

    fn sort_key(&self, ctx: &RenderContext<'_>, row: ListRow, column: usize) -> SortKey {
        let Some(occurrence) = occurrence(ctx.data, row) else { return SortKey::Unknown };
        match column {
            DUE => SortKey::day(occurrence.due.or(occurrence.done.as_ref().map(|(on, _)| *on))),
            DAYS_LATE if occurrence.days_late > 0 => SortKey::Number(occurrence.days_late),
            DAYS_LATE => SortKey::Unknown,
            WHOSE => SortKey::text(&ctx.whose(&occurrence.startups)),
            BETWEEN => SortKey::text(&ctx.parties_short(occurrence)),
            WHAT => SortKey::text(&ctx.what(occurrence)),
            ARTICLE => occurrence.article.as_deref().map_or(SortKey::Unknown, SortKey::text),
            _ => occurrence.amount.map_or(SortKey::Unknown, SortKey::money),
        }
    }

    fn facts<'a>(&self, ctx: &RenderContext<'a>, row: ListRow) -> RowFacts<'a> {
        let data = ctx.data;
        let facts = |one| filter::of_occurrence(&data.portfolio, one, data.as_of);
        occurrence(data, row).map(facts).unwrap_or_default()
    }

    fn filtered_list(&self) -> FilteredList {
        FilteredList::Occurrences
    }

    fn row_text<'a>(&self, ctx: &RenderContext<'a>, row: ListRow) -> RowText<'a> {
        let occurrence = occurrence(ctx.data, row);
        occurrence.map(|one| filter::text_of_occurrence(&ctx.data.portfolio, ctx.locale, one)).unwrap_or_default()
    }

    fn columns(&self, ctx: &RenderContext<'_>) -> Vec<ColumnSpec> {
        let day = width(&ctx.locale.date(ctx.data.as_of)) + 2;
        // Other columns are as wide as their widest text, so that the description gets the rest.
        let widest = ctx.data.index.widths;
        let head = self.head(ctx);
        let most = |widest: usize, n: usize, most: usize| {
            let head = head.get(n).map_or(0, |head| width(head));
            widest.clamp(head, most.max(head))
        };
        let (whose, between) = (most(widest.whose, WHOSE, 26), most(widest.between, BETWEEN, 26));
        let days_late = width(&ctx.locale.message("days-late-short", &[("days", MessageArg::Count(999))]));
        vec![
            ColumnSpec::fixed(day, 0).squeezed_to(10),
            ColumnSpec::fixed(most(days_late, DAYS_LATE, 8), 1).yielding().at_right(),
            ColumnSpec::flexible(whose.min(14), whose, 2).wanting(whose.min(18)).yielding(),
            ColumnSpec::flexible(between.min(14), between, 3).yielding(),
            ColumnSpec::flexible(7, 400, 0).wanting(22).growing_to(44),
            ColumnSpec::fixed(most(widest.article, ARTICLE, 12), 4).yielding(),
            ColumnSpec::fixed(most(width(&ctx.locale.money_short(ctx.summary.most_promised)), AMOUNT, 20), 5)
                .yielding()
                .at_right(),
        ]
    }

    fn column_names(&self) -> &'static [&'static [&'static str]] {
        &[&["due"], &["days_late"], &["startup"], &["debtor", "creditor"], &["what"], &["article"], &["amount"]]
    }

    fn head(&self, ctx: &RenderContext<'_>) -> Vec<String> {
        ["due", "days-late", "startup", "between", "what", "article", "amount"]
            .map(|name| ctx.text(&format!("column-{name}")))
            .into()
    }

    fn cells(&self, ctx: &RenderContext<'_>, row: ListRow, widths: &[usize]) -> Vec<StyledLine> {
        let Some(occurrence) = occurrence(ctx.data, row) else { return vec![StyledLine::new(); widths.len()] };
        let quiet = matches!(occurrence.state, OccurrenceState::Standing | OccurrenceState::Done);
        let token = if quiet { Token::Muted } else { Token::Text };
        let mut what = vec![piece(Token::Text, ctx.what(occurrence))];
        if let Some(on) = occurrence.done_on() {
            what.insert(0, piece(Token::Muted, format!("{} · ", ctx.dated("done-on", on))));
        }
        if widths.get(WHOSE) == Some(&0) {
            // Its column is hidden on a narrow terminal.
            what.insert(0, piece(Token::Muted, format!("{} · ", ctx.whose(&occurrence.startups))));
        }
        let days_late = match occurrence.days_late {
            days if days > 0 => {
                let words = ctx.locale.message("days-late-short", &[("days", MessageArg::Count(days))]);
                vec![piece(Token::Bad, words)]
            }
            _ => StyledLine::new(),
        };
        vec![
            vec![ctx.due_cell(occurrence, widths.first().copied().unwrap_or(usize::MAX))],
            days_late,
            vec![piece(token, ctx.whose(&occurrence.startups))],
            vec![piece(token, ctx.parties_short(occurrence))],
            what,
            vec![piece(Token::Muted, ctx.article(occurrence.article.as_deref()))],
            occurrence.amount.map_or_else(StyledLine::new, |amount| vec![piece(token, ctx.locale.money_short(amount))]),
        ]
    }

    fn preview(&self, ctx: &RenderContext<'_>, row: ListRow, width: usize) -> Vec<PageLine> {
        let mut builder = PageBuilder::new(width, if width < 50 { 11 } else { 16 });
        if let Some(occurrence) = occurrence(ctx.data, row) {
            describe(ctx, occurrence, None, &mut builder);
            fix_command(ctx, occurrence, &mut builder);
        }
        builder.into_lines()
    }

    fn target(&self, data: &Data, row: ListRow) -> Option<Target> {
        occurrence(data, row).map(|occurrence| Target::Occurrence(Box::new(occurrence.clone())))
    }

    fn identity(&self, data: &Data, row: ListRow) -> u64 {
        occurrence(data, row).map_or(0, occurrence_identity)
    }

    fn figure(&self, data: &Data, row: ListRow) -> Option<KeyFigure> {
        occurrence(data, row).and_then(figure)
    }

    fn add(&self, ctx: &RenderContext<'_>, row: ListRow, sums: &mut ListSums) {
        sums.rows += 1;
        if let ListRow::Occurrence(n) = row
            && let Some(state) = ctx.data.index.states.get(n)
            && let Some(count) = sums.counts.get_mut(*state as usize)
        {
            *count += 1;
        }
    }

    fn totals(&self, ctx: &RenderContext<'_>, sums: &ListSums) -> Vec<StyledLine> {
        let counts = OccurrenceState::ALL.into_iter().zip(sums.counts);
        let some = counts.filter(|(_, count)| *count > 0);
        some.map(|(state, count)| {
            let words = ctx.count(&format!("total-{}", state.name()), count);
            vec![ctx.marked(occurrence_style(state), &words)]
        })
        .collect()
    }

    fn preview_position(&self) -> PreviewPosition {
        PreviewPosition::RightOfWide
    }

    fn empty(&self, _: &Data) -> &'static str {
        "empty-obligations"
    }
}

fn occurrence(data: &Data, row: ListRow) -> Option<&Occurrence> {
    match row {
        ListRow::Occurrence(n) => data.answers.occurrences.get(n),
        _ => None,
    }
}

/// Returns the figure of an occurrence for the clipboard.
pub fn figure(occurrence: &Occurrence) -> Option<KeyFigure> {
    let day = occurrence.due.or(occurrence.done.as_ref().map(|(on, _)| *on));
    KeyFigure::first(occurrence.amount.as_slice(), day)
}

/// Everything known about an occurrence; the first line has `target`.
pub fn describe(ctx: &RenderContext<'_>, occurrence: &Occurrence, target: Option<Target>, builder: &mut PageBuilder) {
    let mark = occurrence_style(occurrence.state);
    let state = match occurrence.days_late {
        days if days > 0 => ctx.days_late(days),
        _ => ctx.text(&format!("occurrence-{}", occurrence.state.name())),
    };
    builder.wrapped(target, vec![piece(mark.1, format!("{} ", mark.0))], mark.1, &state);
    builder.blank();
    builder.text(None, Token::Title, 0, &ctx.what(occurrence));
    builder.blank();
    let mut between = ctx.parties_of(occurrence);
    if occurrence.inferred.iter().any(|key| key == "debtor" || key == "creditor") {
        between = format!("{between} · {}", ctx.text("mark-inferred"));
    }
    builder.value(None, &ctx.text("label-between"), Token::Text, &between);
    if let OccurrenceSource::Committee(Some(startup)) = &occurrence.source {
        let clocks = ctx.data.answers.committees.iter();
        let clock =
            clocks.filter(|clock| clock.startup == *startup).find(|clock| clock.convention == occurrence.convention);
        if let Some(words) = clock.and_then(|clock| participants_of(ctx, clock)) {
            builder.value(None, &ctx.text("label-participants"), Token::Text, &words);
        }
    }
    due_lines(ctx, occurrence, builder);
    if let Some((on, evidence)) = &occurrence.done {
        builder.value(None, &ctx.text("label-done"), Token::Good, &ctx.locale.date_long(*on));
        if let Some(evidence) = evidence {
            builder.linked_value(None, &ctx.text("label-evidence"), &sanitize(evidence), ctx.link(evidence));
        }
    }
    if !occurrence.startups.is_empty() {
        builder.value(None, &ctx.text("label-startup"), Token::Text, &ctx.startup_names(&occurrence.startups));
    }
    if let Some(convention) = &occurrence.convention {
        builder.value(None, &ctx.text("label-convention"), Token::Text, &ctx.convention_title(convention));
    }
    if let Some(owner) = &occurrence.owner {
        builder.value(None, &ctx.text("label-owner"), Token::Text, &sanitize(owner));
    }
    if let Some(article) = &occurrence.article {
        builder.value(None, &ctx.text("label-article"), Token::Text, &sanitize(article));
    }
    let record = format!("{} · {}", occurrence.record.id, occurrence.path);
    builder.value(None, &ctx.text("label-record"), Token::Muted, &record);
}

fn due_lines(ctx: &RenderContext<'_>, occurrence: &Occurrence, builder: &mut PageBuilder) {
    if let Some(due) = occurrence.due {
        builder.value(None, &ctx.text("label-due"), Token::Text, &ctx.deadline(due));
    }
    if let Some(rule) = rule(ctx, occurrence) {
        builder.value(None, &ctx.text("label-rule"), Token::Text, &rule);
    }
    if !occurrence.payments_recorded {
        builder.value(None, "", Token::Muted, &ctx.text("payments-not-recorded"));
    }
    if let Some(unknown) = occurrence.unknown {
        let why = format!("? {}", ctx.text(&format!("unknown-{}", unknown.name())));
        builder.value(None, &ctx.text("label-unknown"), Token::Unknown, &why);
        // If the document states its term in words, quote them.
        let term = convention(ctx, occurrence).and_then(|convention| convention.term.as_ref());
        if unknown == Unknown::Term
            && let Some(TermLength::Covers(words)) = term.map(|term| &term.length)
        {
            builder.value(None, &ctx.text("label-term"), Token::Text, &sanitize(words));
        }
    }
}

fn convention<'a>(ctx: &RenderContext<'a>, occurrence: &Occurrence) -> Option<&'a Convention> {
    occurrence.convention.as_ref().and_then(|id| ctx.convention(id))
}

/// Returns the day in the terms of the document: `end + 3 months`.
#[must_use]
pub fn rule(ctx: &RenderContext<'_>, occurrence: &Occurrence) -> Option<String> {
    let convention = convention(ctx, occurrence)?;
    let every = |span| Some(ctx.locale.message("rule-every", &[("span", MessageArg::Span(span))]));
    match &occurrence.source {
        OccurrenceSource::Committee(_) => every(convention.committee.as_ref()?.every),
        OccurrenceSource::Payment(..)
        | OccurrenceSource::Action(_)
        | OccurrenceSource::Condition(_)
        | OccurrenceSource::Papers(_) => None,
        OccurrenceSource::Obligation => {
            let obligation = convention.obligations.iter().find(|other| other.id == occurrence.obligation)?;
            timing_words(ctx, &obligation.timing)
        }
    }
}

/// Returns the day of an undertaking in words; `None` if the document sets none.
#[must_use]
pub fn timing_words(ctx: &RenderContext<'_>, timing: &Timing) -> Option<String> {
    match timing {
        Timing::Standing => Some(ctx.text("rule-standing")),
        Timing::Once(None) => None,
        Timing::Once(Some(moment)) => Some(moment_words(ctx, *moment)),
        Timing::Recurring(recurrence) => {
            Some(ctx.locale.message("rule-every", &[("span", MessageArg::Span(recurrence.every))]))
        }
    }
}

/// `signature + 6 months` in words.
#[must_use]
pub fn moment_words(ctx: &RenderContext<'_>, moment: Moment) -> String {
    match moment {
        Moment::On(date) => ctx.locale.date_long(date),
        other => words::moment(other, ctx.locale),
    }
}

/// The command that settles it.
fn fix_command(ctx: &RenderContext<'_>, occurrence: &Occurrence, builder: &mut PageBuilder) {
    if occurrence.done.is_some() {
        return;
    }
    let (command, words) = match (occurrence.unknown, &occurrence.source) {
        (Some(Unknown::Signature), _) => (Command::Verb(Verb::Sign), "way-signature"),
        (Some(Unknown::Term), _) => (Command::Edit, "way-term"),
        (Some(Unknown::Spending), _) => (Command::Edit, "way-spending"),
        (Some(Unknown::NoStartup), _) => (Command::Edit, "way-no-startup"),
        (_, OccurrenceSource::Payment(..)) => (Command::Verb(Verb::Pay), "way-payment"),
        (_, OccurrenceSource::Committee(Some(_))) => (Command::Verb(Verb::Hold), "way-committee"),
        (_, OccurrenceSource::Committee(None)) => return,
        (
            _,
            OccurrenceSource::Obligation
            | OccurrenceSource::Action(_)
            | OccurrenceSource::Condition(_)
            | OccurrenceSource::Papers(_),
        ) => (Command::Verb(Verb::Done), "way-obligation"),
    };
    builder.blank();
    let key = piece(Token::Key, format!("{} ", ctx.key(command)));
    builder.wrapped(None, vec![key], Token::Muted, &ctx.text(words));
}
