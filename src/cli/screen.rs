//! The screen's loop: one channel that everything comes through, and nothing to do until something does.
//!
//! A thread reads keys, one performs effects, one hears signals; this one owns the state and the terminal. It
//! waits on the channel, takes all that has come, and draws once. It never waits for a folder or for git.

use std::io;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{self, Receiver, Sender};
use std::time::Duration;

use crossterm::event::{self, Event};

use crate::cli::editor::{self, Target};
use crate::cli::effects::{Performer, SMALL};
use crate::cli::errors::{self, Code, Failure};
use crate::cli::remembered::Memory;
use crate::cli::signals::{self, Signal};
use crate::cli::terminal::Lease;
use crate::cli::worker::{self, Job};
use crate::locale::Locale;
use crate::model::RecordRef;
use crate::store::Folder;
use crate::ui::{self, Effect, Input, Outcome, Setup, State};

/// Rows of the screen that show no startup: what stands above the list and below it.
const CHROME: u16 = 5;
/// Events taken in one go at most: a flood of them must not keep a frame from being drawn.
const MOST: usize = 256;

/// Everything that can happen.
pub enum Message {
    /// Keys, pastes, sizes, as many as had come.
    Events(Vec<Event>),
    /// The terminal can no longer be read.
    Deaf(io::Error),
    /// A signal.
    Signal(Signal),
    /// An effect has something to say.
    Outcome(Outcome),
    /// An editor is to be opened here.
    Edit(Target, Option<RecordRef>),
    /// The worker is gone: it panicked, and the panic has been printed.
    WorkerGone,
}

/// Runs the screen until it is left; gives how it ended.
///
/// # Errors
/// When the terminal fails, or an edit that was on its way when the screen was left could not be saved.
pub fn run(setup: Setup, folder: Folder, locale: Arc<Locale>, memory: &Memory) -> Result<Code, Failure> {
    let failed = |error: io::Error| errors::system(&locale, &error);
    let rows = usize::from(setup.size.1.saturating_sub(CHROME));
    let small = folder.count() <= SMALL;
    let mut performer = Performer::new(folder, Arc::clone(&locale), setup.today, setup.as_of);
    let mouse = setup.mouse;
    let (mut state, mut effects) = State::new(setup);
    // A small folder is read at once: a first frame that grows a moment later would only flicker.
    if small {
        let mut told = Vec::new();
        let collected = std::sync::Mutex::new(&mut told);
        for effect in effects.drain(..) {
            performer.perform(&effect, &|outcome| {
                if let Ok(mut told) = collected.lock() {
                    told.push(outcome);
                }
            });
        }
        for outcome in told {
            effects.extend(state.update(Input::Outcome(outcome)));
        }
    } else {
        effects.extend(state.update(Input::Outcome(Outcome::Data(performer.first(rows)))));
    }

    let (tell, messages) = mpsc::channel();
    let lent = Arc::new(AtomicBool::new(false));
    let signal = tell.clone();
    signals::listen(Arc::clone(&lent), move |heard| drop(signal.send(Message::Signal(heard)))).map_err(failed)?;
    let mut lease = Lease::take(mouse).map_err(failed)?;
    // From the first look for events on a new size is noticed; one that came before is taken here.
    event::poll(Duration::ZERO).map_err(failed)?;
    let (columns, rows) = lease.size().map_err(failed)?;
    effects.extend(state.update(Input::Terminal(Event::Resize(columns, rows))));
    lease.draw(|frame| ui::draw(&state, frame)).map_err(failed)?;

    let (jobs, queue) = mpsc::channel();
    worker::start(performer, queue, tell.clone()).map_err(failed)?;
    let (go_on, wait) = mpsc::channel();
    std::thread::Builder::new().name("keys".into()).spawn(move || read_keys(&tell, &wait)).map_err(failed)?;
    let mut session =
        Session { state, lease, jobs, go_on, lent, locale: Arc::clone(&locale), saving: 0, waiting: false, end: None };
    session.perform(effects);
    session.run(&messages, memory)
}

/// Reads what has come from the terminal, hands it on, and waits to be told before it reads on: so that nobody
/// takes an editor's keys from it.
fn read_keys(tell: &Sender<Message>, go_on: &Receiver<()>) {
    loop {
        let message = match events() {
            Ok(events) => Message::Events(events),
            Err(error) => Message::Deaf(error),
        };
        let deaf = matches!(message, Message::Deaf(_));
        if tell.send(message).is_err() || deaf || go_on.recv().is_err() {
            return;
        }
    }
}

fn events() -> io::Result<Vec<Event>> {
    let mut events = vec![event::read()?];
    while events.len() < MOST && event::poll(Duration::ZERO)? {
        events.push(event::read()?);
    }
    Ok(events)
}

struct Session {
    state: State,
    lease: Lease,
    jobs: Sender<Job>,
    go_on: Sender<()>,
    lent: Arc<AtomicBool>,
    locale: Arc<Locale>,
    /// Edits on their way to the repository.
    saving: usize,
    /// Whether keys are left unread until an editor has been opened and closed.
    waiting: bool,
    end: Option<Code>,
}

impl Session {
    fn run(mut self, messages: &Receiver<Message>, memory: &Memory) -> Result<Code, Failure> {
        while let Ok(first) = messages.recv() {
            self.take(first)?;
            for message in messages.try_iter().take(MOST) {
                self.take(message)?;
            }
            if let Some(code) = self.end {
                return self.leave(code, messages, memory);
            }
            self.draw()?;
        }
        Ok(Code::CouldNotRun)
    }

    fn take(&mut self, message: Message) -> Result<(), Failure> {
        match message {
            Message::Events(events) => {
                for event in events {
                    self.update(Input::Terminal(event));
                }
                if !self.waiting {
                    self.read_on();
                }
            }
            Message::Outcome(outcome) => {
                if matches!(outcome, Outcome::Saved(_) | Outcome::Failed { .. }) {
                    self.saving = self.saving.saturating_sub(1);
                }
                self.update(Input::Outcome(outcome));
            }
            Message::Edit(target, record) => self.edit(&target, record)?,
            Message::Signal(Signal::Stop) => self.suspend(),
            Message::Signal(Signal::Continue) => self.take_back()?,
            Message::Signal(Signal::End(signal)) => self.end = Some(Code::Signal(signal)),
            Message::Deaf(error) => return Err(errors::system(&self.locale, &error)),
            Message::WorkerGone => self.end = Some(Code::CouldNotRun),
        }
        Ok(())
    }

    fn update(&mut self, input: Input) {
        let effects = self.state.update(input);
        self.perform(effects);
    }

    fn perform(&mut self, effects: Vec<Effect>) {
        for effect in effects {
            match effect {
                Effect::Quit => self.end = Some(Code::Fine),
                Effect::Suspend => self.suspend(),
                Effect::SetMouse(ours) => self.lease.set_mouse(ours),
                Effect::Copy(text) => self.lease.copy(&text),
                Effect::OpenEditor(place) => {
                    self.waiting = true;
                    self.send(Job::Find(place));
                }
                other => {
                    if let Effect::Speak(language) = &other {
                        self.locale = Arc::new(Locale::new(*language));
                    }
                    if matches!(other, Effect::Save(_) | Effect::Undo | Effect::Redo | Effect::CommitByHand(_)) {
                        self.saving += 1;
                    }
                    self.send(Job::Perform(other));
                }
            }
        }
    }

    fn send(&self, job: Job) {
        // A worker that is gone says so itself.
        let _ = self.jobs.send(job);
    }

    fn read_on(&self) {
        let _ = self.go_on.send(());
    }

    fn draw(&mut self) -> Result<(), Failure> {
        let Self { state, lease, locale, .. } = self;
        lease.draw(|frame| ui::draw(state, frame)).map_err(|error| errors::system(locale, &error))
    }

    /// Stops as a program without a screen does; going on comes as a signal.
    fn suspend(&mut self) {
        self.lease.lend();
        signals::stop();
    }

    fn take_back(&mut self) -> Result<(), Failure> {
        let size = self.lease.take_back().and_then(|()| self.lease.size());
        let (columns, rows) = size.map_err(|error| errors::system(&self.locale, &error))?;
        self.update(Input::Terminal(Event::Resize(columns, rows)));
        Ok(())
    }

    /// Lends the terminal to the user's editor, then looks at what it left.
    fn edit(&mut self, target: &Target, record: Option<RecordRef>) -> Result<(), Failure> {
        let editor = editor::chosen(|name| std::env::var(name).ok());
        self.lent.store(true, Ordering::SeqCst);
        self.lease.lend();
        let closed = editor::open(&editor, target);
        self.lent.store(false, Ordering::SeqCst);
        self.take_back()?;
        if !closed.is_ok_and(|status| status.success()) {
            self.update(Input::Outcome(errors::editor(&self.locale, &editor).outcome()));
        }
        self.send(Job::Perform(Effect::Reload));
        if let Some(record) = record {
            self.send(Job::Perform(Effect::ReadHandEdit(record)));
        }
        self.waiting = false;
        self.read_on();
        Ok(())
    }

    /// Gives the terminal back, and waits for edits that are on their way: they are done or said to have failed.
    fn leave(mut self, code: Code, messages: &Receiver<Message>, memory: &Memory) -> Result<Code, Failure> {
        self.lease.lend();
        // What cannot be remembered is no reason to complain to somebody who leaves.
        let _ = memory.write(&self.state.remembered());
        let mut result = Ok(code);
        while self.saving > 0 && code != Code::CouldNotRun {
            match messages.recv() {
                Ok(Message::Outcome(Outcome::Saved(_))) => self.saving -= 1,
                Ok(Message::Outcome(Outcome::Failed { what, remedy })) => {
                    self.saving -= 1;
                    result = Err(Failure { what, remedy, code: Code::Refused });
                }
                Ok(Message::WorkerGone) | Err(_) => return Ok(Code::CouldNotRun),
                Ok(_) => {}
            }
        }
        result
    }
}
