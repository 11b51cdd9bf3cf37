//! Saved views: on screen and with `--view`.

use couveuse::locale::Language;

use crate::driver::Screen;
use crate::support::Repo;

const SIZE: (u16, u16) = (120, 40);

/// The output of a command in a repository, with its exit code.
fn run(repo: &Repo, arguments: &[&str]) -> (String, Option<i32>) {
    let output = repo.couveuse(arguments).output().expect("run");
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    (text(&output.stdout) + &text(&output.stderr), output.status.code())
}

fn values(answer: &str, list: &str, key: &str) -> Vec<String> {
    let answer: serde_json::Value = serde_json::from_str(answer).unwrap_or_else(|error| panic!("{error}: {answer}"));
    let rows = answer[list].as_array().expect("a list");
    rows.iter().map(|row| row[key].as_str().unwrap_or("null").to_owned()).collect()
}

#[test]
fn a_view_is_saved_opened_changed_and_removed_on_screen() {
    let repo = Repo::sample();
    let head = repo.head();
    let mut screen = Screen::of_repo(&repo, Language::French, SIZE);
    screen.keys("3/retard<Enter>bbVsRetards<C-s>");
    let saved = repo.read("portfolio.toml");
    let view = "[[views]]\nname   = \"Retards\"\nscreen = \"obligations\"\nfilter = \"late\"\ngroup  = \"debtor\"\n";
    assert!(saved.ends_with(view), "{saved}\n{}", screen.text());
    assert_eq!(repo.git(&["log", "-1", "--format=%s"]).trim(), "View “Retards” saved");
    screen.keys("<Esc>2V");
    assert!(screen.text().contains("Retards  Échéances  late"), "{}", screen.text());
    screen.keys("<Enter>");
    assert!(screen.text().contains("3 sur 169"), "{}", screen.text());
    screen.keys("/<C-u><Enter>VsRetards<C-s>");
    assert!(!repo.read("portfolio.toml").contains("filter"), "{}", screen.text());
    screen.keys("Vd<C-s>");
    assert!(!repo.read("portfolio.toml").contains("[[views]]"), "{}", screen.text());
    assert_eq!(repo.git(&["rev-list", "--count", &format!("{head}..HEAD")]).trim(), "3");
    assert_eq!(repo.git(&["diff", &head, "HEAD"]), "", "as it was, to the byte");
}

#[test]
fn a_view_filters_and_orders_the_answers_of_its_command() {
    let repo = Repo::sample();
    let as_of = ["--as-of", "2020-12-01"];
    let of = |arguments: &[&str]| run(&repo, &[arguments, &as_of].concat());
    for arguments in [
        &["view", "Late", "--screen", "obligations", "--filter", "retard", "--sort=-due"][..],
        &["view", "Reversed", "--screen", "portfolio", "--sort=-startup"],
        &["view", "Meetings", "--screen", "committees", "--filter", "late", "--group", "phase"],
        &["view", "Signatures", "--screen", "findings", "--filter", "check:signature-missing"],
    ] {
        let (text, code) = run(&repo, arguments);
        assert_eq!(code, Some(0), "{text}");
    }
    let (late, _) = of(&["due", "--view", "Late", "--json"]);
    let days = values(&late, "occurrences", "due");
    assert!(days.len() == 3 && days.is_sorted_by(|one, other| one >= other), "{days:?}");
    let (list, _) = of(&["list", "--view", "Reversed", "--json"]);
    let names = values(&list, "startups", "id");
    assert_eq!(names, ["poubelles-battle", "histologe", "comobi", "anti-gaspi"]);
    let (text, _) = of(&["list", "--view", "Reversed"]);
    let place = |name: &str| text.find(name).unwrap_or_else(|| panic!("{name}: {text}"));
    assert!(place("Poubelles") < place("Histologe") && place("Histologe") < place("Anti-gaspi"), "{text}");
    let (meetings, _) = of(&["committees", "--view", "Meetings", "--json"]);
    assert!(values(&meetings, "committees", "state").iter().all(|state| state == "late"), "{meetings}");
    let (findings, _) = of(&["check", "--view", "Signatures", "--json"]);
    assert_eq!(values(&findings, "findings", "check"), ["signature-missing"; 3]);
    let (both, _) = of(&["due", "--view", "Late", "--filter", "owes:pau", "--json"]);
    assert_eq!(values(&both, "occurrences", "due").len(), 1);
}

#[test]
fn a_view_that_does_not_fit_is_refused_with_a_remedy() {
    let repo = Repo::sample();
    let (none, code) = run(&repo, &["due", "--view", "Late"]);
    assert!(code == Some(2) && none.contains("no views are saved"), "{none}");
    run(&repo, &["view", "Late", "--screen", "obligations"]);
    for (arguments, words) in [
        (&["due", "--view", "Lat"][..], "did you mean Late?"),
        (&["list", "--view", "Late"], "Obligations"),
        (&["view", "X", "--screen", "obligations", "--sort", "phase"], "known values: due, days_late, startup"),
        (&["view", "X", "--screen", "obligations", "--group", "moon"], "debtor"),
        (&["view", "X", "--screen", "obligations", "--filter", "moon:full"], "moon"),
        (&["remove-view", "X"], "Late"),
    ] {
        let (text, code) = run(&repo, arguments);
        assert!(code != Some(0) && text.contains(words), "{arguments:?}: {text}");
    }
}
