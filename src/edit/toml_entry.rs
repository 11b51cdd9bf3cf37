//! Reads the entries of a record's text and builds new ones.
//!
//! Verbs look positions up in the text and not in the model: the file may have changed since it was loaded, and an
//! entry that could not be read has a position in the text but is not in the model.

use toml::{Table, Value};

use crate::model::{Date, KeyPath, Money};
use crate::record::{Item, Op, to_toml};

/// Returns the value as it is read back from TOML.
pub(super) fn value(item: &Item) -> Value {
    match item {
        Item::Text(text) => Value::String(text.clone()),
        Item::Whole(whole) => Value::Integer(*whole),
        Item::Bool(yes) => Value::Boolean(*yes),
        Item::List(items) => Value::Array(items.iter().map(value).collect()),
        Item::Table(pairs) => Value::Table(pairs.iter().map(|(key, item)| (key.clone(), value(item))).collect()),
        Item::Date(_) | Item::Time(_) | Item::DateTime(_) | Item::Money(_) => {
            let of_one = format!("value = {}", to_toml(item)).parse::<Table>().ok();
            of_one.and_then(|mut table| table.remove("value")).unwrap_or_else(|| Value::String(to_toml(item)))
        }
    }
}

/// Returns the entries of a list; empty if there is no such list.
pub(super) fn entries<'a>(table: &'a Table, list: &str) -> &'a [Value] {
    table.get(list).and_then(Value::as_array).map_or(&[], Vec::as_slice)
}

/// Returns an id that no entry of a list has: the proposed one, with a number appended if it is taken.
pub(super) fn free(entries: &[Value], id: String) -> String {
    let is_taken = |id: &str| entries.iter().any(|entry| text(entry, "id") == Some(id));
    if !is_taken(&id) {
        return id;
    }
    let numbered = (2..).map(|number: usize| format!("{id}-{number}")).find(|numbered| !is_taken(numbered));
    numbered.unwrap_or(id)
}

/// Returns the text under a key.
pub(super) fn text<'a>(entry: &'a Value, key: &str) -> Option<&'a str> {
    entry.get(key)?.as_str()
}

/// Returns the date under a key.
pub(super) fn date(entry: &Value, key: &str) -> Option<Date> {
    as_date(entry.get(key)?)
}

/// Returns the date, if the value is a TOML date without a time.
pub(super) fn as_date(value: &Value) -> Option<Date> {
    value.as_datetime()?.to_string().parse().ok()
}

/// Returns the amount under a key.
pub(super) fn money(entry: &Value, key: &str) -> Option<Money> {
    match entry.get(key)? {
        Value::Integer(whole) => Some(Money::euros(*whole)),
        Value::String(decimal) => decimal.parse().ok(),
        _ => None,
    }
}

/// Returns the whole number under a key.
pub(super) fn number(entry: &Value, key: &str) -> Option<usize> {
    usize::try_from(entry.get(key)?.as_integer()?).ok()
}

/// Builds an entry, with its keys in the order in which they are added.
#[derive(Clone, Default)]
pub(super) struct EntryBuilder(Vec<(String, Item)>);

impl EntryBuilder {
    pub fn with(mut self, key: &str, item: impl Into<Item>) -> Self {
        self.0.push((key.to_owned(), item.into()));
        self
    }

    /// Adds a key if there is a value.
    pub fn maybe(self, key: &str, item: Option<impl Into<Item>>) -> Self {
        match item {
            Some(item) => self.with(key, item),
            None => self,
        }
    }

    /// Adds a list unless it is empty.
    pub fn list<T: Clone + Into<Item>>(self, key: &str, items: &[T]) -> Self {
        if items.is_empty() {
            return self;
        }
        self.with(key, Item::List(items.iter().cloned().map(Into::into).collect()))
    }

    pub fn item(self) -> Item {
        Item::Table(self.0)
    }

    pub fn pairs(self) -> Vec<(String, Item)> {
        self.0
    }

    /// Appends the entry to a list, or inserts it before the position that the path ends with.
    pub fn insert(self, list: KeyPath) -> Vec<Op> {
        vec![Op::Insert(list, Item::Table(self.0))]
    }

    /// Sets its keys in an existing table.
    pub fn set(self, table: &KeyPath) -> Vec<Op> {
        self.0.into_iter().map(|(key, item)| Op::Set(table.key(&key), item)).collect()
    }
}

/// Returns the path of a top-level key.
pub(super) fn list(key: &str) -> KeyPath {
    KeyPath::top().key(key)
}

/// Replaces control characters and line breaks by spaces and trims the text.
pub(super) fn one_line(text: &mut String) {
    let breaks = |c: char| c.is_control() || matches!(c, '\u{2028}' | '\u{2029}');
    *text = text.replace(breaks, " ").trim().to_owned();
}

/// As [`one_line`]; a blank text becomes `None`.
pub(super) fn some_line(text: &mut Option<String>) {
    text.iter_mut().for_each(one_line);
    text.take_if(|text| text.is_empty());
}

/// Applies [`one_line`] to each line of the text, and trims the text.
pub(super) fn several_lines(text: &mut String) {
    let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
    lines.iter_mut().for_each(one_line);
    lines.join("\n").trim().clone_into(text);
}

/// As [`several_lines`]; a blank text becomes `None`.
pub(super) fn some_text(text: &mut Option<String>) {
    text.iter_mut().for_each(several_lines);
    text.take_if(|text| text.is_empty());
}

/// As [`one_line`] for each text; blank ones are removed.
pub(super) fn lines(texts: &mut Vec<String>) {
    texts.iter_mut().for_each(one_line);
    texts.retain(|text| !text.is_empty());
}
