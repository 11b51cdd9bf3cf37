//! Values and labels in words.

use rust_decimal::Decimal;

use super::FactWords;
use super::sorts::{FieldSort, sort};
use crate::model::{
    FieldTable, FieldValue, Id, MessageArg, Moment, Money, RecordComparison, RecordKind, Span, Trigger,
};
use crate::report::words;

impl FactWords<'_> {
    /// Returns a value in words; `names` are the keys of its path.
    pub(super) fn value(&self, comparison: &RecordComparison, names: &[String], value: &FieldValue) -> String {
        let sort = sort(comparison.record.kind, names);
        match value {
            FieldValue::List(entries) if sort == FieldSort::Addresses => {
                self.locale.message("fact-addresses", &[("count", MessageArg::count(entries.len()))])
            }
            FieldValue::Text(_) if sort == FieldSort::Addresses => "…".to_owned(),
            FieldValue::Text(text) => self.text(comparison, sort, text),
            FieldValue::Whole(whole) => self.whole(sort, *whole),
            FieldValue::Bool(yes) => self.locale.text(if *yes { "report-yes" } else { "report-no" }),
            FieldValue::Date(date) => self.locale.date_in_full(*date),
            FieldValue::Other(written) => written.clone(),
            FieldValue::List(entries) if entries.is_empty() => self.locale.text("fact-none"),
            FieldValue::List(entries) => {
                entries.iter().map(|entry| self.value(comparison, names, entry)).collect::<Vec<_>>().join(", ")
            }
            FieldValue::Table(fields) => self.spending(fields).unwrap_or_else(|| self.table(comparison, names, fields)),
        }
    }

    /// Returns the keys and values of a table: `months 12, article 7`.
    fn table(&self, comparison: &RecordComparison, names: &[String], fields: &FieldTable) -> String {
        let pairs = fields.0.iter().map(|(key, value)| {
            let below: Vec<String> = names.iter().chain([key]).cloned().collect();
            format!(
                "{} {}",
                self.label(&below[names.len().saturating_sub(1)..], 1),
                self.value(comparison, &below, value)
            )
        });
        pairs.collect::<Vec<_>>().join(", ")
    }

    /// Returns the words of `{ spent, by }`, which makes a tranche due.
    fn spending(&self, fields: &FieldTable) -> Option<String> {
        let amount = match fields.get("spent")? {
            FieldValue::Whole(whole) => money(&whole.to_string())?,
            value => money(value.as_text()?)?,
        };
        let by = Id::new(fields.text_of("by").filter(|_| fields.0.len() == 2)?).ok()?;
        let args = [("amount", self.locale.money(amount)), ("party", self.party(by.as_str()))];
        Some(self.message("trigger-spent", &args))
    }

    fn whole(&self, sort: FieldSort, whole: i64) -> String {
        match (sort, money(&whole.to_string())) {
            (FieldSort::Amount, Some(amount)) => self.locale.money(amount),
            (FieldSort::Percent, _) => self.message("fact-percent", &[("number", self.locale.number(whole))]),
            (FieldSort::Ordinal, _) => whole.to_string(),
            _ => self.locale.number(whole),
        }
    }

    fn text(&self, comparison: &RecordComparison, sort: FieldSort, text: &str) -> String {
        let decimal = || text.parse::<Decimal>().ok().map(|number| self.locale.decimal(number));
        let known = match sort {
            FieldSort::Amount => money(text).map(|amount| self.locale.money(amount)),
            FieldSort::Percent => decimal().map(|number| self.message("fact-percent", &[("number", number)])),
            FieldSort::Decimal => decimal(),
            FieldSort::Party => Some(self.party(text)),
            FieldSort::Startup => {
                let startup = Id::new(text).ok().and_then(|id| self.portfolio.startups.get(&id));
                startup.map(|startup| startup.name.clone())
            }
            FieldSort::Convention => {
                let convention = Id::new(text).ok().and_then(|id| self.portfolio.conventions.get(&id));
                convention.map(|convention| convention.title.clone())
            }
            FieldSort::Person => {
                let mut people = self.portfolio.incubator.people.iter();
                people.find(|person| person.id.as_str() == text).map(|person| person.name.clone())
            }
            FieldSort::Word(prefix) => Some(lower_first(&self.locale.suggested(prefix, text))),
            FieldSort::Span => text.parse::<Span>().ok().map(|span| self.locale.span(span)),
            FieldSort::Moment => self.moment(text),
            FieldSort::Contribution => Some(self.contribution(comparison, text)),
            FieldSort::Committee => {
                let committee = comparison.entry("committees", text);
                let on = committee.and_then(|entry| entry.fields.get("on")?.as_date());
                on.map(|on| self.locale.date_in_full(on))
            }
            FieldSort::Item => self.item(comparison, text),
            FieldSort::Ordinal | FieldSort::Addresses | FieldSort::Free => None,
        };
        known.unwrap_or_else(|| text.to_owned())
    }

    /// Returns what makes a tranche or an obligation due.
    fn moment(&self, text: &str) -> Option<String> {
        let trigger = match text {
            "call" => Trigger::Call,
            "notification" => Trigger::Notification,
            text => match text.strip_prefix("report:") {
                Some(report) => Trigger::Report(report.to_owned()),
                None => Trigger::At(text.parse::<Moment>().ok()?),
            },
        };
        Some(words::trigger(&trigger, self.locale, Id::to_string))
    }

    /// Returns the name of a party as in a sentence.
    pub(super) fn party(&self, id: &str) -> String {
        let party = Id::new(id).ok().and_then(|id| self.portfolio.parties.get(&id));
        party.map_or_else(|| id.to_owned(), |party| self.locale.in_sentence(&party.name, party.article.as_deref()))
    }

    /// Returns the contributor of a contribution; with the id if that party makes several.
    pub(super) fn contribution(&self, comparison: &RecordComparison, id: &str) -> String {
        let from = |id| comparison.entry("contributions", id).and_then(|entry| entry.fields.text_of("from"));
        let Some(party) = from(id) else { return id.to_owned() };
        let of_list = comparison.entries.iter().filter(|entry| entry.list == "contributions");
        let count = of_list.filter(|entry| entry.fields.text_of("from") == Some(party)).count();
        let name = self.party(party);
        if count > 1 { format!("{name} ({id})") } else { name }
    }

    /// Returns what a reminder is about.
    fn item(&self, comparison: &RecordComparison, text: &str) -> Option<String> {
        let (list, rest) = text.split_once('.')?;
        let id = rest.split('[').next().unwrap_or(rest);
        match list {
            "obligations" => Some(comparison.entry("obligations", id)?.fields.text_of("what")?.to_owned()),
            "contributions" => {
                comparison.entry("contributions", id)?;
                let tranche = rest.strip_prefix(id).unwrap_or_default().trim_matches(['[', ']']);
                let of = self.contribution(comparison, id);
                let words = self.message("fact-entry-contributions", &[("from", of)]);
                match tranche {
                    "" => Some(words),
                    number => Some(
                        self.message("contribution-tranche", &[("contribution", words), ("number", number.to_owned())]),
                    ),
                }
            }
            _ => None,
        }
    }

    /// Returns the label of the last key, with those of the tables around it from the given one on: `term, months`.
    pub(super) fn label(&self, names: &[String], from: usize) -> String {
        let labels = names.iter().enumerate().skip(from).filter_map(|(at, key)| {
            let holder = at.checked_sub(1).and_then(|at| names.get(at)).map(String::as_str);
            let word = format!("value-{key}");
            match holder {
                Some("years" | "extra") => Some(key.clone()),
                Some("shares") => Some(self.text_of_startup(key)),
                _ if self.locale.has(&word) => Some(lower_first(&self.locale.text(&word))),
                // Tables that only group others have no label.
                _ => (at + 1 == names.len()).then(|| key.clone()),
            }
        });
        labels.collect::<Vec<_>>().join(", ")
    }

    fn text_of_startup(&self, id: &str) -> String {
        let startup = Id::new(id).ok().and_then(|id| self.portfolio.startups.get(&id));
        startup.map_or_else(|| id.to_owned(), |startup| startup.name.clone())
    }

    /// Returns the name of a record, for lists of facts about several.
    #[must_use]
    pub fn record(&self, record: &crate::model::RecordRef) -> String {
        let portfolio = self.portfolio;
        let name = match record.kind {
            RecordKind::Startup => portfolio.startups.get(&record.id).map(|startup| startup.name.clone()),
            RecordKind::Party => portfolio.parties.get(&record.id).map(|party| party.name.clone()),
            RecordKind::Convention => portfolio.conventions.get(&record.id).map(|convention| convention.title.clone()),
            RecordKind::Review => portfolio.reviews.get(&record.id).map(|review| words::of_review(review, self.locale)),
            RecordKind::Portfolio => Some(self.locale.text("record-kind-portfolio")),
        };
        name.unwrap_or_else(|| record.id.to_string())
    }
}

fn money(text: &str) -> Option<Money> {
    text.parse().ok()
}

/// Starts a label with a small letter, unless it is an acronym.
fn lower_first(label: &str) -> String {
    let mut letters = label.chars();
    let first = letters.next();
    match (first, letters.clone().next()) {
        (Some(first), second) if !second.is_some_and(char::is_uppercase) => {
            first.to_lowercase().chain(letters).collect()
        }
        _ => label.to_owned(),
    }
}
