//! Copies to the clipboard with the program of the platform. The terminal gets OSC 52 as well, the only way over SSH.

use std::io::Write;
use std::process::{Command, Stdio};

/// Copies a text in the background if possible: some of these programs run as long as the text is in the clipboard.
pub fn copy(text: String) {
    let Some((program, arguments)) = program_of_environment() else { return };
    let put = move || {
        let mut command = Command::new(program);
        command.args(arguments).stdin(Stdio::piped()).stdout(Stdio::null()).stderr(Stdio::null());
        if let Ok(mut child) = command.spawn() {
            if let Some(mut input) = child.stdin.take() {
                let _ = input.write_all(text.as_bytes());
            }
            let _ = child.wait();
        }
    };
    // If this fails, OSC 52 remains.
    let _ = std::thread::Builder::new().name("clipboard".into()).spawn(put);
}

/// Returns the program of this desktop and its arguments; `None` over SSH and without a desktop.
#[must_use]
pub fn program_of_environment() -> Option<(&'static str, &'static [&'static str])> {
    program(|name| std::env::var_os(name).is_some_and(|value| !value.is_empty()))
}

fn program(is_set: impl Fn(&str) -> bool) -> Option<(&'static str, &'static [&'static str])> {
    if is_set("SSH_TTY") || is_set("SSH_CONNECTION") {
        None
    } else if cfg!(target_os = "macos") {
        Some(("pbcopy", &[]))
    } else if cfg!(windows) || is_set("WSL_DISTRO_NAME") {
        Some(("clip.exe", &[]))
    } else if is_set("WAYLAND_DISPLAY") {
        Some(("wl-copy", &[]))
    } else if is_set("DISPLAY") {
        Some(("xclip", &["-selection", "clipboard", "-in"]))
    } else if is_set("TERMUX_VERSION") {
        Some(("termux-clipboard-set", &[]))
    } else {
        None
    }
}

#[cfg(test)]
#[cfg(target_os = "linux")]
mod tests {
    use super::*;

    #[test]
    fn the_program_depends_on_the_desktop_and_none_runs_over_ssh() {
        let with = |set: &'static [&str]| program(|name| set.contains(&name)).map(|(program, _)| program);
        assert_eq!(with(&["DISPLAY", "WAYLAND_DISPLAY"]), Some("wl-copy"));
        assert_eq!(with(&["DISPLAY"]), Some("xclip"));
        assert_eq!(with(&["DISPLAY", "WSL_DISTRO_NAME"]), Some("clip.exe"));
        assert_eq!(with(&["DISPLAY", "SSH_TTY"]), None);
        assert_eq!(with(&[]), None);
    }
}
