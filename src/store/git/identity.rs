//! Who commits: the author and the committer that git would record.

use git2::{Config, Repository, Signature, Time};

use crate::store::error::SaveError;

/// Author and committer of a commit, each with its time.
pub(crate) struct Identity {
    pub author: Signature<'static>,
    pub committer: Signature<'static>,
}

impl Identity {
    /// The identity in a repository. Fails if git would refuse to commit for want of one.
    pub fn of(repo: &Repository) -> Result<Self, SaveError> {
        let config = repo.config()?.snapshot()?;
        Ok(Self { author: person(&config, "author")?, committer: person(&config, "committer")? })
    }
}

/// Fails if nobody could commit in a repository that does not exist yet.
pub(crate) fn check_default() -> Result<(), SaveError> {
    let config = Config::open_default()?.snapshot()?;
    person(&config, "author").and(person(&config, "committer")).map(drop)
}

/// From the environment, else `author.*` or `committer.*`, else `user.*`, as git does.
fn person(config: &Config, role: &str) -> Result<Signature<'static>, SaveError> {
    let variable = |what: &str| std::env::var(format!("GIT_{}_{what}", role.to_uppercase())).ok();
    let setting = |name: &str| config.get_string(name).ok();
    let given = |text: &String| !text.trim().is_empty();
    let name = variable("NAME").or_else(|| setting(&format!("{role}.name"))).or_else(|| setting("user.name"));
    let email = variable("EMAIL").or_else(|| setting(&format!("{role}.email"))).or_else(|| setting("user.email"));
    let email = email.or_else(|| std::env::var("EMAIL").ok());
    let (Some(name), Some(email)) = (name.filter(given), email.filter(given)) else {
        return Err(SaveError::NoIdentity);
    };
    let signature = match variable("DATE").as_deref().and_then(moment) {
        Some(when) => Signature::new(&name, &email, &when),
        None => Signature::now(&name, &email),
    };
    signature.map_err(|_| SaveError::NoIdentity)
}

/// The forms of `GIT_AUTHOR_DATE` that scripts use: `@1606780800 +0100` and `2020-12-01T00:00:00+01:00`.
fn moment(text: &str) -> Option<Time> {
    let zoned = match chrono::DateTime::parse_from_rfc3339(text) {
        Ok(zoned) => zoned,
        Err(_) => chrono::DateTime::parse_from_str(text.trim_start_matches('@'), "%s %z").ok()?,
    };
    Some(Time::new(zoned.timestamp(), zoned.offset().local_minus_utc() / 60))
}
