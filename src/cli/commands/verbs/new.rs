//! Records that are made: startups, conventions, amendments, parties.

use super::{Invocation, Reply, id, ids, write, write_all};
use crate::cli::args::conventions::{Amend, Terms};
use crate::cli::args::new::{New, NewConvention, NewParty, NewStartup};
use crate::cli::errors::{self, Failure};
use crate::edit::verb::{self, PledgedContribution, TermSpec};
use crate::locale::Language;
use crate::model::{Id, MessageArg};
use crate::report::words;

/// Makes a record.
pub(super) fn new(call: &Invocation, what: New) -> Result<Reply, Failure> {
    match what {
        New::Startup(what) => startup(call, what),
        New::Convention(what) => convention(call, what),
        New::Party(what) => party(call, what),
    }
}

fn startup(call: &Invocation, what: NewStartup) -> Result<Reply, Failure> {
    let startup = id(call, &what.id)?;
    let from = call.date("--from", what.from.as_deref())?.unwrap_or(call.today);
    let sponsors = ids(call, &what.sponsors)?;
    let (folder, portfolio) = call.portfolio()?;
    let own = || portfolio.incubator.home.clone().filter(|home| portfolio.parties.contains_key(home));
    let incubator = what.incubator.as_deref().map(|typed| id(call, typed)).transpose()?.or_else(own);
    let name = what.name.unwrap_or_else(|| startup.to_string());
    let (mission, phase) = (what.mission, what.phase);
    let intention = verb::NewStartupVerb { id: startup, name, mission, incubator, sponsors, phase, from };
    write_all(call, &folder, &portfolio, &[intention.into()])
}

fn convention(call: &Invocation, what: NewConvention) -> Result<Reply, Failure> {
    let convention = id(call, &what.id)?;
    let startups = ids(call, &what.startups)?;
    let mut contributions = Vec::new();
    for typed in &what.contributions {
        contributions.push(promise(call, typed)?);
    }
    let mut parties = ids(call, &what.parties)?;
    if parties.is_empty() {
        for party in contributions.iter().flat_map(|promise| std::iter::once(&promise.from).chain(&promise.to)) {
            if !parties.contains(party) {
                parties.push(party.clone());
            }
        }
    }
    let Terms { decided, signed, .. } = &what.terms;
    let decided = call.past_date("--decided", decided.as_deref())?;
    let signed = call.past_date("--signed", signed.as_deref())?;
    let term = length(call, &what.terms)?;
    let title = what.title.unwrap_or_else(|| convention.to_string());
    let is_english = call.locale.language == Language::English;
    let id = convention;
    write(
        call,
        verb::NewConventionVerb { id, title, startups, parties, contributions, decided, signed, term, is_english },
    )
}

fn party(call: &Invocation, what: NewParty) -> Result<Reply, Failure> {
    let party = id(call, &what.id)?;
    let name = what.name.unwrap_or_else(|| party.to_string());
    write(call, verb::NewPartyVerb { id: party, name, kind: what.kind })
}

/// A convention is amended.
pub(super) fn amend(call: &Invocation, what: Amend) -> Result<Reply, Failure> {
    let (amendment, amends) = (id(call, &what.id)?, id(call, &what.convention)?);
    let decided = call.past_date("--decided", what.terms.decided.as_deref())?;
    let signed = call.past_date("--signed", what.terms.signed.as_deref())?;
    let term = length(call, &what.terms)?;
    let (folder, portfolio) = call.portfolio()?;
    let title = what.title.unwrap_or_else(|| words::amendment_title(&portfolio, &amends, &call.locale));
    let intention = verb::AmendVerb { id: amendment, amends, title, decided, signed, term, article: what.article };
    write_all(call, &folder, &portfolio, &[intention.into()])
}

fn length(call: &Invocation, terms: &Terms) -> Result<Option<TermSpec>, Failure> {
    let until = call.date("--until", terms.until.as_deref())?;
    Ok(terms.months.map(TermSpec::Months).or(until.map(TermSpec::Until)))
}

/// `FROM:TO=AMOUNT`, or `FROM=AMOUNT`.
fn promise(call: &Invocation, typed: &str) -> Result<PledgedContribution, Failure> {
    let wrong = || errors::usage(&call.locale, "error-promise", vec![("typed", MessageArg::Text(typed.to_owned()))]);
    let (parties, amount) = typed.split_once('=').ok_or_else(wrong)?;
    let amount = call.amount("--contribution", amount)?;
    let named = |typed: &str| -> Result<Id, Failure> { id(call, typed.trim()) };
    Ok(match parties.split_once(':') {
        Some((from, to)) => PledgedContribution { from: named(from)?, to: Some(named(to)?), amount },
        None => PledgedContribution { from: named(parties)?, to: None, amount },
    })
}
