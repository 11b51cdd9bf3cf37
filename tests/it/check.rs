//! `couveuse check` and its findings.
