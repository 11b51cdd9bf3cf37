//! Derives values for the verbs that create a record: names from ids, parties from contributions.

use super::{Invocation, id};
use crate::cli::errors::{self, Failure};
use crate::edit::verb::PledgedContribution;
use crate::edit::{self, ArgumentValue, ArgumentValues};
use crate::model::{Id, MessageArg, Phase, Portfolio};
use crate::report::words;

/// The name is the id; the phase is investigation; the incubator is the home party.
pub(super) fn startup(portfolio: &Portfolio, values: &mut ArgumentValues) {
    party(values);
    values.set_default_text("phase", Phase::Investigation.name());
    let home = portfolio.incubator.home.as_ref().filter(|home| portfolio.parties.contains_key(*home));
    if let Some(home) = home {
        values.set_default_text("incubator", home.to_string());
    }
}

/// The name is the id.
pub(super) fn party(values: &mut ArgumentValues) {
    values.set_default_text("name", values.text("id").unwrap_or_default());
}

/// The title is the id; the parties are those that contribute; the texts are in the language of the portfolio.
pub(super) fn convention(call: &Invocation, portfolio: &Portfolio, values: &mut ArgumentValues) -> Result<(), Failure> {
    values.set_default_text("title", values.text("id").unwrap_or_default());
    let contributions = values.words("contribution");
    let contributions: Vec<PledgedContribution> =
        contributions.iter().map(|typed| contribution(call, typed)).collect::<Result<_, _>>()?;
    if values.ids("party").is_empty() {
        let mut parties: Vec<String> = Vec::new();
        for party in contributions.iter().flat_map(|pledge| std::iter::once(&pledge.from).chain(&pledge.to)) {
            if !parties.iter().any(|known| known == party.as_str()) {
                parties.push(party.to_string());
            }
        }
        values.set("party", ArgumentValue::Words(parties));
    }
    values.set("contribution", ArgumentValue::Words(contributions.iter().map(ToString::to_string).collect()));
    let language = edit::commit_language(portfolio);
    values.set("language", ArgumentValue::Text(language.tag().to_owned()));
    Ok(())
}

/// The title consists of the amendment's number and the convention's title.
pub(super) fn amendment(call: &Invocation, portfolio: &Portfolio, values: &mut ArgumentValues) {
    if let Some(amends) = values.id("convention") {
        values.set_default_text("title", words::amendment_title(portfolio, &amends, &call.locale));
    }
}

/// Reads `FROM:TO=AMOUNT` or `FROM=AMOUNT`.
fn contribution(call: &Invocation, typed: &str) -> Result<PledgedContribution, Failure> {
    let wrong = || errors::usage(&call.locale, "error-promise", vec![("typed", MessageArg::Text(typed.to_owned()))]);
    let (parties, amount) = typed.split_once('=').ok_or_else(wrong)?;
    let amount = call.amount("--contribution", amount)?;
    let named = |typed: &str| -> Result<Id, Failure> { id(call, typed.trim()) };
    Ok(match parties.split_once(':') {
        Some((from, to)) => PledgedContribution { from: named(from)?, to: Some(named(to)?), amount },
        None => PledgedContribution { from: named(parties)?, to: None, amount },
    })
}
