//! Drafts on disk. A thread of its own writes them soon after each key: a crash loses no input, and no key waits.
//!
//! Each running program has a file of its own for a folder, under a lock that ends with the program however it ends. So
//! two programs don't overwrite each other's drafts, and the next one to start takes over those of programs that are
//! gone.

use std::fs::{self, File, TryLockError};
use std::io::{self, ErrorKind, Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::thread::JoinHandle;
use std::time::Duration;

use crate::cli::user_dirs;
use crate::store;
use crate::ui::Drafts;

/// If more programs than this run on one folder, the others save no drafts.
const MOST: usize = 64;
/// Larger than any file of drafts.
const LARGEST: u64 = 16 * 1024 * 1024;
/// The writer waits this long for the next key, so that fast typing is written once.
const PAUSE: Duration = Duration::from_millis(150);
/// The number of pauses after which the drafts are written even if somebody is still typing.
const PAUSES: usize = 6;
/// The delay between two attempts to lock the file of a killed program, and the maximum number of attempts.
const WAIT: Duration = Duration::from_millis(5);
const MOST_WAITS: usize = 200;

/// The file of this program's drafts of a folder.
#[derive(Debug)]
pub struct DraftFile {
    file: PathBuf,
    folder: PathBuf,
    lock: File,
}

/// The drafts of programs that are gone.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct LeftoverDrafts {
    /// The drafts, the oldest first.
    pub drafts: Drafts,
    /// The new names of files that could not be read and were put aside.
    pub broken: Vec<PathBuf>,
}

/// Takes a file for the drafts of a folder of records, and takes over the drafts of programs that are gone. There is no
/// file if the system refuses.
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
    let mut taken_over = Vec::new();
    for n in 0..MOST {
        let file = state.join(format!("{}-drafts-{n}.toml", user_dirs::name_of(folder)));
        let exists = file.exists();
        if own.is_some() && !exists {
            continue;
        }
        let Some(lock) = lock(&file.with_extension("lock"))? else { continue };
        let found = DraftFile { file, folder: folder.to_owned(), lock };
        if exists {
            read(&found.file, &mut leftover)?;
        }
        match &own {
            None => own = Some(found),
            Some(_) => taken_over.push(found),
        }
    }
    if let Some(own) = &own {
        own.write(&leftover.drafts)?;
        taken_over.iter().try_for_each(|found| fs::remove_file(&found.file))?;
    }
    Ok(own.map(|own| (own, leftover)))
}

/// Locks a file and writes the number of this process into it; `None` if a running program has the lock. A child
/// process that a killed program was starting holds the lock until it calls `exec`, so the lock is retried.
fn lock(path: &Path) -> io::Result<Option<File>> {
    let mut lock = File::options().read(true).write(true).create(true).truncate(false).open(path)?;
    // Systems without locks are assumed to run one program at a time.
    let is_taken = |lock: &File| matches!(lock.try_lock(), Err(TryLockError::WouldBlock));
    let mut waits = 0;
    while is_taken(&lock) {
        let mut owner = String::new();
        lock.seek(SeekFrom::Start(0))?;
        lock.read_to_string(&mut owner)?;
        let is_running = owner.trim().parse().map_or(true, store::is_running);
        if is_running || waits == MOST_WAITS {
            return Ok(None);
        }
        waits += 1;
        std::thread::sleep(WAIT);
    }
    lock.set_len(0)?;
    lock.seek(SeekFrom::Start(0))?;
    write!(lock, "{}", std::process::id())?;
    Ok(Some(lock))
}

/// Reads the drafts of a file; one that cannot be read is put aside.
fn read(file: &Path, leftover: &mut LeftoverDrafts) -> io::Result<()> {
    let text = match store::read_file(file, LARGEST) {
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
    /// Replaces the file by all drafts; without drafts there is no file.
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

impl Drop for DraftFile {
    /// Closing the file is not enough: a child process that is just being started holds a copy of the descriptor until
    /// it runs its program, and the lock with it.
    fn drop(&mut self) {
        let _ = self.lock.unlock();
    }
}

/// The thread that writes drafts.
#[derive(Debug)]
pub struct DraftWriter {
    drafts: Sender<Drafts>,
    thread: JoinHandle<()>,
}

impl DraftWriter {
    /// Starts the thread.
    ///
    /// # Errors
    /// If the system has no thread for it.
    pub fn start(own: DraftFile) -> io::Result<Self> {
        let (drafts, queue) = mpsc::channel();
        let thread = std::thread::Builder::new().name("drafts".into()).spawn(move || run(&own, &queue))?;
        Ok(Self { drafts, thread })
    }

    /// Has the drafts written soon.
    pub fn write(&self, drafts: Drafts) {
        let _ = self.drafts.send(drafts);
    }

    /// Waits until everything is written.
    pub fn finish(self) {
        drop(self.drafts);
        let _ = self.thread.join();
    }
}

fn run(own: &DraftFile, queue: &Receiver<Drafts>) {
    while let Ok(mut last) = queue.recv() {
        for _ in 0..PAUSES {
            match queue.recv_timeout(PAUSE) {
                Ok(newer) => last = newer,
                Err(RecvTimeoutError::Timeout | RecvTimeoutError::Disconnected) => break,
            }
        }
        last = queue.try_iter().last().unwrap_or(last);
        // A draft that cannot be written is still on the screen, so that typing is not interrupted.
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
    fn drafts_of_a_program_that_is_gone_are_taken_over_by_the_next() {
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
    fn two_programs_keep_separate_drafts() {
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

    /// As a child process does between fork and exec.
    #[test]
    fn a_copy_of_the_descriptor_does_not_keep_the_lock() {
        let state = tempfile::tempdir().expect("a folder");
        let (own, _) = at(state.path());
        own.write(&drafts(&["one"])).expect("written");
        let _copy = own.lock.try_clone().expect("a copy");
        drop(own);
        assert_eq!(at(state.path()).1.drafts, drafts(&["one"]));
    }

    #[test]
    fn an_unreadable_file_is_moved_aside() {
        let state = tempfile::tempdir().expect("a folder");
        let (own, _) = at(state.path());
        for broken in [&b"drafts = 5"[..], b"[[[", b"\xff"] {
            fs::write(&own.file, broken).expect("written");
            let mut leftover = LeftoverDrafts::default();
            read(&own.file, &mut leftover).expect("put aside");
            assert_eq!(leftover.drafts, Drafts::default());
            assert_eq!(fs::read(&leftover.broken[0]).expect("it is there"), broken, "nothing is lost");
            assert!(!own.file.exists());
        }
    }
}
