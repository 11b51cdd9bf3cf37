//! `couveuse doctor`: one line for each part of the set-up, with the remedy below it.

use std::fmt::Write as _;

use crate::locale::Locale;
use crate::model::{MessageArg, Severity};
use crate::report::json::DoctorLineJson;
use crate::report::{sanitize, symbols, width};

/// Returns the lines, and how many of them prevent an edit or a sync.
#[must_use]
pub fn doctor(lines: &[DoctorLineJson], locale: &Locale) -> String {
    let label = |line: &DoctorLineJson| locale.text(&format!("doctor-check-{}", line.check));
    let widest = lines.iter().map(|line| width::width(&label(line))).max().unwrap_or(0);
    let mut text = String::new();
    for line in lines {
        let symbol = line.severity.map_or("✓", symbols::of_severity);
        let label = label(line);
        let gap = " ".repeat(widest - width::width(&label));
        let below = " ".repeat(widest + 4);
        for (n, part) in line.message.lines().enumerate() {
            let before = if n == 0 { format!("{symbol} {label}{gap}  ") } else { below.clone() };
            let _ = writeln!(text, "{before}{}", sanitize(part));
        }
        if let Some(help) = &line.help {
            let _ = writeln!(text, "{below}→ {}", sanitize(help));
        }
    }
    let broken = lines.iter().filter(|line| line.severity == Some(Severity::Error)).count();
    let _ = writeln!(text, "\n{}", locale.message("doctor-broken", &[("count", MessageArg::count(broken))]));
    text
}
