//! The repository around the folder: refs, objects, index, attributes and locks, and the user's own `git`.

pub(super) mod ahead_behind;
pub(super) mod ancestors;
pub(super) mod branch;
pub(super) mod command;
pub(super) mod damage;
pub(super) mod discover;
pub(super) mod filters;
pub(super) mod fsync;
pub(super) mod hooks;
pub(super) mod identity;
pub(super) mod index;
pub(super) mod lock;
pub(super) mod objects;
pub(super) mod paths;
pub(super) mod prompts;
pub(super) mod repository;
pub(super) mod settings;
pub(super) mod shared_mode;
pub(super) mod status;
pub(super) mod trailers;
pub(super) mod tree_diff;
pub(super) mod upstream;
pub(super) mod walk;
