//! The command line, declared once: the parser, the help, the man pages and the completions are made from it.
//!
//! Nothing is looked up or read here. Dates and amounts stay as typed until the language is known.

pub mod conventions;
pub mod new;
mod shown;
pub mod startups;
pub mod sync;
pub mod verbs;
mod words;

use std::path::PathBuf;

use clap::{Args as ClapArgs, Parser, Subcommand};

pub use shown::{command, parse};
use sync::Sync;
use verbs::Verb;
use words::{hand_edits, kind, language, severity};

use crate::edit::HandEditPolicy;
use crate::locale::Language;
use crate::model::{RecordKind, Severity};

const EXAMPLES: &str = "\
Examples:
  couveuse                                  review the portfolio of this folder
  couveuse ~/incubator/portfolio            review another one
  couveuse --as-of 1/12/2020                as it stood on 1 December 2020
  couveuse due --json                       every obligation, for a script
  couveuse check && git push                push only sound records
  couveuse pay histologe-pau-anct/pau 17500 --on 4/3/2021

Without FOLDER: `portfolio/` below the current directory if it is there, else the current directory.
A FOLDER that holds no records itself may hold them in its `portfolio/`.
Dates as one writes them, day first: 4/3, 04/03/2021, 2021-03-04, +7, yesterday, hier.

Exit codes:
  0    fine
  1    `check` or `config --check` found something, `sync` has a question,
       or an edit or a sync was refused and nothing was changed
  2    not understood, or could not run
  130  stopped by Ctrl-C; in general 128 and the number of the signal";

/// Review an incubator's portfolio of startups: its funding, obligations and committees.
///
/// Without a command it is the screen. Records are TOML files; every edit is one commit.
#[derive(Debug, Default, Parser)]
#[command(name = "couveuse", version, after_help = EXAMPLES, disable_help_subcommand = true)]
#[command(args_conflicts_with_subcommands = false)]
pub struct Args {
    /// What to do; the screen without it.
    #[command(subcommand)]
    pub command: Option<Command>,
    /// The folder of records.
    #[arg(value_name = "FOLDER")]
    pub place: Option<PathBuf>,
    /// Start the screen afresh: not where it was left
    #[arg(long)]
    pub fresh: bool,
    /// Leave the mouse to the terminal, whose own selection then works
    #[arg(long)]
    pub no_mouse: bool,
    /// Do not look at the folder by itself when something in it changes; `g r` does
    #[arg(long)]
    pub no_watch: bool,
    /// Draw with ASCII signs alone; so it is in a locale that is not UTF-8
    #[arg(long)]
    pub ascii: bool,
    /// What every command takes.
    #[command(flatten)]
    pub common: Common,
}

/// The options that every command takes.
#[derive(Debug, Default, ClapArgs)]
pub struct Common {
    /// The day of the answers, today unless given
    #[arg(long, global = true, value_name = "DATE", allow_hyphen_values = true, help_heading = "Common options")]
    pub as_of: Option<String>,
    /// The folder of records
    #[arg(long, global = true, value_name = "DIR", help_heading = "Common options")]
    pub folder: Option<PathBuf>,
    /// The language of words, dates and amounts; the system's unless given
    #[arg(long, global = true, value_parser = language(), help_heading = "Common options")]
    pub lang: Option<Language>,
    /// Answer as JSON: amounts as strings with two decimals, ISO dates, null for unknown
    #[arg(long, global = true, help_heading = "Common options")]
    pub json: bool,
    /// Of a record edited by hand and not committed: `commit` that with the fact, or `leave` it as it is
    #[arg(long, global = true, value_name = "WHAT", value_parser = hand_edits(), help_heading = "Common options")]
    pub hand_edits: Option<HandEditPolicy>,
    /// The colours of the screen: `auto` as the terminal's background is, or a theme by its name
    #[arg(long, global = true, value_name = "NAME", help_heading = "Common options")]
    pub theme: Option<String>,
}

/// Which rows are answered.
#[derive(Debug, ClapArgs)]
pub struct Filtered {
    /// Only the rows that these words let through, as on screen: 'late owes:pau'; due --help lists them
    #[arg(long, value_name = "FILTER", allow_hyphen_values = true)]
    pub filter: Option<String>,
}

/// The commands.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Say what is wrong or missing in the records
    #[command(after_help = "\
Examples:
  couveuse check
  couveuse check --fail-on warning          exit 1 on warnings too
  couveuse check --explain signature-missing
  couveuse check --json | jq '.findings[] | select(.severity == \"error\")'

Exit codes: 0 nothing at or above --fail-on; 1 something; 2 could not run.")]
    Check {
        /// From which severity on to exit with 1
        #[arg(long, value_name = "SEVERITY", default_value = "error", value_parser = severity())]
        fail_on: Severity,
        /// Print the page of a check instead
        #[arg(long, value_name = "NAME")]
        explain: Option<String>,
        /// Which findings
        #[command(flatten)]
        filtered: Filtered,
    },
    /// The startups: phase, money in of money promised, what is late, next committee, term
    #[command(after_help = "\
Examples:
  couveuse list
  couveuse list --as-of 2020-12-01 --json
  couveuse list --filter 'committee:late phase:construction'")]
    List(Filtered),
    /// Everything about one startup, convention or party
    #[command(after_help = "\
Examples:
  couveuse show histologe
  couveuse show histologe-pau-anct
  couveuse show party/anct                  where a party and a startup share an id")]
    Show {
        /// Its id, or KIND/ID where several kinds share it
        #[arg(value_name = "ID")]
        id: String,
    },
    /// Who owes what to whom, by when: the late first
    #[command(after_help = "\
Examples:
  couveuse due
  couveuse due --as-of +30                  as it will stand in thirty days
  couveuse due --json | jq '.occurrences[] | select(.state == \"late\")'
  couveuse due --filter 'owes:pau due:<30d -done'

Words of a filter, which must all hold; any other word is looked for in the row:
  late, done, soon, unsigned                where it stands
  -done, -owes:pau                          not
  owes:pau, to:anct, party:pau              who must do it or pay; to whom; anybody concerned
  due:<30d, due:2021-03, due:>=1/3/2021     before 30 days from now; in a month; from a day on
  amount:>=20000, amount:10k..20k           how much
  phase:construction,acceleration           one or the other
  committee:late, status:unsigned, state:undetermined, kind:payment, verb:done
  startup:, convention:, incubator:, article:, severity:, check:, record:, author:, on:
The French words are understood as well: retard, doit:pau, échéance:<30j, -fait.")]
    Due(Filtered),
    /// What is committed, due, called, received, outstanding, late, spent, left and refundable
    #[command(after_help = "\
Examples:
  couveuse funding
  couveuse funding --json | jq -r .total.committed
  couveuse funding --filter 'owes:pau late'  of the contributions that pass, each as a whole")]
    Funding(Filtered),
    /// Committees: last held, planned, next due, late by
    #[command(after_help = "\
Examples:
  couveuse committees
  couveuse committees --as-of 1/12/2020 --json
  couveuse committees --filter late")]
    Committees(Filtered),
    /// Who changed which record, when: the newest first
    #[command(after_help = "\
Examples:
  couveuse log --since -7
  couveuse log histologe-pau-anct
  couveuse log --filter verb:pay,sign
  couveuse log --json | jq '.commits[] | select(.verb == \"pay\")'")]
    Log {
        /// From which day on
        #[arg(long, value_name = "DATE", allow_hyphen_values = true)]
        since: Option<String>,
        /// Of one record alone: its id, or KIND/ID
        #[arg(value_name = "RECORD")]
        record: Option<String>,
        /// Which rows are answered.
        #[command(flatten)]
        filtered: Filtered,
    },
    /// What writes a fact down
    #[command(flatten)]
    Write(Verb),
    /// The JSON Schema of the records, for editors
    #[command(after_help = "Examples:\n  couveuse schema convention > schema/convention.json")]
    Schema {
        /// Of one kind; of all of them, by name, unless given
        #[arg(value_name = "KIND", value_parser = kind())]
        kind: Option<RecordKind>,
    },
    /// The configuration: where it is, what holds, what is wrong with it
    #[command(after_help = "\
Examples:
  couveuse config
  couveuse config --keys                    every command with its keys
  couveuse config --check                   exit 1 when something in it is wrong
  couveuse config --default > ~/.config/couveuse/config.toml")]
    Config {
        /// Only what is wrong: exit 1 where something is
        #[arg(long, conflicts_with_all = ["keys", "default"])]
        check: bool,
        /// Every command with its keys, as they hold
        #[arg(long, conflicts_with = "default")]
        keys: bool,
        /// A file to begin with, all of it commented out
        #[arg(long)]
        default: bool,
    },
    /// Completions for a shell
    #[command(
        after_help = "Examples:\n  couveuse completions bash > ~/.local/share/bash-completion/completions/couveuse"
    )]
    Completions {
        /// Which shell
        #[arg(value_enum)]
        shell: clap_complete::Shell,
    },
    /// The manual page, of the program or of one command
    #[command(after_help = "Examples:\n  couveuse man | man -l -\n  couveuse man check > couveuse-check.1")]
    Man {
        /// Of which command
        #[arg(value_name = "COMMAND")]
        command: Option<String>,
    },
    /// Share the folder through its remote: fetch, merge by meaning, push
    #[command(after_help = "\
Examples:
  couveuse sync
  couveuse sync --theirs 'convention/histologe-pau-anct:contributions[0].amount'
  couveuse sync --ours-all                  keep what stands here, whatever is asked
  couveuse sync --json | jq '.questions[] | {record, path}'

It is the git program that fetches and pushes, with your own credentials. Edits of different things merge by themselves.
Where two people set the same thing to two values, both are told with who wrote them and when, before anything is changed:
on a terminal it asks which one stands, elsewhere it ends with 1, and --ours or --theirs answers. An answer holds for the
values that were told. Nothing is ever left half merged; Ctrl-C stops it at any moment.

Exit codes: 0 in step with the others; 1 refused, or something is to be decided; 2 could not run; 130 stopped.")]
    Sync(Sync),
    /// Set up a folder of records: the incubator, its own party, schemas for editors, one commit
    #[command(after_help = "\
Examples:
  couveuse init                             in this folder
  couveuse init ~/incubator --name \"Incubator of the Valley\" --home \"Valley Agency\"
  couveuse init --merge-driver              in a clone: let git merge records by meaning

It makes portfolio.toml, the party that keeps the portfolio, the folders and the JSON Schema of each kind of record, and
commits them; in a new git repository where the folder is in none. Nothing that is there is overwritten.

--merge-driver says in .gitattributes that records are merged by couveuse merge-driver, commits that, and names the program
in this repository's configuration. Each clone does that once for itself: git runs no program that only a file names.")]
    Init {
        /// The folder; this one unless given
        #[arg(value_name = "DIR")]
        dir: Option<PathBuf>,
        /// The incubator's name; the folder's unless given
        #[arg(long, value_name = "TEXT")]
        name: Option<String>,
        /// The name of the party that keeps the portfolio; the incubator's unless given
        #[arg(long, value_name = "TEXT")]
        home: Option<String>,
        /// Have plain git merge records by meaning as well; in a folder set up before, only that
        #[arg(long)]
        merge_driver: bool,
    },
    /// Merge a record by meaning, as git's merge driver: git calls it, you do not
    #[command(
        hide = true,
        after_help = "\
To register it, in a line of .gitattributes and two of the configuration:
  echo '*.toml merge=couveuse' >> .gitattributes
  git config merge.couveuse.name 'records by meaning'
  git config merge.couveuse.driver 'couveuse merge-driver %O %A %B %P'

From then on `git merge`, `git rebase`, `git cherry-pick` and `git pull` merge records as `couveuse sync` does. What is no
record is merged as git merges it.

Exit codes: 0 merged; 1 the same thing was set to two values: ours stands in the file, without conflict markers, and
what is to be settled is told; 2 could not run."
    )]
    MergeDriver {
        /// The file that both sides began with
        #[arg(value_name = "%O")]
        base: PathBuf,
        /// Our file, which takes what comes out
        #[arg(value_name = "%A")]
        ours: PathBuf,
        /// The file that comes from elsewhere
        #[arg(value_name = "%B")]
        theirs: PathBuf,
        /// Where the file belongs in the repository
        #[arg(value_name = "%P")]
        path: String,
    },
    /// Draw the pictures of the README, from the demo
    #[command(hide = true)]
    Pictures {
        /// Into which folder: tests/pictures
        #[arg(value_name = "DIR")]
        dir: PathBuf,
    },
    /// A fictional portfolio to press every key on: startups, money, committees and two years of history
    #[command(after_help = "\
Examples:
  couveuse demo                             open one, in a new folder among the temporary files
  couveuse demo ~/try                       open one that stays
  couveuse demo --no-open ~/try             only write it, and say where
  couveuse demo --seed 7 --as-of 1/12/2020  another one, as it was on that day

It is a git repository of its own: every edit is a commit in it, by its own \"Lead\". Nobody in it is real.
The folder is left where it is, and its path is told at the end: delete it when you like.")]
    Demo {
        /// The new folder; one among the temporary files unless given
        #[arg(value_name = "DIR")]
        dir: Option<PathBuf>,
        /// The same seed and day, the same portfolio
        #[arg(long, value_name = "N", default_value_t = 1)]
        seed: u64,
        /// Only write it, and say where
        #[arg(long)]
        no_open: bool,
        /// So many uniform records and one commit instead, to measure with
        #[arg(long, value_name = "N", hide = true)]
        records: Option<usize>,
    },
}

impl Command {
    /// Whether it writes a fact down, or takes one back.
    #[must_use]
    pub const fn writes(&self) -> bool {
        matches!(self, Self::Write(_))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_declaration_is_sound() {
        command().debug_assert();
    }

    #[test]
    fn nothing_said_is_the_default_of_everything() {
        let args = Args::try_parse_from(["couveuse"]).expect("understood");
        assert_eq!(format!("{args:?}"), format!("{:?}", Args::default()));
    }

    #[test]
    fn a_date_may_begin_with_a_sign() {
        let args = Args::try_parse_from(["couveuse", "due", "--as-of", "-3"]).expect("understood");
        assert_eq!(args.common.as_of.as_deref(), Some("-3"));
    }

    #[test]
    fn a_word_that_is_no_command_is_the_folder() {
        let args = Args::try_parse_from(["couveuse", "somewhere", "--lang", "fr"]).expect("understood");
        assert_eq!(args.place.as_deref(), Some(std::path::Path::new("somewhere")));
        assert_eq!(args.common.lang, Some(Language::French));
        assert!(args.command.is_none());
    }
}
