//! `check`: findings, and the pages of the checks.

use super::filter::RowFilter;
use super::{CommandOutput, Invocation};
use crate::cli::args::check::CheckArgs;
use crate::cli::diagnostics;
use crate::cli::errors::{self, Code, Failure};
use crate::model::{MessageArg, Severity, nearest};
use crate::report::{self, json};
use crate::rules::check::{CHECKS, CheckInput};

pub(super) fn answer(call: &Invocation, typed: &CheckArgs) -> Result<CommandOutput, Failure> {
    match &typed.explain {
        Some(name) => explain(call, name),
        None => check(call, typed.fail_on, typed.filtered.filter.as_deref()),
    }
}

/// Runs all checks. Exits with 1 if a finding is at or above `fail_on`.
fn check(call: &Invocation, fail_on: Severity, filter: Option<&str>) -> Result<CommandOutput, Failure> {
    let (folder, portfolio) = call.portfolio()?;
    let context = CheckInput { portfolio: &portfolio, as_of: call.as_of, today: call.today };
    let mut diagnostics = diagnostics::check(&folder, &context);
    if let Some(typed) = filter {
        RowFilter { call, folder: &folder, portfolio: &portfolio, typed }.findings(&mut diagnostics)?;
    }
    let fails = diagnostics.iter().any(|diagnostic| diagnostic.finding.severity >= fail_on);
    let code = if fails { Code::Refused } else { Code::Fine };
    let reply = if call.json {
        call.answer_json(&portfolio, json::check(&diagnostics, &call.locale))?
    } else {
        diagnostics::relative_to_current_dir(&folder, &mut diagnostics);
        call.answer_text(&report::render(&diagnostics, &call.locale, call.colour(), call.width()))
    };
    Ok(CommandOutput { code, ..reply })
}

/// Prints the page of a check.
fn explain(call: &Invocation, name: &str) -> Result<CommandOutput, Failure> {
    let Some(check) = CHECKS.iter().find(|check| check.name == name) else {
        let typed = ("name", MessageArg::Text(name.to_owned()));
        let known: Vec<String> = CHECKS.iter().map(|check| check.name.to_owned()).collect();
        return Err(match nearest(name, known.iter().map(String::as_str)) {
            Some(nearest) => {
                let args = vec![typed, ("nearest", MessageArg::Text(nearest.to_owned()))];
                errors::usage(&call.locale, "error-no-check-near", args)
            }
            None => errors::usage(&call.locale, "error-no-check", vec![typed, ("known", MessageArg::List(known))]),
        });
    };
    let page = call.locale.text(&format!("check-{}-page", check.name));
    if call.json {
        return call.json(&json::CheckPageJson { check: check.name, severity: check.severity.name(), page });
    }
    let severity = call.locale.text(&format!("severity-{}", check.severity.name()));
    Ok(CommandOutput::fine(format!("{name} ({severity})\n\n{page}\n")))
}
