//! Snapshots of the styles of every screen and box: themes, sizes, languages.

use std::fmt::Write as _;

use couveuse::edit::{ChangedLine, Sign};
use couveuse::locale::Language;
use couveuse::model::{Finding, Id, Place, RecordKind, RecordRef, Severity, Spot};
use couveuse::report::Diagnostic;
use couveuse::ui::{Configuration, Depth, Outcome, Setup, Theme};

use crate::boxes::BOXES;
use crate::hands::{Screen, day, sample};

macro_rules! snapshot {
    ($name:expr, $text:expr) => {
        insta::with_settings!({ snapshot_path => "snapshots", prepend_module_to_snapshot => false, omit_expression => true }, {
            insta::assert_snapshot!($name, $text);
        });
    };
}

/// Where one is: a screen or a box that keys lead to, or one that comes by itself.
#[derive(Clone, Copy)]
enum Scene {
    Keys(&'static str),
    /// The first run on an empty folder.
    Welcome,
    /// The box after an editor closes: what was written, or that it is broken.
    HandEdit(bool),
    /// The box of the configuration, with something wrong in it.
    Configuration,
    /// A box in which something is to be decided, or to be read before one goes on.
    Box(usize),
}

use Scene::{Keys, Welcome};

const SCENES: &[Scene] = &[
    Keys(""),
    Keys("2"),
    Keys("3"),
    Keys("4"),
    Keys("5"),
    Keys("6"),
    Keys("6j<Enter>"),
    Keys("jjj<Enter>"),
    Keys("<End><Enter>"),
    Keys("fbearn<Enter>"),
    Keys("jjjp"),
    Keys("jjjp<C-u>12x"),
    Keys("jjjx"),
    Keys("?"),
    Keys("jjj="),
    Keys("t31/2"),
    Keys("/pau"),
    Keys("/ows:pau"),
    Keys("fpau"),
    Keys(":"),
    Keys("gtj"),
    Keys("a"),
    Keys("2o"),
    Keys("2vjj"),
    Welcome,
    Scene::HandEdit(true),
    Scene::HandEdit(false),
    Scene::Configuration,
];

impl Scene {
    fn name(self) -> String {
        match self {
            Keys(keys) => format!("keys: {keys}"),
            Welcome => "an empty folder".to_owned(),
            Self::HandEdit(true) => "written by hand".to_owned(),
            Self::HandEdit(false) => "written by hand, and broken".to_owned(),
            Self::Configuration => "the configuration".to_owned(),
            Self::Box(n) => format!("box: {}", BOXES[n].0),
        }
    }

    fn screen(self, language: Language, theme: Theme, size: (u16, u16)) -> Screen {
        let setup = |theme| Setup::new(language, theme, day("2020-12-01"), size);
        match self {
            Keys(keys) => {
                let mut screen = Screen::of_sample_in(language, theme, size);
                screen.keys(keys);
                screen
            }
            Welcome => Screen::of(sample(), Setup { nothing_there: Some("vallee".to_owned()), ..setup(theme) }),
            Self::HandEdit(right) => {
                let mut screen = Screen::of_sample_in(language, theme, size);
                let record = RecordRef::new(RecordKind::Startup, Id::new("histologe").expect("an id"));
                let line = |number, sign, text: &str| ChangedLine { number, sign, text: text.to_owned() };
                let lines = vec![
                    line(4, Sign::Context, "mission = \"…\""),
                    line(5, Sign::Removed, "site = \"https://old.example.org\""),
                    line(5, Sign::Added, "site = \"https://new.example.org\""),
                ];
                let lines = if right { Ok(lines) } else { Err("missing value, expected nothing".to_owned()) };
                screen.tell(Outcome::Edited(record, lines));
                screen
            }
            Self::Configuration => {
                let (file, text) = ("~/.config/couveuse/config.toml", "[keys]\ndnoe = \"x\"\n");
                let spot = Spot { file: file.to_owned(), bytes: 7..11, record: None };
                let place = Place::Text(spot);
                let finding = Finding {
                    check: "config",
                    severity: Severity::Warning,
                    place,
                    message: "config-unknown-command",
                    args: vec![("name", couveuse::model::Arg::Text("dnoe".to_owned()))],
                };
                let problems = vec![Diagnostic::new(finding, file, text, 7..11)];
                let configuration = Configuration { file: file.to_owned(), problems };
                let mut screen = Screen::of(sample(), Setup { configuration, ..setup(theme) });
                screen.keys("gc");
                screen
            }
            Self::Box(n) => {
                let mut screen = Screen::of_sample_in(language, theme, size);
                (BOXES[n].1)(&mut screen);
                screen
            }
        }
    }
}

#[test]
fn every_theme_and_depth_gives_its_styles() {
    for (name, depth, tag) in [
        ("dark", Depth::True, "dark"),
        ("light", Depth::True, "light"),
        ("dark", Depth::Indexed, "dark-256"),
        ("dark", Depth::Sixteen, "dark-16"),
        ("light", Depth::Sixteen, "light-16"),
        ("dark", Depth::None, "monochrome"),
    ] {
        let theme = Theme::named(name, depth).expect("a theme");
        let mut screen = Screen::new(sample(), Language::French, theme, (80, 12));
        screen.keys("/po");
        snapshot!(format!("styles-{tag}"), format!("{}\n{}", screen.text(), screen.styles()));
    }
}

#[test]
fn every_screen_and_box_has_its_styles_in_every_theme() {
    let themes = ["light", "high-contrast", "sixteen", "deuteranopia", "tritanopia"];
    let themes = themes.map(|name| (name, Depth::True, name));
    for (name, depth, tag) in themes.into_iter().chain([("dark", Depth::None, "monochrome")]) {
        let theme = Theme::named(name, depth).expect("a theme");
        // The text is that of the dark theme, but where colours are missing.
        let with_text = depth == Depth::None;
        snapshot!(format!("styles-of-all-{tag}"), styles_of(&theme, Language::French, (80, 24), with_text));
    }
    let dark = Theme::named("dark", Depth::True).expect("a theme");
    for (language, size, tag) in [
        (Language::French, (80, 24), "dark"),
        (Language::English, (120, 40), "dark-wide"),
        (Language::English, (40, 10), "dark-narrow"),
    ] {
        snapshot!(format!("styles-of-all-{tag}"), styles_of(&dark, language, size, true));
    }
}

#[test]
fn boxes_that_come_by_themselves_have_their_words_in_every_size_and_language() {
    let theme = Theme::named("dark", Depth::True).expect("a theme");
    for (scene, tag) in [
        (Welcome, "welcome"),
        (Scene::HandEdit(true), "hand-edit"),
        (Scene::HandEdit(false), "hand-edit-broken"),
        (Scene::Configuration, "configuration"),
    ] {
        let mut all = String::new();
        for language in [Language::French, Language::English] {
            for size in [(120, 40), (80, 24), (40, 10)] {
                let screen = scene.screen(language, theme.clone(), size);
                writeln!(all, "{language:?} {}×{}\n{}", size.0, size.1, screen.text()).expect("a text");
            }
        }
        snapshot!(format!("box-{tag}"), all);
    }
}

/// The styles of the sample at each scene, and its text where it is wanted.
fn styles_of(theme: &Theme, language: Language, size: (u16, u16), with_text: bool) -> String {
    let mut all = String::new();
    for scene in SCENES.iter().copied().chain((0..BOXES.len()).map(Scene::Box)) {
        let screen = scene.screen(language, theme.clone(), size);
        // The words of the boxes are held where they are made.
        let text = if with_text && !matches!(scene, Scene::Box(_)) { screen.text() } else { String::new() };
        writeln!(all, "{}\n{text}{}", scene.name(), screen.styles()).expect("a text");
    }
    all
}
