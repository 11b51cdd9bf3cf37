//! Any single field: one of the selected record, or the selected one.

use couveuse::locale::Language;

use super::{Journey, SIZE, last_commit};
use crate::driver::Screen;
use crate::support::Repo;

#[test]
fn a_row_offers_the_fields_of_its_record() {
    Journey {
        open: "jje",
        shows: &["Field · Histologe", "Mission"],
        fill: "site<Tab>https://histologe.example<C-s>",
        files: "startups/histologe.toml",
        lines: &["+site = \"https://histologe.example\""],
        then: &["Histologe"],
    }
    .go();
}

#[test]
fn a_line_about_a_value_opens_that_field() {
    let repo = Repo::sample();
    let mut screen = Screen::of_repo(&repo, Language::English, SIZE);
    screen.keys("6/digits histologe<Enter>e");
    let text = screen.text();
    assert!(text.contains("IBAN") && text.contains("Wrong check digits"), "{text}");
    screen.keys("<C-u>FR57 3000 1006 22C6 4100 0000 087<C-s>");
    let (_, files, lines) = last_commit(&repo);
    assert_eq!(files, "conventions/histologe-pau-anct.toml");
    assert!(lines.iter().any(|line| line.contains("22C6")), "{lines:?}");
}

#[test]
fn an_empty_value_removes_optional_fields_only() {
    let repo = Repo::sample();
    let head = repo.head();
    let mut screen = Screen::of_repo(&repo, Language::English, SIZE);
    screen.keys("jjename<Tab><C-u><C-s>");
    assert_eq!(repo.head(), head, "a name there must be: {}", screen.text());
    screen.keys("<Esc>je<C-n>mission<Tab><C-u><C-s>");
    let (_, _, lines) = last_commit(&repo);
    assert!(matches!(lines.as_slice(), [one] if one.starts_with("-mission")), "{lines:?}");
}

#[test]
fn texts_with_commas_use_another_separator() {
    let repo = Repo::sample();
    let file = "startups/histologe.toml";
    let also = "also = [\"Signal Logement, le service\", \"Signal\"]\n";
    let text = repo.read(file);
    let text: String = text.lines().filter(|line| !line.starts_with("also")).map(|line| format!("{line}\n")).collect();
    repo.write(
        file,
        format!("{}{also}{}", &text[..text.find("name").expect("a name")], &text[text.find("name").expect("a name")..]),
    );
    repo.commit_all("Other names");
    let mut screen = Screen::of_repo(&repo, Language::English, SIZE);
    screen.keys("jjeother<Tab>");
    assert!(screen.text().contains("Signal Logement, le service; Signal"), "{}", screen.text());
    screen.keys("<End>; Histo<C-s>");
    let (_, _, lines) = last_commit(&repo);
    let added = lines.iter().find(|line| line.starts_with('+')).map(String::as_str);
    assert_eq!(added, Some("+also = [\"Signal Logement, le service\", \"Signal\", \"Histo\"]"), "{lines:?}");
}
