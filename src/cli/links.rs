//! Links of the screen: whether the terminal shows them (OSC 8), and the program that opens an address.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::locale::Locale;
use crate::model::MessageArg;
use crate::report::address::{address, file_address};
use crate::store::Folder;
use crate::ui::{LinkSource, Outcome};

/// Returns whether the screen has links: as configured, else if the terminal is known to show them.
#[must_use]
pub fn wanted(configured: Option<bool>) -> bool {
    configured.unwrap_or_else(|| shows_links(|name| std::env::var(name).ok().filter(|value| !value.is_empty())))
}

/// Returns whether the environment is that of a terminal that shows links. Others might print the addresses.
fn shows_links(variable: impl Fn(&str) -> Option<String>) -> bool {
    const PROGRAMS: [&str; 7] = ["iTerm.app", "WezTerm", "vscode", "ghostty", "Hyper", "Tabby", "rio"];
    const TERMS: [&str; 7] =
        ["xterm-kitty", "xterm-ghostty", "alacritty", "alacritty-direct", "foot", "foot-extra", "wezterm"];
    let version = |name: &str| variable(name).and_then(|value| value.split('.').next()?.parse::<u32>().ok());
    let is_one_of = |name: &str, known: &[&str]| variable(name).is_some_and(|value| known.contains(&value.as_str()));
    if is_one_of("TERM_PROGRAM", &["tmux"]) {
        let value = variable("TERM_PROGRAM_VERSION").unwrap_or_default();
        let mut numbers = value.split(|c: char| !c.is_ascii_digit()).map(|part| part.parse::<u32>().unwrap_or(0));
        // Since 3.4, tmux passes links on.
        return (numbers.next().unwrap_or(0), numbers.next().unwrap_or(0)) >= (3, 4);
    }
    is_one_of("TERM_PROGRAM", &PROGRAMS)
        || is_one_of("TERM", &TERMS)
        || version("VTE_VERSION").is_some_and(|version| version >= 5000)
        || version("KONSOLE_VERSION").is_some_and(|version| version >= 201_200)
        || ["WT_SESSION", "KITTY_WINDOW_ID"].into_iter().any(|name| variable(name).is_some())
}

/// Returns what the links of a folder are made from.
#[must_use]
pub fn of_folder(folder: &Folder) -> LinkSource {
    LinkSource {
        folder: std::fs::canonicalize(folder.root()).unwrap_or_else(|_| folder.root().to_owned()),
        repository: folder.repository_root(),
        remote: folder.remote_address(),
    }
}

/// Returns the address to open for a text of a record: a page of the web, or a file of the repository. `None` for
/// everything else, also for programs and for files elsewhere that a record names.
#[must_use]
fn to_open(folder: &Folder, text: &str) -> Option<String> {
    match address(text) {
        Some(page) => Some(page).filter(|page| page.starts_with("http")),
        None => file_address(&file_below(&folder.repository_root()?, text.trim())?),
    }
}

/// Opens an address or a file of the repository that a record names. Without a program for that, the screen copies the
/// address.
#[must_use]
pub fn open_text(folder: &Folder, locale: &Locale, text: &str) -> Outcome {
    let named = |key: &str, text: &str| locale.message(key, &[("address", MessageArg::Text(text.to_owned()))]);
    match to_open(folder, text) {
        Some(address) if open(&address) => Outcome::Message(named("address-opened", &address)),
        Some(address) => Outcome::NotOpened(address),
        None => Outcome::Message(named("address-none", text)),
    }
}

/// Returns the plain file at a path below a folder, without symbolic links that lead out of it.
fn file_below(root: &Path, path: &str) -> Option<PathBuf> {
    let root = std::fs::canonicalize(root).ok()?;
    let file = std::fs::canonicalize(root.join(path)).ok().filter(|file| file.starts_with(&root))?;
    let kind = std::fs::metadata(&file).ok()?;
    (kind.is_file() && !is_executable(&file, &kind)).then_some(file)
}

#[cfg(unix)]
fn is_executable(file: &Path, kind: &std::fs::Metadata) -> bool {
    use std::os::unix::fs::PermissionsExt;
    kind.permissions().mode() & 0o111 != 0 || file.extension().is_some_and(|end| end == "desktop")
}

#[cfg(not(unix))]
fn is_executable(file: &Path, _: &std::fs::Metadata) -> bool {
    let end = file.extension().and_then(|end| end.to_str()).unwrap_or_default().to_lowercase();
    !["pdf", "txt", "md", "png", "jpg", "jpeg", "csv", "eml", "odt", "ods", "docx", "xlsx"].contains(&end.as_str())
}

/// Opens an address with the program of this desktop. Returns whether there is one; it runs in the background.
#[must_use]
fn open(address: &str) -> bool {
    let is_set = |name: &str| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    let Some((program, arguments)) = program(is_set) else { return false };
    let mut command = Command::new(program);
    command.args(arguments).arg(address).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    let Ok(mut child) = command.spawn() else { return false };
    // It may run as long as its window.
    let _ = std::thread::Builder::new().name("open".into()).spawn(move || drop(child.wait()));
    true
}

/// Returns the program that opens addresses; `None` over SSH and without a desktop.
fn program(is_set: impl Fn(&str) -> bool) -> Option<(&'static str, &'static [&'static str])> {
    if is_set("SSH_TTY") || is_set("SSH_CONNECTION") {
        None
    } else if cfg!(target_os = "macos") {
        Some(("open", &[]))
    } else if cfg!(windows) || is_set("WSL_DISTRO_NAME") {
        Some(("rundll32.exe", &["url.dll,FileProtocolHandler"]))
    } else if is_set("WAYLAND_DISPLAY") || is_set("DISPLAY") {
        Some(("xdg-open", &[]))
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shows(environment: &[(&str, &str)]) -> bool {
        let value = |name: &str| environment.iter().find(|(known, _)| *known == name);
        shows_links(|name| value(name).map(|(_, value)| (*value).to_owned()))
    }

    #[test]
    fn links_are_for_terminals_that_are_known_to_show_them() {
        for environment in [
            [("TERM", "xterm-kitty")],
            [("TERM_PROGRAM", "WezTerm")],
            [("VTE_VERSION", "7006")],
            [("WT_SESSION", "1")],
            [("KONSOLE_VERSION", "220401")],
        ] {
            assert!(shows(&environment), "{environment:?}");
        }
        for environment in [
            [("TERM", "xterm-256color")],
            [("TERM", "linux")],
            [("TERM_PROGRAM", "Apple_Terminal")],
            [("VTE_VERSION", "4600")],
            [("VTE_VERSION", "x")],
        ] {
            assert!(!shows(&environment), "{environment:?}");
        }
        // Inside tmux, its own version decides.
        let tmux = |version| [("TERM_PROGRAM", "tmux"), ("TERM_PROGRAM_VERSION", version), ("VTE_VERSION", "7006")];
        assert!(shows(&tmux("3.4")) && shows(&tmux("3.5a")) && shows(&tmux("4.0")));
        assert!(!shows(&tmux("3.3a")) && !shows(&tmux("2.9")));
    }

    #[test]
    fn a_program_opens_addresses_only_at_a_desktop() {
        let with = |set: &'static [&str]| program(|name| set.contains(&name));
        assert_eq!(with(&["DISPLAY", "SSH_TTY"]), None);
        if cfg!(target_os = "linux") {
            assert_eq!(with(&["DISPLAY"]).map(|(program, _)| program), Some("xdg-open"));
            assert_eq!(with(&[]), None);
        }
    }
}
