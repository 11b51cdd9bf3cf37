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
    /// By the settings. If nothing is set, objects and references are synced: git leaves loose objects to the file
    /// system, but a file of ours that is synced after them may bring their names to the disk without their content.
    pub fn of(settings: &Settings) -> Self {
        let none = Self { objects: false, index: false, references: false };
        if settings.get("core.fsyncmethod") == Some("writeout-only") {
            return none;
        }
        let Some(set) = settings.get("core.fsync") else {
            let is_off = settings.flag("core.fsyncobjectfiles") == Some(false);
            return Self { objects: !is_off, index: false, references: true };
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

/// Waits until the content of a file is on the disk.
pub(crate) fn file(path: &Path) -> io::Result<()> {
    File::open(path)?.sync_all()
}

/// Waits until the names in a directory are on the disk. Not every system can open a directory.
pub(crate) fn dir(path: &Path) -> io::Result<()> {
    if cfg!(unix) { File::open(path)?.sync_all() } else { Ok(()) }
}
