//! What the members need to know before they decide, as lines.

use super::super::super::Invocation;
use crate::model::{CommitteeState, Date, MessageArg, Portfolio, Review, Startup};
use crate::report::words;
use crate::rules::{self, Figure, UnitCost};

/// Returns what the members need to know before they decide.
pub(super) fn facts(call: &Invocation, portfolio: &Portfolio, review: &Review, startup: &Startup) -> Vec<String> {
    let locale = &call.locale;
    let mut lines = Vec::new();
    let mut add = |label: &str, value: String| {
        let args = [("label", MessageArg::Text(locale.capital(label))), ("value", MessageArg::Text(value))];
        lines.push(locale.message("plain-fact", &args));
    };
    let date = |day: Date| locale.date(day).trim_start().to_owned();
    let held = startup.committees.iter().filter(|one| one.is_held_by(review.on) && one.on < review.on);
    let last = held.max_by_key(|one| one.on);
    if let Some(last) = last {
        let word = last.decision.map(|one| locale.text(&format!("decision-{}", one.name())));
        let parts = [
            Some(date(last.on)),
            word,
            last.envelope.map(|envelope| locale.money_short(envelope)),
            last.until.map(|day| locale.message("until", &[("date", MessageArg::Date(day))])),
        ];
        add("doc-section-decision", parts.into_iter().flatten().collect::<Vec<_>>().join(", "));
    }
    for condition in
        startup.conditions.iter().filter(|one| last.is_some() && one.committee == last.and_then(|l| l.id.clone()))
    {
        let state = match (condition.met, condition.not_met) {
            (Some(day), _) => locale.message("doc-met-on", &[("date", MessageArg::Date(day))]),
            (None, Some(day)) => locale.message("doc-not-met-on", &[("date", MessageArg::Date(day))]),
            (None, None) => locale.text("doc-open"),
        };
        add("doc-condition", format!("{} ({state})", condition.what));
    }
    for action in startup.actions.iter().filter(|action| action.done.is_none()) {
        let due = action.due.map(|due| format!(" ({})", date(due))).unwrap_or_default();
        add("plain-open-action", format!("{}{due}", action.what));
    }
    let planned = startup.committees.iter().filter(|one| one.state == CommitteeState::Planned && one.on >= review.on);
    if let Some(planned) = planned.min_by_key(|one| one.on) {
        let asked = planned.asked.map(|asked| ("doc-asked", locale.money_short(asked)));
        let questions = planned.arbitrations.iter().map(|text| ("doc-arbitrations", text.clone()));
        let support = planned.support.iter().map(|text| ("doc-support", text.clone()));
        asked.into_iter().chain(questions).chain(support).for_each(|(label, value)| add(label, value));
        if planned.on > review.on {
            add("field-next", date(planned.on));
        }
    }
    for indicator in &startup.indicators {
        let known = indicator.values.iter().filter(|value| value.on <= review.on);
        let Some(last) = known.max_by_key(|value| value.on) else { continue };
        let target = indicator.targets.iter().filter(|one| one.by >= review.on).min_by_key(|one| one.by);
        let target = target.map(|one| {
            let value = ("value", MessageArg::Text(locale.decimal(one.value)));
            locale.message("form-fact-target", &[value, ("date", MessageArg::Date(one.by))])
        });
        let value = format!("{}, {} ({})", indicator.name, locale.decimal(last.value), date(last.on));
        add("doc-indicator", std::iter::once(value).chain(target).collect::<Vec<_>>().join(", "));
    }
    if let Some(summary) = rules::startup_summary(portfolio, &startup.id, review.on) {
        let money = |figure| {
            let known = summary.figures.value(figure);
            known.map_or_else(|| locale.text("doc-unknown"), |money| locale.money_short(money))
        };
        add("doc-received", money(Figure::Received));
        add("doc-left", money(Figure::Left));
        add("doc-funded-until", summary.runs_out.map_or_else(|| locale.text("doc-unknown"), date));
        add("occurrence-late", summary.all_late().to_string());
    }
    for cost in rules::unit_costs(portfolio, &startup.id, review.on).iter().filter(|cost| cost.indicator.is_some()) {
        let topic = format!("topic-cost-per-{}", UnitCost::name(cost.heading));
        let basis = words::unit_cost_basis(cost, startup, locale);
        add(&topic, format!("{} ({basis})", words::unit_cost(cost, locale)));
    }
    lines
}
