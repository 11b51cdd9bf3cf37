//! Arguments of `sync`.

use clap::Args;

#[derive(Debug, Args)]
pub struct Sync {
    /// In a conflict, keep the local value; may be repeated
    #[arg(long, value_name = "RECORD:PATH")]
    pub ours: Vec<String>,
    /// In a conflict, keep the remote value; may be repeated
    #[arg(long, value_name = "RECORD:PATH")]
    pub theirs: Vec<String>,
    /// Keep the local value in every conflict
    #[arg(long, conflicts_with = "theirs_all")]
    pub ours_all: bool,
    /// Keep the remote value in every conflict
    #[arg(long)]
    pub theirs_all: bool,
}
