//! Arguments of `demo` and of the merge driver.

use std::path::PathBuf;

use clap::Args;

pub(super) const MERGE_DRIVER: &str = "\
To register it:
  echo '*.toml merge=couveuse' >> .gitattributes
  git config merge.couveuse.name 'couveuse records'
  git config merge.couveuse.driver 'couveuse merge-driver %O %A %B %P'

`git merge`, `git rebase`, `git cherry-pick` and `git pull` then merge records as `couveuse sync` does.
Files that are not records are merged as usual.

Exit codes: 0 merged; 1 conflict: the file has our value, without conflict markers, and both values are
reported; 2 could not run.";

pub(super) const DEMO: &str = "\
Examples:
  couveuse demo                             in a new temporary folder
  couveuse demo ~/try                       in a folder of your own
  couveuse demo --no-open ~/try             only create it and print its path
  couveuse demo --seed 7 --as-of 1/12/2020  another one, ending on that day

The demo is a git repository of its own, in which every edit is a commit by a fictional \"Lead\".
The folder is kept and its path printed at the end: delete it when you like.";

/// The files that git passes to its merge driver.
#[derive(Debug, Args)]
pub struct MergeDriverArgs {
    /// Common ancestor
    #[arg(value_name = "%O")]
    pub base: PathBuf,
    /// Our file, which receives the result
    #[arg(value_name = "%A")]
    pub ours: PathBuf,
    /// Their file
    #[arg(value_name = "%B")]
    pub theirs: PathBuf,
    /// Path in the repository
    #[arg(value_name = "%P")]
    pub path: String,
}

/// The arguments of `demo`.
#[derive(Debug, Args)]
pub struct DemoArgs {
    /// New folder [default: a temporary one]
    #[arg(value_name = "DIR")]
    pub dir: Option<PathBuf>,
    /// Seed: the same seed and day give the same portfolio
    #[arg(long, value_name = "N", default_value_t = 1)]
    pub seed: u64,
    /// Only create it and print its path
    #[arg(long)]
    pub no_open: bool,
    /// Create this many uniform records in one commit, for benchmarks
    #[arg(long, value_name = "N", hide = true)]
    pub records: Option<usize>,
}
