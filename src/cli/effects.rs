//! Performs the effects that the screen asks for: on the worker thread, and directly in tests.

mod manual_edits;
mod requests;

use std::cell::OnceCell;
use std::sync::atomic::AtomicBool;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};
use std::time::{Duration, Instant};

use crate::cli::changes;
use crate::cli::diagnostics;
use crate::cli::editor::{self, EditorTarget};
use crate::cli::errors;
use crate::cli::first_screen::{FirstData, FirstRows};
use crate::cli::folders::Folders;
use crate::cli::history;
use crate::cli::init::{self, InitOptions};
use crate::cli::links;
use crate::cli::sync;
use crate::locale::{Language, Locale};
use crate::model::{Date, Id, Location, MergeAnswer, Portfolio, RecordRef, short_commit};
use crate::parallel::AllCores;
use crate::report::facts::FactWords;
use crate::rules::check::CheckInput;
use crate::rules::{self, Answers};
use crate::store::{Folder, Progress, Prompts, SaveError, Saved, SyncStep};
use crate::ui::{Arrangements, CommitKind, Data, Effect, Outcome, SavedCommit, ViewDays};

/// Above this number of records, figures are shown before the findings are computed.
const SMALL: usize = 40;

/// The interval between two progress reports while a large folder loads.
const PROGRESS: Duration = Duration::from_millis(100);

/// A folder, and the data that the screen has of it.
pub struct EffectHandler {
    folders: Folders,
    locale: Arc<Locale>,
    today: Date,
    data: Data,
    /// Whether the answers and findings are those of the portfolio loaded last.
    answered: bool,
    /// Set to cancel a running sync or import.
    cancelled: Arc<AtomicBool>,
    /// Whether git is asked about the records; not before the first frame.
    looks_at_git: bool,
    /// The day of the answers in the first frame, until they are complete.
    answered_first: Option<Date>,
    /// `me` in the configuration.
    configured_me: Option<Id>,
    /// The address of git's author, once it is needed.
    author_email: OnceCell<Option<String>>,
    /// Whether texts are links.
    wants_links: bool,
}

impl EffectHandler {
    /// For an open folder that the screen has no data of.
    #[must_use]
    pub fn new(folder: Folder, locale: Arc<Locale>, today: Date, as_of: Date) -> Self {
        Self {
            folders: Folders { current: folder, past: None },
            locale,
            today,
            data: Data { as_of, ..Data::default() },
            answered: false,
            cancelled: Arc::default(),
            looks_at_git: true,
            answered_first: None,
            configured_me: None,
            author_email: OnceCell::new(),
            wants_links: false,
        }
    }

    /// Cancels a sync or an import as soon as `cancelled` is set.
    #[must_use]
    pub fn cancelled_by(mut self, cancelled: Arc<AtomicBool>) -> Self {
        self.cancelled = cancelled;
        self
    }

    /// Sets the person that the configuration names as the user.
    #[must_use]
    pub fn used_by(mut self, me: Option<Id>) -> Self {
        self.configured_me = me;
        self
    }

    /// Makes links of the texts that have an address.
    #[must_use]
    pub const fn linked(mut self, wants_links: bool) -> Self {
        self.wants_links = wants_links;
        self
    }

    /// Does not ask git before the first frame; call [`EffectHandler::begin`] after it.
    #[must_use]
    pub const fn without_git_at_start(mut self) -> Self {
        self.looks_at_git = false;
        self
    }

    /// Continues after the first frame: recovers an interrupted save, and asks git what was left out.
    pub fn begin(&mut self, report: &(dyn Fn(Outcome) + Sync)) {
        self.recover(report);
        self.looks_at_git = true;
        self.data.links = self.wants_links.then(|| Arc::new(links::of_folder(&self.folders.current)));
        if self.answered {
            self.refresh(report);
        }
    }

    /// Finishes or rolls back the save of a program that was killed. In a folder that cannot be written, the files are
    /// those of an unfinished save: the last commit is shown instead.
    fn recover(&mut self, report: &(dyn Fn(Outcome) + Sync)) {
        let error = match self.folders.current.recover() {
            Ok(None) => return,
            Ok(Some(recovered)) => return report(Outcome::Message(errors::recovered(&self.locale, &recovered))),
            Err(error) => error,
        };
        let is_refused = matches!(error, SaveError::Refused(..));
        // A failure would count as the end of an edit in the queue.
        if is_refused && self.folders.past.is_none() && self.folders.current.has_interrupted_save() {
            self.view_as(&ViewDays { as_of: self.data.as_of, at: Some("HEAD".to_owned()) }, report);
            report(Outcome::Message(self.locale.text("recovered-from-commit")));
        } else {
            report(Outcome::Message(errors::save(&self.locale, &error).line()));
        }
    }

    /// Sets the order and the grouping of the lists.
    #[must_use]
    pub fn arranged(mut self, arrangements: Arrangements) -> Self {
        self.data.arrangements = arrangements;
        self
    }

    /// Returns the data of the first frame. First rows have no totals until [`Effect::Reload`]; findings and what git
    /// says follow with it in any case.
    pub fn first(&mut self, first: FirstData) -> Arc<Data> {
        match first {
            FirstData::Rows(FirstRows { portfolio, startups }) => {
                let read = records(&portfolio);
                self.data.answers = Arc::new(Answers { startups, ..Answers::default() });
                self.data.portfolio = Arc::new(portfolio);
                self.data.loading = Some((read, self.folders.current.count().max(read)));
            }
            FirstData::Whole(portfolio, answers) => {
                self.data.answers = Arc::new(answers);
                self.data.portfolio = portfolio;
                self.data.me = self.me();
                self.data.is_now = self.data.as_of == self.today;
                self.answered_first = Some(self.data.as_of);
            }
        }
        self.indexed()
    }

    /// Performs an effect and reports its outcomes in order. Effects on the terminal are not handled here.
    pub fn perform(&mut self, effect: &Effect, report: &(dyn Fn(Outcome) + Sync)) {
        match effect {
            Effect::Reload => self.reload(report),
            Effect::Refresh => self.refresh(report),
            Effect::ViewAs(days) => self.view_as(days, report),
            Effect::CompareWith(day) => {
                let compared = rules::compare_in_order(&self.data.portfolio, [self.data.as_of, *day], &AllCores);
                report(Outcome::Compared(Arc::new(compared)));
            }
            Effect::MakeSearchable(index) => {
                self.data.make_searchable(*index, &self.locale);
                report(Outcome::Searchable);
            }
            Effect::Arrange(screen, arrangement) => {
                self.data.arrangements.set(*screen, arrangement.clone());
                let data = self.indexed();
                report(Outcome::Data(data));
            }
            Effect::ReadText(record) => report(Outcome::Text(record.clone(), self.text(record))),
            Effect::Save(edit, hand_edits) => {
                let saved = self.folders.shown().save(edit, *hand_edits);
                self.settle(saved, CommitKind::Committed, report);
            }
            Effect::CloseReview { edit, review, outcomes } => self.close_review(edit, review, outcomes, report),
            Effect::Sync(answers) => self.sync(answers, report),
            Effect::PlanImport(path) => report(self.plan_import(path, report)),
            Effect::MakePaper(request) => report(self.papers().preview(request)),
            Effect::WritePaper(order) => report(self.papers().order(order)),
            Effect::SetUp { name, home, language } => self.set_up((name, home, *language), report),
            Effect::Undo(commit) => {
                let saved = self.folders.shown().undo(commit.as_deref());
                self.settle(saved, CommitKind::Undone, report);
            }
            Effect::Redo => {
                let saved = self.folders.shown().redo();
                self.settle(saved, CommitKind::Redone, report);
            }
            Effect::CommitHandEdit(record) => {
                let saved = self.folders.shown().commit_manual_edits(record);
                self.settle(saved, CommitKind::Committed, report);
            }
            Effect::ReadHandEdit(record) => report(self.hand_edit(record)),
            Effect::Restore(record, shown) => {
                report(self.restore(record, shown));
                self.reload(report);
            }
            Effect::SetLanguage(language) => {
                self.locale = Arc::new(Locale::new(*language));
                let data = self.indexed();
                report(Outcome::Data(data));
            }
            Effect::OpenEditor(_)
            | Effect::Cancel
            | Effect::Copy(_)
            | Effect::SaveDrafts(_)
            | Effect::SetMouse(_)
            | Effect::Suspend
            | Effect::Quit => {}
            _ => self.read_history(effect, report),
        }
    }

    /// Performs the effects that read git's history.
    fn read_history(&mut self, effect: &Effect, report: &(dyn Fn(Outcome) + Sync)) {
        match effect {
            Effect::ReadHistory { of, after } => {
                let words = FactWords { portfolio: &self.data.portfolio, locale: &self.locale };
                history::read_on(
                    self.folders.shown(),
                    &words,
                    Arc::make_mut(&mut self.data.history),
                    of,
                    after.as_deref(),
                );
                let data = self.indexed();
                report(Outcome::Data(data));
            }
            Effect::OpenAddress(text) => report(links::open_text(&self.folders.current, &self.locale, text)),
            Effect::ReadPlaces(entries) => {
                let places = diagnostics::places(self.folders.shown(), entries);
                let places = entries.iter().cloned().zip(places);
                Arc::make_mut(&mut self.data.history).keep_places(places);
                report(Outcome::Data(Arc::new(self.data.clone())));
            }
            Effect::ReadMarks(since) => {
                let days = (self.data.as_of, self.today);
                let (folder, portfolio) = (self.folders.shown(), &self.data.portfolio);
                let marks = changes::marks(folder, portfolio, since, &self.locale, days, report);
                Arc::make_mut(&mut self.data.history).keep_marks(Some(marks));
                report(Outcome::Data(Arc::new(self.data.clone())));
            }
            Effect::ReadChanges(commit) => {
                history::read_changes(
                    self.folders.shown(),
                    &self.locale,
                    Arc::make_mut(&mut self.data.history),
                    commit,
                );
                report(Outcome::Data(Arc::new(self.data.clone())));
            }
            _ => {}
        }
    }

    /// Performs effects and returns their outcomes.
    pub fn outcomes(&mut self, effects: &[Effect]) -> Vec<Outcome> {
        let outcomes = Mutex::new(Vec::new());
        for effect in effects {
            self.perform(effect, &|outcome| outcomes.lock().unwrap_or_else(PoisonError::into_inner).push(outcome));
        }
        outcomes.into_inner().unwrap_or_else(PoisonError::into_inner)
    }

    /// Returns where an editor opens a location.
    #[must_use]
    pub fn target(&self, place: &Location) -> EditorTarget {
        diagnostics::target(self.folders.shown(), place)
    }

    /// Returns the editor of the user.
    #[must_use]
    pub fn editor(&self) -> String {
        editor::chosen(|name| std::env::var(name).ok(), self.folders.shown().editor())
    }

    /// Shows the records of a commit, or those of the folder again, as of a day.
    fn view_as(&mut self, days: &ViewDays, report: &(dyn Fn(Outcome) + Sync)) {
        let was_past = self.folders.past.is_some();
        match days.at.as_deref().map(|typed| self.folders.open(&self.locale, self.today, typed)).transpose() {
            Ok(past) => {
                self.data.past = past.as_ref().and_then(Folder::past).cloned().map(Arc::new);
                (self.folders.past, self.data.as_of) = (past, days.as_of);
            }
            Err(failure) => {
                report(failure.outcome());
                return report(Outcome::Data(self.indexed()));
            }
        }
        Arc::make_mut(&mut self.data.history).keep_marks(None);
        if was_past || self.folders.past.is_some() {
            self.answered = false;
            self.look(report);
        } else {
            self.answer(report);
        }
    }

    fn sync(&mut self, answers: &[MergeAnswer], report: &(dyn Fn(Outcome) + Sync)) {
        let step = |step: SyncStep| report(Outcome::SyncProgress(sync::step(step)));
        let synced = self.folders.shown().sync(answers, Prompts::Never, &step, &self.cancelled);
        report(sync::outcome(&self.locale, synced));
        self.reload(report);
    }

    fn set_up(&mut self, (name, home, language): (&str, &str, Language), report: &(dyn Fn(Outcome) + Sync)) {
        let asked = InitOptions { name: Some(name.to_owned()), home: Some(home.to_owned()), language: Some(language) };
        let root = self.folders.shown().root().to_owned();
        match init::set_up(&self.locale, &root, &asked) {
            Ok(_) => report(Outcome::PortfolioCreated),
            Err(failure) => report(failure.outcome()),
        }
        self.reload(report);
    }

    /// Reports how an edit went, and then the data: a refusal is often caused by a change on disk.
    fn settle(&mut self, saved: Result<Saved, SaveError>, kind: CommitKind, report: &(dyn Fn(Outcome) + Sync)) {
        match saved {
            Ok(saved) => report(Outcome::Saved(done(&saved, kind))),
            Err(error) => report(errors::save_outcome(&self.locale, &error)),
        }
        self.reload(report);
    }

    fn text(&self, record: &RecordRef) -> Result<String, String> {
        self.folders.shown().text(record).map_err(|error| errors::system(&self.locale, &error).line())
    }

    fn reload(&mut self, report: &(dyn Fn(Outcome) + Sync)) {
        if !self.look(report) {
            let data = self.indexed();
            report(Outcome::Data(data));
        }
    }

    /// Like reloading, but reports nothing if nothing has changed.
    fn refresh(&mut self, report: &(dyn Fn(Outcome) + Sync)) {
        let seen =
            |data: &Data| (data.history.head.clone(), Arc::clone(&data.dirty), data.ahead_behind, data.operation);
        let before = seen(&self.data);
        if !self.look(report) && before != seen(&self.data) {
            let data = self.indexed();
            report(Outcome::Data(data));
        }
    }

    /// Reads what has changed in the folder and reports the new answers. Returns whether anything has changed.
    fn look(&mut self, report: &(dyn Fn(Outcome) + Sync)) -> bool {
        let last = Mutex::new(Instant::now());
        let before = OnceLock::new();
        let folder = self.folders.past.as_mut().unwrap_or(&mut self.folders.current);
        let portfolio = folder.load(&|Progress { read, total }| {
            let Ok(mut last) = last.try_lock() else { return };
            if last.elapsed() >= PROGRESS {
                *last = Instant::now();
                let before = before.get_or_init(|| self.data.clone().indexed(&self.locale));
                report(Outcome::Data(Arc::new(Data { loading: Some((read, total)), ..before.clone() })));
            }
        });
        let words = FactWords { portfolio: &portfolio, locale: &self.locale };
        history::read_again(self.folders.shown(), &words, Arc::make_mut(&mut self.data.history));
        // If nothing has changed, it is the same `Arc` as before.
        if self.answered && Arc::ptr_eq(&portfolio, &self.data.portfolio) {
            self.look_at_git();
            return false;
        }
        if !Arc::ptr_eq(&portfolio, &self.data.portfolio) {
            self.answered_first = None;
        }
        let history = Arc::make_mut(&mut self.data.history);
        history.forget_places();
        history.keep_marks(None);
        self.data.portfolio = portfolio;
        self.data.loading = None;
        self.answer(report);
        self.answered = true;
        true
    }

    /// Asks git for uncommitted records and the distance from the upstream branch.
    fn look_at_git(&mut self) {
        if self.looks_at_git {
            self.data.dirty = Arc::new(self.folders.shown().dirty());
            self.data.ahead_behind = self.folders.shown().ahead_behind();
            self.data.operation = self.folders.shown().operation();
        }
    }

    fn answer(&mut self, report: &(dyn Fn(Outcome) + Sync)) {
        let Data { portfolio, as_of, .. } = &self.data;
        if self.answered_first.take() != Some(*as_of) {
            self.data.answers = Arc::new(rules::answers_with(portfolio, *as_of, &AllCores));
        }
        self.data.me = self.me();
        (self.data.is_now, self.data.next_work) = (self.data.as_of == self.today, None);
        // In a large folder the figures don't wait for the findings.
        if records(&self.data.portfolio) > SMALL {
            let data = self.indexed();
            report(Outcome::Data(data));
        }
        self.look_at_git();
        let context = CheckInput { portfolio: &self.data.portfolio, as_of: self.data.as_of, today: self.today };
        self.data.diagnostics = Arc::new(diagnostics::check(self.folders.shown(), &context));
        let data = self.indexed();
        let Data { portfolio, answers, as_of, .. } = &*data;
        if !data.today.has_work() {
            self.data.next_work = rules::next_work(portfolio, answers, *as_of, None, &AllCores);
        }
        let data = if self.data.next_work.is_some() { self.indexed() } else { data };
        report(Outcome::Data(data));
    }

    /// Returns the user's person. Asks git only if the portfolio has people with addresses.
    fn me(&self) -> Option<Id> {
        let people = &self.data.portfolio.incubator.people;
        let has_emails = people.iter().any(|person| !person.emails.is_empty());
        let email = || self.author_email.get_or_init(|| self.folders.shown().author_email()).as_deref();
        let email = if has_emails { email() } else { None };
        rules::me(&self.data.portfolio, self.configured_me.as_ref(), email).id().cloned()
    }

    /// Returns the data with its index, which is built here so that no key waits for it.
    fn indexed(&mut self) -> Arc<Data> {
        self.data = std::mem::take(&mut self.data).indexed(&self.locale);
        Arc::new(self.data.clone())
    }
}

fn records(portfolio: &Portfolio) -> usize {
    portfolio.startups.len() + portfolio.conventions.len() + portfolio.parties.len()
}

fn done(saved: &Saved, kind: CommitKind) -> SavedCommit {
    SavedCommit { commit: short_commit(&saved.commit).to_owned(), subject: saved.subject.clone(), kind }
}
