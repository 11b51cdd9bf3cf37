//! Arguments of `export`.

use std::path::PathBuf;

use clap::{Args, Subcommand, ValueEnum};

use super::report::ReportAudience;

pub(super) const EXPORT: &str = "\
Examples:
  couveuse export xlsx --out portfolio.xlsx
  couveuse export html --out portfolio.html    one page for people without a terminal
  couveuse export ics --party pau --out pau.ics
  couveuse export csv funding --dialect excel-fr --out funding.csv

Files are in the portfolio's language, else in French; --lang changes that. The same commit, day and options
give the same bytes. `couveuse help exports` says what each file contains.";

/// Formats of `export`.
#[derive(Debug, Subcommand)]
pub enum Export {
    /// Workbook (XLSX) with a sheet per table
    #[command(after_help = "Examples:\n  couveuse export xlsx --out portfolio.xlsx")]
    Xlsx {
        #[command(flatten)]
        options: ExportOptions,
    },
    /// One table as CSV
    #[command(after_help = "\
Examples:
  couveuse export csv startups
  couveuse export csv expenditure --dialect excel-fr --out expenditure.csv")]
    Csv {
        /// Table
        #[arg(value_enum, value_name = "TABLE")]
        table: ExportTableName,
        /// `rfc`: comma, decimal point, ISO dates; `excel-fr`: semicolon, decimal comma, for a French Excel
        #[arg(long, value_enum, default_value_t, value_name = "DIALECT")]
        dialect: ExportDialect,
        #[command(flatten)]
        options: ExportOptions,
    },
    /// Calendar (iCalendar): what is due, planned committees, ends of conventions
    #[command(after_help = "\
Examples:
  couveuse export ics --out portfolio.ics
  couveuse export ics --person coach-a --audience members --out coach-a.ics")]
    Ics {
        /// Only what this party owes or is owed
        #[arg(long, value_name = "PARTY", conflicts_with = "person")]
        party: Option<String>,
        /// Only this person's actions, and the committees of the startups that the person coaches
        #[arg(long, value_name = "PERSON")]
        person: Option<String>,
        #[command(flatten)]
        options: ExportOptions,
    },
    /// One self-contained web page
    #[command(after_help = "Examples:\n  couveuse export html --out portfolio.html")]
    Html {
        #[command(flatten)]
        options: ExportOptions,
    },
    /// One JSON object with the answers of list, funding, due, committees and check
    #[command(after_help = "Examples:\n  couveuse export json | jq .funding.total.payable")]
    Json {
        #[command(flatten)]
        options: ExportOptions,
    },
}

/// Options of every file.
#[derive(Debug, Args)]
pub struct ExportOptions {
    /// Write to this file instead of standard output
    #[arg(long, value_name = "PATH")]
    pub out: Option<PathBuf>,
    /// `public` leaves out people, contacts, comments, findings and lateness [default: public for html and ics, else
    /// members]
    #[arg(long, value_enum, value_name = "WHO")]
    pub audience: Option<ReportAudience>,
}

/// Tables of the portfolio.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum ExportTableName {
    /// One row per startup
    Startups,
    /// One row per contribution
    Funding,
    /// One row per due date
    Obligations,
    /// One row per startup and clause: when its next committee is due
    Committees,
    /// One row per line of expenditure
    Expenditure,
    /// One row per finding
    Findings,
}

/// Dialects of CSV.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum ExportDialect {
    /// RFC 4180: comma, decimal point, ISO dates, names of columns as in JSON
    #[default]
    Rfc,
    /// For a French Excel: byte order mark, semicolon, decimal comma
    ExcelFr,
}
