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
    /// Import expenditure, from a CSV file or a workbook (XLSX, ODS), such as an extract from Chorus
    #[command(after_help = "\
Examples:
  couveuse import expenditure depenses.csv --dry-run
  couveuse import expenditure extraction.csv --mapping chorus

Columns are recognised by their heads: montant, fournisseur, objet, date de paiement, service fait, …
A row belongs to the convention in its column \"convention\" (id or number), to the one that has its order
(N° EJ) already, or to the only one of its startup. Other heads and orders are named in import/NAME.toml:

  kind    = \"expenditure\"
  columns = { amount = \"Montant payé\", paid = \"Date de dernière opération\" }
  match   = { convention = \"N° EJ\" }
  [conventions]
  1400012345 = \"histologe-pau-anct\"

A row that is there already changes nothing; a payment from Chorus is recognised by its numbers. Amounts and
days with two readings, such as 1.234, are refused, never guessed.")]
    Expenditure(LedgerArgs),
    /// Import the payments received, from a CSV file or a workbook (XLSX, ODS)
    #[command(after_help = "\
Examples:
  couveuse import payments titres.csv --dry-run

Columns are recognised by their heads: convention, payeur, montant, date, tranche, titre, … A row belongs to the
contribution of its payer; without a tranche, to the open one of the same amount. An extract of payments from
Chorus lists money spent and becomes expenditure. couveuse import expenditure --help describes mappings.")]
    Payments(LedgerArgs),
}

/// A table to import.
#[derive(Debug, Args)]
pub struct LedgerArgs {
    /// The table
    #[arg(value_name = "FILE")]
    pub file: PathBuf,
    /// Take columns and conventions from import/NAME.toml in the folder
    #[arg(long, value_name = "NAME")]
    pub mapping: Option<String>,
    /// Sheet of the workbook; by default "1. Extraction", else the first
    #[arg(long, value_name = "SHEET")]
    pub sheet: Option<String>,
    #[command(flatten)]
    pub options: ImportOptions,
}

/// Options of every import.
#[derive(Clone, Debug, Args)]
pub struct ImportOptions {
    /// Only print the plan
    #[arg(long)]
    pub dry_run: bool,
    /// Import the rest if rows are refused or differ
    #[arg(long)]
    pub accept_partial: bool,
    /// Reason, for the body of the commit
    #[arg(long, value_name = "TEXT")]
    pub why: Option<String>,
}
