//! `whoami`: the user's person in the portfolio.

use super::{CommandOutput, Invocation};
use crate::cli::errors::{self, Code, Failure};
use crate::model::{Id, MessageArg, Portfolio};
use crate::report::{json, sanitize};
use crate::rules::{self, Me};
use crate::store::Folder;

pub(super) fn whoami(call: &Invocation) -> Result<CommandOutput, Failure> {
    let (folder, portfolio) = call.portfolio()?;
    let me = call.me(&folder, &portfolio);
    let Some(id) = me.id() else {
        if call.json {
            return Ok(CommandOutput { code: Code::Refused, ..call.json(&json::whoami(&portfolio, &me, &[]))? });
        }
        return Err(Failure { code: Code::Refused, ..unknown(call, &me) });
    };
    let coached: Vec<&Id> = portfolio.startups.values().map(|startup| &startup.id).collect();
    let is_coach = |startup: &Id| rules::coaches(&portfolio, std::slice::from_ref(startup), call.as_of).contains(id);
    let coached: Vec<&Id> = coached.into_iter().filter(|startup| is_coach(startup)).collect();
    if call.json {
        return call.json(&json::whoami(&portfolio, &me, &coached));
    }
    let key = if matches!(me, Me::Configured(_)) { "whoami-configured" } else { "whoami-by-email" };
    let args = [("person", MessageArg::Text(person_name(&portfolio, id))), ("id", MessageArg::Text(id.to_string()))];
    let mut text = call.locale.message(key, &args);
    if !coached.is_empty() {
        let names = coached.iter().filter_map(|id| portfolio.startups.get(*id)).map(|one| sanitize(&one.name).into());
        let names = [("startups", MessageArg::List(names.collect()))];
        text = format!("{text}\n{}", call.locale.message("whoami-coaches", &names));
    }
    Ok(call.text(format!("{text}\n")))
}

fn person_name(portfolio: &Portfolio, id: &Id) -> String {
    let person = portfolio.incubator.people.iter().find(|person| person.id == *id);
    person.map_or_else(|| id.to_string(), |person| sanitize(&person.name).into_owned())
}

/// Explains why it is not known who the user is, with both remedies.
fn unknown(call: &Invocation, me: &Me) -> Failure {
    match me {
        Me::Unknown(id) => {
            errors::usage(&call.locale, "error-me-unknown", vec![("id", MessageArg::Text(id.to_string()))])
        }
        Me::Several(ids) => {
            let people = ids.iter().map(ToString::to_string).collect();
            errors::usage(&call.locale, "error-me-several", vec![("people", MessageArg::List(people))])
        }
        _ => errors::usage(&call.locale, "error-me", vec![]),
    }
}

impl Invocation {
    /// Returns who the user is. Asks git only if the portfolio lists people.
    pub(super) fn me(&self, folder: &Folder, portfolio: &Portfolio) -> Me {
        let has_people = !portfolio.incubator.people.is_empty();
        let email = if has_people { folder.author_email() } else { None };
        rules::me(portfolio, self.config.me.as_ref(), email.as_deref())
    }

    /// Returns the user's person.
    ///
    /// # Errors
    /// If it is not known who the user is.
    pub(super) fn require_me(&self, folder: &Folder, portfolio: &Portfolio) -> Result<Id, Failure> {
        let me = self.me(folder, portfolio);
        me.id().cloned().ok_or_else(|| unknown(self, &me))
    }
}
