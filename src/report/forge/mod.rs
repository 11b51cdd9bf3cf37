//! Findings in the formats of forges and test reports, which show them beside the lines of a change.

mod github;
mod gitlab;
mod junit;
mod sarif;

pub use github::github;
pub use gitlab::gitlab;
pub use junit::junit;
pub use sarif::sarif;

use crate::report::Diagnostic;

/// A finding as a forge needs it.
#[derive(Clone, Debug)]
pub struct ForgeFinding {
    pub diagnostic: Diagnostic,
    /// The path of its file in the repository, with `/` as separator.
    pub path: String,
    /// Stable when the line of the finding changes.
    pub fingerprint: String,
}
