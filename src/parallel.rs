//! Work on long lists, in order or on all cores.

use std::num::NonZero;
use std::sync::OnceLock;
use std::thread::Builder;

/// How the chunks of a list are processed. Pure code takes one as an argument, so that its caller decides about
/// threads.
pub trait MapChunks: Sync {
    /// Splits a list into chunks of at least `min_chunk` items and returns the results of `work` in the order of the
    /// list.
    fn map_chunks<T: Sync, R: Send>(&self, items: &[T], min_chunk: usize, work: impl Fn(&[T]) -> R + Sync) -> Vec<R>;
}

/// Processes the whole list as one chunk on the calling thread.
#[derive(Clone, Copy, Debug)]
pub struct Sequential;

impl MapChunks for Sequential {
    fn map_chunks<T: Sync, R: Send>(&self, items: &[T], _: usize, work: impl Fn(&[T]) -> R + Sync) -> Vec<R> {
        if items.is_empty() { Vec::new() } else { vec![work(items)] }
    }
}

/// Processes one chunk per core at the same time.
#[derive(Clone, Copy, Debug)]
pub struct AllCores;

impl MapChunks for AllCores {
    fn map_chunks<T: Sync, R: Send>(&self, items: &[T], min_chunk: usize, work: impl Fn(&[T]) -> R + Sync) -> Vec<R> {
        let size = items.len().div_ceil(cores()).max(min_chunk).max(1);
        let mut chunks = items.chunks(size);
        let Some(first) = chunks.next() else { return Vec::new() };
        std::thread::scope(|scope| {
            let work = &work;
            let spawn = |chunk| (chunk, Builder::new().spawn_scoped(scope, move || work(chunk)));
            let others: Vec<_> = chunks.map(spawn).collect();
            let mut results = vec![work(first)];
            // If the system has no more threads, or one panicked, its chunk is processed here.
            results.extend(others.into_iter().map(|(chunk, thread)| {
                thread.ok().and_then(|thread| thread.join().ok()).unwrap_or_else(|| work(chunk))
            }));
            results
        })
    }
}

/// Returns the number of cores. Cached because the system reads several files to answer.
fn cores() -> usize {
    static CORES: OnceLock<usize> = OnceLock::new();
    *CORES.get_or_init(|| std::thread::available_parallelism().map_or(1, NonZero::get))
}

#[cfg(test)]
mod tests {
    use super::{AllCores, MapChunks, Sequential};

    #[test]
    fn results_come_in_the_order_of_the_list() {
        let items: Vec<u32> = (0..1_000).collect();
        let double = |chunk: &[u32]| chunk.iter().map(|item| item * 2).collect::<Vec<_>>();
        let expected: Vec<u32> = items.iter().map(|item| item * 2).collect();
        assert_eq!(AllCores.map_chunks(&items, 10, double).concat(), expected);
        assert_eq!(Sequential.map_chunks(&items, 10, double).concat(), expected);
        assert!(AllCores.map_chunks(&[], 0, double).is_empty());
    }
}
