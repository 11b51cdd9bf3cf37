//! Text tables at any width: days and amounts are never cut, and no line is empty.

use std::collections::BTreeMap;

use couveuse::demo::story::story;
use couveuse::locale::{Language, Locale};
use couveuse::report::text;
use couveuse::rules::{self, OccurrenceState};

use crate::demo::portfolio;
use crate::driver::day;

#[test]
fn text_tables_never_cut_days_or_amounts() {
    let on = day("2026-11-22");
    let portfolio = portfolio(&story(1, on, None));
    let answers = rules::answers(&portfolio, on);
    for locale in Language::ALL.map(Locale::new) {
        for width in 20..200 {
            let due = text::due(&portfolio, &answers.occurrences, on, &locale, width);
            for one in answers.occurrences.iter().filter(|one| one.state != OccurrenceState::Done) {
                assert!(one.due.is_none_or(|day| due.contains(&locale.date(day))), "{width}\n{due}");
            }
            let committees = text::committees(&portfolio, &answers.committees, on, &locale, width);
            let days = answers.committees.iter().filter_map(|clock| clock.next_due);
            for day in days {
                assert!(committees.contains(&locale.date(day)), "{width}\n{committees}");
            }
            let list = text::list(&portfolio, (&answers.startups, &BTreeMap::new()), on, &locale, width);
            for standing in &answers.startups {
                let amount = locale.money_short(standing.figures.payable);
                assert!(standing.figures.payable.is_zero() || list.contains(&amount), "{width}\n{list}");
            }
            for table in [due, committees, list] {
                let (rows, _) = table.trim_end().rsplit_once("\n\n").expect("the day that it speaks of");
                assert!(rows.lines().all(|line| !line.trim().is_empty()), "{width}\n{table}");
            }
        }
    }
}
