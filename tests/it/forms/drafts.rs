//! Drafts of forms on disk, and the forms that resume them.

use couveuse::locale::Language;
use couveuse::model::{KeyPath, RecordKind, RecordRef};
use couveuse::ui::form::{Draft, Form, FormKind, FormOutcome, FormSubject, Verb};

use super::fixture::{World, halte, id};

/// Saves the draft of a form, and resumes it from the file.
fn again(world: &World, form: &Form) -> Form {
    let draft = form.draft().expect("something was typed");
    let text = toml::to_string(&draft).expect("written");
    let draft: Draft = toml::from_str(&text).expect("read");
    let form_kind = draft.form_kind().expect("known");
    assert!(draft.is_for(form.form_kind()));
    let (mut form, effects) = Form::resume(&draft, form_kind, &world.context()).expect("it opens again");
    world.perform(&mut form, effects);
    form
}

#[test]
fn every_form_is_restored_from_its_draft() {
    let world = World::new(Language::English);
    let field = |path| FormSubject::Value(RecordRef::new(RecordKind::Startup, id("halte")), path);
    for (verb, subject, keys) in [
        (Verb::Pay, halte(), "reg<Tab>1200<Tab>1/11<Tab>VIR-9"),
        (Verb::Note, halte(), "The port opens “its” register\\"),
        (Verb::Hold, halte(), "<Tab>accel<Tab>35k"),
        (Verb::Call, halte(), "<Tab>1200"),
        (Verb::Set, field(KeyPath::top()), "mis<Tab>A mission"),
        (Verb::Set, field(KeyPath::entry("phases", 0).key("phase")), "acc"),
        (Verb::NewStartup, FormSubject::Nothing, "Vélo<Tab>"),
        (Verb::NewConvention, halte(), "<Tab>reg "),
    ] {
        let mut form = world.open(verb, subject).expect("a form");
        world.press(&mut form, keys);
        assert!(form.is_touched(), "{verb:?}");
        let mut back = again(&world, &form);
        assert_eq!(back.draft(), form.draft(), "{verb:?}");
        let ends = [world.press(&mut form, "<C-s>"), world.press(&mut back, "<C-s>")];
        assert_eq!(ends[0], ends[1], "{verb:?}");
        assert!(verb != Verb::Pay || matches!(ends[0], FormOutcome::Submit(_)), "{ends:?}");
    }
}

#[test]
fn drafts_of_removed_targets_wait_and_those_of_other_versions_are_ignored() {
    let world = World::new(Language::English);
    let text = "verb = \"note\"\nsubjects = [\"startup/halte\"]\n[[fields]]\nname = \"mood\"\ntyped = \"fine\"\n";
    let draft: Draft = toml::from_str(text).expect("read");
    let form_kind = FormKind::new(Verb::Note, halte());
    let (form, _) = Form::resume(&draft, form_kind, &world.context()).expect("it opens");
    assert_eq!(form.draft(), Some(draft), "it is kept on");
    let earlier = "verb = \"field\"\nsubjects = [\"startup/halte\"]";
    let draft: Draft = toml::from_str(earlier).expect("read");
    assert_eq!(draft.form_kind(), Some(FormKind::new(Verb::Set, halte())), "as an earlier version called it");
    for later in ["verb = \"sing\"\nsubjects = [\"startup/halte\"]", "verb = \"note\"\nsubjects = [\"song/halte\"]"] {
        let draft: Draft = toml::from_str(later).expect("read");
        assert_eq!(draft.form_kind(), None);
    }
}
