//! The messages of `src/locale`: complete, all used, and in correct typography.

use std::collections::BTreeSet;

use couveuse::edit;
use couveuse::locale::{Language, Locale, TypedDateError, TypedMoneyError, TypedNumberError, TypedSpanError};
use couveuse::model::{
    CommitteeState, ConventionKind, Decision, Id, KeyPath, ObligationTopic, Phase, RecordKind, Severity,
};
use couveuse::record;
use couveuse::report::filter::FilterKey;
use couveuse::rules::check::CHECKS;
use couveuse::rules::{ClockState, ConventionStatus, Figure, OccurrenceKind, OccurrenceState, TrancheState, Unknown};
use couveuse::ui::form::Verb;

use crate::support::Repo;

fn missing(keys: impl IntoIterator<Item = String>) -> Vec<String> {
    let locale = Locale::new(Language::English);
    keys.into_iter().filter(|key| !locale.has(key)).collect()
}

/// The texts between `before` and the next quote in the sources, without tests.
fn literals(folder: &std::path::Path, before: &str, found: &mut BTreeSet<String>) {
    for entry in std::fs::read_dir(folder).expect("the source") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            literals(&path, before, found);
        } else if path.extension().is_some_and(|ending| ending == "rs") && !path.ends_with("tests.rs") {
            let text = std::fs::read_to_string(&path).expect("a source file");
            let text = text.split("#[cfg(test)]\nmod tests {").next().unwrap_or_default();
            let squeezed = text.split_whitespace().collect::<Vec<_>>().join(" ").replace("( \"", "(\"");
            let parts: Vec<&str> = squeezed.split(before).collect();
            // `values.text("…")` reads a field of a form, and not a message.
            let of_messages = parts.windows(2).filter(|pair| !pair[0].ends_with("values"));
            found.extend(of_messages.filter_map(|pair| pair[1].split('"').next()).map(str::to_owned));
        }
    }
}

#[test]
fn every_key_in_the_source_has_a_message() {
    let source = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut used = BTreeSet::new();
    for folder in ["cli", "locale", "report", "ui"] {
        for before in [".text(\"", ".message(\""] {
            literals(&source.join(folder), before, &mut used);
        }
    }
    assert!(used.len() > 20, "too few keys were found: {used:?}");
    assert_eq!(missing(used), [""; 0]);
}

#[test]
fn every_enum_name_has_a_message() {
    fn names<T: Copy, const N: usize>(prefix: &str, all: [T; N], name: fn(T) -> &'static str) -> Vec<String> {
        all.map(|one| format!("{prefix}-{}", name(one))).into()
    }
    let amendment = ConventionKind::Amendment { amends: Id::new("a").expect("an id") };
    let kinds = [ConventionKind::Partnership.name(), ConventionKind::Framework.name(), amendment.name()];
    let all = [
        names("phase", Phase::ALL, Phase::name),
        names("decision", Decision::ALL, Decision::name),
        names("committee-state", CommitteeState::ALL, CommitteeState::name),
        names("kind", kinds, |name| name),
        names("kind", OccurrenceKind::ALL, OccurrenceKind::name),
        Verb::ALL.iter().map(|verb| format!("verb-{}", verb.name())).collect(),
        names("verb", WITHOUT_FORM, |name| name),
        names("severity", Severity::ALL, Severity::name),
        names("matter", ObligationTopic::ALL, ObligationTopic::name),
        names("record-kind", RecordKind::ALL, RecordKind::name),
        names("occurrence", OccurrenceState::ALL, OccurrenceState::name),
        names("tranche", TrancheState::ALL, TrancheState::name),
        names("convention-status", ConventionStatus::ALL, ConventionStatus::name),
        names("clock", ClockState::ALL, ClockState::name),
        names("figure", Figure::ALL, Figure::name),
        names("unknown", Unknown::ALL, Unknown::name),
        names("filter-key", FilterKey::ALL, FilterKey::name),
        names("filter-about", FilterKey::ALL, FilterKey::name),
    ];
    assert_eq!(missing(all.into_iter().flatten()), [""; 0]);
}

#[test]
fn a_verb_has_one_name_in_commits_forms_and_commands() {
    let words = Locale::new(Language::English).names("verb");
    let in_commits: BTreeSet<&str> = words.into_iter().filter(|verb| !WITHOUT_FORM.contains(verb)).collect();
    let in_forms: BTreeSet<&str> = Verb::ALL.iter().map(|verb| verb.name()).collect();
    assert_eq!(in_commits, in_forms);
    let repo = Repo::plain();
    for verb in in_forms {
        let words = verb.strip_prefix("new-").map_or_else(|| vec![verb], |kind| vec!["new", kind]);
        let arguments = [&words[..], &["--help"]].concat();
        assert!(repo.couveuse(&arguments).output().expect("it runs").status.success(), "{verb}");
    }
}

/// The sources of commits without a form.
const WITHOUT_FORM: [&str; 6] = ["import", "several", "undo", "redo", "hand", "sync"];

/// Prefixes of keys that are built from names.
const NAMED: [&str; 18] = [
    "clock-",
    "committee-state-",
    "convention-status-",
    "decision-",
    "figure-",
    "filter-key-",
    "filter-kind-",
    "filter-word-",
    "kind-",
    "matter-",
    "occurrence-",
    "paper-",
    "phase-",
    "record-kind-",
    "severity-",
    "share-",
    "tranche-",
    "unknown-",
];

#[test]
fn every_message_is_used() {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let (mut whole, mut prefixes) = (BTreeSet::new(), BTreeSet::new());
    literals(&root, "\"", &mut whole);
    for text in &whole {
        prefixes
            .extend(text.split_once('{').map(|(prefix, _)| prefix.to_owned()).filter(|prefix| prefix.ends_with('-')));
    }
    let used = |key: &str| {
        whole.contains(key)
            || prefixes.iter().any(|prefix| key.starts_with(prefix))
            || NAMED.iter().any(|p| key.starts_with(p))
    };
    let words = std::fs::read_to_string(root.join("locale/en.ftl")).expect("the words");
    let keys = words.lines().filter(|line| line.starts_with(|c: char| c.is_ascii_lowercase()));
    let keys = keys.filter_map(|line| line.split_once(" =")).map(|(key, _)| key);
    let left_over: Vec<_> = keys.filter(|key| !used(key) && !key.strip_suffix("-help").is_some_and(used)).collect();
    assert_eq!(left_over, [""; 0]);
}

#[test]
fn every_error_of_typed_text_has_a_message() {
    let dates = TypedDateError::ALL.map(TypedDateError::key).into_iter();
    let amounts = TypedMoneyError::ALL.map(TypedMoneyError::key);
    let spans = TypedSpanError::ALL.map(TypedSpanError::key);
    let keys = dates.chain(amounts).chain(TypedNumberError::ALL.map(TypedNumberError::key)).chain(spans);
    assert_eq!(missing(keys.map(str::to_owned)), [""; 0]);
}

#[test]
fn every_finding_has_a_message_and_help_and_every_check_a_page() {
    let keys = CHECKS.iter().flat_map(|check| {
        let messages = check.messages.iter().flat_map(|key| [(*key).to_owned(), format!("{key}-help")]);
        messages.chain([format!("check-{}-page", check.name)])
    });
    assert_eq!(missing(keys), [""; 0]);
}

/// The keys of the fields at and below a path.
fn fields_below(
    kind: RecordKind,
    node: &serde_json::Value,
    schema: &serde_json::Value,
    path: KeyPath,
    keys: &mut BTreeSet<String>,
) {
    let name = node.get("$ref").and_then(|name| name.as_str()?.strip_prefix("#/$defs/"));
    let node = name.map_or(node, |name| &schema["$defs"][name]);
    let Some(properties) = node.get("properties").and_then(|properties| properties.as_object()) else { return };
    keys.extend(edit::fields(kind, "", &path).expect("fields").into_iter().map(|field| field.key));
    for (key, property) in properties {
        match property.get("items") {
            Some(items) => fields_below(kind, items, schema, path.key(key).index(0), keys),
            None => fields_below(kind, property, schema, path.key(key), keys),
        }
    }
}

#[test]
fn every_field_of_a_record_has_a_label() {
    let mut keys = BTreeSet::new();
    for kind in RecordKind::ALL {
        let schema = record::schema(kind);
        fields_below(kind, schema, schema, KeyPath::top(), &mut keys);
    }
    assert!(keys.len() > 60 && keys.contains("iban") && keys.contains("envelope"), "{keys:?}");
    assert_eq!(missing(keys.into_iter().map(|key| format!("value-{key}"))), [""; 0]);
}

/// The prose of a language's messages, without code examples and comments.
fn prose(language: &str) -> Vec<(usize, String)> {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("src/locale");
    let text = std::fs::read_to_string(root.join(format!("{language}.ftl"))).expect("the messages");
    let lines = text.lines().enumerate().map(|(number, line)| (number + 1, line.to_owned()));
    lines
        .filter(|(_, line)| !line.starts_with('#') && !line.starts_with("        ") && !line.contains("{\"["))
        .collect()
}

/// Whether a straight apostrophe joins two letters.
fn has_straight_apostrophe(text: &str) -> bool {
    let text: Vec<char> = text.chars().collect();
    text.windows(3).any(|three| three[0].is_alphabetic() && three[1] == '\'' && three[2].is_alphabetic())
}

/// The breaking space before French punctuation, if there is one.
fn breaking_space(text: &str) -> Option<&'static str> {
    [" :", " ;", " !", " ?", " »", "« "].into_iter().find(|space| text.contains(*space))
}

#[test]
fn apostrophes_are_typographic() {
    for language in ["en", "fr"] {
        for (number, line) in prose(language) {
            assert!(!has_straight_apostrophe(&line), "{language}.ftl:{number}: {line}");
        }
    }
}

#[test]
fn french_punctuation_follows_a_no_break_space() {
    for (number, line) in prose("fr") {
        // The equals sign of Fluent and its placeables are not prose; `;` separates examples of filters.
        let text = line.replace(" = ", " ").replace("{ ", "{").replace(" }", "}");
        assert_eq!(breaking_space(&text), None, "fr.ftl:{number}: {line}");
        let text: Vec<char> = line.chars().collect();
        let amount =
            text.windows(3).any(|three| three[0].is_ascii_digit() && three[1] == ' ' && matches!(three[2], '€' | '%'));
        assert!(!amount, "a space inside an amount: fr.ftl:{number}: {line}");
    }
}

#[test]
fn the_sample_is_typeset_like_the_screen() {
    let (mut folders, mut texts) = (vec![std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("portfolio")], 0);
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).expect("the sample") {
            let path = entry.expect("a file").path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "toml") {
                let records = std::fs::read_to_string(&path).expect("a record");
                let values: toml::Table = toml::from_str(&records).expect("valid TOML");
                for_each_text(&toml::Value::Table(values), &mut |text| {
                    texts += 1;
                    assert!(!has_straight_apostrophe(text), "{}: {text}", path.display());
                    assert_eq!(breaking_space(text), None, "{}: {text}", path.display());
                });
            }
        }
    }
    assert!(texts > 500, "{texts}");
}

fn for_each_text(value: &toml::Value, check: &mut impl FnMut(&str)) {
    match value {
        toml::Value::String(text) => check(text),
        toml::Value::Array(values) => values.iter().for_each(|value| for_each_text(value, check)),
        toml::Value::Table(values) => values.values().for_each(|value| for_each_text(value, check)),
        _ => {}
    }
}
