//! A record changed in an editor: the commit is offered, or what is wrong is shown.

use couveuse::locale::Language;
use couveuse::model::{Id, RecordKind, RecordRef};
use couveuse::ui::Effect;

use super::{SIZE, last_commit};
use crate::driver::Screen;
use crate::support::Repo;

const FILE: &str = "startups/histologe.toml";

/// Closes the editor.
fn closed(screen: &mut Screen) {
    let record = RecordRef::new(RecordKind::Startup, Id::new("histologe").expect("an id"));
    screen.perform(vec![Effect::Reload, Effect::ReadHandEdit(record)]);
}

#[test]
fn changes_of_an_editor_are_committed_or_left() {
    let repo = Repo::sample();
    let head = repo.head();
    let mut screen = Screen::of_repo(&repo, Language::English, SIZE);
    closed(&mut screen);
    assert!(!screen.text().contains("Manual edit"), "nothing was changed: {}", screen.text());
    repo.write(FILE, format!("{}# seen on Monday\n", repo.read(FILE)));
    closed(&mut screen);
    let text = screen.text();
    assert!(text.contains("Manual edit") && text.contains("+ # seen on Monday"), "{text}");
    screen.keys("<Esc>");
    assert_eq!(repo.head(), head);
    closed(&mut screen);
    screen.keys("<Enter>");
    let (_, file, lines) = last_commit(&repo);
    assert_eq!((file.as_str(), lines), (FILE, vec!["+# seen on Monday".to_owned()]));
    assert!(!screen.text().contains("Manual edit"), "{}", screen.text());
}

#[test]
fn an_invalid_manual_edit_is_shown_with_its_line_and_reopens_the_editor() {
    let repo = Repo::sample();
    let mut screen = Screen::of_repo(&repo, Language::English, SIZE);
    repo.write(FILE, repo.read(FILE).replacen("name ", "name = = ", 1));
    closed(&mut screen);
    let text = screen.text();
    assert!(text.contains("cannot be committed") && text.contains("startups/histologe.toml:"), "{text}");
    screen.keys("<Enter>");
    assert!(screen.text().contains("cannot be committed"), "there is nothing to commit: {}", screen.text());
    screen.keys("E");
    assert!(matches!(screen.effects.as_slice(), [Effect::OpenEditor(_)]), "{:?}", screen.effects);
}
