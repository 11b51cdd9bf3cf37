//! Renders a screen as SVG, in a window with a title. Each run of cells with one style becomes a text element, so that
//! the text can be selected and read aloud.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use ratatui::buffer::{Buffer, Cell};
use ratatui::style::{Color, Modifier};
use unicode_width::UnicodeWidthStr;

/// Width and height of a cell.
const CELL: (f32, f32) = (8.4, 18.0);
/// The distance from the top of a cell to the baseline.
const BASE: f32 = 13.5;
/// The distance from the edge of the window to the first cell.
const MARGIN: f32 = 10.0;
/// The height of the title bar.
const BAR: f32 = 28.0;

const FONTS: &str = "ui-monospace,SFMono-Regular,Menlo,Consolas,&quot;DejaVu Sans Mono&quot;,monospace";

/// The colours of the window, used for cells without colours of their own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SvgPalette {
    pub background: &'static str,
    pub foreground: &'static str,
    /// The title bar.
    pub bar: &'static str,
}

impl SvgPalette {
    /// For dark themes.
    pub const DARK: Self = Self { background: "#16181d", foreground: "#d7dae0", bar: "#2a2d35" };
    /// For light themes.
    pub const LIGHT: Self = Self { background: "#ffffff", foreground: "#1f2328", bar: "#e6e8ec" };
}

#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct TextStyle {
    colour: String,
    bold: bool,
    dim: bool,
    italic: bool,
    line: bool,
}

/// Adjacent cells with the same style and background.
struct StyledRun {
    from: u16,
    cells: u16,
    text: String,
    style: TextStyle,
    behind: Option<String>,
}

/// Renders a buffer, with the cursor at `cursor` if it is visible.
#[must_use]
pub fn svg(buffer: &Buffer, title: &str, palette: SvgPalette, cursor: Option<(u16, u16)>) -> String {
    let (columns, rows) = (buffer.area.width, buffer.area.height);
    let (wide, high) = (x(columns) + MARGIN, y(rows) + MARGIN);
    let mut classes: BTreeMap<TextStyle, usize> = BTreeMap::new();
    let mut behind = String::new();
    let mut letters = String::new();
    for row in 0..rows {
        for run in runs(buffer, row, palette) {
            if let Some(colour) = &run.behind {
                rectangle(&mut behind, run.from, row, run.cells, colour);
            }
            if run.text.trim().is_empty() && !run.style.line {
                continue;
            }
            let known = classes.len();
            let style = *classes.entry(run.style.clone()).or_insert(known);
            text(&mut letters, &run, row, style);
        }
    }
    if let Some((column, row)) = cursor {
        let _ = writeln!(
            letters,
            r#"<rect x="{}" y="{}" width="{}" height="{}" fill="{}" fill-opacity=".6"/>"#,
            x(column),
            y(row),
            CELL.0,
            CELL.1,
            palette.foreground
        );
    }
    let title = escaped(title);
    let middle = wide / 2.0;
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {wide} {high}\" width=\"{wide}\" height=\"{high}\" xml:space=\"preserve\" role=\"img\" aria-label=\"{title}\">\n\
         <style>text{{font:14px {FONTS};white-space:pre}}{styles}</style>\n\
         <rect width=\"{wide}\" height=\"{high}\" rx=\"8\" fill=\"{background}\"/>\n\
         <path d=\"M0 {BAR}V8a8 8 0 0 1 8-8H{right}a8 8 0 0 1 8 8V{BAR}z\" fill=\"{bar}\"/>\n\
         <circle cx=\"18\" cy=\"14\" r=\"5\" fill=\"#e0645c\"/><circle cx=\"36\" cy=\"14\" r=\"5\" fill=\"#dfb341\"/><circle cx=\"54\" cy=\"14\" r=\"5\" fill=\"#5fb363\"/>\n\
         <text x=\"{middle}\" y=\"19\" text-anchor=\"middle\" fill=\"{foreground}\">{title}</text>\n\
         {behind}{letters}</svg>\n",
        styles = styles(&classes),
        background = palette.background,
        foreground = palette.foreground,
        bar = palette.bar,
        right = wide - 8.0,
    )
}

fn x(column: u16) -> f32 {
    tenth(MARGIN + f32::from(column) * CELL.0)
}

fn y(row: u16) -> f32 {
    BAR + MARGIN + f32::from(row) * CELL.1
}

/// Rounds to a tenth, so that a picture doesn't depend on the floating-point unit.
fn tenth(length: f32) -> f32 {
    (length * 10.0).round() / 10.0
}

fn styles(classes: &BTreeMap<TextStyle, usize>) -> String {
    let mut styles = String::new();
    for (style, n) in classes {
        let _ = write!(styles, ".s{n}{{fill:{}", style.colour);
        for (is, style) in [
            (style.bold, ";font-weight:bold"),
            (style.dim, ";opacity:.6"),
            (style.italic, ";font-style:italic"),
            (style.line, ";text-decoration:underline"),
        ] {
            styles.push_str(if is { style } else { "" });
        }
        styles.push('}');
    }
    styles
}

fn rectangle(svg: &mut String, column: u16, row: u16, cells: u16, colour: &str) {
    let width = tenth(f32::from(cells) * CELL.0);
    let _ = writeln!(
        svg,
        r#"<rect x="{}" y="{}" width="{width}" height="{}" fill="{colour}"/>"#,
        x(column),
        y(row),
        CELL.1
    );
}

/// Writes the words of a run. `textLength` keeps columns aligned in every font.
fn text(svg: &mut String, run: &StyledRun, row: u16, style: usize) {
    // Some viewers collapse spaces: words more than one space apart become separate elements.
    let parts = if run.style.line { vec![run.text.as_str()] } else { run.text.split("  ").collect() };
    let mut column = run.from;
    for (n, part) in parts.into_iter().enumerate() {
        column += if n > 0 { 2 } else { 0 };
        let lead = if run.style.line { 0 } else { part.len() - part.trim_start().len() };
        let words = if run.style.line { part } else { part.trim() };
        if !words.is_empty() {
            let from = column + u16::try_from(lead).unwrap_or(0);
            let length = tenth(f32::from(cells(words)) * CELL.0);
            let _ = writeln!(
                svg,
                r#"<text class="s{style}" x="{}" y="{}" textLength="{length}" lengthAdjust="spacingAndGlyphs">{}</text>"#,
                x(from),
                tenth(y(row) + BASE),
                escaped(words)
            );
        }
        column += cells(part);
    }
}

fn cells(text: &str) -> u16 {
    u16::try_from(text.width()).unwrap_or(u16::MAX)
}

fn runs(buffer: &Buffer, row: u16, palette: SvgPalette) -> Vec<StyledRun> {
    let mut runs: Vec<StyledRun> = Vec::new();
    let mut column = 0;
    while column < buffer.area.width {
        let Some(cell) = buffer.cell((buffer.area.x + column, buffer.area.y + row)) else { break };
        // A wide character takes the following cell too.
        let cells = cells(cell.symbol()).max(1);
        let (style, behind) = style(cell, palette);
        match runs.last_mut() {
            Some(last) if last.style == style && last.behind == behind => {
                last.text.push_str(cell.symbol());
                last.cells += cells;
            }
            _ => runs.push(StyledRun { from: column, cells, text: cell.symbol().to_owned(), style, behind }),
        }
        column += cells;
    }
    runs
}

fn style(cell: &Cell, palette: SvgPalette) -> (TextStyle, Option<String>) {
    let (mut colour, mut behind) = (rgb(cell.fg), rgb(cell.bg));
    let is = |modifier| cell.modifier.contains(modifier);
    if is(Modifier::REVERSED) {
        let ground = behind.unwrap_or_else(|| palette.background.to_owned());
        (behind, colour) = (Some(colour.unwrap_or_else(|| palette.foreground.to_owned())), Some(ground));
    }
    let style = TextStyle {
        colour: colour.unwrap_or_else(|| palette.foreground.to_owned()),
        bold: is(Modifier::BOLD),
        dim: is(Modifier::DIM),
        italic: is(Modifier::ITALIC),
        line: is(Modifier::UNDERLINED),
    };
    (style, behind)
}

/// Returns the value of a colour in xterm's default palette; `None` for the default colour.
fn rgb(colour: Color) -> Option<String> {
    const SIXTEEN: [&str; 16] = [
        "#000000", "#cd0000", "#00cd00", "#cdcd00", "#4682ff", "#cd00cd", "#00cdcd", "#e5e5e5", "#7f7f7f", "#ff4545",
        "#45ff45", "#ffff45", "#7fa8ff", "#ff45ff", "#45ffff", "#ffffff",
    ];
    let number = match colour {
        Color::Reset => return None,
        Color::Rgb(r, g, b) => return Some(format!("#{r:02x}{g:02x}{b:02x}")),
        Color::Indexed(number) => number,
        Color::Black => 0,
        Color::Red => 1,
        Color::Green => 2,
        Color::Yellow => 3,
        Color::Blue => 4,
        Color::Magenta => 5,
        Color::Cyan => 6,
        Color::Gray => 7,
        Color::DarkGray => 8,
        Color::LightRed => 9,
        Color::LightGreen => 10,
        Color::LightYellow => 11,
        Color::LightBlue => 12,
        Color::LightMagenta => 13,
        Color::LightCyan => 14,
        Color::White => 15,
    };
    Some(match number {
        0..16 => SIXTEEN.get(usize::from(number)).copied().unwrap_or("#ffffff").to_owned(),
        16..232 => {
            let part = |n: u8| if n == 0 { 0 } else { 55 + 40 * n };
            let cube = number - 16;
            format!("#{:02x}{:02x}{:02x}", part(cube / 36), part(cube / 6 % 6), part(cube % 6))
        }
        grey => format!("#{0:02x}{0:02x}{0:02x}", 8 + 10 * (grey - 232)),
    })
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use ratatui::layout::Rect;
    use ratatui::style::Style;

    use super::*;

    #[test]
    fn a_run_becomes_one_text_element() {
        let mut buffer = Buffer::empty(Rect::new(0, 0, 12, 2));
        let bad = Style::new().fg(Color::Rgb(255, 0, 0)).add_modifier(Modifier::BOLD);
        buffer.set_string(0, 0, "ab <c", Style::new());
        buffer.set_string(3, 1, "共x", bad);
        let picture = svg(&buffer, "T & U", SvgPalette::DARK, None);
        assert_eq!(picture.matches("<text class").count(), 2, "{picture}");
        assert!(
            picture.contains(r#"x="10" y="51.5" textLength="42" lengthAdjust="spacingAndGlyphs">ab &lt;c<"#),
            "{picture}"
        );
        assert!(
            picture.contains(r#"x="35.2" y="69.5" textLength="25.2""#),
            "three cells from the fourth on: {picture}"
        );
        assert!(picture.contains("{fill:#ff0000;font-weight:bold}") && picture.contains("T &amp; U"));
    }

    #[test]
    fn reversed_cells_swap_colours_and_the_cursor_is_drawn() {
        let mut buffer = Buffer::empty(Rect::new(0, 0, 4, 1));
        buffer.set_string(0, 0, "ab", Style::new().add_modifier(Modifier::REVERSED));
        let picture = svg(&buffer, "", SvgPalette::LIGHT, Some((2, 0)));
        assert!(picture.contains(r##"width="16.8" height="18" fill="#1f2328""##), "{picture}");
        assert!(picture.contains("{fill:#ffffff}") && picture.contains("fill-opacity"), "{picture}");
    }

    #[test]
    fn terminal_colours_have_their_values() {
        assert_eq!(rgb(Color::Indexed(196)).as_deref(), Some("#ff0000"));
        assert_eq!(rgb(Color::Indexed(232)).as_deref(), Some("#080808"));
        assert_eq!(rgb(Color::LightCyan).as_deref(), Some("#45ffff"));
        assert_eq!(rgb(Color::Reset), None);
    }
}
