//! Themes can be read, at every depth, and say what is wrong with them.

use ratatui::style::Color;

use super::*;

fn luminance((r, g, b): (u8, u8, u8)) -> f64 {
    let channel = |value: u8| {
        let value = f64::from(value) / 255.0;
        if value <= 0.03928 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
    };
    0.2126 * channel(r) + 0.7152 * channel(g) + 0.0722 * channel(b)
}

/// WCAG's contrast of two colours.
fn contrast(a: Color, b: Color) -> f64 {
    let of = |colour| match colour {
        Color::Rgb(r, g, b) => luminance((r, g, b)),
        other => unreachable!("{other} in a true-colour theme"),
    };
    let (a, b) = (of(a), of(b));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

#[test]
fn text_can_be_read_on_every_ground_that_it_may_stand_on() {
    for name in Theme::NAMES {
        let theme = Theme::named(name, Depth::True).unwrap();
        let ground = theme.style(Token::Text).bg.unwrap();
        let selected = theme.style(Token::Selected).bg.unwrap();
        let status = theme.style(Token::Status).bg.unwrap();
        for token in Token::ALL.into_iter().filter(|token| !matches!(token, Token::Border | Token::Selected)) {
            let style = theme.style(token);
            let grounds = style.bg.map_or(vec![ground, selected, status], |own| vec![own]);
            for under in grounds {
                let contrast = contrast(style.fg.unwrap(), under);
                assert!(contrast >= 4.5, "{name}: {} on {under} has {contrast:.2}", token.name());
            }
        }
    }
}

#[test]
fn every_depth_keeps_the_selected_row_visible() {
    for name in Theme::NAMES {
        for depth in [Depth::None, Depth::Sixteen, Depth::Indexed, Depth::True] {
            let theme = Theme::named(name, depth).unwrap();
            let selected = theme.style(Token::Selected);
            assert!(selected.bg.is_some() || selected.add_modifier.contains(Modifier::REVERSED), "{name} {depth:?}");
            assert_eq!(theme.mark().chars().count(), 1);
            for token in Token::ALL {
                let style = theme.style(token);
                let fits = |colour: Option<Color>| match (depth, colour) {
                    (_, None) | (Depth::True, _) => true,
                    (Depth::None, Some(_)) => false,
                    (Depth::Sixteen, Some(colour)) => !matches!(colour, Color::Rgb(..) | Color::Indexed(16..)),
                    (Depth::Indexed, Some(colour)) => !matches!(colour, Color::Rgb(..)),
                };
                assert!(fits(style.fg) && fits(style.bg), "{name} {depth:?} {}", token.name());
            }
        }
    }
}

#[test]
fn the_environment_tells_the_depth() {
    for (no_color, colorterm, term, depth) in [
        (Some("1"), Some("truecolor"), Some("xterm-256color"), Depth::None),
        (Some(""), Some("truecolor"), Some("xterm"), Depth::True),
        (None, Some("24bit"), None, Depth::True),
        (None, None, Some("screen-256color"), Depth::Indexed),
        (None, None, Some("linux"), Depth::Sixteen),
        (None, None, Some("dumb"), Depth::None),
        (None, None, None, Depth::Sixteen),
    ] {
        assert_eq!(Depth::of_environment(no_color, colorterm, term), depth, "{no_color:?} {colorterm:?} {term:?}");
    }
}

#[test]
fn what_is_wrong_with_a_theme_is_said() {
    let dark = include_str!("../../../themes/dark.toml");
    let with = |from: &str, to: &str| Theme::parse(&dark.replacen(from, to, 1), Depth::True).unwrap_err();
    assert_eq!(with("muted  ", "mutted  "), ThemeError::UnknownToken("mutted".to_owned()));
    assert_eq!(with("#3b4250", "#3b425"), ThemeError::BadColour("#3b425".to_owned()));
    assert_eq!(with("[\"bold\"]", "[\"blink\"]"), ThemeError::BadModifier("blink".to_owned()));
    assert!(matches!(with("[tokens]", "[tokens"), ThemeError::Form(_)));
    assert_eq!(Theme::named("solar", Depth::True), Err(ThemeError::NoSuchTheme("solar".to_owned())));
    let short: String = dark.lines().filter(|line| !line.starts_with("good")).flat_map(|line| [line, "\n"]).collect();
    assert_eq!(Theme::parse(&short, Depth::True), Err(ThemeError::MissingToken("good")));
}
