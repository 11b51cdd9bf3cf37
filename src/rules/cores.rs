//! Work on long lists, shared among the cores.

use std::num::NonZero;
use std::sync::OnceLock;

/// What `work` makes of equal parts of a list, none smaller than `least`, in the order of the list.
#[must_use]
pub fn on_all_cores<T: Sync, R: Send>(all: &[T], least: usize, work: impl Fn(&[T]) -> R + Sync) -> Vec<R> {
    let size = all.len().div_ceil(cores()).max(least);
    let mut parts = all.chunks(size);
    let Some(own) = parts.next() else { return Vec::new() };
    std::thread::scope(|scope| {
        let others: Vec<_> = parts.map(|part| (part, scope.spawn(|| work(part)))).collect();
        let mut made = vec![work(own)];
        // A thread that did not come back leaves its part to be done here.
        made.extend(others.into_iter().map(|(part, thread)| thread.join().unwrap_or_else(|_| work(part))));
        made
    })
}

/// The cores that we may use. Asked once: the system answers from several files.
fn cores() -> usize {
    static CORES: OnceLock<usize> = OnceLock::new();
    *CORES.get_or_init(|| std::thread::available_parallelism().map_or(1, NonZero::get))
}
