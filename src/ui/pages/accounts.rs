//! Bank accounts with the result of their check digits.

use crate::model::Account;
use crate::report::sanitize;
use crate::ui::Token;
use crate::ui::render_context::RenderContext;
use crate::ui::target::Target;
use crate::ui::widget::page_builder::PageBuilder;

/// The numbers of an account on separate lines, the first with `target`.
pub(super) fn write(
    ctx: &RenderContext<'_>,
    target: Option<Target>,
    name: &str,
    account: &Account,
    words: &str,
    builder: &mut PageBuilder,
) {
    let Account { id: _, holder, domiciliation, bank, branch, number, key, iban, bic, article } = account;
    let rib = [bank, branch, number, key].into_iter().flatten().map(String::as_str).collect::<Vec<_>>().join(" ");
    let holder: Vec<_> = holder.iter().chain(domiciliation).map(|part| sanitize(part).into_owned()).collect();
    let article = ctx.article(article.as_deref());
    let heads: Vec<_> =
        [words.to_owned(), holder.join(", "), article].into_iter().filter(|part| !part.is_empty()).collect();
    builder.value(target, name, Token::Text, &heads.join(" · "));
    let numbers = [
        ("IBAN", iban.as_deref().unwrap_or_default()),
        ("RIB", rib.as_str()),
        ("BIC", bic.as_deref().unwrap_or_default()),
    ];
    let indent = builder.label();
    for (kind, number) in numbers.into_iter().filter(|(_, number)| !number.is_empty()) {
        builder.continued(indent, Token::Text, &format!("{kind} {}", sanitize(number)));
    }
    let is_whole = iban.is_some() || [bank, branch, number, key].iter().all(|part| part.is_some());
    match account.fault() {
        Some(fault) => {
            let (message, args) = fault.message();
            builder.continued(indent, Token::Bad, &format!("✗ {}", sanitize(&ctx.locale.message(message, &args))));
        }
        None if is_whole => builder.continued(indent, Token::Good, &format!("✓ {}", ctx.text("account-holds"))),
        None => {}
    }
}
