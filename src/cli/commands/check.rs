//! `check`: findings, and the pages of the checks.

use std::collections::HashSet;

use super::view::RowSelection;
use super::{CommandOutput, Invocation};
use crate::cli::args::check::{CheckArgs, CheckFormat};
use crate::cli::diagnostics;
use crate::cli::errors::{self, Code, Failure};
use crate::cli::fingerprints::fingerprints;
use crate::model::{MessageArg, Portfolio, nearest};
use crate::report::forge::{self, ForgeFinding};
use crate::report::{self, Diagnostic, json};
use crate::rules::check::{CHECKS, CheckInput, is_timeless};
use crate::store::{Folder, HistoryError};
use crate::ui::Screen;

pub(super) fn answer(call: &Invocation, typed: &CheckArgs) -> Result<CommandOutput, Failure> {
    match &typed.explain {
        Some(name) => explain(call, name),
        None => check(call, typed),
    }
}

/// Runs all checks. Exits with 1 if a finding is at or above `--fail-on`.
fn check(call: &Invocation, typed: &CheckArgs) -> Result<CommandOutput, Failure> {
    let mut folder = call.folder()?;
    if typed.staged {
        let commit = folder.staged().map_err(|error| errors::save(&call.locale, &error))?;
        folder = folder.at(&commit).map_err(|error| errors::history(&call.locale, &error))?;
    }
    let portfolio = folder.load(&|_| {});
    let mut diagnostics = findings(call, typed, &folder, &portfolio);
    if let Some(since) = &typed.new_since {
        let known = known_at(call, typed, since)?;
        let prints = fingerprints(&folder, &diagnostics);
        let mut prints = prints.iter();
        diagnostics.retain(|_| prints.next().is_none_or(|print| !known.contains(print)));
    }
    let selection = RowSelection::read(call, &portfolio, Screen::Findings, &typed.selected)?;
    selection.order_findings(call, &portfolio, &mut diagnostics);
    if let Some(filter) = selection.filter(call, &folder, &portfolio) {
        filter.findings(&mut diagnostics)?;
    }
    let fails = diagnostics.iter().any(|diagnostic| diagnostic.finding.severity >= typed.fail_on);
    let code = if fails { Code::Refused } else { Code::Fine };
    if call.json {
        let reply = call.answer_json(&portfolio, json::check(&diagnostics, &call.locale))?;
        return Ok(CommandOutput { code, ..reply });
    }
    if typed.format == CheckFormat::Text {
        diagnostics::relative_to_current_dir(&folder, &mut diagnostics);
        let text = report::render(&diagnostics, &call.locale, call.colour(), call.width());
        return Ok(CommandOutput { code, ..call.answer_text(&text) });
    }
    let text = formatted(call, &folder, diagnostics, typed.format);
    let text = text.map_err(|error| errors::system(&call.locale, &error.into()))?;
    Ok(CommandOutput::new(text, code))
}

fn findings(call: &Invocation, typed: &CheckArgs, folder: &Folder, portfolio: &Portfolio) -> Vec<Diagnostic> {
    let mut found = diagnostics::check(folder, &CheckInput { portfolio, as_of: call.as_of, today: call.today });
    found.retain(|one| !typed.timeless || is_timeless(one.finding.check));
    found
}

/// Returns the fingerprints of the findings of a commit, as of the same day. A commit without records has none.
fn known_at(call: &Invocation, typed: &CheckArgs, since: &str) -> Result<HashSet<String>, Failure> {
    let failed = |error| errors::history(&call.locale, &error);
    let folder = call.folder()?;
    let commit = call.revisions(&folder).commit(since)?;
    let mut folder = match folder.at(&commit.name) {
        Err(HistoryError::NoRecords(_)) => return Ok(HashSet::new()),
        folder => folder.map_err(failed)?,
    };
    let portfolio = folder.load(&|_| {});
    let found = findings(call, typed, &folder, &portfolio);
    Ok(fingerprints(&folder, &found).into_iter().collect())
}

fn formatted(
    call: &Invocation,
    folder: &Folder,
    diagnostics: Vec<Diagnostic>,
    format: CheckFormat,
) -> serde_json::Result<String> {
    let prints = fingerprints(folder, &diagnostics);
    let below = folder.path_in_repository();
    let finding = |(diagnostic, fingerprint): (Diagnostic, String)| {
        let path = format!("{below}{}", diagnostic.file);
        ForgeFinding { diagnostic, path, fingerprint }
    };
    let findings: Vec<ForgeFinding> = diagnostics.into_iter().zip(prints).map(finding).collect();
    match format {
        CheckFormat::Github => Ok(forge::github(&findings, &call.locale)),
        CheckFormat::Gitlab => forge::gitlab(&findings, &call.locale),
        CheckFormat::Sarif => forge::sarif(&findings, &call.locale),
        CheckFormat::Junit | CheckFormat::Text => Ok(forge::junit(&findings, &call.locale)),
    }
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
