//! Keys in a single field.

use std::sync::Arc;

use crossterm::event::{KeyCode, KeyModifiers};

use super::*;

fn press(field: &mut FormField, code: KeyCode, modifiers: KeyModifiers) {
    field.press(KeyEvent::new(code, modifiers));
}

fn options(names: &[&str]) -> Options {
    Options::new(names.iter().map(|name| (name.to_lowercase(), (*name).to_owned())))
}

fn text(words: &str) -> Preset {
    Preset::Text(words.to_owned())
}

#[test]
fn a_line_is_typed_as_in_a_shell() {
    let mut field = FormField::new("evidence", InputKind::Text);
    field.paste("compte rendu\nde gestion");
    assert_eq!(field.text(), "compte rendu de gestion");
    press(&mut field, KeyCode::Char('w'), KeyModifiers::CONTROL);
    assert_eq!(field.text(), "compte rendu de");
    press(&mut field, KeyCode::Home, KeyModifiers::NONE);
    press(&mut field, KeyCode::Char('é'), KeyModifiers::NONE);
    press(&mut field, KeyCode::Right, KeyModifiers::CONTROL);
    press(&mut field, KeyCode::Char('#'), KeyModifiers::CONTROL | KeyModifiers::ALT);
    assert_eq!(field.text(), "écompte #rendu de");
    press(&mut field, KeyCode::Char('u'), KeyModifiers::CONTROL);
    assert_eq!(field.text(), "rendu de");
}

#[test]
fn the_first_character_replaces_a_default_and_a_move_keeps_it() {
    let mut field = FormField::new("on", InputKind::PastDay);
    field.set_default(&text("01/12/2020"));
    press(&mut field, KeyCode::Char('4'), KeyModifiers::NONE);
    assert_eq!(field.text(), "4");
    field.set_default(&text("02/12/2020"));
    assert_eq!(field.text(), "4", "what was typed stays");

    let mut field = FormField::new("on", InputKind::PastDay);
    field.set_default(&text("01/12/2020"));
    press(&mut field, KeyCode::End, KeyModifiers::NONE);
    press(&mut field, KeyCode::Backspace, KeyModifiers::NONE);
    press(&mut field, KeyCode::Char('1'), KeyModifiers::NONE);
    assert_eq!(field.text(), "01/12/2021");
}

#[test]
fn a_choice_is_stepped_through_or_found_by_typing() {
    let options = options(&["Aucune", "Continuer", "À titre provisoire", "Arrêter"]);
    let mut field = FormField::new("decision", InputKind::Choice(Arc::new(options)));
    field.step(-1);
    assert_eq!(field.key(), "arrêter", "round the end");
    field.paste("co");
    assert_eq!(field.key(), "continuer");
    field.leave();
    field.paste("zzz");
    assert_eq!((field.key(), field.matching().len()), ("", 0), "a text that matches nothing picks nothing");
    field.leave();
    assert_eq!((field.key(), field.input().value()), ("", "zzz"), "and stays, so that the form can refuse it");
}

#[test]
fn an_open_choice_takes_a_new_name_beside_those_it_knows() {
    let mut known = options(&["Utilisateurs", "Signalements"]);
    known.is_open = true;
    let mut field = FormField::new("indicator", InputKind::Choice(Arc::new(known)));
    field.paste("sig");
    assert_eq!(field.key(), "signalements", "a known one is found first");
    field.step(1);
    assert_eq!((field.key(), field.pick()), ("sig", Pick::New));
    field.leave();
    assert_eq!(field.key(), "sig");
    field.paste("Visites");
    assert_eq!((field.key(), field.pick()), ("Visites", Pick::New), "and another is new at once");
    field.leave();
    field.step(1);
    assert_eq!(field.key(), "utilisateurs");
}

#[test]
fn several_are_ticked_one_by_one_or_by_typing() {
    let mut field = FormField::new("parties", InputKind::Many(Arc::new(options(&["ANCT", "DINUM", "Pau"]))));
    field.tick();
    field.paste("pa");
    field.tick();
    let ticked = |field: &FormField| field.ticked().map(|choice| choice.key.clone()).collect::<Vec<_>>();
    assert_eq!(ticked(&field), ["anct", "pau"]);
    assert_eq!(field.matching().len(), 3, "the filter has done its work");
    field.paste("zzz");
    field.tick();
    assert_eq!(ticked(&field), ["anct", "pau"], "what is not seen is not ticked");
    field.leave();
    field.tick();
    assert_eq!(ticked(&field), ["anct"]);
}
