//! `couveuse import expenditure` and `import payments`: tables of accounting systems.

use serde_json::{Value, json};

use std::sync::Arc;
use std::sync::atomic::AtomicBool;

use couveuse::cli::effects::EffectHandler;
use couveuse::locale::{Language, Locale};
use couveuse::ui::{Depth, Setup, Theme};

use crate::driver::{Screen, day};
use crate::support::Repo;

/// The sample with a table beside it that git ignores.
struct LedgerImport {
    repo: Repo,
}

impl LedgerImport {
    fn new() -> Self {
        let repo = Repo::sample();
        repo.write(".gitignore", "/table*\n");
        repo.commit_all("Ignore tables");
        Self { repo }
    }

    /// Imports a table, checking the exit code.
    fn run(&self, kind: &str, table: impl AsRef<[u8]>, more: &[&str], code: i32) -> Value {
        std::fs::write(self.repo.root().join("table"), table).unwrap();
        let command = [&["import", kind, "table", "--lang", "en", "--json"], more].concat();
        let output = self.repo.couveuse(&command).output().unwrap();
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!(output.status.code(), Some(code), "{said}{}", String::from_utf8_lossy(&output.stdout));
        serde_json::from_slice(&output.stdout).unwrap_or_else(|_| said.into())
    }

    fn histologe(&self) -> String {
        self.repo.read("conventions/histologe-pau-anct.toml")
    }

    fn commits(&self) -> usize {
        self.repo.git(&["rev-list", "--count", "HEAD"]).trim().parse().unwrap()
    }
}

fn messages(answer: &Value) -> Vec<String> {
    let rows = answer["rows"].as_array().unwrap().iter();
    rows.flat_map(|row| row["reasons"].as_array().unwrap())
        .map(|reason| format!("{}:{}: {}", reason["line"], reason["column"], reason["message"].as_str().unwrap()))
        .collect()
}

const SPENT: &str = "Convention;Objet;Fournisseur;Montant TTC;Service fait;Date de paiement;N° facture
histologe-pau-anct;Développement;Société Été;1 234,56 €;1/3/2020;04/03/2020;F-1
histologe-pau-anct;Hébergement;Nuage;(100,00);;;
";

#[test]
fn expenditure_comes_in_one_commit_and_a_second_import_changes_nothing() {
    let import = LedgerImport::new();
    let (before, commits) = (import.histologe(), import.commits());
    let (windows_1252, ..) = encoding_rs::WINDOWS_1252.encode(SPENT);
    let dry = import.run("expenditure", &windows_1252, &["--dry-run"], 0);
    assert_eq!((dry["counts"]["new"].clone(), dry["commit"].clone()), (json!(2), json!(null)));
    let answer = import.run("expenditure", &windows_1252, &[], 0);
    assert_eq!(answer["subject"], "Import 2 lines of expenditure");
    assert_eq!(import.commits(), commits + 1);
    let added = import.histologe().replacen(&before, "", 1);
    for lines in [
        "amount    = \"1234.56\"\nwhat      = \"Développement\"\nsupplier  = \"Société Été\"\ndone      = 2020-03-01\n\
         paid      = 2020-03-04\nreference = \"F-1\"\n",
        "amount   = -100\nwhat     = \"Hébergement\"\nsupplier = \"Nuage\"\n",
    ] {
        assert!(import.histologe().contains(lines), "{added}");
    }
    assert_eq!(
        messages(&answer),
        ["2:1: by its convention, histologe-pau-anct", "3:1: by its convention, histologe-pau-anct"]
    );
    import.repo.assert_sound("after the import");
    let again = import.run("expenditure", SPENT, &[], 0);
    assert_eq!((again["counts"]["same"].clone(), again["commit"].clone()), (json!(2), json!(null)));
    assert!(import.repo.couveuse(&["undo"]).status().unwrap().success());
    assert_eq!(import.histologe(), before);
}

#[test]
fn a_value_that_differs_is_shown_and_ours_stays() {
    let import = LedgerImport::new();
    import.run("expenditure", SPENT, &[], 0);
    let there = import.histologe();
    let answer = import.run("expenditure", SPENT.replace("1 234,56", "1 234,57"), &[], 1);
    assert_eq!(
        answer["rows"][0]["differences"],
        json!([{ "field": "amount", "ours": "\"1234.56\"", "theirs": "\"1234.57\"", "taken": false }])
    );
    assert_eq!(import.histologe(), there);
}

#[test]
fn every_fault_is_refused_with_its_line_and_column_and_nothing_is_guessed() {
    let import = LedgerImport::new();
    let (there, commits) = (import.histologe(), import.commits());
    let table = "convention;objet;montant;paye le;dépensé par
histologe-pau-anct;a;;4/3/2021;
histologe-pau-anct;b;1.234;4/3/2021;
histologe-pau-anct;c;#REF!;4/3/2021;
histologe-pau-anct;d;12;31/2/2021;
histologe-pau-anct;e;12;4/3/21;
histologe-pau-anct;f;12;4/3/2999;
histologe;g;12;4/3/2021;
;h;12;4/3/2021;
histologe-pau-anct;i;12;4/3/2021;nobody
histologe-pau-anct;j;12;4/3/2021;
histologe-pau-anct;j;12;4/3/2021;
";
    let answer = import.run("expenditure", table, &[], 1);
    assert_eq!(answer["counts"], json!({"new": 1, "changed": 0, "same": 0, "differs": 0, "refused": 10}));
    assert_eq!(
        messages(&answer),
        [
            "2:3: montant is empty",
            "3:3: montant: “1.234” is ambiguous: write 1234.00 for thousands, 1.23 for decimals",
            "4:3: montant: “#REF!” is not an amount in euros and cents",
            "5:4: paye le: “31/2/2021” is not a date such as 31/3/2026",
            "6:4: paye le: “4/3/21” is not a date such as 31/3/2026",
            "7:4: paye le: 4 Mar 2999 is in the future",
            "8:1: no convention for “histologe”",
            "9:1: no column names the convention",
            "10:5: no party “nobody”",
            "11:1: by its convention, histologe-pau-anct",
            "12:1: the same as line 11",
        ]
    );
    assert_eq!((import.histologe(), import.commits()), (there, commits));
    let partial = import.run("expenditure", table, &["--accept-partial"], 0);
    assert_eq!(partial["counts"]["new"], 1);
    assert!(import.histologe().contains("what   = \"j\""), "{}", import.histologe());
}

#[test]
fn a_table_without_its_columns_is_refused_with_those_that_it_has() {
    let import = LedgerImport::new();
    for (table, fault) in [
        ("a;b\n1;2\n", "no column for “amount” among a and b"),
        ("montant;eur\n1;2\n", "several columns for “amount”: montant and eur"),
        ("\n\n", "the table is empty"),
    ] {
        let said = import.run("expenditure", table, &[], 2);
        assert!(said.as_str().unwrap().contains(fault), "{said}");
    }
    let said = import.run("payments", "montant\n12\n", &[], 2);
    assert!(said.as_str().unwrap().contains("no column for “on”"), "{said}");
}

const CHORUS: &str = "Extraction du 1/4/2021\n
N° EJ;N° poste EJ;Fournisseur payé (DP);N° DP;N° poste DP;Société;Exercice comptable;Montant payé;Date de dernière opération
0140001;1;ACME;100;1;AN01;2021;1000,00;44259
0140001;1;ACME;101;1;AN01;2020;250,00-;15/03/2021
";

#[test]
fn payments_of_chorus_are_recognised_by_their_numbers() {
    let import = LedgerImport::new();
    let unknown = import.run("payments", CHORUS, &[], 1);
    assert_eq!(
        messages(&unknown)[0],
        "4:1: no convention has the order 0140001; name its convention in import/NAME.toml"
    );
    import.repo.write(
        "import/chorus.toml",
        "kind = \"payments\"\nmatch = { convention = \"N° EJ\" }\n[conventions]\n0140001 = \"histologe-pau-anct\"\n",
    );
    import.repo.commit_all("Map an order to its convention");
    let answer = import.run("payments", CHORUS, &["--mapping", "chorus"], 0);
    assert_eq!(answer["counts"]["new"], 2);
    assert_eq!(answer["subject"], "Import 2 lines of expenditure");
    assert!(
        import.histologe().contains(
            "amount      = -250\nsupplier    = \"ACME\"\norder       = \"0140001\"\nrequest     = \"101\"\n\
             budget_year = 2020\npaid        = 2021-03-15\nreference   = \"0140001/1/101/1/AN01/2020\"\n"
        ),
        "{}",
        import.histologe()
    );
    // Without the mapping, the order leads to its convention; spreadsheets lose leading zeros.
    let again = import.run("payments", CHORUS.replace("0140001", "140001"), &[], 0);
    assert_eq!(again["counts"]["same"], 2);
}

#[test]
fn a_payment_goes_to_the_contribution_of_its_payer() {
    let import = LedgerImport::new();
    let table = "Convention,Payeur,Montant reçu,Date,Titre\nhistologe-pau-anct,Agglomération,17500.00,2021-03-04,T-7\n";
    let answer = import.run("payments", table, &[], 1);
    assert!(messages(&answer)[0].contains("“Agglomération” is not a contributor; contributors: pau"), "{answer}");
    let answer = import.run("payments", table.replace("Agglomération", "pau"), &[], 0);
    assert_eq!(answer["counts"]["new"], 1);
    assert_eq!(messages(&answer), ["2:1: by its convention, histologe-pau-anct", "2:1: the contribution of pau"]);
    let there = import.histologe();
    assert!(
        there.contains(
            "on           = 2021-03-04\namount       = 17500\ncontribution = \"pau\"\nreference    = \"T-7\"\n"
        ),
        "{there}"
    );
}

#[test]
fn a_record_that_would_become_too_large_takes_no_row() {
    let import = LedgerImport::new();
    let there = import.histologe();
    let rows = (0..9_000).map(|n| format!("histologe-pau-anct;ligne {n} {};{n},10\n", "x".repeat(60)));
    let table: String = std::iter::once("convention;objet;montant\n".to_owned()).chain(rows).collect();
    let answer = import.run("expenditure", table, &["--accept-partial"], 0);
    assert_eq!((answer["counts"]["refused"].clone(), answer["commit"].clone()), (json!(9_000), json!(null)));
    assert!(
        messages(&answer)[0].ends_with("convention/histologe-pau-anct would exceed 1 MiB: 2 MiB with 9,000 more rows")
    );
    assert_eq!(import.histologe(), there);
    let output = import.repo.couveuse(&["import", "expenditure", "table", "--lang", "en"]).output().unwrap();
    let text = String::from_utf8(output.stdout).unwrap();
    assert!(text.contains("and 8,999 more rows of this record, for the same reason\n"), "{text}");
    assert!(text.lines().count() < 10, "the reason is given once");
}

#[test]
fn a_table_is_imported_from_the_screen_after_its_plan() {
    let import = LedgerImport::new();
    let table = import.repo.root().join("table.csv");
    std::fs::write(&table, SPENT).unwrap();
    let mut screen = Screen::of_repo(&import.repo, Language::English, (120, 40));
    let commits = import.commits();
    screen.keys(&format!("I{}<Enter>", table.display()));
    let plan = screen.text();
    assert!(plan.contains("2 new, 0 changed, 0 already recorded, 0 different, 0 refused"), "{plan}");
    assert!(plan.contains("Every row can be imported.") && plan.contains("2: 1234.56"), "{plan}");
    assert_eq!(import.commits(), commits, "only planned");
    screen.keys("<Enter>");
    assert_eq!(import.commits(), commits + 1, "{}", screen.text());
    assert!(import.histologe().contains("reference = \"F-1\""));
    screen.keys("u");
    assert!(!import.histologe().contains("reference = \"F-1\""), "{}", screen.text());
}

#[test]
fn an_import_that_is_cancelled_plans_nothing() {
    let import = LedgerImport::new();
    let table = import.repo.root().join("table.csv");
    std::fs::write(&table, SPENT).unwrap();
    let today = day("2020-12-01");
    let handler = EffectHandler::new(import.repo.folder(), Arc::new(Locale::new(Language::English)), today, today);
    let handler = handler.cancelled_by(Arc::new(AtomicBool::new(true)));
    let theme = Theme::named("dark", Depth::True).unwrap();
    let mut screen = Screen::of_repo_with(Setup::new(Language::English, theme, today, (80, 24)), handler);
    screen.keys(&format!("I{}<Enter>", table.display()));
    let text = screen.text();
    assert!(text.contains("Import cancelled; nothing was changed") && !text.contains("2 new"), "{text}");
}

#[test]
fn on_screen_rows_that_are_refused_stop_the_import_until_the_rest_is_asked_for() {
    let import = LedgerImport::new();
    let table = import.repo.root().join("table.csv");
    std::fs::write(&table, SPENT.replace("(100,00)", "n.c.")).unwrap();
    let mut screen = Screen::of_repo(&import.repo, Language::French, (80, 24));
    let commits = import.commits();
    screen.keys(&format!("I{}<Enter>", table.display()));
    assert!(screen.text().contains("« n.c. »"), "{}", screen.text());
    screen.keys("<Enter>");
    assert_eq!(import.commits(), commits, "{}", screen.text());
    screen.keys("i");
    assert_eq!(import.commits(), commits + 1, "{}", screen.text());
    screen.keys("Ino-such-file<Enter>");
    assert!(screen.text().contains("no-such-file"), "{}", screen.text());
}

#[test]
fn a_mapping_of_the_folder_applies_if_the_table_has_its_columns() {
    let import = LedgerImport::new();
    import.repo.write(
        "import/chorus.toml",
        "match = { convention = \"N° EJ\" }\n[conventions]\n0140001 = \"histologe-pau-anct\"\n",
    );
    import.repo.commit_all("Map an order to its convention");
    let answer = import.run("expenditure", CHORUS, &["--dry-run"], 0);
    assert_eq!(answer["counts"]["new"], 2);
}

#[test]
fn an_entry_recorded_by_hand_is_not_imported_again_under_a_number() {
    let import = LedgerImport::new();
    let pay = ["pay", "histologe-pau-anct/pau", "17500", "--on", "2020-03-04"];
    assert!(import.repo.couveuse(&pay).status().unwrap().success());
    let there = import.histologe();
    let table = "convention;payeur;montant;date;titre\nhistologe-pau-anct;pau;17500;4/3/2020;T-7\n";
    let answer = import.run("payments", table, &[], 1);
    assert_eq!(answer["counts"]["differs"], 1);
    assert!(messages(&answer)[0].starts_with("2:1: probably recorded already"), "{answer}");
    assert_eq!(answer["rows"][0]["differences"][0]["field"], "reference");
    assert_eq!(import.histologe(), there);
    // Another day is another payment.
    assert_eq!(import.run("payments", table.replace("4/3", "5/3"), &["--dry-run"], 0)["counts"]["new"], 1);
}

#[test]
fn invoices_of_two_suppliers_may_have_one_number() {
    let import = LedgerImport::new();
    let table = "convention;fournisseur;montant;paye le;facture\n\
                 histologe-pau-anct;ACME;10;1/3/2020;F-1\nhistologe-pau-anct;Nuage;20;1/3/2020;F-1\n";
    assert_eq!(import.run("expenditure", table, &[], 0)["counts"]["new"], 2);
    assert_eq!(import.run("expenditure", table, &[], 0)["counts"]["same"], 2);
}

#[test]
fn a_supplier_is_spelt_as_in_the_records() {
    let import = LedgerImport::new();
    let table = "convention;fournisseur;montant;paye le;facture\nhistologe-pau-anct;Société Été;10;1/3/2020;F-1\n";
    import.run("expenditure", table, &[], 0);
    let other = table.replace("Société Été", "SOCIETE ETE").replace("F-1", "F-2");
    let answer = import.run("expenditure", &other, &[], 0);
    assert_eq!(messages(&answer)[1], "2:1: supplier Société Été, as the records spell it");
    assert_eq!(import.histologe().matches("supplier  = \"Société Été\"").count(), 2, "{}", import.histologe());
}

#[test]
fn each_tranche_is_given_once_and_stays_at_the_next_import() {
    let import = LedgerImport::new();
    let one = "[[contributions.tranches]]\namount  = 17500\nwhen    = \"signature\"\n";
    let two = "[[contributions.tranches]]\namount  = 8750\nwhen    = \"signature\"\n";
    import
        .repo
        .write("conventions/histologe-pau-anct.toml", import.histologe().replacen(one, &format!("{two}\n{two}"), 1));
    import.repo.commit_all("Two tranches of one amount");
    let table = "convention;payeur;montant;date;tranche;titre\n\
                 histologe-pau-anct;pau;8750;4/3/2020;1;T-1\nhistologe-pau-anct;pau;8750;5/3/2020;;T-2\n";
    let answer = import.run("payments", table, &[], 0);
    assert_eq!(answer["counts"]["new"], 2);
    let said = messages(&answer);
    assert!(said.contains(&"2:1: tranche 1, by its number".to_owned()), "{said:?}");
    assert!(said.contains(&"3:1: tranche 2, the only unpaid one of this amount".to_owned()), "{said:?}");
    let there = import.histologe();
    assert!(there.contains("tranche      = 1\n") && there.contains("tranche      = 2\n"), "{there}");
    assert_eq!(import.run("payments", table, &[], 0)["counts"]["same"], 2);
    let third = import.run("payments", table.replace(";1;T-1", ";3;T-3"), &[], 1);
    assert_eq!(messages(&third)[0], "2:5: tranche: no tranche 3");
}

#[test]
fn a_row_that_names_something_outside_its_convention_is_refused() {
    let import = LedgerImport::new();
    let table = "convention;startup;contribution;montant\n\
                 histologe-pau-anct;CoMobi;;10\nhistologe-pau-anct;Histologe;oise;10\nhistologe-pau-anct;histologe;PAU;10\n";
    let answer = import.run("expenditure", table, &["--accept-partial"], 0);
    assert_eq!(messages(&answer)[0], "2:2: no startup “CoMobi”");
    assert_eq!(messages(&answer)[1], "3:3: no contribution “oise”; contributions: pau and anct");
    assert!(
        import.histologe().contains("contribution = \"pau\"\nstartup      = \"histologe\"\n"),
        "{}",
        import.histologe()
    );
}

#[test]
fn rows_that_read_like_heads_do_not_confuse() {
    let import = LedgerImport::new();
    let table = "convention;objet;nature;montant\nhistologe-pau-anct;Description;Objet;10\n";
    assert_eq!(import.run("expenditure", table, &[], 0)["counts"]["new"], 1);
}

#[test]
fn a_mapping_that_cannot_be_read_is_reported() {
    let import = LedgerImport::new();
    import.repo.write("import/compta.toml", "colums = { amount = 'Montant' }\n");
    let said = import.run("expenditure", SPENT, &[], 2);
    assert!(said.as_str().unwrap().contains("cannot read import/compta.toml: colums"), "{said}");
}

#[test]
fn the_plan_names_the_columns_that_are_not_imported() {
    let import = LedgerImport::new();
    let table = "convention;objet;montant;payé;visa;imputation\nhistologe-pau-anct;a;12;4/3/2021;x;y\n";
    let answer = import.run("expenditure", table, &["--dry-run"], 0);
    assert_eq!(answer["unused_columns"], json!(["visa", "imputation"]));
    std::fs::write(import.repo.root().join("table.csv"), table).unwrap();
    let output = import.repo.couveuse(&["import", "expenditure", "table.csv", "--dry-run", "--lang", "en"]).output();
    let text = String::from_utf8(output.unwrap().stdout).unwrap();
    assert!(text.contains("0 refused.\nColumns not imported: visa and imputation\n"), "{text}");
}
