//! Facts from real repositories: `log`, `diff`, and what they follow and count.

use serde_json::{Value, json};

use crate::support::{CONVENTION, Repo, STARTUP, answer, refused, said};

const ID: &str = "poubelles-battle-dinum-pau";
const FILE: &str = "conventions/poubelles-battle-dinum-pau.toml";
const STARTUP_FILE: &str = "startups/poubelles-battle.toml";

fn texts(facts: &Value) -> Vec<&str> {
    facts.as_array().unwrap().iter().map(|fact| fact["text"].as_str().unwrap()).collect()
}

fn commit(repo: &Repo, file: &str, text: &str, message: &str) {
    repo.write(file, text);
    repo.commit_all(message);
}

#[test]
fn facts_are_the_same_for_commits_by_the_program_and_by_hand() {
    let [by_program, by_hand] = [Repo::new(), Repo::new()];
    said(&by_program, &["sign", ID, "--on", "20/2/2020"]);
    said(&by_program, &["pay", &format!("{ID}/pau"), "35000", "--on", "1/4/2020", "--reference", "VIR 1"]);
    said(&by_program, &["hold", "poubelles-battle", "--on", "20/8/2020", "--decision", "continue"]);
    for n in [2, 1, 0] {
        let changed = by_program.git(&["show", "--format=", "--name-only", &format!("HEAD~{n}")]);
        let text = by_program.git(&["show", &format!("HEAD~{n}:{}", changed.trim())]);
        commit(&by_hand, changed.trim(), &text, "wip");
    }
    let all = [&by_program, &by_hand].map(|repo| {
        let log = answer(repo, &["log"]);
        let facts = log["commits"].as_array().unwrap().iter().map(|commit| commit["facts"].clone());
        facts.collect::<Vec<_>>()
    });
    assert_eq!(all[0], all[1]);
    assert_eq!(
        texts(&all[0][1]),
        ["payment of €35,000.00 from Pau Béarn Pyrénées received on 1 April 2020 (reference: VIR 1)"]
    );
    assert_eq!(
        texts(&all[0][0])[..],
        ["committee of 20 August 2020, decision: none → continue", "committee of 20 August 2020 held"]
    );
    let diff = answer(&by_hand, &["diff", "HEAD~3..HEAD"]);
    assert_eq!(texts(&diff["facts"]).len(), 4, "{diff}");
    assert_eq!(diff["commits"].as_array().unwrap().len(), 3);
    let mut french = by_hand.couveuse(&["log", "--lang", "fr"]);
    let french = String::from_utf8(french.output().unwrap().stdout).unwrap();
    assert!(french.contains("signature\u{a0}: inconnue → 20 février 2020") && !french.contains("wip"), "{french}");
}

#[test]
fn values_are_as_written_in_the_file() {
    let repo = Repo::new();
    commit(&repo, FILE, &CONVENTION.replace("# signed = YYYY-MM-DD", "signed = 2020-02-20"), "Signed");
    commit(&repo, FILE, &CONVENTION.replace("amount  = 35000\narticle", "amount  = \"35000.50\"\narticle"), "Both");
    let facts = &answer(&repo, &["log"])["commits"][0]["facts"];
    let record = format!("convention/{ID}");
    assert_eq!(
        facts,
        &json!([
            { "record": record, "path": "signed", "text": "signature: 20 February 2020 → unknown", "was": "2020-02-20", "is": null },
            {
                "record": record,
                "path": "contributions[0].amount",
                "text": "contribution of Pau Béarn Pyrénées, amount: €35,000.00 → €35,000.50",
                "was": 35000,
                "is": "35000.50",
            },
        ])
    );
}

#[test]
fn changes_outside_the_records_are_counted() {
    let repo = Repo::new();
    repo.write(STARTUP_FILE, STARTUP.replace("2020-08-20", "2020-09-20"));
    commit(&repo, FILE, &CONVENTION.replace("title    = \"", "title    = \"La "), "Both");
    let all = answer(&repo, &["log"]);
    assert_eq!((all["commits"][0]["facts"].as_array().unwrap().len(), &all["commits"][0]["elsewhere"]), (2, &json!(0)));
    let one = answer(&repo, &["log", "poubelles-battle"]);
    assert_eq!(texts(&one["commits"][0]["facts"]), ["committee moved from 20 August 2020 to 20 September 2020"]);
    assert_eq!(one["commits"][0]["elsewhere"], 1);
    assert_eq!(one["commits"][0]["records"].as_array().unwrap().len(), 2);
    let text = said(&repo, &["log", "poubelles-battle"]);
    assert!(text.contains("… and another record") && !text.contains("La Poubelles"), "{text}");
    let diff = answer(&repo, &["diff", "HEAD~..", "poubelles-battle"]);
    assert_eq!((texts(&diff["facts"]).len(), &diff["elsewhere"]), (1, &json!(1)));
}

#[test]
fn renamed_records_are_followed() {
    let repo = Repo::new();
    commit(&repo, STARTUP_FILE, &STARTUP.replace("2020-08-20", "2020-09-20"), "Moved");
    repo.git(&["mv", STARTUP_FILE, "startups/battle.toml"]);
    repo.write("startups/battle.toml", STARTUP.replace("2020-08-20", "2020-09-20").replace("planned", "held"));
    repo.commit_all("Renamed");
    commit(&repo, "startups/battle.toml", STARTUP, "Back");
    let log = answer(&repo, &["log", "battle"]);
    let commits = log["commits"].as_array().unwrap();
    let subjects: Vec<&str> = commits.iter().map(|commit| commit["subject"].as_str().unwrap()).collect();
    assert_eq!(subjects, ["Back", "Renamed", "Moved", "The portfolio"]);
    assert_eq!(
        texts(&commits[1]["facts"]),
        ["renamed from poubelles-battle to battle", "committee of 20 September 2020 held"]
    );
    assert_eq!(commits[1]["elsewhere"], 0);
    let diff = answer(&repo, &["diff", "HEAD~3.."]);
    assert_eq!(texts(&diff["facts"]), ["renamed from poubelles-battle to battle"]);
    assert_eq!(answer(&repo, &["log", "startup/poubelles-battle"])["commits"].as_array().unwrap().len(), 3);
}

#[test]
fn merges_have_only_the_facts_of_their_own() {
    let repo = Repo::new();
    repo.git(&["checkout", "--quiet", "-b", "other"]);
    commit(&repo, STARTUP_FILE, &STARTUP.replace("2020-08-20", "2020-09-20"), "Theirs");
    repo.git(&["checkout", "--quiet", "main"]);
    commit(&repo, STARTUP_FILE, &STARTUP.replace("[\"dinum\"]", "[\"pau\"]"), "Ours");
    repo.try_git(&["merge", "--quiet", "--no-commit", "other"]);
    let both = STARTUP.replace("2020-08-20", "2020-09-20").replace("[\"dinum\"]", "[\"pau\"]");
    commit(&repo, STARTUP_FILE, &both.replace("2019-09-03", "2019-10-03"), "Both and more");
    let log = answer(&repo, &["log"]);
    let merge = &log["commits"][0];
    assert_eq!((merge["merge"].as_bool(), merge["subject"].as_str()), (Some(true), Some("Both and more")));
    assert_eq!(texts(&merge["facts"]), ["phase construction, from: 3 September 2019 → 3 October 2019"]);
    assert!(said(&repo, &["log"]).lines().nth(1).unwrap().contains("merge"));
}

#[test]
fn a_range_ends_in_commits_tags_or_days() {
    let repo = Repo::new();
    for (n, day) in [(1, "2020-12-10"), (2, "2020-12-20")] {
        repo.write(STARTUP_FILE, STARTUP.replace("2020-08-20", &format!("2020-09-0{n}")));
        repo.git(&["add", "--all"]);
        repo.git(&["commit", "--quiet", "--date", &format!("{day}T23:59:00+01:00"), "--message", "One"]);
    }
    repo.git(&["tag", "v1", "HEAD~"]);
    let first = "committee moved from 20 August 2020 to 1 September 2020";
    let second = "committee moved from 1 to 2 September 2020";
    let both = "committee moved from 20 August 2020 to 2 September 2020";
    for (range, expected) in [
        ("HEAD~..HEAD", second),
        ("HEAD~", second),
        ("v1..", second),
        ("HEAD~2..v1", first),
        ("1/12/2020..10/12/2020", first),
        ("1/12/2020..", both),
        ("2020-12-10..2020-12-31", second),
        ("2020-12-01..v1", first),
    ] {
        assert_eq!(texts(&answer(&repo, &["diff", range])["facts"]), [expected], "{range}");
    }
    let text = said(&repo, &["diff", "v1.."]);
    let commits = repo.git(&["log", "--format=%h", "--abbrev=7"]);
    let short: Vec<&str> = commits.lines().collect();
    let heading = format!("From 10 December 2020 ({}) to 20 December 2020 ({})", short[1], short[0]);
    let title = "Poubelles Battle (startup/poubelles-battle)";
    assert_eq!(text, format!("{heading}\n\n{title}\n  · {second}\n"));
    let markdown = said(&repo, &["diff", "v1..", "--format", "md"]);
    assert_eq!(markdown, format!("# {heading}\n\n## {title}\n\n- {second}\n"));
    assert!(said(&repo, &["diff", "HEAD..HEAD"]).ends_with("\n\nNo change to these records.\n"));
    assert!(refused(&repo, &["diff", "nothing..HEAD"]).contains("“nothing” is not a commit, branch, tag, or date"));
    assert!(refused(&repo, &["diff", "30/11/2020.."]).contains("the history begins on 1 Dec 2020"));
    assert!(refused(&repo, &["diff"]).contains("A..B"));
    assert_eq!(answer(&repo, &["log", "--since", "v1"])["commits"].as_array().unwrap().len(), 1);
    assert_eq!(answer(&repo, &["log", "--since", "15/12/2020"])["commits"].as_array().unwrap().len(), 1);
    assert_eq!(said(&repo, &["log", "--since", "HEAD"]), "No commits to these records after this one.\n");
}

#[test]
fn changes_since_the_last_committee_are_found_by_startup() {
    let repo = Repo::new();
    assert!(refused(&repo, &["diff", "--since-committee", "poubelles-battle"]).contains("has been held"));
    assert!(refused(&repo, &["diff", "--since-committee", "party/pau"]).contains("is not a startup"));
    commit(&repo, STARTUP_FILE, &STARTUP.replace("2020-08-20", "2020-12-01").replace("planned", "held"), "Held");
    repo.write(FILE, CONVENTION.replace("# signed = YYYY-MM-DD", "signed = 2020-12-05"));
    repo.write("parties/pau.toml", "name = \"Pau\"\n");
    repo.git(&["commit", "--quiet", "--all", "--date", "2020-12-05T09:00:00+01:00", "--message", "Signed"]);
    let diff = answer(&repo, &["diff", "--since-committee", "poubelles-battle"]);
    assert_eq!(texts(&diff["facts"]), ["signature: unknown → 5 December 2020"]);
    assert_eq!((diff["from"]["on"].as_str(), &diff["elsewhere"]), (Some("2020-12-01"), &json!(1)));
}

#[test]
fn a_shallow_clone_says_where_its_history_ends() {
    let repo = Repo::new();
    for day in ["2020-09-01", "2020-09-02"] {
        commit(&repo, STARTUP_FILE, &STARTUP.replace("2020-08-20", day), day);
    }
    let clone = Repo::empty();
    let url = format!("file://{}", repo.root().display());
    clone.git(&["clone", "--quiet", "--depth", "2", &url, "."]);
    let log = answer(&clone, &["log"]);
    assert_eq!((log["commits"].as_array().unwrap().len(), &log["shallow"]), (2, &json!(true)));
    assert_eq!(texts(&log["commits"][0]["facts"]), ["committee moved from 1 to 2 September 2020"]);
    assert!(said(&clone, &["log"]).ends_with("\nHistory ends here: this clone is shallow.\n"));
    assert!(refused(&clone, &["diff", "30/11/2020.."]).contains("git fetch --unshallow"));
    assert_eq!(answer(&repo, &["log"])["shallow"], json!(false));
}

#[test]
fn broken_and_binary_versions_are_facts() {
    let repo = Repo::new();
    commit(&repo, STARTUP_FILE, &STARTUP.replace("name      = \"Poubelles Battle\"", "name = \"Poubelles"), "Broken");
    commit(&repo, STARTUP_FILE, STARTUP, "Repaired");
    repo.write(STARTUP_FILE, [0xff_u8, 0]);
    repo.commit_all("Binary");
    let log = answer(&repo, &["log"]);
    let of = |n: usize| texts(&log["commits"][n]["facts"]);
    assert_eq!(of(0), ["the file cannot be read any more"]);
    assert_eq!(of(1)[0], "the whole file can be read again");
    assert_eq!(of(2)[0], "part of the file cannot be read any more");
}

/// The path of a loose object.
fn object(repo: &Repo, name: &str) -> std::path::PathBuf {
    let id = repo.git(&["rev-parse", name]);
    repo.root().join(".git/objects").join(&id[..2]).join(id[2..].trim())
}

#[test]
fn a_file_that_git_cannot_read_is_reported_and_hides_nothing_else() {
    let repo = Repo::new();
    for day in ["2020-09-01", "2020-09-02", "2020-09-03"] {
        commit(&repo, STARTUP_FILE, &STARTUP.replace("2020-08-20", day), day);
    }
    let blob = object(&repo, &format!("HEAD~:{STARTUP_FILE}"));
    let unread = "changed; the content is missing from this clone or damaged";
    for content in [None, Some("damaged")] {
        std::fs::remove_file(&blob).unwrap();
        if let Some(content) = content {
            std::fs::write(&blob, content).unwrap();
        }
        for arguments in [&["log"][..], &["log", "poubelles-battle"]] {
            let log = answer(&repo, arguments);
            let of = |n: usize| texts(&log["commits"][n]["facts"]);
            assert_eq!((of(0), of(1)), (vec![unread], vec![unread]));
            assert_eq!(of(2), ["committee moved from 20 August 2020 to 1 September 2020"]);
        }
        assert_eq!(texts(&answer(&repo, &["diff", "HEAD~.."])["facts"]), [unread]);
        std::fs::write(&blob, "").unwrap();
    }
    std::fs::remove_file(object(&repo, "HEAD~:startups")).unwrap();
    for arguments in [&["log"][..], &["log", "poubelles-battle"]] {
        let words = refused(&repo, arguments);
        assert!(words.contains("git: ") && !words.contains("hook"), "{words}");
    }
}
