//! Changes in the folder appear on the screen without a key.

use super::harness::Terminal;
use crate::support::Repo;

const FILE: &str = "startups/histologe.toml";

fn start(repo: &Repo, arguments: &[&str]) -> Terminal {
    let arguments: Vec<&str> = [&["--lang", "en"], arguments].concat();
    let terminal = Terminal::start(&repo.root(), &arguments, &[]);
    terminal.until_text("Histologe");
    terminal
}

#[test]
fn changes_and_commits_of_others_appear_without_a_key() {
    let repo = Repo::sample();
    let terminal = start(&repo, &[]);
    let text = repo.read(FILE);
    repo.write(FILE, text.replacen("Histologe", "Histologie", 1));
    terminal.until_text("Histologie");
    terminal.until_text("1 record with uncommitted changes");
    repo.git(&["commit", "--all", "--quiet", "--message", "Named anew"]);
    terminal.until("committed", |screen| !screen.contents().contains("uncommitted"));
    // As editors do: write a new file, then rename it.
    repo.write("startups/.histologe.swp", text);
    std::fs::rename(repo.root().join("startups/.histologe.swp"), repo.root().join(FILE)).unwrap();
    terminal.until_text("1 record with uncommitted changes");
    let mut terminal = terminal;
    terminal.press("q");
    assert_eq!(terminal.end().exit_code(), 0);
}

#[test]
fn input_and_selection_stay_when_the_folder_changes() {
    let repo = Repo::sample();
    let mut terminal = start(&repo, &[]);
    terminal.press("/comobi\r");
    terminal.until_text("/comobi");
    terminal.press("an");
    terminal.until_text("Note · CoMobi");
    terminal.press("Half a sen");
    terminal.until_text("Half a sen");
    repo.write(FILE, repo.read(FILE).replacen("Histologe", "Histologie", 1));
    terminal.press("\u{1b}[D");
    // Somebody else's commit appears in the history, behind the form.
    repo.git(&["commit", "--all", "--quiet", "--message", "Named anew"]);
    terminal.press("\u{1b}[Ctence");
    terminal.until_text("Half a sentence");
    terminal.press("\u{13}");
    terminal.until("committed", |screen| {
        screen.contents().lines().last().is_some_and(|status| status.contains("comobi: note"))
    });
    assert_eq!(repo.git(&["log", "--format=%s", "-2"]), "comobi: note: Half a sentence\nNamed anew\n");
}

#[test]
fn without_watching_a_key_reloads() {
    let repo = Repo::sample();
    let mut terminal = start(&repo, &["--no-watch"]);
    terminal.press("2");
    terminal.until_text("▌ Anti-gaspi");
    repo.write(FILE, repo.read(FILE).replacen("Histologe", "Histologie", 1));
    terminal.press("?");
    terminal.until_text("Keys");
    terminal.press("\u{1b}");
    terminal.until("the list", |screen| screen.contents().contains("Comobi") || screen.contents().contains("CoMobi"));
    assert!(!terminal.shown.0.lock().unwrap().screen().contents().contains("Histologie"));
    terminal.press("gr");
    terminal.until_text("Histologie");
}
