//! Snapshots of the screens: sizes, themes, languages.
