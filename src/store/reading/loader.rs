//! Loading records: on all cores, and only those that have changed since the last time.

use std::collections::{BTreeSet, HashMap};
use std::fs::Metadata;
use std::io::{ErrorKind, Read};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, OnceLock, PoisonError};
use std::time::{Duration, SystemTime};

use git2::Oid;

use super::related::{related, related_to_edit};
use crate::model::{
    Convention, Incubator, Location, Party, Portfolio, Problem, ProblemKind, RecordKind, RecordRef, Review, Startup,
    SystemError, TextRange, Unreadable,
};
use crate::record::{self, LARGEST, Reading, Record};
use crate::store::git::repository::RepoContext;
use crate::store::plain_file::{self, Links};
use crate::store::reading::past;
use crate::store::reading::sparse::{LeftOutRecord, left_out_records};
use crate::store::records_dir::RecordsDir;
use crate::store::scan::ScannedFile;

/// A file that changed this shortly before it was read may change again within the same tick of the file system's
/// clock, so that neither its time nor its size would show it.
const UNSETTLED: Duration = Duration::from_millis(100);

/// The number of files that a thread takes at a time: few enough that no thread waits long for the last one.
const PORTION: usize = 4;

/// Identifies the version of a file that was read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct FileStamp {
    size: u64,
    modified: SystemTime,
}

/// The result of reading a file, cached until it changes.
#[derive(Debug)]
struct CachedRead {
    /// `None` if the file must be read again in any case.
    stamp: Option<FileStamp>,
    /// The blob, if the file was read from git.
    blob: Option<Oid>,
    record: Option<SharedRecord>,
    problems: Vec<Arc<Problem>>,
}

/// A record, shared with the portfolio.
#[derive(Debug)]
enum SharedRecord {
    Portfolio(Arc<Incubator>),
    Party(Arc<Party>),
    Startup(Arc<Startup>),
    Convention(Arc<Convention>),
    Review(Arc<Review>),
}

/// The progress of a load.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// Records read.
    pub read: usize,
    /// All records.
    pub total: usize,
}

/// Loads records and remembers what it read of each file.
#[derive(Debug, Default)]
pub(crate) struct Loader {
    records: Vec<RecordRead>,
    /// What the last load returned.
    portfolio: Option<Arc<Portfolio>>,
    /// The file that a sparse checkout has in the git directory; `None` if there is no repository.
    sparse_file: OnceLock<Option<PathBuf>>,
}

impl Loader {
    /// See [`Folder::load_first`](crate::store::Folder::load_first).
    pub fn load_first(&mut self, dir: &RecordsDir, rows: usize) -> Portfolio {
        let mut wanted: Vec<(RecordKind, &ScannedFile)> = Vec::new();
        let of_kind = |kind| dir.scan.of_kind(kind).iter().map(move |file| (kind, file));
        wanted.extend(of_kind(RecordKind::Portfolio));
        let startups: Vec<_> = of_kind(RecordKind::Startup).take(rows).collect();
        for (_, startup) in &startups {
            let conventions = dir.scan.with_prefix(RecordKind::Convention, startup.id.as_str());
            wanted.extend(conventions.iter().map(|file| (RecordKind::Convention, file)));
        }
        wanted.extend(startups);
        // `a` and `a-b` may both claim `a-b-c`.
        wanted.sort_by(|(kind, file), (other_kind, other)| (kind, &file.id).cmp(&(other_kind, &other.id)));
        wanted.dedup_by(|(kind, file), (other_kind, other)| kind == other_kind && file.id == other.id);
        let mut records = to_read(dir, &mut self.take_cache(), wanted);
        refresh(&dir.root, &mut records, &|_| {});
        let portfolio = assemble(&records, &[]);
        self.records = records;
        portfolio
    }

    /// See [`Folder::load`](crate::store::Folder::load).
    pub fn load(&mut self, dir: &mut RecordsDir, progress: &(dyn Fn(Progress) + Sync)) -> Arc<Portfolio> {
        // A commit never changes.
        if let (Some(portfolio), true) = (&self.portfolio, dir.past.is_some()) {
            return Arc::clone(portfolio);
        }
        let mut unchanged = !dir.rescan();
        let files = RecordKind::ALL
            .into_iter()
            .flat_map(|kind| dir.scan.of_kind(kind).iter().map(move |file| (kind, file)))
            .collect();
        let mut cache = self.take_cache();
        let mut records = to_read(dir, &mut cache, files);
        if self.is_sparse(dir) {
            records.extend(left_out_records(dir).into_iter().map(|left_out| {
                let LeftOutRecord { record, file, blob, bytes } = left_out;
                let known = cache.remove(&file);
                RecordRead { record, file, fault: None, known, from_git: Some((blob, bytes)) }
            }));
        }
        // What is left in the cache has been deleted from the folder.
        unchanged &= cache.is_empty();
        unchanged &= !refresh(&dir.root, &mut records, progress);
        let portfolio = match self.portfolio.take() {
            Some(last) if unchanged => last,
            _ => Arc::new(assemble(&records, &dir.scan.problems)),
        };
        self.records = records;
        self.portfolio = Some(Arc::clone(&portfolio));
        portfolio
    }

    /// See [`Folder::load_related`](crate::store::Folder::load_related).
    pub fn load_related(&mut self, dir: &mut RecordsDir, target: &RecordRef) -> Arc<Portfolio> {
        self.load_some(dir, |dir| related(dir, target)).unwrap_or_else(|| self.load(dir, &|_| {}))
    }

    /// See [`Folder::load_for_edit`](crate::store::Folder::load_for_edit).
    pub fn load_for_edit(&mut self, dir: &mut RecordsDir, targets: &[RecordRef]) -> Option<Arc<Portfolio>> {
        self.load_some(dir, |dir| {
            let related = targets.iter().map(|target| related_to_edit(dir, target));
            related.collect::<Option<Vec<_>>>().map(|related| related.into_iter().flatten().collect())
        })
    }

    /// Loads the records that `select` returns; `None` if it returns none, or if the checkout may be sparse or
    /// the folder shows a commit.
    fn load_some(
        &mut self,
        dir: &mut RecordsDir,
        select: impl FnOnce(&RecordsDir) -> Option<BTreeSet<RecordRef>>,
    ) -> Option<Arc<Portfolio>> {
        if dir.past.is_some() || self.is_sparse(dir) {
            return None;
        }
        dir.rescan();
        let related = select(dir)?;
        let wanted = related.iter().filter_map(|record| Some((record.kind, dir.scan.find(record)?))).collect();
        let mut records = to_read(dir, &mut self.take_cache(), wanted);
        refresh(&dir.root, &mut records, &|_| {});
        let portfolio = assemble(&records, &dir.scan.problems);
        self.records = records;
        Some(Arc::new(portfolio))
    }

    /// Returns whether the work tree may be a sparse checkout.
    fn is_sparse(&self, dir: &RecordsDir) -> bool {
        if dir.past.is_some() {
            return false;
        }
        let find = || RepoContext::open(dir).ok().map(|ctx| ctx.git_dir().join("info/sparse-checkout"));
        self.sparse_file.get_or_init(find).as_ref().is_some_and(|file| file.exists())
    }

    fn take_cache(&mut self) -> HashMap<String, CachedRead> {
        std::mem::take(&mut self.records).into_iter().filter_map(|read| Some((read.file, read.known?))).collect()
    }
}

/// Returns the records to read, each with its cached result.
fn to_read(
    dir: &RecordsDir,
    cache: &mut HashMap<String, CachedRead>,
    files: Vec<(RecordKind, &ScannedFile)>,
) -> Vec<RecordRead> {
    let shown = dir.past.as_ref().map(|past| (past, RepoContext::open(dir)));
    files
        .into_iter()
        .map(|(kind, scanned)| {
            let file = dir.scan.file(scanned);
            let known = cache.remove(&file);
            let (mut fault, mut from_git) = (scanned.fault.clone(), None);
            if let (Some((past, ctx)), None) = (&shown, &fault) {
                let read =
                    ctx.as_ref().map_err(|_| Unreadable::NotInClone).and_then(|ctx| past::read(past, &ctx.repo, &file));
                match read {
                    Ok(read) => from_git = Some(read),
                    Err(why) => fault = Some(why),
                }
            }
            RecordRead { record: RecordRef::new(kind, scanned.id.clone()), file, fault, known, from_git }
        })
        .collect()
}

/// A record to read.
#[derive(Debug)]
struct RecordRead {
    pub record: RecordRef,
    /// Its file below the root.
    pub file: String,
    /// Why it cannot be read, if the scan already knows.
    pub fault: Option<Unreadable>,
    /// The cached result.
    pub known: Option<CachedRead>,
    /// Blob and content, if the file is read from git: a sparse checkout leaves it out of the work tree, or the folder
    /// shows the records of a commit.
    from_git: Option<(Oid, Vec<u8>)>,
}

/// Checks every file and reads those that are new or changed. Returns whether there were any.
fn refresh(root: &Path, records: &mut [RecordRead], progress: &(dyn Fn(Progress) + Sync)) -> bool {
    let total = records.len();
    let helpers = cores().min(total.div_ceil(PORTION)).saturating_sub(1);
    let portions = Mutex::new(records.chunks_mut(PORTION));
    let next = || portions.lock().unwrap_or_else(PoisonError::into_inner).next();
    let read = AtomicUsize::new(0);
    let changed = AtomicBool::new(false);
    let work = || {
        let mut buffer = Vec::new();
        while let Some(portion) = next() {
            for read in &mut *portion {
                if let Some(news) = read_one(root, read, &mut buffer) {
                    read.known = Some(news);
                    changed.store(true, Ordering::Relaxed);
                }
            }
            let read = read.fetch_add(portion.len(), Ordering::Relaxed) + portion.len();
            progress(Progress { read, total });
        }
    };
    std::thread::scope(|scope| {
        for _ in 0..helpers {
            // If no other thread can be started, this one does all the work.
            let _ = std::thread::Builder::new().spawn_scoped(scope, work);
        }
        work();
    });
    changed.into_inner()
}

/// Returns the number of cores. Cached because the system reads several files to answer.
pub(super) fn cores() -> usize {
    static CORES: OnceLock<usize> = OnceLock::new();
    *CORES.get_or_init(|| std::thread::available_parallelism().map_or(1, usize::from))
}

/// Reads a file unless it is cached and unchanged.
fn read_one(root: &Path, read: &RecordRead, buffer: &mut Vec<u8>) -> Option<CachedRead> {
    if let Some((blob, bytes)) = &read.from_git {
        let is_known = read.known.as_ref().is_some_and(|known| known.blob == Some(*blob));
        let reading = (!is_known).then(|| record::read(&read.record, &read.file, bytes))?;
        return Some(CachedRead { blob: Some(*blob), ..CachedRead::of(reading, None) });
    }
    let path = root.join(&read.file);
    if let Some(known) = &read.known {
        let same = match &read.fault {
            Some(fault) => known.failed_with(fault),
            None => known.stamp.is_some() && known.stamp == std::fs::metadata(&path).ok().as_ref().and_then(stamp),
        };
        if same {
            return None;
        }
    }
    let outcome = match &read.fault {
        Some(fault) => Err(fault.clone()),
        None => read_bounded(&path, buffer),
    };
    Some(match outcome {
        Ok(meta) => CachedRead::of(record::read(&read.record, &read.file, buffer), settled(&meta)),
        Err(why) if read.known.as_ref().is_some_and(|known| known.failed_with(&why)) => return None,
        Err(why) => {
            let place =
                Location::Text(TextRange { file: read.file.clone(), record: Some(read.record.clone()), bytes: 0..0 });
            let problem = Problem { place, kind: ProblemKind::Unreadable(why) };
            CachedRead { stamp: None, blob: None, record: None, problems: vec![Arc::new(problem)] }
        }
    })
}

/// Reads the bytes of a file into the buffer, unless it is not a plain file or too large.
pub(crate) fn read_bounded(path: &Path, buffer: &mut Vec<u8>) -> Result<Metadata, Unreadable> {
    let refused = |error: std::io::Error| Unreadable::Refused(SystemError::from(&error));
    let (mut file, meta) = match plain_file::open(path, Links::Follow) {
        Err(error) if error.kind() == ErrorKind::InvalidInput => return Err(Unreadable::NotAFile),
        opened => opened.map_err(refused)?,
    };
    let size = usize::try_from(meta.len()).ok().filter(|_| meta.len() <= LARGEST);
    let Some(size) = size else { return Err(Unreadable::TooLarge(meta.len())) };
    // One byte more than its size, so that a file that grows meanwhile is noticed and not cut.
    buffer.clear();
    buffer.resize(size + 1, 0);
    let mut read = 0;
    while read < size.max(1) {
        match file.read(&mut buffer[read..]) {
            Ok(0) => break,
            Ok(some) => read += some,
            Err(error) if error.kind() == ErrorKind::Interrupted => {}
            Err(error) => return Err(refused(error)),
        }
    }
    buffer.truncate(read);
    if read > size {
        file.take(LARGEST).read_to_end(buffer).map_err(refused)?;
    }
    match u64::try_from(buffer.len()) {
        Ok(size) if size <= LARGEST => Ok(meta),
        _ => Err(Unreadable::TooLarge(meta.len().max(LARGEST + 1))),
    }
}

fn stamp(meta: &Metadata) -> Option<FileStamp> {
    Some(FileStamp { size: meta.len(), modified: meta.modified().ok()? })
}

/// Returns the stamp, if the file is old enough for its time to be trusted.
fn settled(meta: &Metadata) -> Option<FileStamp> {
    stamp(meta).filter(|stamp| stamp.modified.elapsed().is_ok_and(|age| age > UNSETTLED))
}

impl CachedRead {
    fn of(reading: Reading, stamp: Option<FileStamp>) -> Self {
        let record = reading.record.map(|record| match record {
            Record::Portfolio(incubator) => SharedRecord::Portfolio(Arc::new(incubator)),
            Record::Party(party) => SharedRecord::Party(Arc::new(party)),
            Record::Startup(startup) => SharedRecord::Startup(Arc::new(startup)),
            Record::Convention(convention) => SharedRecord::Convention(Arc::new(convention)),
            Record::Review(review) => SharedRecord::Review(Arc::new(review)),
        });
        Self { stamp, blob: None, record, problems: reading.problems.into_iter().map(Arc::new).collect() }
    }

    fn failed_with(&self, fault: &Unreadable) -> bool {
        self.record.is_none()
            && matches!(self.problems.as_slice(), [only] if only.kind == ProblemKind::Unreadable(fault.clone()))
    }
}

/// Combines the records into a portfolio.
fn assemble(records: &[RecordRead], listing_problems: &[Arc<Problem>]) -> Portfolio {
    let mut portfolio = Portfolio { problems: listing_problems.to_vec(), ..Portfolio::default() };
    let (mut parties, mut startups, mut conventions) = (Vec::new(), Vec::new(), Vec::new());
    for read in records {
        let Some(known) = &read.known else { continue };
        portfolio.problems.extend(known.problems.iter().cloned());
        if known.record.is_some() && known.problems.iter().any(|problem| problem.kind.loses_facts()) {
            portfolio.half_read.insert(read.record.clone());
        }
        let id = || read.record.id.clone();
        match &known.record {
            Some(SharedRecord::Portfolio(incubator)) => portfolio.incubator = Arc::clone(incubator),
            Some(SharedRecord::Party(party)) => parties.push((id(), Arc::clone(party))),
            Some(SharedRecord::Startup(startup)) => startups.push((id(), Arc::clone(startup))),
            Some(SharedRecord::Convention(convention)) => conventions.push((id(), Arc::clone(convention))),
            Some(SharedRecord::Review(review)) => drop(portfolio.reviews.insert(id(), Arc::clone(review))),
            None => portfolio.unreadable.push(read.record.clone()),
        }
    }
    // Collecting sorted entries is several times as fast as inserting them one by one.
    portfolio.parties = parties.into_iter().collect();
    portfolio.startups = startups.into_iter().collect();
    portfolio.conventions = conventions.into_iter().collect();
    portfolio.index();
    portfolio
}
