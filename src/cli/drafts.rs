//! Drafts on disk: what is typed into forms is written soon after, beside what is remembered, by a thread of its own,
//! so that a crash loses none of it and no key waits.
//!
//! Each program that runs on a folder has a file of its own, under a lock that ends with it however it ends: so two do
//! not overwrite each other's drafts, and the next to start takes up what those that are gone have left.

use std::fs::{self, File, TryLockError};
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::thread::JoinHandle;
use std::time::Duration;

use crate::cli::user_dirs;
use crate::ui::Drafts;

/// More programs than this on one folder keep no drafts.
const MOST: usize = 64;
/// Keys come faster than this while somebody types: what they make is written once.
const PAUSE: Duration = Duration::from_millis(150);
/// After so many pauses the drafts are written, even if somebody is still typing.
const PAUSES: usize = 6;

/// The place of this program's drafts of a folder.
#[derive(Debug)]
pub struct DraftFile {
    file: PathBuf,
    folder: PathBuf,
    /// Held as long as the program runs.
    _lock: File,
}

/// What programs that are gone have left.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct LeftoverDrafts {
    /// Their drafts, the oldest first.
    pub drafts: Drafts,
    /// Files of drafts that cannot be read; they were put aside under these names.
    pub broken: Vec<PathBuf>,
}

/// Finds a place for the drafts of a folder of records, and what is left there; none where nothing can be kept.
#[must_use]
pub fn open(folder: &Path) -> (Option<DraftFile>, LeftoverDrafts) {
    let state = user_dirs::state(|name| std::env::var_os(name));
    let folder = user_dirs::real(folder);
    state
        .and_then(|state| within(&state, &folder).ok().flatten())
        .map_or_else(|| (None, LeftoverDrafts::default()), |(own, leftover)| (Some(own), leftover))
}

fn within(state: &Path, folder: &Path) -> io::Result<Option<(DraftFile, LeftoverDrafts)>> {
    fs::create_dir_all(state)?;
    let (mut own, mut leftover): (Option<DraftFile>, LeftoverDrafts) = (None, LeftoverDrafts::default());
    let mut taken = Vec::new();
    for n in 0..MOST {
        let file = state.join(format!("{}-drafts-{n}.toml", user_dirs::name_of(folder)));
        let is_there = file.exists();
        if own.is_some() && !is_there {
            continue;
        }
        let lock = File::create(file.with_extension("lock"))?;
        // Where the system knows no locks, one program at a time is supposed.
        if matches!(lock.try_lock(), Err(TryLockError::WouldBlock)) {
            continue;
        }
        if is_there {
            take_up(&file, &mut leftover)?;
        }
        match &own {
            None => own = Some(DraftFile { file, folder: folder.to_owned(), _lock: lock }),
            Some(_) => taken.push((file, lock)),
        }
    }
    if let Some(own) = &own {
        own.write(&leftover.drafts)?;
        // They are ours from now on.
        taken.iter().try_for_each(|(file, _)| fs::remove_file(file))?;
    }
    Ok(own.map(|own| (own, leftover)))
}

fn take_up(file: &Path, leftover: &mut LeftoverDrafts) -> io::Result<()> {
    let text = match fs::read(file) {
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(()),
        text => String::from_utf8(text?).ok(),
    };
    match text.and_then(|text| toml::from_str::<Drafts>(&text).ok()) {
        Some(drafts) => leftover.drafts.drafts.extend(drafts.drafts),
        None => {
            let aside = file.with_extension("broken");
            fs::rename(file, &aside)?;
            leftover.broken.push(aside);
        }
    }
    Ok(())
}

impl DraftFile {
    /// Writes all drafts there are; the file is never seen half written, and is there only where there are some.
    fn write(&self, drafts: &Drafts) -> io::Result<()> {
        if drafts.drafts.is_empty() {
            return match fs::remove_file(&self.file) {
                Err(error) if error.kind() != ErrorKind::NotFound => Err(error),
                _ => Ok(()),
            };
        }
        let text = toml::to_string(drafts).map_err(io::Error::other)?;
        user_dirs::replace(&self.file, &user_dirs::headed(&self.folder, &text))
    }
}

/// The thread that writes.
#[derive(Debug)]
pub struct DraftWriter {
    drafts: Sender<Drafts>,
    thread: JoinHandle<()>,
}

impl DraftWriter {
    /// Starts it.
    ///
    /// # Errors
    /// When the system has no thread for it.
    pub fn start(own: DraftFile) -> io::Result<Self> {
        let (drafts, queue) = mpsc::channel();
        let thread = std::thread::Builder::new().name("drafts".into()).spawn(move || keep(&own, &queue))?;
        Ok(Self { drafts, thread })
    }

    /// Has them written soon.
    pub fn write(&self, drafts: Drafts) {
        let _ = self.drafts.send(drafts);
    }

    /// Waits until all is written.
    pub fn finish(self) {
        drop(self.drafts);
        let _ = self.thread.join();
    }
}

fn keep(own: &DraftFile, queue: &Receiver<Drafts>) {
    while let Ok(mut last) = queue.recv() {
        for _ in 0..PAUSES {
            match queue.recv_timeout(PAUSE) {
                Ok(newer) => last = newer,
                Err(RecvTimeoutError::Timeout | RecvTimeoutError::Disconnected) => break,
            }
        }
        last = queue.try_iter().last().unwrap_or(last);
        // What cannot be kept is no reason to disturb somebody who types: it is still on the screen.
        let _ = own.write(&last);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn drafts(typed: &[&str]) -> Drafts {
        let draft = |text: &&str| {
            let words = "verb = \"note\"\nsubjects = [\"startup/histologe\"]\nfields = [{ name = \"text\", typed = ";
            toml::from_str(&format!("{words}{text:?} }}]")).expect("a draft")
        };
        Drafts { drafts: typed.iter().map(draft).collect() }
    }

    fn at(state: &Path) -> (DraftFile, LeftoverDrafts) {
        within(state, Path::new("/home/office/portfolio")).expect("a own").expect("one is free")
    }

    #[test]
    fn what_a_program_that_is_gone_has_left_is_taken_up_by_the_next() {
        let state = tempfile::tempdir().expect("a folder");
        let (own, leftover) = at(state.path());
        assert_eq!(leftover, LeftoverDrafts::default());
        let writer = DraftWriter::start(own).expect("a thread");
        writer.write(drafts(&["o"]));
        writer.write(drafts(&["one, “quoted”\\", "two"]));
        writer.finish();
        let (own, leftover) = at(state.path());
        assert_eq!(leftover.drafts, drafts(&["one, “quoted”\\", "two"]));
        own.write(&Drafts::default()).expect("written");
        drop(own);
        assert_eq!(at(state.path()).1, LeftoverDrafts::default(), "dropped or committed");
    }

    #[test]
    fn two_programs_at_once_leave_each_others_drafts_alone() {
        let state = tempfile::tempdir().expect("a folder");
        let (one, _) = at(state.path());
        one.write(&drafts(&["one"])).expect("written");
        let (other, leftover) = at(state.path());
        assert_eq!(leftover, LeftoverDrafts::default(), "the other still runs");
        other.write(&drafts(&["other"])).expect("written");
        one.write(&drafts(&["one", "two"])).expect("written");
        drop((one, other));
        let (third, leftover) = at(state.path());
        assert_eq!(leftover.drafts, drafts(&["one", "two", "other"]));
        drop(third);
        assert_eq!(at(state.path()).1.drafts, leftover.drafts, "and are still kept");
    }

    #[test]
    fn a_file_that_cannot_be_read_is_put_aside() {
        let state = tempfile::tempdir().expect("a folder");
        let (own, _) = at(state.path());
        for broken in [&b"drafts = 5"[..], b"[[[", b"\xff"] {
            fs::write(&own.file, broken).expect("written");
            let mut leftover = LeftoverDrafts::default();
            take_up(&own.file, &mut leftover).expect("put aside");
            assert_eq!(leftover.drafts, Drafts::default());
            assert_eq!(fs::read(&leftover.broken[0]).expect("it is there"), broken, "nothing is lost");
            assert!(!own.file.exists());
        }
    }
}
