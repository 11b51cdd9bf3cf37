//! The form of `account`: a party's accounts, or the wrong ones that a convention prints. The IBAN is checked as the
//! user types.

use super::{FieldNote, Scope};
use crate::edit::verb;
use crate::edit::{self, EditError, Intention, Verb};
use crate::model::{
    Account, AccountError, AccountPart, Convention, Id, KeyPath, PartyAccount, PathStep, RecordKind, RecordRef,
};
use crate::ui::field::{FieldName, Preset};
use crate::ui::form::FormSubject;
use crate::ui::form::lookup::{FormTarget, RecordLookup, TargetKey};
use crate::ui::form::messages::edit_error;
use crate::ui::form::selection::Selection;

pub(super) struct AccountForm;

impl super::VerbForm for AccountForm {
    fn noun(&self) -> &'static str {
        "account"
    }

    fn can(&self, selection: &Selection<'_>) -> bool {
        selection.subject.record_of(RecordKind::Party).is_some()
            || selection.conventions().iter().any(|convention| {
                let printed = [&convention.payment_account, &convention.refund_account].into_iter().flatten();
                printed.into_iter().any(|printed| printed.party.is_some() || printed.account.fault().is_some())
            })
    }

    fn targets(&self, lookup: &RecordLookup<'_>, subject: &FormSubject) -> Vec<FormTarget> {
        let mut found = Vec::new();
        if let Some(party) = subject.record_of(RecordKind::Party).and_then(|id| lookup.party(id)) {
            found.extend((0..party.accounts.len()).filter_map(|at| of_party(lookup, &party.id, at)));
            found.push(new_one(lookup, &party.id, &Account::default()));
        } else {
            for convention in lookup.conventions(subject) {
                let named = [("payment", &convention.payment_account), ("refund", &convention.refund_account)];
                for (name, printed) in named {
                    let meant = selected_account(subject).is_none_or(|selected| selected == name);
                    if let (Some(printed), true) = (printed, meant) {
                        found.extend(of_convention(lookup, convention, name, printed));
                    }
                }
            }
        }
        if let Some(at) = selected_of_party(subject)
            && at < found.len()
        {
            found.swap(0, at);
        }
        found
    }

    fn remarks(&self, scope: &Scope<'_>) -> Vec<(FieldName, FieldNote)> {
        iban_note(scope, "iban").map(|note| ("iban".into(), note)).into_iter().collect()
    }

    fn intentions(&self, scope: &Scope<'_>) -> Option<Vec<Intention>> {
        let before = before(scope)?;
        let mut after = before.clone();
        for (name, part) in parts() {
            *part(&mut after) = scope.values.text(name);
        }
        let (id, account) = match &scope.target.key {
            TargetKey::Party { id, account } => (id, account),
            TargetKey::Value(record, entry) => return Some(changes(record, entry, before, after)),
            _ => return None,
        };
        // An account without an id is identified by its position.
        Some(match account {
            Some(at) if before.id.is_none() => {
                let record = RecordRef::new(RecordKind::Party, id.clone());
                changes(&record, &KeyPath::top().key("accounts").index(*at), before, after)
            }
            _ => vec![verb::AccountVerb { party: id.clone(), account: after }.into()],
        })
    }
}

/// Returns the parts that the form has fields for.
fn parts() -> impl Iterator<Item = AccountPart> {
    let arguments = Verb::Account.declaration().arguments;
    let is_asked = |name: &str| arguments.iter().any(|argument| argument.name == name && !argument.is_command_only);
    Account::PARTS.into_iter().filter(move |(name, _)| is_asked(name))
}

/// Returns whether an IBAN typed into a field is valid.
pub(super) fn iban_note(scope: &Scope<'_>, name: &str) -> Option<FieldNote> {
    let alone = Account { iban: Some(scope.values.text(name)?), ..Account::default() };
    Some(match alone.fault() {
        None => FieldNote::Parsed(scope.word("form-iban-fits")),
        Some(fault) => FieldNote::Error(edit_error(&EditError::WrongAccount(fault), scope.context().locale)),
    })
}

/// Returns the account corrected from its RIB, or its RIB corrected from the IBAN. `None` if the account is valid, or
/// if no part of it implies the others.
fn corrected(account: &Account) -> Option<Account> {
    let (bank, iban) = match account.fault()? {
        AccountError::Iban { implied: Some(iban), .. } => (None, Some(iban)),
        AccountError::IbanAndBank { whole, implied, .. } => (Some(whole), Some(implied)),
        AccountError::Bank { whole, .. } => (Some(whole), None),
        _ => return None,
    };
    Some(Account {
        bank: bank.or_else(|| account.bank.clone()),
        iban: iban.or_else(|| account.iban.clone()),
        ..account.clone()
    })
}

/// Returns the account as recorded; an empty one for a new account.
fn before(scope: &Scope<'_>) -> Option<Account> {
    match &scope.target.key {
        TargetKey::Party { id, account } => {
            let known = account.and_then(|at| scope.lookup.party(id)?.accounts.get(at));
            Some(known.cloned().unwrap_or_default())
        }
        TargetKey::Value(record, path) => {
            let convention = scope.lookup.convention(&record.id)?;
            let printed = match printed_name(path)? {
                "payment" => &convention.payment_account,
                _ => &convention.refund_account,
            };
            printed.as_ref().map(|printed| printed.account.clone())
        }
        _ => None,
    }
}

fn changes(record: &RecordRef, entry: &KeyPath, mut before: Account, mut after: Account) -> Vec<Intention> {
    let mut changes = Vec::new();
    for (name, part) in parts() {
        let (old, new) = (part(&mut before).take(), part(&mut after).take());
        if old != new {
            let value = new.map(edit::Value::Text);
            changes.push(verb::SetVerb { record: record.clone(), path: entry.key(name), value }.into());
        }
    }
    changes
}

fn of_party(lookup: &RecordLookup<'_>, party: &Id, at: usize) -> Option<FormTarget> {
    let account = lookup.party(party)?.accounts.get(at)?;
    Some(target_of(lookup, party, Some(at), account))
}

/// Returns the target for an account that a convention prints: the printed one if it is invalid, to be fixed in the
/// convention; else the account of its party.
fn of_convention(
    lookup: &RecordLookup<'_>,
    convention: &Convention,
    name: &str,
    printed: &PartyAccount,
) -> Option<FormTarget> {
    if printed.account.fault().is_none() {
        return printed.party.as_ref().map(|party| as_printed(lookup, party, &printed.account));
    }
    let record = RecordRef::new(RecordKind::Convention, convention.id.clone());
    let owner = convention.title.clone();
    Some(target(lookup, TargetKey::Value(record, KeyPath::top().key("accounts").key(name)), owner, &printed.account))
}

/// Returns the target for a valid printed account: the same account of the party, or a new one.
fn as_printed(lookup: &RecordLookup<'_>, party: &Id, printed: &Account) -> FormTarget {
    let own = lookup.party(party).map_or(&[][..], |party| &party.accounts);
    match own.iter().position(|account| account.is_same_as(printed)) {
        Some(at) => target_of(lookup, party, Some(at), own.get(at).unwrap_or(printed)),
        None => new_one(lookup, party, printed),
    }
}

fn new_one(lookup: &RecordLookup<'_>, party: &Id, account: &Account) -> FormTarget {
    target_of(lookup, party, None, account)
}

fn target_of(lookup: &RecordLookup<'_>, party: &Id, at: Option<usize>, account: &Account) -> FormTarget {
    target(lookup, TargetKey::Party { id: party.clone(), account: at }, lookup.party_name(party), account)
}

fn target(lookup: &RecordLookup<'_>, key: TargetKey, owner: String, account: &Account) -> FormTarget {
    let locale = lookup.context.locale;
    let corrected = corrected(account);
    let mut shown = corrected.clone().unwrap_or_else(|| account.clone());
    let number = account.iban.clone().or_else(|| account.number.clone());
    let detail = if corrected.is_some() { "form-detail-account-mended" } else { "form-detail-account" };
    FormTarget {
        key,
        label: number.unwrap_or_else(|| locale.text("form-account-new")),
        detail: locale.text(detail),
        owner,
        presets: parts()
            .map(|(name, part)| (name, Preset::Text(part(&mut shown).take().unwrap_or_default())))
            .collect(),
    }
}

/// Returns the account of a convention that the selected line belongs to: `accounts.refund`.
fn selected_account(subject: &FormSubject) -> Option<&str> {
    let FormSubject::Value(_, path) = subject else { return None };
    printed_name(path)
}

fn printed_name(path: &KeyPath) -> Option<&str> {
    match path.as_slice() {
        [PathStep::Key(list), PathStep::Key(name), ..] if list == "accounts" => Some(name),
        _ => None,
    }
}

/// Returns the account of a party that the selected line belongs to: `accounts[1]`.
fn selected_of_party(subject: &FormSubject) -> Option<usize> {
    let FormSubject::Value(_, path) = subject else { return None };
    match path.as_slice() {
        [PathStep::Key(list), PathStep::Index(at), ..] if list == "accounts" => Some(*at),
        _ => None,
    }
}
