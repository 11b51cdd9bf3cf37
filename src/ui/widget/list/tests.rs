//! Moving, filtering, marking, and replacing rows.

use super::*;
use crate::locale::{Language, Locale};
use crate::report::filter::{RowText, TextIndex};
use crate::rules::OccurrenceState;
use crate::ui::arrangement::SortKey;

const NAMES: [&str; 5] = ["anti-gaspi", "comobi", "histologe", "poubelles", "cadre"];

fn rows(rows: Vec<(Option<Group>, ListRow)>) -> Arc<ArrangedRows> {
    let row_text = |row: &ListRow| match row {
        ListRow::Startup(n) | ListRow::Framework(n) => RowText { names: vec![NAMES[*n].into()], rest: Vec::new() },
        _ => RowText::default(),
    };
    let index = TextIndex::new(rows.iter().map(|(_, row)| row_text(row)));
    let identity = |row: &ListRow| match row {
        ListRow::Startup(n) | ListRow::Framework(n) | ListRow::Finding(n) => *n as u64,
        _ => 0,
    };
    let (under, rows): (Vec<_>, Vec<_>) = rows.into_iter().unzip();
    let identities = rows.iter().map(identity).collect();
    let row_set = RowSet::new(rows, identities);
    row_set.make_searchable(|| RowSearch { texts: index, facts: FactTable::default() });
    let row_set = Arc::new(row_set);
    Arc::new(ArrangedRows::arranged(row_set, under, &|group| (group.rank(), String::new()), Vec::new()))
}

/// Calls `act` with a filter context.
fn with<T>(act: impl FnOnce(&FilterContext<'_>) -> T) -> T {
    let locale = Locale::new(Language::English);
    let as_of = "2020-12-01".parse().expect("a day");
    act(&FilterContext { locale: &locale, as_of })
}

/// The visible lines in short: `>` before the selected row, `*` before a marked one.
fn seen(list: &List) -> Vec<String> {
    let line = |line| match line {
        VisibleLine::Heading(group, count) => format!("{group:?} {count}"),
        VisibleLine::Row { row, selected, marked } => {
            let (ListRow::Startup(n) | ListRow::Framework(n) | ListRow::Finding(n)) = row else { return String::new() };
            format!("{}{}{n}", if selected { ">" } else { "" }, if marked { "*" } else { "" })
        }
    };
    list.visible(9).map(line).collect()
}

fn marked(list: &List) -> Vec<ListRow> {
    list.marked_rows().collect()
}

fn list() -> List {
    let mut list = List::default();
    let mut all: Vec<_> = (0..4).map(|n| (None, ListRow::Startup(n))).collect();
    all.push((Some(Group::Frameworks), ListRow::Framework(4)));
    with(|with| list.replace(rows(all), with));
    list.settle(9);
    list
}

#[test]
fn moving_skips_headings_and_stops_at_the_ends() {
    let mut list = list();
    assert_eq!((list.shown_lines(), list.selected_row()), (6, Some(ListRow::Startup(0))));
    list.step(3);
    list.step(1);
    assert_eq!(list.selected_row(), Some(ListRow::Framework(4)));
    list.step(9);
    assert_eq!(list.selected_row(), Some(ListRow::Framework(4)));
    list.step(-1);
    assert_eq!(list.selected_row(), Some(ListRow::Startup(3)));
    list.jump(false);
    list.step(-5);
    assert_eq!(list.selected_row(), Some(ListRow::Startup(0)));
}

#[test]
fn a_filter_keeps_headings_and_selects_the_best_match() {
    let mut list = list();
    with(|with| list.filter("c".into(), with));
    assert_eq!(list.selected_row(), Some(ListRow::Startup(1)), "the first that begins with it");
    with(|with| list.filter("cad".into(), with));
    assert_eq!(seen(&list), ["Frameworks 1", ">4"]);
    assert_eq!(list.counts(), (5, 1));
    with(|with| list.filter("".into(), with));
    assert_eq!((list.shown_lines(), list.selected_row()), (6, Some(ListRow::Framework(4))), "and stays on it");
    with(|with| list.filter("zzz".into(), with));
    assert_eq!((list.shown_lines(), list.selected_row(), list.counts()), (0, None, (5, 0)));
}

#[test]
fn the_selection_follows_its_row_when_the_rows_are_replaced() {
    let mut list = list();
    list.step(2);
    let two = vec![(None, ListRow::Startup(2)), (None, ListRow::Startup(3))];
    with(|with| list.replace(rows(two), with));
    assert_eq!(list.selected_row(), Some(ListRow::Startup(2)));
    with(|with| list.replace(rows(vec![(None, ListRow::Startup(3))]), with));
    assert_eq!(list.selected_row(), Some(ListRow::Startup(3)), "the same position where it is gone, or the last");
}

#[test]
fn an_unseen_list_starts_at_its_first_row() {
    let read_first = || rows(vec![(None, ListRow::Startup(2))]);
    let all = || rows((0..4).map(|n| (None, ListRow::Startup(n))).collect());
    let mut list = List::default();
    with(|with| list.replace(read_first(), with));
    with(|with| list.replace(all(), with));
    assert_eq!(list.selected_row(), Some(ListRow::Startup(0)));
    let mut list = List::default();
    with(|with| list.replace(read_first(), with));
    assert!(list.select(2));
    with(|with| list.replace(all(), with));
    assert_eq!(list.selected_row(), Some(ListRow::Startup(2)), "it was gone to");
}

#[test]
fn the_window_scrolls_as_little_as_possible() {
    let mut list = List::default();
    let all = (0..100).map(|n| (None, ListRow::Finding(n))).collect();
    with(|with| list.replace(rows(all), with));
    assert_eq!(list.window(10), 0..10);
    list.step(8);
    list.settle(10);
    assert_eq!(list.window(10), 0..10);
    list.step(1);
    list.settle(10);
    assert_eq!(list.window(10), 1..11, "a line of what comes next stays in sight");
    list.step(-3);
    list.settle(10);
    assert_eq!(list.window(10), 1..11);
    list.jump(true);
    assert_eq!(list.window(10), 90..100);
    assert_eq!(list.window(200), 0..100);
    assert_eq!(list.window(0).len(), 0);
}

#[test]
fn the_next_match_wraps_around_even_without_the_filter() {
    let mut list = list();
    with(|with| list.filter("i".into(), with));
    with(|with| list.filter("".into(), with));
    let mut seen = Vec::new();
    for _ in 0..4 {
        with(|with| list.next_match(true, with));
        seen.push(list.selected_row());
    }
    let [a, c, h] = [0, 1, 2].map(|n| Some(ListRow::Startup(n)));
    assert_eq!(seen, [c, h, a, c]);
}

#[test]
fn marks_survive_filters_reloads_and_sorting() {
    let mut list = list();
    list.mark();
    list.step(1);
    list.mark();
    assert_eq!(seen(&list), ["*0", "1", "*2", ">3", "Frameworks 1", "4"], "and goes on to the next row");
    with(|with| list.filter("comobi".into(), with));
    assert_eq!((seen(&list), list.marked_counts()), (vec![">1".to_owned()], (2, 0)));
    list.mark_all();
    assert_eq!((list.marked_counts(), marked(&list)), ((3, 1), [0, 1, 2].map(ListRow::Startup).to_vec()));
    list.mark_all();
    assert_eq!(list.marked_counts(), (2, 0), "all that is shown was marked: no more");
    with(|with| list.filter("".into(), with));
    let other = vec![(None, ListRow::Startup(3)), (None, ListRow::Startup(2))];
    with(|with| list.replace(rows(other), with));
    assert_eq!((seen(&list), list.marked_counts()), (vec!["3".to_owned(), ">*2".to_owned()], (1, 1)));
    assert!(list.clear_marks() && !list.clear_marks());
}

#[test]
fn a_range_extends_to_the_selected_row_until_it_ends() {
    let mut list = list();
    list.step(1);
    list.mark_range();
    list.step(2);
    assert_eq!(seen(&list), ["0", "*1", "*2", ">*3", "Frameworks 1", "4"]);
    list.step(-1);
    assert_eq!(marked(&list), [1, 2].map(ListRow::Startup));
    list.mark();
    list.step(1);
    assert_eq!(marked(&list), [1, 2].map(ListRow::Startup), "ended, the marks stay");
    list.mark_range();
    assert!(list.clear_marks());
    assert_eq!(marked(&list), [1, 2].map(ListRow::Startup), "a range taken back leaves the others");
}

/// The lines of a list with these groups and sort keys.
fn arranged(under: Vec<Option<Group>>, keys: Option<(Vec<SortKey>, bool)>) -> Vec<String> {
    let rows: Vec<ListRow> = (0..under.len()).map(ListRow::Finding).collect();
    let identities = (0..rows.len() as u64).collect();
    let row_set = Arc::new(RowSet::new(rows, identities));
    let words = |group: &Group| (group.rank(), format!("{group:?}"));
    let mut list = List::default();
    with(|with| {
        list.replace(Arc::new(ArrangedRows::arranged(row_set, under, &words, keys.into_iter().collect())), with)
    });
    seen(&list).into_iter().map(|line| line.trim_start_matches('>').to_owned()).collect()
}

#[test]
fn rows_sort_by_key_with_unknown_values_last() {
    let keys = || {
        let text = ["Énée", "", "arc", "éNée"].map(SortKey::text);
        let mut keys: Vec<SortKey> = text.into();
        keys[1] = SortKey::Unknown;
        keys
    };
    assert_eq!(arranged(vec![None; 4], Some((keys(), false))), ["2", "0", "3", "1"], "equals keep their order");
    assert_eq!(arranged(vec![None; 4], Some((keys(), true))), ["0", "3", "2", "1"]);
    assert_eq!(arranged(vec![None; 4], None), ["0", "1", "2", "3"]);
    let numbers = vec![SortKey::Number(10), SortKey::Number(-1), SortKey::Number(9)];
    assert_eq!(arranged(vec![None; 3], Some((numbers, false))), ["1", "2", "0"]);
}

#[test]
fn headings_follow_their_own_order_or_that_of_sorted_rows() {
    let state = |state| Some(Group::State(state));
    let under = vec![
        state(OccurrenceState::Undetermined),
        Some(Group::Month(2021, 1)),
        state(OccurrenceState::Late),
        Some(Group::Month(2020, 12)),
        state(OccurrenceState::Late),
    ];
    assert_eq!(
        arranged(under.clone(), None),
        ["State(Late) 2", "2", "4", "Month(2020, 12) 1", "3", "Month(2021, 1) 1", "1", "State(Undetermined) 1", "0"]
    );
    let keys = || [5, 6, 7, 8, 4].map(SortKey::Number).into();
    assert_eq!(
        arranged(under.clone(), Some((keys(), false))),
        ["State(Late) 2", "4", "2", "State(Undetermined) 1", "0", "Month(2021, 1) 1", "1", "Month(2020, 12) 1", "3"]
    );
    let apart = [Some(Group::Frameworks)].into_iter().chain(under.into_iter().skip(1)).collect();
    assert_eq!(
        arranged(apart, Some((keys(), true))),
        ["Month(2020, 12) 1", "3", "State(Late) 2", "2", "4", "Month(2021, 1) 1", "1", "Frameworks 1", "0"],
        "what is counted apart stays last"
    );
}

#[test]
fn after_a_commit_the_selection_stays_on_its_row() {
    let state = |state| Some(Group::State(state));
    let all = |done: usize| {
        let of = |n| if n == done { state(OccurrenceState::Done) } else { state(OccurrenceState::Late) };
        rows((0..4).map(|n| (of(n), ListRow::Startup(n))).collect())
    };
    let settled = |saved: bool| {
        let mut list = List::default();
        with(|with| list.replace(all(9), with));
        list.step(1);
        list.settle(9);
        if saved {
            list.saved();
        }
        with(|with| list.replace(all(1), with));
        list
    };
    let mut list = settled(true);
    assert_eq!(list.selected_row(), Some(ListRow::Startup(1)), "its row is under another heading now");
    assert_eq!(list.take_move(), Some(RowMove::To(Group::State(OccurrenceState::Done))));
    assert_eq!(list.take_move(), None, "said once");
    assert_eq!(settled(false).take_move(), None, "a reload says nothing");
    list.saved();
    let without =
        rows((0..4).filter(|n| *n != 1).map(|n| (state(OccurrenceState::Late), ListRow::Startup(n))).collect());
    with(|with| list.replace(without, with));
    assert_eq!(list.selected_row(), Some(ListRow::Startup(3)), "the row is gone: its neighbour is selected");
    assert_eq!(list.take_move(), Some(RowMove::Hidden));
}
