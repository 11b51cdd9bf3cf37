//! The documentation is true: its generated tables are current.

use std::fs;
use std::path::PathBuf;

pub fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// Compares the part of a page between `<!-- NAME -->` and `<!-- /NAME -->` with the text that it should be.
/// With `UPDATE_DOCS=1`, writes it instead.
pub fn assert_generated(page: &str, name: &str, expected: &str) {
    let (begin, end) = (format!("<!-- {name} -->\n"), format!("<!-- /{name} -->"));
    let file = root().join(page);
    let text = fs::read_to_string(&file).expect("the page");
    let (before, rest) = text.split_once(&begin).expect("the part begins");
    let (shown, after) = rest.split_once(&end).expect("the part ends");
    if std::env::var_os("UPDATE_DOCS").is_some() {
        fs::write(&file, format!("{before}{begin}{expected}{end}{after}")).expect("written");
        return;
    }
    assert_eq!(shown, expected, "UPDATE_DOCS=1 cargo test --test it updates {page}");
}

#[test]
fn the_readme_is_short() {
    let text = fs::read_to_string(root().join("README.md")).expect("the README");
    assert!(text.lines().count() <= 150, "{}", text.lines().count());
    assert!(text.contains("cargo run --release") && text.contains("cargo test"));
}
