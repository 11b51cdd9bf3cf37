//! Running the user's `git`: its environment, its output, and how it is stopped.

use std::io::{ErrorKind, Read, Write};
use std::panic::resume_unwind;
use std::path::Path;
use std::process::{Child, Command, ExitStatus, Output, Stdio};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::sync::{Mutex, PoisonError};
use std::thread::{self, Builder};
use std::time::Duration;

use crate::store::error::SaveError;
use crate::store::git::paths::RepoPaths;

/// The first wait for a git that may be stopped; each is twice as long as the one before.
const FIRST_WAIT: Duration = Duration::from_millis(1);
/// How often a followed git is checked for cancellation.
const POLL: Duration = Duration::from_millis(40);
/// How many such polls a terminated git may take to end, and a pipe that another process still holds to close.
const POLLS: usize = 50;

/// The variables that bind a git to one repository (`git rev-parse --local-env-vars`, without the configuration).
const LOCAL_VARIABLES: &[&str] = &[
    "GIT_ALTERNATE_OBJECT_DIRECTORIES",
    "GIT_OBJECT_DIRECTORY",
    "GIT_DIR",
    "GIT_WORK_TREE",
    "GIT_IMPLICIT_WORK_TREE",
    "GIT_GRAFT_FILE",
    "GIT_INDEX_FILE",
    "GIT_NO_REPLACE_OBJECTS",
    "GIT_REPLACE_REF_BASE",
    "GIT_PREFIX",
    "GIT_SHALLOW_FILE",
    "GIT_COMMON_DIR",
];

/// The first argument of a program that runs another one, given by the arguments after it, in a session of its own.
pub const DETACHED: &str = "__detached";

/// Whether git gets no controlling terminal.
static DETACHES: AtomicBool = AtomicBool::new(false);

/// Gives every git from now on, and its hooks, no controlling terminal: the screen owns it. Has no effect on systems
/// other than Unix.
pub fn detach_from_terminal() {
    DETACHES.store(cfg!(unix), Ordering::SeqCst);
}

/// Returns a git without arguments. A detached one is run by this program, because only a process itself can leave its
/// session.
fn new_git() -> Command {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let is_installed = || std::env::split_paths(&path).any(|folder| folder.join("git").is_file());
    if DETACHES.load(Ordering::SeqCst)
        && is_installed()
        && let Ok(program) = std::env::current_exe()
    {
        let mut command = Command::new(program);
        command.args([DETACHED, "git"]);
        return command;
    }
    Command::new("git")
}

/// Returns a git in a repository, which never prompts.
pub(crate) fn git_at(paths: &RepoPaths) -> Command {
    let mut command = git_here();
    bind(&mut command, paths);
    command
}

fn bind(command: &mut Command, paths: &RepoPaths) {
    command.current_dir(&paths.work).env_remove("GIT_INDEX_FILE").env_remove("GIT_PREFIX");
    if paths.is_from_environment {
        command.env("GIT_DIR", &paths.git_dir).env("GIT_WORK_TREE", &paths.work);
    }
}

/// Returns a git in the repository around a folder, whatever the environment says.
pub(crate) fn git_in(dir: &Path) -> Command {
    let mut command = git_here();
    for variable in LOCAL_VARIABLES {
        command.env_remove(variable);
    }
    command.current_dir(dir);
    command
}

/// Returns a git in the current directory, with the environment as it is.
pub(crate) fn git_here() -> Command {
    let mut command = new_git();
    // A file name with `*` in it is not a pattern.
    command.arg("--literal-pathspecs");
    // Nothing may ask for an answer on the terminal that the screen owns.
    command.env("GIT_TERMINAL_PROMPT", "0").env("GIT_EDITOR", "true");
    command
}

/// Returns a git that only reads, and whose pathspecs may be patterns.
pub(crate) fn reading_patterns(paths: &RepoPaths) -> Command {
    let mut command = new_git();
    bind(&mut command, paths);
    make_reading(&mut command);
    command
}

/// Makes a git that has no arguments yet one that only reads.
pub(crate) fn make_reading(command: &mut Command) {
    command.args(["--no-pager", "-c", "core.fsmonitor=false", "-c", "core.hooksPath=/dev/null"]);
    command.args(["-c", "log.showSignature=false"]);
    command.env("GIT_OPTIONAL_LOCKS", "0").env("GIT_NO_LAZY_FETCH", "1");
}

/// Runs git to its end, with `input` as its standard input.
pub(crate) fn output(command: &mut Command, input: Option<&[u8]>) -> Result<Output, SaveError> {
    let stdin = if input.is_some() { Stdio::piped() } else { Stdio::null() };
    command.stdin(stdin).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().map_err(failed)?;
    if let (Some(input), Some(mut stdin)) = (input, child.stdin.take()) {
        // A git that fails before it has read everything reports why on its standard error.
        let _ = stdin.write_all(input);
    }
    // The library's own way to read both panics if the system fails to.
    let read = read_both(&mut child);
    let status = child.wait().map_err(failed)?;
    let (stdout, stderr) = read.map_err(failed)?;
    Ok(Output { status, stdout, stderr })
}

/// Reads both outputs to their ends, and closes them. On one thread, if the system has no other, one after the other.
fn read_both(child: &mut Child) -> std::io::Result<(Vec<u8>, Vec<u8>)> {
    let all = |pipe: Option<&mut dyn Read>| {
        let mut bytes = Vec::new();
        pipe.map_or(Ok(0), |pipe| pipe.read_to_end(&mut bytes)).map(|_| bytes)
    };
    let (mut stdout, stderr) = (child.stdout.take(), Mutex::new(child.stderr.take()));
    let messages = || all(stderr.lock().unwrap_or_else(PoisonError::into_inner).as_mut().map(|pipe| pipe as _));
    thread::scope(|scope| {
        let reading = Builder::new().spawn_scoped(scope, messages);
        let answer = all(stdout.as_mut().map(|pipe| pipe as _));
        let messages = match reading {
            Ok(reading) => reading.join().unwrap_or_else(|panic| resume_unwind(panic)),
            Err(_) => messages(),
        };
        Ok((answer?, messages?))
    })
}

/// Runs git to its end and returns its standard output. Fails with its messages if git fails.
pub(crate) fn run(command: &mut Command, input: Option<&[u8]>) -> Result<Vec<u8>, SaveError> {
    let output = output(command, input)?;
    if output.status.success() { Ok(output.stdout) } else { Err(refused_by_git(&output)) }
}

/// Returns the error of a git that failed.
pub(crate) fn refused_by_git(output: &Output) -> SaveError {
    SaveError::GitRefused(messages(output))
}

/// Returns the error of a git that could not be run.
pub(crate) fn failed(error: std::io::Error) -> SaveError {
    match error.kind() {
        ErrorKind::NotFound => SaveError::NoGit,
        _ => SaveError::GitRefused(error.to_string()),
    }
}

/// Returns the messages of git and its hooks.
pub(crate) fn messages(output: &Output) -> String {
    let messages: Vec<_> = [&output.stderr, &output.stdout]
        .into_iter()
        .map(|bytes| without_gpg_status(&String::from_utf8_lossy(bytes)))
        .filter(|words| !words.is_empty())
        .collect();
    if messages.is_empty() { output.status.to_string() } else { messages.join("\n") }
}

/// Returns the messages without the status lines of gpg, which are for programs.
fn without_gpg_status(messages: &str) -> String {
    let lines: Vec<_> = messages.lines().map(str::trim_end).filter(|line| !line.contains("[GNUPG:]")).collect();
    lines.join("\n").trim_matches('\n').to_owned()
}

/// How a followed git ended.
pub(crate) struct GitOutcome {
    /// `None` if we stopped it.
    pub status: Option<ExitStatus>,
    /// Its standard output.
    pub stdout: String,
    /// The messages of git and of the remote, without progress lines.
    pub messages: String,
}

impl GitOutcome {
    /// Returns whether git succeeded.
    pub fn is_success(&self) -> bool {
        self.status.is_some_and(|status| status.success())
    }
}

/// What a followed git sends.
enum ChildMessage {
    /// A line of its standard error.
    Message(String),
    /// All of its standard output.
    Stdout(String),
}

/// Runs git and calls `progress` with each line of its standard error as it comes. Terminates git and its children when
/// `cancelled` is set.
pub(crate) fn stream(
    mut command: Command,
    cancelled: &AtomicBool,
    progress: &mut dyn FnMut(&str),
) -> Result<GitOutcome, SaveError> {
    command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().map_err(failed)?;
    let received = match listen(&mut child) {
        Ok(received) => received,
        Err(error) => {
            stop(&mut child);
            return Err(failed(error));
        }
    };
    let mut ended = GitOutcome { status: None, stdout: String::new(), messages: String::new() };
    let mut left = POLLS;
    loop {
        if cancelled.load(Ordering::SeqCst) {
            stop(&mut child);
            return Ok(ended);
        }
        match received.recv_timeout(POLL) {
            Ok(ChildMessage::Message(line)) => {
                progress(&line);
                if !is_progress(&line) {
                    ended.messages.push_str(&line);
                    ended.messages.push('\n');
                }
            }
            Ok(ChildMessage::Stdout(text)) => ended.stdout = text,
            Err(RecvTimeoutError::Disconnected) => break,
            // A process that git left running may keep the pipes open.
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
    ended.messages = without_gpg_status(&ended.messages);
    Ok(ended)
}

/// Waits until git ends, or stops it and its children when `stops` is set; then its status is `None`.
pub(crate) fn wait_unless(mut child: Child, stops: &AtomicBool) -> Result<Option<ExitStatus>, SaveError> {
    let mut wait = FIRST_WAIT;
    loop {
        if let Some(status) = child.try_wait().map_err(failed)? {
            return Ok(Some(status));
        }
        if stops.load(Ordering::SeqCst) {
            stop(&mut child);
            return Ok(None);
        }
        thread::sleep(wait);
        wait = (wait * 2).min(POLL);
    }
}

/// Reads both pipes, each on its own thread: neither may fill up.
fn listen(child: &mut Child) -> std::io::Result<Receiver<ChildMessage>> {
    let (sender, received) = channel();
    if let Some(mut stdout) = child.stdout.take() {
        let sender: Sender<ChildMessage> = sender.clone();
        Builder::new().spawn(move || {
            let mut bytes = Vec::new();
            let _ = stdout.read_to_end(&mut bytes);
            let _ = sender.send(ChildMessage::Stdout(String::from_utf8_lossy(&bytes).into_owned()));
        })?;
    }
    if let Some(mut stderr) = child.stderr.take() {
        Builder::new().spawn(move || {
            let mut line = Vec::new();
            let mut bytes = [0; 4096];
            loop {
                let count = match stderr.read(&mut bytes) {
                    Err(error) if error.kind() == ErrorKind::Interrupted => continue,
                    Ok(0) | Err(_) => break,
                    Ok(count) => count,
                };
                for byte in &bytes[..count] {
                    match byte {
                        // Git overwrites its progress lines.
                        b'\r' | b'\n' => send(&sender, &mut line),
                        byte => line.push(*byte),
                    }
                }
            }
            send(&sender, &mut line);
        })?;
    }
    Ok(received)
}

fn send(sender: &Sender<ChildMessage>, line: &mut Vec<u8>) {
    let text = String::from_utf8_lossy(line).trim_end().to_owned();
    line.clear();
    if !text.is_empty() {
        let _ = sender.send(ChildMessage::Message(text));
    }
}

/// Returns whether a line shows progress: `Writing objects:  50% (1/2)`, or the same behind `remote: `.
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

/// Starts the command in its own process group: `Ctrl-C` does not reach it, and it can be terminated with its children.
#[cfg(unix)]
pub(crate) fn own_process_group(command: &mut Command) {
    use std::os::unix::process::CommandExt;
    // A detached one leads its session, and therefore its process group; a leader could not start a session.
    if !DETACHES.load(Ordering::SeqCst) {
        command.process_group(0);
    }
}

/// This system has no process groups.
#[cfg(not(unix))]
pub(crate) fn own_process_group(_: &mut Command) {}

/// Asks git to end, so that it removes its locks, and kills it if it does not.
#[cfg(unix)]
fn stop(child: &mut Child) {
    use rustix::process::{Signal, kill_process, kill_process_group};
    let Some(process) = i32::try_from(child.id()).ok().and_then(rustix::process::Pid::from_raw) else { return };
    for signal in [Signal::TERM, Signal::KILL] {
        // Without its own group only git is signalled; its children end when their pipes close.
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

#[cfg(not(unix))]
fn stop(child: &mut Child) {
    let _ = child.kill();
    let _ = child.wait();
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn status_lines_of_gpg_are_left_out() {
        let said = "[GNUPG:] KEY_CONSIDERED 0123 2\n[GNUPG:] INV_SGNR 9 Coach\n\ngpg: signing failed: No secret key\r\n\
                    error: gpg failed to sign the data:\n[GNUPG:] FAILURE sign 17\nfatal: failed to write commit object\n";
        let expected = "gpg: signing failed: No secret key\nerror: gpg failed to sign the data:\n\
                    fatal: failed to write commit object";
        assert_eq!(without_gpg_status(said), expected);
        assert_eq!(without_gpg_status("\n"), "");
        // Blank lines in the output of a hook are kept.
        assert_eq!(without_gpg_status("\nno source\n\nsee the rules\n\n"), "no source\n\nsee the rules");
    }

    #[test]
    fn progress_lines_are_recognised() {
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
