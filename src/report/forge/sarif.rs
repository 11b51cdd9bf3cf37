//! SARIF 2.1.0 (OASIS), which code scanning reads.

use serde_json::{Value, json};

use super::ForgeFinding;
use crate::locale::Locale;
use crate::model::Severity;
use crate::report::json as answers;
use crate::rules::check::{CHECKS, Check};

const SCHEMA: &str = "https://json.schemastore.org/sarif-2.1.0.json";

/// Returns a log with one run: every check as a rule, and the findings as results.
///
/// # Errors
/// If serde_json fails, which doesn't happen with our types.
pub fn sarif(findings: &[ForgeFinding], locale: &Locale) -> serde_json::Result<String> {
    let rules: Vec<Value> = CHECKS.iter().map(|check| rule(check, locale)).collect();
    let results: Vec<Value> = findings.iter().map(|one| result(one, locale)).collect();
    answers::text(&json!({
        "$schema": SCHEMA,
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": { "name": "couveuse", "version": env!("CARGO_PKG_VERSION"), "rules": rules } },
            "columnKind": "unicodeCodePoints",
            "results": results,
        }],
    }))
}

fn rule(check: &Check, locale: &Locale) -> Value {
    let page = locale.text(&format!("check-{}-page", check.name));
    let summary = page.lines().next().unwrap_or_default();
    json!({
        "id": check.name,
        "shortDescription": { "text": summary },
        "help": { "text": page },
        "defaultConfiguration": { "level": level(check.severity) },
    })
}

fn result(one: &ForgeFinding, locale: &Locale) -> Value {
    let diagnostic = &one.diagnostic;
    let name = diagnostic.finding.check;
    let message = format!("{}\n{}", diagnostic.message(locale), diagnostic.help(locale));
    json!({
        "ruleId": name,
        "ruleIndex": CHECKS.iter().position(|check| check.name == name),
        "level": level(diagnostic.finding.severity),
        "message": { "text": message.trim_end() },
        "locations": [{
            "physicalLocation": {
                "artifactLocation": { "uri": uri(&one.path), "uriBaseId": "%SRCROOT%" },
                "region": { "startLine": diagnostic.line, "startColumn": diagnostic.column },
            },
        }],
        "partialFingerprints": { "couveuse/v1": one.fingerprint },
    })
}

const fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Info => "note",
    }
}

/// Returns a relative path as a reference (RFC 3986).
fn uri(path: &str) -> String {
    let mut uri = String::with_capacity(path.len());
    for byte in path.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' => uri.push(byte.into()),
            _ => uri.push_str(&format!("%{byte:02X}")),
        }
    }
    uri
}
