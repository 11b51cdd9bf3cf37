//! What the first screen shows, read on threads of its own while the terminal is taken and the words are found.

use std::io;
use std::thread::JoinHandle;

use crate::cli::effects::SMALL;
use crate::model::{Date, Portfolio};
use crate::parallel::AllCores;
use crate::rules::{self, StartupSummary};
use crate::store::Folder;

/// Rows of the screen that show no startup: what stands above the list and below it.
const CHROME: u16 = 5;

/// The first startups of a folder, what is needed of it for their rows, and these.
pub struct FirstRows {
    /// The records.
    pub portfolio: Portfolio,
    /// How the startups stand.
    pub startups: Vec<StartupSummary>,
}

impl FirstRows {
    /// Reads the head of a folder for a list of so many rows, and nothing else of it.
    #[must_use]
    pub fn read(folder: &mut Folder, rows: usize, as_of: Date) -> Self {
        let portfolio = folder.load_first(rows);
        let startups = rules::startup_summaries(&portfolio, as_of, &AllCores);
        Self { portfolio, startups }
    }
}

/// A folder whose head is being read.
pub struct FirstRowsReader(JoinHandle<(Folder, Option<FirstRows>)>);

impl FirstRowsReader {
    /// Begins, for a screen of so many lines. A small folder has no head: it is read whole before the first frame, for
    /// one that grows a moment later would only flicker.
    ///
    /// # Errors
    /// When the system has no thread for it.
    pub fn begin(mut folder: Folder, lines: u16, as_of: Date) -> io::Result<Self> {
        let rows = usize::from(lines.saturating_sub(CHROME));
        let read = move || {
            let first = (folder.count() > SMALL).then(|| FirstRows::read(&mut folder, rows, as_of));
            (folder, first)
        };
        Ok(Self(std::thread::Builder::new().name("first screen".into()).spawn(read)?))
    }

    /// Waits for it.
    #[must_use]
    pub fn finish(self) -> (Folder, Option<FirstRows>) {
        self.0.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic))
    }
}
