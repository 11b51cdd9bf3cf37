//! The terminal interface: state, keymap, layers, screens, widgets and themes. It never sees `store`.
//!
//! `cli` passes each [`Input`] to [`State::update`], performs the [`Effect`]s that it returns on a worker thread, and
//! passes their [`Outcome`]s back. Drawing only reads the state.
//!
//! `keymap` turns a key into a [`Command`]. `state` sends the command down the stack of `layer`s: the list of a screen
//! (`list_screens`), and above it pages (`pages`), boxes, and forms (`form`). What no layer handles, `state` does. All
//! of them are drawn with the parts in `widget`, in the styles of `theme`.

mod arrangement;
mod command;
mod data;
mod draw;
mod env;
mod field;
mod finder_index;
pub mod form;
mod history_cache;
mod index;
mod key_figure;
pub mod keymap;
mod layer;
mod layout;
mod links;
mod list_screens;
mod pages;
pub mod picture;
mod render_context;
mod saved_view;
mod screen;
mod session;
mod state;
mod state_style;
mod summary;
mod symbols;
mod tabs;
mod target;
mod theme;
mod tour;
mod typing;
mod uncommitted;
mod widget;

use std::sync::Arc;

pub use arrangement::{Arrangement, Arrangements};
pub use command::Command;
pub use data::{Data, Index, SearchIndex};
pub use draw::{draw, draw_with_links};
pub use form::Drafts;
pub use history_cache::{ChangeMarks, HistoryCache, RecordHistory, SinceChoice};
pub use keymap::Keymap;
pub use layer::AUTO;
pub use links::{DrawnLink, LinkSource};
pub use saved_view::{UnknownWord, ViewSettings, filtered_list, unknown_word};
pub use screen::Screen;
pub use session::{ListSession, ReviewSession, Session};
pub use state::State;
pub use symbols::Symbols;
pub use theme::{Background, Depth, Theme, ThemeError, ThemeErrorKind, ThemeFile, Themes, Token};

use crate::edit::{DiffLine, Edit, HandEditPolicy, StaleValue};
use crate::locale::Language;
use crate::model::{Date, DateTime, Id, KeyPath, Location, MergeAnswer, MergeQuestion, RecordRef, ReviewOutcome};
use crate::report::json::ImportJson;
use crate::report::{Diagnostic, PaperFormat, PaperRequest};
use crate::rules::{DayComparison, Occurrence};

/// What the screen starts with.
#[derive(Clone, Debug)]
pub struct Setup {
    pub language: Language,
    pub theme: Theme,
    /// The name under which the theme was chosen, or [`AUTO`].
    pub theme_name: String,
    pub themes: Themes,
    /// The background of the terminal, if it is known.
    pub background: Option<Background>,
    /// The real day.
    pub today: Date,
    pub as_of: Date,
    /// The revision of which the records are, as the user typed it; `None` for those of the folder.
    pub at: Option<String>,
    /// From when on changes are marked, as the user typed it.
    pub since: Option<String>,
    /// The folder, as the user named it.
    pub folder: String,
    /// A suggested name for the portfolio, if the folder is empty.
    pub suggested_name: Option<String>,
    /// Columns and rows.
    pub size: (u16, u16),
    /// Whether the program takes the mouse; if not, the terminal's own selection works.
    pub mouse: bool,
    /// What the last run left.
    pub session: Session,
    /// What was typed into forms and not committed.
    pub drafts: Drafts,
    pub keymap: Keymap,
    pub config: ConfigStatus,
    /// The signs that the terminal can show.
    pub symbols: Symbols,
    /// Whether to begin the tour of the demo.
    pub tour: bool,
}

impl Setup {
    /// With the built-in keys and nothing restored; the as-of date is today.
    #[must_use]
    pub fn new(language: Language, theme: Theme, today: Date, size: (u16, u16)) -> Self {
        Self::with_keys(Keymap::built_in(), language, theme, today, size)
    }

    /// With the keys of the user; the as-of date is today.
    #[must_use]
    pub fn with_keys(keymap: Keymap, language: Language, theme: Theme, today: Date, size: (u16, u16)) -> Self {
        Self {
            language,
            theme_name: theme.name.clone(),
            theme,
            themes: Themes::new(Depth::True, Vec::new()),
            background: None,
            today,
            as_of: today,
            at: None,
            since: None,
            folder: "portfolio".to_owned(),
            suggested_name: None,
            size,
            mouse: true,
            session: Session::default(),
            drafts: Drafts::default(),
            keymap,
            config: ConfigStatus::default(),
            symbols: Symbols::default(),
            tour: false,
        }
    }
}

/// The configuration file and its problems.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ConfigStatus {
    /// The path of the file, whether or not it exists; empty if there is no place for one.
    pub file: String,
    /// The problems, which the first screen mentions. Valid settings apply nevertheless.
    pub problems: Vec<Diagnostic>,
}

/// Something that happened outside.
#[derive(Debug)]
pub enum Input {
    /// A key, a paste, a new size, or the focus.
    Terminal(crossterm::event::Event),
    /// A click of the first button; `twice` for the second one of a double click.
    Click { column: u16, row: u16, twice: bool },
    /// The terminal has reported its background.
    Background(Background),
    /// The time of day, which only [`State::wants_clock`] asks for.
    Clock(DateTime),
    /// An effect has brought something.
    Outcome(Outcome),
}

/// What the screen asks for. It never waits for an effect.
#[derive(Clone, Debug, PartialEq)]
pub enum Effect {
    /// Read what has changed in the folder; answered by [`Outcome::Data`].
    Reload,
    /// The same if nobody asked for it; answered by [`Outcome::Data`] only if something has changed.
    Refresh,
    /// Build what a filter or the finder searches; answered by [`Outcome::Searchable`].
    MakeSearchable(SearchIndex),
    /// Sort and group the rows of a screen differently; answered by [`Outcome::Data`].
    Arrange(Screen, Arrangement),
    /// Show the records and the answers of other days; answered by [`Outcome::Data`], or before it by
    /// [`Outcome::Failed`] if there are no such records.
    ViewAs(ViewDays),
    /// Compare the figures as of a day with those of the day that is shown; answered by [`Outcome::Compared`].
    CompareWith(Date),
    /// Read the text of a record from disk, for a form; answered by [`Outcome::Text`].
    ReadText(RecordRef),
    /// Commit an edit; the policy is for uncommitted manual edits of its records. Answered by [`Outcome::Saved`] or
    /// [`Outcome::Failed`], then [`Outcome::Data`].
    Save(Box<Edit>, HandEditPolicy),
    /// Fetch, and commit an edit that closes a review unless it is closed at the remote; answered like
    /// [`Effect::Save`].
    CloseReview {
        edit: Box<Edit>,
        review: Id,
        outcomes: Vec<(Id, ReviewOutcome)>,
    },
    /// Undo the last edit, or that of a commit; answered like [`Effect::Save`].
    Undo(Option<String>),
    /// Redo the edit that was undone last; answered like [`Effect::Save`].
    Redo,
    /// Commit the manual edits of a record; answered like [`Effect::Save`].
    CommitHandEdit(RecordRef),
    /// Restore a record from the last commit, if exactly these lines are lost; answered by [`Outcome::Restored`] or
    /// [`Outcome::Failed`], then [`Outcome::Data`].
    Restore(RecordRef, Vec<DiffLine>),
    /// Use another language, for lists and errors too; answered by [`Outcome::Data`].
    SetLanguage(Language),
    /// Read the uncommitted manual edits of a record; answered by [`Outcome::HandEdit`].
    ReadHandEdit(RecordRef),
    /// Read commits that changed some records, or any record; answered by [`Outcome::Data`] with [`Data::history`].
    ReadHistory {
        of: Vec<RecordRef>,
        /// The last commit that was read; `None` for the first page.
        after: Option<String>,
    },
    /// Read which startups have changed; answered by [`Outcome::Data`] with [`Data::history`], and before it by
    /// [`Outcome::Failed`] if what was typed is not understood.
    ReadMarks(SinceChoice),
    /// Read the changes of a commit; answered by [`Outcome::Data`] with [`Data::history`].
    ReadChanges(String),
    /// Read where some entries are written, and by which commits; answered by [`Outcome::Data`] with
    /// [`Data::history`].
    ReadPlaces(Vec<(RecordRef, KeyPath)>),
    /// Open a location in the user's editor, which gets the terminal meanwhile; answered by [`Outcome::Data`].
    OpenEditor(Location),
    /// Open an address, or a file of the repository, with the program of the desktop; answered by [`Outcome::Message`],
    /// or by [`Outcome::NotOpened`] if there is no such program.
    OpenAddress(String),
    SaveDrafts(Drafts),
    /// Fetch, merge and push, with the answers to earlier questions; answered by [`Outcome::SyncProgress`], then by
    /// [`Outcome::Synced`], [`Outcome::Questions`] or [`Outcome::Failed`], then by [`Outcome::Data`].
    Sync(Vec<MergeAnswer>),
    /// Cancel the sync or the import, or stop the git that commits an edit.
    Cancel,
    /// Plan the import of a file or a folder; answered by [`Outcome::ImportPlanned`] or [`Outcome::Failed`].
    PlanImport(String),
    /// Build a paper for its preview; answered by [`Outcome::PaperMade`].
    MakePaper(PaperRequest),
    /// Write a paper; answered by [`Outcome::PaperWritten`], [`Outcome::PaperExists`] or [`Outcome::Failed`].
    WritePaper(PaperOrder),
    /// Copy to the clipboard; answered by [`Outcome::Copied`].
    Copy(CopyContent),
    /// Take the mouse, or leave it to the terminal.
    SetMouse(bool),
    /// Suspend the program until `fg`.
    Suspend,
    /// Turn the folder into a portfolio; answered by [`Outcome::PortfolioCreated`] or [`Outcome::Failed`], then
    /// [`Outcome::Data`].
    SetUp {
        /// The name of the incubator.
        name: String,
        /// The name of the party that keeps the portfolio; that of the incubator if it is empty.
        home: String,
        /// The language of its commits.
        language: Language,
    },
    Quit,
}

/// The days that are viewed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ViewDays {
    /// The as-of date, the day of the rules.
    pub as_of: Date,
    /// The commit, branch, tag, or day of which the records are, as the user typed it; `None` for those of the folder.
    pub at: Option<String>,
}

/// What to copy.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CopyContent {
    Text(String),
    /// The file and line of a location.
    Location(Location),
    /// The letters that remind of what is late among these.
    Letters(Vec<Occurrence>),
}

/// What an effect brought.
#[derive(Clone, Debug)]
pub enum Outcome {
    Data(Arc<Data>),
    /// What a filter or the finder searches has been built in the data that were shown then.
    Searchable,
    /// The text of a record; the error is in words.
    Text(RecordRef, Result<String, String>),
    /// The uncommitted manual edits of a record.
    HandEdit {
        record: RecordRef,
        /// The uncommitted lines, none if the file is committed; the error is in words.
        lines: Result<Vec<DiffLine>, String>,
        /// The lines that restoring the record from the last commit discards and brings back.
        lost: Vec<DiffLine>,
    },
    PortfolioCreated,
    /// The figures as of two days.
    Compared(Arc<DayComparison>),
    /// An edit was committed, undone or redone.
    Saved(SavedCommit),
    /// A record was restored, in words.
    Restored(String),
    /// The text is on the clipboard.
    Copied(String),
    /// No program opens this address.
    NotOpened(String),
    SyncProgress(SyncProgress),
    Synced(SyncSummary),
    /// Values were changed on both sides. Nothing was merged; the user has to choose.
    Questions(Vec<MergeQuestion>),
    ImportPlanned(Box<PlannedImport>),
    /// The rows of the table that are planned, and all of them.
    ImportProgress {
        count: usize,
        all: usize,
    },
    PaperMade(Box<MadePaper>),
    /// A file has another content already; nothing was written.
    PaperExists(String),
    /// The files were written, in words.
    PaperWritten(String),
    Message(String),
    /// Something could not be done. Nothing was changed, except with [`FailureCause::NotPushed`].
    Failed {
        /// What could not be done, in words.
        what: String,
        /// The remedy, in words.
        remedy: String,
        cause: FailureCause,
    },
}

/// Why something could not be done, if the user has something to decide or to read about it.
#[derive(Clone, Debug, PartialEq)]
pub enum FailureCause {
    /// The message says everything.
    Other,
    /// Records have uncommitted manual edits.
    HandEdits(Vec<RecordRef>),
    /// The value has changed since the form was opened.
    Stale(Box<StaleValue>),
    /// The entry no longer exists.
    Gone {
        record: RecordRef,
        /// The entry, in words.
        what: String,
        /// What was to be recorded.
        intended: String,
    },
    /// A hook or git refused the commit, with this output.
    Refused(String),
    /// The remote changes may be merged, but nothing was pushed.
    NotPushed,
    /// The user has cancelled it.
    Cancelled,
}

/// What an import would do.
#[derive(Clone, Debug, PartialEq)]
pub struct PlannedImport {
    /// The rows of the source.
    pub plan: ImportJson,
    /// Whether every row can be imported as it is.
    pub is_complete: bool,
    /// The edit that imports what can be imported; `None` if there is nothing to do.
    pub edit: Option<Box<Edit>>,
}

/// A paper to write.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PaperOrder {
    pub request: PaperRequest,
    pub format: PaperFormat,
    /// Below the folder of the portfolio, or absolute. Several papers are files in it.
    pub path: String,
    /// Whether a file with another content is replaced.
    pub replaces: bool,
    /// Whether the files are committed.
    pub commits: bool,
}

/// A paper that was built.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MadePaper {
    pub request: PaperRequest,
    /// The error is in words.
    pub paper: Result<PaperPreview, String>,
}

/// How a paper will look.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PaperPreview {
    /// All papers as text.
    pub text: String,
    /// The names of their files without extension.
    pub names: Vec<String>,
    /// The number of facts that are missing.
    pub missing: usize,
}

/// The progress of a sync.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SyncProgress {
    /// Fetching; with the progress line of git.
    Fetching(String),
    Merging,
    /// Pushing; with the progress line of git.
    Pushing(String),
    /// The remote has changed meanwhile.
    Retrying,
    /// The user has cancelled it, and it will end.
    Cancelling,
}

/// The result of a sync.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SyncSummary {
    /// The number of commits that were fetched.
    pub received: usize,
    /// The number of commits that were pushed.
    pub sent: usize,
    /// Whether there is a merge commit.
    pub is_merged: bool,
    /// The records that have changed here.
    pub records: Vec<RecordRef>,
    /// The records that git had left in conflict and that are settled now. If there are any, nothing was fetched.
    pub settled: Vec<RecordRef>,
    /// The command of git that waits to be continued after that.
    pub in_progress: Option<&'static str>,
}

/// A commit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SavedCommit {
    /// The short hash.
    pub commit: String,
    pub subject: String,
    pub kind: CommitKind,
}

/// What a commit did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CommitKind {
    /// It recorded an edit.
    Committed,
    /// It undid one.
    Undone,
    /// It redid one that had been undone.
    Redone,
}
