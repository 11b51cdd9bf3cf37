//! The input of papers (records, day, language, audience), and the builder that collects what is missing.

use super::document::{Block, Document, DocumentField, DocumentTable};
use crate::locale::{Language, Locale};
use crate::model::{Date, Id, KeyPath, MessageArg, Money, Portfolio, RecordRef};
use crate::report::sanitize;

/// For whom a paper is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Audience {
    /// Those who take part: everything.
    #[default]
    Members,
    /// Everybody: without people, accounts, contacts, comments, reasons, attendance and who is late.
    Public,
}

/// Returns where an entry is recorded: `conventions/x.toml:12`, or the file alone if its line is not known.
pub type PlaceOf<'a> = dyn Fn(&RecordRef, &KeyPath) -> String + 'a;

/// The input of a paper.
pub struct PaperInput<'a> {
    pub portfolio: &'a Portfolio,
    pub locale: &'a Locale,
    pub as_of: Date,
    /// The short id of the commit that holds the records; `None` outside a repository.
    pub commit: Option<String>,
    pub audience: Audience,
    pub place_of: &'a PlaceOf<'a>,
}

impl<'a> PaperInput<'a> {
    #[must_use]
    pub fn text(&self, key: &str) -> String {
        self.locale.text(key)
    }

    #[must_use]
    pub fn with(&self, key: &str, args: &[(&'static str, MessageArg)]) -> String {
        self.locale.message(key, args)
    }

    #[must_use]
    pub fn date(&self, date: Date) -> String {
        self.locale.date(date).trim_start().to_owned()
    }

    #[must_use]
    pub fn money(&self, money: Money) -> String {
        self.locale.money(money)
    }

    /// Returns an amount, or the word for an unknown one.
    #[must_use]
    pub fn maybe_money(&self, money: Option<Money>) -> String {
        money.map_or_else(|| self.text("doc-unknown"), |money| self.money(money))
    }

    /// Returns an amount from the records, or the word for an unknown one if it is zero because nothing is recorded.
    #[must_use]
    pub fn recorded(&self, amount: Money, is_recorded: bool) -> String {
        self.maybe_money(Some(amount).filter(|amount| is_recorded || !amount.is_zero()))
    }

    /// Returns a day, or nothing: for columns of days that have not come.
    #[must_use]
    pub fn maybe_date(&self, date: Option<Date>) -> String {
        date.map(|date| self.date(date)).unwrap_or_default()
    }

    /// Returns the name of a party, or its id if it has no record.
    #[must_use]
    pub fn party(&self, id: &Id) -> String {
        self.portfolio.parties.get(id).map_or_else(|| id.to_string(), |party| clean(&party.name))
    }

    /// Returns the name of a party within a sentence.
    #[must_use]
    pub fn party_in_sentence(&self, id: &Id) -> String {
        match self.portfolio.parties.get(id) {
            Some(party) => self.locale.in_sentence(&clean(&party.name), party.article.as_deref()),
            None => id.to_string(),
        }
    }

    /// Returns the name of a startup, or its id if it has no record.
    #[must_use]
    pub fn startup(&self, id: &Id) -> String {
        self.portfolio.startups.get(id).map_or_else(|| id.to_string(), |startup| clean(&startup.name))
    }

    /// Returns the name of a person if the text is the id of one, else the text.
    #[must_use]
    pub fn person(&self, text: &str) -> String {
        let people = &self.portfolio.incubator.people;
        people.iter().find(|person| person.id.as_str() == text).map_or_else(|| clean(text), |one| clean(&one.name))
    }

    #[must_use]
    pub fn is_public(&self) -> bool {
        self.audience == Audience::Public
    }
}

/// Text of a record without control and bidirectional characters.
#[must_use]
pub fn clean(text: &str) -> String {
    sanitize(text).into_owned()
}

/// A paper that is being built.
pub struct PaperBuilder<'a> {
    pub input: &'a PaperInput<'a>,
    missing: Vec<String>,
    blocks: Vec<Block>,
}

impl<'a> PaperBuilder<'a> {
    #[must_use]
    pub const fn new(input: &'a PaperInput<'a>) -> Self {
        Self { input, missing: Vec::new(), blocks: Vec::new() }
    }

    /// Notes that the paper needs something that the records do not say. `key` is the message that names it.
    pub fn miss(&mut self, key: &str) {
        let words = self.input.text(key);
        self.miss_words(words);
    }

    /// The same, with the words for it.
    pub fn miss_words(&mut self, words: String) {
        if !self.missing.contains(&words) {
            self.missing.push(words);
        }
    }

    /// Returns a value, or the word for an unknown one, which is then missing.
    pub fn needed(&mut self, value: Option<String>, missing: &str) -> String {
        match value.filter(|value| !value.trim().is_empty()) {
            Some(value) => clean(&value),
            None => {
                self.miss(missing);
                self.input.text("doc-unknown")
            }
        }
    }

    /// Adds a section, unless it has no content.
    pub fn section(&mut self, key: &str, blocks: Vec<Block>) {
        if !blocks.is_empty() {
            self.blocks.push(Block::Section { title: self.input.text(key), blocks });
        }
    }

    pub fn push(&mut self, block: Block) {
        self.blocks.push(block);
    }

    /// Completes the paper with its header and footer.
    #[must_use]
    pub fn finish(self, (kind, subject): (&'static str, &str), title: String, subtitle: Option<String>) -> Document {
        let input = self.input;
        let mut header = vec![field(input, "doc-as-of", input.date(input.as_of))];
        if let Some(commit) = &input.commit {
            header.push(field(input, "doc-commit", commit.clone()));
        }
        let language = match input.locale.language {
            Language::French => "fr",
            Language::English => "en",
        };
        let footer = vec![input.text("doc-derivation")];
        Document {
            kind,
            file_name: format!("{kind}-{subject}"),
            language,
            title,
            subtitle,
            header,
            missing: self.missing,
            blocks: self.blocks,
            footer,
        }
    }
}

/// Returns a label from the messages, and a value.
#[must_use]
pub fn field(input: &PaperInput<'_>, label: &str, value: String) -> DocumentField {
    DocumentField { label: input.text(label), value }
}

#[must_use]
pub fn paragraph(text: String) -> Block {
    Block::Paragraph { text }
}

/// The message that heads a column, by what the column holds.
#[derive(Clone, Copy)]
pub enum ColumnHead {
    Text(&'static str),
    /// Amounts or numbers, aligned to the right.
    Number(&'static str),
}

/// Returns an empty table with heads from the messages, and the message to show if it has no rows.
#[must_use]
pub fn table(input: &PaperInput<'_>, heads: &[ColumnHead], empty: &str) -> DocumentTable {
    let heads = heads.iter().map(|head| match head {
        ColumnHead::Text(key) => (input.text(key), false),
        ColumnHead::Number(key) => (input.text(key), true),
    });
    DocumentTable::new(heads.collect(), input.text(empty))
}
