//! Small records to check, for the tests: everything absent but what a test says.

use std::sync::Arc;

use crate::model::{
    Account, CommitteeClause, Contribution, Convention, Date, Fulfilment, Id, Kind, Matter, Moment, Money, Obligation,
    Party, PartyAccount, Phase, PhaseStart, Place, Portfolio, Problem, ProblemKind, Span, Spot, Start, Startup, Timing,
    Tranche, Trigger,
};
use crate::rules::check::{CHECKS, Context};

/// The day as files write it.
pub fn day(text: &str) -> Date {
    text.parse().expect("a date")
}

/// An id.
pub fn id(text: &str) -> Id {
    Id::new(text).expect("an id")
}

/// A partnership with nothing in it.
pub fn convention(name: &str) -> Convention {
    Convention {
        id: id(name),
        title: name.to_owned(),
        kind: Kind::Partnership,
        startups: Vec::new(),
        parties: Vec::new(),
        signatories: Vec::new(),
        reference: None,
        decided: None,
        signed: None,
        term: None,
        terminated: None,
        payment_days: None,
        contributions: Vec::new(),
        resources: Vec::new(),
        committee: None,
        obligations: Vec::new(),
        calls: Vec::new(),
        payments: Vec::new(),
        expenditure: Vec::new(),
        refunds: Vec::new(),
        payment_account: None,
        refund_account: None,
        budget: None,
        publication: None,
        termination_clause: None,
        amendment_clause: None,
        antecedents: Vec::new(),
        repeals: Vec::new(),
    }
}

/// A startup with nothing but a name.
pub fn startup(name: &str) -> Startup {
    Startup {
        id: id(name),
        name: name.to_owned(),
        also: Vec::new(),
        mission: None,
        incubator: None,
        former_incubators: Vec::new(),
        sponsors: Vec::new(),
        site: None,
        statistics: None,
        repository: None,
        phases: Vec::new(),
        committees: Vec::new(),
        actions: Vec::new(),
        indicators: Vec::new(),
        notes: Vec::new(),
        fast: None,
    }
}

/// A party with nothing but a name.
pub fn party(name: &str) -> Party {
    Party {
        id: id(name),
        name: name.to_owned(),
        also: Vec::new(),
        kind: None,
        siren: None,
        address: None,
        accounts: Vec::new(),
    }
}

/// A phase and its first day.
pub fn phase(phase: Phase, from: &str) -> PhaseStart {
    PhaseStart { phase, from: day(from), comment: None }
}

/// A contribution to be paid to `anct`, in tranches due on signature.
pub fn contribution(from: &str, amount: i64, tranches: &[i64]) -> Contribution {
    let tranche = |euros: &i64| Tranche {
        amount: Money::euros(*euros),
        when: Trigger::At(Moment::Signature(None)),
        needs: Vec::new(),
        article: None,
    };
    Contribution {
        id: from.to_owned(),
        from: id(from),
        to: Some(id("anct")),
        amount: Money::euros(amount),
        startup: None,
        article: None,
        tranches: tranches.iter().map(tranche).collect(),
    }
}

/// An obligation of nobody in particular, article 1.
pub fn obligation(name: &str, about: Option<Matter>, timing: Timing) -> Obligation {
    Obligation {
        id: name.to_owned(),
        about,
        debtor: None,
        creditor: None,
        what: name.to_owned(),
        article: Some("1".to_owned()),
        timing,
        fulfilled: Vec::new(),
    }
}

/// Done on a day.
pub fn fulfilment(on: &str) -> Fulfilment {
    Fulfilment { on: day(on), evidence: None, due: None }
}

/// A committee every six months from the signature.
pub fn committee_clause() -> CommitteeClause {
    CommitteeClause {
        every: Span::months(6),
        from: Start::Signature,
        organiser: None,
        chair: None,
        with: Vec::new(),
        guests: None,
        article: None,
    }
}

/// An account of Pau with a RIB and an IBAN, as printed.
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

/// A problem of reading the file of a startup.
pub fn problem(kind: ProblemKind) -> Arc<Problem> {
    let spot = Spot { file: "startups/a.toml".to_owned(), record: None, bytes: 3..7 };
    Arc::new(Problem { place: Place::Text(spot), kind })
}

/// Records put together.
#[derive(Default)]
pub struct Records(pub Portfolio);

impl Records {
    /// With a convention.
    pub fn convention(mut self, convention: Convention) -> Self {
        self.0.insert_convention(Arc::new(convention));
        self
    }

    /// With a startup.
    pub fn startup(mut self, startup: Startup) -> Self {
        self.0.insert_startup(Arc::new(startup));
        self
    }

    /// With a party.
    pub fn party(mut self, party: Party) -> Self {
        self.0.insert_party(Arc::new(party));
        self
    }

    /// With a problem of reading.
    pub fn problem(mut self, kind: ProblemKind) -> Self {
        self.0.problems.push(problem(kind));
        self
    }

    /// What one check finds, as message, place and facts, on a day that is today as well.
    pub fn found(&self, check: &str, as_of: &str) -> Vec<String> {
        let check = CHECKS.iter().find(|one| one.name == check).expect("a check of that name");
        let context = Context { portfolio: &self.0, as_of: day(as_of), today: day(as_of) };
        let mut findings = Vec::new();
        (check.run)(&context, &mut findings);
        findings
            .iter()
            .map(|finding| {
                assert_eq!((finding.check, finding.severity), (check.name, check.severity));
                assert!(check.messages.contains(&finding.message), "{} is not declared", finding.message);
                let place = match &finding.place {
                    Place::Value(record, path) => format!("{record} {path}"),
                    Place::Text(spot) => format!("{} {:?}", spot.file, spot.bytes),
                };
                format!("{} at {place}: {}", finding.message.trim_start_matches("finding-"), facts(&finding.args))
            })
            .collect()
    }
}

fn facts(args: &crate::model::Args) -> String {
    use crate::model::Arg;
    let fact = |arg: &Arg| match arg {
        Arg::Text(text) => text.clone(),
        Arg::List(list) => list.join("+"),
        Arg::Money(money) => money.to_string(),
        Arg::Date(date) => date.to_string(),
        Arg::Span(span) => span.to_string(),
        Arg::Count(count) => count.to_string(),
    };
    args.iter().map(|(name, arg)| format!("{name}={}", fact(arg))).collect::<Vec<_>>().join(" ")
}
