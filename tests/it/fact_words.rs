//! Facts in words: a table in both languages, and that no field of the format is silent.

use couveuse::locale::{Language, Locale};
use couveuse::model::{Fact, FieldValue, Id, KeyPath, Money, Portfolio, RecordKind, RecordRef, VersionState};
use couveuse::record::{self, RecordVersion};
use couveuse::report::facts::FactWords;
use serde_json::Value as Json;
use toml::{Table, Value};

use crate::support::Repo;

fn facts_of(portfolio: &Portfolio, kind: RecordKind, before: &str, after: &str, language: Language) -> Vec<Fact> {
    let record = RecordRef::new(kind, Id::new("x").unwrap());
    let [before, after] = [before, after].map(|text| RecordVersion::read(text.as_bytes()));
    let locale = Locale::new(language);
    FactWords { portfolio, locale: &locale }.facts(&record::compare(&record, &before, &after))
}

const CONVENTION: &str = r#"
title = "T"
kind = "partnership"
[[contributions]]
id = "pau"
from = "pau"
to = "anct"
amount = 17500
[[contributions.tranches]]
amount = 17500
when = "signature"
[[obligations]]
id = "o"
what = "Publier"
debtor = "anct"
"#;

const STARTUP: &str = r#"
name = "X"
[[committees]]
id = "2020-12-09-aaaaa"
on = 2020-12-09
state = "planned"
[[conditions]]
id = "c"
committee = "2020-12-09-aaaaa"
what = "Dix usagers réguliers"
[[actions]]
what = "Demander le registre"
[[indicators]]
name = "Usagers"
"#;

/// The kind of record, its earlier text, what is replaced in it and by what, and the facts in English and French.
type Case = (RecordKind, &'static str, &'static str, &'static str, &'static [&'static str], &'static [&'static str]);

#[rustfmt::skip]
const CASES: [Case; 19] = [
    (RecordKind::Convention, CONVENTION, "kind =", "signed = 2020-10-02\nkind =",
     &["signature: unknown → 2 October 2020"], &["signature : inconnue → 2 octobre 2020"]),
    (RecordKind::Convention, CONVENTION, "[[obligations]]",
     "[[payments]]\non = 2021-03-04\namount = 17500\ncontribution = \"pau\"\nreference = \"VIR 4471\"\n[[obligations]]",
     &["payment of €17,500.00 from Pau received on 4 March 2021 (reference: VIR 4471)"],
     &["versement de 17 500,00 € reçu le 4 mars 2021 de Pau (référence : VIR 4471)"]),
    (RecordKind::Convention, CONVENTION, "[[obligations]]",
     "[[payments]]\non = 2021-03-04\namount = -500\ncontribution = \"pau\"\n[[obligations]]",
     &["reversal of -€500.00 by Pau on 4 March 2021"],
     &["reprise de -500,00 € le 4 mars 2021 par Pau"]),
    (RecordKind::Convention, CONVENTION, "[[obligations]]",
     "[[expenditure]]\namount = \"17500.50\"\nwhat = \"Développement\"\npaid = 2021-05-20\nby = \"anct\"\n[[obligations]]",
     &["expenditure of €17,500.50: Développement (by: ANCT; paid on (CP): 20 May 2021)"],
     &["dépense de 17 500,50 € : Développement (par : l’ANCT ; payée le (CP) : 20 mai 2021)"]),
    (RecordKind::Convention, CONVENTION, "debtor =",
     "fulfilled = [{ on = 2021-01-15 }]\ndebtor =",
     &["done on 15 January 2021: obligation “Publier”"], &["fait le 15 janvier 2021 : obligation « Publier »"]),
    (RecordKind::Convention, CONVENTION, "when = \"signature\"", "when = \"end + 3 months\"",
     &["tranche 1 of contribution of Pau, when: on signature → 3 months after the end of the convention"],
     &["tranche 1, participation de Pau, fait générateur : à la signature → 3 mois après la fin de la convention"]),
    (RecordKind::Convention, CONVENTION, "title = \"T\"", "title = \"T\"\nterminated = { on = 2021-06-30, reason = \"Fin\" }",
     &["terminated as of 30 June 2021 (reason: Fin)"], &["résiliation au 30 juin 2021 (motif : Fin)"]),
    (RecordKind::Convention, CONVENTION, "title = \"T\"", "title = \"T\"\nterm = { months = 12, article = \"7\" }",
     &["term: none → article 7, months 12"], &["durée : non renseigné → article 7, mois 12"]),
    (RecordKind::Convention, CONVENTION, "from = \"pau\"", "from = \"oise\"",
     &["contribution of Oise, from: Pau → Oise"],
     &["participation de l’Oise, à partir de : Pau → l’Oise"]),
    (RecordKind::Startup, STARTUP, "on = 2020-12-09", "on = 2020-12-16",
     &["committee moved from 9 to 16 December 2020"], &["comité déplacé du 9 au 16 décembre 2020"]),
    (RecordKind::Startup, STARTUP, "on = 2020-12-09", "on = 2021-01-05",
     &["committee moved from 9 December 2020 to 5 January 2021"],
     &["comité déplacé du 9 décembre 2020 au 5 janvier 2021"]),
    (RecordKind::Startup, STARTUP, "state = \"planned\"", "state = \"held\"\ndecision = \"continue\"\nenvelope = 20000",
     &["committee of 9 December 2020, decision: none → continue",
       "committee of 9 December 2020, envelope: none → €20,000.00",
       "committee of 9 December 2020 held"],
     &["comité du 9 décembre 2020, décision : non renseigné → continuer",
       "comité du 9 décembre 2020, enveloppe : non renseigné → 20 000,00 €",
       "comité du 9 décembre 2020 tenu"]),
    (RecordKind::Startup, STARTUP, "what = \"Dix", "met = 2020-12-10\nwhat = \"Dix",
     &["condition met on 10 December 2020: Dix usagers réguliers"],
     &["condition remplie le 10 décembre 2020 : Dix usagers réguliers"]),
    (RecordKind::Startup, STARTUP, "what = \"Demander", "done = 2020-12-10\nowner = \"Ada\"\nwhat = \"Demander",
     &["action done on 10 December 2020: Demander le registre", "action “Demander le registre”, owner: none → Ada"],
     &["action faite le 10 décembre 2020 : Demander le registre",
       "action « Demander le registre », responsable : non renseigné → Ada"]),
    (RecordKind::Startup, STARTUP, "name = \"Usagers\"", "name = \"Usagers\"\nvalues = [{ on = 2020-12-01, value = \"130.5\" }]",
     &["indicator “Usagers”: 130.5 on 1 December 2020"], &["indicateur « Usagers » : 130,5 au 1er décembre 2020"]),
    (RecordKind::Startup, STARTUP, "name = \"X\"", "name = \"X\"\nsponsors = [\"pau\", \"oise\"]",
     &["sponsors: none → Pau, Oise"], &["sponsors : non renseigné → Pau, l’Oise"]),
    (RecordKind::Startup, STARTUP, "[[actions]]\nwhat = \"Demander le registre\"\n", "",
     &["removed: action “Demander le registre”"], &["suppression : action « Demander le registre »"]),
    (RecordKind::Startup, STARTUP, "[[actions]]", "# By hand\n[[actions]]", &[], &[]),
    (RecordKind::Portfolio, "[[people]]\nid = \"a\"\nname = \"Ada\"\n", "name = \"Ada\"",
     "name = \"Ada\"\nemails = [\"ada@example.org\"]",
     &["person Ada, e-mail addresses: none → 1 address"],
     &["Ada (personne), adresses électroniques : non renseigné → 1 adresse"]),
];

#[test]
fn facts_are_complete_sentences_in_both_languages() {
    let portfolio = Repo::sample().folder().load(&|_| {});
    let mut wrong = Vec::new();
    for (kind, before, from, to, english, french) in CASES {
        assert!(before.contains(from), "{from}");
        let after = before.replacen(from, to, 1);
        for (language, expected) in [(Language::English, english), (Language::French, french)] {
            let facts = facts_of(&portfolio, kind, before, &after, language);
            let texts: Vec<String> = facts.iter().map(|fact| fact.text.replace('\u{a0}', " ")).collect();
            if texts != expected {
                wrong.push(format!("{texts:#?}\n{expected:#?}"));
            }
            assert!(!format!("{facts:?}").contains("ada@"), "{facts:?}");
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn new_and_deleted_records_are_facts() {
    let portfolio = Portfolio::default();
    let record = RecordRef::new(RecordKind::Convention, Id::new("x").unwrap());
    let (absent, there) = (RecordVersion::absent(), RecordVersion::read(CONVENTION.as_bytes()));
    let texts = |before: &RecordVersion, after: &RecordVersion| {
        let words = FactWords { portfolio: &portfolio, locale: &Locale::new(Language::English) };
        let facts = words.facts(&record::compare(&record, before, after));
        facts.into_iter().map(|fact| fact.text).collect::<Vec<_>>()
    };
    assert_eq!(
        texts(&absent, &there),
        [
            "new convention: T (kind: partnership convention)",
            "obligation of anct: Publier",
            "contribution of €17,500.00 promised by pau to anct",
            "tranche 1 of contribution of pau: €17,500.00 (when: on signature)",
        ]
    );
    assert_eq!(texts(&there, &absent), ["convention deleted: T"]);
    let broken = RecordVersion::read(b"title = \"T\nkind = \"partnership\"\n");
    assert_eq!(texts(&broken, &there)[0], "the whole file can be read again");
    assert_eq!(texts(&there, &RecordVersion::unreadable()), ["the file cannot be read any more"]);
    assert_eq!(
        texts(&RecordVersion::missing(), &there),
        ["changed; the content is missing from this clone or damaged"]
    );
}

/// A value of every field that a schema allows.
pub fn example(schema: &Json, node: &Json, name: &str) -> Value {
    if let Some(definition) = node.get("$ref").and_then(Json::as_str).and_then(|path| path.strip_prefix("#/$defs/")) {
        return example(schema, &schema["$defs"][definition], name);
    }
    if let Some(words) = node.get("enum").and_then(Json::as_array) {
        return Value::String(words[0].as_str().unwrap().to_owned());
    }
    let choices = node.get("anyOf").and_then(Json::as_array).filter(|_| node.get("properties").is_none());
    if let Some(choices) = choices {
        return example(schema, &choices[0], name);
    }
    match node.get("type").and_then(Json::as_str) {
        Some("object") => {
            let known = node.get("properties").and_then(Json::as_object).into_iter().flatten();
            let fields = known.filter(|(key, _)| *key != "format");
            let mut table: Table = fields.map(|(key, node)| (key.clone(), example(schema, node, key))).collect();
            if let Some(others) = node.get("additionalProperties").filter(|others| others.is_object()) {
                table.insert("2026".to_owned(), example(schema, others, name));
            } else if table.is_empty() {
                table.insert("other".to_owned(), Value::String("some other".to_owned()));
            }
            Value::Table(table)
        }
        Some("array") => Value::Array(vec![example(schema, &node["items"], name)]),
        Some("integer") => Value::Integer(3),
        Some("boolean") => Value::Boolean(true),
        _ if node.get("format").is_some() => Value::Datetime("2021-03-04".parse().unwrap()),
        _ => Value::String(format!("some {name}")),
    }
}

/// The paths of all scalars.
pub fn leaves(value: &Value, path: &KeyPath, all: &mut Vec<KeyPath>) {
    match value {
        Value::Table(table) => table.iter().for_each(|(key, value)| leaves(value, &path.key(key), all)),
        Value::Array(entries) => {
            entries.iter().enumerate().for_each(|(at, value)| leaves(value, &path.index(at), all));
        }
        _ => all.push(path.clone()),
    }
}

pub fn at<'v>(value: &'v mut Value, path: &KeyPath) -> &'v mut Value {
    path.iter().fold(value, |value, step| match step {
        couveuse::model::PathStep::Key(key) => value.get_mut(key.as_str()).unwrap(),
        couveuse::model::PathStep::Index(index) => value.get_mut(*index).unwrap(),
    })
}

/// The forms in which a value may appear in a text.
fn forms(locale: &Locale, value: &Value) -> Vec<String> {
    match value {
        Value::String(text) => vec![text.clone()],
        Value::Integer(whole) => vec![whole.to_string(), locale.number(*whole), locale.money(Money::euros(*whole))],
        Value::Boolean(yes) => vec![locale.text(if *yes { "report-yes" } else { "report-no" })],
        Value::Datetime(day) => vec![locale.date_in_full(day.to_string().parse().unwrap())],
        _ => Vec::new(),
    }
}

#[test]
fn no_field_of_the_format_is_silent() {
    let portfolio = Portfolio::default();
    for kind in RecordKind::ALL {
        let schema = record::schema(kind);
        let whole = example(schema, schema, "");
        let mut paths = Vec::new();
        leaves(&whole, &KeyPath::top(), &mut paths);
        assert!(paths.len() >= 15, "{kind:?}: {}", paths.len());
        for path in paths.iter().filter(|path| !path.to_string().contains("emails")) {
            let mut changed = whole.clone();
            let leaf = at(&mut changed, path);
            *leaf = match leaf {
                Value::Integer(_) => Value::Integer(4711),
                Value::Boolean(_) => Value::Boolean(false),
                Value::Datetime(_) => Value::Datetime("2022-12-24".parse().unwrap()),
                _ => Value::String("zyx-4711".to_owned()),
            };
            let new = leaf.clone();
            let [before, after] = [&whole, &changed].map(|value| toml::to_string(value).unwrap());
            for language in Language::ALL {
                let locale = Locale::new(language);
                let facts = facts_of(&portfolio, kind, &before, &after, language);
                let told = |fact: &Fact| forms(&locale, &new).iter().any(|form| fact.text.contains(form.as_str()));
                let texts: Vec<&str> = facts.iter().map(|fact| fact.text.as_str()).collect();
                let is_id = path.to_string().ends_with(".id") && !path.to_string().starts_with("incubators");
                assert!(facts.iter().any(told) || is_id, "{kind:?} {path}: {texts:?}");
                assert!(!facts.is_empty() && texts.iter().all(|text| !text.contains("value-")), "{path}: {texts:?}");
                // Each kind of entry is called by its message, and each label by its own.
                let key = path.to_string().rsplit('.').next().unwrap_or_default().split('[').next().unwrap().to_owned();
                assert!(locale.has(&format!("value-{key}")) || ["other", "2026"].contains(&key.as_str()), "{key}");
            }
        }
    }
}

#[test]
fn every_kind_of_entry_can_be_added_and_removed_in_words() {
    let portfolio = Portfolio::default();
    for kind in RecordKind::ALL {
        let schema = record::schema(kind);
        let Value::Table(whole) = example(schema, schema, "") else { panic!("a record is a table") };
        for (key, value) in &whole {
            let mut without = whole.clone();
            without.remove(key);
            let [with, without] = [&whole, &without].map(|table| toml::to_string(table).unwrap());
            for (before, after) in [(&without, &with), (&with, &without)] {
                for language in Language::ALL {
                    let facts = facts_of(&portfolio, kind, before, after, language);
                    assert!(!facts.is_empty(), "{kind:?} {key}");
                    let texts: Vec<&str> = facts.iter().map(|fact| fact.text.as_str()).collect();
                    let bad = |text: &&&str| text.contains("fact-") || text.contains('{') || text.trim().is_empty();
                    assert_eq!(texts.iter().find(bad), None, "{kind:?} {key}: {value:?}");
                }
            }
        }
    }
}

#[test]
fn states_of_versions_are_distinguished() {
    let states = [RecordVersion::absent(), RecordVersion::read(b"a = ["), RecordVersion::read(b"a = 1")];
    let record = RecordRef::of_portfolio();
    let comparison = record::compare(&record, &states[1], &states[2]);
    assert_eq!((comparison.before, comparison.after), (VersionState::Partial, VersionState::Whole));
    let created = record::compare(&record, &states[0], &states[2]);
    assert!(matches!(created.changes[0].is, Some(FieldValue::Table(_))));
}

#[test]
fn every_kind_of_record_has_words_for_its_creation_and_deletion() {
    for locale in Language::ALL.map(Locale::new) {
        for (kind, event) in RecordKind::ALL.iter().flat_map(|kind| [(kind, "created"), (kind, "deleted")]) {
            assert!(locale.has(&format!("fact-{event}-{}", kind.name())), "{event}: {kind:?}");
        }
    }
}
