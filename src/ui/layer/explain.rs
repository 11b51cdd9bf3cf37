//! The box that explains a row: each figure, date and state with its rule, its entries, and where these are written.

use std::sync::Arc;

use crate::locale::Language;
use crate::model::{Id, KeyPath, LinePlace, Location, MessageArg, Portfolio, RecordKind, RecordRef, short_commit};
use crate::report::explain::{Explainer, Explanation, ExplanationLine, FiguresCache};
use crate::report::{Diagnostic, sanitize, text};
use crate::rules::{Answers, Figure, Occurrence, OccurrenceState, Today};
use crate::ui::Token;
use crate::ui::list_screens::history;
use crate::ui::render_context::RenderContext;
use crate::ui::state_style::occurrence_style;
use crate::ui::target::Target;
use crate::ui::widget::page::PageLine;
use crate::ui::widget::page_builder::PageBuilder;
use crate::ui::widget::text::{line_width, piece, width};

/// The cells that the words of an entry need beside its amount and day; with less, they go below.
const LEGIBLE: usize = 24;

/// A target and what explains it, which is found again only if the data or the language changes.
#[derive(Clone, Debug)]
pub struct Explained {
    pub target: Target,
    /// The only figures explained, if not all of the target are.
    figures: Option<(RecordRef, Vec<String>)>,
    all: Vec<Explanation>,
    of: ExplainedData,
}

/// What explanations depend on.
#[derive(Clone, Debug)]
struct ExplainedData {
    portfolio: Arc<Portfolio>,
    answers: Arc<Answers>,
    today: Arc<Today>,
    diagnostics: Arc<Vec<Diagnostic>>,
    language: Language,
}

impl ExplainedData {
    fn of(ctx: &RenderContext<'_>) -> Self {
        let data = ctx.data;
        Self {
            portfolio: Arc::clone(&data.portfolio),
            answers: Arc::clone(&data.answers),
            today: Arc::clone(&data.today),
            diagnostics: Arc::clone(&data.diagnostics),
            language: ctx.locale.language,
        }
    }

    fn is_of(&self, ctx: &RenderContext<'_>) -> bool {
        let data = ctx.data;
        Arc::ptr_eq(&self.portfolio, &data.portfolio)
            && Arc::ptr_eq(&self.answers, &data.answers)
            && Arc::ptr_eq(&self.today, &data.today)
            && Arc::ptr_eq(&self.diagnostics, &data.diagnostics)
            && self.language == ctx.locale.language
    }
}

impl Explained {
    #[must_use]
    pub fn new(ctx: &RenderContext<'_>, target: Target) -> Self {
        Self { all: explanations(ctx, &target), target, figures: None, of: ExplainedData::of(ctx) }
    }

    /// Some figures of a record.
    #[must_use]
    pub fn of_figures(ctx: &RenderContext<'_>, record: RecordRef, figures: Vec<String>) -> Self {
        let explainer = explainer(ctx);
        let all = figures.iter().filter_map(|what| explainer.explain(&record, what)).collect();
        let target = Target::record(record.clone());
        Self { all, target, figures: Some((record, figures)), of: ExplainedData::of(ctx) }
    }

    pub fn renew(&mut self, ctx: &RenderContext<'_>) {
        if !self.of.is_of(ctx) {
            *self = match self.figures.take() {
                Some((record, figures)) => Self::of_figures(ctx, record, figures),
                None => Self::new(ctx, self.target.clone()),
            };
        }
    }

    pub fn lines(&self, ctx: &RenderContext<'_>, width: usize) -> Vec<PageLine> {
        if let Target::Commit { name, .. } = &self.target {
            return history::lines(ctx, name, width);
        }
        let mut builder = PageBuilder::new(width, if width < 50 { 11 } else { 16 });
        let title = match &self.figures {
            Some((record, _)) => ctx.record_words(record),
            None => title(ctx, &self.target),
        };
        builder.text(None, Token::Title, 0, &title);
        if let Target::Startup(id) = &self.target {
            late_parts(ctx, id, &mut builder);
        }
        for explanation in &self.all {
            write(ctx, explanation, &mut builder);
        }
        builder.into_lines()
    }

    /// Returns the entries whose places the box shows.
    pub fn entries(&self) -> impl Iterator<Item = &ExplanationLine> {
        self.all.iter().flat_map(|one| &one.lines)
    }
}

fn title(ctx: &RenderContext<'_>, target: &Target) -> String {
    match target {
        Target::Startup(id) => ctx.startup_name(id),
        Target::Party(id) => ctx.party_name(id),
        Target::Occurrence(occurrence) => ctx.what(occurrence),
        _ => match (target.convention(), target.place().record()) {
            (Some(id), _) => ctx.convention_title(id),
            (None, record) => record.map(ToString::to_string).unwrap_or_default(),
        },
    }
}

/// The number of late items, and how many there are of each kind.
fn late_parts(ctx: &RenderContext<'_>, id: &Id, builder: &mut PageBuilder) {
    let Some(row) = ctx.data.answers.startups.iter().find(|row| row.startup == *id).filter(|row| row.all_late() > 0)
    else {
        return;
    };
    builder.blank();
    let late = ctx.count("total-late", row.all_late());
    builder.line(vec![ctx.marked(occurrence_style(OccurrenceState::Late), &late)]);
    let parts = [
        ("obligations", row.late),
        ("actions", row.late_actions),
        ("conditions", row.late_conditions),
        ("papers", row.late_papers),
    ];
    for (name, count) in parts.into_iter().filter(|(_, count)| *count > 0) {
        builder.text(None, Token::Text, 2, &ctx.count(&format!("late-{name}"), count));
    }
}

fn explainer<'a>(ctx: &RenderContext<'a>) -> Explainer<'a> {
    let data = ctx.data;
    Explainer {
        portfolio: &data.portfolio,
        answers: &data.answers,
        today: &data.today,
        as_of: data.as_of,
        locale: ctx.locale,
        cache: FiguresCache::default(),
    }
}

/// Returns every figure, date, state and name of a target.
fn explanations(ctx: &RenderContext<'_>, target: &Target) -> Vec<Explanation> {
    let explainer = explainer(ctx);
    let record = |kind, id: &Id| RecordRef::new(kind, id.clone());
    match target {
        Target::Startup(id) => of_record(&explainer, &record(RecordKind::Startup, id)),
        Target::Convention(id) => of_record(&explainer, &record(RecordKind::Convention, id)),
        Target::Party(id) => of_record(&explainer, &record(RecordKind::Party, id)),
        Target::Occurrence(occurrence) => of_occurrence(ctx, &explainer, occurrence),
        Target::Contribution { convention, contribution, tranche, record: stated_in, path } => {
            let record = record(RecordKind::Convention, convention);
            let due = format!("contributions.{contribution}[{}]", tranche.unwrap_or(1));
            let figures =
                Figure::ALL.into_iter().map(|figure| format!("contributions.{contribution}.{}", figure.name()));
            let figures = figures.filter_map(|what| explainer.explain(&record, &what));
            // Parties are stated by the contribution, not by its tranches.
            let whole: KeyPath = path.iter().take(2).cloned().collect();
            let keys = ["from", "to"].map(|key| explainer.stated(stated_in, whole.key(key)));
            explainer.explain(&record, &due).into_iter().chain(figures).chain(keys).collect()
        }
        Target::Fact(place) => of_place(ctx, &explainer, place),
        Target::Commit { .. } => Vec::new(),
    }
}

fn of_record(explainer: &Explainer<'_>, record: &RecordRef) -> Vec<Explanation> {
    let mut topics = vec!["name".to_owned()];
    topics.extend(explainer.topics(record));
    // A record may have several rows, such as one for each missing fact.
    let rows = explainer.today.items.iter().enumerate();
    let rows = rows.filter(|(_, item)| item.record == *record && item.occurrence.is_none());
    let mut all: Vec<Explanation> = rows.filter_map(|(at, _)| explainer.today_place(at)).collect();
    for what in topics {
        // Values that are neither known nor recorded have no explanation.
        let found = explainer.explain(record, &what);
        all.extend(found.filter(|one| one.what == what && all.iter().all(|other| other.what != what)));
    }
    all
}

fn of_occurrence(ctx: &RenderContext<'_>, explainer: &Explainer<'_>, occurrence: &Occurrence) -> Vec<Explanation> {
    let mut all = vec![explainer.due(occurrence)];
    let is_its = |one: &Occurrence| one == occurrence;
    let index = ctx.data.answers.occurrences.iter().position(is_its);
    let row = ctx.data.today.items.iter().position(|item| item.occurrence.is_some() && item.occurrence == index);
    all.extend(row.and_then(|at| explainer.today_place(at)));
    let convention = occurrence.convention.as_ref().filter(|_| occurrence.record.kind == RecordKind::Convention);
    if convention.is_some() {
        let keys = ["debtor", "creditor"].map(|key| occurrence.path.key(key));
        all.extend(keys.map(|path| explainer.stated(&occurrence.record, path)));
    }
    all.extend(occurrence.startups.iter().map(|id| explainer.who(RecordKind::Startup, id)));
    all
}

/// Returns a finding, an entry of a record, or a whole record.
fn of_place(ctx: &RenderContext<'_>, explainer: &Explainer<'_>, place: &Location) -> Vec<Explanation> {
    let mut all = Vec::new();
    for diagnostic in ctx.data.diagnostics.iter().filter(|one| one.finding.place == *place) {
        let finding = &diagnostic.finding;
        let line = finding.record().map(|record| explainer.entry_line(record, path_of(place)));
        all.push(Explanation {
            what: finding.check.to_owned(),
            name: sanitize(&ctx.locale.message(finding.message, &finding.args)).into_owned(),
            value: ctx.text(&format!("severity-{}", finding.severity.name())),
            rule: ctx.text(&format!("check-{}-page", finding.check)),
            source: String::new(),
            lines: line.into_iter().collect(),
        });
    }
    let Some(record) = place.record() else { return all };
    let path = path_of(place);
    let is_there = |one: &&Occurrence| one.record == *record && one.path == path;
    if let Some(occurrence) = ctx.data.answers.occurrences.iter().find(is_there).filter(|_| !path.is_empty()) {
        all.extend(of_occurrence(ctx, explainer, occurrence));
    } else {
        let row = ctx.data.today.items.iter().position(|item| item.record == *record && item.path == path);
        all.extend(row.and_then(|at| explainer.today_place(at)));
    }
    all.push(explainer.stated(record, path));
    all
}

fn path_of(place: &Location) -> KeyPath {
    match place {
        Location::Value(_, path) => path.clone(),
        Location::Text(_) => KeyPath::top(),
    }
}

fn write(ctx: &RenderContext<'_>, one: &Explanation, builder: &mut PageBuilder) {
    builder.blank();
    let amounts = one.lines.iter().filter_map(|line| line.amount).map(|amount| ctx.locale.money(amount));
    let widest = amounts.map(|amount| width(&amount)).max().unwrap_or(0);
    let gap = " ".repeat(widest.saturating_sub(width(&one.value)));
    let name = sanitize(&one.name);
    let first = if one.value.is_empty() {
        Vec::new()
    } else {
        vec![piece(Token::Title, format!("{gap}{}  ", sanitize(&one.value)))]
    };
    builder.wrapped(None, first, Token::Header, &name);
    for words in [one.rule.clone(), text::source(ctx.locale, one)].into_iter().filter(|words| !words.is_empty()) {
        // The page of a check has paragraphs.
        words.lines().for_each(|words| builder.text(None, Token::Muted, 0, words));
    }
    let day = if one.lines.iter().any(|line| line.on.is_some()) { width(&ctx.locale.date(ctx.data.as_of)) } else { 0 };
    for line in &one.lines {
        self::line(ctx, line, (widest, day), builder);
    }
}

/// An entry, with its amount and its day in columns of these widths; 0 if no entry has one.
fn line(ctx: &RenderContext<'_>, line: &ExplanationLine, columns: (usize, usize), builder: &mut PageBuilder) {
    let (widest, blank) = columns;
    let mut pieces = Vec::new();
    if widest > 0 {
        let amount = line.amount.map_or_else(String::new, |amount| ctx.locale.money(amount));
        let token =
            if line.amount.is_some_and(crate::model::Money::is_negative) { Token::Removed } else { Token::Text };
        let gap = " ".repeat(widest.saturating_sub(width(&amount)));
        pieces.push(piece(token, format!("{gap}{amount}  ")));
    }
    if blank > 0 {
        let day = line.on.map_or_else(String::new, |day| ctx.locale.date(day));
        pieces.push(piece(Token::Muted, format!("{day:<blank$}  ")));
    }
    let mut words = sanitize(&line.text).into_owned();
    if let Some(article) = line.article.as_deref() {
        words = ctx.locale.message(
            "explain-with-article",
            &[("text", MessageArg::Text(words)), ("article", MessageArg::Text(ctx.article(Some(article))))],
        );
    }
    let target = Some(Target::value(line.record.clone(), line.path.clone()));
    if line_width(&pieces) + LEGIBLE > builder.width() && !pieces.is_empty() {
        builder.about(target, pieces);
        builder.continued(2, Token::Text, &words);
    } else {
        builder.wrapped(target, pieces, Token::Text, &words);
    }
    if let Some(amount) = line.amount {
        builder.figure(amount);
    } else if let Some(day) = line.on {
        builder.figure(day);
    }
    if let Some(place) = ctx.data.history.place(&line.record, &line.path) {
        written(ctx, place, builder);
    }
}

/// File and line, commit, author and day of an entry. File and commit are links if they fit on one line.
fn written(ctx: &RenderContext<'_>, place: &LinePlace, builder: &mut PageBuilder) {
    let words = sanitize(&text::written(ctx.locale, place)).into_owned();
    let file = sanitize(&format!("{}:{}", place.file, place.line)).into_owned();
    let rest = words.strip_prefix(&file).filter(|_| width(&words) + 2 <= builder.width());
    let Some(rest) = rest else { return builder.continued(2, Token::Muted, &words) };
    let mut line = vec![piece(Token::Text, "  "), piece(Token::Muted, file).linked(ctx.link_to_file(&place.file))];
    let commit = place.origin.as_ref().map(|origin| (short_commit(&origin.commit), ctx.link_to_commit(&origin.commit)));
    match commit.and_then(|(short, link)| Some((rest.split_once(short)?, short, link))) {
        Some(((before, after), short, link)) => line.extend([
            piece(Token::Muted, before),
            piece(Token::Muted, short).linked(link),
            piece(Token::Muted, after),
        ]),
        None => line.push(piece(Token::Muted, rest)),
    }
    builder.more(line);
}
