//! The form of `set`: the selected field, or one of the fields of the selected entry.

use std::sync::Arc;

use super::account::iban_note;
use super::{FieldNote, Scope, text, typable};
use crate::edit::verb;
use crate::edit::{self, ArgumentValues, FieldInfo, FieldKind, Intention, Value, ValueError};
use crate::model::{Date, Id, KeyPath, MessageArg, Moment, PathStep, RecordKind, RecordRef};
use crate::report::{sanitize, words};
use crate::ui::field::{FieldName, FormField, InputKind, Options, Preset};
use crate::ui::form::FormSubject;
use crate::ui::form::lookup::{FormTarget, RecordLookup, TargetKey};
use crate::ui::form::selection::Selection;

pub(super) struct SetForm;

impl super::VerbForm for SetForm {
    fn noun(&self) -> &'static str {
        "record"
    }

    fn can(&self, selection: &Selection<'_>) -> bool {
        matches!(selection.subject, FormSubject::Value(..))
    }

    fn targets(&self, lookup: &RecordLookup<'_>, subject: &FormSubject) -> Vec<FormTarget> {
        let FormSubject::Value(record, path) = subject else { return Vec::new() };
        let name = lookup.record_name(record);
        vec![FormTarget {
            key: TargetKey::Value(record.clone(), path.clone()),
            label: name.clone(),
            detail: detail(lookup, record, path),
            owner: name,
            presets: Vec::new(),
        }]
    }

    fn reads(&self, target: &FormTarget) -> Option<RecordRef> {
        match &target.key {
            TargetKey::Value(record, _) => Some(record.clone()),
            _ => None,
        }
    }

    fn shape(&self, values: &ArgumentValues) -> String {
        values.text("field").unwrap_or_default()
    }

    fn fields(&self, scope: &Scope<'_>) -> Vec<FormField> {
        let (all, is_one) = known(scope);
        let mut fields = Vec::new();
        if !is_one && !all.is_empty() {
            let shown = |info: &FieldInfo| {
                let current = info.current.as_deref().map_or_else(|| "–".to_owned(), |now| in_words(scope, info, now));
                (info.key.clone(), scope.named(&called(scope, info), &current))
            };
            fields.push(
                FormField::new("field", InputKind::Choice(Arc::new(Options::new(all.iter().map(shown))))).required(),
            );
        }
        fields.extend(picked(scope, all).map(|info| value_field(scope, &info)));
        fields
    }

    fn presets(&self, scope: &Scope<'_>) -> Vec<(FieldName, Preset)> {
        let (all, _) = known(scope);
        // Skips the id, which is rarely what changes.
        let first = all.iter().find(|info| info.key != "id").map(|info| info.key.as_str());
        let field = missing(scope, &all).or(first).map(|key| text("field", key));
        let Some(info) = picked(scope, all) else { return Vec::new() };
        let now = info.current.clone().unwrap_or_default();
        let preset = match info.kind {
            FieldKind::Ids(_) => Preset::Ticked(now.split(", ").map(str::to_owned).collect()),
            FieldKind::Texts => Preset::Text(info.entries.join(&format!("{} ", separator(&info)))),
            FieldKind::Date | FieldKind::PastDate => Preset::Text(now.parse::<Date>().map(typable).unwrap_or(now)),
            FieldKind::Moment | FieldKind::Signature | FieldKind::Start => Preset::Text(as_typed(scope, &now)),
            _ => text("", now).1,
        };
        field.into_iter().chain([(name_of(&info), preset)]).collect()
    }

    fn opens_on(&self, scope: &Scope<'_>) -> Option<FieldName> {
        let (all, _) = known(scope);
        let key = missing(scope, &all)?;
        all.iter().find(|info| info.key == key).map(name_of)
    }

    fn remarks(&self, scope: &Scope<'_>) -> Vec<(FieldName, FieldNote)> {
        let (all, _) = known(scope);
        let Some(info) = picked(scope, all) else { return Vec::new() };
        let name = name_of(&info);
        if info.key == "iban" {
            return iban_note(scope, &name).map(|note| (name, note)).into_iter().collect();
        }
        if info.kind == FieldKind::Texts {
            let separator = [("separator", MessageArg::Text(separator(&info).to_string()))];
            let words = scope.context().locale.message("form-separated", &separator);
            return vec![(name, FieldNote::Parsed(words))];
        }
        let wrong = scope.values.text(&name).is_some() && value(scope, &info).is_none();
        let words = || FieldNote::Error(error_words(scope, &info.kind));
        if wrong { vec![(name, words())] } else { Vec::new() }
    }

    fn intentions(&self, scope: &Scope<'_>) -> Option<Vec<Intention>> {
        let TargetKey::Value(record, _) = scope.target.key.clone() else { return None };
        let (all, _) = known(scope);
        let info = picked(scope, all)?;
        let value = value(scope, &info);
        // An empty value removes an optional field.
        if value.is_none() && (info.required || info.current.is_none() || scope.values.text(&name_of(&info)).is_some())
        {
            return None;
        }
        Some(vec![verb::SetVerb { record, path: info.path, value }.into()])
    }
}

/// Returns the fields at the target's path, and whether the path leads to a single field.
fn known(scope: &Scope<'_>) -> (Vec<FieldInfo>, bool) {
    let TargetKey::Value(record, path) = &scope.target.key else { return (Vec::new(), false) };
    let Some(text) = scope.text(record) else { return (Vec::new(), false) };
    // If the text is no longer TOML, the fields of the format keep what the user typed; the preview shows the error.
    let fields = |path: &KeyPath| {
        edit::fields(record.kind, text, path).or_else(|_| edit::fields(record.kind, "", path)).unwrap_or_default()
    };
    let all = fields(path);
    let is_one = matches!(all.as_slice(), [one] if one.path == *path);
    if all.is_empty() && *path != KeyPath::top() {
        // A path below a field: the fields of the table above.
        let above = path.parent();
        return (fields(&above), false);
    }
    (all, is_one)
}

/// Returns the field that the user most likely came to set, because the entry misses it.
fn missing(scope: &Scope<'_>, all: &[FieldInfo]) -> Option<&'static str> {
    missing_due(scope, all).or_else(|| missing_of_review(scope, all))
}

/// Returns the first fact of the meeting that its minutes miss.
fn missing_of_review(scope: &Scope<'_>, all: &[FieldInfo]) -> Option<&'static str> {
    let TargetKey::Value(record, _) = &scope.target.key else { return None };
    let is_missing = |key: &&str| all.iter().any(|info| info.key == *key && info.current.is_none());
    let mut wanted = ["chair", "secretary", "place", "start", "papers_sent"].into_iter();
    wanted.find(is_missing).filter(|_| record.kind == RecordKind::Review)
}

/// Returns the field `due` of an obligation that has no timing.
fn missing_due(scope: &Scope<'_>, all: &[FieldInfo]) -> Option<&'static str> {
    let TargetKey::Value(_, path) = &scope.target.key else { return None };
    let [PathStep::Key(list), PathStep::Index(_)] = path.as_slice() else { return None };
    let has = |key: &str| all.iter().any(|info| info.key == key && info.current.is_some());
    let is_open = list == "obligations" && all.iter().any(|info| info.key == "due");
    (is_open && !["due", "every", "standing"].into_iter().any(has)).then_some("due")
}

/// Returns the only field, or the one that is picked.
fn picked(scope: &Scope<'_>, all: Vec<FieldInfo>) -> Option<FieldInfo> {
    let key = scope.values.text("field");
    let at = key.and_then(|key| all.iter().position(|info| info.key == key)).unwrap_or(0);
    all.into_iter().nth(at)
}

fn name_of(info: &FieldInfo) -> FieldName {
    format!("value:{}", info.key).into()
}

fn called(scope: &Scope<'_>, info: &FieldInfo) -> String {
    scope.word(&format!("value-{}", info.key))
}

/// Returns the obligation that a path leads into, else the path.
fn detail(lookup: &RecordLookup<'_>, record: &RecordRef, path: &KeyPath) -> String {
    let obligation = || {
        let [PathStep::Key(list), PathStep::Index(at), ..] = path.as_slice() else { return None };
        let convention = lookup.convention(&record.id).filter(|_| record.kind == RecordKind::Convention)?;
        // An entry that could not be read counts in the text and not in the model.
        let is_whole = !lookup.context.portfolio.half_read.contains(record);
        let one = convention.obligations.get(*at).filter(|_| is_whole && list == "obligations")?;
        Some(lookup.entry_name(record, &format!("obligations.{}", one.id)))
    };
    obligation().unwrap_or_else(|| path.to_string())
}

/// Returns the current value of a field in the user's language.
fn in_words(scope: &Scope<'_>, info: &FieldInfo, now: &str) -> String {
    let named = |of: RecordKind, id: &str| match Id::new(id) {
        Ok(id) => scope.lookup.record_name(&RecordRef::new(of, id)),
        Err(_) => id.to_owned(),
    };
    let words = match &info.kind {
        FieldKind::Id(of) => named(*of, now),
        FieldKind::Ids(of) => now.split(", ").map(|id| named(*of, id)).collect::<Vec<_>>().join(", "),
        FieldKind::Word(_) => word_of_format(scope, now),
        FieldKind::YesNo => scope.word(&format!("form-{now}")),
        FieldKind::Date | FieldKind::PastDate => now.parse::<Date>().map_or_else(|_| now.to_owned(), typable),
        FieldKind::Moment | FieldKind::Signature | FieldKind::Start => as_typed(scope, now),
        _ => now.to_owned(),
    };
    sanitize(&words).into_owned()
}

/// Returns a day or an event of a record as the user would type it; any other text as it is.
fn as_typed(scope: &Scope<'_>, now: &str) -> String {
    match now.parse::<Moment>() {
        Ok(Moment::On(day)) => typable(day),
        Ok(event) => scope.context().locale.moment_as_typed(event),
        Err(_) => now.to_owned(),
    }
}

/// Returns a word of the format in the user's language; any other word as it is.
fn word_of_format(scope: &Scope<'_>, name: &str) -> String {
    words::of_format(name, scope.context().locale).unwrap_or_else(|| name.to_owned())
}

fn value_field(scope: &Scope<'_>, info: &FieldInfo) -> FormField {
    let none = (!info.required).then(|| (String::new(), scope.word("form-none")));
    let choice = |choices: Vec<(String, String)>| {
        InputKind::Choice(Arc::new(Options::new(none.clone().into_iter().chain(choices))))
    };
    let kind = match &info.kind {
        FieldKind::Date => InputKind::Day,
        FieldKind::PastDate => InputKind::PastDay,
        FieldKind::Amount => InputKind::Amount,
        FieldKind::Decimal => InputKind::Decimal,
        FieldKind::Span => InputKind::Span,
        FieldKind::YesNo => {
            choice(["true", "false"].map(|word| (word.to_owned(), scope.word(&format!("form-{word}")))).into())
        }
        FieldKind::Word(words) => {
            choice(words.iter().map(|name| (name.clone(), word_of_format(scope, name))).collect())
        }
        FieldKind::Id(of) => choice(records(scope, *of)),
        FieldKind::Ids(of) => InputKind::Many(Arc::new(Options::new(records(scope, *of)))),
        FieldKind::Text if edit::has_lines(&info.path) => InputKind::Lines,
        _ => InputKind::Text,
    };
    let field = FormField::new(name_of(info), kind).called(called(scope, info));
    if info.required { field.required() } else { field }
}

/// Returns the records of a kind as options.
fn records(scope: &Scope<'_>, kind: RecordKind) -> Vec<(String, String)> {
    let portfolio = scope.context().portfolio;
    let shown = |name: &str| sanitize(name).into_owned();
    match kind {
        RecordKind::Startup => portfolio.startups.values().map(|one| (one.id.to_string(), shown(&one.name))).collect(),
        RecordKind::Convention => {
            portfolio.conventions.values().map(|one| (one.id.to_string(), shown(&one.title))).collect()
        }
        _ => scope.lookup.parties(&[]),
    }
}

/// Returns the value to be written; `None` if the field is empty or invalid.
fn value(scope: &Scope<'_>, info: &FieldInfo) -> Option<Value> {
    let (name, values) = (name_of(info), scope.values);
    match &info.kind {
        FieldKind::Date | FieldKind::PastDate => values.date(&name).map(Value::Date),
        FieldKind::Signature | FieldKind::Start => word_or_day(scope, &info.kind, &values.text(&name)?),
        FieldKind::Amount => values.amount(&name).map(Value::Money),
        FieldKind::Decimal => values.decimal(&name).map(Value::from),
        FieldKind::Span => values.span(&name).map(|span| span.to_string().into()),
        FieldKind::Moment => {
            let moment = scope.context().locale.typed_moment(&values.text(&name)?, scope.context().today)?;
            Some(match moment {
                Moment::On(day) => Value::Date(day),
                event => event.to_string().into(),
            })
        }
        FieldKind::Ids(_) => {
            let ids = values.words(&name);
            (!ids.is_empty()).then(|| Value::List(ids.into_iter().map(Value::Text).collect()))
        }
        FieldKind::Texts => {
            let typed = values.text(&name)?;
            let parts = typed.split(separator(info)).map(str::trim).filter(|part| !part.is_empty());
            let parts: Vec<Value> = parts.map(|part| Value::Text(part.to_owned())).collect();
            (!parts.is_empty()).then_some(Value::List(parts))
        }
        kind => edit::value(kind, &values.text(&name)?).ok(),
    }
}

/// Returns a word of the format, or a day as people type it.
fn word_or_day(scope: &Scope<'_>, kind: &FieldKind, typed: &str) -> Option<Value> {
    let (locale, today) = (scope.context().locale, scope.context().today);
    let day = || match kind {
        FieldKind::Signature => locale.typed_past_date(typed, today),
        _ => locale.typed_date(typed, today),
    };
    edit::value(kind, typed).ok().or_else(|| day().ok().map(Value::Date))
}

/// Returns the separator of the texts of a list on one line: a character that none of them contains.
fn separator(info: &FieldInfo) -> char {
    let is_free = |c: &char| !info.entries.iter().any(|entry| entry.contains(*c));
    [',', ';', '|'].into_iter().find(is_free).unwrap_or('|')
}

/// Returns why a text is not a value of this kind of field.
fn error_words(scope: &Scope<'_>, kind: &FieldKind) -> String {
    match kind {
        FieldKind::Whole(least, most) => {
            let (key, args) = ValueError::Whole(*least, *most).message();
            scope.context().locale.message(key, &args)
        }
        FieldKind::Moment => scope.word("form-error-moment"),
        FieldKind::Start => scope.word("form-error-start"),
        FieldKind::Signature => scope.word("form-error-signature"),
        _ => scope.word("form-error-empty"),
    }
}
