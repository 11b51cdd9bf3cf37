//! Topics of obligations that rules refer to.

/// The topic of an obligation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ObligationTopic {
    /// Compte rendu de gestion: spending in AE and CP at the end of the period.
    ManagementReport,
    /// État récapitulatif des dépenses acceptées.
    StatementOfExpenditure,
    /// Refund of money that was received but not spent.
    Refund,
    /// Publishing the source code.
    SourceCode,
    /// A public page of impact indicators.
    StatisticsPage,
    /// Publishing the convention itself.
    Publication,
}

impl ObligationTopic {
    /// All values.
    pub const ALL: [Self; 6] = [
        Self::ManagementReport,
        Self::StatementOfExpenditure,
        Self::Refund,
        Self::SourceCode,
        Self::StatisticsPage,
        Self::Publication,
    ];

    /// Returns the word in files and JSON.
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
