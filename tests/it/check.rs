//! `couveuse check` and its findings.

use std::collections::BTreeSet;
use std::path::Path;

use couveuse::locale::{Language, Locale};
use couveuse::rules::check::CHECKS;

/// The files of the folder of checks that are no check.
const NO_CHECKS: [&str; 2] = ["mod", "tests"];

#[test]
fn every_file_of_the_folder_is_a_check_and_every_check_a_file() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/rules/check");
    let files: BTreeSet<String> = std::fs::read_dir(folder)
        .expect("the folder of checks")
        .map(|entry| entry.expect("an entry").path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "rs"))
        .filter_map(|path| path.file_stem().map(|stem| stem.to_string_lossy().replace('_', "-")))
        .filter(|stem| !NO_CHECKS.contains(&stem.as_str()))
        .collect();
    let names: BTreeSet<String> = CHECKS.iter().map(|check| check.name.to_owned()).collect();
    assert_eq!(files, names);
}

#[test]
fn every_check_has_its_messages_remedies_and_page_in_both_languages() {
    for language in Language::ALL {
        let locale = Locale::new(language);
        for check in CHECKS {
            let page = format!("check-{}-page", check.name);
            assert!(locale.text(&page).lines().count() >= 5, "{language:?} {page}");
            for message in check.messages {
                assert!(locale.has(message) && locale.has(&format!("{message}-help")), "{language:?} {message}");
            }
        }
    }
}

#[test]
fn the_locale_has_no_words_for_findings_that_no_check_makes() {
    let known: BTreeSet<&str> = CHECKS.iter().flat_map(|check| check.messages).copied().collect();
    for file in ["src/locale/fr.ftl", "src/locale/en.ftl"] {
        let text = std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(file)).expect("the words");
        for key in text.lines().filter_map(|line| line.split(" =").next()).filter(|key| key.starts_with("finding-")) {
            assert!(known.contains(key.trim_end_matches("-help")), "{file}: {key}");
        }
    }
}
