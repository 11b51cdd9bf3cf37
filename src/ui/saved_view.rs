//! Saved views (`[[views]]` of `portfolio.toml`): the screen, filter and arrangement that one restores.

use super::arrangement::Arrangement;
use super::screen::Screen;
use crate::model::SavedView;

/// The state of a list screen that a saved view restores.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ViewSettings {
    pub screen: Screen,
    pub filter: String,
    pub arrangement: Arrangement,
}

impl ViewSettings {
    /// The settings of a view; `None` if there is no screen of that name. Unknown columns and groupings are ignored,
    /// and a list sorts by the first column that it knows.
    #[must_use]
    pub fn of(view: &SavedView) -> Option<Self> {
        let screen = Screen::ALL.into_iter().find(|screen| screen.name() == view.screen)?;
        let listing = screen.listing();
        let column = |name: &str| listing.column_names().iter().position(|names| names.contains(&name));
        let sort = view.sort.iter().find_map(|key| {
            let name = key.strip_prefix('-').unwrap_or(key);
            Some((column(name)?, key.starts_with('-')))
        });
        let group = view.group.as_deref().and_then(|group| listing.groupings().iter().position(|name| *name == group));
        let shown: Vec<usize> = view.columns.iter().filter_map(|name| column(name)).collect();
        let hidden = (0..listing.column_names().len()).filter(|column| !shown.is_empty() && !shown.contains(column));
        let columns = shown.iter().map(|column| (*column, true)).chain(hidden.map(|column| (column, false))).collect();
        let arrangement = Arrangement { sort, group: group.unwrap_or(0), columns };
        Some(Self { screen, filter: view.filter.clone().unwrap_or_default(), arrangement })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

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
        assert_eq!(arrangement.columns, [(3, true), (2, true), (0, true), (1, false), (4, false), (5, false)]);
        assert_eq!(ViewSettings::of(&view("nonsense")), None);
    }

    #[test]
    fn a_view_without_columns_keeps_those_of_the_screen() {
        let view = SavedView { sort: vec!["-amount".to_owned()], columns: Vec::new(), ..view("obligations") };
        let arrangement = ViewSettings::of(&view).expect("a screen").arrangement;
        assert_eq!((arrangement.sort, arrangement.columns), (Some((5, true)), Vec::new()));
    }

    #[test]
    fn each_column_of_a_screen_has_a_name_of_its_own() {
        for screen in Screen::ALL {
            let names: Vec<_> = screen.listing().column_names().iter().flat_map(|names| names.iter()).collect();
            let distinct: std::collections::BTreeSet<_> = names.iter().collect();
            assert_eq!(names.len(), distinct.len(), "{screen:?}");
        }
    }
}
