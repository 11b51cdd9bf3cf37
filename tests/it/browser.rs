//! Papers in a headless Chromium: no message on the console, no request, no row that a page break cuts. `.ci/run` runs
//! this; `cargo test` needs no browser.

use std::fs;
use std::path::Path;
use std::process::Command;

use crate::support::Repo;

/// The names of the program.
const NAMES: [&str; 3] = ["chromium", "chromium-browser", "google-chrome"];
const OPTIONS: [&str; 9] = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-extensions",
    "--no-first-run",
    "--enable-logging=stderr",
];
/// A page of A4 with the margins of the papers, as a column: Chromium breaks columns as it breaks pages.
const COLUMNS: &str = "<style>html{height:261mm;width:178mm}body{max-width:none;padding:0;margin:0;width:178mm;\
    height:261mm;columns:auto 178mm;column-gap:0;column-fill:auto}</style>\
    <script>addEventListener('load',()=>{const cut=[...document.querySelectorAll('tr')]\
    .filter(row=>row.getClientRects().length>1).map(row=>row.textContent.slice(0,40));\
    document.title='cut '+cut.length+': '+cut.join('; ')})</script></head>";

/// What a browser did with a page.
#[derive(Debug)]
struct Visit {
    /// The messages on the console.
    console: Vec<String>,
    /// The addresses that the page asked for.
    requests: Vec<String>,
    /// The rows that a page break cuts, as the title that the probe sets.
    cut: String,
}

fn program() -> &'static str {
    let is_there =
        |name: &&&str| Command::new(name).arg("--version").output().is_ok_and(|output| output.status.success());
    NAMES.iter().find(is_there).expect("Chromium is installed")
}

fn visit(dir: &Path, html: &str) -> Visit {
    let run = |name: &str, html: &str| {
        let (page, log) = (dir.join(format!("{name}.html")), dir.join(format!("{name}.json")));
        fs::write(&page, html).unwrap();
        let mut command = Command::new(program());
        command.args(OPTIONS).arg(format!("--user-data-dir={}", dir.join("profile").display()));
        command.arg(format!("--log-net-log={}", log.display())).arg("--dump-dom");
        let output = command.arg(format!("file://{}", page.display())).output().unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
        (text(&output.stdout), text(&output.stderr), text(&fs::read(log).unwrap()))
    };
    let (_, errors, network) = run("page", html);
    let addresses = network.split("\"url\":\"").skip(1).filter_map(|rest| rest.split('"').next());
    // The browser calls its maker.
    let is_its_maker =
        |host: &str| [".google.com", ".gvt1.com", "update.googleapis.com"].iter().any(|maker| host.ends_with(maker));
    let is_own = |url: &&str| url.starts_with("http") && !is_its_maker(url.split('/').nth(2).unwrap_or_default());
    // The papers forbid scripts, and the probe is one.
    let html = html.replace("Content-Security-Policy", "X-Policy");
    let (probed, _, _) = run("probe", &html.replacen("</head>", COLUMNS, 1));
    let title = probed.split("<title>").nth(1).and_then(|rest| rest.split('<').next()).unwrap_or_default();
    Visit {
        console: errors.lines().filter(|line| line.contains("CONSOLE")).map(str::to_owned).collect(),
        requests: addresses.filter(is_own).map(str::to_owned).collect(),
        cut: title.to_owned(),
    }
}

/// Fails unless a page is fit to be sent.
fn assert_fit(name: &str, html: &str) {
    let dir = tempfile::tempdir().unwrap();
    let visit = visit(dir.path(), html);
    assert!(visit.console.is_empty() && visit.requests.is_empty(), "{name}: {visit:?}");
    assert_eq!(visit.cut, "cut 0: ", "{name}");
}

/// A closed review whose conditions have many lines, so that its tables span pages.
fn reviewed() -> Repo {
    let repo = Repo::demo("2026-11-22");
    let run = |arguments: &[&str]| {
        let output = repo.couveuse(arguments).output().unwrap();
        assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
    };
    run(&["review", "open", "2026-11-22", "--startup", "cabestan", "--startup", "marelle"]);
    for startup in ["cabestan", "marelle"] {
        let long = |n: usize| format!("{n} <b>{}</b>", "une condition avec sa preuve, ".repeat(5 + n * 7 % 23));
        let conditions: Vec<String> = (0..40).map(long).collect();
        let mut arguments = vec!["hold", startup, "--review", "2026-11-22", "--decision", "continue"];
        conditions.iter().for_each(|text| arguments.extend(["--condition", text.as_str()]));
        run(&arguments);
    }
    run(&["review", "close"]);
    repo
}

#[test]
#[ignore = "needs Chromium; .ci/run runs it"]
fn papers_are_fit_to_be_sent() {
    let repo = reviewed();
    for language in ["fr", "en"] {
        for paper in [
            &["report", "minutes", "--review", "2026-11-22"][..],
            &["report", "sheet", "cabestan"],
            &["report", "summary"],
        ] {
            let arguments = [paper, &["--format", "html", "--lang", language]].concat();
            let output = repo.couveuse(&arguments).output().unwrap();
            let html = String::from_utf8(output.stdout).unwrap();
            assert!(output.status.success() && html.contains("<table"), "{arguments:?}");
            assert_fit(&arguments.join(" "), &html);
        }
        let output = repo.couveuse(&["export", "html", "--lang", language]).output().unwrap();
        assert_fit("export html", &String::from_utf8(output.stdout).unwrap());
    }
}

#[test]
#[ignore = "needs Chromium; .ci/run runs it"]
fn the_browser_reports_what_is_wrong() {
    let row = |n: usize| format!("<tr><td>row {n}</td><td>{}</td></tr>", "text ".repeat(20 + n * 37 % 300));
    let rows: String = (0..80).map(row).collect();
    let page = |head: &str| {
        format!("<!doctype html><html><head><style>{head}</style></head><body><table>{rows}</table></body></html>")
    };
    let dir = tempfile::tempdir().unwrap();
    assert_ne!(visit(dir.path(), &page("")).cut, "cut 0: ");
    assert_fit("rows that are kept together", &page("tr{break-inside:avoid}"));
    let wrong =
        page("").replace("<table>", "<script>console.log('x')</script><img src='http://127.0.0.1:9/x.png'><table>");
    let visit = visit(dir.path(), &wrong);
    assert!(!visit.console.is_empty() && !visit.requests.is_empty(), "{visit:?}");
}
