//! Arguments of `check`.

use clap::{Args, ValueEnum};

use super::Selected;
use super::values::severity;
use crate::model::Severity;

pub(super) const CHECK: &str = "\
Examples:
  couveuse check
  couveuse check --fail-on warning          exit 1 on warnings too
  couveuse check --explain signature-missing
  couveuse check --format sarif > couveuse.sarif
  couveuse check --new-since origin/main --timeless
  couveuse check --json | jq '.findings[] | select(.severity == \"error\")'

Exit codes: 0 no findings of --fail-on or above; 1 some; 2 could not run.";

#[derive(Debug, Args)]
pub struct CheckArgs {
    /// Exit with 1 on findings of this severity or above
    #[arg(long, value_name = "SEVERITY", default_value = "error", value_parser = severity())]
    pub fail_on: Severity,
    /// Print the page of a check
    #[arg(long, value_name = "NAME")]
    pub explain: Option<String>,
    /// Format of the findings; paths are relative to the repository
    #[arg(long, value_enum, value_name = "FORMAT", default_value_t, conflicts_with = "json")]
    pub format: CheckFormat,
    /// Only findings that a commit did not have, both as of the same day
    #[arg(long, value_name = "REV", allow_hyphen_values = true)]
    pub new_since: Option<String>,
    /// Leave out findings that depend on the day
    #[arg(long)]
    pub timeless: bool,
    /// Check the records of a commit, also in a bare repository
    #[arg(long, value_name = "REV", allow_hyphen_values = true, conflicts_with = "at")]
    pub rev: Option<String>,
    /// Check the staged records
    #[arg(long, conflicts_with_all = ["rev", "at"])]
    pub staged: bool,
    #[command(flatten)]
    pub selected: Selected,
}

/// Formats of findings.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum CheckFormat {
    /// For a terminal
    #[default]
    Text,
    /// Workflow commands of GitHub Actions
    Github,
    /// Code quality report of GitLab
    Gitlab,
    /// SARIF 2.1.0, for code scanning
    Sarif,
    /// JUnit XML
    Junit,
}

/// Forges that run pipelines.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Forge {
    /// .gitlab-ci.yml
    Gitlab,
    /// .github/workflows/portfolio.yml
    Github,
}
