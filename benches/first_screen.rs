//! Time to the first screen of computed rows, compared with `git status` in the same repository.
//!
//! `cargo bench --bench first_screen`. Goal: from start to first row, the real binary takes at most 1.5 times as long
//! as `git status` in repositories of 100, 1,000 and 10,000 records. Both run in a pseudo-terminal.
//!
//! Then the time until all rows of Today are on screen, compared with `couveuse due --json`, without processes. Goal:
//! at most 1.1 times as long.
#![allow(clippy::unwrap_used, reason = "a bench that cannot run should stop")]

mod support;

use std::io::Read;
use std::path::Path;
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use couveuse::cli::effects::EffectHandler;
use couveuse::cli::first_screen::FirstData;
use couveuse::demo;
use couveuse::locale::{Language, Locale};
use couveuse::parallel::AllCores;
use couveuse::report::json;
use couveuse::rules;
use couveuse::store::Folder;
use couveuse::ui::{self, Depth, Effect, Input, Outcome, Setup, State, Theme};
use portable_pty::{CommandBuilder, PtySize, native_pty_system};
use ratatui::Terminal;
use ratatui::backend::TestBackend;

fn main() {
    for (records, rounds) in [(100, 21), (1_000, 15), (10_000, 9)] {
        // Records are files here: half of them startups, half conventions.
        let repository = support::repository(records / 2);
        let root = repository.path();
        let first = first_of_today(root);
        let what = format!("first screen of {records}");
        let medians = support::interleave(
            &what,
            rounds,
            &mut [
                ("the binary in a terminal", Box::new(|| binary(root, &first))),
                ("the same without a process", Box::new(|| support::time(|| first_frame(root)))),
                ("git status", Box::new(|| git_status(root))),
            ],
        );
        support::ratio(&what, medians[0], medians[2], 1.5);
        let what = format!("Today of {records}");
        let medians = support::interleave(
            &what,
            rounds,
            &mut [
                ("all rows on screen", Box::new(|| all_of_today(root))),
                ("due --json", Box::new(|| support::time(|| due(root)))),
            ],
        );
        support::ratio(&what, medians[0], medians[1], 1.1);
    }
}

/// A startup that the first frame names.
fn first_of_today(root: &Path) -> String {
    let as_of = demo::last_day();
    let frame = first_frame(root).backend().to_string();
    let portfolio = Folder::open(root).unwrap().load(&|_| {});
    let answers = rules::answers_with(&portfolio, as_of, &AllCores);
    let today = rules::today(&portfolio, &answers, as_of);
    let startups = today.items.iter().filter_map(|item| portfolio.startups.get(item.startups.first()?));
    startups.map(|startup| startup.name.clone()).find(|name| frame.contains(name)).unwrap()
}

/// Time from process start until the startup of the first row is printed.
fn binary(root: &Path, first: &str) -> Duration {
    let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_couveuse"));
    command.args(["--fresh", "--as-of", &demo::last_day().to_string()]);
    in_terminal(root, command, first)
}

/// Time until the last line is printed.
fn git_status(root: &Path) -> Duration {
    let mut command = CommandBuilder::new("git");
    command.arg("status");
    in_terminal(root, command, "working tree clean")
}

/// Time from the start of a process in a pseudo-terminal until it prints a text.
fn in_terminal(root: &Path, mut command: CommandBuilder, words: &str) -> Duration {
    let pair = native_pty_system().openpty(PtySize { rows: 40, cols: 120, pixel_width: 0, pixel_height: 0 }).unwrap();
    command.cwd(root);
    command.env("TERM", "xterm-256color");
    let mut output = pair.master.try_clone_reader().unwrap();
    let start = Instant::now();
    let mut child = pair.slave.spawn_command(command).unwrap();
    let mut shown = Vec::new();
    let mut bytes = [0; 1 << 16];
    while !shown.windows(words.len()).any(|window| window == words.as_bytes()) {
        let count = output.read(&mut bytes).unwrap();
        shown.extend_from_slice(&bytes[..count]);
    }
    let time = start.elapsed();
    child.kill().unwrap();
    child.wait().unwrap();
    time
}

/// Time until Today shows all its rows: the first frame, then the rest.
fn all_of_today(root: &Path) -> Duration {
    let as_of = demo::last_day();
    let mut setup = Setup::new(Language::English, Theme::named("dark", Depth::Indexed).unwrap(), as_of, (120, 40));
    setup.session.screen = Some("today".to_owned());
    let mut terminal = Terminal::new(TestBackend::new(120, 40)).unwrap();
    let start = Instant::now();
    let mut folder = Folder::open(root).unwrap();
    let first = FirstData::read(&mut folder, 35, as_of);
    let mut handler =
        EffectHandler::new(folder, Arc::new(Locale::new(Language::English)), as_of, as_of).without_git_at_start();
    let (mut state, _) = State::new(setup);
    state.update(Input::Outcome(Outcome::Data(handler.first(first))));
    terminal.draw(|frame| ui::draw(&state, frame)).unwrap();
    // The worker goes on to index and check the records while the screen draws the rows.
    let complete = Mutex::new(None);
    handler.perform(&Effect::Reload, &|outcome| {
        let Outcome::Data(data) = outcome else { return };
        if !data.answers.occurrences.is_empty() {
            complete.lock().unwrap().get_or_insert_with(|| (start.elapsed(), data));
        }
    });
    let (time, data) = complete.into_inner().unwrap().unwrap();
    let drawing = support::time(|| {
        state.update(Input::Outcome(Outcome::Data(data)));
        terminal.draw(|frame| ui::draw(&state, frame)).unwrap();
    });
    time + drawing
}

/// The answer of `couveuse due --json`.
fn due(root: &Path) -> String {
    let as_of = demo::last_day();
    let mut folder = Folder::open(root).unwrap();
    let portfolio = folder.load(&|_| {});
    let occurrences = rules::occurrences(&portfolio, as_of, &AllCores);
    json::text(&json::due(occurrences.iter(), as_of, &Locale::new(Language::English))).unwrap()
}

/// The first frame, in our own code: opening, reading the rows, computing their figures, drawing.
fn first_frame(root: &Path) -> Terminal<TestBackend> {
    let as_of = demo::last_day();
    let setup = Setup::new(Language::English, Theme::named("dark", Depth::Indexed).unwrap(), as_of, (120, 40));
    let mut folder = Folder::open(root).unwrap();
    let first = FirstData::read(&mut folder, 35, as_of);
    let mut handler =
        EffectHandler::new(folder, Arc::new(Locale::new(Language::English)), as_of, as_of).without_git_at_start();
    let (mut state, _) = State::new(setup);
    state.update(Input::Outcome(Outcome::Data(handler.first(first))));
    let mut terminal = Terminal::new(TestBackend::new(120, 40)).unwrap();
    terminal.draw(|frame| ui::draw(&state, frame)).unwrap();
    terminal
}
