//! `couveuse import` and `couveuse init` in a terminal: what they ask.

use super::harness::Terminal;
use crate::support::Repo;

#[test]
fn an_import_asks_once_and_commits_only_if_confirmed() {
    let repo = Repo::new();
    repo.write("public/_startups/abri.md", "---\ntitle: Abri\n---\n");
    let head = repo.head();
    for (answer, said) in [("n\n", "Nothing was committed."), ("y\n", "Import 1 startup from the public record")] {
        let mut terminal = Terminal::start(&repo.root(), &["import", "public-record", "public", "--lang", "en"], &[]);
        terminal.until_text("+ new abri (startup/abri)");
        terminal.until_text("Commit? [y/N]");
        assert_eq!(repo.head(), head);
        terminal.press(answer);
        terminal.until_text(said);
        assert_eq!(terminal.end().exit_code(), u32::from(answer == "n\n"));
    }
    assert_ne!(repo.head(), head);
}

#[test]
fn init_asks_for_the_language_of_the_commits() {
    let identity = [("NAME", "Coach"), ("EMAIL", "coach@example.org")];
    let identity =
        ["AUTHOR", "COMMITTER"].map(|role| identity.map(|(what, text)| (format!("GIT_{role}_{what}"), text)));
    let identity: Vec<(&str, &str)> = identity.iter().flatten().map(|(name, text)| (name.as_str(), *text)).collect();
    for (answer, subject) in [("\n", "Create the portfolio of new"), ("de\nfr\n", "Créer le portefeuille new")] {
        let repo = Repo::empty();
        let mut terminal = Terminal::start(&repo.root(), &["init", "new", "--lang", "en"], &identity);
        terminal.until_text("Language of the commits: fr or en [en]");
        assert!(!repo.root().join("new").exists());
        terminal.press(answer);
        terminal.until_text("created and committed a portfolio in new");
        assert_eq!(terminal.end().exit_code(), 0);
        assert_eq!(repo.git(&["-C", "new", "log", "--format=%s"]).trim(), subject);
    }
}
