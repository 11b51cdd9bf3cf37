//! Every verb with arguments, and a repository on which each has something to do.

use crate::support::Repo;

const CONVENTION: &str = "poubelles-battle-pau-dinum";
const STARTUP: &str = "poubelles-battle";

/// Each verb, on the records of [`repo`].
pub const VERBS: &[&[&str]] = &[
    &["note", STARTUP, "Une remarque"],
    &["undo"],
    &["redo"],
    &["done", "poubelles-battle-pau-dinum/statistics-page", "--on", "4/3/2021"],
    &["done", "histologe-pau-anct/statistics-page", "poubelles-battle-pau-dinum/source-code", "--on", "4/3/2021"],
    &["pay", "poubelles-battle-pau-dinum/pau", "17500", "--on", "5/3/2021"],
    &["call", "poubelles-battle-pau-dinum/pau", "17500", "--on", "5/3/2021"],
    &["spend", CONVENTION, "1200", "Coaching", "--paid", "5/3/2021"],
    &["sign", "histologe-pau-anct", "--on", "20/9/2020"],
    &["hold", STARTUP, "--on", "20/8/2020", "--decision", "continue"],
    &["plan", STARTUP, "--on", "+20"],
    &["phase", STARTUP, "acceleration", "--from", "1/1/2021"],
    &["indicator", STARTUP, "Visites", "120"],
    &["action", STARTUP, "Relancer", "--owner", "Coach", "--due", "+14"],
    &["finish", STARTUP, "Relire"],
    &["resource", CONVENTION, "Un développeur", "--from", "pau"],
    &["amend", CONVENTION, "avenant-1", "--title", "Avenant", "--months", "18"],
    &["account", "pau", "--iban", "FR85 3000 1001 85C6 0100 0000 048"],
    &["set", STARTUP, "site", "https://example.org"],
    &["new", "party", "somme", "--name", "Somme"],
    &["new", "startup", "ma-cantine", "--name", "Ma cantine"],
    &["new", "convention", "histologe-pau", "--startup", "histologe", "--contribution", "pau:dinum=20000"],
];

/// The sample with an action, and with an edit that was undone.
pub fn repo() -> Repo {
    let repo = Repo::sample();
    for arguments in [&["action", STARTUP, "Relire"][..], &["note", STARTUP, "Une première remarque"], &["undo"]] {
        let output = repo.couveuse(arguments).output().unwrap();
        assert!(output.status.success(), "{arguments:?}: {output:?}");
    }
    repo
}
