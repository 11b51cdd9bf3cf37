//! The content of a paper as a tree, before it is rendered. All texts are in the paper's language and not escaped yet.

use rust_decimal::Decimal;
use serde::{Serialize, Serializer};

/// A paper.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Document {
    /// The name of its kind, as on the command line: `management`.
    pub kind: &'static str,
    /// `fr` or `en`.
    pub language: &'static str,
    /// The name of its file without extension.
    #[serde(skip)]
    pub file_name: String,
    pub title: String,
    pub subtitle: Option<String>,
    /// Facts about the paper itself: as-of day, commit.
    pub header: Vec<DocumentField>,
    /// What the records do not say and the paper needs. A paper that misses something is a draft.
    pub missing: Vec<String>,
    pub blocks: Vec<Block>,
    /// How the figures were derived, and by which version of the records.
    pub footer: Vec<String>,
}

impl Document {
    /// Returns whether something is missing.
    #[must_use]
    pub const fn is_draft(&self) -> bool {
        !self.missing.is_empty()
    }
}

/// A label and its value.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct DocumentField {
    pub label: String,
    pub value: String,
}

/// A part of a paper.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "type", rename_all = "kebab-case")]
pub enum Block {
    /// A numbered part with a title.
    Section {
        title: String,
        blocks: Vec<Self>,
    },
    Paragraph {
        text: String,
    },
    Fields {
        fields: Vec<DocumentField>,
    },
    Table(DocumentTable),
    List {
        items: Vec<String>,
    },
    Chart(Chart),
    /// Room for a signature: who signs, in which capacity.
    Signature {
        name: String,
        capacity: String,
        place: String,
    },
}

/// A table. A table without rows shows its `empty` text.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct DocumentTable {
    pub columns: Vec<DocumentColumn>,
    pub rows: Vec<DocumentRow>,
    pub empty: String,
}

/// The head of a column.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct DocumentColumn {
    pub label: String,
    /// Whether its cells are amounts or numbers, which are aligned to the right.
    pub is_number: bool,
}

/// A row of cells, one for each column.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct DocumentRow {
    pub cells: Vec<String>,
    pub is_total: bool,
}

/// A curve or bars over a few points. Where nothing can be drawn, its points are listed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Chart {
    pub caption: String,
    pub points: Vec<ChartPoint>,
}

/// A value at a point of the horizontal axis.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ChartPoint {
    pub label: String,
    #[serde(serialize_with = "as_text")]
    pub value: Decimal,
    /// The value as text.
    pub shown: String,
}

/// Returns a decimal as text, as everywhere in JSON.
fn as_text<S: Serializer>(value: &Decimal, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_str(value)
}

impl DocumentTable {
    /// Creates an empty table with the given heads, and whether each column holds numbers.
    #[must_use]
    pub fn new(heads: Vec<(String, bool)>, empty: String) -> Self {
        let columns = heads.into_iter().map(|(label, is_number)| DocumentColumn { label, is_number }).collect();
        Self { columns, rows: Vec::new(), empty }
    }

    pub fn row(&mut self, cells: Vec<String>) {
        self.rows.push(DocumentRow { cells, is_total: false });
    }

    pub fn total(&mut self, cells: Vec<String>) {
        self.rows.push(DocumentRow { cells, is_total: true });
    }
}
