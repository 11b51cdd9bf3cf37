//! The system's clipboard, set by the program that each system has for it. The terminal is told as well (OSC 52): over
//! SSH that is the only way, for the clipboard is on the user's side.

use std::io::Write;
use std::process::{Command, Stdio};

/// Puts a text there if it can be done. Nobody waits for it: some of these programs stay as long as the text does.
pub fn copy(text: String) {
    let Some((program, arguments)) = program(|name| std::env::var_os(name).is_some_and(|value| !value.is_empty()))
    else {
        return;
    };
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
    // Without a thread there is still the terminal.
    let _ = std::thread::Builder::new().name("clipboard".into()).spawn(put);
}

/// The program and its arguments, by what the environment holds.
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

#[cfg(all(test, target_os = "linux"))]
mod tests {
    use super::*;

    #[test]
    fn each_desktop_has_its_program_and_none_is_asked_over_ssh() {
        let with = |set: &'static [&str]| program(|name| set.contains(&name)).map(|(program, _)| program);
        assert_eq!(with(&["DISPLAY", "WAYLAND_DISPLAY"]), Some("wl-copy"));
        assert_eq!(with(&["DISPLAY"]), Some("xclip"));
        assert_eq!(with(&["DISPLAY", "WSL_DISTRO_NAME"]), Some("clip.exe"));
        assert_eq!(with(&["DISPLAY", "SSH_TTY"]), None);
        assert_eq!(with(&[]), None);
    }
}
