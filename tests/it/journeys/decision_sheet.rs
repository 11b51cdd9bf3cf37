//! The decision sheet: all of a committee in one form and one commit.

use couveuse::locale::Language;

use super::{Journey, SIZE};
use crate::driver::Screen;
use crate::support::Repo;

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
