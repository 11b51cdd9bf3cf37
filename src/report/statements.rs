//! Words for what records state beside figures and days: how a contribution is composed, on what condition something is
//! owed, who attended a committee. Pages and text show the same.

use super::words;
use crate::locale::Locale;
use crate::model::{
    Attendee, Coach, Committee, Contribution, Convention, Date, DecisionChange, IncubatorStay, Indicator, MessageArg,
    Obligation, ObligationCondition, Portfolio, Term, TermLength, Text,
};

/// The message key of a label, and the words. Text of the record is not sanitized.
pub type Statement = (&'static str, String);

/// Returns the term: `12 months after signature, estimated`. `span` words the length.
#[must_use]
pub fn term(term: &Term, locale: &Locale, span: impl Fn(&TermLength) -> String) -> String {
    let words = span(&term.length);
    if term.estimated { locale.message("term-estimated", &[("term", MessageArg::Text(words))]) } else { words }
}

/// Returns the total that a contribution is a percentage of, its budget years, the shares of its startups, and what was
/// deduced.
#[must_use]
pub fn of_contribution(one: &Contribution, portfolio: &Portfolio, locale: &Locale) -> Vec<Statement> {
    let mut found = Vec::new();
    if let (Some(percent), Some(total)) = (one.percent, &one.total) {
        let tax = total.tax.map(|tax| locale.text(&format!("total-tax-{}", tax.name())));
        let ceiling = total.ceiling.map(|most| locale.message("total-ceiling", &[("amount", MessageArg::Money(most))]));
        let share =
            [("percent", MessageArg::Text(locale.decimal(percent))), ("amount", MessageArg::Money(total.amount))];
        let parts = [Some(locale.message("total-percent", &share)), tax, ceiling];
        found.push(("value-total", parts.into_iter().flatten().collect::<Vec<_>>().join(", ")));
    }
    let years = one.years.iter().map(|(year, amount)| labelled(locale, &year.to_string(), &locale.money(*amount)));
    found.push(("value-years", years.collect::<Vec<_>>().join(" · ")));
    let shares = one.shares.iter().map(|(startup, weight)| {
        let name = portfolio.startups.get(startup).map_or_else(|| startup.to_string(), |known| known.name.clone());
        labelled(locale, &name, &weight.to_string())
    });
    found.push(("value-shares", shares.collect::<Vec<_>>().join(" · ")));
    found.push(("value-inferred", inferred(&one.inferred, locale)));
    kept(found)
}

/// Returns the condition of an obligation, whether it was waived, and what was deduced.
#[must_use]
pub fn of_obligation(one: &Obligation, locale: &Locale) -> Vec<String> {
    let condition = one.condition.as_ref().map(|condition| match condition {
        ObligationCondition::Other(words) => {
            locale.message("obligation-if-other", &[("words", MessageArg::Text(words.clone()))])
        }
        known => locale.text(&format!("obligation-if-{}", known.name())),
    });
    let waived = one.waived.as_ref().map(|waiver| {
        let on = locale.message("obligation-waived", &[("on", MessageArg::Date(waiver.on))]);
        waiver.why.as_ref().map_or_else(|| on.clone(), |why| labelled(locale, &on, why))
    });
    let parties = one.inferred.iter().filter(|key| *key == "debtor" || *key == "creditor").count();
    let deduced = (parties > 0).then(|| locale.text("mark-inferred"));
    [condition, waived, deduced].into_iter().flatten().collect()
}

/// Returns where a convention is published by a day, and the reminders sent by then.
#[must_use]
pub fn of_convention(one: &Convention, portfolio: &Portfolio, as_of: Date, locale: &Locale) -> Vec<Statement> {
    let copies = one
        .published
        .iter()
        .filter(|copy| copy.on.is_none_or(|on| on <= as_of))
        .map(|copy| dated(locale, &copy.location, copy.on));
    let reminders = one.reminders.iter().filter(|sent| sent.on <= as_of).map(|sent| {
        let to = words::party(portfolio, &sent.to);
        dated(locale, &format!("{to}, {}", sent.item), Some(sent.on))
    });
    kept(vec![
        ("value-document", one.document.clone().unwrap_or_default()),
        ("value-published", copies.collect::<Vec<_>>().join(" · ")),
        ("value-reminders", reminders.collect::<Vec<_>>().join(" · ")),
    ])
}

/// Returns what a committee states by a day beside its decision, its envelope and its comment.
#[must_use]
pub fn of_committee(one: &Committee, portfolio: &Portfolio, as_of: Date, locale: &Locale) -> Vec<Statement> {
    let is_known = |change: &&DecisionChange| change.on <= as_of;
    let change = |change: &DecisionChange| {
        let why = change.why.as_ref().map(|why| format!(" · {why}")).unwrap_or_default();
        format!("{}{why}", locale.date(change.on).trim_start())
    };
    let day = |day: Option<Date>| day.map(|day| locale.date(day).trim_start().to_owned()).unwrap_or_default();
    let people = |list: &[Attendee]| list.iter().map(|one| attendee(one, portfolio)).collect::<Vec<_>>().join(", ");
    kept(vec![
        ("value-withdrawn", one.withdrawn.as_ref().filter(is_known).map(change).unwrap_or_default()),
        ("value-amended", one.amended.iter().filter(is_known).map(change).collect::<Vec<_>>().join(" · ")),
        ("value-deferred_until", day(one.deferred_until)),
        ("value-asked", one.asked.map(|money| locale.money_short(money)).unwrap_or_default()),
        ("value-arbitrations", one.arbitrations.join(" · ")),
        ("value-support", one.support.clone().unwrap_or_default()),
        ("value-reservations", one.reservations.clone().unwrap_or_default()),
        ("value-papers_sent", day(one.papers_sent.filter(|day| *day <= as_of))),
        ("value-present", people(&one.present)),
        ("value-excused", people(&one.excused)),
        ("value-represented", people(&one.represented)),
    ])
}

/// Returns the heading, the baseline and the targets of an indicator.
#[must_use]
pub fn of_indicator(one: &Indicator, locale: &Locale) -> Vec<Statement> {
    let heading = one.heading.map(|heading| locale.text(&format!("impact-{}", heading.name()))).unwrap_or_default();
    let baseline = one.baseline.as_ref().map(|value| dated(locale, &locale.decimal(value.value), Some(value.on)));
    let targets = one.targets.iter().map(|target| dated(locale, &locale.decimal(target.value), Some(target.by)));
    kept(vec![
        ("value-heading", heading),
        ("value-baseline", baseline.unwrap_or_default()),
        ("value-targets", targets.collect::<Vec<_>>().join(" · ")),
    ])
}

/// Returns a stay in an incubator with its days.
#[must_use]
pub fn stay(one: &IncubatorStay, portfolio: &Portfolio, locale: &Locale) -> String {
    between(locale, words::party(portfolio, &one.id), one.from, one.until)
}

/// Returns a coach with the days from and until which they coach.
#[must_use]
pub fn coach(one: &Coach, portfolio: &Portfolio, locale: &Locale) -> String {
    between(locale, words::person(portfolio, one.person.as_str()), one.from, one.until)
}

/// Returns somebody on an attendance list: name, party and capacity, and who represents them.
#[must_use]
pub fn attendee(one: &Attendee, portfolio: &Portfolio) -> String {
    let name = match (&one.person, &one.name) {
        (Some(person), _) => words::person(portfolio, person.as_str()),
        (None, name) => name.clone().unwrap_or_default(),
    };
    let party = one.party.as_ref().map(|party| words::party(portfolio, party));
    let rest: Vec<String> = party.into_iter().chain(one.capacity.clone()).collect();
    let who = match (name.is_empty(), rest.is_empty()) {
        (_, true) => name,
        (true, false) => rest.join(", "),
        (false, false) => format!("{name} ({})", rest.join(", ")),
    };
    one.by.as_ref().map_or_else(|| who.clone(), |by| format!("{who} → {by}"))
}

/// Returns `label: words` as the language punctuates it.
#[must_use]
pub fn labelled(locale: &Locale, label: &str, words: &str) -> String {
    let args = [("label", label), ("words", words)].map(|(name, text)| (name, MessageArg::Text(text.to_owned())));
    locale.message("labelled", &args)
}

fn inferred(keys: &[Text], locale: &Locale) -> String {
    let label = |key: &Text| {
        let word = format!("value-{key}");
        if locale.has(&word) { locale.text(&word) } else { key.to_string() }
    };
    keys.iter().map(label).collect::<Vec<_>>().join(", ")
}

fn dated(locale: &Locale, words: &str, on: Option<Date>) -> String {
    on.map_or_else(|| words.to_owned(), |on| format!("{words} ({})", locale.date(on).trim_start()))
}

fn between(locale: &Locale, name: String, from: Option<Date>, until: Option<Date>) -> String {
    if from.is_none() && until.is_none() {
        return name;
    }
    let day = |day: Option<Date>| day.map_or_else(|| "…".to_owned(), |day| locale.date(day).trim_start().to_owned());
    format!("{name} ({} → {})", day(from), day(until))
}

fn kept(statements: Vec<Statement>) -> Vec<Statement> {
    statements.into_iter().filter(|(_, words)| !words.is_empty()).collect()
}
