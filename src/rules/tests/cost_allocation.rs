//! Tests of which contributions bear a line of spending.

use crate::model::Money;
use crate::rules::cost_allocation::{Bearer, allocate, split};
use crate::testing::portfolios::*;

/// Returns what two contributions of 10 and 100 paid to ANCT bear, after earlier charges.
fn borne(amount: &str, charged: [&str; 2]) -> [String; 2] {
    let (from, to) = (id("pau"), id("anct"));
    let bearer = |amount: &str, charged: &str| Bearer {
        amount: Some(money(amount)),
        from: &from,
        to: Some(&to),
        charged: money(charged),
    };
    let bearers = [bearer("10", charged[0]), bearer("100", charged[1])];
    let shares = allocate(money(amount), None, &bearers);
    [0, 1].map(|index: usize| shares[index].to_string())
}

#[test]
fn a_line_is_split_in_proportion_and_its_excess_goes_to_the_largest() {
    for (amount, charged, expected) in [
        ("55", ["0", "0"], ["5.00", "50.00"]),
        ("55", ["5", "50"], ["5.00", "50.00"]),
        // The first one can bear 2 more; the excess goes to the other.
        ("55", ["8", "0"], ["2.00", "53.00"]),
        ("11", ["10", "100"], ["0.00", "11.00"]),
        // A credit note is split in the same proportion, without caps.
        ("-11", ["10", "100"], ["-1.00", "-10.00"]),
    ] {
        assert_eq!(borne(amount, charged), expected.map(str::to_owned), "{amount} after {charged:?}");
    }
}

#[test]
fn a_spender_without_money_charges_no_contribution() {
    let (from, to, other) = (id("pau"), id("anct"), id("dinum"));
    let bearers = [Bearer { amount: Some(money("10")), from: &from, to: Some(&to), charged: Money::ZERO }];
    assert_eq!(allocate(money("5"), Some(&other), &bearers), [Money::ZERO]);
}

#[test]
fn cents_are_split_by_the_largest_remainder() {
    for (amount, weights, expected) in [
        ("100", vec![1, 1, 1], vec!["33.34", "33.33", "33.33"]),
        ("0.01", vec![1, 2], vec!["0.00", "0.01"]),
        ("-100", vec![1, 1, 1], vec!["-33.34", "-33.33", "-33.33"]),
        ("100", vec![60, 40], vec!["60.00", "40.00"]),
        ("5", vec![0, 0], vec!["0.00", "0.00"]),
    ] {
        let parts: Vec<String> = split(money(amount), &weights).iter().map(ToString::to_string).collect();
        assert_eq!(parts, expected, "{amount} by {weights:?}");
    }
}
