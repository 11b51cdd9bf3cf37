//! The sequences that the backend writes, read by another terminal.

use std::num::NonZero;

use proptest::prelude::*;
use ratatui::layout::Rect;
use ratatui::prelude::IntoCrossterm as _;
use ratatui::style::{Color, Modifier, Style};
use ratatui::{Terminal, TerminalOptions, Viewport};

use super::*;
use crate::report::width::width;
use crate::ui::DrawnLink;

const AREA: Rect = Rect::new(0, 0, 14, 4);

/// A terminal whose output is kept.
struct KeptTerminal {
    screen: Terminal<AnsiBackend<Output>>,
    output: Output,
}

#[derive(Clone, Default)]
struct Output(Rc<RefCell<Vec<u8>>>);

impl Write for Output {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.borrow_mut().write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

fn terminal() -> KeptTerminal {
    let output = Output::default();
    let mut backend = AnsiBackend::new(output.clone(), Rc::default());
    backend.fixed_size = Some(AREA.as_size());
    let options = TerminalOptions { viewport: Viewport::Fixed(AREA) };
    KeptTerminal { screen: Terminal::with_options(backend, options).expect("a vector takes everything"), output }
}

/// A piece of a frame: its place, text, look, and whether it is a link.
type FramePiece = ((u16, u16), &'static str, Style, Option<&'static str>);

fn draw(terminal: &mut KeptTerminal, pieces: &[FramePiece]) -> String {
    let screen = &mut terminal.screen;
    let links = Rc::clone(&screen.backend().links);
    screen.backend_mut().begin_frame();
    let drawn = screen.draw(|frame| {
        let mut found = Vec::new();
        for ((x, y), text, style, address) in pieces {
            let (end, _) = frame.buffer_mut().set_stringn(*x, *y, text, usize::from(AREA.width - x), *style);
            let cells = end - x;
            found.extend(address.map(|address| DrawnLink { x: *x, y: *y, cells, address: address.into() }));
        }
        links.borrow_mut().replace(&found, frame.buffer_mut());
    });
    drawn.expect("a vector takes everything");
    screen.backend_mut().end_frame().expect("a vector takes everything");
    let bytes = terminal.output.0.take();
    String::from_utf8(bytes).expect("text")
}

const NARROW: [&str; 8] = ["a", "ab cd", "x y", "    ", "          ", "é…€", "e\u{301}", "──────"];
const WIDE: [&str; 5] = ["a", "    ", "日本", "a日b", "é…€"];

/// Wide texts are plain: when a styled character replaces half of a wide one, terminals disagree about the other half.
fn pieces() -> impl Strategy<Value = (Vec<FramePiece>, Vec<FramePiece>)> {
    let colours = [Color::Reset, Color::Red, Color::Indexed(200), Color::Rgb(1, 2, 3), Color::LightBlue];
    let colour = || prop::sample::select(colours.to_vec());
    // The other terminal knows one intensity at a time, so dim cells are tested below.
    let modifier = [Modifier::BOLD, Modifier::ITALIC, Modifier::UNDERLINED, Modifier::REVERSED];
    let modifier = prop::collection::vec(prop::sample::select(modifier.to_vec()), 0..3);
    let style = (colour(), colour(), modifier).prop_map(|(fg, bg, modifiers)| {
        let modifier = modifiers.into_iter().collect::<Modifier>();
        Style::new().fg(fg).bg(bg).add_modifier(modifier)
    });
    let text = || prop::sample::select(NARROW.to_vec());
    let plain = || Just(Style::new());
    let address = prop_oneof![3 => Just(None), 1 => Just(Some("https://a.test")), 1 => Just(Some("file:///b"))];
    let place = (0..AREA.width, 0..AREA.height);
    let styled = (place.clone(), text(), prop_oneof![plain(), style], address.clone());
    let wide = (place, prop::sample::select(WIDE.to_vec()), plain(), address);
    // One in each row: ratatui draws no wide character over half of another.
    let wide = prop::collection::vec(wide, 0..usize::from(AREA.height)).prop_map(|mut pieces| {
        (0..).zip(&mut pieces).for_each(|(row, piece)| piece.0.1 = row);
        pieces
    });
    (prop::collection::vec(styled, 0..8), wide)
}

fn colour_of(colour: Color) -> vt100::Color {
    match colour.into_crossterm() {
        crossterm::style::Color::Rgb { r, g, b } => vt100::Color::Rgb(r, g, b),
        crossterm::style::Color::AnsiValue(index) => vt100::Color::Idx(index),
        crossterm::style::Color::DarkRed => vt100::Color::Idx(1),
        crossterm::style::Color::Blue => vt100::Color::Idx(12),
        _ => vt100::Color::Default,
    }
}

/// What a cell shows: its text, its colours and its attributes; of blank cells, only what shows on them.
type VisibleCell = (String, Option<vt100::Color>, vt100::Color, [bool; 5]);

fn expected(cell: &Cell) -> VisibleCell {
    let of = |modifier| cell.modifier.contains(modifier);
    let all = [Modifier::BOLD, Modifier::DIM, Modifier::ITALIC, Modifier::UNDERLINED, Modifier::REVERSED].map(of);
    visible(cell.symbol().to_owned(), colour_of(cell.fg), colour_of(cell.bg), all)
}

fn found(cell: &vt100::Cell) -> VisibleCell {
    let text = if cell.has_contents() { cell.contents().to_owned() } else { " ".to_owned() };
    let all = [cell.bold(), cell.dim(), cell.italic(), cell.underline(), cell.inverse()];
    visible(text, cell.fgcolor(), cell.bgcolor(), all)
}

fn visible(text: String, fg: vt100::Color, bg: vt100::Color, all: [bool; 5]) -> VisibleCell {
    let [.., underlined, reversed] = all;
    if text == " " && !underlined && !reversed {
        return (text, None, bg, [false; 5]);
    }
    (text, Some(fg), bg, all)
}

/// The text and the address of each cell, from the sequences that the backend writes.
fn linked(written: &str, screen: &mut [Vec<(String, String)>]) {
    let (mut x, mut y, mut address) = (0_usize, 0_usize, String::new());
    let mut rest = written;
    while let Some(character) = rest.chars().next() {
        if let Some(link) = rest.strip_prefix("\u{1b}]8;;") {
            let (open, after) = link.split_once("\u{1b}\\").expect("an end");
            (address, rest) = (open.to_owned(), after);
        } else if let Some(sequence) = rest.strip_prefix("\u{1b}[") {
            let end = sequence.find(|c: char| c.is_ascii_alphabetic()).expect("an end");
            let numbers: Vec<usize> = sequence[..end].split(';').filter_map(|one| one.parse().ok()).collect();
            match (&sequence[end..=end], numbers.as_slice()) {
                ("H", [row, column]) => (y, x) = (row - 1, column - 1),
                ("G", [column]) => x = column - 1,
                ("K", []) => screen[y][x..].fill((" ".to_owned(), String::new())),
                ("m" | "h" | "l", _) => {}
                other => panic!("{other:?} is not expected"),
            }
            rest = &sequence[end + 1..];
        } else {
            let cluster = if rest.starts_with("e\u{301}") { "e\u{301}" } else { &rest[..character.len_utf8()] };
            let columns = width(cluster);
            screen[y][x..x + columns].fill((" ".to_owned(), String::new()));
            screen[y][x] = (cluster.to_owned(), address.clone());
            x += columns;
            rest = &rest[cluster.len()..];
        }
    }
}

proptest! {
    #[test]
    fn the_terminal_shows_each_frame(frames in prop::collection::vec(pieces(), 1..8), is_wide in any::<bool>()) {
        let mut terminal = terminal();
        let mut parser = vt100::Parser::new(NonZero::new(AREA.height).unwrap(), NonZero::new(AREA.width).unwrap(), 0);
        let blank = vec![(" ".to_owned(), String::new()); usize::from(AREA.width)];
        let mut screen = vec![blank; usize::from(AREA.height)];
        for (styled, wide) in &frames {
            let pieces = if is_wide { wide } else { styled };
            let written = draw(&mut terminal, pieces);
            parser.process(written.as_bytes());
            linked(&written, &mut screen);
            let mut frame = ratatui::buffer::Buffer::empty(AREA);
            for ((x, y), text, style, _) in pieces {
                frame.set_stringn(*x, *y, text, usize::from(AREA.width - x), *style);
            }
            let links = Rc::clone(&terminal.screen.backend().links);
            for y in 0..AREA.height {
                let mut x = 0;
                while x < AREA.width {
                    let cell = &frame[(x, y)];
                    let shown = parser.screen().cell(y, x).expect("a cell");
                    prop_assert_eq!(found(shown), expected(cell), "{},{} of {:?}", x, y, frame);
                    let address = links.borrow().address(x, y).map_or(String::new(), |one| one.to_string());
                    let expected = (cell.symbol().to_owned(), address);
                    prop_assert_eq!(&screen[usize::from(y)][usize::from(x)], &expected, "{},{}", x, y);
                    x += u16::try_from(width(cell.symbol())).unwrap_or(1).max(1);
                }
            }
            prop_assert_eq!(draw(&mut terminal, pieces), "", "the same frame again");
        }
    }
}

#[test]
fn only_differences_of_style_are_written() {
    let mut terminal = terminal();
    draw(&mut terminal, &[]);
    let red = Style::new().fg(Color::Red);
    let bold = red.add_modifier(Modifier::BOLD);
    let text = draw(&mut terminal, &[((0, 0), "a", red, None), ((1, 0), "b", bold, None), ((2, 0), "c", red, None)]);
    assert_eq!(text, "\u{1b}[?2026h\u{1b}[1;1H\u{1b}[38;5;1ma\u{1b}[1mb\u{1b}[22mc\u{1b}[m\u{1b}[?2026l");
    // One parameter ends both intensities; a reset with the new attributes may be shorter.
    let dim = Style::new().add_modifier(Modifier::DIM);
    let both = dim.add_modifier(Modifier::BOLD);
    let text = draw(&mut terminal, &[((0, 0), "a", both, None), ((1, 0), "b", dim, None), ((2, 0), "c", both, None)]);
    assert_eq!(text, "\u{1b}[?2026h\u{1b}[1;1H\u{1b}[1;2ma\u{1b}[0;2mb\u{1b}[1mc\u{1b}[m\u{1b}[?2026l");
}

#[test]
fn a_text_that_becomes_shorter_is_erased_to_the_end_of_its_row() {
    let mut terminal = terminal();
    draw(&mut terminal, &[((0, 1), "ab cdefghijklm", Style::new(), None)]);
    let text = draw(&mut terminal, &[((0, 1), "ab", Style::new(), None)]);
    assert_eq!(text, "\u{1b}[?2026h\u{1b}[2;4H\u{1b}[K\u{1b}[?2026l");
}

#[test]
fn a_link_is_written_with_its_text_and_again_if_only_its_address_changes() {
    let mut terminal = terminal();
    draw(&mut terminal, &[]);
    let link = |address| [((0, 0), "a b", Style::new(), Some(address))];
    let first = draw(&mut terminal, &link("https://a.test"));
    assert_eq!(first, "\u{1b}[?2026h\u{1b}[1;1H\u{1b}]8;;https://a.test\u{1b}\\a b\u{1b}]8;;\u{1b}\\\u{1b}[?2026l");
    assert!(draw(&mut terminal, &link("https://b.test")).contains("b.test\u{1b}\\a b\u{1b}]8;;\u{1b}\\"));
    let gone = draw(&mut terminal, &[((0, 0), "a b", Style::new(), None)]);
    assert!(gone.contains("a b") && !gone.contains("]8;"), "{gone:?}");
}
