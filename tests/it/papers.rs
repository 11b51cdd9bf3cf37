//! `report`: the papers, from the records to the file.

use std::fs;

use crate::support::Repo;

const PAU: &str = "poubelles-battle-pau-dinum";

fn run(repo: &Repo, arguments: &[&str], code: i32) -> String {
    let output = repo.couveuse(arguments).output().unwrap();
    let text = format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    assert_eq!(output.status.code(), Some(code), "{arguments:?}: {text}");
    text
}

#[test]
fn a_call_states_amount_basis_and_account() {
    let repo = Repo::sample();
    let paper = run(&repo, &["report", "call", &format!("{PAU}/pau"), "--as-of", "2020-03-01", "--lang", "fr"], 0);
    for words in ["Appel de fonds", "trente-cinq mille euros", "Fait générateur", "Projet", "Situation au"] {
        assert!(paper.contains(words), "{words}: {paper}");
    }
    let english = run(&repo, &["report", "call", &format!("{PAU}/pau"), "--as-of", "2020-03-01", "--lang", "en"], 0);
    assert!(english.contains("thirty-five thousand euros") && english.contains("Call for funds"), "{english}");
}

#[test]
fn a_final_paper_is_refused_while_something_is_missing() {
    let repo = Repo::sample();
    let out = repo.root().join("call.html");
    let call = format!("{PAU}/pau");
    let arguments =
        ["report", "call", &call, "--as-of", "2020-03-01", "--final", "--out", out.to_str().unwrap(), "--lang", "en"];
    let refused = run(&repo, &arguments, 1);
    assert!(refused.contains("missing:"), "{refused}");
    assert!(!out.exists(), "nothing is written");
}

#[test]
fn the_same_records_and_day_give_the_same_bytes() {
    let repo = Repo::sample();
    for (kind, of) in [("management", PAU), ("statement", PAU), ("sheet", "histologe")] {
        for format in ["md", "html", "text"] {
            let arguments = ["report", kind, of, "--format", format, "--as-of", "2021-06-30"];
            let paper = run(&repo, &arguments, 0);
            assert_eq!(paper, run(&repo, &arguments, 0));
            assert!(paper.len() > 300, "{paper}");
        }
    }
}

#[test]
fn markup_in_the_records_is_inert() {
    let repo = Repo::sample();
    let file = "startups/histologe.toml";
    let text = repo.read(file).replace("\"Histologe\"", "\"<script>alert(1)</script> **x** | y\"");
    repo.write(file, text);
    repo.commit_all("Markup");
    let html = run(&repo, &["report", "sheet", "histologe", "--format", "html"], 0);
    assert!(!html.contains("<script") && html.contains("&lt;script&gt;"), "{html}");
    assert!(!html.contains("http:") || html.contains("http://www.w3.org/2000/svg"), "no request");
    let markdown = run(&repo, &["report", "sheet", "histologe"], 0);
    assert!(markdown.contains("&lt;script&gt;") && markdown.contains("\\*\\*x\\*\\* \\| y"), "{markdown}");
}

#[test]
fn a_portfolio_overrides_templates_and_a_fault_in_one_writes_nothing() {
    let repo = Repo::sample();
    fs::create_dir(repo.root().join("templates")).unwrap();
    repo.write("templates/sheet.md", "Our own: {{ paper.title|markdown }}\n{% include \"foot.md\" %}");
    repo.write("templates/foot.md", "The ministry");
    let own = run(&repo, &["report", "sheet", "histologe"], 0);
    assert_eq!(own.trim(), "Our own: Histologe\nThe ministry");
    repo.write("templates/sheet.md", "line one\n{{ paper.title|nothing }}");
    let out = repo.root().join("sheet.md");
    let refused = run(&repo, &["report", "sheet", "histologe", "--out", out.to_str().unwrap(), "--lang", "en"], 1);
    assert!(refused.contains("sheet.md, line 2") && !out.exists(), "{refused}");
    repo.write(
        "templates/sheet.md",
        "{% for a in range(100000) %}{% for b in range(100000) %}{% endfor %}{% endfor %}",
    );
    assert!(run(&repo, &["report", "sheet", "histologe", "--lang", "en"], 1).contains("takes too long"));
    repo.write("templates/sheet.md", "{% include \"../portfolio.toml\" %}");
    run(&repo, &["report", "sheet", "histologe", "--lang", "en"], 1);
}

#[test]
fn readers_outside_do_not_see_people_accounts_and_lateness() {
    let repo = Repo::demo("2026-11-22");
    let arguments = ["report", "sheet", "papier-calque", "--as-of", "2026-11-22", "--lang", "en"];
    let members = run(&repo, &arguments, 0);
    let public = run(&repo, &[&arguments[..], &["--audience", "public"]].concat(), 0);
    assert!(members.contains("Late, or due within thirty days"), "{members}");
    assert!(!public.contains("Late, or due within thirty days") && !public.contains("Coach"), "{public}");
}

#[test]
fn each_late_debtor_gets_a_letter() {
    let repo = Repo::demo("2026-11-22");
    let out = repo.root().join("letters");
    let arguments =
        ["report", "reminder", "--all", "--as-of", "2026-11-22", "--format", "html", "--out", out.to_str().unwrap()];
    run(&repo, &arguments, 0);
    let letters = fs::read_dir(&out).unwrap().count();
    let due = run(&repo, &["due", "--as-of", "2026-11-22", "--json", "--filter", "late"], 0);
    let due: serde_json::Value = serde_json::from_str(&due).unwrap();
    let home = "pepiniere";
    let debtors: std::collections::BTreeSet<&str> = due["occurrences"]
        .as_array()
        .unwrap()
        .iter()
        .flat_map(|one| one["debtors"].as_array().unwrap())
        .map(|one| one.as_str().unwrap())
        .filter(|debtor| *debtor != home)
        .collect();
    assert!(letters > 0 && letters == debtors.len(), "{letters}: {debtors:?}");
    let nothing = run(&repo, &["report", "reminder", home, "--as-of", "2020-01-01", "--lang", "en"], 0);
    assert_eq!(nothing.trim(), "Nothing late.");
}

#[test]
fn a_paper_sent_fulfils_its_obligation_with_the_file_as_evidence() {
    let repo = Repo::sample();
    let fulfilled = |repo: &Repo| {
        let record: toml::Table = repo.read(&format!("conventions/{PAU}.toml")).parse().unwrap();
        let all = record["obligations"].as_array().unwrap().clone();
        let about = |one: &&toml::Value| one.get("about").and_then(toml::Value::as_str) == Some("management-report");
        all.iter().find(about).unwrap()["fulfilled"].as_array().unwrap().clone()
    };
    // A file in the repository is committed.
    fs::create_dir(repo.root().join("papers")).unwrap();
    let out = "papers/report-2020.html";
    let before = repo.head();
    let arguments =
        ["report", "management", PAU, "--year", "2020", "--out", out, "--sent", "2021-01-20", "--lang", "en"];
    run(&repo, &arguments, 0);
    assert_eq!(fulfilled(&repo)[0]["evidence"].as_str(), Some(out));
    assert_eq!(fulfilled(&repo)[0]["on"].to_string(), "2021-01-20");
    assert_eq!(repo.git(&["log", "--oneline", &format!("{before}..")]).lines().count(), 1);
    assert_eq!(repo.git(&["show", &format!("HEAD:{out}")]), repo.read(out));
    assert_eq!(repo.state().0, "");
    let again = run(&repo, &arguments, 0);
    assert!(again.contains("recorded"), "{again}");
    assert_eq!(repo.git(&["log", "--oneline", &format!("{before}..")]).lines().count(), 1);

    // Of a file elsewhere, name and hash are the evidence.
    let elsewhere = Repo::empty();
    elsewhere.write("scan.pdf", "abc");
    let file = elsewhere.root().join("scan.pdf").display().to_string();
    run(&repo, &["done", &format!("{PAU}/management-report"), "--on", "2021-02-01", "--file", &file], 0);
    let hash = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
    assert_eq!(fulfilled(&repo)[1]["evidence"].as_str(), Some(format!("scan.pdf (SHA-256 {hash})").as_str()));
}

#[test]
fn a_line_without_a_commitment_date_counts_in_ae_from_the_first_of_its_days() {
    let repo = Repo::sample();
    run(&repo, &["spend", PAU, "1200", "Coaching", "--paid", "2020-06-05"], 0);
    for (kind, rest) in [("management", &["--year", "2020"][..]), ("statement", &[])] {
        let command = [&["report", kind, PAU, "--as-of", "2021-01-10", "--lang", "en", "--json"], rest].concat();
        let paper = run(&repo, &command, 0);
        assert!(!paper.contains("-€") && !paper.contains("−€"), "nothing is paid beyond AE: {paper}");
        assert!(paper.matches("€1,200.00").count() >= 5, "{paper}");
    }
}

#[test]
fn a_statement_leaves_room_for_the_accountant_and_names_lines_without_an_order() {
    let repo = Repo::sample();
    run(&repo, &["spend", PAU, "1200", "Coaching", "--paid", "2020-06-05", "--order", "1400012345"], 0);
    run(&repo, &["spend", PAU, "900", "Hébergement", "--paid", "2020-06-06"], 0);
    run(&repo, &["spend", PAU, "800", "Développement", "--paid", "2020-06-07"], 0);
    let command = ["report", "statement", PAU, "--as-of", "2021-01-10", "--lang", "en", "--json"];
    let paper: serde_json::Value = serde_json::from_str(&run(&repo, &command, 0)).unwrap();
    let missing = paper["missing"].to_string();
    assert!(missing.contains("the order numbers of lines 2 and 3"), "{missing}");
    let table = &paper["blocks"][1]["blocks"][0];
    let labels: Vec<&str> =
        table["columns"].as_array().unwrap().iter().filter_map(|one| one["label"].as_str()).collect();
    assert_eq!(labels[labels.len() - 3..], ["Accepted", "Refused, reason", "Line"], "{paper:#}");
    let cells = table["rows"][0]["cells"].as_array().unwrap();
    assert_eq!((&cells[1], &cells[2]), (&"1400012345".into(), &"–".into()));
    assert_eq!((&cells[12], &cells[13]), (&"".into(), &"".into()), "filled in by hand");
    assert!(cells[14].as_str().unwrap().parse::<usize>().is_ok(), "{cells:?}");
    let file = format!("Lines of conventions/{PAU}.toml");
    assert!(paper["blocks"][1].to_string().contains(&file), "{paper:#}");
}

#[test]
fn direct_spending_is_not_part_of_the_balance() {
    let repo = Repo::demo("2026-11-30");
    let command = ["report", "management", "cabestan-port-clair-pepiniere", "--as-of", "2026-11-30", "--lang", "en"];
    let paper = run(&repo, &command, 0);
    // Received 20,000, of which 16,600 were paid; 12,450 more were spent by the home party itself.
    for words in ["€20,000.00", "€29,050.00", "of which from the money received", "€16,600.00", "€3,400.00"] {
        assert!(paper.contains(words), "{words}: {paper}");
    }
    let again = ["report", "call", "cabestan-port-clair-pepiniere/port-clair", "--tranche", "2", "--lang", "en"];
    let call = run(&repo, &[&again[..], &["--as-of", "2026-11-30", "--json"]].concat(), 0);
    let call: serde_json::Value = serde_json::from_str(&call).unwrap();
    let fields = |at: usize| call["blocks"][at]["blocks"][0]["fields"].clone();
    assert_eq!(fields(3)[3]["value"], "€0.00", "called before: {call:#}");
    assert_eq!(fields(3)[5]["value"], "€0.00", "left to call: {call:#}");
    assert_eq!(fields(4)[0]["value"], "7 Oct 2026", "the trigger: {call:#}");
    assert!(!call["missing"].to_string().contains("call for funds"), "it is this paper: {call:#}");
}

#[test]
fn a_call_sent_is_recorded_with_its_amount() {
    let repo = Repo::sample();
    let contribution = format!("{PAU}/pau");
    run(&repo, &["report", "call", &contribution, "--as-of", "2020-03-01", "--sent", "2020-03-02"], 0);
    let shown: serde_json::Value = serde_json::from_str(&run(&repo, &["show", PAU, "--json"], 0)).unwrap();
    let call = &shown["calls"][0];
    assert_eq!((&call["on"], &call["amount"], &call["tranche"]), (&"2020-03-02".into(), &"35000.00".into(), &1.into()));
    run(&repo, &["report", "sheet", "histologe", "--sent", "2020-03-02"], 2);
    run(&repo, &["report", "call", &contribution, "--sent", "2099-03-02"], 1);
}
