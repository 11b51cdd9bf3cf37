//! The targets of a form: all those of one selected row, or one of each of several marked rows.

use std::collections::HashSet;

use super::lookup::{FormTarget, RecordLookup};
use super::{FormContext, FormKind, FormSubject, Verb};
use crate::model::MessageArg;
use crate::report::sanitize;
use crate::rules::{Occurrence, OccurrenceKind, OccurrenceSource};

/// What was left out, and why.
type LeftOut = Vec<(String, String)>;

/// Returns the verb that settles the selection, its targets, and what it does not apply to.
///
/// # Errors
/// If it applies to nothing; the error is in words.
pub(super) fn targets(
    form_kind: &FormKind,
    context: &FormContext<'_>,
) -> Result<(Verb, Vec<FormTarget>, LeftOut), String> {
    let lookup = RecordLookup { context };
    let (mut left_out, mut each) = (Vec::new(), Vec::new());
    for subject in &form_kind.subjects {
        match of_one(form_kind, subject, &lookup) {
            Ok(found) => each.push((subject, found)),
            Err(why) => left_out.push((lookup.subject_name(subject), why)),
        }
    }
    let Some((_, (verb, _))) = each.first() else {
        return Err(left_out.into_iter().next().map(|(_, why)| why).unwrap_or_default());
    };
    let verb = *verb;
    if form_kind.subjects.len() == 1 {
        let targets = each.into_iter().flat_map(|(_, (_, targets))| targets).map(FormTarget::sanitize).collect();
        return Ok((verb, targets, Vec::new()));
    }
    let mut targets: Vec<FormTarget> = Vec::new();
    let mut seen = HashSet::new();
    for (subject, (settles, mut found)) in each {
        let why = if settles != verb {
            context.locale.text(&format!("form-left-out-{}", settles.name()))
        } else if found.len() > 1 {
            context.locale.text("form-left-out-several")
        } else {
            // Several occurrences may belong to one startup: the verb applies to it once.
            targets.extend(found.pop().filter(|one| seen.insert(one.key.clone())).map(FormTarget::sanitize));
            continue;
        };
        left_out.push((lookup.subject_name(subject), why));
    }
    if targets.is_empty() {
        return Err(left_out.into_iter().next().map(|(_, why)| why).unwrap_or_default());
    }
    let clean = |(name, why): (String, String)| (sanitize(&name).into_owned(), why);
    Ok((verb, targets, left_out.into_iter().map(clean).collect()))
}

fn of_one(
    form_kind: &FormKind,
    subject: &FormSubject,
    lookup: &RecordLookup<'_>,
) -> Result<(Verb, Vec<FormTarget>), String> {
    let verb = form_kind.verb;
    let selected = lookup.selected(subject);
    if let Some(Occurrence { done: Some((day, _)), kind, .. }) = &selected
        && verb == Verb::Done
        && *kind != OccurrenceKind::Standing
    {
        return Err(lookup.context.locale.message("form-already-done", &[("on", MessageArg::Date(*day))]));
    }
    let verb = settles(verb, subject, selected.as_ref(), lookup);
    let targets = verb.form().targets(lookup, subject);
    if targets.is_empty() && form_kind.subjects.len() > 1 {
        return Err(lookup.context.locale.text("form-left-out-nothing"));
    }
    if targets.is_empty() && *subject == FormSubject::Nothing {
        return Err(lookup.context.locale.text("form-none-selected"));
    }
    if targets.is_empty() {
        let name = [("name", MessageArg::Text(sanitize(&lookup.subject_name(subject)).into_owned()))];
        // What is missing and the remedy: a message of the verb, or of its kind of targets.
        let own = format!("form-none-{}", verb.name());
        let of_noun = format!("form-none-of-{}", verb.form().noun());
        let keys = [own.as_str(), of_noun.as_str()].into_iter().find(|key| lookup.context.locale.has(key));
        return Err(lookup.context.locale.message(keys.unwrap_or("form-nothing-to-say"), &name));
    }
    Ok((verb, targets))
}

/// The verb that settles a selection depends on what it is: a committee is held, a tranche is paid.
fn settles(verb: Verb, subject: &FormSubject, selected: Option<&Occurrence>, lookup: &RecordLookup<'_>) -> Verb {
    match (verb, selected.map(|occurrence| &occurrence.source)) {
        (Verb::Done, Some(OccurrenceSource::Committee(_))) => Verb::Hold,
        (Verb::Done, Some(OccurrenceSource::Payment(..))) => Verb::Pay,
        (Verb::Done, Some(OccurrenceSource::Action(_))) => Verb::Finish,
        (Verb::Done, Some(OccurrenceSource::Condition(_))) => Verb::Condition,
        (Verb::Done, Some(OccurrenceSource::Papers(_))) => Verb::SendPapers,
        (Verb::Done, None) if matches!(subject, FormSubject::Contribution { .. }) => Verb::Pay,
        (Verb::Done, None) if matches!(subject, FormSubject::Value(..)) => {
            let mut tasks = [Verb::Finish, Verb::Condition, Verb::SendPapers].into_iter();
            tasks.find(|task| !task.form().targets(lookup, subject).is_empty()).unwrap_or(verb)
        }
        (verb, _) => verb,
    }
}
