//! The history screen on real repositories: listing, paging and undo.

use couveuse::locale::Language;
use couveuse::ui::Effect;

use crate::driver::Screen;
use crate::support::Repo;

const SIZE: (u16, u16) = (120, 40);

fn status(screen: &Screen) -> String {
    screen.text().lines().last().unwrap_or_default().trim().to_owned()
}

/// Returns the line of the screen that contains a text.
fn line<'a>(text: &'a str, part: &str) -> &'a str {
    text.lines().find(|line| line.contains(part)).unwrap_or_else(|| panic!("no {part} in\n{text}"))
}

#[test]
fn each_commit_shows_time_author_records_and_lines() {
    let repo = Repo::sample();
    let mut screen = Screen::of_repo(&repo, Language::English, SIZE);
    screen.keys("jjjp<C-s>7");
    let text = screen.text();
    assert!(line(&text, "✓ payment").contains("payment of €35,000.00"), "{text}");
    assert!(line(&text, "portfolio created").contains("not by couveuse"), "{text}");
    assert!(text.contains("1 December 2020") && text.contains("Lead Office"), "{text}");
    assert!(text.contains("+ amount       = 35000"), "{text}");
    screen.keys("j");
    assert!(screen.text().contains("+ created"), "{}", screen.text());
}

#[test]
fn a_change_can_be_opened_and_closed() {
    let repo = Repo::sample();
    let mut screen = Screen::of_repo(&repo, Language::French, SIZE);
    screen.keys("jjjp<C-s>7<Enter>");
    assert!(screen.text().contains("Couveuse") || screen.text().contains("Changement"), "{}", screen.text());
    screen.keys("<Esc>");
    assert!(!screen.text().contains("╭ Changement"), "{}", screen.text());
}

#[test]
fn the_selected_edit_is_undone_and_redone() {
    let repo = Repo::sample();
    let mut screen = Screen::of_repo(&repo, Language::English, SIZE);
    screen.keys("jjjp<C-s>").keys("3/histologe pay<Enter>s<C-u>18/09/2020<C-s>7");
    assert!(status(&screen).contains("u undo this one"), "{}", status(&screen));
    let before = repo.read("conventions/poubelles-battle-pau-dinum.toml");
    screen.keys("ju");
    assert!(status(&screen).starts_with("? u again undoes the edit by Lead Office"), "{}", status(&screen));
    screen.keys("ku");
    assert!(status(&screen).contains("signed on"), "asked again of another: {}", status(&screen));
    assert!(repo.git(&["log", "-1", "--format=%s"]).contains("signed on"), "nothing was taken back yet");
    screen.keys("juu");
    assert!(status(&screen).starts_with("↶") && status(&screen).contains("U redo"), "{}", status(&screen));
    assert!(repo.git(&["log", "-1", "--format=%s"]).contains("received"), "the payment, and not the signature");
    assert!(repo.read("conventions/histologe-pau-anct.toml").contains("2020-09-18"));
    screen.keys("U");
    assert!(status(&screen).starts_with("↷") && status(&screen).contains("u undo"), "{}", status(&screen));
    assert_eq!(repo.read("conventions/poubelles-battle-pau-dinum.toml"), before);
    screen.keys("U");
    assert!(screen.text().contains("nothing to redo"), "{}", screen.text());
}

#[test]
fn commits_of_others_are_not_undone() {
    let repo = Repo::sample();
    let mut screen = Screen::of_repo(&repo, Language::English, SIZE);
    screen.keys("7");
    assert!(!status(&screen).contains("undo"), "{}", status(&screen));
    screen.keys("u");
    assert!(status(&screen).contains("git revert"), "{}", status(&screen));
    assert!(screen.effects.is_empty());
}

#[test]
fn the_next_page_is_read_near_the_end() {
    let repo = Repo::sample();
    let record = repo.read("startups/histologe.toml");
    for n in 0..220 {
        repo.write("startups/histologe.toml", format!("{record}# {n}\n"));
        repo.git(&["commit", "--quiet", "--all", "--message", &format!("number {n}")]);
    }
    let mut screen = Screen::of_repo(&repo, Language::English, SIZE);
    screen.keys("7");
    assert!(screen.text().contains("40 commits") && screen.text().contains("and older"), "{}", screen.text());
    screen.keys("j");
    assert!(screen.text().contains("140 commits") && screen.text().contains("and older"), "{}", screen.text());
    screen.keys("j");
    assert!(!screen.effects.iter().any(|effect| matches!(effect, Effect::ReadHistory { .. })));
    screen.keys("G");
    assert!(screen.text().contains("221 commits") && !screen.text().contains("and older"), "{}", screen.text());
    screen.keys("G");
    assert!(screen.text().contains("portfolio created"), "{}", screen.text());
}

#[test]
fn new_commits_are_added_on_top_and_the_selection_stays() {
    let repo = Repo::sample();
    let mut screen = Screen::of_repo(&repo, Language::English, SIZE);
    screen.keys("jjjp<C-s>7");
    repo.write("startups/histologe.toml", repo.read("startups/histologe.toml") + "# by hand\n");
    repo.commit_all("Somebody else's");
    screen.keys("gr");
    let text = screen.text();
    assert!(line(&text, "Somebody else's").contains("not by couveuse"), "{text}");
    assert!(line(&text, "payment of €35,000.00").starts_with('▌'), "{text}");
}

#[test]
fn without_a_repository_the_remedy_is_shown() {
    let mut screen = Screen::of_repo(&Repo::plain(), Language::English, SIZE);
    screen.keys("7");
    assert!(screen.text().contains("Not a git repository") && screen.text().contains("git init"), "{}", screen.text());
}

#[test]
fn control_characters_in_messages_are_shown() {
    let repo = Repo::sample();
    repo.write("startups/histologe.toml", repo.read("startups/histologe.toml") + "# by hand\n");
    repo.git(&["config", "user.name", "Guest \u{1b}[31m\u{202e}"]);
    repo.commit_all("Red \u{1b}[31m and \u{202e} backwards\n\n\u{9b}2J\u{7}");
    let mut screen = Screen::of_repo(&repo, Language::English, SIZE);
    for keys in ["7", "<Enter>"] {
        let buffer = screen.keys(keys).buffer();
        let bad = buffer.content().iter().find(|cell| cell.symbol().chars().any(|c| c.is_control() || c == '\u{202e}'));
        assert_eq!(bad, None, "after {keys}");
    }
}

#[test]
fn history_is_filtered_by_author_and_verb() {
    let repo = Repo::sample();
    let mut screen = Screen::of_repo(&repo, Language::English, SIZE);
    screen.keys("jjjp<C-s>7/verb:pay<Enter>");
    let text = screen.text();
    assert!(text.contains("payment of €35,000.00") && !text.contains("portfolio created"), "{text}");
    screen.keys("<Esc>/author:lead sample<Enter>");
    let text = screen.text();
    assert!(!text.contains("payment of €35,000.00") && text.contains("portfolio created"), "{text}");
}

#[test]
fn the_page_of_a_startup_ends_with_its_history() {
    let repo = Repo::sample();
    let mut screen = Screen::of_repo(&repo, Language::English, (120, 400));
    screen.keys("jjjp<C-s>3/histologe pay<Enter>s<C-u>18/09/2020<C-s>2<Esc>").keys("ggjjj<Enter>");
    let text = screen.text();
    assert!(line(&text, "payment of €35,000.00").contains("Lead Office"), "{text}");
    assert!(
        text.contains("new startup: Poubelles Battle") && !text.contains("signature: unknown"),
        "its own alone: {text}"
    );
    screen.keys("Gk<Enter>");
    assert!(screen.text().contains("+ created"), "{}", screen.text());
    screen.keys("<Esc><Esc>");
    assert!(screen.text().contains("Anti-gaspi"), "{}", screen.text());
}

#[test]
fn an_open_box_stays_when_records_are_reloaded() {
    let repo = Repo::sample();
    let mut screen = Screen::of_repo(&repo, Language::English, SIZE);
    screen.keys("6<Enter>");
    let before = screen.text();
    assert!(before.contains("╭"), "{before}");
    let data = crate::driver::data(&mut repo.folder(), crate::driver::day("2020-12-01"));
    screen.receive(couveuse::ui::Outcome::Data(data));
    assert!(screen.text().contains("╭"), "{}", screen.text());
}
