//! Reading many records at once: on all cores, and only those that changed since the last time.

use std::fs::{File, Metadata};
use std::io::{ErrorKind, Read};
use std::path::Path;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, OnceLock, PoisonError};
use std::time::{Duration, SystemTime};

use super::Progress;
use crate::model::{
    Convention, Incubator, Party, Place, Portfolio, Problem, ProblemKind, RecordRef, Refusal, Spot, Startup, Unreadable,
};
use crate::record::{self, LARGEST, Reading, Record};

/// A file that was changed this shortly before it was read may change again within the same tick of
/// the file system's clock, so that neither its time nor its size would tell.
const UNSETTLED: Duration = Duration::from_millis(100);

/// Files that a thread takes at a time: few enough that no thread waits long for the last one.
const PORTION: usize = 4;

/// What tells that a file is still the one that was read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Stamp {
    size: u64,
    modified: SystemTime,
}

/// What reading a file gave, kept until it changes.
#[derive(Debug)]
pub(super) struct Known {
    /// Absent: read it again in any case.
    stamp: Option<Stamp>,
    record: Option<Shared>,
    problems: Vec<Arc<Problem>>,
}

/// A record as the portfolio shares it.
#[derive(Debug)]
enum Shared {
    Portfolio(Arc<Incubator>),
    Party(Arc<Party>),
    Startup(Arc<Startup>),
    Convention(Arc<Convention>),
}

/// A record to look at.
#[derive(Debug)]
pub(super) struct Job {
    pub record: RecordRef,
    /// Its file below the root.
    pub file: String,
    /// Why it cannot be read, where that is known.
    pub fault: Option<Unreadable>,
    /// What reading it gave the last time.
    pub known: Option<Known>,
}

/// Looks at every file and reads those that are new or changed. Tells whether there were any.
pub(super) fn look_again(root: &Path, jobs: &mut [Job], progress: &(dyn Fn(Progress) + Sync)) -> bool {
    let total = jobs.len();
    let helpers = cores().min(total.div_ceil(PORTION)).saturating_sub(1);
    let portions = Mutex::new(jobs.chunks_mut(PORTION));
    let next = || portions.lock().unwrap_or_else(PoisonError::into_inner).next();
    let read = AtomicUsize::new(0);
    let changed = AtomicBool::new(false);
    let work = || {
        let mut buffer = Vec::new();
        while let Some(portion) = next() {
            for job in &mut *portion {
                if let Some(news) = read_one(root, job, &mut buffer) {
                    job.known = Some(news);
                    changed.store(true, Ordering::Relaxed);
                }
            }
            let read = read.fetch_add(portion.len(), Ordering::Relaxed) + portion.len();
            progress(Progress { read, total });
        }
    };
    std::thread::scope(|scope| {
        for _ in 0..helpers {
            scope.spawn(work);
        }
        work();
    });
    changed.into_inner()
}

/// The cores that we may use. Asked once: the system answers from several files.
fn cores() -> usize {
    static CORES: OnceLock<usize> = OnceLock::new();
    *CORES.get_or_init(|| std::thread::available_parallelism().map_or(1, usize::from))
}

/// Reads a file unless it is known and unchanged.
fn read_one(root: &Path, job: &Job, buffer: &mut Vec<u8>) -> Option<Known> {
    let path = root.join(&job.file);
    if let Some(known) = &job.known {
        let same = match &job.fault {
            Some(fault) => known.failed_with(fault),
            None => known.stamp.is_some() && known.stamp == std::fs::metadata(&path).ok().as_ref().and_then(stamp),
        };
        if same {
            return None;
        }
    }
    let outcome = match &job.fault {
        Some(fault) => Err(fault.clone()),
        None => bytes_of(&path, buffer),
    };
    Some(match outcome {
        Ok(meta) => Known::of(record::read(&job.record, &job.file, buffer), settled(&meta)),
        Err(why) if job.known.as_ref().is_some_and(|known| known.failed_with(&why)) => return None,
        Err(why) => {
            let place = Place::Text(Spot { file: job.file.clone(), record: Some(job.record.clone()), bytes: 0..0 });
            let problem = Problem { place, kind: ProblemKind::Unreadable(why) };
            Known { stamp: None, record: None, problems: vec![Arc::new(problem)] }
        }
    })
}

/// Reads a file's bytes into the buffer, unless it is no file or too large.
pub(super) fn bytes_of(path: &Path, buffer: &mut Vec<u8>) -> Result<Metadata, Unreadable> {
    let refused = |error: std::io::Error| Unreadable::Refused(Refusal::from(&error));
    let mut file = File::open(path).map_err(refused)?;
    let meta = file.metadata().map_err(refused)?;
    if !meta.is_file() {
        return Err(Unreadable::NotAFile);
    }
    let size = usize::try_from(meta.len()).ok().filter(|_| meta.len() <= LARGEST);
    let Some(size) = size else { return Err(Unreadable::TooLarge(meta.len())) };
    // In one piece, with room for one byte more, so that a file that grows meanwhile is noticed and not cut.
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

fn stamp(meta: &Metadata) -> Option<Stamp> {
    Some(Stamp { size: meta.len(), modified: meta.modified().ok()? })
}

/// The stamp, where the file's time is long enough ago to be trusted.
fn settled(meta: &Metadata) -> Option<Stamp> {
    stamp(meta).filter(|stamp| stamp.modified.elapsed().is_ok_and(|age| age > UNSETTLED))
}

impl Known {
    fn of(reading: Reading, stamp: Option<Stamp>) -> Self {
        let record = reading.record.map(|record| match record {
            Record::Portfolio(incubator) => Shared::Portfolio(Arc::new(incubator)),
            Record::Party(party) => Shared::Party(Arc::new(party)),
            Record::Startup(startup) => Shared::Startup(Arc::new(startup)),
            Record::Convention(convention) => Shared::Convention(Arc::new(convention)),
        });
        Self { stamp, record, problems: reading.problems.into_iter().map(Arc::new).collect() }
    }

    fn failed_with(&self, fault: &Unreadable) -> bool {
        self.record.is_none()
            && matches!(self.problems.as_slice(), [only] if only.kind == ProblemKind::Unreadable(fault.clone()))
    }
}

/// The portfolio that the records make together.
pub(super) fn assemble(jobs: &[Job], listing_problems: &[Arc<Problem>]) -> Portfolio {
    let mut portfolio = Portfolio { problems: listing_problems.to_vec(), ..Portfolio::default() };
    let (mut parties, mut startups, mut conventions) = (Vec::new(), Vec::new(), Vec::new());
    for job in jobs {
        let Some(known) = &job.known else { continue };
        portfolio.problems.extend(known.problems.iter().cloned());
        if known.record.is_some() && known.problems.iter().any(|problem| problem.kind.loses_facts()) {
            portfolio.half_read.insert(job.record.clone());
        }
        let id = || job.record.id.clone();
        match &known.record {
            Some(Shared::Portfolio(incubator)) => portfolio.incubator = Arc::clone(incubator),
            Some(Shared::Party(party)) => parties.push((id(), Arc::clone(party))),
            Some(Shared::Startup(startup)) => startups.push((id(), Arc::clone(startup))),
            Some(Shared::Convention(convention)) => conventions.push((id(), Arc::clone(convention))),
            None => portfolio.unreadable.push(job.record.clone()),
        }
    }
    // At once: what is in order already makes a map several times as fast as one by one.
    portfolio.parties = parties.into_iter().collect();
    portfolio.startups = startups.into_iter().collect();
    portfolio.conventions = conventions.into_iter().collect();
    portfolio.index();
    portfolio
}
