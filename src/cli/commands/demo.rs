//! `demo`: creates a fictional portfolio, with a history of two years or with many uniform records.

use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use super::{CommandOutput, Invocation};
use crate::cli::errors::{self, Failure};
use crate::cli::schemas::schema_files;
use crate::demo;
use crate::demo::story::{self, Role, StoryCommit};
use crate::edit::{CommitMessage, RECORD, UNDOES, VERB};
use crate::locale::{Language, Locale};
use crate::model::{Date, MessageArg};
use crate::report::json;
use crate::store::{CommitAuthor, HistoryBuilder, SaveError};

/// A demo that was created.
pub struct DemoFolder {
    pub folder: PathBuf,
    /// The number of commits.
    pub commits: usize,
}

pub struct DemoOptions<'a> {
    /// The new folder; by default a temporary one.
    pub dir: Option<&'a Path>,
    /// The same seed gives the same portfolio.
    pub seed: u64,
    /// The number of uniform records, instead of the history.
    pub records: Option<usize>,
}

/// Creates a demo and prints its path.
pub(super) fn answer(call: &Invocation, asked: &DemoOptions<'_>) -> Result<CommandOutput, Failure> {
    let made = make(&call.locale, call.as_of, asked)?;
    if call.json {
        call.json(&json::demo(&made.folder, made.commits))
    } else {
        Ok(CommandOutput::fine(format!("{}\n", made.folder.display())))
    }
}

/// Creates a demo.
///
/// # Errors
/// If the folder is not empty, or cannot be written.
pub fn make(locale: &Locale, today: Date, asked: &DemoOptions<'_>) -> Result<DemoFolder, Failure> {
    let folder = match asked.dir {
        Some(dir) if is_free(dir) => dir.to_owned(),
        Some(dir) => {
            let args = vec![("folder", MessageArg::Text(dir.display().to_string()))];
            return Err(errors::usage(locale, "error-folder-exists", args));
        }
        None => temporary_folder().map_err(|error| errors::system(locale, &error))?,
    };
    let mut steps = match asked.records {
        Some(records) => vec![uniform(records, asked.seed)],
        None => {
            // The demo is French; somebody who reads English gets English commits.
            let language = (locale.language == Language::French).then(|| locale.language.tag());
            story::story(asked.seed, today, language)
        }
    };
    if let Some(first) = steps.first_mut() {
        first.files.extend(schema_files(locale)?);
    }
    let commits = steps.len();
    write(&folder, steps).map_err(|error| errors::save(locale, &error))?;
    Ok(DemoFolder { folder, commits })
}

/// Returns whether a folder does not exist or is empty.
fn is_free(dir: &Path) -> bool {
    match std::fs::read_dir(dir) {
        Ok(mut entries) => entries.next().is_none(),
        Err(error) => error.kind() == ErrorKind::NotFound,
    }
}

/// Creates a new temporary folder.
pub(super) fn temporary_folder() -> std::io::Result<PathBuf> {
    let folder = std::env::temp_dir();
    let mut number = 1;
    loop {
        let name = if number == 1 { "couveuse-demo".to_owned() } else { format!("couveuse-demo-{number}") };
        let path = folder.join(name);
        match std::fs::create_dir(&path) {
            Err(error) if error.kind() == ErrorKind::AlreadyExists => number += 1,
            other => return other.map(|()| path),
        }
    }
}

fn uniform(records: usize, seed: u64) -> StoryCommit {
    let files = demo::files(records, seed).collect();
    StoryCommit {
        on: demo::last_day(),
        minute: 540,
        subject: "A demo portfolio".to_owned(),
        files,
        ..StoryCommit::default()
    }
}

fn write(folder: &Path, steps: Vec<StoryCommit>) -> Result<(), SaveError> {
    let mut history = HistoryBuilder::at(folder, Role::Lead.name(), Role::Lead.email())?;
    let mut last = String::new();
    for step in steps {
        let author =
            CommitAuthor { name: step.role.name(), email: step.role.email(), on: step.on, minute: step.minute };
        last = history.commit(author, &message(&step, &last), &step.files)?;
    }
    history.finish().map(drop)
}

fn message(step: &StoryCommit, last: &str) -> CommitMessage {
    let mut trailers = Vec::new();
    if let Some(verb) = step.verb {
        trailers.push((VERB, verb.to_owned()));
        trailers.extend(step.records.iter().map(|record| (RECORD, record.clone())));
    }
    if step.undoes {
        trailers.push((UNDOES, last.to_owned()));
    }
    CommitMessage { subject: step.subject.clone(), body: step.body.clone(), trailers }
}
