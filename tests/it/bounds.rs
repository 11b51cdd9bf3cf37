//! Where history ends or is odd: shallow, rewritten, and damaged histories, deleted records, and clocks that go back.
//! Each is reported in words, and nothing panics.

use couveuse::locale::Language;
use couveuse::ui::Effect;
use serde_json::{Value, json};

use crate::driver::{Screen, day};
use crate::support::{CONVENTION, Repo, STARTUP, answer, refused, said};

const FILE: &str = "conventions/poubelles-battle-dinum-pau.toml";
const STARTUP_FILE: &str = "startups/poubelles-battle.toml";

fn signed(on: &str) -> String {
    CONVENTION.replace("# signed = YYYY-MM-DD", &format!("signed = {on}"))
}

fn commit_on(repo: &Repo, day: &str, text: &str) {
    repo.write(FILE, text);
    repo.git(&["add", "--all"]);
    repo.git(&["commit", "--quiet", "--date", &format!("{day}T18:00:00+01:00"), "--message", "By hand"]);
}

fn facts(log: &Value) -> Vec<Value> {
    log["commits"].as_array().unwrap().iter().map(|commit| commit["facts"].clone()).collect()
}

#[test]
fn a_shallow_history_ends_in_words_everywhere() {
    let repo = Repo::new();
    commit_on(&repo, "2020-12-10", &signed("2020-02-20"));
    commit_on(&repo, "2020-12-20", &signed("2020-02-21"));
    let shallow = Repo::empty();
    shallow.git(&["clone", "--quiet", "--depth", "2", &format!("file://{}", repo.root().display()), "."]);
    assert!(said(&shallow, &["log"]).contains("History ends here: this clone is shallow."));
    assert_eq!(answer(&shallow, &["log"])["shallow"], json!(true));
    let mut screen = Screen::of_repo_on(&shallow, Language::English, (120, 60), day("2020-12-24"));
    assert!(screen.keys("7").text().contains("History ends here"), "{}", screen.text());
    let page = screen.keys("2<Enter>G").text();
    assert!(page.contains("History ends here"), "{page}");
    // Lines older than the clone have the commit at which it ends.
    let line = &answer(&shallow, &["explain", "poubelles-battle", "phase"])["lines"][0];
    assert!(line["commit"].is_string() && line["line"].is_u64(), "{line}");
    let unknown = answer(&shallow, &["list", "--since", "1/1/2020"])["startups"][0]["changed"].clone();
    assert_eq!(unknown, Value::Null);
}

#[test]
fn a_rewritten_history_is_read_again() {
    let repo = Repo::new();
    commit_on(&repo, "2020-12-10", &signed("2020-02-20"));
    let mut screen = Screen::of_repo_on(&repo, Language::English, (120, 240), day("2020-12-24"));
    assert!(screen.keys("7").text().contains("20 February 2020"), "{}", screen.text());
    screen.keys("2=");
    let old = repo.git(&["rev-parse", "--short=7", "HEAD"]).trim().to_owned();
    assert!(screen.text().contains(&old), "{}", screen.text());
    repo.write(FILE, signed("2020-02-25"));
    repo.git(&["commit", "--quiet", "--all", "--amend", "--message", "Amended"]);
    screen.perform(vec![Effect::Reload]);
    let new = repo.git(&["rev-parse", "--short=7", "HEAD"]).trim().to_owned();
    let text = screen.text();
    assert!(text.contains(&new) && !text.contains(&old), "{text}");
    let history = screen.keys("<Esc>7").text();
    assert!(history.contains("25 February 2020") && !history.contains("20 February 2020"), "{history}");
}

#[test]
fn deleted_records_keep_their_history() {
    let repo = Repo::new();
    std::fs::remove_file(repo.root().join(STARTUP_FILE)).unwrap();
    repo.commit_all("Gone");
    let log = answer(&repo, &["log", "startup/poubelles-battle"]);
    assert_eq!(facts(&log).len(), 2, "created and deleted: {log}");
    assert!(refused(&repo, &["explain", "startup/poubelles-battle", "phase"]).contains("poubelles-battle"));
    let then = answer(&repo, &["explain", "startup/poubelles-battle", "phase", "--at", "HEAD~"]);
    assert!(then["lines"][0]["commit"].is_string(), "{then}");
    let mut screen = Screen::of_repo(&repo, Language::English, (120, 40));
    assert!(screen.keys("7").text().contains("Poubelles Battle"), "{}", screen.text());
    // A page whose record did not exist then is closed.
    repo.write(STARTUP_FILE, STARTUP);
    repo.commit_all("Back");
    screen.perform(vec![Effect::Reload]);
    let text = screen.keys("2<Enter>t@HEAD~<Enter>").text();
    assert!(text.contains("read-only") && !text.contains("construction"), "{text}");
}

#[test]
fn damaged_objects_are_reported_and_the_rest_is_answered() {
    let repo = Repo::new();
    commit_on(&repo, "2020-12-10", &signed("2020-02-20"));
    commit_on(&repo, "2020-12-20", &signed("2020-02-21"));
    let tree = repo.git(&["rev-parse", "HEAD~:conventions"]);
    let (folder, file) = tree.trim().split_at(2);
    std::fs::remove_file(repo.root().join(".git/objects").join(folder).join(file)).unwrap();
    let log = refused(&repo, &["log"]);
    assert!(log.contains("git"), "{log}");
    // Figures need no history, and an explanation has its file and line.
    let one = answer(&repo, &["explain", "poubelles-battle", "phase"]);
    assert!(one["lines"][0]["line"].is_u64(), "{one}");
    assert!(refused(&repo, &["list", "--since", "2020-12-10"]).contains("object not found"));
    let mut screen = Screen::of_repo_on(&repo, Language::English, (120, 40), day("2020-12-24"));
    let text = screen.keys("7").text();
    assert!(text.contains("✗") || text.contains("git"), "{text}");
    screen.keys("2=<Esc>gs<Enter>G");
}

/// Runs the commands that a remedy names.
fn follow(repo: &Repo, said: &str) {
    let (start, end) = (said.find("rm -f").unwrap(), said.find("git reset").unwrap() + "git reset".len());
    let mut shell = std::process::Command::new("sh");
    crate::support::hermetic(&mut shell, &repo.root());
    assert!(shell.args(["-c", &said[start..end]]).current_dir(repo.root()).status().unwrap().success(), "{said}");
}

#[test]
fn a_branch_that_a_power_failure_damaged_has_a_way_back() {
    let note = |repo: &Repo, text: &str| repo.couveuse(&["note", "poubelles-battle", text, "--lang", "en"]).output();
    let damages: [fn(&Repo, &str); 4] = [
        |repo, _| repo.write(".git/refs/heads/main", ""),
        |repo, _| repo.write(".git/refs/heads/main", "\0".repeat(41)),
        |repo, object| {
            std::fs::remove_file(repo.root().join(object)).unwrap();
            repo.write(object, "");
        },
        |repo, object| std::fs::remove_file(repo.root().join(object)).unwrap(),
    ];
    for (n, damage) in damages.into_iter().enumerate() {
        let repo = Repo::new();
        assert!(note(&repo, "Kept").unwrap().status.success());
        let good = repo.head();
        assert!(note(&repo, "Lost").unwrap().status.success());
        let head = repo.head();
        damage(&repo, &format!(".git/objects/{}/{}", &head[..2], &head[2..]));
        let text = repo.read("startups/poubelles-battle.toml");
        let output = note(&repo, "Later").unwrap();
        let said = String::from_utf8(output.stderr).unwrap();
        // A branch whose commit is whole can return to it.
        let expected = if n < 2 { &head } else { &good };
        assert!(!output.status.success() && said.contains(expected.as_str()), "{n}: {said}");
        assert!(refused(&repo, &["log"]).contains(expected.as_str()), "{n}");
        follow(&repo, &said);
        assert_eq!((repo.head(), repo.read("startups/poubelles-battle.toml")), (expected.clone(), text), "{n}");
    }
}

#[test]
fn an_index_that_a_power_failure_cut_off_is_named() {
    let repo = Repo::new();
    repo.write(".git/index", "");
    let output = repo.couveuse(&["note", "poubelles-battle", "A", "--lang", "en"]).output().unwrap();
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(!output.status.success() && said.contains(".git/index is damaged") && said.contains("git reset"), "{said}");
    std::fs::remove_file(repo.root().join(".git/index")).unwrap();
    repo.git(&["reset", "--quiet"]);
    repo.assert_sound("after the remedy");
}

#[test]
fn clocks_that_go_back_lose_nothing() {
    let repo = Repo::new();
    commit_on(&repo, "2020-12-20", &signed("2020-02-20"));
    commit_on(&repo, "2020-12-10", &signed("2020-02-21"));
    commit_on(&repo, "2020-12-22", &signed("2020-02-22"));
    assert_eq!(facts(&answer(&repo, &["log"])).len(), 4);
    let at = |day: &str| answer(&repo, &["show", "poubelles-battle-dinum-pau", "--at", day])["signed"].clone();
    // Of the commits up to a day, the last one of the branch.
    assert_eq!(
        (at("2020-12-10"), at("2020-12-20"), at("2020-12-22")),
        (json!("2020-02-21"), json!("2020-02-21"), json!("2020-02-22"))
    );
    let since = answer(&repo, &["diff", "2020-12-20.."]);
    assert_eq!(since["facts"].as_array().unwrap().len(), 1, "{since}");
    let changed = |day: &str| answer(&repo, &["list", "--since", day])["startups"][0]["changed"].clone();
    assert_eq!((changed("2020-12-20"), changed("2020-12-22")), (json!(true), json!(false)));
}

#[test]
fn edits_by_the_program_and_by_hand_read_the_same() {
    let repo = Repo::new();
    let id = "poubelles-battle-dinum-pau";
    said(&repo, &["sign", id, "--on", "20/2/2020"]);
    let text = repo.read(FILE).replace("amount  = 35000\narticle", "amount  = 36000\narticle");
    repo.write(FILE, text);
    repo.commit_all("wip");
    said(&repo, &["hold", "poubelles-battle", "--on", "20/8/2020", "--decision", "continue"]);
    repo.write(STARTUP_FILE, format!("{}\n[[notes]]\non   = 2020-09-01\ntext = \"Called\"\n", repo.read(STARTUP_FILE)));
    repo.commit_all("wip");
    let log = answer(&repo, &["log"]);
    let texts: Vec<String> = facts(&log)[..4]
        .iter()
        .flat_map(|facts| facts.as_array().unwrap().iter().map(|fact| fact["text"].as_str().unwrap().to_owned()))
        .collect();
    assert!(texts.len() >= 4 && !texts.iter().any(|text| text.contains("wip")), "{texts:?}");
    // `diff` over all four commits lists the same facts as `log` of each.
    let diff = answer(&repo, &["diff", "HEAD~4..HEAD"]);
    let of_diff = diff["facts"].as_array().unwrap().iter().map(|fact| fact["text"].as_str().unwrap().to_owned());
    let (mut of_diff, mut of_log) = (of_diff.collect::<Vec<_>>(), texts.clone());
    of_diff.sort();
    of_log.sort();
    assert_eq!(of_diff, of_log);
    // History shows them too, as log does.
    let mut screen = Screen::of_repo(&repo, Language::English, (200, 60));
    screen.keys("7");
    for commit in facts(&log)[..4].iter().rev() {
        let first = commit[0]["text"].as_str().unwrap();
        let start: String = first.chars().take(30).collect();
        assert!(screen.text().contains(&start), "{start}: {}", screen.text());
    }
}
