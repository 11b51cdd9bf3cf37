//! `review --plain`: a whole review as numbered questions. One commit for each startup, then the closing.

use super::super::{CommandOutput, Invocation, commit, prepare, review};
use super::dialogue::{Dialogue, Stop};
use super::facts::facts;
use crate::cli::clock;
use crate::cli::errors::{self, Code, Failure};
use crate::edit::verb::{ReviewCloseVerb, ReviewOpenVerb};
use crate::edit::{ArgumentValue, ArgumentValues, Verb};
use crate::model::{AgendaItem, Id, MessageArg, Portfolio, Review, ReviewKind};
use crate::parallel::AllCores;
use crate::report::words;
use crate::rules;

/// Runs a review that is open: the one named, else the only one. If none is open, offers to open one for today.
pub(in super::super) fn run(call: &Invocation, named: Option<&str>) -> Result<CommandOutput, Failure> {
    call.no_json("review --plain")?;
    let (_, portfolio) = call.portfolio()?;
    let is_open = portfolio.reviews.values().any(|review| !review.is_closed());
    let id = if is_open || named.is_some() { Some(open_one(call, &portfolio, named)?) } else { None };
    let mut dialogue = Dialogue::new(call, "plain-stopped");
    dialogue.end(|dialogue| {
        let id = match id {
            Some(id) => id,
            None => match open(dialogue, &portfolio)? {
                Some(id) => id,
                None => return Ok(CommandOutput::fine(String::new())),
            },
        };
        PlainReview { dialogue, id, present: Vec::new(), noted: Vec::new() }.run()
    })
}

/// Returns the open review that is named, else the only one.
fn open_one(call: &Invocation, portfolio: &Portfolio, named: Option<&str>) -> Result<Id, Failure> {
    let mut values = ArgumentValues::default();
    if let Some(named) = named {
        values.set("review", ArgumentValue::Text(super::super::id(call, named)?.to_string()));
    }
    review::choose(call, portfolio, Verb::ReviewClose, &mut values)?;
    let id = values.id("review").filter(|id| portfolio.reviews.get(id).is_some_and(|one| !one.is_closed()));
    let none = || errors::usage(&call.locale, "error-no-review", vec![("state", MessageArg::Text("open".to_owned()))]);
    id.ok_or_else(none)
}

/// Asks which review to open today, with the proposed agenda.
fn open(dialogue: &mut Dialogue<'_>, portfolio: &Portfolio) -> Result<Option<Id>, Stop> {
    let call = dialogue.call;
    let agenda = rules::proposed_agenda(portfolio, call.today, &AllCores);
    let names =
        agenda.iter().map(|id| portfolio.startups.get(id).map_or_else(|| id.to_string(), |one| one.name.clone()));
    let names = MessageArg::Text(names.collect::<Vec<_>>().join(", "));
    dialogue
        .say(&call.locale.message("plain-proposed", &[("count", MessageArg::count(agenda.len())), ("names", names)]))?;
    let kind = loop {
        match dialogue.ask("plain-kind")?.as_str() {
            "" => return Ok(None),
            "1" => break ReviewKind::Committee,
            "2" => break ReviewKind::Portfolio,
            _ => dialogue.again()?,
        }
    };
    let Ok(id) = Id::new(&call.today.to_string()) else { return Ok(None) };
    let verb = ReviewOpenVerb::new(id.clone(), (kind, call.today), Some(clock::now().time()), agenda);
    let prepared = prepare(call, portfolio, &[verb.into()], None)?;
    let output = commit(call, &call.folder()?, prepared)?;
    dialogue.say(output.text.trim_end())?;
    Ok(Some(id))
}

/// A review in progress.
pub(super) struct PlainReview<'a, 'b> {
    pub dialogue: &'a mut Dialogue<'b>,
    id: Id,
    /// Who was there for the startup before.
    pub present: Vec<String>,
    /// Startups of a portfolio review that need no decision.
    pub noted: Vec<Id>,
}

impl PlainReview<'_, '_> {
    fn run(&mut self) -> Result<CommandOutput, Stop> {
        let call = self.dialogue.call;
        let (_, portfolio) = call.portfolio()?;
        let Some(review) = portfolio.reviews.get(&self.id) else { return Err(Stop::Ended) };
        let count = review.agenda.len();
        self.dialogue.say(&words::of_review(review, &call.locale))?;
        for (at, item) in (1..).zip(review.ordered_agenda()) {
            let args = [
                ("at", MessageArg::count(at)),
                ("count", MessageArg::count(count)),
                ("startup", MessageArg::Text(name(&portfolio, item))),
            ];
            self.dialogue.say("")?;
            self.dialogue.say(&call.locale.message("plain-startup", &args))?;
            self.dialogue.restart();
            self.startup(item)?;
        }
        self.dialogue.say("")?;
        self.dialogue.restart();
        self.close(review)
    }

    fn close(&mut self, review: &Review) -> Result<CommandOutput, Stop> {
        let call = self.dialogue.call;
        if !self.dialogue.confirms("plain-close")? {
            return Ok(CommandOutput::fine(String::new()));
        }
        let note_rest = review.kind == ReviewKind::Portfolio && self.is_left()?;
        if note_rest && !self.dialogue.confirms("plain-note-rest")? {
            return Ok(CommandOutput::fine(String::new()));
        }
        let mut output = review::close_review(call, &self.id, &self.noted, note_rest, None)?;
        if output.code == Code::Fine {
            let review = [("review", MessageArg::Text(self.id.to_string()))];
            output.text.push_str(&format!("{}\n", call.locale.message("plain-minutes", &review)));
        }
        Ok(output)
    }

    /// Lists the startups that have no outcome now, and returns whether there are any.
    fn is_left(&self) -> Result<bool, Stop> {
        let call = self.dialogue.call;
        let (_, portfolio) = call.portfolio()?;
        let Some(review) = portfolio.reviews.get(&self.id) else { return Ok(false) };
        let (_, missing) = ReviewCloseVerb::outcomes_of(&portfolio, review, &self.noted, false);
        let names = review.ordered_agenda().into_iter().filter(|item| missing.contains(&item.startup));
        let names: Vec<String> = names.map(|item| name(&portfolio, item)).collect();
        if !names.is_empty() {
            let facts =
                [("count", MessageArg::count(names.len())), ("names", MessageArg::Text(call.locale.list(&names)))];
            self.dialogue.say(&call.locale.message("plain-left", &facts))?;
        }
        Ok(!names.is_empty())
    }

    /// Asks about one startup and records the answers in one commit.
    fn startup(&mut self, item: &AgendaItem) -> Result<(), Stop> {
        let call = self.dialogue.call;
        let (folder, portfolio) = call.portfolio()?;
        let (Some(review), Some(startup)) = (portfolio.reviews.get(&self.id), portfolio.startups.get(&item.startup))
        else {
            return self.dialogue.say(&call.locale.text("plain-gone"));
        };
        if let Some(outcome) = review.outcome_of(startup) {
            let word = MessageArg::Text(call.locale.text(&format!("outcome-{}", outcome.name())));
            return self.dialogue.say(&call.locale.message("plain-settled", &[("outcome", word)]));
        }
        for line in facts(call, &portfolio, review, startup) {
            self.dialogue.say(&format!("  {line}"))?;
        }
        let Some(answers) = self.answers(&portfolio, review, startup)? else { return Ok(()) };
        let recorded = prepare(call, &portfolio, &answers, None).and_then(|prepared| commit(call, &folder, prepared));
        match recorded {
            Ok(output) => self.dialogue.say(output.text.trim_end()),
            // The startup keeps no outcome, and closing lists it.
            Err(failure) => self.dialogue.say(&failure.line()),
        }
    }
}

fn name(portfolio: &Portfolio, item: &AgendaItem) -> String {
    portfolio.startups.get(&item.startup).map_or_else(|| item.startup.to_string(), |startup| startup.name.clone())
}
