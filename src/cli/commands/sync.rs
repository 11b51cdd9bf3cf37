//! `sync`: progress, questions and answers.

use std::io::{BufRead, IsTerminal};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

use super::{CommandOutput, Invocation};
use crate::cli::args::sync::Sync;
use crate::cli::errors::{self, Code, Failure};
use crate::cli::{output, signals};
use crate::model::{MergeAnswer, MergeQuestion, MergeSide, MessageArg};
use crate::report::{json, sanitize, text};
use crate::store::{Prompts, SyncError, SyncReport, SyncStep};

/// How often the questions may change while they are answered.
const MAX_ROUNDS: usize = 20;

/// Syncs, asks about conflicts, and reports the result.
pub(super) fn sync(call: &Invocation, typed: &Sync) -> Result<CommandOutput, Failure> {
    let folder = call.folder()?;
    let interruption = Interruption::listen().map_err(|error| errors::system(&call.locale, &error))?;
    let has_terminal = std::io::stdin().is_terminal();
    let prompts = if has_terminal { Prompts::Terminal } else { Prompts::Never };
    let mut answers: Vec<MergeAnswer> = Vec::new();
    for _ in 0..MAX_ROUNDS {
        let done = folder.sync(&answers, prompts, &|step| show(call, &step), &interruption.cancelled);
        output::progress("");
        let questions = match done {
            Ok(synced) => return reply(call, &synced),
            Err(SyncError::Questions(questions)) => questions,
            Err(SyncError::Cancelled) => return Err(interruption.stopped(call)),
            Err(error) => return Err(errors::sync(&call.locale, &error)),
        };
        let given = match given(typed, &questions, &answers) {
            given if given.is_empty() && has_terminal && !call.json => interruption.ask(call, &questions)?,
            given => given,
        };
        if given.is_empty() {
            return open(call, questions);
        }
        answers.retain(|answer| !given.iter().any(|given| is_same(given, answer)));
        answers.extend(given);
    }
    Err(errors::sync(&call.locale, &SyncError::Raced))
}

/// The state shared with the signal handler.
struct Interruption {
    cancelled: Arc<AtomicBool>,
    /// The number of the signal.
    signal: Arc<AtomicUsize>,
    /// Whether a question is being asked: then nothing is in progress, and a signal ends the program at once.
    at_question: Arc<AtomicBool>,
}

impl Interruption {
    fn listen() -> std::io::Result<Self> {
        let interruption = Self { cancelled: Arc::default(), signal: Arc::default(), at_question: Arc::default() };
        signals::stop_at(&interruption.cancelled, &interruption.signal, &interruption.at_question)?;
        Ok(interruption)
    }

    /// Returns the failure after a signal.
    fn stopped(&self, call: &Invocation) -> Failure {
        let signal = i32::try_from(self.signal.load(Ordering::SeqCst)).unwrap_or_default();
        Failure { code: Code::Signal(signal), ..errors::sync(&call.locale, &SyncError::Cancelled) }
    }

    /// Asks on the terminal. Returns no answers if one question is left open.
    fn ask(&self, call: &Invocation, questions: &[MergeQuestion]) -> Result<Vec<MergeAnswer>, Failure> {
        let mut answers = Vec::new();
        for question in questions {
            // A signal before this line sets the flag, a later one ends the program: none is lost.
            self.at_question.store(true, Ordering::SeqCst);
            if self.cancelled.load(Ordering::SeqCst) {
                return Err(self.stopped(call));
            }
            output::notice(&format!("\n{}{} ", text::question(question, &call.locale), call.locale.text("sync-which")));
            let mut line = String::new();
            let read = std::io::stdin().lock().read_line(&mut line);
            self.at_question.store(false, Ordering::SeqCst);
            read.map_err(|error| errors::system(&call.locale, &error))?;
            let side = match line.trim() {
                "1" => MergeSide::Ours,
                "2" => MergeSide::Theirs,
                _ => return Ok(Vec::new()),
            };
            answers.push(MergeAnswer { record: question.record.clone(), path: question.path.clone(), side });
        }
        Ok(answers)
    }
}

/// Returns the answers given by options. A question that is asked again has changed, so only `--ours-all` and
/// `--theirs-all` answer it again.
fn given(typed: &Sync, questions: &[MergeQuestion], before: &[MergeAnswer]) -> Vec<MergeAnswer> {
    let means = |word: &String, question: &MergeQuestion| {
        let (record, path) = word.split_once(':').unwrap_or((word, ""));
        let is_record = record == question.record.id.as_str() || record == question.record.to_string();
        is_record && path == question.path.to_string()
    };
    let answer = |question: &MergeQuestion| {
        let named = |words: &[String]| words.iter().any(|word| means(word, question));
        let side = match (named(&typed.ours), named(&typed.theirs)) {
            (true, false) => Some((MergeSide::Ours, false)),
            (false, true) => Some((MergeSide::Theirs, false)),
            _ if typed.ours_all => Some((MergeSide::Ours, true)),
            _ if typed.theirs_all => Some((MergeSide::Theirs, true)),
            _ => None,
        };
        let (side, always) = side?;
        let answer = MergeAnswer { record: question.record.clone(), path: question.path.clone(), side };
        (always || !before.iter().any(|before| is_same(before, &answer))).then_some(answer)
    };
    questions.iter().filter_map(answer).collect()
}

fn is_same(one: &MergeAnswer, other: &MergeAnswer) -> bool {
    (&one.record, &one.path) == (&other.record, &other.path)
}

/// Reports open questions; nothing was changed.
fn open(call: &Invocation, questions: Vec<MergeQuestion>) -> Result<CommandOutput, Failure> {
    if call.json {
        return Ok(CommandOutput { code: Code::Refused, ..call.json(&json::sync_questions(&questions))? });
    }
    let mut said = String::new();
    for question in &questions {
        said += &format!("{}\n", text::question(question, &call.locale));
    }
    if let Some(question) = questions.first() {
        let place = match question.path.is_empty() {
            true => question.record.to_string(),
            // Quoted because brackets are special in shells.
            false => format!("'{}:{}'", question.record, question.path),
        };
        let args = [("place", MessageArg::Text(sanitize(&place).into_owned()))];
        said += &format!("{}\n", call.locale.message("sync-how", &args));
    }
    output::notice(&said);
    Err(errors::sync(&call.locale, &SyncError::Questions(questions)))
}

fn reply(call: &Invocation, synced: &SyncReport) -> Result<CommandOutput, Failure> {
    if !synced.settled.is_empty() {
        return settled(call, synced);
    }
    if call.json {
        let merged = synced.merged.as_deref();
        return call.json(&json::synced(synced.received, synced.sent, merged, &synced.records));
    }
    if (synced.received, synced.sent) == (0, 0) {
        return Ok(CommandOutput::fine(call.locale.text("sync-nothing") + "\n"));
    }
    let args = [("received", MessageArg::count(synced.received)), ("sent", MessageArg::count(synced.sent))];
    let mut said = call.locale.message("sync-done", &args) + "\n";
    for record in &synced.records {
        said += &format!("  {record}\n");
    }
    Ok(CommandOutput::fine(said))
}

/// Says which conflicts of git were settled, and what to do then. Nothing was fetched, so the sync has not succeeded.
fn settled(call: &Invocation, synced: &SyncReport) -> Result<CommandOutput, Failure> {
    if call.json {
        let answer = json::sync_settled(&synced.settled, synced.in_progress);
        return Ok(CommandOutput { code: Code::Refused, ..call.json(&answer)? });
    }
    let count = [("count", MessageArg::count(synced.settled.len()))];
    let mut said = call.locale.message("sync-settled", &count) + "\n";
    for record in &synced.settled {
        said += &format!("  {record}\n");
    }
    let next = match synced.in_progress {
        Some(name) => call.locale.message("operation-next", &[("what", MessageArg::Text(name.to_owned()))]),
        None => call.locale.text("sync-settled-uncommitted"),
    };
    Ok(CommandOutput { code: Code::Refused, ..CommandOutput::fine(said + &next + "\n") })
}

/// Shows progress: a message when a step begins, then git's own output.
fn show(call: &Invocation, step: &SyncStep) {
    let key = match step {
        SyncStep::Fetching(line) | SyncStep::Pushing(line) if !line.is_empty() => return output::progress(line),
        SyncStep::Fetching(_) => "sync-fetching",
        SyncStep::Merging => "sync-merging",
        SyncStep::Pushing(_) => "sync-pushing",
        SyncStep::TryingAgain => "sync-trying-again",
    };
    output::progress("");
    if std::io::stderr().is_terminal() {
        output::notice(&(call.locale.text(key) + "\n"));
    }
}
