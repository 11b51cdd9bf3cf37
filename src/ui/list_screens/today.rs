//! What needs attention, the most urgent first. Each row shows its reason, its amount, its owner, and the key that
//! settles it.

use std::hash::{DefaultHasher, Hash, Hasher};

use crate::edit::Verb;

use super::ListScreen;
use super::committees::describe::participants_of;
use crate::locale::Locale;
use crate::model::{Id, Location, MessageArg};
use crate::report::columns::ColumnSpec;
use crate::report::filter::{self, FilteredList, RowFacts, RowText};
use crate::report::{sanitize, words};
use crate::rules::{OccurrenceState, TodayBand, TodayCause, TodayItem, TodayKind, TodayRemedy};
use crate::ui::arrangement::SortKey;
use crate::ui::command::Command;
use crate::ui::key_figure::KeyFigure;
use crate::ui::keymap::KeyContext;
use crate::ui::layout::PreviewPosition;
use crate::ui::render_context::{RenderContext, first_that_fits};
use crate::ui::state_style::{StateStyle, occurrence_style};
use crate::ui::target::Target;
use crate::ui::uncommitted::SIGN;
use crate::ui::widget::list::{Group, ListRow, ListSums};
use crate::ui::widget::page::PageLine;
use crate::ui::widget::page_builder::PageBuilder;
use crate::ui::widget::text::{StyledLine, line_width, piece, width};
use crate::ui::{Data, Token};

pub struct TodayScreen;

const STARTUP: usize = 1;
const REASON: usize = 2;
/// The cells of the keys, such as `a p`, without a header.
const KEYS: usize = 4;

impl ListScreen for TodayScreen {
    fn context(&self) -> KeyContext {
        KeyContext::Today
    }

    fn rows(&self, data: &Data) -> Vec<ListRow> {
        (0..data.today.items.len()).map(ListRow::Today).collect()
    }

    fn groupings(&self) -> &'static [&'static str] {
        &["urgency", "startup", "person", "kind", "day", "none"]
    }

    fn group(&self, ctx: &RenderContext<'_>, row: ListRow, grouping: &str) -> Option<Group> {
        let item = item(ctx.data, row)?;
        match grouping {
            "urgency" => Some(Group::Urgency(item.band)),
            "startup" => Some(Group::Startup(item.startups.first().cloned())),
            "person" => Some(Group::Named(item.who.first().map(|who| person(ctx, who)))),
            "kind" => Some(Group::TodayKind(item.kind)),
            "day" => Some(Group::Due(item.due)),
            _ => None,
        }
    }

    fn sort_key(&self, ctx: &RenderContext<'_>, row: ListRow, column: usize) -> SortKey {
        let Some(item) = item(ctx.data, row) else { return SortKey::Unknown };
        match column {
            0 => SortKey::day(item.due),
            1 => SortKey::text(&ctx.whose(&item.startups)),
            2 => SortKey::text(&reason(ctx, item)),
            3 => item.amount.map_or(SortKey::Unknown, SortKey::money),
            4 => item.who.first().map_or(SortKey::Unknown, |who| SortKey::text(&person(ctx, who))),
            _ => SortKey::text(&ctx.key_in(KeyContext::Today, command(ctx, item).0)),
        }
    }

    fn facts<'a>(&self, ctx: &RenderContext<'a>, row: ListRow) -> RowFacts<'a> {
        item(ctx.data, row).map(|one| filter::of_today(&ctx.data.portfolio, one, ctx.data.as_of)).unwrap_or_default()
    }

    fn filtered_list(&self) -> FilteredList {
        FilteredList::Today
    }

    fn row_text<'a>(&self, ctx: &RenderContext<'a>, row: ListRow) -> RowText<'a> {
        let Some(item) = item(ctx.data, row) else { return RowText::default() };
        let mut text = filter::text_of_today(&ctx.data.portfolio, item);
        text.rest.push(reason(ctx, item).into());
        text
    }

    fn columns(&self, ctx: &RenderContext<'_>) -> Vec<ColumnSpec> {
        let day = width(&ctx.locale.date(ctx.data.as_of)) + 2;
        let key = width(&ctx.text("column-key")).max(KEYS);
        // As wide as the largest amount, so that the reasons get the rest.
        let amount = ctx.data.index.widths.amount;
        vec![
            // On a narrow terminal, the reason matters more than the date, and days take its place.
            ColumnSpec::fixed(day, 1).squeezed_to(width(&ctx.late_short(700)) + 2),
            ColumnSpec::flexible(12, 24, 3).yielding(),
            ColumnSpec::flexible(12, 400, 0).wanting(40),
            ColumnSpec::fixed(amount.max(width(&ctx.text("column-today-amount"))), 2).at_right().yielding(),
            ColumnSpec::flexible(8, 20, 5).yielding(),
            ColumnSpec::fixed(key, 4).squeezed_to(KEYS),
        ]
    }

    fn column_names(&self) -> &'static [&'static [&'static str]] {
        &[&["due"], &["startup"], &["reason"], &["amount"], &["who"], &["action"]]
    }

    fn head(&self, ctx: &RenderContext<'_>) -> Vec<String> {
        ["due", "startup", "reason", "today-amount", "people", "key"]
            .map(|name| ctx.text(&format!("column-{name}")))
            .into()
    }

    fn cells(&self, ctx: &RenderContext<'_>, row: ListRow, widths: &[usize]) -> Vec<StyledLine> {
        let Some(item) = item(ctx.data, row) else { return vec![StyledLine::new(); widths.len()] };
        let (sign, token) = band_style(item.band);
        let room = widths.first().copied().unwrap_or(usize::MAX);
        let dates = [Locale::date, Locale::date_short].into_iter();
        let dates = item.due.into_iter().flat_map(|due| dates.clone().map(move |form| form(ctx.locale, due)));
        let days = item.days.map(|days| ctx.late_short(days.abs()));
        let due = first_that_fits(dates.chain(days), room.saturating_sub(2)).unwrap_or_else(|| "–".to_owned());
        let mut reason = StyledLine::new();
        if widths.get(STARTUP) == Some(&0) {
            // Its column is hidden on a narrow terminal.
            reason.push(piece(Token::Muted, format!("{} · ", ctx.whose(&item.startups))));
        }
        // Reasons continue in empty cells.
        let is_empty = [false, item.amount.is_none(), item.amount.is_none() && item.who.is_empty()];
        let room = widths.iter().skip(REASON).zip(is_empty);
        let room: usize = room.map(|(cells, free)| if free && *cells > 0 { cells + 1 } else { 0 }).sum();
        let room = widths.get(REASON).map_or(usize::MAX, |cells| cells + room);
        reason.push(piece(Token::Text, reason_in(ctx, item, room.saturating_sub(line_width(&reason)))));
        let amount = item.amount.map(|amount| piece(Token::Text, ctx.locale.money(amount)));
        let who: Vec<String> = item.who.iter().map(|who| person(ctx, who)).collect();
        vec![
            vec![piece(token, format!("{sign} {due}"))],
            vec![piece(Token::Text, ctx.whose(&item.startups))],
            reason,
            amount.into_iter().collect(),
            if who.is_empty() { StyledLine::new() } else { vec![piece(Token::Muted, who.join(", "))] },
            vec![piece(Token::Key, ctx.key_in(KeyContext::Today, command(ctx, item).0))],
        ]
    }

    fn preview(&self, ctx: &RenderContext<'_>, row: ListRow, width: usize) -> Vec<PageLine> {
        let mut builder = PageBuilder::new(width, if width < 50 { 11 } else { 16 });
        if let Some(item) = item(ctx.data, row) {
            describe(ctx, item, &mut builder);
        }
        builder.into_lines()
    }

    fn target(&self, data: &Data, row: ListRow) -> Option<Target> {
        let item = item(data, row)?;
        // Actions, conditions and papers are entries of the record of the startup.
        let occurrence = item.occurrence.filter(|_| item.convention.is_some());
        let occurrence = occurrence.and_then(|n| data.answers.occurrences.get(n));
        Some(match (item.kind, occurrence, item.startups.first(), &item.convention) {
            (_, Some(occurrence), _, _) => Target::Occurrence(Box::new(occurrence.clone())),
            (TodayKind::Committee, _, Some(startup), _) => Target::Startup(startup.clone()),
            (TodayKind::Missing, _, _, Some(convention)) => Target::Convention(convention.clone()),
            _ => Target::Fact(Location::Value(item.record.clone(), item.path.clone())),
        })
    }

    /// Several rows may have the same target.
    fn identity(&self, data: &Data, row: ListRow) -> u64 {
        let Some(item) = item(data, row) else { return 0 };
        let mut hasher = DefaultHasher::new();
        // Only recurring duties have several rows with the same entry; the others keep theirs if their day moves.
        let recurs = matches!(item.kind, TodayKind::Obligation | TodayKind::Report);
        (&item.record, &item.entry, item.due.filter(|_| recurs), &item.startups).hash(&mut hasher);
        hasher.finish()
    }

    fn figure(&self, data: &Data, row: ListRow) -> Option<KeyFigure> {
        let item = item(data, row)?;
        KeyFigure::first(item.amount.as_slice(), item.due)
    }

    fn add(&self, ctx: &RenderContext<'_>, row: ListRow, sums: &mut ListSums) {
        sums.rows += 1;
        if let Some(item) = item(ctx.data, row)
            && let Some(count) = sums.counts.get_mut(item.band as usize)
        {
            *count += 1;
        }
    }

    fn totals(&self, ctx: &RenderContext<'_>, sums: &ListSums) -> Vec<StyledLine> {
        let counts = TodayBand::ALL.into_iter().zip(sums.counts).filter(|(_, count)| *count > 0);
        let total = |(band, count): (TodayBand, usize)| {
            vec![ctx.marked(band_style(band), &ctx.count(&format!("total-today-{}", band.name()), count))]
        };
        let snoozed = Some(ctx.data.today.snoozed).filter(|count| *count > 0);
        let snoozed = snoozed.map(|count| vec![piece(Token::Muted, ctx.count("total-today-snoozed", count))]);
        counts.map(total).chain(snoozed).collect()
    }

    fn preview_position(&self) -> PreviewPosition {
        PreviewPosition::RightOfWide
    }

    fn empty(&self, data: &Data) -> &'static str {
        if data.portfolio.startups.is_empty() && data.portfolio.conventions.is_empty() {
            return "empty-portfolio";
        }
        if data.next_work.is_some() { "empty-today-until" } else { "empty-today" }
    }
}

pub fn item(data: &Data, row: ListRow) -> Option<&TodayItem> {
    match row {
        ListRow::Today(n) => data.today.items.get(n),
        _ => None,
    }
}

/// Returns the sign and the token of a band.
pub const fn band_style(band: TodayBand) -> StateStyle {
    match band {
        TodayBand::Broken => ("✗", Token::Bad),
        TodayBand::Late => occurrence_style(OccurrenceState::Late),
        TodayBand::Urgent => occurrence_style(OccurrenceState::DueSoon),
        TodayBand::Soon => occurrence_style(OccurrenceState::Open),
        TodayBand::Undated => occurrence_style(OccurrenceState::Undetermined),
        TodayBand::Housekeeping => (SIGN, Token::Warning),
    }
}

/// Returns the name of a person, or the text instead of one.
fn person(ctx: &RenderContext<'_>, who: &str) -> String {
    let people = &ctx.data.portfolio.incubator.people;
    let found = people.iter().find(|person| person.id.as_str() == who);
    sanitize(found.map_or(who, |person| &person.name)).into_owned()
}

/// Returns why it is a row, in words: the first cause and how many others there are, or what is to be done.
fn reason(ctx: &RenderContext<'_>, item: &TodayItem) -> String {
    let cause = item.causes.first().map_or_else(String::new, |cause| cause_words(ctx, item, *cause));
    let what = sanitize(&item.what);
    match item.kind {
        TodayKind::Action | TodayKind::Condition | TodayKind::Obligation => what.into_owned(),
        TodayKind::Report if !what.is_empty() => what.into_owned(),
        TodayKind::Tranche if !what.is_empty() => format!("{cause} · {what}"),
        _ if item.causes.len() > 1 => {
            let more = [("count", MessageArg::count(item.causes.len() - 1))];
            format!("{cause} {}", ctx.locale.message("today-more-causes", &more))
        }
        _ => cause,
    }
}

/// Returns why it is a row, in words as short as `room` cells ask for.
fn reason_in(ctx: &RenderContext<'_>, item: &TodayItem, room: usize) -> String {
    let whole = reason(ctx, item);
    let short = item.causes.first().and_then(|cause| words::today_cause_short(*cause, ctx.data.as_of, ctx.locale));
    match short {
        Some(short) if width(&whole) > room => short,
        _ => whole,
    }
}

fn cause_words(ctx: &RenderContext<'_>, item: &TodayItem, cause: TodayCause) -> String {
    sanitize(&words::today_cause(item, cause, ctx.data.as_of, ctx.locale)).into_owned()
}

/// Returns the command that settles a row, and the message key of what it does.
fn command(ctx: &RenderContext<'_>, item: &TodayItem) -> (Command, &'static str) {
    match item.remedy {
        TodayRemedy::Repair if ctx.is_in_conflict(&item.record) => (Command::Sync, "way-conflict"),
        TodayRemedy::Repair | TodayRemedy::LookUp | TodayRemedy::Commit => (Command::Edit, "today-way-edit"),
        TodayRemedy::Create => (Command::Verb(Verb::NewStartup), "today-way-create"),
        TodayRemedy::Hold(_) => (Command::Verb(Verb::Hold), "way-committee"),
        TodayRemedy::Plan => (Command::Verb(Verb::Plan), "today-way-plan"),
        TodayRemedy::Call(..) => (Command::Verb(Verb::Call), "today-way-call"),
        TodayRemedy::Pay(..) => (Command::Verb(Verb::Pay), "way-payment"),
        TodayRemedy::Done(..) => (Command::Verb(Verb::Done), "way-obligation"),
        TodayRemedy::Sign => (Command::Verb(Verb::Sign), "way-signature"),
        TodayRemedy::Sync => (Command::Sync, "today-way-sync"),
    }
}

/// Why it is a row, what happens otherwise, and what settles it; then its facts.
fn describe(ctx: &RenderContext<'_>, item: &TodayItem, builder: &mut PageBuilder) {
    let (sign, token) = band_style(item.band);
    let kind = ctx.capital(&format!("today-kind-{}", item.kind.name()));
    let days = match item.days {
        Some(days) if days > 0 => ctx.days_late(days),
        _ => ctx.text(&format!("today-band-{}", item.band.name())),
    };
    builder.wrapped(None, vec![piece(token, format!("{sign} "))], token, &format!("{kind} · {days}"));
    builder.blank();
    if !item.what.is_empty() {
        builder.text(None, Token::Title, 0, &sanitize(&item.what));
        builder.blank();
    }
    for cause in &item.causes {
        builder.text(None, Token::Text, 0, &format!("• {}", cause_words(ctx, item, *cause)));
    }
    // Before the facts, which small screens cut.
    // Of a record that is read in part, the rest counts.
    let is_partial = item.causes == [TodayCause::Incomplete];
    let otherwise = if is_partial { TodayCause::Incomplete.name() } else { item.kind.name() };
    builder.text(None, Token::Muted, 0, &ctx.text(&format!("today-otherwise-{otherwise}")));
    let (command, words) = command(ctx, item);
    let key = piece(Token::Key, format!("{} ", ctx.key_in(KeyContext::Today, command)));
    builder.wrapped(None, vec![key], Token::Muted, &ctx.text(words));
    builder.blank();
    if let Some(due) = item.due {
        builder.value(None, &ctx.text("label-due"), Token::Text, &ctx.deadline(due));
    }
    if let Some(planned) = item.planned {
        builder.value(None, &ctx.text("label-planned"), Token::Text, &ctx.locale.date_long(planned));
    }
    let startup = item.startups.first().filter(|_| item.kind == TodayKind::Committee);
    let clock = startup.and_then(|id| ctx.data.answers.committees.iter().find(|clock| clock.startup == *id));
    if let Some(words) = clock.and_then(|clock| participants_of(ctx, clock)) {
        builder.value(None, &ctx.text("label-participants"), Token::Text, &words);
    }
    if let Some(amount) = item.amount {
        builder.value(None, &ctx.text("column-today-amount"), Token::Text, &ctx.locale.money(amount));
    }
    if !item.startups.is_empty() {
        builder.value(None, &ctx.text("label-startup"), Token::Text, &ctx.startup_names(&item.startups));
    }
    let convention = item.convention.as_ref().map(|id: &Id| ctx.convention_title(id));
    if let Some(convention) = convention {
        builder.value(None, &ctx.text("label-convention"), Token::Text, &convention);
    }
    if !item.who.is_empty() {
        let who: Vec<String> = item.who.iter().map(|who| person(ctx, who)).collect();
        let label = if item.is_owned { "label-owner" } else { "label-coach" };
        builder.value(None, &ctx.text(label), Token::Text, &who.join(", "));
    }
    let record =
        if item.path.is_empty() { item.record.to_string() } else { format!("{} · {}", item.record, item.path) };
    builder.value(None, &ctx.text("label-record"), Token::Muted, &sanitize(&record));
}
