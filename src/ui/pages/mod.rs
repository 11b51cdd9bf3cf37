//! The pages of startups, conventions, parties and people: sections on one scrolling page.

mod accounts;
pub mod committees;
mod convention;
mod funding;
mod history;
mod indicators;
mod journal;
mod obligations;
mod party;
mod person;
pub mod sheet;
mod since;
mod summary;
mod tasks;

pub use funding::cash;
pub use person::person_at;

use crate::model::{ConventionKind, Id, Portfolio, RecordKind, RecordRef};
use crate::report::sanitize;
use crate::rules::OccurrenceSource;
use crate::ui::Token;
use crate::ui::render_context::RenderContext;
use crate::ui::target::Target;
use crate::ui::widget::page::{Page, PageLine};
use crate::ui::widget::page_builder::PageBuilder;

/// The subject of a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PageSubject {
    Startup(Id),
    /// A convention, framework or amendment.
    Convention(Id),
    Party(Id),
    /// A person of the portfolio.
    Person(Id),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Section {
    Summary,
    Funding,
    Obligations,
    Committees,
    Convention,
    Journal,
    History,
}

impl Section {
    /// Returns the name in message keys: `section-<name>`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Summary => "summary",
            Self::Funding => "funding",
            Self::Obligations => "obligations",
            Self::Committees => "committees",
            Self::Convention => "convention",
            Self::Journal => "journal",
            Self::History => "history",
        }
    }
}

/// An open page.
#[derive(Clone, Debug)]
pub struct OpenPage {
    pub subject: PageSubject,
    pub page: Page,
    /// The width that the page was built for.
    pub width: usize,
}

/// The keys of other systems.
fn more(ctx: &RenderContext<'_>, target: Option<Target>, extra: &[(String, String)], builder: &mut PageBuilder) {
    if !extra.is_empty() {
        builder.heading(&ctx.text("report-section-extra"));
    }
    for (key, value) in extra {
        builder.value(target.clone(), &sanitize(key), Token::Text, &sanitize(value));
    }
}

/// The maximum width of text.
const WIDEST: usize = 112;

impl OpenPage {
    #[must_use]
    pub fn new(ctx: &RenderContext<'_>, subject: PageSubject, width: usize) -> Self {
        let page = Page::new(lines(ctx, &subject, width));
        Self { subject, page, width }
    }

    /// Rebuilds the page for new data or another width.
    pub fn renew(&mut self, ctx: &RenderContext<'_>, width: usize) {
        self.page.replace(lines(ctx, &self.subject, width));
        self.width = width;
    }

    /// Returns the sections in order.
    #[must_use]
    pub const fn sections(&self) -> &'static [Section] {
        match self.subject {
            PageSubject::Startup(_) => &[
                Section::Summary,
                Section::Funding,
                Section::Obligations,
                Section::Committees,
                Section::Convention,
                Section::Journal,
                Section::History,
            ],
            PageSubject::Convention(_) => {
                &[Section::Summary, Section::Funding, Section::Obligations, Section::Convention, Section::History]
            }
            PageSubject::Party(_) => &[Section::Summary, Section::Funding, Section::Obligations, Section::History],
            PageSubject::Person(_) => &[Section::Summary, Section::Obligations],
        }
    }

    #[must_use]
    pub fn title(&self, ctx: &RenderContext<'_>) -> String {
        match &self.subject {
            PageSubject::Startup(id) => ctx.startup_name(id),
            PageSubject::Convention(id) => ctx.convention_title(id),
            PageSubject::Party(id) => ctx.party_name(id),
            PageSubject::Person(id) => ctx.person_name(id.as_str()),
        }
    }

    /// Returns whether the last section is in view.
    #[must_use]
    pub fn is_at_its_end(&self) -> bool {
        self.page.section() + 1 == self.sections().len()
    }

    /// Returns what commands apply to: the target at the cursor, else the subject.
    #[must_use]
    pub fn target(&self) -> Target {
        self.page.target().cloned().unwrap_or_else(|| self.subject.target())
    }
}

impl PageSubject {
    /// Returns the page that shows a target.
    #[must_use]
    pub fn of(ctx: &RenderContext<'_>, target: &Target) -> Option<Self> {
        // An amendment is shown on the page of its convention.
        let agreement = |id: &Id| match ctx.convention(id).map(|found| &found.kind) {
            Some(ConventionKind::Amendment { amends }) if ctx.convention(amends).is_some() => {
                Self::Convention(amends.clone())
            }
            _ => Self::Convention(id.clone()),
        };
        let convention = |id: &Id| match ctx.convention(id).map(|found| found.startups.as_slice()) {
            Some([startup]) => Self::Startup(startup.clone()),
            _ => Self::Convention(id.clone()),
        };
        let subject = match target {
            Target::Startup(id) => Self::Startup(id.clone()),
            Target::Convention(id) => agreement(id),
            Target::Party(id) => Self::Party(id.clone()),
            Target::Contribution { convention: id, .. } => convention(id),
            Target::Occurrence(occurrence) => match (&occurrence.source, occurrence.startups.first()) {
                (OccurrenceSource::Committee(Some(startup)), _) | (_, Some(startup)) => Self::Startup(startup.clone()),
                _ => Self::Convention(occurrence.convention.clone()?),
            },
            Target::Fact(_) | Target::Commit { .. } => {
                let place = target.place();
                let record = place.record()?;
                match record.kind {
                    RecordKind::Startup => Self::Startup(record.id.clone()),
                    RecordKind::Convention => agreement(&record.id),
                    RecordKind::Party => Self::Party(record.id.clone()),
                    RecordKind::Portfolio => Self::Person(person_at(ctx, target)?),
                    RecordKind::Review => return None,
                }
            }
        };
        subject.exists(ctx).then_some(subject)
    }

    #[must_use]
    pub fn target(&self) -> Target {
        match self {
            Self::Startup(id) => Target::Startup(id.clone()),
            Self::Convention(id) => Target::Convention(id.clone()),
            Self::Party(id) => Target::Party(id.clone()),
            Self::Person(_) => Target::record(RecordRef::of_portfolio()),
        }
    }

    /// Returns whether the record exists.
    #[must_use]
    pub fn exists(&self, ctx: &RenderContext<'_>) -> bool {
        match self {
            Self::Startup(id) => ctx.startup(id).is_some(),
            Self::Convention(id) => ctx.convention(id).is_some(),
            Self::Party(id) => ctx.data.portfolio.parties.contains_key(id),
            Self::Person(id) => ctx.data.portfolio.person(id.as_str()).is_some(),
        }
    }

    /// Returns the conventions shown on the page.
    fn conventions(&self, ctx: &RenderContext<'_>) -> Vec<Id> {
        match self {
            Self::Startup(id) => ctx.data.portfolio.conventions_of(id).map(|found| found.id.clone()).collect(),
            Self::Convention(id) => vec![id.clone()],
            Self::Party(id) => {
                let all = ctx.data.portfolio.conventions.values();
                let signed = all.filter(|one| !one.is_amendment() && one.parties.contains(id));
                signed.map(|one| one.id.clone()).collect()
            }
            Self::Person(_) => Vec::new(),
        }
    }
}

impl PageSubject {
    /// Returns the records whose history is shown, for a startup including its conventions and their amendments.
    #[must_use]
    pub fn records(&self, portfolio: &Portfolio) -> Vec<RecordRef> {
        let own = match self {
            Self::Startup(id) => Some(RecordRef::new(RecordKind::Startup, id.clone())),
            Self::Party(id) => Some(RecordRef::new(RecordKind::Party, id.clone())),
            Self::Convention(_) | Self::Person(_) => None,
        };
        let conventions: Vec<Id> = match self {
            Self::Startup(id) => portfolio.conventions_of(id).map(|found| found.id.clone()).collect(),
            Self::Convention(id) => vec![id.clone()],
            Self::Party(_) | Self::Person(_) => Vec::new(),
        };
        let with_amendments = conventions.into_iter().flat_map(|id| {
            let amendments: Vec<Id> = portfolio.amendments_of(&id).map(|found| found.id.clone()).collect();
            std::iter::once(id).chain(amendments)
        });
        let conventions = with_amendments.map(|id| RecordRef::new(RecordKind::Convention, id));
        let mut records: Vec<RecordRef> = own.into_iter().chain(conventions).collect();
        records.sort();
        records.dedup();
        records
    }
}

fn lines(ctx: &RenderContext<'_>, subject: &PageSubject, width: usize) -> Vec<PageLine> {
    let mut builder = PageBuilder::new(width.min(WIDEST), if width < 60 { 12 } else { 18 });
    let section = |section: Section, builder: &mut PageBuilder| {
        builder.section(&ctx.text(&format!("section-{}", section.name())));
        match section {
            Section::Summary => summary::write(ctx, subject, builder),
            Section::Funding if matches!(subject, PageSubject::Party(_)) => party::funding(ctx, subject, builder),
            Section::Funding => funding::write(ctx, subject, builder),
            Section::Obligations if matches!(subject, PageSubject::Party(_)) => {
                party::obligations(ctx, subject, builder)
            }
            Section::Obligations if matches!(subject, PageSubject::Person(_)) => person::due(ctx, subject, builder),
            Section::Obligations => obligations::write(ctx, subject, builder),
            Section::Committees => committees::write(ctx, subject, builder),
            Section::Convention => convention::write(ctx, subject, builder),
            Section::Journal => journal::write(ctx, subject, builder),
            Section::History => history::write(ctx, subject, builder),
        }
    };
    let opened = OpenPage { subject: subject.clone(), page: Page::default(), width };
    for part in opened.sections() {
        section(*part, &mut builder);
    }
    builder.into_lines()
}
