//! `export`: files for others, read back by other programs.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::Cursor;
use std::path::PathBuf;

use calamine::{Data, Reader, Xlsx};
use icalendar::{Calendar, CalendarDateTime, Component, DatePerhapsTime};
use serde_json::Value;

use crate::support::Repo;

const DAY: &str = "2026-11-22";

/// The demo with a person, who coaches a startup with a planned committee.
fn demo() -> Repo {
    let repo = Repo::demo(DAY);
    let person = "[[people]]\nid = \"coach-zz\"\nname = \"Camille Zzyx\"\n";
    repo.write("portfolio.toml", format!("{}\n{person}", repo.read("portfolio.toml")));
    let coach = "[[coaches]]\nperson = \"coach-zz\"\nfrom = 2026-01-05\n";
    repo.write(PLANNED, format!("{}\n{coach}", repo.read(PLANNED)));
    repo.commit_all("A coach");
    repo
}

/// A startup with a planned committee.
const PLANNED: &str = "startups/belle-lisiere.toml";

/// Runs an export to a file and returns its bytes.
fn export(repo: &Repo, arguments: &[&str], file: &str) -> Vec<u8> {
    let out: PathBuf = repo.root().join(file);
    let all = [&["export"], arguments, &["--as-of", DAY, "--out", out.to_str().unwrap()]].concat();
    let output = repo.couveuse(&all).output().unwrap();
    assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
    fs::read(&out).unwrap()
}

fn text(repo: &Repo, arguments: &[&str]) -> String {
    let output = repo.couveuse(&[&["export"], arguments, &["--as-of", DAY]].concat()).output().unwrap();
    assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

fn json(repo: &Repo, command: &str) -> Value {
    let output = repo.couveuse(&[command, "--json", "--as-of", DAY]).output().unwrap();
    serde_json::from_slice(&output.stdout).unwrap()
}

/// A sheet as rows of cells by the label of their column.
fn sheet(bytes: &[u8], name: &str) -> Vec<BTreeMap<String, Data>> {
    let mut workbook: Xlsx<_> = Xlsx::new(Cursor::new(bytes.to_vec())).unwrap();
    let range = workbook.worksheet_range(name).unwrap();
    let mut rows = range.rows();
    let heads: Vec<String> = rows.next().unwrap().iter().map(ToString::to_string).collect();
    rows.map(|row| heads.iter().cloned().zip(row.iter().cloned()).collect()).collect()
}

fn amount(cell: &Data) -> String {
    match cell {
        Data::Float(amount) => format!("{amount:.2}"),
        other => panic!("not a number: {other:?}"),
    }
}

/// The serial number of a spreadsheet for an ISO date: days since 1899-12-30.
fn serial(date: &Value) -> Option<f64> {
    let date: chrono::NaiveDate = date.as_str()?.parse().unwrap();
    Some((date - chrono::NaiveDate::from_ymd_opt(1899, 12, 30).unwrap()).num_days() as f64)
}

fn day(cell: &Data) -> Option<f64> {
    match cell {
        Data::Empty => None,
        Data::DateTime(day) => Some(day.as_f64()),
        other => panic!("not a date: {other:?}"),
    }
}

#[test]
fn a_workbook_says_what_json_says() {
    let repo = Repo::demo(DAY);
    let bytes = export(&repo, &["xlsx", "--lang", "en"], "a.xlsx");
    assert_eq!(bytes, export(&repo, &["xlsx", "--lang", "en"], "b.xlsx"), "the same bytes");

    let list = json(&repo, "list");
    let startups = sheet(&bytes, "Startups");
    assert_eq!(startups.len(), list["startups"].as_array().unwrap().len());
    for (row, expected) in startups.iter().zip(list["startups"].as_array().unwrap()) {
        assert_eq!(row["Id"], Data::String(expected["id"].as_str().unwrap().to_owned()));
        assert_eq!(row["Name"], Data::String(expected["name"].as_str().unwrap().to_owned()));
        assert_eq!(day(&row["Funded until"]), serial(&expected["runs_out"]));
        assert_eq!(day(&row["Committee due"]), serial(&expected["committee"]["next_due"]));
        for (label, key) in [("Promised", "committed"), ("Payable", "payable"), ("Late", "late"), ("Left", "left")] {
            match expected["funding"][key].as_str() {
                Some(known) => assert_eq!(amount(&row[label]), known, "{label} of {}", expected["id"]),
                None => assert_eq!(row[label], Data::String("unknown".to_owned())),
            }
        }
    }

    let due = json(&repo, "due");
    let obligations = sheet(&bytes, "Obligations");
    let expected = due["occurrences"].as_array().unwrap();
    assert_eq!(obligations.len(), expected.len());
    for (row, expected) in obligations.iter().zip(expected) {
        assert_eq!(day(&row["Due"]), serial(&expected["due"]), "{expected}");
        assert_eq!(day(&row["Done on"]), serial(&expected["done_on"]), "{expected}");
    }

    // Every contribution counts once in the total, and frameworks don't.
    let total = json(&repo, "funding")["total"].clone();
    let funding = sheet(&bytes, "Funding");
    let rows = funding.iter().filter(|row| row["Framework"] == Data::Empty);
    let sum: f64 = rows.map(|row| amount(&row["Received"]).parse::<f64>().unwrap()).sum();
    assert_eq!(format!("{sum:.2}"), total["received"].as_str().unwrap());

    let findings = json(&repo, "check")["findings"].as_array().unwrap().len();
    assert_eq!(sheet(&bytes, "Findings").len(), findings);
    assert_eq!(sheet(&bytes, "Committees").len(), json(&repo, "committees")["committees"].as_array().unwrap().len());
    assert!(sheet(&bytes, "Expenditure").iter().all(|row| matches!(row["Amount"], Data::Float(_))));
}

#[test]
fn an_unknown_amount_is_never_zero() {
    let repo = Repo::sample();
    let convention = "conventions/poubelles-battle-pau-dinum.toml";
    repo.write(convention, format!("payments_recorded = false\n{}", repo.read(convention)));
    let bytes = export(&repo, &["xlsx", "--lang", "en"], "a.xlsx");
    let funding = sheet(&bytes, "Funding");
    let row = funding.iter().find(|row| row["Payments recorded"] == Data::String("no".to_owned())).unwrap();
    assert_eq!(row["Outstanding"], Data::String("unknown".to_owned()));
    let programs = text(&repo, &["csv", "funding"]);
    let line = programs.lines().find(|line| line.starts_with("poubelles-battle-pau-dinum,pau,")).unwrap();
    let at = programs.lines().next().unwrap().split(',').position(|key| key == "outstanding").unwrap();
    assert_eq!(line.split(',').nth(at), Some(""), "{line}");
}

#[test]
fn the_read_me_sheet_names_day_commit_and_every_column() {
    let repo = Repo::demo(DAY);
    let bytes = export(&repo, &["xlsx", "--lang", "en"], "a.xlsx");
    let mut workbook: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).unwrap();
    let names = workbook.sheet_names();
    assert_eq!(names, ["Startups", "Funding", "Obligations", "Committees", "Expenditure", "Findings", "Read me"],);
    let read_me = workbook.worksheet_range("Read me").unwrap();
    let lines: Vec<String> =
        read_me.rows().map(|row| row.iter().map(ToString::to_string).collect::<Vec<_>>().join("|")).collect();
    assert!(lines[1].contains("22 Nov 2026") && lines[2].contains(&repo.head()[..7]), "{lines:?}");
    for name in &names[..6] {
        for label in workbook.worksheet_range(name).unwrap().rows().next().unwrap() {
            let start = format!("{name}|{label}|");
            let line = lines.iter().find(|line| line.starts_with(&start));
            assert!(line.is_some_and(|line| line.len() > start.len() + 3), "{start}");
        }
    }
}

/// A startup whose texts try to be a formula, markup, another line, and an escape sequence.
fn hostile() -> Repo {
    let repo = Repo::sample();
    let file = "startups/poubelles-battle.toml";
    let name = r#""=HYPERLINK(\"http://evil.example\",\"x\")<script>alert(1)</script>\u001b[31m\r\nEND:VEVENT; a, b""#;
    repo.write(file, repo.read(file).replace("\"Poubelles Battle\"", name));
    repo.commit_all("Hostile");
    repo
}

#[test]
fn texts_are_inert_in_every_format() {
    let repo = hostile();
    let bytes = export(&repo, &["xlsx", "--lang", "en"], "a.xlsx");
    let named =
        sheet(&bytes, "Startups").into_iter().find(|row| row["Id"] == Data::String("poubelles-battle".to_owned()));
    let Some(Data::String(name)) = named.map(|row| row["Name"].clone()) else { panic!("no name") };
    assert!(name.starts_with("=HYPERLINK") && name.contains('␛') && !name.contains('\n'), "{name}");
    let mut workbook: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).unwrap();
    for name in workbook.sheet_names() {
        assert!(workbook.worksheet_formula(&name).unwrap().used_cells().all(|(_, _, formula)| formula.is_empty()));
    }

    let excel = text(&repo, &["csv", "startups", "--dialect", "excel-fr"]);
    assert!(excel.starts_with('\u{feff}') && excel.contains(";\"'=HYPERLINK"), "{excel}");
    let programs = text(&repo, &["csv", "startups"]);
    assert!(programs.starts_with("id,name,also,phase,") && programs.contains("\"=HYPERLINK(\"\"http"), "{programs}");
    for said in [&excel, &programs] {
        assert!(!said.contains('\u{1b}') && said.lines().count() == said.matches("\r\n").count());
    }

    let page = text(&repo, &["html"]);
    assert!(page.contains("&lt;script&gt;alert(1)") && !page.contains("<script>alert"), "markup is inert");
    assert_eq!(page.matches("<script").count(), 1, "only the script of the template");

    let calendar = text(&repo, &["ics", "--audience", "members"]);
    assert_eq!(calendar.matches("\r\nBEGIN:VEVENT\r\n").count(), calendar.matches("\r\nEND:VEVENT\r\n").count());
    assert!(
        calendar.contains("END:VEVENT\\; a\\, b") || calendar.replace("\r\n ", "").contains("END:VEVENT\\; a\\, b")
    );
    for said in [&page, &calendar] {
        assert!(!said.contains('\u{1b}'));
    }
}

#[test]
fn a_page_requests_nothing_and_has_a_section_per_startup() {
    let repo = Repo::demo(DAY);
    let page = text(&repo, &["html", "--lang", "en"]);
    assert_eq!(page, text(&repo, &["html", "--lang", "en"]));
    for address in ["src=\"http", "href=\"http", "url(", "@import", "<link", "fetch("] {
        assert!(!page.contains(address), "{address}");
    }
    for startup in json(&repo, "list")["startups"].as_array().unwrap() {
        let id = startup["id"].as_str().unwrap();
        assert!(page.contains(&format!("id=\"startup-{id}\"")) && page.contains(&format!("href=\"#startup-{id}\"")));
    }
    assert!(page.contains("<polyline class=\"curve\""), "curves");
    fs::create_dir(repo.root().join("templates")).unwrap();
    repo.write("templates/portfolio.html", "Own: {{ page.title }}, {{ papers|length }}");
    assert!(text(&repo, &["html"]).starts_with("Own: "));
}

#[test]
fn members_see_the_findings_of_each_startup_on_the_page() {
    let repo = Repo::demo(DAY);
    let section = |page: &str, startup: &str| {
        let from = page.split(&format!("id=\"startup-{startup}\"")).nth(1).unwrap().to_owned();
        from.split("</article>").next().unwrap().to_owned()
    };
    let members = text(&repo, &["html", "--lang", "en", "--audience", "members"]);
    let found = section(&members, "cabestan");
    assert!(found.contains("<h4>Findings</h4>") && found.contains("Rappeler les trois communes"), "{found}");
    let public = section(&text(&repo, &["html", "--lang", "en"]), "cabestan");
    assert!(!public.contains("Findings") && !public.contains("Rappeler"), "{public}");
}

#[test]
fn a_page_or_paper_of_more_than_20_mb_is_refused_and_not_written() {
    let repo = Repo::sample();
    let refused = |arguments: &[&str]| {
        let output = repo.couveuse(&[arguments, &["--lang", "en", "--out", "x.html"]].concat()).output().unwrap();
        assert_eq!(output.status.code(), Some(1), "{arguments:?}");
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(said.contains("exceeds 20 MB"), "{said}");
        assert!(!repo.root().join("x.html").exists(), "nothing is written");
    };
    // A template that writes without end, within the work that templates may do.
    fs::create_dir(repo.root().join("templates")).unwrap();
    let endless = "{% for n in range(1000) %}{{ 'x' * 30000 }}{% endfor %}";
    repo.write("templates/portfolio.html", endless);
    repo.write("templates/paper.html", endless);
    refused(&["export", "html"]);
    refused(&["report", "sheet", "histologe", "--format", "html"]);
    fs::remove_dir_all(repo.root().join("templates")).unwrap();
    // Names that fill the page by themselves: refused before the sheets are built.
    for n in 0..22 {
        repo.write(&format!("startups/long-{n}.toml"), format!("name = \"{}\"\n", "x".repeat(1_000_000)));
    }
    refused(&["export", "html"]);
}

/// The keys of an answer that are not `null`, at any depth.
fn published(value: &Value) -> BTreeSet<String> {
    let mut keys = BTreeSet::new();
    let below: Vec<&Value> = match value {
        Value::Object(object) => {
            keys.extend(object.iter().filter(|(_, value)| !value.is_null()).map(|(key, _)| key.clone()));
            object.values().collect()
        }
        Value::Array(values) => values.iter().collect(),
        _ => Vec::new(),
    };
    keys.extend(below.into_iter().flat_map(published));
    keys
}

#[test]
fn readers_outside_do_not_see_people_findings_and_who_is_late() {
    let repo = demo();
    let people = repo.read("portfolio.toml");
    let people: toml::Table = people.parse().unwrap();
    let names: Vec<&str> =
        people["people"].as_array().unwrap().iter().map(|one| one["name"].as_str().unwrap()).collect();
    assert!(!names.is_empty());
    let members = text(&repo, &["html", "--audience", "members", "--lang", "en"]);
    let page = text(&repo, &["html", "--lang", "en"]);
    assert!(members.contains("Camille Zzyx") && members.contains("Days late"));
    let calendar = text(&repo, &["ics"]);
    let answers = text(&repo, &["json", "--audience", "public"]);
    let csv = text(&repo, &["csv", "obligations", "--audience", "public"]);
    for said in [&page, &calendar, &answers, &csv] {
        assert!(!said.contains("Camille") && !said.contains("coach-zz"));
    }
    assert!(!page.contains("Days late") && !page.contains(">late<") && !page.contains("id=\"findings\""));
    let answers: Value = serde_json::from_str(&answers).unwrap();
    assert_eq!(answers["check"], Value::Null);
    assert!(answers["due"]["occurrences"].as_array().unwrap().iter().all(|one| one["state"].is_null()));
    assert!(!csv.lines().next().unwrap().contains("state"));
    let (shown, own) = (published(&answers["list"]), published(&json(&repo, "list")));
    let withheld: BTreeSet<&str> = own.difference(&shown).map(String::as_str).collect();
    assert!(shown.iter().all(|key| !key.starts_with("late")), "{shown:?}");
    let expected = [
        "coaches",
        "days_late",
        "decision",
        "deferred_until",
        "due",
        "last_committee",
        "late",
        "late_actions",
        "late_conditions",
        "late_papers",
        "next_due",
        "outstanding",
        "state",
        "unreadable",
        "until",
    ];
    assert_eq!(withheld, BTreeSet::from(expected), "and nothing else");
    let shown = published(&answers["funding"]);
    let own = published(&json(&repo, "funding"));
    let withheld: BTreeSet<&str> = own.difference(&shown).map(String::as_str).collect();
    assert_eq!(withheld, BTreeSet::from(["due", "late", "outstanding", "unreadable"]));
    let refused = repo.couveuse(&["export", "csv", "findings", "--audience", "public"]).output().unwrap();
    assert_eq!(refused.status.code(), Some(2));
}

#[test]
fn one_json_object_has_the_answers_of_the_commands() {
    let repo = Repo::demo(DAY);
    let all: Value = serde_json::from_str(&text(&repo, &["json", "--lang", "en"])).unwrap();
    for command in ["list", "funding", "due", "committees", "check"] {
        let mut own = json(&repo, command);
        own.as_object_mut().unwrap().retain(|key, _| !["at", "unreadable"].contains(&key.as_str()));
        assert_eq!(all[command], own, "{command}");
    }
    assert_eq!(all["as_of"], DAY);
    assert!(repo.head().starts_with(all["commit"].as_str().unwrap()));
}

/// The events of a calendar by their UID: first day, end and summary.
fn events(calendar: &str) -> BTreeMap<String, (String, String, String)> {
    let parsed: Calendar = calendar.parse().unwrap();
    let of = |date: Option<DatePerhapsTime>| match date.unwrap() {
        DatePerhapsTime::Date(date) => date.to_string(),
        DatePerhapsTime::DateTime(CalendarDateTime::Utc(at)) => panic!("not all day: {at}"),
        DatePerhapsTime::DateTime(other) => panic!("not all day: {other:?}"),
    };
    let event = |event: &icalendar::Event| {
        let days = (of(event.get_start()), of(event.get_end()));
        (event.get_uid().unwrap().to_owned(), (days.0, days.1, event.get_summary().unwrap().to_owned()))
    };
    parsed.components.iter().filter_map(|one| one.as_event()).map(event).collect()
}

#[test]
fn a_calendar_has_all_day_events_that_keep_their_identity() {
    let repo = Repo::demo(DAY);
    let calendar = text(&repo, &["ics", "--audience", "members", "--lang", "en"]);
    assert!(calendar.split("\r\n").all(|line| line.len() <= 75), "folded by octets");
    let all = events(&calendar);
    assert_eq!(all.len(), calendar.matches("BEGIN:VEVENT").count(), "no two events have one identity");
    for (start, end, _) in all.values() {
        let start: chrono::NaiveDate = start.parse().unwrap();
        assert_eq!(start.succ_opt().unwrap().to_string(), *end, "the end is exclusive");
    }
    let due = json(&repo, "due");
    let open = due["occurrences"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|one| !one["due"].is_null() && !["done", "missed"].contains(&one["state"].as_str().unwrap()));
    let open = open.count();
    assert!(all.len() > open && open > 20, "{open} of {}", all.len());

    let (uid, (day, ..)) = all.iter().find(|(uid, _)| uid.starts_with("startup/belle-lisiere/committees/")).unwrap();
    repo.write(PLANNED, repo.read(PLANNED).replace(day, "2027-02-03"));
    let moved = events(&text(&repo, &["ics", "--audience", "members", "--lang", "en"]));
    assert_eq!(moved[uid].0, "2027-02-03", "a moved committee is the same event");
}

#[test]
fn a_calendar_is_of_a_party_or_a_person() {
    let repo = demo();
    let all = events(&text(&repo, &["ics", "--audience", "members"])).len();
    let due = json(&repo, "due");
    let debtor = due["occurrences"][0]["debtor"].as_str().unwrap().to_owned();
    let its = events(&text(&repo, &["ics", "--audience", "members", "--party", &debtor])).len();
    assert!(its > 0 && its < all, "{its} of {all}");
    let hers = events(&text(&repo, &["ics", "--person", "coach-zz"]));
    assert!(hers.keys().any(|uid| uid.starts_with("startup/belle-lisiere/committees/")), "{hers:?}");
    assert!(hers.keys().all(|uid| uid.contains("belle-lisiere")), "{hers:?}");
    for unknown in [["--party", "nobody"], ["--person", "nobody"]] {
        let refused = repo.couveuse(&[&["export", "ics"], &unknown[..]].concat()).output().unwrap();
        assert_eq!(refused.status.code(), Some(2));
    }
}

#[test]
fn a_french_excel_reads_days_and_decimals() {
    let repo = Repo::demo(DAY);
    let said = text(&repo, &["csv", "funding", "--dialect", "excel-fr"]);
    let mut reader =
        csv::ReaderBuilder::new().delimiter(b';').from_reader(said.trim_start_matches('\u{feff}').as_bytes());
    let heads = reader.headers().unwrap().clone();
    let received = heads.iter().position(|head| head == "Perçu").unwrap();
    let sum: f64 = reader
        .records()
        .map(|row| row.unwrap())
        .filter(|row| row[2].is_empty())
        .map(|row| row[received].replace(',', ".").parse::<f64>().unwrap())
        .sum();
    assert_eq!(format!("{sum:.2}"), json(&repo, "funding")["total"]["received"].as_str().unwrap());
}
