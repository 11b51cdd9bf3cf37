//! The text of records: reading TOML into the model, locating values, patching and merging. No disk, no git.
//!
//! `raw` has the format of each file; `schema` is derived from it. `read` tries `fast_path`, then `lenient`, which uses
//! `recovery` to continue after a missing bracket; `conflict` removes versions between conflict markers before that.
//! `patch` changes as little of a text as possible; `relocate` finds an entry again that has moved meanwhile. `merge`
//! merges three versions, `compare` lists what differs between two.

mod compare;
mod conflict;
mod decode;
mod error;
mod fast_path;
mod item;
mod lenient;
mod locate;
mod merge;
mod nesting_limit;
mod patch;
mod raw;
mod read;
mod recovery;
mod relocate;
mod schema;
mod text;
mod version;

pub use compare::{compare, likeness};
pub use conflict::{ConflictVersions, versions as conflict_versions};
pub use decode::{Reading, Record};
pub use error::{MergeError, PatchError};
pub use item::Item;
pub use lenient::{locate_all_as_read, locate_as_read};
pub use locate::{locate, locate_all};
pub use merge::{RecordMerge, merge};
pub use patch::{Op, patch, to_toml};
pub use raw::EXPECTED;
pub use read::{parse_only, read};
pub use relocate::{relocate, value_at};
pub use schema::schema;
pub use text::{LARGEST, table};
pub use version::RecordVersion;

#[cfg(test)]
mod tests;
