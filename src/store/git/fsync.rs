//! `core.fsync`: which files of the repository must be on the disk before a save goes on.

use std::fs::File;
use std::io;
use std::path::Path;

use crate::store::git::settings::Settings;

/// The components that are synced.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Fsync {
    pub objects: bool,
    pub index: bool,
    pub references: bool,
}

impl Fsync {
    /// By the settings. If nothing is set, everything is synced: git leaves loose objects and the index to the file
    /// system, but a file of ours that is synced after them may bring their names to the disk without their content.
    pub fn of(settings: &Settings) -> Self {
        let none = Self { objects: false, index: false, references: false };
        if settings.get("core.fsyncmethod") == Some("writeout-only") {
            return none;
        }
        let Some(set) = settings.get("core.fsync") else {
            let is_off = settings.flag("core.fsyncobjectfiles") == Some(false);
            return Self { objects: !is_off, index: true, references: true };
        };
        let mut fsync = Self { objects: settings.flag("core.fsyncobjectfiles") == Some(true), ..none };
        for component in set.split([',', ' ', '\t']) {
            let (component, on) = component.strip_prefix('-').map_or((component, true), |name| (name, false));
            match component {
                "none" => fsync = none,
                "loose-object" | "objects" | "committed" => fsync.objects = on,
                "index" => fsync.index = on,
                "reference" => fsync.references = on,
                "added" => (fsync.objects, fsync.index) = (on, on),
                "all" => fsync = Self { objects: on, index: on, references: on },
                _ => {}
            }
        }
        fsync
    }
}

/// Returns the option by which the user's git syncs the same as this program, if nothing is set.
pub(crate) fn git_option(settings: &Settings) -> Option<[&'static str; 2]> {
    let is_set =
        ["core.fsync", "core.fsyncmethod", "core.fsyncobjectfiles"].iter().any(|name| settings.get(name).is_some());
    (!is_set).then_some(["-c", "core.fsync=committed,index,reference"])
}

/// Waits until the content of a file is on the disk.
pub(crate) fn file(path: &Path) -> io::Result<()> {
    File::open(path)?.sync_all()
}

/// Waits until the names in a directory are on the disk. Not every system can open a directory.
pub(crate) fn dir(path: &Path) -> io::Result<()> {
    if cfg!(unix) { File::open(path)?.sync_all() } else { Ok(()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_components_are_those_of_git() {
        type Case<'a> = (&'a [(&'a str, &'a str)], [bool; 3]);
        let cases: &[Case<'_>] = &[
            (&[], [true, true, true]),
            (&[("core.fsync", "all")], [true, true, true]),
            (&[("core.fsync", "none")], [false, false, false]),
            (&[("core.fsync", "committed")], [true, false, false]),
            (&[("core.fsync", "added,reference")], [true, true, true]),
            (&[("core.fsync", "all,-index")], [true, false, true]),
            (&[("core.fsync", "all"), ("core.fsyncmethod", "writeout-only")], [false, false, false]),
            (&[("core.fsync", "all"), ("core.fsyncmethod", "batch")], [true, true, true]),
            (&[("core.fsyncobjectfiles", "false")], [false, true, true]),
        ];
        for (set, expected) in cases {
            let mut settings = Settings::default();
            set.iter().for_each(|(name, value)| settings.add(name, value));
            let Fsync { objects, index, references } = Fsync::of(&settings);
            assert_eq!([objects, index, references], *expected, "{set:?}");
        }
    }
}
