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
    assert!(text.contains("IBAN") && text.contains("fails its check digits"), "{text}");
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

#[test]
fn an_obligation_without_a_day_opens_on_its_day() {
    let repo = Repo::sample();
    repo.write("portfolio.toml", format!("language = \"fr\"\n{}", repo.read("portfolio.toml")));
    repo.commit_all("Set the language");
    let mut screen = Screen::of_repo(&repo, Language::French, SIZE);
    screen.keys("3/intrapreneur anti<Enter>efin + 3 mois<C-s>");
    let (subject, _, lines) = last_commit(&repo);
    assert!(subject.ends_with("= fin + 3 mois"), "{subject}");
    assert_eq!(lines, ["+due      = \"end + 3 months\""], "{}", screen.text());
    screen.keys("e");
    assert!(screen.text().contains("Échéance : fin + 3 mois"), "{}", screen.text());
    // The debtor, on which the form opens now, stays as it is written.
    assert!(screen.text().contains("Aucun changement"), "{}", screen.text());
}

#[test]
fn a_name_that_no_field_has_picks_none() {
    let repo = Repo::sample();
    let head = repo.head();
    let mut screen = Screen::of_repo(&repo, Language::English, SIZE);
    for keys in ["jjeOsie", "<Tab>", "<C-s>"] {
        screen.keys(keys);
        assert!(screen.text().contains("Osie"), "{keys}: {}", screen.text());
    }
    assert_eq!(repo.head(), head);
    screen.keys("<C-u>site<Tab>https://histologe.example<C-s>");
    assert_ne!(repo.head(), head, "{}", screen.text());
}

#[test]
fn a_postponed_committee_is_asked_for_its_new_day() {
    let repo = Repo::sample();
    let mut screen = Screen::of_repo(&repo, Language::English, SIZE);
    screen.keys("jjap15/1/2021<C-s>ao1/2/2021<C-s>");
    let (subject, _, _) = last_commit(&repo);
    assert!(subject.ends_with("committee moved from 15 January 2021 to 1 February 2021"), "{subject}");
}

#[test]
fn a_signature_is_typed_like_any_day_of_a_fact() {
    let repo = Repo::sample();
    let mut screen = Screen::of_repo(&repo, Language::French, SIZE);
    screen.keys("6/signature histologe<Enter>e<C-u>12 oct<C-s>");
    let (_, files, lines) = last_commit(&repo);
    assert_eq!(files, "conventions/histologe-pau-anct.toml", "{}", screen.text());
    assert!(lines.iter().any(|line| line.starts_with("+signed            = 2020-10-12")), "{lines:?}");
}
