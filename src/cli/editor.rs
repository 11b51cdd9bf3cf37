//! Opening the user's editor at a line.

use std::ffi::OsString;
use std::io;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitStatus};

/// A position in a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EditorTarget {
    pub file: PathBuf,
    /// The line, from 1.
    pub line: usize,
    /// The column, from 1, in characters.
    pub column: usize,
}

/// Returns the editor of the user, in the order of git: `$GIT_EDITOR`, `core.editor` of git, `$VISUAL`, `$EDITOR`,
/// `vi`. It may include arguments.
#[must_use]
pub fn chosen(variable: impl Fn(&str) -> Option<String>, core_editor: Option<String>) -> String {
    [variable("GIT_EDITOR"), core_editor, variable("VISUAL"), variable("EDITOR")]
        .into_iter()
        .flatten()
        .find(|value| !value.trim().is_empty())
        .unwrap_or_else(|| "vi".to_owned())
}

/// Opens an editor at a position and waits until it is closed.
///
/// # Errors
/// If it cannot be started.
pub fn open(editor: &str, target: &EditorTarget) -> io::Result<ExitStatus> {
    command(editor, target).status()
}

/// Starts the editor through the shell, as git does, so that quotes and `~` work.
#[cfg(unix)]
fn command(editor: &str, target: &EditorTarget) -> Command {
    let mut command = Command::new("sh");
    command.arg("-c").arg(format!("{editor} \"$@\"")).arg(editor).args(arguments(editor, target));
    command
}

#[cfg(not(unix))]
fn command(editor: &str, target: &EditorTarget) -> Command {
    let mut words = editor.split_whitespace();
    let mut command = Command::new(words.next().unwrap_or("notepad"));
    command.args(words).args(arguments(editor, target));
    command
}

/// Returns the arguments by which this editor opens the line. An unknown one only gets the file.
fn arguments(editor: &str, target: &EditorTarget) -> Vec<OsString> {
    let EditorTarget { file, line, column } = target;
    let colon = |rest: String| {
        let mut place = file.clone().into_os_string();
        place.push(rest);
        place
    };
    let plus: OsString = format!("+{line}").into();
    match name(editor).as_str() {
        "vi" | "vim" | "nvim" | "gvim" | "view" | "vis" | "elvis" | "nano" | "pico" | "ne" | "joe" | "emacs"
        | "emacsclient" | "mg" | "jed" | "mcedit" | "gedit" | "ex" => vec![plus, file.into()],
        "kak" => vec![format!("+{line}:{column}").into(), file.into()],
        "micro" => vec![format!("+{line}:{column}").into(), file.into()],
        "hx" | "helix" | "zed" | "subl" => vec![colon(format!(":{line}:{column}"))],
        "code" | "codium" | "vscodium" | "code-insiders" | "cursor" => {
            vec!["--goto".into(), colon(format!(":{line}:{column}"))]
        }
        "kate" | "kwrite" => {
            vec!["--line".into(), line.to_string().into(), file.into()]
        }
        _ => vec![file.into()],
    }
}

/// Returns the name of the program without folder and extension.
fn name(editor: &str) -> String {
    let program = editor.split_whitespace().next().unwrap_or_default().trim_matches(['"', '\'']);
    Path::new(program).file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn argument(editor: &str) -> String {
        let target = EditorTarget { file: "startups/comobi.toml".into(), line: 12, column: 3 };
        let words: Vec<String> =
            arguments(editor, &target).iter().map(|word| word.to_string_lossy().into_owned()).collect();
        words.join(" ")
    }

    #[test]
    fn each_editor_gets_the_line_in_its_own_way() {
        assert_eq!(argument("vi"), "+12 startups/comobi.toml");
        assert_eq!(argument("/usr/bin/nvim -u NONE"), "+12 startups/comobi.toml");
        assert_eq!(argument("emacsclient -t"), "+12 startups/comobi.toml");
        assert_eq!(argument("code --wait"), "--goto startups/comobi.toml:12:3");
        assert_eq!(argument("hx"), "startups/comobi.toml:12:3");
        assert_eq!(argument("subl -w"), "startups/comobi.toml:12:3");
        assert_eq!(argument("ed"), "startups/comobi.toml");
    }

    #[test]
    fn editors_precede_each_other_as_in_git_and_empty_values_are_ignored() {
        let all = [("GIT_EDITOR", "hx"), ("core.editor", "code -w"), ("VISUAL", "kak"), ("EDITOR", "nano")];
        for (n, (_, expected)) in all.iter().enumerate() {
            let value = |name: &str| {
                let at = all.iter().position(|(known, _)| *known == name)?;
                Some(if at < n { " " } else { all[at].1 }.to_owned())
            };
            assert_eq!(chosen(value, value("core.editor")), *expected);
        }
        assert_eq!(chosen(|_| None, None), "vi");
    }

    #[cfg(unix)]
    #[test]
    fn an_editor_may_have_arguments_and_the_file_may_have_spaces() {
        let folder = tempfile::tempdir().expect("a folder");
        let file = folder.path().join("a record.toml");
        std::fs::write(&file, "one").expect("written");
        let target = EditorTarget { file: file.clone(), line: 1, column: 1 };
        let status = open("sed -i 's/one/two words/'", &target).expect("started");
        assert!(status.success());
        assert_eq!(std::fs::read_to_string(&file).expect("read"), "two words");
    }
}
