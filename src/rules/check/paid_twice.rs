//! Reports two payments of the same amount with nearly the same reference: most often a duplicate entry.

use super::shared::{entry, in_convention, text};
use super::{Check, CheckInput};
use crate::model::{Finding, MessageArg, Payment, Severity};

pub const CHECK: Check =
    Check { name: "paid-twice", severity: Severity::Warning, messages: &["finding-paid-twice"], run };

fn run(_: &Check, context: &CheckInput<'_>, findings: &mut Vec<Finding>) {
    for convention in context.portfolio.conventions.values() {
        for (n, payment) in convention.payments.iter().enumerate() {
            let is_reversed = || convention.payments.iter().any(|other| reverses(other, payment));
            let earlier = convention.payments[..n].iter().find(|earlier| is_same(earlier, payment));
            let Some(earlier) = earlier.filter(|_| !is_reversed()) else { continue };
            let args = vec![
                ("amount", MessageArg::Money(payment.amount)),
                ("on", MessageArg::Date(payment.on)),
                ("earlier", MessageArg::Date(earlier.on)),
                ("reference", text(payment.reference.as_deref().unwrap_or_default())),
            ];
            findings.push(CHECK.finding(
                "finding-paid-twice",
                in_convention(&convention.id, entry("payments", n)),
                args,
            ));
        }
    }
}

fn is_same(one: &Payment, other: &Payment) -> bool {
    let (Some(a), Some(b)) = (&one.reference, &other.reference) else { return false };
    let (a, b) = (normalized(a), normalized(b));
    !one.amount.is_negative()
        && one.contribution == other.contribution
        && one.amount == other.amount
        && (a == b || is_transposed(&a, &b))
}

/// Returns true if the first payment cancels the second: one of the two entries is corrected already.
fn reverses(reversal: &Payment, payment: &Payment) -> bool {
    let (Some(a), Some(b)) = (&reversal.reference, &payment.reference) else { return false };
    reversal.contribution == payment.contribution
        && (reversal.amount + payment.amount).is_zero()
        && normalized(a) == normalized(b)
}

/// Removes punctuation, case and leading zeros from a reference.
fn normalized(reference: &str) -> Vec<char> {
    let mut kept: Vec<char> = Vec::new();
    for c in reference.to_lowercase().chars().filter(|c| c.is_alphanumeric()) {
        let is_leading_zero = c == '0' && !kept.last().is_some_and(char::is_ascii_digit);
        if !is_leading_zero {
            kept.push(c);
        }
    }
    kept
}

/// Returns true if two references differ only by two swapped neighbouring characters. Consecutive numbers don't.
fn is_transposed(a: &[char], b: &[char]) -> bool {
    let differ: Vec<usize> = a.iter().zip(b).enumerate().filter(|(_, (a, b))| a != b).map(|(n, _)| n).collect();
    a.len() == b.len() && matches!(differ[..], [n, m] if m == n + 1 && a[n] == b[m] && a[m] == b[n])
}

#[cfg(test)]
mod tests {
    use crate::model::{Convention, Payment};
    use crate::rules::check::shared::fixtures::Records;
    use crate::testing::portfolios::{convention, payment};

    #[test]
    fn reports_equal_amounts_with_similar_references() {
        for (first, second, count) in [
            ("VIR 0012", "vir-12", 1),
            ("VIR 0012", "VIR 0021", 1),
            ("VIR 0012", "VIR 0013", 0),
            ("VIR 0012", "VIR 012", 1),
            ("2020-3", "2020-30", 0),
        ] {
            let with =
                |reference: &str, on| Payment { reference: Some(reference.to_owned()), ..payment("pau", "100", on) };
            let payments = vec![with(first, "2020-02-01"), with(second, "2020-03-01")];
            let records = Records::default().convention(Convention { payments, ..convention("a", &[], "2020-01-01") });
            assert_eq!(records.found("paid-twice", "2020-12-01").len(), count, "{first} and {second}");
        }
        let with = |amount, on| Payment { reference: Some("VIR 12".to_owned()), ..payment("pau", amount, on) };
        let payments = vec![with("100", "2020-02-01"), with("-100", "2020-02-15"), with("100", "2020-03-01")];
        let records = Records::default().convention(Convention { payments, ..convention("a", &[], "2020-01-01") });
        assert!(records.found("paid-twice", "2020-12-01").is_empty(), "one of the two was reversed");
        let records = Records::default().convention(Convention {
            payments: vec![payment("pau", "100", "2020-02-01"), payment("pau", "100", "2020-03-01")],
            ..convention("a", &[], "2020-01-01")
        });
        assert!(records.found("paid-twice", "2020-12-01").is_empty(), "no reference tells them apart or equal");
    }
}
