//! The known name that was probably meant.

/// The known name that looks most like the one typed: a third of its letters wrong at most, and two letters exchanged
/// count as one slip. `None` where nothing is near.
pub fn nearest<'a>(typed: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let most = (typed.chars().count() / 3).max(1);
    let far = |name: &&str| strsim::damerau_levenshtein(typed, name);
    known.into_iter().filter(|name| far(name) <= most || begins(typed, name)).min_by_key(far)
}

/// Whether the name goes on where a few letters typed end.
fn begins(typed: &str, name: &str) -> bool {
    typed.len() >= 3 && name.starts_with(typed)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_name_is_one_that_may_have_been_meant() {
        let known = ["statistics-page", "management-report", "refund"];
        for (typed, meant) in [
            ("statistic-page", Some("statistics-page")),
            ("managment-reprot", Some("management-report")),
            ("stat", Some("statistics-page")),
            ("refnud", Some("refund")),
            ("publication", None),
            ("", None),
        ] {
            assert_eq!(nearest(typed, known), meant, "{typed}");
        }
    }
}
