//! The mouse, pastes, copying and themes in a real terminal.

use super::harness::Terminal;
use crate::support::Repo;

#[test]
fn clicks_work_and_the_mouse_can_be_released() {
    let repo = Repo::sample();
    let mut terminal = Terminal::start(&repo.root(), &["--lang", "en"], &[]);
    terminal.until("the mouse taken", |screen| {
        screen.mouse_protocol_mode() == vt100::MouseProtocolMode::PressRelease
            && screen.mouse_protocol_encoding() == vt100::MouseProtocolEncoding::Sgr
            && screen.contents().contains("Histologe")
    });
    terminal.press("2");
    terminal.until_text("▌ Anti-gaspi");
    terminal.press("\u{1b}[<0;6;5M\u{1b}[<0;6;5m");
    terminal.until_text("▌ Histologe");
    terminal.press("\u{1b}[<65;6;5M");
    terminal.until("the wheel", |screen| !screen.contents().contains("▌ Histologe"));
    terminal.press("gm");
    terminal.until("the mouse left", |screen| screen.mouse_protocol_mode() == vt100::MouseProtocolMode::None);
    terminal.press("q");
    assert_eq!(terminal.end().exit_code(), 0);
    terminal.assert_given_back();

    let terminal = Terminal::start(&repo.root(), &["--no-mouse"], &[]);
    terminal.until("no mouse", |screen| screen.contents().contains("Histologe"));
    assert!(!terminal.has_written("\u{1b}[?1000h"));
}

#[test]
fn suspending_releases_the_mouse_and_resuming_captures_it() {
    let repo = Repo::new();
    let mut terminal = Terminal::start(&repo.root(), &[], &[]);
    terminal.until_on_screen();
    terminal.press("\u{1a}");
    terminal.until_stopped();
    terminal.assert_given_back();
    terminal.signal("-CONT");
    terminal.until("the mouse taken again", |screen| {
        screen.mouse_protocol_mode() == vt100::MouseProtocolMode::PressRelease && screen.bracketed_paste()
    });
    terminal.press("q");
    assert_eq!(terminal.end().exit_code(), 0);
    terminal.assert_given_back();
}

#[test]
fn a_multi_line_paste_is_one_line_in_a_field_and_ignored_on_a_list() {
    let repo = Repo::new();
    let paste = "\u{1b}[200~qx\nu\nPoubelles\u{1b}[201~";
    let mut terminal = Terminal::start(&repo.root(), &["--lang", "en"], &[]);
    terminal.until_on_screen();
    terminal.press(paste);
    // The paste ran no command: the next key is the first that does.
    terminal.press("/");
    terminal.until("the filter", |screen| screen.contents().lines().last().is_some_and(|last| last.starts_with(" /")));
    terminal.press("\u{1b}[200~Pou\nbelles\u{1b}[201~");
    terminal.until_text("/Pou belles");
    terminal.press("\u{1b}");
    terminal.until("no filter", |screen| !screen.contents().contains("/Pou"));
    terminal.press("q");
    assert_eq!(terminal.end().exit_code(), 0);
    terminal.assert_given_back();
}

#[test]
fn copying_writes_osc_52() {
    let repo = Repo::new();
    let mut terminal = Terminal::start(&repo.root(), &["--lang", "en"], &[("SSH_TTY", "/dev/pts/9")]);
    terminal.until_on_screen();
    terminal.press("ya");
    terminal.until_text("copied: ");
    // OSC 52 encodes the path and line in base64.
    terminal.until_written("\u{1b}]52;c;");
    terminal.until("the address", |screen| screen.contents().contains("startups/poubelles-battle.toml:1"));
    terminal.press("q");
    assert_eq!(terminal.end().exit_code(), 0);
}

#[test]
fn themes_are_previewed_and_broken_ones_reported() {
    let repo = Repo::new();
    let home = tempfile::tempdir().unwrap();
    let themes = home.path().join("couveuse/themes");
    std::fs::create_dir_all(&themes).unwrap();
    std::fs::write(themes.join("mine.toml"), "inherits = \"light\"\n[palette]\nink = \"#12\"\n").unwrap();
    let environment = [("XDG_CONFIG_HOME", home.path().to_str().unwrap())];
    let mut terminal = Terminal::start(&repo.root(), &["--lang", "en", "--theme", "mine"], &environment);
    terminal.until_on_screen();
    terminal.press("gc");
    terminal.until("the fault with its place", |screen| {
        screen.contents().contains("mine.toml:3:7") && screen.contents().contains("invalid colour “#12”")
    });
    terminal.press("qgt");
    terminal.until_text("high-contrast");
    terminal.press("Gk");
    terminal.until_text("no blue/green contrast");
    terminal.press("\r");
    terminal.until_text("theme: tritanopia");
    terminal.press("q");
    assert_eq!(terminal.end().exit_code(), 0);
    terminal.assert_given_back();

    let mut terminal = Terminal::start(&repo.root(), &["--lang", "en", "--theme", "solar"], &[]);
    assert_eq!(terminal.end().exit_code(), 2);
    terminal.until_text("unknown theme “solar”");
    terminal.assert_given_back();
}

/// A hook that refuses with these words unless it can, or cannot, open the terminal.
fn hook_that_wants(a_terminal: bool) -> String {
    let refused = if a_terminal { "echo 'no terminal' >&2; exit 1" } else { "" };
    let opened = if a_terminal { "" } else { "echo 'a terminal' >&2; exit 1" };
    format!("if (exec < /dev/tty) 2>/dev/null; then :; {opened}\nelse :; {refused}\nfi; echo ran > .git/ran")
}

/// A screen that has begun to commit a note.
fn committing_a_note(repo: &Repo) -> Terminal {
    let mut terminal = Terminal::start(&repo.root(), &["--lang", "en"], &[]);
    terminal.until_on_screen();
    terminal.press("2");
    terminal.press("/Poubelles\r");
    terminal.until_text("/Poubelles");
    terminal.press("an");
    terminal.until_text("Note · ");
    terminal.press("A visit");
    terminal.until_text("A visit");
    terminal.press("\u{13}");
    terminal
}

#[test]
fn hooks_have_no_terminal_while_the_screen_owns_it_and_keep_it_in_a_shell() {
    let repo = Repo::new();
    repo.hook("pre-commit", &hook_that_wants(false));
    let mut terminal = committing_a_note(&repo);
    terminal.until("the hook", |_| repo.root().join(".git/ran").exists());
    terminal.signal("-TERM");
    terminal.end();

    let repo = Repo::new();
    repo.hook("pre-commit", &hook_that_wants(true));
    let mut terminal = Terminal::start(&repo.root(), &["note", "poubelles-battle", "A visit"], &[]);
    assert_eq!(terminal.end().exit_code(), 0);
    assert!(repo.root().join(".git/ran").exists());
}

/// A screen on which a note is being committed, while the hook that checks it never ends.
fn at_a_hanging_hook(repo: &Repo) -> Terminal {
    repo.hook("pre-commit", "echo $$ > .git/ran; exec sleep 600");
    let terminal = committing_a_note(repo);
    terminal.until_text("Esc stops it");
    terminal.until("the hook", |_| repo.root().join(".git/ran").exists());
    terminal
}

#[test]
fn a_hook_that_hangs_is_stopped_with_a_key_and_nothing_is_committed() {
    let repo = Repo::new();
    let (head, state) = (repo.head(), repo.state());
    let mut terminal = at_a_hanging_hook(&repo);
    terminal.press("\u{1b}");
    terminal.until_text("nothing was committed");
    terminal.until_text("A visit");
    assert_eq!((repo.head(), repo.state()), (head, state));
    assert_eq!(repo.strays(), [""; 0]);
    // The form is still open, and commits as soon as the hook lets it.
    repo.hook("pre-commit", "exit 0");
    terminal.press("\u{13}");
    terminal.until("the form closed", |screen| !screen.contents().contains("Note · "));
    // The first one drops the filter.
    terminal.press("qq");
    assert_eq!(terminal.end().exit_code(), 0);
    repo.assert_sound("after the second try");
    assert!(repo.git(&["log", "-1", "--format=%s"]).contains("A visit"));
}

#[test]
fn leaving_while_a_hook_hangs_says_so_and_ctrl_c_stops_it() {
    let repo = Repo::new();
    let (head, state) = (repo.head(), repo.state());
    let mut terminal = at_a_hanging_hook(&repo);
    terminal.signal("-TERM");
    terminal.until_text("An edit is still being committed; Ctrl-C stops it.");
    terminal.press("\u{3}");
    terminal.end();
    assert_eq!((repo.head(), repo.state()), (head, state));
    assert_eq!(repo.strays(), [""; 0]);
}
