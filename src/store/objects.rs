//! The objects of a commit, written apart and moved among the others when all are there: what a killed process leaves
//! half written lies in our own room.

use std::fs::{self, File};
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use git2::{Config, Repository};

use super::SaveError;
use super::commit::refused;
use super::repository::Ground;
use super::turn::Turn;

/// New objects of one attempt.
pub(super) struct Objects {
    /// Where they are; nowhere else than all others, where the path of those cannot be written down.
    apart: Option<PathBuf>,
    /// Where all others are.
    among: PathBuf,
}

impl Objects {
    /// From here on the repository writes its objects apart; those that are there already are read as ever.
    pub fn apart(ground: &Ground, turn: &Turn) -> Result<Self, SaveError> {
        let among = ground.repo.commondir().join("objects");
        let Some(path) = among.to_str() else { return Ok(Self { apart: None, among }) };
        let apart = turn.room.join("objects");
        // Which others are read stands in a file of a repository, and so it takes a little one to say it.
        let made = fs::create_dir_all(apart.join("info"))
            .and_then(|()| fs::create_dir_all(turn.room.join("refs")))
            .and_then(|()| fs::write(turn.room.join("HEAD"), "ref: refs/heads/none\n"))
            .and_then(|()| fs::write(apart.join("info/alternates"), format!("{path}\n")));
        made.map_err(|error| refused(&apart, error))?;
        ground.repo.set_odb(&Repository::open_bare(&turn.room)?.odb()?)?;
        Ok(Self { apart: Some(apart), among })
    }

    /// Moves them among the others, one after the other: each is whole.
    pub fn move_in(&self, ground: &Ground) -> Result<(), SaveError> {
        let Some(apart) = &self.apart else { return Ok(()) };
        let is_synced = wants_sync(&ground.repo.config()?);
        for folder in folders(apart).map_err(|error| refused(apart, error))? {
            let target = self.among.join(folder.file_name().unwrap_or_default());
            match fs::create_dir(&target) {
                Err(error) if error.kind() != ErrorKind::AlreadyExists => return Err(refused(&target, error)),
                _ => {}
            }
            for object in fs::read_dir(&folder).map_err(|error| refused(&folder, error))?.flatten() {
                ground.steps.pass("move an object")?;
                let target = target.join(object.file_name());
                if is_synced {
                    let synced = File::open(object.path()).and_then(|file| file.sync_all());
                    synced.map_err(|error| refused(&target, error))?;
                }
                move_file(&object.path(), &target).map_err(|error| refused(&target, error))?;
            }
        }
        Ok(())
    }
}

/// Whether git was told to wait for the disk with each object; unless told so it does not.
fn wants_sync(config: &Config) -> bool {
    let asked = config.get_string("core.fsync").unwrap_or_default();
    let objects = ["loose-object", "objects", "committed", "added", "all"];
    asked.split(',').any(|one| objects.contains(&one.trim()))
        || config.get_bool("core.fsyncObjectFiles").unwrap_or(false)
}

/// The folders of loose objects, which have two letters.
fn folders(objects: &Path) -> io::Result<Vec<PathBuf>> {
    let is_one = |path: &PathBuf| path.file_name().is_some_and(|name| name.len() == 2);
    Ok(fs::read_dir(objects)?.flatten().map(|entry| entry.path()).filter(is_one).collect())
}

fn move_file(from: &Path, to: &Path) -> io::Result<()> {
    match fs::rename(from, to) {
        // The objects lie on another file system. `git gc` takes out what bears this name, should we not come to it.
        Err(error) if error.kind() == ErrorKind::CrossesDevices => {
            let beside = to.with_file_name(format!("tmp_obj_{}", std::process::id()));
            fs::copy(from, &beside)?;
            fs::rename(beside, to)
        }
        outcome => outcome,
    }
}
