//! Setting up git so that a plain `git merge`, `rebase` or `cherry-pick` merges records by meaning. `.gitattributes`
//! names the files, and is committed for everybody. The configuration of each clone names the program, because git runs
//! no program that a commit names.

use std::fs;
use std::io::ErrorKind;
use std::path::Path;

use crate::model::RecordKind;
use crate::store::error::{SaveError, refused};
use crate::store::git::command;
use crate::store::git::lock::SaveLock;
use crate::store::git::repository::{RepoContext, WorkFile};
use crate::store::git::status;
use crate::store::plain_file::{self, Links};
use crate::store::records_dir::RecordsDir;
use crate::store::saving::commit_files::{commit, run};
use crate::store::saving::recover::recover;

/// The file that says how files are merged.
const FILE: &str = ".gitattributes";

/// Longer than any file of attributes that git reads.
const MAX_ATTRIBUTES: u64 = 100 * 1024 * 1024;

/// The setting that names the program.
const DRIVER: &str = "merge.couveuse.driver";

/// What had to be set up. Both are `false` if nothing was missing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MergeDriverInstall {
    /// The attributes were written and committed.
    pub attributes: bool,
    /// The program was written into the configuration.
    pub configuration: bool,
}

/// Adds the missing lines to the text of the attributes.
fn attributes(text: &str) -> String {
    let mut text = text.to_owned();
    for kind in RecordKind::ALL {
        let line = match kind.folder() {
            Some(folder) => format!("/{folder}/**/*.toml merge=couveuse"),
            None => "/portfolio.toml merge=couveuse".to_owned(),
        };
        if text.lines().any(|there| there.trim() == line) {
            continue;
        }
        if !text.is_empty() && !text.ends_with('\n') {
            text.push('\n');
        }
        text += &line;
        text.push('\n');
    }
    text
}

/// Commits the attributes and configures the program. Existing settings are kept.
pub(crate) fn install(dir: &RecordsDir) -> Result<MergeDriverInstall, SaveError> {
    let ctx = RepoContext::open(dir)?;
    ctx.head()?;
    ctx.identity()?;
    let save_lock = SaveLock::take(&ctx)?;
    recover(dir, &ctx, &save_lock)?;
    let file = dir.real.join(FILE);
    let before = match plain_file::read(&file, MAX_ATTRIBUTES, Links::Refuse) {
        Ok(bytes) => Some(String::from_utf8_lossy(&bytes).into_owned()),
        Err(error) if error.kind() == ErrorKind::NotFound => None,
        Err(error) => return Err(refused(&file, error)),
    };
    let work_file = ctx.work_file(dir, FILE)?;
    let committed = match ctx.blob_at_head(&work_file)? {
        Some(blob) => Some(String::from_utf8_lossy(&ctx.blob(blob)?).into_owned()),
        None => None,
    };
    let is_interrupted = is_interrupted(committed.as_deref(), before.as_deref());
    let before = if is_interrupted { committed } else { before };
    let after = attributes(before.as_deref().unwrap_or_default());
    let is_new = before.as_ref() != Some(&after);
    if is_new {
        if !is_interrupted && status::of_file(&ctx, &work_file)?.is_some() {
            return Err(SaveError::Dirty(file, Vec::new()));
        }
        fs::write(&file, &after).map_err(|error| refused(&file, error))?;
        if let Err(why) = commit(&ctx, &[&work_file], "Merge records by meaning") {
            restore(&ctx, &work_file, before.as_deref());
            return Err(why);
        }
    }
    Ok(MergeDriverInstall { attributes: is_new, configuration: configure(&ctx)? })
}

/// Returns whether the file is left of an installation that was killed before it committed: the committed text, and
/// more of what is added to it.
fn is_interrupted(committed: Option<&str>, file: Option<&str>) -> bool {
    let Some(file) = file.filter(|file| committed != Some(*file)) else { return false };
    let committed = committed.unwrap_or_default();
    attributes(committed).starts_with(file) && file.starts_with(committed)
}

/// Names the program that merges records in the configuration of the repository. Returns whether it was missing.
fn configure(ctx: &RepoContext) -> Result<bool, SaveError> {
    let program = std::env::current_exe().map_err(|error| refused(Path::new("couveuse"), error))?;
    let settings = [("merge.couveuse.name", "records, merged by meaning".to_owned()), (DRIVER, driver(&program))];
    let mut is_new = false;
    for (name, value) in settings {
        if ctx.settings()?.get(name) != Some(&value) {
            command::run(ctx.git().args(["config", "--local", name, &value]), None)?;
            is_new = true;
        }
    }
    Ok(is_new)
}

/// Returns the command that git runs. If the program cannot be started, git itself merges by lines and leaves its
/// markers: only then, because a failure of the program is a conflict.
fn driver(program: &Path) -> String {
    let quoted = program.to_string_lossy().replace('\'', r"'\''");
    format!(
        "program='{quoted}'; [ -x \"$program\" ] || program=couveuse; \
         if command -v \"$program\" >/dev/null 2>&1; then \"$program\" merge-driver %O %A %B %P; \
         else git merge-file -L ours -L base -L theirs %A %O %B; fi"
    )
}

/// Restores the file and its entry in the index.
fn restore(ctx: &RepoContext, file: &WorkFile, before: Option<&str>) {
    let _ = match before {
        Some(text) => fs::write(&file.absolute, text),
        None => fs::remove_file(&file.absolute),
    };
    let _ = run(ctx, &["reset", "--quiet", "--"], &[file], None);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn missing_attributes_are_added_once() {
        let whole = attributes("");
        assert_eq!(whole.lines().count(), 5);
        assert_eq!(attributes(&whole), whole);
        let own = attributes("*.md text");
        assert!(own.starts_with("*.md text\n/portfolio.toml merge=couveuse\n"), "{own}");
    }

    #[test]
    fn an_interrupted_installation_is_recognised() {
        let whole = attributes("*.md text\n");
        for (committed, file, expected) in [
            (None, Some(attributes("").as_str()), true),
            (None, Some(""), true),
            (Some("*.md text\n"), Some(&whole[..20]), true),
            (Some("*.md text\n"), Some("*.md"), false),
            (Some("*.md text\n"), Some("*.md text\n*.txt text\n"), false),
            (Some(whole.as_str()), Some(whole.as_str()), false),
            (None, None, false),
        ] {
            assert_eq!(is_interrupted(committed, file), expected, "{committed:?} {file:?}");
        }
    }

    #[test]
    fn the_program_is_named_by_its_quoted_path() {
        let command = driver(Path::new("/opt/my couveuse's/couveuse"));
        assert!(command.starts_with(r"program='/opt/my couveuse'\''s/couveuse';"), "{command}");
    }
}
