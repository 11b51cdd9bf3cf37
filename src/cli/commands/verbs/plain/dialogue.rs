//! Numbered questions on standard input and output, line by line, without escape sequences.

use std::io::{BufRead, Write};

use super::super::{CommandOutput, Invocation};
use crate::cli::errors::{self, Code, Failure};
use crate::model::Date;
use crate::report::sanitize;

/// The words that confirm a question, and those that deny it.
const YES: [&str; 6] = ["y", "yes", "o", "oui", "1", "true"];
const NO: [&str; 5] = ["n", "no", "non", "0", "false"];

/// How a dialogue ends before its last question.
pub(super) enum Stop {
    /// Standard input has ended.
    Ended,
    Failed(Failure),
}

impl From<Failure> for Stop {
    fn from(failure: Failure) -> Self {
        Self::Failed(failure)
    }
}

/// A dialogue in progress.
pub(super) struct Dialogue<'a> {
    pub call: &'a Invocation,
    /// The number of the last question.
    number: usize,
    /// The message if the input ends before the last question.
    stopped: &'static str,
}

impl<'a> Dialogue<'a> {
    pub const fn new(call: &'a Invocation, stopped: &'static str) -> Self {
        Self { call, number: 0, stopped }
    }

    /// Runs the questions; says so if the input ends before the last one.
    pub fn end(
        &mut self,
        run: impl FnOnce(&mut Self) -> Result<CommandOutput, Stop>,
    ) -> Result<CommandOutput, Failure> {
        match run(self) {
            Ok(output) => Ok(output),
            Err(Stop::Failed(failure)) => Err(failure),
            Err(Stop::Ended) => {
                let text = format!("\n{}\n", self.call.locale.text(self.stopped));
                Ok(CommandOutput::new(text, Code::Refused))
            }
        }
    }

    /// Numbers the questions from 1 again.
    pub const fn restart(&mut self) {
        self.number = 0;
    }

    /// Says that an answer was not understood. The next question has the same number.
    pub fn again(&mut self) -> Result<(), Stop> {
        self.ask_again(&self.call.locale.text("plain-again"))
    }

    pub fn ask_again(&mut self, words: &str) -> Result<(), Stop> {
        self.number = self.number.saturating_sub(1);
        self.say(words)
    }

    pub fn date(&mut self, key: &str) -> Result<Option<Date>, Stop> {
        let question = self.call.locale.text(key);
        Ok(self.parsed(&question, |call, typed| call.date("1", Some(typed)))?.flatten())
    }

    /// Asks until the answer is empty or understood.
    pub fn parsed<T>(
        &mut self,
        question: &str,
        read: impl Fn(&Invocation, &str) -> Result<T, Failure>,
    ) -> Result<Option<T>, Stop> {
        loop {
            let typed = self.question(question)?;
            if typed.is_empty() {
                return Ok(None);
            }
            match read(self.call, &typed) {
                Ok(value) => return Ok(Some(value)),
                Err(failure) => self.ask_again(&failure.line())?,
            }
        }
    }

    /// Returns whether the answer is yes; an empty one is no.
    pub fn confirms(&mut self, key: &str) -> Result<bool, Stop> {
        let question = self.call.locale.text(key);
        self.confirms_question(&question)
    }

    pub fn confirms_question(&mut self, question: &str) -> Result<bool, Stop> {
        Ok(YES.contains(&self.question(question)?.to_lowercase().as_str()))
    }

    /// Asks until the answer is empty or passes a check, and returns it as typed.
    pub fn checked(
        &mut self,
        question: &str,
        check: impl Fn(&Invocation, &str) -> Result<(), Failure>,
    ) -> Result<String, Stop> {
        let typed = self.parsed(question, |call, typed| check(call, typed).map(|()| typed.to_owned()))?;
        Ok(typed.unwrap_or_default())
    }

    /// Returns whether the answer is not no.
    pub fn accepts(&mut self, question: &str) -> Result<bool, Stop> {
        Ok(!NO.contains(&self.question(question)?.to_lowercase().as_str()))
    }

    /// Asks a numbered question and returns the answer without blanks around it.
    pub fn ask(&mut self, key: &str) -> Result<String, Stop> {
        let question = self.call.locale.text(key);
        self.question(&question)
    }

    pub fn question(&mut self, question: &str) -> Result<String, Stop> {
        self.number += 1;
        self.say(&format!("{}. {question}", self.number))?;
        let mut line = String::new();
        let read = std::io::stdin().lock().read_line(&mut line);
        match read.map_err(|error| errors::system(&self.call.locale, &error))? {
            0 => Err(Stop::Ended),
            _ => Ok(line.trim().to_owned()),
        }
    }

    /// Writes a line. What the records contain is shown without control characters.
    pub fn say(&self, line: &str) -> Result<(), Stop> {
        let mut text: String = line.lines().map(|line| format!("{}\n", sanitize(line))).collect();
        if text.is_empty() {
            text.push('\n');
        }
        let mut stdout = std::io::stdout().lock();
        let written = stdout.write_all(text.as_bytes()).and_then(|()| stdout.flush());
        Ok(written.map_err(|error| errors::system(&self.call.locale, &error))?)
    }
}
