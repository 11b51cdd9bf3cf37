//! `couveuse config --keys`: the key bindings.

use crate::locale::Locale;
use crate::report::json::KeyJson;
use crate::report::table::{Table, TableColumn};

/// Returns one row per command and set of contexts with the same keys. `places` is the number of contexts.
#[must_use]
pub fn keys(rows: &[KeyJson], places: usize, locale: &Locale, width: usize) -> String {
    let mut table = Table::new(vec![
        TableColumn::whole(locale.text("config-column-command")),
        TableColumn::whole(locale.text("config-column-keys")),
        TableColumn::words(locale.text("config-column-what")),
        TableColumn::words(locale.text("config-column-where")).rank(1),
    ]);
    for row in rows {
        let everywhere = row.places.len() == places;
        let held = if everywhere { locale.text("config-everywhere") } else { row.places.join(", ") };
        let keys = if row.keys.is_empty() { "–".to_owned() } else { row.keys.join(", ") };
        table.row([row.command.to_owned(), keys, row.what.clone(), held]);
    }
    table.render(width)
}
