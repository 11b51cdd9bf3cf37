//! Reads the first rows of a large portfolio in a thread while the terminal is set up.

use std::io;
use std::thread::JoinHandle;

use crate::model::{Date, Portfolio};
use crate::parallel::AllCores;
use crate::rules::{self, StartupSummary};
use crate::store::Folder;

/// A folder of at most this many records is read completely before the first frame.
pub const COMPLETE: usize = 1_000;

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

/// A folder whose first rows are being read.
pub struct FirstRowsReader(JoinHandle<(Folder, Option<FirstRows>)>);

impl FirstRowsReader {
    /// Starts reading for a screen of `lines` lines. A folder of at most [`COMPLETE`] records is read completely before
    /// the first frame instead.
    ///
    /// # Errors
    /// If no thread can be started.
    pub fn begin(mut folder: Folder, lines: u16, as_of: Date) -> io::Result<Self> {
        let rows = usize::from(lines.saturating_sub(CHROME));
        let read = move || {
            let first = (folder.count() > COMPLETE).then(|| FirstRows::read(&mut folder, rows, as_of));
            (folder, first)
        };
        Ok(Self(std::thread::Builder::new().name("first screen".into()).spawn(read)?))
    }

    /// Waits for the result.
    #[must_use]
    pub fn finish(self) -> (Folder, Option<FirstRows>) {
        self.0.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic))
    }
}
