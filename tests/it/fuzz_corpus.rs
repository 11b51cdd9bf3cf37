//! The invariants of the fuzz targets, on the corpus and on reproducible mutations of it.

use std::fs;
use std::path::Path;

#[path = "../../fuzz/invariants.rs"]
mod invariants;

/// Mutations per file of the corpus.
const CHANGES: u64 = 40;

/// A reproducible pseudo-random generator.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let z = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        usize::try_from((z ^ (z >> 31)) % u64::try_from(sides.max(1)).unwrap()).unwrap()
    }
}

fn corpus(target: &str) -> Vec<Vec<u8>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz/corpus").join(target);
    let mut files: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    assert!(files.len() >= 4, "{target} has a corpus");
    files.into_iter().map(|file| fs::read(file).unwrap()).collect()
}

/// Mutates like a fuzzer: changes a byte, deletes, repeats, or inserts a piece, or inserts a TOML delimiter.
fn changed(data: &[u8], other: &[u8], dice: &mut Dice) -> Vec<u8> {
    const SIGNS: &[&[u8]] = &[
        b"\n",
        b"\"",
        b"'",
        b"\"\"\"",
        b"[",
        b"]",
        b"{",
        b"}",
        b"=",
        b",",
        b".",
        b"#",
        b"\r\n",
        b"\xff",
        b"[[a]]\n",
        b"\xef\xbb\xbf",
    ];
    let mut data = data.to_vec();
    for _ in 0..=dice.roll(3) {
        let at = dice.roll(data.len() + 1);
        let end = (at + 1 + dice.roll(40)).min(data.len());
        match dice.roll(5) {
            0 if at < data.len() => data[at] = u8::try_from(dice.roll(256)).unwrap(),
            1 if at < end => drop(data.drain(at..end)),
            2 if at < end => {
                let piece = data[at..end].to_vec();
                let to = dice.roll(data.len());
                data.splice(to..to, piece);
            }
            3 => {
                let from = dice.roll(other.len());
                let piece = other[from..(from + dice.roll(60)).min(other.len())].to_vec();
                data.splice(at..at, piece);
            }
            _ => drop(data.splice(at..at, SIGNS[dice.roll(SIGNS.len())].iter().copied())),
        }
    }
    data
}

fn hold(target: &str, invariant: fn(&[u8])) {
    let files = corpus(target);
    let mut dice = Dice(1);
    for file in &files {
        invariant(file);
        for _ in 0..CHANGES {
            let other = &files[dice.roll(files.len())];
            let data = changed(file, other, &mut dice);
            let shown = String::from_utf8_lossy(&data).into_owned();
            if std::panic::catch_unwind(|| invariant(&data)).is_err() {
                panic!("{target} does not hold of {data:?}\n{shown}");
            }
        }
    }
}

#[test]
fn reading_handles_any_input() {
    hold("read", invariants::read);
}

#[test]
fn patching_handles_any_input() {
    hold("patch", invariants::patch);
}

#[test]
fn merging_handles_any_input() {
    hold("merge", invariants::merge);
}
