//! The forms of the four edits, driven by keys: what they mean, what they refuse, what they keep, how they look.

mod drafts;
mod fixture;
mod keys;
mod looks;
