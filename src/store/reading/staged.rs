//! The records as staged in the index.

use crate::store::error::SaveError;
use crate::store::git::command;
use crate::store::git::repository::RepoContext;
use crate::store::records_dir::RecordsDir;

/// The author of the temporary commit.
const NOBODY: [(&str, &str); 4] = [
    ("GIT_AUTHOR_NAME", "couveuse"),
    ("GIT_AUTHOR_EMAIL", "couveuse"),
    ("GIT_COMMITTER_NAME", "couveuse"),
    ("GIT_COMMITTER_EMAIL", "couveuse"),
];

/// Writes the index as a commit that no reference leads to, and returns its id. Git collects it later. In a hook, the
/// index is that of the commit about to be made.
pub(crate) fn commit(dir: &RecordsDir) -> Result<String, SaveError> {
    let ctx = RepoContext::open(dir)?;
    let run = |arguments: &[&str]| -> Result<String, SaveError> {
        let mut git = ctx.git();
        git.args(["-c", "commit.gpgSign=false"]).args(arguments).envs(NOBODY);
        if let Some(index) = std::env::var_os("GIT_INDEX_FILE") {
            git.env("GIT_INDEX_FILE", index);
        }
        Ok(String::from_utf8_lossy(&command::run(&mut git, None)?).trim().to_owned())
    };
    let tree = run(&["write-tree"])?;
    run(&["commit-tree", &tree, "-m", "The index"])
}
