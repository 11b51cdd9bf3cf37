//! Who wrote each line of a record's file: the commit, its author, and its day.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use chrono::{DateTime, FixedOffset};
use git2::{DiffOptions, ObjectType, Oid, Patch};

use crate::model::LineOrigin;
use crate::store::git::command;
use crate::store::git::repository::RepoContext;
use crate::store::git::walk::parse_id;
use crate::store::reading::history::{HistoryError, tip};
use crate::store::records_dir::RecordsDir;

/// The number of files whose origins are kept.
const CACHED: usize = 256;

/// The origins of the lines of some files, kept while they are unchanged.
#[derive(Debug, Default)]
pub(crate) struct BlameCache {
    known: HashMap<String, CachedBlame>,
}

#[derive(Debug)]
struct CachedBlame {
    /// The commit that was asked, and the file in it.
    head: Oid,
    committed: Oid,
    /// The content of the file.
    text: Oid,
    origins: LineOrigins,
}

/// The origin of each line; `None` for lines that are not committed.
pub type LineOrigins = Arc<Vec<Option<LineOrigin>>>;

/// Returns the origins of the lines of a file below the folder, whose text is `text`.
pub(crate) fn blame(
    dir: &RecordsDir,
    cache: &Mutex<BlameCache>,
    file: &str,
    text: &str,
) -> Result<LineOrigins, HistoryError> {
    let ctx = RepoContext::open(dir)?;
    let lines = text.lines().count();
    let below = dir.real.strip_prefix(&ctx.work).map_err(|_| HistoryError::NoRepository)?.join(file);
    let committed = match tip(&ctx, dir)? {
        Some(head) => {
            let tree = ctx.repo.find_tree(ctx.commit(head)?.tree)?;
            tree.get_path(&below).ok().map(|entry| (head, entry.id()))
        }
        None => None,
    };
    let Some((head, committed)) = committed else { return Ok(Arc::new(vec![None; lines])) };
    let hash = Oid::hash_object_ext(ObjectType::Blob, text.as_bytes(), ctx.repo.object_format())?;
    let mut cache = cache.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(known) = cache.known.get(file)
        && known.committed == committed
        && known.text == hash
        // A rewritten history has other commits.
        && (known.head == head || ctx.repo.graph_descendant_of(head, known.head).unwrap_or(false))
    {
        return Ok(Arc::clone(&known.origins));
    }
    let of_lines = committed_lines(&ctx, head, &below)?;
    let origins = Arc::new(if hash == committed { of_lines } else { carried_over(&ctx, committed, text, &of_lines)? });
    if cache.known.len() >= CACHED {
        cache.known.clear();
    }
    let entry = CachedBlame { head, committed, text: hash, origins: Arc::clone(&origins) };
    cache.known.insert(file.to_owned(), entry);
    Ok(origins)
}

/// Asks git, which follows renames and knows shallow clones, about the lines of a committed file. It neither reads the
/// work tree nor runs a program that converts texts.
fn committed_lines(
    ctx: &RepoContext,
    head: Oid,
    file: &std::path::Path,
) -> Result<Vec<Option<LineOrigin>>, HistoryError> {
    let mut git = ctx.safe_git();
    git.args(["-c", "blame.ignoreRevsFile=", "blame", "--no-textconv", "--porcelain"]).arg(head.to_string()).arg("--");
    let output = command::run(git.arg(file), None).map_err(|error| HistoryError::Program(error.to_string()))?;
    Ok(parse(&String::from_utf8_lossy(&output)))
}

/// Reads `git blame --porcelain`: commits are described when they appear first.
fn parse(output: &str) -> Vec<Option<LineOrigin>> {
    let mut known: HashMap<String, LineOrigin> = HashMap::new();
    let (mut origins, mut current, mut seconds) = (Vec::new(), String::new(), 0);
    for line in output.lines() {
        if line.starts_with('\t') {
            origins.push(known.get(&current).cloned());
            continue;
        }
        let (word, rest) = line.split_once(' ').unwrap_or((line, ""));
        match word {
            "author" => drop(known.entry(current.clone()).and_modify(|one| rest.clone_into(&mut one.author))),
            "author-time" => seconds = rest.parse().unwrap_or(0),
            "author-tz" => {
                let zone: i32 = rest.parse().unwrap_or(0);
                let offset = FixedOffset::east_opt((zone / 100 * 60 + zone % 100).saturating_mul(60));
                let utc = DateTime::from_timestamp(seconds, 0).unwrap_or_default();
                let on = offset.map_or_else(|| utc.date_naive(), |zone| utc.with_timezone(&zone).date_naive());
                drop(known.entry(current.clone()).and_modify(|one| one.on = on));
            }
            id if parse_id(id).is_ok() && id.len() >= 40 => {
                id.clone_into(&mut current);
                let new = || LineOrigin { commit: id.to_owned(), ..LineOrigin::default() };
                known.entry(current.clone()).or_insert_with(new);
            }
            _ => {}
        }
    }
    origins
}

/// Returns the origins of the lines of a changed text: those of the committed lines that it still has.
fn carried_over(
    ctx: &RepoContext,
    committed: Oid,
    text: &str,
    origins: &[Option<LineOrigin>],
) -> Result<Vec<Option<LineOrigin>>, HistoryError> {
    let mut carried = vec![None; text.lines().count()];
    let before = ctx.repo.find_blob(committed)?;
    let mut options = DiffOptions::new();
    options.context_lines(u32::MAX);
    let patch = Patch::from_buffers(before.content(), None, text.as_bytes(), None, Some(&mut options))?;
    for hunk in 0..patch.num_hunks() {
        for line in 0..patch.num_lines_in_hunk(hunk)? {
            let line = patch.line_in_hunk(hunk, line)?;
            let (Some(old), Some(new)) = (line.old_lineno(), line.new_lineno()) else { continue };
            let at = |number: u32| usize::try_from(number).unwrap_or(0).checked_sub(1);
            let origin = at(old).and_then(|old| origins.get(old)?.clone());
            if let Some(place) = at(new).and_then(|new| carried.get_mut(new)) {
                *place = origin;
            }
        }
    }
    Ok(carried)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn commits_are_described_once() {
        let (one, other) = ("a".repeat(40), "b".repeat(40));
        let output = format!(
            "{one} 1 1 2\nauthor Ada\nauthor-mail <a@b.c>\nauthor-time 1606780800\nauthor-tz +0100\nsummary author x\n\
             filename a.toml\n\tauthor = 1\n{one} 2 2\n\tx\n{other} 3 3 1\nauthor Bo\nauthor-time 0\nauthor-tz -0100\n\ty\n"
        );
        let origins: Vec<_> = parse(&output).into_iter().flatten().collect();
        let said: Vec<_> = origins.iter().map(|one| (one.author.as_str(), one.on.to_string())).collect();
        let first = ("Ada", "2020-12-01".to_owned());
        assert_eq!(said, [first.clone(), first, ("Bo", "1969-12-31".to_owned())]);
    }
}
