//! Reads history for the screen: pages on demand, and only new commits after the branch has moved.

use std::sync::Arc;

use crate::cli::errors;
use crate::locale::Locale;
use crate::model::{Commit, History, RecordRef};
use crate::report::facts::FactWords;
use crate::store::{Folder, HistoryError, HistoryQuery};
use crate::ui::{HistoryCache, RecordHistory};

/// Commits of the first page: as many as a screen shows, so that it comes soon.
const FIRST_PAGE: usize = 40;
/// Commits of each later page.
const PAGE: usize = 100;
/// Maximum number of new commits that are added to the known ones; with more, the page is read again.
const NEW: usize = 20;

/// Reads a page of the history of some records: the first, or the one after a commit.
pub fn read_on(folder: &Folder, words: &FactWords<'_>, past: &mut HistoryCache, of: &[RecordRef], after: Option<&str>) {
    // If the branch has moved, the known commits are updated first.
    read_again(folder, words, past);
    let known = past.of(of);
    // The page was requested twice.
    if known.is_some_and(|known| known.next() != after) {
        return;
    }
    let before = after.and(known).map(|known| known.commits().to_vec()).unwrap_or_default();
    let count = if after.is_some() { PAGE } else { FIRST_PAGE };
    let page = page_of(folder, words, of, after, count).map(|page| {
        let commits = before.into_iter().chain(page.commits).collect();
        History { commits, ..page }
    });
    past.keep(of, to_history(words.locale, page));
}

/// Updates all known histories if the branch has moved.
pub fn read_again(folder: &Folder, words: &FactWords<'_>, past: &mut HistoryCache) {
    let head = folder.head().ok().flatten();
    if head == past.head && head.is_some() {
        return;
    }
    past.head = head;
    past.keep_marks(None);
    let subjects: Vec<Vec<RecordRef>> = past.subjects().map(<[RecordRef]>::to_vec).collect();
    for of in subjects {
        let known = past.of(&of).map(RecordHistory::commits).unwrap_or_default();
        let newest = page_of(folder, words, &of, None, NEW);
        let page = match newest {
            // The known commits continue the new ones unless history was rewritten or merged.
            Ok(newest) if follows(&newest, known) => {
                let new = newest.commits.iter().take_while(|commit| known.first() != Some(commit));
                let commits = new.chain(known).cloned().collect();
                let next = past.of(&of).and_then(RecordHistory::next).map(str::to_owned);
                Ok(History { commits, next, ..newest })
            }
            Ok(_) => page_of(folder, words, &of, None, FIRST_PAGE),
            Err(error) => Err(error),
        };
        past.keep(&of, to_history(words.locale, page));
    }
}

fn page_of(
    folder: &Folder,
    words: &FactWords<'_>,
    of: &[RecordRef],
    after: Option<&str>,
    count: usize,
) -> Result<History, HistoryError> {
    let query = HistoryQuery { of, after, count, ..HistoryQuery::default() };
    folder.history_in_facts(&query, &|comparison| words.facts(comparison))
}

/// Returns whether the known commits continue the newest ones without a gap.
fn follows(newest: &History, known: &[Commit]) -> bool {
    let Some(at) = newest.commits.iter().position(|commit| known.first() == Some(commit)) else { return false };
    newest.commits[at..].iter().zip(known).all(|(new, old)| new == old)
}

/// Reads the changes of a commit, or the reason why they cannot be read.
pub fn read_changes(folder: &Folder, locale: &Locale, past: &mut HistoryCache, commit: &str) {
    if past.changes(commit).is_none() {
        let changes = folder.changes(commit).map_err(|error| errors::history(locale, &error).line());
        past.keep_changes(commit, changes);
    }
}

fn to_history(locale: &Locale, page: Result<History, HistoryError>) -> RecordHistory {
    match page {
        Ok(history) => RecordHistory::Read(Arc::new(history)),
        Err(HistoryError::NoRepository) => RecordHistory::NoRepository,
        Err(error) => RecordHistory::Unread(errors::history(locale, &error).line()),
    }
}
