//! `init`: sets up a portfolio, and registers the merge driver.

use std::fs;
use std::io::{self, BufRead, IsTerminal, Write};
use std::path::Path;

use super::{CommandOutput, Invocation};
use crate::cli::args::check::Forge;
use crate::cli::errors::{self, Failure};
use crate::cli::init::{self, InitOptions};
use crate::cli::output;
use crate::cli::resolve_folder;
use crate::locale::Language;
use crate::model::MessageArg;
use crate::report::json;
use crate::store::Folder;

/// The pipelines, with their places in the repository.
const GITLAB: (&str, &str) = (".gitlab-ci.yml", include_str!("../ci/gitlab.yml"));
const GITHUB: (&str, &str) = (".github/workflows/portfolio.yml", include_str!("../ci/github.yml"));

/// Optional parts of the set-up.
#[derive(Clone, Copy)]
pub(super) struct Additions {
    pub merge_driver: bool,
    pub ci: Option<Forge>,
}

/// Sets up a portfolio and prints the next steps. In an existing portfolio, only adds what was asked for.
pub(super) fn init(
    call: &Invocation,
    dir: Option<&Path>,
    mut asked: InitOptions,
    additions: Additions,
) -> Result<CommandOutput, Failure> {
    let folder = dir.or(call.named.as_deref()).unwrap_or(Path::new("."));
    let is_plain = asked.name.is_none() && asked.home.is_none() && asked.language.is_none();
    let (mut said, mut files) = (Vec::new(), Vec::new());
    let is_there = is_plain && (additions.merge_driver || additions.ci.is_some()) && call.existing(folder).is_some();
    if !is_there {
        if asked.language.is_none() && !call.json && io::stdin().is_terminal() && call.existing(folder).is_none() {
            asked.language = Some(asked_language(call)?);
        }
        files = init::set_up(&call.locale, folder, &asked)?;
        let args = [("folder", MessageArg::Text(folder.display().to_string()))];
        said.push(call.locale.message("init-done", &args));
    }
    if additions.merge_driver {
        said.push(register(call, folder)?);
    } else if !is_there {
        said.push(call.locale.text("init-merge-offered"));
    }
    let pipeline = additions.ci.map(|forge| write_pipeline(call, folder, forge)).transpose()?;
    if let Some(file) = pipeline {
        said.push(call.locale.message("init-ci-written", &[("file", MessageArg::Text(file.to_owned()))]));
    }
    if call.json {
        return call.json(&json::set_up(folder, files, additions.merge_driver, pipeline));
    }
    Ok(CommandOutput::fine(said.join("\n") + "\n"))
}

/// Asks on the terminal for the language of the commits, again after an answer that names none. An empty line accepts
/// the language of the interface.
fn asked_language(call: &Invocation) -> Result<Language, Failure> {
    let suggested = call.locale.language;
    let question = call.locale.message("init-language", &[("suggested", MessageArg::Text(suggested.tag().to_owned()))]);
    loop {
        output::notice(&format!("{question} "));
        let mut line = String::new();
        let read = io::stdin().lock().read_line(&mut line).map_err(|error| errors::system(&call.locale, &error))?;
        let typed = line.trim();
        if read == 0 || typed.is_empty() {
            return Ok(suggested);
        }
        if let Some(language) = Language::ALL.into_iter().find(|language| typed.eq_ignore_ascii_case(language.tag())) {
            return Ok(language);
        }
    }
}

/// Writes the pipeline at the top of the repository, and returns its path there. Never overwrites one.
fn write_pipeline(call: &Invocation, folder: &Path, forge: Forge) -> Result<&'static str, Failure> {
    let (path, text) = if forge == Forge::Gitlab { GITLAB } else { GITHUB };
    let folder = call.existing(folder).ok_or_else(|| errors::usage(&call.locale, "error-no-portfolio-here", vec![]))?;
    let top = folder.repository_root().unwrap_or_else(|| folder.root().to_owned());
    let below = folder.path_in_repository();
    let option = match below.trim_end_matches('/') {
        // `couveuse` finds these without `--folder`.
        "" | "portfolio" => String::new(),
        below => format!(" --folder {}", escaped(below)),
    };
    let file = top.join(path);
    let failed = |error| errors::unwritable(&call.locale, &file, &error);
    if let Some(parent) = file.parent() {
        fs::create_dir_all(parent).map_err(failed)?;
    }
    let mut new = fs::File::create_new(&file).map_err(failed)?;
    new.write_all(text.replace("{folder}", &option).as_bytes()).map_err(failed)?;
    Ok(path)
}

/// Returns a word for a shell command in YAML. Backslashes rather than quotation marks: between these, YAML would still
/// read `: ` and ` #`.
fn escaped(word: &str) -> String {
    let is_plain = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_' | '.' | '/');
    word.chars().flat_map(|c| (!is_plain(c)).then_some('\\').into_iter().chain([c])).collect()
}

impl Invocation {
    /// Returns the portfolio in a folder, or in its `portfolio/`.
    fn existing(&self, folder: &Path) -> Option<Folder> {
        resolve_folder::open(&self.locale, Some(folder)).ok()
    }
}

/// Registers the merge driver, and returns what was done.
fn register(call: &Invocation, folder: &Path) -> Result<String, Failure> {
    let folder = resolve_folder::open(&call.locale, Some(folder))?;
    let done = folder.install_merge_driver().map_err(|error| errors::save(&call.locale, &error))?;
    Ok(call.locale.text(match (done.attributes, done.configuration) {
        (true, _) => "init-merge-registered",
        (false, true) => "init-merge-configured",
        (false, false) => "init-merge-already",
    }))
}
