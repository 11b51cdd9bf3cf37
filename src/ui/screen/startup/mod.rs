//! Everything about one startup, in sections on one page that scrolls; a framework, which is of no startup,
//! has a page of the same kind without what only a startup has.

mod agreement;
mod committees;
mod funding;
mod obligations;
mod summary;

use crate::model::Id;
use crate::ui::target::Target;
use crate::ui::view::View;
use crate::ui::widget::page::{Page, PageLine};
use crate::ui::widget::sheet::Sheet;

/// What a page is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Subject {
    /// A startup.
    Startup(Id),
    /// A framework.
    Framework(Id),
}

/// The sections of a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Section {
    /// What it is and how it stands.
    Summary,
    /// What was promised and what came in.
    Funding,
    /// Who owes what.
    Obligations,
    /// Held, planned, due.
    Committees,
    /// What was signed.
    Convention,
}

impl Section {
    /// The end of its locale key, `section-<name>`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Summary => "summary",
            Self::Funding => "funding",
            Self::Obligations => "obligations",
            Self::Committees => "committees",
            Self::Convention => "convention",
        }
    }
}

/// A page that was opened.
#[derive(Clone, Debug)]
pub struct Opened {
    /// About what.
    pub subject: Subject,
    /// Its lines.
    pub page: Page,
    /// How wide they were made.
    pub width: usize,
}

/// Text wider than this tires the eye.
const WIDEST: usize = 112;

impl Opened {
    /// Opens the page of a subject.
    #[must_use]
    pub fn new(view: &View<'_>, subject: Subject, width: usize) -> Self {
        let page = Page::new(lines(view, &subject, width));
        Self { subject, page, width }
    }

    /// Writes the page anew: other data, another width.
    pub fn renew(&mut self, view: &View<'_>, width: usize) {
        self.page.replace(lines(view, &self.subject, width));
        self.width = width;
    }

    /// Its sections, in their order.
    #[must_use]
    pub const fn sections(&self) -> &'static [Section] {
        match self.subject {
            Subject::Startup(_) => {
                &[Section::Summary, Section::Funding, Section::Obligations, Section::Committees, Section::Convention]
            }
            Subject::Framework(_) => &[Section::Summary, Section::Funding, Section::Obligations, Section::Convention],
        }
    }

    /// Its name, for the head of the page.
    #[must_use]
    pub fn title(&self, view: &View<'_>) -> String {
        match &self.subject {
            Subject::Startup(id) => view.startup_name(id),
            Subject::Framework(id) => view.convention_title(id),
        }
    }

    /// What keys act on: what the cursor is on, else the subject itself.
    #[must_use]
    pub fn target(&self) -> Target {
        self.page.target().cloned().unwrap_or_else(|| self.subject.target())
    }
}

impl Subject {
    /// The subject itself.
    #[must_use]
    pub fn target(&self) -> Target {
        match self {
            Self::Startup(id) => Target::Startup(id.clone()),
            Self::Framework(id) => Target::Convention(id.clone()),
        }
    }

    /// Whether there is such a record.
    #[must_use]
    pub fn exists(&self, view: &View<'_>) -> bool {
        match self {
            Self::Startup(id) => view.startup(id).is_some(),
            Self::Framework(id) => view.convention(id).is_some(),
        }
    }

    /// The conventions that it is about.
    fn conventions(&self, view: &View<'_>) -> Vec<Id> {
        match self {
            Self::Startup(id) => view.data.portfolio.conventions_of(id).map(|found| found.id.clone()).collect(),
            Self::Framework(id) => vec![id.clone()],
        }
    }
}

fn lines(view: &View<'_>, subject: &Subject, width: usize) -> Vec<PageLine> {
    let mut sheet = Sheet::new(width.min(WIDEST), if width < 60 { 12 } else { 18 });
    let section = |section: Section, sheet: &mut Sheet| {
        sheet.section(&view.text(&format!("section-{}", section.name())));
        match section {
            Section::Summary => summary::write(view, subject, sheet),
            Section::Funding => funding::write(view, subject, sheet),
            Section::Obligations => obligations::write(view, subject, sheet),
            Section::Committees => committees::write(view, subject, sheet),
            Section::Convention => agreement::write(view, subject, sheet),
        }
    };
    let opened = Opened { subject: subject.clone(), page: Page::default(), width };
    for part in opened.sections() {
        section(*part, &mut sheet);
    }
    sheet.into_lines()
}
