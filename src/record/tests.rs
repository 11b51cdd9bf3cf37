//! Reading whole records: what is right, and everything that is not.

use super::*;
use crate::model::{Id, ProblemKind};

fn try_read(kind: RecordKind, text: &str) -> Reading {
    let record = RecordRef::new(kind, Id::new("sample").expect("an id"));
    read(&record, "x.toml", text.as_bytes())
}

#[test]
fn one_bad_line_hides_no_other_and_the_good_entries_count() {
    let text = "titel = \"A\"\nkind = \"partnership\"\n[[payments]]\non = 2020-01-01\namount = 5.5\n\
                contribution = \"a\"\n[[payments]]\non = 2020-01-01\namount = 5\ncontribution = \"a\"\n";
    let reading = try_read(RecordKind::Convention, text);
    let kinds: Vec<_> = reading.problems.iter().map(|problem| problem.kind.clone()).collect();
    assert_eq!(
        kinds,
        [
            ProblemKind::MissingKey("title".to_owned()),
            ProblemKind::UnknownKey { key: "titel".to_owned(), nearest: Some("title".to_owned()) },
            ProblemKind::FloatAmount("5.5".to_owned()),
        ]
    );
    let Some(Record::Convention(convention)) = reading.record else { panic!("no convention") };
    assert_eq!(convention.title, "sample");
    assert_eq!(convention.payments.len(), 1);
}
