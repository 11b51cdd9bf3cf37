//! Writing to the standard output and to the standard error: nothing else does.
//!
//! A reader that goes away (`couveuse due | head`) is no error: what it wanted, it has.

use std::io::{self, ErrorKind, IsTerminal, Write};

use crate::report::{self, width};

/// Writes to the standard output.
///
/// # Errors
/// When the system refuses, a reader gone away excepted.
pub fn print(text: &str) -> io::Result<()> {
    let mut stdout = io::stdout().lock();
    forgiving(stdout.write_all(text.as_bytes()).and_then(|()| stdout.flush()))
}

/// Writes one line to the standard error: there is nobody left to tell if that fails.
pub fn error(line: &str) {
    let mut stderr = io::stderr().lock();
    let _ = writeln!(stderr, "couveuse: {}", one_line(line));
}

/// Writes to the standard error what goes beside the answer: questions, and how to answer them.
pub fn notice(text: &str) {
    let mut stderr = io::stderr().lock();
    let _ = stderr.write_all(text.as_bytes()).and_then(|()| stderr.flush());
}

/// Shows a line in place of the last one, if the standard error is a terminal; an empty line removes it.
pub fn progress(line: &str) {
    if io::stderr().is_terminal() {
        let columns = crossterm::terminal::size().map_or(NARROWEST, |(columns, _)| usize::from(columns));
        notice(&in_place(line, columns));
    }
}

/// The line in place of the one before. One that reached the last column would go on in the next row, and stay there.
fn in_place(line: &str, columns: usize) -> String {
    format!("\r\u{1b}[K{}", width::prefix(&one_line(line), columns.saturating_sub(1)))
}

/// Whether the standard output is a terminal that wants colours.
#[must_use]
pub fn wants_colour() -> bool {
    let no_color = std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
    let dumb = std::env::var_os("TERM").is_some_and(|term| term == "dumb");
    io::stdout().is_terminal() && !no_color && !dumb
}

/// How many columns there are to fill: those that `COLUMNS` asks for, else the terminal's, else enough for a file or
/// a program that cuts nothing.
#[must_use]
pub fn width() -> usize {
    const ROOMY: usize = 200;
    if let Some(columns) = asked_for(std::env::var("COLUMNS").ok().as_deref()) {
        return columns;
    }
    if !io::stdout().is_terminal() {
        return ROOMY;
    }
    crossterm::terminal::size().map_or(ROOMY, |(columns, _)| usize::from(columns).max(NARROWEST))
}

/// Narrower than this no table says anything.
const NARROWEST: usize = 40;

/// The width that `COLUMNS` names, where it names one.
fn asked_for(columns: Option<&str>) -> Option<usize> {
    let columns = columns?.trim().parse::<u16>().ok().filter(|columns| *columns > 0)?;
    Some(usize::from(columns).max(NARROWEST))
}

/// One line, whatever is in it: line ends become spaces, and nothing that would steer a terminal stays.
fn one_line(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    let line: String = words.join(" ").chars().filter(|c| !c.is_control()).collect();
    report::sanitize(&line).into_owned()
}

fn forgiving(written: io::Result<()>) -> io::Result<()> {
    match written {
        Err(error) if error.kind() == ErrorKind::BrokenPipe => Ok(()),
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_complaint_is_one_line_that_steers_nothing() {
        assert_eq!(one_line("no folder \u{1b}[31mred\n  try another"), "no folder [31mred try another");
    }

    #[test]
    fn a_line_in_place_of_another_stays_in_one_row() {
        assert_eq!(in_place("reçu 日本語", 9), "\r\u{1b}[Kreçu 日");
        assert_eq!(in_place("", 9), "\r\u{1b}[K");
    }

    #[test]
    fn a_width_asked_for_is_a_number_of_columns() {
        for (columns, width) in [
            (Some("80"), Some(80)),
            (Some("5"), Some(40)),
            (Some("0"), None),
            (Some(""), None),
            (Some("wide"), None),
            (None, None),
        ] {
            assert_eq!(asked_for(columns), width, "{columns:?}");
        }
    }

    #[test]
    fn a_reader_gone_away_is_no_error() {
        assert!(forgiving(Err(ErrorKind::BrokenPipe.into())).is_ok());
        assert!(forgiving(Err(ErrorKind::StorageFull.into())).is_err());
    }
}
