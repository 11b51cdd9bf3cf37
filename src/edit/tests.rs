//! Each verb, on texts as they might stand.
