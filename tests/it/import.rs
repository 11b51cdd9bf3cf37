//! `couveuse import public-record`: the plan, the commit, and what a second import changes.

use std::process::Output;

use serde_json::Value;

use crate::support::Repo;

const LOGEMENT: &str = "---
title: Logement clair
mission: Repérer les logements indignes
incubator: mtes
contact: equipe@logement.example.org
link: https://logement.example.org/
repository: ''
stats: true
stats_url: https://logement.example.org/stats
sponsors:
  - /organisations/dhup
  - /organisations/departement-lot
phases:
  - name: investigation
    start: 2019-09-01
    end: 2020-02-01
  - name: construction
    start: 2020-02-01
    comment: avec deux territoires
fast:
  promotion: 17
  montant: 150000
usertypes:
  - particulier
events:
  - name: committee
    date: 2020-01-15
    comment: passage en construction
  - name: national_impact
    date: 2026-04-02
redirect_from:
  - /startups/toit
rgpd:
  responsable: dpo@logement.example.org
  finalites: [suivi, 'relance']
---
# Never read
";

const DONNEES: &str = "---
title: 'Données & territoires '
mission: Ouvrir les données
incubator: dinum_produits
contact: https://donnees.example.org/contact
link: ''
stats: false
phases:
  - name: investigation
    start: 2031-01-01
---
";

/// A folder of the public record beside a portfolio.
struct Import {
    repo: Repo,
}

impl Import {
    fn new() -> Self {
        let import = Self { repo: Repo::new() };
        import.page("logement", LOGEMENT);
        import.page("données_et-territoires", DONNEES);
        let file = |file: &str, text: &str| import.repo.write(&format!("public/content/{file}.md"), text);
        file(
            "_organisations/dhup",
            "---\nname: Direction de l'habitat\nacronym: DHUP\ntype: administration-centrale\n---\n",
        );
        file("_organisations/mtes", "---\nname: Ministère de l'écologie\nacronym: null\n---\n");
        file("_incubators/mtes", "---\ntitle: La fabrique du ministère\n---\n");
        import.repo.write(".gitignore", "/public\n");
        import.repo.commit_all("Ignore the public record");
        import
    }

    fn page(&self, slug: &str, text: &str) {
        self.repo.write(&format!("public/content/_startups/{slug}.md"), text);
    }

    fn run(&self, more: &[&str]) -> Output {
        let mut arguments = vec!["import", "public-record", "public", "--lang", "en"];
        arguments.extend(more);
        self.repo.couveuse(&arguments).output().unwrap()
    }

    /// The answer, after checking the exit code.
    fn json(&self, more: &[&str], code: i32) -> Value {
        let output = self.run(&[more, &["--json"]].concat());
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!(output.status.code(), Some(code), "{said}{}", String::from_utf8_lossy(&output.stdout));
        serde_json::from_slice(&output.stdout).unwrap()
    }

    fn commits(&self) -> usize {
        self.repo.git(&["rev-list", "--count", "HEAD"]).trim().parse().unwrap()
    }
}

fn row<'a>(answer: &'a Value, name: &str) -> &'a Value {
    answer["rows"].as_array().unwrap().iter().find(|row| row["row"] == name).unwrap()
}

fn said(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned()
}

#[test]
fn startups_and_the_parties_they_name_come_in_one_commit_and_go_with_one_undo() {
    let import = Import::new();
    let (before, tree) = (import.commits(), import.repo.git(&["rev-parse", "HEAD^{tree}"]));
    let dry = import.run(&["--dry-run"]);
    assert_eq!(dry.status.code(), Some(0));
    assert!(said(&dry).ends_with("2 new, 0 changed, 0 already recorded, 0 different, 0 refused; 4 new parties.\nDry run: nothing was committed.\n"), "{}", said(&dry));
    assert_eq!(import.commits(), before);
    let answer = import.json(&[], 0);
    assert_eq!(answer["subject"], "Import 2 startups from the public record");
    assert_eq!(answer["counts"], serde_json::json!({"new": 2, "changed": 0, "same": 0, "differs": 0, "refused": 0}));
    assert_eq!(import.commits(), before + 1);
    import.repo.assert_sound("after the import");
    assert_eq!(
        import.repo.read("startups/logement.toml"),
        r#"#:schema ../schema/startup.json
name       = "Logement clair"
slug       = "logement"
mission    = "Repérer les logements indignes"
incubator  = "mtes"
site       = "https://logement.example.org/"
statistics = "https://logement.example.org/stats"
fast       = { promotion = 17, amount = 150000 }
also       = ["toit"]
sponsors   = ["dhup", "departement-lot"]

[[phases]]
phase = "investigation"
from  = 2019-09-01

[[phases]]
phase   = "construction"
from    = 2020-02-01
comment = "avec deux territoires"

[[committees]]
id      = "2020-01-15-3ac3s"
on      = 2020-01-15
state   = "held"
comment = "passage en construction"
source  = "beta.gouv.fr"

[extra.public-record]
title         = "Logement clair"
mission       = "Repérer les logements indignes"
incubator     = "mtes"
link          = "https://logement.example.org/"
repository    = ""
stats         = true
stats_url     = "https://logement.example.org/stats"
sponsors      = ["/organisations/dhup", "/organisations/departement-lot"]
phases        = [{ name = "investigation", start = 2019-09-01, end = 2020-02-01 }, { name = "construction", start = 2020-02-01, comment = "avec deux territoires" }]
fast          = { promotion = 17, montant = 150000 }
usertypes     = ["particulier"]
events        = [{ name = "committee", date = 2020-01-15, comment = "passage en construction" }, { name = "national_impact", date = 2026-04-02 }]
redirect_from = ["/startups/toit"]
rgpd          = { finalites = ["suivi", "relance"] }
"#
    );
    let parties =
        ["departement-lot", "dhup", "dinum-produits", "mtes"].map(|id| import.repo.read(&format!("parties/{id}.toml")));
    assert!(parties[0].contains("name = \"departement-lot\""), "an organisation without a page has its id as its name");
    assert!(
        parties[1].contains("name = \"Direction de l'habitat\"\nalso = [\"DHUP\"]\nkind = \"administration-centrale\""),
        "{}",
        parties[1]
    );
    assert!(
        parties[3].contains("name = \"Ministère de l'écologie\"\nalso = [\"La fabrique du ministère\"]"),
        "{}",
        parties[3]
    );
    let other = import.repo.read("startups/donnees-et-territoires.toml");
    assert!(
        other.contains("slug       = \"données_et-territoires\"") && other.contains("statistics = false"),
        "{other}"
    );
    assert!(
        other.contains("name       = \"Données & territoires \""),
        "as published; couveuse check names the blank: {other}"
    );
    assert!(!import.repo.git(&["show"]).contains("@logement"), "git keeps addresses for ever");
    assert!(import.repo.couveuse(&["undo"]).status().unwrap().success());
    assert_eq!(import.repo.git(&["rev-parse", "HEAD^{tree}"]), tree);
}

#[test]
fn a_startup_before_its_first_phase_is_listed_without_one() {
    let import = Import::new();
    import.json(&[], 0);
    let listed = import.repo.couveuse(&["list", "--json", "--as-of", "2026-11-30"]).output().unwrap();
    let listed: Value = serde_json::from_slice(&listed.stdout).unwrap();
    let phase = |id: &str| {
        let startups = listed["startups"].as_array().unwrap();
        startups.iter().find(|startup| startup["id"] == id).unwrap()["phase"].clone()
    };
    assert_eq!((phase("logement"), phase("donnees-et-territoires")), ("construction".into(), Value::Null));
}

#[test]
fn a_second_import_changes_nothing() {
    let import = Import::new();
    import.json(&[], 0);
    let before = import.commits();
    let again = import.run(&[]);
    assert_eq!(again.status.code(), Some(0));
    assert_eq!(said(&again), "0 new, 0 changed, 2 already recorded, 0 different, 0 refused.\nNothing to import.\n");
    assert_eq!(import.commits(), before);
}

#[test]
fn imported_committees_need_no_decision() {
    let import = Import::new();
    import.json(&[], 0);
    let check = import.repo.couveuse(&["check", "--json", "--lang", "en"]).output().unwrap();
    assert!(!String::from_utf8_lossy(&check.stdout).contains("committee-without-decision"));
}

#[test]
fn only_what_changed_there_changes_here() {
    let import = Import::new();
    import.json(&[], 0);
    // Ours alone: a mission in other words, a comment, a sponsor, a committee, a phase removed.
    let own = import.repo.read("startups/logement.toml");
    let own =
        own.replacen("mission    = \"Repérer les logements indignes\"", "mission    = \"Les repérer tous\" # ours", 1);
    let own = own.replacen("sponsors   = [\"dhup\",", "sponsors   = [\"pau\", \"dhup\",", 1);
    let own = own.replacen(
        "[extra.public-record]",
        "[[committees]]\non = 2021-01-15\nstate = \"held\"\n\n[extra.public-record]",
        1,
    );
    import.repo.write("startups/logement.toml", own);
    import.repo.commit_all("Ours");
    let published = LOGEMENT
        .replace("title: Logement clair", "title: Logement digne")
        .replace("incubator: mtes", "incubator: anct")
        .replace("  - /organisations/departement-lot\n", "  - /organisations/departement-gers\n")
        .replace("fast:\n", "  - name: acceleration\n    start: 2021-06-01\nfast:\n")
        .replace("redirect_from", "  - name: committee\n    date: 2020-07-01\nredirect_from")
        .replace("usertypes:\n  - particulier\n", "techno: []\n");
    import.page("logement", &published);
    let answer = import.json(&[], 0);
    let changed = row(&answer, "logement");
    assert_eq!(changed["state"], "changed");
    let taken: Vec<_> =
        changed["differences"].as_array().unwrap().iter().map(|one| one["field"].as_str().unwrap()).collect();
    let expected = [
        "name",
        "incubator",
        "sponsors",
        "sponsors",
        "phases[2021-06-01]",
        "committees[2020-07-01]",
        "extra.public-record.techno",
        "extra.public-record.usertypes",
    ];
    assert_eq!(taken, expected);
    let text = import.repo.read("startups/logement.toml");
    for line in [
        "name       = \"Logement digne\"",
        "mission    = \"Les repérer tous\" # ours",
        "incubator  = \"anct\"",
        "former_incubators = [\"mtes\"]",
        "sponsors   = [\"pau\", \"dhup\", \"departement-gers\"]",
    ] {
        assert!(text.contains(line), "{line}: {text}");
    }
    let days: Vec<_> =
        text.lines().filter_map(|line| line.strip_prefix("on ")).map(|rest| &rest[rest.len() - 10..]).collect();
    assert_eq!(days, ["2020-01-15", "2020-07-01", "2021-01-15"]);
    import.repo.assert_sound("after the second import");
    let again = import.json(&[], 0);
    assert_eq!((&again["commit"], &again["counts"]["same"]), (&Value::Null, &2.into()));
}

#[test]
fn a_value_that_changed_on_both_sides_is_reported_and_ours_stays() {
    let import = Import::new();
    import.json(&[], 0);
    let own = import.repo.read("startups/logement.toml");
    import
        .repo
        .write("startups/logement.toml", own.replacen("name       = \"Logement clair\"", "name       = \"Ours\"", 1));
    import.repo.commit_all("Ours");
    import.page("logement", &LOGEMENT.replace("Logement clair", "Theirs").replace("link: https", "link: http"));
    let before = import.repo.head();
    let refused = import.run(&[]);
    assert_eq!((refused.status.code(), import.repo.head()), (Some(1), before));
    let text = said(&refused);
    assert!(
        text.contains("! differs logement (startup/logement)\n    name: \"Ours\" recorded, \"Theirs\" imported; the recorded value is kept\n"),
        "{text}"
    );
    assert!(text.contains("Nothing was committed: some rows are refused or differ."), "{text}");
    let answer = import.json(&["--accept-partial"], 0);
    assert_eq!(row(&answer, "logement")["state"], "differs");
    let text = import.repo.read("startups/logement.toml");
    assert!(text.contains("name       = \"Ours\"") && text.contains("site       = \"http://"), "{text}");
    assert_eq!(import.json(&[], 0)["counts"]["same"], 2, "ours was chosen");
    let compared = import.run(&["--diff"]);
    assert_eq!(compared.status.code(), Some(0));
    assert_eq!(
        said(&compared),
        "! differs logement (startup/logement)\n    name: \"Ours\" recorded, \"Theirs\" imported\n"
    );
}

#[test]
fn invalid_rows_are_refused_with_file_line_and_reason() {
    let import = Import::new();
    let page = |title: &str, rest: &str| format!("---\ntitle: {title}\nmission: x\n{rest}---\n");
    import.page("jour", &page("Jour", "phases:\n  - name: investigation\n    start: 31/02/2020\n"));
    import.page("phase", &page("Phase", "phases:\n  - name: incubation\n    start: 2020-02-01\n"));
    import.page("yaml", "---\ntitle: 'open\nmission: x\n---\n");
    import.page("deux", &page("Deux", "title: Two\n"));
    import.page("sans", "Just a text\n");
    import.page("vide", &page("''", ""));
    import.page("Ma_Cantine", &page("Ma cantine", ""));
    import.page("ma-cantine", &page("Ma cantine", ""));
    import.page("con", &page("Con", ""));
    import.page("somme", &page("Somme", "fast:\n  montant: beaucoup\n"));
    import.page("comite", &page("Comité", "events:\n  - name: committee\n"));
    import.repo.write("public/content/_startups/octets.md", b"---\ntitle: \xe9\n---\n");
    let answer = import.json(&[], 1);
    assert_eq!((&answer["commit"], &answer["counts"]["refused"]), (&Value::Null, &12.into()));
    let reason = |slug: &str| {
        let reason = &row(&answer, slug)["reasons"][0];
        (reason["message"].as_str().unwrap().to_owned(), reason["line"].as_u64())
    };
    assert_eq!(reason("jour"), ("phases[0].start: “31/02/2020” is not a date such as 2026-03-31".into(), Some(6)));
    assert_eq!(reason("phase"), ("phases[0].name: unknown phase “incubation”".into(), Some(5)));
    assert!(reason("yaml").0.starts_with("not valid YAML"), "{:?}", reason("yaml"));
    assert!(reason("deux").0.contains("duplicate") && reason("deux").1 == Some(4), "{:?}", reason("deux"));
    assert_eq!(reason("sans").0, "no front matter between two lines ---");
    assert_eq!(reason("vide").0, "title is missing");
    assert_eq!(reason("Ma_Cantine").0, "Ma_Cantine and ma-cantine would both be Ma-Cantine");
    assert_eq!(reason("ma-cantine").0, "ma-cantine and Ma_Cantine would both be ma-cantine");
    assert_eq!(reason("con").0, "slug: “con” gives no valid id");
    assert_eq!(reason("somme"), ("fast.montant: beaucoup is not a value of this key".into(), Some(5)));
    assert_eq!(reason("comite").0, "events[0].date is missing");
    assert_eq!(reason("octets").0, "cannot be read: not UTF-8");
    let text = said(&import.run(&[]));
    assert!(text.contains("✗ refused jour\n    public/content/_startups/jour.md:6:12: phases[0].start"), "{text}");
    let answer = import.json(&["--accept-partial"], 0);
    assert_eq!(answer["subject"], "Import 2 startups from the public record");
    import.repo.assert_sound("after a part");
}

#[test]
fn a_renamed_startup_is_found_by_its_former_slug() {
    let import = Import::new();
    import.repo.write("startups/abri.toml", "name = \"Toit\"\nslug = \"toit\"\n");
    import.repo.write("startups/logement.toml", "name = \"Another\"\n");
    import.repo.commit_all("Ours");
    let answer = import.json(&["--accept-partial"], 0);
    let found = row(&answer, "logement");
    assert_eq!((&found["record"], &found["state"]), (&"startup/abri".into(), &"differs".into()));
    let text = import.repo.read("startups/abri.toml");
    assert!(text.contains("name = \"Toit\"\nslug = \"logement\"\n"), "{text}");
    assert!(text.contains("[[phases]]\n") && text.contains("[extra.public-record]\n"), "{text}");
    assert_eq!(import.repo.read("startups/logement.toml"), "name = \"Another\"\n", "the id is not the slug");
    import.repo.assert_sound("after the rename");
    // Two that claim one former slug: neither is guessed.
    let other = Import::new();
    other.repo.write("startups/abri.toml", "name = \"Toit\"\nslug = \"toit\"\n");
    other.repo.commit_all("Ours");
    other.page("cabane", "---\ntitle: Cabane\nredirect_from: [/startups/toit]\n---\n");
    let answer = other.json(&[], 1);
    assert_eq!(row(&answer, "cabane")["reasons"][0]["message"], "cabane and logement would both be abri");
}

#[test]
fn records_that_are_not_known_for_sure_are_refused() {
    let import = Import::new();
    import.repo.write("startups/Logement.toml", "name = \"Another\"\n");
    import.repo.write("startups/broken.toml", "name = \"Broken\"\nslug = \"données_et-territoires\"\nphases = 3\n");
    import.repo.commit_all("Ours");
    let answer = import.json(&[], 1);
    let reason = |slug: &str| row(&answer, slug)["reasons"][0]["message"].as_str().unwrap().to_owned();
    assert!(
        reason("logement").starts_with("Logement exists here without the slug logement: run couveuse set"),
        "{}",
        reason("logement")
    );
    assert_eq!(reason("données_et-territoires"), "startup/broken has errors; couveuse check shows them");
}

#[test]
fn parties_may_have_other_ids_here() {
    let import = Import::new();
    import.repo.write("import/public-record.toml", "[parties]\ndepartement-lot = \"lot\"\nmtes = \"dinum\"\n");
    let answer = import.json(&[], 0);
    assert_eq!(answer["parties"], serde_json::json!(["party/dhup", "party/dinum-produits", "party/lot"]));
    assert!(import.repo.read("startups/logement.toml").contains("sponsors   = [\"dhup\", \"lot\"]"));
    import.repo.write("import/public-record.toml", "[parties]\nlot = \"le lot\"\n");
    let output = import.run(&[]);
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&output.stderr).contains("import/public-record.toml: parties.lot: "), "{output:?}");
}

#[test]
fn differences_name_what_is_only_on_one_side() {
    let import = Import::new();
    import.json(&[], 0);
    assert_eq!(said(&import.run(&["--diff"])), "No differences.\n");
    import.page("neuf", "---\ntitle: Neuf\n---\n");
    std::fs::remove_file(import.repo.root().join("public/content/_startups/données_et-territoires.md")).unwrap();
    let answer = import.json(&["--diff"], 0);
    let states: Vec<_> = answer["rows"]
        .as_array()
        .unwrap()
        .iter()
        .map(|row| (row["row"].as_str().unwrap(), row["state"].as_str().unwrap()))
        .collect();
    assert_eq!(states, [("neuf", "new"), ("données_et-territoires", "differs")]);
    let one = import
        .repo
        .couveuse(&["import", "public-record", "public/content/_startups/neuf.md", "--lang", "en"])
        .output()
        .unwrap();
    assert_eq!(said(&one).lines().next(), Some("+ new neuf (startup/neuf)"), "one file");
    let none = import.repo.couveuse(&["import", "public-record", "parties", "--lang", "en"]).output().unwrap();
    assert_eq!(none.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&none.stderr).contains("no pages (*.md) in parties"), "{none:?}");
}

#[test]
fn a_startup_whose_file_is_refused_is_still_published() {
    let import = Import::new();
    import.json(&[], 0);
    import.page("logement", &LOGEMENT.replace("incubator: mtes", "incubator: mtes\nincubator: dinum"));
    let compared = said(&import.run(&["--diff"]));
    assert!(compared.contains("✗ refused logement") && !compared.contains("is not in the public record"), "{compared}");
    assert!(compared.contains("logement.md:5:1: not valid YAML: duplicate mapping key: incubator\n"), "{compared}");
}
