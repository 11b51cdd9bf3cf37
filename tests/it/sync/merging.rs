//! Merging concurrent edits of two people.

use couveuse::locale::Language;
use couveuse::model::{MergeSide, RecordKind};
use couveuse::store::{Prompts, SyncError, SyncStep};
use std::sync::atomic::AtomicBool;

use crate::driver::Screen;

use super::{CONVENTION, STARTUP, Two, all, asked, edit, is_whole, record, refused, sync, sync_with};

#[test]
fn edits_reach_the_other_clone() {
    let two = Two::new();
    edit(&two.lead, STARTUP, "planned", "cancelled");
    let (sent, steps) = sync_with(&two.lead, &[]);
    let sent = sent.unwrap();
    assert_eq!((sent.received, sent.sent, &sent.merged), (0, 1, &None));
    assert!(sent.records.is_empty());
    assert!(steps.contains(&SyncStep::Fetching(String::new())) && steps.contains(&SyncStep::Pushing(String::new())));
    let told = |step: &SyncStep| matches!(step, SyncStep::Pushing(line) if line.starts_with("Writing objects: 100%"));
    assert!(steps.iter().any(told), "{steps:?}");
    let came = sync(&two.coach);
    assert_eq!((came.received, came.sent, &came.merged), (1, 0, &None));
    assert_eq!(came.records, [record(RecordKind::Startup, "poubelles-battle")]);
    two.agree();
    assert_eq!(sync(&two.coach), couveuse::store::SyncReport::default());
}

#[test]
fn edits_of_different_records_and_fields_merge_automatically() {
    let two = Two::new();
    edit(&two.lead, CONVENTION, "amount  = 35000\narticle", "amount  = 36000   # as signed\narticle");
    edit(
        &two.coach,
        CONVENTION,
        "# last line",
        "# last line, and a comment\n\n[[payments]]\non = 2020-10-01\namount = 5",
    );
    edit(&two.coach, STARTUP, "planned", "cancelled");
    sync(&two.lead);
    let synced = sync(&two.coach);
    assert_eq!((synced.received, synced.sent), (1, 3));
    assert_eq!(synced.merged, Some(two.coach.head()));
    assert_eq!(synced.records, [record(RecordKind::Convention, "poubelles-battle-dinum-pau")]);
    sync(&two.lead);
    two.agree();
    let text = two.lead.read(CONVENTION);
    assert!(text.contains("36000   # as signed") && text.contains("# last line, and a comment\n"), "{text}");
    assert!(text.contains("[[payments]]"), "{text}");
    let said = two.lead.git(&["log", "-1", "--format=%an|%B"]);
    assert_eq!(said.trim(), "Coaching Office|Merge remote-tracking branch 'origin/main'\n\nCouveuse-Received: 1");
}

#[test]
fn a_merge_by_sync_is_named_with_the_number_of_commits_received() {
    let two = Two::new();
    edit(&two.lead, CONVENTION, "amount  = 35000\narticle", "amount  = 36000\narticle");
    edit(&two.lead, STARTUP, "planned", "cancelled");
    edit(&two.coach, CONVENTION, "# last line", "# the last line");
    sync(&two.lead);
    sync(&two.coach);
    let said = |arguments: &[&str]| String::from_utf8(two.coach.couveuse(arguments).output().unwrap().stdout).unwrap();
    let log: serde_json::Value = serde_json::from_str(&said(&["log", "--json"])).unwrap();
    let merge = &log["commits"][0];
    assert_eq!((&merge["merge"], &merge["received"], &merge["verb"]), (&true.into(), &2.into(), &().into()));
    assert_eq!(merge["detail"], "", "the trailer is no detail");
    assert_eq!(log["commits"][1]["received"], serde_json::Value::Null);
    assert!(said(&["log", "--lang", "en"]).contains("sync · 2 commits"));
    assert_eq!(said(&["log", "--lang", "fr", "--filter", "verb:sync"]).matches("sync · 2 commits").count(), 1);
    let mut screen = Screen::of_repo(&two.coach, Language::English, (120, 40));
    let text = screen.keys("7").text();
    assert!(text.contains("sync · 2 commits"), "{text}");
    screen.keys("u");
    assert!(screen.text().contains("not an edit made by couveuse"), "{}", screen.text());
    // The same subject by plain git is only a merge.
    edit(&two.lead, CONVENTION, "36000", "37000");
    edit(&two.coach, CONVENTION, "# the last line", "# last");
    sync(&two.coach);
    two.lead.git(&["fetch", "--quiet"]);
    two.lead.git(&["merge", "--quiet", "--no-edit", "origin/main"]);
    let log = String::from_utf8(two.lead.couveuse(&["log", "--lang", "en"]).output().unwrap().stdout).unwrap();
    let newest = log.lines().nth(1).unwrap_or_default();
    assert!(newest.contains(" merge ") && !newest.contains("sync"), "{log}");
}

#[test]
fn two_values_of_one_field_are_asked_about_before_anything_is_written() {
    for side in [MergeSide::Ours, MergeSide::Theirs] {
        let two = Two::new();
        edit(&two.lead, CONVENTION, "article  = \"2\"", "article  = \"3\"");
        edit(&two.lead, STARTUP, "planned", "cancelled");
        edit(&two.coach, CONVENTION, "article  = \"2\"", "article  = \"4\"");
        edit(&two.coach, STARTUP, "\"dinum\"]", "\"dinum\", \"pau\"]");
        sync(&two.lead);
        let before = (two.coach.head(), two.coach.state());
        let folder = two.coach.folder();
        let run = |answers: &[_]| folder.sync(answers, Prompts::Never, &|_| {}, &AtomicBool::new(false));
        let Err(SyncError::Questions(questions)) = run(&[]) else { panic!("asked") };
        assert_eq!((two.coach.head(), two.coach.state()), before);
        let [question] = &questions[..] else { panic!("{questions:?}") };
        assert_eq!(question.path.to_string(), "obligations[0].article");
        assert_eq!(question.was.as_deref(), Some("\"2\""));
        let told = |version: &couveuse::model::MergeVersion| {
            (version.value.clone().unwrap(), version.by.clone().unwrap(), version.on.unwrap().to_string())
        };
        assert_eq!(told(&question.ours), ("\"4\"".into(), "Coaching Office".into(), "2020-12-01".into()));
        assert_eq!(told(&question.theirs), ("\"3\"".into(), "Lead Office".into(), "2020-12-01".into()));
        let synced = run(&all(&questions, side)).unwrap();
        assert!(synced.merged.is_some());
        sync(&two.lead);
        two.agree();
        let kept = if side == MergeSide::Ours { "\"4\"" } else { "\"3\"" };
        let text = two.lead.read(CONVENTION);
        assert!(text.contains(&format!("article  = {kept}")), "{text}");
        let body = two.lead.git(&["log", "-1", "--format=%b"]);
        assert!(
            body.starts_with(&format!("convention/poubelles-battle-dinum-pau obligations[0].article: {kept}, not ")),
            "{body}"
        );
        assert!(two.lead.read(STARTUP).contains("cancelled") && two.lead.read(STARTUP).contains("\"pau\"]"));
    }
}

#[test]
fn an_answer_applies_only_to_the_values_shown() {
    let two = Two::new();
    edit(&two.lead, CONVENTION, "article  = \"2\"", "article  = \"3\"");
    edit(&two.coach, CONVENTION, "article  = \"2\"", "article  = \"4\"");
    sync(&two.lead);
    let folder = two.coach.folder();
    let run = |answers: &[_]| folder.sync(answers, Prompts::Never, &|_| {}, &AtomicBool::new(false));
    let Err(SyncError::Questions(first)) = run(&[]) else { panic!("asked") };
    edit(&two.lead, CONVENTION, "article  = \"3\"", "article  = \"7\"");
    sync(&two.lead);
    let Err(SyncError::Questions(second)) = run(&all(&first, MergeSide::Theirs)) else { panic!("asked again") };
    assert_eq!(second[0].theirs.value.as_deref(), Some("\"7\""));
    run(&all(&second, MergeSide::Theirs)).unwrap();
    assert!(two.coach.read(CONVENTION).contains("article  = \"7\""));
}

#[test]
fn a_record_moved_locally_and_edited_remotely_is_edited_at_its_new_path() {
    for mover in [true, false] {
        let two = Two::new();
        let (mover, editor) = if mover { (&two.lead, &two.coach) } else { (&two.coach, &two.lead) };
        std::fs::create_dir(mover.root().join("startups/dinum")).unwrap();
        mover.git(&["mv", STARTUP, "startups/dinum/poubelles-battle.toml"]);
        mover.commit_all("Sort the startups");
        edit(editor, STARTUP, "planned", "cancelled");
        sync(&two.lead);
        sync(&two.coach);
        sync(&two.lead);
        two.agree();
        assert!(two.lead.read("startups/dinum/poubelles-battle.toml").contains("cancelled"));
        assert!(!two.lead.root().join(STARTUP).exists());
    }
}

#[test]
fn a_record_deleted_locally_and_edited_remotely_is_a_question() {
    for side in [MergeSide::Ours, MergeSide::Theirs] {
        let two = Two::new();
        two.lead.git(&["rm", "--quiet", "parties/pau.toml"]);
        two.lead.commit_all("No longer a party");
        edit(&two.coach, "parties/pau.toml", "Pau Béarn", "Pau–Béarn");
        sync(&two.lead);
        let questions = asked(&two.coach);
        assert_eq!(questions.len(), 1);
        assert!(questions[0].path.is_empty());
        assert_eq!(questions[0].theirs.value, None);
        assert_eq!(questions[0].theirs.by.as_deref(), Some("Lead Office"));
        assert_eq!(questions[0].ours.value.as_deref(), Some("name = \"Pau–Béarn Pyrénées\"\n"));
        let done = sync_with(&two.coach, &all(&questions, side)).0;
        done.unwrap();
        sync(&two.lead);
        two.agree();
        assert_eq!(two.lead.root().join("parties/pau.toml").exists(), side == MergeSide::Ours);
    }
}

#[test]
fn identical_new_records_merge_and_different_ones_coexist() {
    let two = Two::new();
    two.lead.write("parties/oise.toml", "name = \"Oise\"\n");
    two.lead.commit_all("Oise");
    two.coach.write("parties/departements/oise.toml", "name = \"Oise\"\nkind = \"département\"\n");
    two.coach.write("parties/ademe.toml", "name = \"ADEME\"\n");
    two.coach.commit_all("Oise and ADEME");
    sync(&two.lead);
    sync(&two.coach);
    sync(&two.lead);
    two.agree();
    assert_eq!(two.lead.read("parties/oise.toml"), "name = \"Oise\"\nkind = \"département\"\n");
    assert!(!two.lead.root().join("parties/departements/oise.toml").exists());
    assert!(two.lead.root().join("parties/ademe.toml").exists());
}

#[test]
fn other_files_merge_by_lines_and_conflicts_are_listed_without_changes() {
    let two = Two::new();
    two.lead.write("notes.md", "one\ntwo\nthree\nfour\nfive\n");
    two.lead.commit_all("Notes");
    sync(&two.lead);
    sync(&two.coach);
    edit(&two.lead, "notes.md", "one", "ONE");
    edit(&two.coach, "notes.md", "five", "FIVE");
    sync(&two.lead);
    sync(&two.coach);
    sync(&two.lead);
    two.agree();
    assert_eq!(two.lead.read("notes.md"), "ONE\ntwo\nthree\nfour\nFIVE\n");
    edit(&two.lead, "notes.md", "three", "3");
    edit(&two.coach, "notes.md", "three", "III");
    sync(&two.lead);
    let before = (two.coach.head(), two.coach.state());
    match refused(&two.coach) {
        SyncError::Conflicts(files) => assert_eq!(files, [std::path::PathBuf::from("notes.md")]),
        other => panic!("{other:?}"),
    }
    assert_eq!((two.coach.head(), two.coach.state()), before);
    is_whole(&two.coach);
}

#[test]
fn a_file_replacing_a_deleted_one_is_listed_and_neither_is_lost() {
    let two = Two::new();
    two.coach.git(&["mv", "parties/pau.toml", "parties/oise.toml"]);
    two.coach.commit_all("Another name");
    two.lead.write("parties/oise.toml", "name = \"Oise\"\n");
    two.lead.commit_all("Oise");
    sync(&two.lead);
    match refused(&two.coach) {
        SyncError::Conflicts(files) => assert_eq!(files, [std::path::PathBuf::from("parties/oise.toml")]),
        other => panic!("{other:?}"),
    }
    assert!(two.coach.read("parties/oise.toml").contains("Pau"));
}

#[test]
fn deleting_the_last_file_of_a_folder_deletes_the_folder() {
    let two = Two::new();
    two.lead.write("papers/one.md", "one\n");
    two.lead.commit_all("Papers");
    sync(&two.lead);
    sync(&two.coach);
    two.lead.git(&["rm", "--quiet", "papers/one.md"]);
    two.lead.commit_all("No papers");
    edit(&two.coach, STARTUP, "planned", "cancelled");
    sync(&two.lead);
    sync(&two.coach);
    sync(&two.lead);
    two.agree();
    assert_eq!(two.lead.git(&["ls-tree", "--name-only", "HEAD", "papers"]), "");
}

/// Each merges the other's branch and keeps its own value: from then on there are two merge bases.
fn each_keeps_its_own(two: &Two) {
    let (lead, coach) = (two.lead.head(), two.coach.head());
    for (repo, other, commit) in [(&two.lead, &two.coach, &coach), (&two.coach, &two.lead, &lead)] {
        repo.git(&["fetch", "--quiet", other.root().to_str().unwrap(), "main"]);
        repo.git(&["merge", "--quiet", "--no-edit", "--strategy", "ours", commit]);
    }
}

#[test]
fn criss_cross_merges_with_different_values_are_asked_about() {
    let two = Two::new();
    edit(&two.lead, CONVENTION, "article  = \"2\"", "article  = \"3\"");
    edit(&two.coach, CONVENTION, "article  = \"2\"", "article  = \"4\"");
    each_keeps_its_own(&two);
    sync(&two.lead);
    let questions = asked(&two.coach);
    assert_eq!(questions.len(), 1);
    assert_eq!(
        (questions[0].ours.value.as_deref(), questions[0].theirs.value.as_deref()),
        (Some("\"4\""), Some("\"3\""))
    );
    sync_with(&two.coach, &all(&questions, MergeSide::Theirs)).0.unwrap();
    sync(&two.lead);
    two.agree();
}

#[test]
fn criss_cross_merges_with_a_deletion_are_asked_about() {
    let two = Two::new();
    std::fs::remove_file(two.coach.root().join(CONVENTION)).unwrap();
    two.coach.commit_all("Gone");
    edit(&two.lead, CONVENTION, "article  = \"2\"", "article  = \"3\"");
    each_keeps_its_own(&two);
    sync(&two.lead);
    let questions = asked(&two.coach);
    assert!(questions.len() == 1 && questions[0].ours.value.is_none(), "{questions:?}");
    sync_with(&two.coach, &all(&questions, MergeSide::Ours)).0.unwrap();
    assert!(!two.coach.root().join(CONVENTION).exists());
    sync(&two.lead);
    two.agree();
}

#[test]
fn a_file_replacing_a_folder_is_listed() {
    let two = Two::new();
    two.lead.write("papers", "a file\n");
    two.lead.commit_all("Papers");
    two.coach.write("papers/one.md", "in a folder\n");
    two.coach.commit_all("Papers");
    sync(&two.lead);
    assert!(matches!(refused(&two.coach), SyncError::Conflicts(_)));
    is_whole(&two.coach);
}

#[test]
fn an_invalid_merge_is_a_question_and_never_committed() {
    let two = Two::new();
    let entry = |what: &str| {
        format!(
            "# last line\n\n[[obligations]]\nid = \"new\"\ndebtor = \"pau\"\nwhat = \"{what}\"\narticle = \"9\"\nstanding = true"
        )
    };
    edit(&two.lead, CONVENTION, "# last line", &entry("Send the budget"));
    edit(&two.coach, CONVENTION, "# last line", &entry("Send the accounts"));
    sync(&two.lead);
    let questions = asked(&two.coach);
    assert!(!questions.is_empty());
    sync_with(&two.coach, &all(&questions, MergeSide::Ours)).0.unwrap();
    sync(&two.lead);
    two.agree();
    let check = two.lead.couveuse(&["check", "--fail-on", "error"]).output().unwrap();
    assert!(!String::from_utf8_lossy(&check.stdout).contains("duplicate"), "{check:?}");
    // The entries merge, but the result has two entries with one id.
    let payment = "\n[[payments]]\ncontribution = \"pau\"\namount = 1000\non = 2021-01-04\n";
    two.coach.write(CONVENTION, two.coach.read(CONVENTION) + payment);
    two.coach.commit_all("Paid");
    sync(&two.coach);
    sync(&two.lead);
    edit(&two.lead, CONVENTION, "on = 2021-01-04\n", "on = 2021-01-04\nid = \"x\"\n");
    let other = payment.replace("01-04", "02-05\nid = \"x\"").replace("1000", "2000");
    two.coach.write(CONVENTION, two.coach.read(CONVENTION) + &other);
    two.coach.commit_all("Paid more");
    sync(&two.lead);
    let questions = asked(&two.coach);
    assert!(questions.len() == 1 && questions[0].path.is_empty(), "{questions:?}");
    sync_with(&two.coach, &all(&questions, MergeSide::Ours)).0.unwrap();
    assert_eq!(two.coach.read(CONVENTION).matches("id = \"x\"").count(), 1);
}
