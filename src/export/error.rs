//! Errors of exports.

/// The reason why a file cannot be created.
#[derive(Debug, thiserror::Error)]
pub enum ExportError {
    #[error("the workbook cannot be made: {0}")]
    Workbook(#[from] zip::result::ZipError),
    /// A table has more rows than a worksheet.
    #[error("the sheet {sheet} would have more than {max} rows")]
    TooManyRows { sheet: String, max: usize },
    #[error("the table cannot be written: {0}")]
    Csv(#[from] csv::Error),
    #[error(transparent)]
    Page(#[from] crate::papers::RenderError),
    #[error("the answers cannot be written: {0}")]
    Json(#[from] serde_json::Error),
}
