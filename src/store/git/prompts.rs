//! Whether the `git` that we run may ask for a password or a passphrase.

use std::ffi::OsString;
use std::path::Path;
use std::process::Command;

use crate::store::git::command::own_process_group;
use crate::store::git::settings::Settings;

/// Whether git may ask for a password or a passphrase.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Prompts {
    /// Never: the screen owns the terminal.
    Never,
    /// On the terminal, as in a shell.
    Terminal,
}

/// Lets git prompt on the terminal, or prevents that for git and its children.
pub(crate) fn allow(command: &mut Command, settings: &Settings, prompts: Prompts) {
    match prompts {
        Prompts::Never => {
            own_process_group(command);
            disable_ssh_prompts(command, settings);
        }
        Prompts::Terminal => drop(command.env_remove("GIT_TERMINAL_PROMPT")),
    }
}

/// Keeps SSH from prompting on the terminal, unless the user has an askpass window or another SSH program.
fn disable_ssh_prompts(command: &mut Command, settings: &Settings) {
    let variable = |name: &str| std::env::var_os(name).filter(|value| !value.is_empty());
    if variable("SSH_ASKPASS").is_some() && (variable("DISPLAY").is_some() || variable("WAYLAND_DISPLAY").is_some()) {
        command.env("SSH_ASKPASS_REQUIRE", "force");
        return;
    }
    // Asks a program that answers nothing instead of the terminal, also for the keys that sign commits.
    command.env("SSH_ASKPASS", "false").env("SSH_ASKPASS_REQUIRE", "force");
    let setting = || settings.get("core.sshcommand").map(OsString::from);
    let mut ssh = match variable("GIT_SSH_COMMAND").or_else(setting) {
        Some(ssh) => ssh,
        None if variable("GIT_SSH").is_some() => return,
        None => "ssh".into(),
    };
    let program = ssh.to_str().and_then(|ssh| ssh.split_whitespace().next()).map(Path::new);
    if program.and_then(Path::file_name).is_some_and(|name| name == "ssh") {
        ssh.push(" -o BatchMode=yes");
        command.env("GIT_SSH_COMMAND", ssh);
    }
}
