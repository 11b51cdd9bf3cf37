//! The number of colours of the terminal, and the nearest colour that it has.

use ratatui::style::Color;

/// The number of colours of the terminal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Depth {
    /// No colours, or none wanted.
    None,
    /// The 16 ANSI colours.
    Sixteen,
    /// The 256 colours of xterm.
    Indexed,
    /// 24-bit colours.
    True,
}

impl Depth {
    /// Detects the depth from `NO_COLOR` (no-color.org: present and not empty), `COLORTERM` and `TERM`.
    #[must_use]
    pub fn of_environment(no_color: Option<&str>, colorterm: Option<&str>, term: Option<&str>) -> Self {
        let term = term.unwrap_or("");
        if no_color.is_some_and(|value| !value.is_empty()) || is_colourless(term) {
            Self::None
        } else if matches!(colorterm, Some("truecolor" | "24bit")) || term.ends_with("-direct") {
            Self::True
        } else if term.contains("256color") {
            Self::Indexed
        } else {
            Self::Sixteen
        }
    }

    /// Returns the nearest colour that the terminal has. Named colours are left as they are.
    #[must_use]
    pub fn fit(self, colour: Color) -> Option<Color> {
        match (self, colour) {
            (Self::None, _) => None,
            (Self::Indexed, Color::Rgb(r, g, b)) => Some(Color::Indexed(nearest_of_256((r, g, b)))),
            (Self::Sixteen, Color::Rgb(r, g, b)) => Some(nearest_of_16((r, g, b))),
            (Self::Sixteen, Color::Indexed(index)) if index > 15 => Some(nearest_of_16(rgb_of_index(index))),
            _ => Some(colour),
        }
    }
}

/// Returns whether the terminal has no colours, whatever `COLORTERM` says.
fn is_colourless(term: &str) -> bool {
    let old = ["vt52", "vt100", "vt102", "vt220", "vt320", "vt420", "vt510", "vt520"];
    term == "dumb" || term == "unknown" || old.contains(&term) || term.ends_with("-m") || term.ends_with("-mono")
}

type Rgb = (u8, u8, u8);

/// The levels of each channel in xterm's colour cube (16 to 231).
const CUBE: [u8; 6] = [0, 95, 135, 175, 215, 255];

fn distance(a: Rgb, b: Rgb) -> u32 {
    let part = |x: u8, y: u8| u32::from(x.abs_diff(y)).pow(2);
    3 * part(a.0, b.0) + 6 * part(a.1, b.1) + part(a.2, b.2)
}

fn rgb_of_index(index: u8) -> Rgb {
    if index >= 232 {
        let level = 8 + (index - 232) * 10;
        return (level, level, level);
    }
    let step = usize::from(index.saturating_sub(16));
    (CUBE[step / 36 % 6], CUBE[step / 6 % 6], CUBE[step % 6])
}

/// Returns the nearest grey or colour of the cube, by weighted distance of the channels.
fn nearest_of_256((r, g, b): Rgb) -> u8 {
    let level = |wanted: u8| (0..6).min_by_key(|&level| CUBE[usize::from(level)].abs_diff(wanted)).unwrap_or(0);
    let of_cube = 16 + 36 * level(r) + 6 * level(g) + level(b);
    let greys = 232..=255;
    std::iter::once(of_cube).chain(greys).min_by_key(|&index| distance(rgb_of_index(index), (r, g, b))).unwrap_or(7)
}

/// Returns the value that xterm shows for a colour; `None` for the default colour.
#[cfg(test)]
pub(super) fn rgb_of(colour: Color) -> Option<Rgb> {
    const XTERM: [(Color, Rgb); 16] = [
        (Color::Black, (0, 0, 0)),
        (Color::Red, (205, 0, 0)),
        (Color::Green, (0, 205, 0)),
        (Color::Yellow, (205, 205, 0)),
        (Color::Blue, (0, 0, 238)),
        (Color::Magenta, (205, 0, 205)),
        (Color::Cyan, (0, 205, 205)),
        (Color::Gray, (229, 229, 229)),
        (Color::DarkGray, (127, 127, 127)),
        (Color::LightRed, (255, 0, 0)),
        (Color::LightGreen, (0, 255, 0)),
        (Color::LightYellow, (255, 255, 0)),
        (Color::LightBlue, (92, 92, 255)),
        (Color::LightMagenta, (255, 0, 255)),
        (Color::LightCyan, (0, 255, 255)),
        (Color::White, (255, 255, 255)),
    ];
    match colour {
        Color::Rgb(r, g, b) => Some((r, g, b)),
        Color::Indexed(index @ 16..) => Some(rgb_of_index(index)),
        Color::Indexed(index) => XTERM.get(usize::from(index)).map(|(_, rgb)| *rgb),
        named => XTERM.iter().find(|(known, _)| *known == named).map(|(_, rgb)| *rgb),
    }
}

fn nearest_of_16(wanted: Rgb) -> Color {
    const PALETTE: [(Color, Rgb); 16] = [
        (Color::Black, (0, 0, 0)),
        (Color::Red, (170, 0, 0)),
        (Color::Green, (0, 170, 0)),
        (Color::Yellow, (170, 85, 0)),
        (Color::Blue, (0, 0, 170)),
        (Color::Magenta, (170, 0, 170)),
        (Color::Cyan, (0, 170, 170)),
        (Color::Gray, (170, 170, 170)),
        (Color::DarkGray, (85, 85, 85)),
        (Color::LightRed, (255, 85, 85)),
        (Color::LightGreen, (85, 255, 85)),
        (Color::LightYellow, (255, 255, 85)),
        (Color::LightBlue, (85, 85, 255)),
        (Color::LightMagenta, (255, 85, 255)),
        (Color::LightCyan, (85, 255, 255)),
        (Color::White, (255, 255, 255)),
    ];
    PALETTE.into_iter().min_by_key(|(_, rgb)| distance(*rgb, wanted)).map_or(Color::Reset, |(colour, _)| colour)
}
