//! Fault injection: every step of a save passes a failpoint, at which a test can make it fail or kill the
//! process.

use std::io::ErrorKind;
use std::path::PathBuf;
use std::sync::atomic::{AtomicUsize, Ordering};

use crate::store::error::SaveError;

/// A fault in a save, with the number of the step, from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum InjectedFault {
    /// The step fails, as if the disk were full.
    Fail(usize),
    /// The process aborts without cleaning up.
    Kill(usize),
}

impl InjectedFault {
    /// `fail:3`, `kill:12`.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        let (what, at) = text.split_once(':')?;
        let at = at.parse().ok()?;
        match what {
            "fail" => Some(Self::Fail(at)),
            "kill" => Some(Self::Kill(at)),
            _ => None,
        }
    }
}

/// Counts the steps.
#[derive(Debug, Default)]
pub(super) struct Failpoints {
    fault: Option<InjectedFault>,
    passed: AtomicUsize,
}

impl Failpoints {
    pub fn with_fault(fault: InjectedFault) -> Self {
        Self { fault: Some(fault), passed: AtomicUsize::new(0) }
    }

    /// Counts a step. Fails or aborts if the fault is there.
    pub fn pass(&self, step: &'static str) -> Result<(), SaveError> {
        let Some(fault) = self.fault else { return Ok(()) };
        let at = self.passed.fetch_add(1, Ordering::Relaxed) + 1;
        match fault {
            InjectedFault::Kill(wanted) if wanted == at => std::process::abort(),
            InjectedFault::Fail(wanted) if wanted == at => {
                Err(SaveError::Refused(PathBuf::from(step), ErrorKind::StorageFull.into()))
            }
            _ => Ok(()),
        }
    }

    /// Returns whether the step of the fault was reached.
    pub fn hit(&self) -> bool {
        let (Some(InjectedFault::Fail(at) | InjectedFault::Kill(at)), passed) =
            (self.fault, self.passed.load(Ordering::Relaxed))
        else {
            return false;
        };
        passed >= at
    }
}
