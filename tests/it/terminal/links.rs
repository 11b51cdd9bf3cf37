//! Links (OSC 8): only for terminals that show them or by configuration, and to sites, evidence, and files.

use std::fs;

use super::harness::Terminal;
use crate::support::Repo;

const SITE: &str = "\u{1b}]8;;https://poubelles.example.org\u{1b}\\";

fn repo_with_a_site() -> Repo {
    let repo = Repo::new();
    let file = "startups/poubelles-battle.toml";
    let text = repo.read(file);
    let site = "site = \"https://poubelles.example.org\"\n";
    repo.write(file, text.replacen("sponsors ", &format!("{site}sponsors "), 1));
    repo.commit_all("A site");
    repo
}

fn page(repo: &Repo, environment: &[(&str, &str)]) -> Terminal {
    let mut terminal = Terminal::start(&repo.root(), &["--lang", "en"], environment);
    terminal.until_on_screen();
    terminal.press("2");
    terminal.until("Portfolio", |screen| screen.contents().contains("▌2 Port"));
    terminal.press("\r");
    terminal.until("the page", |screen| screen.contents().contains("▌Summary"));
    terminal.press("/example.org\r");
    terminal.until("the site", |screen| screen.contents().contains("https://poubelles.example.org"));
    terminal
}

fn leave(mut terminal: Terminal) {
    // Out of the search, the page, and the program.
    terminal.press("qqq");
    assert_eq!(terminal.end().exit_code(), 0);
    terminal.assert_given_back();
}

#[test]
fn a_site_is_a_link_if_the_terminal_shows_links() {
    let repo = repo_with_a_site();
    let terminal = page(&repo, &[("VTE_VERSION", "7006")]);
    terminal.until_written(SITE);
    // The address is closed after the text, so that nothing else becomes part of the link.
    terminal.until_written("\u{1b}]8;;\u{1b}\\");
    leave(terminal);
    let terminal = page(&repo, &[]);
    assert!(!terminal.has_written("\u{1b}]8;"));
    leave(terminal);
}

#[test]
fn the_configuration_decides_whatever_the_terminal_is() {
    let repo = repo_with_a_site();
    for (setting, environment, is_link) in [("true", "", true), ("false", "7006", false)] {
        let home = tempfile::tempdir().unwrap();
        fs::create_dir(home.path().join("couveuse")).unwrap();
        fs::write(home.path().join("couveuse/config.toml"), format!("links = {setting}\n")).unwrap();
        let folder = home.path().to_str().unwrap();
        let terminal = page(&repo, &[("XDG_CONFIG_HOME", folder), ("VTE_VERSION", environment)]);
        if is_link {
            terminal.until_written(SITE);
        }
        assert_eq!(terminal.has_written("\u{1b}]8;"), is_link);
        leave(terminal);
    }
}
