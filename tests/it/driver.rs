//! Drives the screen without a terminal: presses keys, performs effects at once, and reads the buffer.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;
use std::sync::{Arc, Mutex, OnceLock};

use couveuse::cli::effects::EffectHandler;
use couveuse::edit::{ChangeKind, CommitDiff, DiffLine, LineKind, RecordDiff};
use couveuse::locale::{Language, Locale};
use couveuse::model::{Commit, Date, History, Id, Location, Portfolio, RecordKind, RecordRef};
use couveuse::record;
use couveuse::report::Diagnostic;
use couveuse::rules::{self, check};
use couveuse::store::Folder;
use couveuse::ui::{
    self, ChangeMarks, Data, Depth, Effect, HistoryCache, Input, Outcome, RecordHistory, Setup, State, Theme,
};
use crossterm::event::{Event, KeyCode, KeyEvent, KeyModifiers};
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::buffer::Buffer;
use ratatui::style::{Color, Modifier, Style};

use crate::support::Repo;

pub fn day(text: &str) -> Date {
    text.parse().expect("a date")
}

/// The data of a folder, as `cli` passes it to the screen.
pub fn data(folder: &mut Folder, as_of: Date) -> Arc<Data> {
    let portfolio = folder.load(&|_| ());
    let context = check::CheckInput { portfolio: &portfolio, as_of, today: day("2020-12-01") };
    let diagnostics = check::run(&context).into_iter().map(|finding| {
        let file = match &finding.place {
            Location::Value(record, _) => folder.file_of(record),
            Location::Text(spot) => spot.file.clone(),
        };
        let text = folder.text_of_file(&file).unwrap_or_default();
        let bytes = match &finding.place {
            Location::Value(_, path) => record::locate(&text, path),
            Location::Text(spot) => spot.bytes.clone(),
        };
        Diagnostic::new(finding, &file, &text, bytes)
    });
    let diagnostics = Arc::new(diagnostics.collect());
    let answers = Arc::new(rules::answers(&portfolio, as_of));
    let past = Arc::new(past(&portfolio));
    Arc::new(Data { portfolio, as_of, answers, diagnostics, history: past, ..Data::default() })
}

/// A short, constant history.
pub fn past(portfolio: &Portfolio) -> HistoryCache {
    let record = |kind, id: &str| RecordRef::new(kind, Id::new(id).expect("an id"));
    let histologe = record(RecordKind::Startup, "histologe");
    let agreement = record(RecordKind::Convention, "histologe-pau-anct");
    let commit = |n: u8, author: &str, on: &str, verb: Option<&str>, subject: &str, record: &RecordRef| Commit {
        name: format!("{n:040x}").replace('0', "a"),
        author: author.to_owned(),
        on: day(on),
        minute: 540 + u16::from(n),
        subject: subject.to_owned(),
        detail: if verb == Some("pay") { "Contribution pau, article 5.1.".to_owned() } else { String::new() },
        verb: verb.map(str::to_owned),
        records: vec![record.clone()],
        ..Commit::default()
    };
    let commits = vec![
        commit(4, "Lead Office", "2020-11-30", Some("undo"), "Undo \"histologe: phase acceleration\"", &histologe),
        commit(3, "Lead Office", "2020-11-30", Some("pay"), "histologe: €17,500 received from pau", &agreement),
        commit(2, "Équipe d’accompagnement", "2020-11-28", Some("phase"), "histologe: phase acceleration", &histologe),
        commit(1, "Équipe d’accompagnement", "2020-11-28", None, "Relecture avec la direction juridique", &agreement),
    ];
    let line = |number, kind, text: &str| DiffLine { number, kind, text: text.to_owned() };
    let lines = vec![
        line(71, LineKind::Context, "article = \"5.1\""),
        line(72, LineKind::Removed, "# no payment yet"),
        line(72, LineKind::Added, "[[payments]]"),
        line(73, LineKind::Added, "on     = 2020-11-30"),
        line(74, LineKind::Added, "amount = 17500"),
    ];
    let mut past = HistoryCache::default();
    for commit in &commits {
        let record = commit.records[0].clone();
        let changed = RecordDiff { record, change: ChangeKind::Changed, lines: Some(lines.clone()), more: 0 };
        past.keep_changes(&commit.name, Ok(CommitDiff { records: vec![changed], more: 0 }));
    }
    let read = RecordHistory::Read(Arc::new(History { commits, ..History::default() }));
    // For every page, as if these commits had touched its records.
    for startup in portfolio.startups.values() {
        let conventions =
            portfolio.conventions_of(&startup.id).map(|one| record(RecordKind::Convention, one.id.as_str()));
        let of = std::iter::once(record(RecordKind::Startup, startup.id.as_str())).chain(conventions);
        past.keep(&of.collect::<Vec<_>>(), read.clone());
    }
    past.keep(&[], read);
    past.keep_marks(Some(ChangeMarks::default()));
    past
}

/// The sample, read once per process.
pub fn sample() -> Arc<Data> {
    static SAMPLE: OnceLock<Arc<Data>> = OnceLock::new();
    let read = || {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("portfolio");
        data(&mut Folder::open(&root).expect("the sample"), day("2020-12-01"))
    };
    Arc::clone(SAMPLE.get_or_init(read))
}

/// The screen without a terminal.
pub struct Screen {
    pub state: State,
    pub size: (u16, u16),
    /// The effects of the last key.
    pub effects: Vec<Effect>,
    language: Language,
    handler: Option<EffectHandler>,
    only_reads: bool,
}

/// Data indexed for the finder, in the language of a screen.
fn indexed(data: Arc<Data>, language: Language) -> Arc<Data> {
    Arc::new(Arc::unwrap_or_clone(data).indexed(&Locale::new(language)))
}

impl Screen {
    pub fn new(data: Arc<Data>, language: Language, theme: Theme, size: (u16, u16)) -> Self {
        Self::of(data, Setup::new(language, theme, day("2020-12-01"), size))
    }

    /// Starts with a configuration.
    pub fn of(data: Arc<Data>, setup: Setup) -> Self {
        let data = indexed(data, setup.language);
        Self::start(data, setup)
    }

    /// On the portfolio, unless the session names another screen.
    fn start(indexed: Arc<Data>, mut setup: Setup) -> Self {
        setup.session.screen.get_or_insert_with(|| ui::Screen::Portfolio.name().to_owned());
        let (language, size) = (setup.language, setup.size);
        let (mut state, effects) = State::new(setup);
        assert_eq!(effects, [Effect::Reload]);
        state.update(Input::Outcome(Outcome::Data(indexed)));
        Self { state, size, effects: Vec::new(), language, handler: None, only_reads: false }
    }

    pub fn of_sample(language: Language, size: (u16, u16)) -> Self {
        Self::of_sample_in(language, Theme::named("dark", Depth::True).expect("a theme"), size)
    }

    /// On the sample, read-only: forms may read records, nothing is written.
    pub fn of_sample_in(language: Language, theme: Theme, size: (u16, u16)) -> Self {
        let mut screen = Self::of_sample_with(Setup::new(language, theme, day("2020-12-01"), size));
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("portfolio");
        let (folder, today) = (Folder::open(&root).expect("the sample"), day("2020-12-01"));
        screen.handler = Some(EffectHandler::new(folder, Arc::new(Locale::new(language)), today, today));
        screen.only_reads = true;
        screen
    }

    /// On the sample, with a configuration.
    pub fn of_sample_with(setup: Setup) -> Self {
        static FRENCH: OnceLock<Arc<Data>> = OnceLock::new();
        static ENGLISH: OnceLock<Arc<Data>> = OnceLock::new();
        let known = if setup.language == Language::French { &FRENCH } else { &ENGLISH };
        Self::start(Arc::clone(known.get_or_init(|| indexed(sample(), setup.language))), setup)
    }

    /// On a repository: effects are performed at once, as the worker would.
    pub fn of_repo(repo: &Repo, language: Language, size: (u16, u16)) -> Self {
        Self::of_repo_on(repo, language, size, day("2020-12-01"))
    }

    /// Likewise, on another date.
    pub fn of_repo_on(repo: &Repo, language: Language, size: (u16, u16), today: Date) -> Self {
        let theme = Theme::named("dark", Depth::True).expect("a theme");
        let handler = EffectHandler::new(repo.folder(), Arc::new(Locale::new(language)), today, today);
        Self::of_repo_with(Setup::new(language, theme, today, size), handler)
    }

    /// Likewise, with any setup.
    pub fn of_repo_with(setup: Setup, handler: EffectHandler) -> Self {
        let mut screen = Self::of(Arc::default(), setup);
        screen.handler = Some(handler);
        screen.perform(vec![Effect::Reload]);
        screen
    }

    fn press(&mut self, code: KeyCode, modifiers: KeyModifiers) {
        let event = Event::Key(KeyEvent::new(code, modifiers));
        let effects = self.state.update(Input::Terminal(event));
        self.effects.clone_from(&effects);
        self.perform(effects);
    }

    /// Performs effects, as the worker would.
    pub fn perform(&mut self, mut effects: Vec<Effect>) {
        while let (Some(handler), false) = (&mut self.handler, effects.is_empty()) {
            let told = Mutex::new(Vec::new());
            for effect in effects.drain(..) {
                // No test opens a browser.
                let is_skipped = self.only_reads && !matches!(effect, Effect::ReadText(_));
                if is_skipped || matches!(effect, Effect::OpenAddress(_)) {
                    continue;
                }
                handler.perform(&effect, &|outcome| told.lock().expect("no panic").push(outcome));
            }
            for outcome in told.into_inner().expect("no panic") {
                effects.extend(self.state.update(Input::Outcome(outcome)));
            }
        }
    }

    /// Presses keys: characters, and `<Enter>`, `<Esc>`, `<Tab>`, `<Down>`, `<End>`, `<C-x>`.
    pub fn keys(&mut self, keys: &str) -> &mut Self {
        let mut rest = keys;
        while let Some(c) = rest.chars().next() {
            if let Some((name, after)) = rest.strip_prefix('<').and_then(|rest| rest.split_once('>')) {
                let (code, modifiers) = match name {
                    "Enter" => (KeyCode::Enter, KeyModifiers::NONE),
                    "Esc" => (KeyCode::Esc, KeyModifiers::NONE),
                    "Tab" => (KeyCode::Tab, KeyModifiers::NONE),
                    "Down" => (KeyCode::Down, KeyModifiers::NONE),
                    "Up" => (KeyCode::Up, KeyModifiers::NONE),
                    "Left" => (KeyCode::Left, KeyModifiers::NONE),
                    "Right" => (KeyCode::Right, KeyModifiers::NONE),
                    "PgDn" => (KeyCode::PageDown, KeyModifiers::NONE),
                    "End" => (KeyCode::End, KeyModifiers::NONE),
                    "Home" => (KeyCode::Home, KeyModifiers::NONE),
                    "Space" => (KeyCode::Char(' '), KeyModifiers::NONE),
                    "F1" => (KeyCode::F(1), KeyModifiers::NONE),
                    "F2" => (KeyCode::F(2), KeyModifiers::NONE),
                    "F3" => (KeyCode::F(3), KeyModifiers::NONE),
                    name => (KeyCode::Char(name.chars().last().expect("a key")), KeyModifiers::CONTROL),
                };
                self.press(code, modifiers);
                rest = after;
            } else {
                self.press(KeyCode::Char(c), KeyModifiers::NONE);
                rest = &rest[c.len_utf8()..];
            }
        }
        self
    }

    pub fn receive(&mut self, outcome: Outcome) -> &mut Self {
        let outcome = match outcome {
            Outcome::Data(data) => Outcome::Data(indexed(data, self.language)),
            other => other,
        };
        self.effects = self.state.update(Input::Outcome(outcome));
        self
    }

    pub fn buffer(&self) -> Buffer {
        let mut terminal = Terminal::new(TestBackend::new(self.size.0, self.size.1)).expect("a terminal");
        let mut frame = terminal.get_frame();
        ui::draw(&self.state, &mut frame);
        frame.buffer_mut().clone()
    }

    /// The text on the screen, without trailing spaces.
    pub fn text(&self) -> String {
        text_of(&self.buffer())
    }

    /// The styles of the screen: runs of equal style per line, as a number of cells and a letter, then a legend.
    /// Equal adjacent lines are merged.
    pub fn styles(&self) -> String {
        let buffer = self.buffer();
        let mut letters: BTreeMap<String, char> = BTreeMap::new();
        let mut lines: Vec<(String, usize)> = Vec::new();
        for y in 0..self.size.1 {
            let mut runs: Vec<(char, usize)> = Vec::new();
            for x in 0..self.size.0 {
                let name = style_name(buffer[(x, y)].style());
                let next = char::from(b'a' + u8::try_from(letters.len()).expect("few styles"));
                let letter = *letters.entry(name).or_insert(next);
                match runs.last_mut() {
                    Some((last, cells)) if *last == letter => *cells += 1,
                    _ => runs.push((letter, 1)),
                }
            }
            let line = runs.iter().map(|(letter, cells)| format!("{cells}{letter}")).collect::<Vec<_>>().join(" ");
            match lines.last_mut() {
                Some((last, times)) if *last == line => *times += 1,
                _ => lines.push((line, 1)),
            }
        }
        let times = |(line, times): (String, usize)| if times == 1 { line } else { format!("{line} ×{times}") };
        let mut text: String = lines.into_iter().map(times).flat_map(|line| [line, "\n".to_owned()]).collect();
        let mut legend: Vec<_> = letters.into_iter().collect();
        legend.sort_by_key(|(_, letter)| *letter);
        for (name, letter) in legend {
            writeln!(text, "{letter} {name}").expect("a line");
        }
        text
    }
}

/// The text of a buffer, without trailing spaces.
pub fn text_of(buffer: &Buffer) -> String {
    let mut text = String::new();
    for y in 0..buffer.area.height {
        let mut line = String::new();
        let mut x = 0;
        while x < buffer.area.width {
            let symbol = buffer[(x, y)].symbol();
            line.push_str(symbol);
            x += u16::try_from(unicode_width::UnicodeWidthStr::width(symbol).max(1)).expect("a small width");
        }
        text.push_str(line.trim_end());
        text.push('\n');
    }
    text.replace('\u{a0}', " ")
}

pub fn style_name(style: Style) -> String {
    let colour = |colour: Option<Color>| colour.map_or_else(|| "-".to_owned(), |colour| colour.to_string());
    let modifiers = style.add_modifier;
    let names = [
        (Modifier::BOLD, " bold"),
        (Modifier::DIM, " dim"),
        (Modifier::UNDERLINED, " underlined"),
        (Modifier::REVERSED, " reversed"),
    ];
    let modifiers: String =
        names.into_iter().filter(|(bit, _)| modifiers.contains(*bit)).map(|(_, name)| name).collect();
    format!("{} on {}{modifiers}", colour(style.fg), colour(style.bg))
}
