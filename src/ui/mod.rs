//! State, actions, a pure `update`, screens, widgets, keymap, theme and search. Never sees `store`.
//!
//! `cli` feeds [`Input`] in, performs the [`Effect`]s that come out on a worker thread, and feeds
//! their [`Outcome`]s back in. Drawing reads the state and touches nothing.

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
mod typing;
mod uncommitted;
mod widget;

use std::sync::Arc;

pub use arrangement::{Arrangement, Arrangements};
pub use command::Command;
pub use data::{Data, Index};
pub use draw::draw;
pub use form::Drafts;
pub use history_cache::{HistoryCache, RecordHistory};
pub use keymap::Keymap;
pub use layer::AUTO;
pub use screen::Screen;
pub use session::{ListSession, Session};
pub use state::State;
pub use symbols::Symbols;
pub use theme::{Background, Depth, Theme, ThemeError, ThemeErrorKind, ThemeFile, Themes, Token};

use crate::edit::{DiffLine, Edit, HandEditPolicy, StaleValue};
use crate::locale::Language;
use crate::model::{Date, Location, MergeAnswer, MergeQuestion, RecordRef};
use crate::report::Diagnostic;

/// What the screen starts with.
#[derive(Clone, Debug)]
pub struct Setup {
    /// The language of the screen.
    pub language: Language,
    /// The colours.
    pub theme: Theme,
    /// The name by which they were chosen, or [`AUTO`].
    pub theme_name: String,
    /// All that can be chosen.
    pub themes: Themes,
    /// The terminal's background, where it is known.
    pub background: Option<Background>,
    /// The real day.
    pub today: Date,
    /// The day of the answers.
    pub as_of: Date,
    /// The folder, as the user named it.
    pub folder: String,
    /// Nothing is there yet: the name that the folder suggests for a portfolio.
    pub suggested_name: Option<String>,
    /// Columns and rows.
    pub size: (u16, u16),
    /// Whether the mouse is ours; the terminal's own selection works where it is not.
    pub mouse: bool,
    /// What was left the last time.
    pub session: Session,
    /// What was typed into forms and not committed.
    pub drafts: Drafts,
    /// The keys.
    pub keymap: Keymap,
    /// Where the configuration is and what is wrong with it.
    pub config: ConfigStatus,
    /// The signs that the terminal shows.
    pub symbols: Symbols,
}

impl Setup {
    /// For a day that is today, of a folder of no particular name, with nothing remembered.
    #[must_use]
    pub fn new(language: Language, theme: Theme, today: Date, size: (u16, u16)) -> Self {
        Self::with_keys(Keymap::built_in(), language, theme, today, size)
    }

    /// For a day that is today, with the user's own keys.
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
            folder: "portfolio".to_owned(),
            suggested_name: None,
            size,
            mouse: true,
            session: Session::default(),
            drafts: Drafts::default(),
            keymap,
            config: ConfigStatus::default(),
            symbols: Symbols::default(),
        }
    }
}

/// The user's configuration, as far as the screen tells of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ConfigStatus {
    /// Its file, there or not; nothing where there is no place for one.
    pub file: String,
    /// What is wrong with it: told on the first screen. What is right in it holds all the same.
    pub problems: Vec<Diagnostic>,
}

/// Something that happened outside.
#[derive(Debug)]
pub enum Input {
    /// A key, a paste, a resize, focus.
    Terminal(crossterm::event::Event),
    /// A click of the first button; the second at once on the same cell where `twice` says so.
    Click {
        /// The column.
        column: u16,
        /// The row.
        row: u16,
        /// Whether it follows another.
        twice: bool,
    },
    /// The terminal has told its background.
    Background(Background),
    /// An effect has something to say.
    Outcome(Outcome),
}

/// What the screen asks the outside to do. Never waited for.
#[derive(Clone, Debug, PartialEq)]
pub enum Effect {
    /// Look at the folder again and read what changed; answered by [`Outcome::Data`].
    Reload,
    /// Look at the folder again because something may have changed in it, though nobody asked; answered by
    /// [`Outcome::Data`] only where something did.
    Refresh,
    /// Sort and group the rows of a screen otherwise; answered by [`Outcome::Data`].
    Arrange(Screen, Arrangement),
    /// Compute the answers for another day; answered by [`Outcome::Data`].
    SetAsOf(Date),
    /// Read a record's text as it stands on disk, for a form; answered by [`Outcome::Text`].
    ReadText(RecordRef),
    /// Commit an edit; [`HandEditPolicy`] says what becomes of lines that somebody wrote into its records by hand. Answered
    /// by [`Outcome::Saved`] or [`Outcome::Failed`], then [`Outcome::Data`].
    Save(Box<Edit>, HandEditPolicy),
    /// Take back the last edit, or the one that a commit made; answered as [`Effect::Save`].
    Undo(Option<String>),
    /// Make the edit again that was taken back last; answered as [`Effect::Save`].
    Redo,
    /// Commit what somebody wrote into a record by hand; answered as [`Effect::Save`].
    CommitHandEdit(RecordRef),
    /// Speak another language from now on, lists and errors too; answered by [`Outcome::Data`].
    SetLanguage(Language),
    /// Look at what somebody wrote into a record by hand and did not commit; answered by [`Outcome::HandEdit`].
    ReadHandEdit(RecordRef),
    /// Read commits that touched one of some records (any record, where none is named), on after those read already
    /// or the first of them; answered by [`Outcome::Data`] with [`Data::history`].
    ReadHistory {
        /// The records.
        of: Vec<RecordRef>,
        /// The commit where the last reading ended.
        after: Option<String>,
    },
    /// Read what a commit changed; answered by [`Outcome::Data`] with [`Data::history`].
    ReadChanges(String),
    /// Open a place in `$EDITOR`, the terminal lent to it meanwhile; then [`Outcome::Data`].
    OpenEditor(Location),
    /// Keep what is typed in forms: these are all drafts there are now.
    SaveDrafts(Drafts),
    /// Fetch, merge and push, with the answers given to what two people set to two values; answered by
    /// [`Outcome::SyncProgress`] as it goes along, and by [`Outcome::Synced`], [`Outcome::Questions`] or
    /// [`Outcome::Failed`], then [`Outcome::Data`].
    Sync(Vec<MergeAnswer>),
    /// Stop the sync.
    CancelSync,
    /// Put something on the clipboard; answered by [`Outcome::Copied`].
    Copy(CopyContent),
    /// Take the mouse, or leave it to the terminal.
    SetMouse(bool),
    /// Give the terminal back to the shell until `fg`.
    Suspend,
    /// Set the folder up as a portfolio; answered by [`Outcome::PortfolioCreated`] or [`Outcome::Failed`], then [`Outcome::Data`].
    SetUp {
        /// The incubator's name.
        name: String,
        /// The name of the party that keeps the portfolio; the incubator's where it is empty.
        home: String,
    },
    /// Leave.
    Quit,
}

/// What is to be copied.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CopyContent {
    /// A text.
    Text(String),
    /// The file and the line of a place.
    Location(Location),
}

/// What an effect brought.
#[derive(Clone, Debug)]
pub enum Outcome {
    /// Records, answers and findings.
    Data(Arc<Data>),
    /// A record's text, or why there is none, in words.
    Text(RecordRef, Result<String, String>),
    /// The lines that a record's file holds by hand otherwise than the commit (none: it holds the same), or why they
    /// cannot be committed, in words.
    HandEdit(RecordRef, Result<Vec<DiffLine>, String>),
    /// The folder was set up.
    PortfolioCreated,
    /// An edit was committed, or taken back.
    Saved(SavedCommit),
    /// A text is on the clipboard.
    Copied(String),
    /// A sync is so far.
    SyncProgress(SyncProgress),
    /// A sync came to its end.
    Synced(SyncSummary),
    /// Two people set the same to two values: nothing was changed until somebody says which stands.
    Questions(Vec<MergeQuestion>),
    /// Something to know, in words.
    Message(String),
    /// Something could not be done, in words: what, and the way on. Nothing was changed, but by [`FailureCause::NotPushed`].
    Failed {
        /// What could not be done.
        what: String,
        /// The way on.
        remedy: String,
        /// What is in the way.
        cause: FailureCause,
    },
}

/// Why something could not be done, where somebody is to see more of it than words, and may decide.
#[derive(Clone, Debug, PartialEq)]
pub enum FailureCause {
    /// The words say it all.
    Other,
    /// Records hold lines written by hand that are not committed.
    HandEdits(Vec<RecordRef>),
    /// What is overwritten has become another since it was looked at.
    Stale(Box<StaleValue>),
    /// What it is about is no longer there.
    Gone {
        /// The record.
        record: RecordRef,
        /// The entry, as people call it.
        what: String,
        /// What was to be written.
        meant: String,
    },
    /// A hook, or git itself, refused with words of its own.
    Refused(String),
    /// What came may be merged here, and nothing of it went to the others.
    NotPushed,
    /// Somebody stopped it.
    Cancelled,
}

/// How far a sync is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SyncProgress {
    /// Fetching: git's own account of it.
    Fetching(String),
    /// Bringing both sides together.
    Merging,
    /// Pushing: git's own account of it.
    Pushing(String),
    /// Others were faster: all of it again.
    Retrying,
    /// Somebody stopped it, and it will end.
    Cancelling,
}

/// What a sync did.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SyncSummary {
    /// Commits that came.
    pub received: usize,
    /// Commits that went.
    pub sent: usize,
    /// Whether both sides were brought together by a commit of its own.
    pub is_merged: bool,
    /// The records that changed here.
    pub records: Vec<RecordRef>,
}

/// A commit that was made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SavedCommit {
    /// The first characters of the commit's name.
    pub commit: String,
    /// Its subject.
    pub subject: String,
    /// Whether it took an earlier one back.
    pub kind: CommitKind,
}

/// What a commit did with an edit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CommitKind {
    /// It made one.
    Committed,
    /// It took one back.
    Undone,
    /// It made one again that had been taken back.
    Redone,
}
