//! Git's conflict markers in a record.

use std::ops::Range;

/// A region that git could not merge: both versions between markers.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Conflict {
    /// From the first marker to the last.
    pub bytes: Range<usize>,
    /// The two versions, as lines.
    versions: [Range<usize>; 2],
    /// The version before both, if git was asked to show it (`merge.conflictStyle`).
    base: Option<Range<usize>>,
    /// The names that the markers give to the two versions.
    pub sides: [String; 2],
}

/// A conflict whose last marker has not been read yet: the first byte of each part, so far.
struct OpenConflict {
    start: usize,
    ours: usize,
    name: String,
    /// Where our version ends.
    ours_end: Option<usize>,
    base: Option<usize>,
    /// Where the version before both ends, and the other version begins.
    separator: Option<Range<usize>>,
}

/// Returns the conflicts of a text.
pub(super) fn conflicts(text: &str) -> Vec<Conflict> {
    let mut found = Vec::new();
    let mut open: Option<OpenConflict> = None;
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let words = line.trim_end();
        let name = |marker: &str| words.strip_prefix(marker).map(|name| name.trim().to_owned());
        let next = at + line.len();
        if let Some(name) = name("<<<<<<< ") {
            open = Some(OpenConflict { start: at, ours: next, name, ours_end: None, base: None, separator: None });
        } else if words.starts_with("|||||||") {
            if let Some(open) = open.as_mut().filter(|open| open.ours_end.is_none()) {
                (open.ours_end, open.base) = (Some(at), Some(next));
            }
        } else if words == "=======" {
            if let Some(open) = open.as_mut().filter(|open| open.separator.is_none()) {
                open.ours_end.get_or_insert(at);
                open.separator = Some(at..next);
            }
        } else if let Some(theirs) = name(">>>>>>> ")
            && let Some(OpenConflict { start, ours, name, ours_end: Some(end), base, separator: Some(separator) }) =
                open.take()
        {
            found.push(Conflict {
                bytes: start..at + words.len(),
                versions: [ours..end, separator.end..at],
                base: base.map(|base| base..separator.start),
                sides: [name, theirs],
            });
        }
        at = next;
    }
    found
}

/// The two versions of a text in which git left its markers, and the version before both as far as the markers show it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ConflictVersions {
    /// The names that the first markers give to the two versions.
    pub names: [String; 2],
    pub ours: String,
    pub theirs: String,
    /// `None` unless each conflict shows it.
    pub base: Option<String>,
}

/// Separates the versions of a text with conflict markers; `None` if it has none.
#[must_use]
pub fn versions(text: &str) -> Option<ConflictVersions> {
    let all = conflicts(text);
    let names = all.first()?.sides.clone();
    let with = |part: &dyn Fn(&Conflict) -> Option<Range<usize>>| {
        let (mut version, mut from) = (String::with_capacity(text.len()), 0);
        for conflict in &all {
            version.push_str(&text[from..conflict.bytes.start]);
            version.push_str(&text[part(conflict)?]);
            // The line end of the last marker goes with it.
            from = text[conflict.bytes.end..].find('\n').map_or(text.len(), |end| conflict.bytes.end + end + 1);
        }
        Some(version + &text[from..])
    };
    let side = |n: usize| with(&|conflict| conflict.versions.get(n).cloned());
    Some(ConflictVersions { names, ours: side(0)?, theirs: side(1)?, base: with(&|conflict| conflict.base.clone()) })
}

/// Returns the text with its conflicts blanked: neither version is certain.
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
        let versions = versions(text).unwrap();
        assert_eq!(versions.ours, "a = 1\nb = \"é\"\nc = 3\n");
        assert_eq!(versions.theirs, "a = 1\nb = 2\nc = 3\n");
        assert_eq!(versions.base.as_deref(), Some("a = 1\nc = 3\n"));
        assert_eq!(conflicts("<<<<<<< HEAD\n=======\n"), [], "not closed");
        assert_eq!(conflicts("=======\n>>>>>>> theirs\n"), [], "not opened");
    }

    #[test]
    fn several_conflicts_make_two_whole_versions() {
        let text =
            "<<<<<<< HEAD\r\na = 1\r\n=======\r\n>>>>>>> b\r\nc = 3\r\n<<<<<<< HEAD\r\n=======\r\nd = 4\r\n>>>>>>> b";
        let versions = versions(text).unwrap();
        assert_eq!(versions.names, ["HEAD".to_owned(), "b".to_owned()]);
        assert_eq!(versions.ours, "a = 1\r\nc = 3\r\n");
        assert_eq!(versions.theirs, "c = 3\r\nd = 4\r\n");
        assert_eq!(versions.base, None, "no marker shows it");
        assert_eq!(super::versions("a = 1\n"), None);
    }
}
