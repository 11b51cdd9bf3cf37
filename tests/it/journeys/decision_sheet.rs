//! The decision sheet: all of a committee in one form and one commit.

use couveuse::locale::Language;

use super::{Journey, SIZE};
use crate::driver::Screen;
use crate::support::Repo;

fn count(repo: &Repo) -> usize {
    repo.git(&["rev-list", "--count", "HEAD"]).trim().parse().expect("a number")
}

#[test]
fn a_committee_is_recorded_whole_in_one_commit() {
    Journey {
        open: "/histologe<Enter>c",
        shows: &["Committee held · Histologe", "Last decision", "Money"],
        fill: "<Tab>prov<Tab>40000<Tab>20000<Tab><Tab>Proof first<C-j>then more<Tab>No second team\
               <Tab><Tab><Tab>3 they asked for it<Tab><Tab>\
               <Tab>Ten regular users<Tab>Coach A<Tab>15/12<Tab>the statistics page<Tab>\
               A referent<Tab><Tab><Tab><Tab><Tab>Inform procurement<Tab>Coach A<Tab>1/12<Tab>\
               <Tab>M. Petit/pau/CIO<C-s>",
        files: "startups/histologe.toml",
        lines: &[
            "+state = \"held\"",
            "+decision = \"provisional\"",
            "+envelope = 20000",
            "+until = 2021-01-01",
            "+asked = 40000",
            "+comment = \"Proof first\\nthen more\"",
            "+reservations = \"No second team\"",
            "+impact = { useful = 3 }",
            "+reasons = { useful = \"they asked for it\" }",
            "+present = [{ name = \"M. Petit\", party = \"pau\", capacity = \"CIO\" }]",
        ],
        then: &[],
    }
    .go();
}

#[test]
fn somebody_represented_is_recorded_with_who_represents() {
    let repo = Repo::sample();
    let mut screen = Screen::of_repo(&repo, Language::English, SIZE);
    screen.keys("/histologe<Enter>c<Tab>cont");
    for _ in 0..40 {
        if screen.text().lines().any(|line| line.contains("› Represented")) {
            break;
        }
        screen.keys("<Tab>");
    }
    screen.keys("Mme Roy/pau/CIO=M. Petit");
    assert!(screen.text().contains("Mme Roy (Pau, CIO, represented by M. Petit)"), "{}", screen.text());
    screen.keys("<C-s>");
    let record = repo.read("startups/histologe.toml");
    let line = "represented = [{ name = \"Mme Roy\", party = \"pau\", capacity = \"CIO\", by = \"M. Petit\" }]";
    assert!(record.contains(line), "{record}\n{}", screen.text());
}

#[test]
fn a_row_is_removed_and_those_after_it_move_up() {
    let repo = Repo::sample();
    let mut screen = Screen::of_repo(&repo, Language::English, SIZE);
    screen.keys("/histologe<Enter>c<Tab>cont");
    for _ in 0..12 {
        screen.keys("<Tab>");
    }
    screen.keys("First<Tab><Tab><Tab><Tab>Second<Tab>");
    let text = screen.text();
    assert!(text.contains("First") && text.contains("Second"), "{text}");
    screen.keys("<Up><Up><Up><Up><Up><C-x>");
    let text = screen.text();
    assert!(!text.contains("First") && text.contains("Second"), "{text}");
    screen.keys("<C-s>");
    let record = repo.read("startups/histologe.toml");
    assert!(record.contains("\"Second\"") && !record.contains("\"First\""), "{record}");
}

/// Goes to the ticked lines.
fn go_to_what_follows(screen: &mut Screen) {
    for _ in 0..40 {
        if screen.text().contains("[x] Inform procurement") {
            return;
        }
        screen.keys("<Tab>");
    }
    panic!("no ticked lines: {}", screen.text());
}

#[test]
fn consequences_of_a_decision_are_recorded_unless_unticked() {
    let repo = Repo::sample();
    let mut screen = Screen::of_repo(&repo, Language::English, SIZE);
    screen.keys("/histologe<Enter>c<Tab>stop");
    let text = screen.text();
    assert!(text.contains("what      = \"Inform procurement\""), "in the preview: {text}");
    go_to_what_follows(&mut screen);
    screen.keys("<Right><Space>");
    let text = screen.text();
    assert!(text.contains("[ ] Write the post-mortem") && text.contains("[x] Return the unspent money"), "{text}");
    let before = count(&repo);
    screen.keys("<C-s>");
    assert_eq!(count(&repo), before + 1, "one commit");
    let record = repo.read("startups/histologe.toml");
    assert!(record.contains("\"Inform procurement\"") && record.contains("\"Return the unspent money\""), "{record}");
    assert!(!record.contains("post-mortem"), "{record}");
}

#[test]
fn a_phase_that_follows_is_in_the_same_commit() {
    let repo = Repo::sample();
    let mut screen = Screen::of_repo(&repo, Language::English, SIZE);
    screen.keys("/histologe<Enter>c<Tab>consolid");
    go_to_what_follows(&mut screen);
    screen.keys("<Space>");
    let before = count(&repo);
    screen.keys("<C-s>");
    assert_eq!(count(&repo), before + 1, "one commit");
    let record = repo.read("startups/histologe.toml");
    assert!(record.contains("phase = \"consolidation\""), "{record}");
    assert!(!record.contains("Inform procurement"), "{record}");
}
