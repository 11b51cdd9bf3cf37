//! Named keys on a real repository, then the screen and the git state.

mod bulk;
mod by_hand;
mod deciding;
mod decision_sheet;
mod fields;
mod first;
mod money;
mod new;
mod review;
mod sharing;
mod startups;
mod tour;
mod week;

use couveuse::locale::Language;

use crate::driver::Screen;
use crate::support::Repo;

const SIZE: (u16, u16) = (120, 40);

/// The last commit: its subject, its files, and its added and removed lines.
fn last_commit(repo: &Repo) -> (String, String, Vec<String>) {
    let subject = repo.git(&["log", "-1", "--format=%s"]).trim().to_owned();
    let files = repo.git(&["diff", "--name-only", "HEAD~", "HEAD"]).trim().to_owned();
    let patch = repo.git(&["diff", "--unified=0", "HEAD~", "HEAD"]);
    let is_change = |line: &&str| (line.starts_with('+') || line.starts_with('-')) && !line.starts_with("+++");
    let lines = patch.lines().filter(is_change).filter(|line| !line.starts_with("---"));
    (subject, files, lines.map(str::to_owned).filter(|line| line.len() > 1).collect())
}

/// The last line of the screen.
fn status(screen: &Screen) -> String {
    screen.text().lines().last().unwrap_or_default().trim().to_owned()
}

/// One edit on screen: how to open the form, what it shows, how to fill it in, and the result.
struct Journey {
    /// The keys that open the form.
    open: &'static str,
    /// What the form shows.
    shows: &'static [&'static str],
    /// The keys that fill it in and commit.
    fill: &'static str,
    /// The files of the commit.
    files: &'static str,
    /// Lines of its diff in their order, regardless of the spaces before `=`.
    lines: &'static [&'static str],
    /// What the screen shows afterwards.
    then: &'static [&'static str],
}

impl Journey {
    /// Runs the journey in English beside a staged file, checks the commit, and undoes it.
    fn go(&self) {
        let repo = Repo::sample();
        repo.write("notes.txt", "staged before");
        repo.git(&["add", "notes.txt"]);
        let (before, staged) = (repo.head(), repo.state());
        let mut screen = Screen::of_repo(&repo, Language::English, SIZE);
        screen.keys(self.open);
        for words in self.shows {
            assert!(screen.text().contains(words), "{words}:\n{}", screen.text());
        }
        screen.keys(self.fill);
        assert_eq!(repo.git(&["rev-list", "--count", &format!("{before}..HEAD")]).trim(), "1", "{}", screen.text());
        let (subject, files, lines) = last_commit(&repo);
        assert_eq!(files, self.files);
        let lines: Vec<String> =
            lines.iter().map(|line| line.split_whitespace().collect::<Vec<_>>().join(" ")).collect();
        let mut rest = lines.iter();
        for line in self.lines {
            assert!(rest.any(|found| found == line), "{line}:\n{}", lines.join("\n"));
        }
        assert_eq!(repo.state().0, staged.0, "what was staged is, and nothing else");
        let short: String = subject.chars().take(30).collect();
        assert!(status(&screen).contains(&short), "{}", status(&screen));
        for words in self.then {
            assert!(screen.text().contains(words), "{words}:\n{}", screen.text());
        }
        screen.keys("u");
        assert_eq!(repo.git(&["diff", &before, "HEAD"]), "", "taken back to the byte");
        assert_eq!(repo.state(), staged);
    }
}
