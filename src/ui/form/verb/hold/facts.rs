//! Facts beside the decision sheet: the last decision and its follow-up, the money, and the indicators.

use super::{Scope, proposals};
use crate::model::{Committee, Date, Heading, Indicator, MessageArg, Startup};
use crate::report::words;
use crate::rules::Figure;
use crate::ui::Token;
use crate::ui::form::FormFact;

/// Returns the decision that is corrected or withdrawn, and the money.
pub(in super::super) fn of_recorded(scope: &Scope<'_>, startup: &Startup, held: &Committee) -> Vec<FormFact> {
    let mut facts = vec![decision(scope, "form-fact-recorded", Some(held))];
    facts.extend(money(scope, startup));
    facts
}

/// Returns the facts, the most important first.
pub(super) fn facts(scope: &Scope<'_>, startup: &Startup) -> Vec<FormFact> {
    let last = proposals::last(scope, startup);
    let mut facts = vec![decision(scope, "form-fact-last", last)];
    facts.extend(money(scope, startup));
    facts.extend(last.map(|last| outcomes(scope, startup, last)).unwrap_or_default());
    facts.extend(startup.indicators.iter().enumerate().filter_map(|(n, one)| indicator(scope, n, one)));
    facts.extend(last.and_then(|last| scores(scope, last)));
    facts.extend(planned(scope, startup));
    facts
}

fn fact(scope: &Scope<'_>, label: &str, token: Token, text: impl Into<String>) -> FormFact {
    let label = if label.is_empty() { String::new() } else { scope.word(label) };
    FormFact { label, text: text.into(), token }
}

fn decision(scope: &Scope<'_>, label: &str, last: Option<&Committee>) -> FormFact {
    let locale = scope.context().locale;
    let Some(last) = last else {
        return fact(scope, label, Token::Muted, scope.word("form-detail-none-held"));
    };
    let mut words = vec![match last.decision {
        Some(decision) => scope.word(&format!("decision-{}", decision.name())),
        None => scope.word("no-decision"),
    }];
    words.push(locale.date(last.on).trim_start().to_owned());
    words.extend(last.envelope.map(|envelope| locale.money_short(envelope)));
    let until = last.until.or(last.deferred_until);
    words.extend(until.map(|day| scope.lookup.dated("form-fact-until", day)));
    fact(scope, label, Token::Title, words.join(" · "))
}

/// Received, left and the runway.
fn money(scope: &Scope<'_>, startup: &Startup) -> Vec<FormFact> {
    let context = scope.context();
    let Some(summary) = context.answers.startups.iter().find(|one| one.startup == startup.id) else {
        return Vec::new();
    };
    let amount = |figure| {
        summary
            .figures
            .value(figure)
            .map_or_else(|| scope.word("form-unknown"), |value| context.locale.money_short(value))
    };
    let text = |figure| MessageArg::Text(amount(figure));
    let words =
        [("received", text(Figure::Received)), ("payable", text(Figure::Payable)), ("left", text(Figure::Left))];
    let mut facts =
        vec![fact(scope, "form-fact-money", Token::Text, context.locale.message("form-fact-amounts", &words))];
    let runway = match summary.runs_out {
        None => (Token::Muted, scope.word("form-unknown")),
        Some(day) => {
            let days = (day - context.as_of).num_days();
            let token = match days {
                ..=45 => Token::Bad,
                46..=90 => Token::Warning,
                _ => Token::Text,
            };
            let date = context.locale.date(day);
            let words = match summary.silent_since(context.as_of) {
                Some(since) => format!("{} · {}", date.trim_start(), words::silent_since(since, context.locale)),
                None => date.trim_start().to_owned(),
            };
            (token, words)
        }
    };
    facts.push(fact(scope, "form-fact-runway", runway.0, runway.1));
    facts
}

/// Returns the states of the conditions and actions of the last committee.
fn outcomes(scope: &Scope<'_>, startup: &Startup, last: &Committee) -> Vec<FormFact> {
    let is_of_it = |committee: &Option<String>| committee.is_some() && *committee == last.id;
    let mut facts = Vec::new();
    let mut label = "form-fact-conditions";
    for one in startup.conditions.iter().filter(|one| is_of_it(&one.committee)) {
        let state = match (one.met, one.not_met) {
            (Some(day), _) => ("✓", Token::Good, scope.lookup.dated("met-on", day)),
            (None, Some(day)) => ("✗", Token::Bad, scope.lookup.dated("not-met-on", day)),
            (None, None) => open(scope, one.due),
        };
        facts.push(task(scope, std::mem::take(&mut label), &one.what, state));
    }
    for text in &last.conditions {
        facts.push(task(scope, std::mem::take(&mut label), text, open(scope, None)));
    }
    let mut label = "form-fact-actions";
    for one in startup.actions.iter().filter(|one| is_of_it(&one.committee)) {
        let state = match one.done {
            Some(day) => ("✓", Token::Good, scope.lookup.dated("done-on", day)),
            None => open(scope, one.due),
        };
        facts.push(task(scope, std::mem::take(&mut label), &one.what, state));
    }
    facts
}

/// Returns the state of an open condition or action.
fn open(scope: &Scope<'_>, due: Option<Date>) -> (&'static str, Token, String) {
    let is_late = due.is_some_and(|due| due < scope.context().as_of);
    let words = due.map(|due| scope.lookup.dated("by-day", due)).unwrap_or_default();
    if is_late { ("✗", Token::Bad, words) } else { ("○", Token::Accent, words) }
}

fn task(scope: &Scope<'_>, label: &str, what: &str, (sign, token, state): (&str, Token, String)) -> FormFact {
    let state = if state.is_empty() { String::new() } else { format!(" · {state}") };
    fact(scope, label, token, format!("{sign} {what}{state}"))
}

/// Returns the last value beside the next target.
fn indicator(scope: &Scope<'_>, n: usize, indicator: &Indicator) -> Option<FormFact> {
    let (locale, as_of) = (scope.context().locale, scope.context().as_of);
    let last = indicator.values.iter().filter(|value| value.on <= as_of).max_by_key(|value| value.on)?;
    let target = indicator.targets.iter().filter(|one| one.by >= as_of).min_by_key(|one| one.by);
    let unit = indicator.unit.as_deref().map(|unit| format!(" {unit}")).unwrap_or_default();
    let value = format!("{}{unit}", locale.decimal(last.value));
    let mut words = scope.named(&indicator.name, &value);
    let mut token = Token::Text;
    if let Some(target) = target {
        let facts = [("value", MessageArg::Text(locale.decimal(target.value))), ("date", MessageArg::Date(target.by))];
        words = format!("{words} · {}", locale.message("form-fact-target", &facts));
        token = if last.value >= target.value { Token::Good } else { Token::Text };
    }
    Some(fact(scope, if n == 0 { "form-fact-indicators" } else { "" }, token, words))
}

/// Returns the scores of the last committee.
fn scores(scope: &Scope<'_>, last: &Committee) -> Option<FormFact> {
    let impact = last.impact.as_ref()?;
    let words = Heading::ALL.into_iter().filter_map(|heading| {
        let score = impact.score(heading)?;
        Some(format!("{} {score}", scope.word(&format!("impact-{}", heading.name()))))
    });
    Some(fact(scope, "form-fact-scores", Token::Text, words.collect::<Vec<_>>().join(" · ")))
}

/// Returns the questions put to the planned committee.
fn planned(scope: &Scope<'_>, startup: &Startup) -> Vec<FormFact> {
    let planned = startup.committees.iter().filter(|one| one.state == crate::model::CommitteeState::Planned);
    let mut label = "form-fact-arbitrations";
    let wanted = planned.flat_map(|one| one.arbitrations.iter().chain(&one.support));
    wanted.map(|text| fact(scope, std::mem::take(&mut label), Token::Text, text.as_str())).collect()
}
