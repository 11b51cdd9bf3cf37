//! The objects of a commit: created in memory, written in the staging directory, and moved into the object directory
//! when all are complete. A killed process leaves half-written objects in the staging directory only.

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io::{self, ErrorKind, Write};
use std::path::Path;

use flate2::Compression;
use flate2::write::ZlibEncoder;
use git2::{Buf, Mempack, OdbObject, Oid, Signature};

use crate::store::error::{SaveError, refused};
use crate::store::git::branch::create_dirs;
use crate::store::git::lock::SaveLock;
use crate::store::git::repository::RepoContext;
use crate::store::git::shared_mode::SharedMode;
use crate::store::git::walk::tree_of;
use crate::store::git::{command, fsync};

/// Above the priorities of the backends that libgit2 writes to.
pub(crate) const PRIORITY: i32 = 1_000;

/// Creates new objects in memory from here on. Existing ones are read as before.
pub(crate) fn keep_in_memory(ctx: &RepoContext) -> Result<(), SaveError> {
    ctx.repo.odb()?.add_new_mempack_backend(PRIORITY)?;
    Ok(())
}

/// Hands a tree that was created in memory to the user's git, which stores it with its blobs.
pub(crate) fn store_by_git(ctx: &RepoContext, in_memory: &Mempack<'_>, tree: Oid) -> Result<(), SaveError> {
    // Only what a commit in memory refers to is dumped.
    let nobody = Signature::now("couveuse", "couveuse")?;
    ctx.repo.commit(None, &nobody, &nobody, "", &ctx.repo.find_tree(tree)?, &[])?;
    let mut pack = Buf::new();
    in_memory.dump(&ctx.repo, &mut pack)?;
    command::run(ctx.git().args(["unpack-objects", "-q"]), Some(&pack))?;
    Ok(in_memory.reset()?)
}

/// The objects that one commit may have added.
pub(crate) struct NewObjects(BTreeSet<Oid>);

impl NewObjects {
    /// Returns the commit, these blobs, and each tree above one of these paths.
    pub fn of<'a>(
        ctx: &RepoContext,
        commit: Oid,
        blobs: impl Iterator<Item = Oid>,
        paths: impl Iterator<Item = &'a Path>,
    ) -> Result<Self, SaveError> {
        let mut objects: BTreeSet<Oid> = blobs.collect();
        let tree = tree_of(&ctx.repo, commit)?;
        objects.extend([commit, tree.id()]);
        // The tree of a folder goes with its last file.
        let folders = paths.flat_map(|path| path.ancestors().skip(1)).filter_map(|folder| tree.get_path(folder).ok());
        objects.extend(folders.map(|folder| folder.id()));
        Ok(Self(objects))
    }

    /// Writes the objects that do not exist yet, and then moves them into the object directory one by one.
    pub fn write(&self, ctx: &RepoContext, save_lock: &SaveLock) -> Result<(), SaveError> {
        let (odb, objects) = (ctx.repo.odb()?, ctx.common_dir().join("objects"));
        let (shared, is_synced) = (ctx.shared_mode()?, ctx.fsync()?.objects);
        let mut files = Vec::with_capacity(self.0.len());
        for object in &self.0 {
            let name = object.to_string();
            let (staged, path) = (save_lock.staging_dir.join(&name), objects.join(&name[..2]).join(&name[2..]));
            if !path.exists() {
                let written = odb.read(*object).map_err(SaveError::from);
                deflate(&written?, &staged, is_synced)
                    .and_then(|()| shared.apply(&staged))
                    .map_err(|error| refused(&path, error))?;
                files.push((staged, path));
            }
        }
        for (staged, path) in &files {
            ctx.failpoints.pass("move an object")?;
            move_file(staged, path, shared).map_err(|error| refused(path, error))?;
        }
        if is_synced {
            let dirs: BTreeSet<&Path> = files.iter().filter_map(|(_, path)| path.parent()).collect();
            for dir in dirs.into_iter().chain([objects.as_path()]) {
                fsync::dir(dir).map_err(|error| refused(dir, error))?;
            }
        }
        Ok(())
    }
}

/// Writes an object in the form of a loose object of git.
fn deflate(object: &OdbObject<'_>, path: &Path, is_synced: bool) -> io::Result<()> {
    let file = File::create(path)?;
    let mut deflated = ZlibEncoder::new(&file, Compression::fast());
    write!(deflated, "{} {}\0", object.kind().str(), object.len())?;
    deflated.write_all(object.data())?;
    deflated.finish()?;
    let mut permissions = file.metadata()?.permissions();
    permissions.set_readonly(true);
    file.set_permissions(permissions)?;
    if is_synced { file.sync_all() } else { Ok(()) }
}

/// Moves an object. The directory of an object is created with its first, and `git gc` removes it with its last.
fn move_file(from: &Path, to: &Path, shared: SharedMode) -> io::Result<()> {
    match fs::rename(from, to) {
        Err(error) if error.kind() == ErrorKind::NotFound && from.exists() => {
            create_dirs(to.parent().unwrap_or(to), shared)?;
            move_file(from, to, shared)
        }
        // The objects are on another file system. `git gc` removes files of this name.
        Err(error) if error.kind() == ErrorKind::CrossesDevices => {
            let beside = to.with_file_name(format!("tmp_obj_{}", std::process::id()));
            fs::copy(from, &beside)?;
            shared.apply(&beside)?;
            File::open(&beside)?.sync_all()?;
            fs::rename(beside, to)
        }
        outcome => outcome,
    }
}
