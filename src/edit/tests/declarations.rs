//! What all declarations of verbs have in common, and the old names that stay readable.

use std::collections::BTreeSet;

use crate::edit::{ArgumentDefault, Verb, VerbSubject, verb_in_trailer};

#[test]
fn names_and_aliases_of_verbs_are_unique() {
    let mut names = BTreeSet::new();
    for verb in Verb::ALL {
        let declaration = verb.declaration();
        for name in std::iter::once(&declaration.name).chain(declaration.aliases) {
            assert!(names.insert(*name), "{name} is declared twice");
            assert_eq!(Verb::named(name), Some(*verb));
        }
        assert!(!declaration.about.is_empty() && declaration.examples.contains("couveuse"), "{}", declaration.name);
    }
    assert_eq!(Verb::named("none"), None);
}

#[test]
fn arguments_have_one_name_and_one_position_each() {
    for verb in Verb::ALL {
        let declaration = verb.declaration();
        let names: BTreeSet<_> = declaration.arguments.iter().map(|argument| argument.name).collect();
        assert_eq!(names.len(), declaration.arguments.len(), "{}", declaration.name);
        let mut positions: Vec<_> = declaration.arguments.iter().filter_map(|argument| argument.position).collect();
        positions.sort_unstable();
        assert_eq!(positions, (1..=positions.len()).collect::<Vec<_>>(), "{}", declaration.name);
        for argument in declaration.arguments {
            assert!(!argument.about.ends_with('.'), "{} {}", declaration.name, argument.name);
            let derived = argument.default == ArgumentDefault::Derived;
            assert!(!derived || argument.is_required, "{} {}", declaration.name, argument.name);
        }
        let creates = matches!(declaration.subject, VerbSubject::NewRecord(_));
        assert_eq!(creates, declaration.name.starts_with("new-"), "{}", declaration.name);
    }
}

#[test]
fn old_names_in_trailers_are_read_as_the_current_ones() {
    assert_eq!(verb_in_trailer("fulfil"), "done");
    assert_eq!(verb_in_trailer("done"), "done");
    assert_eq!(verb_in_trailer("add-expenditure"), "spend");
    assert_eq!(verb_in_trailer("of a later version"), "of a later version");
}
