//! Remarks, in startups and conventions.

use schemars::JsonSchema;
use serde::Deserialize;

use super::plain;
use super::scalar::Scalar;
use crate::model::{Date, Note};

/// A remark.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "Note")]
pub(super) struct RawNote {
    /// Its id, unique within the record. Optional: the program writes one.
    pub id: Option<String>,
    /// The day, if known.
    on: Option<Scalar<Date>>,
    /// The remark.
    text: String,
    /// The article of the convention that it is about.
    article: Option<String>,
    /// Where this is known from.
    source: Option<String>,
}

impl RawNote {
    pub fn build(self) -> Note {
        Note { id: self.id, on: plain(self.on), text: self.text, article: self.article, source: self.source }
    }
}
