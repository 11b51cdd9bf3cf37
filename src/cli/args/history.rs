//! The arguments of `log`, `diff`, and `explain`.

use clap::{Args as ClapArgs, ValueEnum};

use super::Filtered;

pub(super) const LOG: &str = "\
Examples:
  couveuse log --since -7
  couveuse log --since v1.2                 the commits after that tag
  couveuse log histologe-pau-anct
  couveuse log --filter verb:pay,sign
  couveuse log --json | jq '.commits[].facts[].text'";

pub(super) const DIFF: &str = "\
Examples:
  couveuse diff HEAD~5..                    since the fifth last commit
  couveuse diff 1/12/2020..                 since the end of a day
  couveuse diff v1..v2 histologe            of one record
  couveuse diff --since-committee histologe
  couveuse diff 1/12/2020.. --format md > facts.md
  couveuse diff HEAD~.. --json | jq -r '.facts[].text'

A and B are commits, branches, tags, or days. Without B, the range ends at HEAD. A day is what was known
at its end: the last commit of the branch up to then.";

pub(super) const EXPLAIN: &str = "\
Examples:
  couveuse explain histologe                what can be explained
  couveuse explain histologe received
  couveuse explain histologe funded-until
  couveuse explain histologe-pau-anct obligations.management-report
  couveuse explain histologe-pau-anct --json | jq -r '.topics[].what'
  couveuse explain histologe committee --json | jq '.lines[] | {file, line, commit}'

RECORD is an id, or KIND/ID. WHAT is a figure (received, payable, left …), a date or state (committee, phase,
status, ends …), a count (late, undetermined), the id of an obligation, today, or a key of the record.";

#[derive(Debug, ClapArgs)]
pub struct Explain {
    /// Record: id, or KIND/ID
    #[arg(value_name = "RECORD")]
    pub record: String,
    /// What to explain [default: list what can be explained]
    #[arg(value_name = "WHAT")]
    pub what: Option<String>,
}

#[derive(Debug, ClapArgs)]
pub struct Log {
    /// Only from this day on, or after this commit
    #[arg(long, value_name = "DATE|REV", allow_hyphen_values = true)]
    pub since: Option<String>,
    /// Only of this record: id, or KIND/ID
    #[arg(value_name = "RECORD")]
    pub record: Option<String>,
    #[command(flatten)]
    pub filtered: Filtered,
}

#[derive(Debug, ClapArgs)]
pub struct Diff {
    /// The range
    #[arg(
        value_name = "A..B",
        allow_hyphen_values = true,
        required_unless_present_any = ["since_committee", "since_review"]
    )]
    pub range: Option<String>,
    /// Only of this record: id, or KIND/ID
    #[arg(value_name = "RECORD")]
    pub record: Option<String>,
    /// Since the last committee of this startup: about it and its conventions
    #[arg(long, value_name = "STARTUP", conflicts_with = "range")]
    pub since_committee: Option<String>,
    /// Since the last review of this startup
    #[arg(long, value_name = "STARTUP", conflicts_with_all = ["range", "since_committee"])]
    pub since_review: Option<String>,
    /// Format of the text
    #[arg(long, value_enum, value_name = "FORMAT", default_value = "text", conflicts_with = "json")]
    pub format: DiffFormat,
}

/// How to write facts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum DiffFormat {
    /// For a terminal
    Text,
    /// Markdown
    Md,
}
