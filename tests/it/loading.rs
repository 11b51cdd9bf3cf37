//! Loading a folder: all at once, first screen first, and again after changes.
