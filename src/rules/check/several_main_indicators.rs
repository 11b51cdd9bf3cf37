//! Reports a second main indicator of a startup, as after a merge of two clones that each chose one.

use super::shared::{entry, in_startup, startup_name, text};
use super::{Check, CheckInput};
use crate::model::{Finding, Severity};

pub const CHECK: Check = Check {
    name: "several-main-indicators",
    severity: Severity::Warning,
    messages: &["finding-several-main-indicators"],
    run,
};

fn run(_: &Check, context: &CheckInput<'_>, findings: &mut Vec<Finding>) {
    for startup in context.portfolio.startups.values() {
        let mut main = startup.indicators.iter().enumerate().filter(|(_, indicator)| indicator.main);
        let Some((_, first)) = main.next() else { continue };
        for (n, other) in main {
            let args = vec![
                ("startup", startup_name(context, &startup.id)),
                ("indicator", text(&first.name)),
                ("other", text(&other.name)),
            ];
            let place = in_startup(&startup.id, entry("indicators", n).key("main"));
            findings.push(CHECK.finding("finding-several-main-indicators", place, args));
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::model::{Indicator, Startup};
    use crate::rules::check::shared::fixtures::Records;
    use crate::testing::portfolios::id;

    #[test]
    fn reports_each_main_indicator_after_the_first() {
        let indicator = |name: &str, main: bool| Indicator { main, ..Indicator::new(name) };
        let found = |indicators: Vec<Indicator>| {
            let records = Records::default().startup(Startup { indicators, ..Startup::new(id("a"), "A") });
            records.found("several-main-indicators", "2020-12-01")
        };
        assert_eq!(found(vec![indicator("Users", false), indicator("Savings", true)]), [""; 0]);
        let two = vec![indicator("Users", true), indicator("Visits", false), indicator("Savings", true)];
        let expected =
            "several-main-indicators at startup/a indicators[2].main: startup=A indicator=Users other=Savings";
        assert_eq!(found(two), [expected]);
    }
}
