//! The scenes of the snapshot tests: every screen, page, box and form by name, with the keys that lead there.

use couveuse::edit::{DiffLine, LineKind};
use couveuse::locale::Language;
use couveuse::model::{Finding, Id, Location, MessageArg, RecordKind, RecordRef, Severity, TextRange};
use couveuse::report::Diagnostic;
use couveuse::ui::{ConfigStatus, Depth, Outcome, Setup, Theme};

use crate::boxes::BOXES;
use crate::driver::{Screen, day};

#[derive(Clone, Copy)]
pub struct Scene {
    pub name: &'static str,
    way: Way,
}

#[derive(Clone, Copy)]
enum Way {
    Keys(&'static str),
    /// A function that leads there.
    Reach(fn(&mut Screen)),
    /// The first run in an empty folder.
    Welcome,
    /// The configuration box with a problem.
    Configuration,
}

/// Scenes reached by keys alone.
const KEYS: [(&str, &str); 53] = [
    ("portfolio", ""),
    ("today", "1"),
    ("obligations", "3"),
    ("funding", "4jj"),
    ("funding-by-state", "4bbb"),
    ("committees", "5"),
    ("findings", "6"),
    ("history", "7"),
    ("commit", "7j<Enter>"),
    ("startup", "G<Enter>"),
    ("startup-summary", "jjj<Enter>"),
    ("startup-funding", "jjj<Enter><Tab>"),
    ("startup-obligations", "jj<Enter><Tab><Tab>"),
    ("startup-committees", "jjj<Enter><Tab><Tab><Tab>"),
    ("startup-convention", "jjj<Enter><Tab><Tab><Tab><Tab>"),
    ("startup-history", "jj<Enter><Tab><Tab><Tab><Tab><Tab>"),
    ("framework", "<End><Enter>"),
    ("party", "fbearn<Enter>"),
    ("help", "?"),
    ("as-of", "t31/2"),
    ("explain", "jjj="),
    ("finding", "6<Enter>"),
    ("filter", "3/verser pau"),
    ("filter-begun", "3/"),
    ("filter-value", "3/-done owes:"),
    ("filter-wrong", "3/ows:pau late"),
    ("filter-kept", "3/owes:pau late<Enter>"),
    ("arrange", "o<Enter>j<Space>"),
    ("grouped", "3bb"),
    ("marked", "3<Space>jvj/pau<Enter>"),
    ("finder", "fpau"),
    ("palette", ":verse"),
    ("themes", "gtj"),
    ("followers", "a"),
    ("review-agenda", "R"),
    ("review-sheet", "R<Enter>"),
    ("review-full-screen", "R<Enter>F"),
    ("form-done", "jjjx"),
    ("form-pay", "jjjp"),
    ("form-wrong", "jjjp<C-u>12x"),
    ("form-hold", "jjjc<Tab>"),
    ("form-sign", "jjs"),
    ("form-phase", "jjjm"),
    ("form-phase-of-several", "<Space>j<Space>jm"),
    ("form-field", "jjje"),
    ("form-indicator", "jjjai"),
    ("form-call", "jjjaf"),
    ("form-expenditure", "jjjad"),
    ("form-resource", "jjjar"),
    ("form-amendment", "jjjav"),
    ("form-account", "jjjab"),
    ("form-startup", "as"),
    ("form-convention", "jjjak"),
];

/// All scenes.
pub fn all() -> Vec<Scene> {
    let keys = KEYS.iter().map(|(name, keys)| Scene { name, way: Way::Keys(keys) });
    let boxes = BOXES.iter().map(|(name, reach)| Scene { name, way: Way::Reach(*reach) });
    let rest = [
        ("welcome", Way::Welcome),
        ("hand-edit", Way::Reach(|screen| hand_edit(screen, true))),
        ("hand-edit-broken", Way::Reach(|screen| hand_edit(screen, false))),
        ("configuration", Way::Configuration),
    ];
    keys.chain(boxes).chain(rest.map(|(name, way)| Scene { name, way })).collect()
}

impl Scene {
    /// Opens the scene.
    pub fn screen(self, language: Language, size: (u16, u16)) -> Screen {
        let theme = Theme::named("dark", Depth::True).expect("a theme");
        let setup = Setup::new(language, theme, day("2020-12-01"), size);
        match self.way {
            Way::Keys(keys) => {
                let mut screen = Screen::of_sample(language, size);
                screen.keys(keys);
                screen
            }
            Way::Reach(reach) => {
                let mut screen = Screen::of_sample(language, size);
                reach(&mut screen);
                screen
            }
            Way::Welcome => Screen::of_sample_with(Setup { suggested_name: Some("vallee".to_owned()), ..setup }),
            Way::Configuration => {
                let mut screen = Screen::of_sample_with(Setup { config: configuration(), ..setup });
                screen.keys("gc");
                screen
            }
        }
    }
}

/// The box after the editor closes, with valid or broken changes.
fn hand_edit(screen: &mut Screen, is_right: bool) {
    let record = RecordRef::new(RecordKind::Startup, Id::new("histologe").expect("an id"));
    let line = |number, kind, text: &str| DiffLine { number, kind, text: text.to_owned() };
    let lines = vec![
        line(4, LineKind::Context, "mission = \"…\""),
        line(5, LineKind::Removed, "site = \"https://old.example.org\""),
        line(5, LineKind::Added, "site = \"https://new.example.org\""),
    ];
    let lost = lines.clone();
    let lines = if is_right { Ok(lines) } else { Err("missing value, expected nothing".to_owned()) };
    screen.receive(Outcome::HandEdit { record, lines, lost });
}

fn configuration() -> ConfigStatus {
    let (file, text) = ("~/.config/couveuse/config.toml", "[keys]\ndnoe = \"x\"\n");
    let place = Location::Text(TextRange { file: file.to_owned(), bytes: 7..11, record: None });
    let finding = Finding {
        check: "config",
        severity: Severity::Warning,
        place,
        message: "config-unknown-command",
        args: vec![("name", MessageArg::Text("dnoe".to_owned()))],
    };
    ConfigStatus { file: file.to_owned(), problems: vec![Diagnostic::new(finding, file, text, 7..11)] }
}
