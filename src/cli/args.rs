//! Command-line arguments. Parser, help, man pages and completions derive from this declaration.
//!
//! Dates and amounts stay as typed until the language is known.

pub mod check;
mod declaration;
pub mod export;
pub mod history;
pub mod import;
pub mod report;
mod rows;
pub mod setup;
pub mod sync;
#[cfg(test)]
mod tests;
mod values;
pub mod verbs;

use std::path::PathBuf;

use clap::{Args as ClapArgs, Parser, Subcommand};

use check::{CheckArgs, Forge};
pub use declaration::{command, parse};
use export::Export;
use history::{Diff, Explain, Log};
use import::ImportCommand;
use report::Report;
pub use rows::{Filtered, FundingBy, Selected};
use setup::{DemoArgs, MergeDriverArgs};
use sync::Sync;
use values::{hand_edits, kind, language};
use verbs::WriteCommand;

use crate::edit::HandEditPolicy;
use crate::locale::Language;
use crate::model::RecordKind;

const EXAMPLES: &str = "\
Examples:
  couveuse                                  review the portfolio of this folder
  couveuse ~/incubator/portfolio            review another portfolio
  couveuse --as-of 1/12/2020                the situation on 1 December 2020
  couveuse due --json                       all obligations, for scripts
  couveuse check && git push                push only if the records have no errors
  couveuse pay histologe-pau-anct/pau 17500 --on 4/3/2021

FOLDER defaults to `portfolio/` in the current directory if it exists, else to the current directory.
A FOLDER without records is searched for a `portfolio/`. To open a folder that has the name of a
command, write `couveuse ./demo` or `couveuse --folder demo`.
Dates are day first: 4/3, 04/03/2021, 2021-03-04, 4 March, +7, yesterday, hier, fin mars.
`couveuse help TOPIC` shows a page of the guide; `couveuse help topics` lists them.

Exit codes:
  0    success
  1    `check`, `doctor` or `config --check` has findings, `sync` has a question,
       or an edit or a sync was refused and nothing was changed
  2    usage error, or the command could not run
  130  interrupted by Ctrl-C; in general 128 plus the number of the signal";

/// Review an incubator's portfolio of startups: its funding, obligations and committees.
///
/// Opens the screen if no command is given. Records are TOML files; every edit is one commit.
#[derive(Debug, Default, Parser)]
#[command(name = "couveuse", version, after_help = EXAMPLES, disable_help_subcommand = true)]
#[command(args_conflicts_with_subcommands = false)]
pub struct Args {
    /// The command; without one, the screen opens
    #[command(subcommand)]
    pub command: Option<CliCommand>,
    /// The folder of records
    #[arg(value_name = "FOLDER")]
    pub place: Option<PathBuf>,
    /// Open a saved view of the portfolio
    #[arg(long, value_name = "NAME")]
    pub view: Option<String>,
    /// Mark startups that changed since then: committee, review, a day or a revision [default: committee]
    #[arg(long, value_name = "DATE|REV", allow_hyphen_values = true)]
    pub since: Option<String>,
    /// Don't restore the screen's last state
    #[arg(long)]
    pub fresh: bool,
    /// Don't capture the mouse, so that the terminal can select text
    #[arg(long)]
    pub no_mouse: bool,
    /// Don't watch the folder for changes; `g r` reloads
    #[arg(long)]
    pub no_watch: bool,
    /// Draw with ASCII only (default if the locale is not UTF-8)
    #[arg(long)]
    pub ascii: bool,
    #[command(flatten)]
    pub common: Common,
}

/// Options of every command.
#[derive(Debug, Default, ClapArgs)]
pub struct Common {
    /// Answer as of this day [default: today]
    #[arg(long, global = true, value_name = "DATE", allow_hyphen_values = true, help_heading = "Common options")]
    pub as_of: Option<String>,
    /// Read the records as of a commit, branch, tag, or the end of a day
    #[arg(long, global = true, value_name = "REV", allow_hyphen_values = true, help_heading = "Common options")]
    pub at: Option<String>,
    /// The folder of records
    #[arg(long, global = true, value_name = "DIR", help_heading = "Common options")]
    pub folder: Option<PathBuf>,
    /// Language of words, dates and amounts [default: the system's]
    #[arg(long, global = true, value_parser = language(), help_heading = "Common options")]
    pub lang: Option<Language>,
    /// Print JSON: amounts as strings with two decimals, ISO dates, null for unknown
    #[arg(long, global = true, help_heading = "Common options")]
    pub json: bool,
    /// If the record has uncommitted manual edits: `commit` them too, or `leave` them
    #[arg(long, global = true, value_name = "WHAT", value_parser = hand_edits(), help_heading = "Common options")]
    pub hand_edits: Option<HandEditPolicy>,
    /// Theme of the screen, or `auto` to follow the terminal's background
    #[arg(long, global = true, value_name = "NAME", help_heading = "Common options")]
    pub theme: Option<String>,
}

#[derive(Debug, Subcommand)]
pub enum CliCommand {
    /// Report what is wrong or missing in the records
    #[command(after_help = check::CHECK)]
    Check(CheckArgs),
    /// List startups: phase, received and promised, late items, next committee, term
    #[command(after_help = "\
Examples:
  couveuse list
  couveuse list --as-of 2020-12-01 --json
  couveuse list --since committee           mark what changed since the last committee of each
  couveuse list --filter 'committee:late phase:construction'")]
    List {
        /// Mark startups that changed since then: committee, review, a day or a revision
        #[arg(long, value_name = "DATE|REV", allow_hyphen_values = true)]
        since: Option<String>,
        #[command(flatten)]
        selected: Selected,
    },
    /// Show everything about a startup, a convention or a party
    #[command(after_help = "\
Examples:
  couveuse show histologe
  couveuse show histologe-pau-anct
  couveuse show party/anct                  if a party and a startup share an id")]
    Show {
        /// Id, or KIND/ID if several kinds share the id
        #[arg(value_name = "ID")]
        id: String,
    },
    /// List obligations: who owes what to whom, late ones first
    #[command(after_help = "\
Examples:
  couveuse due
  couveuse due --as-of +30                  the situation in thirty days
  couveuse due --as-of 1/12/2020 --at HEAD  that of a day, as far as is committed
  couveuse due --json | jq '.occurrences[] | select(.state == \"late\")'
  couveuse due --filter 'owes:pau due:<30d -done'

A filter is a list of words that must all match. Words without a meaning below are searched for as text:
  late, due, soon, done, unsigned           state
  -done, -owes:pau                          not
  owes:pau, to:anct, party:pau              debtor; creditor; any party involved
  mine, coach:coach-a, owner:coach-a        yours; coach of the startup; owner
  due:<30d, due:2021-03, due:>=1/3/2021     within 30 days; in a month; from a day on
  amount:>=20000, amount:10k..20k           amount
  phase:construction,acceleration           alternatives
  committee:late, status:unsigned, state:undetermined, kind:payment, verb:done
  startup:, convention:, incubator:, article:, severity:, check:, record:, author:, on:
French words work too: retard, doit:pau, échéance:<30j, -fait.
Obligations that are done are listed only if the filter names a state.")]
    Due(Selected),
    /// Show funding: promised, due, called, received, outstanding, late, spent, left and refundable
    #[command(after_help = "\
Examples:
  couveuse funding
  couveuse funding --by year                by budget year and nature of spending
  couveuse funding --against 1/1/2026       each figure with its difference since that day
  couveuse funding --cash                   by month: received, spent, expected
  couveuse funding --json | jq -r .total.payable
  couveuse funding --filter 'owes:pau late'  of whole contributions with a matching tranche")]
    Funding {
        /// Show the figures by budget year and nature of spending
        #[arg(long, value_enum, value_name = "WHAT", conflicts_with_all = ["filter", "view"])]
        by: Option<FundingBy>,
        /// Show what was received and spent by month, and what is expected
        #[arg(long, conflicts_with_all = ["by", "filter", "view"])]
        cash: bool,
        /// Compare the figures with those as of another day
        #[arg(long, value_name = "DATE", allow_hyphen_values = true, conflicts_with_all = ["by", "cash", "filter", "view"])]
        against: Option<String>,
        #[command(flatten)]
        selected: Selected,
    },
    /// List what needs attention today, most urgent first
    #[command(after_help = "\
Examples:
  couveuse today
  couveuse today --mine                     only what is yours
  couveuse today --as-of 1/12/2020
  couveuse today --filter startup:histologe
  couveuse today --json | jq '.items[] | {band, due, reason}'")]
    Today {
        /// Only what is yours: you own it, or nobody does and you coach the startup
        #[arg(long)]
        mine: bool,
        #[command(flatten)]
        selected: Selected,
    },
    /// Show which person of the portfolio you are, and the startups that you coach
    #[command(after_help = "\
Examples:
  couveuse whoami
  couveuse whoami --json | jq -r .id

You are the person that `me` names in the configuration, else the one of [[people]] with the e-mail address
of git's author, after .mailmap.

Exit codes: 0 you are a person of the portfolio; 1 you are not; 2 could not run.")]
    Whoami,
    /// List committees: last held, planned, next due, days late
    #[command(after_help = "\
Examples:
  couveuse committees
  couveuse committees --as-of 1/12/2020 --json
  couveuse committees --filter late")]
    Committees(Selected),
    /// Write a paper: management report, statement, call for funds, reminder, sheet of a startup
    #[command(
        subcommand,
        after_help = "\
Examples:
  couveuse report sheet histologe --out histologe.html
  couveuse report call histologe-pau-anct/pau --lang en

Papers are in the portfolio's language, else in French; --lang changes that. A paper that misses
something is a draft and lists it. Templates in the folder `templates/` of the portfolio replace
the built-in ones: paper.html, paper.md, paper.txt, or management.html and so on; logo.svg or
logo.png is the logo."
    )]
    Report(Report),
    /// Write the portfolio to a file: workbook, CSV, calendar, web page, JSON
    #[command(subcommand, after_help = export::EXPORT)]
    Export(Export),
    /// List commits: who changed which record, and what became known, newest first
    #[command(after_help = history::LOG)]
    Log(Log),
    /// Show what became known between two commits or days
    #[command(after_help = history::DIFF)]
    Diff(Diff),
    /// Explain a figure, date, state or count: its rule, then its entries with file, line and commit
    #[command(after_help = history::EXPLAIN)]
    Explain(Explain),
    /// Verbs, which record a fact
    #[command(flatten)]
    Write(WriteCommand),
    /// Print the JSON Schema of the records, for editors
    #[command(after_help = "Examples:\n  couveuse schema convention > schema/convention.json")]
    Schema {
        /// Kind of record [default: all, by name]
        #[arg(value_name = "KIND", value_parser = kind())]
        kind: Option<RecordKind>,
    },
    /// Show the configuration: file, settings, problems
    #[command(after_help = "\
Examples:
  couveuse config
  couveuse config --keys                    every command with its keys
  couveuse config --check                   exit 1 if there are problems
  couveuse config --default > ~/.config/couveuse/config.toml")]
    Config {
        /// Only report problems; exit with 1 if there are any
        #[arg(long, conflicts_with_all = ["keys", "default"])]
        check: bool,
        /// List all commands with their keys
        #[arg(long, conflicts_with = "default")]
        keys: bool,
        /// Print a template with everything commented out
        #[arg(long)]
        default: bool,
    },
    /// Examine the set-up: git, repository, remote, terminal, programs
    #[command(after_help = "\
Examples:
  couveuse doctor
  couveuse doctor --json | jq '.lines[] | select(.state != \"good\")'

Changes nothing. Asks the remote whether it answers, and never for a password.

Exit codes: 0 edits and syncs work; 1 a problem prevents an edit or a sync; 2 could not run.")]
    Doctor,
    /// Print completions for a shell
    #[command(
        after_help = "Examples:\n  couveuse completions bash > ~/.local/share/bash-completion/completions/couveuse"
    )]
    Completions {
        /// Shell
        #[arg(value_enum)]
        shell: clap_complete::Shell,
    },
    /// Show the help of a command or a page of the guide
    #[command(after_help = "\
Examples:
  couveuse help due                         help of a command
  couveuse help topics                      list the pages of the guide
  couveuse help filters | less")]
    Help {
        /// Command or topic
        #[arg(value_name = "TOPIC")]
        topic: String,
    },
    /// Print the manual page of the program or of a command
    #[command(after_help = "Examples:\n  couveuse man | man -l -\n  couveuse man check > couveuse-check.1")]
    Man {
        /// Command
        #[arg(value_name = "COMMAND")]
        command: Option<String>,
    },
    /// Sync with the remote: fetch, merge records, push
    #[command(after_help = "\
Examples:
  couveuse sync
  couveuse sync --theirs 'convention/histologe-pau-anct:contributions[0].amount'
  couveuse sync --ours-all                  keep all local values
  couveuse sync --json | jq '.questions[] | {record, path}'

Uses your git program and credentials to fetch and push. Edits of different values merge by
themselves. If both sides changed the same value, both versions are shown with author and date before
anything is changed. On a terminal you are asked which one to keep; otherwise the command exits with 1,
and --ours or --theirs answers. An answer applies only to the values shown. Nothing is left half
merged; Ctrl-C stops at any time.

Exit codes: 0 in sync; 1 refused, or a value has to be decided; 2 could not run; 130 interrupted.")]
    Sync(Sync),
    /// Import records from other systems
    #[command(after_help = "\
Examples:
  couveuse import public-record beta.gouv.fr/content/_startups --dry-run
  couveuse import public-record beta.gouv.fr/content/_startups
  couveuse import public-record histologe.md --diff

Prints a plan first: what is new, changed, there already, different, or refused, with file, line and reason.
On a terminal it asks once. Everything is one commit and one undo; a second run changes nothing.

Exit codes: 0 imported, or nothing to import; 1 rows are refused or differ, and nothing was committed;
2 could not run.")]
    Import {
        #[command(subcommand)]
        what: ImportCommand,
    },
    /// Set up a folder of records: incubator, its party, schemas for editors, one commit
    #[command(after_help = "\
Examples:
  couveuse init                             in the current folder
  couveuse init ~/incubator --name \"Incubator of the Valley\" --home \"Valley Agency\"
  couveuse init ~/incubateur --language fr  with commits in French
  couveuse init --merge-driver              in a clone: let git merge records
  couveuse init --ci gitlab                 in a repository: checks of merge requests, weekly files

Creates portfolio.toml, the party that runs the portfolio, the folders, and the JSON Schema of each
kind of record, and commits them. Creates a git repository if there is none. Never overwrites files.

On a terminal it asks for the language of the commits unless --language is given.

--merge-driver adds the merge driver to .gitattributes, commits that, and registers the program in the
configuration of this repository. Each clone has to register it once: git never runs programs that are
only named in a file.

--ci writes .gitlab-ci.yml or .github/workflows/portfolio.yml, for you to complete and commit.")]
    Init {
        /// Folder [default: the current one]
        #[arg(value_name = "DIR")]
        dir: Option<PathBuf>,
        /// Name of the incubator [default: the folder's]
        #[arg(long, value_name = "TEXT")]
        name: Option<String>,
        /// Name of the party that runs the portfolio [default: the incubator's]
        #[arg(long, value_name = "TEXT")]
        home: Option<String>,
        /// Language of the portfolio's commits [default: asks on a terminal, else en]
        #[arg(long, value_parser = language())]
        language: Option<Language>,
        /// Register the merge driver; in an existing portfolio, only that
        #[arg(long)]
        merge_driver: bool,
        /// Write a pipeline for this forge; in an existing portfolio, only that
        #[arg(long, value_enum, value_name = "FORGE")]
        ci: Option<Forge>,
    },
    /// Merge a record as git's merge driver; called by git
    #[command(hide = true, after_help = setup::MERGE_DRIVER)]
    MergeDriver(MergeDriverArgs),
    /// Draw the pictures of the README, from the demo
    #[command(hide = true)]
    Pictures {
        /// Target folder: tests/pictures
        #[arg(value_name = "DIR")]
        dir: PathBuf,
    },
    /// Open a fictional portfolio to try everything on, with two years of history
    #[command(after_help = setup::DEMO)]
    Demo(DemoArgs),
}

impl CliCommand {
    /// Returns whether the command edits records.
    #[must_use]
    pub const fn writes(&self) -> bool {
        matches!(self, Self::Import { .. }) || matches!(self, Self::Write(command) if command.writes())
    }

    /// Returns whether the command answers from the records, and so accepts `--at`.
    #[must_use]
    pub const fn reads(&self) -> bool {
        match self {
            Self::Check(typed) => typed.explain.is_none(),
            Self::List { .. } | Self::Show { .. } | Self::Due(_) | Self::Funding { .. } | Self::Today { .. } => true,
            Self::Committees(_) | Self::Report(_) | Self::Export(_) | Self::Log(_) | Self::Diff(_) => true,
            Self::Explain(_) => true,
            _ => matches!(self, Self::Write(command) if !command.writes()),
        }
    }
}
