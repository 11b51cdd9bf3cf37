//! Text has enough contrast on every screen and box in every theme, measured on the drawn frames.

use std::collections::BTreeSet;

use couveuse::locale::Language;
use couveuse::ui::{Depth, Themes};
use ratatui::style::Color;

use crate::driver::Screen;

const PLACES: [&str; 16] =
    ["", "1", "3", "4", "5", "6", "7", "jj<Enter>", "?", "=", "t31/2", "gt", "o", ":", "jjjp<C-u>12x", "/pau"];

/// The WCAG contrast ratio; `None` for default colours.
fn contrast(letter: Color, ground: Color) -> Option<f64> {
    let luminance = |colour| {
        let Color::Rgb(r, g, b) = colour else { return None };
        let [r, g, b] = [r, g, b].map(|value| {
            let value = f64::from(value) / 255.0;
            if value <= 0.04045 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
        });
        Some(0.2126 * r + 0.7152 * g + 0.0722 * b)
    };
    let (a, b) = (luminance(letter)?, luminance(ground)?);
    Some((a.max(b) + 0.05) / (a.min(b) + 0.05))
}

#[test]
fn text_has_enough_contrast_in_every_theme() {
    let themes = Themes::new(Depth::True, Vec::new());
    let mut faint = BTreeSet::new();
    for name in themes.names() {
        for keys in PLACES {
            let mut screen = Screen::of_sample_in(Language::French, themes.get(name).expect("a theme"), (120, 40));
            screen.keys(keys);
            // The theme picker starts on the current theme.
            for cell in screen.buffer().content() {
                let is_letter = cell.symbol().chars().any(char::is_alphanumeric);
                let read = contrast(cell.fg, cell.bg).filter(|read| is_letter && *read < 4.5);
                if let Some(read) = read {
                    faint.insert(format!("{name} after {keys}: {} on {} has {read:.1}", cell.fg, cell.bg));
                }
            }
        }
    }
    assert!(faint.is_empty(), "{faint:#?}");
}
