//! The programs that the set-up needs.

use std::path::Path;

use crate::model::MessageArg;
use crate::store::doctor::DoctorResult;
use crate::store::error::SaveError;
use crate::store::git::{command, hooks};

/// The oldest git that has every option that we use (`rev-parse --path-format`, March 2021).
const OLDEST: (u32, u32) = (2, 31);

/// Returns whether a program exists: by its path, or by its name in `PATH`.
#[must_use]
pub fn is_installed(program: &str) -> bool {
    let is_there =
        |path: &Path| hooks::is_program(path) || (cfg!(windows) && hooks::is_program(&path.with_extension("exe")));
    if program.contains(std::path::is_separator) {
        return is_there(Path::new(program));
    }
    let path = std::env::var_os("PATH").unwrap_or_default();
    !program.is_empty() && std::env::split_paths(&path).any(|folder| is_there(&folder.join(program)))
}

/// Git and its version.
pub(super) fn git() -> DoctorResult {
    let output = match command::output(command::git_here().arg("version"), None) {
        Ok(output) if output.status.success() => output,
        Ok(output) => return command::refused_by_git(&output).into(),
        Err(error @ SaveError::NoGit) => return error.into(),
        Err(error) => return error.into(),
    };
    let said = String::from_utf8_lossy(&output.stdout);
    let version = said.trim().strip_prefix("git version ").unwrap_or(said.trim());
    let args = vec![("version", MessageArg::Text(version.to_owned()))];
    match parse(version) {
        Some(found) if found < OLDEST => DoctorResult::Warning("doctor-git-old", args),
        _ => DoctorResult::Good("doctor-git", args),
    }
}

/// `2.43.0` or `2.39.5 (Apple Git-154)`
fn parse(version: &str) -> Option<(u32, u32)> {
    let mut numbers = version.split(['.', ' ']);
    Some((numbers.next()?.parse().ok()?, numbers.next()?.parse().ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_of_git_are_compared_as_numbers() {
        assert_eq!(parse("2.39.5 (Apple Git-154)"), Some((2, 39)));
        assert_eq!(parse("2.9.rc1"), Some((2, 9)));
        assert!(parse("2.9.1") < Some(OLDEST) && parse("2.100.0.windows.1") > Some(OLDEST));
        assert_eq!(parse("unknown"), None);
    }
}
