//! The commands and their JSON, against recorded output.
