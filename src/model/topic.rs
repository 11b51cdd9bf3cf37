//! The matters of obligations that the program knows and draws conclusions from.

/// What an obligation is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ObligationTopic {
    /// Compte rendu de gestion: spending in AE and CP at the end of the period.
    ManagementReport,
    /// État récapitulatif des dépenses acceptées.
    StatementOfExpenditure,
    /// Giving back what was received and not spent.
    Refund,
    /// Publishing the source code.
    SourceCode,
    /// A public page of impact figures.
    StatisticsPage,
    /// Publishing the convention itself.
    Publication,
}

impl ObligationTopic {
    /// All of them.
    pub const ALL: [Self; 6] = [
        Self::ManagementReport,
        Self::StatementOfExpenditure,
        Self::Refund,
        Self::SourceCode,
        Self::StatisticsPage,
        Self::Publication,
    ];

    /// The word in files and JSON.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::ManagementReport => "management-report",
            Self::StatementOfExpenditure => "statement-of-expenditure",
            Self::Refund => "refund",
            Self::SourceCode => "source-code",
            Self::StatisticsPage => "statistics-page",
            Self::Publication => "publication",
        }
    }
}
