//! The objects of a commit: made in memory, written in our own staging_dir, and moved among the others when all are there.
//! What a killed process leaves half written lies in that staging_dir.

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io::{self, ErrorKind, Write};
use std::path::Path;

use flate2::Compression;
use flate2::write::ZlibEncoder;
use git2::{Config, Odb, OdbObject, Oid};

use crate::store::error::{SaveError, refused};
use crate::store::git::lock::SaveLock;
use crate::store::git::repository::RepoContext;

/// Before the places where libgit2 itself would write.
const FIRST: i32 = 1_000;

/// From here on new objects are made in memory; those that are there already are read as ever.
pub(crate) fn keep_in_memory(ctx: &RepoContext) -> Result<(), SaveError> {
    ctx.repo.odb()?.add_new_mempack_backend(FIRST)?;
    Ok(())
}

/// The objects that are new with one commit.
pub(crate) struct NewObjects(BTreeSet<Oid>);

impl NewObjects {
    /// Those that a commit may have come with: itself, these blobs, and each tree above one of these paths.
    pub fn of<'a>(
        ctx: &RepoContext,
        commit: Oid,
        blobs: impl Iterator<Item = Oid>,
        paths: impl Iterator<Item = &'a Path>,
    ) -> Result<Self, SaveError> {
        let mut made: BTreeSet<Oid> = blobs.collect();
        let tree = ctx.repo.find_commit(commit)?.tree()?;
        made.extend([commit, tree.id()]);
        // Where the last file of a folder goes, its tree does.
        let folders = paths.flat_map(|path| path.ancestors().skip(1)).filter_map(|folder| tree.get_path(folder).ok());
        made.extend(folders.map(|folder| folder.id()));
        Ok(Self(made))
    }

    /// Writes those that are not among the others yet, all of them, and moves them there, one after the other.
    pub fn write(&self, ctx: &RepoContext, save_lock: &SaveLock) -> Result<(), SaveError> {
        let (odb, among) = (ctx.repo.odb()?, ctx.repo.commondir().join("objects"));
        let mut files = Vec::with_capacity(self.0.len());
        for object in &self.0 {
            let name = object.to_string();
            let (here, there) = (save_lock.staging_dir.join(&name), among.join(&name[..2]).join(&name[2..]));
            if !there.exists() {
                write(&odb, *object, &here)?;
                files.push((here, there));
            }
        }
        let is_synced = wants_sync(&ctx.repo.config()?);
        for (here, there) in &files {
            ctx.failpoints.pass("move an object")?;
            if is_synced {
                let synced = File::open(here).and_then(|file| file.sync_all());
                synced.map_err(|error| refused(there, error))?;
            }
            move_file(here, there).map_err(|error| refused(there, error))?;
        }
        Ok(())
    }
}

/// In the form in which git keeps a single object.
fn write(odb: &Odb<'_>, object: Oid, file: &Path) -> Result<(), SaveError> {
    let object = odb.read(object)?;
    deflate(&object, file).map_err(|error| refused(file, error))
}

fn deflate(object: &OdbObject<'_>, file: &Path) -> io::Result<()> {
    let file = File::create(file)?;
    let mut deflated = ZlibEncoder::new(&file, Compression::fast());
    write!(deflated, "{} {}\0", object.kind().str(), object.len())?;
    deflated.write_all(object.data())?;
    deflated.finish()?;
    let mut permissions = file.metadata()?.permissions();
    permissions.set_readonly(true);
    file.set_permissions(permissions)
}

/// Whether git was told to wait for the disk with each object; unless told so it does not.
fn wants_sync(config: &Config) -> bool {
    let asked = config.get_string("core.fsync").unwrap_or_default();
    let objects = ["loose-object", "objects", "committed", "added", "all"];
    asked.split(',').any(|one| objects.contains(&one.trim()))
        || config.get_bool("core.fsyncObjectFiles").unwrap_or(false)
}

/// The folder of an object is made with its first, and `git gc` takes it away with its last.
fn move_file(from: &Path, to: &Path) -> io::Result<()> {
    match fs::rename(from, to) {
        Err(error) if error.kind() == ErrorKind::NotFound && from.exists() => {
            fs::create_dir_all(to.parent().unwrap_or(to))?;
            move_file(from, to)
        }
        // The objects lie on another file system. `git gc` takes out what bears this name, should we not come to it.
        Err(error) if error.kind() == ErrorKind::CrossesDevices => {
            let beside = to.with_file_name(format!("tmp_obj_{}", std::process::id()));
            fs::copy(from, &beside)?;
            fs::rename(beside, to)
        }
        outcome => outcome,
    }
}
