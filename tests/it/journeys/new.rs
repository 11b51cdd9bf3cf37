//! New records: startups, conventions, amendments.

use couveuse::locale::Language;

use super::{Journey, SIZE};
use crate::driver::Screen;
use crate::support::Repo;

#[test]
fn a_new_startup_has_the_id_that_its_name_suggests_and_its_page_opens() {
    Journey {
        open: "as",
        shows: &["New startup", "Required"],
        fill: "Zéro papier<Tab><Tab>Un guichet sans formulaire<C-s>",
        files: "startups/zero-papier.toml",
        lines: &["+name = \"Zéro papier\"", "+mission = \"Un guichet sans formulaire\"", "+phase = \"investigation\""],
        then: &["Zéro papier", "Un guichet sans formulaire"],
    }
    .go();
}

#[test]
fn a_new_convention_is_for_the_selected_startup_with_the_customary_obligations() {
    Journey {
        open: "jjjak",
        shows: &["New convention", "Poubelles Battle"],
        fill: "<Tab>oise <C-s>",
        files: "conventions/poubelles-battle-anct-dinum-oise.toml",
        lines: &[
            "+startups = [\"poubelles-battle\"]",
            "+parties = [\"anct\", \"dinum\", \"oise\"]",
            "+[committee]",
            "+[[obligations]]",
        ],
        then: &["Poubelles Battle"],
    }
    .go();
}

#[test]
fn a_party_without_a_record_is_created_with_its_convention() {
    Journey {
        open: "jjjak",
        shows: &["New party"],
        fill: "<Tab><Tab>Ville d'Anglet<Tab><Tab><Tab>dinum<Tab><Tab><Tab>12k<C-s>",
        files: "conventions/poubelles-battle-anct-dinum-ville-d-anglet.toml\nparties/ville-d-anglet.toml",
        lines: &["+from = \"ville-d-anglet\"", "+to = \"dinum\"", "+amount = 12000", "+name = \"Ville d'Anglet\""],
        then: &["Ville d'Anglet"],
    }
    .go();
}

#[test]
fn an_amendment_is_a_record_of_its_own() {
    Journey {
        open: "jjjav",
        shows: &["New amendment · Poubelles Battle", "Amendment no. 1"],
        fill: "<Tab><Tab><Tab><Tab>18<C-s>",
        files: "conventions/poubelles-battle-pau-dinum-1.toml",
        lines: &["+kind = \"amendment\"", "+amends = \"poubelles-battle-pau-dinum\""],
        then: &[],
    }
    .go();
}

#[test]
fn a_taken_name_is_reported_beside_its_field() {
    let repo = Repo::sample();
    let head = repo.head();
    let mut screen = Screen::of_repo(&repo, Language::French, SIZE);
    screen.keys("asHistologe<C-s>");
    assert!(screen.text().contains("Cet identifiant est déjà utilisé"), "{}", screen.text());
    assert_eq!(repo.head(), head);
    screen.keys("<Esc>as");
    assert!(screen.text().contains("Histologe"), "the draft is taken up: {}", screen.text());
}

#[test]
fn a_new_convention_is_written_in_the_language_of_the_portfolio() {
    for (code, language, heading, duty) in [
        ("fr", Language::English, "Participations", "Publier la convention."),
        ("en", Language::French, "Contributions", "Publish the convention."),
    ] {
        let repo = Repo::sample();
        repo.write(
            "portfolio.toml",
            repo.read("portfolio.toml")
                .replace("currency = \"EUR\"\n", &format!("currency = \"EUR\"\nlanguage = \"{code}\"\n")),
        );
        repo.commit_all("Set the language");
        let mut screen = Screen::of_repo(&repo, language, SIZE);
        screen.keys("jjjak<Tab>oise <Tab><Tab><Tab><Tab><Tab>5k<C-s>");
        let text = repo.read("conventions/poubelles-battle-anct-dinum-oise.toml");
        assert!(text.contains(&format!("\n## {heading}\n")) && text.contains(&format!("= \"{duty}\"\n")), "{text}");
    }
}

#[test]
fn the_ids_of_a_new_party_and_of_a_person_follow_from_their_names() {
    let repo = Repo::sample();
    let mut screen = Screen::of_repo(&repo, Language::English, SIZE);
    screen.keys("ayVille de Rennes<C-s>");
    assert!(repo.read("parties/ville-de-rennes.toml").contains("Ville de Rennes"), "{}", screen.text());
    screen.keys("ayPau<Tab>");
    assert!(screen.text().contains("already in use"), "{}", screen.text());
    screen.keys("<Esc>auCoach É<C-s>");
    assert!(repo.read("portfolio.toml").contains("\"coach-e\""), "{}", screen.text());
}
