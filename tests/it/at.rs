//! `--at`: the records as of a commit, and together with `--as-of` what was known on a day.

use serde_json::{Value, json};

use crate::support::{CONVENTION, Repo, STARTUP, answer, refused, said};

const ID: &str = "poubelles-battle-dinum-pau";
const FILE: &str = "conventions/poubelles-battle-dinum-pau.toml";
const STARTUP_FILE: &str = "startups/poubelles-battle.toml";

/// Commits a text as somebody would have by hand on a day.
fn commit_on(repo: &Repo, day: &str, file: &str, text: &str) {
    repo.write(file, text);
    repo.git(&["add", "--all"]);
    repo.git(&["commit", "--quiet", "--date", &format!("{day}T18:00:00+01:00"), "--message", "By hand"]);
}

/// A history in which facts were recorded late: the signature of 20 February was known on 10 December, the payment of
/// 1 April on 20 December, and the committee of 20 August, held, on 10 January.
fn recorded_late() -> Repo {
    let repo = Repo::new();
    let signed = CONVENTION.replace("# signed = YYYY-MM-DD", "signed = 2020-02-20\nterm = { months = 12 }");
    commit_on(&repo, "2020-12-10", FILE, &signed);
    repo.git(&["tag", "signed"]);
    let paid =
        format!("{signed}\n[[payments]]\ncontribution = \"pau\"\ntranche = 1\namount = 35000\non = 2020-04-01\n");
    commit_on(&repo, "2020-12-20", FILE, &paid);
    commit_on(&repo, "2021-01-10", STARTUP_FILE, &STARTUP.replace("planned", "held"));
    repo
}

#[test]
fn a_revision_and_a_day_answer_from_what_was_known_then() {
    let repo = recorded_late();
    let known =
        |command: &[&str], at: &str, as_of: &str| answer(&repo, &[command, &["--at", at, "--as-of", as_of]].concat());
    // Had Pau paid by 1 June, as far as was known on 15 December? And today?
    let received = |at: &str| known(&["funding"], at, "2020-06-01")["total"]["received"].clone();
    assert_eq!((received("2020-12-15"), received("HEAD")), (json!("0.00"), json!("35000.00")));
    // Did we believe on 15 December that Pau's payment was late on 1 June?
    let payment = |at: &str| {
        let due = known(&["due"], at, "2020-06-01");
        let one =
            due["occurrences"].as_array().unwrap().iter().find(|one| one["kind"] == "once" && one["debtor"] == "pau");
        one.unwrap()["state"].clone()
    };
    assert_eq!((payment("signed"), payment("20/12/2020")), (json!("late"), json!("done")));
    // Was the convention in force in March, for those who only had the unsigned copy?
    let status = |at: &str| known(&["list"], at, "2020-03-01")["startups"][0]["conventions"][0]["status"].clone();
    assert_eq!((status("HEAD~3"), status("signed")), (json!("unsigned"), json!("in-force")));
    // On 1 October, had a committee been held? Nobody knew before 10 January.
    let held = |at: &str| known(&["committees"], at, "2020-10-01")["committees"][0]["last_held"].clone();
    assert_eq!((held("9/1/2021"), held("10/1/2021")), (json!(null), json!("2020-08-20")));
    // What was to be done on 15 December, as it was then known?
    let kinds = |at: &str| {
        let today = known(&["today"], at, "2020-12-15");
        today["items"].as_array().unwrap().iter().filter(|item| item["kind"] == "tranche").count()
    };
    assert_eq!((kinds("2020-12-15"), kinds("main")), (1, 0));
}

#[test]
fn every_answer_names_the_commit() {
    let repo = recorded_late();
    let short = repo.git(&["rev-parse", "--short=7", "signed"]).trim().to_owned();
    let line = format!("Records as of commit {short} (10 December 2020).\n\n");
    let commit = json!({ "commit": repo.git(&["rev-parse", "signed"]).trim(), "date": "2020-12-10" });
    for command in [
        &["list"][..],
        &["show", "poubelles-battle"],
        &["show", ID],
        &["due"],
        &["funding"],
        &["funding", "--by", "year"],
        &["committees"],
        &["today"],
        &["check", "--fail-on", "error"],
        &["log"],
    ] {
        let text = said(&repo, &[command, &["--at", "signed"]].concat());
        assert!(text.starts_with(&line), "{command:?}: {text}");
        assert_eq!(answer(&repo, &[command, &["--at", "12/12/2020"]].concat())["at"], commit, "{command:?}");
        let now = answer(&repo, command);
        assert!(now.as_object().unwrap().contains_key("at") && now["at"].is_null(), "{command:?}");
        assert!(!said(&repo, command).contains("Records as of"), "{command:?}");
    }
    let paper = said(&repo, &["report", "sheet", "poubelles-battle", "--at", "signed"]);
    assert!(paper.contains(&short), "{paper}");
    let french = repo.couveuse(&["list", "--at", "signed", "--lang", "fr"]).output().unwrap();
    let french = String::from_utf8(french.stdout).unwrap();
    assert!(french.starts_with(&format!("Fiches dans l’état du commit {short} (10 décembre 2020).\n")), "{french}");
    let log = answer(&repo, &["log", "--at", "signed"]);
    assert_eq!(log["commits"].as_array().unwrap().len(), 2, "{log}");
    assert_eq!(answer(&repo, &["diff", "HEAD~3..", "--at", "signed"])["to"]["on"], json!("2020-12-10"));
}

#[test]
fn the_work_tree_is_neither_read_nor_touched() {
    let repo = recorded_late();
    repo.write(STARTUP_FILE, "broken");
    repo.write("startups/new.toml", STARTUP);
    std::fs::remove_file(repo.root().join(FILE)).unwrap();
    let before = repo.state();
    let list = answer(&repo, &["list", "--at", "HEAD"]);
    assert_eq!((list["startups"].as_array().unwrap().len(), &list["unreadable"]), (1, &json!([])));
    assert_eq!(list["startups"][0]["funding"]["received"], json!("35000.00"));
    assert_eq!(answer(&repo, &["show", ID, "--at", "HEAD"])["signed"], json!("2020-02-20"));
    assert_eq!(repo.state(), before);
    for verb in [&["sign", ID, "--on", "1/3/2020"][..], &["undo"], &["note", "poubelles-battle", "x"]] {
        assert!(refused(&repo, &[verb, &["--at", "HEAD"]].concat()).contains("--at reads the records"), "{verb:?}");
    }
    assert!(refused(&repo, &["doctor", "--at", "HEAD"]).contains("no --at"));
    assert_eq!(repo.state(), before);
}

#[test]
fn records_below_folders_links_and_broken_ones_are_read_as_in_the_work_tree() {
    let repo = Repo::below("data/portfolio");
    repo.git(&["mv", STARTUP_FILE, "startups/moved.toml"]);
    repo.write("startups/team/poubelles-battle.toml", STARTUP);
    repo.write("startups/broken.toml", "name = ");
    repo.write("startups/.hidden.toml", "x");
    #[cfg(unix)]
    {
        std::os::unix::fs::symlink("team/poubelles-battle.toml", repo.root().join("startups/linked.toml")).unwrap();
        std::os::unix::fs::symlink("/etc/passwd", repo.root().join("startups/out.toml")).unwrap();
        std::os::unix::fs::symlink("nowhere.toml", repo.root().join("startups/nowhere.toml")).unwrap();
    }
    repo.commit_all("Odd files");
    for command in [&["list"][..], &["check", "--fail-on", "error"], &["due"]] {
        let run = |arguments: &[&str]| repo.couveuse(&[command, arguments, &["--json"]].concat()).output().unwrap();
        let (now, then) = (run(&[]), run(&["--at", "HEAD"]));
        assert_eq!(now.status.code(), then.status.code(), "{command:?}");
        let mut then: Value = serde_json::from_slice(&then.stdout).unwrap();
        then["at"] = Value::Null;
        let now: Value = serde_json::from_slice(&now.stdout).unwrap();
        assert_eq!(now, then, "{command:?}");
    }
}

#[test]
fn unreadable_input_is_reported_with_its_remedy() {
    let repo = recorded_late();
    assert!(refused(&repo, &["list", "--at", "nothing"]).contains("is not a commit, branch, tag, or date"));
    assert!(refused(&repo, &["list", "--at", "30/11/2020"]).contains("the history begins on 1 Dec 2020"));
    assert!(refused(&Repo::plain(), &["list", "--at", "HEAD"]).contains("git"));
    repo.git(&["checkout", "--quiet", "--orphan", "empty"]);
    repo.git(&["rm", "-r", "--quiet", "--cached", "."]);
    repo.git(&["commit", "--quiet", "--allow-empty", "--message", "Empty"]);
    let said = refused(&repo, &["list", "--at", "HEAD"]);
    assert!(said.contains("has no records in this folder") && said.contains("couveuse log"), "{said}");
    repo.git(&["checkout", "--quiet", "--force", "main"]);
    let tree = repo.git(&["rev-parse", "signed:conventions"]).trim().to_owned();
    let object = repo.root().join(".git/objects").join(&tree[..2]).join(&tree[2..]);
    std::fs::remove_file(object).unwrap();
    let said = refused(&repo, &["list", "--at", "signed"]);
    assert!(said.contains("cannot be read") && said.contains("git fsck"), "{said}");
}

#[test]
fn a_shallow_or_partial_clone_says_what_it_lacks() {
    let repo = recorded_late();
    repo.git(&["config", "uploadpack.allowFilter", "true"]);
    let url = format!("file://{}", repo.root().display());
    let shallow = Repo::empty();
    shallow.git(&["clone", "--quiet", "--depth", "2", &url, "."]);
    assert_eq!(answer(&shallow, &["list", "--at", "20/12/2020"])["at"]["date"], json!("2020-12-20"));
    assert!(refused(&shallow, &["list", "--at", "15/12/2020"]).contains("git fetch --unshallow"));
    let partial = Repo::empty();
    partial.git(&["clone", "--quiet", "--filter=blob:none", &url, "."]);
    let list = answer(&partial, &["list", "--at", "signed"]);
    assert_eq!(
        list["unreadable"],
        json!(["startup/poubelles-battle".to_owned(), format!("convention/{ID}")]),
        "{list}"
    );
    let check = partial.couveuse(&["check", "--at", "signed", "--lang", "en"]).output().unwrap();
    let check = String::from_utf8(check.stdout).unwrap();
    assert!(check.contains("git cannot read this version") && check.contains("git fetch --refetch"), "{check}");
}
