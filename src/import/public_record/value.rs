//! Values of front matter: read from YAML with their places, and from the table in which they are kept.

use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};
use serde_saphyr::Spanned;
use toml::Value;

use crate::model::Date;
use crate::record::Item;

/// A value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Yaml {
    Null,
    Bool(bool),
    Whole(i64),
    /// A text, or a number that is not whole, as written.
    Text(String),
    List(Vec<YamlNode>),
    /// In the order of the file.
    Map(Vec<(String, YamlNode)>),
}

/// A value with its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct YamlNode {
    pub value: Yaml,
    /// Line and column from 1; 0 if it comes from a record.
    pub place: (usize, usize),
}

impl YamlNode {
    /// Returns the value under a key; `None` if there is none, or it is null.
    pub fn get(&self, key: &str) -> Option<&Self> {
        let Yaml::Map(pairs) = &self.value else { return None };
        let (_, found) = pairs.iter().find(|(name, _)| name == key)?;
        Some(found).filter(|node| node.value != Yaml::Null)
    }

    /// Returns the value of a record.
    pub fn of_toml(value: &Value) -> Self {
        let value = match value {
            Value::Boolean(yes) => Yaml::Bool(*yes),
            Value::Integer(whole) => Yaml::Whole(*whole),
            Value::String(text) => Yaml::Text(text.clone()),
            Value::Float(_) | Value::Datetime(_) => Yaml::Text(value.to_string()),
            Value::Array(values) => Yaml::List(values.iter().map(Self::of_toml).collect()),
            Value::Table(table) => {
                Yaml::Map(table.iter().map(|(key, value)| (key.clone(), Self::of_toml(value))).collect())
            }
        };
        Self { value, place: (0, 0) }
    }

    /// Returns the value to be written into a record. `None` for null, which TOML lacks, and for e-mail addresses: git
    /// keeps for ever what is committed.
    pub fn item(&self) -> Option<Item> {
        Some(match &self.value {
            Yaml::Null => return None,
            Yaml::Text(text) if is_email(text) => return None,
            Yaml::Bool(yes) => Item::Bool(*yes),
            Yaml::Whole(whole) => Item::Whole(*whole),
            Yaml::Text(text) => day(text).map_or_else(|| Item::Text(text.clone()), Item::Date),
            Yaml::List(nodes) => Item::List(nodes.iter().filter_map(Self::item).collect()),
            Yaml::Map(pairs) => {
                Item::Table(pairs.iter().filter_map(|(key, node)| Some((key.clone(), node.item()?))).collect())
            }
        })
    }
}

/// Returns a day as YAML and TOML write it.
pub(super) fn day(text: &str) -> Option<Date> {
    let is_iso = text.len() == 10 && text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-');
    if is_iso { text.parse().ok() } else { None }
}

fn is_email(text: &str) -> bool {
    let is_plain = !text.contains([' ', '/', '\n']);
    let text = text.strip_prefix("mailto:").unwrap_or(text);
    text.split_once('@').is_some_and(|(name, host)| is_plain && !name.is_empty() && !host.is_empty())
}

impl<'de> Deserialize<'de> for YamlNode {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let spanned = Spanned::<Yaml>::deserialize(deserializer)?;
        let place = spanned.referenced;
        let count = |number: u64| usize::try_from(number).unwrap_or_default();
        Ok(Self { value: spanned.value, place: (count(place.line()), count(place.column())) })
    }
}

impl<'de> Deserialize<'de> for Yaml {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(YamlVisitor)
    }
}

struct YamlVisitor;

impl<'de> Visitor<'de> for YamlVisitor {
    type Value = Yaml;

    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("a value")
    }

    fn visit_unit<E>(self) -> Result<Yaml, E> {
        Ok(Yaml::Null)
    }

    fn visit_none<E>(self) -> Result<Yaml, E> {
        Ok(Yaml::Null)
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<Yaml, D::Error> {
        Yaml::deserialize(deserializer)
    }

    fn visit_bool<E>(self, yes: bool) -> Result<Yaml, E> {
        Ok(Yaml::Bool(yes))
    }

    fn visit_i64<E>(self, whole: i64) -> Result<Yaml, E> {
        Ok(Yaml::Whole(whole))
    }

    fn visit_u64<E>(self, whole: u64) -> Result<Yaml, E> {
        Ok(i64::try_from(whole).map_or_else(|_| Yaml::Text(whole.to_string()), Yaml::Whole))
    }

    fn visit_f64<E>(self, number: f64) -> Result<Yaml, E> {
        Ok(Yaml::Text(number.to_string()))
    }

    fn visit_str<E>(self, text: &str) -> Result<Yaml, E> {
        Ok(Yaml::Text(text.to_owned()))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut entries: A) -> Result<Yaml, A::Error> {
        let mut nodes = Vec::new();
        while let Some(node) = entries.next_element()? {
            nodes.push(node);
        }
        Ok(Yaml::List(nodes))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Yaml, A::Error> {
        let mut pairs = Vec::new();
        while let Some((key, node)) = entries.next_entry::<String, YamlNode>()? {
            pairs.push((key, node));
        }
        Ok(Yaml::Map(pairs))
    }
}
