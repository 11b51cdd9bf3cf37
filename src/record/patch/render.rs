//! Formatting of values: on one line, without control characters.

use std::fmt::Write;

use crate::record::item::Item;

/// Formats a value as TOML.
pub(super) fn value(item: &Item) -> String {
    match item {
        Item::Text(text) => quoted(text),
        Item::Whole(whole) => whole.to_string(),
        Item::Bool(yes) => yes.to_string(),
        Item::Date(date) => date.to_string(),
        Item::Time(time) => time.format("%H:%M:%S").to_string(),
        Item::DateTime(moment) => moment.format("%Y-%m-%dT%H:%M:%S").to_string(),
        Item::Money(money) => {
            let decimal = money.decimal();
            if decimal.fract().is_zero() { decimal.trunc().to_string() } else { format!("\"{money}\"") }
        }
        Item::List(items) => {
            let items: Vec<String> = items.iter().map(value).collect();
            format!("[{}]", items.join(", "))
        }
        Item::Table(pairs) if pairs.is_empty() => "{}".to_owned(),
        Item::Table(pairs) => {
            let pairs: Vec<String> =
                pairs.iter().map(|(name, item)| format!("{} = {}", key(name), value(item))).collect();
            format!("{{ {} }}", pairs.join(", "))
        }
    }
}

/// Formats a key, quoted if necessary.
pub(super) fn key(name: &str) -> String {
    let bare = !name.is_empty() && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '_' || c == '-');
    if bare { name.to_owned() } else { quoted(name) }
}

/// Formats a basic string on one line. All control characters are escaped, including U+0080–U+009F, which TOML allows.
fn quoted(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    out.push('"');
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            c if c.is_control() => {
                // Writing to a `String` can't fail.
                let _ = write!(out, "\\u{:04X}", u32::from(c));
            }
            c => out.push(c),
        }
    }
    out.push('"');
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Money;

    #[test]
    fn values_have_one_notation() {
        let text = |text: &str| Item::Text(text.to_owned());
        for (item, written) in [
            (text("été \"x\" \\ \n\t\u{1b}[31m\u{7f}\u{9b}"), "\"été \\\"x\\\" \\\\ \\n\\t\\u001B[31m\\u007F\\u009B\""),
            (Item::Whole(-3), "-3"),
            (Item::Bool(true), "true"),
            (Item::Date("2021-03-04".parse().expect("a date")), "2021-03-04"),
            (Item::Money(Money::euros(17_500)), "17500"),
            (Item::Money("17500.00".parse().expect("an amount")), "17500"),
            (Item::Money("17500.5".parse().expect("an amount")), "\"17500.50\""),
            (Item::List(vec![text("a"), text("b")]), "[\"a\", \"b\"]"),
            (Item::List(Vec::new()), "[]"),
            (
                Item::Table(vec![("a b".to_owned(), Item::Whole(1)), ("c".to_owned(), Item::Whole(2))]),
                "{ \"a b\" = 1, c = 2 }",
            ),
            (Item::Table(Vec::new()), "{}"),
        ] {
            assert_eq!(value(&item), written);
        }
    }
}
