//! Tests that fictional portfolios are reproducible, of the documented size, and valid.

use std::collections::BTreeMap;

use super::seed::SUBFOLDER_SIZE;
use super::*;

#[test]
fn the_same_seed_gives_the_same_portfolio_and_another_gives_another() {
    let once: Vec<_> = files(20, 7).collect();
    assert_eq!(once, files(20, 7).collect::<Vec<_>>());
    assert_ne!(once, files(20, 8).collect::<Vec<_>>());
}

#[test]
fn a_convention_is_about_seven_kilobytes() {
    let sizes: Vec<usize> =
        files(200, 1).filter(|(file, _)| file.starts_with("conventions/")).map(|(_, text)| text.len()).collect();
    let mean = sizes.iter().sum::<usize>() / sizes.len();
    assert_eq!(sizes.len(), 200);
    assert!((6_500..7_700).contains(&mean), "{mean}");
}

#[test]
fn folders_stay_small_and_sorted() {
    let mut folders: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for (file, _) in files(1_000, 1) {
        if let Some((folder, name)) = file.rsplit_once('/') {
            folders.entry(folder.to_owned()).or_default().push(name.to_owned());
        }
    }
    assert!(folders.values().all(|names| names.len() <= SUBFOLDER_SIZE));
    let startups: Vec<&String> =
        folders.iter().filter(|(folder, _)| folder.starts_with("startups/")).flat_map(|(_, names)| names).collect();
    assert_eq!(startups.len(), 1_000);
    assert!(startups.is_sorted());
}
