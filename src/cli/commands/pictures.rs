//! The pictures of the README: screens of the demo, drawn by the program itself into its own buffer.

use std::path::Path;
use std::sync::Arc;

use crossterm::event::{Event, KeyCode, KeyEvent, KeyModifiers};
use ratatui::Terminal;
use ratatui::backend::TestBackend;

use super::demo::{DemoOptions, make, temporary_folder};
use super::{CommandOutput, Invocation};
use crate::cli::effects::EffectHandler;
use crate::cli::errors::{self, Failure};
use crate::locale::{Language, Locale};
use crate::model::Date;
use crate::store::Folder;
use crate::ui::picture::{SvgPalette, svg};
use crate::ui::{self, Depth, Effect, Input, Setup, State, Theme};

/// What a picture shows.
struct Picture {
    name: &'static str,
    language: Language,
    theme: &'static str,
    /// The keys that lead there.
    keys: &'static str,
}

const fn picture(name: &'static str, language: Language, theme: &'static str, keys: &'static str) -> Picture {
    Picture { name, language, theme, keys }
}

use Language::{English, French};

const PICTURES: &[Picture] = &[
    picture("today", English, "dark", "1jj"),
    picture("portfolio", English, "dark", "jjj"),
    picture("portfolio-fr", French, "light", "jjj"),
    picture("obligations", English, "dark", "3jj"),
    picture("funding", English, "light", "4jjjjj"),
    picture("committees", French, "dark", "5j"),
    picture("findings", French, "light", "6jjjj"),
    picture("history", English, "light", "7jj"),
    picture("startup", English, "dark", "jjj\n"),
    picture("payment", English, "dark", "jjjp"),
    picture("filter", French, "dark", "3/late owes:port-clair"),
    picture("finder", English, "light", "fmar"),
    picture("palette", French, "dark", ":ajout"),
    picture("help", English, "light", "?"),
];

const SIZE: (u16, u16) = (116, 30);

/// Draws the pictures into a folder and lists them.
pub(super) fn answer(call: &Invocation, dir: &Path) -> Result<CommandOutput, Failure> {
    let system = |error: std::io::Error| errors::system(&call.locale, &error);
    // A fixed day, so that the pictures change only when the program does.
    let today = Date::from_ymd_opt(2026, 11, 23).unwrap_or_default();
    let scratch = temporary_folder().map_err(system)?;
    let demo = make(&call.locale, today, &DemoOptions { dir: Some(&scratch), seed: 1, records: None })?;
    let drawn = PICTURES.iter().try_for_each(|picture| {
        let text = draw(picture, &demo.folder, today, &call.locale)?;
        std::fs::create_dir_all(dir).map_err(system)?;
        std::fs::write(dir.join(format!("{}.svg", picture.name)), text).map_err(system)
    });
    let _ = std::fs::remove_dir_all(&scratch);
    drawn?;
    Ok(CommandOutput::fine(PICTURES.iter().map(|picture| format!("{}.svg\n", picture.name)).collect()))
}

fn draw(picture: &Picture, folder: &Path, today: Date, said: &Locale) -> Result<String, Failure> {
    let theme = Theme::named(picture.theme, Depth::True).unwrap_or_else(|_| Theme::monochrome());
    let setup = Setup::new(picture.language, theme, today, SIZE);
    let folder = Folder::open(folder).map_err(|error| errors::open(said, &error))?;
    let mut stage = Stage::new(setup, folder);
    stage.press(picture.keys);
    let backend = TestBackend::new(SIZE.0, SIZE.1);
    let Ok(mut terminal) = Terminal::new(backend);
    let Ok(_) = terminal.draw(|frame| ui::draw(&stage.state, frame));
    let backend = terminal.backend();
    let cursor = backend.cursor_visible().then(|| backend.cursor_position()).map(|at| (at.x, at.y));
    let palette = if picture.theme == "light" { SvgPalette::LIGHT } else { SvgPalette::DARK };
    Ok(svg(backend.buffer(), "couveuse", palette, cursor))
}

/// A screen whose effects are performed at once.
struct Stage {
    state: State,
    handler: EffectHandler,
}

impl Stage {
    fn new(setup: Setup, folder: Folder) -> Self {
        let locale = Arc::new(Locale::new(setup.language));
        let handler = EffectHandler::new(folder, locale, setup.today, setup.as_of);
        let (state, effects) = State::new(setup);
        let mut stage = Self { state, handler };
        stage.perform(effects);
        stage
    }

    fn perform(&mut self, mut effects: Vec<Effect>) {
        while !effects.is_empty() {
            for outcome in self.handler.outcomes(&std::mem::take(&mut effects)) {
                effects.extend(self.state.update(Input::Outcome(outcome)));
            }
        }
    }

    /// Presses keys: characters, and a line end for Enter.
    fn press(&mut self, keys: &str) {
        for key in keys.chars() {
            let code = if key == '\n' { KeyCode::Enter } else { KeyCode::Char(key) };
            let key = Event::Key(KeyEvent::new(code, KeyModifiers::NONE));
            let effects = self.state.update(Input::Terminal(key));
            self.perform(effects);
        }
    }
}
