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

#[test]
fn a_manual_edit_is_discarded_after_it_was_shown() {
    let repo = Repo::sample();
    let (head, committed) = (repo.head(), repo.read(FILE));
    let mut screen = Screen::of_repo(&repo, Language::English, SIZE);
    for is_staged in [false, true] {
        repo.write(FILE, format!("{committed}# seen on Monday\n"));
        if is_staged {
            repo.git(&["add", FILE]);
        }
        closed(&mut screen);
        assert!(screen.text().contains("+ # seen on Monday"), "{}", screen.text());
        screen.keys("d");
        assert!(screen.text().contains("restored from the last commit"), "{}", screen.text());
        assert_eq!((repo.head(), repo.read(FILE)), (head.clone(), committed.clone()));
        assert_eq!(repo.git(&["status", "--porcelain"]), "");
    }
}

#[test]
fn broken_emptied_and_deleted_records_are_restored() {
    let repo = Repo::sample();
    let committed = repo.read(FILE);
    let mut screen = Screen::of_repo(&repo, Language::English, SIZE);
    let broken = committed.replacen("name ", "name = = ", 1);
    for text in [Some(broken.as_str()), Some(""), None] {
        match text {
            Some(text) => repo.write(FILE, text),
            None => std::fs::remove_file(repo.root().join(FILE)).expect("removed"),
        }
        closed(&mut screen);
        let shown = screen.text();
        assert!(shown.contains("cannot be committed") && shown.contains("- name"), "{shown}");
        screen.keys("d");
        assert_eq!(repo.read(FILE), committed);
        assert_eq!(repo.git(&["status", "--porcelain"]), "");
    }
}

#[test]
fn nothing_is_discarded_that_was_not_shown() {
    let repo = Repo::sample();
    let committed = repo.read(FILE);
    let mut screen = Screen::of_repo(&repo, Language::English, SIZE);
    repo.write(FILE, format!("{committed}# seen on Monday\n"));
    closed(&mut screen);
    let later = format!("{committed}# seen on Monday\n# and on Tuesday\n");
    repo.write(FILE, later.as_str());
    screen.keys("d");
    assert!(screen.text().contains("has changed meanwhile"), "{}", screen.text());
    assert_eq!(repo.read(FILE), later);
    screen.keys("<Esc>");
    // Another version is staged: only the work file was shown.
    repo.git(&["add", FILE]);
    repo.write(FILE, format!("{committed}# seen on Monday\n"));
    closed(&mut screen);
    screen.keys("d");
    assert!(screen.text().contains("other changes to it are staged"), "{}", screen.text());
    assert!(repo.git(&["show", &format!(":{FILE}")]).contains("Tuesday"));
}

#[test]
fn uncommitted_changes_of_the_selected_record_are_shown_with_a_key() {
    let repo = Repo::sample();
    repo.write(FILE, format!("{}# seen on Monday\n", repo.read(FILE)));
    let mut screen = Screen::of_repo(&repo, Language::English, SIZE);
    screen.keys("2/histologe<Enter>gu");
    let text = screen.text();
    assert!(text.contains("+ # seen on Monday") && text.contains("last commit"), "{text}");
}
