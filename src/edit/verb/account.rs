//! `account`: a party has a bank account, or another one in place of it.

use super::VerbImpl;
use crate::edit::EditError;
use crate::edit::check_context::{CheckContext, said};
use crate::edit::message::CommitSummary;
use crate::edit::toml_entry::{self, EntryBuilder};
use crate::edit::write_context::WriteContext;
use crate::model::{self, Id, RecordKind, RecordRef};
use crate::record::Op;

/// A party has a bank account; it takes the place of the one of the same id, where there is one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AccountVerb {
    /// The party.
    pub party: Id,
    /// The account.
    pub account: model::Account,
}

impl VerbImpl for AccountVerb {
    fn name(&self) -> &'static str {
        "account"
    }

    fn several(&self, count: usize) -> String {
        format!("{count} bank accounts")
    }

    fn tidy(&mut self) {
        let account = &mut self.account;
        for part in [
            &mut account.id,
            &mut account.holder,
            &mut account.domiciliation,
            &mut account.bank,
            &mut account.branch,
            &mut account.number,
            &mut account.key,
            &mut account.iban,
            &mut account.bic,
            &mut account.article,
        ] {
            toml_entry::some_line(part);
        }
    }

    fn check(&self, context: &CheckContext<'_>) -> Result<CommitSummary, EditError> {
        let record = RecordRef::new(RecordKind::Party, self.party.clone());
        let party = context.portfolio.parties.get(&self.party).ok_or_else(|| EditError::NoRecord(record.clone()))?;
        let number = self.account.iban.as_deref().or(self.account.number.as_deref());
        said("iban", number.unwrap_or_default())?;
        if let Some(fault) = self.account.fault() {
            return Err(EditError::WrongAccount(fault));
        }
        if party.accounts.contains(&self.account) {
            return Err(EditError::AlreadyThere(number.unwrap_or_default().to_owned()));
        }
        let id = self.account.id.as_deref();
        let replaced = id.and_then(|id| party.accounts.iter().find(|account| account.id.as_deref() == Some(id)));
        let verb = if replaced.is_some() { "changed" } else { "added" };
        let name = id.map(|id| format!(" {id}")).unwrap_or_default();
        let mut body: Vec<String> = pairs(&self.account).map(|(key, part)| format!("{key}: {part}")).collect();
        let before = replaced.and_then(|account| account.iban.as_deref().or(account.number.as_deref()));
        body.extend(before.map(|before| format!("Baseline: {before}")));
        Ok(CommitSummary { record, subject: format!("{}: bank account{name} {verb}", self.party), body })
    }

    fn write(&self, context: &WriteContext<'_>) -> Result<String, EditError> {
        context.patched(|table| {
            let entry = pairs(&self.account).fold(EntryBuilder::default(), |entry, (key, part)| entry.with(key, part));
            let id = self.account.id.as_deref();
            let all = toml_entry::entries(table, "accounts");
            let list = toml_entry::list("accounts");
            let same = all.iter().position(|entry| id.is_some() && toml_entry::text(entry, "id") == id);
            let Some(at) = same else { return Ok(entry.insert(list)) };
            let (path, meant) = (list.index(at), entry.item());
            if let Some(seen) = &context.seen {
                let was =
                    toml_entry::entries(seen, "accounts").iter().find(|entry| toml_entry::text(entry, "id") == id);
                context.holds(&path, was, all.get(at), Some(&toml_entry::value(&meant)))?;
            }
            Ok(vec![Op::Set(path, meant)])
        })
    }
}

/// The parts that are given, by their keys, in the order in which they are written.
fn pairs(account: &model::Account) -> impl Iterator<Item = (&'static str, &str)> {
    [
        ("id", &account.id),
        ("holder", &account.holder),
        ("domiciliation", &account.domiciliation),
        ("bank", &account.bank),
        ("branch", &account.branch),
        ("number", &account.number),
        ("key", &account.key),
        ("iban", &account.iban),
        ("bic", &account.bic),
        ("article", &account.article),
    ]
    .into_iter()
    .filter_map(|(key, part)| Some((key, part.as_deref()?)))
}
