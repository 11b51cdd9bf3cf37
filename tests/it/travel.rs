//! Time travel on the screen: the records as of a commit, the answers as of a day, and two days compared.

use couveuse::locale::Language;
use couveuse::ui::{Effect, ViewDays};
use serde_json::json;

use crate::driver::{Screen, day};
use crate::support::{CONVENTION, Repo, answer, said};

const FILE: &str = "conventions/poubelles-battle-dinum-pau.toml";

/// A convention signed on 20 February, which was known on 10 December; a payment of 1 April, known on 20 December.
fn recorded_late() -> Repo {
    let repo = Repo::new();
    let signed = CONVENTION.replace("# signed = YYYY-MM-DD", "signed = 2020-02-20\nterm = { months = 12 }");
    let commit = |text: &str, day: &str| {
        repo.write(FILE, text);
        repo.git(&["add", "--all"]);
        repo.git(&["commit", "--quiet", "--date", &format!("{day}T18:00:00+01:00"), "--message", "By hand"]);
    };
    commit(&signed, "2020-12-10");
    repo.git(&["tag", "signed"]);
    let paid = "\n[[payments]]\ncontribution = \"pau\"\ntranche = 1\namount = 35000\non = 2020-04-01\n";
    commit(&format!("{signed}{paid}"), "2020-12-20");
    repo
}

fn screen(repo: &Repo, size: (u16, u16)) -> Screen {
    Screen::of_repo_on(repo, Language::English, size, day("2020-12-24"))
}

#[test]
fn the_records_of_a_commit_are_shown_beside_those_of_the_folder() {
    let repo = recorded_late();
    let short = repo.git(&["rev-parse", "--short=7", "signed"]).trim().to_owned();
    repo.write("startups/new.toml", "broken");
    let before = repo.state();
    let mut screen = screen(&repo, (120, 40));
    assert!(screen.keys("4").text().contains("35,000"), "{}", screen.text());
    let text = screen.keys("t1/6/2020 @signed").text();
    assert!(text.contains("✓ Monday 1 June 2020 · records of signed, read-only"), "{text}");
    screen.keys("<Enter>");
    let days = ViewDays { as_of: day("2020-06-01"), at: Some("signed".to_owned()) };
    assert_eq!(screen.effects, [Effect::ViewAs(days)]);
    let text = screen.text();
    let head = text.lines().next().unwrap();
    assert!(head.contains(&format!("{short}, read-only · as of 1 Jun 2020")), "{head}");
    assert!(text.contains("✗ late") || text.contains('✗'), "the payment was not known: {text}");
    // Findings are those of the records shown: the broken file is not in the commit.
    assert!(!screen.keys("6").text().contains(" new:1"), "{}", screen.text());
    let history = screen.keys("7").text();
    assert!(history.contains("signature") && !history.contains("35,000"), "{history}");
    let text = screen.keys("t<Enter>").text();
    assert!(text.lines().next().unwrap().contains("today") && text.contains("35,000"), "{text}");
    assert!(screen.keys("6").text().contains(" new:1"), "{}", screen.text());
    assert_eq!(repo.state(), before, "the work tree is untouched");
}

#[test]
fn days_tags_and_both_name_the_records() {
    let repo = recorded_late();
    let mut screen = screen(&repo, (120, 40));
    let mut head = |keys: &str| screen.keys(keys).text().lines().next().unwrap().to_owned();
    let first = repo.git(&["rev-parse", "--short=7", "signed"]).trim().to_owned();
    for keys in ["t@signed<Enter>", "t@HEAD~<Enter>", "t@2020-12-15<Enter>", "t@15/12/2020<Enter>"] {
        let head = head(keys);
        assert!(head.contains(&first) && head.contains("today"), "{keys}: {head}");
    }
    assert!(head("t15/12/2020 @<Enter>").contains(&format!("{first}, read-only · as of 15 Dec 2020")));
    let unknown = screen.keys("t@nothing<Enter>").text();
    assert!(unknown.contains("“nothing” is not a commit, branch, tag, or date"), "{unknown}");
    let early = screen.keys("<Esc>t@1/1/2019<Enter>").text();
    assert!(early.contains("the history begins on 1 Dec 2020"), "{early}");
    // What was shown before still is.
    assert!(screen.keys("<Esc>").text().contains(&format!("{first}, read-only · as of 15 Dec 2020")));
}

#[test]
fn edits_of_past_records_are_refused_with_the_remedy() {
    let repo = recorded_late();
    let before = repo.state();
    let mut screen = screen(&repo, (120, 40));
    screen.keys("2t@signed<Enter>");
    let short = repo.git(&["rev-parse", "--short=7", "signed"]).trim().to_owned();
    let remedy = format!("The records of {short} are read-only: t and Enter return to the current ones");
    for keys in ["x", "p", "c", "s", "m", "e", "aa", "an", "az", "u", "U", "gd", "S", "I", "E", "R"] {
        screen.keys("<Esc>");
        let text = screen.keys(keys).text();
        assert!(text.contains(&remedy), "{keys}: {text}");
        let read_only = |effect: &Effect| matches!(effect, Effect::SaveDrafts(_) | Effect::ReadHistory { .. });
        assert!(screen.effects.iter().all(read_only), "{keys}: {:?}", screen.effects);
    }
    // Hints do not offer them; the palette says that there is nothing.
    let status = screen.keys("<Esc>").text().lines().last().unwrap().to_owned();
    assert!(!status.contains("payment"), "{status}");
    assert!(screen.keys(":payment").text().contains("Record payment – No actions here"), "{}", screen.text());
    assert_eq!(repo.state(), before);
    let french =
        Screen::of_repo_on(&repo, Language::French, (120, 40), day("2020-12-24")).keys("2t@signed<Enter>p").text();
    assert!(french.contains("lecture seule : t puis Entrée reviennent aux fiches actuelles"), "{french}");
}

#[test]
fn small_terminals_name_the_commit_too() {
    let repo = recorded_late();
    let short = repo.git(&["rev-parse", "--short=7", "signed"]).trim().to_owned();
    for (language, size, tab, on) in [
        (Language::English, (80, 24), "▌2 Port ", "read-only · as of 1 Jun 2020"),
        (Language::English, (40, 10), "▌Portfolio ", "read-only 1 Jun 2020"),
        (Language::French, (80, 24), "▌2 Portef", "lecture seule · au 01/06/2020"),
        (Language::French, (40, 10), "▌Portef ", "lecture seule 01/06/2020"),
    ] {
        let mut screen = Screen::of_repo_on(&repo, language, size, day("2020-12-24"));
        let text = screen.keys("t1/6/2020 @signed<Enter>").text();
        let (head, foot) = (text.lines().next().unwrap(), text.lines().last().unwrap());
        assert!(head.contains(tab) && head.contains(on), "{size:?}: {head}");
        assert!(if size.0 < 60 { foot } else { head }.contains(&short), "{size:?}: {text}");
    }
}

#[test]
fn two_days_are_compared() {
    let repo = recorded_late();
    let mut screen = screen(&repo, (120, 60));
    let text = screen.keys("t1/3/2020<C-d>").text();
    assert_eq!(screen.effects, [Effect::CompareWith(day("2020-03-01"))]);
    assert!(text.contains("Figures as of 1 Mar 2020 and 24 Dec 2020"), "{text}");
    let line = text.lines().find(|line| line.contains("received")).unwrap();
    assert!(line.contains("€0 → €35,000") && line.contains("+€35,000"), "{line}");
    assert!(text.contains("Poubelles Battle"), "{text}");
    let explained = screen.keys("/received<Enter>=").text();
    assert!(explained.contains("Derivation") && explained.contains("€35,000"), "{explained}");
    screen.keys("<Esc><Esc><Esc>");
    // The order of the days is that of the calendar, whichever is shown.
    let text = screen.keys("<Esc>t1/3/2020<Enter>t<C-d>").text();
    assert!(text.contains("Figures as of 1 Mar 2020 and 24 Dec 2020"), "{text}");
    let narrow = Screen::of_repo_on(&repo, Language::French, (40, 30), day("2020-12-24")).keys("t1/3/2020<C-d>").text();
    assert!(narrow.contains("+35 000"), "{narrow}");

    let compared = answer(&repo, &["funding", "--as-of", "2020-12-24", "--against", "1/3/2020"]);
    assert_eq!((&compared["against"], &compared["as_of"]), (&json!("2020-03-01"), &json!("2020-12-24")));
    let received = json!({ "what": "received", "was": "0.00", "is": "35000.00", "difference": "35000.00" });
    let all = |figures: &serde_json::Value| figures.as_array().unwrap().clone();
    assert!(all(&compared["total"]).contains(&received), "{compared}");
    assert!(all(&compared["startups"][0]["figures"]).contains(&received), "{compared}");
    for one in all(&compared["startups"][0]["figures"]) {
        let what = one["what"].as_str().unwrap();
        assert!(said(&repo, &["explain", "poubelles-battle", what]).contains("Source") || !what.is_empty(), "{what}");
    }
    let text = said(&repo, &["funding", "--as-of", "2020-12-24", "--against", "2020-03-01"]);
    assert!(text.contains("+€35,000") && text.contains("Poubelles Battle"), "{text}");
    // What was known then: the payment was not.
    let then = answer(&repo, &["funding", "--at", "signed", "--as-of", "2020-12-24", "--against", "1/3/2020"]);
    assert!(!all(&then["total"]).contains(&received), "{then}");
}
