//! Patches records with arbitrary text.
#![no_main]

#[allow(dead_code, reason = "each target holds one of them")]
#[path = "../invariants.rs"]
mod invariants;

libfuzzer_sys::fuzz_target!(|data: &[u8]| invariants::patch(data));
