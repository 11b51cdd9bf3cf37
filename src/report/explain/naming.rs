//! Names of entries: "order of the third quarter", not `expenditure[10]`.

use crate::locale::Locale;
use crate::model::{
    Convention, ConventionKind, Date, Id, KeyPath, MessageArg, PathStep, Portfolio, RecordKind, RecordRef, Startup,
};
use crate::report::words;

/// Returns the name of a record.
pub(super) fn record(portfolio: &Portfolio, record: &RecordRef) -> String {
    let id = &record.id;
    let name = match record.kind {
        RecordKind::Startup => portfolio.startups.get(id).map(|one| one.name.clone()),
        RecordKind::Convention => portfolio.conventions.get(id).map(|one| one.title.clone()),
        RecordKind::Party => portfolio.parties.get(id).map(|one| one.name.clone()),
        RecordKind::Portfolio => portfolio.incubator.name.clone(),
        _ => None,
    };
    name.filter(|name| !name.is_empty()).unwrap_or_else(|| id.to_string())
}

/// Returns the name of the entry at a path; for a key of an entry, its label and the name of the entry.
pub(super) fn entry(portfolio: &Portfolio, locale: &Locale, of: &RecordRef, path: &KeyPath) -> String {
    let steps = &path;
    let Some(last) = steps.last() else { return record(portfolio, of) };
    match last {
        PathStep::Key(key) => {
            let label = format!("value-{key}");
            let label = if locale.has(&label) { locale.text(&label) } else { key.to_string() };
            let within = KeyPath::from(&steps[..steps.len() - 1]);
            let parent = entry(portfolio, locale, of, &within);
            locale.message("topic-value-of", &text([("label", label), ("parent", parent)]))
        }
        PathStep::Index(index) => {
            let named = Namer { portfolio, locale, of };
            named.listed(steps, *index).unwrap_or_else(|| path.to_string())
        }
    }
}

/// Returns the article of the entry at a path.
pub(super) fn article(portfolio: &Portfolio, of: &RecordRef, path: &KeyPath) -> Option<String> {
    let convention = portfolio.conventions.get(&of.id).filter(|_| of.kind == RecordKind::Convention)?;
    match path.as_slice() {
        [PathStep::Key(key), ..] if key == "term" => convention.term.as_ref()?.article.clone(),
        [PathStep::Key(key), ..] if key == "committee" => convention.committee.as_ref()?.article.clone(),
        [PathStep::Key(list), PathStep::Index(n), rest @ ..] => match list.as_str() {
            "obligations" => convention.obligations.get(*n)?.article.as_deref().map(str::to_owned),
            "contributions" => {
                let contribution = convention.contributions.get(*n)?;
                let tranche = match rest {
                    [PathStep::Key(_), PathStep::Index(n), ..] => contribution.tranches.get(*n),
                    _ => None,
                };
                tranche.and_then(|tranche| tranche.article.clone()).or_else(|| contribution.article.clone())
            }
            _ => None,
        },
        _ => None,
    }
}

/// Reads `committees[2].decision`. `None` if it is not written like a path.
pub(super) fn path(typed: &str) -> Option<KeyPath> {
    let mut path = KeyPath::top();
    for part in typed.split('.') {
        let (key, index) = part.split_once('[').map_or((part, None), |(key, index)| (key, Some(index)));
        if key.is_empty() || !key.chars().all(|c| c.is_ascii_alphanumeric() || c == '_') {
            return None;
        }
        path = path.key(key);
        if let Some(index) = index {
            path = path.index(index.strip_suffix(']')?.parse().ok()?);
        }
    }
    Some(path)
}

fn text<const N: usize>(args: [(&'static str, String); N]) -> Vec<(&'static str, MessageArg)> {
    args.into_iter().map(|(name, value)| (name, MessageArg::Text(value))).collect()
}

/// Returns the first words of a long text.
fn brief(text: &str) -> String {
    const MOST: usize = 60;
    let line = text.lines().next().unwrap_or_default();
    match line.char_indices().nth(MOST) {
        Some((end, _)) => format!("{}…", line[..end].trim_end()),
        None => line.to_owned(),
    }
}

/// Returns the convention that an amendment changes.
pub(super) const fn amended(convention: &Convention) -> Option<&Id> {
    match &convention.kind {
        ConventionKind::Amendment { amends } => Some(amends),
        _ => None,
    }
}

struct Namer<'a> {
    portfolio: &'a Portfolio,
    locale: &'a Locale,
    of: &'a RecordRef,
}

impl Namer<'_> {
    fn named<const N: usize>(&self, list: &str, args: [(&'static str, String); N]) -> String {
        self.locale.message(&format!("fact-entry-{list}"), &text(args))
    }

    fn date(&self, day: Date) -> String {
        self.locale.date_in_full(day)
    }

    fn party(&self, id: &Id) -> String {
        words::party(self.portfolio, id)
    }

    fn listed(&self, steps: &[PathStep], index: usize) -> Option<String> {
        match self.of.kind {
            RecordKind::Startup => self.in_startup(self.portfolio.startups.get(&self.of.id)?, steps, index),
            RecordKind::Convention => self.in_convention(self.portfolio.conventions.get(&self.of.id)?, steps, index),
            _ => None,
        }
    }

    fn in_startup(&self, startup: &Startup, steps: &[PathStep], index: usize) -> Option<String> {
        let Some(PathStep::Key(list)) = steps.first() else { return None };
        if let [_, PathStep::Index(n), PathStep::Key(inner), PathStep::Index(_)] = steps {
            let parent = self.in_startup(startup, &steps[..2], *n)?;
            let value = startup.indicators.get(*n).filter(|_| inner == "values")?.values.get(index)?;
            return Some(self.named(inner, [("on", self.date(value.on)), ("parent", parent)]));
        }
        Some(match list.as_str() {
            "phases" => {
                let phase = self.locale.text(&format!("phase-{}", startup.phases.get(index)?.phase.name()));
                self.named(list, [("phase", phase)])
            }
            "committees" => self.named(list, [("on", self.date(startup.committees.get(index)?.on))]),
            "conditions" => self.named(list, [("what", brief(&startup.conditions.get(index)?.what))]),
            "actions" => self.named(list, [("what", brief(&startup.actions.get(index)?.what))]),
            "indicators" => self.named(list, [("name", startup.indicators.get(index)?.name.clone())]),
            "incubators" => self.named(list, [("id", self.party(&startup.incubators.get(index)?.id))]),
            "notes" => self.named(list, [("text", brief(&startup.notes.get(index)?.text))]),
            "coaches" => {
                let coach = startup.coaches.get(index)?;
                self.named(list, [("name", words::person(self.portfolio, coach.person.as_str()))])
            }
            _ => return None,
        })
    }

    fn in_convention(&self, convention: &Convention, steps: &[PathStep], index: usize) -> Option<String> {
        let Some(PathStep::Key(list)) = steps.first() else { return None };
        if let [_, PathStep::Index(n), PathStep::Key(inner), PathStep::Index(_)] = steps {
            let parent = self.in_convention(convention, &steps[..2], *n)?;
            let number = self.locale.number(i64::try_from(index + 1).unwrap_or(i64::MAX));
            return match inner.as_str() {
                "tranches" => Some(self.named(inner, [("number", number), ("parent", parent)])),
                "fulfilled" => {
                    let done = convention.obligations.get(*n)?.fulfilled.get(index)?;
                    Some(self.named(inner, [("on", self.date(done.on)), ("parent", parent)]))
                }
                _ => None,
            };
        }
        let payer = |id: &str| self.payer(convention, id);
        Some(match list.as_str() {
            "contributions" => self.named(list, [("from", self.party(&convention.contributions.get(index)?.from))]),
            "obligations" => self.named(list, [("what", brief(&convention.obligations.get(index)?.what))]),
            "payments" => {
                let one = convention.payments.get(index)?;
                self.locale.message(
                    "topic-payment",
                    &text([("contribution", payer(&one.contribution)), ("on", self.date(one.on))]),
                )
            }
            "calls" => {
                let one = convention.calls.get(index)?;
                self.locale.message(
                    "topic-call",
                    &text([("contribution", payer(&one.contribution)), ("on", self.date(one.on))]),
                )
            }
            "refunds" => {
                let one = convention.refunds.get(index)?;
                self.locale.message(
                    "topic-refund",
                    &text([("contribution", payer(&one.contribution)), ("on", self.date(one.on))]),
                )
            }
            "expenditure" => {
                let one = convention.expenditure.get(index)?;
                let own = one.what.as_deref().or(one.supplier.as_deref()).or(one.reference.as_deref());
                match own {
                    Some(own) => brief(own),
                    None => self.named(list, [("amount", self.locale.money(one.amount))]),
                }
            }
            "resources" => self.named(list, [("what", brief(&convention.resources.get(index)?.what))]),
            "reminders" => {
                let one = convention.reminders.get(index)?;
                self.named(list, [("to", self.party(&one.to)), ("on", self.date(one.on))])
            }
            _ => return None,
        })
    }

    /// Returns the party of a contribution, which an amendment may only name.
    fn payer(&self, convention: &Convention, id: &str) -> String {
        let base = amended(convention).and_then(|base| self.portfolio.conventions.get(base));
        let documents = std::iter::once(convention).chain(base.map(AsRef::as_ref));
        let mut all = documents.flat_map(|document| &document.contributions);
        all.find(|one| one.id == id).map_or_else(|| id.to_owned(), |one| self.party(&one.from))
    }
}
