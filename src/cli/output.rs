//! Writes to standard output and standard error. No other module does.
//!
//! A closed pipe (`couveuse due | head`) is not an error.

use std::io::{self, BufWriter, ErrorKind, IsTerminal, Write};

use serde::Serialize;

use crate::report::{self, json, width};

/// Writes to standard output.
///
/// # Errors
/// If writing fails, except for a closed pipe.
pub fn print(text: &str) -> io::Result<()> {
    let mut stdout = io::stdout().lock();
    ignore_broken_pipe(stdout.write_all(text.as_bytes()).and_then(|()| stdout.flush()))
}

/// Writes an answer as JSON to standard output while it is built.
///
/// # Errors
/// If writing fails, except for a closed pipe.
pub fn print_json(answer: &impl Serialize) -> io::Result<()> {
    let mut stdout = BufWriter::with_capacity(BUFFER, io::stdout().lock());
    let written = json::write(answer, &mut stdout).map_err(io::Error::from);
    ignore_broken_pipe(written.and_then(|()| stdout.flush()))
}

/// The size of a write of JSON.
const BUFFER: usize = 1 << 16;

/// Writes bytes that are not text to standard output. Returns false without writing anything if it is a terminal.
///
/// # Errors
/// If writing fails, except for a closed pipe.
pub fn print_bytes(bytes: &[u8]) -> io::Result<bool> {
    let stdout = io::stdout();
    if stdout.is_terminal() {
        return Ok(false);
    }
    let mut stdout = stdout.lock();
    ignore_broken_pipe(stdout.write_all(bytes).and_then(|()| stdout.flush()))?;
    Ok(true)
}

/// Writes an error to standard error, on one line. Failures are ignored.
pub fn error(line: &str) {
    notice(&format!("couveuse: {}\n", one_line(line)));
}

/// Writes questions and hints to standard error. There is nowhere to report a failure, so it is worth another attempt.
pub fn notice(text: &str) {
    let mut stderr = io::stderr().lock();
    let mut write = || stderr.write_all(text.as_bytes()).and_then(|()| stderr.flush());
    let _ = write().or_else(|_| write());
}

/// Replaces the progress line if standard error is a terminal; an empty line removes it.
pub fn progress(line: &str) {
    if io::stderr().is_terminal() {
        let columns = crossterm::terminal::size().map_or(MIN_WIDTH, |(columns, _)| usize::from(columns));
        notice(&in_place(line, columns));
    }
}

/// Leaves the last column free: a line that reaches it would wrap and could not be replaced.
fn in_place(line: &str, columns: usize) -> String {
    format!("\r\u{1b}[K{}", width::prefix(&one_line(line), columns.saturating_sub(1)))
}

/// Returns whether standard output is a terminal with colours.
#[must_use]
pub fn wants_colour() -> bool {
    let no_color = std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
    let dumb = std::env::var_os("TERM").is_some_and(|term| term == "dumb");
    io::stdout().is_terminal() && !no_color && !dumb
}

/// Returns the width for tables: `COLUMNS`, else the terminal's, else a wide default for files and pipes.
#[must_use]
pub fn width() -> usize {
    const DEFAULT: usize = 200;
    if let Some(columns) = asked_for(std::env::var("COLUMNS").ok().as_deref()) {
        return columns;
    }
    if !io::stdout().is_terminal() {
        return DEFAULT;
    }
    crossterm::terminal::size().map_or(DEFAULT, |(columns, _)| usize::from(columns).max(MIN_WIDTH))
}

/// Minimum width of a table.
const MIN_WIDTH: usize = 40;

fn asked_for(columns: Option<&str>) -> Option<usize> {
    let columns = columns?.trim().parse::<u16>().ok().filter(|columns| *columns > 0)?;
    Some(usize::from(columns).max(MIN_WIDTH))
}

/// Joins lines by spaces and removes control characters.
fn one_line(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    let line: String = words.join(" ").chars().filter(|c| !c.is_control()).collect();
    report::sanitize(&line).into_owned()
}

fn ignore_broken_pipe(written: io::Result<()>) -> io::Result<()> {
    match written {
        Err(error) if error.kind() == ErrorKind::BrokenPipe => Ok(()),
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn errors_are_one_sanitized_line() {
        assert_eq!(one_line("no folder \u{1b}[31mred\n  try another"), "no folder [31mred try another");
    }

    #[test]
    fn the_progress_line_never_wraps() {
        assert_eq!(in_place("reçu 日本語", 9), "\r\u{1b}[Kreçu 日");
        assert_eq!(in_place("", 9), "\r\u{1b}[K");
    }

    #[test]
    fn columns_is_parsed() {
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
    fn a_broken_pipe_is_ignored() {
        assert!(ignore_broken_pipe(Err(ErrorKind::BrokenPipe.into())).is_ok());
        assert!(ignore_broken_pipe(Err(ErrorKind::StorageFull.into())).is_err());
    }
}
