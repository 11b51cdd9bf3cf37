//! A frame of Today at 10,000 records compared with one at 100; also the cost of keys and new data.
//!
//! `cargo bench --bench frame`. Goals: 0.5 ms for a frame and at most 1.3 times the frame at 100; 0.5 ms for a key that
//! moves the selection; 8 ms, half of a 16 ms frame, for keys that examine every row.
#![allow(clippy::unwrap_used, clippy::print_stdout, reason = "a bench that cannot run should stop")]

mod support;

use std::sync::Arc;
use std::sync::Mutex;
use std::time::Duration;

use couveuse::cli::effects::EffectHandler;
use couveuse::locale::{Language, Locale};
use couveuse::store::Folder;
use couveuse::ui::{self, Depth, Effect, Input, Outcome, Setup, State, Theme, ViewDays};
use crossterm::event::{Event, KeyCode, KeyEvent, KeyModifiers};
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use tempfile::TempDir;

fn main() {
    let (mut few, mut many) = (Screen::of(100), Screen::of(10_000));
    let medians = support::interleave(
        "frame",
        401,
        &mut [("at 100", Box::new(|| few.frame())), ("at 10,000", Box::new(|| many.frame()))],
    );
    support::ratio("frame, beside 100", medians[1], medians[0], 1.3);
    support::ratio("frame, beside 0.5 ms", medians[1], Duration::from_micros(500), 1.0);
    let medians = support::interleave(
        "key",
        401,
        &mut [("at 100", Box::new(|| few.key())), ("at 10,000", Box::new(|| many.key()))],
    );
    support::ratio("key, beside 0.5 ms", medians[1], Duration::from_micros(500), 1.0);
    let medians = support::interleave(
        "other data",
        5,
        &mut [("at 100", Box::new(|| few.other_data())), ("at 10,000", Box::new(|| many.other_data()))],
    );
    support::ratio("other data, beside 8 ms", medians[1], Duration::from_millis(8), 1.0);
    many.press(KeyCode::Char('2'));
    // A list of 10,000 rows; Today has 180,000.
    let medians = support::interleave("key", 401, &mut [("on Portfolio, at 10,000", Box::new(|| many.key()))]);
    support::ratio("key on Portfolio, beside 0.5 ms", medians[0], Duration::from_micros(500), 1.0);
    let medians =
        support::interleave("other data", 5, &mut [("on Portfolio, at 10,000", Box::new(|| many.other_data()))]);
    support::ratio("other data on Portfolio, beside 8 ms", medians[0], Duration::from_millis(8), 1.0);
    let startups = support::interleave("filter", 21, &mut [("worst key, 10,000", Box::new(|| many.filter("abe")))]);
    many.press(KeyCode::Char('3'));
    let due =
        support::interleave("filter", 21, &mut [("worst key, 180,000", Box::new(|| many.filter("late pau -ademe")))]);
    support::ratio("key in a filter, beside 8 ms", due[0].max(startups[0]), Duration::from_millis(8), 1.0);
    many.press(KeyCode::Char('v'));
    many.press(KeyCode::End);
    let medians = support::interleave(
        "key in a range",
        21,
        &mut [("of 180,000", Box::new(|| support::time(|| many.press(KeyCode::Up))))],
    );
    support::ratio("key in a range, beside 8 ms", medians[0], Duration::from_millis(8), 1.0);
    many.open_finder();
    let medians = support::interleave("finder", 101, &mut [("a letter, at 10,000", Box::new(|| many.letter()))]);
    support::ratio("letter in the finder, beside 8 ms", medians[0], Duration::from_millis(8), 1.0);
}

struct Screen {
    _folder: TempDir,
    handler: EffectHandler,
    state: State,
    terminal: Terminal<TestBackend>,
    letters: usize,
}

impl Screen {
    fn of(records: usize) -> Self {
        let folder = support::portfolio(records);
        let as_of = couveuse::demo::last_day();
        let setup = Setup::new(Language::French, Theme::named("dark", Depth::True).unwrap(), as_of, (120, 40));
        let locale = Arc::new(Locale::new(Language::French));
        let mut handler = EffectHandler::new(Folder::open(folder.path()).unwrap(), locale, as_of, as_of);
        let (mut state, _) = State::new(setup);
        let outcomes = Mutex::new(Vec::new());
        handler.perform(&Effect::Reload, &|outcome: Outcome| outcomes.lock().unwrap().push(outcome));
        for outcome in outcomes.into_inner().unwrap() {
            state.update(Input::Outcome(outcome));
        }
        let mut screen = Self {
            _folder: folder,
            handler,
            state,
            terminal: Terminal::new(TestBackend::new(120, 40)).unwrap(),
            letters: 0,
        };
        // What filters and the finder search is built once, on the worker.
        screen.make_searchable('/');
        screen.make_searchable('f');
        screen
    }

    /// Opens the filter or the finder, performs what that asks for, and closes it.
    fn make_searchable(&mut self, key: char) {
        let open = KeyEvent::new(KeyCode::Char(key), KeyModifiers::NONE);
        let effects = self.state.update(Input::Terminal(Event::Key(open)));
        let outcomes = Mutex::new(Vec::new());
        for effect in effects.iter().filter(|effect| matches!(effect, Effect::MakeSearchable(_))) {
            self.handler.perform(effect, &|outcome: Outcome| outcomes.lock().unwrap().push(outcome));
        }
        for outcome in outcomes.into_inner().unwrap() {
            self.state.update(Input::Outcome(outcome));
        }
        self.press(KeyCode::Esc);
    }

    /// Draws a frame after moving the selection, so that something changes.
    fn frame(&mut self) -> Duration {
        self.press(KeyCode::Down);
        let Self { state, terminal, .. } = self;
        support::time(|| terminal.draw(|frame| ui::draw(state, frame)).map(|_| ()))
    }

    fn key(&mut self) -> Duration {
        support::time(|| self.press(KeyCode::Down))
    }

    /// Replaces the data by those of another day, as received from the worker. The old data are dropped elsewhere.
    fn other_data(&mut self) -> Duration {
        let outcomes = Mutex::new(Vec::new());
        let day = self.state.data().as_of.succ_opt().unwrap();
        self.handler.perform(&Effect::ViewAs(ViewDays { as_of: day, at: None }), &|outcome: Outcome| {
            outcomes.lock().unwrap().push(outcome)
        });
        let before = self.state.data();
        let worst = outcomes.into_inner().unwrap().into_iter().map(|outcome| {
            support::time(|| {
                self.state.update(Input::Outcome(outcome));
            })
        });
        let worst = worst.max().unwrap_or_default();
        drop(before);
        worst
    }

    /// Types a filter letter by letter and cancels it; returns the slowest key with its frame.
    fn filter(&mut self, typed: &str) -> Duration {
        let letters = typed.chars().map(KeyCode::Char);
        let keys = std::iter::once(KeyCode::Char('/')).chain(letters).chain([KeyCode::Esc, KeyCode::Esc]);
        let times = keys.map(|key| {
            let time = support::time(|| {
                self.press(key);
                let Self { state, terminal, .. } = self;
                terminal.draw(|frame| ui::draw(state, frame)).map(|_| ())
            });
            if std::env::var_os("KEYS").is_some() {
                println!("   {key:?} {time:?}");
            }
            time
        });
        times.max().unwrap_or_default()
    }

    fn open_finder(&mut self) {
        self.state.update(Input::Terminal(Event::Key(KeyEvent::new(KeyCode::Char('f'), KeyModifiers::NONE))));
    }

    /// Types one more letter of a filter and draws the frame; clears the filter after a few letters.
    fn letter(&mut self) -> Duration {
        let letter = ['a', 'e', ' ', 'v', 'i'][self.letters % 5];
        if self.letters.is_multiple_of(5) {
            let clear = KeyEvent::new(KeyCode::Char('u'), KeyModifiers::CONTROL);
            self.state.update(Input::Terminal(Event::Key(clear)));
        }
        self.letters += 1;
        let Self { state, terminal, .. } = self;
        support::time(|| {
            state.update(Input::Terminal(Event::Key(KeyEvent::new(KeyCode::Char(letter), KeyModifiers::NONE))));
            terminal.draw(|frame| ui::draw(state, frame)).map(|_| ())
        })
    }

    fn press(&mut self, code: KeyCode) {
        self.state.update(Input::Terminal(Event::Key(KeyEvent::new(code, KeyModifiers::NONE))));
    }
}
