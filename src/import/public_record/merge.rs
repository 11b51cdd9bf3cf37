//! The changes of a record that is there already: only what changed in the public record since the last import.
//!
//! Three values decide: ours, the one that was imported last (the base), and the published one. If the published one is
//! as it was, ours stays. If ours is as it was, the published one is taken. Otherwise both are reported and ours stays.

use std::sync::Arc;

use toml::{Table, Value};

use super::published::{KnownIds, PublishedCommittee, PublishedPhase, PublishedStartup};
use super::record::kept;
use super::value::YamlNode;
use super::{KEPT, PublicStartup};
use crate::edit::{ImportedChange, ImportedRecord, Pairs};
use crate::import::plan::{ImportDifference, ImportState};
use crate::locale::fold;
use crate::model::{CommitteeState, Date, KeyPath, RecordRef};
use crate::record::{Item, Op, to_toml};

/// The keys of the front matter from which keys of the record derive.
const DERIVED: [&str; 12] = [
    "title",
    "mission",
    "incubator",
    "sponsors",
    "link",
    "stats",
    "stats_url",
    "repository",
    "fast",
    "redirect_from",
    "phases",
    "events",
];

/// What an import changes in a record.
#[derive(Default)]
pub(super) struct MergedStartup {
    ops: Vec<Op>,
    section: Option<(&'static str, Pairs)>,
    pub differences: Vec<ImportDifference>,
}

impl MergedStartup {
    pub fn state(&self) -> ImportState {
        match () {
            () if self.differences.iter().any(|difference| !difference.is_taken) => ImportState::Differs,
            () if self.ops.is_empty() && self.section.is_none() => ImportState::Same,
            () => ImportState::Changed,
        }
    }

    /// Returns the change of a record, if there is any; `base` is its text.
    pub fn change(&self, record: RecordRef, base: Arc<str>) -> Option<ImportedRecord> {
        if self.ops.is_empty() && self.section.is_none() {
            return None;
        }
        let mut fields: Vec<&str> =
            self.differences.iter().filter(|one| one.is_taken).map(|one| one.field.as_str()).collect();
        fields.dedup();
        let line = format!("{record}: {}", fields.join(", "));
        let change = ImportedChange::Changed { base, ops: self.ops.clone(), section: self.section.clone() };
        Some(ImportedRecord { record, change, line })
    }
}

/// Merges what is published into the record `now`.
pub(super) fn merge(now: &Table, startup: &PublicStartup<'_>, ids: &KnownIds<'_>) -> MergedStartup {
    let kept_before = now.get("extra").and_then(|extra| extra.get(KEPT));
    let slug = now.get("slug").and_then(Value::as_str).unwrap_or_default();
    let base = kept_before.and_then(|kept| PublishedStartup::read(slug, &YamlNode::of_toml(kept), ids).ok());
    let mut merge = StartupMerge { now, base: base.as_ref(), merged: MergedStartup::default() };
    merge.keys(&startup.published);
    merge.lists(&startup.published);
    merge.phases(&startup.published.phases);
    merge.committees(&startup.published.committees);
    merge.kept(kept_before.and_then(Value::as_table), kept(&startup.front_matter));
    merge.merged
}

/// What happens to a value.
enum ValueChoice {
    /// It is the published one already, or stays because nothing changed there.
    Stays,
    Taken,
    Conflict,
}

fn decide<T: PartialEq>(ours: Option<&T>, base: Option<Option<&T>>, theirs: Option<&T>) -> ValueChoice {
    match base {
        _ if ours == theirs => ValueChoice::Stays,
        Some(base) if base == theirs => ValueChoice::Stays,
        Some(base) if base == ours => ValueChoice::Taken,
        // Never imported before: what only we know stays, and what we lack is taken.
        None if theirs.is_none() => ValueChoice::Stays,
        None if ours.is_none() => ValueChoice::Taken,
        _ => ValueChoice::Conflict,
    }
}

struct StartupMerge<'a> {
    now: &'a Table,
    base: Option<&'a PublishedStartup>,
    merged: MergedStartup,
}

impl StartupMerge<'_> {
    fn report(&mut self, field: String, ours: Option<String>, theirs: Option<String>, is_taken: bool) {
        self.merged.differences.push(ImportDifference { field, ours, theirs, is_taken });
    }

    /// Decides about one value, and writes or reports it.
    fn value(&mut self, path: KeyPath, field: String, base: Option<Option<Item>>, theirs: Option<Item>) -> bool {
        let ours = crate::record::value_at(self.now, &path).cloned();
        let [new, base_value] =
            [theirs.as_ref(), base.as_ref().and_then(Option::as_ref)].map(|item| item.and_then(toml_of));
        let outcome = decide(ours.as_ref(), base.is_some().then_some(base_value.as_ref()), new.as_ref());
        let is_taken = match outcome {
            ValueChoice::Stays => return false,
            ValueChoice::Taken => true,
            ValueChoice::Conflict => false,
        };
        self.report(field, ours.map(|value| value.to_string()), theirs.as_ref().map(to_toml), is_taken);
        if is_taken {
            self.merged.ops.push(match theirs {
                Some(item) => Op::Set(path, item),
                None => Op::Remove(path),
            });
        }
        is_taken
    }

    fn keys(&mut self, published: &PublishedStartup) {
        let before = self.base.map(PublishedStartup::keys);
        for (key, theirs) in published.keys() {
            let of_key = |keys: &Vec<(&str, Option<Item>)>| {
                keys.iter().find(|(other, _)| *other == key).and_then(|(_, item)| item.clone())
            };
            let base = match key {
                // The record was found by its slug or a former one: it is the same startup.
                "slug" => Some(self.now.get("slug").and_then(Value::as_str).map(Item::from)),
                _ => before.as_ref().map(of_key),
            };
            let is_taken = self.value(KeyPath::top().key(key), key.to_owned(), base, theirs);
            if key == "incubator" && is_taken {
                self.former_incubator();
            }
        }
    }

    /// Keeps the incubator that the startup left.
    fn former_incubator(&mut self) {
        let Some(left) = self.now.get("incubator").and_then(Value::as_str) else { return };
        let mut former: Vec<&str> = entries(self.now, "former_incubators").iter().filter_map(Value::as_str).collect();
        if !former.contains(&left) {
            former.push(left);
            let list = Item::List(former.into_iter().map(Item::from).collect());
            self.merged.ops.push(Op::Set(KeyPath::top().key("former_incubators"), list));
        }
    }

    /// Adds what is new in a list, and removes what is gone there.
    fn lists(&mut self, published: &PublishedStartup) {
        let before = self.base.map(PublishedStartup::lists);
        for (n, (key, theirs)) in published.lists().into_iter().enumerate() {
            let base: &[String] = before.as_ref().and_then(|lists| lists.get(n)).map_or(&[], |(_, texts)| texts);
            let ours: Vec<&str> = entries(self.now, key).iter().filter_map(Value::as_str).collect();
            let has = |texts: &[String], text: &str| texts.iter().any(|other| fold(other) == fold(text));
            let gone = |text: &str| has(base, text) && !has(&theirs, text);
            let removed: Vec<String> = ours.iter().filter(|text| gone(text)).map(|text| (*text).to_owned()).collect();
            let is_there = |text: &str| ours.iter().any(|other| fold(other) == fold(text));
            let added: Vec<String> =
                theirs.iter().filter(|text| !has(base, text) && !is_there(text)).cloned().collect();
            if removed.is_empty() && added.is_empty() {
                continue;
            }
            let kept = ours.iter().filter(|text| !gone(text)).map(|text| (*text).to_owned());
            let all: Vec<Item> = kept.chain(added.iter().cloned()).map(Item::Text).collect();
            let path = KeyPath::top().key(key);
            self.merged.ops.push(if all.is_empty() { Op::Remove(path) } else { Op::Set(path, Item::List(all)) });
            for text in removed {
                self.report(key.to_owned(), Some(text), None, true);
            }
            for text in added {
                self.report(key.to_owned(), None, Some(text), true);
            }
        }
    }

    fn phases(&mut self, theirs: &[PublishedPhase]) {
        let base = self.base.map(|base| base.phases.as_slice());
        let before = base.unwrap_or_default();
        let identity = |phase: &PublishedPhase| (phase.phase.name().to_owned(), phase.from);
        let mut here: Vec<(Option<String>, Option<Date>)> = entries(self.now, "phases")
            .iter()
            .map(|entry| (entry_text(entry, "phase").map(str::to_owned), entry_date(entry, "from")))
            .collect();
        let find = |here: &[(Option<String>, Option<Date>)], (phase, from): &(String, Date)| {
            here.iter().position(|(ours, day)| ours.as_ref() == Some(phase) && *day == Some(*from))
        };
        // Comments first, as long as positions are those of the text.
        for phase in theirs {
            let Some(at) = find(&here, &identity(phase)) else { continue };
            let was = base.map(|all| all.iter().find(|other| identity(other) == identity(phase)));
            let was = was.map(|found| found.and_then(|found| found.comment.clone()).map(Item::Text));
            let path = KeyPath::entry("phases", at).key("comment");
            self.value(path, format!("phases[{}].comment", phase.from), was, phase.comment.clone().map(Item::Text));
        }
        for gone in before.iter().filter(|phase| !theirs.iter().any(|other| identity(other) == identity(phase))) {
            let Some(at) = find(&here, &identity(gone)) else { continue };
            here.remove(at);
            self.merged.ops.push(Op::Remove(KeyPath::entry("phases", at)));
            self.report(format!("phases[{}]", gone.from), Some(gone.phase.name().to_owned()), None, true);
        }
        for phase in theirs {
            let wanted = identity(phase);
            if find(&here, &wanted).is_some() || before.iter().any(|other| identity(other) == wanted) {
                continue;
            }
            let is_known =
                |day: Date| theirs.iter().chain(before).any(|other| identity(other) == (wanted.0.clone(), day));
            // The same phase from another day: one of both is wrong.
            let other = here
                .iter()
                .find_map(|(ours, day)| day.filter(|day| ours.as_ref() == Some(&wanted.0) && !is_known(*day)));
            let field = format!("phases[{}]", phase.from);
            let named = format!("{} {}", wanted.0, wanted.1);
            if let Some(day) = other {
                self.report(field, Some(format!("{} {day}", wanted.0)), Some(named), false);
                continue;
            }
            let later = here.iter().position(|(_, day)| day.is_some_and(|day| day > phase.from));
            self.insert("phases", later, phase.entry());
            here.insert(later.unwrap_or(here.len()), (Some(wanted.0), Some(wanted.1)));
            self.report(field, None, Some(named), true);
        }
    }

    /// Adds an entry to a list, before a position or at the end.
    fn insert(&mut self, list: &str, before: Option<usize>, entry: Pairs) {
        let path = KeyPath::top().key(list);
        let path = before.map_or(path.clone(), |at| path.index(at));
        self.merged.ops.push(Op::Insert(path, Item::Table(entry)));
    }

    fn committees(&mut self, theirs: &[PublishedCommittee]) {
        let base = self.base.map(|base| base.committees.as_slice());
        let before = base.unwrap_or_default();
        let list = || KeyPath::top().key("committees");
        let now = self.now;
        let mut here: Vec<Option<Date>> =
            entries(now, "committees").iter().map(|entry| entry_date(entry, "on")).collect();
        for committee in theirs {
            let Some(at) = here.iter().position(|on| *on == Some(committee.on)) else { continue };
            let was = base.map(|all| all.iter().find(|other| other.on == committee.on));
            let was = was.map(|found| found.and_then(|found| found.comment.clone()).map(Item::Text));
            let field = format!("committees[{}]", committee.on);
            let path = list().index(at).key("comment");
            self.value(path, format!("{field}.comment"), was, committee.comment.clone().map(Item::Text));
            let state = entries(now, "committees").get(at).and_then(|entry| entry_text(entry, "state"));
            let ours = state.unwrap_or_default().to_owned();
            if committee.state == CommitteeState::Held && ours != "held" {
                // A planned day that came is the same meeting; a cancelled one is not.
                let is_taken = ours == "planned";
                if is_taken {
                    self.merged.ops.push(Op::Set(list().index(at).key("state"), "held".into()));
                }
                if is_taken || !before.iter().any(|other| other.on == committee.on) {
                    self.report(format!("{field}.state"), Some(ours), Some("held".to_owned()), is_taken);
                }
            }
        }
        for gone in before.iter().filter(|one| !theirs.iter().any(|other| other.on == one.on)) {
            let Some(at) = here.iter().position(|on| *on == Some(gone.on)) else { continue };
            let written = entries(now, "committees").iter().find(|entry| entry_date(entry, "on") == Some(gone.on));
            let is_as_imported = written.is_some_and(|entry| is_plain(entry, gone));
            self.report(format!("committees[{}]", gone.on), Some(gone.state.name().to_owned()), None, is_as_imported);
            if is_as_imported {
                here.remove(at);
                self.merged.ops.push(Op::Remove(list().index(at)));
            }
        }
        for committee in theirs {
            let was_there = before.iter().any(|other| other.on == committee.on);
            if was_there || here.contains(&Some(committee.on)) {
                continue;
            }
            let later = here.iter().position(|on| on.is_some_and(|on| on > committee.on));
            self.insert("committees", later, committee.entry());
            here.insert(later.unwrap_or(here.len()), Some(committee.on));
            let state = committee.state.name().to_owned();
            self.report(format!("committees[{}]", committee.on), None, Some(state), true);
        }
    }

    /// Keeps the front matter as it is now.
    fn kept(&mut self, before: Option<&Table>, front_matter: Pairs) {
        let Some(before) = before else {
            let keys: Vec<&str> = front_matter.iter().map(|(key, _)| key.as_str()).collect();
            self.report(format!("extra.{KEPT}"), None, Some(format!("{{ {} }}", keys.join(", "))), true);
            self.merged.section = Some(("extra.public-record", front_matter));
            return;
        };
        let is_alone = self.merged.differences.is_empty();
        let path = |key: &str| KeyPath::top().key("extra").key(KEPT).key(key);
        for (key, item) in &front_matter {
            if before.get(key) != toml_of(item).as_ref() {
                self.merged.ops.push(Op::Set(path(key), item.clone()));
                self.kept_difference(is_alone, key, before.get(key), Some(item));
            }
        }
        for (key, value) in before.iter().filter(|(key, _)| !front_matter.iter().any(|(other, _)| other == *key)) {
            self.merged.ops.push(Op::Remove(path(key)));
            self.kept_difference(is_alone, key, Some(value), None);
        }
    }

    /// Reports a key of the front matter, unless the keys of the record that derive from it say so.
    fn kept_difference(&mut self, is_alone: bool, key: &str, before: Option<&Value>, item: Option<&Item>) {
        if !is_alone && DERIVED.contains(&key) {
            return;
        }
        let field = format!("extra.{KEPT}.{key}");
        self.report(field, before.map(ToString::to_string), item.map(to_toml), true);
    }
}

/// Returns whether a committee still says what was imported, and nothing else.
fn is_plain(entry: &Value, imported: &PublishedCommittee) -> bool {
    let is_known = |key: &str| matches!(key, "id" | "on" | "state" | "comment" | "source");
    entry.as_table().is_some_and(|table| table.keys().all(|key| is_known(key)))
        && entry_text(entry, "comment") == imported.comment.as_deref()
}

/// Returns the entries of a list; none if there is no such list.
pub(super) fn entries<'a>(table: &'a Table, list: &str) -> &'a [Value] {
    table.get(list).and_then(Value::as_array).map_or(&[], Vec::as_slice)
}

pub(super) fn entry_text<'a>(entry: &'a Value, key: &str) -> Option<&'a str> {
    entry.get(key)?.as_str()
}

pub(super) fn entry_date(entry: &Value, key: &str) -> Option<Date> {
    entry.get(key)?.as_datetime()?.to_string().parse().ok()
}

/// Returns a value as it is read back.
pub(super) fn toml_of(item: &Item) -> Option<Value> {
    format!("value = {}", to_toml(item)).parse::<Table>().ok()?.remove("value")
}
