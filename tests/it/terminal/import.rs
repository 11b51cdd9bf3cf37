//! `couveuse import` in a terminal: it shows the plan and asks once.

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
