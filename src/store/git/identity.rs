//! The author and the committer, as `git var` returns them.

use std::process::Command;

use git2::{Signature, Time};

use crate::store::error::SaveError;
use crate::store::git::command;
use crate::store::git::repository::RepoContext;
use crate::store::git::settings::Settings;
use crate::store::records_dir::RecordsDir;

/// Author and committer of a commit, each with its time.
pub(crate) struct Identity {
    pub author: Signature<'static>,
    pub committer: Signature<'static>,
}

impl Identity {
    /// Returns the identity by the settings of a repository. Fails if git would refuse to commit because there is none.
    /// `git` starts a git in the repository.
    pub fn of(settings: &Settings, git: &dyn Fn() -> Command) -> Result<Self, SaveError> {
        Ok(Self { author: person(settings, "author", git)?, committer: person(settings, "committer", git)? })
    }

    /// Fails if nobody could commit in a repository that does not exist yet.
    pub fn check_default() -> Result<(), SaveError> {
        let git = || command::git_in(&std::env::temp_dir());
        Self::of(&Settings::of_user()?, &git).map(drop)
    }
}

/// Returns the e-mail address of the author of the next commit, after `.mailmap`; `None` if git knows no author.
pub(crate) fn author_email(dir: &RecordsDir) -> Option<String> {
    let Ok(ctx) = RepoContext::open(dir) else {
        let git = || command::git_in(&std::env::temp_dir());
        let author = person(&Settings::of_user().ok()?, "author", &git).ok()?;
        return author.email().ok().map(str::to_owned);
    };
    let author = person(ctx.settings().ok()?, "author", &|| ctx.git()).ok()?;
    let mapped = ctx.repo.mailmap().and_then(|mailmap| mailmap.resolve_signature(&author));
    mapped.unwrap_or(author).email().ok().map(str::to_owned)
}

/// Returns a person and a time in the form of git: `Name <address> 1606780800 +0100`.
pub(crate) fn stamp(signature: &Signature<'_>) -> Vec<u8> {
    let (seconds, offset) = (signature.when().seconds(), signature.when().offset_minutes());
    let (sign, offset) = (if offset < 0 { '-' } else { '+' }, offset.abs());
    let mut stamp = signature.name_bytes().to_vec();
    stamp.extend(b" <");
    stamp.extend(signature.email_bytes());
    stamp.extend(format!("> {seconds} {sign}{:02}{:02}", offset / 60, offset % 60).bytes());
    stamp
}

/// From the environment, else `author.*` or `committer.*`, else `user.*`. Git is asked for everything else: other
/// dates, and names that it would clean or guess.
fn person(settings: &Settings, role: &str, git: &dyn Fn() -> Command) -> Result<Signature<'static>, SaveError> {
    let variable = |what: &str| std::env::var(format!("GIT_{}_{what}", role.to_uppercase())).ok();
    let setting = |name: &str| settings.get(name).map(str::to_owned);
    let value = |variable: Option<String>, name: &str| {
        variable.or_else(|| setting(&format!("{role}.{name}"))).or_else(|| setting(&format!("user.{name}")))
    };
    let is_plain = |text: &String| !text.trim().is_empty() && !text.contains(['<', '>', '\n']);
    let name = value(variable("NAME"), "name").filter(is_plain);
    let email = value(variable("EMAIL"), "email").filter(is_plain);
    if let (Some(name), Some(email)) = (name, email) {
        let signature = match variable("DATE") {
            None => Signature::now(&name, &email).ok(),
            Some(date) => moment(&date).and_then(|when| Signature::new(&name, &email, &when).ok()),
        };
        if let Some(signature) = signature {
            return Ok(signature);
        }
    }
    let mut command = git();
    command::make_reading(&mut command);
    let output = command::output(command.arg("var").arg(format!("GIT_{}_IDENT", role.to_uppercase())), None);
    let output = match output {
        Err(SaveError::NoGit) => return Err(SaveError::NoIdentity),
        output => output?,
    };
    let text = String::from_utf8_lossy(&output.stdout);
    parse(text.trim_end()).filter(|_| output.status.success()).ok_or(SaveError::NoIdentity)
}

/// Returns the forms of dates that scripts use: `@1606780800 +0100` and `2020-12-01T00:00:00+01:00`. Git reads many
/// others.
fn moment(text: &str) -> Option<Time> {
    let zoned = match chrono::DateTime::parse_from_rfc3339(text) {
        Ok(zoned) => zoned,
        Err(_) => chrono::DateTime::parse_from_str(text.strip_prefix('@')?, "%s %z").ok()?,
    };
    Some(Time::new(zoned.timestamp(), zoned.offset().local_minus_utc() / 60))
}

/// `Name <address> 1606780800 +0100`
fn parse(ident: &str) -> Option<Signature<'static>> {
    let (name, rest) = ident.split_once(" <")?;
    let (email, when) = rest.split_once("> ")?;
    let (seconds, zone) = when.split_once(' ')?;
    let zone: i32 = zone.parse().ok()?;
    let minutes = zone / 100 * 60 + zone % 100;
    Signature::new(name, email, &Time::new(seconds.parse().ok()?, minutes)).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_ident_of_git_is_read() {
        let signature = parse("Ada Lovelace <ada@example.org> 1606780800 -0330").unwrap();
        assert_eq!((signature.name(), signature.email()), (Ok("Ada Lovelace"), Ok("ada@example.org")));
        assert_eq!((signature.when().seconds(), signature.when().offset_minutes()), (1_606_780_800, -210));
        assert!(parse("Nobody").is_none());
    }
}
