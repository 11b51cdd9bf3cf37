//! The building blocks of the screens: styled text, columns, lists, pages and charts.

pub mod chart;
pub mod list;
pub mod page;
pub mod page_builder;
pub mod paint;
pub mod text;
pub mod timeline;
