//! What holds whatever is typed, and however a record is written.

use super::verbs::{FOLLOWED, world};
use super::*;

proptest! {
    /// Whatever is typed: the record loads with it, and nothing typed becomes a line of its own.
    #[test]
    fn whatever_is_typed_is_a_text_and_no_more(text in "\\PC{1,60}|[\\n\\r\"'#=\\[\\]\\\\{}a]{1,12}") {
        prop_assume!(!text.trim().is_empty());
        let note = verb::Note { startup: id("histologe"), on: day("2021-01-01"), text: text.clone(), source: Some(text) };
        if let Ok(edit) = edit(&world(), &note.into()) {
            let after = written(FOLLOWED, &edit).unwrap();
            prop_assert_eq!(changed(FOLLOWED, &after).len(), 6, "{}", after);
            prop_assert!(edit.message.to_string().lines().filter(|line| line.starts_with("Couveuse-")).count() == 2);
            prop_assert!(edit.message.subject.chars().count() < 80);
        }
    }
}
