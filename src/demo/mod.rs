//! Fictional portfolios of any size, the same for the same seed.

/// The files of a portfolio, by their paths below its folder.
#[must_use]
pub fn files(records: usize, seed: u64) -> Vec<(String, String)> {
    let _ = (records, seed);
    Vec::new()
}
