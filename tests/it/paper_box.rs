//! `W`: papers are previewed on the screen and written to a file, and committed only if asked.

use couveuse::locale::Language;

use crate::driver::{Screen, day};
use crate::support::Repo;

const TODAY: &str = "2026-11-22";
const SIZE: (u16, u16) = (120, 40);

fn screen(repo: &Repo) -> Screen {
    Screen::of_repo_on(repo, Language::English, SIZE, day(TODAY))
}

fn run(repo: &Repo, arguments: &[&str]) -> String {
    let output = repo.couveuse(arguments).output().unwrap();
    let text = format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    assert!(output.status.success(), "{arguments:?}: {text}");
    text
}

#[test]
fn a_paper_is_previewed_written_and_never_committed_unasked() {
    let repo = Repo::demo(TODAY);
    let mut screen = screen(&repo);
    let head = repo.head();
    screen.keys("2/hirondelle<Enter>W");
    assert!(screen.text().contains("papers/sheet-hirondelle.html"), "{}", screen.text());
    assert!(screen.text().contains("Sheet · Hirondelle"), "{}", screen.text());
    screen.keys("<Tab>");
    assert!(screen.text().contains("papers/sheet-hirondelle.md"), "the extension follows: {}", screen.text());
    screen.keys("<Enter>");
    assert!(screen.text().contains("Written: papers/sheet-hirondelle.md"), "{}", screen.text());
    let written = std::fs::read_to_string(repo.root().join("papers/sheet-hirondelle.md")).unwrap();
    let asked = ["report", "sheet", "hirondelle", "--as-of", TODAY, "--format", "md"];
    assert_eq!(written, run(&repo, &asked), "the same bytes as on the command line");
    assert_eq!(repo.head(), head);
    // A file that somebody has changed is replaced only after a second key.
    std::fs::write(repo.root().join("papers/sheet-hirondelle.md"), "corrected by hand").unwrap();
    screen.keys("W<Tab><Enter>");
    assert!(screen.text().contains("has different content"), "{}", screen.text());
    let now = || std::fs::read_to_string(repo.root().join("papers/sheet-hirondelle.md")).unwrap();
    assert_eq!(now(), "corrected by hand");
    screen.keys("<Enter>");
    assert_eq!(now(), written);
    screen.keys("W<Tab><C-s>");
    assert_ne!(repo.head(), head, "{}", screen.text());
    let changed = repo.git(&["show", "--name-only", "--format=%s", "HEAD"]);
    assert!(changed.contains("papers/sheet-hirondelle.md"), "{changed}");
    assert!(screen.text().contains("committed: "), "{}", screen.text());
}

#[test]
fn a_path_is_typed_and_an_error_leaves_the_box_open() {
    let repo = Repo::demo(TODAY);
    let mut screen = screen(&repo);
    std::fs::write(repo.root().join("block"), "a file").unwrap();
    screen.keys("2/hirondelle<Enter>W<C-u>block/x.txt<Enter>");
    assert!(screen.text().contains("cannot write"), "{}", screen.text());
    screen.keys("<Esc><C-u>out/x.txt<Enter>");
    let written = std::fs::read_to_string(repo.root().join("out/x.txt")).unwrap();
    assert!(!written.contains('<'), "the extension is the format: {written}");
    screen.keys("W<Esc>");
    assert!(!screen.text().contains("Sheet · Hirondelle"), "{}", screen.text());
}

#[test]
fn the_papers_of_a_review_are_written_to_its_folder() {
    let repo = Repo::demo(TODAY);
    run(&repo, &["review", "open", TODAY, "--startup", "hirondelle", "--startup", "sablier"]);
    let mut screen = screen(&repo);
    screen.keys("RW");
    assert!(screen.text().contains("papers/2026-11-22/"), "{}", screen.text());
    screen.keys("<Enter>");
    let mut names: Vec<String> = std::fs::read_dir(repo.root().join("papers/2026-11-22"))
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    assert_eq!(names, ["agenda-2026-11-22.html", "sheet-hirondelle.html", "sheet-sablier.html"]);
    // The minutes are a draft while the review is open.
    screen.keys("W<Down>");
    assert!(screen.text().contains("Draft: "), "{}", screen.text());
    screen.keys("<Enter>");
    assert!(repo.root().join("papers/2026-11-22/minutes-2026-11-22.html").exists(), "{}", screen.text());
    // On the day on which it was closed, its minutes come first everywhere.
    screen.keys("<Esc>");
    for startup in ["hirondelle", "sablier"] {
        run(&repo, &["hold", startup, "--review", TODAY, "--on", TODAY, "--decision", "continue"]);
    }
    assert!(run(&repo, &["review", "close"]).contains("2026-11-22"));
}
