//! What was seen when an edit was made, and what became of it until it is written.

use super::*;
use crate::model::Path;

const PAID: &str = r#"title = "T"
kind = "partnership"
parties = ["pau", "anct"]

[[payments]]
on = 2021-01-04
amount = 100
contribution = "pau"

[[payments]]
on = 2021-02-04
amount = 200  # in two parts
contribution = "pau"
"#;

const ANOTHER: &str = "[[payments]]\non = 2020-12-04\namount = 50\ncontribution = \"pau\"\n\n";

/// A field set by somebody who looked at a text, written into what that has become.
fn set(seen: &str, now: &str, path: Path, value: Option<Value>, insists: bool) -> Result<String, EditError> {
    let record = RecordRef::new(RecordKind::Convention, id("c"));
    let set = verb::Set { record: record.clone(), path, value };
    apply(now, &Change { record, intentions: vec![set.into()], seen: Some(seen.into()) }, insists)
}

fn second_amount() -> Path {
    Path::top().key("payments").index(1).key("amount")
}

#[test]
fn a_field_is_set_in_its_entry_wherever_that_stands_by_now() {
    let now = PAID.replacen("[[payments]]", &format!("{ANOTHER}[[payments]]"), 1);
    let after = set(PAID, &now, second_amount(), Some(250_i64.into()), false).unwrap();
    assert_eq!(after, now.replace("amount = 200", "amount = 250"));
}

#[test]
fn a_field_that_became_another_is_told_with_both_values() {
    let now = PAID.replace("amount = 200", "amount = 220");
    let Err(EditError::Changed(changed)) = set(PAID, &now, second_amount(), Some(250_i64.into()), false) else {
        panic!("changed")
    };
    let values = [changed.was.as_deref(), changed.now.as_deref(), changed.meant.as_deref()];
    assert_eq!(
        (changed.path.to_string().as_str(), values),
        ("payments[1].amount", [Some("200"), Some("220"), Some("250")])
    );
    let kept = set(PAID, &now, second_amount(), Some(250_i64.into()), true).unwrap();
    assert_eq!(kept, PAID.replace("amount = 200", "amount = 250"));
    assert_eq!(
        set(PAID, &now, second_amount(), Some(220_i64.into()), false).as_deref(),
        Ok(now.as_str()),
        "the same is no news"
    );
}

#[test]
fn a_field_of_an_entry_that_is_gone_is_told() {
    let at = PAID.find("[[payments]]\non = 2021-02-04").unwrap();
    let gone = EditError::Gone {
        record: RecordRef::new(RecordKind::Convention, id("c")),
        what: "payments[1].amount".to_owned(),
        meant: "250".to_owned(),
    };
    assert_eq!(set(PAID, &PAID[..at], second_amount(), Some(250_i64.into()), true), Err(gone));
}
