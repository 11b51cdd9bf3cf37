//! The boxes that ask or report something, and how to open each of them.

use couveuse::edit::{DiffLine, LineKind, StaleValue};
use couveuse::locale::Language;
use couveuse::model::{Id, KeyPath, MergeQuestion, MergeVersion, RecordKind, RecordRef};
use couveuse::ui::{CommitKind, Data, FailureCause, Outcome, SavedCommit, SyncProgress, SyncSummary};

use crate::driver::{Screen, day, sample};

fn startup(id: &str) -> RecordRef {
    RecordRef::new(RecordKind::Startup, Id::new(id).expect("an id"))
}

/// Submits a note, and lets the commit fail with a cause.
fn failed(screen: &mut Screen, cause: FailureCause) {
    screen.keys("/histologe<Enter>anThe port opens<C-s>");
    let (what, remedy) = ("it could not be committed".into(), "see the hook".into());
    screen.receive(Outcome::Failed { what, remedy, cause });
}

fn hand_edit_conflict(screen: &mut Screen) {
    failed(screen, FailureCause::HandEdits(vec![startup("histologe")]));
    let line = |number, kind, text: &str| DiffLine { number, kind, text: text.to_owned() };
    let lines = vec![
        line(2, LineKind::Context, "also = [\"Signal Logement\"]"),
        line(3, LineKind::Removed, "site\t= \"https://signal-logement.beta.gouv.fr\""),
        line(3, LineKind::Added, "site\t= \"https://signal-logement.example.fr\"   # être vérifié"),
    ];
    screen.receive(Outcome::HandEdit { record: startup("histologe"), lines: Ok(lines), lost: Vec::new() });
}

fn outdated(screen: &mut Screen) {
    let changed = StaleValue {
        record: startup("histologe"),
        path: KeyPath::top().key("mission"),
        was: Some("\"Signaler les logements\"".to_owned()),
        now: Some("\"\"\"\nSignaler,\nsuivre\"\"\"".to_owned()),
        intended: None,
    };
    failed(screen, FailureCause::Stale(Box::new(changed)));
}

fn gone(screen: &mut Screen) {
    let (what, intended) = ("Call the town hall".to_owned(), "done = 2020-11-30".to_owned());
    failed(screen, FailureCause::Gone { record: startup("histologe"), what, intended });
}

fn refused(screen: &mut Screen) {
    let said = "Every note needs a source.\n\n\u{1b}[31m  1. say whence\u{1b}[0m\n  2. commit again\n".to_owned();
    failed(screen, FailureCause::Refused(said));
}

fn syncing(screen: &mut Screen) {
    screen
        .keys("S")
        .receive(Outcome::SyncProgress(SyncProgress::Fetching("Receiving objects:  42% (21/50)".to_owned())));
}

fn importing(screen: &mut Screen) {
    screen.keys("I/nowhere/spending.csv<Enter>").receive(Outcome::ImportProgress { count: 31_200, all: 100_000 });
}

fn synced(screen: &mut Screen) {
    let records = vec![startup("histologe"), startup("comobi")];
    screen.keys("S").receive(Outcome::Synced(SyncSummary {
        received: 3,
        sent: 1,
        is_merged: true,
        records,
        ..SyncSummary::default()
    }));
}

fn asked(screen: &mut Screen) {
    let version = |value: &str, by: &str, on: &str| MergeVersion {
        value: Some(value.to_owned()),
        by: Some(by.to_owned()),
        on: Some(day(on)),
    };
    let question = |path: KeyPath| MergeQuestion {
        record: startup("histologe"),
        path,
        was: Some("\"Signaler\"".to_owned()),
        ours: version("\"Signaler et suivre\"", "Lead Office", "2020-11-28"),
        theirs: version("\"Faire repérer\"", "Équipe d’accompagnement", "2020-11-30"),
    };
    let questions = vec![question(KeyPath::top().key("mission")), question(KeyPath::top().key("name"))];
    screen.keys("S").receive(Outcome::Questions(questions)).keys("t<Left>");
}

/// Shows data with an uncommitted record and a branch that is two commits ahead.
fn uncommitted(screen: &mut Screen) {
    let dirty = std::sync::Arc::new([startup("histologe")].into());
    let data = Data { dirty, ahead_behind: Some((2, 1)), ..Data::clone(&sample()) };
    screen.receive(Outcome::Data(data.into())).keys("/histologe<Enter>");
}

fn uncommitted_page(screen: &mut Screen) {
    uncommitted(screen);
    screen.keys("<Enter>");
}

/// Opens a box.
pub type Reach = fn(&mut Screen);

/// The boxes by name.
pub const BOXES: [(&str, Reach); 13] = [
    ("in-the-way", hand_edit_conflict),
    ("outdated", outdated),
    ("gone", gone),
    ("refused", refused),
    ("syncing", syncing),
    ("importing", importing),
    ("synced", synced),
    ("asked", asked),
    ("uncommitted", uncommitted),
    ("uncommitted-page", uncommitted_page),
    ("form-after-a-refusal", |screen| {
        refused(screen);
        screen.keys("<Esc>");
    }),
    ("unreachable", |screen| {
        let what = "cannot reach origin: fatal: '/srv/nowhere.git' is no repository\nfatal: no answer".into();
        let remedy = "nothing was changed; couveuse sync in a shell lets git ask for what it needs to know".into();
        screen.keys("S").receive(Outcome::Failed { what, remedy, cause: FailureCause::Other });
    }),
    ("drafts", |screen| {
        screen.keys("/histologe<Enter>anHalf a sentence<Esc>");
    }),
];

#[test]
fn a_single_question_has_no_keys_to_others() {
    let mut screen = Screen::of_sample(Language::English, (80, 24));
    let nothing = MergeVersion { value: None, by: None, on: None };
    let (was, path) = (None, KeyPath::top().key("site"));
    let question = MergeQuestion { record: startup("comobi"), path, was, ours: nothing.clone(), theirs: nothing };
    screen.keys("S").receive(Outcome::Questions(vec![question]));
    assert!(screen.text().contains("o local   t remote   Esc back"), "{}", screen.text());
}

#[test]
fn an_import_shows_how_far_it_is_until_it_is_cancelled() {
    let mut screen = Screen::of_sample(Language::English, (80, 24));
    importing(&mut screen);
    assert!(screen.text().contains("Matching 31,200 of 100,000 rows"), "{}", screen.text());
    screen.keys("<Esc>").receive(Outcome::ImportProgress { count: 40_000, all: 100_000 });
    assert!(screen.text().contains("Stopping") && !screen.text().contains("40,000"), "{}", screen.text());
    let what = "Import cancelled; nothing was changed".to_owned();
    screen.receive(Outcome::Failed { what, remedy: String::new(), cause: FailureCause::Cancelled });
    assert!(screen.text().contains("Import cancelled") && !screen.text().contains("Stopping"), "{}", screen.text());
}

#[test]
fn both_values_and_the_keys_are_visible_on_a_small_terminal() {
    for (language, back, on) in
        [(Language::French, "Échap annule", "Entrée continue"), (Language::English, "Esc cancels", "Enter continues")]
    {
        let mut screen = Screen::of_sample(language, (40, 10));
        asked(&mut screen);
        let shows = |screen: &Screen, all: &[&str]| {
            let text = screen.text();
            assert!(all.iter().all(|words| text.contains(words)), "{text}");
        };
        shows(&screen, &["1/2 ", "\"Signaler et suivre\"", "\"Faire repérer\"", "o ", "t ", back]);
        shows(screen.keys("<Right>o"), &["2/2 ", "\"Faire repérer\"", on]);
    }
}

#[test]
fn leaving_the_questions_reports_the_cancellation() {
    let mut screen = Screen::of_sample(Language::French, (80, 24));
    asked(&mut screen);
    let text = screen.keys("<Esc>").text();
    assert!(text.contains("Synchronisation annulée ; rien n’a été modifié. S la reprend"), "{text}");
    assert!(!screen.keys("j").text().contains("annulée"));
}

#[test]
fn a_failed_push_does_not_claim_that_nothing_changed() {
    for (cause, title) in [(FailureCause::NotPushed, "Nothing was sent"), (FailureCause::Other, "Nothing was changed")]
    {
        let mut screen = Screen::of_sample(Language::English, (80, 24));
        let (what, remedy) = ("origin refused: no".into(), "your commits stay here".into());
        screen.keys("S").receive(Outcome::Failed { what, remedy, cause });
        assert!(screen.text().contains(title), "{}", screen.text());
    }
}

#[test]
fn the_undo_key_is_shown_after_long_subjects() {
    let mut screen = Screen::of_sample(Language::French, (80, 24));
    let subject = "histologe: note: ".to_owned() + &"une longue note ".repeat(9);
    screen.receive(Outcome::Saved(SavedCommit { commit: "abcdef0".to_owned(), subject, kind: CommitKind::Committed }));
    assert!(screen.text().contains("… · u annuler"), "{}", screen.text());
}

#[test]
fn output_of_hooks_and_remotes_is_sanitized() {
    for reach in [refused as Reach, asked, syncing] {
        let mut screen = Screen::of_sample(Language::English, (120, 40));
        reach(&mut screen);
        assert!(!screen.text().contains('\u{1b}'), "{}", screen.text());
    }
}
