//! The filters typed so far, to be recalled while a filter is typed.

#[derive(Default)]
pub(super) struct FilterHistory {
    /// Each filter once, the last one accepted at the end.
    filters: Vec<String>,
}

impl FilterHistory {
    pub(super) fn remember(&mut self, filter: &str) {
        if !filter.is_empty() {
            self.filters.retain(|known| known != filter);
            self.filters.push(filter.to_owned());
        }
    }

    /// Returns the filter before or after `typed`, empty after the last one; `None` if `typed` is not from the history,
    /// so that the keys move in the list.
    pub(super) fn recall(&self, typed: &str, older: bool) -> Option<String> {
        let at = match (self.filters.iter().position(|known| known == typed), older) {
            (None, true) if typed.is_empty() => self.filters.len().checked_sub(1)?,
            (None, _) => return None,
            (Some(at), true) => at.saturating_sub(1),
            (Some(at), false) => at + 1,
        };
        Some(self.filters.get(at).cloned().unwrap_or_default())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn filters_are_recalled_from_the_last_one_on() {
        let mut history = FilterHistory::default();
        assert_eq!(history.recall("", true), None);
        for filter in ["late", "owes:pau", "late", ""] {
            history.remember(filter);
        }
        assert_eq!(history.recall("", true).as_deref(), Some("late"), "each filter once");
        assert_eq!(history.recall("late", true).as_deref(), Some("owes:pau"));
        assert_eq!(history.recall("owes:pau", true).as_deref(), Some("owes:pau"));
        assert_eq!(history.recall("owes:pau", false).as_deref(), Some("late"));
        assert_eq!(history.recall("late", false).as_deref(), Some(""));
        assert_eq!(history.recall("something else", true), None);
    }
}
