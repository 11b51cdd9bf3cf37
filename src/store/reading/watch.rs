//! Watching the folder for changes to records and to the branch. The operating system reports them; nothing is polled.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{self, Receiver};
use std::time::Duration;

use notify::{ErrorKind, Event, EventKind, RecommendedWatcher, RecursiveMode, Watcher};

use crate::model::{RecordKind, SystemError};
use crate::store::git::repository::RepoContext;
use crate::store::records_dir::RecordsDir;

/// Changes closer together than this count as one: an editor writes a file in several steps, and git writes several
/// files.
const QUIET: Duration = Duration::from_millis(80);
/// Changes that never pause are reported after this many such spans.
const LONGEST: u32 = 12;

/// Why a folder cannot be watched.
#[derive(Debug, thiserror::Error)]
pub enum WatchError {
    /// The limit of watches is reached.
    #[error("the limit of what is watched is reached")]
    Limit,
    /// The operating system refused.
    #[error("{0}")]
    Refused(SystemError),
}

/// What to watch of a folder.
#[derive(Clone, Debug)]
pub struct FolderWatch {
    /// The folder of records, without symbolic links.
    root: PathBuf,
    /// The git directory of the work tree, and the one that all work trees share.
    git_dirs: Option<(PathBuf, PathBuf)>,
}

/// A directory that is watched, and which changes in it matter.
struct WatchPoint {
    path: PathBuf,
    below: RecursiveMode,
    matters: fn(&Path) -> bool,
    /// Whether it is watched now. A directory that is created later is watched from then on.
    is_watched: bool,
}

impl FolderWatch {
    /// Watches the records of a folder, and the branch that they are committed to.
    pub(in crate::store) fn of(dir: &RecordsDir) -> Self {
        let paths = RepoContext::open(dir).ok().map(|ctx| ctx.paths);
        Self { root: dir.real.clone(), git_dirs: paths.map(|paths| (paths.git_dir, paths.common_dir)) }
    }

    /// Watches as long as the program runs, and calls `changed` after each change. The first call is for what changed
    /// before everything was watched.
    ///
    /// # Errors
    /// If the system cannot watch, or has too few watches.
    pub fn watch(&self, changed: &dyn Fn()) -> Result<(), WatchError> {
        let (sender, events) = mpsc::channel();
        let mut watcher = notify::recommended_watcher(move |event: notify::Result<Event>| {
            // Reading is not a change: our own would wake us forever.
            if !matches!(&event, Ok(Event { kind: EventKind::Access(_), .. })) {
                let _ = sender.send(event);
            }
        })?;
        let mut points = self.points();
        loop {
            watch_places(&mut watcher, &mut points)?;
            changed();
            settled(&events, &mut points)?;
        }
    }

    fn points(&self) -> Vec<WatchPoint> {
        let point = |path: PathBuf, below, matters| WatchPoint { path, below, matters, is_watched: false };
        let folders = RecordKind::ALL.into_iter().filter_map(RecordKind::folder);
        let mut points: Vec<WatchPoint> =
            folders.map(|folder| point(self.root.join(folder), RecursiveMode::Recursive, is_record)).collect();
        points.push(point(self.root.clone(), RecursiveMode::NonRecursive, is_record));
        let Some((own, common)) = self.git_dirs.clone() else { return points };
        points.push(point(common.join("refs"), RecursiveMode::Recursive, is_branch));
        points.push(point(common.join("reftable"), RecursiveMode::NonRecursive, is_branch));
        if own != common {
            points.push(point(own, RecursiveMode::NonRecursive, is_head));
        }
        points.push(point(common, RecursiveMode::NonRecursive, is_head));
        points
    }
}

/// Returns a record, or a folder of records.
fn is_record(path: &Path) -> bool {
    let hidden = path.file_name().is_some_and(|name| name.as_encoded_bytes().starts_with(b"."));
    !hidden && path.extension().is_none_or(|end| end == "toml")
}

/// Returns a branch, and not its lock file.
fn is_branch(path: &Path) -> bool {
    path.extension() != Some(OsStr::new("lock"))
}

/// HEAD, or the packed branches.
fn is_head(path: &Path) -> bool {
    path.file_name().is_some_and(|name| name == "HEAD" || name == "packed-refs")
}

fn watch_places(watcher: &mut RecommendedWatcher, points: &mut [WatchPoint]) -> Result<(), WatchError> {
    for point in points.iter_mut().filter(|point| !point.is_watched) {
        match watcher.watch(&point.path, point.below) {
            Ok(()) => point.is_watched = true,
            // It may be created later.
            Err(_) if !point.path.exists() => {}
            Err(error) => return Err(error.into()),
        }
    }
    Ok(())
}

/// Waits for a change that matters, then until no more come.
fn settled(events: &Receiver<notify::Result<Event>>, points: &mut [WatchPoint]) -> Result<(), WatchError> {
    let gone = |_| WatchError::Refused(SystemError::said(String::new()));
    while !matters(events.recv().map_err(gone)?, points)? {}
    for _ in 0..LONGEST {
        std::thread::sleep(QUIET);
        let mut more = events.try_iter().peekable();
        if more.peek().is_none() {
            break;
        }
        more.try_for_each(|event| matters(event, points).map(drop))?;
    }
    Ok(())
}

/// Returns whether an event matters. A watched directory that is created or removed is watched again.
fn matters(event: notify::Result<Event>, points: &mut [WatchPoint]) -> Result<bool, WatchError> {
    let event = event?;
    let mut any = event.need_rescan();
    for path in &event.paths {
        if let Some(point) = points.iter_mut().find(|point| point.path == *path) {
            let is_itself = matches!(event.kind, EventKind::Create(_) | EventKind::Remove(_));
            point.is_watched &= !is_itself;
            any |= is_itself;
        }
        let within = points.iter().filter(|point| path.starts_with(&point.path));
        // The innermost: the root contains the others, and may contain the repository itself.
        let innermost = within.max_by_key(|point| point.path.as_os_str().len());
        any |= innermost.is_some_and(|point| (point.matters)(path));
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
    fn the_limit_of_watches_is_recognised() {
        let limit = |error: notify::Error| matches!(WatchError::from(error), WatchError::Limit);
        assert!(limit(notify::Error::new(ErrorKind::MaxFilesWatch)));
        assert!(limit(notify::Error::io(std::io::Error::from_raw_os_error(24))), "watchers of one user");
        assert!(!limit(notify::Error::io(std::io::Error::from_raw_os_error(13))));
    }

    #[test]
    fn records_and_branches_matter_and_files_beside_them_do_not() {
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
