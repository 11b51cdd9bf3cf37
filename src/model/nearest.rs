//! Suggestions for misspelt names.

/// Minimum length of a prefix that identifies a name.
const BEGINNING: usize = 3;

/// Returns the known name that was probably meant: the first of those with the smallest edit distance, which may be at
/// most a third of the length, but always 1 (a transposition counts as 1); else one that begins with the given text, if
/// that has at least three letters. Returns `None` if nothing is similar.
pub fn nearest<'a>(typed: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let letters = typed.chars().count();
    let most = (letters / 3).max(1);
    let begins = |name: &str| letters >= BEGINNING && name.starts_with(typed);
    // Skip names of a very different length: they can't match, and comparing long texts is slow.
    let is_alike = |name: &str| name.chars().count().abs_diff(letters) <= most;
    let slips = |name: &str| strsim::damerau_levenshtein(typed, name);
    known
        .into_iter()
        .filter(|name| begins(name) || is_alike(name))
        .map(|name| (slips(name), name))
        .filter(|(slips, name)| *slips <= most || begins(name))
        .min_by_key(|(slips, _)| *slips)
        .map(|(_, name)| name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_name_is_plausible() {
        let known = ["statistics-page", "management-report", "refund", "ademe", "anct", "dinum", "oise", "pau"];
        for (typed, meant) in [
            ("statistic-page", Some("statistics-page")),
            ("managment-reprot", Some("management-report")),
            ("stat", Some("statistics-page")),
            ("refnud", Some("refund")),
            ("dinmu", Some("dinum")),
            ("ademme", Some("ademe")),
            ("pao", Some("pau")),
            ("act", Some("anct")),
            ("di", None),
            ("publication", None),
            ("dgaln", None),
            ("x", None),
            ("", None),
        ] {
            assert_eq!(nearest(typed, known), meant, "{typed}");
        }
        assert_eq!(nearest("été", ["étalon", "étélé"]), Some("étélé"), "letters count, not bytes");
        assert_eq!(nearest(&"x".repeat(1 << 20), known), None, "and what is far too long is not compared");
    }
}
