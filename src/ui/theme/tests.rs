//! Themes have enough contrast at every depth, work for colour-blind users, and report errors in their files.

use ratatui::style::Color;

use super::depth::rgb_of;
use super::*;
use crate::locale::{Language, Locale};

const DEPTHS: [Depth; 3] = [Depth::True, Depth::Indexed, Depth::Sixteen];

type Channels = (u8, u8, u8);

fn all() -> Vec<(String, Depth, Theme)> {
    let with = |depth| {
        let themes = Themes::new(depth, Vec::new());
        let names: Vec<String> = themes.names().into_iter().map(str::to_owned).collect();
        names.into_iter().map(move |name| (name.clone(), depth, themes.get(&name).unwrap()))
    };
    DEPTHS.into_iter().flat_map(with).collect()
}

fn linear((r, g, b): Channels) -> [f64; 3] {
    [r, g, b].map(|value| {
        let value = f64::from(value) / 255.0;
        if value <= 0.04045 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
    })
}

fn luminance([r, g, b]: [f64; 3]) -> f64 {
    0.2126 * r + 0.7152 * g + 0.0722 * b
}

/// The WCAG contrast ratio of two colours.
fn contrast(a: Channels, b: Channels) -> f64 {
    let (a, b) = (luminance(linear(a)), luminance(linear(b)));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

/// A colour as xterm shows it, with default colours according to the background of the theme.
fn shown(theme: &Theme, colour: Option<Color>, is_letter: bool) -> Channels {
    let own = if (theme.background == Background::Dark) == is_letter { (0xe5, 0xe5, 0xe5) } else { (0, 0, 0) };
    let own = if theme.background == Background::Light && !is_letter { (255, 255, 255) } else { own };
    colour.map_or(own, |colour| rgb_of(colour).unwrap())
}

/// The backgrounds that a token is drawn on: its own, or those of the screen, the selected row, the status line and
/// fields. In a reversed row, foreground and background are swapped.
fn grounds(theme: &Theme, token: Token) -> Vec<Channels> {
    let of = |token| theme.style(token).bg;
    let grounds = match of(token) {
        Some(own) => vec![Some(own)],
        None => [Token::Text, Token::Selected, Token::Status, Token::Input, Token::InputFocused].map(of).to_vec(),
    };
    grounds.into_iter().map(|ground| shown(theme, ground, false)).collect()
}

#[test]
fn text_has_enough_contrast_on_every_background_at_every_depth() {
    let mut faint = Vec::new();
    for (name, depth, theme) in all() {
        let least = if name == "high-contrast" && depth != Depth::Sixteen { 7.0 } else { 4.5 };
        for token in Token::ALL.into_iter().filter(|token| !matches!(token, Token::Border | Token::Selected)) {
            let letter = shown(&theme, theme.style(token).fg, true);
            for ground in grounds(&theme, token) {
                let contrast = contrast(letter, ground);
                if contrast < least {
                    let of = token.name();
                    faint.push(format!("{name} {depth:?}: {of} {letter:x?} on {ground:x?} has {contrast:.2}"));
                }
            }
        }
    }
    assert!(faint.is_empty(), "{}", faint.join("\n"));
}

#[test]
fn every_depth_keeps_the_selected_row_visible() {
    for (name, depth, theme) in all() {
        let selected = theme.style(Token::Selected);
        let ground = shown(&theme, theme.style(Token::Text).bg, false);
        let ratio = contrast(shown(&theme, selected.bg, false), ground);
        assert!(
            ratio >= 1.25 || selected.add_modifier.contains(Modifier::REVERSED),
            "{name} {depth:?}: the selected row has {ratio:.2}"
        );
        assert_eq!(theme.mark().chars().count(), 1);
    }
    let none = Themes::new(Depth::None, Vec::new()).get("light").unwrap();
    assert_eq!(none, Theme::monochrome());
    assert_eq!(none.mark(), ">");
    assert!(Token::ALL.into_iter().all(|token| none.style(token).fg.is_none() && none.style(token).bg.is_none()));
}

#[test]
fn a_theme_uses_only_available_colours() {
    for (name, depth, theme) in all() {
        for token in Token::ALL {
            let style = theme.style(token);
            let fits = |colour: Option<Color>| match (depth, colour) {
                (_, None) => true,
                (Depth::Sixteen, Some(colour)) => !matches!(colour, Color::Rgb(..) | Color::Indexed(16..)),
                (Depth::Indexed, Some(colour)) => !matches!(colour, Color::Rgb(..)),
                _ => name != "sixteen" || !matches!(colour, Some(Color::Rgb(..) | Color::Indexed(_))),
            };
            assert!(fits(style.fg) && fits(style.bg), "{name} {depth:?} {}", token.name());
        }
    }
}

/// Machado, Oliveira and Fernandes 2009, at full severity.
const PROTANOPIA: [[f64; 3]; 3] =
    [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]];
const DEUTERANOPIA: [[f64; 3]; 3] =
    [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]];
const TRITANOPIA: [[f64; 3]; 3] =
    [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900]];

/// A colour in CIELAB as seen with a colour vision deficiency.
fn seen(colour: Channels, eye: &[[f64; 3]; 3]) -> [f64; 3] {
    let light = linear(colour);
    let mix = |row: &[f64; 3]| row.iter().zip(light).map(|(part, value)| part * value).sum::<f64>().clamp(0.0, 1.0);
    let [r, g, b] = [mix(&eye[0]), mix(&eye[1]), mix(&eye[2])];
    let bend = |t: f64| if t > 0.008856 { t.cbrt() } else { 7.787 * t + 16.0 / 116.0 };
    let x = bend((0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.95047);
    let y = bend(luminance([r, g, b]));
    let z = bend((0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.08883);
    [116.0 * y - 16.0, 500.0 * (x - y), 200.0 * (y - z)]
}

#[test]
fn states_stay_distinguishable_for_colour_blind_users() {
    for (name, eye) in [("deuteranopia", &DEUTERANOPIA), ("deuteranopia", &PROTANOPIA), ("tritanopia", &TRITANOPIA)] {
        for depth in [Depth::True, Depth::Indexed] {
            let theme = Theme::named(name, depth).unwrap();
            let states = [Token::Good, Token::Warning, Token::Bad, Token::Unknown];
            let seen = states.map(|state| seen(rgb_of(theme.style(state).fg.unwrap()).unwrap(), eye));
            for (n, one) in seen.iter().enumerate() {
                for (m, other) in seen.iter().enumerate().skip(n + 1) {
                    let apart = one.iter().zip(other).map(|(a, b)| (a - b).powi(2)).sum::<f64>().sqrt();
                    let (one, other) = (states[n].name(), states[m].name());
                    assert!(apart >= 18.0, "{name} {depth:?}: {one} and {other} are {apart:.1} apart");
                }
            }
        }
    }
}

#[test]
fn the_depth_is_detected_from_the_environment() {
    for (no_color, colorterm, term, depth) in [
        (Some("1"), Some("truecolor"), Some("xterm-256color"), Depth::None),
        (Some(""), Some("truecolor"), Some("xterm"), Depth::True),
        (None, Some("24bit"), None, Depth::True),
        (None, None, Some("screen-256color"), Depth::Indexed),
        (None, None, Some("linux"), Depth::Sixteen),
        (None, None, Some("dumb"), Depth::None),
        (None, None, Some("vt100"), Depth::None),
        (None, None, Some("vt220"), Depth::None),
        (None, Some("truecolor"), Some("xterm-mono"), Depth::None),
        (None, None, None, Depth::Sixteen),
    ] {
        assert_eq!(Depth::of_environment(no_color, colorterm, term), depth, "{no_color:?} {colorterm:?} {term:?}");
    }
}

fn own(files: &[(&str, &str)]) -> Themes {
    let file = |(name, text): &(&str, &str)| ThemeFile {
        name: (*name).to_owned(),
        file: format!("themes/{name}.toml"),
        text: (*text).to_owned(),
    };
    Themes::new(Depth::True, files.iter().map(file).collect())
}

#[test]
fn a_user_theme_overrides_what_it_inherits() {
    let themes = own(&[
        ("rose", "inherits = \"dark\"\n[palette]\nbad = \"#ff0000\"\nrose = 200\n[tokens]\ngood = { fg = \"rose\" }"),
        (
            "dark",
            "inherits = \"dark\"\nbackground = \"light\"\n[tokens]\nkey = { fg = \"red\", bg = [\"#000001\", 1] }",
        ),
    ]);
    assert_eq!(themes.names().last(), Some(&"rose"));
    let (rose, dark) = (themes.get("rose").unwrap(), Theme::named("dark", Depth::True).unwrap());
    assert_eq!(rose.style(Token::Bad).fg, Some(Color::Rgb(255, 0, 0)));
    assert_eq!(rose.style(Token::Removed).fg, Some(Color::Rgb(255, 0, 0)), "what it inherits takes its palette");
    assert_eq!(rose.style(Token::Good).fg, Some(Color::Indexed(200)));
    assert_eq!(rose.style(Token::Added), dark.style(Token::Added));
    let own_dark = themes.get("dark").unwrap();
    assert_eq!(own_dark.style(Token::Key).fg, Some(Color::Red), "a name everybody knows");
    assert_eq!(own_dark.style(Token::Key).bg, Some(Color::Rgb(0, 0, 1)));
    assert_eq!((own_dark.background, themes.names().len()), (Background::Light, 7), "it stands for the built-in one");
}

#[test]
fn theme_errors_have_a_location_and_a_remedy() {
    let with = |text: &str| own(&[("mine", text), ("other", "inherits = \"mine\"")]).get("mine").unwrap_err();
    for (text, kind, line, column) in [
        ("inherits = \"dark\"\nfoo = 1", ThemeErrorKind::UnknownKey("foo".into()), 2, 1),
        ("[palette]\na = \"#12\"", ThemeErrorKind::BadColour("#12".into()), 2, 5),
        ("inherits = \"dark\"\n[tokens]\nkey = { fg = \"é\" }", ThemeErrorKind::BadColour("é".into()), 3, 14),
        ("[palette]\na = 256", ThemeErrorKind::BadColour("256".into()), 2, 5),
        ("[tokens]\nkeys = {}", ThemeErrorKind::UnknownToken("keys".into()), 2, 1),
        ("[tokens]\nkey = { fg = 1, mod = [] }", ThemeErrorKind::UnknownKey("mod".into()), 2, 17),
        ("[tokens]\nkey = { modifiers = [\"blink\"] }", ThemeErrorKind::BadModifier("blink".into()), 2, 22),
        ("[tokens]\nkey = { modifiers = \"bold\" }", ThemeErrorKind::WrongType, 2, 21),
        ("background = \"grey\"", ThemeErrorKind::BadBackground("grey".into()), 1, 14),
        ("inherits = \"solar\"", ThemeErrorKind::NoSuchTheme("solar".into()), 1, 12),
        ("inherits = \"other\"", ThemeErrorKind::Circle("mine".into()), 1, 12),
        ("[tokens]", ThemeErrorKind::MissingToken("text"), 1, 1),
    ] {
        let error = with(text);
        let file = if matches!(kind, ThemeErrorKind::Circle(_)) { "other" } else { "mine" };
        let found = error.diagnostic(&own(&[]));
        assert_eq!((error.kind.clone(), found.line, found.column), (kind, line, column), "{text}");
        for language in Language::ALL {
            let (what, remedy) = error.words(&Locale::new(language), &own(&[]));
            assert!(what.starts_with(&format!("themes/{file}.toml:{line}:{column}: ")), "{what}");
            assert!(!what.contains("theme-") && !remedy.contains("theme-") && !remedy.is_empty(), "{what} {remedy}");
        }
    }
    assert!(matches!(with("[palette\n").kind, ThemeErrorKind::Syntax(_)));
    let none = ThemeError { place: None, kind: ThemeErrorKind::NoSuchTheme("solar".into()) };
    assert_eq!(Theme::named("solar", Depth::True), Err(none));
}
