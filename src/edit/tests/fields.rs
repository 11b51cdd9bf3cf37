//! The fields that the format allows, and the values typed into them.

use super::*;
use crate::edit::fields::is_fact;
use crate::model::KeyPath;

const PRINTED: &str = r#"title = "T"
kind = "partnership"
parties = ["pau", "anct"]
[[contributions]]
id = "pau"
from = "pau"
amount = "17500.50"
[[contributions.tranches]]
amount = 1
when = { spent = 600000, by = "anct" }
needs = ["a; b"]
[[obligations]]
id = "report.page"
what = "Report"
due = "end + 3 months"
"#;

fn shown(path: &KeyPath) -> Vec<String> {
    let shown = |field: FieldInfo| {
        let needed = if field.required { "!" } else { "" };
        format!("{}{needed} {:?} {}", field.path, field.kind, field.current.unwrap_or_default()).trim_end().to_owned()
    };
    fields(RecordKind::Convention, PRINTED, path).unwrap().into_iter().map(shown).collect()
}

#[test]
fn a_table_has_its_present_and_its_possible_fields() {
    assert_eq!(
        shown(&KeyPath::top()),
        [
            "title! Text T",
            "kind! Word([\"partnership\", \"framework\", \"amendment\"]) partnership",
            "parties Ids(Party) pau, anct",
            "amends Id(Convention)",
            "decided PastDate",
            "document Text",
            "incubator Id(Party)",
            "inferred Texts",
            "not_before PastDate",
            "payment_days Whole(0, None)",
            "payments_recorded YesNo",
            "reference Text",
            "repeals Texts",
            "signed Signature",
            "startups Ids(Startup)",
        ]
    );
    // Values that one line can't express are not fields: a trigger that is a table, texts with semicolons.
    let tranche = KeyPath::entry("contributions", 0).key("tranches").index(0);
    assert_eq!(
        shown(&tranche),
        [
            "contributions[0].tranches[0].amount Amount 1",
            "contributions[0].tranches[0].article Text",
            "contributions[0].tranches[0].percent Decimal"
        ]
    );
    let due = KeyPath::entry("obligations", 0).key("due");
    assert_eq!(shown(&due), ["obligations[0].due Moment end + 3 months"]);
    // A missing table has the fields that the format allows.
    assert_eq!(shown(&KeyPath::top().key("accounts").key("refund").key("iban")), ["accounts.refund.iban Text"]);
    assert_eq!(shown(&KeyPath::top().key("nothing")), [""; 0]);
    let all = fields(RecordKind::Convention, PRINTED, &due).unwrap();
    assert_eq!((all[0].of.as_str(), all[0].about.is_empty()), ("Obligation", false));
}

#[test]
fn every_scalar_has_a_kind_and_a_description() {
    for kind in RecordKind::ALL {
        let all = fields(kind, "", &KeyPath::top()).unwrap();
        assert!(!all.is_empty());
        for field in all {
            assert!(!field.about.is_empty() && !field.of.is_empty(), "{field:?}");
        }
    }
}

#[test]
fn days_of_facts_look_back_and_those_of_plans_ahead() {
    for (typed, is_planned, expected) in [
        ("signed", false, true),
        ("decided", false, true),
        ("payments[0].on", false, true),
        ("expenditure[0].paid", false, true),
        ("obligations[0].fulfilled[0].on", false, true),
        ("obligations[0].waived.on", false, true),
        ("phases[0].from", false, true),
        ("coaches[0].until", false, true),
        ("committees[0].on", false, true),
        ("committees[0].on", true, false),
        ("committees[0].until", false, false),
        ("obligations[0].due", false, false),
        ("actions[0].due", false, false),
        ("term.until", false, false),
        ("terminated.on", false, false),
        ("terminated.notice", false, true),
        ("indicators[0].targets[0].by", false, false),
        ("on", false, false),
    ] {
        let path = typed.split('.').fold(KeyPath::top(), |path, part| match part.strip_suffix("[0]") {
            Some(list) => path.key(list).index(0),
            None => path.key(part),
        });
        assert_eq!(is_fact(&path, is_planned), expected, "{typed}");
    }
}

#[test]
fn typed_values_are_parsed_or_refused_with_the_reason() {
    use FieldKind::*;
    let words = || Word(vec!["held".to_owned(), "planned".to_owned()]);
    for (kind, typed, written) in [
        (Text, " a b ", "\"a b\""),
        (Texts, "a, b; c;", "[\"a, b\", \"c\"]"),
        (Texts, "", "[]"),
        (Date, "2021-03-04", "2021-03-04"),
        (Amount, "17500.50", "\"17500.50\""),
        (Amount, "17500", "17500"),
        (Whole(0, Some(4)), "4", "4"),
        (Decimal, "2.50", "\"2.5\""),
        (Decimal, "130", "130"),
        (YesNo, "oui", "true"),
        (words(), "held", "\"held\""),
        (Id(RecordKind::Party), "pau", "\"pau\""),
        (Ids(RecordKind::Party), "pau, anct", "[\"pau\", \"anct\"]"),
        (Span, "6 months", "\"6 months\""),
        (Moment, "end + 3 months", "\"end + 3 months\""),
        (Moment, "2021-03-04", "2021-03-04"),
        (Start, "last", "\"last\""),
        (Statistics, "no", "false"),
        (Statistics, "https://example.org", "\"https://example.org\""),
    ] {
        let made = value(&kind, typed).map(|value| record::to_toml(&value));
        assert_eq!(made.as_deref(), Ok(written), "{kind:?} {typed}");
    }
    for (kind, typed, error) in [
        (Text, "", ValueError::Empty),
        (Date, "4/3/2021", ValueError::Date),
        (Whole(0, Some(4)), "5", ValueError::Whole(0, Some(4))),
        (Whole(1, None), "0", ValueError::Whole(1, None)),
        (Decimal, "many", ValueError::Decimal),
        (YesNo, "perhaps", ValueError::YesNo),
        (words(), "hold", ValueError::Word(vec!["held".to_owned(), "planned".to_owned()])),
        (Span, "half a year", ValueError::Span(crate::model::SpanError)),
        (Moment, "beginning", ValueError::Moment(crate::model::MomentError)),
        (Start, "first", ValueError::Start),
    ] {
        assert_eq!(value(&kind, typed), Err(error), "{kind:?} {typed}");
    }
    assert!(matches!(value(&Amount, "1.234"), Err(ValueError::Amount(_))));
    assert!(matches!(value(&Id(RecordKind::Party), "Pau !"), Err(ValueError::Id(_))));
}

#[test]
fn an_entry_is_named_by_position_or_label() {
    for (typed, path) in [
        ("title", "title"),
        ("contributions[0].amount", "contributions[0].amount"),
        ("contributions[pau].tranches[0].needs", "contributions[0].tranches[0].needs"),
        ("obligations[report.page].what", "obligations[0].what"),
        ("contributions.pau.tranches.0.needs", "contributions[0].tranches[0].needs"),
        ("accounts.refund.iban", "accounts.refund.iban"),
    ] {
        assert_eq!(edit_path(typed).map(|path| path.to_string()).as_deref(), Ok(path));
    }
    let known = vec!["report.page".to_owned()];
    assert_eq!(edit_path("obligations[page].what"), Err(EditError::NoEntry("page".to_owned(), known)));
    assert!(matches!(edit_path("a..b"), Err(EditError::NoField(..))));
    assert!(matches!(edit_path(""), Err(EditError::NoField(..))));
}

#[test]
fn invalid_toml_is_reported_as_such() {
    let broken = "title = \"never ends\n[[contributions]]\nid = \"pau\"\n";
    let top = KeyPath::top().key("title");
    for error in [
        crate::edit::path(broken, "contributions[pau].amount").unwrap_err(),
        fields(RecordKind::Convention, broken, &top).unwrap_err(),
        crate::edit::field(RecordKind::Convention, broken, &top).unwrap_err(),
    ] {
        assert!(matches!(error, EditError::Patch(crate::record::PatchError::Syntax(_))), "{error:?}");
    }
    let marked = format!("\u{feff}also = [\"B, C\", \"D\"]\n{PRINTED}");
    let names = fields(RecordKind::Startup, &marked, &KeyPath::top().key("also")).unwrap();
    assert_eq!(names[0].entries, ["B, C", "D"]);
    assert!(crate::edit::path(&marked, "contributions[pau].amount").is_ok(), "a mark before the text is none of it");
}

fn edit_path(typed: &str) -> Result<KeyPath, EditError> {
    crate::edit::path(PRINTED, typed)
}
