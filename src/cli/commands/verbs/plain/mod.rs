//! Dialogues for screen readers and pipes: a review, and the arguments of a verb.

mod decision;
mod dialogue;
mod facts;
mod form;
mod review;

pub(super) use form::{is_form, run as run_form};
pub(super) use review::run as run_review;
