//! Saved views (`[[views]]` of `portfolio.toml`): the screen, filter and arrangement that one restores.

use super::Data;
use super::arrangement::Arrangement;
use super::screen::Screen;
use super::widget::list::ListRow;
use crate::locale::Locale;
use crate::model::SavedView;
use crate::report::filter::FilteredList;

/// The state of a list screen that a saved view restores.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ViewSettings {
    pub screen: Screen,
    pub filter: String,
    pub arrangement: Arrangement,
}

/// A word of a view that its screen doesn't know.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnknownWord {
    /// The argument of the verb that holds it: `sort`, `group` or `column`.
    pub argument: &'static str,
    pub word: String,
    /// The words that the screen knows.
    pub known: Vec<&'static str>,
}

impl ViewSettings {
    /// Returns the settings of a view; `None` if there is no screen of that name. Unknown columns and groupings are
    /// ignored.
    #[must_use]
    pub fn of(view: &SavedView) -> Option<Self> {
        let screen = screen(view)?;
        let listing = screen.listing();
        let mut sorts = view.sort.iter().filter_map(|key| Some((column(screen, name_in(key))?, key.starts_with('-'))));
        let (sort, then) = (sorts.next(), sorts.collect());
        let group = view.group.as_deref().and_then(|group| listing.groupings().iter().position(|name| *name == group));
        let shown: Vec<usize> = view.columns.iter().filter_map(|name| column(screen, name)).collect();
        let hidden = (0..listing.column_names().len()).filter(|column| !shown.is_empty() && !shown.contains(column));
        let columns = shown.iter().map(|column| (*column, true)).chain(hidden.map(|column| (column, false))).collect();
        let arrangement = Arrangement { sort, then, group: group.unwrap_or(0), columns };
        Some(Self { screen, filter: view.filter.clone().unwrap_or_default(), arrangement })
    }

    /// Returns the view that restores these settings. What the screen does by default is left out.
    #[must_use]
    pub fn saved_as(&self, name: &str) -> SavedView {
        let (listing, arrangement) = (self.screen.listing(), &self.arrangement);
        let names = listing.column_names();
        let name_of = |column: usize| names.get(column).and_then(|names| names.first()).copied();
        let sorts = arrangement.sort.iter().chain(&arrangement.then);
        let sort = sorts.filter_map(|(column, reversed)| {
            let sign = if *reversed { "-" } else { "" };
            Some(format!("{sign}{}", name_of(*column)?))
        });
        let group = listing.groupings().get(arrangement.group).filter(|_| arrangement.group > 0);
        let columns = arrangement.columns(names.len());
        let is_default = columns.iter().enumerate().all(|(at, (column, shown))| at == *column && *shown);
        let shown = columns.iter().filter(|(_, shown)| *shown && !is_default);
        SavedView {
            name: name.to_owned(),
            screen: self.screen.name().to_owned(),
            filter: Some(self.filter.trim().to_owned()).filter(|filter| !filter.is_empty()),
            sort: sort.collect(),
            group: group.map(|group| (*group).to_owned()),
            columns: shown.filter_map(|(column, _)| name_of(*column).map(str::to_owned)).collect(),
        }
    }

    /// Returns the numbers of the items of an answer in the order of the view: of the startups, occurrences,
    /// commitments, committees or items of Today in `data`, or of its findings. An item with several rows is listed at
    /// its first.
    #[must_use]
    pub fn order(&self, mut data: Data, locale: &Locale) -> Vec<usize> {
        data.arrangements.set(self.screen, self.arrangement.clone());
        let data = data.indexed(locale);
        let rows = data.index.rows(self.screen);
        let mut order = Vec::new();
        for row in rows.order().iter().filter_map(|place| rows.row(place.row)) {
            let number = match row {
                ListRow::Today(n)
                | ListRow::Startup(n)
                | ListRow::Occurrence(n)
                | ListRow::Promise(n, 0)
                | ListRow::Clock(n)
                | ListRow::Finding(n) => n,
                _ => continue,
            };
            order.push(number);
        }
        order
    }
}

/// Returns the list that the filter of a view applies to; `None` if there is no such screen.
#[must_use]
pub fn filtered_list(view: &SavedView) -> Option<FilteredList> {
    Some(screen(view)?.listing().filtered_list())
}

/// Returns the first column or grouping of a view that its screen doesn't know.
#[must_use]
pub fn unknown_word(view: &SavedView) -> Option<UnknownWord> {
    let screen = screen(view)?;
    let columns = || screen.listing().column_names().iter().filter_map(|names| names.first()).copied().collect();
    let is_unknown = |name: &&String| column(screen, name_in(name)).is_none();
    let unknown = |argument, word: &String| UnknownWord { argument, word: word.clone(), known: columns() };
    let sort = view.sort.iter().find(is_unknown).map(|word| unknown("sort", word));
    let groupings = screen.listing().groupings();
    let group = view.group.iter().find(|group| !groupings.contains(&group.as_str()));
    let group = group.map(|word| UnknownWord { argument: "group", word: word.clone(), known: groupings.to_vec() });
    sort.or(group).or_else(|| view.columns.iter().find(is_unknown).map(|word| unknown("column", word)))
}

fn screen(view: &SavedView) -> Option<Screen> {
    Screen::ALL.into_iter().find(|screen| screen.name() == view.screen)
}

fn column(screen: Screen, name: &str) -> Option<usize> {
    screen.listing().column_names().iter().position(|names| names.contains(&name))
}

/// Returns the column in a key to sort by.
fn name_in(key: &str) -> &str {
    key.strip_prefix('-').unwrap_or(key)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edit::verb::VIEW_SCREENS;

    fn view(screen: &str) -> SavedView {
        SavedView {
            name: "Retards de Pau".to_owned(),
            screen: screen.to_owned(),
            filter: Some("late owes:pau".to_owned()),
            sort: vec!["due".to_owned(), "-amount".to_owned()],
            group: Some("debtor".to_owned()),
            columns: ["what", "debtor", "due", "nonsense"].map(str::to_owned).into(),
        }
    }

    #[test]
    fn a_view_restores_screen_filter_and_arrangement() {
        let settings = ViewSettings::of(&view("obligations")).expect("a screen");
        assert_eq!((settings.screen, settings.filter.as_str()), (Screen::Obligations, "late owes:pau"));
        let arrangement = &settings.arrangement;
        assert_eq!((arrangement.sort, arrangement.group), (Some((0, false)), 2));
        assert_eq!(arrangement.then, [(6, true)]);
        let columns = [(4, true), (3, true), (0, true), (1, false), (2, false), (5, false), (6, false)];
        assert_eq!(arrangement.columns, columns);
        assert_eq!(ViewSettings::of(&view("nonsense")), None);
    }

    #[test]
    fn a_view_without_columns_keeps_those_of_the_screen() {
        let view = SavedView { sort: vec!["-amount".to_owned()], columns: Vec::new(), ..view("obligations") };
        let arrangement = ViewSettings::of(&view).expect("a screen").arrangement;
        assert_eq!((arrangement.sort, arrangement.columns), (Some((6, true)), Vec::new()));
    }

    #[test]
    fn settings_are_saved_and_restored() {
        let columns = ["what", "debtor", "due"].map(str::to_owned).into();
        for saved in [
            SavedView { columns, ..view("obligations") },
            SavedView { name: "All".to_owned(), screen: "portfolio".to_owned(), ..SavedView::default() },
        ] {
            let settings = ViewSettings::of(&saved).expect("a screen");
            assert_eq!(settings.saved_as(&saved.name), saved);
        }
    }

    #[test]
    fn words_that_a_screen_does_not_know_are_found() {
        assert_eq!(
            unknown_word(&view("obligations")).map(|one| (one.argument, one.word)),
            Some(("column", "nonsense".into()))
        );
        let view = SavedView { group: Some("phase".to_owned()), ..view("obligations") };
        let unknown = unknown_word(&view).expect("no such grouping");
        assert_eq!((unknown.argument, unknown.known.contains(&"debtor")), ("group", true));
    }

    #[test]
    fn each_column_of_a_screen_has_a_name_of_its_own() {
        for screen in Screen::ALL {
            let names: Vec<_> = screen.listing().column_names().iter().flat_map(|names| names.iter()).collect();
            let distinct: std::collections::BTreeSet<_> = names.iter().collect();
            assert_eq!(names.len(), distinct.len(), "{screen:?}");
        }
    }

    #[test]
    fn every_screen_can_have_views() {
        assert_eq!(VIEW_SCREENS, Screen::ALL.map(Screen::name));
    }
}
