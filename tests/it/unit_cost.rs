//! Figures of a startup: the same on screen, in JSON, in the explanation, and on paper.

use couveuse::locale::Language;

use crate::driver::{Screen, day};
use crate::reviews::{json, run};
use crate::support::Repo;

#[test]
fn the_cost_per_use_is_the_same_everywhere() {
    let repo = Repo::demo("2026-11-22");
    let record = repo.read("startups/hirondelle.toml");
    let is_useful = |line: &&str| line.starts_with("heading") && line.ends_with("\"useful\"");
    assert!(record.lines().any(|line| is_useful(&line)), "{record}");
    let without: Vec<&str> = record.lines().filter(|line| !is_useful(line)).collect();
    repo.write("startups/hirondelle.toml", without.join("\n") + "\n");
    repo.git(&["commit", "--quiet", "--all", "-m", "Forget what an indicator is about"]);
    let shown = json(&repo, &["show", "hirondelle", "--json", "--as-of", "2026-11-22"]);
    let cost = &shown["unit_costs"][0];
    assert_eq!((cost["heading"].as_str(), cost["value_on"].as_str()), (Some("used"), Some("2026-10-30")), "{cost}");
    let number = |key: &str| cost[key].as_str().unwrap().parse::<f64>().unwrap();
    assert!((number("paid") / number("value") - number("cost")).abs() <= 0.005, "{cost}");
    assert!(shown["unit_costs"][1]["cost"].is_null() && shown["unit_costs"][1]["paid"].is_string(), "{shown}");
    let words = format!("€{}", cost["cost"].as_str().unwrap());
    let of_day = ["--as-of", "2026-11-22", "--lang", "en"];
    let explained = run(&repo, &[&["explain", "hirondelle", "cost-per-use"], &of_day[..]].concat(), 0);
    let paper = run(&repo, &[&["report", "sheet", "hirondelle"], &of_day[..]].concat(), 0);
    run(&repo, &["review", "open", "2026-11-22", "--startup", "hirondelle"], 0);
    let mut screen = Screen::of_repo_on(&repo, Language::English, (120, 60), day("2026-11-22"));
    screen.keys("R/per use<Enter>");
    for text in [explained, paper, screen.text()] {
        assert!(text.contains(&words), "{words}: {text}");
    }
}

#[test]
fn the_money_of_a_startup_is_the_same_everywhere() {
    let repo = Repo::demo("2026-11-22");
    let answer = json(&repo, &["list", "--json", "--as-of", "2026-11-22"]);
    let on = ["--as-of", "2026-11-22", "--lang", "en"];
    let locale = couveuse::locale::Locale::new(Language::English);
    for id in ["cabestan", "belle-lisiere", "bon-fagot", "papier-calque", "sablier", "hirondelle"] {
        let row = answer["startups"].as_array().unwrap().iter().find(|row| row["id"] == id).unwrap();
        let amount = |key: &str| locale.money(row["funding"][key].as_str().unwrap().parse().unwrap());
        let paper = run(&repo, &[&["report", "sheet", id, "--format", "text"], &on[..]].concat(), 0);
        let mut screen = Screen::of_repo_on(&repo, Language::English, (120, 400), day("2026-11-22"));
        screen.keys(&format!("f{}<Enter>", row["name"].as_str().unwrap()));
        let page = screen.text();
        for (key, label) in
            [("payable", "Payable"), ("received", "Received"), ("ae", "AE"), ("cp", "CP"), ("left", "Left")]
        {
            let is_it = |line: &&str| line.trim_start().starts_with(label) && line.contains(&amount(key));
            assert!(paper.lines().any(|line| is_it(&line)), "{id} {key} {}: {paper}", amount(key));
            assert!(page.lines().any(|line| is_it(&line)), "{id} {key} {}: {page}", amount(key));
        }
    }
}
