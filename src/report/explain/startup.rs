//! Dates and states of startups: phase, committees, decisions, runway, term.

use super::{Explainer, Explanation, ExplanationLine, startup_record};
use crate::model::{Committee, CommitteeState, Date, Id, KeyPath, RecordKind, RecordRef, Startup};
use crate::report::words;
use crate::rules::{
    self, ClockReason, CommitteeClock, Figure, OccurrenceSource, StartupSummary, UnitCost, end_derivation,
};

/// What can be explained of a startup, besides its figures.
pub(super) const TOPICS: [&str; 17] = [
    "received_percent",
    "phase",
    "late",
    "undetermined",
    "committee",
    "last_held",
    "planned",
    "decision",
    "decided_until",
    "funded_until",
    "status",
    "ends",
    "indicator",
    "coach",
    "cost_per_use",
    "cost_per_utility",
    "cost_per_impact",
];

impl Explainer<'_> {
    pub(super) fn of_startup(&self, id: &Id, what: &str) -> Option<Explanation> {
        let startup = self.portfolio.startups.get(id)?;
        let summary = self.answers.startups.iter().find(|one| one.startup == *id);
        match what {
            "phase" => Some(self.phase(startup)),
            "committee" => Some(self.committee(id)),
            "last_held" | "planned" => Some(self.meeting(startup, what)),
            "decision" | "decided_until" => Some(self.decision(startup, what)),
            "funded_until" => Some(self.runway(id, summary?)),
            "status" | "ends" => Some(self.conventions(summary?, what)),
            "indicator" => Some(self.indicator(startup)),
            "coach" => Some(self.coach(startup)),
            _ => self.unit_cost(startup, what),
        }
    }

    fn entry(&self, startup: &Startup, list: &str, index: usize) -> ExplanationLine {
        self.entry_line(&startup_record(&startup.id), KeyPath::top().key(list).index(index))
    }

    fn phase(&self, startup: &Startup) -> Explanation {
        let begun = startup.phases.iter().enumerate().filter(|(_, start)| start.from <= self.as_of);
        let mut begun: Vec<_> = begun.collect();
        begun.sort_by_key(|(_, start)| std::cmp::Reverse(start.from));
        let value = begun.first().map_or_else(
            || self.locale.text("topic-unknown"),
            |(_, start)| self.locale.text(&format!("phase-{}", start.phase.name())),
        );
        let lines = begun
            .into_iter()
            .map(|(n, start)| ExplanationLine { on: Some(start.from), ..self.entry(startup, "phases", n) });
        self.topic("phase", value, lines.collect())
    }

    /// Returns the next committee, with every reason for it.
    fn committee(&self, id: &Id) -> Explanation {
        let clocks: Vec<_> = self.answers.committees.iter().filter(|clock| clock.startup == *id).collect();
        let summary = self.answers.startups.iter().find(|one| one.startup == *id);
        let value = summary.and_then(|one| one.committee.as_ref()).map_or_else(
            || self.locale.text("clock-none"),
            |clock| {
                let state = self.locale.text(&format!("clock-{}", clock.state.name()));
                match clock.next_due {
                    Some(day) => format!("{} · {state}", self.locale.date_long(day)),
                    None => state,
                }
            },
        );
        let lines = clocks.into_iter().flat_map(|clock| self.clock(clock)).collect();
        self.topic("committee", value, lines)
    }

    /// Returns the reason of a clock, what its day depends on, and the committees that it takes into account.
    fn clock(&self, clock: &CommitteeClock) -> Vec<ExplanationLine> {
        let Some(startup) = self.portfolio.startups.get(&clock.startup) else { return Vec::new() };
        let mut lines = Vec::new();
        if let Some(convention) = &clock.convention {
            let is_its = |one: &&rules::Occurrence| {
                one.convention.as_ref() == Some(convention)
                    && matches!(&one.source, OccurrenceSource::Committee(of) if of.as_ref() == Some(&clock.startup))
                    && one.due == clock.next_due
            };
            match self.answers.occurrences.iter().find(is_its) {
                Some(one) => {
                    lines.extend(
                        rules::derivation(self.portfolio, one, self.as_of).into_iter().map(|step| self.step(step)),
                    );
                }
                None => lines.push(ExplanationLine {
                    on: clock.next_due,
                    article: clock.article.clone(),
                    ..self.entry_line(&super::convention_record(convention), KeyPath::top().key("committee"))
                }),
            }
        }
        lines.extend(clock.reason.and_then(|reason| self.reason(startup, clock, reason)));
        let planned = clock.planned.or(clock.planned_passed);
        lines.extend([planned, clock.last_held].into_iter().flatten().filter_map(|on| self.committee_on(startup, on)));
        if lines.is_empty() {
            lines.extend(self.phase(startup).lines.into_iter().next());
        }
        lines
    }

    fn reason(&self, startup: &Startup, clock: &CommitteeClock, reason: ClockReason) -> Option<ExplanationLine> {
        let text = self.locale.text(&format!("clock-reason-{}", reason.name()));
        let line = |line: ExplanationLine, on: Option<Date>| {
            let text = format!("{text}: {}", line.text);
            ExplanationLine { text, on, ..line }
        };
        match reason {
            ClockReason::Clause => None,
            ClockReason::Decision | ClockReason::Deferred => {
                let (n, last) = self.last_held(startup)?;
                Some(line(self.entry(startup, "committees", n), last.deferred_until.or(last.until)))
            }
            ClockReason::Runway => {
                let ledger = self.explained(&startup_record(&startup.id))?;
                let paid = ledger.lines.iter().filter(|(figure, _)| *figure == Figure::Cp);
                let last = paid.map(|(_, line)| line).max_by_key(|line| line.on)?;
                Some(line(self.entry_line(&last.record, last.path.clone()), clock.runs_out))
            }
            ClockReason::Habit => {
                let habit =
                    self.entry_line(&RecordRef::of_portfolio(), KeyPath::top().key("habits").key("committee_every"));
                Some(line(habit, clock.next_due))
            }
        }
    }

    fn committee_on(&self, startup: &Startup, on: Date) -> Option<ExplanationLine> {
        let n = startup.committees.iter().position(|one| one.on == on)?;
        Some(ExplanationLine { on: Some(on), ..self.entry(startup, "committees", n) })
    }

    /// Returns the last committee held, deferrals included, and its index.
    fn last_held<'s>(&self, startup: &'s Startup) -> Option<(usize, &'s Committee)> {
        let held = startup.committees.iter().enumerate();
        held.filter(|(_, one)| one.is_held_by(self.as_of)).max_by_key(|(_, one)| one.on)
    }

    fn meeting(&self, startup: &Startup, what: &str) -> Explanation {
        let clock = self.answers.committees.iter().find(|clock| clock.startup == startup.id);
        let day = clock
            .and_then(|clock| if what == "planned" { clock.planned.or(clock.planned_passed) } else { clock.last_held });
        let counts = |one: &Committee| match what {
            "planned" => one.state == CommitteeState::Planned,
            _ => one.is_held_by(self.as_of),
        };
        let all = startup.committees.iter().enumerate().filter(|(_, one)| counts(one));
        let lines = all.map(|(n, one)| ExplanationLine { on: Some(one.on), ..self.entry(startup, "committees", n) });
        self.topic(
            what,
            day.map_or_else(|| self.locale.text("topic-none"), |day| self.locale.date_long(day)),
            lines.collect(),
        )
    }

    fn decision(&self, startup: &Startup, what: &str) -> Explanation {
        let last = self.last_held(startup);
        let none = || self.locale.text("topic-none");
        let value = match (what, last) {
            ("decision", Some((_, one))) => {
                one.decision.map_or_else(none, |decision| self.locale.text(&format!("decision-{}", decision.name())))
            }
            (_, Some((_, one))) => one.deferred_until.or(one.until).map_or_else(none, |day| self.locale.date_long(day)),
            (_, None) => none(),
        };
        let lines = last.map(|(n, one)| {
            let key = match what {
                "decision" => "decision",
                _ if one.deferred_until.is_some() => "deferred_until",
                _ => "until",
            };
            let entry = self.entry(startup, "committees", n);
            let path = entry.path.key(key);
            ExplanationLine { amount: one.envelope, on: Some(one.on), path, ..entry }
        });
        self.topic(what, value, lines.into_iter().collect())
    }

    /// Returns the money and the spending behind the runway, and the ends of the conventions, which cap it.
    fn runway(&self, id: &Id, summary: &StartupSummary) -> Explanation {
        let explained = self.explained(&startup_record(id));
        let mut lines: Vec<_> = explained
            .iter()
            .flat_map(|explained| &explained.lines)
            .filter(|(figure, _)| matches!(figure, Figure::Received | Figure::Cp))
            .map(|(figure, line)| ExplanationLine {
                amount: Some(if *figure == Figure::Cp { -line.amount } else { line.amount }),
                on: line.on,
                article: line.article.clone(),
                ..self.entry_line(&line.record, line.path.clone())
            })
            .collect();
        lines.sort_by_key(|line| line.on);
        let ends = summary.conventions.iter().flat_map(|brief| end_derivation(self.portfolio, &brief.id, self.as_of));
        lines.extend(ends.map(|step| self.step(step)));
        self.topic("funded_until", self.day(summary.runs_out), lines)
    }

    /// Returns the states or the ends of the conventions, the main one first.
    fn conventions(&self, summary: &StartupSummary, what: &str) -> Explanation {
        let main = summary.main_convention();
        let value = match (main, what) {
            (None, _) => self.locale.text("topic-none"),
            (Some(brief), "ends") => self.day(brief.ends),
            (Some(brief), _) => self.locale.text(&format!("convention-status-{}", brief.status.name())),
        };
        let others = summary.conventions.iter().filter(|one| main.is_none_or(|main| main.id != one.id));
        let lines = main.into_iter().chain(others).flat_map(|brief| self.convention_lines(&brief.id)).collect();
        self.topic(what, value, lines)
    }

    fn indicator(&self, startup: &Startup) -> Explanation {
        let all = startup.indicators.iter().enumerate();
        let main = all.clone().find(|(_, one)| one.main).or_else(|| all.clone().next());
        let Some((n, indicator)) = main else {
            return self.topic("indicator", self.locale.text("topic-none"), Vec::new());
        };
        let mut values: Vec<_> =
            indicator.values.iter().enumerate().filter(|(_, value)| value.on <= self.as_of).collect();
        values.sort_by_key(|(_, value)| std::cmp::Reverse(value.on));
        let value = values.first().map_or_else(
            || self.locale.text("topic-none"),
            |(_, value)| {
                format!("{} {}", self.locale.decimal(value.value), indicator.unit.as_deref().unwrap_or_default())
            },
        );
        let lines: Vec<_> = values
            .iter()
            .map(|(at, value)| {
                let entry = self.entry(startup, "indicators", n);
                let text = format!("{}: {}", entry.text, self.locale.decimal(value.value));
                let path = entry.path.key("values").index(*at);
                ExplanationLine { text, on: Some(value.on), path, ..entry }
            })
            .collect();
        let lines = if lines.is_empty() { vec![self.entry(startup, "indicators", n)] } else { lines };
        self.topic("indicator", value.trim_end().to_owned(), lines)
    }

    /// Returns the lines of the CP, and the value that it is divided by.
    fn unit_cost(&self, startup: &Startup, what: &str) -> Option<Explanation> {
        let name = what.strip_prefix("cost_per_")?;
        let costs = rules::unit_costs(self.portfolio, &startup.id, self.as_of);
        let cost = costs.into_iter().find(|one| UnitCost::name(one.heading) == name)?;
        // Without an indicator there is nothing to divide.
        let paid = cost.lines.iter().filter(|_| cost.indicator.is_some());
        let mut lines: Vec<_> = paid
            .map(|line| ExplanationLine {
                amount: Some(line.amount),
                on: line.on,
                article: line.article.clone(),
                ..self.entry_line(&line.record, line.path.clone())
            })
            .collect();
        if let Some(n) = cost.indicator {
            let entry = self.entry(startup, "indicators", n);
            lines.push(match cost.value {
                Some(value) => {
                    let text = format!("{}: {}", entry.text, self.locale.decimal(value.value));
                    let path = entry.path.key("values").index(value.index);
                    ExplanationLine { text, on: Some(value.on), path, ..entry }
                }
                None => entry,
            });
        }
        let value = words::unit_cost(&cost, self.locale);
        let basis = words::unit_cost_basis(&cost, startup, self.locale);
        Some(Explanation { lines, ..self.blank(what, "unit_cost", format!("{value} ({basis})")) })
    }

    fn coach(&self, startup: &Startup) -> Explanation {
        let now = startup.coaches.iter().enumerate().filter(|(_, coach)| coach.is_on(self.as_of));
        let (names, lines): (Vec<_>, Vec<_>) = now
            .map(|(n, coach)| {
                let line = ExplanationLine { on: coach.from, ..self.entry(startup, "coaches", n) };
                (words::person(self.portfolio, coach.person.as_str()), line)
            })
            .unzip();
        let value = if names.is_empty() { self.locale.text("topic-none") } else { names.join(", ") };
        self.topic("coach", value, lines)
    }

    /// Explains who a startup, a convention or a party is.
    #[must_use]
    pub fn who(&self, kind: RecordKind, id: &Id) -> Explanation {
        self.identity(&RecordRef::new(kind, id.clone()), "name")
    }
}
