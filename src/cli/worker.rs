//! The thread that performs effects one after the other, so that the screen never waits for a folder or for git.

use std::io;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender};

use crate::cli::effects::EffectHandler;
use crate::cli::message::Message;
use crate::model::Location;
use crate::ui::{Data, Effect};

/// What the worker is asked.
#[derive(Debug, PartialEq)]
pub enum Job {
    /// Perform an effect.
    Perform(Effect),
    /// Find where an editor opens a place.
    Find(Location),
    /// Tell the file and line of a place.
    Locate(Location),
    /// Let go of what is shown no more.
    Forget(Old),
}

/// Data that is shown no more. Freeing that of a large folder takes longer than a frame, and so the worker does it.
#[derive(Debug)]
pub struct Old(pub Arc<Data>);

impl PartialEq for Old {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }
}

/// Starts it. It ends when nobody can ask any more.
///
/// # Errors
/// When the system has no thread for it.
pub fn start(handler: EffectHandler, jobs: Receiver<Job>, tell: Sender<Message>) -> io::Result<()> {
    let worker = Worker { handler, tell };
    std::thread::Builder::new().name("worker".into()).spawn(move || worker.run(&jobs))?;
    Ok(())
}

struct Worker {
    handler: EffectHandler,
    tell: Sender<Message>,
}

impl Worker {
    fn run(mut self, jobs: &Receiver<Job>) {
        let Self { handler, tell } = &mut self;
        handler.begin(&|outcome| drop(tell.send(Message::Outcome(outcome))));
        while let Ok(first) = jobs.recv() {
            let mut waiting = vec![first];
            waiting.extend(jobs.try_iter());
            waiting.retain(|job| !matches!(job, Job::Forget(_)));
            for job in still_wanted(waiting) {
                let Self { handler, tell } = &mut self;
                match job {
                    Job::Forget(_) => {}
                    Job::Perform(effect) => {
                        handler.perform(&effect, &|outcome| drop(tell.send(Message::Outcome(outcome))));
                    }
                    Job::Find(place) => {
                        drop(tell.send(Message::Edit(handler.target(&place), place.record().cloned())));
                    }
                    Job::Locate(place) => {
                        let found = handler.target(&place);
                        let told = format!("{}:{}", found.file.display(), found.line);
                        drop(tell.send(Message::Located(told)));
                    }
                }
            }
        }
    }
}

/// Tells the screen when the worker ends, and most of all when it panics.
impl Drop for Worker {
    fn drop(&mut self) {
        let _ = self.tell.send(Message::WorkerGone);
    }
}

/// The jobs without those that a later one makes needless: of several days asked for in a row only the last is
/// answered, and of several reloads only one is done.
fn still_wanted(jobs: Vec<Job>) -> Vec<Job> {
    let mut wanted: Vec<Job> = Vec::with_capacity(jobs.len());
    for job in jobs {
        if let (Some(Job::Perform(last)), Job::Perform(next)) = (wanted.last_mut(), &job) {
            // A look that is asked for finds what a quiet one would.
            if matches!((&*last, next), (Effect::Reload, Effect::Refresh)) {
                continue;
            }
            let replaced = matches!(
                (&*last, next),
                (Effect::SetAsOf(_), Effect::SetAsOf(_))
                    | (Effect::Reload | Effect::Refresh, Effect::Reload)
                    | (Effect::Refresh, Effect::Refresh)
                    | (Effect::ReadChanges(_), Effect::ReadChanges(_))
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

    #[test]
    fn of_days_asked_for_in_a_row_only_the_last_is_answered() {
        let day = |text: &str| Job::Perform(Effect::SetAsOf(text.parse().expect("a day")));
        let jobs = vec![day("2020-12-01"), day("2020-12-02"), Job::Perform(Effect::Undo(None)), day("2020-12-03")];
        let kept = vec![day("2020-12-02"), Job::Perform(Effect::Undo(None)), day("2020-12-03")];
        assert_eq!(still_wanted(jobs), kept);
    }
}
