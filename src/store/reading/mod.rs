//! Reading records, their history and their uncommitted changes. Nothing here writes.

pub(super) mod blame;
pub(super) mod changed_since;
pub(super) mod commit_stream;
pub(super) mod comparisons;
pub(super) mod dirty;
pub(super) mod history;
pub(super) mod incubator;
pub(super) mod loader;
pub(super) mod past;
mod related;
pub(super) mod revision;
pub(super) mod sparse;
pub(super) mod staged;
pub(super) mod watch;
