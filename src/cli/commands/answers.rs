//! The screens as text or JSON: `list`, `show`, `due`, `funding`, `committees`.

use super::{Call, Reply};
use crate::cli::errors::{self, Failure};
use crate::model::Arg;
use crate::report::json;
use crate::rules;

/// The startups.
pub(super) fn list(call: &Call) -> Result<Reply, Failure> {
    let (_, portfolio) = call.portfolio()?;
    let answers = rules::answers(&portfolio, call.as_of);
    call.json(&json::list(&portfolio, &answers, call.as_of))
}

/// Everything about one record.
pub(super) fn show(call: &Call, id: &str) -> Result<Reply, Failure> {
    Err(errors::usage(&call.locale, "error-no-record", vec![("record", Arg::Text(id.to_owned()))]))
}

/// The occurrences of obligations.
pub(super) fn due(call: &Call) -> Result<Reply, Failure> {
    let (_, portfolio) = call.portfolio()?;
    let answers = rules::answers(&portfolio, call.as_of);
    call.json(&json::due(&answers.occurrences, call.as_of, &call.locale))
}

/// The money.
pub(super) fn funding(call: &Call) -> Result<Reply, Failure> {
    let (_, portfolio) = call.portfolio()?;
    let answers = rules::answers(&portfolio, call.as_of);
    call.json(&json::funding(&answers.funding, call.as_of))
}

/// The committee clocks.
pub(super) fn committees(call: &Call) -> Result<Reply, Failure> {
    let (_, portfolio) = call.portfolio()?;
    let answers = rules::answers(&portfolio, call.as_of);
    call.json(&json::committees(&answers.committees, call.as_of))
}
