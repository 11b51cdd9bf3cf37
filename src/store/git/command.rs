//! Running the user's own `git`: where it runs, what it may ask, what it says, and how it is stopped.

use std::fs::{self, File};
use std::io::{ErrorKind, Read, Write};
use std::path::Path;
use std::process::{Child, Command, ExitStatus, Output, Stdio};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::time::Duration;

use crate::store::error::{SaveError, refused};
use crate::store::git::lock::SaveLock;

/// How often we look whether somebody wants it stopped.
const POLL: Duration = Duration::from_millis(40);
/// How many such looks a git that was told to end may take to end, and a pipe that another process still holds to
/// close.
const POLLS: usize = 50;

/// A `git` command that works in the repository around a folder and never prompts.
pub(crate) fn git(work: &Path) -> Command {
    let mut command = Command::new("git");
    // A file name with `*` in it is a name, and no pattern.
    command.arg("--literal-pathspecs").current_dir(work);
    for variable in ["GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX"] {
        command.env_remove(variable);
    }
    // Nothing may ask for an answer on a terminal that the screen has taken.
    command.env("GIT_TERMINAL_PROMPT", "0").env("GIT_EDITOR", "true");
    command
}

/// Runs git to its end, with `input` as its standard input.
pub(crate) fn output(command: &mut Command, input: Option<&[u8]>) -> Result<Output, SaveError> {
    let stdin = if input.is_some() { Stdio::piped() } else { Stdio::null() };
    command.stdin(stdin).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().map_err(failed)?;
    if let (Some(input), Some(mut stdin)) = (input, child.stdin.take()) {
        // A git that fails before it has read everything tells why on its standard error.
        let _ = stdin.write_all(input);
    }
    child.wait_with_output().map_err(failed)
}

/// Runs git to its end and gives its standard output; its failure is an error with its messages.
pub(crate) fn run(command: &mut Command, input: Option<&[u8]>) -> Result<Vec<u8>, SaveError> {
    let output = output(command, input)?;
    if output.status.success() { Ok(output.stdout) } else { Err(refused_by_git(&output)) }
}

/// The error of a git that failed.
pub(crate) fn refused_by_git(output: &Output) -> SaveError {
    SaveError::GitRefused(messages(output))
}

/// Runs git to its end while it shares the lock of our [`SaveLock`]: if we are killed, the next process waits for that git.
pub(crate) fn run_under_lock(command: &mut Command, save_lock: &SaveLock) -> Result<Output, SaveError> {
    // Both streams go into one file: their lines stay in order, and git does not lose its pipe if we are killed.
    let path = save_lock.staging_dir.join("said");
    let files = File::create(&path).and_then(|said| Ok((said.try_clone()?, said)));
    let (said, too) = files.map_err(|error| refused(&path, error))?;
    let status = command.stdin(save_lock.shared()?).stdout(said).stderr(too).status().map_err(failed)?;
    let stderr = fs::read(&path).map_err(|error| refused(&path, error))?;
    Ok(Output { status, stdout: Vec::new(), stderr })
}

fn failed(error: std::io::Error) -> SaveError {
    match error.kind() {
        ErrorKind::NotFound => SaveError::NoGit,
        _ => SaveError::GitRefused(error.to_string()),
    }
}

/// The messages of git and its hooks.
pub(crate) fn messages(output: &Output) -> String {
    let said: Vec<_> = [&output.stderr, &output.stdout]
        .into_iter()
        .map(|bytes| without_gpg_status(&String::from_utf8_lossy(bytes)))
        .filter(|words| !words.is_empty())
        .collect();
    if said.is_empty() { output.status.to_string() } else { said.join("\n") }
}

/// The messages without the status lines of gpg, which are for programs.
fn without_gpg_status(said: &str) -> String {
    let is_without_gpg_status = |line: &&str| !line.contains("[GNUPG:]");
    let lines: Vec<_> = said.lines().map(str::trim_end).filter(is_without_gpg_status).collect();
    lines.join("\n").trim_matches('\n').to_owned()
}

/// How a git that was followed ended.
pub(crate) struct GitOutcome {
    /// How it ended; `None` where we stopped it.
    pub status: Option<ExitStatus>,
    /// What it printed.
    pub printed: String,
    /// The messages of git and of the remote, without progress lines.
    pub said: String,
}

impl GitOutcome {
    /// Whether it did what it was to do.
    pub fn is_well(&self) -> bool {
        self.status.is_some_and(|status| status.success())
    }
}

/// What comes from a git that is followed.
enum ChildMessage {
    /// A line of its standard error.
    Said(String),
    /// All of its standard output.
    Printed(String),
}

/// Runs git, passes each line of its standard error to `tell` as it comes, and ends git and its children on
/// `cancelled`.
pub(crate) fn stream(
    mut command: Command,
    cancelled: &AtomicBool,
    tell: &mut dyn FnMut(&str),
) -> Result<GitOutcome, SaveError> {
    command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().map_err(failed)?;
    let heard = listen(&mut child);
    let mut ended = GitOutcome { status: None, printed: String::new(), said: String::new() };
    let mut left = POLLS;
    loop {
        if cancelled.load(Ordering::SeqCst) {
            stop(&mut child);
            return Ok(ended);
        }
        match heard.recv_timeout(POLL) {
            Ok(ChildMessage::Said(line)) => {
                tell(&line);
                if !is_progress(&line) {
                    ended.said.push_str(&line);
                    ended.said.push('\n');
                }
            }
            Ok(ChildMessage::Printed(text)) => ended.printed = text,
            Err(RecvTimeoutError::Disconnected) => break,
            // A process that git left running may keep the pipes open for as long as it lives.
            Err(RecvTimeoutError::Timeout) if child.try_wait().map_err(failed)?.is_some() => {
                left -= 1;
                if left == 0 {
                    break;
                }
            }
            Err(RecvTimeoutError::Timeout) => {}
        }
    }
    ended.status = Some(child.wait().map_err(failed)?);
    ended.said = without_gpg_status(&ended.said);
    Ok(ended)
}

/// Reads both pipes, each on a thread of its own: neither may run full.
fn listen(child: &mut Child) -> Receiver<ChildMessage> {
    let (sender, heard) = channel();
    if let Some(mut stdout) = child.stdout.take() {
        let sender: Sender<ChildMessage> = sender.clone();
        std::thread::spawn(move || {
            let mut bytes = Vec::new();
            let _ = stdout.read_to_end(&mut bytes);
            let _ = sender.send(ChildMessage::Printed(String::from_utf8_lossy(&bytes).into_owned()));
        });
    }
    if let Some(mut stderr) = child.stderr.take() {
        std::thread::spawn(move || {
            let mut line = Vec::new();
            let mut bytes = [0; 4096];
            while let Ok(count @ 1..) = stderr.read(&mut bytes) {
                for byte in &bytes[..count] {
                    match byte {
                        // git overwrites the line by which it says how far it is.
                        b'\r' | b'\n' => send(&sender, &mut line),
                        byte => line.push(*byte),
                    }
                }
            }
            send(&sender, &mut line);
        });
    }
    heard
}

fn send(sender: &Sender<ChildMessage>, line: &mut Vec<u8>) {
    let text = String::from_utf8_lossy(line).trim_end().to_owned();
    line.clear();
    if !text.is_empty() {
        let _ = sender.send(ChildMessage::Said(text));
    }
}

/// Whether a line tells progress: `Writing objects:  50% (1/2)`, or the same behind `remote: `.
fn is_progress(line: &str) -> bool {
    let line = line.strip_prefix("remote: ").unwrap_or(line).trim();
    let counted = line.split_once(": ").is_some_and(|(_, rest)| {
        let rest = rest.trim_start();
        let number = rest.len() - rest.trim_start_matches(|c: char| c.is_ascii_digit()).len();
        let after = &rest[number..];
        number > 0 && (after.is_empty() || after.starts_with('%') || after.starts_with(", "))
    });
    counted || line.starts_with("Total ") || line.starts_with("Delta compression using") || line.is_empty()
}

/// Starts the command in a process group of its own: `Ctrl-C` does not reach it, and it can be ended with its children.
#[cfg(unix)]
pub(crate) fn own_process_group(command: &mut Command) {
    use std::os::unix::process::CommandExt;
    command.process_group(0);
}

/// There are no such groups.
#[cfg(not(unix))]
pub(crate) fn own_process_group(_: &mut Command) {}

/// Asks git to end, so that it removes its locks, and kills it where it does not.
#[cfg(unix)]
fn stop(child: &mut Child) {
    use rustix::process::{Signal, kill_process, kill_process_group};
    let Some(process) = i32::try_from(child.id()).ok().and_then(rustix::process::Pid::from_raw) else { return };
    for signal in [Signal::TERM, Signal::KILL] {
        // Without a group of its own only git is signalled; its children end when their pipes close.
        if kill_process_group(process, signal).is_err() {
            let _ = kill_process(process, signal);
        }
        for _ in 0..POLLS {
            if !matches!(child.try_wait(), Ok(None)) {
                return;
            }
            std::thread::sleep(POLL);
        }
    }
}

/// Ends it.
#[cfg(not(unix))]
fn stop(child: &mut Child) {
    let _ = child.kill();
    let _ = child.wait();
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_gpg_tells_programs_is_not_told_to_people() {
        let said = "[GNUPG:] KEY_CONSIDERED 0123 2\n[GNUPG:] INV_SGNR 9 Coach\n\ngpg: signing failed: No secret key\r\n\
                    error: gpg failed to sign the data:\n[GNUPG:] FAILURE sign 17\nfatal: failed to write commit object\n";
        let told = "gpg: signing failed: No secret key\nerror: gpg failed to sign the data:\n\
                    fatal: failed to write commit object";
        assert_eq!(without_gpg_status(said), told);
        assert_eq!(without_gpg_status("\n"), "");
        // Blank lines between what a hook says are its own.
        assert_eq!(without_gpg_status("\nno source\n\nsee the rules\n\n"), "no source\n\nsee the rules");
    }

    #[test]
    fn what_says_how_far_it_is_is_told_from_what_says_something() {
        for line in [
            "Enumerating objects: 5, done.",
            "Writing objects:  50% (1/2), 280 bytes | 280.00 KiB/s",
            "remote: Compressing objects: 100% (2/2), done.",
            "Receiving objects: 12",
            "Total 3 (delta 0), reused 0 (delta 0), pack-reused 0 (from 0)",
        ] {
            assert!(is_progress(line), "{line}");
        }
        for line in [
            "remote: closed until Monday: 3 records are locked",
            "fatal: unable to access 'https://example.org/': Could not resolve host: example.org",
            "ssh: connect to host example.org port 22: Connection refused",
        ] {
            assert!(!is_progress(line), "{line}");
        }
    }
}
