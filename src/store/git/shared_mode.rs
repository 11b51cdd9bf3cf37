//! `core.sharedRepository`: which rights the files of a repository give to the group and to everybody.

use std::io;
use std::path::Path;

use crate::store::git::settings::Settings;

/// The rights that git adds to, or sets on, each file that it creates.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum SharedMode {
    /// What the umask leaves.
    #[default]
    Umask,
    /// These rights as well.
    Add(u32),
    /// These rights, and no others.
    Exactly(u32),
}

impl SharedMode {
    pub fn of(settings: &Settings) -> Self {
        match settings.get("core.sharedrepository").unwrap_or_default() {
            "group" => Self::Add(0o660),
            "all" | "world" | "everybody" => Self::Add(0o664),
            text => match u32::from_str_radix(text, 8) {
                Ok(1) => Self::Add(0o660),
                Ok(2) => Self::Add(0o664),
                Ok(mode) if mode & 0o600 == 0o600 => Self::Exactly(mode & 0o666),
                _ if settings.flag("core.sharedrepository") == Some(true) => Self::Add(0o660),
                _ => Self::Umask,
            },
        }
    }

    /// Gives a file or directory of the repository its rights.
    #[cfg(unix)]
    pub fn apply(self, path: &Path) -> io::Result<()> {
        use std::os::unix::fs::PermissionsExt;
        if self == Self::Umask {
            return Ok(());
        }
        let meta = std::fs::symlink_metadata(path)?;
        let old = meta.permissions().mode() & 0o7777;
        let new = self.mode(old, meta.is_dir());
        if new == old { Ok(()) } else { std::fs::set_permissions(path, PermissionsExt::from_mode(new)) }
    }

    #[cfg(not(unix))]
    #[expect(clippy::unused_self, reason = "there are no such rights")]
    pub fn apply(self, _: &Path) -> io::Result<()> {
        Ok(())
    }

    /// As git computes it: what the owner may not do, nobody else may.
    fn mode(self, old: u32, is_dir: bool) -> u32 {
        let (Self::Add(mut tweak) | Self::Exactly(mut tweak)) = self else { return old };
        if old & 0o200 == 0 {
            tweak &= !0o222;
        }
        if old & 0o100 != 0 {
            tweak |= (tweak & 0o444) >> 2;
        }
        let new = if let Self::Exactly(_) = self { (old & !0o777) | tweak } else { old | tweak };
        let searchable = new | ((new & 0o444) >> 2);
        match is_dir {
            // New files belong to the group of the directory.
            true if new & 0o060 != 0 => searchable | 0o2000,
            true => searchable,
            false => new,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rights_are_those_that_git_gives() {
        for (shared, old, is_dir, new) in [
            (SharedMode::Umask, 0o600, false, 0o600),
            (SharedMode::Add(0o660), 0o600, false, 0o660),
            (SharedMode::Add(0o660), 0o400, false, 0o440),
            (SharedMode::Add(0o660), 0o700, true, 0o2770),
            (SharedMode::Add(0o664), 0o600, false, 0o664),
            (SharedMode::Exactly(0o640), 0o644, false, 0o640),
        ] {
            assert_eq!(shared.mode(old, is_dir), new, "{shared:?} {old:o}");
        }
    }
}
