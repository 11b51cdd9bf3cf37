//! What clap has to say, in one line: what was wrong, what was expected, and the nearest known word.

use clap::error::ErrorKind;

/// What to do with what clap returned instead of arguments.
pub enum Usage {
    /// Help or the version was asked for: this text, to the standard output.
    Asked(String),
    /// Something was not understood: one line, to the standard error.
    Wrong(String),
}

/// Reads clap's answer.
#[must_use]
pub fn usage(error: &clap::Error, colour: bool) -> Usage {
    match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => {
            let text = error.render();
            let text = if colour { text.ansi().to_string() } else { text.to_string() };
            Usage::Asked(format!("{}\n", text.trim_end()))
        }
        _ => Usage::Wrong(one_line(&error.render().to_string())),
    }
}

/// Clap's paragraphs joined into a line, without the usage and the pointer to the help that follow them.
fn one_line(text: &str) -> String {
    let mut parts = Vec::new();
    for line in text.lines().map(str::trim) {
        if line.starts_with("Usage:") || line.starts_with("For more information") {
            break;
        }
        // Clap also offers to take an unknown option for a value, which nobody means.
        if !line.is_empty() && !line.contains("as a value, use") {
            parts.push(line.trim_start_matches("error: ").trim_start_matches("tip: "));
        }
    }
    parts.join("; ").replace(":; ", ": ").replace("; [", " [")
}

#[cfg(test)]
mod tests {
    use clap::Parser;

    use super::*;
    use crate::cli::args::Args;

    fn said(words: &[&str]) -> String {
        let error = Args::try_parse_from(std::iter::once(&"couveuse").chain(words)).expect_err("not understood");
        match usage(&error, false) {
            Usage::Asked(text) | Usage::Wrong(text) => text,
        }
    }

    #[test]
    fn what_is_not_understood_is_said_in_one_line() {
        for (words, line) in [
            (&["--asof", "1/2"][..], "unexpected argument '--asof' found; a similar argument exists: '--as-of'"),
            (&["due", "--lang", "de"], "invalid value 'de' for '--lang <LANG>' [possible values: fr, en]"),
            (&["pay", "histologe/pau"], "the following required arguments were not provided: <AMOUNT>"),
            (
                &["check", "--fail-on"],
                "a value is required for '--fail-on <SEVERITY>' but none was supplied [possible values: info, warning, error]",
            ),
            (
                &["schema", "startups"],
                "invalid value 'startups' for '[KIND]' [possible values: portfolio, party, startup, convention]; \
                 a similar value exists: 'startup'",
            ),
            (&["check", "extra"], "unexpected argument 'extra' found"),
        ] {
            assert_eq!(said(words), line, "{words:?}");
        }
    }

    #[test]
    fn help_ends_with_a_line_end() {
        assert!(said(&["check", "-h"]).ends_with("could not run.\n"));
    }
}
