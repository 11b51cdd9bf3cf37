//! The first edits, with drafts, manual edits, filters and the as-of date.

use std::sync::Arc;

use couveuse::cli::effects::EffectHandler;
use couveuse::locale::{Language, Locale};
use couveuse::ui::Effect;

use super::{SIZE, last_commit, status};
use crate::driver::{Screen, day};
use crate::support::Repo;

#[test]
fn a_payment_is_recorded_with_a_few_keys_and_undone_with_one() {
    let repo = Repo::sample();
    let (before, clean) = (repo.head(), repo.state());
    let mut screen = Screen::of_repo(&repo, Language::French, SIZE);
    screen.keys("jjjp");
    assert!(screen.text().contains("Versement perçu · Poubelles Battle"), "{}", screen.text());
    screen.keys("<C-s>");
    let (subject, file, lines) = last_commit(&repo);
    assert_eq!(file, "conventions/poubelles-battle-pau-dinum.toml");
    assert_eq!(
        lines,
        [
            "+[[payments]]",
            "+id           = \"2020-12-01-25fnh\"",
            "+on           = 2020-12-01",
            "+amount       = 35000",
            "+contribution = \"pau\""
        ]
    );
    assert!(status(&screen).contains(&subject) && status(&screen).ends_with("u annuler"), "{}", status(&screen));
    assert!(screen.text().contains("35 000 / 35 000 €"), "the row has the money: {}", screen.text());
    screen.keys("u");
    assert!(status(&screen).starts_with('↶'), "{}", status(&screen));
    assert!(screen.text().contains("  0 / 35 000 €"));
    assert_eq!(repo.git(&["rev-list", "--count", &format!("{before}..HEAD")]).trim(), "2", "undone by a commit");
    assert_eq!(repo.git(&["diff", &before, "HEAD"]), "");
    assert_eq!(repo.state(), clean);
}

#[test]
fn a_signature_settles_what_depended_on_it() {
    let repo = Repo::sample();
    let mut screen = Screen::of_repo(&repo, Language::English, SIZE);
    screen.keys("3/histologe pay<Enter>");
    assert!(screen.text().contains("? signature"), "{}", screen.text());
    screen.keys("s<C-u>18/09/2020<C-s>");
    let (_, file, lines) = last_commit(&repo);
    assert_eq!(file, "conventions/histologe-pau-anct.toml");
    assert!(lines.iter().any(|line| line.starts_with("+signed") && line.contains("2020-09-18")), "{lines:?}");
    assert!(screen.text().contains("18 Sep 2020"), "due on signature: {}", screen.text());
}

#[test]
fn a_committee_held_is_recorded_for_its_startup() {
    let repo = Repo::sample();
    let mut screen = Screen::of_repo(&repo, Language::English, SIZE);
    screen.keys("jjj<Enter>c<C-u>25/11/2020<Enter>continue<Enter><Enter>35k<C-s>");
    let (_, file, lines) = last_commit(&repo);
    assert_eq!(file, "startups/poubelles-battle.toml");
    let has =
        |key: &str, value: &str| lines.iter().any(|line| line.starts_with(&format!("+{key}")) && line.ends_with(value));
    assert!(has("on", "2020-11-25") && has("state", "\"held\"") && has("decision", "\"continue\""), "{lines:?}");
    assert!(has("envelope", "35000"), "{lines:?}");
    screen.keys("<Esc>");
    assert!(screen.text().contains("○ 25 May 2021") && !screen.text().contains("✗ 103 d"), "{}", screen.text());
}

#[test]
fn an_obligation_done_is_found_by_typing_and_its_evidence_kept() {
    let repo = Repo::sample();
    let mut screen = Screen::of_repo(&repo, Language::French, SIZE);
    screen.keys("3/publier comobi<Enter>x<C-u>hier<Enter>https://data.gouv.fr/comobi<C-s>");
    let (_, file, lines) = last_commit(&repo);
    assert!(file.starts_with("conventions/comobi"), "{file}");
    assert!(lines.iter().any(|line| line.ends_with("= 2020-11-30")), "{lines:?}");
    assert!(lines.iter().any(|line| line.ends_with("\"https://data.gouv.fr/comobi\"")), "{lines:?}");
    screen.keys("O");
    assert_eq!(screen.effects, [Effect::OpenAddress("https://data.gouv.fr/comobi".to_owned())], "one key opens it");
}

#[test]
fn outside_a_repository_nothing_typed_is_lost() {
    let repo = Repo::plain();
    let mut screen = Screen::of_repo(&repo, Language::English, SIZE);
    screen.keys("p<C-u>1234<C-s>");
    let text = screen.text();
    assert!(text.contains("git init") && text.contains("1234"), "the form stays, and says the way on: {text}");
    screen.keys("<Esc>p");
    assert!(screen.text().contains("1234"), "and so does its draft: {}", screen.text());
}

#[test]
fn a_reload_reads_changed_files_and_keeps_the_selection() {
    let repo = Repo::sample();
    let mut screen = Screen::of_repo(&repo, Language::English, SIZE);
    screen.keys("jj");
    let record = repo.read("startups/histologe.toml");
    repo.write("startups/aaa.toml", record.replace("\"Histologe\"", "\"A new one\""));
    screen.keys("gr");
    let selected =
        screen.text().lines().find(|line| line.starts_with('▌') && line.contains("accel")).map(str::to_owned);
    assert!(selected.is_some_and(|line| line.contains("Histologe")), "{}", screen.text());
    assert!(screen.text().contains("A new one"));
}

#[test]
fn manual_edits_are_reported_and_kept_with_the_draft() {
    let repo = Repo::sample();
    let file = "conventions/poubelles-battle-pau-dinum.toml";
    let mine = format!("{}# not committed yet\n", repo.read(file));
    let mut screen = Screen::of_repo(&repo, Language::English, SIZE);
    repo.write(file, &mine);
    let head = repo.head();
    screen.keys("3p<C-s>");
    let text = screen.text();
    assert!(text.contains("You have uncommitted changes") && text.contains("+ # not committed yet"), "{text}");
    assert_eq!(repo.head(), head);
    assert_eq!(repo.read(file), mine);
    repo.commit_all("By hand");
    screen.keys("<Esc><C-s>");
    let (subject, changed, _) = last_commit(&repo);
    assert_eq!(changed, file);
    assert!(status(&screen).contains(&subject), "{}", status(&screen));
    assert!(repo.read(file).contains("# not committed yet"));
}

#[test]
fn a_filter_finds_a_startup_by_an_earlier_name() {
    let repo = Repo::sample();
    let mut screen = Screen::of_repo(&repo, Language::French, SIZE);
    screen.keys("/lotocar");
    assert!(screen.text().contains("CoMobi") && !screen.text().contains("Histologe"), "{}", screen.text());
    screen.keys("<Esc>");
    assert!(screen.text().contains("Histologe"));
}

#[test]
fn changing_the_as_of_day_changes_every_answer() {
    let repo = Repo::sample();
    let mut screen = Screen::of_repo(&repo, Language::English, SIZE);
    assert!(screen.text().contains("103 d"));
    screen.keys("t<C-u>21/8/2020<Enter>");
    let text = screen.text();
    assert!(text.contains("✗ 1 d") && text.contains("21 Aug 2020"), "{text}");
}

#[test]
fn a_broken_record_is_listed_explained_opened_at_its_line_and_read_once_fixed() {
    let repo = Repo::sample();
    repo.write("startups/broken.toml", "name = \"Broken\"\nmission = \"never ends\n");
    let mut screen = Screen::of_repo(&repo, Language::English, SIZE);
    assert!(screen.text().contains("✗ Broken") && screen.text().contains("Histologe"), "{}", screen.text());
    screen.keys("6/broken<Enter>");
    assert!(screen.text().contains("startups/broken.toml"), "{}", screen.text());
    screen.keys("E");
    let Some(Effect::OpenEditor(place)) = screen.effects.last() else { panic!("no editor was asked for") };
    let today = day("2020-12-01");
    let handler = EffectHandler::new(repo.folder(), Arc::new(Locale::new(Language::English)), today, today);
    let target = handler.target(place);
    assert!(target.file.ends_with("startups/broken.toml"), "{target:?}");
    assert_eq!(target.line, 2);
    repo.write("startups/broken.toml", "name = \"Mended\"\n");
    screen.keys("<Esc>gr2");
    assert!(screen.text().contains("Mended"), "{}", screen.text());
}
