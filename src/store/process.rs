//! Other processes.

/// Returns whether a process runs. On systems other than Unix it is unknown, and true.
#[cfg(unix)]
#[must_use]
pub fn is_running(process: i32) -> bool {
    let process = rustix::process::Pid::from_raw(process);
    process.is_some_and(|process| rustix::process::test_kill_process(process) != Err(rustix::io::Errno::SRCH))
}

#[cfg(not(unix))]
#[must_use]
pub fn is_running(_: i32) -> bool {
    true
}
