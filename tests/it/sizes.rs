//! Every screen and box at any size down to 20 × 5, and with text of any width.

use couveuse::locale::Language;
use couveuse::ui::{Depth, Input, Theme};
use crossterm::event::Event;
use unicode_width::UnicodeWidthStr;

use crate::driver::{Screen, data, day};
use crate::support::Repo;

const SIZES: [(u16, u16); 5] = [(20, 5), (30, 8), (40, 10), (60, 15), (200, 60)];
const PLACES: [&str; 17] =
    ["", "1", "3", "4", "5", "6", "7", "jj<Enter>", "<End><Enter>", "?", "=", "t", "gt", "o", ":", "f", "p"];

#[test]
fn every_screen_shows_something_at_every_size() {
    for language in Language::ALL {
        for keys in PLACES {
            let mut screen = Screen::of_sample(language, (120, 40));
            screen.keys(keys);
            for size in SIZES {
                screen.size = size;
                screen.state.update(Input::Terminal(Event::Resize(size.0, size.1)));
                let text = screen.text();
                let body: Vec<&str> = text.lines().skip(1).take(usize::from(size.1) - 2).collect();
                assert!(body.iter().any(|line| line.chars().any(char::is_alphanumeric)), "{keys} {size:?}\n{text}");
                let said = text.lines().last().unwrap_or_default();
                assert!(
                    !said.trim().is_empty() || body.iter().any(|line| line.contains('╰')),
                    "{keys} {size:?}\n{text}"
                );
            }
        }
    }
}

#[test]
fn boxes_show_the_selected_line_at_the_smallest_size() {
    for (keys, shown) in [("o", "✓ Startup"), (":", "▌"), ("gt", "▌"), ("p", "›"), ("?", "Recording")] {
        let mut screen = Screen::of_sample(Language::English, (20, 5));
        let text = screen.keys(keys).text();
        assert!(text.lines().skip(1).any(|line| line.contains(shown)), "{keys}\n{text}");
    }
}

#[test]
fn below_the_smallest_size_a_message_is_shown_and_keys_still_work() {
    let mut screen = Screen::of_sample(Language::English, (120, 40));
    for size in [(19, 40), (120, 4), (1, 1), (3, 2)] {
        screen.size = size;
        screen.state.update(Input::Terminal(Event::Resize(size.0, size.1)));
        let text = screen.text();
        let (wide, all) = (usize::from(size.0), "too small: 20 × 5 at least");
        assert!(text.trim_start().starts_with(&all[..wide.min(3)]), "{size:?}\n{text}");
    }
    screen.keys("j");
    screen.size = (20, 5);
    screen.state.update(Input::Terminal(Event::Resize(20, 5)));
    assert!(screen.text().contains("▌ CoMobi"), "{}", screen.text());
}

/// Records with wide characters, combining marks and joined emoji.
fn wide() -> Repo {
    let repo = Repo::sample();
    for (file, name) in [
        ("startups/comobi.toml", "共同移動サービス"),
        ("startups/histologe.toml", "E\u{301}tude des ha\u{302}tels"),
        ("startups/anti-gaspi.toml", "👩\u{200d}🌾 cantine 🇫🇷 👍🏽 ok"),
    ] {
        let record = repo.read(file);
        let rest: String =
            record.lines().filter(|line| !line.starts_with("name ")).flat_map(|line| [line, "\n"]).collect();
        repo.write(file, format!("name = \"{name}\"\n{rest}"));
    }
    repo
}

#[test]
fn columns_stay_aligned_with_wide_characters() {
    let repo = wide();
    let theme = || Theme::named("dark", Depth::True).expect("a theme");
    for size in [(120, 40), (80, 24), (60, 15), (40, 10), (30, 8)] {
        for keys in ["", "3", "4", "5"] {
            let mut screen = Screen::new(data(&mut repo.folder(), day("2020-12-01")), Language::French, theme(), size);
            let text = screen.keys(keys).text();
            for line in text.lines() {
                assert!(line.width() <= usize::from(size.0), "{keys} {size:?}: {line}\n{text}");
            }
            // A wide character is never cut in half.
            let buffer = screen.buffer();
            for y in 0..size.1 {
                let mut x = 0;
                while x < size.0 {
                    let wide = u16::try_from(buffer[(x, y)].symbol().width().max(1)).expect("a width");
                    for beside in x + 1..(x + wide).min(size.0) {
                        assert_eq!(buffer[(beside, y)].symbol(), " ", "{keys} {size:?} at {beside},{y}\n{text}");
                    }
                    x += wide;
                }
            }
        }
        let screen = Screen::new(data(&mut repo.folder(), day("2020-12-01")), Language::French, theme(), size);
        let text = screen.text();
        let phases: Vec<usize> = text
            .lines()
            .filter_map(|line| line.find("investigation").or_else(|| line.find("construction")).map(|at| &line[..at]))
            .map(UnicodeWidthStr::width)
            .take(3)
            .collect();
        assert!(phases.windows(2).all(|pair| pair[0] == pair[1]), "{size:?} {phases:?}\n{text}");
    }
}

#[test]
fn columns_stay_aligned_in_a_terminal_emulator() {
    let repo = wide();
    let theme = Theme::named("dark", Depth::None).expect("a theme");
    let screen = Screen::new(data(&mut repo.folder(), day("2020-12-01")), Language::French, theme, (80, 24));
    // The bytes for a terminal that doesn't know joined emoji.
    let mut sent = Vec::new();
    let mut backend = ratatui::backend::CrosstermBackend::new(&mut sent);
    let (before, after) = (ratatui::buffer::Buffer::empty(screen.buffer().area), screen.buffer());
    let changed = before.diff(&after);
    ratatui::backend::Backend::draw(&mut backend, changed.into_iter()).expect("drawn");
    let mut terminal = vt100::Parser::new(24.try_into().expect("rows"), 80.try_into().expect("columns"), 0);
    terminal.process(&sent);
    let shown = terminal.screen();
    let text = |row, column, cells| {
        let cell = |n| shown.cell(row, column + n).map(|cell| cell.contents().to_owned());
        (0..cells).filter_map(cell).collect::<String>()
    };
    let mut found = Vec::new();
    for word in ["investigation", "construction", "accélération"] {
        let cells = u16::try_from(word.chars().count()).expect("few");
        found.extend((2..6).filter_map(|row| (0..80).find(|column| text(row, *column, cells) == word)));
    }
    assert!(found.len() == 4 && found.iter().all(|at| *at == found[0]), "{found:?}\n{}", shown.contents());
}

#[test]
fn reasons_and_titles_are_readable_on_small_terminals() {
    let on = day("2026-11-22");
    let repo = Repo::demo("2026-11-22");
    for (language, expired, brief, short) in [
        (
            Language::French,
            "Papier calque · La décision a expiré le ",
            "Papier calque · Déc",
            ["décision", "Sentiers", "fonds"],
        ),
        (
            Language::English,
            "Papier calque · Decision expired on ",
            "Papier calque · Dec",
            ["decision", "Sentiers", "funds"],
        ),
    ] {
        let mut screen = Screen::of_repo_on(&repo, language, (80, 24), on);
        let text = screen.keys("1").text();
        let row = text.lines().find(|line| line.contains(expired)).unwrap();
        assert!(row.contains("2026 (+1)"), "a reason continues where no amount is: {text}");
        let mut screen = Screen::of_repo_on(&repo, language, (40, 10), on);
        let text = screen.keys("1").text();
        let days = if language == Language::French { "78 j" } else { "78 d" };
        let row = text.lines().find(|line| line.contains("Papier calque")).unwrap();
        assert!(row.contains(days) && row.contains(brief), "{text}");
        let text = screen.keys("5").text();
        let reasons: Vec<&str> = text.lines().filter_map(|line| line.rsplit_once("  ").map(|(_, end)| end)).collect();
        for reason in short {
            assert!(reasons.iter().any(|end| end.ends_with(reason)), "{reason}: {text}");
        }
        assert!(!text.contains('…'), "{text}");
        // Two conventions have the same title, and were signed on different days.
        let mut screen = Screen::of_repo_on(&repo, language, (120, 40), on);
        screen.keys("fMarées<Enter>");
        let text = screen.text();
        let days = text.lines().filter(|line| line.contains("convention Marées – Pépinière (")).count();
        assert!(days >= 2, "{text}");
    }
}
