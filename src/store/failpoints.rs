//! Fault injection: every step of a save goes through here, and a test can make it fail or kill the process at it.

use std::io::ErrorKind;
use std::path::PathBuf;
use std::sync::atomic::{AtomicUsize, Ordering};

use crate::store::error::SaveError;

/// A fault in a save, and the step where it happens, counted from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// The system refuses it, as where the disk is full.
    Fail(usize),
    /// The process ends there, with nothing tidied up.
    Kill(usize),
}

impl Fault {
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

/// Counts the steps that were passed.
#[derive(Debug, Default)]
pub(super) struct Failpoints {
    fault: Option<Fault>,
    passed: AtomicUsize,
}

impl Failpoints {
    /// With a fault.
    pub fn with_fault(fault: Fault) -> Self {
        Self { fault: Some(fault), passed: AtomicUsize::new(0) }
    }

    /// Counts a step, and fails or aborts where the fault is.
    pub fn pass(&self, step: &'static str) -> Result<(), SaveError> {
        let Some(fault) = self.fault else { return Ok(()) };
        let at = self.passed.fetch_add(1, Ordering::Relaxed) + 1;
        match fault {
            Fault::Kill(wanted) if wanted == at => std::process::abort(),
            Fault::Fail(wanted) if wanted == at => {
                Err(SaveError::Refused(PathBuf::from(step), ErrorKind::StorageFull.into()))
            }
            _ => Ok(()),
        }
    }

    /// Whether the step of the fault was reached.
    pub fn hit(&self) -> bool {
        let (Some(Fault::Fail(at) | Fault::Kill(at)), passed) = (self.fault, self.passed.load(Ordering::Relaxed))
        else {
            return false;
        };
        passed >= at
    }
}
