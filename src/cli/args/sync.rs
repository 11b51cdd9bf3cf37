//! The command that shares the folder with others.

use clap::Args;

/// What `sync` takes.
#[derive(Debug, Args)]
pub struct Sync {
    /// Where both sides set the same thing, keep what stands here; may be repeated
    #[arg(long, value_name = "RECORD:PATH")]
    pub ours: Vec<String>,
    /// Where both sides set the same thing, take what came; may be repeated
    #[arg(long, value_name = "RECORD:PATH")]
    pub theirs: Vec<String>,
    /// Keep what stands here, whatever is asked
    #[arg(long, conflicts_with = "theirs_all")]
    pub ours_all: bool,
    /// Take what came, whatever is asked
    #[arg(long)]
    pub theirs_all: bool,
}
