//! The forms of the four edits, driven by keys: what they record, refuse, and keep, and how they look.

mod drafts;
mod fixture;
mod keys;
mod looks;
