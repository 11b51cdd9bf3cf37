//! What the decision sheet proposes: the days and amounts that follow from the decision, and what was so last time.

use super::{FieldNote, Scope, attendance, decision, meetings, startup};
use crate::model::{Attendee, Committee, CommitteeState, Date, Decision, MessageArg, Money, Span, Startup};
use crate::rules::{self, ProposedDecision};
use crate::ui::field::{FieldName, Preset};
use crate::ui::form::verb::{day, plain, text};

/// The months that a decision to continue funds, and those of a provisional or deferred one.
const FUNDED: u32 = 6;
const PROVISIONAL: u32 = 1;

/// Returns the last committee held that counts, apart from the one of the day itself.
pub(super) fn last<'a>(scope: &Scope<'a>, startup: &'a Startup) -> Option<&'a Committee> {
    let on = scope.values.date("on").unwrap_or(scope.context().today);
    let held = startup.committees.iter().filter(|one| one.state == CommitteeState::Held && one.withdrawn.is_none());
    held.filter(|one| one.on < on).max_by_key(|one| one.on)
}

/// Returns the planned committee that this one holds: the one of the day, else the next.
fn planned<'a>(scope: &Scope<'a>, startup: &'a Startup) -> Option<&'a Committee> {
    let on = scope.values.date("on").unwrap_or(scope.context().today);
    let planned = || startup.committees.iter().filter(|one| one.state == CommitteeState::Planned);
    planned().find(|one| one.on == on).or_else(|| planned().filter(|one| one.on > on).min_by_key(|one| one.on))
}

/// Returns whether a committee is planned for a day after this one.
pub(super) fn has_planned(scope: &Scope<'_>) -> bool {
    let on = scope.values.date("on").unwrap_or(scope.context().today);
    startup(scope).is_some_and(|startup| meetings(startup).1.is_some_and(|planned| planned > on))
}

/// Returns whether a decision grants money for the months to come.
const fn continues_funding(decision: Decision) -> bool {
    matches!(
        decision,
        Decision::Continue
            | Decision::Construct
            | Decision::Accelerate
            | Decision::Consolidate
            | Decision::Maintain
            | Decision::Pivot
    )
}

/// Returns the defaults.
pub(super) fn proposals(scope: &Scope<'_>) -> Vec<(FieldName, Preset)> {
    let decision = decision(scope);
    let last = startup(scope).and_then(|startup| last(scope, startup));
    let money = |amount: Option<Money>| amount.map(|amount| plain(amount, scope.context())).unwrap_or_default();
    let or_blank =
        |name: &'static str, value: Option<Date>| value.map_or_else(|| text(name, ""), |value| day(name, value));
    let granted = decision.filter(|one| continues_funding(*one)).and_then(|_| last?.envelope);
    let asked = startup(scope).and_then(|startup| planned(scope, startup)?.asked);
    let mut presets = vec![
        text("asked", money(asked)),
        text("envelope", money(granted)),
        or_blank("until", until(scope, decision)),
        or_blank("next", next(scope, decision)),
    ];
    if let Some(present) = attended(scope) {
        presets.push(text("present", attendance::text(scope, present)));
    }
    presets
}

/// Returns those who were present at the startup before in the review, else at the last committee of the startup, else
/// those who were invited to the review.
fn attended<'a>(scope: &Scope<'a>) -> Option<&'a [Attendee]> {
    let startup = startup(scope)?;
    if let Some(review) = scope.context().review {
        let before = review.ordered_agenda().into_iter().take_while(|item| item.startup != startup.id);
        let held = before.filter_map(|item| review.committee_of(scope.lookup.startup(&item.startup)?));
        if let Some(held) = held.filter(|held| !held.present.is_empty()).last() {
            return Some(&held.present);
        }
    }
    let on = scope.values.date("on").unwrap_or(scope.context().today);
    let listed = startup.committees.iter().filter(|one| !one.present.is_empty() && one.on < on);
    let last = listed.max_by_key(|one| one.on).map(|one| one.present.as_slice());
    last.or_else(|| scope.context().review.map(|review| review.members.as_slice()).filter(|all| !all.is_empty()))
}

/// Returns the day until which the decision funds the startup, or is deferred.
fn until(scope: &Scope<'_>, decision: Option<Decision>) -> Option<Date> {
    let months = match decision? {
        // The committee that is planned decides what is deferred.
        Decision::Defer if has_planned(scope) => return meetings(startup(scope)?).1,
        Decision::Provisional | Decision::Defer => PROVISIONAL,
        one if continues_funding(one) => FUNDED,
        _ => return None,
    };
    Span::months(months).after(scope.values.date("on")?)
}

/// Returns the day of the next committee.
fn next(scope: &Scope<'_>, decision: Option<Decision>) -> Option<Date> {
    let decided =
        ProposedDecision { on: scope.values.date("on")?, decision: decision?, until: scope.values.date("until") };
    rules::next_committee(scope.context().portfolio, &startup(scope)?.id, &decided)
}

/// Returns what is asked, beside the last time; and a day before the meeting.
pub(super) fn remarks(scope: &Scope<'_>) -> Vec<(FieldName, FieldNote)> {
    let mut remarks = Vec::new();
    if let (Some(on), Some(until)) = (scope.values.date("on"), scope.values.date("until"))
        && until < on
    {
        remarks.push(("until".into(), FieldNote::Error(scope.word("form-error-ends-before"))));
    }
    let before = startup(scope).and_then(|startup| last(scope, startup)).and_then(|last| last.asked.or(last.envelope));
    if let (Some(asked), Some(before)) = (scope.values.amount("asked"), before) {
        let locale = scope.context().locale;
        let difference = asked - before;
        let sign = if difference > Money::ZERO { "+" } else { "" };
        let facts = [
            ("amount", MessageArg::Text(locale.money_short(asked))),
            ("difference", MessageArg::Text(format!("{sign}{}", locale.money_short(difference)))),
        ];
        let key = if difference.is_zero() { "form-asked-same" } else { "form-asked-beside" };
        remarks.push(("asked".into(), FieldNote::Parsed(locale.message(key, &facts))));
    }
    if scope.values.text("decision").as_deref() == Some(Decision::Defer.name()) && !scope.values.has("comment") {
        remarks.push(("comment".into(), FieldNote::Required(scope.word("form-why-deferred"))));
    }
    remarks
}
