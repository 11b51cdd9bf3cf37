//! Reading whatever bytes a file holds.
#![no_main]

#[allow(dead_code, reason = "each target holds one of them")]
#[path = "../held.rs"]
mod held;

libfuzzer_sys::fuzz_target!(|data: &[u8]| held::read(data));
