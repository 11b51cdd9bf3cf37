//! Snapshots of every screen, page, box and form in three sizes, two languages, six themes and without colours.
//!
//! The text of a frame depends on size and language only; a theme adds a style for each role. So two kinds of snapshots
//! cover every cell of every combination:
//!
//! - `scene-<name>-<language>`: for each size the text and, below it, a letter for the role of each cell. The roles are
//!   read from a frame in a theme that gives each token a colour of its own.
//! - `roles`: the meaning of each letter, and its style in each theme.
//!
//! [`every_scene_in_every_size_language_and_theme`] also draws every scene in every theme, and checks that the text is
//! the same and that a role has a single style per theme. To see what changed:
//! `INSTA_UPDATE=always INSTA_FORCE_PASS=1 cargo test --test it styles::`, then `git diff`.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::thread;

use couveuse::locale::Language;
use couveuse::ui::{Depth, Theme, ThemeFile, Themes, Token};
use ratatui::buffer::Buffer;
use ratatui::style::{Color, Style};

use crate::driver::{Screen, sample, style_name, text_of};
use crate::scenes::{self, Scene};

macro_rules! snapshot {
    ($name:expr, $text:expr) => {
        insta::with_settings!({ snapshot_path => "snapshots", prepend_module_to_snapshot => false, omit_expression => true }, {
            insta::assert_snapshot!($name, $text);
        });
    };
}

const SIZES: [(u16, u16); 3] = [(120, 40), (80, 24), (40, 10)];

/// The token of the text of a cell, and that of its background.
type Role = (Token, Token);

/// The style of each role in each theme.
type Styles = BTreeMap<(Role, usize), Style>;

/// The tokens with a background. [`Token::Match`] has one in the light theme, but its letter is enough.
const GROUNDS: [Token; 5] = [Token::Text, Token::Selected, Token::Status, Token::Input, Token::InputFocused];

/// The letter of each token on the background of the page, the selected row, and the status line.
const LETTERS: [(Token, &str); 18] = [
    (Token::Text, " Tτ"),
    (Token::Muted, "mMμ"),
    (Token::Title, "hHη"),
    (Token::Accent, "aAα"),
    (Token::Border, "-=≈"),
    (Token::Header, "cCχ"),
    (Token::Selected, "oOο"),
    (Token::Good, "gGγ"),
    (Token::Warning, "wWω"),
    (Token::Bad, "bBβ"),
    (Token::Unknown, "uUυ"),
    (Token::Key, "kKκ"),
    (Token::Match, "xXξ"),
    (Token::Input, "iIι"),
    (Token::InputFocused, "fFφ"),
    (Token::Added, "pPπ"),
    (Token::Removed, "rRρ"),
    (Token::Status, "sSσ"),
];

fn letter((token, ground): Role) -> char {
    let (_, letters) = LETTERS.iter().find(|(known, _)| *known == token).expect("a letter for each token");
    let nth = |n| letters.chars().nth(n).expect("three letters");
    match ground {
        Token::Selected => nth(1),
        Token::Status => nth(2),
        // In a field, the letters of the field are typed text.
        Token::Input | Token::InputFocused if token == ground => nth(0),
        Token::Input => '?',
        Token::InputFocused => '!',
        _ => nth(0),
    }
}

/// A theme in which every token, and every background, has a colour of its own.
fn distinct() -> Theme {
    let mut text = "[tokens]\n".to_owned();
    for (n, token) in (16..).zip(Token::ALL) {
        let ground = if GROUNDS.contains(&token) { format!(", bg = {n}") } else { String::new() };
        writeln!(text, "{} = {{ fg = {n}{ground} }}", token.name()).expect("a line");
    }
    let file = ThemeFile { name: "distinct".to_owned(), file: String::new(), text };
    Themes::new(Depth::True, vec![file]).get("distinct").expect("a theme")
}

/// The role that a colour of [`distinct`] stands for.
fn role(style: Style) -> Role {
    let token = |colour: Option<Color>| match colour {
        Some(Color::Indexed(n)) => Token::ALL[usize::from(n) - 16],
        other => panic!("a colour of no token: {other:?}"),
    };
    (token(style.fg), token(style.bg))
}

fn roles_of(buffer: &Buffer) -> String {
    let rows = buffer.content().chunks(usize::from(buffer.area.width));
    let row = |cells: &[ratatui::buffer::Cell]| cells.iter().map(|cell| letter(role(cell.style()))).collect::<String>();
    rows.map(|cells| row(cells).trim_end().to_owned() + "\n").collect()
}

/// The built-in themes and the monochrome one.
fn themes() -> Vec<(String, Theme)> {
    let themes = Themes::new(Depth::True, Vec::new());
    let built_in = themes.names().into_iter().map(|name| (name.to_owned(), themes.get(name).expect("a theme")));
    built_in.chain([("monochrome".to_owned(), Theme::monochrome())]).collect()
}

/// The themes to compare, and the styles found so far.
struct Comparison {
    distinct: Theme,
    themes: Vec<(String, Theme)>,
    styles: Styles,
}

impl Comparison {
    /// The snapshot of a scene in all sizes, compared with all themes.
    fn snapshot(&mut self, scene: Scene, language: Language) -> String {
        let mut all = String::new();
        for size in SIZES {
            let mut screen = scene.screen(language, size);
            screen.state.set_theme(self.distinct.clone());
            let expected = screen.buffer();
            writeln!(all, "{}×{}\n{}\nroles\n{}", size.0, size.1, text_of(&expected), roles_of(&expected))
                .expect("a text");
            for n in 0..self.themes.len() {
                screen.state.set_theme(self.themes[n].1.clone());
                self.compare(&expected, &screen.buffer(), n, &format!("{} {language:?} {size:?}", scene.name));
            }
        }
        all
    }

    /// Checks that a theme shows the same text with one style per role.
    fn compare(&mut self, expected: &Buffer, drawn: &Buffer, n: usize, place: &str) {
        let (name, theme) = &self.themes[n];
        let mut last = None;
        for (expected, cell) in expected.content().iter().zip(drawn.content()) {
            let sign = if expected.symbol() == self.distinct.mark() { theme.mark() } else { expected.symbol() };
            assert_eq!(cell.symbol(), sign, "{place} in {name} writes what others do not");
            let look = (expected.fg, expected.bg, cell.fg, cell.bg, cell.modifier);
            // Most cells are like the previous one.
            if last.replace(look) == Some(look) {
                continue;
            }
            let role = role(expected.style());
            let known = *self.styles.entry((role, n)).or_insert(cell.style());
            assert_eq!(cell.style(), known, "{place} in {name} has a second style for {role:?}");
        }
    }
}

/// The meaning of each letter, and its style in each theme.
fn table(styles: &Styles) -> String {
    let names: Vec<_> = themes().into_iter().map(|(name, _)| name).collect();
    let mut table = String::new();
    for (token, ground) in styles.keys().filter(|(_, theme)| *theme == 0).map(|(role, _)| *role) {
        writeln!(table, "“{}” {} on {}", letter((token, ground)), token.name(), ground.name()).expect("a line");
        for (n, name) in names.iter().enumerate() {
            writeln!(table, "    {name:<14}{}", style_name(styles[&((token, ground), n)])).expect("a line");
        }
    }
    table
}

#[test]
fn every_scene_in_every_size_language_and_theme() {
    let scenes = scenes::all();
    let looked = thread::scope(|scope| {
        let parts = scenes.chunks(scenes.len().div_ceil(4)).flat_map(|part| Language::ALL.map(|of| (part, of)));
        let parts: Vec<_> = parts
            .map(|(part, language)| {
                scope.spawn(move || {
                    let mut comparison = Comparison { distinct: distinct(), themes: themes(), styles: Styles::new() };
                    let look = |scene: &Scene| (scene.name, language, comparison.snapshot(*scene, language));
                    let texts: Vec<_> = part.iter().map(look).collect();
                    (texts, comparison.styles)
                })
            })
            .collect();
        parts.into_iter().map(|part| part.join().expect("every scene as every theme has it")).collect::<Vec<_>>()
    });
    let mut all = Styles::new();
    for (texts, styles) in looked {
        for (role, style) in styles {
            assert_eq!(*all.entry(role).or_insert(style), style, "{role:?}");
        }
        for (name, language, text) in texts {
            snapshot!(format!("scene-{name}-{}", language.tag()), text);
        }
    }
    snapshot!("roles", table(&all));
}

#[test]
fn themes_give_their_styles_at_every_depth() {
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
