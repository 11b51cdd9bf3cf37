//! Attendance as it is typed: names with semicolons between them, each a person of the portfolio or
//! `NAME/PARTY/CAPACITY`, followed by `=` and who represents the person.

use super::{FieldNote, Scope};
use crate::locale::fold;
use crate::model::{Attendee, Committee, CommitteeState, Id, MessageArg, Person};
use crate::report::sanitize;
use crate::rules;
use crate::ui::field::FieldName;

/// The fields.
pub(super) const LISTS: [&str; 3] = ["present", "excused", "represented"];
/// The characters between two names.
const BETWEEN: [char; 2] = [';', ','];

/// Somebody as typed.
struct TypedName<'a> {
    name: &'a str,
    /// The party as typed.
    party: Option<&'a str>,
    capacity: Option<&'a str>,
    /// Who represents the person.
    by: Option<&'a str>,
}

fn typed(text: &str) -> impl Iterator<Item = TypedName<'_>> {
    let names = text.split(BETWEEN).map(str::trim).filter(|name| !name.is_empty());
    names.map(|one| {
        let (one, by) = one.split_once('=').map_or((one, None), |(one, by)| (one.trim(), Some(by.trim())));
        let mut parts = one.splitn(3, '/').map(str::trim);
        let name = parts.next().unwrap_or_default();
        let mut rest = parts.map(|part| Some(part).filter(|part| !part.is_empty()));
        TypedName {
            name,
            party: rest.next().flatten(),
            capacity: rest.next().flatten(),
            by: by.filter(|by| !by.is_empty()),
        }
    })
}

/// Returns the person of the portfolio with a name or an id.
fn person<'a>(scope: &Scope<'a>, typed: &TypedName<'_>) -> Option<&'a Person> {
    let people = &scope.context().portfolio.incubator.people;
    let is_called = |person: &&Person| person.id.as_str() == typed.name || fold(&person.name) == fold(typed.name);
    people.iter().find(is_called).filter(|_| typed.party.is_none() && typed.capacity.is_none())
}

/// Returns the id of the person with a name, else the name.
fn id_or_name(scope: &Scope<'_>, name: &str) -> String {
    let typed = TypedName { name, party: None, capacity: None, by: None };
    person(scope, &typed).map_or_else(|| name.to_owned(), |person| person.id.to_string())
}

/// Returns the party with a name or an id.
fn party(scope: &Scope<'_>, typed: &str) -> Option<Id> {
    let parties = &scope.context().portfolio.parties;
    let is_called = |id: &&Id| id.as_str() == typed || fold(&scope.lookup.party_name(id)) == fold(typed);
    parties.keys().find(is_called).cloned()
}

/// Returns a list of names as arguments of `hold`.
pub(super) fn specs(scope: &Scope<'_>, list: &str) -> Vec<String> {
    let text = scope.values.text(list).unwrap_or_default();
    let spec = |typed: TypedName<'_>| {
        let by = typed.by.filter(|_| list == "represented");
        let by = by.map(|by| format!("={}", id_or_name(scope, by))).unwrap_or_default();
        let who = match person(scope, &typed) {
            Some(person) => person.id.to_string(),
            // The slash keeps a name from being taken for the id of a person.
            None => {
                let party = typed.party.and_then(|name| party(scope, name)).map(|id| id.to_string());
                let end = typed.capacity.map(|capacity| format!("/{capacity}")).unwrap_or_default();
                format!("{}/{}{end}", typed.name, party.unwrap_or_default())
            }
        };
        format!("{who}{by}")
    };
    self::typed(&text).map(spec).collect()
}

/// Returns the text of an attendance list, as the user would type it.
pub(super) fn text(scope: &Scope<'_>, attendees: &[Attendee]) -> String {
    let people = &scope.context().portfolio.incubator.people;
    let one = |attendee: &Attendee| match &attendee.person {
        Some(id) => {
            let name = people.iter().find(|person| person.id == *id).map(|person| person.name.clone());
            Some(name.unwrap_or_else(|| id.to_string()))
        }
        None => {
            let party = attendee.party.as_ref().map(|id| scope.lookup.party_name(id));
            let parts =
                [attendee.name.clone()?, party.unwrap_or_default(), attendee.capacity.clone().unwrap_or_default()];
            Some(parts.join("/").trim_end_matches('/').to_owned())
        }
    };
    attendees.iter().filter_map(one).collect::<Vec<_>>().join("; ")
}

/// Returns how the names were understood, and who is missing among those present.
pub(super) fn remarks(scope: &Scope<'_>) -> Vec<(FieldName, FieldNote)> {
    let mut remarks = Vec::new();
    for list in LISTS {
        let Some(text) = scope.values.text(list) else { continue };
        let unknown = typed(&text).filter_map(|one| one.party).find(|name| party(scope, name).is_none());
        let note = match (unknown, missing(scope)) {
            (Some(name), _) => {
                let name = [("name", MessageArg::Text(sanitize(name).into_owned()))];
                FieldNote::Error(scope.context().locale.message("form-error-party", &name))
            }
            (None, Some(words)) if list == "present" => FieldNote::Warning(words),
            _ => FieldNote::Parsed(words(scope, &text)),
        };
        remarks.push((list.into(), note));
    }
    remarks
}

fn words(scope: &Scope<'_>, text: &str) -> String {
    let one = |typed: TypedName<'_>| {
        let name = person(scope, &typed).map_or(typed.name, |person| person.name.as_str());
        let party = typed.party.and_then(|name| party(scope, name)).map(|id| scope.lookup.party_name(&id));
        let mut rest: Vec<String> = party.into_iter().chain(typed.capacity.map(str::to_owned)).collect();
        if let Some(by) = typed.by {
            let facts = [("by", MessageArg::Text(by.to_owned()))];
            rest.push(scope.context().locale.message("doc-represented-by", &facts));
        }
        if rest.is_empty() { name.to_owned() } else { format!("{name} ({})", rest.join(", ")) }
    };
    sanitize(&typed(text).map(one).collect::<Vec<_>>().join(", ")).into_owned()
}

/// Returns the names of the parties that a convention requires in the committee and of which nobody is present or
/// represented.
fn missing(scope: &Scope<'_>) -> Option<String> {
    let startup = super::startup(scope)?;
    let context = scope.context();
    let on = scope.values.date("on").unwrap_or(context.today);
    let committee = Committee {
        present: attendees(scope, "present"),
        represented: attendees(scope, "represented"),
        ..Committee::new(on, CommitteeState::Held)
    };
    let absent = rules::absent_members(context.portfolio, startup, &committee);
    let names = absent.iter().map(|(id, _)| sanitize(&scope.lookup.party_name(id)).into_owned());
    let names: Vec<String> = names.collect();
    let facts = [("parties", MessageArg::Text(context.locale.list(&names)))];
    (!names.is_empty()).then(|| context.locale.message("form-nobody-of", &facts))
}

/// Returns a list of names as a record has it.
fn attendees(scope: &Scope<'_>, list: &str) -> Vec<Attendee> {
    let text = scope.values.text(list).unwrap_or_default();
    let attendee = |typed: TypedName<'_>| Attendee {
        person: person(scope, &typed).map(|person| person.id.clone()),
        name: Some(typed.name.to_owned()),
        party: typed.party.and_then(|name| party(scope, name)),
        capacity: typed.capacity.map(str::to_owned),
        by: typed.by.map(str::to_owned),
    };
    self::typed(&text).map(attendee).collect()
}
