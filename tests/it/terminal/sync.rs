//! `couveuse sync` in a terminal: progress, questions, and Ctrl-C.

use super::harness::Terminal;
use crate::sync::{CONVENTION, Two, edit, is_whole, sync};

const QUESTION: &str = "1 local, 2 remote";

fn parted() -> Two {
    let two = Two::new();
    edit(&two.lead, CONVENTION, "article  = \"2\"", "article  = \"3\"");
    edit(&two.coach, CONVENTION, "article  = \"2\"", "article  = \"4\"");
    sync(&two.lead);
    two
}

#[test]
fn sync_asks_which_value_to_keep() {
    let two = parted();
    let mut terminal = Terminal::start(&two.coach.root(), &["sync"], &[]);
    terminal.until_text(QUESTION);
    terminal.until_text("2 remote (Lead Office, 1 Dec 2020): \"3\"");
    terminal.press("2\r");
    terminal.until_text("1 commit received, 2 sent");
    assert_eq!(terminal.end().exit_code(), 0);
    sync(&two.lead);
    two.agree();
    assert!(two.lead.read(CONVENTION).contains("article  = \"3\""));
    assert!(terminal.has_written("Writing objects: 100%"));
}

#[test]
fn an_unanswered_or_interrupted_question_changes_nothing() {
    for (keys, code) in [("\r", 1), ("\u{3}", 130)] {
        let two = parted();
        let before = two.coach.head();
        let mut terminal = Terminal::start(&two.coach.root(), &["sync"], &[]);
        terminal.until_text(QUESTION);
        terminal.press(keys);
        assert_eq!(terminal.end().exit_code(), code, "{keys:?}");
        assert_eq!(two.coach.head(), before);
        is_whole(&two.coach);
    }
}

#[test]
fn ctrl_c_stops_a_running_git() {
    let two = Two::new();
    edit(&two.coach, CONVENTION, "article  = \"2\"", "article  = \"4\"");
    two.coach.hook("pre-push", "echo 'the hook waits' >&2; exec sleep 600");
    let before = two.coach.head();
    let mut terminal = Terminal::start(&two.coach.root(), &["sync"], &[]);
    terminal.until_text("the hook waits");
    terminal.press("\u{3}");
    assert_eq!(terminal.end().exit_code(), 130);
    terminal.until_text("sync stopped");
    assert_eq!(two.coach.head(), before);
    is_whole(&two.coach);
}
