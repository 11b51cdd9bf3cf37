//! The pictures of the README are what the program draws.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::support::{Repo, hermetic};

/// Update with `cargo run -- pictures tests/pictures`, and look at the changes.
#[test]
fn pictures_are_current_and_the_readme_shows_no_others() {
    let here = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/pictures");
    let scratch = Repo::empty();
    let mut command = Command::new(env!("CARGO_BIN_EXE_couveuse"));
    hermetic(&mut command, &scratch.root());
    let drawn = command.env("TMPDIR", scratch.root()).current_dir(scratch.root()).args(["pictures", "drawn"]).output();
    let drawn = drawn.expect("it runs");
    assert!(drawn.status.success(), "{}", String::from_utf8_lossy(&drawn.stderr));
    let names = |folder: PathBuf| -> BTreeSet<String> {
        let entries = fs::read_dir(folder).expect("pictures").map(|entry| entry.expect("an entry").file_name());
        entries.map(|name| name.to_string_lossy().into_owned()).collect()
    };
    let drawn = scratch.root().join("drawn");
    assert_eq!(names(here.clone()), names(drawn.clone()));
    for name in names(here.clone()) {
        let text = |folder: &Path| fs::read_to_string(folder.join(&name)).expect("a picture");
        let renew = "look at it, and renew it with: cargo run -- pictures tests/pictures";
        assert!(text(&here) == text(&drawn), "{name} is not what the program draws; {renew}");
    }
    let readme = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md")).expect("the README");
    for shown in readme.split("tests/pictures/").skip(1) {
        let name: String = shown.chars().take_while(|c| c.is_alphanumeric() || "-.".contains(*c)).collect();
        assert!(here.join(&name).is_file(), "the README shows {name}, which nothing draws");
    }
}
