//! Money called and spent, resources in kind, and bank accounts.

use super::Journey;

#[test]
fn a_call_for_funds_proposes_the_rest_of_the_tranche() {
    Journey {
        open: "jjjaf",
        shows: &["Call for funds · Poubelles Battle", "35000"],
        fill: "<Tab>30/11<Tab>AF-2020-12<C-s>",
        files: "conventions/poubelles-battle-pau-dinum.toml",
        lines: &[
            "+[[calls]]",
            "+on = 2020-11-30",
            "+amount = 35000",
            "+contribution = \"pau\"",
            "+reference = \"AF-2020-12\"",
        ],
        then: &["Poubelles Battle"],
    }
    .go();
}

#[test]
fn the_papers_that_a_tranche_needs_are_ticked() {
    Journey {
        open: "3/incubateur-anct-dinum pay<Enter>jaf",
        shows: &["Call for funds", "statement of expenditure"],
        fill: "<C-s>",
        files: "conventions/incubateur-anct-dinum.toml",
        lines: &["+[[calls]]", "+with = [\"statement of expenditure\"]"],
        then: &[],
    }
    .go();
}

#[test]
fn an_expenditure_has_a_day_for_each_of_its_stages() {
    Journey {
        open: "jjjad",
        shows: &["Expenditure · Poubelles Battle", "Paid on (CP)"],
        fill: "Hosting<Tab>1 200,50<Tab><Tab>28/11<C-s>",
        files: "conventions/poubelles-battle-pau-dinum.toml",
        lines: &[
            "+[[expenditure]]",
            "+amount = \"1200.50\"",
            "+what = \"Hosting\"",
            "+done = 2020-11-28",
            "+paid = 2020-12-01",
        ],
        then: &["Poubelles Battle"],
    }
    .go();
}

#[test]
fn a_resource_is_provided_by_a_party() {
    Journey {
        open: "jjjar",
        shows: &["Resource in kind · Poubelles Battle"],
        fill: "pau<Tab>A designer<Tab>part<Tab>6 mois<C-s>",
        files: "conventions/poubelles-battle-pau-dinum.toml",
        lines: &[
            "+[[resources]]",
            "+from = \"pau\"",
            "+what = \"A designer\"",
            "+share = \"part time\"",
            "+lasts = \"6 months\"",
        ],
        then: &["Poubelles Battle"],
    }
    .go();
}

#[test]
fn a_wrong_iban_is_corrected_from_its_rib() {
    Journey {
        open: "6/digits histologe<Enter>ab",
        shows: &["Bank account · Histologe", "As derived from the RIB", "check digits OK"],
        fill: "<C-s>",
        files: "conventions/histologe-pau-anct.toml",
        lines: &[
            "-bank = \"3001\"",
            "+bank = \"30001\"",
            "-iban = \"FR57 3000 1006 2206 4100 0000 087\"",
            "+iban = \"FR57 3000 1006 22C6 4100 0000 087\"",
        ],
        then: &[],
    }
    .go();
}
