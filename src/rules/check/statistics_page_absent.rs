//! Reports a startup without the public statistics page that one of its conventions promises.

use super::shared::{in_startup, text};
use super::{Check, CheckInput};
use crate::model::{Convention, Finding, Id, KeyPath, Obligation, ObligationTopic, Severity, Startup, Statistics};
use crate::rules::terms_in_force;

pub const CHECK: Check = Check {
    name: "statistics-page-absent",
    severity: Severity::Warning,
    messages: &["finding-statistics-page-absent", "finding-statistics-page-absent-unknown"],
    run,
};

fn run(_: &Check, context: &CheckInput<'_>, findings: &mut Vec<Finding>) {
    for startup in context.portfolio.startups.values() {
        let is_asked_for = startup.had_begun(context.as_of) && !is_over(context, startup);
        if !is_asked_for || startup.statistics.as_ref().is_some_and(Statistics::exists) {
            continue;
        }
        let Some((convention, promise)) = promise(context, &startup.id) else { continue };
        let message = match startup.statistics {
            Some(_) => "finding-statistics-page-absent",
            None => "finding-statistics-page-absent-unknown",
        };
        let args = vec![
            ("startup", text(&startup.name)),
            ("convention", text(convention)),
            ("article", text(promise.article.as_deref().unwrap_or("none"))),
        ];
        findings.push(CHECK.finding(message, in_startup(&startup.id, KeyPath::top().key("statistics")), args));
    }
}

/// Returns true if the startup was stopped, after which the page is no longer required.
fn is_over(context: &CheckInput<'_>, startup: &Startup) -> bool {
    startup.phase_on(context.as_of).is_some_and(|start| start.phase.is_stopped())
}

/// Returns the first promise of a statistics page that is not fulfilled.
fn promise(context: &CheckInput<'_>, startup: &Id) -> Option<(Id, Obligation)> {
    let portfolio = context.portfolio;
    portfolio.conventions_of(startup).find_map(|convention| {
        let promised = promises(convention) || portfolio.amendments_of(&convention.id).any(|arc| promises(arc));
        let terms = promised.then(|| terms_in_force(portfolio, &convention.id, context.as_of)).flatten()?;
        let open = terms.obligations.iter().find(|obligation| {
            obligation.about == Some(ObligationTopic::StatisticsPage)
                && !obligation.fulfilled.iter().any(|fulfilment| fulfilment.on <= context.as_of)
        })?;
        Some((convention.id.clone(), open.clone()))
    })
}

fn promises(convention: &Convention) -> bool {
    convention.obligations.iter().any(|obligation| obligation.about == Some(ObligationTopic::StatisticsPage))
}

#[cfg(test)]
mod tests {
    use crate::model::{Convention, Obligation, ObligationTopic, Phase, Startup, Statistics, Timing};
    use crate::rules::check::shared::fixtures::Records;
    use crate::testing::portfolios::{convention, fulfilled, obligation, phase, startup};

    fn records(statistics: Option<Statistics>, fulfilments: &[&str]) -> Records {
        let page = Obligation {
            about: Some(ObligationTopic::StatisticsPage),
            fulfilled: fulfilments.iter().map(|on| fulfilled(on)).collect(),
            ..obligation("page", Timing::Standing)
        };
        let phases = vec![phase(Phase::Construction, "2020-01-01"), phase(Phase::Stopped, "2021-01-01")];
        Records::default()
            .startup(Startup { statistics, phases, ..startup("a") })
            .convention(Convention { obligations: vec![page], ..convention("c", &["a"], "") })
    }

    #[test]
    fn reports_a_promised_page_that_is_missing() {
        let absent = records(Some(Statistics::Declared(false)), &[]);
        let found = absent.found("statistics-page-absent", "2020-12-01");
        assert_eq!(found, ["statistics-page-absent at startup/a statistics: startup=a convention=c article=2"]);
        let found = records(None, &[]).found("statistics-page-absent", "2020-12-01");
        assert_eq!(found, ["statistics-page-absent-unknown at startup/a statistics: startup=a convention=c article=2"]);
    }

    #[test]
    fn accepts_existing_pages_kept_promises_and_stopped_startups() {
        let there = records(Some(Statistics::At("https://a.example/stats".to_owned())), &[]);
        assert!(there.found("statistics-page-absent", "2020-12-01").is_empty());
        assert!(records(None, &["2020-10-01"]).found("statistics-page-absent", "2020-12-01").is_empty());
        assert!(records(None, &[]).found("statistics-page-absent", "2021-01-01").is_empty());
        assert!(records(None, &[]).found("statistics-page-absent", "2019-12-31").is_empty(), "before it began");
    }
}
