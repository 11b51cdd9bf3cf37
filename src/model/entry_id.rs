//! Ids that the program gives to list entries, so that they can be referred to.

use super::{Date, stable_hash};

/// Digits and letters without lookalikes.
const LETTERS: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";
/// Enough characters to distinguish the facts of one day.
const LENGTH: u32 = 5;

/// Derives an id such as `2021-03-04-k7q2x` from the day and content of a fact, so that the same fact recorded by two
/// people has the same id.
#[must_use]
pub fn entry_id(on: Date, facts: &[&str]) -> String {
    let hash = stable_hash(facts.iter().flat_map(|fact| fact.bytes().chain([0])));
    // Fold the upper bits into those that are shown.
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
    fn an_id_depends_on_the_fact_only() {
        let on = Date::from_ymd_opt(2021, 3, 4).unwrap();
        assert_eq!(entry_id(on, &["17500", "pau", "", "VIR 42"]), "2021-03-04-zzdqd", "the same for ever");
        assert_ne!(entry_id(on, &["1", "23"]), entry_id(on, &["12", "3"]));
    }
}
