//! The screen's event loop: it waits on one channel, and takes no CPU while nothing happens.
//!
//! One thread reads keys, one performs effects, one receives signals; this one owns the state and the terminal. It
//! takes all messages that have come and draws once. It never waits for the folder or for git.

use std::io;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{self, Receiver, Sender};
use std::time::{Duration, Instant};

use crossterm::event::{self, Event, MouseButton, MouseEvent, MouseEventKind};

use crate::cli::background::Listener;
use crate::cli::clipboard;
use crate::cli::drafts::{self, Keeper};
use crate::cli::editor::{self, Target};
use crate::cli::effects::Performer;
use crate::cli::errors::{self, Code, Failure};
use crate::cli::first_screen::{FirstRows, FirstRowsReader};
use crate::cli::remembered::Memory;
use crate::cli::signals::{self, Signal};
use crate::cli::terminal::Lease;
use crate::cli::watcher;
use crate::cli::worker::{self, Job, Old};
use crate::locale::Locale;
use crate::model::RecordRef;
use crate::ui::{self, Copied, Effect, Input, Outcome, Setup, State};

/// Events taken in one go at most: a flood of them must not keep a frame from being drawn.
const MOST: usize = 256;

/// Two clicks on one cell within so much time are one double click.
const TWICE: Duration = Duration::from_millis(400);

/// Everything that can happen.
pub enum Message {
    /// Keys, pastes and sizes: all that had come.
    Events(Vec<Event>),
    /// The terminal can no longer be read.
    Deaf(io::Error),
    /// A signal.
    Signal(Signal),
    /// An effect has brought something.
    Outcome(Outcome),
    /// The file and line that were to be copied.
    Located(String),
    /// An editor is to be opened here.
    Edit(Target, Option<RecordRef>),
    /// The worker is gone: it panicked, and the panic has been printed.
    WorkerGone,
}

/// What the screen needs besides the records.
pub struct Beside<'a> {
    /// Where the screen's choices are left for the next start.
    pub memory: &'a Memory,
    /// Where drafts are kept; nowhere where the system refuses.
    pub drafts: Option<drafts::Place>,
    /// What to tell on the first screen.
    pub told: Vec<String>,
    /// Whether the terminal is asked for its background.
    pub ask: bool,
    /// Whether changes to the folder are looked at by themselves.
    pub watches: bool,
}

/// Runs the screen until it is left; gives how it ended.
///
/// # Errors
/// When the terminal fails, or an edit that was on its way when the screen was left could not be saved.
pub fn run(setup: Setup, reading: FirstRowsReader, locale: Arc<Locale>, beside: Beside<'_>) -> Result<Code, Failure> {
    let failed = |error: io::Error| errors::system(&locale, &error);
    let (tell, messages) = mpsc::channel();
    let lent = Arc::new(AtomicBool::new(false));
    let signal = tell.clone();
    signals::listen(Arc::clone(&lent), move |heard| drop(signal.send(Message::Signal(heard)))).map_err(failed)?;
    let mut lease = Lease::take(setup.mouse).map_err(failed)?;
    // The answer comes while the records load.
    if beside.ask {
        lease.ask_background();
    }
    let (today, as_of) = (setup.today, setup.as_of);
    let (state, effects) = State::new(setup);
    let (go_on, wait) = mpsc::channel();
    let (jobs, queue) = mpsc::channel();
    let listener = Listener::default();
    let drafts = beside.drafts.map(Keeper::start).transpose().map_err(failed)?;
    let locale = Arc::clone(&locale);
    let mut session = Session {
        state,
        lease,
        listener,
        clicked: None,
        jobs,
        drafts,
        cancelled: Arc::default(),
        go_on,
        lent,
        locale,
        saving: 0,
        waiting: false,
        end: None,
    };
    let (folder, head) = reading.end();
    let watched = beside.watches.then(|| folder.watch());
    let performer = Performer::new(folder, Arc::clone(&session.locale), today, as_of);
    let performer = performer.cancelled_by(Arc::clone(&session.cancelled)).hurried();
    let mut performer = performer.arranged(session.state.arrangements().clone());
    let effects = session.first_data(&mut performer, head, effects);
    for words in beside.told {
        session.update(Input::Outcome(Outcome::Told(words)));
    }
    session.first_frame().map_err(failed)?;

    worker::start(performer, queue, tell.clone()).map_err(failed)?;
    if let Some(watched) = watched {
        watcher::start(watched, session.jobs.clone(), tell.clone(), Arc::clone(&session.locale)).map_err(failed)?;
    }
    std::thread::Builder::new().name("keys".into()).spawn(move || read_keys(&tell, &wait)).map_err(failed)?;
    session.perform(effects);
    session.run(&messages, beside.memory)
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

/// Whether leaving the screen waits for the effect to end.
const fn writes(effect: &Effect) -> bool {
    matches!(
        effect,
        Effect::Save(..)
            | Effect::Undo(_)
            | Effect::Redo
            | Effect::CommitByHand(_)
            | Effect::SetUp { .. }
            | Effect::Sync(_)
    )
}

/// Whether the outcome ends an effect that [`writes`].
const fn ends(outcome: &Outcome) -> bool {
    matches!(
        outcome,
        Outcome::Saved(_) | Outcome::Begun | Outcome::Failed { .. } | Outcome::Synced(_) | Outcome::Questions(_)
    )
}

struct Session {
    state: State,
    lease: Lease,
    listener: Listener,
    /// Where and when the mouse was last clicked.
    clicked: Option<(u16, u16, Instant)>,
    jobs: Sender<Job>,
    drafts: Option<Keeper>,
    /// Stops a sync that goes on.
    cancelled: Arc<AtomicBool>,
    go_on: Sender<()>,
    lent: Arc<AtomicBool>,
    locale: Arc<Locale>,
    /// How many effects that write have not ended yet.
    saving: usize,
    /// Whether keys are left unread until an editor has been opened and closed.
    waiting: bool,
    end: Option<Code>,
}

impl Session {
    /// Loads what the first frame shows, and returns the effects that are left. Without a head it reads the whole
    /// folder.
    fn first_data(
        &mut self,
        performer: &mut Performer,
        head: Option<FirstRows>,
        mut effects: Vec<Effect>,
    ) -> Vec<Effect> {
        if let Some(head) = head {
            let data = performer.first(head, self.state.is_filtered());
            effects.extend(self.state.update(Input::Outcome(Outcome::Data(data))));
            return effects;
        }
        let outcomes = performer.outcomes(&effects);
        outcomes.into_iter().flat_map(|outcome| self.state.update(Input::Outcome(outcome))).collect()
    }

    /// Draws the first frame, with the events that the terminal has sent so far.
    fn first_frame(&mut self) -> io::Result<()> {
        // From the first look for events on a new size is noticed; one that came before is taken here.
        if event::poll(Duration::ZERO)? {
            let events = events()?;
            self.hear(events);
        }
        let (columns, rows) = self.lease.size()?;
        self.update(Input::Terminal(Event::Resize(columns, rows)));
        let Self { state, lease, .. } = self;
        lease.draw(|frame| ui::draw(state, frame))
    }

    /// Hands on what comes from the terminal.
    fn hear(&mut self, events: Vec<Event>) {
        let heard = self.listener.hear(events);
        if let Some(background) = heard.background {
            self.update(Input::Background(background));
        }
        for event in heard.events {
            let input = match event {
                Event::Mouse(mouse) if mouse.kind == MouseEventKind::Down(MouseButton::Left) => self.click(&mouse),
                other => Input::Terminal(other),
            };
            self.update(input);
        }
    }

    /// Tells a double click from two clicks: that takes a clock, which `ui` does not have.
    fn click(&mut self, mouse: &MouseEvent) -> Input {
        let MouseEvent { column, row, .. } = *mouse;
        let before = self.clicked.take();
        let twice = before.is_some_and(|(x, y, when)| (x, y) == (column, row) && when.elapsed() <= TWICE);
        // A third click begins a new pair.
        self.clicked = (!twice).then(|| (column, row, Instant::now()));
        Input::Click { column, row, twice }
    }

    fn run(mut self, messages: &Receiver<Message>, memory: &Memory) -> Result<Code, Failure> {
        loop {
            if let Some(code) = self.end {
                return self.leave(code, messages, memory);
            }
            let Ok(first) = messages.recv() else { return Ok(Code::CouldNotRun) };
            self.take(first)?;
            for message in messages.try_iter().take(MOST) {
                self.take(message)?;
            }
            if self.end.is_none() {
                self.draw()?;
            }
        }
    }

    fn take(&mut self, message: Message) -> Result<(), Failure> {
        match message {
            Message::Events(events) => {
                self.hear(events);
                if !self.waiting {
                    self.read_on();
                }
            }
            Message::Outcome(outcome) => {
                if ends(&outcome) {
                    self.saving = self.saving.saturating_sub(1);
                }
                let before = matches!(outcome, Outcome::Data(_)).then(|| self.state.data());
                self.update(Input::Outcome(outcome));
                if let Some(before) = before {
                    self.send(Job::Forget(Old(before)));
                }
            }
            Message::Edit(target, record) => self.edit(&target, record)?,
            Message::Located(place) => self.copy(place),
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
                Effect::CancelSync => self.cancelled.store(true, Ordering::SeqCst),
                Effect::KeepDrafts(drafts) => {
                    if let Some(keeper) = &self.drafts {
                        keeper.keep(drafts);
                    }
                }
                Effect::Copy(Copied::Text(text)) => self.copy(text),
                Effect::Copy(Copied::Location(place)) => self.send(Job::Locate(place)),
                Effect::OpenEditor(place) => {
                    self.waiting = true;
                    self.send(Job::Find(place));
                }
                other => {
                    if let Effect::Speak(language) = &other {
                        self.locale = Arc::new(Locale::new(*language));
                    }
                    if matches!(other, Effect::Sync(_)) {
                        self.cancelled.store(false, Ordering::SeqCst);
                    }
                    if writes(&other) {
                        self.saving += 1;
                    }
                    self.send(Job::Perform(other));
                }
            }
        }
    }

    /// The terminal's clipboard, and the system's.
    fn copy(&mut self, text: String) {
        self.lease.copy(&text);
        clipboard::copy(text.clone());
        self.update(Input::Outcome(Outcome::Copied(text)));
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

    /// Stops the program, as `Ctrl-Z` in a shell does; a signal tells that it goes on.
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
        self.cancelled.store(true, Ordering::SeqCst);
        // What cannot be remembered is no reason to complain to somebody who leaves.
        let _ = memory.write(&self.state.remembered());
        if let Some(keeper) = self.drafts.take() {
            keeper.end();
        }
        let mut result = Ok(code);
        while self.saving > 0 && code != Code::CouldNotRun {
            match messages.recv() {
                Ok(Message::Outcome(Outcome::Failed { what, remedy, .. })) => {
                    self.saving -= 1;
                    result = Err(Failure { what, remedy, code: Code::Refused });
                }
                Ok(Message::WorkerGone) | Err(_) => return Ok(Code::CouldNotRun),
                Ok(Message::Outcome(outcome)) if ends(&outcome) => self.saving -= 1,
                Ok(_) => {}
            }
        }
        result
    }
}
