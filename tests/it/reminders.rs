//! Reminders: letters, what is recorded of them, and what the screen copies.

use std::sync::Arc;

use couveuse::cli::effects::EffectHandler;
use couveuse::locale::{Language, Locale};
use couveuse::rules;
use couveuse::ui::{CopyContent, Effect};

use crate::driver::{Screen, day};
use crate::support::Repo;

const DAY: &str = "2026-11-22";

fn run(repo: &Repo, arguments: &[&str], code: i32) -> String {
    let output = repo.couveuse(arguments).output().unwrap();
    let text = format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    assert_eq!(output.status.code(), Some(code), "{arguments:?}: {text}");
    text
}

/// The late items with the parties that owe them, without the home of the incubator, as `convention item party`.
fn late(repo: &Repo) -> Vec<String> {
    let answers = rules::answers(&repo.folder().load(&|_| {}), day(DAY));
    let mut items = Vec::new();
    for one in answers.occurrences.iter().filter(|one| one.days_late > 0) {
        let debtors = one.debtors.iter().filter(|debtor| debtor.as_str() != "pepiniere");
        items.extend(debtors.filter_map(|debtor| Some(format!("{} {} {debtor}", one.convention.as_ref()?, one.id))));
    }
    items.sort();
    items.dedup();
    items
}

/// The reminders of all conventions, as `convention item party rank`.
fn reminders(repo: &Repo) -> Vec<String> {
    let mut found = Vec::new();
    for file in std::fs::read_dir(repo.root().join("conventions")).unwrap() {
        let name = file.unwrap().file_name().into_string().unwrap();
        let record: toml::Table = repo.read(&format!("conventions/{name}")).parse().unwrap();
        for one in record.get("reminders").and_then(toml::Value::as_array).into_iter().flatten() {
            let text = |key: &str| one[key].as_str().unwrap().to_owned();
            let convention = name.strip_suffix(".toml").unwrap();
            found.push(format!("{convention} {} {} {}", text("item"), text("to"), one["rank"]));
        }
    }
    found.sort();
    found
}

#[test]
fn letters_sent_are_recorded_item_by_item_in_one_commit() {
    let repo = Repo::demo(DAY);
    let before = repo.head();
    let second = ["report", "reminder", "--all", "--second", "--as-of", DAY, "--lang", "en"];
    assert!(run(&repo, &second, 0).contains("the date of the first reminder"), "none is recorded");
    let arguments = ["report", "reminder", "--all", "--as-of", DAY, "--out", "letters", "--sent", "2020-11-22"];
    run(&repo, &arguments, 0);
    let expected: Vec<String> = late(&repo).iter().map(|item| format!("{item} 1")).collect();
    assert!(expected.len() > 2, "{expected:?}");
    assert_eq!(reminders(&repo), expected);
    assert_eq!(repo.git(&["log", "--oneline", &format!("{before}..")]).lines().count(), 1);
    assert!(std::fs::read_dir(repo.root().join("letters")).unwrap().count() > 0);
    run(&repo, &arguments, 0);
    assert_eq!(reminders(&repo), expected, "recorded once");
    let english = run(&repo, &second, 0);
    assert!(english.contains("22 Nov 2020") || english.contains("22 November 2020"), "{english}");
    run(&repo, &[&second[..], &["--sent", "2020-11-23"]].concat(), 0);
    assert_eq!(reminders(&repo).iter().filter(|one| one.ends_with(" 2")).count(), expected.len());
    let refused = run(&repo, &[&arguments[..], &["--file", "portfolio.toml"]].concat(), 2);
    assert!(refused.contains("--file"), "{refused}");
}

#[test]
fn a_french_letter_names_the_sender_with_its_article() {
    let repo = Repo::demo(DAY);
    let letters = run(&repo, &["report", "reminder", "--all", "--as-of", DAY, "--lang", "fr"], 0);
    assert!(letters.contains("la Pépinière") && !letters.contains("Pour Pépinière"), "{letters}");
}

#[test]
fn the_letters_of_the_marked_rows_are_copied_and_recorded_from_the_screen() {
    let repo = Repo::demo(DAY);
    let today = day(DAY);
    let mut screen = Screen::of_repo_on(&repo, Language::English, (120, 40), today);
    screen.keys("3/late<Enter>ym");
    let [Effect::Copy(CopyContent::Letters(one))] = screen.effects.as_slice() else { panic!("{:?}", screen.effects) };
    assert_eq!(one.len(), 1);
    let (convention, debtor) = (one[0].convention.clone().unwrap(), one[0].debtors[0].clone());
    let expected = format!("{convention} {} {debtor} 1", one[0].id);
    let mut handler = EffectHandler::new(repo.folder(), Arc::new(Locale::new(Language::English)), today, today);
    handler.perform(&Effect::Reload, &|_| {});
    let letter = handler.letters(one).unwrap();
    assert!(letter.contains("Relance"), "in the language of papers: {letter}");
    screen.keys("vjj");
    screen.keys("ym");
    let [Effect::Copy(CopyContent::Letters(several))] = screen.effects.as_slice() else {
        panic!("{:?}", screen.effects)
    };
    assert!(several.len() > 1, "{several:?}");
    screen.keys("<Esc><Esc>gg");
    screen.keys("ae<C-s>");
    assert!(reminders(&repo).contains(&expected), "{expected}: {:?} {}", reminders(&repo), screen.text());
    let again = screen.keys("ae<C-s>").text();
    assert!(again.to_lowercase().contains("this reminder is already recorded"), "{again}");
}
