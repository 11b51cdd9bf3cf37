//! Locations of values, headers and missing keys.

use super::*;

#[track_caller]
fn found<'t>(text: &'t str, steps: &[&str]) -> &'t str {
    let path = steps.iter().fold(KeyPath::top(), |path, step| match step.parse() {
        Ok(index) => path.index(index),
        Err(_) => path.key(step),
    });
    &text[locate(text, &path)]
}

#[test]
fn locates_the_value_the_header_or_the_nearest_parent() {
    let text =
        "\u{feff}top = 'é' # c\r\n[a]\r\nx.y = 1\r\n[[b]]\r\nc = [1, { d = 2 }]\r\n[[b]]\r\n[[b.z]]\r\n[q.w]\r\n";
    for (steps, at) in [
        (&["top"][..], "'é'"),
        (&["a"], "[a]"),
        (&["a", "x", "y"], "1"),
        (&["b", "0"], "[[b]]"),
        (&["b", "0", "c", "1", "d"], "2"),
        (&["b", "0", "c", "1"], "{ d = 2 }"),
        (&["b", "0", "amount"], "[[b]]"),
        (&["b", "1", "z", "0", "on"], "[[b.z]]"),
        (&["b", "7"], "[[b]]"),
        (&["a", "x", "none", "none"], "x"),
        (&["top", "0"], "'é'"),
        (&["none"], ""),
        (&[], ""),
    ] {
        assert_eq!(found(text, steps), at, "{steps:?}");
    }
    assert_eq!(locate(text, &KeyPath::top()), 0..0);
}

#[test]
fn locates_values_in_invalid_texts() {
    assert_eq!(found("a = 1\nb = \nc = 3\n[x\nd = 4\n", &["c"]), "3");
    assert_eq!(found("", &["c"]), "");
    assert_eq!(found(&"[".repeat(100_000), &["c"]), "");
}
