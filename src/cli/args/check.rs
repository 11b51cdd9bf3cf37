//! Arguments of `check`.

use clap::Args;

use super::Filtered;
use super::values::severity;
use crate::model::Severity;

pub(super) const CHECK: &str = "\
Examples:
  couveuse check
  couveuse check --fail-on warning          exit 1 on warnings too
  couveuse check --explain signature-missing
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
    #[command(flatten)]
    pub filtered: Filtered,
}
