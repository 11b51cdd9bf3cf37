//! A bank account: a party gets one, or a wrong one is mended, in a convention that prints it too. The IBAN is checked
//! as one types.

use super::{FieldNote, Scope};
use crate::edit::verb;
use crate::edit::{self, Intention};
use crate::model::{
    Account as Bank, AccountError, Convention, Id, KeyPath, PartyAccount, PathStep, RecordKind, RecordRef,
};
use crate::ui::field::{FieldName, FormField, InputKind, Preset};
use crate::ui::form::FormSubject;
use crate::ui::form::lookup::{FormTarget, RecordLookup, TargetKey};
use crate::ui::form::selection::Selection;

pub(super) struct Account;

/// A part of an account: its field and its key, and where it is kept.
type Part = (&'static str, fn(&mut Bank) -> &mut Option<String>);

/// The parts that the form asks for, in its order.
const PARTS: [Part; 9] = [
    ("iban", |account| &mut account.iban),
    ("bic", |account| &mut account.bic),
    ("holder", |account| &mut account.holder),
    ("bank", |account| &mut account.bank),
    ("branch", |account| &mut account.branch),
    ("number", |account| &mut account.number),
    ("key", |account| &mut account.key),
    ("account-id", |account| &mut account.id),
    ("article", |account| &mut account.article),
];

impl super::Form for Account {
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
            found.push(new_one(lookup, &party.id, &Bank::default()));
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

    fn fields(&self, _scope: &Scope<'_>) -> Vec<FormField> {
        PARTS.map(|(name, _)| FormField::new(name, InputKind::Text)).into()
    }

    fn remarks(&self, scope: &Scope<'_>) -> Vec<(FieldName, FieldNote)> {
        iban_note(scope, "iban").map(|note| ("iban".into(), note)).into_iter().collect()
    }

    fn intentions(&self, scope: &Scope<'_>) -> Option<Vec<Intention>> {
        let before = before(scope)?;
        let mut after = before.clone();
        for (name, part) in PARTS {
            *part(&mut after) = scope.values.typed(name);
        }
        let (id, account) = match &scope.target.key {
            TargetKey::Party { id, account } => (id, account),
            TargetKey::Value(record, entry) => return Some(changes(record, entry, before, after)),
            _ => return None,
        };
        // Without a name of its own, one account can only be told from another by its place.
        Some(match account {
            Some(at) if before.id.is_none() => {
                let record = RecordRef::new(RecordKind::Party, id.clone());
                changes(&record, &KeyPath::top().key("accounts").index(*at), before, after)
            }
            _ => vec![verb::AccountVerb { party: id.clone(), account: after }.into()],
        })
    }
}

/// What an IBAN typed into a field is: sound or not.
pub(super) fn iban_note(scope: &Scope<'_>, name: &str) -> Option<FieldNote> {
    let alone = Bank { iban: Some(scope.values.typed(name)?), ..Bank::default() };
    Some(match alone.fault() {
        None => FieldNote::Parsed(scope.word("form-iban-fits")),
        Some(_) => FieldNote::Error(scope.word("form-iban-fails")),
    })
}

/// The account as the RIB in it says that it should be, where that holds. `None` where nothing is wrong, or nothing
/// says what would be right.
fn mended(account: &Bank) -> Option<Bank> {
    let (bank, iban) = match account.fault()? {
        AccountError::Iban { implied: Some(iban), .. } => (None, Some(iban)),
        AccountError::IbanAndBank { whole, implied, .. } => (Some(whole), Some(implied)),
        AccountError::Bank { whole, .. } => (Some(whole), None),
        _ => return None,
    };
    Some(Bank {
        bank: bank.or_else(|| account.bank.clone()),
        iban: iban.or_else(|| account.iban.clone()),
        ..account.clone()
    })
}

/// The account as it is written now; an empty one where none is yet.
fn before(scope: &Scope<'_>) -> Option<Bank> {
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

fn changes(record: &RecordRef, entry: &KeyPath, mut before: Bank, mut after: Bank) -> Vec<Intention> {
    let mut changes = Vec::new();
    for (name, part) in PARTS {
        let (old, new) = (part(&mut before).take(), part(&mut after).take());
        if old != new {
            let key = if name == "account-id" { "id" } else { name };
            let value = new.map(edit::Value::Text);
            changes.push(verb::SetVerb { record: record.clone(), path: entry.clone().key(key), value }.into());
        }
    }
    changes
}

fn of_party(lookup: &RecordLookup<'_>, party: &Id, at: usize) -> Option<FormTarget> {
    let account = lookup.party(party)?.accounts.get(at)?;
    Some(target_of(lookup, party, Some(at), account))
}

/// What a convention says of an account: where it cannot be one, that is mended where it stands; else the account
/// that its party has.
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

/// What a convention prints: the party's account that it is, or one that the party does not have yet.
fn as_printed(lookup: &RecordLookup<'_>, party: &Id, printed: &Bank) -> FormTarget {
    let own = lookup.party(party).map_or(&[][..], |party| &party.accounts);
    match own.iter().position(|account| account.is_same_as(printed)) {
        Some(at) => target_of(lookup, party, Some(at), own.get(at).unwrap_or(printed)),
        None => new_one(lookup, party, printed),
    }
}

fn new_one(lookup: &RecordLookup<'_>, party: &Id, account: &Bank) -> FormTarget {
    target_of(lookup, party, None, account)
}

fn target_of(lookup: &RecordLookup<'_>, party: &Id, at: Option<usize>, account: &Bank) -> FormTarget {
    target(lookup, TargetKey::Party { id: party.clone(), account: at }, lookup.party_name(party), account)
}

fn target(lookup: &RecordLookup<'_>, key: TargetKey, owner: String, account: &Bank) -> FormTarget {
    let locale = lookup.context.locale;
    let mended = mended(account);
    let mut shown = mended.clone().unwrap_or_else(|| account.clone());
    let number = account.iban.clone().or_else(|| account.number.clone());
    let detail = if mended.is_some() { "form-detail-account-mended" } else { "form-detail-account" };
    FormTarget {
        key,
        label: number.unwrap_or_else(|| locale.text("form-account-new")),
        detail: locale.text(detail),
        owner,
        presets: PARTS.map(|(name, part)| (name, Preset::Text(part(&mut shown).take().unwrap_or_default()))).into(),
    }
}

/// Which account of a convention a line is of: `accounts.refund`.
fn selected_account(subject: &FormSubject) -> Option<&str> {
    let FormSubject::Value(_, path) = subject else { return None };
    printed_name(path)
}

fn printed_name(path: &KeyPath) -> Option<&str> {
    match path.0.as_slice() {
        [PathStep::Key(list), PathStep::Key(name), ..] if list == "accounts" => Some(name),
        _ => None,
    }
}

/// Which account of a party a line is of: `accounts[1]`.
fn selected_of_party(subject: &FormSubject) -> Option<usize> {
    let FormSubject::Value(_, path) = subject else { return None };
    match path.0.as_slice() {
        [PathStep::Key(list), PathStep::Index(at), ..] if list == "accounts" => Some(*at),
        _ => None,
    }
}
