//! Decodes valid records fast: serde over the tree of `toml-spanner`.
//!
//! Nearly all records are valid. Texts with syntax errors, wrong types or unknown keys are read again by
//! [`super::lenient`], which locates every error.

use std::iter;

use serde::de::value::{Error, MapDeserializer, SeqDeserializer};
use serde::de::{Deserializer, Error as _, IntoDeserializer, Visitor};
use serde::forward_to_deserialize_any;
use toml_spanner::{Arena, DateTime, Item, Value};

/// The private name under which `toml` passes dates to serde.
const DATE: &str = "$__toml_private_datetime";

/// Parses a text and passes its tree to `decode`. Returns `None` if either fails.
pub(super) fn read<T>(text: &str, decode: impl FnOnce(SpannedNode<'_, '_>) -> Result<T, Error>) -> Option<T> {
    let arena = Arena::new();
    let document = toml_spanner::parse(text, &arena).ok()?;
    decode(SpannedNode(document.table().as_item())).ok()
}

/// Returns whether the fast parser accepts a text.
pub(super) fn takes(text: &str) -> bool {
    toml_spanner::parse(text, &Arena::new()).is_ok()
}

/// A value of the tree.
#[derive(Clone, Copy)]
pub(super) struct SpannedNode<'de, 'text>(&'de Item<'text>);

impl<'de> IntoDeserializer<'de, Error> for SpannedNode<'de, '_> {
    type Deserializer = Self;

    fn into_deserializer(self) -> Self {
        self
    }
}

impl<'de> Deserializer<'de> for SpannedNode<'de, '_> {
    type Error = Error;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        match self.0.value() {
            Value::String(text) => visitor.visit_str(text),
            Value::Integer(whole) => match whole.as_i64() {
                Some(whole) => visitor.visit_i64(whole),
                None => visitor.visit_i128(whole.as_i128()),
            },
            Value::Float(float) => visitor.visit_f64(*float),
            Value::Boolean(yes) => visitor.visit_bool(*yes),
            Value::Array(array) => visitor.visit_seq(SeqDeserializer::new(array.iter().map(SpannedNode))),
            Value::Table(table) => visitor
                .visit_map(MapDeserializer::new(table.iter().map(|(key, item)| (key.as_str(), SpannedNode(item))))),
            Value::DateTime(moment) => {
                let Some(day) = day(moment) else {
                    let text = with_time(moment).ok_or_else(|| Error::custom("a moment with an offset"))?;
                    return visitor.visit_map(MapDeserializer::new(iter::once((DATE, text))));
                };
                let text = std::str::from_utf8(&day).map_err(Error::custom)?;
                visitor.visit_map(MapDeserializer::new(iter::once((DATE, text))))
            }
        }
    }

    /// TOML has no null: an absent key is `None`, any other has a value.
    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_some(self)
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(self, _: &'static str, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_newtype_struct(self)
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf unit unit_struct seq tuple
        tuple_struct map struct enum identifier ignored_any
    }
}

/// Returns a date as written; `None` if it has a time of day, as few values of records have.
fn day(moment: &DateTime) -> Option<[u8; 10]> {
    let date = moment.date().filter(|_| moment.time().is_none() && moment.offset().is_none())?;
    let [century, year] = [date.year / 100, date.year % 100].map(|part| u8::try_from(part).unwrap_or_default());
    let mut text = *b"0000-00-00";
    for (at, part) in [(0, century), (2, year), (5, date.month), (8, date.day)] {
        text[at] += part / 10;
        text[at + 1] += part % 10;
    }
    Some(text)
}

/// Returns a time of day, with its date if it has one; `None` if it has fractions of a second or an offset.
fn with_time(moment: &DateTime) -> Option<String> {
    let time = moment.time().filter(|time| time.nanosecond == 0 && moment.offset().is_none())?;
    // As written: TOML 1.1 allows a time without seconds.
    let seconds = if time.has_seconds() { format!(":{:02}", time.second) } else { String::new() };
    let clock = format!("{:02}:{:02}{seconds}", time.hour, time.minute);
    let Some(date) = moment.date() else { return Some(clock) };
    Some(format!("{:04}-{:02}-{:02}T{clock}", date.year, date.month, date.day))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use proptest::sample::select;
    use serde::Deserialize;
    use toml::Table;

    use crate::model::{Id, RecordKind, RecordRef};
    use crate::record::decode::{RecordText, decode};
    use crate::record::lenient;
    use crate::record::raw::Faults;

    const GOOD: [(RecordKind, &str); 4] = [
        (RecordKind::Convention, include_str!("../../portfolio/conventions/histologe-pau-anct.toml")),
        (RecordKind::Startup, include_str!("../../portfolio/startups/comobi.toml")),
        (RecordKind::Party, include_str!("../../portfolio/parties/anct.toml")),
        (RecordKind::Review, include_str!("../../fuzz/corpus/read/review.toml")),
    ];

    /// Pieces that change a text, validly or not.
    const PIECES: [&str; 36] = [
        "[",
        "]",
        "{",
        "}",
        "\"",
        "'",
        "\"\"\"",
        "'''",
        "\\",
        "\\u00e9",
        "\\x41",
        "\\e",
        "#",
        "=",
        ".",
        ",",
        "-",
        "+",
        "_",
        "0",
        "1",
        "\n",
        "\r",
        "\r\n",
        "\t",
        " ",
        "\u{0}",
        "\u{feff}",
        "é",
        "0x1F",
        "inf",
        "true",
        "2021-02-29",
        "T07:32:00Z",
        "[[a]]\n",
        "name = \"b\"\n",
    ];

    fn changed(text: &str, changes: &[(usize, usize, &str)]) -> String {
        let mut text: Vec<char> = text.chars().collect();
        for (at, gone, piece) in changes {
            let at = at % (text.len() + 1);
            let end = (at + gone).min(text.len());
            text.splice(at..end, piece.chars());
        }
        text.into_iter().collect()
    }

    #[test]
    fn valid_records_take_the_fast_path() {
        for (kind, text) in GOOD {
            let record = RecordRef::new(kind, Id::new("a").expect("an id"));
            let read = super::read(text, |tree| decode(&record, tree, &mut Faults::default()));
            assert!(matches!(read, Some(Some(_))), "{kind:?}");
        }
    }

    #[test]
    fn a_time_without_seconds_is_read_as_toml_reads_it() {
        for text in ["at = 14:00", "at = 2026-11-20T17:05", "at = 2026-11-20T17:05:00"] {
            let fast = super::read(text, |tree| Table::deserialize(tree));
            assert!(fast.is_some(), "{text}");
            assert_eq!(fast, text.parse::<Table>().ok(), "{text}");
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 1_024, failure_persistence: None, ..ProptestConfig::default() })]
        #[test]
        fn the_fast_path_reads_tables_as_toml_does(
            (_, good) in select(&GOOD[..]),
            changes in prop::collection::vec((any::<usize>(), 0..4_usize, select(&PIECES[..])), 1..3),
        ) {
            let text = changed(good, &changes);
            let fast = super::read(&text, |tree| Table::deserialize(tree));
            prop_assert!(super::takes(&text) || fast.is_none());
            if super::takes(&text) {
                let thorough = text.parse::<Table>();
                prop_assert!(thorough.is_ok(), "{}", text);
                prop_assert!(fast.is_none() || fast == thorough.ok(), "{}", text);
            }
        }

        #[test]
        fn both_paths_read_valid_records_alike(
            (kind, good) in select(&GOOD[..]),
            changes in prop::collection::vec((any::<usize>(), 0..4_usize, select(&PIECES[..])), 1..3),
        ) {
            let text = changed(good, &changes);
            let record = RecordRef::new(kind, Id::new("a").expect("an id"));
            let mut faults = Faults::default();
            let fast = super::read(&text, |tree| decode(&record, tree, &mut faults)).flatten();
            if let Some(fast) = fast.filter(|_| faults.0.is_empty()) {
                let thorough = lenient::read(&RecordText { record: &record, file: "", text: &text });
                prop_assert_eq!(format!("{:?}", thorough.problems), "[]", "{}", text);
                prop_assert_eq!(format!("{:?}", thorough.record), format!("{:?}", Some(fast)), "{}", text);
            }
        }
    }
}
