//! A small fictional portfolio, read from text as the program reads it, and a way to press keys.

use std::sync::Arc;

use couveuse::locale::{Language, Locale};
use couveuse::model::{Date, Id, Portfolio, RecordKind, RecordRef};
use couveuse::record::{self, Record};
use couveuse::rules::{self, Answers};
use couveuse::ui::form::{Form, FormContext, FormKind, FormOutcome, FormSubject, Verb};
use couveuse::ui::keymap::{KeyContext, KeyMatch, Keymap};
use couveuse::ui::{Command, Effect};
use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

const HALTE: &str = r#"name = "Halte"
sponsors = ["ville"]

[[phases]]
phase = "construction"
from = 2020-01-06

[[committees]]
on = 2020-06-02
state = "held"
decision = "continue"

[[committees]]
on = 2020-11-30 # in the town hall
state = "planned"

[[actions]]
what = "Call the town hall"
owner = "Coach"
due = 2020-12-15

[[indicators]]
name = "Visits"
unit = "visits"
values = [{ on = 2020-10-01, value = 120 }]
"#;

pub const CONVENTION: &str = r#"# The copy that the agency keeps.
title = "Halte : convention Ville – Agence"
kind = "partnership"
startups = ["halte"]
parties = ["ville", "agence"]
signed = 2020-02-20
term = { months = 24, article = "7" }

[[contributions]]
id = "ville"
from = "ville"
to = "agence"
amount = 30000
article = "5.1"
[[contributions.tranches]]
amount = 10000
when = "signature"
[[contributions.tranches]]
amount = 20000
when = 2020-09-01
needs = ["call for funds", "statement of expenditure"]

[[contributions]]
id = "agence"
from = "agence"
amount = 35000

[[contributions]]
id = "region"
from = "region"
to = "agence"
amount = 5000
[[contributions.tranches]]
amount = 5000
when = 2021-03-01

[[payments]]
on = 2020-03-12
amount = 4500
contribution = "ville"

[committee]
every = "6 months"
organiser = "ville"
article = "2"

[[obligations]]
id = "statistics-page"
about = "statistics-page"
debtor = "agence"
creditor = "ville"
what = "Keep a public page of impact figures"
article = "3.1"
standing = true

[[obligations]]
id = "report"
debtor = "agence"
creditor = "ville"
what = "Send a progress report"
article = "3.2"
every = "3 months"
"#;

const UNSIGNED: &str = r#"title = "Halte : convention Région – Agence"
kind = "partnership"
startups = ["halte"]
parties = ["region", "agence"]
decided = 2020-10-05
"#;

const AMENDMENT: &str = r#"title = "Halte : avenant n° 1"
kind = "amendment"
amends = "halte-ville-agence"
parties = ["ville", "agence"]
term = { months = 36 }
"#;

const VILLE: &str = r#"name = "Ville"

[[accounts]]
id = "main"
bank = "30001"
branch = "00622"
number = "C6410000000"
key = "87"
iban = "FR57 3000 1006 2206 4100 0000 087"
"#;

/// The records: kind, id, text.
const RECORDS: [(RecordKind, &str, &str); 8] = [
    (RecordKind::Party, "agence", "name = \"Agence\"\n"),
    (RecordKind::Party, "region", "name = \"Région\"\n"),
    (RecordKind::Party, "ville", VILLE),
    (RecordKind::Startup, "halte", HALTE),
    (RecordKind::Startup, "sentier", "name = \"Sentier\"\n"),
    (RecordKind::Convention, "halte-ville-agence", CONVENTION),
    (RecordKind::Convention, "halte-region", UNSIGNED),
    (RecordKind::Convention, "halte-ville-agence-1", AMENDMENT),
];

pub fn id(text: &str) -> Id {
    Id::new(text).expect("an id")
}

pub fn date(text: &str) -> Date {
    text.parse().expect("a date")
}

/// The portfolio and its answers, on Tuesday 1 December 2020.
pub struct World {
    pub portfolio: Portfolio,
    pub answers: Answers,
    pub locale: Locale,
    texts: Vec<(RecordRef, String)>,
}

impl World {
    pub fn new(language: Language) -> Self {
        Self::with(language, &[])
    }

    /// Replaces some of the texts above.
    pub fn with(language: Language, changed: &[(&str, &str)]) -> Self {
        let mut portfolio = Portfolio::default();
        let mut texts = Vec::new();
        for (kind, name, text) in RECORDS {
            let text = changed.iter().find(|(changed, _)| *changed == name).map_or(text, |(_, text)| text);
            let record = RecordRef::new(kind, id(name));
            let reading = record::read(&record, name, text.as_bytes());
            assert!(reading.problems.is_empty(), "{name}: {:?}", reading.problems);
            match reading.record.expect("a record") {
                Record::Portfolio(incubator) => portfolio.incubator = Arc::new(incubator),
                Record::Party(party) => portfolio.insert_party(Arc::new(party)),
                Record::Startup(startup) => portfolio.insert_startup(Arc::new(startup)),
                Record::Convention(convention) => portfolio.insert_convention(Arc::new(convention)),
                Record::Review(review) => portfolio.insert_review(Arc::new(review)),
            }
            texts.push((record, text.to_owned()));
        }
        let answers = rules::answers(&portfolio, date("2020-12-01"));
        Self { portfolio, answers, locale: Locale::new(language), texts }
    }

    pub fn context(&self) -> FormContext<'_> {
        let today = date("2020-12-01");
        FormContext {
            portfolio: &self.portfolio,
            answers: &self.answers,
            locale: &self.locale,
            as_of: today,
            today,
            me: None,
            review: None,
        }
    }

    /// Opens a form and passes it the texts that it asks for.
    pub fn open(&self, verb: Verb, subject: FormSubject) -> Result<Form, String> {
        let (mut form, effects) = Form::new(FormKind::new(verb, subject), &self.context())?;
        self.perform(&mut form, effects);
        Ok(form)
    }

    pub fn perform(&self, form: &mut Form, effects: Vec<Effect>) {
        for effect in effects {
            let Effect::ReadText(record) = effect else { panic!("a form only asks for texts: {effect:?}") };
            let text = self.texts.iter().find(|(other, _)| *other == record).map(|(_, text)| text.clone());
            let more = form.text_arrived(&record, text.ok_or_else(|| "no such file".to_owned()), &self.context());
            self.perform(form, more);
        }
    }

    /// Presses keys one by one and returns the outcome of the last one. `<Tab>`, `<C-s>` and so on name keys.
    pub fn press(&self, form: &mut Form, keys: &str) -> FormOutcome {
        let mut outcome = FormOutcome::Stay;
        for key in parse(keys) {
            outcome = form.key(asked(&key), key, &self.context());
            if let FormOutcome::Ask(effects) = &outcome {
                self.perform(form, effects.clone());
            }
        }
        outcome
    }

    pub fn text(&self, record: &RecordRef) -> &str {
        self.texts.iter().find(|(other, _)| other == record).map(|(_, text)| text.as_str()).expect("a text")
    }

    /// The subject of the first occurrence of an obligation that is not done.
    pub fn occurrence(&self, obligation: &str, nth: usize) -> FormSubject {
        let mut found = self.answers.occurrences.iter().filter(|occurrence| {
            occurrence.obligation == obligation && occurrence.state != couveuse::rules::OccurrenceState::Done
        });
        FormSubject::occurrence(found.nth(nth).unwrap_or_else(|| panic!("no occurrence of {obligation}")))
    }
}

pub fn halte() -> FormSubject {
    FormSubject::Startup(id("halte"))
}

/// Returns the command of a key in the built-in keymap.
pub fn asked(key: &KeyEvent) -> Option<Command> {
    match Keymap::built_in().press(KeyContext::Form, &mut Vec::new(), key) {
        KeyMatch::Command(command) => Some(command),
        KeyMatch::Pending | KeyMatch::None => None,
    }
}

fn parse(keys: &str) -> Vec<KeyEvent> {
    let mut found = Vec::new();
    let mut rest = keys;
    while let Some(first) = rest.chars().next() {
        if first == '<' {
            let (name, after) = rest[1..].split_once('>').expect("a named key ends with >");
            found.push(named(name));
            rest = after;
        } else {
            found.push(KeyEvent::new(KeyCode::Char(first), KeyModifiers::NONE));
            rest = &rest[first.len_utf8()..];
        }
    }
    found
}

fn named(name: &str) -> KeyEvent {
    let (code, modifiers) = match name {
        "Tab" => (KeyCode::Tab, KeyModifiers::NONE),
        "S-Tab" => (KeyCode::BackTab, KeyModifiers::SHIFT),
        "Enter" => (KeyCode::Enter, KeyModifiers::NONE),
        "Esc" => (KeyCode::Esc, KeyModifiers::NONE),
        "Left" => (KeyCode::Left, KeyModifiers::NONE),
        "Right" => (KeyCode::Right, KeyModifiers::NONE),
        "Up" => (KeyCode::Up, KeyModifiers::NONE),
        "Down" => (KeyCode::Down, KeyModifiers::NONE),
        "Backspace" => (KeyCode::Backspace, KeyModifiers::NONE),
        _ => match name.strip_prefix("C-").and_then(|rest| rest.chars().next()) {
            Some(c) => (KeyCode::Char(c), KeyModifiers::CONTROL),
            None => panic!("no key {name}"),
        },
    };
    KeyEvent::new(code, modifiers)
}
