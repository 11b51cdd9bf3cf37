//! The `--filter` option of commands that list.

use std::process::Output;

use crate::commands::{on_sample, text};

/// Returns the first column of a text answer.
fn rows(output: &Output) -> Vec<String> {
    let text = text(output);
    let rows = text.lines().filter(|line| line.starts_with(|c: char| c.is_alphanumeric()));
    rows.map(|line| line.split("  ").next().unwrap_or_default().to_owned()).collect()
}

/// Returns the number of entries under a key of a JSON answer.
fn count(output: &Output, key: &str) -> usize {
    let answer: serde_json::Value = serde_json::from_str(&text(output)).unwrap();
    answer[key].as_array().unwrap().len()
}

#[test]
fn the_filter_option_selects_rows() {
    for (command, filter, key, all, kept) in [
        ("list", "party:oise", "startups", 4, 1),
        ("list", "committee:late", "startups", 4, 4),
        ("due", "late", "occurrences", 169, 3),
        ("due", "late owes:pau", "occurrences", 169, 1),
        ("due", "retard doit:pau", "occurrences", 169, 1),
        ("due", "late -owes:pau", "occurrences", 169, 2),
        ("due", "due:2021-02", "occurrences", 169, 1),
        ("due", "late committee,payment", "occurrences", 169, 0),
        ("due", "kind:payment,committee late", "occurrences", 169, 3),
        ("committees", "late", "committees", 8, 4),
        ("funding", "owes:oise", "startups", 4, 1),
        ("check", "check:signature-missing", "findings", 18, 3),
        ("check", "severity:error", "findings", 18, 0),
    ] {
        assert_eq!(count(&on_sample(&[command, "--json"], "en"), key), all, "{command}");
        let answer = on_sample(&[command, "--json", "--filter", filter], "en");
        assert_eq!(count(&answer, key), kept, "{command} --filter {filter}");
    }
    assert_eq!(rows(&on_sample(&["list", "--filter", "histo"], "fr")).len(), 3, "a head, a row and the day");
}
