//! What the screens are made of: pieces of text with a meaning, columns, lists and pages.

pub mod columns;
pub mod list;
pub mod page;
pub mod paint;
pub mod sheet;
pub mod text;
