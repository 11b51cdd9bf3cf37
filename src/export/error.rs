//! Errors of exports.

/// The reason why a file cannot be created.
#[derive(Debug, thiserror::Error)]
pub enum ExportError {
    /// A table has more rows or columns than a worksheet.
    #[error("the workbook cannot be made: {0}")]
    Workbook(#[from] rust_xlsxwriter::XlsxError),
    #[error("the table cannot be written: {0}")]
    Csv(#[from] csv::Error),
    #[error(transparent)]
    Page(#[from] crate::papers::RenderError),
    #[error("the answers cannot be written: {0}")]
    Json(#[from] serde_json::Error),
}
