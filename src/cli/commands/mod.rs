//! The commands. Each returns its output and exit code. Those that record a fact share one implementation, in `verbs`.

mod answers;
mod check;
mod config;
pub mod demo;
mod diff;
mod doctor;
mod explain;
mod export;
mod filter;
mod generate;
mod help;
mod import;
mod init;
mod log;
mod merge_driver;
mod pictures;
mod report;
mod resolve_id;
mod sent;
mod sync;
mod verbs;
pub mod view;
mod whoami;

use std::cell::{OnceCell, RefCell};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use rust_decimal::Decimal;
use serde::Serialize;

use super::args::{CliCommand, Common};
use super::config::Config;
use super::errors::{self, Code, Failure};
use super::init::InitOptions;
use super::revision::{RevisionReader, TypedRevision};
use super::{clock, output, resolve_folder, suggest, themes};
use crate::edit::{EditError, HandEditPolicy};
use crate::locale::{Language, Locale};
use crate::model::{Commit, Date, MessageArg, Money, Portfolio, RecordRef};
use crate::report::{json, text};
use crate::store::{Folder, SaveError};
use crate::ui::Symbols;

/// The result of a command.
pub struct CommandOutput {
    pub text: String,
    pub code: Code,
    /// The commit that was made, by its full name: it stays, even if the text cannot be written.
    pub commit: Option<String>,
}

impl CommandOutput {
    const fn new(text: String, code: Code) -> Self {
        Self { text, code, commit: None }
    }

    const fn fine(text: String) -> Self {
        Self::new(text, Code::Fine)
    }

    fn committed(self, commit: &str) -> Self {
        Self { commit: Some(commit.to_owned()), ..self }
    }
}

/// The common options of an invocation.
pub struct Invocation {
    locale: Arc<Locale>,
    symbols: Symbols,
    today: Date,
    as_of: Date,
    /// Whether `--as-of` was given.
    as_of_given: bool,
    /// What `--at` names, and its commit once the folder is open.
    at: Option<String>,
    at_commit: OnceCell<Commit>,
    /// The language of `--lang`.
    lang_given: Option<Language>,
    named: Option<PathBuf>,
    json: bool,
    hand_edits: HandEditPolicy,
    /// Whether the command edits records.
    is_writing: bool,
    /// The days that were typed, by option or argument.
    typed: RefCell<Vec<(String, Date)>>,
    config: Config,
}

/// Returns the day of `--as-of`, by default today.
///
/// # Errors
/// If it is not understood.
pub fn as_of(locale: &Locale, common: &Common, today: Date) -> Result<Date, Failure> {
    match &common.as_of {
        Some(typed) => locale.typed_as_of(typed, today).map_err(|error| errors::date(locale, "--as-of", typed, error)),
        None => Ok(today),
    }
}

fn date(locale: &Locale, option: &str, typed: &str, today: Date) -> Result<Date, Failure> {
    locale.typed_date(typed, today).map_err(|error| errors::date(locale, option, typed, error))
}

impl Invocation {
    /// Reads the common options.
    ///
    /// # Errors
    /// If the day is not understood, two folders are named, or the theme is unknown.
    pub fn new(
        common: &Common,
        place: Option<PathBuf>,
        (locale, symbols): (Arc<Locale>, Symbols),
        mut config: Config,
    ) -> Result<Self, Failure> {
        let today = clock::today();
        let as_of = as_of(&locale, common, today)?;
        if place.is_some() && common.folder.is_some() {
            return Err(errors::usage(&locale, "error-two-folders", vec![]));
        }
        themes::check_name(&locale, common.theme.as_deref())?;
        themes::check_configured(&mut config);
        let named = common.folder.clone().or(place);
        Ok(Self {
            locale,
            symbols,
            today,
            as_of,
            as_of_given: common.as_of.is_some(),
            at: common.at.clone(),
            at_commit: OnceCell::new(),
            lang_given: common.lang,
            named,
            json: common.json,
            hand_edits: common.hand_edits.unwrap_or_default(),
            is_writing: false,
            typed: RefCell::default(),
            config,
        })
    }

    /// Runs a command.
    ///
    /// # Errors
    /// If it fails; the failure has message and exit code.
    pub fn answer(mut self, command: CliCommand) -> Result<CommandOutput, Failure> {
        self.is_writing = command.writes();
        if let CliCommand::Check(typed) = &command {
            self.at = typed.rev.clone().or(self.at);
        }
        self.run(command)
    }

    fn run(&self, command: CliCommand) -> Result<CommandOutput, Failure> {
        if self.as_of_given && self.is_writing {
            return Err(errors::usage(&self.locale, "error-as-of-of-a-fact", vec![]));
        }
        if self.at.is_some() && !command.reads() {
            let key = if self.is_writing { "error-at-of-an-edit" } else { "error-at-not-reading" };
            return Err(errors::usage(&self.locale, key, vec![]));
        }
        match command {
            CliCommand::Check(typed) => check::answer(self, &typed),
            CliCommand::List { since, selected } => answers::list(self, since.as_deref(), &selected),
            CliCommand::Show { id } => answers::show(self, &id),
            CliCommand::Due(selected) => answers::due(self, &selected),
            CliCommand::Funding { cash: true, .. } => answers::cash(self),
            CliCommand::Funding { against: Some(day), .. } => answers::compared(self, &day),
            CliCommand::Funding { by, selected, .. } => answers::funding(self, by.is_some(), &selected),
            CliCommand::Today { mine, selected } => answers::today(self, mine, &selected),
            CliCommand::Whoami => whoami::whoami(self),
            CliCommand::Report(what) => report::report(self, &what),
            CliCommand::Export(what) => export::export(self, &what),
            CliCommand::Committees(selected) => answers::committees(self, &selected),
            CliCommand::Log(typed) => log::log(self, &typed),
            CliCommand::Diff(typed) => diff::diff(self, &typed),
            CliCommand::Explain(typed) => explain::explain(self, &typed),
            CliCommand::Write(verb) => verbs::answer(self, verb),
            CliCommand::Schema { kind } => generate::schema(self, kind),
            CliCommand::Config { check, keys, default } => config::config(self, check, keys, default),
            CliCommand::Doctor => doctor::doctor(self),
            CliCommand::Completions { shell } => generate::completions(self, shell),
            CliCommand::Help { topic } => help::help(self, &topic),
            CliCommand::Man { command } => generate::man(self, command.as_deref()),
            CliCommand::Init { dir, name, home, language, merge_driver, ci } => {
                let asked = InitOptions { name, home, language };
                init::init(self, dir.as_deref(), asked, init::Additions { merge_driver, ci })
            }
            CliCommand::Import { what } => import::answer(self, &what),
            CliCommand::Sync(typed) => sync::sync(self, &typed),
            CliCommand::MergeDriver(files) => {
                merge_driver::drive(self, [&files.base, &files.ours, &files.theirs], &files.path)
            }
            CliCommand::Pictures { dir } => pictures::answer(self, &dir),
            CliCommand::Demo(typed) => {
                let dir = typed.dir.as_deref().or(self.named.as_deref());
                demo::answer(self, &demo::DemoOptions { dir, seed: typed.seed, records: typed.records })
            }
        }
    }

    fn folder(&self) -> Result<Folder, Failure> {
        let folder = match resolve_folder::open(&self.locale, self.named.as_deref()) {
            Err(failure) => return self.bare_folder().unwrap_or(Err(failure)),
            Ok(folder) => folder,
        };
        let at = match &self.at {
            Some(at) => at,
            None if self.recover(&folder)? => return Ok(folder),
            None => "HEAD",
        };
        let commit = self.revisions(&folder).commit(at)?;
        let folder = folder.at(&commit.name).map_err(|error| errors::history(&self.locale, &error))?;
        self.at_commit.get_or_init(|| commit);
        Ok(folder)
    }

    /// Returns the records at `--at` in a bare repository in the current directory: in the named folder, else in
    /// `portfolio/`, else at its top. `None` if there is no bare repository, or no revision was named.
    fn bare_folder(&self) -> Option<Result<Folder, Failure>> {
        let at = self.at.as_ref()?;
        let named = self.named.as_ref().map(|named| named.display().to_string());
        let places = named.map_or_else(|| vec!["portfolio".to_owned(), String::new()], |named| vec![named]);
        let mut outcome = None;
        for below in places {
            let folder = Folder::open_bare(Path::new("."), &below).ok()?;
            let commit = match self.revisions(&folder).commit(at) {
                Ok(commit) => commit,
                Err(failure) => return Some(Err(failure)),
            };
            match folder.at(&commit.name) {
                Ok(folder) => {
                    self.at_commit.get_or_init(|| commit);
                    return Some(Ok(folder));
                }
                Err(error) => outcome = Some(Err(errors::history(&self.locale, &error))),
            }
        }
        outcome
    }

    /// Reads revisions of a folder.
    fn revisions<'a>(&'a self, folder: &'a Folder) -> RevisionReader<'a> {
        RevisionReader { locale: &self.locale, today: self.today, folder }
    }

    /// Reads `--since`: a commit, or a day as of [`Invocation::date`].
    fn since(&self, folder: &Folder, typed: &str) -> Result<TypedRevision, Failure> {
        match self.revisions(folder).read(typed) {
            Ok(TypedRevision::Commit(commit)) => Ok(TypedRevision::Commit(commit)),
            // As every other day, so that the message about a wrong one is the same.
            _ => date(&self.locale, "--since", typed, self.today).map(TypedRevision::Day),
        }
    }

    /// Returns the last day of the records that are compared, if it was given.
    fn until(&self) -> Option<Date> {
        self.as_of_given.then_some(self.as_of)
    }

    /// Completes or reverts what an interrupted process left, and reports it. Returns false if the files are those of
    /// an interrupted save that cannot be settled, because the folder is read-only: the last commit is certain.
    fn recover(&self, folder: &Folder) -> Result<bool, Failure> {
        match folder.recover() {
            Ok(Some(recovered)) => output::error(&errors::recovered(&self.locale, &recovered)),
            Ok(None) => {}
            Err(error) if self.is_writing => return Err(errors::save(&self.locale, &error)),
            Err(error @ SaveError::Refused(..)) if folder.has_interrupted_save() => {
                output::error(&errors::save(&self.locale, &error).line());
                output::error(&self.locale.text("recovered-from-commit"));
                return Ok(false);
            }
            // The answer is about the files as they are.
            Err(error @ (SaveError::Refused(..) | SaveError::ForeignJournal(_))) => {
                output::error(&errors::save(&self.locale, &error).line());
            }
            // Without a repository that can be opened there is no save to recover.
            Err(_) => {}
        }
        Ok(true)
    }

    fn portfolio(&self) -> Result<(Folder, Arc<Portfolio>), Failure> {
        let mut folder = self.folder()?;
        let portfolio = folder.load(&|_| {});
        // The process ends soon: freeing the records one by one would take a tenth of its time.
        std::mem::forget(Arc::clone(&portfolio));
        Ok((folder, portfolio))
    }

    /// Prepares an edit of existing records with `prepare`, which is given only the records that the edit depends on.
    /// If it fails on these, or there are no targets, it is given all records.
    fn prepare<T>(
        &self,
        folder: &mut Folder,
        targets: &[RecordRef],
        prepare: impl Fn(&Portfolio) -> Result<T, Failure>,
    ) -> Result<T, Failure> {
        let some = if targets.is_empty() { None } else { folder.load_for_edit(targets) };
        self.prepare_on(some, folder, prepare)
    }

    /// Returns the same for an edit whose answer depends on the conventions of a record.
    fn prepare_related<T>(
        &self,
        folder: &mut Folder,
        record: &RecordRef,
        prepare: impl Fn(&Portfolio) -> Result<T, Failure>,
    ) -> Result<T, Failure> {
        let related = folder.load_related(record);
        self.prepare_on(Some(related), folder, prepare)
    }

    fn prepare_on<T>(
        &self,
        some: Option<Arc<Portfolio>>,
        folder: &mut Folder,
        prepare: impl Fn(&Portfolio) -> Result<T, Failure>,
    ) -> Result<T, Failure> {
        if let Some(portfolio) = some {
            let days = self.typed.borrow().len();
            if let Ok(prepared) = prepare(&portfolio) {
                return Ok(prepared);
            }
            // The next attempt parses the dates again.
            self.typed.borrow_mut().truncate(days);
        }
        prepare(&folder.load(&|_| {}))
    }

    fn date(&self, option: &str, typed: Option<&str>) -> Result<Option<Date>, Failure> {
        let read = |typed: &str| date(&self.locale, option, typed, self.today).map(|day| self.understood(option, day));
        typed.map(read).transpose()
    }

    /// Reads the day of a fact, which looks back.
    fn past_date(&self, option: &str, typed: Option<&str>) -> Result<Option<Date>, Failure> {
        let read = |typed: &str| {
            let day = self.locale.typed_past_date(typed, self.today);
            let day = day.map_err(|error| errors::date(&self.locale, option, typed, error))?;
            Ok(self.understood(option, day))
        };
        typed.map(read).transpose()
    }

    /// Keeps a day that was typed, which the answer of a verb shows.
    fn understood(&self, option: &str, day: Date) -> Date {
        self.typed.borrow_mut().push((option.to_owned(), day));
        day
    }

    fn amount(&self, option: &str, typed: &str) -> Result<Money, Failure> {
        self.locale.typed_money(typed).map_err(|error| errors::amount(&self.locale, option, typed, error))
    }

    fn number(&self, option: &str, typed: &str) -> Result<Decimal, Failure> {
        self.locale.typed_number(typed).map_err(|error| errors::number(&self.locale, option, typed, error))
    }

    fn text(&self, text: String) -> CommandOutput {
        CommandOutput::fine(self.symbols.in_text(text))
    }

    /// Replies with an answer from the records, which names the commit of `--at`.
    fn answer_text(&self, answer: &str) -> CommandOutput {
        let at = self.at_commit.get().map(|commit| text::at_line(&self.locale, commit)).unwrap_or_default();
        self.text(format!("{at}{answer}"))
    }

    /// Prints an answer from the records as JSON, with the unreadable ones and the commit of `--at`.
    fn answer_json(&self, portfolio: &Portfolio, answer: impl Serialize) -> Result<CommandOutput, Failure> {
        let answer = json::from_records(portfolio, self.at_commit.get(), answer);
        output::print_json(&answer).map_err(|error| errors::system(&self.locale, &error))?;
        Ok(CommandOutput::fine(String::new()))
    }

    fn json(&self, answer: &impl Serialize) -> Result<CommandOutput, Failure> {
        let text = json::text(answer).map_err(|error| errors::system(&self.locale, &error.into()))?;
        Ok(CommandOutput::fine(text))
    }

    /// Explains a refused edit, with a suggestion for an unknown name.
    fn refused(&self, portfolio: &Portfolio, error: &EditError) -> Failure {
        errors::edit(&self.locale, error, suggest::name_for(error, portfolio).as_deref())
    }

    /// Refuses `--json` for commands whose output has a format of its own.
    fn no_json(&self, command: &str) -> Result<(), Failure> {
        if self.json {
            let args = vec![("command", MessageArg::Text(command.to_owned()))];
            return Err(errors::usage(&self.locale, "usage-no-json", args));
        }
        Ok(())
    }

    fn width(&self) -> usize {
        output::width()
    }

    fn colour(&self) -> bool {
        output::wants_colour()
    }
}
