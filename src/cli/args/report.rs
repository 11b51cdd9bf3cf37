//! Arguments of `report`.

use std::path::PathBuf;

use clap::{Args, Subcommand, ValueEnum};

/// A paper.
#[derive(Debug, Subcommand)]
pub enum Report {
    /// Management report (compte rendu de gestion) of a convention
    #[command(after_help = "\
Examples:
  couveuse report management poubelles-battle-pau-dinum
  couveuse report management poubelles-battle-pau-dinum --year 2020 --out report.html

Without --year: the last complete year on the as-of day, or from the signature if none is complete.")]
    Management {
        /// Convention id
        #[arg(value_name = "CONVENTION")]
        convention: String,
        /// Budget year
        #[arg(long, value_name = "YEAR", value_parser = clap::value_parser!(i32).range(1900..=2199))]
        year: Option<i32>,
        #[command(flatten)]
        options: ReportOptions,
    },
    /// Statement of accepted expenditure (état récapitulatif des dépenses acceptées) of a convention
    #[command(
        after_help = "Examples:\n  couveuse report statement incubateur-anct-dinum --format html --out statement.html"
    )]
    Statement {
        /// Convention id
        #[arg(value_name = "CONVENTION")]
        convention: String,
        #[command(flatten)]
        options: ReportOptions,
    },
    /// Call for funds (appel de fonds) of a tranche
    #[command(after_help = "\
Examples:
  couveuse report call poubelles-battle-pau-dinum/pau
  couveuse report call poubelles-battle-pau-dinum/pau --tranche 1 --out call.html")]
    Call {
        /// Convention and contribution, such as histologe-pau-anct/pau
        #[arg(value_name = "CONVENTION/CONTRIBUTION")]
        contribution: String,
        /// Number of the tranche [default: the first one not yet called or paid]
        #[arg(long, value_name = "N")]
        tranche: Option<usize>,
        #[command(flatten)]
        options: ReportOptions,
    },
    /// Letters that remind debtors of what is late
    #[command(after_help = "\
Examples:
  couveuse report reminder pau
  couveuse report reminder --all --format html --out letters/
  couveuse report reminder pau --out letter.html --sent today")]
    Reminder {
        /// Party id
        #[arg(value_name = "PARTY", required_unless_present = "all")]
        party: Option<String>,
        /// One letter to each debtor
        #[arg(long, conflicts_with = "party")]
        all: bool,
        /// Second reminder, which names the day of the first
        #[arg(long)]
        second: bool,
        #[command(flatten)]
        options: ReportOptions,
    },
    /// Sheet of a startup for its committee (A4)
    #[command(after_help = "Examples:\n  couveuse report sheet histologe --out histologe.html")]
    Sheet {
        /// Startup id
        #[arg(value_name = "STARTUP")]
        startup: String,
        #[command(flatten)]
        options: ReportOptions,
    },
    /// Minutes (relevé de décisions) of a review, or of the committee of one startup
    #[command(after_help = "\
Examples:
  couveuse report minutes poubelles-battle --help
  couveuse report minutes --review 2026-11-20 --help

They show the records as they were when the review was closed; later changes are in the last section.")]
    Minutes {
        /// Startup id
        #[arg(value_name = "STARTUP", required_unless_present = "review")]
        startup: Option<String>,
        /// Day of the committee [default: the last one held]
        #[arg(long, value_name = "DATE", conflicts_with = "review")]
        on: Option<String>,
        /// Id or day of the review
        #[arg(long, value_name = "REVIEW", conflicts_with = "startup")]
        review: Option<String>,
        #[command(flatten)]
        options: ReportOptions,
    },
    /// Papers sent before a review: its agenda, and the sheet of each startup
    #[command(after_help = "Examples:\n  couveuse report papers --review 2026-11-20 --out papers/ --help")]
    Papers {
        /// Id or day of the review
        #[arg(long, value_name = "REVIEW")]
        review: String,
        #[command(flatten)]
        options: ReportOptions,
    },
    /// One page about all active startups
    #[command(after_help = "Examples:\n  couveuse report summary --out summary.html")]
    Summary {
        #[command(flatten)]
        options: ReportOptions,
    },
}

/// Options of every paper.
#[derive(Debug, Args)]
pub struct ReportOptions {
    /// Format [default: by the extension of --out, else md]
    #[arg(long, value_enum, value_name = "FORMAT")]
    pub format: Option<ReportFormat>,
    /// Write to this file instead of standard output; for several letters, to this folder
    #[arg(long, value_name = "PATH")]
    pub out: Option<PathBuf>,
    /// Commit the files that were written
    #[arg(long, requires = "out")]
    pub commit: bool,
    /// Exit with 1 and write nothing if something is missing
    #[arg(long = "final")]
    pub is_final: bool,
    /// Record that it was sent on this day: the obligation is done, the call made, or the reminder sent
    #[arg(long, value_name = "DATE", allow_hyphen_values = true)]
    pub sent: Option<String>,
    /// The file as it was sent, such as a signed scan [default: that of --out]
    #[arg(long, value_name = "PATH", requires = "sent")]
    pub file: Option<PathBuf>,
    /// `public` leaves out people, accounts, contacts, comments, reasons and who is late
    #[arg(long, value_enum, default_value_t, value_name = "WHO")]
    pub audience: ReportAudience,
}

/// Formats of a paper.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum ReportFormat {
    /// Markdown
    Md,
    /// One self-contained page, for printing on A4
    Html,
    /// Plain text
    Text,
}

/// Readers of a paper.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum ReportAudience {
    /// Those who take part
    #[default]
    Members,
    /// Everybody
    Public,
}
