//! Loading a folder, compared with only parsing the same bytes into the same types on as many threads.
//!
//! `cargo bench --bench loading`. Goal: a ratio of at most 1.4 at 100, 1,000 and 10,000 conventions.
#![allow(clippy::unwrap_used, reason = "a bench that cannot run should stop")]

mod support;

use std::any::Any;
use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use couveuse::model::RecordKind;
use couveuse::record;
use couveuse::store::Folder;

fn main() {
    for (records, rounds) in [(100, 41), (1_000, 15), (10_000, 7)] {
        let folder = support::portfolio(records);
        let texts = texts(folder.path());
        let what = format!("loading {records}");
        let medians = support::interleave(
            &what,
            rounds,
            &mut [
                ("end to end", Box::new(|| load(folder.path()))),
                ("parse alone", Box::new(|| support::time(|| parse(&texts)))),
            ],
        );
        support::ratio(&what, medians[0], medians[1], 1.4);
    }
}

fn load(folder: &Path) -> Duration {
    support::time(|| {
        let mut folder = Folder::open(folder).unwrap();
        let portfolio = folder.load(&|_| {});
        (folder, portfolio)
    })
}

/// Reads kind and text of all records before measuring.
fn texts(folder: &Path) -> Vec<(RecordKind, String)> {
    let mut texts = Vec::new();
    for kind in RecordKind::ALL {
        let mut folders = vec![folder.join(kind.folder().unwrap_or("portfolio.toml"))];
        while let Some(path) = folders.pop() {
            if path.is_dir() {
                folders.extend(std::fs::read_dir(path).unwrap().map(|entry| entry.unwrap().path()));
            } else {
                texts.push((kind, std::fs::read_to_string(path).unwrap()));
            }
        }
    }
    texts
}

/// Parses all records on several threads, and keeps the results as loading does.
fn parse(texts: &[(RecordKind, String)]) -> Vec<Box<dyn Any + Send>> {
    let next = AtomicUsize::new(0);
    let threads = std::thread::available_parallelism().map_or(1, usize::from);
    let work = || {
        let mut parsed = Vec::new();
        while let Some((kind, text)) = texts.get(next.fetch_add(1, Ordering::Relaxed)) {
            parsed.push(record::parse_only(*kind, text).unwrap());
        }
        parsed
    };
    std::thread::scope(|scope| {
        let threads: Vec<_> = (0..threads).map(|_| scope.spawn(work)).collect();
        threads.into_iter().flat_map(|thread| thread.join().unwrap()).collect()
    })
}
