//! What is done to a list: rows marked, put under other headings; and what its sums are of.

use tui_input::Input as TextInput;

use super::State;
use crate::ui::Effect;
use crate::ui::arrangement::Arrangement;
use crate::ui::render_context::RenderContext;
use crate::ui::screen::Screen;
use crate::ui::target::Target;
use crate::ui::widget::list::{FilterContext, Sums};

/// What the foot of a list tells the sums of, made once per rows, filter and marks.
#[derive(Default)]
pub(super) struct ListTotals {
    /// In which state of the list, and where the range ends that was begun.
    of: Option<(u64, Option<usize>)>,
    sums: Sums,
    marked: (usize, usize),
}

impl State {
    /// What keys are about: all that is marked, or what is selected where nothing is.
    #[must_use]
    pub fn targets(&self) -> Vec<Target> {
        if self.overlay.is_none() && self.opened.is_none() && self.list().has_marks() {
            let listing = self.screen.listing();
            return self.list().marked_rows().filter_map(|row| listing.target(&self.data, row)).collect();
        }
        self.target().into_iter().collect()
    }

    /// How many rows of the list are marked, and how many of them the filter shows.
    pub(in crate::ui) fn marked(&self) -> (usize, usize) {
        self.counted().marked
    }

    /// What the marked rows come to, or those that are shown.
    pub(in crate::ui) fn sums(&self) -> &Sums {
        &self.counted().sums
    }

    /// Adds the rows up anew where others are shown or marked than before.
    pub(super) fn recount(&mut self) {
        let list = self.list();
        let of = Some((list.version(), list.range_end()));
        if self.counted().of == of {
            return;
        }
        let (listing, ctx) = (self.screen.listing(), RenderContext::new(&self.data, &self.locale));
        let sums = if list.has_marks() {
            listing.sum(&ctx, &mut list.marked_rows())
        } else {
            listing.sum(&ctx, &mut list.shown_rows())
        };
        let marked = list.marked_counts();
        self.counted[self.screen.index()] = ListTotals { of, sums, marked };
    }

    const fn counted(&self) -> &ListTotals {
        &self.counted[self.screen.index()]
    }

    /// Whether a list is filtered, shown or not.
    #[must_use]
    pub fn is_filtered(&self) -> bool {
        self.lists.iter().any(|list| !list.typed().value().is_empty())
    }

    /// Takes a text as the filter of a list.
    pub(super) fn filter_list(&mut self, screen: Screen, typed: TextInput) {
        let with = FilterContext { locale: &self.locale, as_of: self.data.as_of };
        self.lists[screen.index()].filter(typed, &with);
    }

    pub(super) fn next_in_list(&mut self, forward: bool) {
        let with = FilterContext { locale: &self.locale, as_of: self.data.as_of };
        let list = &mut self.lists[self.screen.index()];
        if list.has_looked() {
            list.next_match(forward, &with);
        }
    }

    /// How the list of the screen is arranged.
    pub(in crate::ui) fn arrangement(&self) -> &Arrangement {
        self.arrangements.of(self.screen)
    }

    /// The rows under other headings.
    pub(super) fn group_by_next(&mut self) -> Vec<Effect> {
        let mut arrangement = self.arrangement().clone();
        let groupings = self.screen.listing().groupings();
        arrangement.group = (arrangement.group + 1) % groupings.len().max(1);
        let name = groupings.get(arrangement.group).copied().unwrap_or("none");
        let words = self.locale.text(&format!("grouping-{name}"));
        self.notice = Some(super::Notice::Done(words));
        self.arrange(arrangement)
    }

    /// Arranges the list of the screen: its rows are put in order by the worker.
    pub(super) fn arrange(&mut self, arrangement: Arrangement) -> Vec<Effect> {
        let before = self.arrangement();
        let same_rows = before.sort == arrangement.sort && before.group == arrangement.group;
        self.arrangements.set(self.screen, arrangement.clone());
        if same_rows { Vec::new() } else { vec![Effect::Arrange(self.screen, arrangement)] }
    }
}
