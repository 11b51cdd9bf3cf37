//! Options that select and group the rows of an answer.

use clap::Args as ClapArgs;

/// How to group figures.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub enum FundingBy {
    /// By budget year
    Year,
}

#[derive(Debug, ClapArgs)]
pub struct Filtered {
    /// Only rows that match the filter, as on screen: 'late owes:pau'; see due --help
    #[arg(long, value_name = "FILTER", allow_hyphen_values = true)]
    pub filter: Option<String>,
}

/// The rows that a saved view or a filter selects.
#[derive(Debug, ClapArgs)]
pub struct Selected {
    /// Only rows that match the filter, as on screen: 'late owes:pau'; see due --help
    #[arg(long, value_name = "FILTER", allow_hyphen_values = true)]
    pub filter: Option<String>,
    /// Filter and order as a saved view of the portfolio
    #[arg(long, value_name = "NAME")]
    pub view: Option<String>,
}
