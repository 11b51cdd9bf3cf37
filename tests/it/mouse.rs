//! The mouse does what keys do, at the cell that it points at.

use couveuse::locale::Language;
use couveuse::ui::{Effect, Input};
use crossterm::event::{Event, KeyModifiers, MouseEvent, MouseEventKind};

use crate::driver::Screen;

/// The column and row of a text on the screen.
fn find(screen: &Screen, text: &str) -> (u16, u16) {
    let shown = screen.text();
    let found = shown.lines().enumerate().find_map(|(row, line)| line.find(text).map(|at| (line, at, row)));
    let (line, at, row) = found.unwrap_or_else(|| panic!("no {text} in\n{shown}"));
    let column = unicode_width::UnicodeWidthStr::width(&line[..at]);
    (u16::try_from(column).expect("a column"), u16::try_from(row).expect("a row"))
}

fn click(screen: &mut Screen, text: &str, twice: bool) {
    let (column, row) = find(screen, text);
    screen.effects = screen.state.update(Input::Click { column, row, twice });
}

fn wheel(screen: &mut Screen, (column, row): (u16, u16), kind: MouseEventKind) {
    let event = MouseEvent { kind, column, row, modifiers: KeyModifiers::NONE };
    screen.effects = screen.state.update(Input::Terminal(Event::Mouse(event)));
}

fn selected(screen: &Screen) -> String {
    let text = screen.text();
    text.lines().skip(1).find(|line| line.starts_with('▌')).unwrap_or_default().to_owned()
}

#[test]
fn a_click_selects_and_a_double_click_opens() {
    for size in [(120, 40), (80, 24), (40, 10)] {
        let mut screen = Screen::of_sample(Language::French, size);
        click(&mut screen, "Histologe", false);
        assert!(selected(&screen).contains("Histologe"), "{}", screen.text());
        click(&mut screen, "▌ Histologe", true);
        let by_keys = Screen::of_sample(Language::French, size).keys("jj<Enter>").text();
        assert_eq!(screen.text(), by_keys);
    }
}

#[test]
fn a_click_on_a_tab_or_section_opens_it() {
    let mut screen = Screen::of_sample(Language::English, (160, 40));
    let by_key = Screen::of_sample(Language::English, (160, 40)).keys("3").text();
    click(&mut screen, "Obligations", false);
    assert_eq!(screen.text(), by_key);
    screen.keys("2jj<Enter>");
    let by_key = Screen::of_sample(Language::English, (160, 40)).keys("jj<Enter><Tab><Tab>").text();
    let (column, _) = find(&screen, "Committees");
    let before = screen.text();
    let row = before.lines().skip(1).position(|line| line.contains("Summary")).expect("the sections") + 1;
    let line = before.lines().nth(row).expect("the row");
    let at = unicode_width::UnicodeWidthStr::width(&line[..line.find("Obligations").expect("the section")]);
    assert!(column > 0);
    let (column, row) = (u16::try_from(at).expect("a column"), u16::try_from(row).expect("a row"));
    screen.state.update(Input::Click { column, row, twice: false });
    assert_eq!(screen.text(), by_key);
}

#[test]
fn clicks_on_a_header_sort_in_both_directions() {
    let mut screen = Screen::of_sample(Language::English, (120, 40));
    let sorts: Vec<_> = (0..3)
        .map(|_| {
            click(&mut screen, "Phase", false);
            match screen.effects.as_slice() {
                [Effect::Arrange(_, arrangement)] => arrangement.sort,
                other => panic!("{other:?}"),
            }
        })
        .collect();
    let column = sorts[0].expect("sorted").0;
    assert_eq!(sorts, [Some((column, false)), Some((column, true)), None]);
}

#[test]
fn a_click_beside_a_box_closes_it_as_esc_does() {
    for keys in ["?", "=", "t", "gt", "p", ":", "o"] {
        let mut screen = Screen::of_sample(Language::English, (120, 40));
        let before = screen.keys("jjj").text();
        screen.keys(keys);
        assert_ne!(screen.text(), before, "{keys}");
        screen.effects = screen.state.update(Input::Click { column: 0, row: 1, twice: false });
        assert_eq!(screen.text().lines().nth(3), before.lines().nth(3), "{keys}");
        assert!(!screen.text().contains('╭'), "{keys}\n{}", screen.text());
    }
}

#[test]
fn fields_and_their_options_can_be_clicked() {
    let mut screen = Screen::of_sample(Language::English, (120, 40));
    screen.keys("jjjc");
    click(&mut screen, "Decision", false);
    assert!(screen.text().contains("› Decision"), "{}", screen.text());
    click(&mut screen, "accelerate", false);
    let text = screen.text();
    assert!(text.contains("‹ ") && text.contains("› accelerate"), "{text}");
}

#[test]
fn the_wheel_scrolls_what_is_under_it() {
    let mut screen = Screen::of_sample(Language::English, (120, 20));
    screen.keys("3");
    let first = selected(&screen);
    let at = find(&screen, "▌ ");
    wheel(&mut screen, (4, 8), MouseEventKind::ScrollDown);
    let third = selected(&screen);
    assert_ne!(third, first, "{at:?}");
    wheel(&mut screen, (4, 8), MouseEventKind::ScrollUp);
    assert_eq!(selected(&screen), first);
    screen.keys("?");
    let before = screen.text();
    wheel(&mut screen, (60, 8), MouseEventKind::ScrollDown);
    assert_ne!(screen.text(), before);
}

#[test]
fn releasing_the_mouse_is_remembered() {
    let mut screen = Screen::of_sample(Language::English, (80, 24));
    assert_eq!(screen.keys("gm").effects, [Effect::SetMouse(false)]);
    assert!(screen.text().contains("mouse released"), "{}", screen.text());
    assert_eq!(screen.state.session().mouse, Some(false));
    assert_eq!(screen.keys("gm").effects, [Effect::SetMouse(true)]);
}

#[test]
fn no_click_anywhere_breaks_anything() {
    for keys in ["", "3", "4", "5", "6", "<Enter>", "?", "t", "=", "p", "/a", "gt", ":", "o", "f"] {
        for (width, height) in [(20, 5), (40, 10), (80, 24)] {
            let mut screen = Screen::of_sample(Language::French, (width, height));
            screen.keys(keys);
            for row in 0..height + 2 {
                let column = (row * 13) % (width + 2);
                screen.state.update(Input::Click { column, row, twice: row % 2 == 0 });
                wheel(&mut screen, (column, row), MouseEventKind::ScrollDown);
            }
            screen.buffer();
        }
    }
}
