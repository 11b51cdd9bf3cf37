//! New values for a list, element by element, so that comments and layout of the others stay.

use toml_edit::{Array, Value};

use super::{Op, render};
use crate::model::KeyPath;
use crate::record::item::Item;

/// Returns whether a list is edited rather than replaced: both versions contain only scalars, and something can be
/// kept.
pub(super) fn applies(array: &Array, items: &[Item]) -> bool {
    let is_scalar = |item: &Item| !matches!(item, Item::List(_) | Item::Table(_));
    let has_scalars = array.iter().all(|value| !value.is_array() && !value.is_inline_table());
    !array.is_empty() && !items.is_empty() && has_scalars && items.iter().all(is_scalar)
}

/// Returns the removals and insertions that turn a list into another.
pub(super) fn steps(path: &KeyPath, array: &Array, items: &[Item]) -> Vec<Op> {
    let old: Vec<String> = array.iter().map(canonical).collect();
    let parsed = |item: &Item| render::value(item).parse::<Value>().map(|value| canonical(&value)).unwrap_or_default();
    let new: Vec<String> = items.iter().map(parsed).collect();
    let kept = longest_common(&old, &new);
    let removed = (0..old.len()).rev().filter(|n| !kept.iter().any(|(at, _)| at == n));
    let mut steps: Vec<Op> = removed.map(|n| Op::Remove(path.index(n))).collect();
    let added = items.iter().enumerate().filter(|(n, _)| !kept.iter().any(|(_, at)| at == n));
    for (length, (n, item)) in (kept.len()..).zip(added) {
        let place = if n < length { path.index(n) } else { path.clone() };
        steps.push(Op::Insert(place, item.clone()));
    }
    steps
}

/// Returns a value without its spelling and layout.
fn canonical(value: &Value) -> String {
    match value {
        Value::String(text) => format!("{:?}", text.value()),
        Value::Integer(whole) => whole.value().to_string(),
        value => value.clone().decorated("", "").to_string(),
    }
}

/// Returns the positions of a longest common subsequence in both lists.
fn longest_common(old: &[String], new: &[String]) -> Vec<(usize, usize)> {
    let mut lengths = vec![vec![0_usize; new.len() + 1]; old.len() + 1];
    for n in (0..old.len()).rev() {
        for m in (0..new.len()).rev() {
            lengths[n][m] =
                if old[n] == new[m] { lengths[n + 1][m + 1] + 1 } else { lengths[n + 1][m].max(lengths[n][m + 1]) };
        }
    }
    let (mut n, mut m, mut pairs) = (0, 0, Vec::new());
    while n < old.len() && m < new.len() {
        if old[n] == new[m] {
            pairs.push((n, m));
            (n, m) = (n + 1, m + 1);
        } else if lengths[n + 1][m] >= lengths[n][m + 1] {
            n += 1;
        } else {
            m += 1;
        }
    }
    pairs
}

#[cfg(test)]
mod tests {
    use crate::model::KeyPath;
    use crate::record::patch::{Op, patch};

    #[track_caller]
    fn check(before: &str, values: &[&str], after: &str) {
        let list = crate::record::Item::List(values.iter().map(|value| (*value).into()).collect());
        let patched = patch(before, &[Op::Set(KeyPath::top().key("a"), list)]);
        assert_eq!(patched.as_deref(), Ok(after));
    }

    #[test]
    fn the_elements_that_stay_keep_their_comments_and_lines() {
        let lines = "a = [\n  \"x\",      # until 2020\n  # \"y\",\n]\n";
        check(lines, &["x", "z"], "a = [\n  \"x\",      # until 2020\n  \"z\",\n  # \"y\",\n]\n");
        check(lines, &["z", "x"], "a = [\n  \"z\",\n  \"x\",      # until 2020\n  # \"y\",\n]\n");
        check("a = [ 'x', \"y\" ] # c\n", &["y", "x"], "a = [ \"y\", \"x\" ] # c\n");
        check("a = ['x', 'y']\n", &["x"], "a = ['x']\n");
        check("a = ['x', 'y']\n", &[], "a = []\n");
    }
}
