//! Makes papers from a folder: for `report`, and for the screen.

mod closing;
mod screen;
mod write;

use std::sync::Arc;

pub use write::{PaperFile, commit, files, save};

use super::diagnostics;
use super::errors::{self, Failure};
use super::templates;
use crate::locale::{Language, Locale};
use crate::model::{Date, Id, MessageArg, Portfolio, short_commit};
use crate::papers::{self, Audience, Document, PaperFormat, PaperInput, PaperRequest, Templates};
use crate::parallel::AllCores;
use crate::rules;
use crate::store::Folder;

/// What papers are made from.
pub struct PaperMaker<'a> {
    /// The language of errors.
    pub locale: &'a Locale,
    pub folder: &'a Folder,
    pub portfolio: &'a Arc<Portfolio>,
    pub as_of: Date,
    /// Whether the user chose the day; otherwise minutes are as of the day of their meeting.
    pub is_chosen_day: bool,
    /// The language that the user chose for papers.
    pub language: Option<Language>,
    pub audience: Audience,
}

/// The records that a paper is made from: of minutes, those at the closing of their review.
pub struct PaperSource<'a> {
    maker: &'a PaperMaker<'a>,
    request: PaperRequest,
    /// The folder and the records at the closing.
    closing: Option<(Folder, Arc<Portfolio>)>,
    as_of: Date,
    commit: Option<String>,
    /// The language of the paper.
    pub locale: Locale,
    templates: Templates,
}

/// Returns the language of papers: the one that was chosen, else the portfolio's, else French.
#[must_use]
pub fn language(chosen: Option<Language>, portfolio: &Portfolio) -> Language {
    let own = portfolio.incubator.language.as_deref();
    chosen.unwrap_or_else(|| own.map_or(Language::French, Language::from_tag))
}

impl PaperMaker<'_> {
    /// Finds the records for a paper.
    ///
    /// # Errors
    /// If the records at the closing of its review cannot be read.
    pub fn source(&self, request: PaperRequest) -> Result<PaperSource<'_>, Failure> {
        let minutes_of = match &request {
            PaperRequest::ReviewMinutes { review } => Some(review.clone()),
            PaperRequest::StartupMinutes { startup, on } => self.review_of(startup, *on),
            _ => None,
        };
        let closing = match &minutes_of {
            Some(review) => closing::at_closing(self.locale, self.folder, self.portfolio, review)?,
            None => None,
        };
        let (folder, portfolio) = match &closing {
            Some((folder, portfolio)) => (folder, portfolio),
            None => (self.folder, self.portfolio),
        };
        let held = minutes_of.and_then(|review| portfolio.reviews.get(&review)).map(|review| review.on);
        Ok(PaperSource {
            as_of: held.filter(|_| !self.is_chosen_day).unwrap_or(self.as_of),
            commit: folder.head().ok().flatten().map(|commit| short_commit(&commit).to_owned()),
            locale: Locale::new(language(self.language, portfolio)),
            templates: templates::templates(self.folder.root()),
            maker: self,
            request,
            closing,
        })
    }

    /// Returns the review of a startup's committee: of that day, else of the last one.
    fn review_of(&self, startup: &Id, on: Option<Date>) -> Option<Id> {
        let held = self.portfolio.startups.get(startup)?.committees.iter().filter(|one| one.is_held_by(self.as_of));
        let meant = held.filter(|one| on.is_none_or(|on| one.on == on)).max_by_key(|one| one.on)?;
        Id::new(meant.review.as_deref()?).ok().filter(|id| self.portfolio.reviews.contains_key(id))
    }
}

impl PaperSource<'_> {
    /// Returns the records of the paper.
    #[must_use]
    pub fn portfolio(&self) -> &Arc<Portfolio> {
        self.closing.as_ref().map_or(self.maker.portfolio, |(_, portfolio)| portfolio)
    }

    /// Runs a function with what papers are built from, in a language.
    pub fn with<T>(&self, locale: &Locale, run: impl FnOnce(&PaperInput<'_>) -> T) -> T {
        let folder = self.closing.as_ref().map_or(self.maker.folder, |(folder, _)| folder);
        let place_of = diagnostics::place_of(folder);
        run(&PaperInput {
            portfolio: self.portfolio(),
            locale,
            as_of: self.as_of,
            commit: self.commit.clone(),
            audience: self.maker.audience,
            place_of: &place_of,
        })
    }

    /// Builds the papers in their language.
    ///
    /// # Errors
    /// If there is no such paper.
    pub fn build(&self) -> Result<Vec<Document>, Failure> {
        self.build_in(&self.locale)
    }

    fn build_in(&self, locale: &Locale) -> Result<Vec<Document>, Failure> {
        let built = self.with(locale, |input| {
            let answers = || rules::answers_with(input.portfolio, input.as_of, &AllCores);
            papers::requested(input, &self.request, answers, self.maker.portfolio)
        });
        built.map_err(|error| errors::paper(self.maker.locale, &error))
    }

    /// Fails if a paper misses something, and says what in the language of the user.
    ///
    /// # Errors
    /// If a paper is a draft.
    pub fn check_final(&self, documents: &[Document]) -> Result<(), Failure> {
        if !documents.iter().any(Document::is_draft) {
            return Ok(());
        }
        let documents = self.build_in(self.maker.locale)?;
        let mut missing: Vec<String> = documents.into_iter().flat_map(|document| document.missing).collect();
        missing.dedup();
        let missing = ("missing", MessageArg::List(missing));
        Err(errors::refused(self.maker.locale, "error-paper-draft", vec![missing]))
    }

    /// Renders papers.
    ///
    /// # Errors
    /// If a template is wrong.
    pub fn render(&self, documents: &[Document], format: PaperFormat) -> Result<Vec<String>, Failure> {
        let render = |document| papers::render_paper(document, format, &self.templates, &self.locale);
        let rendered: Result<Vec<String>, _> = documents.iter().map(render).collect();
        rendered.map_err(|error| errors::render(self.maker.locale, &error))
    }
}
