//! Which paper is asked for, and in which format: on the command line and on the screen.

use crate::model::{Date, Id};

/// A paper that can be built.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PaperRequest {
    Management {
        convention: Id,
        /// The budget year; `None` for the last complete one.
        year: Option<i32>,
    },
    Statement {
        convention: Id,
    },
    Call {
        convention: Id,
        contribution: String,
        /// The number of the tranche; `None` for the first one that is neither called nor paid.
        tranche: Option<usize>,
    },
    /// To one debtor; `None` for one letter to each.
    Reminder {
        party: Option<Id>,
        /// Whether it is the second reminder.
        second: bool,
    },
    Sheet {
        startup: Id,
    },
    ReviewMinutes {
        review: Id,
    },
    StartupMinutes {
        startup: Id,
        /// The day of the committee; `None` for the last one held.
        on: Option<Date>,
    },
    /// The agenda of a review, and the sheet of each of its startups.
    ReviewPapers {
        review: Id,
    },
    Summary,
}

impl PaperRequest {
    /// Returns the end of the locale key of its name.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        match self {
            Self::Management { .. } => "management",
            Self::Statement { .. } => "statement",
            Self::Call { .. } => "call",
            Self::Reminder { .. } => "reminder",
            Self::Sheet { .. } => "sheet",
            Self::ReviewMinutes { .. } | Self::StartupMinutes { .. } => "minutes",
            Self::ReviewPapers { .. } => "papers",
            Self::Summary => "summary",
        }
    }

    /// Returns whether it consists of a number of papers that depends on the records.
    #[must_use]
    pub const fn is_several(&self) -> bool {
        matches!(self, Self::Reminder { .. } | Self::ReviewPapers { .. })
    }

    /// Returns the review that it is about.
    #[must_use]
    pub const fn review(&self) -> Option<&Id> {
        match self {
            Self::ReviewMinutes { review } | Self::ReviewPapers { review } => Some(review),
            _ => None,
        }
    }

    /// Returns the folder that it is written to unless another one is chosen, with `/` at its end.
    #[must_use]
    pub fn folder(&self) -> String {
        self.review().map_or_else(|| "papers/".to_owned(), |review| format!("papers/{review}/"))
    }
}

/// The format of a paper.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum PaperFormat {
    Markdown,
    /// One self-contained page, for printing on A4.
    #[default]
    Html,
    Text,
}

impl PaperFormat {
    /// Returns the word on the command line, which is also the extension of files and templates.
    #[must_use]
    pub const fn extension(self) -> &'static str {
        match self {
            Self::Markdown => "md",
            Self::Html => "html",
            Self::Text => "txt",
        }
    }

    /// Returns the format that the extension of a path stands for.
    #[must_use]
    pub fn of_path(path: &str) -> Option<Self> {
        let (_, extension) = path.rsplit('/').next()?.rsplit_once('.')?;
        match extension {
            "html" | "htm" => Some(Self::Html),
            "txt" => Some(Self::Text),
            "md" => Some(Self::Markdown),
            _ => None,
        }
    }

    /// Returns the format after this one.
    #[must_use]
    pub const fn next(self) -> Self {
        match self {
            Self::Html => Self::Markdown,
            Self::Markdown => Self::Text,
            Self::Text => Self::Html,
        }
    }
}
