//! A record's text as it stands, read as a verb needs it, and entries made for it.
//!
//! Places are looked up in the text itself and not in what was loaded: since then somebody may have
//! changed the file, and an entry that cannot be read counts for a position there but not in the model.

use toml::{Table, Value};

use crate::model::{Date, KeyPath, Money};
use crate::record::{Item, Op, to_toml};

/// A value as it is read back.
pub(super) fn value(item: &Item) -> Value {
    match item {
        Item::Text(text) => Value::String(text.clone()),
        Item::Whole(whole) => Value::Integer(*whole),
        Item::Bool(yes) => Value::Boolean(*yes),
        Item::List(items) => Value::Array(items.iter().map(value).collect()),
        Item::Table(pairs) => Value::Table(pairs.iter().map(|(key, item)| (key.clone(), value(item))).collect()),
        Item::Date(_) | Item::Money(_) => {
            let of_one = format!("value = {}", to_toml(item)).parse::<Table>().ok();
            of_one.and_then(|mut table| table.remove("value")).unwrap_or_else(|| Value::String(to_toml(item)))
        }
    }
}

/// The entries of a list; none where there is no such list.
pub(super) fn entries<'a>(table: &'a Table, list: &str) -> &'a [Value] {
    table.get(list).and_then(Value::as_array).map_or(&[], Vec::as_slice)
}

/// An id that no entry of a list has yet: the one proposed, or that with a number behind it.
pub(super) fn free(entries: &[Value], id: String) -> String {
    let is_taken = |id: &str| entries.iter().any(|entry| text(entry, "id") == Some(id));
    if !is_taken(&id) {
        return id;
    }
    let numbered = (2..).map(|number: usize| format!("{id}-{number}")).find(|numbered| !is_taken(numbered));
    numbered.unwrap_or(id)
}

/// A text of an entry.
pub(super) fn text<'a>(entry: &'a Value, key: &str) -> Option<&'a str> {
    entry.get(key)?.as_str()
}

/// A bare TOML date of an entry.
pub(super) fn date(entry: &Value, key: &str) -> Option<Date> {
    as_date(entry.get(key)?)
}

/// A bare TOML date.
pub(super) fn as_date(value: &Value) -> Option<Date> {
    value.as_datetime()?.to_string().parse().ok()
}

/// An amount of an entry, as files write it.
pub(super) fn money(entry: &Value, key: &str) -> Option<Money> {
    match entry.get(key)? {
        Value::Integer(whole) => Some(Money::euros(*whole)),
        Value::String(decimal) => decimal.parse().ok(),
        _ => None,
    }
}

/// A whole number of an entry, from 0.
pub(super) fn number(entry: &Value, key: &str) -> Option<usize> {
    usize::try_from(entry.get(key)?.as_integer()?).ok()
}

/// An entry being made, its keys in this order.
#[derive(Clone, Default)]
pub(super) struct EntryBuilder(Vec<(String, Item)>);

impl EntryBuilder {
    /// With a key.
    pub fn with(mut self, key: &str, item: impl Into<Item>) -> Self {
        self.0.push((key.to_owned(), item.into()));
        self
    }

    /// With a key where there is something to say.
    pub fn maybe(self, key: &str, item: Option<impl Into<Item>>) -> Self {
        match item {
            Some(item) => self.with(key, item),
            None => self,
        }
    }

    /// With a list where there is anything in it.
    pub fn list<T: Clone + Into<Item>>(self, key: &str, items: &[T]) -> Self {
        if items.is_empty() {
            return self;
        }
        self.with(key, Item::List(items.iter().cloned().map(Into::into).collect()))
    }

    /// As a value.
    pub fn item(self) -> Item {
        Item::Table(self.0)
    }

    /// Its keys and values.
    pub fn pairs(self) -> Vec<(String, Item)> {
        self.0
    }

    /// The entry put at the end of a list of the record.
    pub fn insert(self, list: KeyPath) -> Vec<Op> {
        vec![Op::Insert(list, Item::Table(self.0))]
    }

    /// The keys set, each in its place, in a table that is there.
    pub fn set(self, table: &KeyPath) -> Vec<Op> {
        self.0.into_iter().map(|(key, item)| Op::Set(table.clone().key(&key), item)).collect()
    }
}

/// A list of the record.
pub(super) fn list(key: &str) -> KeyPath {
    KeyPath::top().key(key)
}

/// A text with a blank for each control character and line break in it, and none around it.
pub(super) fn one_line(text: &mut String) {
    let breaks = |c: char| c.is_control() || matches!(c, '\u{2028}' | '\u{2029}');
    *text = text.replace(breaks, " ").trim().to_owned();
}

/// As [`one_line`]; a text of blanks alone is none.
pub(super) fn some_line(text: &mut Option<String>) {
    text.iter_mut().for_each(one_line);
    text.take_if(|text| text.is_empty());
}

/// As [`one_line`], of each; those of blanks alone go.
pub(super) fn lines(texts: &mut Vec<String>) {
    texts.iter_mut().for_each(one_line);
    texts.retain(|text| !text.is_empty());
}
