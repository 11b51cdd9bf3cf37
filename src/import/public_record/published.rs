//! A startup as published, in the terms of our records.

use super::ids::id_of;
use super::value::{Yaml, YamlNode, day};
use crate::import::plan::ImportReason;
use crate::model::{CommitteeState, Date, Id, IdError, MessageArg, Money, Phase};
use crate::record::Item;
use std::collections::BTreeMap;

/// What the reading of a file depends on.
pub(super) struct KnownIds<'a> {
    /// The ids that parties have here, by their ids there.
    pub known_as: &'a BTreeMap<String, Id>,
    pub today: Date,
}

impl KnownIds<'_> {
    /// Returns the id that a party has here.
    pub fn party(&self, published: &str) -> Result<Id, IdError> {
        self.known_as.get(published).cloned().map_or_else(|| id_of(published), Ok)
    }
}

/// A startup. Its keys of other names are only kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct PublishedStartup {
    pub slug: String,
    /// The slugs that it had before.
    pub former: Vec<String>,
    pub name: String,
    mission: Option<String>,
    pub incubator: Option<Id>,
    pub sponsors: Vec<Id>,
    site: Option<String>,
    statistics: Option<Item>,
    repository: Option<String>,
    fast: Option<Item>,
    pub phases: Vec<PublishedPhase>,
    pub committees: Vec<PublishedCommittee>,
}

/// A phase that it entered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct PublishedPhase {
    pub phase: Phase,
    pub from: Date,
    pub comment: Option<String>,
}

/// A committee among its events.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct PublishedCommittee {
    pub on: Date,
    pub state: CommitteeState,
    pub comment: Option<String>,
}

/// The words of the phases there.
const PHASES: [(&str, Phase); 8] = [
    ("investigation", Phase::Investigation),
    ("construction", Phase::Construction),
    ("acceleration", Phase::Acceleration),
    ("consolidation", Phase::Consolidation),
    ("opere", Phase::Operated),
    ("transfere", Phase::Transferred),
    ("abandon", Phase::Stopped),
    ("abandon-investigation", Phase::InvestigationStopped),
];

impl PublishedStartup {
    /// Reads the front matter of the file of a slug.
    pub fn read(slug: &str, front_matter: &YamlNode, ids: &KnownIds<'_>) -> Result<Self, Vec<ImportReason>> {
        let mut reader = PageReader { front_matter, ids, reasons: Vec::new() };
        let name = reader.text(front_matter, "title").unwrap_or_default();
        if name.trim().is_empty() && reader.reasons.is_empty() {
            reader.reasons.push(ImportReason::new("import-missing", vec![("field", arg("title"))]));
        }
        let startup = Self {
            slug: slug.to_owned(),
            former: reader.former(),
            name,
            mission: reader.text(front_matter, "mission"),
            incubator: reader.incubator(),
            sponsors: reader.sponsors(),
            site: reader.text(front_matter, "link"),
            statistics: reader.statistics(),
            repository: reader.text(front_matter, "repository"),
            fast: reader.fast(),
            phases: reader.phases(),
            committees: reader.committees(),
        };
        if reader.reasons.is_empty() { Ok(startup) } else { Err(reader.reasons) }
    }

    /// Returns the parties that it names.
    pub fn parties(&self) -> impl Iterator<Item = &Id> {
        self.incubator.iter().chain(&self.sponsors)
    }

    /// Returns the keys of its record with one value each; `None` if there is none.
    pub fn keys(&self) -> Vec<(&'static str, Option<Item>)> {
        let text = |text: &Option<String>| text.clone().map(Item::Text);
        vec![
            ("name", Some(Item::Text(self.name.clone()))),
            ("slug", Some(Item::Text(self.slug.clone()))),
            ("mission", text(&self.mission)),
            ("incubator", self.incubator.clone().map(Item::from)),
            ("site", text(&self.site)),
            ("statistics", self.statistics.clone()),
            ("repository", text(&self.repository)),
            ("fast", self.fast.clone()),
        ]
    }

    /// Returns the keys of its record with lists of texts.
    pub fn lists(&self) -> [(&'static str, Vec<String>); 2] {
        [("also", self.former.clone()), ("sponsors", self.sponsors.iter().map(ToString::to_string).collect())]
    }
}

/// Reads values and collects what is wrong with them.
struct PageReader<'a> {
    front_matter: &'a YamlNode,
    ids: &'a KnownIds<'a>,
    reasons: Vec<ImportReason>,
}

fn arg(text: impl ToString) -> MessageArg {
    MessageArg::Text(text.to_string())
}

impl PageReader<'_> {
    fn refuse(&mut self, node: &YamlNode, key: &'static str, field: &str, value: impl ToString) {
        let args = vec![("field", arg(field)), ("value", arg(value))];
        let place = Some(node.place).filter(|(line, _)| *line > 0);
        self.reasons.push(ImportReason { place, ..ImportReason::new(key, args) });
    }

    fn wrong_type(&mut self, node: &YamlNode, field: &str) {
        let found = match &node.value {
            Yaml::List(_) => "[…]".to_owned(),
            Yaml::Map(_) => "{…}".to_owned(),
            Yaml::Bool(yes) => yes.to_string(),
            Yaml::Whole(whole) => whole.to_string(),
            Yaml::Null => "null".to_owned(),
            Yaml::Text(text) => text.clone(),
        };
        self.refuse(node, "import-wrong-type", field, found);
    }

    /// Returns a text as published; `None` if it is blank.
    fn text(&mut self, holder: &YamlNode, key: &str) -> Option<String> {
        let node = holder.get(key)?;
        match &node.value {
            Yaml::Text(text) => Some(text.clone()).filter(|text| !text.trim().is_empty()),
            Yaml::Whole(whole) => Some(whole.to_string()),
            _ => {
                self.wrong_type(node, key);
                None
            }
        }
    }

    fn list<'n>(&mut self, holder: &'n YamlNode, key: &str) -> &'n [YamlNode] {
        match holder.get(key) {
            None => &[],
            Some(YamlNode { value: Yaml::List(nodes), .. }) => nodes,
            Some(node) => {
                self.wrong_type(node, key);
                &[]
            }
        }
    }

    /// Returns the texts of a list, each without the path before it: `/startups/lotocar`.
    fn last_parts(&mut self, key: &str) -> Vec<(String, YamlNode)> {
        let mut parts = Vec::new();
        for node in self.list(self.front_matter, key) {
            match &node.value {
                Yaml::Text(text) => {
                    let part = text.trim().trim_end_matches('/').rsplit('/').next().unwrap_or_default();
                    parts.push((part.to_owned(), node.clone()));
                }
                _ => self.wrong_type(node, key),
            }
        }
        parts
    }

    fn former(&mut self) -> Vec<String> {
        let mut former: Vec<String> = Vec::new();
        for (slug, _) in self.last_parts("redirect_from") {
            if !slug.is_empty() && !former.contains(&slug) {
                former.push(slug);
            }
        }
        former
    }

    fn party(&mut self, node: &YamlNode, field: &str, published: &str) -> Option<Id> {
        match self.ids.party(published) {
            Ok(id) => Some(id),
            Err(_) => {
                self.refuse(node, "import-no-id", field, published);
                None
            }
        }
    }

    fn incubator(&mut self) -> Option<Id> {
        let published = self.text(self.front_matter, "incubator")?;
        let node = self.front_matter.get("incubator")?;
        self.party(node, "incubator", &published)
    }

    fn sponsors(&mut self) -> Vec<Id> {
        let mut sponsors = Vec::new();
        for (published, node) in self.last_parts("sponsors") {
            let id = self.party(&node, "sponsors", &published);
            sponsors.extend(id.filter(|id| !sponsors.contains(id)));
        }
        sponsors
    }

    /// Returns the address of the statistics page, else whether there is one.
    fn statistics(&mut self) -> Option<Item> {
        if let Some(address) = self.text(self.front_matter, "stats_url") {
            return Some(Item::Text(address));
        }
        let node = self.front_matter.get("stats")?;
        match node.value {
            Yaml::Bool(yes) => Some(Item::Bool(yes)),
            _ => {
                self.wrong_type(node, "stats");
                None
            }
        }
    }

    fn fast(&mut self) -> Option<Item> {
        let node = self.front_matter.get("fast")?;
        let Yaml::Map(_) = node.value else {
            self.wrong_type(node, "fast");
            return None;
        };
        let mut pairs = Vec::new();
        if let Some(promotion) = node.get("promotion") {
            match promotion.value {
                Yaml::Whole(number) if u32::try_from(number).is_ok() => {
                    pairs.push(("promotion".to_owned(), Item::Whole(number)));
                }
                _ => self.wrong_type(promotion, "fast.promotion"),
            }
        }
        if let Some(amount) = node.get("montant") {
            let read = match &amount.value {
                Yaml::Whole(whole) => Some(Money::euros(*whole)),
                Yaml::Text(text) => text.parse().ok(),
                _ => None,
            };
            match read {
                Some(money) => pairs.push(("amount".to_owned(), Item::Money(money))),
                None => self.wrong_type(amount, "fast.montant"),
            }
        }
        Some(Item::Table(pairs)).filter(|item| *item != Item::Table(Vec::new()))
    }

    /// Returns the day under a key, which the entry needs.
    fn day(&mut self, entry: &YamlNode, key: &str, field: &str) -> Option<Date> {
        let Some(node) = entry.get(key) else {
            self.refuse(entry, "import-no-date", field, "");
            return None;
        };
        let found = match &node.value {
            Yaml::Text(text) => day(text),
            _ => None,
        };
        if found.is_none() {
            let value = if let Yaml::Text(text) = &node.value { text.as_str() } else { "" };
            self.refuse(node, "import-bad-date", field, value);
        }
        found
    }

    fn phases(&mut self) -> Vec<PublishedPhase> {
        let mut phases: Vec<PublishedPhase> = Vec::new();
        for (n, entry) in self.list(self.front_matter, "phases").iter().enumerate() {
            let name = self.text(entry, "name").unwrap_or_default();
            let from = self.day(entry, "start", &format!("phases[{n}].start"));
            let comment = self.text(entry, "comment");
            let Some((_, phase)) = PHASES.into_iter().find(|(word, _)| *word == name) else {
                self.refuse(
                    entry.get("name").unwrap_or(entry),
                    "import-unknown-phase",
                    &format!("phases[{n}].name"),
                    name,
                );
                continue;
            };
            let Some(from) = from else { continue };
            if !phases.iter().any(|other| (other.phase, other.from) == (phase, from)) {
                phases.push(PublishedPhase { phase, from, comment });
            }
        }
        phases
    }

    /// Returns the committees among the events. The others are only kept.
    fn committees(&mut self) -> Vec<PublishedCommittee> {
        let mut committees: Vec<PublishedCommittee> = Vec::new();
        for (n, entry) in self.list(self.front_matter, "events").iter().enumerate() {
            let is_committee = |node: &YamlNode| node.value == Yaml::Text("committee".to_owned());
            if !entry.get("name").is_some_and(is_committee) {
                continue;
            }
            let comment = self.text(entry, "comment");
            let Some(on) = self.day(entry, "date", &format!("events[{n}].date")) else { continue };
            let state = if on > self.ids.today { CommitteeState::Planned } else { CommitteeState::Held };
            match committees.iter_mut().find(|other| other.on == on) {
                Some(other) => other.comment = other.comment.take().or(comment),
                None => committees.push(PublishedCommittee { on, state, comment }),
            }
        }
        committees
    }
}
