//! What has changed since the last committee, the last review, a day, or a commit.

use couveuse::locale::Language;
use couveuse::ui::{Effect, SinceChoice};
use serde_json::{Value, json};

use crate::driver::Screen;
use crate::support::{Repo, answer, refused, said};

const REVIEW: &str = "\
kind   = \"portfolio\"
on     = 2020-11-15
closed = 2020-11-15T12:00:00

[[agenda]]
startup = \"one\"
outcome = \"noted\"

[[agenda]]
startup = \"two\"
outcome = \"noted\"
";

fn startup(name: &str, committee: Option<&str>, note: &str) -> String {
    let held = committee.map_or_else(String::new, |on| format!("\n[[committees]]\non    = {on}\nstate = \"held\"\n"));
    format!("name = \"{name}\"\nincubator = \"dinum\"\nsponsors = [\"dinum\"]\nmission = \"{note}\"\n{held}")
}

/// Three startups: one with a committee on 1 October and a change on 1 November, one with a committee on 10 November
/// and a change on 20 November, one without. A review on 15 November.
fn changing() -> Repo {
    let repo = Repo::new();
    let commit = |day: &str| {
        repo.git(&["add", "--all"]);
        repo.git(&["commit", "--quiet", "--date", &format!("{day}T18:00:00+01:00"), "--message", "By hand"]);
    };
    std::fs::remove_file(repo.root().join("startups/poubelles-battle.toml")).unwrap();
    std::fs::remove_file(repo.root().join("conventions/poubelles-battle-dinum-pau.toml")).unwrap();
    let write = |id: &str, committee: Option<&str>, note: &str| {
        repo.write(&format!("startups/{id}.toml"), startup(id, committee, note));
    };
    repo.git(&["checkout", "--quiet", "--orphan", "story"]);
    write("one", Some("2020-10-01"), "first");
    write("two", Some("2020-11-10"), "first");
    write("three", None, "first");
    commit("2020-09-01");
    write("one", Some("2020-10-01"), "changed");
    commit("2020-11-01");
    repo.git(&["tag", "november"]);
    repo.write("reviews/2020-11-15.toml", REVIEW);
    commit("2020-11-15");
    write("two", Some("2020-11-10"), "changed");
    commit("2020-11-20");
    repo
}

fn changed(list: &Value) -> Vec<(String, Value)> {
    let startups = list["startups"].as_array().unwrap().iter();
    startups.map(|one| (one["id"].as_str().unwrap().to_owned(), one["changed"].clone())).collect()
}

#[test]
fn lists_mark_startups_that_have_changed() {
    let repo = changing();
    let of = |arguments: &[&str]| changed(&answer(&repo, &[&["list", "--as-of", "2020-12-01"], arguments].concat()));
    let all = |one: Value, three: Value, two: Value| {
        [("one", one), ("three", three), ("two", two)].map(|(id, changed)| (id.to_owned(), changed)).to_vec()
    };
    let (yes, no, unknown) = (json!(true), json!(false), Value::Null);
    assert_eq!(of(&[]), all(unknown.clone(), unknown.clone(), unknown.clone()), "without --since");
    assert_eq!(of(&["--since", "committee"]), all(yes.clone(), unknown.clone(), yes.clone()));
    assert!(refused(&repo, &["list", "--since", "comité"]).contains("comité"), "words are those of the language");
    assert_eq!(of(&["--since", "review"]), all(no.clone(), unknown.clone(), yes.clone()));
    assert_eq!(of(&["--since", "2020-11-16"]), all(no.clone(), no.clone(), yes.clone()));
    assert_eq!(of(&["--since", "november"]), all(no.clone(), no.clone(), yes.clone()));
    assert_eq!(of(&["--since", "1/1/2020"]), all(unknown.clone(), unknown.clone(), unknown.clone()), "before history");
    // As of an earlier day, later changes don't count.
    let then = answer(&repo, &["list", "--as-of", "2020-11-18", "--since", "committee"]);
    assert_eq!(changed(&then), all(yes, unknown, no));
    let text = said(&repo, &["list", "--since", "review", "--as-of", "2020-12-01"]);
    let line = |name: &str| text.lines().find(|line| line.starts_with(name)).unwrap().to_owned();
    assert!(line("two").contains("▪ changed") && !line("one").contains('▪'), "{text}");
    assert!(refused(&repo, &["list", "--since", "xyzzy"]).contains("is not a commit, branch, tag, or date"));
}

#[test]
fn comments_and_layout_are_no_changes() {
    let repo = changing();
    let three = startup("three", Some("2020-11-25"), "first");
    repo.write("startups/three.toml", &three);
    repo.git(&["add", "--all"]);
    repo.git(&["commit", "--quiet", "--date", "2020-11-24T18:00:00+01:00", "--message", "A committee"]);
    let marks = || changed(&answer(&repo, &["list", "--as-of", "2020-12-01", "--since", "committee"]));
    let of_three = || marks().into_iter().find(|(id, _)| id == "three").unwrap().1;
    for text in [format!("# Call them.\n{three}# later\n"), three.replace(" = ", "=")] {
        repo.write("startups/three.toml", text);
        repo.commit_all("Comments");
        assert_eq!(of_three(), json!(false));
    }
    repo.write("startups/three.toml", startup("three", Some("2020-11-25"), "changed"));
    repo.commit_all("A fact");
    assert_eq!(of_three(), json!(true));
}

#[test]
fn portfolio_marks_them_and_pages_list_the_facts() {
    let repo = changing();
    let mut screen = Screen::of_repo(&repo, Language::English, (120, 60));
    let marked = |screen: &Screen, name: &str| {
        screen.text().lines().find(|line| line[..line.len().min(16)].contains(name)).unwrap().contains('▪')
    };
    screen.keys("2G");
    let text = screen.text();
    assert!(marked(&screen, "one") && marked(&screen, "two") && !marked(&screen, "three"), "{text}");
    assert!(text.contains("▪ changed since the last committee"), "{text}");
    screen.keys("gs");
    assert_eq!(screen.effects, [Effect::ReadMarks(SinceChoice::Review)]);
    assert!(!marked(&screen, "one") && marked(&screen, "two"), "{}", screen.text());
    assert!(screen.keys("j").text().contains("▪ changed since the last review"), "{}", screen.text());
    // The page lists what became known since both.
    let page = screen.keys("gg/two<Enter><Enter>").text();
    let since = |words: &str| {
        let from = page.lines().position(|line| line.contains(words)).unwrap_or_else(|| panic!("{words}: {page}"));
        page.lines().skip(from + 1).take(2).collect::<Vec<_>>().join("\n")
    };
    for words in ["Since the committee of 10 Nov 2020", "Since the review of 15 Nov 2020"] {
        assert!(since(words).contains("changed"), "{page}");
    }
    // A new commit renews the marks.
    repo.write("startups/one.toml", startup("one", Some("2020-10-01"), "again"));
    repo.commit_all("Again");
    screen.keys("<Esc><Esc>").perform(vec![Effect::Reload]);
    assert!(marked(&screen, "one"), "{}", screen.text());
}

#[test]
fn diff_since_the_last_review_lists_the_facts() {
    let repo = changing();
    let facts = answer(&repo, &["diff", "--since-review", "two"]);
    assert_eq!(facts["facts"].as_array().unwrap().len(), 1, "{facts}");
    assert!(answer(&repo, &["diff", "--since-review", "one"])["facts"].as_array().unwrap().is_empty());
    assert!(refused(&repo, &["diff", "--since-review", "three"]).contains("no review of three has been closed"));
}
