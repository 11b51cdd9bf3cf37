//! Reads a small portfolio, or the first rows of a large one, in a thread while the terminal is set up.

use std::io;
use std::sync::Arc;
use std::thread::JoinHandle;

use crate::model::{Date, Portfolio};
use crate::parallel::AllCores;
use crate::rules::{self, Answers, StartupSummary};
use crate::store::Folder;

/// A folder of at most this many records is read completely before the first frame.
const COMPLETE: usize = 1_000;

/// Lines above and below the list.
const CHROME: u16 = 5;

/// The first startups of a folder with the records that their rows need.
pub struct FirstRows {
    pub portfolio: Portfolio,
    pub startups: Vec<StartupSummary>,
}

impl FirstRows {
    /// Reads the records for a list of `rows` rows.
    #[must_use]
    pub fn read(folder: &mut Folder, rows: usize, as_of: Date) -> Self {
        let portfolio = folder.load_first(rows);
        let startups = rules::startup_summaries(&portfolio, as_of, &AllCores);
        Self { portfolio, startups }
    }
}

/// What the first frame shows.
pub enum FirstData {
    /// The first rows of a large folder.
    Rows(FirstRows),
    /// All records of a small folder, with their answers.
    Whole(Arc<Portfolio>, Answers),
}

impl FirstData {
    /// Reads all records of a small folder, or those for a list of `rows` rows of a large one.
    #[must_use]
    pub fn read(folder: &mut Folder, rows: usize, as_of: Date) -> Self {
        if folder.count() > COMPLETE {
            return Self::Rows(FirstRows::read(folder, rows, as_of));
        }
        let portfolio = folder.load(&|_| {});
        let answers = rules::answers_with(&portfolio, as_of, &AllCores);
        Self::Whole(portfolio, answers)
    }
}

/// A folder whose first rows are being read.
pub struct FirstDataReader(JoinHandle<(Folder, Option<FirstData>)>);

impl FirstDataReader {
    /// Starts reading for a screen of `lines` lines. Reads nothing if the records are those of an earlier commit.
    ///
    /// # Errors
    /// If no thread can be started.
    pub fn begin(mut folder: Folder, lines: u16, as_of: Date, is_past: bool) -> io::Result<Self> {
        let rows = usize::from(lines.saturating_sub(CHROME));
        let read = move || {
            let first = (!is_past).then(|| FirstData::read(&mut folder, rows, as_of));
            (folder, first)
        };
        Ok(Self(std::thread::Builder::new().name("first screen".into()).spawn(read)?))
    }

    /// Waits for the result.
    #[must_use]
    pub fn finish(self) -> (Folder, Option<FirstData>) {
        self.0.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic))
    }
}
