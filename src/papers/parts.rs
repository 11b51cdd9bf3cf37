//! Parts that several papers share: the head of a convention, its account, its signatories, and lines of spending.

use super::builder::{PaperBuilder, PaperInput, clean, field};
use super::document::{Block, DocumentField};
use crate::model::{Account, Convention, Date, Expenditure, Id, KeyPath, MessageArg, Money, RecordRef};
use crate::rules::{Movement, MovementKind};

/// Title, reference, parties, startups, signature and budget line of a convention.
pub(super) fn convention_fields(builder: &mut PaperBuilder<'_>, convention: &Convention) -> Vec<DocumentField> {
    let input = builder.input;
    let names = |ids: &[Id]| ids.iter().map(|id| input.party(id)).collect::<Vec<_>>();
    let mut fields = vec![field(input, "doc-convention", clean(&convention.title))];
    if let Some(reference) = &convention.reference {
        fields.push(field(input, "doc-reference", clean(reference)));
    }
    fields.push(field(input, "doc-parties", input.locale.list(&names(&convention.parties))));
    if !convention.startups.is_empty() {
        let startups = convention.startups.iter().map(|id| input.startup(id)).collect::<Vec<_>>();
        fields.push(field(input, "doc-startups", input.locale.list(&startups)));
    }
    let signed = builder.needed(convention.signed.map(|day| input.date(day)), "doc-miss-signature");
    fields.push(field(input, "doc-signed", signed));
    fields
}

/// Fund, programme and accountant. Each that the convention does not name is missing if it names a fund.
pub(super) fn budget_fields(builder: &mut PaperBuilder<'_>, convention: &Convention) -> Vec<DocumentField> {
    let input = builder.input;
    let Some(budget) = &convention.budget else { return Vec::new() };
    let mut fields = Vec::new();
    for (label, value, missing) in [
        ("doc-fund", &budget.fund, "doc-miss-fund"),
        ("doc-programme", &budget.programme, "doc-miss-programme"),
        ("doc-accountant", &budget.accountant, "doc-miss-accountant"),
    ] {
        let value = builder.needed(value.clone(), missing);
        fields.push(field(input, label, value));
    }
    fields
}

/// Holder, IBAN and BIC of an account. An IBAN that fails its check digits is missing.
pub(super) fn account_fields(builder: &mut PaperBuilder<'_>, account: Option<&Account>) -> Vec<DocumentField> {
    let input = builder.input;
    let Some(account) = account else {
        builder.miss("doc-miss-account");
        return vec![field(input, "doc-account", input.text("doc-unknown"))];
    };
    let holder = builder.needed(account.holder.clone(), "doc-miss-holder");
    let mut fields = vec![field(input, "doc-holder", holder)];
    match &account.iban {
        Some(iban) => {
            if account.fault().is_some() {
                builder.miss("doc-miss-valid-iban");
            }
            fields.push(field(input, "doc-iban", clean(iban)));
            let bic = builder.needed(account.bic.clone(), "doc-miss-bic");
            fields.push(field(input, "doc-bic", bic));
        }
        None => {
            let [bank, branch, number, key, _] = account.numbers();
            let rib = [bank, branch, number, key].into_iter().flatten().collect::<Vec<_>>().join(" ");
            let rib = builder.needed(Some(rib), "doc-miss-account");
            fields.push(field(input, "doc-rib", rib));
        }
    }
    fields
}

/// Returns the account that the convention prints for payments to a party, else the party's own.
pub(super) fn payment_account<'a>(input: &PaperInput<'a>, convention: &'a Convention, to: &Id) -> Option<&'a Account> {
    let printed = convention.payment_account.as_ref().filter(|one| one.party.as_ref().is_none_or(|party| party == to));
    printed.map(|one| &one.account).or_else(|| input.portfolio.parties.get(to)?.accounts.first())
}

/// Room for the signature of a party: the person who signed the convention for it.
pub(super) fn signature(builder: &mut PaperBuilder<'_>, convention: &Convention, party: Option<&Id>) -> Block {
    let input = builder.input;
    let signatory = party.and_then(|party| convention.signatories.iter().find(|one| one.party == *party));
    let known = signatory.filter(|_| !input.is_public());
    if known.is_none() && !input.is_public() {
        builder.miss("doc-miss-signatory");
    }
    let party = party.map(|party| input.party_in_sentence(party)).unwrap_or_default();
    Block::Signature {
        place: input.with("doc-signature-for", &[("party", MessageArg::Text(party))]),
        name: known.map(|one| clean(&one.name)).unwrap_or_default(),
        capacity: known.and_then(|one| one.title.as_deref()).map(clean).unwrap_or_default(),
    }
}

/// A line of spending with where it is recorded.
pub(super) struct SpendingLine<'a> {
    pub line: &'a Expenditure,
    pub record: RecordRef,
    pub path: KeyPath,
}

/// Returns a text of a line, or a dash if none is recorded.
pub(super) fn recorded(text: Option<&str>) -> String {
    text.map_or_else(|| "–".to_owned(), clean)
}

/// Returns the lines of spending among movements, in the order of their days.
pub(super) fn spending<'a>(movements: &[Movement<'a>]) -> Vec<SpendingLine<'a>> {
    let lines = movements.iter().filter_map(|movement| match movement.entry {
        MovementKind::Spending(line, _) => {
            Some(SpendingLine { line, record: movement.record.clone(), path: movement.path.clone() })
        }
        _ => None,
    });
    lines.collect()
}

/// Returns whether a day of spending counts in a period: the budget year of the line beats the day.
pub(super) fn is_within(line: &Expenditure, day: Option<Date>, period: (Date, Date)) -> bool {
    use chrono::Datelike;
    let Some(day) = day else { return false };
    match line.budget_year {
        Some(year) => day <= period.1 && (period.0.year()..=period.1.year()).contains(&year),
        None => (period.0..=period.1).contains(&day),
    }
}

/// Returns the amount if the condition holds.
pub(super) fn amount_if(holds: bool, amount: Money) -> Option<Money> {
    holds.then_some(amount)
}
