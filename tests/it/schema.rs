//! The schemas on disk are those of the types that read the files.
