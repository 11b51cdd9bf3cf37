//! The house: which room may import which.
