//! Runs each example of the help and of the checks' pages on a copy of the sample.

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use tempfile::TempDir;

use couveuse::rules::check::CHECKS;

use crate::support::{Repo, hermetic};

/// Examples that open the screen and so need a terminal.
const SCREENS: [&str; 6] = [
    "couveuse",
    "couveuse ~/incubator/portfolio",
    "couveuse --as-of 1/12/2020",
    "couveuse demo",
    "couveuse demo ~/try",
    "couveuse demo --seed 7 --as-of 1/12/2020",
];

/// Examples that fail because the sample has warnings.
const FAILS: &str = "couveuse check --fail-on warning";

/// The placeholder of a commit.
const COMMIT: &str = "3f2a91c";

/// A copy of the sample with a remote and a home directory.
struct Desk {
    repo: Repo,
    home: TempDir,
    _remote: Repo,
}

impl Desk {
    fn new() -> Self {
        let (repo, remote, home) = (Repo::sample(), Repo::empty(), TempDir::new().unwrap());
        remote.git(&["init", "--quiet", "--bare", "--initial-branch=main"]);
        repo.git(&["remote", "add", "origin", remote.root().to_str().unwrap()]);
        repo.git(&["push", "--quiet", "--set-upstream", "origin", "main"]);
        for folder in [".config/couveuse", ".local/share/bash-completion/completions"] {
            fs::create_dir_all(home.path().join(folder)).unwrap();
        }
        let configuration = "[user]\nname = Lead\nemail = lead@example.org\n[init]\ndefaultBranch = main\n";
        fs::write(home.path().join(".gitconfig"), configuration).unwrap();
        Self { repo, home, _remote: remote }
    }

    fn types(&self, line: &str) -> Output {
        let program = Path::new(env!("CARGO_BIN_EXE_couveuse"));
        let mut path = program.parent().unwrap().as_os_str().to_owned();
        path.push(":");
        path.push(std::env::var_os("PATH").unwrap());
        let mut command = Command::new("sh");
        hermetic(&mut command, self.home.path());
        command.env("PATH", path).env("GIT_CONFIG_GLOBAL", self.home.path().join(".gitconfig"));
        command.args(["-c", line]).current_dir(self.repo.root()).output().unwrap()
    }

    /// Prepares what the examples of a page require. Returns the commit that they name.
    fn made_ready_for(&self, page: &str) -> String {
        match page {
            "undo" | "redo" => {
                self.tries(page, "couveuse note histologe 'One' && couveuse note comobi 'Another'");
                self.repo.git(&["rev-parse", "--short", "HEAD~1"]).trim().to_owned()
            }
            "init" => {
                self.repo.git(&["rm", "--quiet", "-r", "."]);
                self.repo.git(&["commit", "--quiet", "--message", "Nothing"]);
                String::new()
            }
            "whoami" | "today" => {
                let email = self.repo.git(&["config", "user.email"]);
                self.tries(page, &format!("couveuse person lead --name Lead --email {}", email.trim()));
                String::new()
            }
            "export ics" => {
                self.tries(page, "couveuse person coach-a --name 'Coach A'");
                String::new()
            }
            "diff" | "log" => {
                self.tries(page, "couveuse hold histologe --on 2/12/2020 --decision continue");
                for note in ["One", "Two", "Three", "Four", "Five", "Six"] {
                    self.tries(page, &format!("couveuse note histologe {note}"));
                }
                for tag in ["v1", "v1.2", "v2"] {
                    self.repo.git(&["tag", tag]);
                }
                String::new()
            }
            "remove-view" => {
                self.tries(page, "couveuse view 'Late in Pau' --screen obligations");
                String::new()
            }
            "import" | "import public-record" => {
                for file in ["beta.gouv.fr/content/_startups/abri.md", "histologe.md"] {
                    self.repo.write(file, "---\ntitle: Abri\nmission: Mettre à l’abri\n---\n");
                }
                String::new()
            }
            "import expenditure" | "import payments" => {
                let row = "histologe-pau-anct;pau;17500,00;4/3/2021\n";
                self.repo.write("titres.csv", format!("convention;payeur;montant;date\n{row}"));
                self.repo.write("depenses.csv", "convention;objet;montant\nhistologe-pau-anct;Hébergement;120\n");
                self.repo.write("extraction.csv", "N° EJ;Objet;Montant payé\n1400012345;Développement;1200,00\n");
                let mapping = "match = { convention = 'N° EJ' }\n[conventions]\n1400012345 = 'histologe-pau-anct'\n";
                self.repo.write("import/chorus.toml", mapping);
                String::new()
            }
            _ => String::new(),
        }
    }

    /// Returns the errors of `check`; the sample has none.
    fn errors(&self) -> Vec<String> {
        let found = self.types("couveuse check --json --lang en").stdout;
        let found: serde_json::Value = serde_json::from_slice(&found).unwrap();
        let findings = found["findings"].as_array().unwrap();
        let errors = findings.iter().filter(|finding| finding["severity"] == "error");
        errors.map(|finding| format!("{}: {}", finding["record"], finding["message"])).collect()
    }

    /// Runs a line, which must succeed and leave the records without errors.
    fn tries(&self, page: &str, line: &str) {
        let before = self.repo.head();
        let output = self.types(line);
        let said = String::from_utf8_lossy(&output.stderr);
        let code = i32::from(line == FAILS);
        assert_eq!(output.status.code(), Some(code), "{page}: {line}: {said}");
        if self.repo.head() != before {
            assert_eq!(self.errors(), [""; 0], "{page}: {line}");
        }
    }
}

fn help(words: &str) -> String {
    let repo = Repo::empty();
    let words: Vec<&str> = words.split_whitespace().chain(["--help", "--lang", "en"]).collect();
    String::from_utf8(repo.couveuse(&words).output().unwrap().stdout).unwrap()
}

/// Returns the subcommands listed in the help of a command.
fn commands(of: &str) -> Vec<String> {
    let help = help(of);
    let Some((_, listed)) = help.split_once("Commands:\n") else { return Vec::new() };
    let names = listed.lines().take_while(|line| !line.is_empty());
    let names = names
        .filter_map(|line| line.strip_prefix("  ")?.split_whitespace().next().filter(|_| !line.starts_with("   ")));
    names.map(|name| format!("{of} {name}").trim().to_owned()).collect()
}

/// Returns the examples of a page: continued lines are joined, explanations and piped programs are dropped.
fn examples(page: &str, text: &str) -> Vec<String> {
    let Some((_, examples)) = text.split_once("Examples:\n") else { return Vec::new() };
    let lines: Vec<&str> = examples.lines().take_while(|line| !line.is_empty()).collect();
    assert!(lines.iter().all(|line| line.starts_with("  ")), "{page}: an example is too long for its line: {lines:?}");
    let whole = lines.join("\n").replace("\\\n    ", "");
    whole.lines().map(|line| typed(line).to_owned()).collect()
}

fn typed(line: &str) -> &str {
    let line = line.trim();
    let line = line.split_once("  ").map_or(line, |(typed, _)| typed);
    line.split_once(" | ").map_or(line, |(typed, _)| typed)
}

#[test]
fn every_example_of_the_help_works_on_the_sample() {
    let mut pages = vec![String::new()];
    let mut tried = 0;
    while let Some(page) = pages.pop() {
        pages.extend(commands(&page));
        let desk = Desk::new();
        let commit = desk.made_ready_for(&page);
        for line in examples(&page, &help(&page)) {
            if !SCREENS.contains(&line.as_str()) {
                desk.tries(&page, &line.replace(COMMIT, &commit));
                tried += 1;
            }
        }
    }
    assert!(tried > 70, "{tried}");
}

#[test]
fn every_example_of_the_pages_of_checks_works_on_the_sample() {
    let mut tried = 0;
    for check in CHECKS {
        for language in ["fr", "en"] {
            let page =
                Repo::empty().couveuse(&["check", "--explain", check.name, "--lang", language]).output().unwrap();
            let page = String::from_utf8(page.stdout).unwrap();
            for line in page.lines().map(str::trim).filter(|line| line.starts_with("couveuse ")) {
                Desk::new().tries(check.name, line);
                tried += 1;
            }
        }
    }
    assert!(tried >= 6, "{tried}");
}
