//! The names that the program gives to entries of a record's lists, so that whoever speaks of one holds on to it.

use super::{Date, stable_hash};

/// Digits and letters that no hand takes for another.
const LETTERS: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";
/// So many of them tell the facts of a day apart.
const LENGTH: u32 = 5;

/// The name of what happened on a day, `2021-03-04-k7q2x`: derived from the facts that make it this and no other, so
/// that the same fact has the same name whoever writes it down.
#[must_use]
pub fn entry_id(on: Date, facts: &[&str]) -> String {
    let hash = stable_hash(facts.iter().flat_map(|fact| fact.bytes().chain([0])));
    // Its upper bits folded into those that are shown.
    let folded = hash ^ (hash >> 25) ^ (hash >> 50);
    let letter =
        |place: u32| LETTERS.get(((folded >> (5 * place)) & 31) as usize).map_or('0', |byte| char::from(*byte));
    let letters: String = (0..LENGTH).map(letter).collect();
    format!("{on}-{letters}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_hangs_on_the_fact_alone() {
        let on = Date::from_ymd_opt(2021, 3, 4).unwrap();
        assert_eq!(entry_id(on, &["17500", "pau", "", "VIR 42"]), "2021-03-04-zzdqd", "the same for ever");
        assert_ne!(entry_id(on, &["1", "23"]), entry_id(on, &["12", "3"]));
    }
}
