//! For unit tests of several modules: records as people write them, and small portfolios.

pub(crate) mod portfolios;
pub(crate) mod records;
