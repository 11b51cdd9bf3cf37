//! Arguments of `import`.

use std::path::PathBuf;

use clap::{Args, Subcommand};

#[derive(Debug, Subcommand)]
pub enum ImportCommand {
    /// Import the startups of beta.gouv.fr, from files with YAML front matter
    #[command(after_help = "\
Examples:
  couveuse import public-record beta.gouv.fr/content/_startups --dry-run
  couveuse import public-record beta.gouv.fr
  couveuse import public-record histologe.md --diff

A startup is recognised by its slug, then by its former slugs. Only what changed in the public record since
the last import changes here; a value that changed on both sides is shown with both, and ours is kept.
Keys without a place in our records are kept under [extra.public-record]. Parties that are named are
created, with the names in _organisations and _incubators beside the folder. If a party has another id
here, import/public-record.toml says so: [parties] departement-oise = \"oise\".

Exit codes: 0 imported, or nothing to import; 1 rows are refused or differ, and nothing was committed;
2 could not run.")]
    PublicRecord {
        /// Folder of startups, or the folder around it, or one file
        #[arg(value_name = "FOLDER|FILE")]
        place: PathBuf,
        /// Show where our records and the public record disagree, and import nothing
        #[arg(long, conflicts_with_all = ["dry_run", "accept_partial"])]
        diff: bool,
        #[command(flatten)]
        options: ImportOptions,
    },
}

/// Options of every import.
#[derive(Clone, Copy, Debug, Args)]
pub struct ImportOptions {
    /// Only print the plan
    #[arg(long)]
    pub dry_run: bool,
    /// Import the rest if rows are refused or differ
    #[arg(long)]
    pub accept_partial: bool,
}
