//! An amendment without the day of its signature: it changes nothing until it is signed.

use super::shared::{in_convention, text};
use super::{Check, Context};
use crate::model::{Finding, Kind, Path, Severity};

pub const CHECK: Check =
    Check { name: "unsigned-amendment", severity: Severity::Warning, messages: &["finding-unsigned-amendment"], run };

fn run(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for convention in context.portfolio.conventions.values() {
        if let Kind::Amendment { amends } = &convention.kind
            && convention.signed.is_none()
        {
            let place = in_convention(&convention.id, Path::top().key("signed"));
            findings.push(CHECK.finding("finding-unsigned-amendment", place, vec![("convention", text(amends))]));
        }
    }
}
