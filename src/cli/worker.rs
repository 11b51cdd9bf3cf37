//! The worker thread: performs effects one after the other, so that the screen never waits for a file or for git. What
//! only reads and computes gives way to the threads of the screen, which would wait for a core otherwise.

use std::io;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender};
use std::thread::Builder;

use crate::cli::effects::EffectHandler;
use crate::cli::message::Message;
use crate::model::Location;
use crate::report::sanitize;
use crate::rules::Occurrence;
use crate::ui::{Data, Effect};

/// A job for the worker.
#[derive(Debug, PartialEq)]
pub enum Job {
    Perform(Effect),
    /// Find the position at which to open an editor.
    Find(Location),
    /// Find file and line of a location, to copy them.
    Locate(Location),
    /// Write the letters that remind of these, to copy them.
    Letters(Vec<Occurrence>),
    /// Drop data that is no longer shown.
    Forget(Old),
}

/// Data that is no longer shown. Dropping that of a large folder takes longer than a frame, so the worker does it.
#[derive(Debug)]
pub struct Old(pub Arc<Data>);

impl PartialEq for Old {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }
}

/// Starts the worker. It ends when the sender of the jobs is dropped.
///
/// # Errors
/// If the system has no more threads.
pub fn start(handler: EffectHandler, jobs: Receiver<Job>, sender: Sender<Message>) -> io::Result<()> {
    let worker = Worker { handler, sender };
    Builder::new().name("worker".into()).spawn(move || worker.run(&jobs))?;
    Ok(())
}

struct Worker {
    handler: EffectHandler,
    sender: Sender<Message>,
}

impl Worker {
    fn run(mut self, jobs: &Receiver<Job>) {
        let Self { handler, sender } = &mut self;
        handler.begin(&|outcome| drop(sender.send(Message::Outcome(outcome))));
        while let Ok(first) = jobs.recv() {
            let mut waiting = vec![first];
            waiting.extend(jobs.try_iter());
            waiting.retain(|job| !matches!(job, Job::Forget(_)));
            for job in still_wanted(waiting) {
                let Self { handler, sender } = &mut self;
                match job {
                    Job::Forget(_) => {}
                    Job::Perform(effect) => {
                        let mut perform =
                            || handler.perform(&effect, &|outcome| drop(sender.send(Message::Outcome(outcome))));
                        if only_reads(&effect) { in_background(perform) } else { perform() }
                    }
                    Job::Find(place) => {
                        drop(sender.send(Message::Edit(
                            handler.editor(),
                            handler.target(&place),
                            place.record().cloned(),
                        )));
                    }
                    Job::Locate(place) => {
                        let found = handler.target(&place);
                        let path = found.file.display().to_string();
                        let place = format!("{}:{}", sanitize(&path), found.line);
                        drop(sender.send(Message::ToCopy(place)));
                    }
                    Job::Letters(late) => {
                        let message = match handler.letters(&late) {
                            Ok(text) => Message::ToCopy(text),
                            Err(failure) => Message::Outcome(failure.outcome()),
                        };
                        drop(sender.send(message));
                    }
                }
            }
        }
    }
}

/// Returns whether an effect changes nothing and may take seconds in a large folder.
const fn only_reads(effect: &Effect) -> bool {
    matches!(
        effect,
        Effect::Reload
            | Effect::Refresh
            | Effect::MakeSearchable(_)
            | Effect::Arrange(..)
            | Effect::ViewAs(_)
            | Effect::CompareWith(_)
            | Effect::SetLanguage(_)
    )
}

/// Does something on a thread of low priority, and waits for it. Threads and programs that it starts inherit the
/// priority, which cannot be raised again: nothing that saves is done here.
fn in_background(mut work: impl FnMut() + Send) {
    let is_done = std::thread::scope(|scope| {
        let thread = Builder::new().name("background".into()).spawn_scoped(scope, || {
            lower_priority();
            work();
        });
        thread.map(|thread| thread.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic))).is_ok()
    });
    // The system has no more threads.
    if !is_done {
        work();
    }
}

/// Lowers the priority of the current thread.
#[cfg(target_os = "linux")]
pub fn lower_priority() {
    // If it fails, keys only wait longer for a core.
    if rustix::process::getpriority_process(None).is_ok_and(|now| now < BACKGROUND) {
        let _ = rustix::process::setpriority_process(None, BACKGROUND);
    }
}

/// Other systems know priorities of processes only.
#[cfg(not(target_os = "linux"))]
pub const fn lower_priority() {}

/// The nice value of threads that only read and compute.
#[cfg(target_os = "linux")]
const BACKGROUND: i32 = 10;

/// Tells the screen that the worker has ended, in particular if it panics.
impl Drop for Worker {
    fn drop(&mut self) {
        let _ = self.sender.send(Message::WorkerGone);
    }
}

/// Removes jobs that a later one replaces: of several consecutive as-of days only the last is answered, and of several
/// reloads only one is done.
fn still_wanted(jobs: Vec<Job>) -> Vec<Job> {
    let mut wanted: Vec<Job> = Vec::with_capacity(jobs.len());
    for job in jobs {
        if let (Some(Job::Perform(last)), Job::Perform(next)) = (wanted.last_mut(), &job) {
            // A reload that the user asked for includes a refresh.
            if matches!((&*last, next), (Effect::Reload, Effect::Refresh)) {
                continue;
            }
            let replaced = matches!(
                (&*last, next),
                (Effect::ViewAs(_), Effect::ViewAs(_))
                    | (Effect::Reload | Effect::Refresh, Effect::Reload)
                    | (Effect::Refresh, Effect::Refresh)
                    | (Effect::ReadChanges(_), Effect::ReadChanges(_))
                    | (Effect::ReadPlaces(_), Effect::ReadPlaces(_))
            );
            if replaced {
                *last = next.clone();
                continue;
            }
        }
        wanted.push(job);
    }
    wanted
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::ViewDays;

    #[cfg(target_os = "linux")]
    #[test]
    fn only_effects_that_read_have_low_priority() {
        let priority = || rustix::process::getpriority_process(None).expect("a priority");
        let (before, mut inside) = (priority(), None);
        in_background(|| inside = Some(priority()));
        assert_eq!((inside, priority()), (Some(before.max(BACKGROUND)), before));
        assert!(
            only_reads(&Effect::Reload) && !only_reads(&Effect::Undo(None)) && !only_reads(&Effect::Sync(Vec::new()))
        );
    }

    #[test]
    fn of_consecutive_days_only_the_last_is_answered() {
        let day = |text: &str| Job::Perform(Effect::ViewAs(ViewDays { as_of: text.parse().expect("a day"), at: None }));
        let jobs = vec![day("2020-12-01"), day("2020-12-02"), Job::Perform(Effect::Undo(None)), day("2020-12-03")];
        let kept = vec![day("2020-12-02"), Job::Perform(Effect::Undo(None)), day("2020-12-03")];
        assert_eq!(still_wanted(jobs), kept);
    }
}
