//! `review --plain`: a whole review as numbered questions on standard input and output, line by line, without escape
//! sequences, for screen readers and pipes. One commit for each startup, then the closing.

use std::io::{BufRead, Write};

use super::{CommandOutput, Invocation, Prepared, commit_proposing, hold, prepare, review};
use crate::cli::errors::{self, Code, Failure};
use crate::edit::verb::{ReviewCloseVerb, TASK_SEPARATOR};
use crate::edit::{ArgumentValue, ArgumentValues, Verb};
use crate::model::{AgendaItem, Date, Decision, Id, MessageArg, Portfolio, Review, ReviewKind, Startup};
use crate::report::{sanitize, words};
use crate::rules::{self, Figure};

/// The words that confirm a question.
const YES: [&str; 6] = ["y", "yes", "o", "oui", "1", "true"];

/// Reasons why the dialogue ends early.
enum Stop {
    /// Standard input has ended.
    Ended,
    Failed(Failure),
}

impl From<Failure> for Stop {
    fn from(failure: Failure) -> Self {
        Self::Failed(failure)
    }
}

/// Runs a review that is open: the one named, else the only one.
pub(super) fn run(call: &Invocation, named: Option<&str>) -> Result<CommandOutput, Failure> {
    call.no_json("review --plain")?;
    let (_, portfolio) = call.portfolio()?;
    let mut values = ArgumentValues::default();
    if let Some(named) = named {
        values.set("review", ArgumentValue::Text(super::id(call, named)?.to_string()));
    }
    review::choose(call, &portfolio, Verb::ReviewClose, &mut values)?;
    let id = values.id("review").filter(|id| portfolio.reviews.get(id).is_some_and(|one| !one.is_closed()));
    let Some(id) = id else {
        let args = vec![("state", MessageArg::Text("open".to_owned()))];
        return Err(errors::usage(&call.locale, "error-no-review", args));
    };
    let mut dialogue = Dialogue { call, number: 0, present: Vec::new() };
    match dialogue.review(&id) {
        Ok(output) => Ok(output),
        Err(Stop::Failed(failure)) => Err(failure),
        Err(Stop::Ended) => {
            let text = format!("\n{}\n", call.locale.text("plain-stopped"));
            Ok(CommandOutput { text, code: Code::Refused })
        }
    }
}

/// A dialogue in progress.
struct Dialogue<'a> {
    call: &'a Invocation,
    /// The number of the last question.
    number: usize,
    /// The attendance recorded for the previous startup.
    present: Vec<String>,
}

impl Dialogue<'_> {
    fn review(&mut self, id: &Id) -> Result<CommandOutput, Stop> {
        let (_, portfolio) = self.call.portfolio()?;
        let Some(review) = portfolio.reviews.get(id) else { return Err(Stop::Ended) };
        let count = review.agenda.len();
        self.say(&words::of_review(review, &self.call.locale))?;
        for (at, item) in (1..).zip(review.ordered_agenda()) {
            let args = [
                ("at", MessageArg::count(at)),
                ("count", MessageArg::count(count)),
                ("startup", MessageArg::Text(name(&portfolio, item))),
            ];
            self.say("")?;
            self.say(&self.call.locale.message("plain-startup", &args))?;
            self.startup(id, item)?;
        }
        self.say("")?;
        if !self.confirms("plain-close")? {
            return Ok(CommandOutput { text: String::new(), code: Code::Fine });
        }
        let note_rest = review.kind == ReviewKind::Portfolio && self.is_left(id)?;
        if note_rest && !self.confirms("plain-note-rest")? {
            return Ok(CommandOutput { text: String::new(), code: Code::Fine });
        }
        Ok(review::close_review(self.call, id, &[], note_rest, None)?)
    }

    /// Lists the startups that have no outcome now, and returns whether there are any.
    fn is_left(&self, id: &Id) -> Result<bool, Stop> {
        let (_, portfolio) = self.call.portfolio()?;
        let Some(review) = portfolio.reviews.get(id) else { return Ok(false) };
        let (_, missing) = ReviewCloseVerb::outcomes_of(&portfolio, review, &[], false);
        let names = review.ordered_agenda().into_iter().filter(|item| missing.contains(&item.startup));
        let names: Vec<String> = names.map(|item| name(&portfolio, item)).collect();
        if !names.is_empty() {
            let facts =
                [("count", MessageArg::count(names.len())), ("names", MessageArg::Text(self.call.locale.list(&names)))];
            self.say(&self.call.locale.message("plain-left", &facts))?;
        }
        Ok(!names.is_empty())
    }

    /// Asks about one startup and records the answers in one commit.
    fn startup(&mut self, id: &Id, item: &AgendaItem) -> Result<(), Stop> {
        let (mut folder, portfolio) = self.call.portfolio()?;
        let (Some(review), Some(startup)) = (portfolio.reviews.get(id), portfolio.startups.get(&item.startup)) else {
            return self.say(&self.call.locale.text("plain-gone"));
        };
        if let Some(outcome) = review.outcome_of(startup) {
            let word = MessageArg::Text(self.call.locale.text(&format!("outcome-{}", outcome.name())));
            return self.say(&self.call.locale.message("plain-settled", &[("outcome", word)]));
        }
        for line in facts(self.call, &portfolio, review, startup) {
            self.say(&format!("  {line}"))?;
        }
        let Some(values) = self.answers(review, startup)? else { return Ok(()) };
        let recorded = self.record(&mut folder, &portfolio, values);
        match recorded {
            Ok(output) => self.say(output.text.trim_end()),
            // The startup keeps no outcome, and closing lists it.
            Err(failure) => self.say(&failure.line()),
        }
    }

    fn record(
        &self,
        folder: &mut crate::store::Folder,
        portfolio: &Portfolio,
        mut values: ArgumentValues,
    ) -> Result<CommandOutput, Failure> {
        let mut intentions = Vec::new();
        let mut warnings = hold::consequences(portfolio, &mut values, &mut intentions);
        // The others were offered by a question.
        warnings.retain(|one| one.kind.is_warning());
        let incomplete = || errors::usage(&self.call.locale, "error-nothing", vec![]);
        intentions.insert(0, Verb::Hold.intention(&values).ok_or_else(incomplete)?);
        let prepared: Prepared = prepare(self.call, portfolio, &intentions, None)?;
        commit_proposing(self.call, folder, prepared, warnings)
    }

    /// The answers about a startup; `None` if it is skipped.
    fn answers(&mut self, review: &Review, startup: &Startup) -> Result<Option<ArgumentValues>, Stop> {
        let mut values = ArgumentValues::default();
        values.set("startup", ArgumentValue::Text(startup.id.to_string()));
        values.set("review", ArgumentValue::Text(review.id.to_string()));
        values.set("on", ArgumentValue::Date(review.on));
        let Some(decision) = self.decision()? else { return Ok(None) };
        values.set("decision", ArgumentValue::Text(decision.name().to_owned()));
        if decision != Decision::Defer
            && let Some(amount) = self.parsed("plain-envelope", |call, typed| call.amount("1", typed))?
        {
            values.set("envelope", ArgumentValue::Amount(amount));
        }
        if let Some(until) = self.date("plain-until")? {
            values.set("until", ArgumentValue::Date(until));
        }
        let comment = self.ask("plain-comment")?;
        if !comment.is_empty() {
            values.set("comment", ArgumentValue::Text(comment));
        }
        let present = self.ask("plain-present")?;
        if !present.is_empty() {
            self.present = present.split(';').map(|one| one.trim().to_owned()).filter(|one| !one.is_empty()).collect();
        }
        if !self.present.is_empty() {
            values.set("present", ArgumentValue::Words(self.present.clone()));
        }
        for (name, key) in [("condition", "plain-condition"), ("action", "plain-action")] {
            let tasks = self.tasks(key)?;
            if !tasks.is_empty() {
                values.set(name, ArgumentValue::Words(tasks));
            }
        }
        if decision != Decision::Defer && self.confirms("plain-consequences")? {
            values.set("with-consequences", ArgumentValue::Flag);
        }
        Ok(Some(values))
    }

    fn decision(&mut self) -> Result<Option<Decision>, Stop> {
        let locale = &self.call.locale;
        let names = Decision::ALL.map(Decision::name);
        let listed = names.iter().zip(1..).map(|(name, n)| format!("{n} {}", locale.text(&format!("decision-{name}"))));
        let choices = MessageArg::Text(listed.collect::<Vec<_>>().join(", "));
        self.say(&locale.message("plain-decisions", &[("choices", choices)]))?;
        loop {
            let typed = self.ask("plain-decision")?;
            if typed.is_empty() {
                return Ok(None);
            }
            let by_number = typed.parse::<usize>().ok().and_then(|n| Decision::ALL.get(n.checked_sub(1)?).copied());
            let by_name = || {
                let name = words::named(&typed, names)?;
                Decision::ALL.into_iter().find(|decision| decision.name() == name)
            };
            if let Some(decision) = by_number.or_else(by_name) {
                return Ok(Some(decision));
            }
            self.say(&locale.text("plain-again"))?;
        }
    }

    /// Conditions or actions, each with its owner and due day, until an empty answer.
    fn tasks(&mut self, key: &str) -> Result<Vec<String>, Stop> {
        let mut tasks = Vec::new();
        loop {
            let what = self.ask(key)?;
            if what.is_empty() {
                return Ok(tasks);
            }
            let owner = self.ask("plain-owner")?;
            let due = self.date("plain-due")?.map(|due| due.to_string()).unwrap_or_default();
            tasks.push([what, owner, due, String::new()].join(&TASK_SEPARATOR.to_string()));
        }
    }

    fn date(&mut self, key: &str) -> Result<Option<Date>, Stop> {
        Ok(self.parsed(key, |call, typed| call.date("1", Some(typed)))?.flatten())
    }

    /// Asks until the answer is empty or understood.
    fn parsed<T>(
        &mut self,
        key: &str,
        read: impl Fn(&Invocation, &str) -> Result<T, Failure>,
    ) -> Result<Option<T>, Stop> {
        loop {
            let typed = self.ask(key)?;
            if typed.is_empty() {
                return Ok(None);
            }
            match read(self.call, &typed) {
                Ok(value) => return Ok(Some(value)),
                Err(failure) => self.say(&failure.line())?,
            }
        }
    }

    fn confirms(&mut self, key: &str) -> Result<bool, Stop> {
        Ok(YES.contains(&self.ask(key)?.to_lowercase().as_str()))
    }

    /// Asks a numbered question and returns the answer without blanks around it.
    fn ask(&mut self, key: &str) -> Result<String, Stop> {
        self.number += 1;
        self.say(&format!("{}. {}", self.number, self.call.locale.text(key)))?;
        let mut line = String::new();
        let read = std::io::stdin().lock().read_line(&mut line);
        match read.map_err(|error| errors::system(&self.call.locale, &error))? {
            0 => Err(Stop::Ended),
            _ => Ok(line.trim().to_owned()),
        }
    }

    /// Writes a line. What the records contain is shown without control characters.
    fn say(&self, line: &str) -> Result<(), Stop> {
        let mut text: String = line.lines().map(|line| format!("{}\n", sanitize(line))).collect();
        if text.is_empty() {
            text.push('\n');
        }
        let mut stdout = std::io::stdout().lock();
        let written = stdout.write_all(text.as_bytes()).and_then(|()| stdout.flush());
        Ok(written.map_err(|error| errors::system(&self.call.locale, &error))?)
    }
}

fn name(portfolio: &Portfolio, item: &AgendaItem) -> String {
    portfolio.startups.get(&item.startup).map_or_else(|| item.startup.to_string(), |startup| startup.name.clone())
}

/// Writes the facts that members need before they decide.
fn facts(call: &Invocation, portfolio: &Portfolio, review: &Review, startup: &Startup) -> Vec<String> {
    let locale = &call.locale;
    let mut lines = Vec::new();
    let mut add = |label: &str, value: String| {
        let args = [("label", MessageArg::Text(locale.text(label))), ("value", MessageArg::Text(value))];
        lines.push(locale.message("plain-fact", &args));
    };
    let date = |day: Date| locale.date(day).trim_start().to_owned();
    let held = startup.committees.iter().filter(|one| one.is_held_by(review.on) && one.on < review.on);
    let last = held.max_by_key(|one| one.on);
    if let Some(last) = last {
        let word = last.decision.map(|one| locale.text(&format!("decision-{}", one.name())));
        let parts = [
            Some(date(last.on)),
            word,
            last.envelope.map(|envelope| locale.money_short(envelope)),
            last.until.map(date),
        ];
        add("doc-section-decision", parts.into_iter().flatten().collect::<Vec<_>>().join(", "));
    }
    for condition in
        startup.conditions.iter().filter(|one| last.is_some() && one.committee == last.and_then(|l| l.id.clone()))
    {
        let state = match (condition.met, condition.not_met) {
            (Some(day), _) => locale.message("doc-met-on", &[("date", MessageArg::Date(day))]),
            (None, Some(day)) => locale.message("doc-not-met-on", &[("date", MessageArg::Date(day))]),
            (None, None) => locale.text("doc-open"),
        };
        add("doc-condition", format!("{} ({state})", condition.what));
    }
    for action in startup.actions.iter().filter(|action| action.done.is_none()) {
        let due = action.due.map(|due| format!(" ({})", date(due))).unwrap_or_default();
        add("plain-open-action", format!("{}{due}", action.what));
    }
    if let Some(summary) = rules::startup_summary(portfolio, &startup.id, review.on) {
        let money = |figure| {
            let known = summary.figures.value(figure);
            known.map_or_else(|| locale.text("doc-unknown"), |money| locale.money_short(money))
        };
        add("doc-received", money(Figure::Received));
        add("doc-left", money(Figure::Left));
        add("doc-funded-until", summary.runs_out.map_or_else(|| locale.text("doc-unknown"), date));
        add("occurrence-late", summary.all_late().to_string());
    }
    lines
}
