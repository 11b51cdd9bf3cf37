//! The event loop of the screen. It waits on one channel and uses no CPU while nothing happens.
//!
//! One thread reads keys, one performs effects and one receives signals. This one owns the state and the terminal: it
//! handles all messages that have arrived and draws once. It never waits for the folder or for git.

use std::collections::BTreeMap;
use std::io;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::time::{Duration, Instant};

use crossterm::event::{self, Event, MouseButton, MouseEvent, MouseEventKind};

use crate::cli::background::Listener;
use crate::cli::drafts::{self, DraftWriter};
use crate::cli::editor::{self, EditorTarget};
use crate::cli::effects::EffectHandler;
use crate::cli::errors::{self, Code, Failure};
use crate::cli::first_screen::{FirstData, FirstDataReader};
use crate::cli::message::{Message, ends, writes};
use crate::cli::session::SessionFile;
use crate::cli::signals::{self, Signal};
use crate::cli::terminal::TerminalGuard;
use crate::cli::watcher;
use crate::cli::worker::{self, Job, Old};
use crate::cli::{clipboard, clock, leaving};
use crate::locale::Locale;
use crate::model::{Id, RecordRef};
use crate::ui::{self, CopyContent, Effect, Input, Outcome, ReviewSession, SearchIndex, Setup, State};

/// The maximum number of events handled before a frame is drawn.
const MOST: usize = 256;

/// The maximum age of the time on screen.
const MINUTE: Duration = Duration::from_secs(60);

/// Two clicks on a cell within this time are a double click.
const TWICE: Duration = Duration::from_millis(400);

/// What the screen needs besides the records.
pub struct ScreenOptions<'a> {
    /// Where the session is saved.
    pub session_file: &'a SessionFile,
    /// Where drafts are saved; nowhere if the system refuses.
    pub drafts: Option<drafts::DraftFile>,
    /// Messages for the first screen.
    pub messages: Vec<String>,
    /// Whether to ask the terminal for its background.
    pub ask: bool,
    /// Whether to watch the folder.
    pub watches: bool,
    /// The person that the configuration names as the user.
    pub me: Option<Id>,
    /// Whether texts are links.
    pub links: bool,
}

/// Runs the screen until the user leaves it, and returns the exit code.
///
/// # Errors
/// If the terminal fails, or an edit that was being saved when the screen was left could not be saved.
pub fn run(
    setup: Setup,
    loader: FirstDataReader,
    locale: Arc<Locale>,
    options: ScreenOptions<'_>,
) -> Result<Code, Failure> {
    let failed = |error: io::Error| errors::system(&locale, &error);
    let (sender, messages) = mpsc::channel();
    let lent = Arc::new(AtomicBool::new(false));
    let signal = sender.clone();
    signals::listen(Arc::clone(&lent), move |received| drop(signal.send(Message::Signal(received)))).map_err(failed)?;
    let mut terminal = TerminalGuard::take(setup.mouse).map_err(failed)?;
    // The answer arrives while the records load.
    if options.ask {
        terminal.ask_background();
    }
    let (today, as_of) = (setup.today, setup.as_of);
    let (state, effects) = State::new(setup);
    let (go_on, wait) = mpsc::channel();
    let (jobs, queue) = mpsc::channel();
    let listener = Listener::default();
    let drafts = options.drafts.map(DraftWriter::start).transpose().map_err(failed)?;
    let locale = Arc::clone(&locale);
    let mut event_loop = EventLoop {
        state,
        terminal,
        listener,
        clicked: None,
        jobs,
        sender: sender.clone(),
        drafts,
        cancelled: Arc::default(),
        stops_commit: Arc::default(),
        go_on,
        lent,
        locale,
        saving: 0,
        waiting: false,
        end: None,
        position: None,
    };
    let (folder, first) = loader.finish();
    let watched = options.watches.then(|| folder.watch());
    let folder = folder.stopped_by(Arc::clone(&event_loop.stops_commit));
    let handler = EffectHandler::new(folder, Arc::clone(&event_loop.locale), today, as_of).used_by(options.me);
    let handler = handler.cancelled_by(Arc::clone(&event_loop.cancelled)).without_git_at_start().linked(options.links);
    let mut handler = handler.arranged(event_loop.state.arrangements().clone());
    let effects = event_loop.first_data(&mut handler, first, effects);
    for words in options.messages {
        event_loop.update(Input::Outcome(Outcome::Message(words)));
    }
    event_loop.first_frame().map_err(failed)?;

    worker::start(handler, queue, sender.clone()).map_err(failed)?;
    if let Some(watched) = watched {
        watcher::start(watched, event_loop.jobs.clone(), sender.clone(), Arc::clone(&event_loop.locale))
            .map_err(failed)?;
    }
    std::thread::Builder::new().name("keys".into()).spawn(move || read_keys(&sender, &wait)).map_err(failed)?;
    event_loop.perform(effects);
    event_loop.run(&messages, options.session_file)
}

/// Reads terminal events and sends them on; more only on request, so that an editor gets its keys.
fn read_keys(sender: &Sender<Message>, go_on: &Receiver<()>) {
    loop {
        let message = match events() {
            Ok(events) => Message::Events(events),
            Err(error) => Message::Deaf(error),
        };
        let deaf = matches!(message, Message::Deaf(_));
        if sender.send(message).is_err() || deaf || go_on.recv().is_err() {
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

struct EventLoop {
    state: State,
    terminal: TerminalGuard,
    listener: Listener,
    /// The cell and the time of the last click.
    clicked: Option<(u16, u16, Instant)>,
    jobs: Sender<Job>,
    sender: Sender<Message>,
    drafts: Option<DraftWriter>,
    /// Set to cancel a running sync or import.
    cancelled: Arc<AtomicBool>,
    /// Set to stop the git that commits an edit. Quitting does not set it: that edit is still wanted.
    stops_commit: Arc<AtomicBool>,
    go_on: Sender<()>,
    lent: Arc<AtomicBool>,
    locale: Arc<Locale>,
    /// The number of effects that [`writes`] and have not ended.
    saving: usize,
    /// Whether keys are left unread because an editor is about to open.
    waiting: bool,
    end: Option<Code>,
    /// The position in the review when the session was last saved.
    position: Option<ReviewSession>,
}

impl EventLoop {
    /// Loads the first frame and returns the remaining effects. Without first data, it reads the whole folder, and
    /// whatever else the records of an earlier commit, or a filter, need.
    fn first_data(
        &mut self,
        handler: &mut EffectHandler,
        first: Option<FirstData>,
        mut effects: Vec<Effect>,
    ) -> Vec<Effect> {
        if let Some(first) = first {
            let data = handler.first(first);
            effects.extend(self.state.update(Input::Outcome(Outcome::Data(data))));
            return effects;
        }
        let outcomes = handler.outcomes(&effects);
        outcomes.into_iter().flat_map(|outcome| self.state.update(Input::Outcome(outcome))).collect()
    }

    /// Draws the first frame, with the events that have arrived so far.
    fn first_frame(&mut self) -> io::Result<()> {
        // A new size is noticed from the first poll on; one from before is read here.
        if event::poll(Duration::ZERO)? {
            let events = events()?;
            self.receive(events);
        }
        let (columns, rows) = self.terminal.size()?;
        self.update(Input::Terminal(Event::Resize(columns, rows)));
        let Self { state, terminal, .. } = self;
        terminal.draw(|frame| ui::draw_with_links(state, frame))
    }

    /// Handles terminal events.
    fn receive(&mut self, events: Vec<Event>) {
        let input = self.listener.receive(events);
        if let Some(background) = input.background {
            self.update(Input::Background(background));
        }
        for event in input.events {
            let input = match event {
                Event::Mouse(mouse) if mouse.kind == MouseEventKind::Down(MouseButton::Left) => self.click(&mouse),
                other => Input::Terminal(other),
            };
            self.update(input);
        }
    }

    /// Recognises double clicks, for which `ui` has no clock.
    fn click(&mut self, mouse: &MouseEvent) -> Input {
        let MouseEvent { column, row, .. } = *mouse;
        let before = self.clicked.take();
        let twice = before.is_some_and(|(x, y, when)| (x, y) == (column, row) && when.elapsed() <= TWICE);
        // A third click begins a new pair.
        self.clicked = (!twice).then(|| (column, row, Instant::now()));
        Input::Click { column, row, twice }
    }

    fn run(mut self, messages: &Receiver<Message>, session_file: &SessionFile) -> Result<Code, Failure> {
        loop {
            if let Some(code) = self.end {
                return self.leave(code, messages, session_file);
            }
            let first = match self.next(messages) {
                Ok(first) => first,
                Err(RecvTimeoutError::Timeout) => {
                    self.update_clock();
                    self.draw()?;
                    continue;
                }
                Err(RecvTimeoutError::Disconnected) => return Ok(Code::CouldNotRun),
            };
            self.update_clock();
            self.take(first)?;
            for message in messages.try_iter().take(MOST) {
                self.take(message)?;
            }
            if self.end.is_none() {
                self.draw()?;
                self.keep_position(session_file);
            }
        }
    }

    /// Saves the position in a review when it changes, so that it survives a crash.
    fn keep_position(&mut self, session_file: &SessionFile) {
        let review = self.state.review_session().map(|review| ReviewSession { spent: BTreeMap::new(), ..review });
        if review != self.position {
            self.position = review;
            // Without it, the review resumes at the first startup without an outcome.
            let _ = session_file.write(&self.state.session());
        }
    }

    /// Waits for a message; at most a minute while the screen shows the time.
    fn next(&self, messages: &Receiver<Message>) -> Result<Message, RecvTimeoutError> {
        if self.state.wants_clock() {
            return messages.recv_timeout(MINUTE);
        }
        messages.recv().map_err(|_| RecvTimeoutError::Disconnected)
    }

    /// Passes the time to the screen if it shows it.
    fn update_clock(&mut self) {
        if self.state.wants_clock() {
            self.update(Input::Clock(clock::now()));
        }
    }

    fn take(&mut self, message: Message) -> Result<(), Failure> {
        match message {
            Message::Events(events) => {
                self.receive(events);
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
            Message::Edit(editor, target, record) => self.edit(&editor, &target, record)?,
            Message::ToCopy(text) => self.copy(text),
            Message::Signal(Signal::Stop) => self.suspend(),
            Message::Signal(Signal::Continue) => self.resume()?,
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
                Effect::SetMouse(ours) => self.terminal.set_mouse(ours),
                Effect::Cancel => {
                    self.cancelled.store(true, Ordering::SeqCst);
                    self.stops_commit.store(true, Ordering::SeqCst);
                }
                Effect::SaveDrafts(drafts) => {
                    if let Some(writer) = &self.drafts {
                        writer.write(drafts);
                    }
                }
                Effect::Copy(CopyContent::Text(text)) => self.copy(text),
                Effect::Copy(CopyContent::Location(place)) => self.send(Job::Locate(place)),
                Effect::Copy(CopyContent::Letters(late)) => self.send(Job::Letters(late)),
                Effect::OpenEditor(place) => {
                    self.waiting = true;
                    self.send(Job::Find(place));
                }
                Effect::MakeSearchable(index) => self.make_searchable(index),
                other => {
                    if let Effect::SetLanguage(language) = &other {
                        self.locale = Arc::new(Locale::new(*language));
                    }
                    if matches!(other, Effect::Sync(_) | Effect::PlanImport(_)) {
                        self.cancelled.store(false, Ordering::SeqCst);
                    }
                    if writes(&other) {
                        self.stops_commit.store(false, Ordering::SeqCst);
                        self.saving += 1;
                    }
                    self.send(Job::Perform(other));
                }
            }
        }
    }

    /// Builds what is searched on a thread of its own: the worker may be busy for longer.
    fn make_searchable(&self, index: SearchIndex) {
        let (data, locale, sender) = (self.state.data(), Arc::clone(&self.locale), self.sender.clone());
        let build = move || {
            worker::lower_priority();
            data.make_searchable(index, &locale);
            drop(sender.send(Message::Outcome(Outcome::Searchable)));
            drop(data);
        };
        if std::thread::Builder::new().name("search".into()).spawn(build).is_err() {
            // The system has no more threads.
            self.send(Job::Perform(Effect::MakeSearchable(index)));
        }
    }

    /// Copies to the clipboards of the terminal and of the system.
    fn copy(&mut self, text: String) {
        self.terminal.copy(&text);
        clipboard::copy(text.clone());
        self.update(Input::Outcome(Outcome::Copied(text)));
    }

    fn send(&self, job: Job) {
        // A worker that is gone has reported it.
        let _ = self.jobs.send(job);
    }

    fn read_on(&self) {
        let _ = self.go_on.send(());
    }

    fn draw(&mut self) -> Result<(), Failure> {
        let Self { state, terminal, locale, .. } = self;
        terminal.draw(|frame| ui::draw_with_links(state, frame)).map_err(|error| errors::system(locale, &error))
    }

    /// Suspends the program, as `Ctrl-Z` in a shell does; a signal continues it.
    fn suspend(&mut self) {
        self.terminal.release();
        signals::stop();
    }

    fn resume(&mut self) -> Result<(), Failure> {
        let size = self.terminal.reclaim().and_then(|()| self.terminal.size());
        let (columns, rows) = size.map_err(|error| errors::system(&self.locale, &error))?;
        self.update(Input::Terminal(Event::Resize(columns, rows)));
        Ok(())
    }

    /// Gives the terminal to the user's editor, then reads what it has changed.
    fn edit(&mut self, editor: &str, target: &EditorTarget, record: Option<RecordRef>) -> Result<(), Failure> {
        self.lent.store(true, Ordering::SeqCst);
        self.terminal.release();
        let closed = editor::open(editor, target);
        self.lent.store(false, Ordering::SeqCst);
        self.resume()?;
        if let Some(failure) = errors::editor(&self.locale, editor, closed) {
            self.update(Input::Outcome(failure.outcome()));
        }
        self.send(Job::Perform(Effect::Reload));
        if let Some(record) = record {
            self.send(Job::Perform(Effect::ReadHandEdit(record)));
        }
        self.waiting = false;
        self.read_on();
        Ok(())
    }

    /// Restores the terminal and waits for edits that are being saved.
    fn leave(mut self, code: Code, messages: &Receiver<Message>, session_file: &SessionFile) -> Result<Code, Failure> {
        self.terminal.release();
        self.cancelled.store(true, Ordering::SeqCst);
        // If the session cannot be saved, the user need not know.
        let _ = session_file.write(&self.state.session());
        if let Some(writer) = self.drafts.take() {
            writer.finish();
        }
        if code == Code::CouldNotRun {
            return Ok(code);
        }
        leaving::wait(self.saving, messages, &self.stops_commit, &self.locale).map(|ended| ended.unwrap_or(code))
    }
}
