//! A row as an entry of a record, and its identity.

use crate::edit::Pairs;
use crate::import::plan::ImportDifference;
use crate::locale::fold;
use crate::model::{Date, Expenditure, Id, Money, Payment, entry_id};
use crate::record::{Item, to_toml};

use super::matching::without_zeros;

/// An entry, read from a row or from a record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum LedgerEntry {
    Expenditure(Expenditure),
    Payment(Payment),
}

/// What makes two entries of a convention the same fact, joined to one text each: there are many of them.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum EntryIdentity {
    /// The numbers by which Chorus identifies a payment, or an invoice and what it is for.
    Numbers(String),
    /// All facts, if there are no numbers.
    Facts(String),
}

impl LedgerEntry {
    /// Returns the name of its list.
    pub const fn list(&self) -> &'static str {
        match self {
            Self::Expenditure(_) => "expenditure",
            Self::Payment(_) => "payments",
        }
    }

    pub const fn amount(&self) -> Money {
        match self {
            Self::Expenditure(spent) => spent.amount,
            Self::Payment(paid) => paid.amount,
        }
    }

    pub fn identity(&self) -> EntryIdentity {
        let text = |text: &Option<String>| text.clone().unwrap_or_default();
        match self {
            Self::Expenditure(spent) => {
                let day = |day: Option<Date>| day.map(|day| day.to_string()).unwrap_or_default();
                let numbers = [&spent.reference, &spent.order, &spent.request];
                if let Some(reference) = &spent.reference {
                    let parts = reference.split('/').map(without_zeros);
                    // The reference of a Chorus payment is complete; suppliers number their invoices alike.
                    let supplier = fold(&text(&spent.supplier));
                    let rest = if is_chorus(reference) { Vec::new() } else { vec![text(&spent.what), supplier] };
                    return EntryIdentity::Numbers(joined(parts.chain(rest)));
                }
                let days = [spent.committed, spent.done, spent.paid].map(day);
                let numbers = numbers.map(|number| without_zeros(&text(number)));
                let facts = [text(&spent.what), text(&spent.supplier), spent.amount.to_string()];
                EntryIdentity::Facts(joined(facts.into_iter().chain(days).chain(numbers)))
            }
            Self::Payment(paid) => {
                if let Some(reference) = &paid.reference {
                    return EntryIdentity::Numbers(joined([paid.contribution.clone(), without_zeros(reference)]));
                }
                EntryIdentity::Facts(joined([paid.contribution.clone(), paid.amount.to_string(), paid.on.to_string()]))
            }
        }
    }

    /// Returns whether the entries may be the same fact although their identities differ: they agree in amount and day,
    /// and wherever they differ, one of them has no value.
    pub fn may_equal(&self, other: &Self) -> bool {
        let agree = |one: &Option<String>, other: &Option<String>| {
            one.is_none() || other.is_none() || one.as_deref().map(fold) == other.as_deref().map(fold)
        };
        match (self, other) {
            (Self::Payment(one), Self::Payment(other)) => {
                (&one.contribution, one.amount, one.on) == (&other.contribution, other.amount, other.on)
                    && agree(&one.reference, &other.reference)
            }
            (Self::Expenditure(one), Self::Expenditure(other)) => {
                let days = |spent: &Expenditure| [spent.committed, spent.done, spent.paid];
                let pairs = days(one).into_iter().zip(days(other));
                let mut both = pairs.filter_map(|(one, other)| one.zip(other)).peekable();
                let texts = |spent: &Expenditure| {
                    let Expenditure { what, supplier, reference, order, request, .. } = spent.clone();
                    [what, supplier, reference, order, request]
                };
                one.amount == other.amount
                    && both.peek().is_some()
                    && both.all(|(one, other)| one == other)
                    && texts(one).iter().zip(&texts(other)).all(|(one, other)| agree(one, other))
            }
            _ => false,
        }
    }

    /// Returns the keys of the entry, with an id that follows from its facts. `today` dates one without a day.
    pub fn pairs(&self, today: Date) -> Pairs {
        let mut pairs = self.facts();
        let on = match self {
            Self::Expenditure(spent) => spent.paid.or(spent.done).or(spent.committed).unwrap_or(today),
            Self::Payment(paid) => paid.on,
        };
        let facts: Vec<String> = pairs.iter().map(|(key, item)| format!("{key}={}", to_toml(item))).collect();
        let facts: Vec<&str> = facts.iter().map(String::as_str).collect();
        pairs.insert(0, ("id".to_owned(), entry_id(on, &facts).into()));
        pairs
    }

    fn facts(&self) -> Pairs {
        let mut pairs = Pairs::new();
        let mut add = |key: &str, item: Option<Item>| {
            pairs.extend(item.map(|item| (key.to_owned(), item)));
        };
        match self {
            Self::Expenditure(spent) => {
                let text = |text: &Option<String>| text.clone().map(Item::from);
                let id = |id: &Option<Id>| id.clone().map(Item::from);
                add("amount", Some(spent.amount.into()));
                add("what", text(&spent.what));
                add("by", id(&spent.by));
                add("contribution", text(&spent.contribution));
                add("startup", id(&spent.startup));
                add("supplier", text(&spent.supplier));
                add("nature", text(&spent.nature));
                add("order", text(&spent.order));
                add("request", text(&spent.request));
                add("budget_year", spent.budget_year.map(|year| i64::from(year).into()));
                add("committed", spent.committed.map(Item::from));
                add("done", spent.done.map(Item::from));
                add("paid", spent.paid.map(Item::from));
                add("reference", text(&spent.reference));
            }
            Self::Payment(paid) => {
                add("on", Some(paid.on.into()));
                add("amount", Some(paid.amount.into()));
                add("contribution", Some(paid.contribution.clone().into()));
                add("tranche", paid.tranche.map(Item::from));
                add("reference", paid.reference.clone().map(Item::from));
            }
        }
        pairs
    }

    /// Returns the values of the row that differ from the recorded entry. Ignores values that only the record has.
    pub fn differences(&self, recorded: &Self) -> Vec<ImportDifference> {
        let ours = recorded.facts();
        let stated = self.facts().into_iter().map(|(field, theirs)| {
            let ours = ours.iter().find(|(key, _)| *key == field).map(|(_, item)| item);
            (field, ours.cloned(), theirs)
        });
        let is_same = |ours: &Item, theirs: &Item| match (ours, theirs) {
            (Item::Text(ours), Item::Text(theirs)) => {
                let plain = |text: &str| text.split('/').map(without_zeros).collect::<Vec<_>>();
                plain(ours) == plain(theirs)
            }
            (ours, theirs) => ours == theirs,
        };
        let differ = stated.filter(|(_, ours, theirs)| !ours.as_ref().is_some_and(|ours| is_same(ours, theirs)));
        differ
            .map(|(field, ours, theirs)| ImportDifference {
                field,
                ours: ours.as_ref().map(to_toml),
                theirs: Some(to_toml(&theirs)),
                is_taken: false,
            })
            .collect()
    }
}

/// Joins texts with their lengths, so that different lists never give the same text.
fn joined(texts: impl IntoIterator<Item = String>) -> String {
    texts.into_iter().map(|text| format!("{}:{text}", text.len())).collect()
}

/// Returns whether a reference consists of the six numbers of a Chorus payment.
fn is_chorus(reference: &str) -> bool {
    reference.split('/').count() == 6
}
