//! Every verb on the command line, on the sample: its answer, commit, and changed lines; undo and redo; and refusals
//! with a suggestion.

use std::process::Output;

use crate::support::Repo;

fn run(repo: &Repo, arguments: &[&str]) -> Output {
    repo.couveuse(arguments).args(["--lang", "en"]).output().unwrap()
}

fn answer(repo: &Repo, arguments: &[&str]) -> String {
    let output = run(repo, arguments);
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success() && said.is_empty(), "{arguments:?}: {said}");
    String::from_utf8(output.stdout).unwrap()
}

/// Runs a verb that must be refused. Asserts that nothing changed, and returns the exit code and the message.
fn refused(repo: &Repo, arguments: &[&str]) -> (i32, String) {
    let before = (repo.head(), repo.state());
    let output = run(repo, arguments);
    assert_eq!((repo.head(), repo.state()), before, "{arguments:?}");
    assert!(output.stdout.is_empty(), "{arguments:?}");
    (output.status.code().unwrap(), String::from_utf8(output.stderr).unwrap().trim_end().to_owned())
}

/// The added and removed lines of the last commit, without blank ones, with single spaces around `=`.
fn lines(repo: &Repo) -> Vec<String> {
    let shown = repo.git(&["show", "--format=", "--unified=0"]);
    let lines = shown.lines().filter(|line| line.starts_with(['+', '-']) && !line.starts_with("+++"));
    // The tests of the edits check the ids of entries.
    let lines = lines.filter(|line| !line.starts_with("---") && !line.starts_with("+id ") && line.len() > 1);
    lines.map(|line| line.split_whitespace().collect::<Vec<_>>().join(" ")).collect()
}

/// Arguments, subject of the commit, verb, file, and the added and removed lines.
type Case = (&'static [&'static str], &'static str, &'static str, &'static str, &'static [&'static str]);

const STARTUPS: [Case; 8] = [
    (
        &["phase", "histologe", "opérée", "--from", "1/11/2027"],
        "histologe: phase operated from 1 November 2027",
        "phase",
        "startups/histologe.toml",
        &["+[[phases]]", "+phase = \"operated\"", "+from = 2027-11-01"],
    ),
    (
        &["set", "histologe", "phases[0].phase", "arretee-en-investigation"],
        "histologe: phase (phases[0]) set to investigation-stopped",
        "set",
        "startups/histologe.toml",
        &["-phase = \"investigation\"", "+phase = \"investigation-stopped\""],
    ),
    (
        &["phase", "histologe", "consolidation", "--from", "1/11/2027"],
        "histologe: phase consolidation from 1 November 2027",
        "phase",
        "startups/histologe.toml",
        &["+[[phases]]", "+phase = \"consolidation\"", "+from = 2027-11-01"],
    ),
    (
        &["indicator", "comobi", "Communes", "1 250,5", "--on", "4/3/2021", "--unit", "communes"],
        "comobi: Communes 1,250.5 communes",
        "indicator",
        "startups/comobi.toml",
        &[
            "+[[indicators]]",
            "+name = \"Communes\"",
            "+unit = \"communes\"",
            "+values = [{ on = 2021-03-04, value = \"1250.5\" }]",
        ],
    ),
    (
        &["note", "comobi", " Une instance ouvre. ", "--on", "4/3/2021", "--source", "courriel"],
        "comobi: note: Une instance ouvre.",
        "note",
        "startups/comobi.toml",
        &["+[[notes]]", "+on = 2021-03-04", "+text = \"Une instance ouvre.\"", "+source = \"courriel\""],
    ),
    (
        &["action", "comobi", "Relancer la région", "--owner", "Coach", "--due", "31/1/2027"],
        "comobi: agreed: Relancer la région",
        "action",
        "startups/comobi.toml",
        &["+[[actions]]", "+what = \"Relancer la région\"", "+owner = \"Coach\"", "+due = 2027-01-31"],
    ),
    (
        &["set", "startups/comobi", "phases[investigation].comment", "au sein de l'ANCT"],
        "comobi: comment (phases[0]) set to au sein de l'ANCT",
        "set",
        "startups/comobi.toml",
        &["+comment = \"au sein de l'ANCT\""],
    ),
    (
        &["set", "comobi", "repository", "--remove"],
        "comobi: field “source code” cleared",
        "set",
        "startups/comobi.toml",
        &["-repository = \"https://github.com/betagouv/neutre.comobi.fr\""],
    ),
];

const CONVENTIONS: [Case; 5] = [
    (
        &["call", "histologe-pau-anct/pau", "17500", "--on", "4/3/2021", "--tranche", "1", "--with", "RIB"],
        "histologe: €17,500 called from pau",
        "call",
        "conventions/histologe-pau-anct.toml",
        &[
            "+[[calls]]",
            "+on = 2021-03-04",
            "+amount = 17500",
            "+contribution = \"pau\"",
            "+tranche = 1",
            "+with = [\"RIB\"]",
        ],
    ),
    (
        &["spend", "histologe-pau-anct", "1200,50", "Coaching", "--paid", "4/3/2021", "--by", "dinum"],
        "histologe: €1,200.50 spent on Coaching",
        "spend",
        "conventions/histologe-pau-anct.toml",
        &["+[[expenditure]]", "+amount = \"1200.50\"", "+what = \"Coaching\"", "+by = \"dinum\"", "+paid = 2021-03-04"],
    ),
    (
        &["resource", "histologe-pau-anct", "Un bureau", "--from", "pau", "--lasts", "6 mois"],
        "histologe: pau provides Un bureau",
        "resource",
        "conventions/histologe-pau-anct.toml",
        &["+[[resources]]", "+from = \"pau\"", "+what = \"Un bureau\"", "+lasts = \"6 months\""],
    ),
    (
        &["set", "histologe-pau-anct", "accounts.refund.iban", "FR57 3000 1006 22C6 4100 0000 087"],
        "histologe-pau-anct: IBAN set to FR57 3000 1006 22C6 4100 0000 087",
        "set",
        "conventions/histologe-pau-anct.toml",
        &["-iban = \"FR57 3000 1006 2206 4100 0000 087\"", "+iban = \"FR57 3000 1006 22C6 4100 0000 087\""],
    ),
    (
        &["account", "dgaln", "--iban", "FR85 3000 1001 85C6 0100 0000 048", "--bic", "BDFEFRPPCCT"],
        "dgaln: bank account added",
        "account",
        "parties/dgaln.toml",
        &["+[[accounts]]", "+iban = \"FR85 3000 1001 85C6 0100 0000 048\"", "+bic = \"BDFEFRPPCCT\""],
    ),
];

const RECORDS: [Case; 4] = [
    (
        &["new", "party", "ville", "--name", "Une ville", "--kind", "commune"],
        "ville: new party",
        "new-party",
        "parties/ville.toml",
        &["+#:schema ../schema/party.json", "+name = \"Une ville\"", "+kind = \"commune\""],
    ),
    (
        &["new", "startup", "ma-cantine", "--name", "Ma cantine", "--sponsor", "oise", "--from", "1/9/2026"],
        "ma-cantine: new startup",
        "new-startup",
        "startups/ma-cantine.toml",
        &[
            "+#:schema ../schema/startup.json",
            "+name = \"Ma cantine\"",
            "+incubator = \"anct\"",
            "+sponsors = [\"oise\"]",
            "+[[phases]]",
            "+phase = \"investigation\"",
            "+from = 2026-09-01",
        ],
    ),
    (
        &["amend", "comobi-ademe-anct", "comobi-avenant", "--title", "Avenant n° 1", "--months", "18"],
        "comobi-ademe-anct: amendment comobi-avenant",
        "amend",
        "conventions/comobi-avenant.toml",
        &[
            "+#:schema ../schema/convention.json",
            "+title = \"Avenant n° 1\"",
            "+kind = \"amendment\"",
            "+amends = \"comobi-ademe-anct\"",
            "+term = { months = 18 }",
        ],
    ),
    (
        &["amend", "comobi-ademe-anct", "comobi-avenant-2", "--decided", "1/9/2026"],
        "comobi-ademe-anct: amendment comobi-avenant-2",
        "amend",
        "conventions/comobi-avenant-2.toml",
        &[
            "+#:schema ../schema/convention.json",
            "+title = \"Amendment no. 2 to the convention “CoMobi : convention de partenariat ADEME – ANCT”\"",
            "+kind = \"amendment\"",
            "+amends = \"comobi-ademe-anct\"",
            "+decided = 2026-09-01",
        ],
    ),
];

#[test]
fn each_fact_is_one_commit_with_undo_and_redo() {
    let repo = Repo::sample();
    for (arguments, subject, verb, file, written) in STARTUPS.into_iter().chain(CONVENTIONS).chain(RECORDS) {
        let before = repo.head();
        let said = answer(&repo, arguments);
        let line = said.trim_end().split_once(' ').unwrap().1;
        assert_eq!(line.split(" – ").next(), Some(subject), "{arguments:?}");
        assert_eq!(repo.git(&["log", "-1", "--format=%s"]).trim_end(), subject);
        let trailers = format!("Couveuse-Edit: {verb}\nCouveuse-Record: {}", file.trim_end_matches(".toml"));
        assert!(repo.git(&["log", "-1", "--format=%B"]).trim_end().ends_with(&trailers), "{arguments:?}");
        assert_eq!(repo.git(&["show", "--format=", "--name-only"]).trim(), file);
        assert_eq!(lines(&repo), written, "{arguments:?}");
        assert_eq!(repo.git(&["status", "--porcelain"]), "", "{arguments:?}");
        answer(&repo, &["undo"]);
        assert_eq!(repo.git(&["diff", &before, "HEAD"]), "", "{arguments:?}");
        answer(&repo, &["redo"]);
        assert_eq!(repo.git(&["show", "--format=", "--name-only"]).trim(), file);
        if verb != "amend" && !verb.starts_with("new-") && !arguments.contains(&"--remove") {
            let before = repo.head();
            let said = answer(&repo, arguments);
            assert!(said.starts_with("already recorded, nothing to add"), "{arguments:?}: {said}");
            assert_eq!(repo.head(), before, "{arguments:?}");
        }
    }
    let check = run(&repo, &["check", "--fail-on", "error"]);
    assert!(check.status.success(), "{}", String::from_utf8_lossy(&check.stdout));
}

#[test]
fn a_fact_that_is_recorded_is_not_recorded_again_but_what_differs_is_refused_or_added() {
    let repo = Repo::sample();
    let pay = ["pay", "histologe-pau-anct/pau", "17500", "--on", "4/3/2021"];
    let hold =
        ["hold", "comobi", "--on", "4/3/2021", "--decision", "continue", "--score", "useful=3:vu", "--condition"];
    let hold = [&hold[..], &["Dix usagers", "--next", "+40", "--present", "M. Petit/pau"]].concat();
    let page = "histologe-pau-anct/means";
    for arguments in [
        &pay[..],
        &["refund", "histologe-pau-anct/pau", "0", "--on", "5/3/2021"],
        &["done", page, "--on", "4/3/2021", "--evidence", "un courriel"],
        &hold,
        &["condition", "comobi", "Dix usagers", "--on", "5/3/2021"],
        &["plan", "histologe", "--on", "+14"],
        &["postpone", "histologe", "--from", "+14", "--on", "+21"],
        &["postpone", "histologe", "--from", "+21", "--cancel"],
        &["person", "coach-z", "--name", "Coach Z"],
        &["coach", "comobi", "coach-z", "--from", "5/3/2021"],
        &["finish", "comobi", "Relancer", "--on", "5/3/2021"],
        &["terminate", "poubelles-battle-pau-dinum", "--effect", "1/6/2021"],
    ] {
        if arguments[0] == "finish" {
            answer(&repo, &["action", "comobi", "Relancer", "--owner", "Coach"]);
        }
        answer(&repo, arguments);
        let before = repo.head();
        let said = answer(&repo, arguments);
        assert!(said.starts_with("already recorded, nothing to add"), "{arguments:?}: {said}");
        assert_eq!(repo.head(), before, "{arguments:?}");
    }
    let again: serde_json::Value = serde_json::from_str(&answer(&repo, &[&pay[..], &["--json"]].concat())).unwrap();
    let record = "convention/histologe-pau-anct";
    assert_eq!((&again["commit"], &again["record"], &again["on"]), (&().into(), &record.into(), &"2021-03-04".into()));
    // Of several facts, only the new ones are recorded.
    let both = ["done", page, "anti-gaspi-oise-anct/statistics-page", "--on", "4/3/2021"];
    answer(&repo, &both);
    assert_eq!(repo.git(&["show", "--format=", "--name-only"]).trim(), "conventions/anti-gaspi-oise-anct.toml");
    // A fact that differs from the recorded one, or adds to it, is refused.
    for arguments in [
        &["done", page, "--on", "4/3/2021", "--evidence", "autre chose"][..],
        &["hold", "comobi", "--on", "4/3/2021", "--decision", "stop"],
        &["terminate", "poubelles-battle-pau-dinum", "--effect", "2/6/2021"],
    ] {
        assert_eq!(refused(&repo, arguments).0, 1, "{arguments:?}");
    }
}

#[test]
fn the_answer_shows_the_day_and_today_is_the_default() {
    let repo = Repo::sample();
    let planned = answer(&repo, &["plan", "histologe", "--on", "+14", "--json"]);
    let planned: serde_json::Value = serde_json::from_str(&planned).unwrap();
    let on = planned["on"].as_str().unwrap();
    let subject = planned["subject"].as_str().unwrap();
    assert!(subject.starts_with("histologe: committee planned on ") && subject.ends_with(&on[..4]), "{subject}");
    assert_eq!(lines(&repo), ["+[[committees]]", &format!("+on = {on}"), "+state = \"planned\""]);
    let paid = answer(&repo, &["spend", "histologe-pau-anct", "10", "Un café", "--json"]);
    let paid: serde_json::Value = serde_json::from_str(&paid).unwrap();
    assert_eq!(lines(&repo).last(), Some(&format!("+paid = {}", paid["on"].as_str().unwrap())));
    let committed = answer(&repo, &["spend", "histologe-pau-anct", "10", "Deux cafés", "--committed", "4/3/2021"]);
    assert!(committed.contains("€10 committed for Deux cafés – Thursday 4 March 2021"), "{committed}");
    assert!(!lines(&repo).iter().any(|line| line.starts_with("+paid")));
}

#[test]
fn an_action_is_found_by_an_unambiguous_beginning() {
    let repo = Repo::sample();
    answer(&repo, &["action", "comobi", "Relancer la région"]);
    answer(&repo, &["action", "comobi", "Relancer le Tarn"]);
    let (code, line) = refused(&repo, &["finish", "comobi", "Relancer"]);
    assert_eq!(code, 2);
    assert!(line.contains("give more of the text: Relancer la région and Relancer le Tarn"), "{line}");
    answer(&repo, &["finish", "comobi", "Relancer la", "--on", "4/3/2021"]);
    assert_eq!(lines(&repo), ["+done = 2021-03-04"]);
    let (code, line) = refused(&repo, &["finish", "comobi", "Relancer la région"]);
    assert_eq!(code, 1);
    assert!(line.contains("already done on 4 Mar 2021"), "{line}");
}

#[test]
fn several_obligations_are_one_commit_and_one_undo() {
    let repo = Repo::sample();
    let before = repo.head();
    let both = ["histologe-pau-anct/means", "anti-gaspi-oise-anct/statistics-page"];
    let said = answer(&repo, &["done", both[0], both[1], "--on", "4/3/2021", "--json"]);
    let said: serde_json::Value = serde_json::from_str(&said).unwrap();
    assert_eq!(said["subject"], "2 obligations done in 2 records");
    let records = serde_json::json!(["convention/histologe-pau-anct", "convention/anti-gaspi-oise-anct"]);
    assert_eq!((&said["records"], &said["record"]), (&records, &records[0]));
    assert_eq!(repo.git(&["show", "--format=", "--name-only"]).lines().count(), 2);
    answer(&repo, &["undo"]);
    assert_eq!(repo.git(&["diff", &before, "HEAD"]), "");
    let (code, line) = refused(&repo, &["done", both[0], "histologe-pau-anct/manifest", "--on", "4/3/2021"]);
    assert_eq!(code, 2);
    assert!(line.contains("histologe-pau-anct/manifest: ") && line.contains("did you mean manifesto?"), "{line}");
    let (code, _) = refused(&repo, &["done", both[0], both[1], "--due", "1/1/2021"]);
    assert_eq!(code, 2);
}

#[test]
fn a_new_convention_has_the_common_obligations_and_set_adds_the_rest() {
    let repo = Repo::sample();
    answer(&repo, &["new", "startup", "ma-cantine", "--from", "1/2/2021"]);
    let convention = "ma-cantine-oise-anct";
    let promises = ["--contribution", "oise:anct=20 000", "--contribution", "anct=35k"];
    let new = ["new", "convention", convention, "--startup", "ma-cantine", "--signed", "4/3/2021"];
    answer(&repo, &[&new[..], &promises[..]].concat());
    let shown = answer(&repo, &["show", convention, "--json", "--as-of", "2021-06-01"]);
    let shown: serde_json::Value = serde_json::from_str(&shown).unwrap();
    assert_eq!(shown["parties"].as_array().map(Vec::len), Some(2), "{shown}");
    let due = answer(&repo, &["due", "--json", "--as-of", "2021-06-01"]);
    let due: serde_json::Value = serde_json::from_str(&due).unwrap();
    let owed = due["occurrences"].as_array().unwrap().iter().filter(|one| one["convention"] == convention);
    let mut owed: Vec<String> =
        owed.map(|one| format!("{} {} {}", one["obligation"], one["debtor"], one["state"]).replace('"', "")).collect();
    owed.sort();
    assert_eq!(
        owed,
        [
            "committee oise open",
            "management-report anct undetermined",
            "payment-oise oise late",
            "publication anct undetermined",
            "refund anct undetermined",
            "source-code oise standing",
            "statistics-page oise standing",
        ]
    );
    answer(&repo, &["set", convention, "obligations[refund].article", "5.4"]);
    answer(&repo, &["set", convention, "term.months", "12"]);
    assert_eq!(lines(&repo), ["+term = { months = 12 }"]);
    answer(&repo, &["done", &format!("{convention}/statistics-page"), "--on", "4/4/2021"]);
}

#[test]
fn misspelt_values_are_refused_with_a_suggestion() {
    let repo = Repo::sample();
    answer(&repo, &["phase", "histologe", "consolidation", "--from", "1/1/2026"]);
    for (arguments, code, words) in [
        (&["phase", "histolog", "operated"][..], 2, "did you mean histologe?"),
        (&["phase", "histologe", "operatd"], 2, "did you mean operated?"),
        (&["phase", "histologe", "consolidation"], 1, "already in consolidation since 1 Jan 2026"),
        (&["indicator", "comobi", "Trajets réalisés", "1,250"], 2, "ambiguous"),
        (&["indicator", "comobi", "Trajets réalisés", "12", "--unit", "km"], 1, "is measured in trajets"),
        (&["note", "comobi", " "], 2, "missing text"),
        (&["plan", "comobi", "--on", "hier"], 1, "is in the past"),
        (&["plan", "comobi"], 2, "--on"),
        (&["call", "histologe-pau-anct/pua", "1"], 2, "did you mean pau?"),
        (&["call", "histologe-pau-anct/anct", "1"], 1, "spent directly by its contributor"),
        (&["spend", "histologe-pau-anct", "1", "x", "--by", "dinm"], 2, "did you mean dinum?"),
        (&["resource", "histologe-pau-anct", "x", "--from", "nobody"], 2, "couveuse new party creates one"),
        (&["resource", "histologe-pau-anct", "x", "--from", "pau", "--lasts", "long"], 2, "not a duration"),
        (
            &["amend", "comobi-ademe-anct", "x", "--title", "x", "--months", "1", "--until", "1/1/2027"],
            2,
            "cannot be used with",
        ),
        (&["account", "oise", "--iban", "FR85 3000 1001 85C6 0100 0000 049"], 1, "fails its check digits"),
        (&["account", "oise"], 2, "--iban"),
        (&["new", "startup", "comobi"], 1, "startup/comobi already exists"),
        (&["new", "startup", "Ma Cantine"], 2, "did you mean ma-cantine?"),
        (&["new", "startup", "Ma Cantine"], 2, "Ma Cantine is not a valid id – "),
        (&["new", "startp", "x"], 2, "did you mean startup?"),
        (&["new", "convention", "x", "--startup", "comobi", "--contribution", "pau"], 2, "FROM:TO=AMOUNT"),
        (&["new", "convention", "x", "--startup", "comobi"], 2, "missing parties"),
        (&["set", "comobi", "siet", "x"], 2, "did you mean site?"),
        (&["set", "comobi", "phases[invest].comment", "x"], 2, "did you mean investigation?"),
        (&["set", "comobi", "phases[0].phase", "constructing"], 2, "expected one of"),
        (&["set", "comobi", "phases[0].from", "32/1/2020"], 2, "32/1/2020"),
        (&["set", "comobi", "incubator", "antc"], 2, "did you mean anct?"),
        (&["set", "comobi", "site", "a", "b"], 2, "this field takes one value"),
        (&["set", "comobi", "committees[0].impact.usable", "5"], 2, "from 0 to 4"),
        (&["set", "comobi", "site", "--remove"], 2, "no field site"),
        (&["set", "nothing", "site", "x"], 2, "nothing"),
        (&["set", "comobi", "name", "--remove"], 1, "would become invalid"),
    ] {
        let (exit, line) = refused(&repo, arguments);
        assert_eq!(exit, code, "{arguments:?}: {line}");
        assert!(line.contains(words), "{arguments:?}: {line}");
    }
}

#[test]
fn an_account_keeps_omitted_parts_but_not_a_contradicting_rib() {
    let repo = Repo::sample();
    let (first, second) = ("FR76 1007 1590 0000 0010 2014 889", "FR85 3000 1001 85C6 0100 0000 048");
    let rib = ["--bank", "10071", "--branch", "59000", "--number", "00001020148", "--key", "89"];
    let whole = ["account", "dgaln", "--id", "paierie", "--holder", "Agence", "--iban", first];
    answer(&repo, &[&whole[..], &rib[..]].concat());
    answer(&repo, &["account", "dgaln", "--id", "paierie", "--iban", second]);
    let file = repo.read("parties/dgaln.toml");
    assert!(file.contains("holder = \"Agence\"") && file.contains(second), "{file}");
    assert!(!file.contains("10071") && !file.contains(first), "{file}");
}

#[test]
fn typed_text_cannot_control_the_output() {
    let repo = Repo::sample();
    let said = answer(&repo, &["note", "comobi", "tout va \u{202e}bien\u{9b}2J", "--on", "4/3/2021"]);
    assert!(said.contains("note: tout va \u{fffd}bien 2J – Thursday"), "{said:?}");
    let (_, line) = refused(&repo, &["finish", "comobi", "\u{202e}x"]);
    assert!(line.contains('\u{fffd}') && !line.contains('\u{202e}'), "{line:?}");
}
