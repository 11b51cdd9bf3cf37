//! `--view`: filters and orders an answer as a saved view of the portfolio does.

use std::sync::Arc;

use super::Invocation;
use super::filter::RowFilter;
use crate::cli::args::Selected;
use crate::cli::errors::{self, Failure};
use crate::locale::Locale;
use crate::model::{Incubator, MessageArg, Portfolio, SavedView, nearest};
use crate::parallel::AllCores;
use crate::record::{self, Record};
use crate::report::Diagnostic;
use crate::rules::{self, Answers};
use crate::store::Folder;
use crate::ui::{Data, Screen, ViewSettings};

/// The rows that `--filter` and `--view` select, and their order.
pub(super) struct RowSelection {
    /// The filter of the view, then the typed one.
    filter: Option<String>,
    view: Option<ViewSettings>,
}

impl RowSelection {
    /// Reads the options of the command that answers for a screen.
    ///
    /// # Errors
    /// If there is no such view, or it belongs to another screen.
    pub fn read(call: &Invocation, portfolio: &Portfolio, screen: Screen, typed: &Selected) -> Result<Self, Failure> {
        let view = typed.view.as_deref().map(|name| settings(&call.locale, &portfolio.incubator, name)).transpose()?;
        if let (Some(view), Some(name)) = (view.as_ref().filter(|view| view.screen != screen), &typed.view) {
            let of = call.locale.text(&format!("screen-{}", view.screen.name()));
            let args = vec![("name", MessageArg::Text(name.clone())), ("screen", MessageArg::Text(of))];
            return Err(errors::usage(&call.locale, "error-view-of-screen", args));
        }
        let of_view = view.as_ref().map(|view| view.filter.clone()).filter(|filter| !filter.is_empty());
        let filters: Vec<String> = of_view.into_iter().chain(typed.filter.clone()).collect();
        Ok(Self { filter: (!filters.is_empty()).then(|| filters.join(" ")), view })
    }

    /// Returns whether a view gives the order of the rows.
    pub const fn is_ordered(&self) -> bool {
        self.view.is_some()
    }

    /// Returns the filter of the rows, if there is one.
    pub fn filter<'a>(
        &'a self,
        call: &'a Invocation,
        folder: &'a Folder,
        portfolio: &'a Portfolio,
    ) -> Option<RowFilter<'a>> {
        self.filter.as_deref().map(|typed| RowFilter { call, folder, portfolio, typed })
    }

    /// Returns the rows that `of` selects of all answers, in the order of the view. Without a view, computes no more
    /// than `alone` does.
    pub fn rows<T: Clone>(
        &self,
        call: &Invocation,
        portfolio: &Arc<Portfolio>,
        of: impl FnOnce(&Answers) -> &Vec<T>,
        alone: impl FnOnce() -> Vec<T>,
    ) -> Vec<T> {
        if self.view.is_none() {
            return alone();
        }
        let answers = rules::answers_with(portfolio, call.as_of, &AllCores);
        let mut rows = of(&answers).clone();
        self.order(call, portfolio, &answers, &mut rows);
        rows
    }

    /// Orders items of an answer as the view does.
    pub fn order<T>(&self, call: &Invocation, portfolio: &Arc<Portfolio>, answers: &Answers, items: &mut Vec<T>) {
        if let Some(view) = &self.view {
            let data = Data { answers: Arc::new(answers.clone()), ..data(call, portfolio) };
            ordered(call, view, data, items);
        }
    }

    /// Orders findings as the view does.
    pub fn order_findings(&self, call: &Invocation, portfolio: &Arc<Portfolio>, findings: &mut Vec<Diagnostic>) {
        if let Some(view) = &self.view {
            let data = Data { diagnostics: Arc::new(findings.clone()), ..data(call, portfolio) };
            ordered(call, view, data, findings);
        }
    }
}

fn data(call: &Invocation, portfolio: &Arc<Portfolio>) -> Data {
    Data { portfolio: Arc::clone(portfolio), as_of: call.as_of, ..Data::default() }
}

/// Puts items into the order that a view gives to data.
fn ordered<T>(call: &Invocation, view: &ViewSettings, data: Data, items: &mut Vec<T>) {
    let mut left: Vec<Option<T>> = std::mem::take(items).into_iter().map(Some).collect();
    let order = view.order(data, &call.locale);
    items.extend(order.into_iter().filter_map(|number| left.get_mut(number)?.take()));
    items.extend(left.into_iter().flatten());
}

/// Returns the settings of the view with a name.
///
/// # Errors
/// If there is no such view, or it belongs to a screen that this version does not have.
fn settings(locale: &Locale, incubator: &Incubator, name: &str) -> Result<ViewSettings, Failure> {
    let named = ("name", MessageArg::Text(name.to_owned()));
    let Some(view) = incubator.views.iter().find(|view| view.name == name) else {
        let known: Vec<String> = incubator.views.iter().map(|view: &SavedView| view.name.clone()).collect();
        return Err(match nearest(name, known.iter().map(String::as_str)) {
            Some(nearest) => {
                let args = vec![named, ("nearest", MessageArg::Text(nearest.to_owned()))];
                errors::usage(locale, "error-no-view-near", args)
            }
            None if known.is_empty() => errors::usage(locale, "error-no-views", vec![named]),
            None => errors::usage(locale, "error-no-view", vec![named, ("known", MessageArg::List(known))]),
        });
    };
    ViewSettings::of(view).ok_or_else(|| {
        errors::usage(
            locale,
            "error-view-unknown-screen",
            vec![named, ("screen", MessageArg::Text(view.screen.clone()))],
        )
    })
}

/// Returns the settings of a view for the first screen. Reads only the file of the portfolio.
///
/// # Errors
/// As [`RowSelection::read`].
pub fn for_screen(locale: &Locale, folder: &Folder, name: &str) -> Result<ViewSettings, Failure> {
    let record = crate::model::RecordRef::of_portfolio();
    let text = folder.text(&record).unwrap_or_default();
    let incubator = match record::read(&record, &folder.file_of(&record), text.as_bytes()).record {
        Some(Record::Portfolio(incubator)) => incubator,
        _ => Incubator::default(),
    };
    settings(locale, &incubator, name)
}
