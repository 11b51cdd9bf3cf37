//! `account`: a party has a bank account, new or instead of another one.

use super::interface::{Declared, VerbImpl};
use crate::edit::arguments::ArgumentValues;
use crate::edit::commit_summary::CommitSummary;
use crate::edit::declaration::{Argument, ArgumentKind, Declaration, VerbSubject};
use crate::edit::edit_context::{EditContext, present};
use crate::edit::error::EditError;
use crate::edit::toml_entry::{self, EntryBuilder};
use crate::edit::write_context::WriteContext;
use crate::model::{Account, Id, MessageArg, RecordKind, RecordRef};
use crate::record::Op;

/// A party has a bank account. It replaces the one of the same id.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AccountVerb {
    pub party: Id,
    pub account: Account,
}

impl Declared for AccountVerb {
    const DECLARATION: Declaration = Declaration {
        name: "account",
        aliases: &["add-account"],
        subject: VerbSubject::Party,
        keys: &["a b"],
        arguments: &[
            Argument::option("iban", ArgumentKind::Text, "IBAN", "IBAN").required_unless("number"),
            Argument::option("bic", ArgumentKind::Text, "BIC", "BIC"),
            Argument::option("holder", ArgumentKind::Text, "NAME", "Account holder"),
            Argument::option("bank", ArgumentKind::Text, "CODE", "Code banque of the RIB, five characters"),
            Argument::option("branch", ArgumentKind::Text, "CODE", "Code guichet of the RIB, five characters"),
            Argument::option("number", ArgumentKind::Text, "NUMBER", "Account number of the RIB, eleven characters"),
            Argument::option("key", ArgumentKind::Text, "KEY", "Clé RIB, two digits"),
            Argument::option("id", ArgumentKind::Text, "ID", "Id of the account; replaces the account of that id")
                .known_as(&["account-id"]),
            Argument::option("article", ArgumentKind::Text, "TEXT", "Article of the convention that prints it"),
            Argument::option("domiciliation", ArgumentKind::Text, "TEXT", "Domiciliation").command_only(),
        ],
        about: "Record a party's bank account, or replace one",
        examples: "\
Examples:
  couveuse account pau --id restitution --iban 'FR57 3000 1006 22C6 4100 0000 087'
  couveuse account dhup --iban 'FR14 2004 1010 0505 0001 3M02 606'
  couveuse set dhup 'accounts[0].bic' PSSTFRPPPAR

The first replaces the account with the id restitution. An account without an id is changed by its
position. Accounts with wrong check digits are refused.",
    };

    fn from_arguments(values: &ArgumentValues) -> Option<Self> {
        let mut account = Account::default();
        for (name, part) in Account::PARTS {
            *part(&mut account) = values.text(name);
        }
        Some(Self { party: values.id("party")?, account })
    }
}

impl VerbImpl for AccountVerb {
    fn tidy(&mut self) {
        for (_, part) in Account::PARTS {
            toml_entry::some_line(part(&mut self.account));
        }
    }

    fn recorded_in(&self, context: &EditContext<'_>) -> Option<RecordRef> {
        let is_there = context.party(&self.party).ok()?.accounts.contains(&self.account);
        is_there.then(|| RecordRef::new(RecordKind::Party, self.party.clone()))
    }

    fn check(&self, context: &EditContext<'_>) -> Result<CommitSummary, EditError> {
        let record = RecordRef::new(RecordKind::Party, self.party.clone());
        let party = context.party(&self.party)?;
        let number = self.account.iban.as_deref().or(self.account.number.as_deref());
        present("iban", number.unwrap_or_default())?;
        if let Some(fault) = self.account.fault() {
            return Err(EditError::WrongAccount(fault));
        }
        if party.accounts.contains(&self.account) {
            return Err(EditError::AlreadyThere(number.unwrap_or_default().to_owned()));
        }
        let id = self.account.id.as_deref();
        let replaced = id.and_then(|id| party.accounts.iter().find(|account| account.id.as_deref() == Some(id)));
        let key = if replaced.is_some() { "commit-account-changed" } else { "commit-account" };
        let facts = [
            ("party", MessageArg::Text(self.party.to_string())),
            ("id", MessageArg::Text(id.map(|id| format!(" {id}")).unwrap_or_default())),
        ];
        let mut summary = CommitSummary::new(record, context.text(key, &facts));
        let parts = self.account.parts().into_iter();
        summary.body.extend(parts.filter_map(|(key, part)| Some(format!("{key}: {}", part?))));
        let before = replaced.and_then(|account| account.iban.clone().or_else(|| account.number.clone()));
        Ok(summary.maybe(context, "commit-before", "before", before.map(MessageArg::Text)))
    }

    fn write(&self, context: &WriteContext<'_>) -> Result<String, EditError> {
        context.patched(|table| {
            let parts = self.account.parts().into_iter();
            let entry = parts.fold(EntryBuilder::default(), |entry, (key, part)| entry.maybe(key, part));
            let id = self.account.id.as_deref();
            let all = toml_entry::entries(table, "accounts");
            let list = toml_entry::list("accounts");
            let same = all.iter().position(|entry| id.is_some() && toml_entry::text(entry, "id") == id);
            let Some(at) = same else { return Ok(entry.insert(list)) };
            let (path, intended) = (list.index(at), entry.item());
            if let Some(base) = &context.base {
                let mut before = toml_entry::entries(base, "accounts").iter();
                let was = before.find(|entry| toml_entry::text(entry, "id") == id);
                context.unchanged(&path, was, all.get(at), Some(&toml_entry::value(&intended)))?;
            }
            Ok(vec![Op::Set(path, intended)])
        })
    }
}
