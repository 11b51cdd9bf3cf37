//! Watching the folder: what is written into records, and where the branch stands, is told soon after it has settled.
//! The system wakes us; nothing is looked at meanwhile.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{self, Receiver};
use std::time::Duration;

use notify::{ErrorKind, Event, EventKind, RecommendedWatcher, RecursiveMode, Watcher};

use crate::model::{RecordKind, SystemError};
use crate::store::records_dir::RecordsDir;

/// Changes closer together than this count as one: an editor writes a file in several steps, git several files.
const QUIET: Duration = Duration::from_millis(80);
/// Changes that never pause are told after so many times that span.
const LONGEST: u32 = 12;

/// Why a folder cannot be watched.
#[derive(Debug, thiserror::Error)]
pub enum WatchError {
    /// The system watches no more than it does already.
    #[error("the limit of what is watched is reached")]
    Limit,
    /// The system refused.
    #[error("{0}")]
    Refused(SystemError),
}

/// What is to be watched of a folder.
#[derive(Clone, Debug)]
pub struct FolderWatch {
    /// The folder of records, without links.
    root: PathBuf,
}

/// A folder of the system that is watched, and what in it matters.
struct WatchPoint {
    path: PathBuf,
    below: RecursiveMode,
    matters: fn(&Path) -> bool,
    /// Whether the system watches it now; one that is made later is watched from then on.
    is_watched: bool,
}

impl FolderWatch {
    /// Watches the records of a folder, and the branch that they are committed to.
    pub(in crate::store) fn of(dir: &RecordsDir) -> Self {
        Self { root: dir.real.clone() }
    }

    /// Watches as long as the program runs, and calls when something has changed. Called once when all is watched, for
    /// what changed until then.
    ///
    /// # Errors
    /// When the system watches nothing, or not enough.
    pub fn watch(&self, changed: &dyn Fn()) -> Result<(), WatchError> {
        let (tell, events) = mpsc::channel();
        let mut watcher = notify::recommended_watcher(move |event: notify::Result<Event>| {
            // Reading is no change: our own would wake us for ever.
            if !matches!(&event, Ok(Event { kind: EventKind::Access(_), .. })) {
                let _ = tell.send(event);
            }
        })?;
        let mut places = self.places();
        loop {
            watch_places(&mut watcher, &mut places)?;
            changed();
            settled(&events, &mut places)?;
        }
    }

    fn places(&self) -> Vec<WatchPoint> {
        let place = |path: PathBuf, below, matters| WatchPoint { path, below, matters, is_watched: false };
        let folders = RecordKind::ALL.into_iter().filter_map(RecordKind::folder);
        let mut places: Vec<WatchPoint> =
            folders.map(|folder| place(self.root.join(folder), RecursiveMode::Recursive, is_record)).collect();
        places.push(place(self.root.clone(), RecursiveMode::NonRecursive, is_record));
        let Ok(repo) = git2::Repository::discover(&self.root) else { return places };
        let (own, common) = (repo.path().to_owned(), repo.commondir().to_owned());
        places.push(place(common.join("refs"), RecursiveMode::Recursive, is_branch));
        places.push(place(common.join("reftable"), RecursiveMode::NonRecursive, is_branch));
        if own != common {
            places.push(place(own, RecursiveMode::NonRecursive, is_head));
        }
        places.push(place(common, RecursiveMode::NonRecursive, is_head));
        places
    }
}

/// A record, or a folder of records.
fn is_record(path: &Path) -> bool {
    let hidden = path.file_name().is_some_and(|name| name.as_encoded_bytes().starts_with(b"."));
    !hidden && path.extension().is_none_or(|end| end == "toml")
}

/// Where a branch stands, and not the lock beside it.
fn is_branch(path: &Path) -> bool {
    path.extension() != Some(OsStr::new("lock"))
}

/// Which branch HEAD is on, and where branches stand that were packed.
fn is_head(path: &Path) -> bool {
    path.file_name().is_some_and(|name| name == "HEAD" || name == "packed-refs")
}

fn watch_places(watcher: &mut RecommendedWatcher, places: &mut [WatchPoint]) -> Result<(), WatchError> {
    for place in places.iter_mut().filter(|place| !place.is_watched) {
        match watcher.watch(&place.path, place.below) {
            Ok(()) => place.is_watched = true,
            // A folder may be there later.
            Err(_) if !place.path.exists() => {}
            Err(error) => return Err(error.into()),
        }
    }
    Ok(())
}

/// Waits for something that matters, then until nothing more comes.
fn settled(events: &Receiver<notify::Result<Event>>, places: &mut [WatchPoint]) -> Result<(), WatchError> {
    let gone = |_| WatchError::Refused(SystemError::said(String::new()));
    while !matters(events.recv().map_err(gone)?, places)? {}
    for _ in 0..LONGEST {
        std::thread::sleep(QUIET);
        let mut more = events.try_iter().peekable();
        if more.peek().is_none() {
            break;
        }
        more.try_for_each(|event| matters(event, places).map(drop))?;
    }
    Ok(())
}

/// Whether it is about something that is watched. A place that comes or goes is watched anew.
fn matters(event: notify::Result<Event>, places: &mut [WatchPoint]) -> Result<bool, WatchError> {
    let event = event?;
    let mut any = event.need_rescan();
    for path in &event.paths {
        if let Some(place) = places.iter_mut().find(|place| place.path == *path) {
            let is_itself = matches!(event.kind, EventKind::Create(_) | EventKind::Remove(_));
            place.is_watched &= !is_itself;
            any |= is_itself;
        }
        let within = places.iter().filter(|place| path.starts_with(&place.path));
        // The innermost: the root holds the others, and may hold the repository itself.
        let innermost = within.max_by_key(|place| place.path.as_os_str().len());
        any |= innermost.is_some_and(|place| (place.matters)(path));
    }
    Ok(any)
}

impl From<notify::Error> for WatchError {
    fn from(error: notify::Error) -> Self {
        match &error.kind {
            ErrorKind::MaxFilesWatch => Self::Limit,
            // Too many watchers of one user.
            ErrorKind::Io(why) if why.raw_os_error() == Some(24) => Self::Limit,
            ErrorKind::Io(why) => Self::Refused(SystemError::from(why)),
            _ => Self::Refused(SystemError::said(error.to_string())),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_limit_of_the_system_is_told_from_other_refusals() {
        let limit = |error: notify::Error| matches!(WatchError::from(error), WatchError::Limit);
        assert!(limit(notify::Error::new(ErrorKind::MaxFilesWatch)));
        assert!(limit(notify::Error::io(std::io::Error::from_raw_os_error(24))), "watchers of one user");
        assert!(!limit(notify::Error::io(std::io::Error::from_raw_os_error(13))));
    }

    #[test]
    fn records_and_branches_matter_and_what_stands_beside_them_does_not() {
        for path in ["p/startups/histologe.toml", "p/startups/anct", "p/portfolio.toml"] {
            assert!(is_record(Path::new(path)), "{path}");
        }
        for path in ["p/startups/.histologe.toml.swp", "p/startups/x.toml~", "p/.git", "p/startups/x.toml.tmp"] {
            assert!(!is_record(Path::new(path)), "{path}");
        }
        assert!(is_branch(Path::new(".git/refs/heads/main")) && !is_branch(Path::new(".git/refs/heads/main.lock")));
        assert!(is_head(Path::new(".git/HEAD")) && !is_head(Path::new(".git/index")));
    }
}
