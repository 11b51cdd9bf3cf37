//! A bank account as it is printed, and whether its check digits hold.

use crate::model::Account;
use crate::report::sanitize;
use crate::ui::Token;
use crate::ui::target::Target;
use crate::ui::view::View;
use crate::ui::widget::sheet::Sheet;

/// Its numbers on lines of their own, the first about `target`, and what its check digits say.
pub(super) fn write(
    view: &View<'_>,
    target: Option<Target>,
    name: &str,
    account: &Account,
    words: &str,
    sheet: &mut Sheet,
) {
    let Account { id: _, holder, domiciliation, bank, branch, number, key, iban, bic, article } = account;
    let rib = [bank, branch, number, key].into_iter().flatten().map(String::as_str).collect::<Vec<_>>().join(" ");
    let holder: Vec<_> = holder.iter().chain(domiciliation).map(|part| sanitize(part).into_owned()).collect();
    let article = view.article(article.as_deref());
    let heads: Vec<_> =
        [words.to_owned(), holder.join(", "), article].into_iter().filter(|part| !part.is_empty()).collect();
    sheet.value(target, name, Token::Text, &heads.join(" · "));
    let numbers = [
        ("IBAN", iban.as_deref().unwrap_or_default()),
        ("RIB", rib.as_str()),
        ("BIC", bic.as_deref().unwrap_or_default()),
    ];
    let indent = sheet.label();
    for (kind, number) in numbers.into_iter().filter(|(_, number)| !number.is_empty()) {
        sheet.continued(indent, Token::Text, &format!("{kind} {}", sanitize(number)));
    }
    let is_whole = iban.is_some() || [bank, branch, number, key].iter().all(|part| part.is_some());
    match account.fault() {
        Some(fault) => {
            let (message, args) = fault.message();
            sheet.continued(indent, Token::Bad, &format!("✗ {}", sanitize(&view.locale.message(message, &args))));
        }
        None if is_whole => sheet.continued(indent, Token::Good, &format!("✓ {}", view.text("account-holds"))),
        None => {}
    }
}
