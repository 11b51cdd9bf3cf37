//! What the screen saves for its next start, and restores.

use couveuse::locale::Language;
use couveuse::ui::{Depth, Input, Outcome, Session, Setup, State, Theme};

use crate::driver::{Screen, data, day, sample};
use crate::support::Repo;

/// A screen that restores the session of another one.
fn again(left: Session, repo: Option<&Repo>) -> Screen {
    let mut screen = Screen::of_sample(Language::English, (120, 40));
    let theme = Theme::named("dark", Depth::True).expect("a theme");
    let setup = Setup { session: left, ..Setup::new(Language::English, theme, day("2020-12-01"), (120, 40)) };
    screen.state = State::new(setup).0;
    screen.receive(Outcome::Data(repo.map_or_else(sample, |repo| data(&mut repo.folder(), day("2020-12-01")))));
    screen
}

#[test]
fn every_screen_is_restored_as_it_was() {
    for keys in ["", "jj", "3", "3jjj", "3/verser<Enter>j", "4j", "5j", "6jjj", "6/sign<Enter>", "3b", "G"] {
        let mut screen = Screen::of_sample(Language::English, (120, 40));
        screen.keys(keys);
        let left = screen.state.session();
        let text = toml::to_string(&left).expect("TOML");
        let read: Session = toml::from_str(&text).unwrap_or_else(|error| panic!("{keys}: {error}\n{text}"));
        assert_eq!(read, left, "{keys}");
        let taken_up = again(left.clone(), None);
        let selected = |screen: &Screen| {
            let text = screen.text();
            text.lines().filter(|line| line.starts_with('▌')).map(str::to_owned).collect::<Vec<_>>()
        };
        if keys != "3b" {
            assert_eq!(selected(&taken_up), selected(&screen), "{keys}\n{text}");
        }
        assert_eq!(taken_up.state.session(), left, "{keys}");
    }
}

#[test]
fn a_missing_selection_is_forgotten_and_the_rest_restored() {
    let mut screen = Screen::of_sample(Language::English, (120, 40));
    let left = screen.keys("j").state.session();
    let repo = Repo::sample();
    for file in ["startups/comobi.toml", "conventions/comobi-ademe-anct.toml"] {
        std::fs::remove_file(repo.root().join(file)).expect("removed");
    }
    let screen = again(left, Some(&repo));
    assert!(screen.text().contains("▌ Anti-gaspi"), "{}", screen.text());
}

#[test]
fn invalid_session_values_are_ignored() {
    let left: Session = toml::from_str(
        "screen = \"moon\"\nlanguage = \"tlh\"\ntheme = \"gone\"\n[lists.portfolio]\nselected = \"planet/mars\"\n\
         [lists.obligations]\narrangement = { sort = [99, true], group = 99, columns = [[99, true]] }\n\
         [lists.moon]\nfilter = \"x\"",
    )
    .expect("TOML");
    let mut screen = again(left, None);
    assert!(screen.text().contains("▌1 Today"), "{}", screen.text());
    assert!(screen.keys("3").text().contains("Poubelles Battle"), "{}", screen.text());
}

#[test]
fn a_restored_selection_does_not_override_a_move() {
    let left: Session = toml::from_str("[lists.portfolio]\nselected = \"startup/histologe\"").expect("TOML");
    let theme = Theme::named("dark", Depth::True).expect("a theme");
    let setup = Setup { session: left, ..Setup::new(Language::English, theme, day("2020-12-01"), (120, 40)) };
    let mut screen = Screen::of_sample(Language::English, (120, 40));
    screen.state = State::new(setup).0;
    screen.keys("j");
    screen.receive(Outcome::Data(sample()));
    assert!(!screen.text().contains("▌ Histologe"), "{}", screen.text());
    screen.state.update(Input::Outcome(Outcome::Data(sample())));
}
