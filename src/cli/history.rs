//! Reading the past for the screen: a page when somebody looks, and only what is new when the branch has moved.

use std::sync::Arc;

use crate::cli::errors;
use crate::locale::Locale;
use crate::model::{Commit, History, RecordRef};
use crate::store::{Folder, HistoryError};
use crate::ui::{HistoryCache, RecordHistory};

/// Commits read at a time: more than a screen shows.
const PAGE: usize = 100;
/// Up to so many new commits are put before the known ones; after more, the page is read again.
const NEW: usize = 20;

/// Reads a page of the past of some records: the first, or the one after a commit.
pub fn read_on(folder: &Folder, locale: &Locale, past: &mut HistoryCache, of: &[RecordRef], after: Option<&str>) {
    // Where the branch has moved since, the commits that are known are updated first.
    read_again(folder, locale, past);
    let known = past.of(of);
    // Asked twice for the same page: it is there.
    if known.is_some_and(|known| known.next() != after) {
        return;
    }
    let before = after.and(known).map(|known| known.commits().to_vec()).unwrap_or_default();
    let page = folder.history(of, after, PAGE).map(|page| {
        let commits = before.into_iter().chain(page.commits).collect();
        History { commits, next: page.next }
    });
    past.keep(of, told(locale, page));
}

/// Looks again at all that was read, if the branch has moved.
pub fn read_again(folder: &Folder, locale: &Locale, past: &mut HistoryCache) {
    let head = folder.head().ok().flatten();
    if head == past.head && head.is_some() {
        return;
    }
    past.head = head;
    let subjects: Vec<Vec<RecordRef>> = past.subjects().map(<[RecordRef]>::to_vec).collect();
    for of in subjects {
        let known = past.of(&of).map(RecordHistory::commits).unwrap_or_default();
        let newest = folder.history(&of, None, NEW);
        let page = match newest {
            // What is known goes on where the new ones end: so it is unless history was written anew or merged.
            Ok(newest) if follows(&newest, known) => {
                let new = newest.commits.iter().take_while(|commit| known.first() != Some(commit));
                let commits = new.chain(known).cloned().collect();
                let next = past.of(&of).and_then(RecordHistory::next).map(str::to_owned);
                Ok(History { commits, next })
            }
            Ok(_) => folder.history(&of, None, PAGE),
            Err(error) => Err(error),
        };
        past.keep(&of, told(locale, page));
    }
}

/// Whether the known commits follow in the newest ones without a gap.
fn follows(newest: &History, known: &[Commit]) -> bool {
    let Some(at) = newest.commits.iter().position(|commit| known.first() == Some(commit)) else { return false };
    newest.commits[at..].iter().zip(known).all(|(new, old)| new == old)
}

/// What a commit changed, in words where that cannot be told.
pub fn read_changes(folder: &Folder, locale: &Locale, past: &mut HistoryCache, commit: &str) {
    if past.changes(commit).is_none() {
        let changes = folder.changes(commit).map_err(|error| errors::history(locale, &error).line());
        past.keep_changes(commit, changes);
    }
}

fn told(locale: &Locale, page: Result<History, HistoryError>) -> RecordHistory {
    match page {
        Ok(history) => RecordHistory::Read(Arc::new(history)),
        Err(HistoryError::NoRepository) => RecordHistory::NoRepository,
        Err(error) => RecordHistory::Unread(errors::history(locale, &error).line()),
    }
}
