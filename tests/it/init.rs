//! The first run: setting up a folder of records.

use std::fs;
use std::path::Path;
use std::process::{Command, Output};
use std::sync::{Arc, Mutex};

use couveuse::cli::effects::EffectHandler;
use couveuse::locale::{Language, Locale};
use couveuse::store::Folder;
use couveuse::ui::{self, Depth, Effect, Input, Setup, State, Theme};
use crossterm::event::{Event, KeyCode, KeyEvent, KeyModifiers};
use ratatui::Terminal;
use ratatui::backend::TestBackend;

use crate::driver::day;
use crate::support::{Repo, hermetic};

fn couveuse(at: &Repo, arguments: &[&str]) -> Output {
    command(at, arguments).output().expect("it runs")
}

fn command(at: &Repo, arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_couveuse"));
    hermetic(&mut command, &at.root());
    for (name, value) in [("AUTHOR", "NAME"), ("AUTHOR", "EMAIL"), ("COMMITTER", "NAME"), ("COMMITTER", "EMAIL")]
        .map(|(role, what)| (format!("GIT_{role}_{what}"), if what == "NAME" { "Coach" } else { "coach@example.org" }))
    {
        command.env(name, value);
    }
    command.current_dir(at.root()).args(arguments).args(["--lang", "en"]);
    command
}

fn git(at: &Path, arguments: &[&str]) -> String {
    let mut command = Command::new("git");
    hermetic(&mut command, at);
    let output = command.current_dir(at).args(["-c", "safe.directory=*"]).args(arguments).output().expect("git runs");
    String::from_utf8_lossy(&output.stdout).trim().to_owned()
}

fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).expect("a folder").flatten();
    let mut names: Vec<String> = entries.map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    names
}

fn complaint(output: &Output) -> (Option<i32>, String) {
    (output.status.code(), String::from_utf8_lossy(&output.stderr).trim().to_owned())
}

#[test]
fn a_new_folder_becomes_a_portfolio_with_one_commit() {
    let repo = Repo::empty();
    let made = couveuse(&repo, &["init", "new", "--name", "Vallée \"d’Été\"", "--home", "Agence de l’Été"]);
    assert_eq!(made.status.code(), Some(0), "{made:?}");
    let root = repo.root().join("new");
    assert_eq!(git(&root, &["status", "--porcelain"]), "");
    assert_eq!(git(&root, &["log", "--format=%an: %s"]), "Coach: Create the portfolio of Vallée \"d’Été\"");
    let portfolio = Folder::open(&root).expect("a portfolio").load(&|_| ());
    assert!(portfolio.problems.is_empty(), "{:?}", portfolio.problems);
    assert_eq!(portfolio.incubator.name.as_deref(), Some("Vallée \"d’Été\""));
    let home = portfolio.incubator.home.clone().expect("a home party");
    assert_eq!(home.as_str(), "agence-de-l-ete");
    assert_eq!(portfolio.parties[&home].name, "Agence de l’Été");
    assert!(root.join("startups").is_dir() && root.join("schema/startup.json").is_file());
    let checked = couveuse(&repo, &["check", "--folder", "new"]);
    assert_eq!(checked.status.code(), Some(0), "{checked:?}");
}

#[test]
fn an_interrupted_init_resumes() {
    let repo = Repo::empty();
    let init = |folder: &str| couveuse(&repo, &["init", folder, "--name", "Ours"]);
    assert!(init("whole").status.success());
    let root = repo.root();
    let files = ["portfolio.toml", "parties/ours.toml", "schema/party.json", ".gitignore"];
    // Killed after the folders or each of these files, in the middle of the last one; also after `git init` and
    // `git add`.
    for (count, git_steps) in [(0, 0), (1, 0), (2, 0), (3, 0), (4, 0), (4, 1), (4, 2)] {
        let new = root.join(format!("new-{count}-{git_steps}"));
        fs::create_dir_all(new.join("startups")).expect("a folder");
        for (nth, file) in files[..count].iter().enumerate() {
            let text = fs::read_to_string(root.join("whole").join(file)).expect("a file");
            let end = if nth + 1 == count && git_steps == 0 { text.len() / 2 } else { text.len() };
            fs::create_dir_all(new.join(file).parent().expect("a folder")).expect("a folder");
            fs::write(new.join(file), &text[..end]).expect("a file");
        }
        for step in [["init", "--quiet"], ["add", "."]].iter().take(git_steps) {
            git(&new, step);
        }
        let name = new.file_name().expect("a name").to_str().expect("text");
        let again = init(name);
        assert!(again.status.success(), "{name}: {again:?}");
        assert_eq!(git(&new, &["status", "--porcelain", "--ignored"]), "", "{name}");
        assert_eq!(git(&new, &["ls-files"]), git(&root.join("whole"), &["ls-files"]), "{name}");
        assert_eq!(git(&new, &["log", "--format=%s"]), "Create the portfolio of Ours", "{name}");
        // It is complete, or somebody else's.
        let refused = complaint(&init(name));
        assert!(refused.0 == Some(1) && refused.1.contains("already contains records"), "{refused:?}");
    }
    let other = root.join("other");
    fs::create_dir_all(other.join("parties")).expect("a folder");
    fs::copy(root.join("whole/portfolio.toml"), other.join("portfolio.toml")).expect("a file");
    fs::write(other.join("parties/theirs.toml"), "name = \"Theirs\"\n").expect("a file");
    assert_eq!(complaint(&init("other")).0, Some(1), "records of somebody are never taken over");
    assert_eq!(names(&other.join("parties")), ["theirs.toml"]);
}

#[test]
fn an_interrupted_installation_of_the_merge_driver_resumes() {
    let repo = Repo::new();
    assert!(couveuse(&repo, &["init", "--merge-driver"]).status.success());
    let whole = repo.read(".gitattributes");
    for (written, is_added) in [("", false), (&whole[..30], false), (&*whole, false), (&*whole, true)] {
        let repo = Repo::new();
        let before = repo.head();
        repo.write(".gitattributes", written);
        if is_added {
            repo.git(&["add", ".gitattributes"]);
        }
        let again = couveuse(&repo, &["init", "--merge-driver"]);
        assert!(again.status.success(), "{written:?}: {again:?}");
        assert_eq!((repo.read(".gitattributes"), repo.git(&["status", "--porcelain"])), (whole.clone(), String::new()));
        assert_eq!(repo.git(&["rev-list", "--count", &format!("{before}..HEAD")]).trim(), "1");
    }
    let repo = Repo::new();
    repo.write(".gitattributes", "*.md text\n");
    assert_eq!(complaint(&couveuse(&repo, &["init", "--merge-driver"])).0, Some(1), "a change of the user stays");
    assert_eq!(repo.read(".gitattributes"), "*.md text\n");
}

#[test]
fn in_a_repository_only_the_new_files_are_committed() {
    let repo = Repo::empty();
    git(&repo.root(), &["init", "--quiet"]);
    for (file, text) in [("README.md", "mine"), (".gitignore", "/target\n"), ("other.txt", "half done")] {
        fs::write(repo.root().join(file), text).expect("a file");
    }
    git(&repo.root(), &["add", "README.md"]);
    let made = couveuse(&repo, &["init", "records", "--name", "Ours"]);
    assert_eq!(made.status.code(), Some(0), "{made:?}");
    assert_eq!(git(&repo.root(), &["status", "--porcelain"]), "A  README.md\n?? .gitignore\n?? other.txt");
    let committed = git(&repo.root(), &["show", "--format=", "--name-only"]);
    assert!(committed.lines().all(|file| file.starts_with("records/")), "{committed}");
}

#[test]
fn existing_files_are_not_overwritten() {
    let repo = Repo::empty();
    let root = repo.root();
    fs::create_dir(root.join("schema")).expect("a folder");
    fs::write(root.join("schema/party.json"), "{}").expect("a file");
    let (code, told) = complaint(&couveuse(&repo, &["init", "."]));
    assert_eq!(code, Some(1), "{told}");
    assert!(told.contains("schema/party.json already exists"), "{told}");
    assert_eq!(fs::read_to_string(root.join("schema/party.json")).expect("it is there"), "{}");
    assert!(!root.join("portfolio.toml").exists() && !root.join(".git").exists(), "and nothing else is made");
    fs::remove_dir_all(root.join("schema")).expect("gone");
    assert_eq!(couveuse(&repo, &["init", "--name", "Ours"]).status.code(), Some(0));
    let (code, told) = complaint(&couveuse(&repo, &["init"]));
    assert_eq!((code, told.as_str()), (Some(1), "couveuse: . already contains records – open it with couveuse ."));
}

#[test]
fn nothing_is_created_if_the_commit_is_impossible() {
    let repo = Repo::empty();
    let mut command = Command::new(env!("CARGO_BIN_EXE_couveuse"));
    hermetic(&mut command, &repo.root());
    let nobody = command.current_dir(repo.root()).args(["init", "new", "--lang", "en"]).output().expect("it runs");
    assert!(complaint(&nobody).1.contains("git has no user name or e-mail address"), "{nobody:?}");
    assert!(!repo.root().join("new").exists());
    let (code, told) = complaint(&couveuse(&repo, &["init", "new", "--home", "!!!"]));
    assert_eq!(code, Some(2), "a name of signs makes no id: {told}");
    assert!(!repo.root().join("new").exists());
}

#[cfg(unix)]
#[test]
fn a_failing_hook_leaves_the_folder_unchanged() {
    use std::os::unix::fs::PermissionsExt;
    let repo = Repo::empty();
    git(&repo.root(), &["init", "--quiet"]);
    let hook = repo.root().join(".git/hooks/pre-commit");
    fs::create_dir_all(hook.parent().expect("a folder")).expect("a folder");
    fs::write(&hook, "#!/bin/sh\necho not today >&2\nexit 1\n").expect("a hook");
    fs::set_permissions(&hook, fs::Permissions::from_mode(0o755)).expect("a program");
    let (code, told) = complaint(&couveuse(&repo, &["init", "--name", "Ours"]));
    assert_eq!(code, Some(1));
    assert!(told.contains("not today"), "{told}");
    assert_eq!(git(&repo.root(), &["status", "--porcelain"]), "");
    assert_eq!(names(&repo.root()), [".git"]);
    // The same in a new repository, with hooks from the user's configuration.
    let other = Repo::empty();
    let settings = other.root().join("settings");
    let hooks = other.root().join("hooks");
    fs::create_dir(&hooks).expect("a folder");
    fs::write(hooks.join("pre-commit"), "#!/bin/sh\necho not today >&2\nexit 1\n").expect("a hook");
    fs::set_permissions(hooks.join("pre-commit"), fs::Permissions::from_mode(0o755)).expect("a program");
    fs::write(&settings, format!("[core]\n\thooksPath = {}\n", hooks.display())).expect("settings");
    let refused = command(&other, &["init", "deep/new"]).env("GIT_CONFIG_GLOBAL", &settings).output();
    let (code, told) = complaint(&refused.expect("it runs"));
    assert_eq!(code, Some(1), "{told}");
    assert!(told.contains("not today"), "{told}");
    assert_eq!(names(&other.root()), ["hooks", "settings"], "neither a folder nor a repository is left");
}

#[test]
fn without_a_portfolio_the_error_names_init_and_demo() {
    let repo = Repo::empty();
    for (arguments, told) in [
        (&["list"][..], "no records here or in portfolio/"),
        (&["list", "--folder", "nowhere"], "no such folder: nowhere"),
        (&["list", "--folder", "."], "no records in ."),
    ] {
        let (code, line) = complaint(&couveuse(&repo, arguments));
        assert_eq!(code, Some(2));
        assert!(line.contains(told) && line.contains("couveuse init") && line.contains("couveuse demo"), "{line}");
    }
}

/// The screen on an empty folder.
struct FirstRun {
    state: State,
    handler: EffectHandler,
    left: bool,
}

impl FirstRun {
    fn new(root: &Path, language: Language) -> Self {
        let theme = Theme::named("dark", Depth::True).expect("a theme");
        let today = day("2026-11-23");
        let folder = Folder::open_empty(root).expect("a folder");
        let handler = EffectHandler::new(folder, Arc::new(Locale::new(language)), today, today);
        let setup = Setup { suggested_name: Some("vallee".into()), ..Setup::new(language, theme, today, (80, 24)) };
        let (state, effects) = State::new(setup);
        let mut run = Self { state, handler, left: false };
        run.perform(effects);
        run
    }

    fn perform(&mut self, mut effects: Vec<Effect>) {
        while !effects.is_empty() {
            let told = Mutex::new(Vec::new());
            for effect in effects.drain(..) {
                self.left |= effect == Effect::Quit;
                self.handler.perform(&effect, &|outcome| told.lock().expect("no panic").push(outcome));
            }
            for outcome in told.into_inner().expect("no panic") {
                effects.extend(self.state.update(Input::Outcome(outcome)));
            }
        }
    }

    fn press(&mut self, code: KeyCode) -> String {
        let effects = self.state.update(Input::Terminal(Event::Key(KeyEvent::new(code, KeyModifiers::NONE))));
        self.perform(effects);
        self.text()
    }

    fn paste(&mut self, text: &str) {
        let effects = self.state.update(Input::Terminal(Event::Paste(text.to_owned())));
        self.perform(effects);
    }

    fn text(&self) -> String {
        let mut terminal = Terminal::new(TestBackend::new(80, 24)).expect("a terminal");
        terminal.draw(|frame| ui::draw(&self.state, frame)).expect("drawn");
        let buffer = terminal.backend().buffer();
        (0..24).map(|y| (0..80).map(|x| buffer[(x, y)].symbol()).collect::<String>() + "\n").collect()
    }
}

#[test]
fn an_empty_folder_is_set_up_on_screen() {
    let repo = Repo::empty();
    repo.git(&["init", "--quiet"]);
    for (name, value) in [("user.name", "Coach"), ("user.email", "coach@example.org")] {
        repo.git(&["config", name, value]);
    }
    let mut run = FirstRun::new(&repo.root(), Language::English);
    let text = run.text();
    assert!(text.contains("New portfolio") && text.contains("parties/vallee.toml"), "{text}");
    assert!(run.press(KeyCode::Char('v')).contains("parties/v.toml"), "the first letter replaces what is suggested");
    run.paste("allee");
    run.press(KeyCode::Enter);
    run.paste("Agence de\nl’Été");
    assert!(run.text().contains("parties/agence-de-l-ete.toml"), "{}", run.text());
    assert!(run.press(KeyCode::Enter).contains("English (Space: French)"), "{}", run.text());
    let text = run.press(KeyCode::Enter);
    assert!(text.contains("a s adds the first startup"), "{text}");
    assert!(text.contains("No startups") && text.contains("a s adds one;"), "{text}");
    assert_eq!(repo.git(&["log", "--format=%s"]), "Create the portfolio of vallee\n");
    run.press(KeyCode::Char('a'));
    let form = run.press(KeyCode::Char('s'));
    assert!(form.contains("New startup · vallee") && form.contains("Agence de l’Été"), "{form}");
    run.paste("Au compost");
    let effects =
        run.state.update(Input::Terminal(Event::Key(KeyEvent::new(KeyCode::Char('s'), KeyModifiers::CONTROL))));
    run.perform(effects);
    assert!(run.text().contains("  Au compost"), "its page is open: {}", run.text());
    assert_eq!(repo.git(&["log", "-1", "--format=%s"]), "au-compost: new startup\n");
}

#[test]
fn the_language_chosen_at_first_is_that_of_the_commits() {
    let repo = Repo::empty();
    repo.git(&["init", "--quiet"]);
    for (name, value) in [("user.name", "Coach"), ("user.email", "coach@example.org")] {
        repo.git(&["config", name, value]);
    }
    let mut run = FirstRun::new(&repo.root(), Language::English);
    run.press(KeyCode::BackTab);
    assert!(run.press(KeyCode::Char(' ')).contains("French (Space: English)"), "{}", run.text());
    assert!(run.press(KeyCode::Right).contains("English (Space: French)"), "{}", run.text());
    assert!(run.press(KeyCode::Char('F')).contains("French (Space: English)"), "{}", run.text());
    run.press(KeyCode::Enter);
    assert_eq!(repo.git(&["log", "--format=%s"]), "Créer le portefeuille vallee\n");
    assert!(repo.read("portfolio.toml").contains("language = \"fr\""));
    let of = |language: &[&str]| {
        let repo = Repo::empty();
        let made = couveuse(&repo, &[&["init", "--name", "Ours"], language].concat());
        assert_eq!(made.status.code(), Some(0), "{made:?}");
        git(&repo.root(), &["log", "--format=%s"])
    };
    assert_eq!(of(&["--language", "fr"]), "Créer le portefeuille Ours");
    assert_eq!(of(&["--language", "en"]), "Create the portfolio of Ours");
    assert_eq!(of(&[]), "Create the portfolio of Ours", "without a terminal nobody is asked");
}

#[test]
fn a_failed_first_commit_is_reported_and_leaves_nothing() {
    let repo = Repo::empty();
    repo.git(&["init", "--quiet"]);
    repo.write("schema/party.json", "{}");
    let mut run = FirstRun::new(&repo.root(), Language::French);
    assert!(run.text().contains("Nouveau portefeuille"), "{}", run.text());
    run.press(KeyCode::Tab);
    run.press(KeyCode::Tab);
    run.press(KeyCode::Enter);
    let text = run.text();
    assert!(text.contains('✗') && text.contains("→"), "{text}");
    run.press(KeyCode::Esc);
    assert!(run.text().contains("Nouveau portefeuille") || run.left);
    run.press(KeyCode::Esc);
    assert!(run.left && !repo.root().join("portfolio.toml").exists());
}
