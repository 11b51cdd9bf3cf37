//! The configuration of git, as the user's git reads it.

use std::collections::HashMap;

use git2::{Config, Repository};

use crate::store::error::SaveError;
use crate::store::git::command;
use crate::store::git::discover::Backend;
use crate::store::git::paths::RepoPaths;

/// All values of the configuration, those of the highest priority last.
#[derive(Debug, Default)]
pub(crate) struct Settings(HashMap<String, Vec<String>>);

impl Settings {
    /// Returns the configuration of a repository.
    pub fn of(repo: &Repository, paths: &RepoPaths, backend: Backend) -> Result<Self, SaveError> {
        if backend == Backend::InProcess {
            let settings = Self::of_config(repo.config()?)?;
            if !settings.need_git() {
                return Ok(settings);
            }
            // Without a git program, use the settings that libgit2 reads.
            return match Self::by_git(command::git_at(paths)) {
                Err(SaveError::NoGit) => Ok(settings),
                by_git => by_git,
            };
        }
        Self::by_git(command::git_at(paths))
    }

    /// Returns the configuration outside of any repository.
    pub fn of_user() -> Result<Self, SaveError> {
        let settings = Self::of_config(Config::open_default()?)?;
        if !settings.need_git() {
            return Ok(settings);
        }
        match Self::by_git(command::git_in(&std::env::temp_dir())) {
            Err(SaveError::NoGit) => Ok(settings),
            by_git => by_git,
        }
    }

    fn of_config(mut config: Config) -> Result<Self, SaveError> {
        let mut settings = Self::default();
        config.snapshot()?.entries(None)?.for_each(|entry| {
            if let Ok(name) = entry.name() {
                let value = if entry.has_value() { entry.value().unwrap_or_default() } else { "true" };
                settings.0.entry(name.to_owned()).or_default().push(value.to_owned());
            }
        })?;
        Ok(settings)
    }

    fn by_git(mut command: std::process::Command) -> Result<Self, SaveError> {
        // Listing runs no program. The options of other reading gits would be listed as if the user had set them.
        let listed = command::run(command.args(["config", "--list", "--includes", "-z"]), None)?;
        let mut settings = Self::default();
        for entry in String::from_utf8_lossy(&listed).split('\0').filter(|entry| !entry.is_empty()) {
            let (name, value) = entry.split_once('\n').unwrap_or((entry, "true"));
            settings.0.entry(name.to_owned()).or_default().push(value.to_owned());
        }
        Ok(settings)
    }

    /// Returns whether the environment or an include may change the configuration in a way that libgit2 does not see.
    fn need_git(&self) -> bool {
        let is_variable = |name: std::ffi::OsString| name.to_string_lossy().starts_with("GIT_CONFIG");
        let is_include = |name: &String| {
            let condition = name.strip_prefix("includeif.");
            condition.is_some_and(|condition| !condition.starts_with("gitdir") && !condition.starts_with("onbranch"))
        };
        std::env::vars_os().any(|(name, _)| is_variable(name)) || self.0.keys().any(is_include)
    }

    /// Returns the value of the highest priority. Section and name are in lower case.
    pub fn get(&self, name: &str) -> Option<&str> {
        self.all(name).last().map(String::as_str)
    }

    /// Returns all values.
    pub fn all(&self, name: &str) -> &[String] {
        self.0.get(name).map_or(&[], Vec::as_slice)
    }

    #[cfg(test)]
    pub fn add(&mut self, name: &str, value: &str) {
        self.0.entry(name.to_owned()).or_default().push(value.to_owned());
    }

    /// Returns a value as a boolean, if it is set and is one.
    pub fn flag(&self, name: &str) -> Option<bool> {
        let value = self.get(name)?;
        match value.to_ascii_lowercase().as_str() {
            "true" | "yes" | "on" => Some(true),
            "" | "false" | "no" | "off" => Some(false),
            number => number.parse::<i64>().ok().map(|number| number != 0),
        }
    }

    /// Returns the subsections of a section for which a name is set: the remotes are those of `remote.<name>.url`.
    pub fn subsections(&self, section: &str, name: &str) -> Vec<String> {
        let subsection = |key: &String| {
            let rest = key.strip_prefix(section)?.strip_prefix('.')?;
            rest.strip_suffix(name)?.strip_suffix('.').map(str::to_owned)
        };
        let mut found: Vec<String> = self.0.keys().filter_map(subsection).collect();
        found.sort();
        found
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_value_counts_and_booleans_are_those_of_git() {
        let mut settings = Settings::default();
        settings.add("a.b", "false");
        settings.add("a.b", "Yes");
        settings.add("a.c", "2");
        settings.add("a.d", "");
        settings.add("a.e", "often");
        settings.add("remote.my.hub.url", "x");
        assert_eq!(
            ["a.b", "a.c", "a.d", "a.e", "a.f"].map(|name| settings.flag(name)),
            [Some(true), Some(true), Some(false), None, None]
        );
        assert_eq!(settings.subsections("remote", "url"), ["my.hub"]);
    }
}
