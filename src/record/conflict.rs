//! Git's conflict markers in a record.

use std::ops::Range;

/// A region that git could not merge: both versions between markers.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Conflict {
    /// From the first marker to the last.
    pub bytes: Range<usize>,
    /// The names that the markers give to the two versions.
    pub sides: [String; 2],
}

/// Returns the conflicts of a text.
pub(super) fn conflicts(text: &str) -> Vec<Conflict> {
    let mut found = Vec::new();
    let mut open: Option<(usize, String, bool)> = None;
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let words = line.trim_end();
        let name = |marker: &str| words.strip_prefix(marker).map(|name| name.trim().to_owned());
        if let Some(ours) = name("<<<<<<< ") {
            open = Some((at, ours, false));
        } else if words == "=======" {
            open = open.map(|(start, ours, _)| (start, ours, true));
        } else if let Some(theirs) = name(">>>>>>> ")
            && let Some((start, ours, true)) = open.take()
        {
            found.push(Conflict { bytes: start..at + words.len(), sides: [ours, theirs] });
        }
        at += line.len();
    }
    found
}

/// The text with its conflicts blanked: neither version is certain.
pub(super) fn without(text: &str, conflicts: &[Conflict]) -> String {
    let mut kept = String::with_capacity(text.len());
    let mut from = 0;
    for Conflict { bytes, .. } in conflicts {
        kept.push_str(&text[from..bytes.start]);
        kept.extend(text[bytes.clone()].bytes().map(|byte| if byte == b'\n' { '\n' } else { ' ' }));
        from = bytes.end;
    }
    kept + &text[from..]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_conflict_names_both_sides_and_is_blanked() {
        let text = "a = 1\n<<<<<<< HEAD\nb = \"é\"\n||||||| base\n=======\nb = 2\n>>>>>>> theirs\nc = 3\n";
        let found = conflicts(text);
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].sides, ["HEAD".to_owned(), "theirs".to_owned()]);
        let kept = without(text, &found);
        assert_eq!(kept.len(), text.len());
        assert_eq!(kept.split_whitespace().collect::<Vec<_>>(), ["a", "=", "1", "c", "=", "3"]);
        assert_eq!(conflicts("<<<<<<< HEAD\n=======\n"), [], "not closed");
        assert_eq!(conflicts("=======\n>>>>>>> theirs\n"), [], "not opened");
    }
}
