//! What the screens are made of: pieces of text with a meaning, columns, lists, pages and charts.

pub mod chart;
pub mod columns;
pub mod list;
pub mod page;
pub mod page_builder;
pub mod paint;
pub mod text;
pub mod timeline;
