//! Builds portfolios for the tests of the checks.

use std::sync::Arc;

use crate::model::{
    Account, Convention, Location, MessageArg, MessageArgs, Party, PartyAccount, Portfolio, Problem, ProblemKind,
    Startup, TextRange,
};
use crate::rules::check::{CHECKS, CheckInput};
use crate::testing::portfolios::{day, id};

/// Returns a party with only a name.
pub fn party(name: &str) -> Party {
    Party::new(id(name), name)
}

/// Returns an account of Pau with a RIB and an IBAN as a convention prints them.
pub fn account(bank: &str, key: &str, iban: Option<&str>) -> PartyAccount {
    PartyAccount {
        party: Some(id("pau")),
        account: Account {
            bank: Some(bank.to_owned()),
            branch: Some("00622".to_owned()),
            number: Some("C6410000000".to_owned()),
            key: Some(key.to_owned()),
            iban: iban.map(str::to_owned),
            ..Account::default()
        },
    }
}

/// Returns a problem in the file of a startup.
pub fn problem(kind: ProblemKind) -> Arc<Problem> {
    let spot = TextRange { file: "startups/a.toml".to_owned(), record: None, bytes: 3..7 };
    Arc::new(Problem { place: Location::Text(spot), kind })
}

#[derive(Default)]
pub struct Records(pub Portfolio);

impl Records {
    pub fn convention(mut self, convention: Convention) -> Self {
        self.0.insert_convention(Arc::new(convention));
        self
    }

    pub fn startup(mut self, startup: Startup) -> Self {
        self.0.insert_startup(Arc::new(startup));
        self
    }

    pub fn party(mut self, party: Party) -> Self {
        self.0.insert_party(Arc::new(party));
        self
    }

    pub fn problem(mut self, kind: ProblemKind) -> Self {
        self.0.problems.push(problem(kind));
        self
    }

    /// Runs one check and returns its findings as `message at place: arguments`. `as_of` is also today.
    pub fn found(&self, check: &str, as_of: &str) -> Vec<String> {
        let check = CHECKS.iter().find(|one| one.name == check).expect("a check of that name");
        let context = CheckInput { portfolio: &self.0, as_of: day(as_of), today: day(as_of) };
        let mut findings = Vec::new();
        (check.run)(check, &context, &mut findings);
        findings
            .iter()
            .map(|finding| {
                assert_eq!((finding.check, finding.severity), (check.name, check.severity));
                assert!(check.messages.contains(&finding.message), "{} is not declared", finding.message);
                let place = match &finding.place {
                    Location::Value(record, path) => format!("{record} {path}"),
                    Location::Text(spot) => format!("{} {:?}", spot.file, spot.bytes),
                };
                format!("{} at {place}: {}", finding.message.trim_start_matches("finding-"), facts(&finding.args))
            })
            .collect()
    }
}

fn facts(args: &MessageArgs) -> String {
    let fact = |arg: &MessageArg| match arg {
        MessageArg::Text(text) | MessageArg::Parser(text) => text.clone(),
        MessageArg::System(refusal) => refusal.to_string(),
        MessageArg::List(list) => list.join("+"),
        MessageArg::Money(money) => money.to_string(),
        MessageArg::Date(date) => date.to_string(),
        MessageArg::Span(span) => span.to_string(),
        MessageArg::Count(count) => count.to_string(),
    };
    args.iter().map(|(name, arg)| format!("{name}={}", fact(arg))).collect::<Vec<_>>().join(" ")
}
