//! Words for values of the records: what an occurrence asks for, the papers of a tranche, and the keywords of the
//! format.

use super::sanitize;
use crate::locale::fold_name;
use crate::locale::{Language, Locale};
use crate::model::{Commit, Date, DateTime, Id, MessageArg, Moment, Money, Portfolio, Review, Startup, Trigger};
use crate::rules::{
    ComparedDifference, ComparedFigure, ComparedKind, ComparedValue, Consequence, ConsequenceKind, Occurrence,
    OccurrenceSource, TodayCause, TodayItem, UnitCost, Unknown,
};

/// Returns what is to be done. Text of the record is not sanitized.
#[must_use]
pub fn what(occurrence: &Occurrence, locale: &Locale) -> String {
    match &occurrence.source {
        OccurrenceSource::Obligation | OccurrenceSource::Action(_) | OccurrenceSource::Condition(_) => {
            occurrence.what.to_string()
        }
        OccurrenceSource::Papers(_) => locale.text("what-papers"),
        OccurrenceSource::Committee(Some(startup)) => {
            locale.message("what-committee", &[("startup", MessageArg::Text(startup.to_string()))])
        }
        OccurrenceSource::Committee(None) => locale.text("what-committee-of-each"),
        OccurrenceSource::Payment(contribution, number) => {
            let contribution = ("contribution", MessageArg::Text(contribution.to_string()));
            let number = ("tranche", MessageArg::count(*number));
            match occurrence.amount.filter(|amount| !amount.is_zero()) {
                Some(amount) => {
                    let amount = ("amount", MessageArg::Text(locale.money_short(amount)));
                    locale.message("what-payment", &[contribution, number, amount])
                }
                None => locale.message("what-payment-done", &[contribution, number]),
            }
        }
    }
}

/// Returns what is to be done, if startup and contribution are shown beside it.
#[must_use]
pub fn what_short(occurrence: &Occurrence, locale: &Locale) -> String {
    match &occurrence.source {
        OccurrenceSource::Committee(_) => locale.text("screen-what-committee"),
        OccurrenceSource::Payment(..) => match occurrence.amount.filter(|amount| !amount.is_zero()) {
            Some(amount) => {
                let amount = MessageArg::Text(locale.money_short(amount));
                locale.message("screen-what-payment", &[("amount", amount)])
            }
            None => locale.text("screen-what-payment-in-full"),
        },
        OccurrenceSource::Obligation | OccurrenceSource::Action(_) | OccurrenceSource::Condition(_) => {
            occurrence.what.to_string()
        }
        OccurrenceSource::Papers(_) => locale.text("what-papers"),
    }
}

/// Returns what makes a tranche due. `party` names a party within a sentence.
#[must_use]
pub fn trigger(trigger: &Trigger, locale: &Locale, party: impl Fn(&Id) -> String) -> String {
    match trigger {
        Trigger::At(at) => moment(*at, locale),
        Trigger::Spent { amount, by } => {
            let amount = ("amount", MessageArg::Text(locale.money_short(*amount)));
            locale.message("trigger-spent", &[("party", MessageArg::Text(party(by))), amount])
        }
        Trigger::Call => locale.text("trigger-call"),
        Trigger::Notification => locale.text("trigger-notification"),
        Trigger::Report(report) => {
            locale.message("trigger-report", &[("report", MessageArg::Text(paper(report, locale)))])
        }
    }
}

/// Returns a day that is stated relative to the signature or the end.
#[must_use]
pub fn moment(moment: Moment, locale: &Locale) -> String {
    let with = |key, span| locale.message(key, &[("span", MessageArg::Span(span))]);
    match moment {
        Moment::On(day) => locale.date(day),
        Moment::Signature(None) => locale.text("moment-signature"),
        Moment::Signature(Some(span)) => with("moment-signature-and", span),
        Moment::End(None) => locale.text("moment-end"),
        Moment::End(Some(span)) => with("moment-end-and", span),
    }
}

/// Returns why something is a row of Today.
#[must_use]
pub fn today_cause(item: &TodayItem, cause: TodayCause, as_of: Date, locale: &Locale) -> String {
    if let TodayCause::Missing(unknown, count) = cause {
        let count = ("count", MessageArg::count(count));
        if unknown == Unknown::NoDay {
            return locale.message("today-cause-no-day-stated", &[count]);
        }
        let what = MessageArg::Text(locale.text(&format!("missing-{}", unknown.name())));
        return locale.message("today-cause-missing", &[("what", what), count]);
    }
    if let TodayCause::Unpushed(count) = cause {
        return locale.message("today-cause-unpushed", &[("count", MessageArg::count(count))]);
    }
    let is_past = cause.day().is_some_and(|day| day < as_of);
    let key = format!("today-cause-{}{}", cause.name(), if is_past { "-past" } else { "" });
    let key = if locale.has(&key) { key } else { format!("today-cause-{}", cause.name()) };
    match cause.day() {
        Some(day) => locale.message(&key, &[("date", MessageArg::Date(day))]),
        None => locale.message(&key, &[("record", MessageArg::Text(item.record.to_string()))]),
    }
}

/// Returns why something is a row of Today in a few words without a date; `None` if [`today_cause`] is as short.
#[must_use]
pub fn today_cause_short(cause: TodayCause, as_of: Date, locale: &Locale) -> Option<String> {
    if let TodayCause::Missing(unknown, count) = cause {
        if unknown == Unknown::NoDay {
            return Some(locale.message("today-short-no-day-stated", &[("count", MessageArg::count(count))]));
        }
        let what = MessageArg::Text(locale.text(&format!("missing-{}", unknown.name())));
        return Some(locale.message("today-short-missing", &[("what", what)]));
    }
    let is_past = cause.day().is_some_and(|day| day < as_of);
    let key = format!("today-short-{}{}", cause.name(), if is_past { "-past" } else { "" });
    locale.has(&key).then(|| locale.text(&key))
}

/// Returns the first cause of a row of Today, with what is to be done.
#[must_use]
pub fn today_reason(item: &TodayItem, as_of: Date, locale: &Locale) -> String {
    let cause = item.causes.first().map(|cause| today_cause(item, *cause, as_of, locale));
    match (cause, item.what.is_empty()) {
        (Some(cause), true) => cause,
        (Some(cause), false) => {
            let [name, value] = [("name", cause), ("value", item.what.to_string())];
            let text = |(name, text)| (name, MessageArg::Text(text));
            locale.message("form-named", &[text(name), text(value)])
        }
        (None, _) => item.what.to_string(),
    }
}

/// Returns the default title of the next amendment to a convention.
#[must_use]
pub fn amendment_title(portfolio: &Portfolio, amends: &Id, locale: &Locale) -> String {
    let number = portfolio.amendments_of(amends).count() + 1;
    let title = portfolio.conventions.get(amends).map_or_else(|| amends.to_string(), |one| one.title.clone());
    let named = [("number", MessageArg::Text(number.to_string())), ("title", MessageArg::Text(title))];
    locale.message("amendment-title", &named)
}

/// Message prefixes of the keywords of the format.
const KEYWORD_PREFIXES: [&str; 8] =
    ["phase", "decision", "committee-state", "kind", "matter", "start", "severity", "record-kind"];

/// Returns the word for a keyword of the format, if it has one.
#[must_use]
pub fn of_format(name: &str, locale: &Locale) -> Option<String> {
    let mut keys = KEYWORD_PREFIXES.iter().map(|prefix| format!("{prefix}-{name}"));
    keys.find(|key| locale.has(key)).map(|key| locale.text(&key))
}

/// Returns the keyword that was typed, either literally or by its word in either language. Ignores accents, case and
/// hyphens.
pub fn named<'a>(typed: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let typed = fold_name(typed.trim());
    let both = Language::ALL.map(Locale::new);
    let is_called = |name: &str, locale: &Locale| of_format(name, locale).is_some_and(|word| fold_name(&word) == typed);
    let is_named = |name: &&str| fold_name(name) == typed || both.iter().any(|locale| is_called(name, locale));
    known.into_iter().find(is_named)
}

/// Returns the word for the verb of a commit, or an empty text if this program did not make the commit.
#[must_use]
pub fn of_verb(verb: Option<&str>, locale: &Locale) -> String {
    let Some(verb) = verb else { return String::new() };
    let key = format!("verb-{verb}");
    // A later version of the program may have more verbs.
    if locale.has(&key) { locale.text(&key) } else { sanitize(verb).into_owned() }
}

/// Returns the word for what made a commit: its verb, a sync with the number of commits received, or that it is another
/// merge. Empty for commits of other programs.
#[must_use]
pub fn of_commit(commit: &Commit, locale: &Locale) -> String {
    if let Some(received) = commit.received {
        return locale.message("sync-commit", &[("count", MessageArg::count(received))]);
    }
    if commit.is_merge && commit.verb.is_none() {
        return locale.text("merge-commit");
    }
    of_verb(commit.verb.as_deref(), locale)
}

/// Returns the words for a consequence of a decision.
#[must_use]
pub fn of_consequence(consequence: &Consequence, locale: &Locale) -> String {
    let mut args = Vec::new();
    args.extend(consequence.on.map(|on| ("on", MessageArg::Date(on))));
    if let ConsequenceKind::Phase(phase) = consequence.kind {
        args.push(("phase", MessageArg::Text(locale.text(&format!("phase-{}", phase.name())))));
    }
    locale.message(&format!("consequence-{}", consequence.kind.name()), &args)
}

/// Returns the title of a review: its kind and its day.
#[must_use]
pub fn of_review(review: &Review, locale: &Locale) -> String {
    locale.message(&format!("review-title-{}", review.kind.name()), &[("on", MessageArg::Date(review.on))])
}

/// Returns a day and a time of day.
#[must_use]
pub fn date_time(moment: DateTime, locale: &Locale) -> String {
    format!("{} {}", locale.date(moment.date()).trim_start(), locale.time(moment.time()))
}

/// Returns the name of a person, or the text itself if no person has that id.
#[must_use]
pub fn person(portfolio: &Portfolio, id: &str) -> String {
    portfolio.person(id).map_or(id, |person| &person.name).to_owned()
}

/// Returns the name of a party, or its id if it has no record.
#[must_use]
pub fn party(portfolio: &Portfolio, id: &Id) -> String {
    portfolio.parties.get(id).map_or_else(|| id.to_string(), |party| party.name.clone())
}

/// Returns the word for a paper, or the document's own if the program does not know it.
#[must_use]
pub fn paper(paper: &str, locale: &Locale) -> String {
    let key = format!("paper-{}", paper.replace(' ', "-"));
    if locale.has(&key) { locale.text(&key) } else { paper.to_owned() }
}

/// A figure as of two days, in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ComparedWords {
    pub name: String,
    pub was: String,
    pub is: String,
    /// The second value less the first, with its sign.
    pub difference: String,
}

impl ComparedWords {
    #[must_use]
    pub fn of(one: &ComparedFigure, locale: &Locale) -> Self {
        let name = match one.kind {
            ComparedKind::Amount(figure) => format!("figure-{}", figure.name()),
            ComparedKind::LateCount => "topic-late".to_owned(),
            ComparedKind::UndeterminedCount => "topic-undetermined".to_owned(),
            ComparedKind::RunsOut => "topic-funded-until".to_owned(),
        };
        let unknown = || "?".to_owned();
        let value = |value: ComparedValue| match value {
            ComparedValue::Amount(amount) => amount.map_or_else(unknown, |amount| locale.money_short(amount)),
            ComparedValue::Count(count) => locale.number(count),
            ComparedValue::Day(day) => day.map_or_else(unknown, |day| locale.date(day).trim().to_owned()),
        };
        let (is_more, difference) = match one.difference() {
            Some(ComparedDifference::Amount(amount)) => {
                (!amount.is_negative() && !amount.is_zero(), locale.money_short(amount))
            }
            Some(ComparedDifference::Count(count)) => (count > 0, locale.number(count)),
            Some(ComparedDifference::Days(days)) => {
                let count = MessageArg::count(usize::try_from(days.unsigned_abs()).unwrap_or(usize::MAX));
                let minus = if days < 0 { "-" } else { "" };
                (days > 0, format!("{minus}{}", locale.message("compare-days", &[("days", count)])))
            }
            None => (false, unknown()),
        };
        let sign = if is_more { "+" } else { "" };
        let (was, is) = (value(one.was), value(one.is));
        Self { name: locale.text(&name), was, is, difference: format!("{sign}{difference}") }
    }
}

/// Returns the cost of one unit, or that it is unknown. Less than a cent is not zero.
#[must_use]
pub fn unit_cost(cost: &UnitCost, locale: &Locale) -> String {
    match cost.cost() {
        None => locale.text("unit-cost-unknown"),
        Some(Money::ZERO) => format!("< {}", locale.money(Money::from_cents(1))),
        Some(amount) => locale.money(amount),
    }
}

/// Returns the two terms of the cost of one unit, or the name of the missing one. The unit is not sanitized.
#[must_use]
pub fn unit_cost_basis(cost: &UnitCost, startup: &Startup, locale: &Locale) -> String {
    let Some(indicator) = cost.indicator.and_then(|n| startup.indicators.get(n)) else {
        return locale.text("unit-cost-no-indicator");
    };
    let (Some(paid), Some(value)) = (cost.paid, cost.value) else {
        let key = if cost.paid.is_none() { "unit-cost-no-spending" } else { "unit-cost-no-value" };
        return locale.text(key);
    };
    let unit = indicator.unit.as_deref().unwrap_or(&indicator.name);
    let value = format!("{} {unit}", locale.decimal(value.value));
    let facts = [("paid", MessageArg::Text(locale.money_short(paid))), ("value", MessageArg::Text(value))];
    locale.message("unit-cost-terms", &facts)
}

/// Returns the words for a day since which nothing was recorded of a startup's money.
#[must_use]
pub fn silent_since(since: Date, locale: &Locale) -> String {
    locale.message("runway-silent-since", &[("date", MessageArg::Text(locale.date(since).trim_start().to_owned()))])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Decision, Phase, Severity};

    #[test]
    fn keywords_are_recognised_in_either_language() {
        let decisions = Decision::ALL.map(Decision::name);
        for (typed, meant) in [
            ("accelerate", Some("accelerate")),
            ("accélérer", Some("accelerate")),
            ("ACCELERER", Some("accelerate")),
            ("prolonger-sous-reserve", Some("provisional")),
            ("accélér", None),
            ("", None),
        ] {
            assert_eq!(named(typed, decisions), meant, "{typed}");
        }
        for names in [&decisions[..], &Phase::ALL.map(Phase::name), &Severity::ALL.map(Severity::name)] {
            for name in names {
                for locale in Language::ALL.map(Locale::new) {
                    let word = of_format(name, &locale).expect("a word");
                    assert_eq!(named(&word, names.iter().copied()), Some(*name), "{word}");
                }
            }
        }
    }
}
