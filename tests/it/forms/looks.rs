//! Snapshots of the forms in three sizes and two languages.

use std::sync::Arc;

use couveuse::locale::Language;
use couveuse::model::{KeyPath, RecordKind, RecordRef};
use couveuse::record;
use couveuse::ui::form::{Form, FormContext, FormKind, FormStyle, FormSubject, Verb};
use couveuse::ui::keymap::Keymap;
use couveuse::ui::{Depth, Theme};
use ratatui::Terminal;
use ratatui::backend::TestBackend;

use super::fixture::{World, date, halte, id};

const SIZES: [(u16, u16); 3] = [(120, 40), (80, 24), (40, 10)];

/// The screen as text, and where the cursor is.
fn picture(world: &World, form: &Form, (width, height): (u16, u16)) -> String {
    let theme = Theme::named("dark", Depth::True).expect("the dark theme");
    let mut terminal = Terminal::new(TestBackend::new(width, height)).expect("a terminal");
    let look = FormStyle { theme: &theme, locale: &world.locale, keymap: &Keymap::built_in(), is_plain: false };
    let draw = |frame: &mut ratatui::Frame<'_>| {
        let area = frame.area();
        if let Some(cursor) = form.render(frame.buffer_mut(), area, look) {
            frame.set_cursor_position(cursor);
        }
    };
    terminal.draw(draw).expect("drawn");
    let buffer = terminal.backend().buffer().clone();
    let mut lines = Vec::new();
    for row in 0..height {
        let line: String = (0..width).map(|column| buffer[(column, row)].symbol()).collect();
        lines.push(line.trim_end().to_owned());
    }
    let cursor = terminal.get_cursor_position().expect("a cursor");
    format!("{}\ncursor: column {}, row {}\n", lines.join("\n"), cursor.x, cursor.y)
}

fn snapshots(name: &str, open: impl Fn(&World) -> Form) {
    for language in Language::ALL {
        let world = World::new(language);
        let form = open(&world);
        for size in SIZES {
            let name = format!("form_{name}_{}_{}x{}", language.tag(), size.0, size.1);
            insta::assert_snapshot!(name, picture(&world, &form, size));
        }
    }
}

#[test]
fn obligation_done() {
    snapshots("done", |world| {
        let mut form = world.open(Verb::Done, world.occurrence("report", 0)).expect("a form");
        world.press(&mut form, "-3<Tab>https://halte.example/rapport");
        form
    });
}

#[test]
fn payment_of_a_startup() {
    snapshots("pay", |world| world.open(Verb::Pay, halte()).expect("a form"));
}

#[test]
fn signature() {
    snapshots("sign", |world| world.open(Verb::Sign, FormSubject::Convention(id("halte-region"))).expect("a form"));
}

#[test]
fn committee_held() {
    snapshots("hold", |world| {
        let mut form = world.open(Verb::Hold, halte()).expect("a form");
        world.press(&mut form, "<Tab><Right><Tab><Tab>35000<Tab>");
        form
    });
}

#[test]
fn a_choice_shows_what_there_is_to_choose_from() {
    let world = World::new(Language::French);
    for (name, keys) in [("choice", "<Tab>"), ("filter", "<Tab>ac")] {
        let mut form = world.open(Verb::Hold, halte()).expect("a form");
        world.press(&mut form, keys);
        for size in SIZES {
            insta::assert_snapshot!(format!("form_{name}_{}x{}", size.0, size.1), picture(&world, &form, size));
        }
    }
}

#[test]
fn errors_show_beside_their_field() {
    let world = World::new(Language::French);
    let mut form = world.open(Verb::Hold, halte()).expect("a form");
    world.press(&mut form, "31/2<Tab>arr<Tab><Tab>17,500<Tab>1/1/2020");
    for size in SIZES {
        insta::assert_snapshot!(format!("form_wrong_{}x{}", size.0, size.1), picture(&world, &form, size));
    }
}

#[test]
fn an_excess_payment_is_reported_and_a_future_day_refused() {
    snapshots("beyond", |world| {
        let mut form = world.open(Verb::Pay, world.occurrence("payment-ville-1", 0)).expect("a form");
        world.press(&mut form, "43000<Tab>30/11");
        form
    });
    snapshots("to_come", |world| {
        let mut form = world.open(Verb::Sign, FormSubject::Convention(id("halte-region"))).expect("a form");
        world.press(&mut form, "demain");
        form
    });
}

#[test]
fn a_failed_commit_shows_the_reason_and_the_remedy() {
    let world = World::new(Language::French);
    let mut form = world.open(Verb::Pay, world.occurrence("payment-ville-1", 0)).expect("a form");
    world.press(&mut form, "<C-s>");
    form.failed(
        "La fiche a des modifications qui ne sont pas enregistrées.".to_owned(),
        "Les enregistrer d’abord : git commit conventions/halte-ville-agence.toml".to_owned(),
    );
    for size in SIZES {
        insta::assert_snapshot!(format!("form_failed_{}x{}", size.0, size.1), picture(&world, &form, size));
    }
}

#[test]
fn forms_fit_any_size_and_show_the_focused_field() {
    let world = World::new(Language::English);
    for (verb, fields) in [(Verb::Pay, 4), (Verb::Hold, 4), (Verb::Done, 3), (Verb::Sign, 2)] {
        let mut form = world.open(verb, halte()).expect("a form");
        for _ in 0..fields {
            for (width, height) in [(1, 1), (3, 3), (20, 4), (40, 5), (40, 6), (60, 8), (200, 60)] {
                let shown = picture(&world, &form, (width, height));
                assert!(width < 20 || shown.contains("› "), "{verb:?} at {width}x{height}:\n{shown}");
            }
            world.press(&mut form, "<Tab>");
        }
    }
}

#[test]
fn a_fact_after_the_as_of_day_is_noted_in_both_languages() {
    for (language, words) in
        [(Language::French, "postérieure à la date affichée"), (Language::English, "later than the date shown")]
    {
        let world = World::new(language);
        let form_kind = FormKind::new(Verb::Pay, halte());
        let shown = |as_of| {
            let (form, _) = Form::new(form_kind.clone(), &FormContext { as_of, ..world.context() }).expect("a form");
            picture(&world, &form, (120, 40)).contains(words)
        };
        assert!(shown(date("2020-11-30")));
        assert!(!shown(date("2020-12-01")));
    }
}

/// Every form, as it opens and with some keys typed, down to the smallest terminal.
#[test]
fn the_forms_of_every_quick_edit() {
    let convention = || FormSubject::Convention(id("halte-ville-agence"));
    let at = |path: KeyPath| FormSubject::Value(RecordRef::new(RecordKind::Startup, id("halte")), path);
    let forms = [
        (Verb::Phase, halte(), ""),
        (Verb::Indicator, halte(), "Users<Tab>12,5"),
        (Verb::Note, halte(), "Seen on site"),
        (Verb::Action, halte(), "Write to the region<Tab>Coach<Tab>+7"),
        (Verb::Finish, at(KeyPath::entry("actions", 0)), ""),
        (Verb::Call, convention(), "<Tab><Tab><Tab>"),
        (Verb::Spend, convention(), "Hosting<Tab>1 200,50<Tab>"),
        (Verb::Plan, halte(), "+14"),
        (Verb::Resource, convention(), "ville<Tab>A designer<Tab>part"),
        (Verb::Amend, convention(), "<Tab><Tab><Tab><Tab>18"),
        (Verb::Account, FormSubject::Party(id("ville")), ""),
        (Verb::NewStartup, FormSubject::Nothing, "Zéro papier"),
        (Verb::NewConvention, halte(), "<Tab>reg "),
        (Verb::Set, at(KeyPath::top()), "mis"),
        (Verb::Set, at(KeyPath::entry("phases", 0).key("phase")), ""),
    ];
    for language in Language::ALL {
        let world = World::new(language);
        for (n, (verb, subject, keys)) in forms.iter().enumerate() {
            let mut form = world.open(*verb, subject.clone()).unwrap_or_else(|why| panic!("{verb:?}: {why}"));
            world.press(&mut form, keys);
            for size in [(120, 40), (40, 10), (20, 5)] {
                let name = format!("edit_{n:02}_{}_{}_{}x{}", verb.name(), language.tag(), size.0, size.1);
                insta::assert_snapshot!(name, picture(&world, &form, size));
            }
        }
    }
}

#[test]
fn a_form_for_several_targets_shows_what_it_skips() {
    let subjects = vec![halte(), FormSubject::Startup(id("sentier")), FormSubject::Startup(id("no-such"))];
    for language in Language::ALL {
        let world = World::new(language);
        let form_kind = FormKind { verb: Verb::Phase, subjects: subjects.clone() };
        let (mut form, effects) = Form::new(form_kind, &world.context()).expect("a form");
        world.perform(&mut form, effects);
        for size in SIZES {
            let name = format!("bulk_{}_{}x{}", language.tag(), size.0, size.1);
            insta::assert_snapshot!(name, picture(&world, &form, size));
        }
    }
}

#[test]
fn a_choice_of_seven_hundred_startups_is_searched_by_typing() {
    let mut world = World::new(Language::English);
    for n in 0..700 {
        let name = format!("s{n}");
        let reading = record::read(
            &RecordRef::new(RecordKind::Startup, id(&name)),
            &name,
            format!("name = \"Service {n}\"\n").as_bytes(),
        );
        let Some(record::Record::Startup(startup)) = reading.record else { panic!("a startup") };
        world.portfolio.insert_startup(Arc::new(startup));
    }
    let mut form = world.open(Verb::NewConvention, FormSubject::Nothing).expect("a form");
    insta::assert_snapshot!("many_options", picture(&world, &form, (80, 24)));
    world.press(&mut form, "642 halte ");
    insta::assert_snapshot!("many_options_found", picture(&world, &form, (80, 24)));
}
