//! The decision sheet as questions.

use super::super::hold::absent;
use super::dialogue::Stop;
use super::review::PlainReview;
use crate::cli::errors;
use crate::edit::verb::{HeadingScore, PhaseVerb, TASK_SEPARATOR, add_action};
use crate::edit::{self, ArgumentValue, ArgumentValues, Intention, Verb};
use crate::locale::Locale;
use crate::model::{Date, Decision, Heading, MessageArg, Portfolio, Review, ReviewKind, Startup};
use crate::report::words;
use crate::rules::{self, ConsequenceKind, ProposedDecision};

/// What was answered to the first question.
enum Chosen {
    Decision(Decision),
    /// Nothing needs a decision.
    Noted,
    /// A committee is planned.
    Convene,
}

impl PlainReview<'_, '_> {
    /// Returns the answers about a startup; `None` if there is nothing to record.
    pub(super) fn answers(
        &mut self,
        portfolio: &Portfolio,
        review: &Review,
        startup: &Startup,
    ) -> Result<Option<Vec<Intention>>, Stop> {
        let mut values = ArgumentValues::default();
        values.set("startup", ArgumentValue::Text(startup.id.to_string()));
        values.set("review", ArgumentValue::Text(review.id.to_string()));
        match self.chosen(review.kind)? {
            None => Ok(None),
            Some(Chosen::Noted) => {
                self.noted.push(startup.id.clone());
                Ok(None)
            }
            Some(Chosen::Convene) => {
                let Some(on) = self.dialogue.date("plain-convene")? else { return Ok(None) };
                values.set("on", ArgumentValue::Date(on));
                Ok(Verb::Plan.intention(&values).map(|plan| vec![plan]))
            }
            Some(Chosen::Decision(decision)) => {
                values.set("on", ArgumentValue::Date(review.on));
                self.sheet(portfolio, startup, decision, values).map(Some)
            }
        }
    }

    fn sheet(
        &mut self,
        portfolio: &Portfolio,
        startup: &Startup,
        decision: Decision,
        mut values: ArgumentValues,
    ) -> Result<Vec<Intention>, Stop> {
        values.set("decision", ArgumentValue::Text(decision.name().to_owned()));
        let amounts: &[(&'static str, &str)] = match decision {
            Decision::Defer => &[("asked", "plain-asked")],
            _ => &[("asked", "plain-asked"), ("envelope", "plain-envelope")],
        };
        for (name, key) in amounts {
            let question = self.dialogue.call.locale.text(key);
            if let Some(amount) = self.dialogue.parsed(&question, |call, typed| call.amount("1", typed))? {
                values.set(*name, ArgumentValue::Amount(amount));
            }
        }
        if let Some(until) = self.dialogue.date("plain-until")? {
            values.set("until", ArgumentValue::Date(until));
        }
        for (name, key) in [("comment", "plain-comment"), ("reservation", "plain-reservation")] {
            // A deferral is refused without its reason.
            let is_needed = decision == Decision::Defer && name == "comment";
            let mut text = self.dialogue.ask(if is_needed { "plain-comment-deferral" } else { key })?;
            while is_needed && text.is_empty() {
                self.dialogue.again()?;
                text = self.dialogue.ask("plain-comment-deferral")?;
            }
            if !text.is_empty() {
                values.set(name, ArgumentValue::Text(text));
            }
        }
        if decision != Decision::Defer {
            self.scores(&mut values)?;
        }
        self.attendance(&mut values)?;
        for (name, key) in [("condition", "plain-condition"), ("action", "plain-action")] {
            let tasks = self.tasks(name, key)?;
            if !tasks.is_empty() {
                values.set(name, ArgumentValue::Words(tasks));
            }
        }
        let facts = self.consequences(portfolio, startup, decision, &mut values)?;
        let incomplete = || errors::usage(&self.dialogue.call.locale, "error-nothing", vec![]);
        let hold = Verb::Hold.intention(&values).ok_or_else(incomplete)?;
        if let Intention::Hold(hold) = &hold
            && let Some(absent) = absent(&self.dialogue.call.locale, portfolio, hold)
        {
            let what = [("what", MessageArg::Text(absent))];
            self.dialogue.say(&self.dialogue.call.locale.message("plain-warning", &what))?;
        }
        Ok(std::iter::once(hold).chain(facts).collect())
    }

    fn chosen(&mut self, kind: ReviewKind) -> Result<Option<Chosen>, Stop> {
        let locale = &self.dialogue.call.locale;
        let names = Decision::ALL.map(Decision::name);
        let mut listed: Vec<String> = names.iter().map(|name| locale.text(&format!("decision-{name}"))).collect();
        if kind == ReviewKind::Portfolio {
            listed.extend(["noted", "convene"].map(|outcome| locale.text(&format!("outcome-{outcome}"))));
        }
        let numbered = listed.iter().zip(1..).map(|(word, n)| format!("{n} {word}"));
        let choices = MessageArg::Text(numbered.collect::<Vec<_>>().join(", "));
        self.dialogue.say(&locale.message("plain-decisions", &[("choices", choices)]))?;
        loop {
            let typed = self.dialogue.ask("plain-decision")?;
            if typed.is_empty() {
                return Ok(None);
            }
            let by_name = || {
                let name = words::named(&typed, names)?;
                names.iter().position(|other| *other == name)
            };
            let by_word = || {
                let is_it = |word: &String| crate::locale::fold(word) == crate::locale::fold(&typed);
                let outcome = |name| usize::from(name == "convene") + Decision::ALL.len();
                let is_outcome = |name: &&str| kind == ReviewKind::Portfolio && *name == typed;
                let exact = listed.iter().position(is_it);
                exact.or_else(|| ["noted", "convene"].into_iter().find(is_outcome).map(outcome))
            };
            // The beginning of one word is enough.
            let by_beginning = || {
                let typed = crate::locale::fold(&typed);
                let mut begun = (0..listed.len())
                    .filter(|at| listed.get(*at).is_some_and(|word| crate::locale::fold(word).starts_with(&typed)));
                begun.next().filter(|_| begun.next().is_none())
            };
            let by_number = typed.parse::<usize>().ok().and_then(|n| n.checked_sub(1));
            let at = by_number.filter(|at| *at < listed.len()).or_else(by_name).or_else(by_word).or_else(by_beginning);
            match at.map(|at| (at, Decision::ALL.get(at))) {
                Some((_, Some(decision))) => return Ok(Some(Chosen::Decision(*decision))),
                Some((at, None)) if at == Decision::ALL.len() => return Ok(Some(Chosen::Noted)),
                Some((_, None)) => return Ok(Some(Chosen::Convene)),
                None => self.dialogue.again()?,
            }
        }
    }

    /// Returns a score with its reason for each heading: `3 because they asked for it`.
    fn scores(&mut self, values: &mut ArgumentValues) -> Result<(), Stop> {
        let mut scores = Vec::new();
        for heading in Heading::ALL {
            let locale = &self.dialogue.call.locale;
            let word = MessageArg::Text(locale.text(&format!("impact-{}", heading.name())));
            let question = locale.message("plain-score", &[("heading", word)]);
            loop {
                let typed = self.dialogue.question(&question)?;
                if typed.is_empty() {
                    break;
                }
                let (score, reason) = typed.split_once([' ', ':']).unwrap_or((&typed, ""));
                let reason = reason.trim();
                let reason = if reason.is_empty() { String::new() } else { format!(":{reason}") };
                let spec = format!("{}={score}{reason}", heading.name());
                if HeadingScore::parse(&spec).is_some_and(|one| (0..=4).contains(&one.score)) {
                    scores.push(spec);
                    break;
                }
                self.dialogue.again()?;
            }
        }
        if !scores.is_empty() {
            values.set("score", ArgumentValue::Words(scores));
        }
        Ok(())
    }

    /// Returns who was there; for those present, an empty answer means the same as for the startup before.
    fn attendance(&mut self, values: &mut ArgumentValues) -> Result<(), Stop> {
        for name in ["present", "excused", "represented"] {
            let typed = self.dialogue.ask(&format!("plain-{name}"))?;
            let names = typed.split(';').map(|one| one.trim().to_owned()).filter(|one| !one.is_empty());
            let mut names: Vec<String> = names.collect();
            if name == "present" {
                if names.is_empty() {
                    names.clone_from(&self.present);
                }
                self.present.clone_from(&names);
            }
            if !names.is_empty() {
                values.set(name, ArgumentValue::Words(names));
            }
        }
        Ok(())
    }

    /// Conditions or actions, each with its owner and due day, until an empty answer.
    fn tasks(&mut self, name: &str, key: &str) -> Result<Vec<String>, Stop> {
        let mut tasks = Vec::new();
        loop {
            let what = self.dialogue.ask(key)?;
            if what.is_empty() {
                return Ok(tasks);
            }
            let owner = self.dialogue.ask("plain-owner")?;
            let due = self.dialogue.date("plain-due")?.map(|due| due.to_string()).unwrap_or_default();
            let proof = if name == "condition" { self.dialogue.ask("plain-proof")? } else { String::new() };
            tasks.push([what, owner, due, proof].join(&TASK_SEPARATOR.to_string()));
        }
    }

    /// Says the warnings, and asks about everything else that follows from the decision.
    fn consequences(
        &mut self,
        portfolio: &Portfolio,
        startup: &Startup,
        decision: Decision,
        values: &mut ArgumentValues,
    ) -> Result<Vec<Intention>, Stop> {
        let Some(on) = values.date("on") else { return Ok(Vec::new()) };
        let decided = ProposedDecision { on, decision, until: values.date("until") };
        let call = self.dialogue.call;
        let commit_words = Locale::new(edit::commit_language(portfolio));
        let mut actions = values.words("action");
        let mut facts = Vec::new();
        for one in rules::consequences(portfolio, &startup.id, &decided) {
            let what = MessageArg::Text(words::of_consequence(&one, &call.locale));
            if one.kind.is_warning() {
                self.dialogue.say(&call.locale.message("plain-warning", &[("what", what)]))?;
                continue;
            }
            if one.kind == ConsequenceKind::NextCommittee {
                continue;
            }
            if !self.dialogue.accepts(&call.locale.message("plain-consequence", &[("what", what)]))? {
                continue;
            }
            match (one.kind, one.on) {
                (ConsequenceKind::Phase(phase), Some(from)) => {
                    facts.push(PhaseVerb { startup: startup.id.clone(), phase, from }.into());
                }
                _ => {
                    let what = words::of_consequence(&one, &commit_words);
                    add_action(&mut actions, what, rules::coach_on(startup, on), one.on);
                }
            }
        }
        if !actions.is_empty() {
            values.set("action", ArgumentValue::Words(actions));
        }
        if let Some(next) = self.next(rules::next_committee(portfolio, &startup.id, &decided))? {
            values.set("next", ArgumentValue::Date(next));
        }
        Ok(facts)
    }

    /// Returns the day of the next committee: an empty answer accepts the proposed one.
    fn next(&mut self, proposed: Option<Date>) -> Result<Option<Date>, Stop> {
        let Some(proposed) = proposed else { return self.dialogue.date("plain-next") };
        let locale = &self.dialogue.call.locale;
        let question = locale.message("plain-next-proposed", &[("date", MessageArg::Date(proposed))]);
        let typed = self.dialogue.parsed(&question, |call, typed| match typed {
            "-" => Ok(None),
            typed => call.date("1", Some(typed)),
        })?;
        Ok(typed.unwrap_or(Some(proposed)))
    }
}
